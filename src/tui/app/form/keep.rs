//! A form as it is kept while it is typed, and filled again from that.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Form, Pickable, Value};
use crate::domain::act::Field;
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::tui::app::command::{self, Cmd};

/// What is typed and picked in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptForm {
    /// The command that opens such a form, by its name.
    pub command: String,
    pub village: Code,
    /// The last seq of the village's stream that was seen: conflicts are measured from there.
    seen: i64,
    /// The act's own id, so that what was sent before the line was lost is not done again.
    pub batch: Uuid,
    at: usize,
    slots: Vec<KeptSlot>,
    /// The villages that it is for, when it is for many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub many: Vec<Place>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptSlot {
    field: Field,
    /// What is typed, or the key of what is picked.
    value: String,
}

impl KeptForm {
    /// The command that opens the form, where this version has it.
    #[must_use]
    pub fn cmd(&self) -> Option<Cmd> {
        let known = command::all().iter().find(|c| c.name == self.command);
        known.map(|c| c.cmd)
    }
}

impl Form {
    /// What is worth keeping of the form; nothing while nothing was typed.
    #[must_use]
    pub fn kept(&self) -> Option<KeptForm> {
        let value = |value: &Value| match value.typed() {
            Some(typed) => typed.to_owned(),
            None => value.picked().map_or_else(String::new, Pickable::key),
        };
        self.touched.then(|| KeptForm {
            command: command::of(self.kind.cmd()).name.to_owned(),
            village: self.card.place.code.clone(),
            seen: self.card.last_seq,
            batch: self.batch,
            at: self.at,
            slots: self
                .slots
                .iter()
                .map(|slot| KeptSlot {
                    field: slot.field,
                    value: value(&slot.value),
                })
                .collect(),
            many: self.many.clone(),
        })
    }

    /// Fills a form that was just opened with what was kept of one like it. False when something that was picked is not
    /// offered any more; the cursor then stands on it.
    pub fn refill(&mut self, kept: &KeptForm) -> bool {
        if !kept.many.is_empty() {
            self.for_all(kept.many.clone());
        }
        self.batch = kept.batch;
        self.fresh = kept.batch;
        self.card.last_seq = kept.seen;
        let mut lost = None;
        for one in &kept.slots {
            let Some(i) = self.slots.iter().position(|s| s.field == one.field) else {
                continue;
            };
            let before = self.slots[i].value.picked().cloned();
            if let Value::Pick { options, at } = &mut self.slots[i].value {
                match options.iter().position(|o| o.key() == one.value) {
                    Some(there) => *at = there,
                    // Nothing was offered then either.
                    None if one.value.is_empty() => {}
                    None => lost = lost.or(Some(i)),
                }
                // What is picked brings its own words along; those that were typed come after.
                self.follow_pick(one.field, before.as_ref());
            }
        }
        for one in &kept.slots {
            let Some(slot) = self.slots.iter_mut().find(|s| s.field == one.field) else {
                continue;
            };
            let as_before = slot.value.typed() == Some(&one.value);
            slot.set_text(one.value.clone());
            match &mut slot.value {
                Value::Suggested { untouched, .. } | Value::Date { untouched, .. } => {
                    *untouched &= as_before;
                }
                Value::Pick { options, at } => {
                    *at = options
                        .iter()
                        .position(|o| o.key() == one.value)
                        .unwrap_or(*at);
                }
                Value::Text(_) => {}
            }
        }
        self.at = lost.unwrap_or(kept.at).min(self.slots.len());
        self.reached = self.at;
        self.touched = true;
        lost.is_none()
    }
}
