//! Making a database: beside its place, then into it in one step, so that nobody ever sees half of one.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{DirBuilder, File, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior, params};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};
use uuid::Uuid;

use super::error::{Error, InnerError};
use super::{
    Setup, Stamp, Store, Work, append, disk, migrate, occasion, open, project, read, rebuild, row,
    seed,
};
use crate::domain::code::Code;
use crate::domain::event::Recorded;
use crate::domain::gate::RuleBook;
use crate::register::Register;

/// Stands between the name of a database and the number of the process that makes it.
const DRAFT: &str = ".new-";

impl Store {
    /// Makes a new database with the register's villages and the events it starts with. Its folder is made too, for
    /// this account alone.
    ///
    /// Of several programs that do so at once exactly one succeeds; for the others the file [`Error::Exists`], whole
    /// and ready to be opened.
    ///
    /// # Errors
    /// [`Error::Exists`], [`Error::Leftover`] when the journal of a lost database lies there, and whatever keeps the
    /// file from being written.
    pub fn create(path: &Path, setup: &Setup<'_>) -> Result<(), Error> {
        Self::create_kind(path, setup, None)
    }

    /// Makes a training database, which [`Store::open`] refuses and [`Store::open_training`] opens, with what people
    /// are made up to have done: one batch after another, each checked as [`Store::act`] would. All ids follow from
    /// those of the batches, so that the same requests make the same record.
    ///
    /// # Errors
    /// As [`Store::create`], [`Store::act`] and [`Store::occasion_act`].
    pub fn create_training(
        path: &Path,
        setup: &Setup<'_>,
        batches: &[(Stamp, Work)],
    ) -> Result<(), Error> {
        Self::create_kind(path, setup, Some(batches))
    }

    fn create_kind(
        path: &Path,
        setup: &Setup<'_>,
        training: Option<&[(Stamp, Work)]>,
    ) -> Result<(), Error> {
        make(path, |draft| build(draft, setup, training))
    }
}

/// Makes a file of SQLite beside its place, by `build`, then puts it there in one step. Its folder is made too, for this
/// account alone.
///
/// # Errors
/// [`Error::Exists`], [`Error::Leftover`], and whatever keeps the file from being written.
pub(super) fn make(
    path: &Path,
    build: impl FnOnce(&Path) -> Result<(), InnerError>,
) -> Result<(), Error> {
    let failed = |path: &Path, e: &io::Error| match e.kind() {
        io::ErrorKind::PermissionDenied => Error::ReadOnly(path.to_owned()),
        _ => Error::of_io(path, e),
    };
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        let mut builder = DirBuilder::new();
        builder.recursive(true).mode(0o700);
        builder.create(folder).map_err(|e| failed(folder, &e))?;
    }
    let path = disk::resolved(path)?;
    let folder = path.parent().unwrap_or(Path::new("/"));
    disk::is_local(folder)?;
    nothing_there(&path)?;
    remove_abandoned(&path);
    let draft = Draft::beside(&path).map_err(|e| failed(&path, &e))?;
    build(&draft.0).map_err(|inner| inner.at(&path))?;
    sync(&draft.0).map_err(|e| failed(&path, &e))?;
    place(&draft.0, &path).map_err(|e| failed(&path, &e))?;
    sync(folder).map_err(|e| failed(&path, &e))
}

/// Refuses to build where something lies: a database, or the journal of one whose main file is gone. SQLite would play
/// such a journal into the new file.
fn nothing_there(path: &Path) -> Result<(), Error> {
    let is_there = |path: &Path| std::fs::symlink_metadata(path).is_ok_and(|m| m.len() > 0);
    let exists = || std::fs::symlink_metadata(path).is_ok();
    let absent = |path: PathBuf| Err(Error::Leftover(path));
    if exists() {
        return Err(Error::Exists(path.to_owned()));
    }
    for suffix in ["-wal", "-journal"] {
        let journal = disk::with_ending(path, suffix);
        // Somebody else may have made the database and opened it in this moment.
        if is_there(&journal) && !exists() {
            return absent(journal);
        }
    }
    Ok(())
}

/// Removes what a process left that was killed while it made this database. Where the process that made a draft still
/// lives, the draft stays.
fn remove_abandoned(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return;
    };
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let maker = draft_maker(&entry.file_name(), name);
        if maker.is_some_and(|pid| test_kill_process(pid) == Err(Errno::SRCH)) {
            // What cannot be removed is in nobody's way.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The process whose draft of this database (or whose draft's journal) a file is, by its name.
fn draft_maker(file: &OsStr, database: &OsStr) -> Option<Pid> {
    let rest = file.as_bytes().strip_prefix(database.as_bytes())?;
    let rest = std::str::from_utf8(rest).ok()?.strip_prefix(DRAFT)?;
    let (pid, _) = rest.split_once('-')?;
    Pid::from_raw(pid.parse().ok()?)
}

/// The file while it is being made. Whatever is left of it is removed at the end.
struct Draft(PathBuf);

impl Draft {
    fn beside(path: &Path) -> io::Result<Self> {
        let random = RandomState::new().hash_one(path);
        let draft = disk::with_ending(
            path,
            &format!("{DRAFT}{}-{random:016x}", std::process::id()),
        );
        // SQLite would make it readable for all.
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        options.open(&draft)?;
        Ok(Self(draft))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            // Mostly there is nothing; what cannot be removed is in nobody's way.
            let _ = std::fs::remove_file(disk::with_ending(&self.0, suffix));
        }
    }
}

/// Puts the file into its place unless something is there.
pub(super) fn place(draft: &Path, path: &Path) -> io::Result<()> {
    match renameat_with(CWD, draft, CWD, path, RenameFlags::NOREPLACE) {
        // Not every file system can; a hard link refuses to replace as well.
        Err(Errno::INVAL | Errno::NOSYS) => std::fs::hard_link(draft, path),
        done => Ok(done?),
    }
}

/// Waits until a file, or the names in a folder, are on the disk.
pub(super) fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

fn build(
    draft: &Path,
    setup: &Setup<'_>,
    training: Option<&[(Stamp, Work)]>,
) -> Result<(), InnerError> {
    let mut conn = open::plain_connection(draft)?;
    // Nobody else knows the file, and after a crash it is thrown away: it needs no journal on the disk.
    conn.execute_batch(
        "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;",
    )?;
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.pragma_update(None, "application_id", migrate::mark(training.is_some()))?;
    for step in migrate::STEPS {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", migrate::KNOWN)?;
    let origin = meta(&transaction, setup.register, &setup.stamp)?;
    rebuild::set_version(&transaction, setup.stamp.today)?;
    seed::register(&transaction, setup.register)?;
    first_events(&transaction, setup, origin)?;
    for (stamp, work) in training.unwrap_or_default() {
        let id = |n| nth_id(stamp.batch, n);
        match work {
            Work::Villages(requests) => append::act(&transaction, stamp, origin, requests, id)?,
            Work::Occasions(requests) => occasion::act(&transaction, stamp, origin, requests, &id)?,
        };
    }
    transaction.commit()?;
    conn.execute_batch("PRAGMA journal_mode = WAL;")?;
    conn.close().map_err(|(_, e)| e)?;
    Ok(())
}

/// The id of the n-th event of a batch of a training database: the batch's own, counted on.
fn nth_id(batch: Uuid, n: usize) -> Uuid {
    let (high, low) = batch.as_u64_pair();
    Uuid::from_u64_pair(high, low ^ (n as u64 + 1))
}

fn meta(conn: &Connection, register: &Register, stamp: &Stamp) -> Result<Uuid, InnerError> {
    let origin = append::fresh_id(stamp);
    conn.execute(
        "INSERT INTO meta (one, origin, created_at, register, villages, regions, min_writer)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            origin.to_string(),
            row::moment_text(stamp.now),
            register.digest(),
            register.villages.len() as i64,
            (register.regencies.len() + register.kecamatan.len()) as i64,
            migrate::KNOWN,
        ],
    )?;
    Ok(origin)
}

fn first_events(conn: &Connection, setup: &Setup<'_>, origin: Uuid) -> Result<(), InnerError> {
    let mut streams: BTreeMap<&Code, Vec<Recorded>> = BTreeMap::new();
    for (village, event, on) in &setup.first {
        if read::ord(conn, village)?.is_none() {
            return Err(Error::UnknownVillage(village.to_string()).into());
        }
        let stream = village.as_str();
        let id = append::fresh_id(&setup.stamp);
        let event = event.clone();
        let recorded = append::append(conn, &setup.stamp, origin, stream, event, *on, id)?;
        streams.entry(village).or_default().push(recorded);
    }
    let rules = RuleBook::shipped().on(setup.stamp.today);
    for (village, events) in streams {
        project::project(conn, village, &events, rules)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_names_its_maker_and_other_files_name_nobody() {
        let maker = |file: &str| draft_maker(OsStr::new(file), OsStr::new("ovop.db"));
        assert_eq!(maker("ovop.db.new-41-00ff"), Pid::from_raw(41));
        assert_eq!(maker("ovop.db.new-41-00ff-wal"), Pid::from_raw(41));
        for other in [
            "ovop.db",
            "ovop.db-wal",
            "ovop.db.new-",
            "ovop.db.new-x-00ff",
            "ovop.db.new-0-00ff",
            "other.db.new-41-00ff",
        ] {
            assert_eq!(maker(other), None, "{other}");
        }
    }
}
