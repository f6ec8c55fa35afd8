//! What is next for me, and what is no longer as I was told.

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

pub(super) const NEWS: &str =
    "SELECT VALUE event FROM registration WHERE person = $person AND news > $now ORDER BY news LIMIT 4";

/// Events the actor has a place at.
#[derive(Clone, Debug, Default)]
pub struct MyEvents {
    /// Under way, or the first to come.
    pub next: Option<EventCard>,
    /// Not over, and changed or called off since the actor was told of them; a few.
    pub changed: Vec<EventCard>,
}

pub async fn mine(ctx: &Context, actor: &Actor) -> Result<MyEvents> {
    let variables = bind! { person: Id(actor.person), now: At(ctx.now()) };
    let mut answer = ctx.db().query(&format!("{NEXT};{NEWS};"), variables).await?;
    let next: Vec<Id<EventId>> = answer.take(0)?;
    let changed: Vec<Id<EventId>> = answer.take(1)?;
    let mut wanted: Vec<EventId> = next.iter().map(|id| id.0).collect();
    wanted.extend(changed.iter().map(|id| id.0).filter(|id| !next.contains(&Id(*id))));
    let mut mine = MyEvents::default();
    for card in cards(ctx, actor, &wanted).await? {
        if !may_read(ctx, actor, &card).await? {
            continue;
        }
        if changed.contains(&Id(card.id)) {
            mine.changed.push(card.clone());
        }
        if mine.next.is_none() && next.contains(&Id(card.id)) {
            mine.next = Some(card);
        }
    }
    Ok(mine)
}

async fn may_read(ctx: &Context, actor: &Actor, card: &EventCard) -> Result<bool> {
    if actor.role_in(card.community.id).is_some() {
        return Ok(true);
    }
    let found = communities::found(ctx, card.community.id).await?;
    Ok(judge(actor, Action::Read, &found.place) == Verdict::Allowed)
}
