//! What open pages are told when something changes.

use crate::id::{CommunityId, EventId, JourneyId, PersonId, PostId};
use serde::{Deserialize, Serialize};

/// What changed. A page that shows it asks the server again: the signal carries no content, so
/// it cannot tell anybody what they may not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Signal {
    /// A comment, a reaction or an edit.
    Post { community: CommunityId, post: PostId },
    /// A new post in a feed.
    Feed { community: CommunityId },
    /// A registration came or went.
    Event { community: CommunityId, event: EventId },
    /// A booking changed; `people` are the two it concerns.
    Ride { journey: JourneyId, people: [PersonId; 2] },
}
