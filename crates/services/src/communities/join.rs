//! Coming in, with the charter in force.

use super::{found, moved};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    actor::Role,
    community::{CommunityError, Stage},
    id::CommunityId,
    policy::{Action, allow, judge},
};

/// Accepts version `charter` of the community's charter and joins it: as a member where it is open,
/// as one who asks where somebody answers. Gives what the actor is there now.
///
/// Repeating it changes nothing. A member who does it accepts the version anew. When the charter
/// changed since it was read, nothing happens but [`CommunityError::CharterChanged`].
pub async fn join(ctx: &Context, actor: &Actor, community: CommunityId, charter: u32) -> Result<Role> {
    let found = found(ctx, community).await?;
    let action = if actor.role_in(community).is_some() { Action::Read } else { Action::Join };
    match allow(judge(actor, action, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => Err(CommunityError::Archived)?,
        verdict => verdict?,
    }
    let variables = bind! {
        person: Id(actor.person), community: Id(community), version: i64::from(charter), at: At(ctx.now())
    };
    let joined = ctx.write(include_str!("join.surql"), variables).await;
    let mut rows = joined.map_err(|error| match thrown(&error) {
        Some("archived") => CommunityError::Archived.into(),
        Some("charter") => CommunityError::CharterChanged.into(),
        Some("invitation") => Reason::Forbidden.into(),
        _ => error,
    })?;
    moved(ctx, community, actor.person);
    let role: Option<Word<Role>> = rows.one(1)?;
    role.map(|role| role.0).ok_or_else(|| Error::broken("a membership that was written and is not"))
}
