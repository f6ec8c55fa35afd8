//! What a search shows of what it found.

use crate::{
    feed::{Origin, PostKind},
    form::Fault,
    id::{CommentId, EventId, PostId},
    page::Page,
    person::{PersonCard, PersonName},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Text, some of which is what was looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// Where what was found stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    Post(PostId, PostKind),
    Comment(PostId, CommentId),
    Event(EventId),
    /// The one it stands in.
    Community,
}

/// One thing found, as the person who searched may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub address: Address,
    /// Of a comment, its post's. May be empty.
    pub title: Vec<Piece>,
    /// The part of the text that answers best. May be empty.
    pub excerpt: Vec<Piece>,
    /// Nobody for a community.
    pub author: Option<PersonName>,
    pub origin: Origin,
    /// Of an event, when it starts.
    pub at: Timestamp,
}

/// A page of what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    pub hits: Page<Hit>,
    /// People whose names or jobs begin so: the first few of them above the first page of
    /// everything, or a page of them when nobody else is looked for.
    pub people: Page<PersonCard>,
    /// What cannot be read of what was asked, by its field.
    pub faults: Vec<(String, Fault)>,
    /// Whether everything that is stored can be found yet.
    pub ready: bool,
}

impl Default for Results {
    fn default() -> Self {
        Results { hits: Page::empty(), people: Page::empty(), faults: Vec::new(), ready: true }
    }
}
