//! Something is put to the members.

use super::told_why;
use crate::{
    Context, bind,
    communities::found,
    db::{At, Id},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{
        CommunityError, Stage,
        decision::{DecisionForm, OPEN_MOST, may_decide, votes_for},
    },
    form::Reader,
    id::{CommunityId, DecisionId, newest_first},
    policy::allow,
};

const PROPOSE: &str = "
LET $in = UPDATE ONLY $community SET votes = (votes ?? 0) + 1;
IF $in.stage = 'archived' { THROW 'archived' };
LET $open = SELECT VALUE id FROM decision
    WHERE community = $community AND state = 'open' AND closes > $at LIMIT $most;
IF array::len($open) >= $most { THROW 'full' };
CREATE $decision SET
    community = $community, by = $person, question = $question, detail = $detail, choices = $choices,
    quorum = $quorum, created = $at, closes = $closes, state = 'open', counts = $counts, rank = $rank
    RETURN NONE;
";

/// Puts `form` to the members, who vote until the end of its last day, unless [`OPEN_MOST`] votes are
/// open there. `key` is the form's: sending it again gives the same decision.
pub async fn propose(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    form: &DecisionForm,
    key: &str,
) -> Result<DecisionId> {
    let found = found(ctx, community).await?;
    match allow(may_decide(actor, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => Err(CommunityError::Archived)?,
        verdict => verdict?,
    }
    let mut reader = Reader::default();
    let draft = form.read(&mut reader, ctx.today());
    reader.done()?;
    let after = draft.last_day.tomorrow().map_err(Error::broken)?;
    let closes = after.to_zoned(ctx.zone().clone()).map_err(Error::broken)?.timestamp();
    let id = DecisionId::new(ctx.ulid());
    let variables = bind! {
        decision: Id(id), community: Id(community), person: Id(actor.person), question: draft.question,
        detail: draft.detail, counts: vec![0_i64; votes_for(draft.choices.len())], choices: draft.choices,
        quorum: i64::from(draft.quorum), at: At(ctx.now()), closes: At(closes),
        rank: newest_first(id.ulid()).to_string(), most: i64::try_from(OPEN_MOST).unwrap_or(i64::MAX)
    };
    let written = ctx.write_once(actor.person, key, id, PROPOSE, variables).await;
    ctx.caches().undisputed.forget(&community);
    written.map_err(told_why)?.id.parse().map_err(Error::broken)
}
