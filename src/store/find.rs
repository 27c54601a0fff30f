//! Candidates for a search. What they are worth is judged by [`register::search`](crate::register::search).

use std::collections::BTreeSet;

use rusqlite::{Connection, Params};

use super::error::{Error, InnerError};
use super::region::past;
use super::{Store, row};
use crate::domain::list::Place;
use crate::register::Hit;
use crate::register::search::{self, Wanted};

/// In a register of at most so many villages every name is a candidate, so that the letters of a name in order find it
/// (`lkkn`): two large regencies at under 10 ms a key. In a larger one only what the indexes give is.
const SMALL_REGISTER: u32 = 2_000;

/// Candidates taken from one index at most. The exact names come first in it.
const FROM_ONE_INDEX: u32 = 200;

impl Store {
    /// Villages that fit what was typed, best first: a name, its beginning, the beginning of one of its words, a name
    /// with one typing error, `name, kecamatan`, or the beginning of a code. See [`search::rank`].
    ///
    /// Nothing here walks a large register: a name costs two index ranges and some 35 index look-ups for each letter.
    /// Only in a register of at most 2,000 villages is every name looked at, and only there do letters with gaps
    /// (`lkkn` for Lakekun) find a name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        let Some(wanted) = Wanted::parse(text) else {
            return Ok(Vec::new());
        };
        let places = self.read(|conn| candidates(conn, &wanted))?;
        Ok(search::rank(text, places, limit))
    }
}

fn candidates(conn: &Connection, wanted: &Wanted) -> Result<Vec<Place>, InnerError> {
    match wanted {
        Wanted::Code(code) => places(
            conn,
            "WHERE v.code >= ?1 AND v.code < ?2 ORDER BY v.code LIMIT ?3",
            (code, past(code), FROM_ONE_INDEX),
        ),
        Wanted::Name { .. } if villages(conn)? <= SMALL_REGISTER => {
            places(conn, "ORDER BY v.ord", [])
        }
        Wanted::Name { name, .. } => {
            let mut ords = BTreeSet::new();
            for later in [0, 1] {
                beginning(conn, later, name, &mut ords)?;
            }
            with_letters(conn, &search::near_bags(name), &mut ords)?;
            at(conn, ords)
        }
    }
}

fn villages(conn: &Connection) -> Result<u32, InnerError> {
    let mut statement = conn.prepare_cached("SELECT villages FROM meta")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Names that begin with the key, or have a later word from which on they do.
fn beginning(
    conn: &Connection,
    later: i64,
    key: &str,
    ords: &mut BTreeSet<u32>,
) -> Result<(), InnerError> {
    let mut statement = conn.prepare_cached(
        "SELECT ord FROM name_part WHERE later = ?1 AND part >= ?2 AND part < ?3 ORDER BY part, ord LIMIT ?4",
    )?;
    for ord in statement.query_map((later, key, past(key), FROM_ONE_INDEX), |row| row.get(0))? {
        ords.insert(ord?);
    }
    Ok(())
}

/// Names of which the whole or a word has one of these bags.
fn with_letters(
    conn: &Connection,
    bags: &[String],
    ords: &mut BTreeSet<u32>,
) -> Result<(), InnerError> {
    let mut statement = conn.prepare_cached("SELECT ord FROM name_bag WHERE bag = ?1 LIMIT ?2")?;
    for bag in bags {
        for ord in statement.query_map((bag, FROM_ONE_INDEX), |row| row.get(0))? {
            ords.insert(ord?);
        }
    }
    Ok(())
}

fn at(conn: &Connection, ords: BTreeSet<u32>) -> Result<Vec<Place>, InnerError> {
    let sql = format!(
        "SELECT {} FROM {} WHERE v.ord = ?1",
        row::PLACE,
        row::PLACES
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut found = Vec::with_capacity(ords.len());
    for ord in ords {
        let mut rows = statement.query([ord])?;
        if let Some(place) = rows.next()? {
            found.push(row::place(place)?);
        }
    }
    Ok(found)
}

fn places(conn: &Connection, rest: &str, params: impl Params) -> Result<Vec<Place>, InnerError> {
    let sql = format!("SELECT {} FROM {} {rest}", row::PLACE, row::PLACES);
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_and_then(params, row::place)?;
    rows.collect()
}
