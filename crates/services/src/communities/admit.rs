//! Answering those who ask to come in.

use super::{found, moved};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::CommunityError,
    id::{CommunityId, PersonId},
    policy::{Action, allow, judge},
};

/// Lets `person`, who asked, in. Done already, it changes nothing; NotFound when they did not ask.
pub async fn admit(ctx: &Context, actor: &Actor, community: CommunityId, person: PersonId) -> Result<()> {
    answer(ctx, actor, community, person, include_str!("admit.surql")).await
}

/// Declines the request of `person`; nothing is left of it, and they may ask again. It changes
/// nothing for who does not ask (any more), members included.
pub async fn decline(ctx: &Context, actor: &Actor, community: CommunityId, person: PersonId) -> Result<()> {
    answer(ctx, actor, community, person, include_str!("decline.surql")).await
}

async fn answer(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    person: PersonId,
    surql: &str,
) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let variables = bind! { person: Id(person), community: Id(community), at: At(ctx.now()) };
    ctx.write(surql, variables).await.map_err(|error| -> Error {
        match thrown(&error) {
            Some("absent") => Reason::NotFound.into(),
            Some("archived") => CommunityError::Archived.into(),
            _ => error,
        }
    })?;
    moved(ctx, community, person);
    Ok(())
}
