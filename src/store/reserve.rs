//! A file that only takes room: where the disk has become full, giving it away lets people work again at once.
//!
//! On a full disk not even reading a database is sure, because SQLite wants a little room beside it.

use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FallocateFlags, Mode, OFlags, fallocate, openat};

use super::Error;

/// How much it holds back, in bytes.
const SIZE: u64 = 32 << 20;

/// The reserve beside a database.
#[derive(Clone, Debug)]
pub struct Reserve(PathBuf);

impl Reserve {
    #[must_use]
    pub fn of(database: &Path) -> Self {
        Self(super::disk::beside(database, "reserve"))
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Whether it is there, whole.
    #[must_use]
    pub fn is_there(&self) -> bool {
        std::fs::symlink_metadata(&self.0).is_ok_and(|m| m.is_file() && m.len() >= SIZE)
    }

    /// Takes the room.
    ///
    /// # Errors
    /// When there is no room, or the file cannot be made; nothing is left of it then.
    pub fn take(&self) -> Result<(), Error> {
        let flags = OFlags::CREATE | OFlags::WRONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let taken = openat(CWD, &self.0, flags, Mode::RUSR | Mode::WUSR)
            .and_then(|file| fallocate(file, FallocateFlags::empty(), 0, SIZE));
        taken.map_err(|e| {
            let _ = std::fs::remove_file(&self.0);
            Error::of_io(&self.0, &io::Error::from(e))
        })
    }

    /// Gives the room away; false when there was none.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn give(&self) -> Result<bool, Error> {
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
    fn room_is_taken_once_and_given_away() {
        let folder = tempfile::tempdir().unwrap();
        let reserve = Reserve::of(&folder.path().join("ovop.db"));
        assert!(!reserve.is_there() && !reserve.give().unwrap());
        reserve.take().unwrap();
        reserve.take().unwrap();
        assert!(reserve.is_there());
        assert!(reserve.path().ends_with("ovop.reserve"));
        assert!(reserve.give().unwrap() && !reserve.is_there());
        let nowhere = Reserve::of(&folder.path().join("tidak/ada.db"));
        assert!(nowhere.take().is_err());
    }
}
