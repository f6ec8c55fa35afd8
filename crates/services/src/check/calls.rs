//! Who is called in a text, and under which tags posts are filed.

use super::{Round, shown};
use crate::{db::Id, error::Result};
use domain::{
    feed::tag,
    id::{CommunityId, PersonId, PostId},
};
use std::collections::HashSet;
use surrealdb::types::{RecordId, SurrealValue};

#[derive(SurrealValue)]
struct Call {
    id: RecordId,
    person: Id<PersonId>,
    by: Id<PersonId>,
    post: Id<PostId>,
}

#[derive(SurrealValue)]
struct Place {
    id: RecordId,
    word: String,
    community: Id<CommunityId>,
}

#[derive(SurrealValue)]
struct Filed {
    id: RecordId,
    tag: String,
    post: Id<PostId>,
    community: Id<CommunityId>,
    key: String,
    rank: Option<String>,
    public: Option<bool>,
}

/// Calls are of people in posts that are there; a post is filed once under a tag, where it stands, and
/// the tag is known to be used there.
pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round
        .each("mention", "id, person, by, post", |round, row: Call| {
            round.person(row.person.0, || shown(&row.id));
            round.person(row.by.0, || format!("the author of {}", shown(&row.id)));
            let there = round.posts.contains_key(&row.post.0);
            round.hold(there, || format!("{} is in no post: there is no {}", shown(&row.id), row.post.0));
        })
        .await?;
    let mut places = HashSet::new();
    round
        .each("tag", "id, record::id(id)[0] AS word, community", |round, row: Place| {
            round.community(row.community.0, || shown(&row.id));
            places.insert((row.word, row.community.0));
        })
        .await?;
    round
        .each(
            "tagged",
            "id, record::id(id)[2] AS key, tag, post, community, rank, public",
            |round, row: Filed| {
                let stands =
                    round.posts.get(&row.post.0).is_some_and(|post| post.community == row.community.0);
                round.hold(stands, || format!("{} is not where its post stands", shown(&row.id)));
                let shown_alike = round.posts.get(&row.post.0).is_none_or(|post| {
                    let public = row.public.unwrap_or_default();
                    public == post.public && (!public || row.rank.as_ref() == Some(&row.key))
                });
                round.hold(shown_alike, || format!("{} and its post are not both public", shown(&row.id)));
                let known = places.contains(&(row.tag.clone(), row.community.0));
                round.hold(known, || format!("{} is under a tag that is not known there", shown(&row.id)));
                let folded = tag(&row.tag).as_deref() == Some(row.tag.as_str());
                round.hold(folded, || format!("{} is under a word that is no tag", shown(&row.id)));
            },
        )
        .await
}
