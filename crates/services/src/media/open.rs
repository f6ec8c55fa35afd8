//! A picture shown to those who may see it.

use super::{files, picture::SQUARE};
use crate::{Context, bind, communities, db::Id, error::Result};
use domain::{
    Actor, Reason,
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
}

const ONE: &str = "SELECT owner, portrait, community, sizes, mime, hash, public FROM $media";

/// The print of `media` that is best at `width` pixels: the first that is wide enough, the widest
/// otherwise; the square one only for who asks for it.
///
/// A portrait is seen by all who are signed in, a post's picture by who reads the post, and one
/// that nobody posted yet by who sent it. For others there is none.
pub async fn open(ctx: &Context, actor: &Actor, media: MediaId, width: u32) -> Result<MediaFile> {
    let row = ctx.db().row::<Row>(ONE, bind! { media: Id(media) }).await?.ok_or(Reason::NotFound)?;
    match row.community {
        _ if row.portrait => {}
        Some(Id(community)) => {
            let found = communities::found(ctx, community).await?;
            if allow(may_read_post(actor, row.public.unwrap_or_default(), &found.place)).is_err() {
                return Err(Reason::NotFound.into());
            }
        }
        None if row.owner.0 == actor.person => {}
        None => return Err(Reason::NotFound.into()),
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
