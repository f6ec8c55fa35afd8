//! A post's thread, oldest first: comments, and under each what was answered to it.

use super::{
    mentions::{self, Cast},
    post::{load, seen},
    rights,
};
use crate::{
    Context, bind,
    communities::Found,
    db::{At, Id},
    error::Result,
    people,
    people::Names,
    reading,
};
use domain::{
    Actor, Reason,
    feed::{ANSWERS_KEPT, Branch, CommentView, Spot, THREAD_PAGE},
    id::{CommentId, PersonId, PostId, previous},
    page::Page,
    policy::{Action, judge},
    reading::{Muted, Taste},
};
use std::sync::Arc;
use surrealdb::types::{SurrealValue, Variables};

#[derive(SurrealValue)]
pub(super) struct CommentRow {
    pub(super) id: Id<CommentId>,
    pub(super) author: Id<PersonId>,
    pub(super) body: String,
    pub(super) created: At,
    pub(super) edited: Option<At>,
    pub(super) thread: String,
    answers: i64,
    to: Option<Id<PersonId>>,
    gone: bool,
    rank: String,
}

macro_rules! columns {
    () => {
        "record::id(id)[1] AS id, author, body, created, edited, thread, answers, to, gone, rank"
    };
}

/// What stands in a thread, in order: `$thread` is empty for the comments on the post itself.
pub(super) const THREAD: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM comment WITH INDEX comment_thread \
      WHERE post = $post AND thread = $thread AND rank > $after ORDER BY rank LIMIT $limit"
);

/// A page of the comments on `post` that follow `cursor`, oldest first, each with its first answers.
/// Who reads it from outside gets none: they were said among members.
pub async fn comments(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    cursor: Option<&str>,
) -> Result<Page<Branch>> {
    let (_, found) = seen(ctx, actor, post).await?;
    if !judge(actor, Action::Read, &found.place).is_allowed() {
        return Ok(Page::empty());
    }
    let reading = Reading::begin(ctx, actor, post).await?;
    let page = reading.rows("", cursor, THREAD_PAGE).await?;
    let branches = reading.with_answers(page.items).await?;
    Ok(Page { items: reading.views(branches).await?, next: page.next })
}

/// One comment with a page of all that was answered to it.
pub async fn branch(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    root: CommentId,
    cursor: Option<&str>,
) -> Result<Page<Branch>> {
    let reading = Reading::begin(ctx, actor, post).await?;
    let row = row(ctx, post, root).await?.filter(|row| row.thread.is_empty()).ok_or(Reason::NotFound)?;
    let page = reading.rows(&root.to_string(), cursor, THREAD_PAGE).await?;
    let mut views = reading.views(vec![(row, page.items)]).await?;
    for view in &mut views {
        // The way on is the page's.
        view.more = 0;
    }
    Ok(Page { items: views, next: page.next })
}

/// Where in the thread of `post` the reader finds `comment`: the first page, the one that begins with
/// it, or, when many were answered before it, the page of its own branch. One that is not there is
/// looked for at the beginning.
pub async fn spot(ctx: &Context, actor: &Actor, post: PostId, comment: CommentId) -> Result<Spot> {
    let reading = Reading::begin(ctx, actor, post).await?;
    let Some(found) = row(ctx, post, comment).await? else { return Ok(Spot::default()) };
    let root = if found.thread.is_empty() { comment } else { found.thread.parse().unwrap_or(comment) };
    if root != comment {
        let first = reading.rows(&root.to_string(), None, ANSWERS_KEPT).await?;
        if !first.items.iter().any(|row| row.id.0 == comment) {
            return Ok(Spot { branch: Some(root), after: Some(before(comment)) });
        }
    }
    let first = reading.rows("", None, THREAD_PAGE).await?;
    let after = (!first.items.iter().any(|row| row.id.0 == root)).then(|| before(root));
    Ok(Spot { branch: None, after })
}

/// The cursor after which `comment` is the first.
fn before(comment: CommentId) -> String {
    CommentId::new(previous(comment.ulid())).to_string()
}

/// Somebody who reads a thread they may read.
struct Reading<'a> {
    ctx: &'a Context,
    actor: &'a Actor,
    post: PostId,
    found: Arc<Found>,
    accepted: Option<CommentId>,
    taste: Arc<Taste>,
}

impl<'a> Reading<'a> {
    async fn begin(ctx: &'a Context, actor: &'a Actor, post: PostId) -> Result<Reading<'a>> {
        let (shown, found) = load(ctx, actor, post).await?;
        let taste = reading::taste(ctx, actor.person).await?;
        Ok(Reading { ctx, actor, post, found, accepted: shown.facts.answer(), taste })
    }

    async fn rows(&self, thread: &str, cursor: Option<&str>, size: usize) -> Result<Page<CommentRow>> {
        let after = cursor.and_then(|cursor| cursor.parse::<CommentId>().ok());
        let variables = bind! {
            post: Id(self.post), thread: thread.to_owned(),
            after: after.map_or(String::new(), |after| after.to_string()),
            limit: i64::try_from(size).unwrap_or_default() + 1
        };
        let rows = self.ctx.db().rows::<CommentRow>(THREAD, variables).await?;
        Ok(Page::cut(rows, size, |row| row.rank.clone()))
    }

    /// The first answers to each of `roots`: one question, and none where nothing was answered.
    async fn with_answers(&self, roots: Vec<CommentRow>) -> Result<Vec<(CommentRow, Vec<CommentRow>)>> {
        let mut surql = String::new();
        let mut variables: Variables = bind! {
            post: Id(self.post), after: String::new(), limit: i64::try_from(ANSWERS_KEPT).unwrap_or_default()
        };
        for (place, root) in roots.iter().filter(|root| root.answers > 0).enumerate() {
            surql.push_str(&THREAD.replace("$thread", &format!("$thread{place}")));
            surql.push(';');
            variables.insert(format!("thread{place}"), root.id.0.to_string().into_value());
        }
        if surql.is_empty() {
            return Ok(roots.into_iter().map(|root| (root, Vec::new())).collect());
        }
        let mut answer = self.ctx.db().query(&surql, variables).await?;
        let mut place = 0;
        let mut branches = Vec::with_capacity(roots.len());
        for root in roots {
            let mut answers = Vec::new();
            if root.answers > 0 {
                answers = answer.take::<CommentRow>(place)?;
                place += 1;
            }
            branches.push((root, answers));
        }
        Ok(branches)
    }

    async fn views(&self, branches: Vec<(CommentRow, Vec<CommentRow>)>) -> Result<Vec<Branch>> {
        let mut people = Vec::new();
        for row in branches.iter().flat_map(|(root, answers)| std::iter::once(root).chain(answers)) {
            people.push(row.author.0);
            people.extend(row.to.map(|to| to.0));
        }
        let names = people::names(self.ctx, &people).await?;
        let rows = branches.iter().flat_map(|(root, answers)| std::iter::once(root).chain(answers));
        let cast = Cast::of(self.ctx, rows.flat_map(|row| mentions::references(&row.body)).collect()).await?;
        let branch = |(root, answers): (CommentRow, Vec<CommentRow>)| {
            let counted = u64::try_from(root.answers).unwrap_or_default();
            let more = counted.saturating_sub(u64::try_from(answers.len()).unwrap_or_default());
            let answers = answers.into_iter().map(|row| self.view(row, &names, &cast)).collect();
            Branch { root: self.view(root, &names, &cast), answers, more }
        };
        Ok(branches.into_iter().map(branch).collect())
    }

    fn view(&self, row: CommentRow, names: &Names, cast: &Cast) -> CommentView {
        let (author, place) = (row.author.0, &self.found.place);
        CommentView {
            id: row.id.0,
            author: names.of(author),
            to: row.to.map(|to| names.of(to.0)),
            html: self.ctx.caches().feeds.threads.html(row.id.0, &row.body, cast, self.found.id),
            created: row.created.0,
            edited: row.edited.is_some(),
            accepted: self.accepted == Some(row.id.0),
            gone: row.gone,
            folded: !row.gone && self.taste.mutes(Muted::Person(author)),
            edits: !row.gone && rights::rewords(self.actor, place, author),
            deletes: !row.gone && rights::deletes(self.actor, place, author),
        }
    }
}

const ONE: &str = concat!("SELECT ", columns!(), " FROM type::record('comment', [$post, $comment])");

async fn row(ctx: &Context, post: PostId, comment: CommentId) -> Result<Option<CommentRow>> {
    ctx.db().row::<CommentRow>(ONE, bind! { post: Id(post), comment: comment.to_string() }).await
}

/// One comment and where it stands, if `actor` may read it.
pub(super) async fn one(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    comment: CommentId,
) -> Result<(CommentRow, Arc<Found>)> {
    let (_, found) = load(ctx, actor, post).await?;
    let row = row(ctx, post, comment).await?.filter(|row| !row.gone).ok_or(Reason::NotFound)?;
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
    rights::insist(rights::rewords(actor, &found.place, row.author.0), &found.place)?;
    mentions::typed(ctx, &found, &row.body).await
}

/// Who wrote a comment that is to be answered.
pub async fn answering(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    comment: CommentId,
) -> Result<domain::person::PersonName> {
    let (row, _) = one(ctx, actor, post, comment).await?;
    people::name(ctx, row.author.0).await
}
