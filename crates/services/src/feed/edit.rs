//! A post changed by its author.

use super::{mentions, post::editable, to_the_end, versions};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor,
    feed::{Draft, FeedError, descriptions},
    form::{Fault, Reader},
    id::PostId,
    live::Signal,
};

/// What an edit changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    pub draft: Draft,
    /// What each picture shows, one line a picture.
    pub alt: String,
    /// Its author calls it minor: nothing tells of it but the earlier version.
    pub minor: bool,
    /// The revision the form was made from.
    pub revision: i64,
}

const EDIT: &str = concat!(
    "
IF $post.revision = NONE { THROW 'gone' };
IF $post.revision != $revision { THROW 'changed' };
IF $post.kind != $kind AND ($post.answer != NONE OR $post.verdict != NONE OR ($post.supports ?? 0) > 0) {
    THROW 'answered'
};
IF $post.title != $title OR $post.body != $body {
    CREATE type::record('version', [$post, $rank]) SET
        post = $post, title = $post.title, body = $post.body, until = $at, minor = $minor RETURN NONE;
};
UPDATE $post SET kind = $kind, title = $title, body = $body, pictures = $pictures,
    edited = IF $minor { $post.edited } ELSE { $at },
    revision += 1 RETURN NONE;
-- A minor edit leaves the other version as true as it was.
IF $minor AND $post.other.says = $revision { UPDATE $post SET other.says = $revision + 1 RETURN NONE };
LET $filed = { community: $post.community, rank: $post.rank };
",
    include_str!("file.surql"),
    include_str!("tag.surql"),
);

/// Changes a post. Sent twice it changes nothing the second time; sent from a page that is older than
/// the last change it is refused, so that no words are lost unseen.
pub async fn edit(ctx: &Context, actor: &Actor, post: PostId, change: Edit) -> Result<()> {
    let (row, found) = editable(ctx, actor, post).await?;
    let mut form = Reader::default();
    let draft = Draft::read(&mut form, &change.draft, row.pictures.len());
    let alts = descriptions(&mut form, &change.alt, row.pictures.len());
    if !row.kind.0.may_become(draft.kind) {
        form.fault("kind", Fault::Choice);
    }
    form.done()?;
    let kept = mentions::read(ctx, actor, &found, &draft.title, &draft.body).await?;
    let draft = Draft { body: kept.body, ..draft };
    let same = |picture: (&super::row::PictureRow, &String)| picture.0.alt == *picture.1;
    let unchanged = Draft { kind: row.kind.0, title: row.title.clone(), body: row.body.clone() } == draft
        && row.pictures.iter().zip(&alts).all(same);
    if unchanged {
        return Ok(());
    }
    let mut pictures = row.pictures;
    for (picture, alt) in pictures.iter_mut().zip(alts) {
        picture.alt = alt;
    }
    let community = found.id;
    let variables = bind! {
        post: Id(post), revision: change.revision, kind: Word(draft.kind), title: draft.title,
        body: draft.body, pictures, at: At(ctx.now()), minor: change.minor,
        rank: versions::rank(change.revision), person: Id(actor.person), called: kept.called,
        tags: kept.tags, text: String::new(), mark: mentions::mark(ctx)
    };
    let ctx = ctx.clone();
    to_the_end(async move {
        let written = ctx.write(EDIT, variables).await;
        ctx.caches().feeds.shown.forget(post);
        written.map_err(|error| match thrown(&error) {
            Some("changed") => FeedError::Changed.into(),
            Some("gone") => Error::from(FeedError::Gone),
            Some("answered") => FeedError::Answered.into(),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}
