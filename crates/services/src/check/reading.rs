//! How far people have read.

use super::{Round, shown};
use crate::error::Result;
use domain::id::PersonId;
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue};

#[derive(SurrealValue)]
struct Row {
    id: RecordId,
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
        .await
}
