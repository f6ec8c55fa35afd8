//! The log of what a community decides, and what waits for one's vote.

use super::show::{COLUMNS, ExportDecision, Row, counted, mine};
use crate::{
    Context, bind,
    communities::{Found, found_by_slug},
    db::{At, Id},
    error::Result,
    people,
};
use domain::{
    Actor,
    community::{
        amendment::may_follow,
        decision::{DECISIONS_PAGE, DecisionCard, OPEN_MOST, OPEN_SHOWN, may_vote},
    },
    id::CommunityId,
    page::Page,
    policy::allow,
    reading::Undecided,
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

pub(super) fn of_community() -> String {
    format!(
        "SELECT {COLUMNS} FROM decision WHERE community = $community AND rank > $after \
         ORDER BY rank LIMIT $limit"
    )
}

/// A page of the log, the newest first, for those within.
pub async fn decisions(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<DecisionCard>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(may_follow(actor, &found.place))?;
    let limit = i64::try_from(DECISIONS_PAGE + 1).unwrap_or(i64::MAX);
    let after = cursor.unwrap_or_default().to_owned();
    let rows: Vec<Row> =
        ctx.db().rows(&of_community(), bind! { community: Id(found.id), after, limit }).await?;
    let page = Page::cut(rows, DECISIONS_PAGE, |row| row.rank.clone());
    let items = cards(ctx, actor, counted(ctx, page.items).await?).await?;
    Ok(Page { items, next: page.next })
}

/// A page of the log for the file of the community; the caller has asked whether they may.
pub(in crate::communities) async fn export(
    ctx: &Context,
    community: CommunityId,
    cursor: Option<&str>,
) -> Result<Page<ExportDecision>> {
    let limit = i64::try_from(DECISIONS_PAGE + 1).unwrap_or(i64::MAX);
    let after = cursor.unwrap_or_default().to_owned();
    let variables = bind! { community: Id(community), after, limit };
    let rows: Vec<Row> = ctx.db().rows(&of_community(), variables).await?;
    let page = Page::cut(rows, DECISIONS_PAGE, |row| row.rank.clone());
    let rows = counted(ctx, page.items).await?;
    let people: Vec<_> = rows.iter().flat_map(Row::people).collect();
    let names = people::names(ctx, &people).await?;
    Ok(Page { items: rows.iter().map(|row| row.told(&names)).collect(), next: page.next })
}

async fn cards(ctx: &Context, actor: &Actor, rows: Vec<Row>) -> Result<Vec<DecisionCard>> {
    let mine = mine(ctx, actor, &rows).await?;
    let people: Vec<_> = rows.iter().flat_map(Row::people).collect();
    let names = people::names(ctx, &people).await?;
    Ok(rows.iter().map(|row| row.card(&names, mine.get(&row.id.0).copied())).collect())
}

pub(super) fn open() -> String {
    format!(
        "SELECT {COLUMNS} FROM decision WHERE community = $community AND state = 'open' AND closes > $at \
         ORDER BY closes LIMIT $limit"
    )
}

/// What waits for the actor's vote in those of `mine`, their communities, the first to close first.
pub(crate) async fn waiting_among(
    ctx: &Context,
    actor: &Actor,
    mine: &[Arc<Found>],
    most: usize,
) -> Result<Vec<Undecided>> {
    // All there are: those one has voted in would take the places of the others.
    let limit = i64::try_from(OPEN_MOST).unwrap_or(i64::MAX);
    let mut variables = bind! { at: At(ctx.now()), limit };
    let (mut surql, calm, era) = (String::new(), &ctx.caches().undisputed, ctx.caches().undisputed.era());
    let disputed: Vec<_> = mine.iter().filter(|found| calm.get(&found.id).is_none()).collect();
    for (index, found) in disputed.iter().enumerate() {
        variables.insert(format!("c{index}"), Id(found.id).into_value());
        surql.push_str(&open().replace("$community", &format!("$c{index}")));
        surql.push(';');
    }
    if surql.is_empty() {
        return Ok(Vec::new());
    }
    let mut answer = ctx.db().query(&surql, variables).await?;
    let mut rows: Vec<Row> = Vec::new();
    for (index, found) in disputed.iter().enumerate() {
        let open = answer.take::<Row>(index)?;
        if open.is_empty() {
            calm.keep(found.id, (), era);
        }
        rows.extend(open);
    }
    let voted = super::show::mine(ctx, actor, &rows).await?;
    rows.retain(|row| !voted.contains_key(&row.id.0));
    rows.sort_by_key(|row| row.closes);
    rows.truncate(most);
    let undecided = |row: Row| {
        let found = mine.iter().find(|found| found.id == row.community.0)?;
        Some(Undecided {
            slug: found.slug.clone(),
            community: found.name.clone(),
            id: row.id.0,
            question: row.question,
        })
    };
    Ok(rows.into_iter().filter_map(undecided).collect())
}

/// What waits for the actor's vote in `found`, the first to close first.
pub async fn waiting(ctx: &Context, actor: &Actor, found: &Found) -> Result<Vec<DecisionCard>> {
    if !may_vote(actor, &found.place).is_allowed() {
        return Ok(Vec::new());
    }
    let (calm, era) = (&ctx.caches().undisputed, ctx.caches().undisputed.era());
    if calm.get(&found.id).is_some() {
        return Ok(Vec::new());
    }
    let limit = i64::try_from(OPEN_MOST).unwrap_or(i64::MAX);
    let rows: Vec<Row> =
        ctx.db().rows(&open(), bind! { community: Id(found.id), at: At(ctx.now()), limit }).await?;
    if rows.is_empty() {
        calm.keep(found.id, (), era);
    }
    let mut cards = cards(ctx, actor, rows).await?;
    cards.retain(|card| card.mine.is_none());
    cards.truncate(OPEN_SHOWN);
    Ok(cards)
}
