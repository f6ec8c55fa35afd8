//! What came of it is said in words; or it is taken back before it closes.

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
        decision::{REASONS_MAX, may_withdraw},
    },
    form::Reader,
    id::{CommunityId, DecisionId},
    policy::{Action, Verdict, allow, judge},
};

const CONCLUDE: &str = "
LET $on = SELECT community, state FROM ONLY $decision;
IF $on.community.stage = 'archived' { THROW 'archived' };
IF $on.state != 'closed' { THROW 'open' };
UPDATE $decision SET reasons = $reasons, concluded_by = $person, concluded = $at RETURN NONE;
";

/// Leaves `reasons` beside the result, instead of what was said there before: what follows from it, and
/// why. For those who steer, once it is closed.
pub async fn conclude(
    ctx: &Context,
    actor: &Actor,
    decision: DecisionId,
    reasons: &str,
) -> Result<CommunityId> {
    let (_, found) = find(ctx, actor, decision).await?;
    may(judge(actor, Action::Govern, &found.place), found.place.stage)?;
    let mut form = Reader::default();
    let reasons = form.text("reasons", reasons, 3, REASONS_MAX);
    form.done()?;
    let variables = bind! { decision: Id(decision), person: Id(actor.person), reasons, at: At(ctx.now()) };
    ctx.write(CONCLUDE, variables).await.map_err(told_why)?;
    Ok(found.id)
}

const WITHDRAW: &str = "
LET $on = SELECT community, state, closes FROM ONLY $decision;
IF $on.community.stage = 'archived' { THROW 'archived' };
IF $on.state = 'closed' OR $on.closes <= $at { THROW 'closed' };
UPDATE $decision SET state = 'withdrawn' RETURN NONE;
";

/// Takes it back before it closes; it stays in the log, without what was voted. Repeating it changes
/// nothing.
pub async fn withdraw_decision(ctx: &Context, actor: &Actor, decision: DecisionId) -> Result<CommunityId> {
    let (row, found) = find(ctx, actor, decision).await?;
    may(may_withdraw(actor, &found.place, row.by.0), found.place.stage)?;
    let variables = bind! { decision: Id(decision), at: At(ctx.now()) };
    ctx.write(WITHDRAW, variables).await.map_err(told_why)?;
    Ok(found.id)
}

fn may(verdict: Verdict, stage: Stage) -> Result<()> {
    match allow(verdict) {
        Err(Reason::Forbidden) if stage == Stage::Archived => Err(CommunityError::Archived.into()),
        verdict => Ok(verdict?),
    }
}
