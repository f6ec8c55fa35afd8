//! Who gave a post which reaction.

use super::post::load;
use crate::{Context, bind, db::Id, error::Result, people};
use domain::{
    Actor,
    feed::{PAGE, ReactedView, Reaction, Tally},
    id::{PersonId, PostId},
    page::Page,
};
use jiff::Timestamp;
use surrealdb::types::SurrealValue;

/// In the year 2255; what is taken from it has thirteen digits until then.
const LAST: i64 = 9_000_000_000_000;

/// Where a reaction stands among those of its kind to its post: the last one first, each once.
pub(super) fn rank(at: Timestamp, person: PersonId) -> String {
    format!("{:013}{person}", (LAST - at.as_millisecond()).clamp(0, LAST))
}

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    rank: String,
}

pub(super) const PEOPLE: &str =
    "SELECT record::id(id)[0] AS person, rank FROM reaction WITH INDEX reaction_kind
    WHERE post = $post AND kind = $kind AND rank > $after ORDER BY rank LIMIT $limit";

/// A page of those who gave `post` the reaction `kind`, or the one it has most of, for all who may read
/// it.
pub async fn reacted(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    kind: Option<Reaction>,
    cursor: Option<&str>,
) -> Result<ReactedView> {
    let (shown, _) = load(ctx, actor, post).await?;
    let tally = Tally { counts: shown.counts, mine: None };
    // Of two that were given as often, the first.
    let most = Reaction::ALL.into_iter().rev().max_by_key(|kind| tally.of(*kind));
    let kind = kind.or(most).unwrap_or(Reaction::Bravo);
    let after = cursor.filter(|cursor| cursor.len() <= 64).unwrap_or_default().to_owned();
    let variables = bind! {
        post: Id(post), kind: kind.word().to_owned(), after, limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX)
    };
    let rows = ctx.db().rows::<Row>(PEOPLE, variables).await?;
    let page = Page::cut(rows, PAGE, |row| row.rank.clone());
    let people: Vec<_> = page.items.iter().map(|row| row.person.0).collect();
    let names = people::names(ctx, &people).await?;
    Ok(ReactedView { tally, kind, people: page.map(|row| names.of(row.person.0)) })
}
