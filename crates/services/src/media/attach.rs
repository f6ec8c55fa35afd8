//! What other rooms ask of pictures when they take them up or let them go.

use super::files;
use crate::{
    Context, bind,
    db::Id,
    error::{Error, Result},
};
use domain::id::{MediaId, PersonId};
use surrealdb::types::SurrealValue;

/// A picture's largest size.
#[derive(Clone, Debug, SurrealValue)]
pub(crate) struct Dimensions {
    pub(crate) id: Id<MediaId>,
    pub(crate) width: i64,
    pub(crate) height: i64,
}

const SENT: &str = "SELECT id, width, height FROM $media WHERE owner = $owner AND name = NONE";
const SOME: &str = "SELECT id, width, height FROM $media";

/// Those of `media` that `owner` sent. Whether one is still free is for the transaction that takes it.
pub(crate) async fn sent_by(ctx: &Context, owner: PersonId, media: &[MediaId]) -> Result<Vec<Dimensions>> {
    if media.is_empty() {
        return Ok(Vec::new());
    }
    ctx.db().rows(SENT, bind! { media: ids(media), owner: Id(owner) }).await
}

/// A file as a post keeps it.
#[derive(Clone, Debug, SurrealValue)]
pub(crate) struct DocumentRow {
    pub(crate) id: Id<MediaId>,
    pub(crate) name: String,
    pub(crate) mime: String,
    pub(crate) bytes: i64,
}

const DOCUMENTS: &str = "SELECT id, name, mime, bytes FROM $media WHERE owner = $owner AND name != NONE";

/// The same for files.
pub(crate) async fn documents_by(
    ctx: &Context,
    owner: PersonId,
    media: &[MediaId],
) -> Result<Vec<DocumentRow>> {
    if media.is_empty() {
        return Ok(Vec::new());
    }
    ctx.db().rows(DOCUMENTS, bind! { media: ids(media), owner: Id(owner) }).await
}

pub(crate) async fn dimensions(ctx: &Context, media: &[MediaId]) -> Result<Vec<Dimensions>> {
    if media.is_empty() {
        return Ok(Vec::new());
    }
    ctx.db().rows(SOME, bind! { media: ids(media) }).await
}

fn ids(media: &[MediaId]) -> Vec<Id<MediaId>> {
    media.iter().copied().map(Id).collect()
}

/// What lies in the folder for a picture or a file.
#[derive(Clone, Debug, SurrealValue)]
pub(crate) struct Kept {
    pub(super) hash: String,
    pub(super) mime: String,
    pub(super) sizes: Vec<i64>,
}

const FILES: &str = "SELECT hash, mime, sizes FROM $media";

/// To be read before the records go; what [`discard`] takes after.
pub(crate) async fn files_of(ctx: &Context, media: &[MediaId]) -> Result<Vec<Kept>> {
    if media.is_empty() {
        return Ok(Vec::new());
    }
    ctx.db().rows(FILES, bind! { media: ids(media) }).await
}

pub(super) const SHARED: &str = "SELECT VALUE hash FROM media WHERE hash = $hash LIMIT 1";

/// Removes files whose records are gone, unless an equal picture still needs them.
pub(crate) async fn discard(ctx: &Context, pictures: Vec<Kept>) -> Result<()> {
    if pictures.is_empty() {
        return Ok(());
    }
    let _handling = files::HANDLING.write().await;
    if files::are_kept() {
        return Ok(());
    }
    for picture in pictures {
        if ctx.db().row::<String>(SHARED, bind! { hash: picture.hash.clone() }).await?.is_some() {
            continue;
        }
        let folder = ctx.files().to_owned();
        let removed = tokio::task::spawn_blocking(move || {
            let sizes: Vec<_> = picture.sizes.iter().filter_map(|size| u32::try_from(*size).ok()).collect();
            files::remove(&folder, &picture.hash, &picture.mime, &sizes)
        });
        removed.await.map_err(Error::broken)?.map_err(|error| Error::Io("pictures folder", error))?;
    }
    Ok(())
}

/// Makes a picture somebody's face, seen by all who are signed in: for the demonstration, which
/// enters people with their portrait.
pub async fn make_portrait(ctx: &Context, media: MediaId) -> Result<()> {
    let portrait = "UPDATE $media SET portrait = true, attached = true RETURN NONE";
    ctx.db().query(portrait, bind! { media: Id(media) }).await?;
    Ok(())
}
