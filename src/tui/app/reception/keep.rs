//! The event desk as it is kept for a lost line: at which event it stands, and what is half typed.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entry::{About, Asks, Entry, Finder, Origin, State, Value};

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
        for one in &kept.slots {
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
