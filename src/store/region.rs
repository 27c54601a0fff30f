//! Regencies and kecamatan, and how many villages stand where in them.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Params};

use super::cell::{self, Cell};
use super::error::{Error, InnerError};

use super::wanted::{self, Share};
use super::{Store, page, row, worded};
use crate::domain::attention::Reason;
use crate::domain::gate::RuleBook;
use crate::domain::list::{Filter, Region, Sort, Tally};
use crate::domain::stage::Stage;
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
    /// Where the totals do not tell, because a reason's day is looked at, the villages that it holds for are counted in
    /// the reason's index, some 4 steps each; with a region, the region's villages are looked at.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn count(&self, filter: &Filter) -> Result<u32, Error> {
        self.read(|conn| count(conn, filter))
    }

    /// For how many villages of a region, or of all, each reason of [`Reason::ALL`] holds on a day.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn reason_counts(
        &self,
        region: Option<&str>,
        day: NaiveDate,
    ) -> Result<[u32; Reason::ALL.len()], Error> {
        let mut filter = Filter {
            region: region.map(str::to_owned),
            ..Filter::default()
        };
        self.read(|conn| {
            let mut all = [0; Reason::ALL.len()];
            for (n, reason) in all.iter_mut().zip(Reason::ALL) {
                filter.reason = Some((reason, day));
                *n = count(conn, &filter)?;
            }
            Ok(all)
        })
    }

    /// How many villages of a region, or of all, have stood for too long on a day without a product, and in each stage:
    /// what the heads of the board say. A village of which no day is known has not begun to wait.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn stuck(&self, region: Option<&str>, day: NaiveDate) -> Result<[u32; 5], Error> {
        self.read(|conn| {
            let mut all = [waiting(conn, region, day)?; 5];
            for (n, stage) in all[1..].iter_mut().zip(Stage::ALL) {
                let filter = Filter {
                    region: region.map(str::to_owned),
                    stage: Some(stage),
                    reason: Some((Reason::Stuck, day)),
                    ..Filter::default()
                };
                *n = count(conn, &filter)?;
            }
            Ok(all)
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

fn count(conn: &Connection, filter: &Filter) -> Result<u32, InnerError> {
    if let Some(worded) = &filter.query {
        let keys = worded::keys(conn, filter, worded, Sort::Register)?;
        return Ok(u32::try_from(keys.len()).unwrap_or(u32::MAX));
    }
    let column = wanted::column(filter);
    if let (Some(code), Some(_)) = (filter.region.as_deref(), column) {
        let keys = page::in_region(conn, code, filter, Sort::Register)?;
        return Ok(u32::try_from(keys.len()).unwrap_or(u32::MAX));
    }
    let mut sum = 0;
    for (cell, n) in counts(conn, filter.region.as_deref())? {
        sum += match (Share::of(filter, cell), column) {
            (Share::Nobody, _) => 0,
            (Share::Below(bound), Some(column)) => below(conn, cell, column, bound)?,
            _ => n,
        };
    }
    Ok(sum)
}

/// How many villages without a product have waited for more days than the rules of the day allow.
fn waiting(conn: &Connection, region: Option<&str>, day: NaiveDate) -> Result<u32, InnerError> {
    let limit = RuleBook::shipped().on(day).limits.tanpa_produk;
    let before = row::number(day).saturating_sub(limit);
    let within = match region {
        Some(code) => range(conn, code)?.unwrap_or_default(),
        None => (0, u32::MAX),
    };
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM summary WHERE cell = ?1 AND since < ?2 AND ord >= ?3 AND ord < ?4",
    )?;
    let mut sum = 0;
    for (cell, _) in counts(conn, region)? {
        if cell.decision.is_without_product() {
            let params = (cell.number(), before, within.0, within.1);
            sum += statement.query_row(params, |row| row.get::<_, u32>(0))?;
        }
    }
    Ok(sum)
}

/// How many villages of a cell have less than the bound in a reason's column.
fn below(conn: &Connection, cell: Cell, column: &str, bound: i64) -> Result<u32, InnerError> {
    let sql = format!("SELECT count(*) FROM summary WHERE cell = ?1 AND {column} < ?2");
    let mut statement = conn.prepare_cached(&sql)?;
    Ok(statement.query_row((cell.number(), bound), |row| row.get(0))?)
}

/// Villages by cell, of a region or of all.
pub(super) fn counts(
    conn: &Connection,
    region: Option<&str>,
) -> Result<Vec<(Cell, u32)>, InnerError> {
    let mut statement =
        conn.prepare_cached("SELECT cell, n FROM tally WHERE region = ?1 AND n > 0")?;
    let rows = statement.query_and_then([region.unwrap_or_default()], |row| {
        let number: i64 = row.get(0)?;
        let cell = Cell::from_number(number)
            .ok_or_else(|| InnerError::Damaged(format!("tally, cell {number}")))?;
        Ok((cell, row.get(1)?))
    })?;
    rows.collect()
}

/// The villages of a region, as places in the register: from the first to before the second.
pub(super) fn range(conn: &Connection, region: &str) -> Result<Option<(u32, u32)>, InnerError> {
    let mut statement =
        conn.prepare_cached("SELECT first_ord, end_ord FROM region WHERE code = ?1")?;
    let range = statement.query_row([region], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(range.optional()?)
}

fn regions(conn: &Connection, sql: &str, params: impl Params) -> Result<Vec<Region>, InnerError> {
    let mut statement = conn.prepare_cached(sql)?;
    let named: Vec<(String, String)> = statement
        .query_and_then(params, |row| Ok((row.get(0)?, row::words(row, 1)?)))?
        .collect::<Result<_, InnerError>>()?;
    named
        .into_iter()
        .map(|(code, name)| {
            let tally = cell::tally(&counts(conn, Some(&code))?);
            Ok(Region { code, name, tally })
        })
        .collect()
}
