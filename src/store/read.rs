//! One village in full.

use rusqlite::{Connection, OptionalExtension};

use super::error::{Error, InnerError};
use super::{Card, Store, row};
use crate::domain::code::Code;
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
                village: self.shown(Village::fold(&events)),
                last_seq: events.last().map_or(0, |e| e.seq),
            }))
        })
    }
}

/// The village with this code.
pub(super) fn place(conn: &Connection, code: &Code) -> Result<Option<Place>, InnerError> {
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
pub(super) fn ord(conn: &Connection, code: &Code) -> Result<Option<u32>, InnerError> {
    let mut statement = conn.prepare_cached("SELECT ord FROM village WHERE code = ?1")?;
    let ord = statement.query_row([code.as_str()], |row| row.get(0));
    Ok(ord.optional()?)
}
