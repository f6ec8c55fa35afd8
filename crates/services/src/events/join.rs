//! Joining the community and taking a place, in one gesture.

use super::{register, row::load};
use crate::{Context, accounts, communities, error::Result};
use domain::{Actor, actor::Role, event::EventError, id::EventId, policy::Action};

/// Joins the event's community, accepting version `charter` of its charter, then takes a place; gives
/// what the actor is in the community now: where somebody has to admit them, no place is taken yet.
///
/// A full event is refused first: one does not join for a place that is not there.
pub async fn join_and_register(ctx: &Context, actor: &Actor, event: EventId, charter: u32) -> Result<Role> {
    let (row, found) = load(ctx, actor, event, Action::Read).await?;
    let seats = super::row::seats(row.taken, row.capacity, false);
    if seats.is_full() && actor.role_in(found.id).is_none() {
        return Err(EventError::Full.into());
    }
    let role = communities::join(ctx, actor, found.id, charter).await?;
    if role != Role::Requested {
        let actor = accounts::actor(ctx, actor.person).await?;
        register(ctx, &actor, event).await?;
    }
    Ok(role)
}
