//! The part of the loop that knows no terminal: tells the screens what happened and carries out what they want.

use std::time::{Duration, Instant};

use uuid::Uuid;

use super::Screens;
use super::clock::Clock;
use super::store_thread::StoreThread;
use crate::tui::app::msg::{Answer, Ask, Effect, Msg, Now, SETTLE_MS};
use crate::tui::app::reception::EventAsk;

/// The screens, the way to the store thread, and what is still open between them.
pub(super) struct Core<S> {
    pub screens: S,
    store: StoreThread,
    clock: Clock,
    /// Questions without an answer yet.
    pending: usize,
    /// Those of them that write.
    writing: usize,
    /// A question was put since the loop last looked.
    pub asked: bool,
    /// When keys will have rested long enough, if the screens wait for that.
    pub settle: Option<Instant>,
    pub suspend: bool,
    /// What the terminal shows is not known any more.
    pub redraw: bool,
    leaving: bool,
}

impl<S: Screens> Core<S> {
    pub fn new(screens: S, store: StoreThread, clock: Clock) -> Self {
        Self {
            screens,
            store,
            clock,
            pending: 0,
            writing: 0,
            asked: false,
            settle: None,
            suspend: false,
            redraw: false,
            leaving: false,
        }
    }

    /// Tells the screens, and does what they want.
    pub fn tell(&mut self, msg: Msg) {
        if matches!(msg, Msg::Key(_)) && self.settle.is_some() {
            self.settle = Some(Self::rested());
        }
        let now = Now {
            today: self.clock.today(),
            at: self.clock.now(),
            fresh: Uuid::now_v7(),
        };
        for effect in self.screens.update(msg, &now) {
            match effect {
                Effect::Ask(ask) => self.ask(ask),
                Effect::Settle => self.settle = Some(Self::rested()),
                Effect::Suspend => self.suspend = true,
                Effect::Redraw => self.redraw = true,
                Effect::Quit => self.leaving = true,
            }
        }
    }

    /// Passes an answer on.
    pub fn answered(&mut self, answer: Answer) {
        let wrote = match &answer {
            news if news.is_news() => None,
            Answer::Done(_) => Some(true),
            // Whoever was leaving must see that the last act was not kept, or a paper not written.
            Answer::Papers(_, outcome) => {
                self.leaving &= outcome.wrong.is_none();
                Some(true)
            }
            Answer::Failed { ask, .. } => {
                self.leaving &= !writes(ask);
                Some(writes(ask))
            }
            _ => Some(false),
        };
        if let Some(wrote) = wrote {
            self.pending = self.pending.saturating_sub(1);
            self.writing = self.writing.saturating_sub(usize::from(wrote));
        }
        self.tell(Msg::Answer(answer));
    }

    /// When the next minute begins, if a clock on the screen waits for that. Where none does, nothing wakes the program.
    pub fn next_minute(&self) -> Option<Instant> {
        if !self.screens.wants_minutes() {
            return None;
        }
        Some(Instant::now() + self.clock.to_next_minute()?)
    }

    /// A minute has begun.
    pub fn minute(&mut self) {
        self.tell(Msg::Minute);
    }

    /// Lets the time go on to a moment, for rehearsals.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
        if self.screens.wants_minutes() {
            self.minute();
        }
    }

    /// Keys have rested.
    pub fn settled(&mut self) {
        self.settle = None;
        self.tell(Msg::Settled);
    }

    pub fn waits_for_answers(&self) -> bool {
        self.pending > 0
    }

    /// The screens want to end, and nothing they wrote is still on its way.
    pub fn has_ended(&self) -> bool {
        self.leaving && self.writing == 0
    }

    /// Lets the store thread finish.
    pub fn close(self) {
        self.store.close();
    }

    fn ask(&mut self, ask: Ask) {
        self.pending += 1;
        self.writing += usize::from(writes(&ask));
        self.asked = true;
        self.store.ask(ask);
    }

    fn rested() -> Instant {
        Instant::now() + Duration::from_millis(SETTLE_MS)
    }
}

fn writes(ask: &Ask) -> bool {
    match ask {
        Ask::Act { .. }
        | Ask::Bulk { .. }
        | Ask::Undo { .. }
        | Ask::View { .. }
        | Ask::Papers(_)
        | Ask::Event(EventAsk::Act { .. }) => true,
        Ask::Meeting(ask) => ask.writes(),
        _ => false,
    }
}
