//! Somebody who comes has seen what changed.

use super::row::load;
use crate::{Context, bind, db::Id, error::Result};
use domain::{Actor, id::EventId, policy::Action};

/// Notes that the actor knows `event` as it is in version `sequence`; with an older one nothing is
/// noted. Repeating it changes nothing, nor does it without a place there.
pub async fn note_change(ctx: &Context, actor: &Actor, event: EventId, sequence: i64) -> Result<()> {
    load(ctx, actor, event, Action::Read).await?;
    let variables = bind! { event: Id(event), person: Id(actor.person), sequence };
    let written = ctx.write(include_str!("note.surql"), variables).await;
    ctx.caches().attending.forget(&actor.person);
    written.map(drop)
}
