//! A post changed by its author: its words, its pictures, its files, where it leads.

use super::{
    facts::LinkRow,
    mentions,
    post::{SourceRow, editable},
    preview,
    publish::{file_rows, fresh_link, picture_rows, refused_file, refused_picture},
    row::PictureRow,
    to_the_end, versions,
};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
    media::{self, DocumentRow},
};
use domain::{
    Actor,
    feed::{Draft, FeedError, FileForm, PictureForm, link},
    form::{Fault, Reader},
    id::{MediaId, PostId},
    live::Signal,
};

/// What an edit changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    pub draft: Draft,
    pub pictures: PictureForm,
    pub files: FileForm,
    /// Where a link leads from now on; none, where it led before.
    pub url: Option<String>,
    /// Its author calls it minor: nothing tells of it but the earlier version.
    pub minor: bool,
    /// The revision the form was made from.
    pub revision: i64,
    /// The form's own; sent twice, it changes the post once.
    pub key: String,
}

const EDIT: &str = concat!(
    "
IF $post.revision = NONE { THROW 'gone' };
IF $post.revision != $revision { THROW 'changed' };
IF $post.kind != $kind AND ($post.answer != NONE OR $post.verdict != NONE OR ($post.supports ?? 0) > 0) {
    THROW 'answered'
};
-- Where it led is a part of what it said.
LET $said = IF $link = NONE { $post.body } ELSE { string::trim(string::concat($post.body, '\\n\\n', $post.link.url)) };
IF $post.title != $title OR $post.body != $body OR $link != NONE OR $beside != NONE {
    CREATE type::record('version', [$post, $rank]) SET
        post = $post, title = $post.title, body = $said, until = $at, minor = $minor,
        beside = $beside RETURN NONE;
};
-- What the page it leads to said of itself may have come meanwhile: it stays, unless it leads elsewhere.
LET $seen = $post.link.picture.id;
IF $link != NONE AND $seen != NONE { DELETE $seen };
LET $leads = $link ?? $post.link;
UPDATE $post SET kind = $kind, title = $title, body = $body, pictures = $pictures, files = $files, link = $leads,
    edited = IF $minor { $post.edited } ELSE { $at },
    revision += 1 RETURN NONE;
DELETE $gone;
-- A minor edit leaves the other version as true as it was.
IF $minor AND $post.other.says = $revision { UPDATE $post SET other.says = $revision + 1 RETURN NONE };
LET $filed = { community: $post.community, rank: $post.rank };
",
    include_str!("take.surql"),
    include_str!("file.surql"),
    include_str!("tag.surql"),
    include_str!("look.surql"),
);

/// Changes a post. Sent twice it changes nothing the second time; sent from a page that is older than
/// the last change it is refused, so that no words are lost unseen.
pub async fn edit(ctx: &Context, actor: &Actor, post: PostId, change: Edit) -> Result<()> {
    let (row, found) = editable(ctx, actor, post).await?;
    let had = Had::of(&row);
    let mut form = Reader::default();
    let pictures = change.pictures.read(&mut form, &had.pictures, change.draft.kind.pictures_max());
    let files = change.files.read(&mut form, &had.files);
    let draft = Draft::read(&mut form, &change.draft, pictures.len(), files.len());
    if !row.kind.0.may_become(draft.kind) {
        form.fault("kind", Fault::Choice);
    }
    let relinked = relinked(ctx, &mut form, change.url.as_deref(), row.link.as_ref());
    form.done()?;
    let kept = mentions::read(ctx, actor, &found, &draft.title, &draft.body).await?;
    let draft = Draft { body: kept.body, ..draft };
    let words = Draft { kind: row.kind.0, title: row.title.clone(), body: row.body.clone() };
    if words == draft && pictures == had.pictures && files == had.files && relinked.is_none() {
        return Ok(());
    }
    let pictures = picture_rows(ctx, actor, &row.pictures, pictures).await?;
    let files = file_rows(ctx, actor, row.files.as_deref().unwrap_or_default(), files).await?;
    let attached = Attached::between(&had, &pictures, &files);
    let seen = row.link.as_ref().and_then(|link| link.picture.as_ref()).filter(|_| relinked.is_some());
    let left: Vec<_> = attached.gone.iter().copied().chain(seen.map(|picture| picture.id.0)).collect();
    let left = media::files_of(ctx, &left).await?;
    let community = found.id;
    let ids = |media: &[MediaId]| media.iter().copied().map(Id).collect::<Vec<_>>();
    let beside = had.said(&pictures);
    let variables = bind! {
        post: Id(post), revision: change.revision, kind: Word(draft.kind), title: draft.title,
        body: draft.body, pictures, files, at: At(ctx.now()), minor: change.minor,
        rank: versions::rank(change.revision), community: Id(community), person: Id(actor.person),
        gone: ids(&attached.gone), new_pictures: ids(&attached.pictures), new_files: ids(&attached.files),
        called: kept.called, tags: kept.tags, text: String::new(), mark: mentions::mark(ctx),
        beside, link: relinked.clone(), held: preview::held(ctx.now())
    };
    let (ctx, person, author) = (ctx.clone(), actor.person, actor.clone());
    to_the_end(async move {
        let written = ctx.write_once(person, &change.key, post, EDIT, variables).await;
        ctx.caches().feeds.shown.forget(post);
        let outcome = written.map_err(|error| match thrown(&error) {
            Some("changed") => FeedError::Changed.into(),
            Some("gone") => Error::from(FeedError::Gone),
            Some("answered") => FeedError::Answered.into(),
            Some("picture") => refused_picture(),
            Some("file") => refused_file(),
            _ => error,
        })?;
        if outcome.first {
            media::discard(&ctx, left).await?;
            ctx.live().ring(Signal::Post { community, post });
            if let Some(link) = relinked {
                preview::look_later(&ctx, author, community, post, link);
            }
        }
        Ok(())
    })
    .await
}

/// The link, when it is to lead elsewhere than the one it `had`.
fn relinked(ctx: &Context, form: &mut Reader, url: Option<&str>, had: Option<&LinkRow>) -> Option<LinkRow> {
    let (url, had) = url.zip(had)?;
    let url = link(form, url);
    (url != had.url).then(|| fresh_link(ctx, url))
}

/// What a post had attached.
struct Had {
    pictures: Vec<(MediaId, String)>,
    files: Vec<MediaId>,
}

impl Had {
    fn of(row: &SourceRow) -> Had {
        Had {
            pictures: row.pictures.iter().map(|picture| (picture.id.0, picture.alt.clone())).collect(),
            files: row.files.iter().flatten().map(|file| file.id.0).collect(),
        }
    }

    /// What the pictures showed, where one is described otherwise now, or not there any more.
    fn said(&self, now: &[PictureRow]) -> Option<Vec<String>> {
        let said: Vec<_> = self.pictures.iter().map(|(_, alt)| alt).filter(|alt| !alt.is_empty()).collect();
        let changed = said.iter().any(|alt| now.iter().all(|picture| picture.alt != **alt));
        changed.then(|| said.into_iter().cloned().collect())
    }

    fn all(&self) -> impl Iterator<Item = MediaId> {
        self.pictures.iter().map(|(id, _)| *id).chain(self.files.iter().copied())
    }
}

/// What an edit attaches and lets go of.
struct Attached {
    pictures: Vec<MediaId>,
    files: Vec<MediaId>,
    gone: Vec<MediaId>,
}

impl Attached {
    fn between(had: &Had, pictures: &[PictureRow], files: &[DocumentRow]) -> Attached {
        let pictures: Vec<_> = pictures.iter().map(|picture| picture.id.0).collect();
        let files: Vec<_> = files.iter().map(|file| file.id.0).collect();
        let gone = had.all().filter(|id| !pictures.contains(id) && !files.contains(id)).collect();
        let fresh =
            |now: &[MediaId]| now.iter().copied().filter(|id| had.all().all(|known| known != *id)).collect();
        Attached { pictures: fresh(&pictures), files: fresh(&files), gone }
    }
}
