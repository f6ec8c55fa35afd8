//! A proposed change is approved, declined, or taken back.

use super::{
    show::{Row, find},
    told_why,
};
use crate::{
    Context, bind,
    communities::{changed, proposals::spent},
    db::{At, Id},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{
        Charter, CommunityError,
        amendment::{AmendmentState, may_settle},
        proposal::REASON_MAX,
    },
    form::Reader,
    id::{AmendmentId, CommunityId},
    policy::allow,
};
use std::sync::Arc;

/// Makes the change the next version of the charter. Members stay members and may accept it; who
/// wrote it and who approved it have.
pub async fn approve_amendment(
    ctx: &Context,
    actor: &Actor,
    amendment: AmendmentId,
    key: &str,
) -> Result<CommunityId> {
    let (row, found) = open(ctx, actor, amendment, |row, place| may_settle(actor, place, row.by.0)).await?;
    if row.state.0 != AmendmentState::Open {
        return settled(ctx, actor, key, found.id).await;
    }
    let mut form = Reader::default();
    Charter::read(&mut form, &row.text.0, ctx.today());
    // It was right when it was proposed: only its date can have passed.
    form.done().map_err(|_| Error::from(CommunityError::ReviewPassed))?;
    let variables = bind! { amendment: Id(amendment), person: Id(actor.person), at: At(ctx.now()) };
    let written =
        ctx.write_once(actor.person, key, amendment, include_str!("approve.surql"), variables).await;
    written.map_err(told_why)?;
    changed(ctx, found.id);
    Ok(found.id)
}

/// Declines the change, with a reason.
pub async fn decline_amendment(
    ctx: &Context,
    actor: &Actor,
    amendment: AmendmentId,
    reason: &str,
    key: &str,
) -> Result<CommunityId> {
    let (row, found) = open(ctx, actor, amendment, |row, place| may_settle(actor, place, row.by.0)).await?;
    if row.state.0 != AmendmentState::Open {
        return settled(ctx, actor, key, found.id).await;
    }
    let mut form = Reader::default();
    let said = form.text("reason", reason, 3, REASON_MAX);
    form.done()?;
    close(ctx, actor, amendment, "declined", said, key).await?;
    Ok(found.id)
}

/// Takes back what one proposed oneself.
pub async fn withdraw_amendment(
    ctx: &Context,
    actor: &Actor,
    amendment: AmendmentId,
    key: &str,
) -> Result<CommunityId> {
    let (row, found) = find(ctx, actor, amendment).await?;
    if row.by.0 != actor.person {
        return Err(Reason::Forbidden.into());
    }
    if row.state.0 != AmendmentState::Open {
        return settled(ctx, actor, key, found.id).await;
    }
    close(ctx, actor, amendment, "withdrawn", String::new(), key).await?;
    Ok(found.id)
}

/// The change, if the actor is somebody who may do this to it.
async fn open(
    ctx: &Context,
    actor: &Actor,
    amendment: AmendmentId,
    judged: impl Fn(&Row, &domain::policy::Place) -> domain::policy::Verdict,
) -> Result<(Row, Arc<crate::communities::Found>)> {
    let (row, found) = find(ctx, actor, amendment).await?;
    allow(judged(&row, &found.place))?;
    Ok((row, found))
}

/// It was answered: by this very form, or by somebody else.
async fn settled(ctx: &Context, actor: &Actor, key: &str, community: CommunityId) -> Result<CommunityId> {
    let moved = Error::from(CommunityError::ProposalMoved);
    if spent(ctx, actor.person, key, &moved).await? { Ok(community) } else { Err(moved) }
}

async fn close(
    ctx: &Context,
    actor: &Actor,
    amendment: AmendmentId,
    state: &str,
    said: String,
    key: &str,
) -> Result<()> {
    let variables = bind! {
        amendment: Id(amendment), person: Id(actor.person), state: state.to_owned(), said, at: At(ctx.now())
    };
    let written = ctx.write_once(actor.person, key, amendment, include_str!("close.surql"), variables).await;
    written.map(|_| ()).map_err(told_why)
}
