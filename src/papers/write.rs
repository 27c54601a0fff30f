//! Puts a paper into a file: whole or not at all, readable by its owner alone.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Writes a file that was not there, or with `force` in place of one that was.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when it is there and `force` is not given; else what the disk says. What was there
/// before is there as it was.
pub fn file(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    let beside = beside(path)?;
    let written = whole(&beside, bytes).and_then(|()| {
        if force {
            fs::rename(&beside, path)
        } else {
            // A rename would replace what somebody else has just put there; a link does not.
            fs::hard_link(&beside, path)
        }
    });
    // After a link, and after any failure, the file beside is left over.
    match fs::remove_file(&beside) {
        Err(e) if e.kind() != io::ErrorKind::NotFound && written.is_ok() => Err(e),
        _ => written,
    }
}

fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file: File = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name in the same folder that nobody else takes.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}", std::process::id()));
    Ok(path.with_file_name(hidden))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

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
    fn without_its_folder_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        assert!(file(&folder.path().join("tidak/ada.txt"), b"x", false).is_err());
    }
}
