//! A community asks to enter a federation, or a federation invites a community.

use super::{ADMIT, insist, retied, told_why};
use crate::{
    Context, bind,
    communities::{all, found, found_by_slug},
    db::{At, Id, Word},
    error::{Error, Result},
};
use domain::{
    Actor, Failure, Reason,
    community::{
        CommunityError, Kind,
        federation::{ALLIES_MAX, FEDERATIONS_MAX, TieState, WORD_MAX, may_tie, speaks_for},
        slug,
    },
    form::{Fault, Reader},
    id::CommunityId,
    policy::{Action, judge},
};

/// Proposes to the community or federation `other`, its name or its address, that the two be tied: a community asks,
/// a federation invites. Done already it changes nothing; where the other side had proposed the same,
/// both want it and it is done.
///
/// What the actor may not know of is told like what does not exist, beside the field.
pub async fn propose(ctx: &Context, actor: &Actor, from: CommunityId, other: &str, word: &str) -> Result<()> {
    let own = found(ctx, from).await?;
    insist(actor, &own)?;
    let mut form = Reader::default();
    let word = form.text("word", word, 0, WORD_MAX);
    let other = form.text("other", other, 1, 300);
    form.done()?;
    // A name leads to the address it has; of an address, the last part is the community's.
    let last = other.trim_end_matches('/').rsplit('/').next().unwrap_or(&other);
    let slug = slug(last);
    let other = match found_by_slug(ctx, &slug).await {
        Ok(other) if judge(actor, Action::Look, &other.place).is_allowed() => other,
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => return Err(nowhere()),
        Err(error) => return Err(error),
        Ok(_) => return Err(nowhere()),
    };
    let (above, below) = if own.kind == Kind::Federation { (&own, &other) } else { (&other, &own) };
    if own.kind == Kind::Federation && other.kind == Kind::Federation {
        return Err(CommunityError::FederationInFederation.into());
    }
    may_tie((above.kind, above.place.stage), (below.kind, below.place.stage))?;
    let (asks, meets) = match own.kind {
        Kind::Federation => (TieState::Called, TieState::Asked),
        _ => (TieState::Asked, TieState::Called),
    };
    let variables = bind! {
        federation: Id(above.id), community: Id(below.id), asks: Word(asks), meets: Word(meets), word,
        person: Id(actor.person), at: At(ctx.now()), most_above: bound(FEDERATIONS_MAX),
        most_below: bound(ALLIES_MAX)
    };
    let surql = include_str!("propose.surql").replace("$admit;", ADMIT);
    let written = ctx.write(&surql, variables).await;
    retied(ctx, above.id, below.id);
    written.map(drop).map_err(told_why)
}

/// Names of the federations a community may ask to enter, or of the communities a federation may invite,
/// those the actor may know of, for who speaks for it; from memory, a few hundred at most.
pub async fn candidates(ctx: &Context, actor: &Actor, from: CommunityId) -> Result<Vec<String>> {
    let own = found(ctx, from).await?;
    if !speaks_for(actor, &own.place) {
        return Ok(Vec::new());
    }
    let above = own.kind == Kind::Federation;
    let mut names = Vec::new();
    for community in all(ctx).await?.iter() {
        let other = match found(ctx, *community).await {
            Ok(other) => other,
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => continue,
            Err(error) => return Err(error),
        };
        let fits = (other.kind == Kind::Federation) != above && other.place.stage.is_public();
        let tied = own.allies.contains(&other.id) || own.federations.contains(&other.id);
        if fits && !tied && judge(actor, Action::Look, &other.place).is_allowed() {
            names.push((other.sort.clone(), other.name.clone()));
        }
    }
    names.sort();
    Ok(names.into_iter().take(CANDIDATES).map(|(_, name)| name).collect())
}

/// Names offered while one is typed.
const CANDIDATES: usize = 300;

pub(super) fn bound(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

fn nowhere() -> Error {
    Failure { fields: vec![("other".into(), Fault::Choice)], ..Reason::Form.into() }.into()
}
