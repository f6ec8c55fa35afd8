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
    id::{EventId, PersonId},
    policy::{Action, Verdict, judge},
};
use jiff::Timestamp;
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// A few rather than one: a community may have closed itself to the person since.
pub(super) const NEXT: &str =
    "SELECT event, until FROM registration WHERE person = $person AND until > $now ORDER BY until LIMIT 4";

pub(super) const NEWS: &str = "SELECT event, news AS until FROM registration \
     WHERE person = $person AND news > $now ORDER BY news LIMIT 4";

#[derive(SurrealValue)]
struct Row {
    event: Id<EventId>,
    until: At,
}

/// Events somebody has a place at, each with its end: the first to come, and the first that changed since
/// they were told.
pub(crate) struct Attending {
    next: Vec<(EventId, Timestamp)>,
    news: Vec<(EventId, Timestamp)>,
}

/// From memory, unless one of them is over.
async fn attending(ctx: &Context, person: PersonId) -> Result<Arc<Attending>> {
    let (now, cache) = (ctx.now(), &ctx.caches().attending);
    let runs = |events: &[(EventId, Timestamp)]| events.iter().all(|(_, until)| *until > now);
    if let Some(known) = cache.get(&person).filter(|known| runs(&known.next) && runs(&known.news)) {
        return Ok(known);
    }
    let era = cache.era();
    let variables = bind! { person: Id(person), now: At(now) };
    let mut answer = ctx.db().query(&format!("{NEXT};{NEWS};"), variables).await?;
    let read = |rows: Vec<Row>| rows.into_iter().map(|row| (row.event.0, row.until.0)).collect();
    let known = Arc::new(Attending { next: read(answer.take(0)?), news: read(answer.take(1)?) });
    cache.keep(person, known.clone(), era);
    Ok(known)
}

/// To be told after a write that moves more than one person's places, whatever came of it.
pub(crate) fn forget_attending(ctx: &Context) {
    ctx.caches().attending.forget_all();
}

/// Events the actor has a place at.
#[derive(Clone, Debug, Default)]
pub struct MyEvents {
    /// Under way, or the first to come.
    pub next: Option<EventCard>,
    /// Not over, and changed or called off since the actor was told of them; a few.
    pub changed: Vec<EventCard>,
}

pub async fn mine(ctx: &Context, actor: &Actor) -> Result<MyEvents> {
    let attending = attending(ctx, actor.person).await?;
    let ids = |events: &[(EventId, Timestamp)]| events.iter().map(|(event, _)| *event).collect();
    let (next, changed): (Vec<EventId>, Vec<EventId>) = (ids(&attending.next), ids(&attending.news));
    let mut wanted = next.clone();
    wanted.extend(changed.iter().copied().filter(|id| !next.contains(id)));
    let mut mine = MyEvents::default();
    for card in cards(ctx, actor, &wanted).await? {
        if !may_read(ctx, actor, &card).await? {
            continue;
        }
        if changed.contains(&card.id) {
            mine.changed.push(card.clone());
        }
        if mine.next.is_none() && next.contains(&card.id) {
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
