//! Somebody proposes another text of the charter.

use super::told_why;
use crate::{
    Context, bind,
    communities::{charter::charter_text, found},
    db::{At, Id, Word},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{Charter, CommunityError, Stage, amendment::may_amend, proposal::REASON_MAX},
    form::Reader,
    id::{AmendmentId, CommunityId, newest_first},
    policy::allow,
};

/// Proposes `text` instead of version `base` of the charter, with a reason. `key` is the form's:
/// sending it again gives the same change.
///
/// [`CommunityError::CharterChanged`] when a newer version is in force,
/// [`CommunityError::NothingChanged`] when `text` says what is in force already.
pub async fn amend(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    base: u32,
    text: &Charter,
    reason: &str,
    key: &str,
) -> Result<AmendmentId> {
    let found = found(ctx, community).await?;
    match allow(may_amend(actor, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => Err(CommunityError::Archived)?,
        verdict => verdict?,
    }
    let mut form = Reader::default();
    let text = Charter::read(&mut form, text, ctx.today());
    let reason = form.text("reason", reason, 3, REASON_MAX);
    form.done()?;
    let id = AmendmentId::new(ctx.ulid());
    if base == found.charter && charter_text(ctx, community, base).await? == text {
        return Err(CommunityError::NothingChanged.into());
    }
    let variables = bind! {
        id: Id(id), community: Id(community), base: i64::from(base), text: Word(text), reason,
        by: Id(actor.person), at: At(ctx.now()), rank: newest_first(id.ulid()).to_string()
    };
    let written = ctx.write_once(actor.person, key, id, include_str!("propose.surql"), variables).await;
    written.map_err(told_why)?.id.parse().map_err(Error::broken)
}
