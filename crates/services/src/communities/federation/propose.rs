//! A community asks to enter a federation, or a federation invites a community.

use super::{ADMIT, insist, retied, told_why};
use crate::{
    Context, bind,
    communities::{found, found_by_slug},
    db::{At, Id, Word},
    error::{Error, Result},
};
use domain::{
    Actor, Failure, Reason,
    community::{
        CommunityError, Kind,
        federation::{ALLIES_MAX, FEDERATIONS_MAX, TieState, WORD_MAX, may_tie},
    },
    form::{Fault, Reader},
    id::CommunityId,
    policy::{Action, judge},
};

/// Proposes to the community or federation at `other`, its address, that the two be tied: a community asks,
/// a federation invites. Done already it changes nothing; where the other side had proposed the same,
/// both want it and it is done.
///
/// What the actor may not know of is told like what does not exist, beside the field.
pub async fn propose(ctx: &Context, actor: &Actor, from: CommunityId, other: &str, word: &str) -> Result<()> {
    let own = found(ctx, from).await?;
    insist(actor, &own)?;
    let mut form = Reader::default();
    let word = form.text("word", word, 0, WORD_MAX);
    let slug = form.text("other", other, 1, 200);
    form.done()?;
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

pub(super) fn bound(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

fn nowhere() -> Error {
    Failure { fields: vec![("other".into(), Fault::Choice)], ..Reason::Form.into() }.into()
}
