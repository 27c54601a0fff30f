//! Obstacles and promises.

use chrono::NaiveDate;
use serde::Serialize;

use super::place::PlaceJson;
use super::table::{self, Side::Left, Side::Right};
use crate::domain::follow::{Action, Obstacle, Office, Outcome};
use crate::domain::list::Place;
use crate::domain::village::Village;
use crate::strings::Strings;

/// The open promises, oldest first: the numbers that commands take count from here.
pub fn open_promises(village: &Village) -> impl Iterator<Item = &Action> {
    village.follow.actions.iter().filter(|a| a.is_open())
}

/// The obstacles with the numbers that commands take; nothing without one.
#[must_use]
pub fn obstacles(village: &Village, s: &Strings, today: NaiveDate) -> Vec<String> {
    let obstacles = &village.follow.blockers;
    if obstacles.is_empty() {
        return Vec::new();
    }
    let lines = obstacles.iter().enumerate().map(|(n, b)| {
        let obstacle = s.cli.follow.blocker(&s.facts, &s.programme, b, today);
        format!("{:>3}. {obstacle}", n + 1)
    });
    std::iter::once(s.cli.follow.blockers_head().to_owned())
        .chain(lines)
        .collect()
}

/// The open promises with the numbers that commands take, then how the closed ones ended. Nothing when there are none.
#[must_use]
pub fn promises(village: &Village, s: &Strings, today: NaiveDate) -> Vec<String> {
    let w = &s.cli.follow;
    let say = |a: &Action| w.action(&s.facts, &s.programme, a, today);
    let mut lines: Vec<String> = Vec::new();
    if open_promises(village).next().is_some() {
        lines.push(w.actions_head().to_owned());
    }
    let numbers = open_promises(village).enumerate();
    lines.extend(numbers.map(|(n, a)| format!("{:>3}. {}", n + 1, say(a))));
    let closed = village.follow.actions.iter().filter(|a| !a.is_open());
    let mut closed = closed.peekable();
    if closed.peek().is_some() {
        lines.push(w.closed_head().to_owned());
    }
    lines.extend(closed.map(|a| format!("  - {}", say(a))));
    lines
}

#[derive(Debug, Serialize)]
pub struct ObstacleJson<'a> {
    number: usize,
    obstacle: Obstacle,
    office: Office,
    note: &'a str,
    since: NaiveDate,
    days: i64,
}

/// The obstacles of a village, numbered.
#[must_use]
pub fn obstacles_json(village: &Village, today: NaiveDate) -> Vec<ObstacleJson<'_>> {
    let all = (1..).zip(&village.follow.blockers);
    all.map(|(number, b)| ObstacleJson {
        number,
        obstacle: b.raised.obstacle,
        office: b.raised.office,
        note: &b.raised.note,
        since: b.since,
        days: (today - b.since).num_days(),
    })
    .collect()
}

#[derive(Debug, Serialize)]
pub struct PromiseJson<'a> {
    /// Only open ones have one.
    number: Option<usize>,
    what: &'a str,
    office: Office,
    who: &'a str,
    due: NaiveDate,
    days_late: Option<i64>,
    item: Option<&'a str>,
    on: NaiveDate,
    by: &'a str,
    closed: Option<ClosedJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ClosedJson<'a> {
    outcome: Outcome,
    on: NaiveDate,
    note: &'a str,
}

impl<'a> PromiseJson<'a> {
    fn of(number: Option<usize>, a: &'a Action, today: NaiveDate) -> Self {
        let closed = a.closed.as_ref();
        Self {
            number,
            what: &a.planned.what,
            office: a.planned.office,
            who: &a.planned.who,
            due: a.planned.due,
            days_late: a.overdue(today),
            item: a.planned.item.as_deref(),
            on: a.on,
            by: &a.by,
            closed: closed.map(|(outcome, on, note)| ClosedJson {
                outcome: *outcome,
                on: *on,
                note,
            }),
        }
    }
}

/// The promises of a village, the open ones first.
#[must_use]
pub fn promises_json(village: &Village, today: NaiveDate) -> Vec<PromiseJson<'_>> {
    let closed = village.follow.actions.iter().filter(|a| !a.is_open());
    let open = open_promises(village)
        .enumerate()
        .map(|(n, a)| (Some(n + 1), a));
    open.chain(closed.map(|a| (None, a)))
        .map(|(number, a)| PromiseJson::of(number, a, today))
        .collect()
}

/// An open promise with its village and its number there.
pub struct PlacedPromise {
    pub place: Place,
    pub number: usize,
    pub action: Action,
}

#[derive(Debug, Serialize)]
pub struct PlacedPromiseJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    #[serde(flatten)]
    promise: PromiseJson<'a>,
}

impl PlacedPromise {
    #[must_use]
    pub fn json(&self, today: NaiveDate) -> PlacedPromiseJson<'_> {
        PlacedPromiseJson {
            place: (&self.place).into(),
            promise: PromiseJson::of(Some(self.number), &self.action, today),
        }
    }
}

/// Promises of several villages as a table; nothing without one.
#[must_use]
pub fn promise_table(promises: &[PlacedPromise], s: &Strings, today: NaiveDate) -> Vec<String> {
    if promises.is_empty() {
        return Vec::new();
    }
    let head = s.cli.follow.promises_head().map(str::to_owned).to_vec();
    let rows = promises.iter().map(|p| {
        let a = &p.action.planned;
        vec![
            s.facts.short_day(a.due),
            p.action
                .overdue(today)
                .map_or_else(|| "-".into(), |n| s.facts.age(n)),
            p.place.code.to_string(),
            p.place.name.clone(),
            p.number.to_string(),
            s.cli.follow.by_whom(&s.programme, &p.action),
            a.what.clone(),
        ]
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    table::align(&rows, &[Left, Right, Left, Left, Right, Left, Left])
}
