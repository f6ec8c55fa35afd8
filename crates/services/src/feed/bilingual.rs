//! The second version of a post, in the other language: added, changed and taken away by its author.

use super::{mentions, post::editable, to_the_end, view};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Lang,
    feed::{Bilingual, FeedError, other_lang, second},
    form::Reader,
    id::PostId,
    live::Signal,
};

const WRITE: &str = "
IF $post.revision = NONE { THROW 'gone' };
IF $post.revision != $revision { THROW 'changed' };
UPDATE $post SET lang = $lang, revision += 1, other = {
    lang: $other, title: $title, body: $body, says: $revision + 1, by: $person, at: $at
} RETURN NONE;
";

const DROP: &str = "
IF $post.revision = NONE { THROW 'gone' };
UPDATE $post SET lang = NONE, other = NONE, revision += 1 WHERE other != NONE RETURN NONE;
";

/// A post and its second version as they were typed, for who may change them.
pub async fn bilingual(ctx: &Context, actor: &Actor, post: PostId) -> Result<Bilingual> {
    let (row, found) = editable(ctx, actor, post).await?;
    let body = mentions::typed(ctx, &found, &row.body).await?;
    let (other_title, other_body) = match &row.other {
        Some(other) => (other.title.clone(), mentions::typed(ctx, &found, &other.body).await?),
        None => Default::default(),
    };
    Ok(Bilingual {
        id: post,
        origin: view::origin(&found),
        title: row.title,
        body,
        lang: row.lang.map_or(actor.lang, |lang| lang.0),
        other_title,
        other_body,
        exists: row.other.is_some(),
        revision: row.revision,
    })
}

/// Leaves a second version of `post`, whose first is in `lang`. It says what the first says now: from the
/// next edit of that on it is the older one. Sent twice it changes nothing the second time.
pub async fn write_second(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    lang: Lang,
    title: &str,
    body: &str,
    revision: i64,
) -> Result<()> {
    let (row, found) = editable(ctx, actor, post).await?;
    let mut form = Reader::default();
    let (title, body) = second(&mut form, title, body, (!row.title.is_empty(), !row.body.is_empty()));
    form.done()?;
    let kept = mentions::read(ctx, actor, &found, &title, &body).await?;
    let other = other_lang(lang);
    let same = row.other.as_ref().is_some_and(|was| {
        was.lang.0 == other && was.title == title && was.body == kept.body && was.says == row.revision
    });
    if same {
        return Ok(());
    }
    let variables = bind! {
        post: Id(post), revision, lang: Word(lang), other: Word(other), title, body: kept.body,
        person: Id(actor.person), at: At(ctx.now())
    };
    write(ctx, found.id, post, WRITE, variables).await
}

/// Takes the second version away; the first stays. Repeating it changes nothing.
pub async fn drop_second(ctx: &Context, actor: &Actor, post: PostId) -> Result<()> {
    let (_, found) = editable(ctx, actor, post).await?;
    write(ctx, found.id, post, DROP, bind! { post: Id(post) }).await
}

async fn write(
    ctx: &Context,
    community: domain::id::CommunityId,
    post: PostId,
    surql: &'static str,
    variables: surrealdb::types::Variables,
) -> Result<()> {
    let ctx = ctx.clone();
    to_the_end(async move {
        let written = ctx.write(surql, variables).await;
        // The search reads both versions again.
        ctx.caches().feeds.shown.forget(post);
        written.map_err(|error| match thrown(&error) {
            Some("changed") => FeedError::Changed.into(),
            Some("gone") => Error::from(FeedError::Gone),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}
