//! Events and who comes to them.
//!
//! A place at an event that is to come is a member's: who leaves the community gives it back. Places
//! at what has begun stay as they were, and so do those at what was called off.

use super::{Round, communities::Count, joined, shown};
use crate::{
    bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    event::{Status, latest_first, soonest_first},
    id::{CommunityId, EventId, PersonId},
};
use std::collections::HashSet;
use surrealdb::types::{RecordId, SurrealValue, Value};

/// What is remembered of an event.
pub(super) struct Event {
    taken: Count,
    capacity: Option<i64>,
    /// When it ends, if it takes place.
    until: Option<At>,
    community: CommunityId,
    /// It has yet to begin, and will.
    coming: bool,
    /// When it starts and ends, and where.
    facts: (At, At, String),
}

/// A place at an event to come.
struct Held {
    event: EventId,
    person: PersonId,
    community: CommunityId,
}

/// Memberships looked up at once.
const CHUNK: usize = 500;

#[derive(SurrealValue)]
struct Row {
    id: Id<EventId>,
    community: Id<CommunityId>,
    organizer: Id<PersonId>,
    dtstart: At,
    dtend: At,
    location: String,
    status: Word<Status>,
    capacity: Option<i64>,
    taken: i64,
    soon: String,
    late: String,
}

const ROW: &str = "id, community, organizer, dtstart, dtend, location, status, capacity, taken, soon, late";

#[derive(SurrealValue)]
struct Registration {
    id: RecordId,
    event: Id<EventId>,
    person: Id<PersonId>,
    until: Option<At>,
    told_start: Option<At>,
    told_end: Option<At>,
    told_location: Option<String>,
    news: Option<At>,
}

const REGISTRATION: &str = "id, event, person, until, told_start, told_end, told_location, news";

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round.each("event", ROW, enter).await?;
    let mut held = Vec::new();
    round.each("registration", REGISTRATION, |round, row| registration(round, row, &mut held)).await?;
    members_only(round, &held).await?;
    let events = std::mem::take(&mut round.events);
    for (id, event) in events {
        event.taken.check(round, || format!("places taken at event {id}"));
        let over = event.capacity.is_some_and(|capacity| event.taken.found > capacity);
        round.hold(!over, || format!("event {id} is over its places: {}", event.taken.found));
    }
    Ok(())
}

fn enter(round: &mut Round<'_>, row: Row) {
    let id = row.id.0;
    round.community(row.community.0, || format!("event {id}"));
    round.person(row.organizer.0, || format!("event {id}"));
    round.hold(row.dtstart < row.dtend, || format!("event {id} ends before it starts"));
    let (soon, late) = (soonest_first(row.dtstart.0, id), latest_first(row.dtstart.0, id));
    round.hold(row.soon == soon && row.late == late, || format!("event {id} is out of order in lists"));
    let until = (row.status.0 != Status::Cancelled).then_some(row.dtend);
    let event = Event {
        taken: Count::of(row.taken),
        capacity: row.capacity,
        until,
        community: row.community.0,
        coming: until.is_some() && row.dtstart.0 > round.ctx.now(),
        facts: (row.dtstart, row.dtend, row.location),
    };
    round.events.insert(id, event);
}

fn registration(round: &mut Round<'_>, row: Registration, held: &mut Vec<Held>) {
    let id = shown(&row.id);
    let key = vec![Value::RecordId(row.event.record()), Value::RecordId(row.person.record())];
    round.hold(row.id == joined("registration", key), || format!("{id} is not where it belongs"));
    round.person(row.person.0, || id.clone());
    match round.events.get_mut(&row.event.0) {
        Some(event) => {
            event.taken.found += 1;
            if event.coming {
                held.push(Held { event: row.event.0, person: row.person.0, community: event.community });
            }
            let ends = event.until == row.until;
            let told = row.told_start.zip(row.told_end).zip(row.told_location);
            let known =
                told.map(|((start, end), location)| (start, end, location)) == Some(event.facts.clone());
            // Called off is news too, until they say they have seen it.
            let news = if event.until.is_some() { row.news == event.until.filter(|_| !known) } else { true };
            round.hold(ends, || format!("{id} ends at another time than its event"));
            round.hold(news, || format!("{id} tells of a change that is none, or keeps one to itself"));
        }
        None => round.wrong(format!("{id} leads to no event")),
    }
}

async fn members_only(round: &mut Round<'_>, held: &[Held]) -> Result<()> {
    let members = "SELECT VALUE id FROM $memberships WHERE role != 'requested'";
    for held in held.chunks(CHUNK) {
        let memberships: Vec<RecordId> = held.iter().map(Held::membership).collect();
        let mut found = round.snapshot.query(members, bind! { memberships }).await?;
        let found: HashSet<String> = found.take::<RecordId>(0)?.iter().map(shown).collect();
        for place in held {
            let Held { event, person, .. } = place;
            round.hold(found.contains(&shown(&place.membership())), || {
                format!("person {person} holds a place at event {event} and is no member there")
            });
        }
    }
    Ok(())
}

impl Held {
    fn membership(&self) -> RecordId {
        let key =
            vec![Value::RecordId(Id(self.person).record()), Value::RecordId(Id(self.community).record())];
        joined("membership", key)
    }
}
