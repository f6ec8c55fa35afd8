//! An announcement, and who has read it.

use crate::{page::Page, person::PersonName};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncementView {
    /// The reader has said that they have read it.
    pub mine: bool,
    /// The reader is asked to say so: members are, its author is not.
    pub confirms: bool,
    /// How many have; told to its author and to those who moderate, who may see who they are.
    pub confirmed: Option<u64>,
}

/// One who has read, or has not said so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    pub person: PersonName,
    /// When they said so.
    pub at: Option<Timestamp>,
}

/// Those who have, or those who have not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadersView {
    pub confirmed: u64,
    /// Members of the community as of now, who wrote it included.
    pub members: u64,
    pub page: Page<Reader>,
}
