//! `events.toml` and `commutes.toml`.

use serde::Deserialize;

use crate::company::Lang;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Events {
    pub event: Vec<WrittenEvent>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenEvent {
    /// Slug of the community.
    pub community: String,
    pub by: String,
    pub title: String,
    pub text: String,
    #[serde(default)]
    pub lang: Lang,
    pub place: String,
    /// Where it was to be when people signed up, if it moved since.
    pub was_at: Option<String>,
    /// Slug of the workplace.
    pub at: Option<String>,
    pub weekday: Weekday,
    /// Weeks to skip after the next such weekday.
    pub ahead: Option<i32>,
    /// Weeks to skip before the last such weekday.
    pub back: Option<i32>,
    pub start: String,
    pub minutes: u32,
    pub capacity: Option<u32>,
    pub registered: u32,
    #[serde(default)]
    pub waiting: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Commutes {
    pub commute: Vec<WrittenCommute>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenCommute {
    pub driver: String,
    /// INSEE code.
    pub from: String,
    pub days: Vec<Weekday>,
    pub departs: String,
    pub arrives: String,
    pub returns: Option<String>,
    pub seats: u8,
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// 1 = Monday to 7 = Sunday.
    pub(crate) fn iso(self) -> u8 {
        match self {
            Self::Monday => 1,
            Self::Tuesday => 2,
            Self::Wednesday => 3,
            Self::Thursday => 4,
            Self::Friday => 5,
            Self::Saturday => 6,
            Self::Sunday => 7,
        }
    }
}
