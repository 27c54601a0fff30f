//! Everything that can go wrong with a database, and how it is said.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

use super::{disk, free_space};
use crate::domain::act::Refusal;
use crate::domain::event::Recorded;
use crate::domain::text;
use crate::strings::Strings;

/// Why the store did not do what was asked. Nothing was written, whichever it is.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Somebody else moved the same aspect since the writer looked.
    #[error("event {} came between", .0.seq)]
    Conflict(Box<Recorded>),
    /// No such village in this database's register.
    #[error("unknown village {0}")]
    UnknownVillage(String),
    #[error("unknown batch")]
    UnknownBatch,
    /// The batch is not in force any more.
    #[error("undone already")]
    AlreadyUndone,
    /// The beginning of a batch's number has fewer digits than asked for.
    #[error("fewer than {least} digits of a batch")]
    ShortBatch { least: usize },
    /// Several batches begin like that.
    #[error("several batches begin like that")]
    AmbiguousBatch,

    #[error("no database {}", .0.display())]
    NotFound(PathBuf),
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    #[error("{} may not be read", .0.display())]
    Forbidden(PathBuf),
    #[error("{} is not a file", .0.display())]
    NotAFile(PathBuf),
    #[error("{} is a symbolic link", .0.display())]
    Symlink(PathBuf),
    #[error("{} lies on a network disk", .0.display())]
    NetworkDisk(PathBuf),
    /// A journal whose database is gone: a new database beside it would be damaged by it.
    #[error("{} is left from another database", .0.display())]
    Leftover(PathBuf),
    /// Not made by this program, or not a database at all.
    #[error("{} is not an ovop database", .0.display())]
    Foreign(PathBuf),
    /// Made-up data for training, opened as a record.
    #[error("{} is a training database", .0.display())]
    Training(PathBuf),
    /// A record, opened as a training database.
    #[error("{} is no training database", .0.display())]
    NotTraining(PathBuf),
    /// Schema of a later version.
    #[error("{} has schema {found}, this program knows {known}", path.display())]
    Newer {
        path: PathBuf,
        found: i64,
        known: i64,
    },
    #[error("{} is damaged: {detail}", path.display())]
    Damaged { path: PathBuf, detail: String },
    /// Disk or quota.
    #[error("no room for {}", .0.display())]
    Full(PathBuf),
    /// The disk itself answers with an error.
    #[error("the disk under {} fails: {detail}", path.display())]
    Disk { path: PathBuf, detail: String },
    /// The whole disk takes no writes (any more): the system does that to a disk that fails.
    #[error("the disk under {} is read-only", .0.display())]
    DiskReadOnly(PathBuf),
    #[error("{} may not be written", .0.display())]
    ReadOnly(PathBuf),
    /// Another file lies there than the one that was opened, or none: a backup was brought back meanwhile.
    #[error("{} is another file by now", .0.display())]
    Replaced(PathBuf),
    /// Others held the lock for 10 seconds.
    #[error("{} is busy", .0.display())]
    Busy(PathBuf),
    #[error("{}: {detail}", path.display())]
    Unexpected { path: PathBuf, detail: String },
}

impl Error {
    /// What happened, with which file, and what to do.
    #[must_use]
    pub fn say(&self, strings: &Strings) -> String {
        let (t, facts) = (&strings.trouble, &strings.facts);
        let at = |say: fn(&str) -> String, path: &Path| say(&shown(path));
        match self {
            Self::Refused(why) => facts.refusal(why),
            Self::Conflict(theirs) => (t.conflict)(
                &text::safe(&strings.event(&theirs.event)),
                &text::safe(&theirs.actor),
                &facts.short_day(theirs.occurred_on),
            ),
            Self::UnknownVillage(code) => (t.unknown_village)(&text::safe(code)),
            Self::UnknownBatch => t.unknown_batch.into(),
            Self::AlreadyUndone => t.already_undone.into(),
            Self::ShortBatch { least } => (t.batch_too_short)(*least),
            Self::AmbiguousBatch => t.batch_ambiguous.into(),
            Self::NotFound(path) => at(t.not_found, path),
            Self::Exists(path) => at(t.exists, path),
            Self::Forbidden(path) => at(t.forbidden, path),
            Self::NotAFile(path) => at(t.not_a_file, path),
            Self::Symlink(path) => at(t.symlink, path),
            Self::NetworkDisk(path) => at(t.network_disk, path),
            Self::Leftover(path) => at(t.leftover, path),
            Self::Foreign(path) => at(t.foreign, path),
            Self::Training(path) => at(t.training, path),
            Self::NotTraining(path) => at(t.not_training, path),
            Self::Newer { path, found, known } => (t.newer)(&shown(path), *found, *known),
            Self::Damaged { path, detail } => (t.damaged)(&shown(path), &text::safe(detail)),
            Self::Full(path) => at(t.full, path),
            Self::Disk { path, detail } => (t.disk)(&shown(path), &text::safe(detail)),
            Self::DiskReadOnly(path) => at(t.disk_read_only, path),
            Self::ReadOnly(path) => at(t.read_only, path),
            Self::Replaced(path) => at(t.replaced, path),
            Self::Busy(path) => at(t.busy, path),
            Self::Unexpected { path, detail } => (t.unexpected)(&shown(path), &text::safe(detail)),
        }
    }

    /// The same to whoever would do it anew, as an act of its own: a command, which cannot send the same one once more.
    #[must_use]
    pub fn say_once(&self, strings: &Strings) -> String {
        match self {
            Self::Disk { path, detail } => {
                (strings.trouble.disk_once)(&shown(path), &text::safe(detail))
            }
            _ => self.say(strings),
        }
    }

    /// What the system's answer about a file means.
    #[must_use]
    pub fn of_io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound(path),
            io::ErrorKind::PermissionDenied => Self::Forbidden(path),
            io::ErrorKind::AlreadyExists => Self::Exists(path),
            io::ErrorKind::ReadOnlyFilesystem => Self::DiskReadOnly(path),
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full(path),
            _ => Self::Unexpected {
                path,
                detail: error.to_string(),
            },
        }
    }
}

fn shown(path: &Path) -> String {
    text::safe(&path.display().to_string()).into_owned()
}

/// Why work inside the store came to an end, before it is known of which file.
#[derive(Debug)]
pub(super) enum InnerError {
    /// It names its file already, or needs none.
    Public(Error),
    Sql(rusqlite::Error),
    /// A later version's schema, or one that only later versions may write to.
    Newer {
        found: i64,
        known: i64,
    },
    /// Not this program's database.
    Foreign,
    /// A training database where a record was asked for, or, with `training`, the reverse.
    OtherKind {
        training: bool,
    },
    /// A row does not hold what the schema says.
    Damaged(String),
}

impl From<rusqlite::Error> for InnerError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<Error> for InnerError {
    fn from(error: Error) -> Self {
        Self::Public(error)
    }
}

impl From<Refusal> for InnerError {
    fn from(why: Refusal) -> Self {
        Self::Public(Error::Refused(why))
    }
}

impl InnerError {
    pub(super) fn at(self, path: &Path) -> Error {
        let path = path.to_owned();
        match self {
            Self::Public(error) => error,
            Self::Newer { found, known } => Error::Newer { path, found, known },
            Self::Foreign => Error::Foreign(path),
            Self::OtherKind { training: false } => Error::Training(path),
            Self::OtherKind { training: true } => Error::NotTraining(path),
            Self::Damaged(detail) => Error::Damaged { path, detail },
            Self::Sql(error) => of_sqlite(path, &error),
        }
    }
}

fn of_sqlite(path: PathBuf, error: &rusqlite::Error) -> Error {
    let detail = error.to_string();
    let Some(code) = error.sqlite_error() else {
        return Error::Unexpected { path, detail };
    };
    // What a disk refuses when it has been made read-only looks like a full one, or like a lack of permission.
    let refused = matches!(
        code.code,
        ErrorCode::SystemIoFailure | ErrorCode::ReadOnly | ErrorCode::CannotOpen
    );
    if refused && disk::is_read_only(&path) {
        return Error::DiskReadOnly(path);
    }
    // A quota and a limit on the file's size come as failed writes, as a failing disk does; without room for the shared
    // index of the WAL not even reading is possible.
    let unwritten = matches!(
        code.extended_code,
        ffi::SQLITE_IOERR_WRITE | ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_TRUNCATE
    );
    match (code.code, code.extended_code) {
        (ErrorCode::DiskFull, _) => Error::Full(path),
        _ if unwritten && free_space::is_short(&path) => Error::Full(path),
        (ErrorCode::SystemIoFailure, _) => Error::Disk { path, detail },
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Error::Busy(path),
        (ErrorCode::ReadOnly, _) => Error::ReadOnly(path),
        (ErrorCode::NotADatabase, _) => Error::Foreign(path),
        (ErrorCode::DatabaseCorrupt, _) => Error::Damaged { path, detail },
        (ErrorCode::CannotOpen, ffi::SQLITE_CANTOPEN_SYMLINK) => Error::Symlink(path),
        // The file itself was looked at before: what cannot be opened are the files beside it.
        (ErrorCode::CannotOpen | ErrorCode::PermissionDenied, _) => Error::ReadOnly(path),
        _ => Error::Unexpected { path, detail },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Event, Noted};
    use crate::strings::Lang;
    use chrono::{DateTime, NaiveDate};
    use uuid::Uuid;

    #[test]
    fn every_fault_of_a_file_names_it_in_both_languages() {
        let path = || PathBuf::from("/srv/ovop/\u{1b}x.db");
        let detail = || "detail".to_owned();
        for error in [
            Error::NotFound(path()),
            Error::Exists(path()),
            Error::Forbidden(path()),
            Error::NotAFile(path()),
            Error::Symlink(path()),
            Error::NetworkDisk(path()),
            Error::Leftover(path()),
            Error::Foreign(path()),
            Error::Training(path()),
            Error::NotTraining(path()),
            Error::Newer {
                path: path(),
                found: 7,
                known: 1,
            },
            Error::Damaged {
                path: path(),
                detail: detail(),
            },
            Error::Full(path()),
            Error::Disk {
                path: path(),
                detail: detail(),
            },
            Error::DiskReadOnly(path()),
            Error::ReadOnly(path()),
            Error::Replaced(path()),
            Error::Busy(path()),
            Error::Unexpected {
                path: path(),
                detail: detail(),
            },
        ] {
            let [id, en] = [Lang::Id, Lang::En].map(|lang| error.say(Strings::of(lang)));
            assert_ne!(id, en);
            let [id_once, en_once] =
                [Lang::Id, Lang::En].map(|lang| error.say_once(Strings::of(lang)));
            for said in [id, en, id_once, en_once] {
                assert!(said.contains("/srv/ovop/x.db"), "{said}");
                assert!(text::is_clean(&said) && said.ends_with('.'), "{said:?}");
            }
        }
    }

    #[test]
    fn a_conflict_says_who_did_what() {
        let theirs = Recorded {
            seq: 4,
            id: Uuid::nil(),
            stream: "53.04.01.2001".into(),
            event: Event::Noted(Noted {
                text: "rapat ditunda".into(),
            }),
            occurred_on: NaiveDate::from_ymd_opt(2025, 11, 13).unwrap(),
            recorded_at: DateTime::UNIX_EPOCH,
            actor: "yosef".into(),
            origin: Uuid::nil(),
            batch: Uuid::nil(),
        };
        assert_eq!(
            Error::Conflict(Box::new(theirs)).say(Strings::of(Lang::Id)),
            "Sementara itu yosef mencatat \u{201c}catatan: rapat ditunda\u{201d} (tanggal 13-11-2025). \
             Perubahan ini tidak tersimpan; lihat dahulu, lalu putuskan."
        );
    }

    #[test]
    fn what_sqlite_says_of_room_and_locks_is_understood() {
        let folder = tempfile::tempdir().unwrap();
        let of = |extended: i32| {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(extended), None);
            InnerError::Sql(error).at(&folder.path().join("x.db"))
        };
        assert!(matches!(of(ffi::SQLITE_FULL), Error::Full(_)));
        // There is room where this is tried, so a write that fails is the disk's doing.
        for failing in [
            ffi::SQLITE_IOERR_WRITE,
            ffi::SQLITE_IOERR_SHMSIZE,
            ffi::SQLITE_IOERR_READ,
            ffi::SQLITE_IOERR_SHORT_READ,
            ffi::SQLITE_IOERR_FSYNC,
            ffi::SQLITE_IOERR_SHMMAP,
        ] {
            assert!(matches!(of(failing), Error::Disk { .. }), "{failing}");
        }
        assert!(matches!(of(ffi::SQLITE_BUSY_SNAPSHOT), Error::Busy(_)));
        assert!(matches!(
            of(ffi::SQLITE_READONLY_DIRECTORY),
            Error::ReadOnly(_)
        ));
        assert!(matches!(of(ffi::SQLITE_CORRUPT), Error::Damaged { .. }));
    }
}
