//! Input that arrives before the store has answered what came earlier: it is queued.
//!
//! Over a slow line several keys arrive at once: `a` and the name of a potential, `u` and Enter. What `a` opens needs an
//! answer first; until it is there the keys after it wait, so that no letter of a name is taken for a command.

use crossterm::event::KeyCode;
use uuid::Uuid;

use super::command::Cmd;
use super::form::Saving;
use super::keymap::Key;
use super::layout::ScreenId;
use super::model::Model;
use super::msg::{Effect, Msg, Now};
use super::overlay::Overlay;
use crate::domain::code::Code;

/// What was asked for and is not there yet.
#[derive(Debug, PartialEq, Eq)]
pub enum Pending {
    /// The card on which this act's form opens.
    Form(Code, Cmd),
    /// The card of the first marked village, on which an act for all of them opens.
    Bulk(Code, Cmd),
    /// What a filter that was typed shows.
    Filter,
    /// The saved views.
    Views,
    /// The past day that was asked for, or today.
    Past,
    /// The text of the screen for a message.
    Message,
    /// Papers that are being written.
    Papers,
    /// A meeting's page, or what an act at it does.
    Meeting,
    /// The act that an undo or redo would be about.
    Question,
    /// An act of the event desk that has no form.
    EventAct(Uuid),
}

impl Model {
    /// Keeps what a person sent for later, when it has to wait; gives it back otherwise.
    pub(super) fn hold(&mut self, msg: Msg) -> Option<Msg> {
        let behind = !self.shared.input.queue.is_empty() && self.may_wait(&msg);
        if behind || self.must_wait(&msg) {
            self.shared.input.queue.push_back(msg);
            return None;
        }
        Some(msg)
    }

    /// Lets what has waited act, as far as it need not wait again.
    pub(super) fn catch_up(&mut self, now: &Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        while self
            .shared
            .input
            .queue
            .front()
            .is_some_and(|msg| !self.must_wait(msg))
        {
            if let Some(msg) = self.shared.input.queue.pop_front() {
                effects.extend(self.take(msg, now));
            }
        }
        effects
    }

    /// What a person sends waits; leaving, and what mends the screen, never does.
    fn may_wait(&self, msg: &Msg) -> bool {
        match msg {
            Msg::Key(event) => !Key::of(event).is_some_and(|key| {
                matches!(
                    self.shared.session.keymap.command(key),
                    Some(Cmd::Quit | Cmd::Suspend | Cmd::Redraw)
                )
            }),
            Msg::Paste(_) => true,
            _ => false,
        }
    }

    fn must_wait(&self, msg: &Msg) -> bool {
        self.may_wait(msg)
            && (self.shared.input.pending.is_some()
                || self.is_writing()
                || self.picks_unseen(msg)
                || self.has_no_events_yet())
    }

    /// The event desk was come to for the first time: what is typed there is about the events that are not seen yet.
    fn has_no_events_yet(&self) -> bool {
        self.shared.screen == ScreenId::Events && !self.screens.events.loaded
    }

    /// A save or an undo is on its way: what comes after it is meant for the screen that it leaves.
    fn is_writing(&self) -> bool {
        let saving = match &self.shared.overlay {
            Some(Overlay::Form(form)) => matches!(form.saving, Saving::Sent),
            Some(Overlay::Meeting(form)) => matches!(form.saving, Saving::Sent),
            Some(Overlay::Preview(preview)) => preview.sent,
            Some(Overlay::ViewName(name)) => name.sent,
            _ => false,
        };
        saving || self.entry_is_sent() || self.shared.undoing.is_some()
    }

    /// A number or Enter picks from the hits of what is typed, not from those of a letter less.
    fn picks_unseen(&self, msg: &Msg) -> bool {
        let Msg::Key(event) = msg else {
            return false;
        };
        let unanswered = match &self.shared.overlay {
            Some(Overlay::Search(search)) => search.is_unanswered(),
            Some(Overlay::Entry(entry)) => entry.is_unanswered(),
            Some(Overlay::NoProduct(page)) => !page.loaded,
            _ => false,
        };
        unanswered
            && Key::of(event).is_some_and(|key| {
                key.code() == KeyCode::Enter || key.typed().is_some_and(|c| c.is_ascii_digit())
            })
    }
}
