//! Naming those who animate, and who sponsors.

use super::{found, moved};
use crate::{
    Context, bind,
    db::{Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    actor::Role,
    community::{ANIMATORS_MIN, CommunityError},
    id::{CommunityId, PersonId},
    policy::{Action, allow, judge},
};

/// Makes the member `person` an animator, or an animator a member again. At least two who animate
/// stay. The sponsor is named, and thanked, by those who look after all communities; who was it before
/// is a member again.
pub async fn set_role(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    person: PersonId,
    role: Role,
) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    if role == Role::Requested || (role == Role::Sponsor && !actor.is_manager()) {
        return Err(Reason::Forbidden.into());
    }
    let variables = bind! {
        person: Id(person), community: Id(community), role: Word(role), manager: actor.is_manager(),
        least: i64::try_from(ANIMATORS_MIN).unwrap_or(i64::MAX)
    };
    ctx.write(include_str!("role.surql"), variables).await.map_err(|error| -> Error {
        match thrown(&error) {
            Some("absent") => Reason::NotFound.into(),
            Some("partner" | "sponsor") => Reason::Forbidden.into(),
            Some("animators") => CommunityError::LastAnimators.into(),
            Some("archived") => CommunityError::Archived.into(),
            _ => error,
        }
    })?;
    moved(ctx, community, person);
    ctx.caches().offers.forget_all();
    if actor.is_manager() {
        // Somebody else may have been the sponsor until now.
        ctx.caches().actors.forget_all();
    }
    Ok(())
}
