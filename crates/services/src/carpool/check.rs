//! What must hold of rides, verified row by row: for `preau check` and for the tests.

use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    carpool::{BookingStatus, latest_first, soonest_first},
    id::JourneyId,
};
use std::collections::HashMap;
use surrealdb::types::SurrealValue;

#[derive(SurrealValue)]
struct Ride {
    id: Id<JourneyId>,
    departs: At,
    day: String,
    seats: i64,
    taken: i64,
    waiting: i64,
    open: bool,
    soon: String,
    late: String,
    driven: bool,
}

#[derive(SurrealValue)]
struct Held {
    journey: Id<JourneyId>,
    status: Word<BookingStatus>,
    seats: i64,
    soon: String,
    own: bool,
    known: bool,
}

const ALL: &str = "
SELECT id, departs, day, seats, taken, waiting, open, soon, late, record::exists(driver) AS driven FROM journey;
SELECT journey, status, seats, soon, person = journey.driver AS own, record::exists(person) AS known FROM booking;
";

/// What is wrong, one sentence each; nothing when all is well.
pub async fn check(ctx: &Context) -> Result<Vec<String>> {
    let mut answer = ctx.db().query(ALL, bind! {}).await?;
    let rides: Vec<Ride> = answer.take(0)?;
    let bookings: Vec<Held> = answer.take(1)?;
    let mut wrong = Vec::new();
    let mut held: HashMap<JourneyId, (i64, i64)> = HashMap::new();
    let order: HashMap<JourneyId, &str> = rides.iter().map(|ride| (ride.id.0, ride.soon.as_str())).collect();
    for booking in &bookings {
        let journey = booking.journey.0;
        let (taken, waiting) = held.entry(journey).or_default();
        if booking.status.0.holds_seat() {
            *taken += booking.seats;
        }
        *waiting += i64::from(booking.status.0 == BookingStatus::WaitingConfirmation);
        match order.get(&journey) {
            None => wrong.push(format!("a booking of ride {journey} leads nowhere")),
            Some(soon) if **soon != booking.soon => {
                wrong.push(format!("a booking of ride {journey} is out of its order"));
            }
            Some(_) => {}
        }
        if !booking.known {
            wrong.push(format!("a booking of ride {journey} is nobody's"));
        }
        if booking.own {
            wrong.push(format!("the driver of ride {journey} booked a seat in it"));
        }
    }
    for ride in &rides {
        wrong.extend(faults(ctx, ride, held.get(&ride.id.0).copied().unwrap_or_default()));
    }
    Ok(wrong)
}

fn faults(ctx: &Context, ride: &Ride, (taken, waiting): (i64, i64)) -> Vec<String> {
    let id = ride.id.0;
    let mut wrong = Vec::new();
    if ride.taken != taken {
        wrong.push(format!("ride {id} counts {} seats taken, {taken} are", ride.taken));
    }
    if ride.waiting != waiting {
        wrong.push(format!("ride {id} counts {} requests waiting, {waiting} are", ride.waiting));
    }
    if taken > ride.seats {
        wrong.push(format!("ride {id} is over its seats: {taken} of {}", ride.seats));
    }
    if !ride.open && taken > 0 {
        wrong.push(format!("ride {id} was called off and holds seats"));
    }
    if ride.soon != soonest_first(ride.departs.0, id) || ride.late != latest_first(ride.departs.0, id) {
        wrong.push(format!("ride {id} is out of its order"));
    }
    if ride.day != ctx.zone().to_datetime(ride.departs.0).date().to_string() {
        wrong.push(format!("ride {id} is filed under {}", ride.day));
    }
    if !ride.driven {
        wrong.push(format!("ride {id} has no driver"));
    }
    wrong
}
