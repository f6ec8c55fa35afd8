//! Proposals as they are, with their dates: for the demonstration.

use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    community::{
        NewCommunity,
        proposal::{State, Turn},
    },
    id::{PersonId, ProposalId, newest_first},
};
use jiff::Timestamp;
use surrealdb::types::SurrealValue;

/// A proposal and its history, the oldest first; one that became a community is not seeded.
#[derive(Clone, Debug)]
pub struct SeedProposal {
    pub by: PersonId,
    pub form: NewCommunity,
    pub state: State,
    pub begun: Timestamp,
    /// What happened, by whom, what was said, and when.
    pub turns: Vec<(Turn, PersonId, String, Timestamp)>,
}

#[derive(SurrealValue)]
struct Row {
    key: String,
    turn: Word<Turn>,
    by: Id<PersonId>,
    said: String,
    at: At,
}

const SEED: &str = "
CREATE $proposal SET by = $by, state = $state, form = $form, moved = $moved, rank = $rank, queued = $queued;
FOR $row IN $rows {
    CREATE type::record('proposal_turn', [$proposal, $row.key]) SET
        turn = $row.turn, by = $row.by, said = $row.said, at = $row.at;
};
";

/// Writes it; no policy is asked and nothing is read of the form.
pub async fn seed_proposal(ctx: &Context, seed: SeedProposal) -> Result<ProposalId> {
    let id = ProposalId::new(ctx.clock().ulid_at(seed.begun));
    let moved = seed.turns.last().map_or(seed.begun, |(.., at)| *at);
    let row = |(turn, by, said, at): (Turn, PersonId, String, Timestamp)| Row {
        key: newest_first(ctx.clock().ulid_at(at)).to_string(),
        turn: Word(turn),
        by: Id(by),
        said,
        at: At(at),
    };
    let rows: Vec<Row> = seed.turns.into_iter().map(row).collect();
    let queued = (seed.state == State::Sent).then(|| ctx.clock().ulid_at(moved).to_string());
    let variables = bind! {
        proposal: Id(id), by: Id(seed.by), state: Word(seed.state), form: Word(seed.form), moved: At(moved),
        rank: newest_first(id.ulid()).to_string(), queued, rows
    };
    ctx.write(SEED, variables).await?;
    super::told::forget(ctx, seed.by);
    Ok(id)
}
