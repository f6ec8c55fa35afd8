//! A member votes, and votes otherwise, until it closes.

use super::{show::find, told_why};
use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{
    Actor, Reason,
    community::{
        CommunityError, Stage,
        decision::{DecisionState, may_vote, read_vote},
    },
    form::Reader,
    id::{CommunityId, DecisionId},
    policy::allow,
};

/// Casts the actor's vote: the place of what they chose, as typed. It stands in place of an earlier one;
/// repeating it changes nothing. Membership is looked at again in the transaction.
pub async fn vote(ctx: &Context, actor: &Actor, decision: DecisionId, choice: &str) -> Result<CommunityId> {
    let (row, found) = find(ctx, actor, decision).await?;
    match allow(may_vote(actor, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => Err(CommunityError::Archived)?,
        verdict => verdict?,
    }
    if row.state.0 != DecisionState::Open {
        return Err(CommunityError::VoteOver.into());
    }
    let mut form = Reader::default();
    let choice = read_vote(&mut form, row.choices.len(), choice);
    form.done()?;
    let variables = bind! {
        decision: Id(decision), person: Id(actor.person), at: At(ctx.now()),
        choice: i64::try_from(choice).unwrap_or(i64::MAX)
    };
    ctx.write(include_str!("vote.surql"), variables).await.map_err(told_why)?;
    Ok(found.id)
}
