//! The event desk: who is at an event, counted while they come.

pub mod entry;
pub mod fields;
mod input;
mod keep;
pub mod lines;
mod open;
mod talk;
#[cfg(test)]
mod tests;

use uuid::Uuid;

pub use keep::{KeptDesk, KeptEntry};
pub use talk::{EventAnswer, EventAsk, EventDeed, Hall, Here};

use super::command::{Cmd, Reason};
use super::layout::{Pane, ScreenId};
use super::model::Model;
use super::msg::{Ask, Effect};
use crate::domain::occasion::{Brief, Phase, Present};
use crate::strings::facts::capital;

/// What the screen of the event desk knows.
#[derive(Debug, Default)]
pub struct Reception {
    /// The newest first.
    pub events: Vec<Brief>,
    pub loaded: bool,
    /// The event under the cursor of the list.
    pub at: usize,
    /// The event at which the desk stands.
    pub chosen: Option<Uuid>,
    pub hall: Option<Hall>,
    /// First line of the main page that is seen.
    pub top: usize,
    /// Who is under the cursor, the latest at the top.
    pub guest: usize,
    /// The desk stands at a meeting, not at an event of its own list.
    pub meeting: bool,
    /// The event at which it stood before.
    before_meeting: Option<Uuid>,
    /// A person has gone to the list of events: none is chosen by itself any more.
    looked_around: bool,
    /// What was kept of an entry of a lost session, until its event is there.
    refilling: Option<KeptEntry>,
}

impl Reception {
    /// Goes to an event; at another one it begins at its top.
    fn stand_at(&mut self, id: Uuid) {
        if self.chosen != Some(id) {
            self.top = 0;
            self.guest = 0;
        }
        self.chosen = Some(id);
    }

    /// Goes to a meeting, for as long as its attendance is looked at.
    pub(super) fn stand_at_meeting(&mut self, id: Uuid) {
        if !std::mem::replace(&mut self.meeting, true) {
            self.before_meeting = self.chosen;
        }
        self.stand_at(id);
    }

    /// Back to the event at which the desk stood before it went to a meeting.
    pub(super) fn leave_meeting(&mut self) {
        if std::mem::take(&mut self.meeting) {
            self.chosen = self.before_meeting.take();
            (self.top, self.guest) = (0, 0);
        }
    }

    /// The event under the cursor of the list.
    #[must_use]
    pub fn current(&self) -> Option<&Brief> {
        self.events.get(self.at)
    }

    /// The chosen event, when it is there.
    #[must_use]
    pub fn shown(&self) -> Option<&Hall> {
        let chosen = self.chosen?;
        self.hall.as_ref().filter(|h| h.occasion.id == chosen)
    }

    /// Those who are there with their numbers on the list, the latest first.
    pub fn guests(&self) -> impl Iterator<Item = (usize, &Present)> {
        let guests = self.shown().map_or(&[][..], |h| &h.occasion.guests);
        let all = guests.iter().enumerate().rev();
        all.map(|(n, present)| (n + 1, present))
    }

    /// Who is under the cursor.
    #[must_use]
    pub fn current_guest(&self) -> Option<&Present> {
        self.guests().nth(self.guest).map(|(_, p)| p)
    }
}

impl super::screens::Screen for Reception {
    fn first_pane(&self) -> Pane {
        if self.chosen.is_some() {
            Pane::Desk
        } else {
            Pane::Events
        }
    }

    /// Without an event there is only the list of them.
    fn pane(&self, wanted: Pane) -> Pane {
        match self.chosen {
            None => Pane::Events,
            // A meeting is none of the events of the list.
            Some(_) if self.meeting && wanted == Pane::Events => Pane::Desk,
            Some(_) => wanted,
        }
    }
}

/// What the event desk says of a command, where it is not the usual.
pub(super) fn enabled(m: &Model, cmd: Cmd) -> Option<Result<(), Reason>> {
    Some(match cmd {
        Cmd::MeetingActs | Cmd::NewEvent => Ok(()),
        Cmd::FilterKecamatan => Err(|s| s.why_own_order),
        Cmd::Message => m.event_to_tell().map(|_| ()).ok_or(|s| s.desk.no_event),
        Cmd::CheckIn => may_come(m),
        Cmd::CorrectGuest | Cmd::StrikeGuest => on_guest(m),
        Cmd::Open | Cmd::Right if m.shared.focus == Pane::Guests => on_guest(m),
        Cmd::ChangeEvent => may_come(m).and_then(|()| no_meeting(m)),
        Cmd::CloseEvent => may_close(m),
        _ => return None,
    })
}

/// An event is chosen at which somebody can still come.
fn may_come(m: &Model) -> Result<(), Reason> {
    match on_event(m)?.occasion.phase {
        Phase::Final => Err(|s| s.desk.is_final),
        Phase::Cancelled => Err(|s| s.desk.is_cancelled),
        _ => Ok(()),
    }
}

/// A meeting's plan is changed where it is led.
fn no_meeting(m: &Model) -> Result<(), Reason> {
    if m.screens.events.meeting {
        Err(|s| s.desk.is_meeting)
    } else {
        Ok(())
    }
}

fn may_close(m: &Model) -> Result<(), Reason> {
    no_meeting(m)?;
    let o = &on_event(m)?.occasion;
    match o.phase {
        Phase::Open => Ok(()),
        // Somebody came, and whoever opened it took that back.
        Phase::Planned | Phase::Frozen if !o.guests.is_empty() => Ok(()),
        _ => Err(|s| s.desk.not_open),
    }
}

fn on_event(m: &Model) -> Result<&Hall, Reason> {
    // On the list the cursor says which event is meant.
    let on_another = m.shared.focus == Pane::Events
        && m.screens.events.current().map(|b| b.id) != m.screens.events.chosen;
    let hall = m.screens.events.shown().filter(|_| !on_another);
    hall.ok_or(|s| s.desk.no_event)
}

fn on_guest(m: &Model) -> Result<(), Reason> {
    may_come(m)?;
    match (m.shared.focus, m.screens.events.current_guest()) {
        (Pane::Guests, Some(_)) => Ok(()),
        _ => Err(|s| s.desk.no_guest),
    }
}

impl Model {
    /// The event whose numbers a message tells.
    pub(super) fn event_to_tell(&self) -> Option<Uuid> {
        match self.shared.focus {
            Pane::Events => self.screens.events.current().map(|b| b.id),
            _ => self.screens.events.chosen,
        }
    }

    /// Reads what the event desk shows.
    pub(super) fn refresh_events(&self) -> Vec<Effect> {
        let hall = self.screens.events.chosen.map(EventAsk::Hall);
        let asks = [EventAsk::List].into_iter().chain(hall);
        asks.map(|ask| Effect::Ask(Ask::Event(ask))).collect()
    }

    pub(super) fn event_answer(&mut self, answer: EventAnswer) -> Vec<Effect> {
        match answer {
            EventAnswer::List(events) => self.events_came(events),
            EventAnswer::Hall(id, hall) => self.hall_came(id, hall),
            EventAnswer::Here(here) => {
                self.shared.card.here = Some(here);
                Vec::new()
            }
            EventAnswer::NoProduct(total, groups) => {
                self.no_product_came(total, groups);
                Vec::new()
            }
        }
    }

    fn events_came(&mut self, events: Vec<Brief>) -> Vec<Effect> {
        let reception = &mut self.screens.events;
        let here = reception.current().map(|b| b.id);
        let at = events.iter().position(|b| Some(b.id) == here);
        reception.events = events;
        reception.loaded = true;
        reception.at = at.unwrap_or(0);
        let is_here = self.shared.screen == ScreenId::Events && self.shared.focus == Pane::Events;
        let reception = &self.screens.events;
        if !is_here || reception.chosen.is_some() || reception.looked_around {
            return Vec::new();
        }
        // The only event of the day is the one that is meant.
        let today = |b: &&Brief| {
            b.phase != Phase::Cancelled
                && (b.day == self.shared.clock.today || b.phase == Phase::Open)
        };
        let mut of_today = reception.events.iter().filter(today);
        match (of_today.next(), of_today.next()) {
            (Some(one), None) => {
                let id = one.id;
                self.choose_event(id)
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn choose_event(&mut self, id: Uuid) -> Vec<Effect> {
        let reception = &mut self.screens.events;
        reception.stand_at(id);
        if let Some(at) = reception.events.iter().position(|b| b.id == id) {
            reception.at = at;
        }
        self.shared.focus = Pane::Desk;
        vec![Effect::Ask(Ask::Event(EventAsk::Hall(id)))]
    }

    fn hall_came(&mut self, id: Uuid, hall: Option<Hall>) -> Vec<Effect> {
        if self.screens.events.chosen != Some(id) {
            return Vec::new();
        }
        if hall.is_none() {
            // Its plan was taken back.
            self.screens.events.chosen = None;
            if self.shared.screen == ScreenId::Events {
                self.shared.focus = Pane::Events;
            }
        }
        // The cursor stays on its person when others come.
        let person = self.screens.events.current_guest().map(|p| p.id);
        self.screens.events.hall = hall;
        let at = self
            .screens
            .events
            .guests()
            .position(|(_, p)| Some(p.id) == person);
        let last = self.screens.events.guests().count().saturating_sub(1);
        self.screens.events.guest = match at {
            Some(at) if self.screens.events.guest > 0 => at,
            _ => self.screens.events.guest.min(last),
        };
        self.screens.events.top = self.screens.events.top.min(self.last_desk_top());
        self.hall_for_entry()
    }

    /// Moves within the panes of the event desk.
    pub(super) fn step_at_desk(&mut self, by: isize) -> Vec<Effect> {
        let last_top = self.last_desk_top();
        let reception = &mut self.screens.events;
        let guests = reception.guests().count().saturating_sub(1);
        let (at, last) = match self.shared.focus {
            Pane::Events => {
                let last = reception.events.len().saturating_sub(1);
                (&mut reception.at, last)
            }
            Pane::Guests => (&mut reception.guest, guests),
            _ => (&mut reception.top, last_top),
        };
        *at = at.saturating_add_signed(by).min(last);
        Vec::new()
    }

    fn last_desk_top(&self) -> usize {
        let areas = self.shared.areas();
        let (Some(hall), Some(pane)) = (self.screens.events.shown(), areas.pane(Pane::Desk)) else {
            return 0;
        };
        let all = self.desk_lines(hall, pane.width).len();
        all.saturating_sub(areas.lines())
    }

    /// The main page as lines for a pane of this width.
    #[must_use]
    pub fn desk_lines(&self, hall: &Hall, width: u16) -> Vec<super::card::CardLine> {
        let low = self.shared.size.1 <= super::layout::LOW;
        lines::lines(hall, self.shared.strings(), width.into(), low)
    }

    /// Opens what is under the cursor: an event its desk, the desk its list, a person the entry.
    pub(super) fn deeper_at_desk(&mut self) -> Vec<Effect> {
        match self.shared.focus {
            Pane::Events => match self.screens.events.current() {
                Some(brief) => {
                    let id = brief.id;
                    self.choose_event(id)
                }
                None => self.run(Cmd::NewEvent),
            },
            Pane::Desk => {
                self.shared.focus = Pane::Guests;
                Vec::new()
            }
            _ => self.run(Cmd::CorrectGuest),
        }
    }

    /// One step back within the event desk; none where it ends.
    pub(super) fn back_at_desk(&mut self) -> bool {
        match self.shared.focus {
            Pane::Guests => self.shared.focus = Pane::Desk,
            // From a meeting's list back to its page.
            Pane::Desk if self.screens.events.meeting => {
                self.screens.events.leave_meeting();
                self.shared.screen = ScreenId::Meeting;
                self.shared.focus = Pane::Meeting;
            }
            Pane::Desk => {
                self.shared.focus = Pane::Events;
                self.screens.events.looked_around = true;
            }
            _ => return false,
        }
        true
    }

    /// Who of the village on the card is at an event or meeting of the day, as a sentence for each.
    #[must_use]
    pub fn here_words(&self) -> Vec<String> {
        let s = self.shared.strings();
        let w = &s.reception;
        let (Some(here), Some(place)) = (&self.shared.card.here, self.target()) else {
            return Vec::new();
        };
        if here.village != place.code {
            return Vec::new();
        }
        let all = here.at.iter().map(|(brief, people)| {
            let person = |p: &Present| {
                let office = match p.guest.office.as_str() {
                    "" => s.occasions.element(p.guest.element).to_owned(),
                    office => office.to_owned(),
                };
                if self.shared.looks_only() {
                    return s.occasions.element(p.guest.element).to_owned();
                }
                w.person(&p.guest.name, &office, &p.guest.represents)
            };
            let people: Vec<String> = people.iter().map(person).collect();
            w.here(&brief.title, people.len(), &people.join("; "))
        });
        all.map(|line| capital(&line)).collect()
    }
}
