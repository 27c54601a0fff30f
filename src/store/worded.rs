//! Filters in the filter language, and the villages that they show.
//!
//! A condition in words may ask for anything, so each village that may fit is read and tested. What may fit is kept
//! small by what indexes tell: the region, where a single one is asked for, and the cells in which the conditions on
//! decision and stage can hold.

use rusqlite::Connection;

use super::cell::Cell;
use super::error::{Error, InnerError};
use super::{Store, page, region, row};
use crate::domain::attention::Reason;
use crate::domain::gate::RuleBook;
use crate::domain::list::{Filter, Key, Region, Row, Sort, Worded};
use crate::domain::query::{Level, Query, RegionName};

/// The column behind those of place and summary.
const SORT: usize = 5 + row::SUMMARY_COLUMNS;

/// A region in a filter that is none, or not one alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoRegion {
    pub asked: RegionName,
    pub level: Level,
    /// The regions that it could be.
    pub candidates: Vec<Region>,
    /// There is one, of the other level.
    pub other_level: bool,
}

impl Store {
    /// Puts the codes of regions in the place of their names; says which name is none or not clear.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn resolve(&self, query: &mut Query) -> Result<Option<NoRegion>, Error> {
        for (level, region) in query.regions() {
            let mut found = self.find_region(&region.name)?;
            let any = !found.is_empty();
            found.retain(|r| r.is_kecamatan() == (level == Level::Kecamatan));
            if let [one] = &found[..] {
                region.name.clone_from(&one.code);
            } else {
                return Ok(Some(NoRegion {
                    asked: region.clone(),
                    level,
                    other_level: any && found.is_empty(),
                    candidates: found,
                }));
            }
        }
        Ok(None)
    }
}

/// The keys of the villages that a filter with words shows, in no order.
pub(super) fn keys(
    conn: &Connection,
    filter: &Filter,
    worded: &Worded,
    sort: Sort,
) -> Result<Vec<Key>, InnerError> {
    let one = worded.query.only_region();
    let narrow = filter.region.as_deref().or(one);
    let range = match narrow {
        Some(code) => match region::range(conn, code)? {
            Some(range) => range,
            None => return Ok(Vec::new()),
        },
        None => (0, u32::MAX),
    };
    let cells: Vec<String> = region::counts(conn, None)?
        .into_iter()
        .map(|(cell, _)| cell)
        .filter(|cell| cell.is_in(filter) && may_hold(*cell, &worded.query))
        .map(|cell| cell.number().to_string())
        .collect();
    let sql = format!(
        "SELECT {}, {}, s.{} FROM {} JOIN summary s ON s.ord = v.ord
         WHERE v.ord >= ?1 AND v.ord < ?2 AND s.cell IN ({})",
        row::PLACE,
        row::SUMMARY,
        page::column(sort),
        row::PLACES,
        cells.join(", ")
    );
    let rules = RuleBook::shipped().on(worded.day);
    let reason = |r: &Row| match filter.reason {
        Some((reason, day)) => {
            Reason::holds(reason, &r.summary, RuleBook::shipped().on(day), day).is_some()
        }
        None => true,
    };
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query(range)?;
    let mut keys = Vec::new();
    while let Some(found) = rows.next()? {
        let place = row::place(found)?;
        let key = Key {
            value: found.get(SORT)?,
            ord: place.ord,
        };
        let line = Row {
            place,
            summary: row::summary(found, 5)?,
            key,
        };
        if reason(&line) && worded.query.matches(&line, rules, worded.day) {
            keys.push(key);
        }
    }
    Ok(keys)
}

/// Whether villages of a cell can be shown at all.
fn may_hold(cell: Cell, query: &Query) -> bool {
    query.may_hold(cell.decision, cell.stage, cell.once_closed)
}
