//! A ride is called off.

use super::{changed, enter, row::load};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor, Reason,
    carpool::{BookingStatus, CarpoolError, Ended, RideStatus},
    id::{JourneyId, PersonId},
};

/// Calls the ride off, and every booking with it. Its page stays, and says so; repeating it changes
/// nothing.
pub async fn cancel_journey(ctx: &Context, actor: &Actor, journey: JourneyId) -> Result<()> {
    enter(actor)?;
    let ride = load(ctx, journey).await?;
    if ride.driver.0 != actor.person {
        return Err(Reason::Forbidden.into());
    }
    match ride.status(ctx.now()) {
        RideStatus::Cancelled => return Ok(()),
        RideStatus::Departed => return Err(CarpoolError::Gone.into()),
        RideStatus::Ahead => {}
    }
    let variables = bind! {
        journey: Id(journey), cancelled: Word(BookingStatus::Cancelled), ended: Word(Ended::WithRide),
        at: At(ctx.now())
    };
    let mut answer = ctx.write(include_str!("cancel.surql"), variables).await?;
    let aboard: Vec<Id<PersonId>> = answer.take(LAST)?;
    changed(ctx, journey, [actor.person; 2]);
    for passenger in aboard {
        changed(ctx, journey, [actor.person, passenger.0]);
    }
    Ok(())
}

/// Place of the last statement of the query, which gives those who lost a seat.
const LAST: usize = 4;
