//! Going out, or taking back a request to come in.

use super::{found, moved};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::Result,
};
use domain::{
    Actor,
    community::{ANIMATORS_MIN, CommunityError},
    id::{CommunityId, EventId},
    live::Signal,
    policy::{Action, Verdict, allow, judge},
};

/// Leaves the community, and gives back the places held at its events to come, in one transaction;
/// repeating it changes nothing.
///
/// One does not leave what is for everyone, nor as one of the last two who animate.
pub async fn leave(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<()> {
    let found = found(ctx, community).await?;
    match judge(actor, Action::Leave, &found.place) {
        // Sent twice: they see it and are not in it any more.
        Verdict::Refused => return Ok(()),
        verdict => allow(verdict)?,
    }
    let variables = bind! {
        person: Id(actor.person), community: Id(community), at: At(ctx.now()),
        least: i64::try_from(ANIMATORS_MIN).unwrap_or(i64::MAX)
    };
    let left = ctx.write(include_str!("leave.surql"), variables).await;
    let mut left = left.map_err(|error| match thrown(&error) {
        Some("everyone") => CommunityError::ForEveryone.into(),
        Some("animators") => CommunityError::LastAnimators.into(),
        _ => error,
    })?;
    moved(ctx, community, actor.person);
    crate::reading::forget_taste(ctx, actor.person);
    for Id(event) in left.take::<Id<EventId>>(1)? {
        ctx.live().ring(Signal::Event { community, event });
    }
    Ok(())
}
