//! A booking goes on to its next status: confirmed, declined or cancelled.

use super::{
    book::TRIES,
    changed, enter,
    row::{Booking, Row, booking, booking_of, load},
};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::Result,
};
use domain::{
    Actor, Reason,
    carpool::{BookingStatus, CarpoolError, Ended, Party, RideStatus, Step, step},
    id::{JourneyId, PersonId},
};

/// The driver says yes to `passenger`.
pub async fn confirm(ctx: &Context, actor: &Actor, journey: JourneyId, passenger: PersonId) -> Result<()> {
    answer(ctx, actor, journey, passenger, Step::Confirm).await
}

/// The driver says no to `passenger`, whose seat is free again.
pub async fn decline(ctx: &Context, actor: &Actor, journey: JourneyId, passenger: PersonId) -> Result<()> {
    answer(ctx, actor, journey, passenger, Step::Decline).await
}

/// The passenger gives their seat back, or the driver takes back one they had confirmed.
pub async fn cancel_booking(
    ctx: &Context,
    actor: &Actor,
    journey: JourneyId,
    passenger: PersonId,
) -> Result<()> {
    answer(ctx, actor, journey, passenger, Step::Cancel).await
}

/// Takes the booking one step on. Repeating a step changes nothing.
async fn answer(
    ctx: &Context,
    actor: &Actor,
    journey: JourneyId,
    passenger: PersonId,
    what: Step,
) -> Result<()> {
    enter(actor)?;
    for _ in 0..TRIES {
        let ride = load(ctx, journey).await?;
        // Nobody else learns that there is such a booking.
        let party = party(&ride, actor.person, passenger).ok_or(Reason::NotFound)?;
        let was = booking_of(ctx, journey, passenger).await?.ok_or(Reason::NotFound)?;
        if is_done(&was, party, what) {
            return Ok(());
        }
        match ride.status(ctx.now()) {
            RideStatus::Cancelled => return Err(CarpoolError::Cancelled.into()),
            RideStatus::Departed => return Err(CarpoolError::Gone.into()),
            RideStatus::Ahead => {}
        }
        let (status, ended) = step(was.status.0, party, what).ok_or(CarpoolError::BookingState)?;
        match ctx.write(include_str!("answer.surql"), variables(ctx, journey, &was, status, ended)).await {
            Ok(_) => {
                changed(ctx, journey, [ride.driver.0, passenger]);
                return Ok(());
            }
            Err(error) if thrown(&error) == Some("changed") => {}
            Err(error) => return Err(error),
        }
    }
    Err(CarpoolError::BookingState.into())
}

pub(super) fn party(ride: &Row, reader: PersonId, passenger: PersonId) -> Option<Party> {
    match reader {
        reader if reader == ride.driver.0 => Some(Party::Driver),
        reader if reader == passenger => Some(Party::Passenger),
        _ => None,
    }
}

/// Whether the booking is where `what` by `party` would have left it.
fn is_done(was: &Booking, party: Party, what: Step) -> bool {
    let led_here = |from| step(from, party, what) == Some((was.status.0, was.ended.map(|word| word.0)));
    BookingStatus::ALL.into_iter().any(led_here)
}

fn variables(
    ctx: &Context,
    journey: JourneyId,
    was: &Booking,
    status: BookingStatus,
    ended: Option<Ended>,
) -> surrealdb::types::Variables {
    let freed = if status.holds_seat() { 0 } else { was.seats };
    let answered = i64::from(was.status.0 == BookingStatus::WaitingConfirmation);
    bind! {
        journey: Id(journey), booking: booking(journey, was.person.0), was: was.status, status: Word(status),
        ended: ended.map(Word), freed, answered, at: At(ctx.now())
    }
}
