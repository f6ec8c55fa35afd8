//! A picture shown to those who may see it, a file handed to them.

use super::{files, picture::SQUARE, store::WHOLE};
use crate::{Context, bind, communities, db::Id, error::Result, feed};
use domain::{
    Actor, Reason,
    feed::FileKind,
    id::{CommunityId, MediaId, PersonId},
    policy::{allow, may_read_post},
};
use std::path::PathBuf;
use surrealdb::types::SurrealValue;

/// A file to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaFile {
    pub path: PathBuf,
    pub mime: &'static str,
    /// Changes with the content and nothing else.
    pub etag: String,
}

#[derive(SurrealValue)]
struct Row {
    owner: Id<PersonId>,
    portrait: bool,
    community: Option<Id<CommunityId>>,
    sizes: Vec<i64>,
    mime: String,
    hash: String,
    public: Option<bool>,
    shared: Option<Vec<Id<CommunityId>>>,
    name: Option<String>,
    bytes: i64,
}

const ONE: &str =
    "SELECT owner, portrait, community, sizes, mime, hash, public, shared, name, bytes FROM $media";

/// What `actor` may see of `media`; for others there is none.
async fn visible(ctx: &Context, actor: &Actor, media: MediaId) -> Result<Row> {
    let row = ctx.db().row::<Row>(ONE, bind! { media: Id(media) }).await?.ok_or(Reason::NotFound)?;
    match row.community {
        _ if row.portrait => {}
        Some(Id(community)) => {
            let found = communities::found(ctx, community).await?;
            let shared: Vec<_> = row.shared.iter().flatten().map(|federation| federation.0).collect();
            let ways = feed::ways(ctx, &found, &shared).await?;
            if allow(may_read_post(actor, row.public.unwrap_or_default(), &found.place, &ways)).is_err() {
                return Err(Reason::NotFound.into());
            }
        }
        None if row.owner.0 == actor.person => {}
        None => return Err(Reason::NotFound.into()),
    }
    Ok(row)
}

/// A file to hand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub path: PathBuf,
    pub name: String,
    pub kind: FileKind,
    pub bytes: u64,
}

/// A file for those who read the post it is in; until it is posted, for who sent it.
pub async fn open_document(ctx: &Context, actor: &Actor, media: MediaId) -> Result<Document> {
    let row = visible(ctx, actor, media).await?;
    let (Some(name), Some(kind)) = (row.name, FileKind::of_mime(&row.mime)) else {
        return Err(Reason::NotFound.into());
    };
    let path = files::path(ctx.files(), &row.hash, WHOLE, &row.mime);
    Ok(Document { path, name, kind, bytes: u64::try_from(row.bytes).unwrap_or_default() })
}

/// Something as it lies in the folder: a picture at its largest, a file as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub media: MediaId,
    pub path: PathBuf,
    /// That of a file; a picture has none.
    pub name: Option<String>,
}

#[derive(SurrealValue)]
struct WholeRow {
    id: Id<MediaId>,
    sizes: Vec<i64>,
    mime: String,
    hash: String,
    name: Option<String>,
}

const WHOLES: &str = "SELECT id, sizes, mime, hash, name FROM $media WHERE community = $community";

/// Those of `media` that were posted in `community`; the caller has asked whether they may.
pub(crate) async fn whole(ctx: &Context, community: CommunityId, media: &[MediaId]) -> Result<Vec<Whole>> {
    if media.is_empty() {
        return Ok(Vec::new());
    }
    let asked: Vec<_> = media.iter().copied().map(Id).collect();
    let variables = bind! { media: asked, community: Id(community) };
    let rows = ctx.db().rows::<WholeRow>(WHOLES, variables).await?;
    let whole = |row: WholeRow| {
        let size = row.sizes.iter().copied().max().and_then(|size| u32::try_from(size).ok());
        let path = files::path(ctx.files(), &row.hash, size.unwrap_or(WHOLE), &row.mime);
        Whole { media: row.id.0, path, name: row.name }
    };
    Ok(rows.into_iter().map(whole).collect())
}

/// The print of `media` that is best at `width` pixels: the first that is wide enough, the widest
/// otherwise; the square one only for who asks for it.
///
/// A portrait is seen by all who are signed in, a post's picture by who reads the post, and one
/// that nobody posted yet by who sent it. For others there is none.
pub async fn open(ctx: &Context, actor: &Actor, media: MediaId, width: u32) -> Result<MediaFile> {
    let row = visible(ctx, actor, media).await?;
    if row.name.is_some() {
        return Err(Reason::NotFound.into());
    }
    let sizes = row.sizes.into_iter().filter_map(|size| u32::try_from(size).ok());
    let mut sizes: Vec<_> = sizes.filter(|size| (*size == SQUARE) == (width <= SQUARE)).collect();
    sizes.sort_unstable();
    let wide_enough = sizes.iter().copied().find(|size| *size >= width);
    let size = wide_enough.or(sizes.last().copied()).ok_or(Reason::NotFound)?;
    Ok(MediaFile {
        path: files::path(ctx.files(), &row.hash, size, &row.mime),
        mime: if row.mime == "image/webp" { "image/webp" } else { "image/jpeg" },
        etag: format!("{}-{size}", row.hash.get(..32).unwrap_or_default()),
    })
}
