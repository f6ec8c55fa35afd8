//! Communities that were proposed, and what was answered.

use super::{Round, shown};
use crate::{
    db::{Id, Word},
    error::Result,
};
use domain::{
    community::{
        NewCommunity,
        proposal::{State, Turn},
    },
    id::{CommunityId, PersonId, ProposalId, newest_first},
};
use std::collections::HashMap;
use surrealdb::types::{Array, RecordId, RecordIdKey, SurrealValue, Value};

#[derive(SurrealValue)]
struct Row {
    id: Id<ProposalId>,
    by: Id<PersonId>,
    state: Word<State>,
    form: Word<NewCommunity>,
    rank: String,
    queued: Option<String>,
    community: Option<Id<CommunityId>>,
}

#[derive(SurrealValue)]
struct TurnRow {
    id: RecordId,
    turn: Word<Turn>,
    by: Id<PersonId>,
}

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    // Where each stands, and the last thing that happened to it: the first of its history's keys.
    let mut stands: HashMap<ProposalId, (State, Option<Turn>)> = HashMap::new();
    let columns = "id, by, state, form, rank, queued, community";
    round.each("proposal", columns, |round, row: Row| proposal(round, &row, &mut stands)).await?;
    round.each("proposal_turn", "id, turn, by", |round, row: TurnRow| turn(round, row, &mut stands)).await?;
    for (id, (state, last)) in stands {
        let agrees = match state {
            State::Draft => last.is_none() || last == Some(Turn::Withdrawn),
            State::Sent => last == Some(Turn::Sent),
            State::ChangesAsked => last == Some(Turn::ChangesAsked),
            State::Approved => last == Some(Turn::Approved),
            State::Declined => last == Some(Turn::Declined),
        };
        round.hold(agrees, || format!("proposal {id} does not stand where its history left it"));
    }
    Ok(())
}

fn proposal(round: &mut Round<'_>, row: &Row, stands: &mut HashMap<ProposalId, (State, Option<Turn>)>) {
    let id = row.id.0;
    let _ = &row.form;
    round.person(row.by.0, || format!("proposal {id}"));
    let rank = newest_first(id.ulid()).to_string();
    round.hold(row.rank == rank, || format!("proposal {id} is out of order in its author's list"));
    let waits = row.state.0 == State::Sent;
    round.hold(waits == row.queued.is_some(), || {
        format!(
            "proposal {id} {}",
            if waits { "waits in no queue" } else { "waits for nothing in the queue" }
        )
    });
    let opened = row.state.0 == State::Approved;
    round.hold(opened == row.community.is_some(), || {
        format!("proposal {id} {}", if opened { "became no community" } else { "became one too early" })
    });
    if let Some(community) = row.community {
        round.community(community.0, || format!("what proposal {id} became"));
    }
    stands.insert(id, (row.state.0, None));
}

fn turn(round: &mut Round<'_>, row: TurnRow, stands: &mut HashMap<ProposalId, (State, Option<Turn>)>) {
    let id = shown(&row.id);
    round.person(row.by.0, || id.clone());
    let of = match &row.id.key {
        RecordIdKey::Array(key) => of(key),
        _ => None,
    };
    match of.and_then(|proposal| stands.get_mut(&proposal)) {
        Some((_, last)) => {
            last.get_or_insert(row.turn.0);
        }
        None => round.wrong(format!("{id} happened to no proposal")),
    }
}

/// The proposal a line of history is keyed under.
fn of(key: &Array) -> Option<ProposalId> {
    let first: &Value = key.first()?;
    Id::<ProposalId>::from_value(first.clone()).ok().map(|id| id.0)
}
