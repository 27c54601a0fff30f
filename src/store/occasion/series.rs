//! Meetings that follow each other, and what they were promised.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::kept::{self, BRIEF};
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::follow::{Action, Follow};
use crate::domain::occasion::{Brief, Chain, Occasion, Phase, Plan, Promises, Topic, chains};
use crate::domain::text::search_key;
use crate::domain::village::Village;
use crate::store::error::{Error, InnerError};
use crate::store::{Store, row};

/// What a meeting is shown of the meetings before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// The last one that was held.
    pub last: Option<Brief>,
    pub promises: Promises,
}

impl Store {
    /// What a new meeting goes on with where nobody says it: the last one held of the same sort and the same region, or
    /// of a region that holds or lies in its own; where none was held by its day, one that is planned. `topics` are its
    /// agenda, as far as it is known.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn goes_on_with(
        &self,
        plan: &Plan,
        topics: &[Topic],
        except: Option<Uuid>,
    ) -> Result<Option<Brief>, Error> {
        self.read(|conn| goes_on_with(conn, plan, topics, except))
    }

    /// The last meeting of its series that was held before this one.
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
) -> Result<Vec<Chain>, InnerError> {
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

/// So many meetings of a sort, the newest first, are looked at for the one to go on with.
const LOOKED_AT: u32 = 300;

/// As [`Store::goes_on_with`].
pub(super) fn goes_on_with(
    conn: &Connection,
    plan: &Plan,
    topics: &[Topic],
    except: Option<Uuid>,
) -> Result<Option<Brief>, InnerError> {
    let own = region_of(conn, plan, topics.iter())?;
    let mut statement = conn.prepare_cached(&format!(
        "{BRIEF} WHERE meeting = ?1 AND sort = ?2 AND phase <> ?3 ORDER BY day DESC, id DESC LIMIT ?4"
    ))?;
    let sort = plan.sort;
    let rows = statement.query_and_then(
        (
            sort.is_meeting(),
            sort.word(),
            Phase::Cancelled as i64,
            LOOKED_AT,
        ),
        |row| Ok(kept::brief(row)?.0),
    )?;
    let all: Vec<Brief> = rows.collect::<Result<_, InnerError>>()?;
    let mut best: Option<((u8, u8), Brief)> = None;
    for brief in all.into_iter().filter(|b| Some(b.id) != except) {
        let Some(far) = far(own.as_deref(), &brief, conn)? else {
            continue;
        };
        let when = match (brief.day <= plan.day, brief.was_held()) {
            (true, true) => 0,
            (true, false) => 1,
            (false, _) => 2,
        };
        // Of those to come the nearest one, which is the last to be looked at; of the others the latest.
        let is_better = best.as_ref().is_none_or(|(rank, _)| {
            let new = (far, when);
            new < *rank || (when == 2 && new == *rank)
        });
        if is_better {
            best = Some(((far, when), brief));
        }
        if matches!(best, Some(((0, 0), _))) {
            break;
        }
    }
    Ok(best.map(|(_, brief)| brief))
}

/// How far the region of a meeting is from one: the same, perhaps the same, or (none) another.
fn far(own: Option<&str>, brief: &Brief, conn: &Connection) -> Result<Option<u8>, InnerError> {
    let Some(own) = own else {
        return Ok(Some(1));
    };
    let folded = Occasion::fold(&row::stream(conn, &brief.id.to_string())?);
    let theirs = match &folded {
        Some(o) => region_of(conn, &o.plan, o.items.iter().map(|i| &i.topic))?,
        None => None,
    };
    Ok(match theirs {
        Some(theirs) if theirs == own => Some(0),
        Some(theirs) if !theirs.starts_with(own) && !own.starts_with(&theirs) => None,
        _ => Some(1),
    })
}

/// The code of the region that a meeting is about: that of its scope or its agenda, else the one that its title names.
/// None where nothing tells it.
fn region_of<'a>(
    conn: &Connection,
    plan: &Plan,
    topics: impl Iterator<Item = &'a Topic>,
) -> Result<Option<String>, InnerError> {
    let villages = topics.filter_map(|t| t.village.as_ref().map(Code::as_str));
    let scope = plan.scope.iter().map(String::as_str);
    let codes: Vec<&str> = match plan.scope.is_empty() {
        true => villages.collect(),
        false => scope.collect(),
    };
    match codes.split_first() {
        Some((first, rest)) => Ok(Some(common(first, rest))),
        None => named(conn, &plan.title),
    }
}

/// The smallest region, a kecamatan at the least, that holds all codes; empty where no regency does.
fn common(first: &str, rest: &[&str]) -> String {
    let parts =
        |code: &str| -> Vec<String> { code.split('.').take(3).map(str::to_owned).collect() };
    let mut shared = parts(first);
    for code in rest {
        let others = parts(code);
        let same = shared.iter().zip(&others).take_while(|(a, b)| a == b);
        shared.truncate(same.count());
    }
    // A province alone is no region.
    if shared.len() < 2 {
        shared.clear();
    }
    shared.join(".")
}

/// The region whose name stands in a text, the longest name first; none where two have it.
fn named(conn: &Connection, text: &str) -> Result<Option<String>, InnerError> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT code FROM region_name WHERE key = ?1 LIMIT 2")?;
    for length in (1..=3).rev() {
        for window in words.windows(length) {
            let key = search_key(&window.join(" "));
            let rows = statement.query_map([key], |row| row.get(0))?;
            let codes: Vec<String> = rows.collect::<Result<_, _>>()?;
            if let [code] = codes.as_slice() {
                return Ok(Some(code.clone()));
            }
        }
    }
    Ok(None)
}

/// The meetings of a series that were held before this one, the last one first. To a series belong all that one comes to
/// from meeting to meeting by [`Plan::follows`], in either direction: nobody plans them in the order of their days.
pub(super) fn before(conn: &Connection, occasion: &Occasion) -> Result<Vec<Brief>, InnerError> {
    let mut all = Vec::new();
    for id in series(conn, occasion)? {
        let Some((brief, _)) = kept::one(conn, id)? else {
            continue;
        };
        if brief.was_held() && comes_before(conn, &brief, occasion)? {
            all.push(brief);
        }
    }
    all.sort_by_key(|b| std::cmp::Reverse((b.day, b.id)));
    Ok(all)
}

/// All other meetings of the series, also those of which only the link is left.
fn series(conn: &Connection, occasion: &Occasion) -> Result<HashSet<Uuid>, InnerError> {
    let mut statement = conn.prepare_cached(
        "SELECT id, follows FROM occasion WHERE meeting = 1 AND follows IS NOT NULL",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let links: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
    let mut beside: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let own = occasion.plan.follows.map(|f| (occasion.id, f));
    let kept = links
        .iter()
        .filter_map(|(a, b)| Some((Uuid::try_parse(a).ok()?, Uuid::try_parse(b).ok()?)));
    // What the occasion itself says stands before what is kept of it.
    let kept = kept.filter(|(a, _)| *a != occasion.id);
    for (a, b) in kept.chain(own) {
        beside.entry(a).or_default().push(b);
        beside.entry(b).or_default().push(a);
    }
    let mut seen = HashSet::from([occasion.id]);
    let mut next = vec![occasion.id];
    while let Some(id) = next.pop() {
        let more = beside.get(&id).into_iter().flatten();
        next.extend(more.copied().filter(|id| seen.insert(*id)));
    }
    seen.remove(&occasion.id);
    Ok(seen)
}

/// Of two on one day the one opened first comes first.
fn comes_before(conn: &Connection, brief: &Brief, occasion: &Occasion) -> Result<bool, InnerError> {
    let day = occasion.day();
    if brief.day != day {
        return Ok(brief.day < day);
    }
    let theirs = Occasion::fold(&row::stream(conn, &brief.id.to_string())?);
    let opened = theirs.and_then(|o| o.opened);
    Ok(match (opened, occasion.opened) {
        (Some((_, theirs)), Some((_, ours))) if theirs != ours => theirs < ours,
        (Some(_), None) => true,
        _ => brief.id < occasion.id,
    })
}

/// In the stream of which occasion of the series a promise about a topic stands.
pub(super) fn holder(
    conn: &Connection,
    occasion: &Occasion,
    action: Uuid,
) -> Result<Option<Uuid>, InnerError> {
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
