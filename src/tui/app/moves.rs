//! Moving: within a pane, between panes, between screens.

use super::card::{self, CardLine};
use super::layout::{LOW, Pane, ScreenId};
use super::model::Model;
use super::msg::Effect;
use super::shared::Next;
use super::window::Window;
use crate::store::Card;

impl Model {
    pub(super) fn step(&mut self, by: isize) -> Vec<Effect> {
        match self.shared.focus {
            Pane::Meeting => return self.step_meeting(by),
            Pane::Events | Pane::Desk | Pane::Guests => return self.step_at_desk(by),
            Pane::Card => {
                let top = self.shared.card.top.saturating_add_signed(by);
                self.shared.card.top = top.min(self.last_card_top());
                return Vec::new();
            }
            _ => {}
        }
        let mut effects = self.on_screen(|screen, cx| screen.step(by, cx));
        if self.screen().list().is_some() {
            effects.extend(self.follow());
        }
        effects
    }

    /// The card is scrolled until its last line stands at the bottom.
    fn last_card_top(&self) -> usize {
        let areas = self.shared.areas();
        let (Some(card), Some(pane)) = (self.shown_card(), areas.pane(Pane::Card)) else {
            return 0;
        };
        self.card_lines(card, pane.width)
            .len()
            .saturating_sub(areas.lines())
    }

    /// The card as lines for a pane of this width.
    #[must_use]
    pub fn card_lines(&self, card: &Card, width: u16) -> Vec<CardLine> {
        let low = self.shared.size.1 <= LOW;
        let mut here = self.here_words();
        here.extend(self.also_here());
        let redacted = self
            .shared
            .looks_only()
            .then(|| super::redaction::card(card));
        let card = redacted.as_ref().unwrap_or(card);
        card::lines(
            card,
            self.shared.clock.today,
            self.shared.strings(),
            (width.into(), low),
            &here,
        )
    }

    pub(super) fn page(&mut self, down: bool) -> Vec<Effect> {
        if self.shared.focus == Pane::List {
            return self.in_list(|list, height| list.page(down, height));
        }
        let by = isize::try_from(self.screen().lines(&self.shared)).unwrap_or(1);
        self.step(if down { by } else { -by })
    }

    pub(super) fn edge(&mut self, first: bool) -> Vec<Effect> {
        match self.shared.focus {
            Pane::List if first => self.in_list(Window::first),
            Pane::List => self.in_list(Window::last),
            _ => self.step(if first { -isize::MAX } else { isize::MAX }),
        }
    }

    /// Moves within the list of villages; the card follows.
    fn in_list(&mut self, go: impl FnOnce(&mut Window, usize) -> Option<Effect>) -> Vec<Effect> {
        let ask = self.on_screen(|screen, cx| {
            let height = screen.lines(cx);
            go(screen.list_mut()?, height)
        });
        ask.into_iter().chain(self.follow()).collect()
    }

    pub(super) fn left(&mut self) -> Vec<Effect> {
        if self.shared.screen == ScreenId::Meeting {
            return self.back();
        }
        if !self.on_screen(|screen, _| screen.turn(false)) {
            self.go_to_pane(|at, _| at.saturating_sub(1));
        }
        self.arrive()
    }

    pub(super) fn right(&mut self) -> Vec<Effect> {
        if self.on_screen(|screen, _| screen.turn(true)) {
            return self.arrive();
        }
        if self.shared.focus == Pane::Guests {
            // There is no pane to the right of it; Enter opens who is under the cursor.
            return Vec::new();
        }
        self.open()
    }

    /// Opens what is under the cursor: a region or reason its list, a village its card.
    pub(super) fn open(&mut self) -> Vec<Effect> {
        match self.shared.screen {
            ScreenId::Meeting => self.open_in_meeting(),
            ScreenId::Events => self.deeper_at_desk(),
            _ => self.on_screen(|screen, cx| screen.open(cx)),
        }
    }

    /// Does what a screen has left to be done.
    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for next in std::mem::take(&mut self.shared.next) {
            effects.extend(match next {
                Next::Pane => {
                    self.go_to_pane(|at, n| (at + 1).min(n - 1));
                    self.arrive()
                }
                Next::Village(ord, code) => self.go_to_village(ord, code),
            });
        }
        effects
    }

    /// Keys go to another pane, by its place among those of the screen and their number.
    fn go_to_pane(&mut self, to: impl FnOnce(usize, usize) -> usize) {
        let panes = self.shared.screen.panes();
        let focus = self.shared.focus;
        let at = panes.iter().position(|p| *p == focus).unwrap_or(0);
        self.shared.focus = self.screen().pane(panes[to(at, panes.len())]);
    }

    pub(super) fn turn(&mut self, by: isize) -> Vec<Effect> {
        self.go_to_pane(|at, n| (at + n).saturating_add_signed(by) % n);
        self.arrive()
    }

    /// After the panes changed: what is seen now is scrolled right and fetched.
    fn arrive(&mut self) -> Vec<Effect> {
        self.reveal();
        self.want_card().into_iter().collect()
    }

    /// Scrolls the list so that its cursor is seen.
    pub(super) fn reveal(&mut self) {
        self.on_screen(|screen, cx| {
            let height = screen.lines(cx);
            if let Some(list) = screen.list_mut() {
                list.reveal(height);
            }
        });
    }

    pub(super) fn show(&mut self, screen: ScreenId) -> Vec<Effect> {
        self.shared.screen = screen;
        self.screens.events.leave_meeting();
        self.shared.focus = self.screen().first_pane();
        // The other screen's list may be old: read it around its place.
        let mut effects = self.refresh_lists();
        effects.extend(self.want_card());
        effects
    }

    /// Reads the lists of the present screen anew, with their numbers, cursors unmoved.
    pub(super) fn refresh_lists(&mut self) -> Vec<Effect> {
        match self.shared.screen {
            ScreenId::Meeting => self.reload_meetings(),
            ScreenId::Events => self.refresh_events(),
            _ => self.on_screen(|screen, cx| screen.refresh(cx)),
        }
    }

    /// One step back: from the card to the list, from filters to all, from another screen to the first, then out.
    pub(super) fn back(&mut self) -> Vec<Effect> {
        if self.back_quits() {
            return vec![Effect::Quit];
        }
        if self.shared.focus == Pane::Card {
            self.shared.focus = Pane::List;
            return self.arrive();
        }
        if self.shared.screen == ScreenId::Meeting && self.screens.meeting.shown().is_some() {
            return self.leave_meeting();
        }
        if self.back_at_desk() {
            // It may have led back to a meeting.
            return match self.shared.screen {
                ScreenId::Meeting => self.reload_meetings(),
                _ => self.arrive(),
            };
        }
        if self.screen().is_filtered() {
            return self.clear_filters();
        }
        if self.shared.screen != ScreenId::Villages {
            return self.show(ScreenId::Villages);
        }
        self.shared.focus = Pane::List;
        self.arrive()
    }

    /// Whether the next step back leaves the program: the key bar then says so.
    #[must_use]
    pub fn back_quits(&self) -> bool {
        self.shared.screen == ScreenId::Villages
            && self.shared.focus == Pane::List
            && !self.screen().is_filtered()
    }
}
