//! One's own rides, driven or shared, in one list.

use super::{
    enter,
    row::{cards, load_all},
};
use crate::{
    Context, bind,
    db::{Id, Word},
    error::Result,
};
use domain::{
    Actor,
    carpool::{BookingStatus, Ended, MyRide, PAGE, Period, latest_from, soonest_from},
    id::JourneyId,
    page::Page,
};
use std::collections::HashMap;
use surrealdb::types::SurrealValue;

/// Rides driven, then seats booked; each a range of an index.
pub(super) const COMING: [&str; 2] = [
    "SELECT id AS journey, soon AS key FROM journey WHERE driver = $person AND soon > $after \
     ORDER BY soon LIMIT $limit;",
    "SELECT journey, soon AS key, status, ended FROM booking WHERE person = $person AND soon > $after \
     ORDER BY soon LIMIT $limit;",
];
pub(super) const PAST: [&str; 2] = [
    "SELECT id AS journey, late AS key FROM journey WHERE driver = $person AND late > $after \
     ORDER BY late LIMIT $limit;",
    "SELECT journey, late AS key, status, ended FROM booking WHERE person = $person AND late > $after \
     ORDER BY late LIMIT $limit;",
];

#[derive(SurrealValue)]
struct Line {
    journey: Id<JourneyId>,
    key: String,
    status: Option<Word<BookingStatus>>,
    ended: Option<Word<Ended>>,
}

/// A page of the rides that the actor drives or has asked a seat in. What was called off is among
/// them, so that nobody waits at the roadside.
pub async fn mine(
    ctx: &Context,
    actor: &Actor,
    period: Period,
    cursor: Option<&str>,
) -> Result<Page<MyRide>> {
    enter(actor)?;
    let (queries, first) = match period {
        Period::Coming => (COMING, soonest_from(ctx.now())),
        Period::Past => (PAST, latest_from(ctx.now())),
    };
    // A cursor never leads out of the period.
    let after = cursor.filter(|cursor| **cursor > *first).unwrap_or(&first).to_owned();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let variables = bind! { person: Id(actor.person), after, limit };
    let mut answer = ctx.db().query(&queries.concat(), variables).await?;
    let mut lines: Vec<Line> = answer.take(0)?;
    lines.extend(answer.take::<Line>(1)?);
    lines.sort_by(|a, b| a.key.cmp(&b.key));
    let page = Page::cut(lines, PAGE, |line| line.key.clone());
    let ids: Vec<_> = page.items.iter().map(|line| line.journey.0).collect();
    let rows = load_all(ctx, &ids).await?;
    let ordered: Vec<_> = ids.iter().filter_map(|id| rows.get(id)).collect();
    let cards = cards(ctx, ordered.iter().copied()).await?;
    let mut cards: HashMap<_, _> = cards.into_iter().map(|card| (card.id, card)).collect();
    let mut ride = |line: &Line| {
        let row = rows.get(&line.journey.0)?;
        let booking = line.status.map(|status| (status.0, line.ended.map(|word| word.0)));
        let waiting = if booking.is_none() { row.waiting } else { 0 };
        Some(MyRide { ride: cards.remove(&line.journey.0)?, booking, waiting })
    };
    let items = page.items.iter().map(&mut ride).collect::<Vec<_>>();
    Ok(Page { items: items.into_iter().flatten().collect(), next: page.next })
}
