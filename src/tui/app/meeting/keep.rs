//! Where a meeting was left, and what was half typed in it, for the session after a lost line.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::form::{Kind, MeetForm, Promised};
use super::{Agenda, KeptMeetForm, Page};
use crate::tui::app::layout::{Pane, ScreenId};
use crate::tui::app::model::Model;
use crate::tui::app::msg::Effect;
use crate::tui::app::overlay::Overlay;
use crate::tui::app::toast::Tone;

/// The place in a meeting, and what is unfinished there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptMeeting {
    /// None: the list of meetings.
    meeting: Option<Uuid>,
    page: Page,
    pub form: Option<KeptMeetForm>,
    /// Agendas that are made, by their meetings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    agendas: Vec<(Uuid, Agenda)>,
}

impl KeptMeeting {
    /// Something in it would be lost: an input, or an agenda.
    #[must_use]
    pub fn is_work(&self) -> bool {
        self.form.is_some() || !self.agendas.is_empty()
    }
}

impl Model {
    /// The place and what is unfinished on the meeting screen.
    pub(in crate::tui::app) fn kept_meeting(&self) -> Option<KeptMeeting> {
        let form = match &self.shared.overlay {
            Some(Overlay::Meeting(form)) => form.kept(),
            _ => None,
        };
        let shown = self.screens.meeting.shown().map(|v| v.occasion().id);
        let agendas = self.screens.meeting.agendas.clone();
        let here = self.shared.screen == ScreenId::Meeting || form.is_some() || !agendas.is_empty();
        here.then_some(KeptMeeting {
            meeting: shown,
            page: self.screens.meeting.page,
            form,
            agendas,
        })
    }

    /// The agendas that were being made are there again, wherever their person was meanwhile.
    pub(in crate::tui::app) fn agendas_again(&mut self, kept: &KeptMeeting) {
        self.screens.meeting.agendas.clone_from(&kept.agendas);
    }

    /// Goes back to where a lost session was in a meeting.
    pub(in crate::tui::app) fn return_to_meeting(&mut self, kept: KeptMeeting) -> Vec<Effect> {
        self.shared.screen = ScreenId::Meeting;
        self.shared.focus = Pane::Meeting;
        let (meeting, page) = (kept.meeting, kept.page);
        if let Some(id) = meeting {
            self.screens.meeting.refilling = Some(Box::new(kept));
            return self.turn_to(id, Some(page));
        }
        let effects = self.reload_meetings();
        if let Some(form) = kept.form.filter(|f| f.kind == Kind::New) {
            let now = self.screens.meeting.now;
            let mut new = MeetForm::new_meeting(None, self.shared.session.lang, now.fresh);
            new.refill(&form, &[], now.today);
            self.shared.overlay = Some(Overlay::Meeting(Box::new(new)));
        }
        effects
    }

    /// The meeting is there again: what was unfinished goes on.
    pub(super) fn refill_meeting(&mut self) -> Vec<Effect> {
        let Some(kept) = self.screens.meeting.refilling.take() else {
            return Vec::new();
        };
        let Some(form) = kept.form else {
            return Vec::new();
        };
        let now = self.screens.meeting.now;
        let again = match form.kind {
            Kind::New => Some(MeetForm::new_meeting(
                None,
                self.shared.session.lang,
                now.fresh,
            )),
            Kind::Settle => self
                .promised_again(&form)
                .zip(self.screens.meeting.shown())
                .map(|(promised, view)| {
                    MeetForm::settle(promised, view, self.shared.session.lang, now.fresh)
                }),
            kind => self.meeting_form(kind, form.item),
        };
        match again {
            Some(mut again) => {
                let promises = self
                    .screens
                    .meeting
                    .shown()
                    .map_or(&[][..], |v| v.promises());
                again.refill(&form, promises, now.today);
                self.shared.overlay = Some(Overlay::Meeting(Box::new(again)));
            }
            None => {
                let text = self.shared.strings().resume.pick_is_gone.to_owned();
                self.shared.say(text, Tone::Trouble);
            }
        }
        Vec::new()
    }

    fn promised_again(&self, form: &KeptMeetForm) -> Option<Promised> {
        let wanted = form.action?;
        self.promise_lines().into_iter().find_map(|line| {
            let action = line.kept.now()?;
            (action.is_open() && action.planned.action == wanted).then(|| Promised {
                village: line.kept.chain.village.clone(),
                action: action.clone(),
            })
        })
    }
}
