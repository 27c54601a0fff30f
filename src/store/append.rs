//! Acts go into the log: checked, in one transaction, once.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::{NoContext, Timestamp, Uuid};

use super::error::{Error, InnerError};
use super::{ActRequest, Stamp, Store, Written, occasion, permit, project, read, rebuild, row};
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::gate::RuleBook;
use crate::domain::people::Permission;
use crate::domain::village::Village;

impl Store {
    /// Appends what a person did, all of it or nothing. Later requests see what earlier ones did.
    ///
    /// A batch that the log holds already is not written again, so whoever is not sure whether an act arrived sends it
    /// once more.
    ///
    /// # Errors
    /// [`Error::Refused`] when a rule forbids one of the requests, [`Error::Conflict`] when somebody moved the same aspect
    /// of a village after the writer looked, [`Error::UnknownVillage`], and whatever keeps the file from being written.
    pub fn act(&mut self, stamp: &Stamp, requests: &[ActRequest]) -> Result<Written, Error> {
        let origin = self.origin;
        self.write(|conn| {
            once(conn, stamp, || {
                act(conn, stamp, origin, requests, |_| fresh_id(stamp))
            })
        })
    }
}

/// Does the work unless the log holds the batch already. The other villages follow the rules of the stamp's day too.
pub(super) fn once(
    conn: &Connection,
    stamp: &Stamp,
    work: impl FnOnce() -> Result<Vec<Recorded>, InnerError>,
) -> Result<Written, InnerError> {
    let there = row::batch(conn, stamp.batch)?;
    let already = !there.is_empty();
    Ok(Written {
        batch: stamp.batch,
        events: if already {
            there
        } else {
            rebuild::keep_up(conn, stamp.today)?;
            work()?
        },
        already,
    })
}

/// Checks and appends requests, and brings the summaries of their villages up to date. `id` names the event of the n-th.
pub(super) fn act(
    conn: &Connection,
    stamp: &Stamp,
    origin: Uuid,
    requests: &[ActRequest],
    id: impl Fn(usize) -> Uuid,
) -> Result<Vec<Recorded>, InnerError> {
    let mut streams: HashMap<&Code, Vec<Recorded>> = HashMap::new();
    let mut written = Vec::with_capacity(requests.len());
    for (n, request) in requests.iter().enumerate() {
        let village = &request.village;
        let stream = match streams.entry(village) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                if read::ord(conn, village)?.is_none() {
                    return Err(Error::UnknownVillage(village.to_string()).into());
                }
                // Known before anything else is said of the act: there is no use in mending it.
                permit::may(conn, &stamp.actor, &Permission::Village(village.clone()))?;
                entry.insert(row::stream(conn, village.as_str())?)
            }
        };
        no_conflict(request, stream, stamp.batch)?;
        occasion::not_final(conn, &request.act)?;
        let state = Village::fold(stream);
        let event = request
            .act
            .check(&state, village.kind(), request.on, stamp.today)?;
        let recorded = append(
            conn,
            stamp,
            origin,
            village.as_str(),
            event,
            request.on,
            id(n),
        )?;
        stream.push(recorded.clone());
        written.push(recorded);
    }
    let rules = RuleBook::shipped().on(stamp.today);
    for (village, stream) in &streams {
        project::project(conn, village, stream, rules)?;
    }
    Ok(written)
}

/// Refuses a request on something that another batch changed after the writer looked.
fn no_conflict(request: &ActRequest, stream: &[Recorded], own: Uuid) -> Result<(), InnerError> {
    let Some(seen) = request.seen else {
        return Ok(());
    };
    // Looked at before the act is checked: where the ground has moved, the conflict is the news, not a refusal that
    // follows from it.
    let aspect = request.act.aspect();
    let theirs = stream
        .iter()
        .rev()
        .take_while(|e| e.seq > seen)
        .find(|e| e.batch != own && e.event.aspect().touches(aspect));
    match theirs {
        None => Ok(()),
        Some(theirs) => Err(Error::Conflict(Box::new(theirs.clone())).into()),
    }
}

/// A new id that carries the moment of the stamp, as UUIDv7 does.
pub(super) fn fresh_id(stamp: &Stamp) -> Uuid {
    Uuid::new_v7(timestamp(stamp))
}

/// Writes one event, if it is for this person to do.
pub(super) fn append(
    conn: &Connection,
    stamp: &Stamp,
    origin: Uuid,
    stream: &str,
    event: Event,
    occurred_on: NaiveDate,
    id: Uuid,
) -> Result<Recorded, InnerError> {
    permit::judge(conn, &stamp.actor, stream, &event)?;
    put(conn, stamp, origin, stream, event, occurred_on, id)
}

/// Writes one event that was judged already: for the list of people alone, whose owner stands on no list.
pub(super) fn put(
    conn: &Connection,
    stamp: &Stamp,
    origin: Uuid,
    stream: &str,
    event: Event,
    occurred_on: NaiveDate,
    id: Uuid,
) -> Result<Recorded, InnerError> {
    let mut recorded = Recorded {
        seq: 0,
        id,
        stream: stream.to_owned(),
        event,
        occurred_on,
        recorded_at: stamp.now,
        actor: stamp.actor.clone(),
        origin,
        batch: stamp.batch,
    };
    recorded.seq = row::insert(conn, &recorded)?;
    Ok(recorded)
}

fn timestamp(stamp: &Stamp) -> Timestamp {
    let seconds = u64::try_from(stamp.now.timestamp()).unwrap_or(0);
    Timestamp::from_unix(NoContext, seconds, stamp.now.timestamp_subsec_nanos())
}
