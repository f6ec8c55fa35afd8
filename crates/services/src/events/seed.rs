//! Events and registrations of the demonstration, past ones too, many at once.

use super::row::registration;
use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{
    event::{latest_first, soonest_first},
    id::{CommunityId, EventId, PersonId},
};
use jiff::Timestamp;
use std::collections::BTreeMap;
use surrealdb::types::{RecordId, SurrealValue};

#[derive(Clone, Debug)]
pub struct SeedEvent {
    pub community: CommunityId,
    pub organizer: PersonId,
    pub summary: String,
    pub description: String,
    pub location: String,
    pub dtstart: Timestamp,
    pub dtend: Timestamp,
    pub capacity: Option<u32>,
    pub created: Timestamp,
}

#[derive(Clone, Debug)]
pub struct SeedRegistration {
    pub event: EventId,
    pub person: PersonId,
    pub at: Timestamp,
}

#[derive(Clone, SurrealValue)]
struct EventRow {
    id: Id<EventId>,
    community: Id<CommunityId>,
    organizer: Id<PersonId>,
    summary: String,
    description: String,
    location: String,
    dtstart: At,
    dtend: At,
    capacity: Option<i64>,
    created: At,
    soon: String,
    late: String,
}

#[derive(Clone, SurrealValue)]
struct RegistrationRow {
    id: RecordId,
    event: Id<EventId>,
    person: Id<PersonId>,
    at: At,
    rank: String,
}

/// Rows of one transaction: enough to be quick, few enough to be held at once.
const BATCH: usize = 500;

/// Stores `events`; gives their ids in the same order.
pub async fn seed_events(ctx: &Context, events: &[SeedEvent]) -> Result<Vec<EventId>> {
    let row = |event: &SeedEvent| {
        let id = EventId::new(ctx.clock().ulid_at(event.created));
        EventRow {
            id: Id(id),
            community: Id(event.community),
            organizer: Id(event.organizer),
            summary: event.summary.clone(),
            description: event.description.clone(),
            location: event.location.clone(),
            dtstart: At(event.dtstart),
            dtend: At(event.dtend),
            capacity: event.capacity.map(i64::from),
            created: At(event.created),
            soon: soonest_first(event.dtstart, id),
            late: latest_first(event.dtstart, id),
        }
    };
    let rows: Vec<EventRow> = events.iter().map(row).collect();
    for batch in rows.chunks(BATCH) {
        ctx.write("INSERT INTO event $rows RETURN NONE;", bind! { rows: batch.to_vec() }).await?;
    }
    Ok(rows.iter().map(|row| row.id.0).collect())
}

const REGISTER: &str = "
INSERT IGNORE INTO registration $rows RETURN NONE;
LET $taken = array::len((SELECT VALUE id FROM registration WHERE event = $event));
LET $row = UPDATE ONLY $event SET taken = $taken;
IF $row.capacity != NONE AND $taken > $row.capacity { THROW 'full' };
UPDATE registration SET until = $row.dtend, told_start = $row.dtstart, told_end = $row.dtend,
    told_location = $row.location WHERE event = $event RETURN NONE;
";

const MOVE: &str = "
UPDATE registration SET told_location = $was, news = event.dtend
    WHERE event = $event AND person != event.organizer RETURN NONE;
";

/// Those who come to `event`, but for who called it, took their place when it was to be at `was`.
pub async fn seed_move(ctx: &Context, event: EventId, was: &str) -> Result<()> {
    ctx.write(MOVE, bind! { event: Id(event), was: was.to_owned() }).await?;
    super::mine::forget_attending(ctx);
    Ok(())
}

/// Stores `registrations`; those that are there already are left as they are. More than an event
/// has places is refused.
pub async fn seed_registrations(ctx: &Context, registrations: &[SeedRegistration]) -> Result<()> {
    let mut by_event: BTreeMap<EventId, Vec<RegistrationRow>> = BTreeMap::new();
    for SeedRegistration { event, person, at } in registrations {
        by_event.entry(*event).or_default().push(RegistrationRow {
            id: registration(*event, *person),
            event: Id(*event),
            person: Id(*person),
            at: At(*at),
            rank: ctx.clock().ulid_at(*at).to_string(),
        });
    }
    for (event, rows) in by_event {
        ctx.write(REGISTER, bind! { event: Id(event), rows }).await.map_err(super::register::refused)?;
    }
    super::mine::forget_attending(ctx);
    Ok(())
}
