//! Whether a disk has free space.
//!
//! SQLite tells a write that a quota or a limit forbids and one that the disk itself fails by the same code, and a person
//! has to do different things about them.

use std::path::Path;

use rustix::fs::{CWD, Mode, OFlags, openat};
use rustix::io::Errno;
use rustix::process::{Resource, getrlimit};

/// As much as an act of a whole meeting takes in the journal, in bytes.
const WANTED: usize = 1 << 20;

/// Whether something is written beside a database in vain because there is no space: the disk or the account's quota is
/// full, or files may not grow any more. Nothing is left of it, and the files of the database are not touched.
pub(super) fn is_short(database: &Path) -> bool {
    is_limited(database) || refuses(database)
}

/// A file of the database has come near the size that this process may write at all (`getrlimit(2)`).
fn is_limited(database: &Path) -> bool {
    let Some(limit) = getrlimit(Resource::Fsize).current else {
        return false;
    };
    let largest = ["", "-wal", "-shm"]
        .into_iter()
        .filter_map(|ending| {
            let mut path = database.as_os_str().to_owned();
            path.push(ending);
            std::fs::metadata(path).ok()
        })
        .map(|file| file.len())
        .max();
    largest.unwrap_or_default() + WANTED as u64 > limit
}

/// A file without a name in the same folder takes no more.
fn refuses(database: &Path) -> bool {
    let Some(folder) = database.parent() else {
        return false;
    };
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    let written = openat(CWD, folder, flags, Mode::RUSR | Mode::WUSR).and_then(|file| {
        let block = [0; 64 << 10];
        let mut left = WANTED;
        while left > 0 {
            left = left.saturating_sub(rustix::io::write(&file, &block)?.max(1));
        }
        Ok(())
    });
    match written {
        Err(Errno::NOSPC | Errno::DQUOT | Errno::FBIG) => true,
        // Some file systems know no files without a name.
        Err(Errno::OPNOTSUPP | Errno::ISDIR | Errno::NOENT) => rustix::fs::statvfs(folder)
            .is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) < WANTED as u64),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_is_space_nothing_is_short_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_short(&folder.path().join("ovop.db")));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(!is_short(&folder.path().join("tidak/ada/ovop.db")));
    }
}
