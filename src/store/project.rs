//! Keeping the summary and the totals true to the log.

use rusqlite::{Connection, params};

use super::cell::Cell;
use super::error::InnerError;
use super::{read, row};
use crate::domain::code::Code;
use crate::domain::event::Recorded;
use crate::domain::gate::Rules;
use crate::domain::list::Summary;
use crate::domain::village::Village;

/// Writes what a village's events say under the rules into its summary, and moves it in the totals.
///
/// Does nothing for a village that the register does not have.
pub(super) fn project(
    conn: &Connection,
    village: &Code,
    events: &[Recorded],
    rules: &Rules,
) -> Result<(), InnerError> {
    let Some(ord) = read::ord(conn, village)? else {
        return Ok(());
    };
    let summary = Summary::of(&Village::fold(events), rules);
    let before = cell_of(conn, ord)?;
    row::put_summary(conn, ord, &summary, events.last().map_or(0, |e| e.seq))?;
    let after = Cell::of(&summary);
    if before != after {
        for region in ["", village.regency(), village.kecamatan()] {
            count(conn, region, before, -1)?;
            count(conn, region, after, 1)?;
        }
    }
    Ok(())
}

fn cell_of(conn: &Connection, ord: u32) -> Result<Cell, InnerError> {
    let number: i64 = conn
        .prepare_cached("SELECT cell FROM summary WHERE ord = ?1")?
        .query_row([ord], |row| row.get(0))?;
    Cell::from_number(number).ok_or_else(|| InnerError::Damaged(format!("summary, cell {number}")))
}

fn count(conn: &Connection, region: &str, cell: Cell, by: i64) -> Result<(), InnerError> {
    conn.prepare_cached(
        "INSERT INTO tally (region, cell, n) VALUES (?1, ?2, ?3)
         ON CONFLICT (region, cell) DO UPDATE SET n = n + excluded.n",
    )?
    .execute(params![region, cell.number(), by])?;
    Ok(())
}

/// Counts all villages anew from the summary.
pub(super) fn count_all(conn: &Connection) -> Result<(), InnerError> {
    conn.execute_batch(
        "DELETE FROM tally;
         INSERT INTO tally (region, cell, n) SELECT '', cell, count(*) FROM summary GROUP BY cell;
         INSERT INTO tally (region, cell, n)
             SELECT v.regency, s.cell, count(*) FROM summary s JOIN village v USING (ord) GROUP BY 1, 2;
         INSERT INTO tally (region, cell, n)
             SELECT v.kecamatan, s.cell, count(*) FROM summary s JOIN village v USING (ord) GROUP BY 1, 2;",
    )?;
    Ok(())
}
