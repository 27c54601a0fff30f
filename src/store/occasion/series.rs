//! Meetings that follow each other, and what they were promised.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::kept::{self, BRIEF};
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::follow::{Action, Follow};
use crate::domain::occasion::{Brief, Chain, Occasion, Phase, Promises, Sort, chains};
use crate::domain::village::Village;
use crate::store::error::{Error, Stop};
use crate::store::{Store, row};

/// What a meeting is shown of the meetings before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// The last one of them.
    pub last: Option<Brief>,
    pub promises: Promises,
}

impl Store {
    /// The latest meeting of a sort up to a day, other than one itself: what a new meeting goes on with.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn last_of_sort(
        &self,
        sort: Sort,
        day: NaiveDate,
        except: Option<Uuid>,
    ) -> Result<Option<Brief>, Error> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(&format!(
                "{BRIEF} WHERE meeting = ?1 AND day <= ?2 AND sort = ?3 AND phase <> ?4 ORDER BY day DESC, id DESC LIMIT 2"
            ))?;
            let rows = statement.query_and_then(
                (
                    sort.is_meeting(),
                    row::number(day),
                    sort.word(),
                    Phase::Cancelled as i64,
                ),
                |row| Ok(kept::brief(row)?.0),
            )?;
            let found: Vec<Brief> = rows.collect::<Result<_, Stop>>()?;
            Ok(found.into_iter().find(|b| Some(b.id) != except))
        })
    }

    /// The meeting before this one in its series, those that did not take place left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn previous(&self, occasion: &Occasion) -> Result<Option<Brief>, Error> {
        self.read(|conn| Ok(before(conn, occasion)?.into_iter().next()))
    }

    /// What became of the promises of the meetings before this one, as they stood at the end of a day.
    ///
    /// Reads the earlier meetings of the series and the villages to which they made promises.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn promises_before(&self, occasion: &Occasion, day: NaiveDate) -> Result<Before, Error> {
        self.read(|conn| {
            let earlier = before(conn, occasion)?;
            let all = all_chains(conn, &earlier, occasion, day)?;
            let ids: HashSet<Uuid> = earlier.iter().map(|b| b.id).collect();
            let last = earlier.into_iter().next();
            let since = last.as_ref().map(|b| (b.id, b.day));
            Ok(Before {
                promises: self.promised(Promises::of(all, &ids, since, occasion.id, day)),
                last,
            })
        })
    }

    /// The promises about topics of a meeting and of those before it in its series, closed ones too, in the order of the
    /// log: what an item that is no village's can go on with.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn topic_promises(&self, occasion: &Occasion) -> Result<Vec<Action>, Error> {
        self.read(|conn| {
            let mut all: Vec<Recorded> = Vec::new();
            let earlier = before(conn, occasion)?;
            for id in earlier.iter().map(|b| b.id).chain([occasion.id]) {
                all.extend(row::stream(conn, &id.to_string())?);
            }
            Ok(topics(&all).actions)
        })
    }

    /// What became of the promises that this meeting made, as they stood at the end of a day. One that goes on with a
    /// promise of an earlier meeting stands here with its whole chain.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn promises_made(&self, occasion: &Occasion, day: NaiveDate) -> Result<Promises, Error> {
        self.read(|conn| {
            let earlier = before(conn, occasion)?;
            let all = all_chains(conn, &earlier, occasion, day)?;
            let this = (occasion.id, occasion.day());
            let ids = HashSet::from([occasion.id]);
            // There is no meeting of this id, so that none is left out as new.
            Ok(self.promised(Promises::of(all, &ids, Some(this), Uuid::nil(), day)))
        })
    }
}

/// The chains of all promises of a meeting and of those before it, as they stood at the end of a day.
fn all_chains(
    conn: &Connection,
    earlier: &[Brief],
    occasion: &Occasion,
    day: NaiveDate,
) -> Result<Vec<Chain>, Stop> {
    let mut villages: BTreeSet<Code> = BTreeSet::new();
    let mut own: Vec<Recorded> = Vec::new();
    for id in earlier.iter().map(|b| b.id).chain([occasion.id]) {
        let stream = row::stream(conn, &id.to_string())?;
        if let Some(o) = Occasion::fold(&stream) {
            let made = o.made().filter_map(|(item, _)| item.topic.village.clone());
            villages.extend(made);
        }
        own.extend(stream);
    }
    let mut all = chains(&topics(&own), None, day);
    for code in &villages {
        let village = Village::fold(&row::stream(conn, code.as_str())?);
        all.extend(chains(&village.follow, Some(code), day));
    }
    Ok(all)
}

/// The promises about topics of several meetings as one, in the order of the log: a promise of one goes on in another.
fn topics(events: &[Recorded]) -> Follow {
    let mut streams: Vec<&str> = events.iter().map(|e| e.stream.as_str()).collect();
    streams.sort_unstable();
    streams.dedup();
    let mut effective: Vec<Recorded> = Vec::new();
    for name in streams {
        let stream: Vec<Recorded> = events
            .iter()
            .filter(|e| e.stream == name)
            .cloned()
            .collect();
        let counts = crate::domain::village::in_force(&stream);
        effective.extend(counts.into_iter().cloned());
    }
    effective.sort_by_key(|e| e.seq);
    let mut follow = Follow::default();
    for e in &effective {
        if matches!(e.event, Event::ActionPlanned(_) | Event::ActionClosed(_)) {
            follow.take(&e.event, e.occurred_on, &e.actor);
        }
    }
    follow
}

/// The meetings before this one in its series, the last one first, those that did not take place left out.
pub(super) fn before(conn: &Connection, occasion: &Occasion) -> Result<Vec<Brief>, Stop> {
    let mut seen = HashSet::from([occasion.id]);
    let mut next = occasion.plan.follows;
    let mut all = Vec::new();
    // A series that bites its own tail ends there.
    while let Some(id) = next.filter(|id| seen.insert(*id)) {
        let Some((brief, _)) = kept::one(conn, id)? else {
            break;
        };
        next = brief.follows;
        if brief.phase != Phase::Cancelled {
            all.push(brief);
        }
    }
    Ok(all)
}

/// In the stream of which occasion of the series a promise about a topic stands.
pub(super) fn holder(
    conn: &Connection,
    occasion: &Occasion,
    action: Uuid,
) -> Result<Option<Uuid>, Stop> {
    let holds = |o: &Occasion| {
        let mut actions = o.follow.actions.iter();
        actions.any(|a| a.planned.action == action)
    };
    if holds(occasion) {
        return Ok(Some(occasion.id));
    }
    for brief in before(conn, occasion)? {
        let stream = row::stream(conn, &brief.id.to_string())?;
        if Occasion::fold(&stream).is_some_and(|o| holds(&o)) {
            return Ok(Some(brief.id));
        }
    }
    Ok(None)
}
