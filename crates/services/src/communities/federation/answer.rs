//! The other side says yes or no.

use super::{ADMIT, propose::bound, retied, sides, told_why};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor,
    community::federation::{ALLIES_MAX, FEDERATIONS_MAX, Side, TieState, WORD_MAX, may_tie},
    form::Reader,
    id::CommunityId,
};

/// Answers, for `side`, what the other side proposed. No is said with a reason; repeating an answer
/// changes nothing.
pub async fn answer(
    ctx: &Context,
    actor: &Actor,
    federation: CommunityId,
    community: CommunityId,
    side: Side,
    yes: bool,
    word: &str,
) -> Result<()> {
    let (above, below) = sides(ctx, actor, federation, community, side).await?;
    let mut form = Reader::default();
    let word = form.text("word", word, if yes { 0 } else { 3 }, WORD_MAX);
    form.done()?;
    may_tie((above.kind, above.place.stage), (below.kind, below.place.stage))?;
    let (waits, done) = (
        if side == Side::Federation { TieState::Asked } else { TieState::Called },
        if yes { TieState::Member } else { TieState::Declined },
    );
    let variables = bind! {
        federation: Id(federation), community: Id(community), waits: Word(waits), done: Word(done), yes, word,
        person: Id(actor.person), at: At(ctx.now()), most_above: bound(FEDERATIONS_MAX),
        most_below: bound(ALLIES_MAX)
    };
    let surql = include_str!("answer.surql").replace("$admit;", ADMIT);
    let written = ctx.write(&surql, variables).await;
    retied(ctx, federation, community);
    written.map(drop).map_err(told_why)
}
