//! What communities decided, and who voted what.

use super::{Round, joined, shown};
use crate::{
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    community::decision::{DecisionState, votes_for},
    id::{CommunityId, DecisionId, PersonId, newest_first},
};
use std::collections::HashMap;
use surrealdb::types::{RecordId, SurrealValue, Value};

#[derive(SurrealValue)]
struct Row {
    id: Id<DecisionId>,
    community: Id<CommunityId>,
    by: Id<PersonId>,
    choices: Vec<String>,
    quorum: i64,
    created: At,
    closes: At,
    state: Word<DecisionState>,
    counts: Vec<i64>,
    members: Option<i64>,
    concluded_by: Option<Id<PersonId>>,
    concluded: Option<At>,
    rank: String,
}

const ROW: &str = "id, community, by, choices, quorum, created, closes, state, counts, members, concluded_by, \
     concluded, rank";

#[derive(SurrealValue)]
struct Vote {
    id: RecordId,
    decision: Id<DecisionId>,
    person: Id<PersonId>,
    choice: i64,
}

/// Votes a decision says it has, less those that are there.
type Open = HashMap<DecisionId, Vec<i64>>;

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    let mut open = Open::new();
    round.each("decision", ROW, |round, row: Row| enter(round, row, &mut open)).await?;
    let columns = "id, decision, person, choice";
    round.each("decision_vote", columns, |round, row: Vote| vote(round, row, &mut open)).await?;
    for (id, counts) in open {
        let counted = counts.iter().all(|count| *count == 0);
        round.hold(counted, || format!("decision {id} counts {counts:?} votes too many"));
    }
    Ok(())
}

fn enter(round: &mut Round<'_>, row: Row, open: &mut Open) {
    let id = row.id.0;
    round.community(row.community.0, || format!("decision {id}"));
    round.person(row.by.0, || format!("decision {id}"));
    if let Some(Id(by)) = row.concluded_by {
        round.person(by, || format!("the conclusion of decision {id}"));
    }
    let whole = row.counts.len() == votes_for(row.choices.len());
    round.hold(whole, || format!("decision {id} counts votes for other things than it proposes"));
    round.hold((0..=100).contains(&row.quorum), || format!("decision {id} asks for {} %", row.quorum));
    round.hold(row.created < row.closes, || format!("decision {id} closes before it begins"));
    let closed = row.state.0 == DecisionState::Closed;
    round.hold(closed == row.members.is_some(), || format!("decision {id} is half counted"));
    let concluded = row.concluded.is_some();
    let right = concluded == row.concluded_by.is_some() && (closed || !concluded);
    round.hold(right, || format!("decision {id} is half concluded"));
    let rank = newest_first(id.ulid()).to_string();
    round.hold(row.rank == rank, || format!("decision {id} is out of order in its log"));
    open.insert(id, row.counts);
}

fn vote(round: &mut Round<'_>, row: Vote, open: &mut Open) {
    let id = shown(&row.id);
    let key = vec![Value::RecordId(row.decision.record()), Value::RecordId(row.person.record())];
    round.hold(row.id == joined("decision_vote", key), || format!("{id} is not where it belongs"));
    round.person(row.person.0, || id.clone());
    let Some(counts) = open.get_mut(&row.decision.0) else {
        return round.wrong(format!("{id} is a vote on nothing"));
    };
    match usize::try_from(row.choice).ok().and_then(|choice| counts.get_mut(choice)) {
        Some(count) => *count -= 1,
        None => round.wrong(format!("{id} is for something that is not proposed")),
    }
}
