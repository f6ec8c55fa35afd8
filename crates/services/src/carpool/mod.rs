//! The carpool board: rides offered, found, booked and answered. For partners it does not exist.

mod answer;
mod book;
mod cancel;
mod mine;
mod next;
mod offer;
mod places;
mod ride;
mod row;
mod search;
mod seed;
#[cfg(test)]
mod tests;
mod usual;

pub use answer::{cancel_booking, confirm, decline};
pub use book::{BookForm, book};
pub use cancel::cancel_journey;
pub use mine::mine;
pub use next::next_ride;
pub use offer::offer;
pub use ride::{Stops, ride};
pub use search::search;
pub use seed::{SeedBooking, SeedEnd, SeedJourney, seed_bookings, seed_journeys};
pub use usual::usual;

use crate::Context;
use domain::{
    Actor, carpool,
    id::{JourneyId, PersonId},
    live::Signal,
    policy,
};

/// `NotFound` for those for whom the board does not exist.
fn enter(actor: &Actor) -> Result<(), domain::Reason> {
    policy::allow(carpool::enter(actor))
}

/// What follows a change between a driver and a passenger, or of the driver's alone (the same twice):
/// open pages are told, and what is next for them is read again.
fn changed(ctx: &Context, journey: JourneyId, people: [PersonId; 2]) {
    people.iter().for_each(|person| next::forget(ctx, *person));
    ctx.live().ring(Signal::Ride { journey, people });
}
