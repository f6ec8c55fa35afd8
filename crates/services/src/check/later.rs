//! Posts that wait for their hour.

use super::{Round, shown};
use crate::{
    db::{Id, Word},
    error::Result,
};
use domain::{
    Failure,
    feed::PostKind,
    id::{CommunityId, MediaId, PersonId},
};
use std::collections::HashMap;
use surrealdb::types::{RecordId, SurrealValue};

#[derive(SurrealValue)]
struct Row {
    id: RecordId,
    author: Id<PersonId>,
    community: Id<CommunityId>,
    kind: Word<PostKind>,
    pictures: Vec<Picture>,
    files: Option<Vec<Id<MediaId>>>,
    state: String,
    why: Option<Word<Failure>>,
}

#[derive(SurrealValue)]
struct Picture {
    id: Id<MediaId>,
}

#[derive(SurrealValue)]
struct Waiting {
    person: Id<PersonId>,
    posts: i64,
}

/// Each is somebody's, waits or says why it does not, and keeps its pictures and files from the sweep and
/// from others; each person's are counted.
pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    let mut found: HashMap<PersonId, i64> = HashMap::new();
    round
        .each("later", "id, author, community, kind, pictures, files, state, why", |round, row: Row| {
            let id = shown(&row.id);
            let _ = row.kind;
            round.person(row.author.0, || id.clone());
            round.community(row.community.0, || id.clone());
            *found.entry(row.author.0).or_default() += 1;
            let told = match row.state.as_str() {
                "waiting" => row.why.is_none(),
                "held" => row.why.is_some(),
                _ => false,
            };
            round.hold(told, || format!("{id} neither waits nor says why it was held"));
            let pictures = row.pictures.into_iter().map(|picture| (picture.id.0, false));
            let files = row.files.into_iter().flatten().map(|file| (file.0, true));
            for (picture, document) in pictures.chain(files) {
                match round.media.get_mut(&picture) {
                    Some(kept) => {
                        kept.used += 1;
                        let alone = kept.attached && kept.community.is_none();
                        let fits = kept.document == document;
                        round.hold(alone, || format!("{id} keeps picture {picture} as if it were posted"));
                        round.hold(fits, || {
                            format!("{id} keeps a file as a picture, or the reverse: {picture}")
                        });
                    }
                    None => round.wrong(format!("{id} keeps picture {picture}, which there is not")),
                }
            }
        })
        .await?;
    round
        .each("waiting", "record::id(id) AS person, posts", |round, row: Waiting| {
            let there = found.remove(&row.person.0).unwrap_or_default();
            round.hold(row.posts == there, || {
                format!("person {} has {} posts waiting and counts {}", row.person.0, there, row.posts)
            });
        })
        .await?;
    for (person, there) in found {
        round.wrong(format!("person {person} has {there} posts waiting and counts none"));
    }
    Ok(())
}
