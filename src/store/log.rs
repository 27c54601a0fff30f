//! The log, read backwards in pages.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Params, Row};
use uuid::Uuid;

use super::error::{Error, InnerError};
use super::{Store, called, occasion, read, row};
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::list::Place;

/// So many events are looked at for one page at most, whatever the kinds and days that are asked for.
const LOOKED_AT: u32 = 5_000;

/// Which part of the log to read. The default asks for nothing: `limit` is the number of events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogQuery {
    pub village: Option<Code>,
    /// Only what happened at this occasion; `village` is not looked at then.
    pub occasion: Option<Uuid>,
    pub actor: Option<String>,
    /// The name of a kind (`stage.declared`), or its beginning up to and with a dot (`stage.`).
    pub kind: Option<String>,
    /// Only what happened on this day or later.
    pub from: Option<NaiveDate>,
    /// Only what happened on this day or earlier.
    pub to: Option<NaiveDate>,
    /// Only events before this seq.
    pub before: Option<i64>,
    pub limit: u32,
}

/// A piece of the log, the newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogPage {
    pub events: Vec<Recorded>,
    /// The villages of the events, by stream.
    pub places: BTreeMap<String, Place>,
    /// What the occasions of the events are called, by stream.
    pub titles: BTreeMap<String, String>,
    /// What the undos among the events took back, by their seq.
    pub undone: BTreeMap<i64, Undone>,
    /// Where reading stopped: there may be more, which the same query with this as `before` gives. None at the log's
    /// beginning. A page may be short, even empty, and not be the last: one page looks at 5,000 events at most.
    pub stopped_before: Option<i64>,
}

/// What an undo took back in its stream, or what a redo brought back.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// The first event of the act; the words of the others are in the log too.
    pub event: Event,
    /// How many events of the act come after it.
    pub more: usize,
    /// It holds again: this was the undo of an undo.
    pub back: bool,
}

impl LogPage {
    /// The name of the village of a stream, with its kecamatan, or the title of an occasion; the stream itself where
    /// neither is known.
    #[must_use]
    pub fn name_of(&self, stream: &str) -> String {
        if let Some(title) = self.titles.get(stream) {
            return title.clone();
        }
        called(self.places.get(stream), stream)
    }
}

impl LogQuery {
    fn fits_kind(&self, kind: &str) -> bool {
        self.kind
            .as_deref()
            .is_none_or(|k| k == kind || (k.ends_with('.') && kind.starts_with(k)))
    }

    fn fits_day(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl Store {
    /// The latest events that the query asks for, the newest first.
    ///
    /// A village's or an occasion's events and a person's are read through an index. Kinds and days are looked for from the newest event
    /// downwards, at most 5,000 for one page.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn log(&self, query: &LogQuery) -> Result<LogPage, Error> {
        let before = query.before.unwrap_or(i64::MAX);
        self.read(|conn| {
            let village = query.village.as_ref().map(ToString::to_string);
            let stream = query.occasion.map(|id| id.to_string()).or(village);
            let mut page = match (&stream, &query.actor) {
                (None, None) => page(conn, query, "seq < ?1", [before]),
                (None, Some(actor)) => {
                    page(conn, query, "actor = ?1 AND seq < ?2", (actor, before))
                }
                (Some(stream), None) => {
                    page(conn, query, "stream = ?1 AND seq < ?2", (stream, before))
                }
                // One stream is short; the sign keeps SQLite from walking all that the actor ever did.
                (Some(stream), Some(actor)) => page(
                    conn,
                    query,
                    "stream = ?1 AND +actor = ?2 AND seq < ?3",
                    (stream, actor, before),
                ),
            }?;
            page.places = places(conn, &page.events)?;
            page.titles = titles(conn, &page.events)?;
            page.undone = undone(conn, &page.events)?;
            Ok(page)
        })
    }

    /// What the undos among these events took back, by their seq.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn undone(&self, events: &[Recorded]) -> Result<BTreeMap<i64, Undone>, Error> {
        self.read(|conn| undone(conn, events))
    }
}

fn page(
    conn: &Connection,
    query: &LogQuery,
    wanted: &str,
    params: impl Params,
) -> Result<LogPage, InnerError> {
    let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
    let sql = format!("{} WHERE {wanted} ORDER BY seq DESC", row::EVENT);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut page = LogPage::default();
    let mut looked_at = 0;
    let mut last = None;
    while let Some(found) = rows.next()? {
        if page.events.len() >= limit || looked_at >= LOOKED_AT {
            page.stopped_before = last.or(query.before).or(Some(i64::MAX));
            break;
        }
        looked_at += 1;
        last = Some(found.get(0)?);
        if query.fits_kind(&kind(found)?) && query.fits_day(row::occurred_on(found)?) {
            page.events.push(row::event(found)?);
        }
    }
    Ok(page)
}

fn kind<'a>(row: &'a Row<'_>) -> Result<Cow<'a, str>, InnerError> {
    let bytes = row.get_ref(3)?.as_bytes().map_err(rusqlite::Error::from)?;
    Ok(String::from_utf8_lossy(bytes))
}

fn places(conn: &Connection, events: &[Recorded]) -> Result<BTreeMap<String, Place>, InnerError> {
    let mut places = BTreeMap::new();
    for event in events {
        if !places.contains_key(&event.stream)
            && let Ok(code) = Code::parse(&event.stream)
            && let Some(place) = read::place(conn, &code)?
        {
            places.insert(event.stream.clone(), place);
        }
    }
    Ok(places)
}

fn undone(conn: &Connection, events: &[Recorded]) -> Result<BTreeMap<i64, Undone>, InnerError> {
    let mut undone = BTreeMap::new();
    for undo in events {
        let mut back = true;
        let mut at = undo.event.clone();
        while let Event::Reverted(e) = at {
            back = !back;
            // A stream is short, a batch may hold a whole country; the sign keeps SQLite from walking that.
            let mut acts = row::events(
                conn,
                "WHERE stream = ?1 AND +batch = ?2 ORDER BY seq",
                (&undo.stream, e.batch.to_string()),
            )?
            .into_iter();
            let Some(first) = acts.next() else { break };
            at = first.event;
            if !matches!(at, Event::Reverted(_)) {
                let (event, more) = (at.clone(), acts.len());
                undone.insert(undo.seq, Undone { event, more, back });
            }
        }
    }
    Ok(undone)
}

fn titles(conn: &Connection, events: &[Recorded]) -> Result<BTreeMap<String, String>, InnerError> {
    let mut titles = BTreeMap::new();
    for event in events {
        if !titles.contains_key(&event.stream)
            && let Some(title) = occasion::kept::title(conn, &event.stream)?
        {
            titles.insert(event.stream.clone(), title);
        }
    }
    Ok(titles)
}
