//! Puts a paper into a file: whole or not at all, readable by its owner alone.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Write as _};
use std::os::fd::OwnedFd;
use std::path::{Component, Path};

use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, openat, renameat, unlinkat};
use rustix::io::Errno;

/// So many files of one name are written beside each other: more are a key that was held down.
pub const MOST_OF_A_NAME: u32 = 99;

/// Why a file was not written inside a folder.
#[derive(Debug)]
pub enum Unwritten {
    /// It would lie elsewhere: the path climbs out, or goes through a link.
    Outside,
    /// As [`file`] tells it.
    Failed(io::Error),
}

impl From<io::Error> for Unwritten {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// Writes a file that was not there, or with `force` in place of one that was.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when it is there and `force` is not given; else what the disk says. What was there
/// before is there as it was.
pub fn file(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = openat(
        CWD,
        folder,
        OFlags::DIRECTORY | OFlags::CLOEXEC,
        Mode::empty(),
    )?;
    within(&folder, name, bytes, force)
}

/// The same inside a folder: a path that climbs out of it is refused, and no link on the way is followed. Each part of
/// the way is opened from the one before it, so that nobody can put a link there in the meantime.
///
/// # Errors
/// [`Unwritten::Outside`], or as [`file`].
pub fn file_inside(folder: &Path, path: &Path, bytes: &[u8], force: bool) -> Result<(), Unwritten> {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let mut parts = Vec::new();
    for part in inside.components() {
        match part {
            Component::Normal(part) => parts.push(part),
            Component::CurDir => {}
            _ => return Err(Unwritten::Outside),
        }
    }
    let (name, way) = parts.split_last().ok_or(Unwritten::Outside)?;
    let open = OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut at = openat(CWD, folder, open, Mode::empty()).map_err(io::Error::from)?;
    for part in way {
        at = openat(&at, *part, open | OFlags::NOFOLLOW, Mode::empty()).map_err(|e| match e {
            Errno::LOOP | Errno::NOTDIR => Unwritten::Outside,
            e => Unwritten::Failed(e.into()),
        })?;
    }
    Ok(within(&at, name, bytes, force)?)
}

/// Writes a file into a folder under a name of its own: where the name is taken it gets a number (`rekap-2.txt`), up to
/// [`MOST_OF_A_NAME`]. What is there stays. Gives the name.
///
/// # Errors
/// As [`file_inside`]; [`io::ErrorKind::AlreadyExists`] when all these names are taken.
pub fn new_file(
    folder: &Path,
    (stem, ending): (&str, &str),
    bytes: &[u8],
) -> Result<String, Unwritten> {
    let mut name = format!("{stem}.{ending}");
    for n in 2.. {
        match file_inside(folder, Path::new(&name), bytes, false) {
            Ok(()) => break,
            Err(Unwritten::Failed(e))
                if e.kind() == io::ErrorKind::AlreadyExists && n <= MOST_OF_A_NAME =>
            {
                name = format!("{stem}-{n}.{ending}");
            }
            Err(why) => return Err(why),
        }
    }
    Ok(name)
}

fn within(folder: &OwnedFd, name: &OsStr, bytes: &[u8], force: bool) -> io::Result<()> {
    let beside = beside(name);
    let written = whole(folder, &beside, bytes).and_then(|()| {
        let placed = if force {
            renameat(folder, &beside, folder, name)
        } else {
            // A rename would replace what somebody else has just put there; a link does not.
            linkat(folder, &beside, folder, name, AtFlags::empty())
        };
        Ok(placed?)
    });
    // After a link, and after any failure, the file beside is left over.
    match unlinkat(folder, &beside, AtFlags::empty()) {
        Err(e) if e != Errno::NOENT && written.is_ok() => Err(e.into()),
        _ => written,
    }
}

fn whole(folder: &OwnedFd, name: &OsStr, bytes: &[u8]) -> io::Result<()> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut file: File = openat(folder, name, flags, Mode::RUSR | Mode::WUSR)?.into();
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name in the same folder that nobody else takes.
fn beside(name: &OsStr) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}", std::process::id()));
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    #[test]
    fn a_file_that_is_there_is_kept_unless_it_is_to_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rekap.txt");
        file(&path, b"satu", false).unwrap();
        assert_eq!(
            file(&path, b"dua", false).unwrap_err().kind(),
            io::ErrorKind::AlreadyExists
        );
        assert_eq!(fs::read(&path).unwrap(), b"satu");
        file(&path, b"dua", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"dua");
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left over"
        );
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number_and_what_is_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let write = |text: &str| {
            let bytes = text.as_bytes();
            new_file(folder.path(), ("notula-01-2026", "docx"), bytes)
        };
        assert_eq!(write("satu").unwrap(), "notula-01-2026.docx");
        assert_eq!(write("dua").unwrap(), "notula-01-2026-2.docx");
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read("notula-01-2026.docx"), "satu");
        assert_eq!(read("notula-01-2026-2.docx"), "dua");
        for n in 3..=MOST_OF_A_NAME {
            let name = format!("notula-01-2026-{n}.docx");
            fs::write(folder.path().join(name), n.to_string()).unwrap();
        }
        let full = write("terlalu banyak");
        assert!(
            matches!(&full, Err(Unwritten::Failed(e)) if e.kind() == io::ErrorKind::AlreadyExists),
            "{full:?}"
        );
        assert_eq!(read("notula-01-2026-99.docx"), "99");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 99);
    }

    #[test]
    fn without_its_folder_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        assert!(file(&folder.path().join("tidak/ada.txt"), b"x", false).is_err());
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("files");
        fs::create_dir_all(folder.join("bulan")).unwrap();
        fs::create_dir(outer.path().join("luar")).unwrap();
        symlink(outer.path().join("luar"), folder.join("jalan")).unwrap();
        symlink("bulan", folder.join("pintas")).unwrap();
        symlink(outer.path().join("luar/isi.txt"), folder.join("isi.txt")).unwrap();
        let write = |path: &Path, force| file_inside(&folder, path, b"x", force);
        for path in [
            "../luar/a.txt",
            "bulan/../../luar/a.txt",
            "/etc/a.txt",
            "jalan/a.txt",
            "pintas/a.txt",
            "..",
            "/",
            "",
            ".",
        ] {
            let written = write(Path::new(path), true);
            assert!(
                matches!(written, Err(Unwritten::Outside)),
                "{path}: {written:?}"
            );
        }
        let beside = outer.path().join("luar/a.txt");
        assert!(matches!(write(&beside, true), Err(Unwritten::Outside)));
        // A link that stands where the file is to be is not followed: it is replaced, or in the way.
        let in_the_way = write(Path::new("isi.txt"), false);
        assert!(
            matches!(in_the_way, Err(Unwritten::Failed(e)) if e.kind() == io::ErrorKind::AlreadyExists)
        );
        write(Path::new("isi.txt"), true).unwrap();
        assert!(!folder.join("isi.txt").is_symlink());
        assert_eq!(fs::read_dir(outer.path().join("luar")).unwrap().count(), 0);
        write(Path::new("./bulan/okt.txt"), false).unwrap();
        write(&folder.join("nov.txt"), false).unwrap();
        assert!(folder.join("bulan/okt.txt").is_file() && folder.join("nov.txt").is_file());
    }
}
