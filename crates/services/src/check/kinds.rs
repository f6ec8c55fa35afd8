//! What posts have beside their words: answers, supports, readings.

use super::{Round, joined, shown};
use crate::{
    db::{At, Id},
    error::Result,
};
use domain::{
    feed::{PINS_MAX, PostKind},
    id::{CommunityId, PersonId, PostId},
};
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};

/// What a post's kind counts, less what was found.
#[derive(Debug)]
pub(super) struct Asks {
    kind: PostKind,
    /// Of the accepted answer, until it is found in the thread.
    answer: Option<String>,
    supports: i64,
    readings: i64,
    poll: Option<Poll>,
}

/// A poll's counters, less what was found.
#[derive(Debug)]
struct Poll {
    anonymous: bool,
    counts: Vec<i64>,
    voters: i64,
    ballots: i64,
}

#[derive(SurrealValue)]
pub(super) struct PollRow {
    options: Vec<String>,
    anonymous: bool,
    counts: Vec<i64>,
    voters: i64,
}

impl Asks {
    pub(super) fn with(self, row: Option<PollRow>) -> Asks {
        let poll = row.map(|row| Poll {
            anonymous: row.anonymous,
            // Of another length than the options, they never come out even.
            counts: if row.counts.len() == row.options.len() { row.counts } else { vec![i64::MAX] },
            voters: row.voters,
            ballots: if row.anonymous { row.voters } else { 0 },
        });
        Asks { poll, ..self }
    }

    pub(super) fn has_what_its_kind_needs(&self, praised: bool) -> bool {
        self.poll.is_some() == (self.kind == PostKind::Poll) && praised == (self.kind == PostKind::Praise)
    }

    pub(super) fn of(
        kind: PostKind,
        answer: Option<String>,
        supports: Option<i64>,
        readings: Option<i64>,
    ) -> Asks {
        let count = |stored: Option<i64>| stored.unwrap_or_default();
        Asks { kind, answer, supports: count(supports), readings: count(readings), poll: None }
    }

    /// A comment stands in the thread.
    pub(super) fn heard(&mut self, comment: &RecordId) {
        let Some(answer) = &self.answer else { return };
        let key = match &comment.key {
            RecordIdKey::Array(parts) => parts.get(1),
            _ => None,
        };
        if key == Some(&Value::String(answer.clone())) {
            self.answer = None;
        }
    }
}

/// Once everything was found.
pub(super) fn settle(round: &mut Round<'_>, post: PostId, asks: &Asks) {
    round.hold(asks.answer.is_none(), || format!("post {post} is answered by a comment there is not"));
    let (supports, readings) = (asks.supports, asks.readings);
    round.hold(supports == 0, || format!("post {post} counts {supports:+} supports too many"));
    round.hold(readings == 0, || format!("post {post} counts {readings:+} readings too many"));
    if let Some(poll) = &asks.poll {
        let (voters, ballots) = (poll.voters, poll.ballots);
        round.hold(voters == 0, || format!("poll {post} counts {voters:+} voters too many"));
        round.hold(ballots == 0, || format!("poll {post} has {ballots:+} ballots too few"));
        let even = poll.counts.iter().all(|count| *count == 0);
        round.hold(even, || format!("poll {post} counts {:?} votes too many", poll.counts));
    }
}

#[derive(SurrealValue)]
struct Gesture {
    id: RecordId,
    post: Id<PostId>,
    person: Id<PersonId>,
}

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round.each("support", "id, post, person", |round, row| gesture(round, "support", row)).await?;
    round.each("reading", "id, post, person", |round, row| gesture(round, "reading", row)).await?;
    round.each("vote", "id, post, person, choices, at", vote).await?;
    round.each("ballot", "id, post, choices", ballot).await?;
    round.each("pinboard", "id, community, pins", board).await?;
    round.each("version", "id, post", version).await
}

#[derive(SurrealValue)]
struct Version {
    id: RecordId,
    post: Id<PostId>,
}

fn version(round: &mut Round<'_>, row: Version) {
    let id = shown(&row.id);
    let known = round.posts.contains_key(&row.post.0);
    round.hold(known, || format!("{id} is what nothing said"));
    let first = match &row.id.key {
        RecordIdKey::Array(parts) => parts.first(),
        _ => None,
    };
    let placed = first == Some(&Value::RecordId(row.post.record()));
    round.hold(placed, || format!("{id} is not where it belongs"));
}

#[derive(SurrealValue)]
struct Vote {
    id: RecordId,
    post: Id<PostId>,
    person: Id<PersonId>,
    choices: Option<Vec<i64>>,
    at: Option<At>,
}

fn vote(round: &mut Round<'_>, row: Vote) {
    let id = shown(&row.id);
    let key = vec![Value::RecordId(row.post.record()), Value::RecordId(row.person.record())];
    round.hold(row.id == joined("vote", key), || format!("{id} is not where it belongs"));
    round.person(row.person.0, || id.clone());
    let Some(poll) = round.posts.get_mut(&row.post.0).and_then(|post| post.asks.poll.as_mut()) else {
        return round.wrong(format!("{id} is a vote in no poll"));
    };
    poll.voters -= 1;
    let anonymous = poll.anonymous;
    count(&mut poll.counts, row.choices.as_deref().unwrap_or_default());
    match anonymous {
        true => round.hold(row.choices.is_none() && row.at.is_none(), || {
            format!("{id} tells what or when somebody voted, anonymously")
        }),
        false => round.hold(row.choices.is_some(), || format!("{id} says nothing")),
    }
}

#[derive(SurrealValue)]
struct Ballot {
    id: RecordId,
    post: Id<PostId>,
    choices: Vec<i64>,
}

fn ballot(round: &mut Round<'_>, row: Ballot) {
    let id = shown(&row.id);
    let Some(poll) = round.posts.get_mut(&row.post.0).and_then(|post| post.asks.poll.as_mut()) else {
        return round.wrong(format!("{id} is a vote in no poll"));
    };
    poll.ballots -= 1;
    count(&mut poll.counts, &row.choices);
}

/// Takes what was chosen off the counters.
fn count(counts: &mut [i64], choices: &[i64]) {
    for choice in choices {
        let at = usize::try_from(*choice).ok();
        if let Some(count) = at.and_then(|place| counts.get_mut(place)) {
            *count -= 1;
        }
    }
}

#[derive(SurrealValue)]
struct Board {
    id: RecordId,
    community: Id<CommunityId>,
    pins: Vec<Pin>,
}

#[derive(SurrealValue)]
struct Pin {
    post: Id<PostId>,
}

fn board(round: &mut Round<'_>, row: Board) {
    let id = shown(&row.id);
    round.community(row.community.0, || id.clone());
    round.hold(row.pins.len() <= PINS_MAX, || format!("{id} holds {} posts", row.pins.len()));
    for pin in row.pins {
        let here = round.posts.get(&pin.post.0).is_some_and(|post| post.community == row.community.0);
        round.hold(here, || format!("{id} holds a post that is not in its community"));
    }
}

fn gesture(round: &mut Round<'_>, table: &str, row: Gesture) {
    let id = shown(&row.id);
    let key = vec![Value::RecordId(row.post.record()), Value::RecordId(row.person.record())];
    round.hold(row.id == joined(table, key), || format!("{id} is not where it belongs"));
    round.person(row.person.0, || id.clone());
    let Some(post) = round.posts.get_mut(&row.post.0) else {
        return round.wrong(format!("{id} is about nothing"));
    };
    let (kind, right) = match table {
        "support" => {
            post.asks.supports -= 1;
            (post.asks.kind, PostKind::Idea)
        }
        _ => {
            post.asks.readings -= 1;
            (post.asks.kind, PostKind::Announcement)
        }
    };
    round.hold(kind == right, || format!("{id} is about a post of another kind"));
}
