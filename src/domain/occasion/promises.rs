//! What earlier meetings were promised, and what became of it.
//!
//! A promise that was handed on or kept in part goes on in another one. Such a row is one *chain* and counts once, so
//! that from meeting to meeting none is lost and none is doubled.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::code::Code;
use crate::domain::follow::{Action, Follow, Office, Outcome};

/// A promise with those that it goes on in, oldest first; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// None: about a topic that is no village's.
    pub village: Option<Code>,
    pub links: Vec<Action>,
}

/// What became of a promise by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseStatus {
    Kept,
    /// Open, and past its day by so many days.
    Late(i64),
    /// Open, and its day has not passed.
    Open,
    /// Handed on to somebody else since the last meeting, and not late there.
    HandedOn,
    /// Kept in part since the last meeting; the rest is promised anew and not late.
    Partly,
    Failed,
    Dropped,
}

/// All chains of a village's promises (or of an occasion's own), as they stood at the end of a day.
#[must_use]
pub fn chains(follow: &Follow, village: Option<&Code>, day: NaiveDate) -> Vec<Chain> {
    let known: Vec<Action> = follow
        .actions
        .iter()
        .filter(|a| a.on <= day)
        .map(|a| {
            let mut a = a.clone();
            a.closed = a.closed.filter(|(_, on, _)| *on <= day);
            a
        })
        .collect();
    let ids: HashSet<Uuid> = known.iter().map(|a| a.planned.action).collect();
    let after = |a: &Action| a.planned.after.filter(|before| ids.contains(before));
    let mut all: Vec<Chain> = Vec::new();
    // In the order of the log what goes on comes after what it goes on with.
    for action in known {
        let before = after(&action);
        let chain = before.and_then(|before| {
            all.iter_mut()
                .find(|c| c.links.last().is_some_and(|l| l.planned.action == before))
        });
        match chain {
            Some(chain) => chain.links.push(action),
            None => all.push(Chain {
                village: village.cloned(),
                links: vec![action],
            }),
        }
    }
    all
}

/// A chain with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackedPromise {
    pub chain: Chain,
    pub status: PromiseStatus,
}

impl TrackedPromise {
    /// The promise as it stands now.
    #[must_use]
    pub fn now(&self) -> Option<&Action> {
        self.chain.links.last()
    }
}

/// Promises counted by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseCounts {
    pub kept: u32,
    pub late: u32,
    pub open: u32,
    pub handed_on: u32,
    pub partly: u32,
    pub failed: u32,
    pub dropped: u32,
}

impl PromiseCounts {
    #[must_use]
    pub fn all(self) -> u32 {
        self.kept
            + self.late
            + self.open
            + self.handed_on
            + self.partly
            + self.failed
            + self.dropped
    }

    /// Percent kept of those whose day has come; none while none has.
    #[must_use]
    pub fn rate(self) -> Option<u32> {
        let due = self.kept + self.late + self.partly + self.failed;
        (due > 0).then(|| self.kept * 100 / due)
    }

    fn add(&mut self, status: PromiseStatus) {
        let n = match status {
            PromiseStatus::Kept => &mut self.kept,
            PromiseStatus::Late(_) => &mut self.late,
            PromiseStatus::Open => &mut self.open,
            PromiseStatus::HandedOn => &mut self.handed_on,
            PromiseStatus::Partly => &mut self.partly,
            PromiseStatus::Failed => &mut self.failed,
            PromiseStatus::Dropped => &mut self.dropped,
        };
        *n += 1;
    }
}

/// The promises of the meetings before one meeting: those of the last one, and of earlier ones what was still open
/// then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promises {
    pub all: Vec<TrackedPromise>,
}

impl Promises {
    /// `earlier` are the meetings before in the series, `last` the latest of them with its day, `this` the meeting
    /// itself: what it hands on is told, what it promises for the first time is not.
    #[must_use]
    pub fn of(
        chains: Vec<Chain>,
        earlier: &HashSet<Uuid>,
        last: Option<(Uuid, NaiveDate)>,
        this: Uuid,
        day: NaiveDate,
    ) -> Self {
        let since = last.map_or(NaiveDate::MIN, |(_, on)| on);
        let of_series = |a: &Action| a.planned.from.is_some_and(|from| earlier.contains(&from));
        let told = |chain: &Chain| {
            let of_last = |a: &Action| last.is_some_and(|(id, _)| a.planned.from == Some(id));
            let ended = chain.links.last().and_then(|a| a.closed.as_ref());
            chain.links.iter().any(of_series)
                && chain
                    .links
                    .first()
                    .is_some_and(|a| a.planned.from != Some(this))
                && (chain.links.iter().any(of_last) || ended.is_none_or(|(_, on, _)| *on > since))
        };
        let chains = chains.into_iter().filter(told);
        let mut all: Vec<TrackedPromise> = chains
            .map(|chain| TrackedPromise {
                status: status(&chain, last.map(|(id, _)| id), since, day),
                chain,
            })
            .collect();
        // The latest first; what is not late after it, by its day.
        all.sort_by_key(|k| match k.status {
            PromiseStatus::Late(days) => (0, -days),
            _ => (1, 0),
        });
        Self { all }
    }

    /// The numbers of all.
    #[must_use]
    pub fn total(&self) -> PromiseCounts {
        let mut total = PromiseCounts::default();
        self.all.iter().for_each(|k| total.add(k.status));
        total
    }

    /// By office, in the order of [`Office::ALL`]; a promise counts for whom it stands with now.
    #[must_use]
    pub fn by_office(&self) -> Vec<(Office, PromiseCounts)> {
        let mut all: Vec<(Office, PromiseCounts)> = Vec::new();
        for office in Office::ALL {
            let mut n = PromiseCounts::default();
            let of_it = |k: &&TrackedPromise| k.now().is_some_and(|a| a.planned.office == *office);
            self.all.iter().filter(of_it).for_each(|k| n.add(k.status));
            if n.all() > 0 {
                all.push((*office, n));
            }
        }
        all
    }
}

fn status(chain: &Chain, last: Option<Uuid>, since: NaiveDate, day: NaiveDate) -> PromiseStatus {
    let Some(now) = chain.links.last() else {
        return PromiseStatus::Dropped;
    };
    match &now.closed {
        Some((Outcome::Done, ..)) => PromiseStatus::Kept,
        Some((Outcome::Failed, ..)) => PromiseStatus::Failed,
        Some((Outcome::Dropped, ..)) => PromiseStatus::Dropped,
        Some((Outcome::HandedOn, ..)) => PromiseStatus::HandedOn,
        Some((Outcome::Partly, ..)) => PromiseStatus::Partly,
        None if now.overdue(day).is_some() => PromiseStatus::Late(now.overdue(day).unwrap_or(0)),
        None => {
            // What the last meeting itself handed on is a promise of that meeting like any other.
            let changed = chain.links.windows(2).rev().find_map(|pair| {
                let (outcome, on, _) = pair[0].closed.as_ref()?;
                let news = *on >= since && (last.is_none() || pair[1].planned.from != last);
                news.then_some(*outcome)
            });
            match changed {
                Some(Outcome::Partly) => PromiseStatus::Partly,
                Some(_) => PromiseStatus::HandedOn,
                None => PromiseStatus::Open,
            }
        }
    }
}
