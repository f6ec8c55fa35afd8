//! Rides and bookings as the store keeps them, and what a list shows of them.

use super::places::name_of;
use crate::{
    Context, bind,
    db::{At, Id, Keyed, Word},
    error::Result,
    people,
};
use domain::{
    Reason,
    carpool::{
        BookingStatus, Candidate, Ended, Estimate, Fit, Match, Moment, Point, RideCard, RideStatus, Router,
        Stop, Via,
    },
    id::{JourneyId, PersonId, WorkplaceId},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};

/// A ride as it is written; its counters begin at 0.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct NewJourney {
    pub id: Id<JourneyId>,
    pub driver: Id<PersonId>,
    pub from_commune: String,
    pub from_lon: f64,
    pub from_lat: f64,
    pub to_commune: String,
    pub to_lon: f64,
    pub to_lat: f64,
    pub to_workplace: Option<Id<WorkplaceId>>,
    pub departs: At,
    pub day: String,
    pub seats: i64,
    pub note: String,
    pub created: At,
    pub soon: String,
    pub late: String,
}

/// A booking as it is written.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct NewBooking {
    pub id: RecordId,
    pub journey: Id<JourneyId>,
    pub person: Id<PersonId>,
    pub status: Word<BookingStatus>,
    pub ended: Option<Word<Ended>>,
    pub seats: i64,
    pub pickup: Option<String>,
    pub dropoff: Option<String>,
    pub asked: At,
    pub changed: At,
    pub soon: String,
    pub late: String,
}

/// A ride as it is read.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct Row {
    pub id: Id<JourneyId>,
    pub driver: Id<PersonId>,
    pub from_commune: String,
    pub from_lon: f64,
    pub from_lat: f64,
    pub to_commune: String,
    pub to_lon: f64,
    pub to_lat: f64,
    pub workplace: Option<String>,
    pub departs: At,
    pub seats: i64,
    pub taken: i64,
    pub waiting: i64,
    pub note: String,
    pub open: bool,
}

/// `$journeys` is one record or several.
pub(super) const ROWS: &str = "SELECT id, driver, from_commune, from_lon, from_lat, to_commune, to_lon, to_lat, \
     to_workplace.name AS workplace, departs, seats, taken, waiting, note, open FROM $journeys";

/// One ride, or `NotFound`.
pub(super) async fn load(ctx: &Context, journey: JourneyId) -> Result<Row> {
    let found = ctx.db().row::<Row>(ROWS, bind! { journeys: Id(journey) }).await?;
    Ok(found.ok_or(Reason::NotFound)?)
}

/// Some rides by their ids; those that are gone meanwhile are left out.
pub(super) async fn load_all(ctx: &Context, journeys: &[JourneyId]) -> Result<HashMap<JourneyId, Row>> {
    if journeys.is_empty() {
        return Ok(HashMap::new());
    }
    let journeys: Vec<_> = journeys.iter().copied().map(Id).collect();
    let rows = ctx.db().rows::<Row>(ROWS, bind! { journeys }).await?;
    Ok(rows.into_iter().map(|row| (row.id.0, row)).collect())
}

impl Row {
    pub fn free(&self) -> i64 {
        (self.seats - self.taken).max(0)
    }

    pub fn status(&self, now: Timestamp) -> RideStatus {
        match (self.open, self.departs.0 <= now) {
            (false, _) => RideStatus::Cancelled,
            (true, true) => RideStatus::Departed,
            (true, false) => RideStatus::Ahead,
        }
    }

    pub fn from(&self) -> Stop {
        Stop {
            name: name_of(&self.from_commune),
            commune: self.from_commune.clone(),
            is_workplace: false,
            point: Point { lon: self.from_lon, lat: self.from_lat },
        }
    }

    pub fn to(&self) -> Stop {
        Stop {
            name: self.workplace.clone().unwrap_or_else(|| name_of(&self.to_commune)),
            commune: self.to_commune.clone(),
            is_workplace: self.workplace.is_some(),
            point: Point { lon: self.to_lon, lat: self.to_lat },
        }
    }

    pub fn candidate(&self) -> Candidate {
        Candidate {
            journey: self.id.0,
            from: Point { lon: self.from_lon, lat: self.from_lat },
            to: Point { lon: self.to_lon, lat: self.to_lat },
            departs: self.departs.0,
            free: self.free(),
        }
    }
}

/// What a list shows of `rows`, in their order.
pub(super) async fn cards<'a>(
    ctx: &Context,
    rows: impl Iterator<Item = &'a Row> + Clone,
) -> Result<Vec<RideCard>> {
    let drivers: Vec<PersonId> = rows.clone().map(|row| row.driver.0).collect();
    let names = people::names(ctx, &drivers).await?;
    let now = ctx.now();
    let card = |row: &Row| {
        let (from, to) = (row.from(), row.to());
        let leg = Estimate.leg(from.point, to.point);
        RideCard {
            id: row.id.0,
            driver: names.of(row.driver.0),
            departs: shown(ctx, row.departs.0),
            arrives: shown(ctx, later(row.departs.0, leg.seconds)),
            metres: leg.metres,
            seats: row.seats,
            free: row.free(),
            status: row.status(now),
            from,
            to,
        }
    };
    Ok(rows.map(card).collect())
}

/// A moment as the organisation's clocks show it.
pub(super) fn shown(ctx: &Context, at: Timestamp) -> Moment {
    Moment { at, wall: ctx.zone().to_datetime(at) }
}

fn later(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(at)
}

/// What a page shows of how a ride suits a passenger between those stops.
pub(super) fn via(
    ctx: &Context,
    ride: &RideCard,
    from: Option<&Stop>,
    to: Option<&Stop>,
    found: &Match,
) -> Via {
    let elsewhere = |stop: Option<&Stop>, end: &Stop| stop.filter(|stop| stop.point != end.point).cloned();
    let fit = Fit {
        detour_metres: found.detour_metres,
        shared_metres: found.shared_metres,
        pickup: shown(ctx, found.pickup),
        dropoff: shown(ctx, found.dropoff),
    };
    Via { from: elsewhere(from, &ride.from), to: elsewhere(to, &ride.to), fit }
}

/// The record of a person's booking.
pub(super) fn booking(journey: JourneyId, person: PersonId) -> RecordId {
    let link = |table: &str, key: String| Value::RecordId(RecordId::new(table, key));
    let key = vec![link(JourneyId::TABLE, journey.to_string()), link(PersonId::TABLE, person.to_string())];
    RecordId::new("booking", RecordIdKey::Array(key.into()))
}

/// A booking as it is read.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct Booking {
    pub person: Id<PersonId>,
    pub status: Word<BookingStatus>,
    pub ended: Option<Word<Ended>>,
    pub seats: i64,
    pub pickup: Option<String>,
    pub dropoff: Option<String>,
    pub asked: At,
}

pub(super) const BOOKING: &str = "SELECT person, status, ended, seats, pickup, dropoff, asked FROM $booking";

/// A person's booking of a ride, cancelled ones too.
pub(super) async fn booking_of(
    ctx: &Context,
    journey: JourneyId,
    person: PersonId,
) -> Result<Option<Booking>> {
    ctx.db().row(BOOKING, bind! { booking: booking(journey, person) }).await
}
