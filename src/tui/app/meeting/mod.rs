//! The meeting screen: the list of meetings, an agenda that is made, and a meeting in session.
//!
//! Where a meeting is stands in its log: the item that was begun last is the one everybody looks at. Whose session moved
//! it on last leads; the others follow, as long as nothing is typed in theirs, and may look at another item meanwhile
//! without moving anybody.

mod agenda;
mod ask;
mod attend;
mod course;
pub mod enabled;
mod form;
mod forms;
mod goes_on;
mod input;
mod keep;
mod kinds;
mod lines;
mod message;
mod pages;
mod redaction;
mod rest;
mod slide;

use chrono::{DateTime, Duration, DurationRound as _, NaiveDate, Utc};
use uuid::Uuid;

pub use agenda::Agenda;
pub use ask::{Line, MeetingAnswer, MeetingAsk, Page, Source, View};
pub use form::{Entry, KeptMeetForm, Kind, MeetForm, Name, Wrong};
pub use goes_on::Meanwhile;
pub use input::{Choice, OFFERED, Value, first_offered};
pub use keep::KeptMeeting;
pub use kinds::hour;
pub use lines::{PromiseLine, meeting_line};
pub use message::MeetingTold;
pub use pages::PageLine;
pub use slide::{Fact, Tone};

use self::form::Promised;
use super::input_queue::Pending;
use super::layout::{Pane, ScreenId};
use super::model::Model;
use super::msg::{Ask, Effect, Now};
use crate::domain::occasion::OccasionAct;
use crate::domain::occasion::{Brief, Pace, Phase};
use crate::store::OccasionRequest;

/// Minutes for an item (domain.md 5.2: twelve villages in an hour, talk included).
pub const ITEM_MINUTES: u16 = 4;
/// Most items of one agenda: a meeting of twenty hours.
pub const MOST_ITEMS: usize = 300;

/// What the meeting screen knows.
#[derive(Debug)]
pub struct Meetings {
    pub list: Vec<Brief>,
    /// The list has been read.
    pub loaded: bool,
    /// The line of the list under the cursor.
    pub at: usize,
    pub page: Page,
    /// The meeting that is open, when it is not the list that is seen.
    pub view: Option<Box<View>>,
    /// The line of an agenda or a list of promises under the cursor.
    pub line: usize,
    /// The first line that is seen of what is longer than the screen.
    pub top: usize,
    /// Agendas that are being made, by their meetings.
    pub(super) agendas: Vec<(Uuid, Agenda)>,
    /// The minute that the clock shows.
    pub minute: DateTime<Utc>,
    /// The world as of the present message.
    pub(super) now: Now,
    /// An act that was sent, whose outcome is to be said.
    pub(super) sent: Option<Uuid>,
    /// A meeting that was just planned: it is shown next.
    pub(super) opening: Option<Uuid>,
    /// Where the act that was sent leads, once it is done.
    pub(super) heading: Option<Page>,
    /// What a lost session had, until its meeting is there again.
    pub(super) refilling: Option<Box<KeptMeeting>>,
    tag: u64,
    list_tag: u64,
    /// A person waits for the list: keys after it are meant for what it shows.
    list_wanted: bool,
}

impl Meetings {
    #[must_use]
    pub fn new(today: NaiveDate, at: DateTime<Utc>) -> Self {
        let fresh = Uuid::nil();
        Self {
            list: Vec::new(),
            loaded: false,
            at: 0,
            page: Page::List,
            view: None,
            line: 0,
            top: 0,
            agendas: Vec::new(),
            minute: minute_of(at),
            now: Now { today, at, fresh },
            sent: None,
            opening: None,
            heading: None,
            refilling: None,
            tag: 0,
            list_tag: 0,
            list_wanted: false,
        }
    }

    /// The meeting under the cursor of the list.
    #[must_use]
    pub fn current(&self) -> Option<&Brief> {
        self.list.get(self.at)
    }

    /// The meeting that is seen, when it is not the list.
    #[must_use]
    pub fn shown(&self) -> Option<&View> {
        self.view.as_deref().filter(|_| self.page != Page::List)
    }

    /// The meeting that is seen while it is in session.
    #[must_use]
    pub fn in_session(&self) -> Option<&View> {
        let open = |v: &&View| v.occasion().phase == Phase::Open;
        self.shown().filter(open)
    }

    /// The page is the one on which the meeting itself is.
    #[must_use]
    pub fn is_with_all(&self) -> bool {
        self.shown()
            .is_some_and(|v| Page::of(v.occasion()) == self.page)
    }

    /// Where the meeting is in its time, once an item has begun.
    #[must_use]
    pub fn pace(&self) -> Option<Pace> {
        let o = self.in_session()?.occasion();
        o.current?;
        Some(Pace::of(o, self.minute))
    }

    /// The agenda that is being made of the meeting that is seen.
    #[must_use]
    pub fn agenda(&self) -> Option<&Agenda> {
        let id = self.shown()?.occasion().id;
        let mut agendas = self.agendas.iter();
        agendas.find(|(of, _)| *of == id).map(|(_, a)| a)
    }

    fn forget_agenda(&mut self, id: Uuid) {
        self.agendas.retain(|(of, _)| *of != id);
    }

    /// The day of the present message, from which days to come are counted.
    #[must_use]
    pub fn now_today(&self) -> NaiveDate {
        self.now.today
    }

    /// The item that is seen.
    #[must_use]
    pub fn item(&self) -> Option<u32> {
        match self.page {
            Page::Item(n) => Some(n),
            _ => None,
        }
    }
}

impl crate::tui::app::screens::Screen for Meetings {
    fn first_pane(&self) -> Pane {
        Pane::Meeting
    }
}

fn minute_of(at: DateTime<Utc>) -> DateTime<Utc> {
    at.duration_trunc(Duration::minutes(1)).unwrap_or(at)
}

impl Model {
    /// Takes the time of a message. The clock is drawn anew only when its minute has changed, and only where it is seen.
    pub(in crate::tui::app) fn take_time(&mut self, now: &Now) {
        self.screens.meeting.now = *now;
        let minute = minute_of(now.at);
        if self.screens.meeting.minute != minute {
            self.screens.meeting.minute = minute;
            self.shared.dirty |= self.shows_clock();
        }
    }

    /// The clock of a meeting is on the screen, so that its minutes count.
    #[must_use]
    pub fn shows_clock(&self) -> bool {
        self.shared.screen == ScreenId::Meeting
            && self.screens.meeting.in_session().is_some()
            && self.shared.clock.seen.is_none()
            && !self.shared.is_too_small()
    }

    /// Shows the screen where it was left. What is typed next is meant for what it will show.
    pub(in crate::tui::app) fn show_meetings(&mut self) -> Vec<Effect> {
        let effects = self.show(ScreenId::Meeting);
        self.screens.meeting.list_wanted = self.screens.meeting.shown().is_none();
        self.shared.input.pending = Some(Pending::Meeting);
        effects
    }

    /// Reads again what is seen. A session in which nothing is typed goes where the meeting has gone.
    pub(in crate::tui::app) fn reload_meetings(&mut self) -> Vec<Effect> {
        if let Some(id) = self.screens.meeting.opening.take() {
            return self.turn_to(id, None);
        }
        match self.screens.meeting.shown().map(|v| v.occasion().id) {
            None => vec![self.list_meetings()],
            Some(id) => {
                let follows = self.screens.meeting.is_with_all() && self.shared.overlay.is_none();
                // Until the act is done nothing leads anywhere.
                let done = self.screens.meeting.sent.is_none();
                let heading = self.screens.meeting.heading.take_if(|_| done);
                let page = heading.or((!follows).then_some(self.screens.meeting.page));
                let look = self.look(id, page);
                [look].into_iter().chain(self.hall_beside_page()).collect()
            }
        }
    }

    fn list_meetings(&mut self) -> Effect {
        self.screens.meeting.list_tag += 1;
        let tag = self.screens.meeting.list_tag;
        Effect::Ask(Ask::Meeting(MeetingAsk::List { tag }))
    }

    /// Asks for a meeting's page.
    fn look(&mut self, id: Uuid, page: Option<Page>) -> Effect {
        self.screens.meeting.tag += 1;
        let tag = self.screens.meeting.tag;
        Effect::Ask(Ask::Meeting(MeetingAsk::View { tag, id, page }))
    }

    /// The same because a person asked for it: keys after it are meant for what it shows.
    pub(super) fn turn_to(&mut self, id: Uuid, page: Option<Page>) -> Vec<Effect> {
        self.shared.input.pending = Some(Pending::Meeting);
        vec![self.look(id, page)]
    }

    /// Goes to the list of meetings; from the promises of one that is not open back to its agenda.
    pub(in crate::tui::app) fn leave_meeting(&mut self) -> Vec<Effect> {
        if let Some(view) = self.screens.meeting.shown()
            && self.screens.meeting.page == Page::Promises
            && view.occasion().phase < Phase::Open
        {
            let id = view.occasion().id;
            return self.turn_to(id, None);
        }
        self.screens.meeting.page = Page::List;
        self.screens.meeting.top = 0;
        vec![self.list_meetings()]
    }

    /// Sends acts at the meeting that is seen, as one batch.
    pub(super) fn send_acts(&mut self, acts: Vec<OccasionAct>, seen: Option<i64>) -> Vec<Effect> {
        let Some(view) = self.screens.meeting.shown() else {
            return Vec::new();
        };
        let occasion = view.occasion().id;
        let batch = self.screens.meeting.now.fresh;
        let requests = acts.into_iter().map(|act| OccasionRequest {
            occasion,
            act,
            seen,
            contact: None,
        });
        let requests = requests.collect();
        self.screens.meeting.sent = Some(batch);
        self.shared.input.pending = Some(Pending::Meeting);
        vec![Effect::Ask(Ask::Meeting(MeetingAsk::Act {
            batch,
            requests,
        }))]
    }

    pub(in crate::tui::app) fn meeting_answer(&mut self, answer: MeetingAnswer) -> Vec<Effect> {
        match answer {
            MeetingAnswer::List { tag, briefs } => self.list_came(tag, briefs),
            MeetingAnswer::View { tag, view } => self.view_came(tag, view),
            MeetingAnswer::Lines { lines, cut } => self.lines_came(lines, cut),
        }
    }

    fn list_came(&mut self, tag: u64, briefs: Vec<Brief>) -> Vec<Effect> {
        let m = &mut self.screens.meeting;
        if tag != m.list_tag {
            return Vec::new();
        }
        let before = m.current().map(|b| b.id);
        // The one that is under way, else the next one to come, else the latest.
        let first = || {
            let today = m.now.today;
            let open = briefs.iter().position(|b| b.phase == Phase::Open);
            let to_come =
                |b: &Brief| b.day >= today && matches!(b.phase, Phase::Planned | Phase::Frozen);
            open.or_else(|| briefs.iter().rposition(to_come))
        };
        m.at = before
            .and_then(|id| briefs.iter().position(|b| b.id == id))
            .or_else(first)
            .unwrap_or(0);
        m.list = briefs;
        m.loaded = true;
        if std::mem::take(&mut m.list_wanted) {
            self.shared
                .input
                .pending
                .take_if(|w| *w == Pending::Meeting);
        }
        Vec::new()
    }

    fn view_came(&mut self, tag: u64, view: Option<Box<View>>) -> Vec<Effect> {
        if tag != self.screens.meeting.tag {
            return Vec::new();
        }
        self.shared
            .input
            .pending
            .take_if(|w| *w == Pending::Meeting);
        let Some(view) = view else {
            self.shared.input.queue.clear();
            self.screens.meeting.view = None;
            self.screens.meeting.refilling = None;
            let text = self.shared.strings().meeting.gone().to_owned();
            self.shared.say(text, super::toast::Tone::Plain);
            return self.leave_meeting();
        };
        let view = if self.shared.looks_only() {
            Box::new(redaction::view(*view))
        } else {
            view
        };
        let m = &mut self.screens.meeting;
        let same = m
            .shown()
            .is_some_and(|v| v.occasion().id == view.occasion().id);
        if !same || m.page != view.page {
            (m.line, m.top) = (0, 0);
        }
        m.page = view.page;
        // Once the meeting is open the agenda that was frozen stands.
        if view.occasion().phase >= Phase::Open {
            m.forget_agenda(view.occasion().id);
        }
        m.view = Some(view);
        let lines = self.meeting_lines();
        self.screens.meeting.line = self.screens.meeting.line.min(lines.saturating_sub(1));
        self.meeting_read_for_form();
        self.refill_meeting()
    }

    /// The meeting in session is elsewhere than what is seen of it here.
    #[must_use]
    pub fn meeting_has_gone_on(&self) -> bool {
        self.screens.meeting.in_session().is_some() && !self.screens.meeting.is_with_all()
    }

    /// The promise under the cursor.
    pub(super) fn promised_here(&self) -> Option<Promised> {
        let line = self
            .promise_lines()
            .into_iter()
            .nth(self.screens.meeting.line)?;
        let action = line.kept.now().filter(|a| a.is_open())?.clone();
        Some(Promised {
            village: line.kept.chain.village.clone(),
            action,
        })
    }
}
