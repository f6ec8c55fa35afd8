//! What posts have beside their words: answers, supports, readings.

use super::{Round, joined, shown};
use crate::{db::Id, error::Result};
use domain::{
    feed::PostKind,
    id::{PersonId, PostId},
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
}

impl Asks {
    pub(super) fn of(
        kind: PostKind,
        answer: Option<String>,
        supports: Option<i64>,
        readings: Option<i64>,
    ) -> Asks {
        let count = |stored: Option<i64>| stored.unwrap_or_default();
        Asks { kind, answer, supports: count(supports), readings: count(readings) }
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
}

#[derive(SurrealValue)]
struct Gesture {
    id: RecordId,
    post: Id<PostId>,
    person: Id<PersonId>,
}

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round.each("support", "id, post, person", |round, row| gesture(round, "support", row)).await?;
    round.each("reading", "id, post, person", |round, row| gesture(round, "reading", row)).await
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
