//! The table of occasions, kept true to the log.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use crate::domain::event::{Event, Recorded};
use crate::domain::occasion::{Brief, Count, Happening, Number, Occasion, Phase, Sort};
use crate::store::error::InnerError;
use crate::store::row;

/// Columns for [`brief`], and their table. The last seq comes last.
pub(super) const BRIEF: &str = "SELECT id, sort, title, place, day, year, n, phase, items, decided, promises, men, \
     women, follows, last_seq FROM occasion";

/// The occasion that a stream belongs to; none where it is a village's.
pub(crate) fn of_stream(stream: &str) -> Option<Uuid> {
    let id = Uuid::try_parse(stream).ok()?;
    (id.to_string() == stream).then_some(id)
}

/// Writes what an occasion's events say into its line of the table.
pub(crate) fn project(conn: &Connection, id: Uuid, events: &[Recorded]) -> Result<(), InnerError> {
    let brief = Occasion::fold(events).as_ref().map(Brief::of);
    put(conn, id, brief.as_ref(), last_seq(events))?;
    for number in numbers(events) {
        give(conn, number, id)?;
    }
    Ok(())
}

fn last_seq(events: &[Recorded]) -> i64 {
    events.last().map_or(0, |e| e.seq)
}

/// Every number that the agenda was given, whether it is in force or not.
fn numbers(events: &[Recorded]) -> impl Iterator<Item = Number> {
    events.iter().filter_map(|e| match &e.event {
        Event::Occasion(Happening::AgendaFrozen(e)) => Some(e.number),
        _ => None,
    })
}

fn give(conn: &Connection, number: Number, id: Uuid) -> Result<(), InnerError> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO occasion_number_given (year, n, id) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![number.year, number.n, id.to_string()])?;
    Ok(())
}

/// The number for an agenda of a year: what this occasion had in that year before, else the next one of all.
pub(super) fn number(
    conn: &Connection,
    events: &[Recorded],
    year: i32,
) -> Result<Number, InnerError> {
    if let Some(had) = numbers(events).filter(|n| n.year == year).last() {
        return Ok(had);
    }
    let n = conn
        .prepare_cached("SELECT ifnull(max(n), 0) + 1 FROM occasion_number_given WHERE year = ?1")?
        .query_row([year], |row| row.get(0))?;
    Ok(Number { year, n })
}

fn put(
    conn: &Connection,
    id: Uuid,
    brief: Option<&Brief>,
    last_seq: i64,
) -> Result<(), InnerError> {
    let Some(brief) = brief else {
        conn.prepare_cached("DELETE FROM occasion WHERE id = ?1")?
            .execute([id.to_string()])?;
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT OR REPLACE INTO occasion (id, sort, meeting, title, place, day, year, n, phase, items, decided,
             promises, men, women, follows, last_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?
    .execute(params![
        id.to_string(),
        brief.sort.word(),
        brief.sort.is_meeting(),
        brief.title,
        brief.place,
        row::number(brief.day),
        brief.number.map(|n| n.year),
        brief.number.map(|n| n.n),
        brief.phase as i64,
        brief.items,
        brief.decided,
        brief.promises,
        brief.here.men,
        brief.here.women,
        brief.follows.map(|id| id.to_string()),
        last_seq,
    ])?;
    Ok(())
}

/// Reads a line of the table, with the last seq.
pub(super) fn brief(row: &Row<'_>) -> Result<(Brief, i64), InnerError> {
    let bad = |column: &str| InnerError::Damaged(format!("occasion, {column}"));
    let uuid = |text: String, column: &str| Uuid::try_parse(&text).map_err(|_| bad(column));
    let sort: String = row.get(1)?;
    let day: i32 = row.get(4)?;
    let follows: Option<String> = row.get(13)?;
    let brief = Brief {
        id: uuid(row.get(0)?, "id")?,
        sort: Sort::parse(&sort).ok_or_else(|| bad("sort"))?,
        title: row::words(row, 2)?,
        place: row::words(row, 3)?,
        day: NaiveDate::from_num_days_from_ce_opt(day).ok_or_else(|| bad("day"))?,
        number: match (row.get(5)?, row.get(6)?) {
            (Some(year), Some(n)) => Some(Number { year, n }),
            (None, None) => None,
            _ => return Err(bad("number")),
        },
        phase: Phase::from_number(row.get(7)?).ok_or_else(|| bad("phase"))?,
        items: row.get(8)?,
        decided: row.get(9)?,
        promises: row.get(10)?,
        here: Count {
            men: row.get(11)?,
            women: row.get(12)?,
        },
        follows: follows.map(|id| uuid(id, "follows")).transpose()?,
    };
    Ok((brief, row.get(14)?))
}

/// The line of one occasion, with its last seq.
pub(super) fn one(conn: &Connection, id: Uuid) -> Result<Option<(Brief, i64)>, InnerError> {
    let mut statement = conn.prepare_cached(&format!("{BRIEF} WHERE id = ?1"))?;
    let mut rows = statement.query([id.to_string()])?;
    rows.next()?.map(brief).transpose()
}

/// What an occasion is called, also when its plan was undone.
pub(crate) fn title(conn: &Connection, stream: &str) -> Result<Option<String>, InnerError> {
    let Some(id) = of_stream(stream) else {
        return Ok(None);
    };
    let kept = conn
        .prepare_cached("SELECT title FROM occasion WHERE id = ?1")?
        .query_and_then([id.to_string()], |row| row::words(row, 0))?
        .next()
        .transpose()?;
    if kept.is_some() {
        return Ok(kept);
    }
    let events = row::stream(conn, stream)?;
    let last = events.iter().rev().find_map(|e| match &e.event {
        Event::Occasion(Happening::Planned(e)) => Some(e.plan.title.clone()),
        Event::Occasion(Happening::Amended(e)) => Some(e.plan.title.clone()),
        _ => None,
    });
    Ok(last)
}

/// An occasion whose line is wrong, with the right one.
pub(crate) struct Wrong {
    pub id: Uuid,
    brief: Option<Brief>,
    last_seq: i64,
}

/// The occasions of which the tables do not say what the log says.
pub(crate) fn wrong(conn: &Connection) -> Result<Vec<Wrong>, InnerError> {
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for sql in [
        "SELECT DISTINCT stream FROM event",
        "SELECT id FROM occasion",
        "SELECT DISTINCT id FROM occasion_number_given",
    ] {
        let mut statement = conn.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            ids.insert(row.get(0)?);
        }
    }
    let mut wrong = Vec::new();
    for id in ids.iter().filter_map(|id| of_stream(id)) {
        let events = row::stream(conn, &id.to_string())?;
        let brief = Occasion::fold(&events).as_ref().map(Brief::of);
        let last_seq = last_seq(&events);
        // A line that cannot even be read is wrong too.
        let kept = one(conn, id).ok();
        let right = Some(brief.clone().map(|b| (b, last_seq)));
        let given: BTreeSet<Number> = numbers(&events).collect();
        if kept != right || given_to(conn, id)? != given {
            wrong.push(Wrong {
                id,
                brief,
                last_seq,
            });
        }
    }
    Ok(wrong)
}

fn given_to(conn: &Connection, id: Uuid) -> Result<BTreeSet<Number>, InnerError> {
    let mut statement =
        conn.prepare_cached("SELECT year, n FROM occasion_number_given WHERE id = ?1")?;
    let rows = statement.query_map([id.to_string()], |row| {
        Ok(Number {
            year: row.get(0)?,
            n: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts wrong lines right, and says how many there were.
pub(crate) fn rebuild(conn: &Connection) -> Result<usize, InnerError> {
    let wrong = wrong(conn)?;
    for of in &wrong {
        put(conn, of.id, of.brief.as_ref(), of.last_seq)?;
        conn.execute(
            "DELETE FROM occasion_number_given WHERE id = ?1",
            [of.id.to_string()],
        )?;
        for number in numbers(&row::stream(conn, &of.id.to_string())?) {
            give(conn, number, of.id)?;
        }
    }
    Ok(wrong.len())
}
