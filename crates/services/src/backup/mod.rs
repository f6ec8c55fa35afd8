//! Backups: the store of one moment and its pictures in one file, and the way back.
//!
//! Rows are kept as typed values, so that keys, links, moments and numbers come back as they were;
//! every table and every picture has its SHA-256, and so has the whole file.

mod format;
mod place;
mod restore;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub use restore::{is_unfinished, restore};
pub use write::write;

use crate::db::MigrationError;
use std::path::{Path, PathBuf};

/// What a backup holds, or what came back from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub rows: u64,
    pub pictures: u64,
    /// Of the file.
    pub bytes: u64,
    /// Pictures the store knows and the folder does not have.
    pub missing: Vec<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{path}: {cause}")]
    Io { path: PathBuf, cause: std::io::Error },
    #[error("{} exists already; nothing is overwritten", .0.display())]
    Exists(PathBuf),
    #[error("{} is being written by another backup", .0.display())]
    Busy(PathBuf),
    #[error("{} is not empty; restore into a folder that is, or that does not exist", .0.display())]
    NotEmpty(PathBuf),
    #[error("this is not a backup of Préau")]
    Foreign,
    #[error("the backup is damaged: {0}")]
    Damaged(String),
    #[error(
        "the backup was made by a newer Préau (its migration {found}, while this program knows {known}): \
         restore it with the newer program"
    )]
    Newer { found: u32, known: u32 },
    #[error("the store did not keep still: {0}; nothing was written, try again")]
    Unsteady(String),
    #[error("what was restored is not what was backed up: {0}")]
    Differs(String),
    #[error(transparent)]
    Migration(#[from] MigrationError),
    #[error(transparent)]
    Store(#[from] crate::Error),
}

pub(crate) type Result<T> = std::result::Result<T, BackupError>;

/// Says what is being done, a line at a time.
pub type Say<'a> = &'a mut (dyn FnMut(String) + Send);

/// Names the file of an input or output error.
fn at(path: &Path) -> impl FnOnce(std::io::Error) -> BackupError {
    let path = path.to_owned();
    move |cause| BackupError::Io { path, cause }
}

impl From<surrealdb::Error> for BackupError {
    fn from(error: surrealdb::Error) -> Self {
        BackupError::Store(error.into())
    }
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
