//! Where a database may lie.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::error::Error;

/// File systems whose locks or shared memory do not reach every user of the file (`statfs(2)`), by their magic numbers.
/// A database in WAL mode there is damaged sooner or later.
const NETWORK: [(&str, u64); 9] = [
    ("nfs", 0x6969),
    ("smb", 0x517b),
    ("cifs", 0xff53_4d42),
    ("smb2", 0xfe53_4d42),
    ("fuse", 0x6573_5546),
    ("afs", 0x5346_414f),
    ("ceph", 0x00c3_6400),
    ("coda", 0x7375_7245),
    ("9p", 0x0102_1997),
];

/// The path with every link in its folder resolved. Links on the way are the system's business (a home folder may lie
/// behind one); SQLite, asked not to follow links, would refuse those too.
pub(super) fn resolved(path: &Path) -> Result<PathBuf, Error> {
    let name = path
        .file_name()
        .ok_or_else(|| Error::NotAFile(path.to_owned()))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = folder.canonicalize().map_err(|e| Error::of_io(path, &e))?;
    Ok(folder.join(name))
}

/// What belongs to a database and lies beside it: `ovop.drafts.db` to `ovop.db`. Where the name ends otherwise, all of it
/// stays, so that `belu.2026` and `belu.2027` in one folder share nothing; the hyphen keeps `belu` apart from `belu.db`.
#[must_use]
pub fn beside(database: &Path, what: &str) -> PathBuf {
    if database.extension().is_some_and(|ending| ending == "db") {
        return database.with_extension(what);
    }
    let mut name = database.as_os_str().to_owned();
    name.push("-");
    name.push(what);
    name.into()
}

/// SQLite's own files beside a database: its name with an ending such as `-wal`.
#[must_use]
pub fn with_ending(database: &Path, ending: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Refuses what is no plain file, before SQLite sees it. Nothing is opened.
pub(super) fn is_plain_file(path: &Path) -> Result<(), Error> {
    let kind = std::fs::symlink_metadata(path)
        .map_err(|e| Error::of_io(path, &e))?
        .file_type();
    if kind.is_symlink() {
        return Err(Error::Symlink(path.to_owned()));
    }
    if !kind.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    Ok(())
}

pub(super) fn is_local(path: &Path) -> Result<(), Error> {
    let stat = rustix::fs::statfs(path).map_err(|e| Error::of_io(path, &e.into()))?;
    match network_kind(stat.f_type as u64) {
        Some(_) => Err(Error::NetworkDisk(path.to_owned())),
        None => Ok(()),
    }
}

/// Which file it is that lies at a path: its device and its number there. Looked at, never opened.
pub(super) type Identity = (u64, u64);

pub(super) fn identity(path: &Path) -> Result<Identity, Error> {
    let file = std::fs::symlink_metadata(path).map_err(|e| Error::of_io(path, &e))?;
    Ok((file.dev(), file.ino()))
}

/// Refuses to go on with a file that has been moved away, or replaced by another, since it was opened: what is written
/// into it would be in no record, and its journal would be played into the other one.
pub(super) fn is_still(path: &Path, opened: Identity) -> Result<(), Error> {
    match identity(path) {
        Ok(found) if found == opened => Ok(()),
        _ => Err(Error::Replaced(path.to_owned())),
    }
}

/// Whether the disk under a file takes no writes from anybody.
pub(super) fn is_read_only(path: &Path) -> bool {
    rustix::fs::statvfs(path)
        .is_ok_and(|disk| disk.f_flag.contains(rustix::fs::StatVfsMountFlags::RDONLY))
}

fn network_kind(magic: u64) -> Option<&'static str> {
    // The kernel's field is as wide as the machine's word, the numbers are of 32 bits.
    let magic = magic & 0xffff_ffff;
    NETWORK
        .iter()
        .find(|(_, known)| *known == magic)
        .map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_databases_of_a_folder_share_what_lies_beside_them() {
        let all = [
            "ovop.db",
            "belu",
            "belu.db",
            "belu.2026",
            "belu.2027",
            "belu.sqlite",
        ];
        let of = |what: &str| -> Vec<PathBuf> {
            all.iter().map(|n| beside(Path::new(n), what)).collect()
        };
        let (drafts, reserves) = (of("drafts.db"), of("reserve"));
        for names in [&drafts, &reserves] {
            let mut distinct = names.clone();
            distinct.sort();
            distinct.dedup();
            assert_eq!(distinct.len(), all.len(), "{names:?}");
        }
        assert_eq!(drafts[0], Path::new("ovop.drafts.db"));
        assert_eq!(reserves[0], Path::new("ovop.reserve"));
        assert_eq!(
            with_ending(Path::new("/a/belu.2026"), "-wal"),
            Path::new("/a/belu.2026-wal")
        );
    }

    #[test]
    fn network_disks_are_known_by_their_numbers() {
        assert_eq!(network_kind(0x6969), Some("nfs"));
        assert_eq!(network_kind(0xffff_ffff_ff53_4d42), Some("cifs"));
        assert_eq!(network_kind(0xef53), None, "ext4");
        assert_eq!(network_kind(0x0102_1994), None, "tmpfs");
    }

    #[test]
    fn links_in_the_folder_are_resolved_and_the_last_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().canonicalize().unwrap().join("real");
        std::fs::create_dir(&real).unwrap();
        std::os::unix::fs::symlink(&real, folder.path().join("way")).unwrap();
        std::os::unix::fs::symlink("elsewhere", real.join("x.db")).unwrap();
        let path = resolved(&folder.path().join("way/x.db")).unwrap();
        assert_eq!(path, real.join("x.db"));
        assert!(matches!(is_plain_file(&path), Err(Error::Symlink(_))));
    }
}
