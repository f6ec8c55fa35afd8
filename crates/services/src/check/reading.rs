//! How far people have read, what they keep and what they hide.

use super::{Round, shown};
use crate::error::Result;
use domain::{
    id::PersonId,
    reading::{MUTED_MOST, Order, SAVED_MOST},
};
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};

#[derive(SurrealValue)]
struct Row {
    id: RecordId,
}

#[derive(SurrealValue)]
struct Reader {
    id: RecordId,
    saved: Vec<Value>,
    muted: Vec<Value>,
    feed_order: Option<String>,
}

/// Each mark is somebody's. The communities in it may be gone: what is seen is never looked up by them.
pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round
        .each("seen", "id", |round, row: Row| {
            let person = match &row.id.key {
                RecordIdKey::String(key) => key.parse::<PersonId>().ok(),
                _ => None,
            };
            match person {
                Some(person) => round.person(person, || shown(&row.id)),
                None => round.wrong(format!("{} is nobody's", shown(&row.id))),
            }
        })
        .await?;
    round.each("reader", "id, saved, muted, feed_order", reader).await
}

/// What each keeps and hides is theirs and within limits; what it names may be gone.
fn reader(round: &mut Round<'_>, row: Reader) {
    let id = shown(&row.id);
    let person = match &row.id.key {
        RecordIdKey::String(key) => key.parse::<PersonId>().ok(),
        _ => None,
    };
    match person {
        Some(person) => round.person(person, || id.clone()),
        None => round.wrong(format!("{id} is nobody's")),
    }
    let full = row.saved.len() > SAVED_MOST || row.muted.len() > MUTED_MOST;
    round.hold(!full, || format!("{id} keeps or hides more than one may"));
    let known = row.feed_order.as_deref().is_none_or(|word| Order::from_word(word).is_some());
    round.hold(known, || format!("{id} reads in an order we do not know"));
}
