//! The carpool board: rides offered, found, booked and answered. For partners it does not exist.

mod answer;
mod book;
mod cancel;
mod check;
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
pub use check::check;
pub use mine::mine;
pub use next::next_ride;
pub use offer::offer;
pub use ride::{Stops, ride};
pub use search::search;
pub use seed::{SeedBooking, SeedEnd, SeedJourney, seed_bookings, seed_journeys};
pub use usual::usual;

use domain::{Actor, carpool, policy};

/// `NotFound` for those for whom the board does not exist.
fn enter(actor: &Actor) -> Result<(), domain::Reason> {
    policy::allow(carpool::enter(actor))
}
