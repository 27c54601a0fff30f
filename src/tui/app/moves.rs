//! Moving: within a pane, between panes, between screens.

use super::card::{self, CardLine};
use super::input_queue::Pending;
use super::layout::{LOW, Pane, ScreenId};
use super::model::Model;
use super::msg::{Ask, Effect};
use crate::store::Card;

impl Model {
    pub(super) fn step(&mut self, by: isize) -> Vec<Effect> {
        let height = self.list_lines();
        match self.shared.focus {
            Pane::Meeting => self.step_meeting(by),
            Pane::Regions => {
                let lines = self.shared.areas().lines().saturating_sub(1);
                self.shared.regions.step(by, lines);
                self.follow()
            }
            Pane::Reasons => {
                self.reasons.step(by);
                self.follow()
            }
            Pane::Events | Pane::Desk | Pane::Guests => self.step_at_desk(by),
            Pane::Log => self.journal.step(by, height).into_iter().collect(),
            Pane::List => {
                let mut effects: Vec<Effect> =
                    self.list_mut().step(by, height).into_iter().collect();
                effects.extend(self.follow());
                effects
            }
            Pane::Card => {
                self.shared.card.top = self
                    .shared
                    .card
                    .top
                    .saturating_add_signed(by)
                    .min(self.last_card_top());
                Vec::new()
            }
        }
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
        let height = self.list_lines();
        if self.shared.focus == Pane::List {
            let mut effects: Vec<Effect> = self.list_mut().page(down, height).into_iter().collect();
            effects.extend(self.follow());
            return effects;
        }
        let by = isize::try_from(height).unwrap_or(1);
        self.step(if down { by } else { -by })
    }

    pub(super) fn edge(&mut self, first: bool) -> Vec<Effect> {
        let height = self.list_lines();
        match self.shared.focus {
            Pane::Log | Pane::Meeting | Pane::Events | Pane::Desk | Pane::Guests => {
                self.step(if first { -isize::MAX } else { isize::MAX })
            }
            Pane::Regions | Pane::Reasons => {
                let all =
                    isize::try_from(self.shared.regions.lines().count()).unwrap_or(isize::MAX);
                self.step(if first { -all } else { all })
            }
            Pane::List if first => {
                let ask = self.list_mut().first(height);
                ask.into_iter().chain(self.follow()).collect()
            }
            Pane::List => {
                let ask = self.list_mut().last(height);
                ask.into_iter().chain(self.follow()).collect()
            }
            Pane::Card => {
                self.shared.card.top = if first { 0 } else { self.last_card_top() };
                Vec::new()
            }
        }
    }

    pub(super) fn left(&mut self) -> Vec<Effect> {
        if self.shared.screen == ScreenId::Meeting {
            return self.back();
        }
        if self.shared.screen == ScreenId::Board {
            self.board.turn(false);
        } else {
            let panes = self.shared.screen.panes();
            let at = panes
                .iter()
                .position(|p| *p == self.shared.focus)
                .unwrap_or(0);
            self.shared.focus = panes[at.saturating_sub(1)];
        }
        if self.shared.screen == ScreenId::Events {
            self.shared.focus = self.pane_at_desk(self.shared.focus);
        }
        self.arrive()
    }

    pub(super) fn right(&mut self) -> Vec<Effect> {
        if self.shared.screen == ScreenId::Board {
            self.board.turn(true);
            return self.arrive();
        }
        if self.shared.screen == ScreenId::Meeting {
            return self.open();
        }
        if self.shared.focus == Pane::Guests {
            // There is no pane to the right of it; Enter opens who is under the cursor.
            return Vec::new();
        }
        self.deeper()
    }

    /// Opens what is under the cursor: a region or reason its list, a village its card.
    pub(super) fn open(&mut self) -> Vec<Effect> {
        match (self.shared.screen, self.target()) {
            (ScreenId::Meeting, _) => self.open_in_meeting(),
            (ScreenId::Board, Some(place)) => {
                let (ord, code) = (place.ord, place.code.clone());
                self.go_to_village(ord, code)
            }
            (ScreenId::Log, _) => match self.journal.current().and_then(|l| l.place.clone()) {
                Some(place) => self.go_to_village(place.ord, place.code),
                None => Vec::new(),
            },
            _ => self.deeper(),
        }
    }

    /// What the act under the cursor did, and what taking it back would change: asked before it is done.
    pub(super) fn ask_about_line(&mut self) -> Vec<Effect> {
        let Some(line) = self.journal.current() else {
            return Vec::new();
        };
        let id = line.event.batch;
        self.shared.input.pending = Some(Pending::Question);
        vec![Effect::Ask(Ask::Batch { id })]
    }

    fn deeper(&mut self) -> Vec<Effect> {
        let effects = match self.shared.focus {
            Pane::Events | Pane::Desk | Pane::Guests => return self.deeper_at_desk(),
            Pane::Regions => self.apply_region(),
            Pane::Reasons => self.apply_reason(),
            Pane::List => {
                self.shared.card.top = 0;
                Vec::new()
            }
            Pane::Card | Pane::Log | Pane::Meeting => return Vec::new(),
        };
        let panes = self.shared.screen.panes();
        let at = panes
            .iter()
            .position(|p| *p == self.shared.focus)
            .unwrap_or(0);
        self.shared.focus = panes[(at + 1).min(panes.len() - 1)];
        effects.into_iter().chain(self.arrive()).collect()
    }

    pub(super) fn turn(&mut self, by: isize) -> Vec<Effect> {
        let panes = self.shared.screen.panes();
        let at = panes
            .iter()
            .position(|p| *p == self.shared.focus)
            .unwrap_or(0);
        let n = panes.len();
        self.shared.focus = panes[(at + n).saturating_add_signed(by) % n];
        if self.shared.screen == ScreenId::Events {
            self.shared.focus = self.pane_at_desk(self.shared.focus);
        }
        self.arrive()
    }

    /// After the panes changed: what is seen now is scrolled right and fetched.
    fn arrive(&mut self) -> Vec<Effect> {
        let height = self.list_lines();
        self.list_mut().reveal(height);
        self.want_card().into_iter().collect()
    }

    pub(super) fn show(&mut self, screen: ScreenId) -> Vec<Effect> {
        self.shared.screen = screen;
        self.reception.leave_meeting();
        self.shared.focus = match screen {
            ScreenId::Log => Pane::Log,
            ScreenId::Meeting => Pane::Meeting,
            ScreenId::Events => self.pane_of_events(),
            _ => Pane::List,
        };
        // The other screen's list may be old: read it around its place.
        let mut effects = self.refresh_lists();
        effects.extend(self.want_card());
        effects
    }

    /// Reads the lists of the present screen anew, with their numbers, cursors unmoved.
    pub(super) fn refresh_lists(&mut self) -> Vec<Effect> {
        let height = self.list_lines();
        match self.shared.screen {
            ScreenId::Villages => vec![self.villages.refresh(height)],
            ScreenId::Board => self.board.refresh(height),
            ScreenId::Log => vec![self.journal.load()],
            ScreenId::Meeting => self.reload_meetings(),
            ScreenId::Events => self.refresh_events(),
            ScreenId::Attention => vec![self.attention.refresh(height), self.count_reasons()],
        }
    }

    pub(super) fn count_reasons(&self) -> Effect {
        Effect::Ask(Ask::Reasons {
            region: self.attention.filter.region.clone(),
            day: self.shared.clock.today,
        })
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
        if self.shared.screen == ScreenId::Meeting && self.meetings.shown().is_some() {
            return self.leave_meeting();
        }
        if self.back_at_desk() {
            // It may have led back to a meeting.
            return match self.shared.screen {
                ScreenId::Meeting => self.reload_meetings(),
                _ => self.arrive(),
            };
        }
        if self.is_filtered() {
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
            && !self.is_filtered()
    }
}
