//! What kinds of posts ask of their readers, in the demonstration: many gestures at once.

use super::facts::record;
use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{
    feed::PostKind,
    id::{CommentId, PersonId, PostId},
};
use jiff::Timestamp;
use std::collections::BTreeMap;
use surrealdb::types::{RecordId, SurrealValue};

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

const ANSWER: &str = "UPDATE $post SET answer = $answer RETURN NONE";

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
    "UPDATE $post SET verdict = { state: $state, note: $note, by: $by, at: $at } RETURN NONE";

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
