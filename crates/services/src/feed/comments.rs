//! A post's thread, oldest first.

use super::{post::load, rights};
use crate::{
    Context, bind,
    communities::Found,
    db::{At, Id},
    error::Result,
    people,
};
use domain::{
    Actor, Reason,
    feed::{CommentView, THREAD_PAGE},
    id::{CommentId, PersonId, PostId},
    page::Page,
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

#[derive(SurrealValue)]
pub(super) struct CommentRow {
    pub(super) id: Id<CommentId>,
    pub(super) author: Id<PersonId>,
    pub(super) body: String,
    pub(super) created: At,
    pub(super) edited: Option<At>,
}

/// A thread is a range of keys, `[post, comment]`.
pub(super) const THREAD: &str = "SELECT record::id(id)[1] AS id, author, body, created, edited
    FROM comment:[$post, $after]>..=[$post, '~'] LIMIT $limit";

/// The comments on `post` that follow `cursor`, oldest first.
pub async fn comments(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    cursor: Option<&str>,
) -> Result<Page<CommentView>> {
    let (shown, found) = load(ctx, actor, post).await?;
    let accepted = shown.facts.answer();
    let after = cursor.and_then(|cursor| cursor.parse::<CommentId>().ok());
    let after = after.map_or(String::new(), |after| after.to_string());
    let limit = i64::try_from(THREAD_PAGE).unwrap_or_default() + 1;
    let rows = ctx.db().rows::<CommentRow>(THREAD, bind! { post: Id(post), after, limit }).await?;
    let page = Page::cut(rows, THREAD_PAGE, |row| row.id.0.to_string());
    let authors: Vec<_> = page.items.iter().map(|row| row.author.0).collect();
    let names = people::names(ctx, &authors).await?;
    let threads = &ctx.caches().feeds.threads;
    Ok(page.map(|row| CommentView {
        id: row.id.0,
        author: names.of(row.author.0),
        html: threads.html(row.id.0, &row.body),
        created: row.created.0,
        edited: row.edited.is_some(),
        accepted: accepted == Some(row.id.0),
        edits: rights::edits(actor, &found.place, row.author.0),
        deletes: rights::deletes(actor, &found.place, row.author.0),
    }))
}

const ONE: &str = "SELECT record::id(id)[1] AS id, author, body, created, edited
    FROM type::record('comment', [$post, $comment])";

/// One comment and where it stands, if `actor` may read it.
pub(super) async fn one(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    comment: CommentId,
) -> Result<(CommentRow, Arc<Found>)> {
    let (_, found) = load(ctx, actor, post).await?;
    let variables = bind! { post: Id(post), comment: comment.to_string() };
    let row = ctx.db().row::<CommentRow>(ONE, variables).await?.ok_or(Reason::NotFound)?;
    Ok((row, found))
}

/// The Markdown of a comment, if `actor` may change it.
pub async fn comment_source(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    comment: CommentId,
) -> Result<String> {
    let (row, found) = one(ctx, actor, post, comment).await?;
    rights::insist(rights::edits(actor, &found.place, row.author.0), &found.place)?;
    Ok(row.body)
}
