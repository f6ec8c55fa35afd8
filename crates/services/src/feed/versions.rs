//! What a post said before it was changed, for all who may read what it says now.

use super::{
    mentions::{Cast, references},
    post::load,
    prose,
};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor, Lang,
    feed::{PAGE, VersionView},
    id::PostId,
    page::Page,
};
use surrealdb::types::SurrealValue;

/// The key under which what a revision said is kept: the latest first.
pub(super) fn rank(revision: i64) -> String {
    format!("{:019}", i64::MAX - revision.max(0))
}

#[derive(SurrealValue)]
struct Row {
    rank: String,
    title: String,
    body: String,
    until: At,
    minor: bool,
    beside: Option<Vec<String>>,
    lang: Option<Word<Lang>>,
}

pub(super) const VERSIONS: &str = "SELECT record::id(id)[1] AS rank, title, body, until, minor, beside, lang \
     FROM type::record('version', [$post, $after]>..=[$post, '~']) LIMIT $limit";

/// A page of the earlier versions of `post`, the latest first.
pub async fn versions(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    cursor: Option<&str>,
) -> Result<Page<VersionView>> {
    let (_, found) = load(ctx, actor, post).await?;
    let after = cursor.filter(|cursor| cursor.len() <= 19).unwrap_or_default().to_owned();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let rows = ctx.db().rows::<Row>(VERSIONS, bind! { post: Id(post), after, limit }).await?;
    let cast = Cast::of(ctx, rows.iter().flat_map(|row| references(&row.body)).collect()).await?;
    Ok(Page::cut(rows, PAGE, |row| row.rank.clone()).map(|row| VersionView {
        title: row.title,
        html: prose::html_calling(&row.body, &cast, found.id),
        until: row.until.0,
        minor: row.minor,
        beside: row.beside.unwrap_or_default(),
        lang: row.lang.map(|lang| lang.0),
    }))
}
