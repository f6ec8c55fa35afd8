//! Rides and bookings of the demonstration, past ones too, many at once.

use super::{
    offer::journey,
    places::{self, End},
    row::{NewBooking, NewJourney, booking, load_all},
};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
    people,
};
use domain::{
    carpool::{BookingStatus, CarpoolError, Ended, latest_first, soonest_first},
    id::{JourneyId, PersonId, WorkplaceId},
};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};
use surrealdb::types::SurrealValue;

/// An end of a ride.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeedEnd {
    /// INSEE code.
    Commune(String),
    Workplace(WorkplaceId),
}

#[derive(Clone, Debug)]
pub struct SeedJourney {
    pub driver: PersonId,
    /// INSEE code.
    pub from: String,
    pub to: SeedEnd,
    pub departs: Timestamp,
    pub seats: i64,
    pub note: String,
    pub created: Timestamp,
}

#[derive(Clone, Debug)]
pub struct SeedBooking {
    pub journey: JourneyId,
    pub person: PersonId,
    pub status: BookingStatus,
    /// For a cancelled one.
    pub ended: Option<Ended>,
    pub seats: i64,
    pub asked: Timestamp,
}

/// Rows of one transaction: enough to be quick, few enough to be held at once.
const BATCH: usize = 500;

/// Stores `journeys`; gives their ids in the same order.
pub async fn seed_journeys(ctx: &Context, journeys: &[SeedJourney]) -> Result<Vec<JourneyId>> {
    let workplaces = people::workplaces(ctx).await?;
    let row = |seed: &SeedJourney| {
        let commune = |code: &str| Some(End { stop: places::stop_of(code)?, workplace: None });
        let end = match &seed.to {
            SeedEnd::Commune(code) => commune(code),
            SeedEnd::Workplace(id) => {
                workplaces.iter().find(|place| place.id == *id).and_then(places::workplace)
            }
        };
        let nowhere =
            |what: &dyn std::fmt::Debug| Error::broken(format!("a ride to or from nowhere: {what:?}"));
        let from = commune(&seed.from).ok_or_else(|| nowhere(&seed.from))?;
        let to = end.ok_or_else(|| nowhere(&seed.to))?;
        let id = JourneyId::new(ctx.clock().ulid_at(seed.created));
        let made = journey(ctx, id, seed.driver, &from, &to, seed.departs);
        let note = seed.note.clone();
        Ok(NewJourney { seats: seed.seats, note, created: At(seed.created), ..made })
    };
    let rows = journeys.iter().map(row).collect::<Result<Vec<NewJourney>>>()?;
    for batch in rows.chunks(BATCH) {
        ctx.write("INSERT INTO journey $rows RETURN NONE;", bind! { rows: batch.to_vec() }).await?;
    }
    ctx.caches().next_rides.forget_all();
    Ok(rows.iter().map(|row| row.id.0).collect())
}

/// What the bookings of a batch add to one ride.
#[derive(Clone, Default, SurrealValue)]
struct Count {
    journey: Option<Id<JourneyId>>,
    taken: i64,
    waiting: i64,
}

const BOOK: &str = "
INSERT INTO booking $rows RETURN NONE;
FOR $count IN $counts {
    LET $ride = UPDATE ONLY $count.journey SET taken += $count.taken, waiting += $count.waiting;
    IF $ride.taken > $ride.seats { THROW 'full' };
};
";

/// Stores `bookings`, at most one a person and ride. More than a ride has seats is refused.
pub async fn seed_bookings(ctx: &Context, bookings: &[SeedBooking]) -> Result<()> {
    for batch in bookings.chunks(BATCH) {
        let ids: Vec<JourneyId> = batch.iter().map(|seed| seed.journey).collect();
        let rides: HashMap<_, _> = load_all(ctx, &ids).await?;
        let mut counts: BTreeMap<JourneyId, Count> = BTreeMap::new();
        let mut rows = Vec::with_capacity(batch.len());
        for seed in batch {
            let ride = rides.get(&seed.journey).ok_or_else(|| Error::broken("a booking of no ride"))?;
            let count = counts.entry(seed.journey).or_default();
            count.journey = Some(Id(seed.journey));
            count.taken += if seed.status.holds_seat() { seed.seats } else { 0 };
            count.waiting += i64::from(seed.status == BookingStatus::WaitingConfirmation);
            rows.push(row(seed, ride.departs.0));
        }
        let counts: Vec<Count> = counts.into_values().collect();
        ctx.write(BOOK, bind! { rows, counts }).await.map_err(|error| match thrown(&error) {
            Some("full") => CarpoolError::Full.into(),
            _ => error,
        })?;
    }
    ctx.caches().next_rides.forget_all();
    Ok(())
}

fn row(seed: &SeedBooking, departs: Timestamp) -> NewBooking {
    NewBooking {
        id: booking(seed.journey, seed.person),
        journey: Id(seed.journey),
        person: Id(seed.person),
        status: Word(seed.status),
        ended: seed.ended.map(Word),
        seats: seed.seats,
        pickup: None,
        dropoff: None,
        asked: At(seed.asked),
        changed: At(seed.asked),
        soon: soonest_first(departs, seed.journey),
        late: latest_first(departs, seed.journey),
    }
}
