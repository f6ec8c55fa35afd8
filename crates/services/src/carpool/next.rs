//! What is next for me on the road.

use super::{enter, places::name_of};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor,
    carpool::{BookingStatus, RideSummary, soonest_from},
    id::{JourneyId, PersonId},
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// The first ride driven, then the first with a seat held; each the head of a range of an index.
pub(super) const NEXT: [&str; 2] = [
    "SELECT id, from_commune, to_commune, to_workplace.name AS workplace, departs FROM journey \
     WHERE driver = $person AND soon > $after AND open = true ORDER BY soon LIMIT 1;",
    "SELECT journey.id AS id, journey.from_commune AS from_commune, journey.to_commune AS to_commune, \
     journey.to_workplace.name AS workplace, journey.departs AS departs, soon FROM booking \
     WHERE person = $person AND soon > $after AND status != $cancelled ORDER BY soon LIMIT 1;",
];

#[derive(SurrealValue)]
struct Row {
    id: Id<JourneyId>,
    from_commune: String,
    to_commune: String,
    workplace: Option<String>,
    departs: At,
}

/// The next ride that the actor drives or holds a seat in. Every page shows it, so it is kept in
/// memory until it departs, or until `forget`.
pub async fn next_ride(ctx: &Context, actor: &Actor) -> Result<Option<RideSummary>> {
    enter(actor)?;
    let cache = &ctx.caches().next_rides;
    match cache.get(&actor.person) {
        Some(Some(ride)) if ride.departs <= ctx.now() => {}
        Some(ride) => return Ok(ride.map(|ride| ride.as_ref().clone())),
        None => {}
    }
    let era = cache.era();
    let ride = read(ctx, actor.person).await?;
    cache.keep(actor.person, ride.clone().map(Arc::new), era);
    Ok(ride)
}

/// To be called by every write that adds or takes a ride of `person`'s.
pub(super) fn forget(ctx: &Context, person: PersonId) {
    ctx.caches().next_rides.forget(&person);
}

async fn read(ctx: &Context, person: PersonId) -> Result<Option<RideSummary>> {
    let after = soonest_from(ctx.now());
    let variables = bind! { person: Id(person), after, cancelled: Word(BookingStatus::Cancelled) };
    let mut answer = ctx.db().query(&NEXT.concat(), variables).await?;
    let mut rows: Vec<Row> = answer.take(0)?;
    rows.extend(answer.take::<Row>(1)?);
    let summary = |row: Row| RideSummary {
        id: row.id.0,
        from: name_of(&row.from_commune),
        to: row.workplace.unwrap_or_else(|| name_of(&row.to_commune)),
        departs: row.departs.0,
    };
    Ok(rows.into_iter().min_by_key(|row| row.departs).map(summary))
}
