//! The log as a list: what happened, newest first, read backwards as the cursor goes down.

use chrono::{Days, NaiveDate};

use super::msg::{Ask, Effect};
use crate::domain::code::Code;
use crate::domain::event::Recorded;
use crate::domain::list::Place;
use crate::store::{LogPage, LogQuery, Undone};

/// Events fetched at once.
const CHUNK: u32 = 100;

/// One event with the village it is about.
#[derive(Debug)]
pub struct Line {
    pub event: Recorded,
    /// The village's name and kecamatan; the stream's code where the register does not have it.
    pub village: String,
    pub place: Option<Place>,
    /// What it took back, if it is an undo.
    pub undone: Option<Undone>,
}

/// The events around the cursor, and what is asked for.
#[derive(Debug, Default)]
pub struct Journal {
    pub query: LogQuery,
    lines: Vec<Line>,
    at: usize,
    top: usize,
    /// Where the next older page begins; none at the log's beginning.
    older: Option<i64>,
    tag: u64,
    waiting: bool,
    pub loaded: bool,
}

/// How far back the filter looks, in days.
pub const SPANS: [u64; 4] = [0, 7, 30, 365];

impl Journal {
    #[must_use]
    pub fn current(&self) -> Option<&Line> {
        self.lines.get(self.at)
    }

    /// The lines from the first visible one on, with whether each is under the cursor.
    pub fn visible(&self) -> impl Iterator<Item = (bool, &Line)> {
        let at = self.at;
        self.lines
            .iter()
            .enumerate()
            .skip(self.top)
            .map(move |(i, line)| (i == at, line))
    }

    /// Reads from the newest on.
    pub fn load(&mut self) -> Effect {
        self.tag += 1;
        self.waiting = true;
        self.ask(None)
    }

    fn ask(&self, before: Option<i64>) -> Effect {
        Effect::Ask(Ask::Log {
            tag: self.tag,
            query: LogQuery {
                before,
                limit: CHUNK,
                ..self.query.clone()
            },
        })
    }

    /// Takes a page; a stale one is dropped. An empty page that is not the last asks on.
    pub fn take(
        &mut self,
        tag: u64,
        before: Option<i64>,
        page: LogPage,
        height: usize,
    ) -> Option<Effect> {
        if tag != self.tag {
            return None;
        }
        self.waiting = false;
        self.loaded = true;
        self.older = page.stopped_before;
        if before.is_none() {
            self.lines.clear();
            self.at = 0;
            self.top = 0;
        }
        let lines = page.events.iter().map(|e| Line {
            village: page.name_of(&e.stream),
            place: page.places.get(&e.stream).cloned(),
            undone: page.undone.get(&e.seq).cloned(),
            event: e.clone(),
        });
        self.lines.extend(lines.collect::<Vec<_>>());
        self.grow(height)
    }

    /// An asked page did not come; moving on asks again.
    pub fn give_up(&mut self, tag: u64) {
        if tag == self.tag {
            self.waiting = false;
        }
    }

    pub fn step(&mut self, by: isize, height: usize) -> Option<Effect> {
        let last = self.lines.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        let height = height.max(1);
        if self.at < self.top {
            self.top = (self.at + 1).saturating_sub(height.div_ceil(2));
        } else if self.at - self.top >= height {
            self.top = self.at - height / 2;
        }
        self.grow(height)
    }

    fn grow(&mut self, height: usize) -> Option<Effect> {
        let near = self.lines.len().saturating_sub(self.at) < height * 2;
        if self.waiting || !near {
            return None;
        }
        let older = self.older?;
        self.waiting = true;
        Some(self.ask(Some(older)))
    }

    /// Only the village of the line under the cursor; again: all.
    pub fn toggle_village(&mut self) {
        self.query.village = match self.query.village.take() {
            Some(_) => None,
            None => self
                .current()
                .and_then(|l| Code::parse(&l.event.stream).ok()),
        };
    }

    /// Only the person of the line under the cursor; again: all.
    pub fn toggle_person(&mut self) {
        self.query.actor = match self.query.actor.take() {
            Some(_) => None,
            None => self.current().map(|l| l.event.actor.clone()),
        };
    }

    /// Only what happened so many days ago or later.
    pub fn since(&mut self, days: Option<u64>, today: NaiveDate) {
        self.query.from = days.and_then(|d| today.checked_sub_days(Days::new(d)));
    }

    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.query != LogQuery::default()
    }
}
