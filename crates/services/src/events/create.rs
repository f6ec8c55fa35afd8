//! An event is called.

use super::edit::{Fields, read};
use crate::{Context, communities, db::Id, error::Error, error::Result, search::Subject};
use domain::{
    Actor,
    event::EventForm,
    id::{CommunityId, EventId},
    live::Signal,
    policy::{Action, allow, judge},
};
use std::str::FromStr;

const CREATE: &str = "
CREATE $event SET community = $community, organizer = $person, created = $at, summary = $summary,
    description = $description, location = $location, dtstart = $dtstart, dtend = $dtend,
    capacity = $capacity, soon = $soon, late = $late;
";

/// Calls people of `community` together; the same `key` twice gives the first one's event.
pub async fn create(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    form: &EventForm,
    key: &str,
) -> Result<EventId> {
    let found = communities::found(ctx, community).await?;
    allow(judge(actor, Action::Organise, &found.place))?;
    let Fields { draft, dtstart, dtend } = read(ctx, form, None)?;
    let event = EventId::new(ctx.ulid());
    let mut variables = super::edit::bound(event, draft, dtstart, dtend);
    variables.extend(crate::bind! {
        community: Id(community), person: Id(actor.person), at: crate::db::At(ctx.now())
    });
    let made = ctx.write_once(actor.person, key, event, CREATE, variables).await;
    ctx.caches().attending.forget(&actor.person);
    let made = made?;
    let event = EventId::from_str(&made.id).map_err(Error::broken)?;
    if made.first {
        ctx.caches().touched.touch(Subject::Event(event));
        ctx.live().ring(Signal::Event { community, event });
    }
    Ok(event)
}
