//! Is the database sound?

use std::collections::BTreeMap;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::{Connection, ErrorCode};
use uuid::Uuid;

use super::cell::Cell;
use super::error::{Error, InnerError};
use super::{Store, migrate, occasion, people, rebuild, row};
use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::domain::gate::RuleBook;

/// What an examination found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    pub path: PathBuf,
    /// Made-up data for training.
    pub training: bool,
    pub file: FileAccess,
    pub folder: FileAccess,
    /// The version of SQLite in this program.
    pub sqlite: &'static str,
    /// The file's schema, and the one this program writes.
    pub schema: i64,
    pub known_schema: i64,
    /// `wal`, unless somebody has changed it.
    pub journal: String,
    /// Complaints of SQLite's own check; none when the file is sound.
    pub complaints: Vec<String>,
    pub villages: u32,
    pub events: u64,
    /// Events that this version cannot read: written by a newer one, or damaged.
    pub unknown: u64,
    /// Villages whose summary does not say what the log says.
    pub wrong_villages: Vec<Code>,
    /// Occasions of which the tables do not say what the log says.
    pub wrong_occasions: Vec<Uuid>,
    /// People of whom the table does not say what the log says.
    pub wrong_people: Vec<String>,
    /// Regions (the empty text: all) whose totals do not say what the summaries say.
    pub wrong_totals: Vec<String>,
}

/// Who may use a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileAccess {
    /// The permission bits, such as `0o600`.
    pub mode: u32,
    /// The owner's user number.
    pub owner: u32,
}

impl Health {
    /// Nothing is wrong with the contents. Permissions are a matter of how the program is used and not looked at.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.complaints.is_empty()
            && self.wrong_villages.is_empty()
            && self.wrong_occasions.is_empty()
            && self.wrong_people.is_empty()
            && self.wrong_totals.is_empty()
            && self.journal == "wal"
            && self.schema == self.known_schema
    }
}

impl Store {
    /// Examines the whole database; nothing is changed. The summaries are held to the rules that hold today. Takes
    /// seconds for a large one.
    ///
    /// # Errors
    /// If the database cannot be read at all.
    pub fn check(&self, today: NaiveDate) -> Result<Health, Error> {
        let folder = self.path.parent().unwrap_or(Path::new("/"));
        let (file, folder) = (access(&self.path)?, access(folder)?);
        self.read(|conn| {
            Ok(Health {
                path: self.path.clone(),
                training: self.training,
                file,
                folder,
                sqlite: rusqlite::version(),
                schema: migrate::version(conn)?,
                known_schema: migrate::KNOWN,
                journal: conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?,
                complaints: complaints(conn)?,
                villages: conn.query_row("SELECT count(*) FROM village", [], |row| row.get(0))?,
                events: conn
                    .query_row("SELECT count(*) FROM event", [], |row| row.get(0))
                    .map(i64::unsigned_abs)?,
                unknown: unknown(conn)?,
                wrong_villages: rebuild::wrong(conn, RuleBook::shipped().on(today))?
                    .into_iter()
                    .map(|w| w.code)
                    .collect(),
                wrong_occasions: occasion::kept::wrong(conn)?
                    .into_iter()
                    .map(|w| w.id)
                    .collect(),
                wrong_people: people::wrong(conn)?,
                wrong_totals: wrong_totals(conn)?,
            })
        })
    }
}

fn access(path: &Path) -> Result<FileAccess, Error> {
    let meta = std::fs::metadata(path).map_err(|e| Error::of_io(path, &e))?;
    Ok(FileAccess {
        mode: meta.mode() & 0o7777,
        owner: meta.uid(),
    })
}

fn complaints(conn: &Connection) -> Result<Vec<String>, InnerError> {
    let mut statement = conn.prepare("PRAGMA quick_check")?;
    let found: Result<Vec<String>, _> = statement.query_map([], |row| row.get(0))?.collect();
    match found {
        Ok(lines) => Ok(lines.into_iter().filter(|line| line != "ok").collect()),
        Err(e) if e.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
            Ok(vec![e.to_string()])
        }
        Err(e) => Err(e.into()),
    }
}

fn unknown(conn: &Connection) -> Result<u64, InnerError> {
    let mut statement = conn.prepare("SELECT kind, body FROM event")?;
    let mut rows = statement.query([])?;
    let mut n = 0;
    while let Some(row) = rows.next()? {
        n += u64::from(matches!(row::happened(row, 0)?, Event::Unknown { .. }));
    }
    Ok(n)
}

fn wrong_totals(conn: &Connection) -> Result<Vec<String>, InnerError> {
    let mut balance: BTreeMap<(String, i64), i64> = BTreeMap::new();
    let mut statement = conn.prepare(
        "SELECT s.cell, v.regency, v.kecamatan FROM summary s JOIN village v USING (ord)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let cell: i64 = row.get(0)?;
        for region in [String::new(), row.get(1)?, row.get(2)?] {
            *balance.entry((region, cell)).or_default() += 1;
        }
    }
    let mut statement = conn.prepare("SELECT region, cell, n FROM tally")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (cell, n): (i64, i64) = (row.get(1)?, row.get(2)?);
        *balance.entry((row.get(0)?, cell)).or_default() -= n;
        if Cell::from_number(cell).is_none() {
            return Err(InnerError::Damaged(format!("tally, cell {cell}")));
        }
    }
    let off = balance.into_iter().filter(|(_, n)| *n != 0);
    let mut regions: Vec<String> = off.map(|((region, _), _)| region).collect();
    regions.dedup();
    Ok(regions)
}
