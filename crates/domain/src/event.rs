//! Events and registrations.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventError {
    /// Every place is taken.
    Full,
    /// It has begun, or is over.
    Over,
    /// It was called off.
    Cancelled,
}
