//! Pages of lists: from any place on, in any order, by any filter, at a cost that does not grow with the register.
//!
//! Every place to read from is a *cut* between two lines. Without a region, the lines after (or before) the cut are read
//! from each cell of the filter through the index for that order and merged: at most 40 cells, and in practice few of
//! them hold villages. With a region, its villages (about 850 in the largest regency) are gathered and sorted.

use rusqlite::{Connection, OptionalExtension};

use super::Store;
use super::cell::Cell;
use super::error::{Error, Stop};
use super::region;
use super::row;
use crate::domain::list::{Filter, From, Key, Page, Row, Sort};

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
) -> Result<Page, Stop> {
    let (cut, share) = cut(conn, sort, from)?;
    let list = List::of(conn, filter, sort)?;
    // One line more than is shown tells whether the list goes on.
    let (most_before, most_after) = match share {
        Share::After => (0, n),
        Share::Before => (n, 0),
        Share::Both => (n, n),
    };
    let mut before = list.keys(conn, Side::Before, cut, most_before + 1)?;
    let mut after = list.keys(conn, Side::After, cut, most_after + 1)?;
    let half = after.len().min(most_after).min(n - n / 2);
    let shown_before = before.len().min(most_before).min(match share {
        Share::Both => n - half,
        Share::After | Share::Before => n,
    });
    let shown_after = after.len().min(most_after).min(n - shown_before);
    let (at_start, at_end) = (before.len() == shown_before, after.len() == shown_after);
    before.truncate(shown_before);
    after.truncate(shown_after);
    let keys = before.into_iter().rev().chain(after);
    Ok(Page {
        rows: keys.map(|key| line(conn, key)).collect::<Result<_, _>>()?,
        at_start,
        at_end,
    })
}

/// On which side of the cut the lines of the page lie.
#[derive(Clone, Copy)]
enum Share {
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
fn cut(conn: &Connection, sort: Sort, from: From) -> Result<(Key, Share), Stop> {
    Ok(match from {
        From::Start => (FIRST, Share::After),
        From::End => (LAST, Share::Before),
        From::Before(key) => (key, Share::Before),
        From::After(key) => {
            let ord = key.ord.saturating_add(1);
            (Key { ord, ..key }, Share::After)
        }
        From::Around(ord) => match key_of(conn, sort, ord)? {
            Some(key) => (key, Share::Both),
            None => (FIRST, Share::After),
        },
    })
}

/// The column that holds the sort value.
fn column(sort: Sort) -> &'static str {
    match sort {
        Sort::Register => "ord",
        Sort::Name => "name_rank",
        Sort::Age => "since",
        Sort::Attention => "attention",
    }
}

fn key_of(conn: &Connection, sort: Sort, ord: u32) -> Result<Option<Key>, Stop> {
    let sql = format!("SELECT {} FROM summary WHERE ord = ?1", column(sort));
    let mut statement = conn.prepare_cached(&sql)?;
    let value: Option<i64> = statement.query_row([ord], |row| row.get(0)).optional()?;
    Ok(value.map(|value| Key { value, ord }))
}

/// The lines of a list, as far as they must be known before it is read.
enum List {
    /// All of them, in order: the villages of one region.
    Gathered(Vec<Key>),
    /// By cell, each read through its index.
    Indexed { cells: Vec<Cell>, sort: Sort },
}

impl List {
    fn of(conn: &Connection, filter: &Filter, sort: Sort) -> Result<Self, Stop> {
        let cells = region::counts(conn, filter.region.as_deref())?
            .into_iter()
            .map(|(cell, _)| cell)
            .filter(|cell| cell.is_in(filter));
        match filter.region.as_deref() {
            None => Ok(Self::Indexed {
                cells: cells.collect(),
                sort,
            }),
            Some(code) => Ok(Self::Gathered(match region::range(conn, code)? {
                Some(range) => gather(conn, range, cells, sort)?,
                None => Vec::new(),
            })),
        }
    }

    /// At most `most` keys on one side of the cut, the nearest first.
    fn keys(&self, conn: &Connection, side: Side, cut: Key, most: usize) -> Result<Vec<Key>, Stop> {
        match self {
            Self::Gathered(keys) => {
                let at = keys.partition_point(|key| *key < cut);
                Ok(match side {
                    Side::Before => keys[..at].iter().rev().take(most).copied().collect(),
                    Side::After => keys[at..].iter().take(most).copied().collect(),
                })
            }
            Self::Indexed { cells, sort } => {
                let mut keys = Vec::new();
                for cell in cells {
                    read_cell(conn, *cell, *sort, side, cut, most, &mut keys)?;
                }
                keys.sort_unstable();
                if side == Side::Before {
                    keys.reverse();
                }
                keys.truncate(most);
                Ok(keys)
            }
        }
    }
}

fn gather(
    conn: &Connection,
    (first, end): (u32, u32),
    cells: impl Iterator<Item = Cell>,
    sort: Sort,
) -> Result<Vec<Key>, Stop> {
    let wanted = cells.fold(0_i64, |set, cell| set | 1 << cell.number());
    let sql = format!(
        "SELECT {}, ord FROM summary WHERE ord >= ?1 AND ord < ?2 AND (?3 >> cell) & 1",
        column(sort)
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut keys: Vec<Key> = statement
        .query_map((first, end, wanted), key)?
        .collect::<Result<_, _>>()?;
    keys.sort_unstable();
    Ok(keys)
}

/// Adds the nearest keys of one cell on one side of the cut, at most `most`: first those that share the cut's value,
/// then those beyond it. (Compared as a pair, SQLite would use the index for the value alone and walk through all that
/// share it.)
fn read_cell(
    conn: &Connection,
    cell: Cell,
    sort: Sort,
    side: Side,
    cut: Key,
    most: usize,
    keys: &mut Vec<Key>,
) -> Result<(), Stop> {
    let value = column(sort);
    let (beside, beyond, way) = match side {
        Side::Before => ("<", "<", "DESC"),
        Side::After => (">=", ">", "ASC"),
    };
    let order = format!("ORDER BY {value} {way}, ord {way} LIMIT ?4");
    let start = keys.len();
    for wanted in [
        format!("{value} = ?2 AND ord {beside} ?3"),
        format!("{value} {beyond} ?2 AND ?3 >= 0"),
    ] {
        let sql = format!("SELECT {value}, ord FROM summary WHERE cell = ?1 AND {wanted} {order}");
        let left = i64::try_from(most + start - keys.len()).unwrap_or(i64::MAX);
        let mut statement = conn.prepare_cached(&sql)?;
        for found in statement.query_map((cell.number(), cut.value, cut.ord, left), key)? {
            keys.push(found?);
        }
    }
    Ok(())
}

fn key(row: &rusqlite::Row<'_>) -> rusqlite::Result<Key> {
    Ok(Key {
        value: row.get(0)?,
        ord: row.get(1)?,
    })
}

fn line(conn: &Connection, key: Key) -> Result<Row, Stop> {
    let sql = format!(
        "SELECT {}, {} FROM {} JOIN summary s ON s.ord = v.ord WHERE v.ord = ?1",
        row::PLACE,
        row::SUMMARY,
        row::PLACES
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([key.ord])?;
    let found = rows
        .next()?
        .ok_or_else(|| Stop::Damaged(format!("village {} has no region", key.ord)))?;
    Ok(Row {
        place: row::place(found)?,
        summary: row::summary(found, 5)?,
        key,
    })
}
