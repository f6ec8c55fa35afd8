//! Places of somebody who leaves a community.

use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{
    id::{CommunityId, EventId, PersonId},
    live::Signal,
};

const HELD: &str = "SELECT VALUE event FROM registration WHERE person = $person AND until > $at";

/// Frees the places `person` holds at events of `community` still to come, when they leave it: they
/// may not read those events any more, so they could not do it themselves.
pub async fn release(ctx: &Context, person: PersonId, community: CommunityId) -> Result<()> {
    let held: Vec<Id<EventId>> = ctx.db().rows(HELD, bind! { person: Id(person), at: At(ctx.now()) }).await?;
    if held.is_empty() {
        return Ok(());
    }
    let within = "SELECT VALUE id FROM $events WHERE community = $community AND dtstart > $at";
    let variables = bind! { events: held, community: Id(community), at: At(ctx.now()) };
    let within: Vec<Id<EventId>> = ctx.db().rows(within, variables).await?;
    for Id(event) in within {
        let variables = bind! { event: Id(event), person: Id(person), at: At(ctx.now()) };
        ctx.write(include_str!("leave.surql"), variables).await?;
        ctx.live().ring(Signal::Event { community, event });
    }
    Ok(())
}
