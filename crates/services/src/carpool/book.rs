//! A seat is asked for.

use super::{
    changed, enter,
    places::stop_of,
    row::{Booking, Row, booking, booking_of, load},
};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor,
    carpool::{
        BookingStatus, CarpoolError, RideStatus, SEATS_MAX, latest_first, may_ask_again, soonest_first,
    },
    form::{Fault, Reader},
    id::{JourneyId, PersonId},
};

/// The form as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookForm {
    /// One when empty.
    pub seats: String,
    /// INSEE codes of where the passenger gets in and out; empty at the ride's own ends.
    pub pickup: String,
    pub dropoff: String,
}

/// Tries when the booking changes between reading and writing it.
pub(super) const TRIES: usize = 5;

/// Asks for a seat; it is held from now on, and the driver confirms or declines. Asking again while
/// one holds a seat changes nothing, and so does sending the form (`key`) twice.
pub async fn book(ctx: &Context, actor: &Actor, journey: JourneyId, raw: &BookForm, key: &str) -> Result<()> {
    enter(actor)?;
    let mut form = Reader::default();
    let seats = if raw.seats.is_empty() { 1 } else { form.number("seats", &raw.seats, 1, SEATS_MAX) };
    let pickup = stop(&mut form, "pickup", &raw.pickup);
    let dropoff = stop(&mut form, "dropoff", &raw.dropoff);
    form.done()?;
    for _ in 0..TRIES {
        let ride = load(ctx, journey).await?;
        let was = booking_of(ctx, journey, actor.person).await?;
        if was.as_ref().is_some_and(|was| was.status.0.holds_seat()) {
            return Ok(());
        }
        may_book(ctx, &ride, was.as_ref(), actor.person, seats)?;
        let elsewhere = |stop: &Option<String>, end: &str| stop.clone().filter(|code| code != end);
        let variables = bind! {
            journey: Id(journey), person: Id(actor.person), booking: booking(journey, actor.person), seats,
            pickup: elsewhere(&pickup, &ride.from_commune), dropoff: elsewhere(&dropoff, &ride.to_commune),
            status: Word(BookingStatus::WaitingConfirmation), was: was.map(|was| was.status),
            soon: soonest_first(ride.departs.0, journey), late: latest_first(ride.departs.0, journey),
            at: At(ctx.now())
        };
        let written = ctx.write_once(actor.person, key, journey, include_str!("book.surql"), variables).await;
        match written {
            Ok(outcome) => {
                if outcome.first {
                    changed(ctx, journey, [ride.driver.0, actor.person]);
                }
                return Ok(());
            }
            Err(error) => match thrown(&error) {
                Some("changed") => {}
                Some("full") => return Err(CarpoolError::Full.into()),
                Some("cancelled") => return Err(CarpoolError::Cancelled.into()),
                _ => return Err(error),
            },
        }
    }
    Err(CarpoolError::BookingState.into())
}

/// The rules, at the moment of asking; what may change meanwhile is guarded again by the query.
fn may_book(
    ctx: &Context,
    ride: &Row,
    was: Option<&Booking>,
    person: PersonId,
    seats: i64,
) -> Result<(), Error> {
    let refusal = match ride.status(ctx.now()) {
        _ if ride.driver.0 == person => CarpoolError::OwnRide,
        RideStatus::Cancelled => CarpoolError::Cancelled,
        RideStatus::Departed => CarpoolError::Gone,
        RideStatus::Ahead if was.is_some_and(|was| !may_ask_again(was.ended.map(|word| word.0))) => {
            CarpoolError::BookingState
        }
        RideStatus::Ahead if ride.free() < seats => CarpoolError::Full,
        RideStatus::Ahead => return Ok(()),
    };
    Err(refusal.into())
}

fn stop(form: &mut Reader, field: &str, code: &str) -> Option<String> {
    if code.trim().is_empty() {
        return None;
    }
    let stop = stop_of(code);
    if stop.is_none() {
        form.fault(field, Fault::Place);
    }
    stop.map(|stop| stop.commune)
}
