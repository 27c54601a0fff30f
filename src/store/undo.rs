//! Taking back and bringing back.
//!
//! An undo is a batch like any other: it appends `Reverted` to each stream that its target touched. An undo of an undo
//! is a redo, an undo of that is an undo again, and so on: whether a batch takes back or brings back follows from how
//! many steps lie between it and the act.

use std::collections::{BTreeSet, HashSet};

use rusqlite::Connection;
use uuid::Uuid;

use super::error::{Error, InnerError};
use super::{Batch, Stamp, Store, Written, append, occasion, people, project, read, row};
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded, Reverted};
use crate::domain::gate::RuleBook;
use crate::domain::list::Place;
use crate::domain::people::{People, STREAM};

/// So many digits of a batch's number must be given to name it. A number begins with the time, so that those of one
/// minute share their first eight.
const LEAST_DIGITS: usize = 8;
/// Of so many events of a batch the villages are named: more is not told before an undo.
const NAMED: usize = 10;

impl Store {
    /// Takes back a batch in every village that it touched; undoing an undo brings back.
    ///
    /// The undo counts from the earliest day that it takes back in a village, so that a view of a past day does not
    /// show the mistake either.
    ///
    /// # Errors
    /// [`Error::UnknownBatch`], [`Error::AlreadyUndone`] when the target is not in force any more, [`Error::Refused`] when
    /// it belongs to final minutes, and whatever keeps the file from being written.
    pub fn undo(&mut self, stamp: &Stamp, batch: Uuid) -> Result<Written, Error> {
        let (origin, owner) = (self.origin, self.owner);
        self.write(|conn| append::once(conn, stamp, || undo(conn, stamp, (origin, owner), batch)))
    }

    /// What this person can take back: the latest batch of theirs that is an act and in force. With `redo`, what they
    /// can bring back: their latest undo in force, unless they have done something new since. What belongs to final
    /// minutes is passed over: it would be refused for ever.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn last_act(&self, actor: &str, redo: bool) -> Result<Option<Batch>, Error> {
        self.read(|conn| {
            let mut before = i64::MAX;
            while let Some((last, id)) = batch_before(conn, actor, before)? {
                before = last;
                let events = row::batch(conn, id)?;
                let (steps, bottom) = down_to_act(conn, &events)?;
                let offered = match (redo, steps) {
                    (true, 0) => return Ok(None),
                    (true, n) => n % 2 == 1,
                    (false, n) => n == 0,
                };
                if offered && is_in_force(conn, &events)? {
                    match occasion::undo_is_open(conn, bottom.as_deref().unwrap_or(&events)) {
                        Err(InnerError::Public(Error::Refused(_))) => {}
                        open => {
                            open?;
                            return describe(conn, events);
                        }
                    }
                }
            }
            Ok(None)
        })
    }

    /// A batch by its number.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn batch(&self, id: Uuid) -> Result<Option<Batch>, Error> {
        self.read(|conn| describe(conn, row::batch(conn, id)?))
    }

    /// A batch by the beginning of its number, with or without hyphens.
    ///
    /// # Errors
    /// [`Error::ShortBatch`] with fewer than eight digits, [`Error::UnknownBatch`], [`Error::AmbiguousBatch`].
    pub fn batch_by_prefix(&self, typed: &str) -> Result<Batch, Error> {
        let digits = typed.trim().replace('-', "").to_lowercase();
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) || digits.len() > 32 {
            return Err(Error::UnknownBatch);
        }
        if digits.len() < LEAST_DIGITS {
            return Err(Error::ShortBatch {
                least: LEAST_DIGITS,
            });
        }
        let end = |fill: char| {
            hyphenated(&format!(
                "{digits}{}",
                fill.to_string().repeat(32 - digits.len())
            ))
        };
        self.read(|conn| {
            let ids: Vec<String> = conn
                .prepare_cached(
                    "SELECT DISTINCT batch FROM event WHERE batch BETWEEN ?1 AND ?2 LIMIT 2",
                )?
                .query_map([end('0'), end('f')], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            let id = match ids.as_slice() {
                [] => return Err(Error::UnknownBatch.into()),
                [id] => {
                    Uuid::parse_str(id).map_err(|_| InnerError::Damaged(format!("batch {id}")))?
                }
                _ => return Err(Error::AmbiguousBatch.into()),
            };
            describe(conn, row::batch(conn, id)?)?.ok_or_else(|| Error::UnknownBatch.into())
        })
    }
}

/// 32 digits in the groups in which the log writes them.
fn hyphenated(digits: &str) -> String {
    let groups = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| &digits[range]);
    groups.join("-")
}

fn undo(
    conn: &Connection,
    stamp: &Stamp,
    (origin, owner): (Uuid, bool),
    target: Uuid,
) -> Result<Vec<Recorded>, InnerError> {
    let events = row::batch(conn, target)?;
    if events.is_empty() {
        return Err(Error::UnknownBatch.into());
    }
    let bottom = down_to_act(conn, &events)?.1;
    occasion::undo_is_open(conn, bottom.as_deref().unwrap_or(&events))?;
    let names: BTreeSet<&str> = events.iter().map(|e| e.stream.as_str()).collect();
    let rules = RuleBook::shipped().on(stamp.today);
    let mut written = Vec::new();
    for name in names {
        let mut stream = row::stream(conn, name)?;
        if taken_back(&stream).contains(&target) {
            continue;
        }
        let days = stream.iter().filter(|e| e.batch == target);
        let Some(on) = days.map(|e| e.occurred_on).min() else {
            continue;
        };
        let event = Event::Reverted(Reverted { batch: target });
        let id = append::fresh_id(stamp);
        let before = (name == STREAM).then(|| People::fold(&stream));
        // Whoever may change the list without being on it may take that back too.
        let unlisted = |people: &People| owner && people.person(&stamp.actor).is_none();
        let recorded = if before.as_ref().is_some_and(unlisted) {
            append::put(conn, stamp, origin, name, event, on, id)
        } else {
            append::append(conn, stamp, origin, name, event, on, id)
        }?;
        stream.push(recorded.clone());
        written.push(recorded);
        if let Ok(village) = Code::parse(name) {
            project::project(conn, &village, &stream, rules)?;
        } else if let Some(id) = occasion::kept::of_stream(name) {
            occasion::kept::project(conn, id, &stream)?;
        } else if let Some(before) = before {
            people::keys_are_single(&before, &People::fold(&stream))?;
            people::project(conn, &stream)?;
        }
    }
    if written.is_empty() {
        return Err(Error::AlreadyUndone.into());
    }
    Ok(written)
}

/// The batches that do not count any more in a stream: the last word counts, so it is read from its end.
fn taken_back(stream: &[Recorded]) -> HashSet<Uuid> {
    let mut out = HashSet::new();
    for event in stream.iter().rev() {
        if let Event::Reverted(e) = &event.event
            && !out.contains(&event.batch)
        {
            out.insert(e.batch);
        }
    }
    out
}

/// An undo always takes back a batch in all its streams at once, so one of them tells.
fn is_in_force(conn: &Connection, events: &[Recorded]) -> Result<bool, InnerError> {
    let Some(first) = events.first() else {
        return Ok(false);
    };
    Ok(!taken_back(&row::stream(conn, &first.stream)?).contains(&first.batch))
}

/// The actor's latest batch before a seq, with the seq of its first event (a batch stands in the log in one piece).
fn batch_before(
    conn: &Connection,
    actor: &str,
    before: i64,
) -> Result<Option<(i64, Uuid)>, InnerError> {
    let last = row::events(
        conn,
        "WHERE actor = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1",
        (actor, before),
    )?;
    let Some(last) = last.into_iter().next() else {
        return Ok(None);
    };
    let first: i64 = conn
        .prepare_cached("SELECT min(seq) FROM event WHERE batch = ?1")?
        .query_row([last.batch.to_string()], |row| row.get(0))?;
    Ok(Some((first, last.batch)))
}

/// The batch that an undo takes back.
fn target(events: &[Recorded]) -> Option<Uuid> {
    match &events.first()?.event {
        Event::Reverted(e) => Some(e.batch),
        _ => None,
    }
}

/// How many undos lie between a batch and the act at the bottom: 0 an act, 1 an undo, 2 a redo, and so on; with that act
/// where it is another batch.
fn down_to_act(
    conn: &Connection,
    events: &[Recorded],
) -> Result<(usize, Option<Vec<Recorded>>), InnerError> {
    let mut steps = 0;
    let mut below: Option<Vec<Recorded>> = None;
    loop {
        let above = below.as_deref().unwrap_or(events);
        let Some(id) = target(above) else {
            return Ok((steps, below));
        };
        let taken = row::batch(conn, id)?;
        // What is taken back was there before; anything else is a damaged log, in which this could go on for ever.
        if taken.first().map(|e| e.seq) >= above.first().map(|e| e.seq) {
            return Ok((steps, below));
        }
        below = Some(taken);
        steps += 1;
    }
}

fn describe(conn: &Connection, events: Vec<Recorded>) -> Result<Option<Batch>, InnerError> {
    let Some(first) = events.first() else {
        return Ok(None);
    };
    let (id, actor, recorded_at) = (first.batch, first.actor.clone(), first.recorded_at);
    let in_force = is_in_force(conn, &events)?;
    let (steps, act) = down_to_act(conn, &events)?;
    let events = act.unwrap_or(events);
    Ok(Some(Batch {
        id,
        actor,
        recorded_at,
        places: places(conn, &events)?,
        titles: titles(conn, &events)?,
        events,
        is_undo: steps % 2 == 1,
        in_force,
    }))
}

fn places(conn: &Connection, events: &[Recorded]) -> Result<Vec<Place>, InnerError> {
    let mut places: Vec<Place> = Vec::new();
    for event in events.iter().take(NAMED) {
        let known = places.iter().any(|p| p.code.as_str() == event.stream);
        if let (false, Ok(code)) = (known, Code::parse(&event.stream)) {
            places.extend(read::place(conn, &code)?);
        }
    }
    Ok(places)
}

fn titles(conn: &Connection, events: &[Recorded]) -> Result<Vec<(String, String)>, InnerError> {
    let mut titles: Vec<(String, String)> = Vec::new();
    for event in events.iter().take(NAMED) {
        if !titles.iter().any(|(stream, _)| *stream == event.stream)
            && let Some(title) = occasion::kept::title(conn, &event.stream)?
        {
            titles.push((event.stream.clone(), title));
        }
    }
    Ok(titles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_log_writes_them() {
        let id = Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        assert_eq!(hyphenated(&id.simple().to_string()), id.to_string());
    }
}
