//! Rides and the seats in them.

use super::{Round, communities::Count, joined, shown};
use crate::{
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    carpool::{BookingStatus, latest_first, soonest_first},
    id::{JourneyId, PersonId},
};
use surrealdb::types::{RecordId, SurrealValue, Value};

/// What is remembered of a ride.
pub(super) struct Ride {
    driver: PersonId,
    departs: At,
    seats: i64,
    open: bool,
    taken: Count,
    waiting: Count,
}

#[derive(SurrealValue)]
struct Row {
    id: Id<JourneyId>,
    driver: Id<PersonId>,
    departs: At,
    day: String,
    seats: i64,
    taken: i64,
    waiting: i64,
    open: bool,
    soon: String,
    late: String,
}

const ROW: &str = "id, driver, departs, day, seats, taken, waiting, open, soon, late";

#[derive(SurrealValue)]
struct Booking {
    id: RecordId,
    journey: Id<JourneyId>,
    person: Id<PersonId>,
    status: Word<BookingStatus>,
    seats: i64,
    soon: String,
    late: String,
}

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round.each("journey", ROW, enter).await?;
    round.each("booking", "id, journey, person, status, seats, soon, late", booking).await?;
    let rides = std::mem::take(&mut round.rides);
    for (id, ride) in rides {
        ride.taken.check(round, || format!("seats taken in ride {id}"));
        ride.waiting.check(round, || format!("requests waiting for ride {id}"));
        let held = ride.taken.found;
        round.hold(held <= ride.seats, || format!("ride {id} is over its seats: {held} of {}", ride.seats));
        round.hold(ride.open || held == 0, || format!("ride {id} was called off and holds seats"));
    }
    Ok(())
}

fn enter(round: &mut Round<'_>, row: Row) {
    let id = row.id.0;
    round.person(row.driver.0, || format!("ride {id}"));
    let (soon, late) = (soonest_first(row.departs.0, id), latest_first(row.departs.0, id));
    round.hold(row.soon == soon && row.late == late, || format!("ride {id} is out of order in lists"));
    let day = round.ctx.zone().to_datetime(row.departs.0).date().to_string();
    round.hold(row.day == day, || format!("ride {id} departs on {day} and is filed under {}", row.day));
    let ride = Ride {
        driver: row.driver.0,
        departs: row.departs,
        seats: row.seats,
        open: row.open,
        taken: Count::of(row.taken),
        waiting: Count::of(row.waiting),
    };
    round.rides.insert(id, ride);
}

fn booking(round: &mut Round<'_>, row: Booking) {
    let id = shown(&row.id);
    let (journey, person) = (row.journey.0, row.person.0);
    let key = vec![Value::RecordId(row.journey.record()), Value::RecordId(row.person.record())];
    round.hold(row.id == joined("booking", key), || format!("{id} is not where it belongs"));
    round.person(person, || id.clone());
    round.hold(row.seats > 0, || format!("{id} holds {} seats", row.seats));
    let Some(ride) = round.rides.get_mut(&journey) else {
        return round.wrong(format!("{id} leads to no ride"));
    };
    if row.status.0.holds_seat() {
        ride.taken.found += row.seats;
    }
    ride.waiting.found += i64::from(row.status.0 == BookingStatus::WaitingConfirmation);
    let own = ride.driver == person;
    let departs = ride.departs.0;
    let ordered = row.soon == soonest_first(departs, journey) && row.late == latest_first(departs, journey);
    round.hold(!own, || format!("{id}: the driver booked a seat"));
    round.hold(ordered, || format!("{id} is out of order in lists"));
}
