//! A place is taken.

use super::row::{load, seats};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    event::{EventError, Seats, attending},
    id::EventId,
    live::Signal,
    policy::{Action, allow},
};
use surrealdb::types::SurrealValue;

#[derive(SurrealValue)]
pub(super) struct Count {
    pub taken: i64,
    pub capacity: Option<i64>,
}

/// Takes a place for the actor, or says that none is left. Repeating it changes nothing.
pub async fn register(ctx: &Context, actor: &Actor, event: EventId) -> Result<Seats> {
    let (_, found) = load(ctx, actor, event, Action::Read).await?;
    allow(attending(actor, &found.place))?;
    let variables = bind! {
        event: Id(event), person: Id(actor.person), at: At(ctx.now()), rank: ctx.ulid().to_string()
    };
    let written = ctx.write(include_str!("register.surql"), variables).await;
    ctx.caches().attending.forget(&actor.person);
    let mut answer = written.map_err(refused)?;
    ctx.live().ring(Signal::Event { community: found.place.community, event });
    let count: Count = answer.one(3)?.ok_or_else(|| Error::broken("an event gone while registering"))?;
    Ok(seats(count.taken, count.capacity, true))
}

/// What the word thrown by the query means to the person.
pub(super) fn refused(error: Error) -> Error {
    match thrown(&error) {
        Some("full") => EventError::Full.into(),
        Some("over") => EventError::Over.into(),
        Some("cancelled") => EventError::Cancelled.into(),
        // They left the community a moment ago.
        Some("outside") => Reason::Forbidden.into(),
        _ => error,
    }
}
