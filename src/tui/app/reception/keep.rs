//! The event desk as it is kept for a lost line: at which event it stands, and what is half typed.
//!
//! A telephone number is not kept: it would lie on the disk beside the record, where erasing it from the record does not
//! reach. Losing one costs typing it once more.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entry::{About, Asks, Entry, Finder, Origin, State, Value};
use super::talk::EventAsk;
use crate::tui::app::layout::{Pane, ScreenId};
use crate::tui::app::model::Model;
use crate::tui::app::msg::{Ask, Effect};
use crate::tui::app::overlay::Overlay;

/// What is typed and picked in an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptEntry {
    pub about: About,
    pub event: Uuid,
    /// The act's own id, so that what was sent before the line was lost is not done again.
    pub batch: Uuid,
    seen: i64,
    at: usize,
    slots: Vec<KeptSlot>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptSlot {
    asks: Asks,
    /// What is typed, the letter that picks, or the code of the region.
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    offered: bool,
}

impl KeptEntry {
    /// It is about somebody on a list, not about the event itself.
    #[must_use]
    pub fn is_of_person(&self) -> bool {
        matches!(self.about, About::Arrival | About::Correction(_))
    }
}

/// Where the event desk stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDesk {
    /// The event that is chosen.
    pub event: Option<Uuid>,
    /// It is a meeting, not an event of the desk's own list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub meeting: bool,
    /// Keys go to the list of those who are there.
    pub on_guests: bool,
    pub entry: Option<KeptEntry>,
}

impl Entry {
    /// What is worth keeping; nothing while nothing was typed.
    #[must_use]
    pub fn kept(&self) -> Option<KeptEntry> {
        self.touched.then(|| KeptEntry {
            about: self.about,
            event: self.event,
            batch: self.batch,
            seen: self.seen,
            at: self.at,
            slots: self
                .slots
                .iter()
                .filter(|slot| slot.asks != Asks::Phone)
                .map(|slot| KeptSlot {
                    asks: slot.asks,
                    text: match &slot.value {
                        Value::Text(input) => input.value().to_owned(),
                        Value::Find(finder) => finder.input.value().to_owned(),
                        Value::Letter(picked) => picked
                            .and_then(|at| super::fields::letters(slot.asks).chars().nth(at))
                            .map_or_else(String::new, String::from),
                        Value::Region(options, at) => {
                            options.get(*at).map_or_else(String::new, |o| o.0.clone())
                        }
                    },
                    origin: match &slot.value {
                        Value::Find(finder) => finder.found.clone(),
                        _ => None,
                    },
                    offered: slot.offered,
                })
                .collect(),
        })
    }

    /// Fills an entry that was just opened with what was kept of one like it.
    pub fn refill(&mut self, kept: &KeptEntry) {
        self.batch = kept.batch;
        self.seen = kept.seen;
        for one in kept.slots.iter().filter(|one| one.asks != Asks::Phone) {
            let Some(slot) = self.slots.iter_mut().find(|s| s.asks == one.asks) else {
                continue;
            };
            slot.offered = one.offered;
            match &mut slot.value {
                Value::Text(input) => *input = one.text.clone().into(),
                Value::Find(finder) => {
                    *finder = Finder {
                        input: one.text.clone().into(),
                        found: one.origin.clone(),
                        ..Finder::default()
                    };
                }
                Value::Letter(picked) => {
                    let letters = super::fields::letters(one.asks);
                    *picked = one.text.chars().next().and_then(|c| letters.find(c));
                }
                Value::Region(options, at) => {
                    *at = options.iter().position(|o| o.0 == one.text).unwrap_or(0);
                }
            }
        }
        self.at = kept.at.min(self.slots.len());
        self.state = State::Typing;
        self.touched = true;
    }
}

impl Model {
    /// Where the event desk stands, and what is half typed at it.
    pub(in crate::tui::app) fn desk_to_keep(&self) -> Option<KeptDesk> {
        let entry = match &self.shared.overlay {
            Some(Overlay::Entry(entry)) => entry.kept(),
            _ => None,
        };
        (self.shared.screen == ScreenId::Events || entry.is_some()).then(|| KeptDesk {
            event: self.screens.events.chosen,
            meeting: self.screens.events.meeting,
            on_guests: self.shared.focus == Pane::Guests,
            entry,
        })
    }

    /// Goes back to the event desk of a lost session.
    pub(in crate::tui::app) fn back_to_desk(&mut self, kept: KeptDesk, saved: bool) -> Vec<Effect> {
        self.screens.events.chosen = kept.event.filter(|_| !kept.meeting);
        let mut effects = self.show(ScreenId::Events);
        if let Some(meeting) = kept.event.filter(|_| kept.meeting) {
            self.screens.events.stand_at_meeting(meeting);
            self.shared.focus = Pane::Desk;
            effects.push(Effect::Ask(Ask::Event(EventAsk::Hall(meeting))));
        }
        if kept.on_guests && kept.event.is_some() {
            self.shared.focus = Pane::Guests;
        }
        if let Some(entry) = kept.entry.filter(|_| !saved) {
            if kept.event.is_some() && entry.about != About::NewEvent {
                // Its event comes first: what is typed is measured against it.
                self.screens.events.refilling = Some(entry);
            } else {
                effects.extend(self.refill_entry(&entry));
            }
        }
        effects
    }

    /// The entry of somebody at a meeting goes on there, once it is known who is there.
    pub(in crate::tui::app) fn entry_at_meeting(&mut self, kept: KeptDesk) -> Vec<Effect> {
        let (Some(meeting), Some(entry)) = (kept.event.filter(|_| kept.meeting), kept.entry) else {
            return Vec::new();
        };
        self.screens.events.stand_at_meeting(meeting);
        self.screens.events.refilling = Some(entry);
        vec![Effect::Ask(Ask::Event(EventAsk::Hall(meeting)))]
    }

    pub(super) fn refill_entry(&mut self, kept: &KeptEntry) -> Vec<Effect> {
        let (event, batch) = (kept.event, kept.batch);
        let shown = self.screens.events.shown();
        let mut entry = match kept.about {
            About::NewEvent => Entry::new_event(event, batch, self.scopes(), ""),
            About::ChangeEvent => {
                let Some(hall) = shown else {
                    return Vec::new();
                };
                Entry::change(event, batch, self.scopes(), &hall.occasion.plan, "")
            }
            About::Arrival => Entry::arrival(event, batch, None),
            About::Correction(id) => {
                let guests = shown.map_or(&[][..], |h| &h.occasion.guests);
                let Some(present) = guests.iter().find(|g| g.id == id) else {
                    // Somebody has struck it off meanwhile.
                    return Vec::new();
                };
                Entry::correction(event, batch, id, &present.guest, None)
            }
        };
        entry.refill(kept);
        let typed = matches!(
            entry.value(Asks::Origin),
            Some(Value::Find(f)) if f.found.is_none() && !f.input.value().trim().is_empty()
        );
        self.shared.overlay = Some(Overlay::Entry(Box::new(entry)));
        if typed {
            self.look_up_origin()
        } else {
            Vec::new()
        }
    }
}
