//! When an event is, and how it stands at a given moment.

use jiff::{Timestamp, civil::DateTime};
use serde::{Deserialize, Serialize};

/// RFC 5545 §3.8.1.11, those of its statuses that are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Status {
    #[default]
    Confirmed,
    Cancelled,
}

/// From when to when: the moments, and what a clock on the organisation's wall says then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub dtstart: Timestamp,
    pub dtend: Timestamp,
    pub starts: DateTime,
    pub ends: DateTime,
}

impl Span {
    pub fn phase(&self, now: Timestamp) -> Phase {
        if now < self.dtstart {
            Phase::Ahead
        } else if now < self.dtend {
            Phase::Running
        } else {
            Phase::Over
        }
    }

    /// It begins and ends on the same day, as that day is where the organisation is.
    pub fn in_a_day(&self) -> bool {
        self.starts.date() == self.ends.date()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Not begun: places can be taken and left.
    Ahead,
    Running,
    Over,
}
