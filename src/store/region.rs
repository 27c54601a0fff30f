//! Regencies and kecamatan, and how many villages stand where in them.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Params};

use super::Store;
use super::cell::{self, Cell};
use super::error::{Error, Stop};
use crate::domain::list::{Filter, Region, Tally};
use crate::domain::text;

/// Regions that a search gives at most.
const FOUND_AT_MOST: u32 = 20;

impl Store {
    /// The totals of a regency or kecamatan, or of all villages. Zeros for a region that is not there.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn tally(&self, region: Option<&str>) -> Result<Tally, Error> {
        self.read(|conn| Ok(cell::tally(&counts(conn, region)?)))
    }

    /// How many villages a list with this filter has.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn count(&self, filter: &Filter) -> Result<u32, Error> {
        self.read(|conn| {
            let counts = counts(conn, filter.region.as_deref())?;
            let shown = counts.iter().filter(|(cell, _)| cell.is_in(filter));
            Ok(shown.map(|(_, n)| n).sum())
        })
    }

    /// All regencies with their totals, in the order of their codes.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn regencies(&self) -> Result<Vec<Region>, Error> {
        self.children("")
    }

    /// The kecamatan of a regency with their totals, in the order of their codes.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn kecamatan(&self, regency: &str) -> Result<Vec<Region>, Error> {
        if regency.is_empty() {
            return Ok(Vec::new());
        }
        self.children(regency)
    }

    fn children(&self, parent: &str) -> Result<Vec<Region>, Error> {
        self.read(|conn| {
            regions(
                conn,
                "SELECT code, name FROM region WHERE parent = ?1 ORDER BY code",
                [parent],
            )
        })
    }

    /// How many regencies and kecamatan there are.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn region_count(&self) -> Result<u32, Error> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached("SELECT regions FROM meta")?;
            Ok(statement.query_row([], |row| row.get(0))?)
        })
    }

    /// The print of the register that the database was made with, as [`Register::digest`] makes it.
    ///
    /// # Errors
    /// If the database cannot be read.
    ///
    /// [`Register::digest`]: crate::register::Register::digest
    pub fn register_digest(&self) -> Result<String, Error> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached("SELECT register FROM meta")?;
            Ok(statement.query_row([], |row| row.get(0))?)
        })
    }

    /// The regions that are meant by a code or a name. An exact code or name gives that alone (two, where a regency and
    /// a kecamatan share it); otherwise all whose name begins so, at most 20. A regency is also found without its first
    /// word: `belu` is `Kabupaten Belu`.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn find_region(&self, text: &str) -> Result<Vec<Region>, Error> {
        let key = text::search_key(text);
        if key.is_empty() {
            return Ok(Vec::new());
        }
        self.read(|conn| {
            let exact = regions(
                conn,
                "SELECT r.code, r.name FROM region_name n JOIN region r ON r.code = n.code
                 WHERE n.key = ?1 ORDER BY r.code LIMIT ?2",
                (&key, FOUND_AT_MOST),
            )?;
            if !exact.is_empty() {
                return Ok(exact);
            }
            // A regency stands there under several names.
            let mut found = regions(
                conn,
                "SELECT r.code, r.name FROM region_name n JOIN region r ON r.code = n.code
                 WHERE n.key > ?1 AND n.key < ?2 ORDER BY n.key, n.code LIMIT ?3",
                (&key, past(&key), 2 * FOUND_AT_MOST),
            )?;
            let mut codes = HashSet::new();
            found.retain(|region| codes.insert(region.code.clone()));
            found.truncate(FOUND_AT_MOST as usize);
            Ok(found)
        })
    }
}

/// The first text after all that begin with `prefix`: no name holds the last character of Unicode.
pub(super) fn past(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

/// Villages by cell, of a region or of all.
pub(super) fn counts(conn: &Connection, region: Option<&str>) -> Result<Vec<(Cell, u32)>, Stop> {
    let mut statement =
        conn.prepare_cached("SELECT cell, n FROM tally WHERE region = ?1 AND n > 0")?;
    let rows = statement.query_and_then([region.unwrap_or_default()], |row| {
        let number: i64 = row.get(0)?;
        let cell = Cell::from_number(number)
            .ok_or_else(|| Stop::Damaged(format!("tally, cell {number}")))?;
        Ok((cell, row.get(1)?))
    })?;
    rows.collect()
}

/// The villages of a region, as places in the register: from the first to before the second.
pub(super) fn range(conn: &Connection, region: &str) -> Result<Option<(u32, u32)>, Stop> {
    let mut statement =
        conn.prepare_cached("SELECT first_ord, end_ord FROM region WHERE code = ?1")?;
    let range = statement.query_row([region], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(range.optional()?)
}

fn regions(conn: &Connection, sql: &str, params: impl Params) -> Result<Vec<Region>, Stop> {
    let mut statement = conn.prepare_cached(sql)?;
    let named: Vec<(String, String)> = statement
        .query_map(params, |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    named
        .into_iter()
        .map(|(code, name)| {
            let tally = cell::tally(&counts(conn, Some(&code))?);
            Ok(Region { code, name, tally })
        })
        .collect()
}
