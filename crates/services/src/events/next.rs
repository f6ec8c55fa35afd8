//! What is next for me.

use super::row::cards;
use crate::{
    Context, bind, communities,
    db::{At, Id},
    error::Result,
};
use domain::{
    Actor,
    event::EventCard,
    id::EventId,
    policy::{Action, Verdict, judge},
};

/// A few rather than one: a community may have closed itself to the person since.
pub(super) const NEXT: &str =
    "SELECT VALUE event FROM registration WHERE person = $person AND until > $now ORDER BY until LIMIT 4";

/// The next event the actor has a place at: under way, or the first to come.
pub async fn next_event(ctx: &Context, actor: &Actor) -> Result<Option<EventCard>> {
    let variables = bind! { person: Id(actor.person), now: At(ctx.now()) };
    let events: Vec<Id<EventId>> = ctx.db().rows(NEXT, variables).await?;
    let events: Vec<EventId> = events.into_iter().map(|id| id.0).collect();
    for card in cards(ctx, actor, &events).await? {
        if actor.role_in(card.community.id).is_some() {
            return Ok(Some(card));
        }
        let found = communities::found(ctx, card.community.id).await?;
        if judge(actor, Action::Read, &found.place) == Verdict::Allowed {
            return Ok(Some(card));
        }
    }
    Ok(None)
}
