//! A place is given back.

use super::{
    register::{Count, refused},
    row::{load, seats},
};
use crate::{
    Context, bind,
    db::{At, Id},
    error::{Error, Result},
};
use domain::{Actor, event::Seats, id::EventId, live::Signal, policy::Action};

/// Gives the actor's place back, until the event begins. Repeating it changes nothing.
pub async fn leave(ctx: &Context, actor: &Actor, event: EventId) -> Result<Seats> {
    let (_, found) = load(ctx, actor, event, Action::Read).await?;
    let variables = bind! { event: Id(event), person: Id(actor.person), at: At(ctx.now()) };
    let written = ctx.write(include_str!("leave.surql"), variables).await;
    ctx.caches().attending.forget(&actor.person);
    let mut answer = written.map_err(refused)?;
    ctx.live().ring(Signal::Event { community: found.place.community, event });
    let count: Count = answer.one(3)?.ok_or_else(|| Error::broken("an event gone while leaving"))?;
    Ok(seats(count.taken, count.capacity, false))
}
