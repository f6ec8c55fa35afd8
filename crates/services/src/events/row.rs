//! An event as the store keeps it, and what a list shows of it.

use crate::{
    Context, bind,
    communities::{self, Found},
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor, Reason,
    event::{EventCard, EventPlace, Seats, Span, Status, Told},
    id::{CommunityId, EventId, PersonId},
    policy::{Action, allow, judge},
};
use jiff::{Timestamp, tz::TimeZone};
use std::{collections::HashMap, sync::Arc};
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};

/// All of an event.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct Row {
    pub id: Id<EventId>,
    pub community: Id<CommunityId>,
    pub organizer: Id<PersonId>,
    pub summary: String,
    pub description: String,
    pub location: String,
    pub dtstart: At,
    pub dtend: At,
    pub status: Word<Status>,
    pub capacity: Option<i64>,
    pub taken: i64,
    pub sequence: i64,
}

const LOAD: &str = "SELECT id, community, organizer, summary, description, location, dtstart, dtend, status, \
                    capacity, taken, sequence FROM $event";

/// The event and its community, if `actor` may do `action` there.
pub(super) async fn load(
    ctx: &Context,
    actor: &Actor,
    event: EventId,
    action: Action,
) -> Result<(Row, Arc<Found>)> {
    let row = ctx.db().row::<Row>(LOAD, bind! { event: Id(event) }).await?.ok_or(Reason::NotFound)?;
    let found = communities::found(ctx, row.community.0).await?;
    allow(judge(actor, action, &found.place))?;
    Ok((row, found))
}

impl Row {
    pub fn span(&self, zone: &TimeZone) -> Span {
        span(self.dtstart, self.dtend, zone)
    }

    /// The row as a list shows it, and its description apart.
    pub fn parted(self) -> (CardRow, String) {
        let card = CardRow {
            id: self.id,
            community: self.community,
            summary: self.summary,
            location: self.location,
            dtstart: self.dtstart,
            dtend: self.dtend,
            status: self.status,
            capacity: self.capacity,
            taken: self.taken,
        };
        (card, self.description)
    }
}

fn span(dtstart: At, dtend: At, zone: &TimeZone) -> Span {
    let wall = |at: Timestamp| zone.to_datetime(at);
    Span { dtstart: dtstart.0, dtend: dtend.0, starts: wall(dtstart.0), ends: wall(dtend.0) }
}

pub(super) fn seats(taken: i64, capacity: Option<i64>, mine: bool) -> Seats {
    let count = |n: i64| u32::try_from(n.max(0)).unwrap_or(u32::MAX);
    Seats { taken: count(taken), capacity: capacity.map(count), mine }
}

pub(super) fn place(found: &Found) -> EventPlace {
    EventPlace { id: found.id, slug: found.slug.clone(), name: found.name.clone(), hue: found.hue }
}

/// An event as a list shows it: without its description.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct CardRow {
    id: Id<EventId>,
    community: Id<CommunityId>,
    summary: String,
    location: String,
    dtstart: At,
    dtend: At,
    status: Word<Status>,
    capacity: Option<i64>,
    taken: i64,
}

impl CardRow {
    /// As who has this place sees it, or who has none.
    pub fn card(&self, ctx: &Context, found: &Found, mine: Option<&Mine>) -> EventCard {
        let span = span(self.dtstart, self.dtend, ctx.zone());
        EventCard {
            id: self.id.0,
            community: place(found),
            summary: self.summary.clone(),
            location: self.location.clone(),
            span,
            status: self.status.0,
            phase: span.phase(ctx.now()),
            seats: seats(self.taken, self.capacity, mine.is_some()),
            changed: mine.is_some_and(|mine| mine.news.is_some()),
        }
    }
}

/// A place somebody has, and what they were told of the event.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct Mine {
    event: Id<EventId>,
    told_start: Option<At>,
    told_end: Option<At>,
    told_location: Option<String>,
    news: Option<At>,
}

impl Mine {
    /// What they were told, when the event is no longer that.
    pub fn told(&self, zone: &TimeZone) -> Option<Told> {
        self.news?;
        let span = span(self.told_start?, self.told_end?, zone);
        Some(Told { span, location: self.told_location.clone()? })
    }
}

/// The place of `person` at `event`, whether there is one or not.
pub(super) fn registration(event: EventId, person: PersonId) -> RecordId {
    let key = vec![Value::RecordId(Id(event).record()), Value::RecordId(Id(person).record())];
    RecordId::new("registration", RecordIdKey::Array(key.into()))
}

/// The places `person` has at `events`.
pub(super) const MINE: &str = "SELECT event, told_start, told_end, told_location, news FROM $mine";

const CARDS: &str =
    "SELECT id, community, summary, location, dtstart, dtend, status, capacity, taken FROM $events";

/// The cards of `events`, in their order; those that are gone meanwhile are left out.
///
/// The caller has made sure that `actor` may read each.
pub(super) async fn cards(ctx: &Context, actor: &Actor, events: &[EventId]) -> Result<Vec<EventCard>> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = events.iter().copied().map(Id).collect();
    let mine: Vec<_> = events.iter().map(|event| registration(*event, actor.person)).collect();
    let mut answer = ctx.db().query(&format!("{CARDS};{MINE};"), bind! { events: ids, mine }).await?;
    let rows: HashMap<_, _> = answer.take::<CardRow>(0)?.into_iter().map(|row| (row.id.0, row)).collect();
    let mine: HashMap<_, _> = answer.take::<Mine>(1)?.into_iter().map(|mine| (mine.event.0, mine)).collect();
    let mut cards = Vec::with_capacity(events.len());
    for row in events.iter().filter_map(|event| rows.get(event)) {
        let found = communities::found(ctx, row.community.0).await?;
        cards.push(row.card(ctx, &found, mine.get(&row.id.0)));
    }
    Ok(cards)
}
