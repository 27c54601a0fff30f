//! Rows of the tables and what they mean: events, places, summaries.

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, Utc};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params, Row, params};
use uuid::Uuid;

use super::error::InnerError;
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::follow::Office;
use crate::domain::gate::Category;
use crate::domain::list::{Place, Summary};
use crate::domain::stage::{Decision, Stage};
use crate::domain::text;

/// No day that comes: as `summary.since` that no date is known, as the last day of something that it has no end.
const NO_DAY: i64 = i32::MAX as i64;

/// Columns for [`event`], and their table.
pub(super) const EVENT: &str =
    "SELECT seq, id, stream, kind, body, occurred_on, recorded_at, actor, origin, batch FROM event";

/// The events for which `rest` holds (`WHERE …`, `ORDER BY …`), all collected.
pub(super) fn events(
    conn: &Connection,
    rest: &str,
    params: impl Params,
) -> Result<Vec<Recorded>, InnerError> {
    let mut statement = conn.prepare_cached(&format!("{EVENT} {rest}"))?;
    let rows = statement.query_and_then(params, event)?;
    rows.collect()
}

/// A stream from its beginning.
pub(super) fn stream(conn: &Connection, stream: &str) -> Result<Vec<Recorded>, InnerError> {
    events(conn, "WHERE stream = ?1 ORDER BY seq", [stream])
}

/// A batch in the order in which it was written.
pub(super) fn batch(conn: &Connection, batch: Uuid) -> Result<Vec<Recorded>, InnerError> {
    events(conn, "WHERE batch = ?1 ORDER BY seq", [batch.to_string()])
}

/// When an event happened.
pub(super) fn occurred_on(row: &Row<'_>) -> Result<NaiveDate, InnerError> {
    let text = row.get_ref(5)?.as_str().map_err(rusqlite::Error::from)?;
    let seq: i64 = row.get(0)?;
    let bad = |_| InnerError::Damaged(format!("event {seq}, occurred_on"));
    text.parse().map_err(bad)
}

/// A text that people read: without what could harm a terminal, whoever wrote it and with whatever bytes. An event or a
/// name that another program spoiled must not hide all others.
pub(super) fn words(row: &Row<'_>, at: usize) -> Result<String, InnerError> {
    let bytes = row.get_ref(at)?.as_bytes().map_err(rusqlite::Error::from)?;
    Ok(text::safe(&String::from_utf8_lossy(bytes)).into_owned())
}

/// The same where there may be none.
fn perhaps_words(row: &Row<'_>, at: usize) -> Result<Option<String>, InnerError> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(None),
        _ => words(row, at).map(Some),
    }
}

/// Kind and body of an event whose first column is that.
pub(super) fn happened(row: &Row<'_>, at: usize) -> Result<Event, InnerError> {
    let text = |at| -> Result<_, InnerError> {
        let bytes = row.get_ref(at)?.as_bytes().map_err(rusqlite::Error::from)?;
        Ok(String::from_utf8_lossy(bytes))
    };
    Ok(Event::read(&text(at)?, &text(at + 1)?))
}

pub(super) fn event(row: &Row<'_>) -> Result<Recorded, InnerError> {
    let seq: i64 = row.get(0)?;
    let bad = |column: &str| InnerError::Damaged(format!("event {seq}, {column}"));
    let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let uuid = |at: usize, column: &str| Uuid::parse_str(text(at)?).map_err(|_| bad(column));
    Ok(Recorded {
        seq,
        id: uuid(1, "id")?,
        stream: row.get(2)?,
        event: happened(row, 3)?,
        occurred_on: occurred_on(row)?,
        recorded_at: moment(text(6)?).ok_or_else(|| bad("recorded_at"))?,
        actor: words(row, 7)?,
        origin: uuid(8, "origin")?,
        batch: uuid(9, "batch")?,
    })
}

pub(super) fn moment(text: &str) -> Option<DateTime<Utc>> {
    Some(DateTime::parse_from_rfc3339(text).ok()?.to_utc())
}

pub(super) fn moment_text(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Nanos, true)
}

/// Appends an event and says at which seq; `event.seq` is not looked at.
pub(super) fn insert(conn: &Connection, event: &Recorded) -> Result<i64, InnerError> {
    let body = event
        .event
        .body()
        .map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
    conn.prepare_cached(
        "INSERT INTO event (id, stream, kind, aspect, body, occurred_on, recorded_at, actor, origin, batch)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        event.id.to_string(),
        event.stream,
        event.event.kind(),
        event.event.aspect().word(),
        body,
        event.occurred_on.to_string(),
        moment_text(event.recorded_at),
        event.actor,
        event.origin.to_string(),
        event.batch.to_string(),
    ])?;
    Ok(conn.last_insert_rowid())
}

/// Columns for [`place`], with the tables they come from. `v` is the village.
pub(super) const PLACE: &str = "v.ord, v.code, v.name, k.name, r.name";
pub(super) const PLACES: &str =
    "village v JOIN region k ON k.code = v.kecamatan JOIN region r ON r.code = v.regency";

pub(super) fn place(row: &Row<'_>) -> Result<Place, InnerError> {
    let code: String = row.get(1)?;
    Ok(Place {
        ord: row.get(0)?,
        code: Code::parse(&code).map_err(|e| InnerError::Damaged(format!("village {}", e.0)))?,
        name: words(row, 2)?,
        kecamatan: words(row, 3)?,
        regency: words(row, 4)?,
    })
}

/// Columns for [`summary`]. `s` is the summary.
pub(super) const SUMMARY: &str = "s.decision, s.stage, s.product, s.potentials, s.first_potential, s.since, s.latest, \
     s.sells_raw, s.former, s.category, s.holds_1, s.holds_2, s.holds_3, s.holds_4, s.blocked_office, s.blocked_since, \
     s.next_due, s.warn_from, s.offices";

/// How many columns [`SUMMARY`] has.
pub(super) const SUMMARY_COLUMNS: usize = 19;

/// Reads a summary whose first column is `at`.
pub(super) fn summary(row: &Row<'_>, at: usize) -> Result<Summary, InnerError> {
    let bad = |column: &str| InnerError::Damaged(format!("summary, {column}"));
    let stage: i64 = row.get(at + 1)?;
    let since: i64 = row.get(at + 5)?;
    let day = |n: i64, column: &str| day_of(n).ok_or_else(|| bad(column));
    let day_at = |at: usize, column: &str| -> Result<Option<NaiveDate>, InnerError> {
        let n: Option<i64> = row.get(at)?;
        n.map(|n| day(n, column)).transpose()
    };
    let category: Option<String> = row.get(at + 9)?;
    let category = category.map(|word| Category::parse(&word).ok_or_else(|| bad("category")));
    let office: Option<String> = row.get(at + 14)?;
    let office = office.map(|word| Office::parse(&word).ok_or_else(|| bad("blocked_office")));
    let offices: Option<String> = row.get(at + 18)?;
    let offices: Option<Vec<Office>> = offices
        .iter()
        .flat_map(|words| words.split_whitespace())
        .map(Office::parse)
        .collect();
    let mut holds_until = [None; 4];
    for (until, at) in holds_until.iter_mut().zip(at + 10..) {
        *until = match row.get(at)? {
            Some(NO_DAY) => Some(NaiveDate::MAX),
            n => n.map(|n| day(n, "holds")).transpose()?,
        };
    }
    Ok(Summary {
        decision: Decision::from_number(row.get(at)?).ok_or_else(|| bad("decision"))?,
        stage: match stage {
            0 => None,
            n => Some(Stage::from_number(n).ok_or_else(|| bad("stage"))?),
        },
        product: perhaps_words(row, at + 2)?,
        potentials: row.get(at + 3)?,
        first_potential: perhaps_words(row, at + 4)?,
        since: match since {
            NO_DAY => None,
            n => Some(day(n, "since")?),
        },
        latest: day_at(at + 6, "latest")?,
        sells_raw: row.get(at + 7)?,
        former: row.get(at + 8)?,
        category: category.transpose()?,
        holds_until,
        blocked: match (office.transpose()?, day_at(at + 15, "blocked_since")?) {
            (Some(office), Some(since)) => Some((office, since)),
            (None, None) => None,
            _ => return Err(bad("blocked")),
        },
        offices: offices.ok_or_else(|| bad("offices"))?,
        next_due: day_at(at + 16, "next_due")?,
        warn_from: day_at(at + 17, "warn_from")?,
    })
}

/// A day as the tables have it: days since the beginning of our era.
pub(super) fn number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

fn day_of(n: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(n).ok()?)
}

fn listed(offices: &[Office]) -> String {
    let words: Vec<&str> = offices.iter().map(|o| o.word()).collect();
    words.join(" ")
}

/// Writes a village's summary.
pub(super) fn put_summary(
    conn: &Connection,
    ord: u32,
    summary: &Summary,
    last_seq: i64,
) -> Result<(), InnerError> {
    let until = |day: NaiveDate| match day {
        NaiveDate::MAX => NO_DAY,
        day => number(day),
    };
    let [holds_1, holds_2, holds_3, holds_4] = summary.holds_until.map(|day| day.map(until));
    conn.prepare_cached(
        "UPDATE summary SET decision = ?2, stage = ?3, product = ?4, potentials = ?5, first_potential = ?6,
             since = ?7, latest = ?8, sells_raw = ?9, former = ?10, last_seq = ?11, category = ?12, holds_1 = ?13,
             holds_2 = ?14, holds_3 = ?15, holds_4 = ?16, blocked_office = ?17, blocked_since = ?18, next_due = ?19,
             warn_from = ?20, offices = ?21
         WHERE ord = ?1",
    )?
    .execute(params![
        ord,
        summary.decision as i64,
        summary.stage.map_or(0, |s| s as i64),
        summary.product,
        summary.potentials,
        summary.first_potential,
        summary.since.map_or(NO_DAY, number),
        summary.latest.map(number),
        summary.sells_raw,
        summary.former,
        last_seq,
        summary.category.map(Category::word),
        holds_1,
        holds_2,
        holds_3,
        holds_4,
        summary.blocked.map(|(office, _)| office.word()),
        summary.blocked.map(|(_, since)| number(since)),
        summary.next_due.map(number),
        summary.warn_from.map(number),
        (!summary.offices.is_empty()).then(|| listed(&summary.offices)),
    ])?;
    Ok(())
}
