//! A file that appears whole or not at all: written beside its name, brought to the disk, renamed.

use super::{BackupError, Result, at};
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

/// A name taken for a file that is being written.
pub(super) struct Reserved {
    name: PathBuf,
    part: PathBuf,
    kept: bool,
}

/// Takes `name`, which must be free; what a killed backup left under it is written over.
pub(super) fn reserve(name: &Path) -> Result<(Reserved, File)> {
    if fs::symlink_metadata(name).is_ok() {
        return Err(BackupError::Exists(name.to_owned()));
    }
    let mut part = name.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    // It holds everything that is known of everybody.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&part).map_err(at(&part))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(BackupError::Busy(part)),
        Err(TryLockError::Error(error)) => return Err(at(&part)(error)),
    }
    file.set_len(0).map_err(at(&part))?;
    Ok((Reserved { name: name.to_owned(), part, kept: false }, file))
}

impl Reserved {
    /// Brings the file to the disk under its name.
    pub fn keep(mut self, file: File) -> Result<()> {
        file.sync_all().map_err(at(&self.part))?;
        // A link, not a rename: it fails when the name was taken meanwhile.
        fs::hard_link(&self.part, &self.name).or_else(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => Err(BackupError::Exists(self.name.clone())),
            // A file system without links.
            _ => fs::rename(&self.part, &self.name).map_err(at(&self.name)),
        })?;
        self.kept = true;
        let _ = fs::remove_file(&self.part);
        sync_folder(&self.name)
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.part);
        }
    }
}

/// Brings the name of `path` to the disk.
pub(super) fn sync_folder(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(at(folder))
}
