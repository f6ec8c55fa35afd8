//! The carpool board: journeys, bookings, and how a ride suits a request.
//!
//! Vocabulary of the French open standard for carpooling (`DriverJourney`, `Booking` and its
//! statuses).

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarpoolError {
    /// No seat is left.
    Full,
    /// The departure has passed.
    Gone,
    /// One does not book a seat in one's own car.
    OwnRide,
    /// The booking is no longer in a state that allows this.
    BookingState,
}
