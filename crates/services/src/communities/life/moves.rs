//! A community goes from one stage to another.

use super::{
    HAPPENED,
    asks::{COMING, from_now},
    happening, told_why,
};
use crate::{
    Context, bind,
    communities::{changed, federation::TAKE_BACK, found, proposals::spent},
    db::{At, Id, Word},
    error::{Error, Result},
    feed,
    search::Subject,
};
use domain::{
    Actor, Reason,
    community::{
        CommunityError, Stage,
        life::{Move, may_move},
        proposal::REASON_MAX,
    },
    form::Reader,
    id::{CommunityId, EventId},
    live::Signal,
    policy::allow,
};

/// Does `what` to the community, and says why in its history. Of two who do it at once one does; the
/// other is told that it has moved.
///
/// Archiving takes it out of its federations, declines those who wait to come in, calls off what is to
/// come, and ends offers of a role; opening again brings none of them back, but takes everybody in where it is for everyone.
pub async fn steer(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    what: Move,
    reason: &str,
    key: &str,
) -> Result<()> {
    let found = found(ctx, community).await?;
    if let Err(refusal) = allow(may_move(actor, &found.place, found.everyone, what)) {
        let archived = refusal == Reason::Forbidden && found.place.stage == Stage::Archived;
        let refusal: Error = if archived { CommunityError::Archived.into() } else { refusal.into() };
        return if spent(ctx, actor.person, key, &refusal).await? { Ok(()) } else { Err(refusal) };
    }
    let mut form = Reader::default();
    let least = if what.needs_reason() { 3 } else { 0 };
    let said = form.text("reason", reason, least, REASON_MAX);
    form.done()?;
    let mut variables = happening(ctx, community, actor.person, what.turn(), None, &said);
    variables.extend(bind! {
        from: what.from().iter().copied().map(Word).collect::<Vec<_>>(), to: what.to().map(Word),
        awake: what.to().is_none().then(|| At(ctx.now())), soon: from_now(ctx)
    });
    let more = match what {
        Move::Archive => include_str!("archive.surql").replace("$take_back;", TAKE_BACK),
        Move::Reopen => concat!(include_str!("reopen.surql"), include_str!("../welcome.surql")).to_owned(),
        _ => String::new(),
    };
    let surql = format!("{}{HAPPENED}{more}", include_str!("move.surql"));
    let coming = match what {
        Move::Archive => coming(ctx, community).await?,
        _ => Vec::new(),
    };
    let shared = match what {
        Move::Archive => feed::shared_from(ctx, &found).await?,
        _ => Vec::new(),
    };
    let written = ctx.write_once(actor.person, key, community, &surql, variables).await;
    written.map_err(told_why)?;
    changed(ctx, community);
    if what == Move::Archive {
        // What it shared is its own again.
        found.federations.iter().for_each(|federation| feed::unshared(ctx, *federation, None));
        shared.into_iter().for_each(|post| ctx.caches().touched.touch(Subject::Post(post)));
    }
    if matches!(what, Move::Archive | Move::Reopen) {
        // Who asked is not asking any more; who is for everyone's is in.
        ctx.caches().actors.forget_all();
    }
    ctx.caches().communities.forget_all();
    crate::events::forget_attending(ctx);
    for event in coming {
        ctx.caches().touched.touch(Subject::Event(event));
        ctx.live().ring(Signal::Event { community, event });
    }
    Ok(())
}

/// Events that archiving calls off; one that is called meanwhile is called off all the same, and
/// open pages hear of it later.
async fn coming(ctx: &Context, community: CommunityId) -> Result<Vec<EventId>> {
    let variables = bind! { community: Id(community), soon: from_now(ctx), limit: 1_000_i64 };
    let rows: Vec<Id<EventId>> = ctx.db().rows(COMING, variables).await?;
    Ok(rows.into_iter().map(|id| id.0).collect())
}
