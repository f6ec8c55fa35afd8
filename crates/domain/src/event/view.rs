//! What a page shows of an event.

use super::{EventForm, Phase, Seats, Span, Status};
use crate::{
    community::Hue,
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
    pub hue: Hue,
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
    /// The reader comes, and it is not what they were told: it moved, or was called off.
    pub changed: bool,
}

/// When and where an event was to be, as somebody who comes was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub span: Span,
    pub location: String,
}

impl Told {
    /// It is at another time, and at another place.
    pub fn differs(&self, now: &EventCard) -> (bool, bool) {
        let moments = |span: &Span| (span.dtstart, span.dtend);
        (moments(&self.span) != moments(&now.span), self.location != now.location)
    }
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
    /// Version of the community's charter that joining accepts.
    pub charter: u32,
    /// They read it from outside and could come in: joining comes first.
    pub may_join: bool,
    pub may_organise: bool,
    pub sees_who_comes: bool,
    /// The version on display.
    pub sequence: i64,
    /// What the reader was told, when it is no longer that.
    pub told: Option<Told>,
}

/// An event as its form shows it, for those who may change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventEditing {
    pub card: EventCard,
    pub form: EventForm,
    /// The version the form was taken from; sent back with it.
    pub sequence: i64,
}
