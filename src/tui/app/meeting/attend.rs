//! Who is at a meeting: entered at its pages, with the entry of the event desk; its list is the desk's list.

use uuid::Uuid;

use super::Page;
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::domain::occasion::{Attendance, Phase};
use crate::tui::app::layout::{Pane, ScreenId};
use crate::tui::app::model::Model;
use crate::tui::app::msg::{Ask, Effect};
use crate::tui::app::reception::EventAsk;

/// So many villages are named of which nobody is there.
const NAMED: usize = 6;

impl Model {
    /// The desk stands at the meeting that is seen.
    pub(in crate::tui::app) fn stand_at_meeting(&mut self) -> Vec<Effect> {
        let Some(id) = self.screens.meeting.shown().map(|v| v.occasion().id) else {
            return Vec::new();
        };
        self.screens.events.stand_at_meeting(id);
        vec![hall_of(id)]
    }

    /// Shows the list of attendance of the meeting that is seen.
    pub(super) fn show_attendance(&mut self) -> Vec<Effect> {
        let mut effects = self.stand_at_meeting();
        self.shared.screen = ScreenId::Events;
        self.shared.focus = Pane::Guests;
        effects.extend(self.refresh_lists());
        effects
    }

    /// While somebody is entered, who is there already is read again with the page.
    pub(super) fn hall_beside_page(&self) -> Option<Effect> {
        let meeting = self.screens.events.chosen.filter(|_| self.entry_is_open());
        meeting.map(hall_of)
    }

    /// Who is there, in numbers, and the villages of which nobody is, the first of them by name.
    pub(super) fn attendance_words(&self) -> Vec<String> {
        let Some(view) = self
            .screens
            .meeting
            .shown()
            .filter(|_| self.screens.meeting.page == Page::Promises)
        else {
            return Vec::new();
        };
        let s = self.shared.strings();
        let o = view.occasion();
        let expected: Vec<Code> = view.expected.iter().map(|p| p.code.clone()).collect();
        let here = Attendance::of(o, &expected);
        let over = o.phase > Phase::Open;
        if here.total.all() == 0 {
            let text = if over || self.shared.looks_only() {
                s.meeting.nobody_came()
            } else {
                s.meeting.nobody_yet()
            };
            return vec![text.to_owned()];
        }
        let (present, of) = here.villages();
        let total = s.cli.occasions.present_total(here.total);
        let villages = s.cli.occasions.villages_here(present, of);
        let mut words = vec![format!("{total}. {villages}")];
        let is_absent = |p: &&Place| here.kecamatan.iter().any(|k| k.absent.contains(&p.code));
        let absent = view.expected.iter().filter(is_absent);
        let absent: Vec<&str> = absent.map(|p| p.name.as_str()).collect();
        if !absent.is_empty() {
            let named = absent.len().min(NAMED);
            let names = absent[..named].join(", ");
            words.push(s.meeting.absent(&names, absent.len() - named, over));
        }
        words
    }
}

fn hall_of(id: Uuid) -> Effect {
    Effect::Ask(Ask::Event(EventAsk::Hall(id)))
}
