//! Going out, or taking back a request to come in.

use super::{found, moved};
use crate::{
    Context, bind,
    db::{Id, thrown},
    error::Result,
};
use domain::{
    Actor,
    community::{ANIMATORS_MIN, CommunityError},
    id::CommunityId,
    policy::{Action, Verdict, allow, judge},
};

/// Leaves the community; repeating it changes nothing.
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
        person: Id(actor.person), community: Id(community),
        least: i64::try_from(ANIMATORS_MIN).unwrap_or(i64::MAX)
    };
    let left = ctx.write(include_str!("leave.surql"), variables).await;
    left.map_err(|error| match thrown(&error) {
        Some("everyone") => CommunityError::ForEveryone.into(),
        Some("animators") => CommunityError::LastAnimators.into(),
        _ => error,
    })?;
    moved(ctx, community, actor.person);
    // Places at what is to come are for members: others may take them.
    crate::events::release(ctx, actor.person, community).await
}
