//! Reading occasions: lists, one in full, and what a meeting is shown of a village.

use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::kept::{self, BRIEF};
use super::{OccasionSnapshot, series};
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::domain::occasion::{Brief, Number, Occasion, Phase, Present};
use crate::domain::redaction;
use crate::domain::text::search_key;
use crate::domain::village::Village;
use crate::store::error::{Error, InnerError};
use crate::store::{Card, Store, read, region, row};

/// So many folded occasions are kept at hand: the meeting, the event desk, and what was looked at before.
const AT_HAND: usize = 4;
/// So many of the latest occasions are searched by their title.
const SEARCHED: u32 = 500;

/// Which occasions a list shows, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OccasionQuery {
    /// Only meetings, or only events.
    pub meetings: Option<bool>,
    /// Only those that are so far.
    pub phase: Option<Phase>,
    /// Only those after this one in the list: its day and id.
    pub after: Option<(NaiveDate, Uuid)>,
    pub limit: u32,
}

/// A village as a meeting is shown it: [`Slide::of`] makes the slide of it.
///
/// [`Slide::of`]: crate::domain::occasion::Slide::of
#[derive(Clone, Debug, PartialEq)]
pub struct SlideCard {
    pub item: u32,
    pub card: Card,
    /// The day of the meeting before, from which on news are told.
    pub since: Option<NaiveDate>,
    /// Who of the village is there.
    pub here: Vec<Present>,
}

impl Store {
    /// The occasions that the query asks for, the newest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn occasions(&self, query: &OccasionQuery) -> Result<Vec<Brief>, Error> {
        self.read(|conn| list(conn, query))
    }

    /// An occasion with everything that is known of it; nothing when there is none, or its plan was undone.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn occasion(&self, id: Uuid) -> Result<Option<OccasionSnapshot>, Error> {
        self.read(|conn| self.snapshot(conn, id))
    }

    /// What the occasion of a stream is called, also when its plan was undone; none where it is a village's.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn title(&self, stream: &str) -> Result<Option<String>, Error> {
        self.read(|conn| kept::title(conn, stream))
    }

    /// Folded once for each state of the log: whoever treats an item looks at the same occasion again and again.
    fn snapshot(
        &self,
        conn: &Connection,
        id: Uuid,
    ) -> Result<Option<OccasionSnapshot>, InnerError> {
        let Some((_, last_seq)) = kept::one(conn, id)? else {
            return Ok(None);
        };
        let mut folded = self.folded.borrow_mut();
        if let Some(snapshot) = folded
            .iter()
            .find(|h| h.occasion.id == id && h.last_seq == last_seq)
        {
            return Ok(Some(snapshot.clone()));
        }
        let Some(mut occasion) = Occasion::fold(&row::stream(conn, &id.to_string())?) else {
            return Ok(None);
        };
        if self.redacted {
            redaction::occasion(&mut occasion);
        }
        let snapshot = OccasionSnapshot {
            occasion: Arc::new(occasion),
            last_seq,
        };
        folded.retain(|h| h.occasion.id != id);
        folded.insert(0, snapshot.clone());
        folded.truncate(AT_HAND);
        Ok(Some(snapshot))
    }

    /// The meetings (or events) that a text means: a number (`3/2026`), the beginning of an id (at least 8 digits), or
    /// words of the title. Those that do not take place are found too.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn find_occasions(&self, meetings: bool, text: &str) -> Result<Vec<Brief>, Error> {
        let all = OccasionQuery {
            meetings: Some(meetings),
            limit: SEARCHED,
            ..OccasionQuery::default()
        };
        self.read(|conn| {
            if let Some((year, n)) = parts_of_number(text) {
                return numbered(conn, Number { year, n }, meetings);
            }
            let mut found = list(conn, &all)?;
            let digits = text.trim().replace('-', "").to_lowercase();
            if digits.len() >= 8 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                found.retain(|b| b.id.simple().to_string().starts_with(&digits));
                return Ok(found);
            }
            let key = search_key(text);
            found.retain(|b| !key.is_empty() && search_key(&b.title).contains(&key));
            if let Some(exact) = found.iter().position(|b| search_key(&b.title) == key)
                && found.iter().filter(|b| search_key(&b.title) == key).count() == 1
            {
                return Ok(vec![found.swap_remove(exact)]);
            }
            Ok(found)
        })
    }

    /// The villages that are expected at an occasion, in the order of the register: those of its scope, else those of its
    /// agenda, else all.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn expected(&self, occasion: &Occasion) -> Result<Vec<Place>, Error> {
        self.read(|conn| {
            let mut all: Vec<Place> = Vec::new();
            for code in &occasion.plan.scope {
                if let Some(range) = region::range(conn, code)? {
                    all.extend(places(conn, range)?);
                } else if let Ok(code) = Code::parse(code) {
                    all.extend(read::place(conn, &code)?);
                }
            }
            if occasion.plan.scope.is_empty() {
                for code in occasion.villages() {
                    all.extend(read::place(conn, code)?);
                }
                if all.is_empty() {
                    all = places(conn, (0, u32::MAX))?;
                }
            }
            all.sort_by_key(|p| p.ord);
            all.dedup_by_key(|p| p.ord);
            Ok(all)
        })
    }

    /// What a meeting is shown of the village of an item; nothing for a topic, or where there is no such item.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn slide(&self, occasion: &Occasion, item: u32) -> Result<Option<SlideCard>, Error> {
        let Some(code) = occasion.item(item).and_then(|i| i.topic.village.as_ref()) else {
            return Ok(None);
        };
        self.read(|conn| {
            let Some(place) = read::place(conn, code)? else {
                return Ok(None);
            };
            let events = row::stream(conn, code.as_str())?;
            let last = series::before(conn, occasion)?.into_iter().next();
            Ok(Some(SlideCard {
                item,
                card: Card {
                    place,
                    village: self.shown(Village::fold(&events)),
                    last_seq: events.last().map_or(0, |e| e.seq),
                },
                since: last.map(|b| b.day),
                here: occasion.from_village(code).cloned().collect(),
            }))
        })
    }

    /// Who of a village is at the occasions that are in session, or were held on this day: occasions at which nobody of
    /// it is are told too, with an empty list.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn here(
        &self,
        village: &Code,
        day: NaiveDate,
    ) -> Result<Vec<(Brief, Vec<Present>)>, Error> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(&format!(
                "{BRIEF} WHERE meeting IN (0, 1) AND (phase = ?1 OR day = ?2 AND phase <> ?3)
                 ORDER BY day DESC, id DESC LIMIT 20"
            ))?;
            let rows = statement.query_and_then(
                (
                    Phase::Open as i64,
                    row::number(day),
                    Phase::Cancelled as i64,
                ),
                |row| Ok(kept::brief(row)?.0),
            )?;
            let briefs: Vec<Brief> = rows.collect::<Result<_, InnerError>>()?;
            let mut all = Vec::new();
            for brief in briefs {
                if let Some(snapshot) = self.snapshot(conn, brief.id)? {
                    let here = snapshot.occasion.from_village(village).cloned().collect();
                    all.push((brief, here));
                }
            }
            Ok(all)
        })
    }
}

fn list(conn: &Connection, query: &OccasionQuery) -> Result<Vec<Brief>, InnerError> {
    let (day, id) = match query.after {
        Some((day, id)) => (row::number(day), id.to_string()),
        None => (i64::MAX, String::new()),
    };
    // Meetings and events stand apart in the index; the list of both is merged from it.
    let mut all = Vec::new();
    for meetings in [true, false] {
        if query.meetings.is_some_and(|only| only != meetings) {
            continue;
        }
        let mut statement = conn.prepare_cached(&format!(
            "{BRIEF} WHERE meeting = ?1 AND (day, id) < (?2, ?3) AND (?4 IS NULL OR phase = ?4)
             ORDER BY day DESC, id DESC LIMIT ?5"
        ))?;
        let phase = query.phase.map(|p| p as i64);
        let rows = statement.query_and_then((meetings, day, &id, phase, query.limit), |row| {
            Ok(kept::brief(row)?.0)
        })?;
        let found: Vec<Brief> = rows.collect::<Result<_, InnerError>>()?;
        all.extend(found);
    }
    all.sort_by_key(|brief| std::cmp::Reverse((brief.day, brief.id)));
    all.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
    Ok(all)
}

/// `3/2026` as its parts.
fn parts_of_number(text: &str) -> Option<(i32, u32)> {
    let (n, year) = text.trim().split_once('/')?;
    Some((year.trim().parse().ok()?, n.trim().parse().ok()?))
}

/// The occasions with a number: one, but for merged copies.
fn numbered(conn: &Connection, number: Number, meetings: bool) -> Result<Vec<Brief>, InnerError> {
    let mut statement =
        conn.prepare_cached(&format!("{BRIEF} WHERE year = ?1 AND n = ?2 ORDER BY id"))?;
    let rows = statement.query_and_then((number.year, number.n), |row| Ok(kept::brief(row)?.0))?;
    let mut found: Vec<Brief> = rows.collect::<Result<_, InnerError>>()?;
    found.retain(|b| b.sort.is_meeting() == meetings);
    Ok(found)
}

/// The villages in a range of the register.
fn places(conn: &Connection, (first, end): (u32, u32)) -> Result<Vec<Place>, InnerError> {
    let sql = format!(
        "SELECT {} FROM {} WHERE v.ord >= ?1 AND v.ord < ?2 ORDER BY v.ord",
        row::PLACE,
        row::PLACES
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_and_then((first, end), row::place)?;
    rows.collect()
}
