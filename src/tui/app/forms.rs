//! Opening a form on the village under the cursor, and sending what it records.

use super::command::{self, Cmd, Reason};
use super::form::{Form, FormKind, Outcome, Saving};
use super::input_queue::Pending;
use super::keymap::Key;
use super::model::Model;
use super::msg::{Ask, Effect, Now};
use super::overlay::{Item, Overlay, Picked};
use super::toast::Tone;
use crate::strings::facts::capital;

/// What is recorded about who makes and sells the product, and who helps, in the order of the chooser.
const MAKING: [Cmd; 9] = [
    Cmd::RecordMonth,
    Cmd::CountWorkers,
    Cmd::AddProducer,
    Cmd::AmendProducer,
    Cmd::TurnProducer,
    Cmd::OpenChannel,
    Cmd::CloseChannel,
    Cmd::BeginAssistance,
    Cmd::EndAssistance,
];

impl Model {
    /// Opens the chooser of what to record about the making of the product.
    pub(super) fn pick_making(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
        let item = |(cmd, key): (Cmd, char)| Item {
            key: Some(key),
            label: capital(command::of(cmd).label(s)),
            picked: Picked::Form(cmd),
        };
        let items = MAKING.into_iter().zip('1'..).map(item).collect();
        let mut effects = self
            .shared
            .pick(|s| s.pick_making, items, &Picked::Form(MAKING[0]));
        // The card tells which of them can be recorded now.
        if let (None, Some(place)) = (self.shown_card(), self.target()) {
            let code = place.code.clone();
            effects.push(Effect::Ask(Ask::Card { code }));
        }
        effects
    }

    /// Opens the form of an act on the village under the cursor, as soon as its card is there.
    pub(super) fn open_form(&mut self, command: Cmd) -> Vec<Effect> {
        let Some(place) = self.target() else {
            return Vec::new();
        };
        let code = place.code.clone();
        self.shared.input.pending = Some(Pending::Form(code.clone(), command));
        // The card is read anew even when it is there: the form checks against it.
        vec![Effect::Ask(Ask::Card { code })]
    }

    /// The card is there: opens the form, unless there is nothing for it to be about.
    pub(super) fn open_form_now(&mut self, command: Cmd, now: &Now) -> Vec<Effect> {
        let Some(kind) = FormKind::of(command) else {
            return Vec::new();
        };
        // The list may have changed under the cursor while the card was read.
        if self.shared.overlay.is_none()
            && let Some(card) = self.shown_card().cloned()
        {
            // What the list does not tell, the card does: whether there is anything to verify, clear or close.
            if let Err(reason) = self.enabled(command) {
                self.shared.input.queue.clear();
                self.say_why_not(command, reason);
                return Vec::new();
            }
            let form = Form::open(kind, card, now.today, self.shared.session.lang, now.fresh);
            self.lay_open(form);
        } else {
            self.shared.input.queue.clear();
        }
        self.shared.drafts.refilling = None;
        Vec::new()
    }

    /// Shows a form, filled with what a lost line left of it where there is that.
    pub(super) fn lay_open(&mut self, mut form: Form) {
        if let Some(kept) = self.shared.drafts.refilling.take()
            && !form.refill(&kept)
        {
            let text = self.shared.strings().resume.pick_is_gone.to_owned();
            self.shared.say(text, Tone::Trouble);
        }
        self.shared.overlay = Some(Overlay::Form(Box::new(form)));
    }

    /// Lets a key act on the open form; sends what it records.
    pub(super) fn key_in_form(&mut self, mut form: Box<Form>, key: Key, now: &Now) -> Vec<Effect> {
        match form.key(key) {
            Outcome::Stays => {}
            Outcome::Close => return Vec::new(),
            Outcome::TakeTheirs => {
                return vec![Effect::Ask(Ask::Card {
                    code: form.card.place.code,
                })];
            }
            Outcome::Save | Outcome::KeepMine => {
                form.tried = true;
                if let Some(problem) = form.problem(now.today) {
                    form.saving = Saving::Typing;
                    form.go_to_problem(&problem);
                } else if form.is_for_many() {
                    return self.preview(form, now);
                } else if let Some(request) = form.request(now.today) {
                    form.saving = Saving::Sent;
                    let batch = form.batch;
                    self.shared.overlay = Some(Overlay::Form(form));
                    return vec![Effect::Ask(Ask::Act {
                        batch,
                        request: Box::new(request),
                    })];
                }
            }
        }
        self.shared.open(Overlay::Form(form))
    }

    /// Says why a command cannot be used now.
    pub(super) fn say_why_not(&mut self, command: Cmd, reason: Reason) {
        if let Some(text) = self.shared.told_as_viewer(command) {
            return self.shared.say(text, Tone::Plain);
        }
        let s = self.shared.strings();
        let name = capital(command::of(command).label(s));
        self.shared
            .say(format!("{name}: {}.", reason(&s.screens)), Tone::Plain);
    }
}
