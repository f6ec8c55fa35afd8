//! Federations: communities tied to one, by both sides; goals in common, and what each brings to them.
//!
//! The two ends of a tie that holds stand on the records of the community and of the federation, so
//! that every page knows them from memory ([`Found::federations`], [`Found::allies`]); what was said,
//! by whom, and what waits for an answer stands on the tie. What is shared upward is
//! [`crate::feed::share`]'s.

mod answer;
mod brings;
mod goals;
mod part;
mod propose;
mod seed;
mod show;

#[cfg(test)]
mod tests;

pub use answer::answer;
pub use brings::say_brings;
pub use goals::{set_goal, settle_goal};
pub use part::part;
pub use propose::{candidates, propose};
pub use seed::{SeedAlly, SeedFederation, SeedGoal, SeedShare, seed_federation};
pub use show::{federation, named};
pub(crate) use show::{goals, known};

use super::{Found, found};
use crate::{
    Context,
    db::thrown,
    error::{Error, Result},
    search::Subject,
};
use domain::{
    Actor, Reason,
    community::{
        CommunityError,
        federation::{Side, speaks_for},
    },
    id::CommunityId,
    policy::{Action, allow, judge},
};
use std::sync::Arc;

/// What makes the two one another's, once a side has answered: both records are written, so that neither
/// bound is passed by two who do it at once.
const ADMIT: &str = include_str!("admit.surql");
/// Takes the posts `$posts` out of `$federation`.
pub(crate) const TAKE_BACK: &str = include_str!("take_back.surql");

/// The federations of the communities `memberships`, each once: whoever is in those is at home there.
pub(crate) async fn at_home(ctx: &Context, memberships: &[CommunityId]) -> Result<Vec<CommunityId>> {
    let mut homes = Vec::new();
    for community in memberships {
        match found(ctx, *community).await {
            Ok(found) => homes.extend(&found.federations),
            // A membership read a moment before its community went.
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    homes.sort_unstable();
    homes.dedup();
    Ok(homes)
}

/// The two of a tie, for somebody who speaks for `side`. Who may not know of that side does not learn
/// whether there is one.
async fn sides(
    ctx: &Context,
    actor: &Actor,
    federation: CommunityId,
    community: CommunityId,
    side: Side,
) -> Result<(Arc<Found>, Arc<Found>)> {
    let (above, below) = (found(ctx, federation).await?, found(ctx, community).await?);
    let own = if side == Side::Federation { &above } else { &below };
    insist(actor, own)?;
    Ok((above, below))
}

/// `Ok` when the actor governs the community; otherwise that it is archived, or not for them to do.
fn insist(actor: &Actor, own: &Found) -> Result<()> {
    if speaks_for(actor, &own.place) {
        return Ok(());
    }
    allow(judge(actor, Action::Govern, &own.place)).map_err(|refusal| {
        let archived = own.place.stage == domain::community::Stage::Archived;
        if archived && refusal == Reason::Forbidden {
            CommunityError::Archived.into()
        } else {
            refusal.into()
        }
    })
}

/// After a write that tied two, or parted them: who is at home where is read again.
fn retied(ctx: &Context, federation: CommunityId, community: CommunityId) {
    for one in [federation, community] {
        ctx.caches().communities.forget(one);
        ctx.caches().touched.touch(Subject::Community(one));
    }
    // After the communities: an actor read between the two is not kept.
    ctx.caches().actors.forget_all();
}

/// How the words thrown by these queries are told.
fn told_why(error: Error) -> Error {
    match thrown(&error) {
        Some("absent") => Reason::NotFound.into(),
        Some("archived") => CommunityError::Archived.into(),
        Some("moved") => CommunityError::TieMoved.into(),
        Some("above_full") => CommunityError::FederationsFull.into(),
        Some("below_full") => CommunityError::FederationFull.into(),
        Some("goals_full") => CommunityError::GoalsFull.into(),
        Some("apart") => CommunityError::NotTied.into(),
        _ => error,
    }
}
