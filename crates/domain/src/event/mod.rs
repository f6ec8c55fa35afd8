//! Events and registrations. Words of RFC 5545 where it has them: summary, dtstart, organizer…

mod form;
mod order;
mod rules;
mod seats;
mod view;
mod when;

pub use form::{Draft, EventForm};
pub use order::{latest_first, soonest_first};
pub use rules::{attending, sees_who_comes};
pub use seats::Seats;
pub use view::{EventCard, EventEditing, EventPlace, EventView, Told};
pub use when::{Phase, Span, Status};

use serde::{Deserialize, Serialize};

/// Longest title, description (Markdown) and place, in characters.
pub const SUMMARY_MAX: usize = 120;
pub const DESCRIPTION_MAX: usize = 10_000;
pub const LOCATION_MAX: usize = 200;
/// Most places an event can have; without a limit it has as many as there are people.
pub const CAPACITY_MAX: u32 = 10_000;
/// Longest event, in days: a challenge over a month is one, a season is several.
pub const DAYS_MAX: i32 = 31;
/// How far ahead an event may be announced, in years.
pub const YEARS_AHEAD: i32 = 2;
/// Rows on one page of a list of events.
pub const PAGE: usize = 20;
/// People on one page of those who come.
pub const PEOPLE_PAGE: usize = 40;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventError {
    /// Every place is taken.
    Full,
    /// It has begun, or is over.
    Over,
    /// It was called off.
    Cancelled,
    /// Somebody changed it since the page was opened.
    Changed,
}
