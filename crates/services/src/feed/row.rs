//! Posts as the store has them, and reading several at once.

use super::{
    facts::{Facts, FactsRow, columns},
    prose,
    shown::Shown,
};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    feed::{Picture, PostBody, PostKind},
    id::{CommunityId, MediaId, PersonId, PostId},
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

#[derive(Clone, Debug, SurrealValue)]
pub(super) struct PictureRow {
    pub(super) id: Id<MediaId>,
    pub(super) alt: String,
    pub(super) width: i64,
    pub(super) height: i64,
}

impl PictureRow {
    pub(super) fn picture(self) -> Picture {
        Picture {
            id: self.id.0,
            alt: self.alt,
            width: u32::try_from(self.width).unwrap_or_default(),
            height: u32::try_from(self.height).unwrap_or_default(),
        }
    }
}

#[derive(SurrealValue)]
struct PostRow {
    id: Id<PostId>,
    community: Id<CommunityId>,
    author: Id<PersonId>,
    kind: Word<PostKind>,
    title: String,
    body: String,
    pictures: Vec<PictureRow>,
    comments: i64,
    reactions: Vec<i64>,
    created: At,
    edited: Option<At>,
    rare: Option<bool>,
    facts: Option<FactsRow>,
}

pub(super) const POSTS: &str = concat!(
    "SELECT id, community, author, kind, title, body, pictures, comments, reactions, created, edited, rare, ",
    columns!(),
    " FROM $posts"
);

/// The posts that still exist among `ids`, in their order: from memory, the others in one query.
pub(super) async fn posts(ctx: &Context, ids: &[PostId]) -> Result<Vec<Arc<Shown>>> {
    let memory = &ctx.caches().feeds.shown;
    let mut found: Vec<Option<Arc<Shown>>> = ids.iter().map(|id| memory.get(*id)).collect();
    let missing: Vec<_> = ids
        .iter()
        .zip(&found)
        .filter(|(_, kept)| kept.is_none())
        .map(|(id, _)| (*id, memory.stamp(*id)))
        .collect();
    if !missing.is_empty() {
        let asked: Vec<_> = missing.iter().map(|(id, _)| Id(*id)).collect();
        for row in ctx.db().rows::<PostRow>(POSTS, bind! { posts: asked }).await? {
            let shown = Arc::new(row.shown());
            let id = shown.body.id;
            if let Some((_, stamp)) = missing.iter().find(|(missing, _)| *missing == id) {
                memory.keep(shown.clone(), *stamp);
            }
            if let Some(place) = ids.iter().position(|asked| *asked == id).and_then(|at| found.get_mut(at)) {
                *place = Some(shown);
            }
        }
    }
    Ok(found.into_iter().flatten().collect())
}

impl PostRow {
    fn shown(self) -> Shown {
        let mut counts = [0; 6];
        for (count, stored) in counts.iter_mut().zip(self.reactions) {
            *count = u64::try_from(stored).unwrap_or_default();
        }
        let facts = Facts::read(self.kind.0, self.facts);
        let body = PostBody {
            id: self.id.0,
            community: self.community.0,
            author: self.author.0,
            kind: self.kind.0,
            title: self.title,
            html: prose::html(&self.body),
            pictures: self.pictures.into_iter().map(PictureRow::picture).collect(),
            created: self.created.0,
            edited: self.edited.map(|at| at.0),
        };
        Shown {
            body: Arc::new(body),
            comments: u64::try_from(self.comments).unwrap_or_default(),
            counts,
            facts,
            rare: self.rare.unwrap_or_default(),
        }
    }
}
