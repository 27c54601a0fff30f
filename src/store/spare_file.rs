//! A file that only takes up space: when the disk is full, removing it lets people work again at once.
//!
//! On a full disk even reading a database may fail, because SQLite needs a little space beside it.

use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FallocateFlags, Mode, OFlags, fallocate, openat};

use super::Error;

/// Its size in bytes.
const SIZE: u64 = 32 << 20;

/// The spare file beside a database, `ovop.reserve` beside `ovop.db`.
#[derive(Clone, Debug)]
pub struct SpareFile(PathBuf);

impl SpareFile {
    #[must_use]
    pub fn of(database: &Path) -> Self {
        Self(super::disk::beside(database, "reserve"))
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Whether it exists in its full size.
    #[must_use]
    pub fn is_there(&self) -> bool {
        std::fs::symlink_metadata(&self.0).is_ok_and(|m| m.is_file() && m.len() >= SIZE)
    }

    /// Creates the file and its blocks.
    ///
    /// # Errors
    /// When the disk has no space, or the file cannot be created; nothing is left of it then.
    pub fn create(&self) -> Result<(), Error> {
        let flags = OFlags::CREATE | OFlags::WRONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let created = openat(CWD, &self.0, flags, Mode::RUSR | Mode::WUSR)
            .and_then(|file| fallocate(file, FallocateFlags::empty(), 0, SIZE));
        created.map_err(|e| {
            let _ = std::fs::remove_file(&self.0);
            Error::of_io(&self.0, &io::Error::from(e))
        })
    }

    /// Removes the file; false when there was none.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn release(&self) -> Result<bool, Error> {
        match std::fs::remove_file(&self.0) {
            Ok(()) => Ok(true),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(e) => Err(Error::of_io(&self.0, &e)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_space_is_taken_once_and_released() {
        let folder = tempfile::tempdir().unwrap();
        let spare = SpareFile::of(&folder.path().join("ovop.db"));
        assert!(!spare.is_there() && !spare.release().unwrap());
        spare.create().unwrap();
        spare.create().unwrap();
        assert!(spare.is_there());
        assert!(spare.path().ends_with("ovop.reserve"));
        assert!(spare.release().unwrap() && !spare.is_there());
        let nowhere = SpareFile::of(&folder.path().join("tidak/ada.db"));
        assert!(nowhere.create().is_err());
    }
}
