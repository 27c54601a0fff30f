//! Backups that are known to be good: made while others write, opened and checked, and only then put in their place.

use std::fs::{DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Utc};
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, params};
use rustix::process::{Pid, test_kill_process};

use super::error::{Error, InnerError};
use super::{Store, create, disk, migrate};

/// The names of backups: `ovop-20261124-090000.db`, in UTC.
const FORM: &str = "ovop-%Y%m%d-%H%M%S.db";
/// Before the number of the process that makes it.
const PART: &str = ".part-";
/// The latest so many backups are kept, the last of each of so many days, and of each of so many months.
const KEPT: usize = 24;
const KEPT_DAYS: u64 = 30;
const KEPT_MONTHS: usize = 12;

/// A backup that was made and found good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub bytes: u64,
    pub events: u64,
    /// Older ones that were removed for it.
    pub removed: usize,
}

/// How far the journal was written back into the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenBack {
    /// Its size in bytes before.
    pub journal: u64,
    /// All of it stands in the database now.
    pub whole: bool,
}

impl Store {
    /// Makes a backup in a folder, which is made for this account alone where it is missing, and removes those that have
    /// become too many. Others may write meanwhile: the backup has one state of all. Where the database is a group's, so
    /// is a folder of backups beside it.
    ///
    /// # Errors
    /// When the folder cannot be written, or the copy is not good: then nothing is put in its place and nothing removed.
    pub fn backup(&self, folder: &Path, now: DateTime<Utc>) -> Result<Backup, Error> {
        let at = |e: io::Error| Error::of_io(folder, &e);
        let mut builder = DirBuilder::new();
        builder.recursive(true).mode(0o700);
        builder.create(folder).map_err(at)?;
        let folder = folder.canonicalize().map_err(at)?;
        disk::is_local(&folder)?;
        self.share(&folder).map_err(at)?;
        remove_abandoned(&folder);
        // Two of one second stand a second apart.
        let seconds = (0..).map(chrono::TimeDelta::seconds);
        let mut names = seconds.map(|s| folder.join((now + s).format(FORM).to_string()));
        let free = names.find(|path| std::fs::symlink_metadata(path).is_err());
        let path = free.ok_or_else(|| Error::Exists(folder.clone()))?;
        let part = Part(folder.join(format!("{PART}{}", std::process::id())));
        let events = self.copy(&part.0)?;
        check(&part.0, events, self.training).map_err(|inner| inner.at(&part.0))?;
        if self.is_beside(&folder) {
            let mode = std::fs::metadata(&self.path).map_err(at)?.mode() & 0o660;
            std::fs::set_permissions(&part.0, Permissions::from_mode(mode)).map_err(at)?;
        }
        create::sync(&part.0).map_err(at)?;
        create::place(&part.0, &path).map_err(at)?;
        create::sync(&folder).map_err(at)?;
        Ok(Backup {
            bytes: std::fs::metadata(&path).map_err(at)?.size(),
            events,
            removed: rotate(&folder, now),
            path,
        })
    }

    fn is_beside(&self, folder: &Path) -> bool {
        folder.parent().is_some() && folder.parent() == self.path.parent()
    }

    /// Opens a folder beside the database to the group that the database's folder is open to: else only the first who
    /// makes a backup could. What belongs to another account has its modes already.
    fn share(&self, folder: &Path) -> io::Result<()> {
        let Some(around) = folder.parent().filter(|_| self.is_beside(folder)) else {
            return Ok(());
        };
        let (around, own) = (std::fs::metadata(around)?, std::fs::metadata(folder)?);
        let mode = around.mode() & 0o2770;
        let is_mine = own.uid() == rustix::process::geteuid().as_raw();
        if around.mode() & 0o020 == 0 || own.mode() & 0o7777 == mode || !is_mine {
            return Ok(());
        }
        chown(folder, None, Some(around.gid()))?;
        std::fs::set_permissions(folder, Permissions::from_mode(mode))
    }

    /// Copies one state of the database, and says how many events it holds.
    fn copy(&self, part: &Path) -> Result<u64, Error> {
        let run = || -> Result<u64, InnerError> {
            // Copying attaches the copy for a moment, which is forbidden otherwise.
            self.conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
            let copied = self
                .conn
                .execute("VACUUM INTO ?1", params![part.to_string_lossy()]);
            self.conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
            copied?;
            let copy = Connection::open_with_flags(
                part,
                OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NOFOLLOW,
            )?;
            count(&copy)
        };
        run().map_err(|inner| inner.at(part))
    }

    /// Writes the journal back into the database as far as nobody reads from it, waiting for nobody.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub fn write_back(&self) -> Result<WrittenBack, Error> {
        let journal =
            std::fs::metadata(disk::with_ending(&self.path, "-wal")).map_or(0, |m| m.size());
        let (busy, all, done): (i64, i64, i64) = self
            .conn
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .map_err(|e| self.at_path(e.into()))?;
        Ok(WrittenBack {
            journal,
            whole: busy == 0 && all == done,
        })
    }
}

fn count(conn: &Connection) -> Result<u64, InnerError> {
    let n: i64 = conn.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
    Ok(n.unsigned_abs())
}

/// Opens the copy as a database is opened, and has SQLite look at every page of it.
fn check(part: &Path, events: u64, training: bool) -> Result<(), InnerError> {
    let conn = Connection::open_with_flags(
        part,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NOFOLLOW,
    )?;
    migrate::identify(&conn, training)?;
    let mut statement = conn.prepare("PRAGMA integrity_check")?;
    let said: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    drop(statement);
    if said != ["ok"] {
        return Err(InnerError::Damaged(said.join("; ")));
    }
    if count(&conn)? != events {
        return Err(InnerError::Damaged("event".into()));
    }
    // As a database is, so that it can be put in the place of one.
    let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(InnerError::Damaged(format!("journal_mode {mode}")));
    }
    conn.close().map_err(|(_, e)| e)?;
    Ok(())
}

/// A backup that is being made; whatever is left of it goes with this value.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm", "-journal"] {
            let mut path = self.0.clone().into_os_string();
            path.push(ending);
            // Mostly there is nothing.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Removes what a process left that was killed while it made a backup.
fn remove_abandoned(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let maker = name
            .to_str()
            .and_then(|name| name.strip_prefix(PART))
            .map(|rest| rest.split('-').next().unwrap_or_default())
            .and_then(|pid| Pid::from_raw(pid.parse().ok()?));
        if maker.is_some_and(|pid| test_kill_process(pid) == Err(rustix::io::Errno::SRCH)) {
            // What cannot be removed is in nobody's way.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Removes the backups that are too many; says how many.
fn rotate(folder: &Path, now: DateTime<Utc>) -> usize {
    let names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let old = too_many(&names, now.date_naive());
    let gone = old
        .iter()
        .filter(|name| std::fs::remove_file(folder.join(name)).is_ok());
    gone.count()
}

/// The backups that are not kept any more on a day. Other files are none of them.
fn too_many(names: &[String], today: NaiveDate) -> Vec<String> {
    let mut all: Vec<(NaiveDateTime, &String)> = names
        .iter()
        .filter_map(|name| Some((NaiveDateTime::parse_from_str(name, FORM).ok()?, name)))
        .collect();
    all.sort_unstable();
    all.reverse();
    let first_day = today.checked_sub_days(Days::new(KEPT_DAYS));
    let (mut days, mut months) = (Vec::new(), Vec::new());
    let mut old = Vec::new();
    for (n, (at, name)) in all.into_iter().enumerate() {
        let (day, month) = (at.date(), at.format("%Y-%m").to_string());
        let last_of_day = !days.contains(&day);
        let last_of_month = !months.contains(&month);
        let kept = n < KEPT
            || last_of_day && first_day.is_none_or(|first| day > first)
            || last_of_month && months.len() < KEPT_MONTHS;
        days.push(day);
        if last_of_month {
            months.push(month);
        }
        if !kept {
            old.push(name.clone());
        }
    }
    old
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hourly(days: u64) -> Vec<String> {
        let first: NaiveDateTime = "2026-01-01T00:00:00".parse().unwrap();
        let hours = (0..i64::try_from(days * 24).unwrap()).map(chrono::TimeDelta::hours);
        hours
            .map(|h| (first + h).format(FORM).to_string())
            .collect()
    }

    #[test]
    fn of_hourly_backups_the_last_day_each_day_of_a_month_and_each_month_stay() {
        let mut names = hourly(200);
        names.push("catatan.txt".into());
        names.push("ovop-2020.db".into());
        let today = "2026-07-19".parse().unwrap();
        let old = too_many(&names, today);
        assert!(
            !old.iter()
                .any(|n| n == "catatan.txt" || n == "ovop-2020.db")
        );
        let kept: Vec<&String> = names.iter().filter(|n| !old.contains(n)).collect();
        // 24 hours, 29 earlier days of the last 30, 5 earlier months (January to May; June's last is among the days), and
        // the two files that are no backups.
        assert_eq!(kept.len(), 24 + 29 + 5 + 2, "{kept:?}");
        assert!(kept.iter().any(|n| *n == "ovop-20260131-230000.db"));
        assert!(kept.iter().any(|n| *n == "ovop-20260718-230000.db"));
        assert!(too_many(&hourly(1), today).is_empty());
        assert!(too_many(&[], today).is_empty());
    }

    #[test]
    fn a_clock_that_was_put_back_loses_no_new_backup() {
        let names = hourly(40);
        let old = too_many(&names, "2020-01-01".parse().unwrap());
        assert!(!old.contains(names.last().unwrap()));
        assert!(names.len() - old.len() >= KEPT);
    }

    #[test]
    fn a_copy_that_is_not_good_is_found_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        let conn = Connection::open_with_flags(&path, OpenFlags::default()).unwrap();
        conn.pragma_update(None, "application_id", migrate::mark(false))
            .unwrap();
        for step in &migrate::STEPS[..1] {
            conn.execute_batch(step).unwrap();
        }
        drop(conn);
        check(&path, 0, false).unwrap();
        let stops = |events, training| check(&path, events, training).is_err();
        assert!(stops(1, false), "an event is missing");
        assert!(stops(0, true), "made-up data");
        let mut bytes = std::fs::read(&path).unwrap();
        let half = bytes.len() / 2;
        bytes[half..half + 4096].fill(0xa5);
        std::fs::write(&path, bytes).unwrap();
        assert!(stops(0, false), "a page is damaged");
    }
}
