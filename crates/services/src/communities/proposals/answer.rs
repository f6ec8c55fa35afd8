//! Community managers answer a proposal: the community opens, or its author is told why not, or why
//! not yet.

use super::{
    find::find,
    moving,
    send::{shift, spent},
    told_why,
};
use crate::{
    Context, bind,
    communities::open::{Founding, found_community, read},
    db::{Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Failure, Reason,
    community::{
        CommunityError, Stage,
        proposal::{Act, REASON_MAX, State, Turn},
    },
    form::Reader,
    id::{CommunityId, ProposalId},
};

/// The answers that need a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    AskForChanges,
    Decline,
}

/// Gives the proposal back with a reason, or declines it with one. Of two who answer at once, one
/// does; the other is told that it has moved.
pub async fn answer(
    ctx: &Context,
    actor: &Actor,
    proposal: ProposalId,
    answer: Answer,
    reason: &str,
    key: &str,
) -> Result<()> {
    let row = match find(ctx, actor, proposal, Act::Answer).await {
        Err(error) if spent(ctx, actor.person, key, &error).await? => return Ok(()),
        found => found?,
    };
    let mut form = Reader::default();
    let reason = form.text("reason", reason, 3, REASON_MAX);
    form.done()?;
    let (to, turn) = match answer {
        Answer::AskForChanges => (State::ChangesAsked, Turn::ChangesAsked),
        Answer::Decline => (State::Declined, Turn::Declined),
    };
    let mut variables = moving(ctx, proposal, actor.person, turn, &reason);
    variables.extend(bind! {
        from: vec![State::Sent.word().to_owned()], to: to.word().to_owned(), queued: None::<String>
    });
    shift(ctx, actor.person, proposal, key, variables).await?;
    super::told::forget(ctx, row.by.0);
    Ok(())
}

/// Opens the community that was proposed, under `name`: the one proposed, unless another has taken
/// it meanwhile. It starts in the stage *launching*.
///
/// A name that is taken is a fault beside `name`; anything else that is no longer right (somebody
/// named has left, the review date has passed) is [`CommunityError::ProposalIncomplete`]: its
/// author has to mend it.
pub async fn approve(
    ctx: &Context,
    actor: &Actor,
    proposal: ProposalId,
    name: &str,
    key: &str,
) -> Result<CommunityId> {
    let row = match find(ctx, actor, proposal, Act::Answer).await {
        Err(error) => return opened_before(ctx, actor, key, error).await,
        Ok(row) => row,
    };
    let mut form = row.form.0;
    name.clone_into(&mut form.name);
    let opening = read(ctx, &form, |form, reader, today, who| form.read_proposal(reader, today, who));
    let opening = opening.await.map_err(|error| match error {
        Error::Refused(failure) => mend(failure),
        error => error,
    })?;
    let mut also = moving(ctx, proposal, actor.person, Turn::Approved, "");
    also.extend(bind! { proposed: Word(opening.name.clone()) });
    let founding =
        Founding { by: row.by.0, stage: Stage::Launching, also: Some((include_str!("approve.surql"), also)) };
    let opened = found_community(ctx, actor, opening, founding, key)
        .await
        .map_err(|error| if thrown(&error).is_some() { told_why(error) } else { error })?;
    super::told::forget(ctx, row.by.0);
    Ok(opened)
}

/// The community this very form opened before, or why it is refused.
async fn opened_before(ctx: &Context, actor: &Actor, key: &str, refusal: Error) -> Result<CommunityId> {
    if !spent(ctx, actor.person, key, &refusal).await? {
        return Err(refusal);
    }
    ctx.made_once(actor.person, key).await?.parse().map_err(Error::broken)
}

/// A fault of the name is the manager's to mend, here; others are not.
fn mend(failure: Failure) -> Error {
    let (name, others): (Vec<_>, Vec<_>) = failure.fields.into_iter().partition(|(field, _)| field == "name");
    if others.is_empty() {
        return Failure { fields: name, ..Reason::Form.into() }.into();
    }
    CommunityError::ProposalIncomplete.into()
}
