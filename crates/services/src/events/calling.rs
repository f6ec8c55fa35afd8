//! Before an event is called: where, and whether this person may.

use crate::{Context, communities, error::Result};
use domain::{
    Actor,
    event::EventPlace,
    policy::{Action, allow, judge},
};

/// The community of an address, for those who may call events there.
pub async fn calling(ctx: &Context, actor: &Actor, slug: &str) -> Result<EventPlace> {
    let found = communities::found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Organise, &found.place))?;
    Ok(super::row::place(&found))
}
