//! A proposal is sent, taken back, or thrown away, by who wrote it.

use super::{find::find, moving, show::faults, told_why};
use crate::{Context, bind, db::Id, error::Result};
use domain::{
    Actor, Reason,
    community::proposal::{Act, State, Turn},
    id::{PersonId, ProposalId},
};
use surrealdb::types::Variables;

/// Sends a proposal in which nothing is missing; faults are beside their fields otherwise.
pub async fn send(ctx: &Context, actor: &Actor, proposal: ProposalId, key: &str) -> Result<()> {
    let row = match find(ctx, actor, proposal, Act::Send).await {
        Err(error) if spent(ctx, actor.person, key, &error).await? => return Ok(()),
        found => found?,
    };
    let faults = faults(ctx, &row.form.0).await?;
    if !faults.is_empty() {
        return Err(domain::Failure { fields: faults, ..Reason::Form.into() }.into());
    }
    let mut variables = moving(ctx, proposal, actor.person, Turn::Sent, "");
    variables.extend(bind! {
        from: vec![State::Draft.word().to_owned(), State::ChangesAsked.word().to_owned()],
        to: State::Sent.word().to_owned(), queued: Some(ctx.ulid().to_string())
    });
    shift(ctx, actor.person, proposal, key, variables).await?;
    super::told::forget(ctx, row.by.0);
    Ok(())
}

/// Takes back what was sent, to go on writing; it is then seen by its author alone.
pub async fn withdraw(ctx: &Context, actor: &Actor, proposal: ProposalId, key: &str) -> Result<()> {
    let row = match find(ctx, actor, proposal, Act::Withdraw).await {
        Err(error) if spent(ctx, actor.person, key, &error).await? => return Ok(()),
        found => found?,
    };
    let mut variables = moving(ctx, proposal, actor.person, Turn::Withdrawn, "");
    variables.extend(bind! {
        from: vec![State::Sent.word().to_owned(), State::ChangesAsked.word().to_owned()],
        to: State::Draft.word().to_owned(), queued: None::<String>
    });
    shift(ctx, actor.person, proposal, key, variables).await?;
    super::told::forget(ctx, row.by.0);
    Ok(())
}

const DISCARD: &str = "
LET $was = SELECT VALUE state FROM ONLY $proposal;
IF $was = NONE { THROW 'absent' };
IF $was != 'draft' { THROW 'moved' };
DELETE $proposal RETURN NONE;
DELETE proposal_turn:[$proposal, '']..=[$proposal, '~'] RETURN NONE;
";

/// Throws a draft away, with its history.
pub async fn discard(ctx: &Context, actor: &Actor, proposal: ProposalId, key: &str) -> Result<()> {
    match find(ctx, actor, proposal, Act::Discard).await {
        Err(error) if spent(ctx, actor.person, key, &error).await? => return Ok(()),
        found => found?,
    };
    let variables = bind! { proposal: Id(proposal) };
    ctx.write_once(actor.person, key, proposal, DISCARD, variables).await.map_err(told_why)?;
    super::told::forget(ctx, actor.person);
    Ok(())
}

/// Moves the proposal unless `key` did already.
pub(super) async fn shift(
    ctx: &Context,
    person: PersonId,
    proposal: ProposalId,
    key: &str,
    variables: Variables,
) -> Result<()> {
    let written = ctx.write_once(person, key, proposal, include_str!("move.surql"), variables).await;
    written.map(|_| ()).map_err(told_why)
}

/// Whether the refusal is only because this very form was taken before.
pub(in crate::communities) async fn spent(
    ctx: &Context,
    person: PersonId,
    key: &str,
    refusal: &crate::Error,
) -> Result<bool> {
    if key.is_empty() || !matches!(refusal, crate::Error::Refused(_)) {
        return Ok(false);
    }
    let asked = "RETURN record::exists(type::record('done', [$person, $key]))";
    let key: String = key.chars().take(64).collect();
    let variables = bind! { person: Id(person), key };
    Ok(ctx.db().query(asked, variables).await?.one::<bool>(0)?.unwrap_or(false))
}
