//! Noticing what others write: the cost follows the changes, not the register.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::error::{Error, InnerError};
use super::{Store, disk, migrate, row};
use crate::domain::event::Recorded;

/// Changes read at once. Enough to name the villages; whoever is further behind reads again.
const AT_ONCE: u32 = 1_000;

impl Store {
    /// Whether another connection has committed something since this was last asked (since the opening, at first).
    /// Takes microseconds; own writes do not count.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn moved(&mut self) -> Result<bool, Error> {
        let now = data_version(&self.conn).map_err(|inner| self.at_path(inner))?;
        Ok(std::mem::replace(&mut self.seen_version, now) != now)
    }

    /// The events after this seq, the oldest first, at most 1,000 of them.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn after(&self, seq: i64) -> Result<Vec<Recorded>, Error> {
        self.read(|conn| row::events(conn, "WHERE seq > ?1 ORDER BY seq LIMIT ?2", (seq, AT_ONCE)))
    }

    /// The latest moment at which anything was entered, wherever it stands in the log: ahead of the clock when that was
    /// put back.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn latest_entry(&self) -> Result<Option<DateTime<Utc>>, Error> {
        self.read(latest)
    }

    /// Whether this program can still work with the database.
    ///
    /// # Errors
    /// [`Error::Newer`] when a newer program has taken it over, [`Error::Replaced`] when it does not lie in its place any
    /// more, or whatever keeps it from being read.
    pub fn within_reach(&self) -> Result<(), Error> {
        disk::is_still(&self.path, self.file)?;
        migrate::fence(&self.conn, self.training).map_err(|inner| self.at_path(inner))
    }

    /// The seq of the latest event, 0 when there is none.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn last_seq(&self) -> Result<i64, Error> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached("SELECT ifnull(max(seq), 0) FROM event")?;
            Ok(statement.query_row([], |row| row.get(0))?)
        })
    }
}

/// When the latest event was entered.
fn latest(conn: &Connection) -> Result<Option<DateTime<Utc>>, InnerError> {
    let mut statement = conn.prepare_cached("SELECT max(recorded_at) FROM event")?;
    let text: Option<String> = statement.query_row([], |row| row.get(0))?;
    Ok(text.as_deref().and_then(row::moment))
}

pub(super) fn data_version(conn: &Connection) -> Result<i64, InnerError> {
    let mut statement = conn.prepare_cached("PRAGMA data_version")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
