//! Pages of lists: from any place on, in any order, by any filter, at a cost that does not grow with the register.
//!
//! Every place to read from is a *cut* between two lines. Without a region, the lines after (or before) the cut are read
//! from each cell of the filter through the index for that order and merged: at most 40 cells, and in practice few of
//! them hold villages. With a region, its villages (about 850 in the largest regency) are gathered and sorted.
//!
//! A reason for attention has no index for each order. In a cell where it holds for at most 500 villages they are
//! gathered through the reason's own index and sorted. Where it holds for more, the cell is read in the order asked for
//! and each village is tested: as they are many, a page is full soon. In a made-up register of 40,000 villages this
//! takes 2,000 to 60,000 steps of SQLite's machine. Only where those that it holds for all stand at the far end of the
//! order is a cell walked through, at 8 steps a village.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::Store;
use super::cell::Cell;
use super::error::{Error, InnerError};
use super::region;
use super::row;
use super::wanted::{self, Share};
use super::worded;
use crate::domain::list::{Filter, From, Key, Page, Row, Sort};

/// Where a reason holds for so many villages of a cell or fewer, their keys are gathered; with more, the cell is read
/// in order. In a cell of some 10,000 villages both then take about as long: 12 steps for each key gathered, 8 for each
/// village tested.
const FEW: u32 = 500;

impl Store {
    /// A piece of at most `n` lines of a list.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn page(&self, filter: &Filter, sort: Sort, from: From, n: u32) -> Result<Page, Error> {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        self.read(|conn| page(conn, filter, sort, from, n))
    }
}

fn page(
    conn: &Connection,
    filter: &Filter,
    sort: Sort,
    from: From,
    n: usize,
) -> Result<Page, InnerError> {
    let (cut, part) = cut(conn, sort, from)?;
    let list = List::of(conn, filter, sort)?;
    // One line more than is shown tells whether the list goes on.
    let (most_before, most_after) = match part {
        Part::After => (0, n),
        Part::Before => (n, 0),
        Part::Both => (n, n),
    };
    let mut before = list.keys(conn, Side::Before, cut, most_before + 1)?;
    let mut after = list.keys(conn, Side::After, cut, most_after + 1)?;
    let half = after.len().min(most_after).min(n - n / 2);
    let shown_before = before.len().min(most_before).min(match part {
        Part::Both => n - half,
        Part::After | Part::Before => n,
    });
    let shown_after = after.len().min(most_after).min(n - shown_before);
    let (at_start, at_end) = (before.len() == shown_before, after.len() == shown_after);
    before.truncate(shown_before);
    after.truncate(shown_after);
    Ok(Page {
        rows: lines(conn, before.into_iter().rev().chain(after))?,
        at_start,
        at_end,
    })
}

/// On which side of the cut the lines of the page lie.
#[derive(Clone, Copy)]
enum Part {
    Before,
    After,
    Both,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Lines whose key is lower than the cut, nearest first.
    Before,
    /// Lines whose key is the cut or higher, nearest first.
    After,
}

const FIRST: Key = Key {
    value: i64::MIN,
    ord: 0,
};
const LAST: Key = Key {
    value: i64::MAX,
    ord: u32::MAX,
};

/// The cut as the key of the first line that may stand after it.
fn cut(conn: &Connection, sort: Sort, from: From) -> Result<(Key, Part), InnerError> {
    Ok(match from {
        From::Start => (FIRST, Part::After),
        From::End => (LAST, Part::Before),
        From::Before(key) => (key, Part::Before),
        From::After(key) => {
            let ord = key.ord.saturating_add(1);
            (Key { ord, ..key }, Part::After)
        }
        From::Around(ord) => match key_of(conn, sort, ord)? {
            Some(key) => (key, Part::Both),
            None => (FIRST, Part::After),
        },
    })
}

/// The column that holds the sort value.
pub(super) fn column(sort: Sort) -> &'static str {
    match sort {
        Sort::Register => "ord",
        Sort::Name => "name_rank",
        Sort::Age => "since",
        Sort::Attention => "attention",
    }
}

fn key_of(conn: &Connection, sort: Sort, ord: u32) -> Result<Option<Key>, InnerError> {
    let sql = format!("SELECT {} FROM summary WHERE ord = ?1", column(sort));
    let mut statement = conn.prepare_cached(&sql)?;
    let value: Option<i64> = statement.query_row([ord], |row| row.get(0)).optional()?;
    Ok(value.map(|value| Key { value, ord }))
}

/// What must be known of a list before it is read: where its lines come from.
struct List<'a> {
    filter: &'a Filter,
    sort: Sort,
    /// Keys that have been collected, in order: the villages of one region, or the few in a cell that a reason holds for.
    gathered: Vec<Key>,
    /// Cells that are read through the index of the order, with the bound below which the reason's number must lie.
    cells: Vec<(Cell, Option<i64>)>,
}

impl<'a> List<'a> {
    fn of(conn: &Connection, filter: &'a Filter, sort: Sort) -> Result<Self, InnerError> {
        let mut list = Self {
            filter,
            sort,
            gathered: Vec::new(),
            cells: Vec::new(),
        };
        if let Some(worded) = &filter.query {
            list.gathered = worded::keys(conn, filter, worded, sort)?;
        } else if let Some(code) = filter.region.as_deref() {
            list.gathered = in_region(conn, code, filter, sort)?;
        } else {
            for (cell, _) in region::counts(conn, None)? {
                list.add(conn, cell)?;
            }
        }
        list.gathered.sort_unstable();
        Ok(list)
    }

    fn add(&mut self, conn: &Connection, cell: Cell) -> Result<(), InnerError> {
        let bound = match Share::of(self.filter, cell) {
            Share::Nobody => return Ok(()),
            Share::Everybody => None,
            Share::Below(bound) => Some(bound),
        };
        if let (Some(reason), Some(bound)) = (wanted::column(self.filter), bound)
            && reason != column(self.sort)
            && let Some(few) = few(conn, cell, reason, bound, self.sort)?
        {
            self.gathered.extend(few);
        } else {
            self.cells.push((cell, bound));
        }
        Ok(())
    }

    /// At most `most` keys on one side of the cut, the nearest first.
    fn keys(
        &self,
        conn: &Connection,
        side: Side,
        cut: Key,
        most: usize,
    ) -> Result<Vec<Key>, InnerError> {
        let at = self.gathered.partition_point(|key| *key < cut);
        let mut keys: Vec<Key> = match side {
            Side::Before => self.gathered[..at]
                .iter()
                .rev()
                .take(most)
                .copied()
                .collect(),
            Side::After => self.gathered[at..].iter().take(most).copied().collect(),
        };
        for (cell, bound) in &self.cells {
            self.read_cell(conn, (*cell, *bound), (side, cut), most, &mut keys)?;
        }
        keys.sort_unstable();
        if side == Side::Before {
            keys.reverse();
        }
        keys.truncate(most);
        Ok(keys)
    }

    /// Adds the nearest keys of one cell on one side of the cut, at most `most`: first those that share the cut's
    /// value, then those beyond it. (Compared as a pair, SQLite would use the index for the value alone and walk
    /// through all that share it.)
    fn read_cell(
        &self,
        conn: &Connection,
        (cell, bound): (Cell, Option<i64>),
        (side, cut): (Side, Key),
        most: usize,
        keys: &mut Vec<Key>,
    ) -> Result<(), InnerError> {
        let value = column(self.sort);
        let (beside, beyond, way) = match side {
            Side::Before => ("<", "<", "DESC"),
            Side::After => (">=", ">", "ASC"),
        };
        // The sign keeps SQLite with the index of the order. Where that is the reason's too, it bounds the range.
        let test = match (wanted::column(self.filter), bound) {
            (Some(reason), Some(_)) if reason == value => format!("AND {reason} < ?5"),
            (Some(reason), Some(_)) => format!("AND +{reason} < ?5"),
            _ => String::new(),
        };
        let start = keys.len();
        for wanted in [
            format!("{value} = ?2 AND ord {beside} ?3"),
            format!("{value} {beyond} ?2 AND ?3 >= 0"),
        ] {
            let sql = format!(
                "SELECT {value}, ord FROM summary WHERE cell = ?1 AND {wanted} {test}
                 ORDER BY {value} {way}, ord {way} LIMIT ?4"
            );
            let left = i64::try_from(most + start - keys.len()).unwrap_or(i64::MAX);
            let params = [cell.number(), cut.value, cut.ord.into(), left];
            let mut statement = conn.prepare_cached(&sql)?;
            for found in
                statement.query_map(params_from_iter(params.into_iter().chain(bound)), key)?
            {
                keys.push(found?);
            }
        }
        Ok(())
    }
}

/// The keys of a region's villages that the filter shows, in no order.
pub(super) fn in_region(
    conn: &Connection,
    code: &str,
    filter: &Filter,
    sort: Sort,
) -> Result<Vec<Key>, InnerError> {
    let Some(range) = region::range(conn, code)? else {
        return Ok(Vec::new());
    };
    let mut shares = HashMap::new();
    for (cell, _) in region::counts(conn, Some(code))? {
        shares.insert(cell.number(), Share::of(filter, cell));
    }
    let sql = format!(
        "SELECT {}, ord, cell, {} FROM summary WHERE ord >= ?1 AND ord < ?2",
        column(sort),
        wanted::column(filter).unwrap_or("NULL"),
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(range)?;
    let mut keys = Vec::new();
    while let Some(found) = rows.next()? {
        let cell: i64 = found.get(2)?;
        let number = found.get(3)?;
        if shares.get(&cell).is_some_and(|share| share.shows(number)) {
            keys.push(key(found)?);
        }
    }
    Ok(keys)
}

/// The keys of a cell's villages that a reason holds for, in no order; none when they are more than a [`FEW`].
fn few(
    conn: &Connection,
    cell: Cell,
    reason: &str,
    bound: i64,
    sort: Sort,
) -> Result<Option<Vec<Key>>, InnerError> {
    let sql = format!(
        "SELECT {}, ord FROM summary WHERE cell = ?1 AND {reason} < ?2 LIMIT ?3",
        column(sort)
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map((cell.number(), bound, FEW + 1), key)?;
    let keys: Vec<Key> = found.collect::<Result<_, _>>()?;
    Ok((keys.len() <= FEW as usize).then_some(keys))
}

fn key(row: &rusqlite::Row<'_>) -> rusqlite::Result<Key> {
    Ok(Key {
        value: row.get(0)?,
        ord: row.get(1)?,
    })
}

fn lines(conn: &Connection, keys: impl Iterator<Item = Key>) -> Result<Vec<Row>, InnerError> {
    let sql = format!(
        "SELECT {}, {} FROM {} JOIN summary s ON s.ord = v.ord WHERE v.ord = ?1",
        row::PLACE,
        row::SUMMARY,
        row::PLACES
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut lines = Vec::new();
    for key in keys {
        let mut rows = statement.query([key.ord])?;
        let found = rows
            .next()?
            .ok_or_else(|| InnerError::Damaged(format!("village {} has no region", key.ord)))?;
        lines.push(Row {
            place: row::place(found)?,
            summary: row::summary(found, 5)?,
            key,
        });
    }
    Ok(lines)
}
