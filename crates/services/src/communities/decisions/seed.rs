//! Decisions as they are, with their dates: for the demonstration.

use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{
    community::decision::votes_for,
    id::{CommunityId, DecisionId, PersonId, newest_first},
};
use jiff::Timestamp;
use std::collections::HashSet;
use surrealdb::types::{Array, RecordId, SurrealValue, Value};

/// Something put to the vote; one that is over is counted when it is first looked at, unless it is
/// concluded here.
#[derive(Clone, Debug)]
pub struct SeedDecision {
    pub community: CommunityId,
    pub by: PersonId,
    pub question: String,
    pub detail: String,
    /// None for yes or no.
    pub choices: Vec<String>,
    pub quorum: u8,
    pub created: Timestamp,
    pub closes: Timestamp,
    /// Who, and the place of what they chose.
    pub votes: Vec<(PersonId, usize)>,
    /// By whom, what was said, and when.
    pub concluded: Option<(PersonId, String, Timestamp)>,
}

#[derive(SurrealValue)]
struct VoteRow {
    id: RecordId,
    decision: Id<DecisionId>,
    person: Id<PersonId>,
    choice: i64,
    at: At,
}

const SEED: &str = "
LET $members = IF $concluded_by = NONE { NONE } ELSE {
    count(SELECT VALUE id FROM membership WHERE community = $community AND since <= $closes AND role != 'requested')
};
CREATE $decision SET
    community = $community, by = $person, question = $question, detail = $detail, choices = $choices,
    quorum = $quorum, created = $at, closes = $closes, counts = $counts, rank = $rank,
    state = IF $concluded_by = NONE { 'open' } ELSE { 'closed' }, members = $members,
    reasons = $reasons, concluded_by = $concluded_by, concluded = $concluded RETURN NONE;
INSERT INTO decision_vote $votes RETURN NONE;
";

/// Writes it; no policy is asked. Of two votes of one person, the first stands.
pub async fn seed_decision(ctx: &Context, seed: SeedDecision) -> Result<DecisionId> {
    let id = DecisionId::new(ctx.clock().ulid_at(seed.created));
    let mut counts = vec![0_i64; votes_for(seed.choices.len())];
    let mut voted = HashSet::new();
    let mut votes = Vec::new();
    for (person, choice) in seed.votes {
        let Some(count) = counts.get_mut(choice) else { continue };
        if !voted.insert(person) {
            continue;
        }
        *count += 1;
        let key = vec![Value::RecordId(Id(id).record()), Value::RecordId(Id(person).record())];
        votes.push(VoteRow {
            id: RecordId::new("decision_vote", Array::from(key)),
            decision: Id(id),
            person: Id(person),
            choice: i64::try_from(choice).unwrap_or_default(),
            at: At(seed.created),
        });
    }
    let (by, reasons, when) = match seed.concluded {
        Some((by, reasons, when)) => (Some(Id(by)), reasons, Some(At(when))),
        None => (None, String::new(), None),
    };
    let variables = bind! {
        decision: Id(id), community: Id(seed.community), person: Id(seed.by), question: seed.question,
        detail: seed.detail, choices: seed.choices, quorum: i64::from(seed.quorum), at: At(seed.created),
        closes: At(seed.closes), counts, rank: newest_first(id.ulid()).to_string(), votes, reasons,
        concluded_by: by, concluded: when
    };
    ctx.write(SEED, variables).await?;
    ctx.caches().undisputed.forget(&seed.community);
    Ok(id)
}
