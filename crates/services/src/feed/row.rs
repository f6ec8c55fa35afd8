//! Posts as the store has them, and reading several at once.

use super::{
    facts::{Facts, FactsRow, columns},
    mentions::{Cast, references},
    prose,
    shown::{Other, Shown},
};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
    media::DocumentRow,
};
use domain::{
    Lang,
    feed::{AttachedFile, FileKind, Mentioned, Picture, PostBody, PostKind},
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

/// The second version of a post.
#[derive(Clone, Debug, SurrealValue)]
pub(super) struct OtherRow {
    pub(super) lang: Word<Lang>,
    pub(super) title: String,
    pub(super) body: String,
    /// The revision of the post it says.
    pub(super) says: i64,
    /// What pictures show, of those of which it says so.
    pub(super) alts: Option<Vec<AltRow>>,
    /// The options of a poll, each in its place; an empty one is that of the first.
    pub(super) options: Option<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Eq, SurrealValue)]
pub(super) struct AltRow {
    pub(super) id: Id<MediaId>,
    pub(super) alt: String,
}

impl OtherRow {
    /// Whether it says the same, in the same language.
    pub(super) fn says_as(&self, other: &OtherRow) -> bool {
        let words = |row: &OtherRow| (row.lang.0, row.title.clone(), row.body.clone());
        words(self) == words(other) && self.alts == other.alts && self.options == other.options
    }

    /// What it says that a picture shows.
    pub(super) fn alt(&self, picture: MediaId) -> Option<&str> {
        let said = self.alts.iter().flatten().find(|said| said.id.0 == picture);
        said.map(|said| said.alt.as_str())
    }
}

/// A file as its post keeps it.
pub(super) fn file(row: DocumentRow) -> Option<AttachedFile> {
    Some(AttachedFile {
        id: row.id.0,
        kind: FileKind::of_mime(&row.mime)?,
        name: row.name,
        bytes: u64::try_from(row.bytes).unwrap_or_default(),
    })
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
    files: Option<Vec<DocumentRow>>,
    comments: i64,
    reactions: Vec<i64>,
    created: At,
    edited: Option<At>,
    rare: Option<bool>,
    revision: i64,
    lang: Option<Word<Lang>>,
    other: Option<OtherRow>,
    public: Option<bool>,
    shared: Option<Vec<Id<CommunityId>>>,
    facts: Option<FactsRow>,
}

pub(super) const POSTS: &str = concat!(
    "SELECT id, community, author, kind, title, body, pictures, files, comments, reactions, created, edited, \
     public, shared, rare, revision, lang, other, ",
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
        let rows = ctx.db().rows::<PostRow>(POSTS, bind! { posts: asked }).await?;
        let cast = Cast::of(ctx, rows.iter().flat_map(PostRow::texts).flat_map(references).collect()).await?;
        for row in rows {
            let shown = Arc::new(row.shown(&cast));
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

fn person(called: Mentioned) -> Option<PersonId> {
    match called {
        Mentioned::Person(person) => Some(person),
        Mentioned::Community(_) => None,
    }
}

impl PostRow {
    /// What it and its second version say, in Markdown.
    fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.body.as_str()).chain(self.other.as_ref().map(|other| other.body.as_str()))
    }

    fn shown(self, cast: &Cast) -> Shown {
        let called = self.texts().flat_map(references).filter_map(person).collect();
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
            html: prose::html_calling(&self.body, cast, self.community.0),
            pictures: self.pictures.into_iter().map(PictureRow::picture).collect(),
            files: self.files.into_iter().flatten().filter_map(file).collect(),
            created: self.created.0,
            edited: self.edited.map(|at| at.0),
            public: self.public.unwrap_or_default(),
        };
        let other = self.other.zip(self.lang).map(|(other, lang)| {
            let described = |picture: &Picture| match other.alt(picture.id) {
                Some(alt) => Picture { alt: alt.to_owned(), ..picture.clone() },
                None => picture.clone(),
            };
            let body = PostBody {
                html: prose::html_calling(&other.body, cast, self.community.0),
                pictures: body.pictures.iter().map(described).collect(),
                title: other.title.clone(),
                ..body.clone()
            };
            Other {
                options: other.options.unwrap_or_default(),
                first: lang.0,
                lang: other.lang.0,
                body: Arc::new(body),
                older: other.says < self.revision,
            }
        });
        Shown {
            other,
            body: Arc::new(body),
            comments: u64::try_from(self.comments).unwrap_or_default(),
            counts,
            facts,
            rare: self.rare.unwrap_or_default(),
            called,
            shared: self.shared.into_iter().flatten().map(|federation| federation.0).collect(),
        }
    }
}
