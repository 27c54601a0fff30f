//! Undo and redo: what it would be about is named first, then done.

use std::collections::HashSet;

use super::command::Cmd;
use super::input_queue::Pending;
use super::keymap::Key;
use super::model::Model;
use super::msg::{Ask, Effect, Now};
use super::overlay::{Confirm, Overlay};
use super::toast::Tone;
use crate::store::{Batch, Change};
use crate::tui::text::brief;

impl Model {
    pub(super) fn key_in_question(
        &mut self,
        confirm: Confirm,
        key: Key,
        command: Option<Cmd>,
    ) -> Vec<Effect> {
        if key.code() == crossterm::event::KeyCode::Enter {
            let ask = Ask::Undo {
                batch: confirm.fresh,
                target: confirm.batch.id,
            };
            self.shared.undoing = Some(confirm);
            return vec![Effect::Ask(ask)];
        }
        if command == Some(Cmd::Back) {
            return Vec::new();
        }
        self.shared.open(Overlay::Confirm(confirm))
    }

    /// Opens the question before an undo or redo, or says why there is none.
    pub(super) fn ask_before_undo(
        &mut self,
        redo: bool,
        batch: Option<Batch>,
        changes: Vec<Change>,
        none: &str,
        now: &Now,
    ) {
        self.shared
            .input
            .pending
            .take_if(|w| *w == Pending::Question);
        match batch {
            Some(batch) => {
                self.shared.overlay = Some(Overlay::Confirm(Confirm {
                    redo,
                    batch,
                    changes,
                    fresh: now.fresh,
                }));
            }
            None => {
                self.shared.input.queue.clear();
                self.shared.say(none.to_owned(), Tone::Plain);
            }
        }
    }

    /// A batch in a few words: its village and what it did, or how much it did.
    pub(super) fn batch_words(&self, batch: &Batch) -> String {
        let s = self.shared.strings();
        let villages: HashSet<&str> = batch.events.iter().map(|e| e.stream.as_str()).collect();
        match &batch.events[..] {
            [only] => format!(
                "{}: {}",
                s.stream(&only.stream, &batch.name_of(&only.stream)),
                brief(&s.event(&only.event))
            ),
            many => (s.screens.batch_size)(many.len(), villages.len()),
        }
    }
}
