//! Pages that are to be looked at, or looked at again.

use super::{Round, shown};
use crate::{db::Id, error::Result};
use domain::{feed::TRIES, id::PostId};
use surrealdb::types::{RecordId, SurrealValue};

#[derive(SurrealValue)]
struct Look {
    id: RecordId,
    key: Id<PostId>,
    post: Id<PostId>,
    state: String,
    tries: i64,
}

/// Each is that of a post whose page has not been seen, waits, and ends some day.
pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    let most = i64::try_from(TRIES).unwrap_or(i64::MAX);
    round
        .each(
            "look",
            "id, type::record('post', record::id(id)) AS key, post, state, tries",
            |round, row: Look| {
                let id = shown(&row.id);
                let looks = round.posts.get_mut(&row.post.0).is_some_and(|post| {
                    post.told = false;
                    post.looks
                });
                round.hold(row.key.0 == row.post.0, || format!("{id} is not that of its post"));
                round.hold(looks, || format!("{id} is for a post whose page nobody waits for"));
                let bounded = row.state == "waiting" && (1..=most).contains(&row.tries);
                round.hold(bounded, || format!("{id} neither waits nor ends"));
            },
        )
        .await
}
