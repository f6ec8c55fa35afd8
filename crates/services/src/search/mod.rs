//! Searching posts, comments, events and communities by their words; people as the directory finds
//! them.
//!
//! The words stand in an index of their own (see `docs/decisions/0030-a-search-index-of-its-own.md`).
//! It follows the store and can always be made again from it: it never decides what is shown. What it
//! finds is read again from the store, and who may not read it does not hold its key.

mod ask;
mod doc;
mod follow;
mod hits;
mod read;
mod text;
mod touched;

#[cfg(test)]
mod tests;

pub use ask::{Places, Wanted, places, search};
pub(crate) use doc::Subject;
pub(crate) use touched::Touched;

use crate::{
    Context,
    error::{Error, Result},
};
use domain::id::CommunityId;
use finder::Finder;
use follow::Pace;
use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::task::JoinHandle;

/// The open index of a process.
pub(crate) struct Search {
    index: Finder,
    /// Compared with the store since the start: until then something may be missing.
    ready: AtomicBool,
    /// The list of communities that was last taken up.
    communities: Mutex<Option<Arc<[CommunityId]>>>,
}

/// Name of the index's folder in the data folder.
pub const FOLDER: &str = "search";

/// Opens the index in `folder` (in memory without one) and has it follow the store. One that is
/// missing, damaged, or made by another program is made anew, in the background. What follows uses the
/// store until it is aborted.
pub async fn open(ctx: &Context, folder: Option<&Path>) -> Result<JoinHandle<()>> {
    let search = attach(ctx, folder, false).await?;
    Ok(tokio::spawn(follow::follow(ctx.clone(), search)))
}

/// Makes the index anew and waits for it; gives how much it holds. For a process that does nothing else.
pub async fn rebuild(ctx: &Context, folder: &Path) -> Result<u64> {
    let search = attach(ctx, Some(folder), true).await?;
    follow::compare(ctx, &search, Pace::Alone).await?;
    Ok(search.index.count())
}

/// Compares the index with the store now, and puts it right; gives how many documents were wrong.
pub async fn compare(ctx: &Context) -> Result<usize> {
    match ctx.search() {
        Some(search) => follow::compare(ctx, search, Pace::GivingWay).await,
        None => Ok(0),
    }
}

/// Whether everything that is stored can be found.
pub fn is_ready(ctx: &Context) -> bool {
    ctx.search().is_some_and(|search| search.ready.load(Ordering::Relaxed))
}

async fn attach(ctx: &Context, folder: Option<&Path>, anew: bool) -> Result<Arc<Search>> {
    // Before anything is read: what is written from now on is heard of.
    ctx.caches().touched.follow();
    let folder = folder.map(Path::to_owned);
    let opening = move || match (folder, anew) {
        (Some(folder), true) => Finder::anew(&folder),
        (folder, _) => Finder::open(folder.as_deref()),
    };
    let index = tokio::task::spawn_blocking(opening).await.map_err(Error::broken)??;
    let search = Arc::new(Search { index, ready: AtomicBool::new(false), communities: Mutex::default() });
    ctx.attach_search(search.clone())?;
    Ok(search)
}
