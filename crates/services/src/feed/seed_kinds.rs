//! What kinds of posts ask of their readers, in the demonstration: many gestures at once.

use super::facts::{PollRow, record};
use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{
    feed::{PollDraft, PostKind},
    id::{CommentId, PersonId, PostId},
};
use jiff::Timestamp;
use std::collections::BTreeMap;
use surrealdb::types::{Array, RecordId, SurrealValue, Value};

/// An idea supported, or an announcement read.
#[derive(Clone, Debug)]
pub struct SeedGesture {
    pub post: PostId,
    pub kind: PostKind,
    pub person: PersonId,
    pub at: Timestamp,
}

/// Rows of one transaction.
const BATCH: usize = 500;

#[derive(Clone, SurrealValue)]
struct Row {
    id: RecordId,
    post: Id<PostId>,
    person: Id<PersonId>,
    at: At,
}

#[derive(Clone, SurrealValue)]
struct Counted {
    to: RecordId,
    n: i64,
}

const SUPPORTS: &str = "
INSERT INTO support $rows RETURN NONE;
FOR $added IN $counts { UPDATE $added.to SET supports = (supports ?? 0) + $added.n RETURN NONE };
";
const READINGS: &str = "
INSERT INTO reading $rows RETURN NONE;
FOR $added IN $counts { UPDATE $added.to SET readings = (readings ?? 0) + $added.n RETURN NONE };
";

/// Stores `gestures`, at most one a post and person; those on other kinds of posts are left out.
pub async fn seed_gestures(ctx: &Context, gestures: &[SeedGesture]) -> Result<()> {
    for (kind, table, surql) in
        [(PostKind::Idea, "support", SUPPORTS), (PostKind::Announcement, "reading", READINGS)]
    {
        let of_kind: Vec<_> = gestures.iter().filter(|gesture| gesture.kind == kind).collect();
        for batch in of_kind.chunks(BATCH) {
            let mut counts: BTreeMap<PostId, i64> = BTreeMap::new();
            let mut rows = Vec::with_capacity(batch.len());
            for gesture in batch {
                *counts.entry(gesture.post).or_default() += 1;
                rows.push(Row {
                    id: record(table, gesture.post, gesture.person),
                    post: Id(gesture.post),
                    person: Id(gesture.person),
                    at: At(gesture.at),
                });
            }
            let counts: Vec<_> =
                counts.into_iter().map(|(to, n)| Counted { to: Id(to).record(), n }).collect();
            ctx.write(surql, bind! { rows, counts }).await?;
        }
    }
    ctx.caches().feeds.clear();
    Ok(())
}

const ANSWER: &str = "UPDATE $post SET answer = $answer,
    accepted = type::record('comment', [$post, $answer]).created RETURN NONE;";

/// Accepts each comment as the answer to its question.
pub async fn seed_answers(ctx: &Context, answers: &[(PostId, CommentId)]) -> Result<()> {
    for (post, comment) in answers {
        ctx.write(ANSWER, bind! { post: Id(*post), answer: comment.to_string() }).await?;
    }
    ctx.caches().feeds.clear();
    Ok(())
}

/// Where an idea stands, said by somebody at some moment.
#[derive(Clone, Debug)]
pub struct SeedVerdict {
    pub post: PostId,
    pub state: String,
    pub note: String,
    pub by: PersonId,
    pub at: Timestamp,
}

const VERDICT: &str =
    "UPDATE $post SET verdict = { state: $state, note: $note, by: $by, at: $at } RETURN NONE;";

pub async fn seed_verdicts(ctx: &Context, verdicts: &[SeedVerdict]) -> Result<()> {
    for said in verdicts.iter().cloned() {
        let variables = bind! {
            post: Id(said.post), state: said.state, note: said.note, by: Id(said.by), at: At(said.at)
        };
        ctx.write(VERDICT, variables).await?;
    }
    ctx.caches().feeds.clear();
    Ok(())
}

/// A poll and those who have voted in it, each for one option.
#[derive(Clone, Debug)]
pub struct SeedPoll {
    pub post: PostId,
    pub options: Vec<String>,
    pub multiple: bool,
    pub anonymous: bool,
    pub ends: Timestamp,
    pub votes: Vec<(PersonId, usize, Timestamp)>,
}

#[derive(Clone, SurrealValue)]
struct VoteRow {
    id: RecordId,
    post: Id<PostId>,
    person: Id<PersonId>,
    choices: Option<Vec<i64>>,
    at: Option<At>,
}

#[derive(Clone, SurrealValue)]
struct BallotRow {
    id: RecordId,
    post: Id<PostId>,
    choices: Vec<i64>,
}

const POLL: &str = "
UPDATE $post SET poll = $poll RETURN NONE;
INSERT INTO vote $votes RETURN NONE;
INSERT INTO ballot $ballots RETURN NONE;
";

pub async fn seed_polls(ctx: &Context, polls: &[SeedPoll]) -> Result<()> {
    for seed in polls {
        let draft = PollDraft {
            options: seed.options.clone(),
            multiple: seed.multiple,
            anonymous: seed.anonymous,
            ends: ctx.zone().to_datetime(seed.ends),
        };
        let mut poll = PollRow::fresh(draft, seed.ends);
        let (mut votes, mut ballots) = (Vec::new(), Vec::new());
        for (person, choice, at) in &seed.votes {
            let Some(count) = poll.counts.get_mut(*choice) else { continue };
            *count += 1;
            poll.voters += 1;
            let choices = vec![i64::try_from(*choice).unwrap_or_default()];
            votes.push(VoteRow {
                id: record("vote", seed.post, *person),
                post: Id(seed.post),
                person: Id(*person),
                choices: (!seed.anonymous).then(|| choices.clone()),
                at: (!seed.anonymous).then_some(At(*at)),
            });
            if seed.anonymous {
                let key = format!("{:032x}", rand::random::<u128>());
                let key = vec![Value::RecordId(Id(seed.post).record()), Value::String(key)];
                let id = RecordId::new("ballot", Array::from(key));
                ballots.push(BallotRow { id, post: Id(seed.post), choices });
            }
        }
        ctx.write(POLL, bind! { post: Id(seed.post), poll, votes, ballots }).await?;
    }
    ctx.caches().feeds.clear();
    Ok(())
}

const PRAISE: &str = "UPDATE $post SET praised = $people RETURN NONE;";

/// Says whom each post praises.
pub async fn seed_praise(ctx: &Context, praise: &[(PostId, Vec<PersonId>)]) -> Result<()> {
    for (post, people) in praise {
        let people: Vec<_> = people.iter().copied().map(Id).collect();
        ctx.write(PRAISE, bind! { post: Id(*post), people }).await?;
    }
    ctx.caches().feeds.clear();
    Ok(())
}

const PIN: &str = "
LET $board = type::record('pinboard', record::id($post.community));
UPSERT $board SET community = $post.community,
    pins = array::append($board.pins ?? [], { post: $post, until: $until, by: $by }) RETURN NONE;
";

/// Pins each post until a moment, by somebody.
pub async fn seed_pins(ctx: &Context, pins: &[(PostId, Timestamp, PersonId)]) -> Result<()> {
    for (post, until, by) in pins {
        ctx.write(PIN, bind! { post: Id(*post), until: At(*until), by: Id(*by) }).await?;
    }
    ctx.caches().feeds.clear();
    Ok(())
}
