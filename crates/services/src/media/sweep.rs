//! What was sent and never posted, taken away after a day.

use super::{
    attach::{Kept, SHARED, discard},
    files::{self, UNFINISHED},
};
use crate::{
    Context, bind,
    db::{At, Id},
    error::{Error, Result},
};
use domain::id::MediaId;
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};
use surrealdb::types::SurrealValue;

/// How many were swept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub pictures: usize,
    pub files: usize,
}

/// Time to finish a post that was begun.
const GRACE: Duration = Duration::from_secs(24 * 3600);
const BATCH: i64 = 200;

#[derive(SurrealValue)]
struct Loose {
    id: Id<MediaId>,
    hash: String,
    mime: String,
    sizes: Vec<i64>,
}

pub(super) const LOOSE: &str =
    "SELECT id, hash, mime, sizes FROM media WHERE attached = false AND created < $before LIMIT $limit";
/// Posted at this very moment, it stays.
const DELETE: &str = "FOR $media IN $loose { IF $media.attached = false { DELETE $media } };";

/// Removes pictures that nobody posted within a day, and files that no picture knows: those of a
/// process that ended between writing the file and recording it.
pub async fn sweep(ctx: &Context) -> Result<Swept> {
    let before = ctx.now().checked_sub(GRACE).map_err(Error::broken)?;
    let mut swept = Swept::default();
    loop {
        let loose = ctx.db().rows::<Loose>(LOOSE, bind! { before: At(before), limit: BATCH }).await?;
        if loose.is_empty() {
            break;
        }
        swept.pictures += loose.len();
        let ids: Vec<_> = loose.iter().map(|media| media.id).collect();
        ctx.write(DELETE, bind! { loose: ids }).await?;
        let kept =
            loose.into_iter().map(|media| Kept { hash: media.hash, mime: media.mime, sizes: media.sizes });
        discard(ctx, kept.collect()).await?;
    }
    swept.files = strays(ctx).await?;
    Ok(swept)
}

async fn strays(ctx: &Context) -> Result<usize> {
    let folder = ctx.files().to_owned();
    // Files carry the machine's time, whatever the house's clock says.
    let before = SystemTime::now().checked_sub(GRACE).unwrap_or(SystemTime::UNIX_EPOCH);
    let old = tokio::task::spawn_blocking(move || old_files(&folder, before));
    let old = old.await.map_err(Error::broken)?.map_err(|error| Error::Io("pictures folder", error))?;
    let mut removed = 0;
    for path in old {
        let _handling = files::HANDLING.write().await;
        if files::are_kept() {
            break;
        }
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let known = match files::hash_of(name) {
            Some(hash) => ctx.db().row::<String>(SHARED, bind! { hash: hash.to_owned() }).await?.is_some(),
            // Not ours to judge, unless we left it unfinished.
            None => !name.ends_with(UNFINISHED),
        };
        if !known && tokio::fs::remove_file(&path).await.is_ok() {
            removed += 1;
        }
    }
    Ok(removed)
}

/// Files last written before `before`. Blocks.
fn old_files(folder: &Path, before: SystemTime) -> io::Result<Vec<PathBuf>> {
    let mut old = Vec::new();
    let shelves = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(old),
        shelves => shelves?,
    };
    for shelf in shelves {
        let shelf = shelf?.path();
        if !shelf.is_dir() {
            continue;
        }
        for file in fs::read_dir(shelf)? {
            let file = file?;
            if file.metadata()?.modified()? < before {
                old.push(file.path());
            }
        }
    }
    Ok(old)
}
