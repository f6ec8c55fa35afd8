//! Pictures and files: their records, their files, and where they are used.

use super::Round;
use crate::{db::Id, error::Result, media};
use domain::{
    feed::FileKind,
    id::{CommunityId, MediaId, PersonId},
};
use std::{collections::HashSet, path::Path};
use surrealdb::types::SurrealValue;

/// What is remembered of a picture.
pub(super) struct Picture {
    pub attached: bool,
    pub portrait: bool,
    pub community: Option<CommunityId>,
    pub public: bool,
    /// The federations it was shared to, in no order.
    pub shared: HashSet<CommunityId>,
    pub used: u32,
    /// A file to hand out, not a picture.
    pub document: bool,
}

#[derive(SurrealValue)]
struct Row {
    id: Id<MediaId>,
    owner: Id<PersonId>,
    portrait: bool,
    community: Option<Id<CommunityId>>,
    sizes: Vec<i64>,
    mime: String,
    bytes: i64,
    hash: String,
    attached: bool,
    public: Option<bool>,
    shared: Option<Vec<Id<CommunityId>>>,
    name: Option<String>,
}

const ROW: &str = "id, owner, portrait, community, sizes, mime, bytes, hash, attached, public, shared, name";

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round.each("media", ROW, enter).await
}

fn enter(round: &mut Round<'_>, row: Row) {
    let id = row.id.0;
    round.person(row.owner.0, || format!("picture {id}"));
    if let Some(community) = row.community {
        round.community(community.0, || format!("picture {id}"));
    }
    round.hold(!row.sizes.is_empty(), || format!("picture {id} is kept at no size"));
    let kept = size_on_disk(round.ctx.files(), &row);
    match kept {
        Some(kept) => round.hold(kept == row.bytes, || {
            format!("the files of picture {id} hold {kept} bytes of {}", row.bytes)
        }),
        None => round.wrong(format!("a file of picture {id} is not in the folder")),
    }
    let community = row.community.map(|community| community.0);
    let document = row.name.is_some();
    round.hold(document == FileKind::of_mime(&row.mime).is_some(), || {
        format!("picture {id} is kept under the type {}, which is not one of its kind", row.mime)
    });
    let picture = Picture {
        attached: row.attached,
        portrait: row.portrait,
        community,
        public: row.public.unwrap_or_default(),
        shared: row.shared.into_iter().flatten().map(|federation| federation.0).collect(),
        used: 0,
        document,
    };
    round.media.insert(id, picture);
}

/// All its files together; `None` when one is missing.
fn size_on_disk(files: &Path, row: &Row) -> Option<i64> {
    let mut bytes = 0;
    for size in &row.sizes {
        let path = media::path(files, &row.hash, u32::try_from(*size).ok()?, &row.mime);
        bytes += std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?.len();
    }
    i64::try_from(bytes).ok()
}

/// After posts: what is attached is used once, what is not is not.
pub(super) fn check_uses(round: &mut Round<'_>) {
    let faces: Vec<_> =
        round.people.iter().filter_map(|(id, person)| person.picture.map(|picture| (*id, picture))).collect();
    for (person, picture) in faces {
        match round.media.get_mut(&picture) {
            Some(found) => {
                found.used += 1;
                let shown = found.portrait && found.attached && !found.document;
                round.hold(shown, || format!("the face of person {person} is a picture others may not see"));
            }
            None => round.wrong(format!("the face of person {person} is no picture")),
        }
    }
    let pictures = std::mem::take(&mut round.media);
    for (id, picture) in pictures {
        match (picture.attached, picture.used) {
            (true, 0) => round.wrong(format!("picture {id} is kept for nothing")),
            (_, used) if used > 1 => round.wrong(format!("picture {id} is used {used} times")),
            (false, 1) => round.wrong(format!("picture {id} is used and will be swept away")),
            _ => {}
        }
    }
}
