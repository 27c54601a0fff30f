//! What becomes of a wish that the store could not fulfil.

use super::form::Saving;
use super::input_queue::Pending;
use super::model::Model;
use super::msg::{Ask, Effect};
use super::overlay::Overlay;
use super::reception::EventAsk;
use super::toast::Tone;
use crate::store::Error;

impl Model {
    pub(super) fn failed(&mut self, ask: &Ask, error: Error) -> Vec<Effect> {
        let s = self.shared.strings();
        if let Ask::Meeting(ask) = ask {
            return self.meeting_failed(ask, error);
        }
        match (ask, &mut self.shared.overlay) {
            (Ask::Act { batch, request }, Some(Overlay::Form(form))) if form.batch == *batch => {
                let mut effects = Vec::new();
                form.saving = match error {
                    Error::Conflict(theirs) => {
                        effects.push(Effect::Ask(Ask::Card {
                            code: request.village.clone(),
                        }));
                        Saving::Conflict(theirs)
                    }
                    Error::Refused(why) => Saving::Failed(s.facts.refusal(&why)),
                    other => Saving::Failed(other.say(s)),
                };
                return effects;
            }
            (Ask::Page { list, tag, .. }, _) => self.screens.give_up(*list, *tag),
            (Ask::Card { code }, _) => self
                .gave_up(|w| matches!(w, Pending::Form(c, _) | Pending::Bulk(c, _) if c == code)),
            (Ask::Log { tag, .. }, _) => self.screens.log.give_up(*tag),
            (Ask::LastAct { .. } | Ask::Batch { .. }, _) => {
                self.gave_up(|w| *w == Pending::Question)
            }
            (Ask::Search { tag, .. }, Some(Overlay::Search(search))) if search.tag == *tag => {
                search.answered = true;
            }
            (Ask::Search { tag, .. }, Some(Overlay::Entry(_))) => {
                self.origin_found(*tag, Vec::new());
            }
            (Ask::Event(EventAsk::NoProduct), Some(Overlay::NoProduct(_))) => {
                self.shared.overlay = None;
                self.shared.input.queue.clear();
            }
            (Ask::Event(EventAsk::List), _) => {
                self.screens.events.loaded = true;
                self.shared.input.queue.clear();
            }
            (Ask::Filter { .. }, _) => self.gave_up(|w| *w == Pending::Filter),
            (Ask::Views, _) => self.gave_up(|w| *w == Pending::Views),
            (Ask::View { batch, .. }, _) => {
                self.view_refused(*batch, error.say(s));
                return Vec::new();
            }
            (Ask::Message(_), _) => self.gave_up(|w| *w == Pending::Message),
            (Ask::Papers(_), _) => self.gave_up(|w| *w == Pending::Papers),
            (Ask::Past { .. }, _) => self.gave_up(|w| *w == Pending::Past),
            (Ask::Undo { .. }, _) => self.shared.undoing = None,
            (Ask::Event(EventAsk::Act { batch, .. }), _) => return self.desk_failed(*batch, error),
            (Ask::DryRun { .. }, Some(Overlay::Form(form))) => {
                form.saving = Saving::Failed(error.say(s));
                return Vec::new();
            }
            (Ask::Bulk { batch, requests }, _) => {
                return self.bulk_failed(*batch, requests, &error);
            }
            (Ask::AbandonedDraft | Ask::TakeOver(_) | Ask::Keep(_), _) => {
                return self.cannot_keep(&error.say(s));
            }
            _ => {}
        }
        self.shared.say(error.say(s), Tone::Trouble);
        Vec::new()
    }

    /// What a person waited for will not come; neither do the keys that were meant for it act on something else.
    fn gave_up(&mut self, is_this: impl Fn(&Pending) -> bool) {
        if self.shared.input.pending.take_if(|w| is_this(w)).is_some() {
            self.shared.input.queue.clear();
            self.shared.drafts.refilling = None;
        }
    }
}
