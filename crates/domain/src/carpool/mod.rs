//! The carpool board: journeys, bookings, and how a ride suits a request.
//!
//! Vocabulary of the French open standard for carpooling (`DriverJourney`, `Booking` and its
//! statuses). Distances run between the centres of communes and workplaces: nobody is asked for an
//! address, so none can be shown.

mod access;
mod booking;
mod matching;
mod offer;
mod order;
mod point;
mod router;
mod search;
mod view;
mod wall;

pub use access::{Standing, enter, sees_booking, sees_stops};
pub use booking::{BookingStatus, Ended, Party, Step, may_ask_again, step};
pub use matching::{
    Candidate, DETOUR_MIN_METRES, Match, NotARank, Rank, Request, Wish, detour_limit, matches, suits,
};
pub use offer::{AHEAD_MAX_DAYS, NOTE_MAX, Offer, OfferForm, SEATS_MAX};
pub use order::{latest_first, latest_from, soonest_first, soonest_from};
pub use point::{Point, great_circle_metres};
pub use router::{Estimate, Leg, Router};
pub use search::{By, Search, SearchForm, WINDOW_DEFAULT, WINDOW_MAX};
pub use view::{
    BookingView, Fit, Found, Moment, MyRide, Period, RideCard, RideStatus, RideSummary, RideView,
    SearchResult, Stop, Usual, Via,
};
pub use wall::{read_date, read_time};

use serde::{Deserialize, Serialize};

/// Rides on one page of results, lines on one page of one's own rides.
pub const PAGE: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarpoolError {
    /// No seat is left.
    Full,
    /// The departure has passed.
    Gone,
    /// The driver called the ride off.
    Cancelled,
    /// One does not book a seat in one's own car.
    OwnRide,
    /// The booking is no longer in a state that allows this.
    BookingState,
}
