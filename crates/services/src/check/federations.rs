//! Federations: ties with both their ends, goals, and what was shared.

use super::{Round, joined, shown};
use crate::{
    db::{Id, Word},
    error::Result,
};
use domain::{
    community::{
        Kind, Stage,
        federation::{ALLIES_MAX, FEDERATIONS_MAX, GoalState, TieState},
    },
    id::{CommunityId, PersonId, PostId},
};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use surrealdb::types::{RecordId, SurrealValue, Value};

/// What a community says of its ties, less what was found.
#[derive(Debug, Default)]
pub(super) struct Ends {
    pub kind: Kind,
    pub federations: HashSet<CommunityId>,
    pub allies: HashSet<CommunityId>,
    pub goals: i64,
}

/// Of every community.
pub(super) type AllEnds = HashMap<CommunityId, Ends>;

#[derive(SurrealValue)]
struct Tie {
    id: RecordId,
    federation: Id<CommunityId>,
    community: Id<CommunityId>,
    state: Word<TieState>,
    by: Id<PersonId>,
    brings: String,
}

#[derive(SurrealValue)]
struct Goal {
    id: RecordId,
    federation: Id<CommunityId>,
    due: String,
    state: Word<GoalState>,
    by: Id<PersonId>,
}

#[derive(SurrealValue)]
struct Share {
    id: RecordId,
    post: Id<PostId>,
    federation: Id<CommunityId>,
    community: Id<CommunityId>,
    by: Id<PersonId>,
    rank: String,
}

/// After communities.
pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    let mut tied = HashSet::new();
    let columns = "id, federation, community, state, by, brings";
    round.each("tie", columns, |round, row: Tie| tie(round, row, &mut tied)).await?;
    round.each("goal", "id, federation, due, state, by", goal).await?;
    let ends = std::mem::take(&mut round.ends);
    for (id, ends) in &ends {
        let above = ends.kind == Kind::Federation;
        round.hold(above || ends.allies.is_empty(), || {
            format!("community {id} has members and is no federation")
        });
        round.hold(!above || ends.federations.is_empty(), || format!("federation {id} is in a federation"));
        round.hold(ends.federations.len() <= FEDERATIONS_MAX, || {
            format!("community {id} is in {} federations", ends.federations.len())
        });
        round.hold(ends.allies.len() <= ALLIES_MAX, || {
            format!("federation {id} has {} members", ends.allies.len())
        });
        round.hold(ends.goals == 0, || format!("federation {id} counts {:+} goals too many", ends.goals));
        for federation in &ends.federations {
            let told = tied.contains(&(*federation, *id));
            round.hold(told, || format!("community {id} is in federation {federation} without a tie"));
        }
        for ally in &ends.allies {
            let told = tied.contains(&(*id, *ally));
            round.hold(told, || format!("federation {id} has member {ally} without a tie"));
        }
    }
    round.ends = ends;
    Ok(())
}

fn tie(round: &mut Round<'_>, row: Tie, tied: &mut HashSet<(CommunityId, CommunityId)>) {
    let id = shown(&row.id);
    let (above, below) = (row.federation.0, row.community.0);
    let key = joined(
        "tie",
        vec![Value::RecordId(row.federation.record()), Value::RecordId(row.community.record())],
    );
    round.hold(row.id == key, || format!("{id} is not where it belongs"));
    round.person(row.by.0, || id.clone());
    round.community(above, || id.clone());
    round.community(below, || id.clone());
    let holds = row.state.0 == TieState::Member;
    round
        .hold(holds || row.brings.is_empty(), || format!("{id} says what a community brings that is not in"));
    let archived =
        round.communities.get(&below).is_some_and(|community| community.stage() == Stage::Archived);
    let waits = row.state.0.waits_for().is_some();
    round.hold(!archived || !(holds || waits), || format!("{id} ties an archived community"));
    if holds {
        tied.insert((above, below));
        let both = round.ends.get(&below).is_some_and(|ends| ends.federations.contains(&above))
            && round.ends.get(&above).is_some_and(|ends| ends.allies.contains(&below));
        round.hold(both, || format!("{id} holds, and one of the two does not say so"));
    }
}

fn goal(round: &mut Round<'_>, row: Goal) {
    let id = shown(&row.id);
    let _ = row.state;
    round.person(row.by.0, || id.clone());
    let dated = row.due.is_empty() || row.due.parse::<Date>().is_ok();
    round.hold(dated, || format!("{id} is due on no day"));
    match round.ends.get_mut(&row.federation.0) {
        Some(ends) if ends.kind == Kind::Federation => ends.goals -= 1,
        _ => round.wrong(format!("{id} is the goal of no federation")),
    }
}

/// After posts.
pub(super) async fn check_shares(round: &mut Round<'_>) -> Result<()> {
    round.each("share", "id, post, federation, community, by, rank", share).await?;
    for (post, federations) in std::mem::take(&mut round.shared) {
        for federation in federations {
            round.wrong(format!("post {post} is shared to {federation} by nobody"));
        }
    }
    Ok(())
}

fn share(round: &mut Round<'_>, row: Share) {
    let id = shown(&row.id);
    let key =
        joined("share", vec![Value::RecordId(row.post.record()), Value::RecordId(row.federation.record())]);
    round.hold(row.id == key, || format!("{id} is not where it belongs"));
    round.person(row.by.0, || id.clone());
    let ranked = row.rank.parse::<ulid::Ulid>().is_ok();
    round.hold(ranked, || format!("{id} is out of order in its federation"));
    let tied =
        round.ends.get(&row.community.0).is_some_and(|ends| ends.federations.contains(&row.federation.0));
    round.hold(tied, || format!("{id} is shared where its community is not a member"));
    let said = round.shared.get_mut(&row.post.0).is_some_and(|shared| shared.remove(&row.federation.0));
    round.hold(said, || format!("{id} is shared, and its post does not say so"));
    let there = round.homes.get(&row.post.0) == Some(&row.community.0);
    round.hold(there, || format!("{id} is a share of nothing in its community"));
}
