//! One village in full, and the log.

use rusqlite::{Connection, OptionalExtension};

use super::error::{Error, Stop};
use super::{Card, LogQuery, Store, row};
use crate::domain::code::Code;
use crate::domain::event::Recorded;
use crate::domain::list::Place;
use crate::domain::village::Village;

impl Store {
    /// The village with this code, if the register has it.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn place(&self, code: &Code) -> Result<Option<Place>, Error> {
        self.read(|conn| place(conn, code))
    }

    /// A village with everything that is known of it; nothing when the register does not have it.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn card(&self, code: &Code) -> Result<Option<Card>, Error> {
        self.read(|conn| {
            let Some(place) = place(conn, code)? else {
                return Ok(None);
            };
            let events = row::stream(conn, code.as_str())?;
            Ok(Some(Card {
                place,
                village: Village::fold(&events),
                last_seq: events.last().map_or(0, |e| e.seq),
            }))
        })
    }

    /// The latest events that the query asks for, the newest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn log(&self, query: &LogQuery) -> Result<Vec<Recorded>, Error> {
        let before = query.before.unwrap_or(i64::MAX);
        let limit = query.limit;
        self.read(|conn| match (&query.village, &query.actor) {
            (None, None) => row::events(
                conn,
                "WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2",
                (before, limit),
            ),
            (None, Some(actor)) => row::events(
                conn,
                "WHERE actor = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3",
                (actor, before, limit),
            ),
            (Some(village), None) => row::events(
                conn,
                "WHERE stream = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3",
                (village.as_str(), before, limit),
            ),
            // One village's stream is short; the sign keeps SQLite from walking all that the actor ever did.
            (Some(village), Some(actor)) => row::events(
                conn,
                "WHERE stream = ?1 AND +actor = ?2 AND seq < ?3 ORDER BY seq DESC LIMIT ?4",
                (village.as_str(), actor, before, limit),
            ),
        })
    }
}

/// The village with this code.
pub(super) fn place(conn: &Connection, code: &Code) -> Result<Option<Place>, Stop> {
    let sql = format!(
        "SELECT {} FROM {} WHERE v.code = ?1",
        row::PLACE,
        row::PLACES
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([code.as_str()])?;
    rows.next()?.map(row::place).transpose()
}

/// A village's place in the register.
pub(super) fn ord(conn: &Connection, code: &Code) -> Result<Option<u32>, Stop> {
    let mut statement = conn.prepare_cached("SELECT ord FROM village WHERE code = ?1")?;
    let ord = statement.query_row([code.as_str()], |row| row.get(0));
    Ok(ord.optional()?)
}
