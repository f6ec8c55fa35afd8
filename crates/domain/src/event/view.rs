//! What a page shows of an event.

use super::{Phase, Seats, Span, Status};
use crate::{
    id::{CommunityId, EventId},
    person::PersonName,
};
use serde::{Deserialize, Serialize};

/// The community an event is in, as far as a link to it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventPlace {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub hue: String,
}

/// An event in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventCard {
    pub id: EventId,
    pub community: EventPlace,
    pub summary: String,
    pub location: String,
    pub span: Span,
    pub status: Status,
    pub phase: Phase,
    pub seats: Seats,
}

/// An event on its own page, and what its reader may do there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    pub card: EventCard,
    /// Safe HTML made of the description's Markdown.
    pub description: String,
    /// Who called people together.
    pub organizer: PersonName,
    /// They are a member, and it is ahead: places are taken and left here.
    pub may_attend: bool,
    /// They read it from outside and could come in: joining comes first.
    pub may_join: bool,
    pub may_organise: bool,
    pub sees_who_comes: bool,
}
