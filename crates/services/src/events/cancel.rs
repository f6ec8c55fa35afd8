//! An event is called off.

use super::{mine::forget_attending, row::load};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::Result,
    search::Subject,
};
use domain::{Actor, event::EventError, id::EventId, live::Signal, policy::Action};

/// Calls `event` off. Its page stays, and says so; repeating it changes nothing.
pub async fn cancel(ctx: &Context, actor: &Actor, event: EventId) -> Result<()> {
    let (_, found) = load(ctx, actor, event, Action::Organise).await?;
    let variables = bind! { event: Id(event), person: Id(actor.person), at: At(ctx.now()) };
    let written = ctx.write(include_str!("cancel.surql"), variables).await;
    forget_attending(ctx);
    written.map_err(|error| match thrown(&error) {
        Some("over") => EventError::Over.into(),
        _ => error,
    })?;
    ctx.caches().touched.touch(Subject::Event(event));
    ctx.live().ring(Signal::Event { community: found.place.community, event });
    Ok(())
}
