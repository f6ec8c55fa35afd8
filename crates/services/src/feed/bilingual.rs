//! The second version of a post, in the other language: added, changed and taken away by its author.

use super::{
    mentions,
    post::{SourceRow, editable},
    row::{AltRow, OtherRow, PictureRow},
    to_the_end, versions, view,
};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Lang,
    feed::{Bilingual, FeedError, SecondForm, other_lang, second},
    form::Reader,
    id::{MediaId, PostId},
    live::Signal,
};
use surrealdb::types::SurrealValue;

/// What the second version said before is kept, beside what the first did.
macro_rules! before {
    () => {
        "
IF $post.revision = NONE { THROW 'gone' };
IF $post.revision != $revision { THROW 'changed' };
IF $before != NONE {
    CREATE type::record('version', [$post, $rank]) SET
        post = $post, title = $before.title, body = $before.body, lang = $before.lang, beside = $before.beside,
        until = $at, minor = false RETURN NONE
};
"
    };
}

const WRITE: &str = concat!(
    before!(),
    "UPDATE $post SET lang = $lang, revision += 1, other = {
    lang: $other, title: $title, body: $body, says: $revision + 1, by: $person, at: $at,
    alts: $alts, options: $options
} RETURN NONE;
"
);

const DROP: &str =
    concat!(before!(), "UPDATE $post SET lang = NONE, other = NONE, revision += 1 RETURN NONE;\n");

/// What it said, to be kept.
#[derive(Clone, SurrealValue)]
struct Before {
    lang: Word<Lang>,
    title: String,
    body: String,
    beside: Option<Vec<String>>,
}

impl Before {
    fn of(other: &OtherRow) -> Before {
        let alts = other.alts.iter().flatten().map(|said| &said.alt);
        let options = other.options.iter().flatten().filter(|option| !option.is_empty());
        let beside: Vec<_> = alts.chain(options).cloned().collect();
        Before {
            lang: other.lang,
            title: other.title.clone(),
            body: other.body.clone(),
            beside: (!beside.is_empty()).then_some(beside),
        }
    }
}

fn ids(row: &SourceRow) -> Vec<MediaId> {
    row.pictures.iter().map(|picture| picture.id.0).collect()
}

/// A post and its second version as they were typed, for who may change them.
pub async fn bilingual(ctx: &Context, actor: &Actor, post: PostId) -> Result<Bilingual> {
    let (row, found) = editable(ctx, actor, post).await?;
    let body = mentions::typed(ctx, &found, &row.body).await?;
    let (other_title, other_body) = match &row.other {
        Some(other) => (other.title.clone(), mentions::typed(ctx, &found, &other.body).await?),
        None => Default::default(),
    };
    let other = row.other.as_ref();
    let alt = |id: MediaId| other.and_then(|other| other.alt(id)).unwrap_or_default().to_owned();
    let options = row.options.unwrap_or_default();
    let option = |place: usize| other?.options.as_ref()?.get(place).cloned();
    Ok(Bilingual {
        id: post,
        origin: view::origin(&found),
        body,
        lang: row.lang.map_or(actor.lang, |lang| lang.0),
        other_title,
        other_body,
        other_alts: row.pictures.iter().map(|picture| alt(picture.id.0)).collect(),
        other_options: (0..options.len()).map(|place| option(place).unwrap_or_default()).collect(),
        exists: other.is_some(),
        revision: row.revision,
        title: row.title,
        pictures: row.pictures.into_iter().map(PictureRow::picture).collect(),
        options,
    })
}

/// Leaves a second version of `post`, whose first is in `lang`. It says what the first says now: from the
/// next edit of that on it is the older one. Sent twice it changes nothing the second time.
pub async fn write_second(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    lang: Lang,
    typed: &SecondForm,
    revision: i64,
) -> Result<()> {
    let (row, found) = editable(ctx, actor, post).await?;
    let mut form = Reader::default();
    let first = (!row.title.is_empty(), !row.body.is_empty());
    let (title, body) = second(&mut form, &typed.title, &typed.body, first);
    let alts = typed.alts(&mut form, &ids(&row));
    let options = typed.options(&mut form, row.options.as_deref().unwrap_or_default());
    form.done()?;
    let kept = mentions::read(ctx, actor, &found, &title, &body).await?;
    let other = OtherRow {
        lang: Word(other_lang(lang)),
        title,
        body: kept.body,
        says: revision + 1,
        alts: (!alts.is_empty())
            .then(|| alts.into_iter().map(|(id, alt)| AltRow { id: Id(id), alt }).collect()),
        options: (!options.is_empty()).then_some(options),
    };
    let says_so = row.other.as_ref().is_some_and(|was| was.says_as(&other));
    if says_so && row.other.as_ref().is_some_and(|was| was.says == row.revision) {
        return Ok(());
    }
    let before = row.other.as_ref().filter(|_| !says_so).map(Before::of);
    let variables = bind! {
        post: Id(post), revision, lang: Word(lang), other: other.lang, title: other.title, body: other.body,
        alts: other.alts, options: other.options, person: Id(actor.person), at: At(ctx.now()), before,
        rank: versions::rank(revision)
    };
    write(ctx, found.id, post, WRITE, variables).await
}

/// Takes the second version away; the first stays. Repeating it changes nothing.
pub async fn drop_second(ctx: &Context, actor: &Actor, post: PostId) -> Result<()> {
    let (row, found) = editable(ctx, actor, post).await?;
    let Some(other) = &row.other else { return Ok(()) };
    let variables = bind! {
        post: Id(post), revision: row.revision, before: Before::of(other), at: At(ctx.now()),
        rank: versions::rank(row.revision)
    };
    write(ctx, found.id, post, DROP, variables).await
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
