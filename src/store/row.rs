//! Rows of the tables and what they mean: events, places, summaries.

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, Utc};
use rusqlite::{Connection, Params, Row, params};
use uuid::Uuid;

use super::error::Stop;
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::list::{Place, Summary};
use crate::domain::stage::{Decision, Stage};

/// `summary.since` of a village of which no date is known: sorts last.
const NO_DAY: i64 = i32::MAX as i64;

const EVENT: &str =
    "SELECT seq, id, stream, kind, body, occurred_on, recorded_at, actor, origin, batch FROM event";

/// The events for which `rest` holds (`WHERE …`, `ORDER BY …`), all collected.
pub(super) fn events(
    conn: &Connection,
    rest: &str,
    params: impl Params,
) -> Result<Vec<Recorded>, Stop> {
    let mut statement = conn.prepare_cached(&format!("{EVENT} {rest}"))?;
    let rows = statement.query_and_then(params, event)?;
    rows.collect()
}

/// A stream from its beginning.
pub(super) fn stream(conn: &Connection, stream: &str) -> Result<Vec<Recorded>, Stop> {
    events(conn, "WHERE stream = ?1 ORDER BY seq", [stream])
}

/// A batch in the order in which it was written.
pub(super) fn batch(conn: &Connection, batch: Uuid) -> Result<Vec<Recorded>, Stop> {
    events(conn, "WHERE batch = ?1 ORDER BY seq", [batch.to_string()])
}

fn event(row: &Row<'_>) -> Result<Recorded, Stop> {
    let seq: i64 = row.get(0)?;
    let bad = |column: &str| Stop::Damaged(format!("event {seq}, {column}"));
    let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let uuid = |at: usize, column: &str| Uuid::parse_str(text(at)?).map_err(|_| bad(column));
    Ok(Recorded {
        seq,
        id: uuid(1, "id")?,
        stream: row.get(2)?,
        event: Event::read(text(3)?, text(4)?),
        occurred_on: text(5)?.parse().map_err(|_| bad("occurred_on"))?,
        recorded_at: moment(text(6)?).ok_or_else(|| bad("recorded_at"))?,
        actor: row.get(7)?,
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
pub(super) fn insert(conn: &Connection, event: &Recorded) -> Result<i64, Stop> {
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

pub(super) fn place(row: &Row<'_>) -> Result<Place, Stop> {
    let code: String = row.get(1)?;
    Ok(Place {
        ord: row.get(0)?,
        code: Code::parse(&code).map_err(|e| Stop::Damaged(format!("village {}", e.0)))?,
        name: row.get(2)?,
        kecamatan: row.get(3)?,
        regency: row.get(4)?,
    })
}

/// Columns for [`summary`]. `s` is the summary.
pub(super) const SUMMARY: &str = "s.decision, s.stage, s.product, s.potentials, s.first_potential, s.since, s.latest, s.sells_raw, s.former";

/// Reads a summary whose first column is `at`.
pub(super) fn summary(row: &Row<'_>, at: usize) -> Result<Summary, Stop> {
    let bad = |column: &str| Stop::Damaged(format!("summary, {column}"));
    let stage: i64 = row.get(at + 1)?;
    let since: i64 = row.get(at + 5)?;
    let latest: Option<i64> = row.get(at + 6)?;
    let day = |n: i64, column: &str| day_of(n).ok_or_else(|| bad(column));
    Ok(Summary {
        decision: Decision::from_number(row.get(at)?).ok_or_else(|| bad("decision"))?,
        stage: match stage {
            0 => None,
            n => Some(Stage::from_number(n).ok_or_else(|| bad("stage"))?),
        },
        product: row.get(at + 2)?,
        potentials: row.get(at + 3)?,
        first_potential: row.get(at + 4)?,
        since: match since {
            NO_DAY => None,
            n => Some(day(n, "since")?),
        },
        latest: latest.map(|n| day(n, "latest")).transpose()?,
        sells_raw: row.get(at + 7)?,
        former: row.get(at + 8)?,
        category: None,
        holds_until: [None; 4],
        blocked: None,
        next_due: None,
        warn_from: None,
    })
}

fn day_of(n: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(n).ok()?)
}

/// Writes a village's summary.
pub(super) fn put_summary(
    conn: &Connection,
    ord: u32,
    summary: &Summary,
    last_seq: i64,
) -> Result<(), Stop> {
    let number = |day: NaiveDate| i64::from(day.num_days_from_ce());
    conn.prepare_cached(
        "UPDATE summary SET decision = ?2, stage = ?3, product = ?4, potentials = ?5, first_potential = ?6,
             since = ?7, latest = ?8, sells_raw = ?9, former = ?10, last_seq = ?11 WHERE ord = ?1",
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
    ])?;
    Ok(())
}
