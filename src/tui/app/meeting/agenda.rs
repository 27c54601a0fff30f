//! An agenda that is made: filled from marks or from the list of the first screen, put in order, frozen with a number.

use serde::{Deserialize, Serialize};

use super::{ITEM_MINUTES, Kind, Line, MOST_ITEMS, MeetForm, MeetingAsk, Name, Page, Source};
use crate::domain::occasion::{OccasionAct, Topic};
use crate::tui::app::input_queue::Pending;
use crate::tui::app::model::Model;
use crate::tui::app::msg::{Ask, Effect};
use crate::tui::app::toast::Tone;

/// An agenda as it is made, before it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    pub lines: Vec<Line>,
}

impl Agenda {
    /// Villages stand once on it.
    fn add(&mut self, lines: Vec<Line>) -> usize {
        let before = self.lines.len();
        for line in lines {
            let village = &line.topic.village;
            let known = village.is_some() && self.lines.iter().any(|l| l.topic.village == *village);
            if !known {
                self.lines.push(line);
            }
        }
        self.lines.len() - before
    }

    /// Minutes in all.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.lines.iter().map(|l| u32::from(l.topic.minutes)).sum()
    }
}

impl Model {
    /// The agenda as it stands on the page: the one that is made, else the one that was frozen.
    #[must_use]
    pub fn agenda_lines(&self) -> Agenda {
        if let Some(agenda) = self.screens.meeting.agenda() {
            return agenda.clone();
        }
        let Some(view) = self.screens.meeting.shown() else {
            return Agenda::default();
        };
        let o = view.occasion();
        let items = o.order.iter().filter_map(|n| o.item(*n));
        let lines = items.map(|item| Line {
            topic: item.topic.clone(),
            name: view.topic_name(&item.topic),
        });
        Agenda {
            lines: lines.collect(),
        }
    }

    /// The agenda on the page is another than the one that was frozen, and can take its place.
    #[must_use]
    pub fn agenda_is_new(&self) -> bool {
        let made = self.screens.meeting.agenda();
        made.is_some_and(|a| !a.lines.is_empty() && self.is_another(a))
    }

    fn is_another(&self, made: &Agenda) -> bool {
        let frozen = self.screens.meeting.shown().map(|v| &v.occasion().items);
        let frozen = frozen.into_iter().flatten().map(|i| &i.topic);
        !made.lines.iter().map(|l| &l.topic).eq(frozen)
    }

    fn change_agenda(&mut self, work: impl FnOnce(&mut Agenda)) {
        let Some(id) = self.screens.meeting.shown().map(|v| v.occasion().id) else {
            return;
        };
        let mut agenda = self.agenda_lines();
        work(&mut agenda);
        self.screens.meeting.forget_agenda(id);
        // What was put back as it was needs no freezing, and is nothing to come back to.
        if self.is_another(&agenda) {
            self.screens.meeting.agendas.push((id, agenda));
        }
    }

    /// Moves the line under the cursor by so many places, or to the end.
    pub(super) fn move_line(&mut self, by: Option<isize>) -> Vec<Effect> {
        let at = self.screens.meeting.line;
        let n = self.agenda_lines().lines.len();
        let last = n.saturating_sub(1);
        let to = by.map_or(last, |by| at.saturating_add_signed(by).min(last));
        if n > 0 && to != at {
            self.change_agenda(|a| {
                let line = a.lines.remove(at);
                a.lines.insert(to, line);
            });
        }
        // To the end it goes by itself, one place the hand goes along.
        if by.is_some() {
            self.screens.meeting.line = to;
        }
        self.reveal_line();
        Vec::new()
    }

    pub(super) fn drop_line(&mut self) -> Vec<Effect> {
        let at = self.screens.meeting.line;
        self.change_agenda(|a| {
            if at < a.lines.len() {
                a.lines.remove(at);
            }
        });
        let n = self.agenda_lines().lines.len();
        self.screens.meeting.line = at.min(n.saturating_sub(1));
        self.reveal_line();
        Vec::new()
    }

    pub(super) fn fill_from_marks(&mut self) -> Vec<Effect> {
        let codes = self
            .shared
            .marked
            .places()
            .map(|p| p.code.clone())
            .collect();
        self.ask_for_lines(Source::Marks(codes))
    }

    pub(super) fn fill_from_list(&mut self) -> Vec<Effect> {
        self.ask_for_lines(Source::Filter(self.screens.villages.filter().clone()))
    }

    fn ask_for_lines(&mut self, source: Source) -> Vec<Effect> {
        self.shared.input.pending = Some(Pending::Meeting);
        vec![Effect::Ask(Ask::Meeting(MeetingAsk::Lines(source)))]
    }

    /// The villages are there: lines of an agenda that is made, items of one that is treated already.
    pub(super) fn lines_came(&mut self, lines: Vec<Line>, cut: bool) -> Vec<Effect> {
        self.shared
            .input
            .pending
            .take_if(|w| *w == Pending::Meeting);
        let w = &self.shared.strings().meeting;
        if cut {
            self.shared.input.queue.clear();
            let text = w.too_many(MOST_ITEMS);
            self.shared.say(text, Tone::Trouble);
            return Vec::new();
        }
        if self.screens.meeting.page != Page::Agenda {
            return self.add_items(lines.into_iter().map(|l| l.topic).collect());
        }
        let mut added = 0;
        self.change_agenda(|a| added = a.add(lines));
        let text = w.added(added);
        self.shared.say(text, Tone::Plain);
        Vec::new()
    }

    /// More items at the end of the agenda of a meeting in session; what is on it already is left out.
    fn add_items(&mut self, topics: Vec<Topic>) -> Vec<Effect> {
        let Some(view) = self.screens.meeting.in_session() else {
            return Vec::new();
        };
        let o = view.occasion();
        let new = |t: &Topic| t.village.as_ref().is_none_or(|v| o.item_of(v).is_none());
        let acts: Vec<OccasionAct> = topics
            .into_iter()
            .filter(new)
            .map(OccasionAct::AddItem)
            .collect();
        if acts.is_empty() {
            let text = self.shared.strings().meeting.added(0);
            self.shared.say(text, Tone::Plain);
            return Vec::new();
        }
        self.send_acts(acts, None)
    }

    /// A topic was typed.
    pub(super) fn add_topic(&mut self, form: &MeetForm) -> Vec<Effect> {
        let title = form.typed(Name::Text).to_owned();
        let topic = Topic {
            village: None,
            title: title.clone(),
            minutes: minutes(form),
        };
        if self.screens.meeting.page != Page::Agenda {
            return self.add_items(vec![topic]);
        }
        self.change_agenda(|a| {
            a.add(vec![Line { topic, name: title }]);
        });
        self.screens.meeting.line = self.agenda_lines().lines.len().saturating_sub(1);
        self.reveal_line();
        Vec::new()
    }

    pub(super) fn set_minutes(&mut self, form: &MeetForm) {
        let (at, minutes) = (self.screens.meeting.line, minutes(form));
        self.change_agenda(|a| {
            if let Some(line) = a.lines.get_mut(at) {
                line.topic.minutes = minutes;
            }
        });
    }

    /// The act that freezes the agenda on the page.
    pub(super) fn freeze_act(&self) -> OccasionAct {
        let lines = self.agenda_lines().lines;
        OccasionAct::Freeze(lines.into_iter().map(|l| l.topic).collect())
    }

    /// Opens the form for the minutes of the line under the cursor, filled with what they are now.
    pub(super) fn with_minutes_now(&self, mut form: MeetForm) -> MeetForm {
        let line = self
            .agenda_lines()
            .lines
            .into_iter()
            .nth(self.screens.meeting.line);
        if let (Kind::Minutes, Some(line)) = (form.kind, line) {
            form.about = line.name;
            if let Some(value) = form.value_mut(Name::Minutes) {
                value.suggest(&line.topic.minutes.to_string());
            }
        }
        form
    }
}

fn minutes(form: &MeetForm) -> u16 {
    let typed = form.typed(Name::Minutes);
    typed.parse().unwrap_or(ITEM_MINUTES)
}
