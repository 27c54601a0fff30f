//! Looking back: which events count for a past day, and what moved between two days.
//!
//! Every event has two times: when it happened, and when it was entered. A past day can therefore be seen in two ways: by
//! what is on record now, which a late entry changes, and as it was known then, which nothing changes any more.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::event::Recorded;
use super::stage::{Decision, Stage};
use super::village::{Choice, FormerChoice, Step, Village, in_force};

/// How a past day is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub day: NaiveDate,
    /// As it was known then, instead of by what is on record now.
    pub known_then: bool,
}

/// The last moment of a day in a time zone: what was entered up to then was known on that day.
#[must_use]
pub fn end_of(day: NaiveDate, zone: FixedOffset) -> DateTime<Utc> {
    let midnight = day
        .succ_opt()
        .unwrap_or(day)
        .and_time(chrono::NaiveTime::MIN);
    let midnight = (midnight - zone).and_utc();
    midnight - TimeDelta::nanoseconds(1)
}

/// The events of one village that count for a day: those that had happened by its end and are in force. Without `known`
/// by all that is on record, so that what was undone later is left out; with it by what had been entered up to then, undos
/// included.
#[must_use]
pub fn of_day(events: &[Recorded], day: NaiveDate, known: Option<DateTime<Utc>>) -> Vec<Recorded> {
    let on_record: Vec<Recorded> = events
        .iter()
        .filter(|e| known.is_none_or(|known| e.recorded_at <= known))
        .cloned()
        .collect();
    let counts = in_force(&on_record).into_iter();
    let mut counts: Vec<Recorded> = counts.filter(|e| e.occurred_on <= day).cloned().collect();
    counts.sort_by_key(|e| e.seq);
    counts
}

/// How far a product came in the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Forward,
    Back,
}

/// What changed in one village between the ends of two days, by what is on record now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub before: Village,
    pub after: Village,
    since: NaiveDate,
}

impl Moved {
    #[must_use]
    pub fn between(events: &[Recorded], since: NaiveDate, until: NaiveDate) -> Self {
        let on = |day| Village::fold(&of_day(events, day, None));
        Self {
            before: on(since),
            after: on(until),
            since,
        }
    }

    /// Nothing of decision, choice, decree and stage is different.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let (was, is) = self.decisions();
        was == is
            && self.stages().0 == self.stages().1
            && self.chosen().is_none()
            && self.decreed().is_none()
            && self.closed().next().is_none()
    }

    #[must_use]
    pub fn decisions(&self) -> (Decision, Decision) {
        (self.before.decision(), self.after.decision())
    }

    #[must_use]
    pub fn stages(&self) -> (Option<Stage>, Option<Stage>) {
        (self.before.stage(), self.after.stage())
    }

    /// The choice that was made in the span and stands at its end.
    #[must_use]
    pub fn chosen(&self) -> Option<&Choice> {
        let now = self.after.choice.as_ref()?;
        (!self.same_choice()).then_some(now)
    }

    /// The choice at the end is the one of before, so that their stages can be compared.
    fn same_choice(&self) -> bool {
        match (&self.before.choice, &self.after.choice) {
            (Some(was), Some(is)) => was.potential == is.potential && was.on == is.on,
            _ => false,
        }
    }

    /// The choice at the end, when its decree is new.
    #[must_use]
    pub fn decreed(&self) -> Option<&Choice> {
        let now = self.after.choice.as_ref()?;
        let before = self.before.choice.as_ref().filter(|_| self.same_choice());
        let is_new = now.decree.is_some() && now.decree != before.and_then(|c| c.decree.clone());
        is_new.then_some(now)
    }

    /// Choices that were replaced or cancelled in the span.
    pub fn closed(&self) -> impl Iterator<Item = &FormerChoice> {
        let since = self.since;
        self.after.former.iter().filter(move |f| f.until > since)
    }

    /// There was a chosen product, and there is none any more.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.before.choice.is_some() && self.after.choice.is_none()
    }

    /// Whether the product stands higher or lower than before; a new one is measured from the first stage.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        let is = self.after.stage()?;
        let was = match &self.before.choice {
            Some(choice) if self.same_choice() => choice.stage,
            _ => Stage::Potential,
        };
        match is.cmp(&was) {
            std::cmp::Ordering::Greater => Some(Direction::Forward),
            std::cmp::Ordering::Less => Some(Direction::Back),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// A stage was jumped over on the way forward.
    #[must_use]
    pub fn skipped(&self) -> bool {
        let jumped = |s: &Step| s.to > s.from && s.from.next() != Some(s.to);
        let steps = self.after.choice.iter().flat_map(|c| &c.steps);
        steps.filter(|s| s.on > self.since).any(jumped)
    }
}

/// Why today's view of a past day is not the view that was had then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Late {
    /// Had happened by then, and was entered later.
    pub entered: Vec<Recorded>,
    /// Counted then, and was undone later.
    pub undone: Vec<Recorded>,
}

impl Late {
    /// What makes the two views of a village's day different, each in the order of the log. `known` is the end of the day.
    #[must_use]
    pub fn of(events: &[Recorded], day: NaiveDate, known: DateTime<Utc>) -> Self {
        let now = of_day(events, day, None);
        let then = of_day(events, day, Some(known));
        let ids = |events: &[Recorded]| events.iter().map(|e| e.id).collect::<HashSet<Uuid>>();
        let (in_now, in_then) = (ids(&now), ids(&then));
        let without = |events: Vec<Recorded>, known: &HashSet<Uuid>| {
            let rest = events.into_iter().filter(|e| !known.contains(&e.id));
            rest.collect()
        };
        Self {
            entered: without(now, &in_then),
            undone: without(then, &in_now),
        }
    }
}
