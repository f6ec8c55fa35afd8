//! One's own proposals, and those that wait for an answer.

use super::find::{COLUMNS, Row};
use crate::{Context, bind, db::Id, error::Result};
use domain::{
    Actor,
    community::{PAGE, proposal::ProposalCard},
    page::Page,
    policy::{Verdict, allow, may_open, may_propose},
};

pub(super) fn of_mine() -> String {
    format!("SELECT {COLUMNS} FROM proposal WHERE by = $by AND rank > $after ORDER BY rank LIMIT $limit")
}

pub(super) fn of_queue() -> String {
    format!(
        "SELECT {COLUMNS} FROM proposal WHERE state = 'sent' AND queued > $after ORDER BY queued LIMIT $limit"
    )
}

/// A page of what the actor proposed, the newest first.
pub async fn mine(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<ProposalCard>> {
    allow(may_propose(actor))?;
    let variables = bind! {
        by: Id(actor.person), after: cursor.unwrap_or_default().to_owned(), limit: limit(PAGE)
    };
    let rows: Vec<Row> = ctx.db().rows(&of_mine(), variables).await?;
    Ok(Page::cut(rows, PAGE, |row| row.rank.clone()).map(|row| row.card()))
}

/// A page of what waits for an answer, the longest waiting first. For who does not answer there is
/// no such list.
pub async fn queue(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<ProposalCard>> {
    if may_open(actor) != Verdict::Allowed {
        allow(Verdict::Hidden)?;
    }
    let variables = bind! { after: cursor.unwrap_or_default().to_owned(), limit: limit(PAGE) };
    let rows: Vec<Row> = ctx.db().rows(&of_queue(), variables).await?;
    Ok(Page::cut(rows, PAGE, |row| row.queued.clone().unwrap_or_default()).map(|row| row.card()))
}

/// One more than a page shows.
fn limit(page: usize) -> i64 {
    i64::try_from(page + 1).unwrap_or(i64::MAX)
}
