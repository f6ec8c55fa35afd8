//! What a page shows of rides.

use super::{BookingStatus, Ended, Point, Standing, Step};
use crate::{
    id::{JourneyId, WorkplaceId},
    page::Page,
    person::PersonName,
};
use jiff::{Timestamp, civil::DateTime};
use serde::{Deserialize, Serialize};

/// A moment, and what the organisation's clocks show then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    pub at: Timestamp,
    pub wall: DateTime,
}

/// An end of a ride: a commune, or a workplace in it. Never an address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// The commune's name, or the workplace's.
    pub name: String,
    /// INSEE code of the commune.
    pub commune: String,
    pub is_workplace: bool,
    /// The centre of the commune, or the workplace.
    pub point: Point,
}

/// Whether a ride takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RideStatus {
    Ahead,
    Departed,
    Cancelled,
}

/// A ride in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RideCard {
    pub id: JourneyId,
    pub driver: PersonName,
    pub from: Stop,
    pub to: Stop,
    pub departs: Moment,
    /// An estimate.
    pub arrives: Moment,
    /// An estimate.
    pub metres: i64,
    pub seats: i64,
    pub free: i64,
    pub status: RideStatus,
}

/// How a ride suits a passenger; estimates, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    pub detour_metres: i64,
    pub shared_metres: i64,
    pub pickup: Moment,
    pub dropoff: Moment,
}

/// Where a passenger would get in and out, and how the ride suits that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Via {
    /// None at the ride's own start.
    pub from: Option<Stop>,
    /// None at the ride's own end.
    pub to: Option<Stop>,
    pub fit: Fit,
}

/// A ride that a search found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    pub ride: RideCard,
    pub via: Via,
}

/// The answer to a search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchResult {
    pub rides: Page<Found>,
    /// Where the passenger gets in and out, as it was understood; none when it was left open.
    pub from: Option<Stop>,
    pub to: Option<Stop>,
}

/// What a person usually asks for: their commune and workplace, and the next working day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usual {
    /// The commune as it is written in a form: `Saint-Étienne (42000)`.
    pub from: Option<String>,
    pub workplace: Option<WorkplaceId>,
    /// ISO 8601.
    pub date: String,
}

/// Somebody's booking, as one reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingView {
    pub passenger: PersonName,
    pub status: BookingStatus,
    pub ended: Option<Ended>,
    pub seats: i64,
    /// Communes where they get in and out; none where the reader is not told.
    pub stops: Option<(String, String)>,
    /// The reader's own.
    pub mine: bool,
    /// What the reader may do with it now.
    pub steps: Vec<Step>,
}

/// A ride on its own page, and what its reader may do there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RideView {
    pub card: RideCard,
    pub note: String,
    pub standing: Standing,
    /// Those the reader may see, the first to ask first.
    pub bookings: Vec<BookingView>,
    pub may_book: bool,
    pub may_cancel: bool,
    /// The stops the reader asked about, when they are not out of the way.
    pub via: Option<Via>,
}

/// A ride in the list of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MyRide {
    pub ride: RideCard,
    /// None on a ride that one drives.
    pub booking: Option<(BookingStatus, Option<Ended>)>,
    /// Requests that wait for the driver's answer; 0 for passengers.
    pub waiting: i64,
}

/// Which of one's own rides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// The soonest first.
    #[default]
    Coming,
    /// The latest first.
    Past,
}

/// What is next, for the side column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RideSummary {
    pub id: JourneyId,
    pub from: String,
    pub to: String,
    pub departs: Timestamp,
}
