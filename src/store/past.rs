//! A past day: the database as it was then, in memory, to be read with the same functions.

use std::cell::RefCell;
use std::ops::Deref;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ffi};

use super::error::{Error, InnerError};
use super::{Store, rebuild, region, row, watch};
use crate::domain::event::Recorded;
use crate::domain::list::Place;
use crate::domain::past::{Late, Moved, of_day};
use crate::domain::redaction;

/// The database on a past day. It answers as [`Store`] does; what writes needs a `&mut Store`, and of this one there is
/// none.
#[derive(Debug)]
pub struct Past(Store);

impl Deref for Past {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.0
    }
}

impl Past {
    /// The same for somebody who only looks: see [`Store::redacted`].
    #[must_use]
    pub fn redacted(self) -> Self {
        Self(self.0.redacted(true))
    }
}

/// What moved in a village, and which entries about the time before came late.
#[derive(Clone, Debug, PartialEq)]
pub struct VillageMoved {
    pub place: Place,
    pub moved: Moved,
    pub late: Late,
}

impl Store {
    /// The database at the end of a day: what had happened by then, under the rules of that day. Without `known` by all
    /// that is on record now; with it by what had been entered up to that moment. What does not count, because it was
    /// undone or came later, is not in its log either.
    ///
    /// It is a copy in memory as large as the database, and stays as it is whatever is written afterwards.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn past(&self, day: NaiveDate, known: Option<DateTime<Utc>>) -> Result<Past, Error> {
        let copy = || -> Result<Store, InnerError> {
            let mut conn = Connection::open_in_memory()?;
            // In one step: nobody's write can come between and make it begin anew.
            match Backup::new(&self.conn, &mut conn)?.step(-1)? {
                StepResult::Done => {}
                _ => return Err(busy()),
            }
            conn.set_prepared_statement_cache_capacity(64);
            forget(&conn, day, known)?;
            Ok(Store {
                seen_version: watch::data_version(&conn)?,
                conn,
                path: self.path.clone(),
                file: self.file,
                origin: self.origin,
                training: self.training,
                owner: self.owner,
                redacted: self.redacted,
                folded: RefCell::default(),
            })
        };
        copy().map(Past).map_err(|inner| self.at_path(inner))
    }

    /// What moved between the ends of two days, by village in the register's order, of all or of one region; villages
    /// with late entries about the time before `known`, which is the end of the first day, are told too.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn moved_between(
        &self,
        region: Option<&str>,
        since: NaiveDate,
        known: DateTime<Utc>,
        until: NaiveDate,
    ) -> Result<Vec<VillageMoved>, Error> {
        self.read(|conn| {
            let mut all = Vec::new();
            for place in with_events(conn, region)? {
                let events = row::stream(conn, place.code.as_str())?;
                let events = if self.redacted {
                    events.into_iter().map(redacted).collect()
                } else {
                    events
                };
                let moved = Moved::between(&events, since, until);
                let late = Late::of(&events, since, known);
                if !moved.is_nothing() || late != Late::default() {
                    all.push(VillageMoved { place, moved, late });
                }
            }
            Ok(all)
        })
    }
}

/// An event without its free texts, of which nothing here is worked out. One that is nothing but such a text stays: who
/// tells of it redacts it.
fn redacted(mut recorded: Recorded) -> Recorded {
    if let Some(event) = redaction::event(&recorded.event) {
        recorded.event = event;
    }
    recorded
}

fn busy() -> InnerError {
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None).into()
}

/// Takes out of a copy what does not count, and works the summaries out anew from the rest.
fn forget(
    conn: &Connection,
    day: NaiveDate,
    known: Option<DateTime<Utc>>,
) -> Result<(), InnerError> {
    // The log of the copy may lose what the log itself must keep; nothing reads the copy after a failure. A copy of a copy
    // has lost its guard already.
    conn.execute_batch("PRAGMA journal_mode = OFF; DROP TRIGGER IF EXISTS event_is_kept; BEGIN")?;
    let mut delete = conn.prepare("DELETE FROM event WHERE seq = ?1")?;
    let streams: Vec<String> = conn
        .prepare("SELECT DISTINCT stream FROM event")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for stream in streams {
        let events = row::stream(conn, &stream)?;
        let counts = of_day(&events, day, known);
        let mut counts = counts.iter().map(|e| e.seq).peekable();
        for event in &events {
            if counts.next_if_eq(&event.seq).is_none() {
                delete.execute([event.seq])?;
            }
        }
    }
    drop(delete);
    rebuild::rebuild(conn, day)?;
    conn.execute_batch("COMMIT; PRAGMA query_only = ON")?;
    Ok(())
}

/// The villages of which the log says anything, in the order of the register.
fn with_events(conn: &Connection, wanted: Option<&str>) -> Result<Vec<Place>, InnerError> {
    let (first, end) = match wanted {
        None => (0, u32::MAX),
        Some(code) => match region::range(conn, code)? {
            Some(range) => range,
            None => return Ok(Vec::new()),
        },
    };
    let sql = format!(
        "SELECT {} FROM {} WHERE v.ord >= ?1 AND v.ord < ?2
             AND EXISTS (SELECT 1 FROM event WHERE stream = v.code) ORDER BY v.ord",
        row::PLACE,
        row::PLACES
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_and_then((first, end), row::place)?;
    rows.collect()
}
