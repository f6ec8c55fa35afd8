//! Where pictures and files lie: `files/<first two of the hash>/<hash>-<size>.<jpg|webp|bin>`.
//!
//! A file is complete from the moment it has its name: it is written under another one, brought to
//! the disk, then renamed. Pictures that are equal share their files.

use super::picture::Print;
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};
use tokio::sync::RwLock;

/// Held to read while files are written and recorded, to write while files are removed: nobody
/// removes what another just found to be there already.
pub(super) static HANDLING: RwLock<()> = RwLock::const_new(());

/// How many are reading the store and the folder together.
static READERS: AtomicUsize = AtomicUsize::new(0);

/// While one of these lives, no file is removed: what is in the store of that moment is in the
/// folder. What should have gone meanwhile is found by the next sweep.
pub(crate) struct Keeping(());

impl Keeping {
    /// Waits for `moment` while nobody is between a file and its record, and keeps files from then on.
    pub(crate) async fn from<T>(moment: impl Future<Output = T>) -> (Keeping, T) {
        let _still = HANDLING.write().await;
        READERS.fetch_add(1, Ordering::SeqCst);
        let keeping = Keeping(());
        (keeping, moment.await)
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        READERS.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Whether files have to stay; to be asked with [`HANDLING`] held.
pub(super) fn are_kept() -> bool {
    READERS.load(Ordering::SeqCst) > 0
}

/// A suffix no picture has.
pub(super) const UNFINISHED: &str = ".part";

pub(crate) fn path(files: &Path, hash: &str, size: u32, mime: &str) -> PathBuf {
    let ending = match mime {
        "image/webp" => "webp",
        "" | "image/jpeg" => "jpg",
        // A file as it came; what it is and is called is for its record to say.
        _ => "bin",
    };
    folder(files, hash).join(format!("{hash}-{size}.{ending}"))
}

pub(super) fn folder(files: &Path, hash: &str) -> PathBuf {
    files.join(hash.get(..2).unwrap_or("00"))
}

/// Brings every print to the disk. Blocks.
pub(super) fn write(files: &Path, hash: &str, mime: &str, prints: &[Print]) -> io::Result<()> {
    let folder = folder(files, hash);
    if !folder.is_dir() {
        fs::create_dir_all(&folder)?;
        // The folder's own name has to reach the disk too.
        File::open(files)?.sync_all()?;
    }
    for print in prints {
        let unfinished = folder.join(format!("{}{UNFINISHED}", ulid::Ulid::new()));
        let mut file = File::create(&unfinished)?;
        file.write_all(&print.bytes)?;
        file.sync_all()?;
        fs::rename(&unfinished, path(files, hash, print.size, mime))?;
    }
    File::open(&folder)?.sync_all()
}

/// Removes every print of `hash`. Blocks.
pub(super) fn remove(files: &Path, hash: &str, mime: &str, sizes: &[u32]) -> io::Result<()> {
    for size in sizes {
        match fs::remove_file(path(files, hash, *size, mime)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// The hash of the picture a file belongs to.
pub(super) fn hash_of(name: &str) -> Option<&str> {
    let (hash, _) = name.split_once('-')?;
    (hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(hash)
}
