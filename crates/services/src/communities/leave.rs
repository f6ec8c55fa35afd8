//! Going out, or taking back a request to come in.

use super::{
    found,
    life::{HAPPENED, happening},
    moved,
};
use crate::{
    Context, bind,
    db::{Id, thrown},
    error::Result,
};
use domain::{
    Actor,
    community::{ANIMATORS_MIN, CommunityError, life::Turn},
    id::{CommunityId, EventId},
    live::Signal,
    policy::{Action, Verdict, allow, judge},
};

/// Leaves the community, and gives back the places held at its events to come, in one transaction;
/// repeating it changes nothing.
///
/// One does not leave what is for everyone, nor as one of the last two who animate without having seen
/// what that means: see [`leave_anyway`].
pub async fn leave(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<()> {
    let least = i64::try_from(ANIMATORS_MIN).unwrap_or(i64::MAX);
    go(ctx, actor, community, least).await
}

/// The same for who has seen what it means that they do not animate it any more. When nobody does, the
/// community goes to those who look after all of them (see [`super::handing`]).
pub async fn leave_anyway(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<()> {
    go(ctx, actor, community, 0).await
}

async fn go(ctx: &Context, actor: &Actor, community: CommunityId, least: i64) -> Result<()> {
    let found = found(ctx, community).await?;
    match judge(actor, Action::Leave, &found.place) {
        // Sent twice: they see it and are not in it any more.
        Verdict::Refused => return Ok(()),
        verdict => allow(verdict)?,
    }
    let mut variables = happening(ctx, community, actor.person, Turn::LeftAlone, None, "");
    variables.extend(bind! { least });
    let surql = include_str!("leave.surql").replace("$happened;", HAPPENED);
    let left = ctx.write(&surql, variables).await;
    let mut left = left.map_err(|error| match thrown(&error) {
        Some("everyone") => CommunityError::ForEveryone.into(),
        Some("animators") => CommunityError::LastAnimators.into(),
        _ => error,
    })?;
    moved(ctx, community, actor.person);
    ctx.caches().offers.forget_all();
    for Id(event) in left.take::<Id<EventId>>(1)? {
        ctx.live().ring(Signal::Event { community, event });
    }
    Ok(())
}
