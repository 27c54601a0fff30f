//! The log screen: what happened, newest first, read backwards as the cursor goes down.

use chrono::{Days, NaiveDate};

use super::Screen;
use crate::domain::code::Code;
use crate::domain::event::Recorded;
use crate::domain::list::Place;
use crate::store::{LogPage, LogQuery, Undone};
use crate::tui::app::command::{Cmd, Reason};
use crate::tui::app::input_queue::Pending;
use crate::tui::app::layout::Pane;
use crate::tui::app::message::Subject;
use crate::tui::app::msg::{Ask, Effect};
use crate::tui::app::overlay::{Item, Picked};
use crate::tui::app::shared::{Next, Shared};

/// Events fetched at once.
const CHUNK: u32 = 100;

/// How far back the filter looks, in days.
const SPANS: [u64; 4] = [0, 7, 30, 365];

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
pub struct Log {
    query: LogQuery,
    lines: Vec<Line>,
    at: usize,
    top: usize,
    /// Where the next older page begins; none at the log's beginning.
    older: Option<i64>,
    tag: u64,
    waiting: bool,
    loaded: bool,
}

impl Log {
    /// What is asked for.
    #[must_use]
    pub fn query(&self) -> &LogQuery {
        &self.query
    }

    #[must_use]
    pub fn is_loaded(&self) -> bool {
        self.loaded
    }

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
        cx: &Shared,
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
        self.grow(self.lines(cx))
    }

    /// An asked page did not come; moving on asks again.
    pub fn give_up(&mut self, tag: u64) {
        if tag == self.tag {
            self.waiting = false;
        }
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
    fn toggle_village(&mut self) {
        self.query.village = match self.query.village.take() {
            Some(_) => None,
            None => self
                .current()
                .and_then(|l| Code::parse(&l.event.stream).ok()),
        };
    }

    /// Only the person of the line under the cursor; again: all.
    fn toggle_person(&mut self) {
        self.query.actor = match self.query.actor.take() {
            Some(_) => None,
            None => self.current().map(|l| l.event.actor.clone()),
        };
    }

    /// Only what happened so many days ago or later.
    fn since(&mut self, days: Option<u64>, today: NaiveDate) {
        self.query.from = days.and_then(|d| today.checked_sub_days(Days::new(d)));
    }

    fn pick_kind(&self, cx: &mut Shared) -> Vec<Effect> {
        let s = cx.strings();
        let mut items: Vec<Item> = s
            .event_groups()
            .zip(('1'..='9').chain('a'..))
            .map(|((kind, name), key)| Item {
                key: Some(key),
                label: name.to_owned(),
                picked: Picked::Kind(Some(kind.to_owned())),
            })
            .collect();
        items.push(Item {
            key: Some('x'),
            label: s.screens.pick_all.to_owned(),
            picked: Picked::Kind(None),
        });
        let now = Picked::Kind(self.query.kind.clone());
        cx.pick(|s| s.pick_kind, items, &now)
    }

    fn pick_span(cx: &mut Shared) -> Vec<Effect> {
        let s = &cx.strings().screens;
        let mut items: Vec<Item> = SPANS
            .into_iter()
            .zip('1'..)
            .map(|(days, key)| Item {
                key: Some(key),
                label: (s.span)(days),
                picked: Picked::Span(Some(days)),
            })
            .collect();
        items.push(Item {
            key: Some('x'),
            label: s.pick_all.to_owned(),
            picked: Picked::Span(None),
        });
        cx.pick(|s| s.pick_span, items, &Picked::Span(None))
    }

    /// Asks what the act under the cursor did, and what taking it back would change.
    fn ask_about_line(&self, cx: &mut Shared) -> Vec<Effect> {
        let Some(line) = self.current() else {
            return Vec::new();
        };
        let id = line.event.batch;
        cx.input.pending = Some(Pending::Question);
        vec![Effect::Ask(Ask::Batch { id })]
    }
}

impl Screen for Log {
    fn first_pane(&self) -> Pane {
        Pane::Log
    }

    /// Reads from the newest on.
    fn refresh(&mut self, _cx: &mut Shared) -> Vec<Effect> {
        self.tag += 1;
        self.waiting = true;
        vec![self.ask(None)]
    }

    fn step(&mut self, by: isize, cx: &mut Shared) -> Vec<Effect> {
        let last = self.lines.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        let height = self.lines(cx).max(1);
        if self.at < self.top {
            self.top = (self.at + 1).saturating_sub(height.div_ceil(2));
        } else if self.at - self.top >= height {
            self.top = self.at - height / 2;
        }
        self.grow(self.lines(cx)).into_iter().collect()
    }

    fn open(&mut self, cx: &mut Shared) -> Vec<Effect> {
        if let Some(place) = self.current().and_then(|l| l.place.as_ref()) {
            cx.next.push(Next::Village(place.ord, place.code.clone()));
        }
        Vec::new()
    }

    fn is_filtered(&self) -> bool {
        self.query != LogQuery::default()
    }

    fn clear_filters(&mut self) {
        self.query = LogQuery::default();
    }

    fn picked(&mut self, picked: Picked, cx: &mut Shared) {
        match picked {
            Picked::Kind(kind) => self.query.kind = kind,
            Picked::Span(days) => self.since(days, cx.clock.today),
            _ => {}
        }
    }

    fn subject(&self, _cx: &Shared) -> Option<Subject> {
        None
    }

    fn enabled(&self, cmd: Cmd, _cx: &Shared) -> Option<Result<(), Reason>> {
        match cmd {
            Cmd::Filter | Cmd::FilterSince | Cmd::FilterVillage | Cmd::FilterPerson => Some(Ok(())),
            Cmd::Message => Some(Err(|s| s.why_log_not_sent)),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Shared) -> Option<Vec<Effect>> {
        Some(match cmd {
            Cmd::Filter => self.pick_kind(cx),
            Cmd::FilterSince => Self::pick_span(cx),
            Cmd::FilterVillage => {
                self.toggle_village();
                self.refresh(cx)
            }
            Cmd::FilterPerson => {
                self.toggle_person();
                self.refresh(cx)
            }
            // The act under the cursor is meant.
            Cmd::Undo => self.ask_about_line(cx),
            _ => return None,
        })
    }
}
