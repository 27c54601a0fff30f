//! The course of a meeting: on to the next item, back, to any, and what Enter does on each page.

use super::form::Kind;
use super::{Page, View};
use crate::domain::occasion::{Handled, Occasion, OccasionAct, Phase};
use crate::tui::app::command::{self, Cmd};
use crate::tui::app::layout::ScreenId;
use crate::tui::app::model::Model;
use crate::tui::app::msg::Effect;
use crate::tui::app::toast::Tone;

/// The item before or after one in the order of the meeting; those that were left out are passed over.
fn beside(o: &Occasion, item: u32, on: bool) -> Option<u32> {
    let at = o.order.iter().position(|n| *n == item)?;
    let stands = |n: &&u32| o.item(**n).is_some_and(|i| i.handled != Handled::Skipped);
    if on {
        o.order.iter().skip(at + 1).find(stands).copied()
    } else {
        o.order.iter().take(at).rev().find(stands).copied()
    }
}

/// Where one step on or back leads from a page.
pub(super) fn step_from(o: &Occasion, page: Page, on: bool) -> Option<Page> {
    let stands = |n: &&u32| o.item(**n).is_some_and(|i| i.handled != Handled::Skipped);
    match (page, on) {
        (Page::Promises, true) => o.order.iter().find(stands).map(|n| Page::Item(*n)),
        (Page::Item(n), _) => Some(match (beside(o, n, on), on) {
            (Some(item), _) => Page::Item(item),
            (None, true) => Page::Sum,
            (None, false) => Page::Promises,
        }),
        (Page::Sum, false) => o.order.iter().rev().find(stands).map(|n| Page::Item(*n)),
        _ => None,
    }
}

impl Model {
    /// One step on or back. Who leads takes everybody along; who follows only looks.
    pub(super) fn step_item(&mut self, on: bool) -> Vec<Effect> {
        let Some(view) = self.screens.meeting.shown() else {
            return Vec::new();
        };
        let (o, page) = (view.occasion(), self.screens.meeting.page);
        // From the opening on to where the meeting is.
        let now = o.current.map(|(item, _)| Page::Item(item));
        let to = match (page, on, now) {
            (Page::Promises, true, Some(now)) => Some(now),
            _ => step_from(o, page, on),
        };
        to.map_or_else(Vec::new, |to| self.go_to_page(to))
    }

    /// Goes to a page of the meeting. An item to which the leader goes is the one that is treated from then on.
    pub(super) fn go_to_page(&mut self, to: Page) -> Vec<Effect> {
        let Some(view) = self.screens.meeting.shown() else {
            return Vec::new();
        };
        let id = view.occasion().id;
        let current = view.occasion().current.map(|(item, _)| item);
        match to {
            Page::Item(item) if self.leads(view) && current != Some(item) => self.begin(item),
            _ => self.turn_to(id, Some(to)),
        }
    }

    /// This session takes all others along when it goes on.
    #[must_use]
    pub fn leads(&self, view: &View) -> bool {
        view.leads && !self.shared.looks_only() && self.shared.clock.seen.is_none()
    }

    fn begin(&mut self, item: u32) -> Vec<Effect> {
        let at = self.screens.meeting.now.at;
        // Held against what was seen: two who go on at once go one item on, not two.
        let seen = self.screens.meeting.shown().map(|v| v.held.last_seq);
        // Wherever this session looked: from then on it is with all.
        self.screens.meeting.heading = Some(Page::Item(item));
        self.send_acts(vec![OccasionAct::Begin { item, at }], seen)
    }

    /// Runs one of the commands of this screen.
    pub(in crate::tui::app) fn run_meeting(&mut self, cmd: Cmd) -> Vec<Effect> {
        let m = &self.screens.meeting;
        let id = m.shown().map(|v| v.occasion().id);
        match cmd {
            Cmd::MeetingActs => self.pick_meeting_act(),
            Cmd::NextItem => self.step_item(true),
            Cmd::PreviousItem => self.step_item(false),
            Cmd::FollowMeeting => id.map_or_else(Vec::new, |id| self.turn_to(id, None)),
            Cmd::TakeFloor => match m.item() {
                Some(item) => self.begin(item),
                None => Vec::new(),
            },
            Cmd::PromisesPage => self.go_to_page(Page::Promises),
            Cmd::SumPage => self.go_to_page(Page::Sum),
            Cmd::Postpone if m.page == Page::Agenda => self.move_line(None),
            Cmd::Postpone => {
                let (item, at) = (m.item().unwrap_or(0), m.now.at);
                let seen = m.shown().map(|v| v.held.last_seq);
                self.send_acts(vec![OccasionAct::Postpone { item, at }], seen)
            }
            Cmd::LeaveOut if m.page == Page::Agenda => self.drop_line(),
            Cmd::LeaveOut => self.open_meeting_form(Kind::Skip),
            Cmd::LineUp => self.move_line(Some(-1)),
            Cmd::LineDown => self.move_line(Some(1)),
            Cmd::AgendaFromMarks => self.fill_from_marks(),
            Cmd::AgendaFromList => self.fill_from_list(),
            Cmd::NewMeeting => self.open_new_meeting(),
            Cmd::Decide => self.open_meeting_form(Kind::Decide),
            Cmd::Jump => self.open_meeting_form(Kind::Jump),
            Cmd::AmendMeeting => self.open_meeting_form(Kind::Amend),
            Cmd::CancelMeeting => self.open_meeting_form(Kind::Cancel),
            Cmd::AddTopic => self.open_meeting_form(Kind::Topic),
            Cmd::ItemMinutes => self.open_meeting_form(Kind::Minutes),
            Cmd::Freeze => self.open_meeting_form(Kind::Freeze),
            Cmd::OpenMeeting => self.open_meeting_form(Kind::Open),
            Cmd::CloseMeeting => self.open_meeting_form(Kind::Close),
            Cmd::Finalise => self.open_meeting_form(Kind::Finalise),
            Cmd::Attendance => self.show_attendance(),
            Cmd::Addendum => self.open_meeting_form(Kind::Addendum),
            Cmd::MeetingPapers => self.pick_papers(),
            _ => Vec::new(),
        }
    }

    /// What Enter does: the one thing that mostly comes next.
    pub(in crate::tui::app) fn open_in_meeting(&mut self) -> Vec<Effect> {
        let m = &self.screens.meeting;
        let Some(view) = m.shown() else {
            return match m.current().map(|b| b.id) {
                Some(id) => self.turn_to(id, None),
                None => self.run(Cmd::NewMeeting),
            };
        };
        let next = match (m.page, view.occasion().phase) {
            (Page::Agenda, _) if self.agenda_is_new() => Cmd::Freeze,
            (Page::Agenda, Phase::Frozen) => Cmd::OpenMeeting,
            (Page::Agenda, _) => Cmd::MeetingActs,
            (Page::Promises, Phase::Open) => Cmd::NextItem,
            (Page::Item(_), _) => return self.open_village_of_item(),
            (Page::Sum, Phase::Open) => Cmd::CloseMeeting,
            (Page::Sum, Phase::Closed) => Cmd::Finalise,
            (Page::Sum, Phase::Final) => Cmd::MeetingPapers,
            _ => Cmd::MeetingActs,
        };
        self.run(next)
    }

    fn open_village_of_item(&mut self) -> Vec<Effect> {
        let place = self
            .screens
            .meeting
            .shown()
            .and_then(|v| v.slide.as_ref())
            .map(|s| (s.card.place.ord, s.card.place.code.clone()));
        match place {
            Some((ord, code)) => self.go_to_village(ord, code),
            None => {
                let text = self.shared.strings().meeting.no_village_here().to_owned();
                self.shared.say(text, Tone::Plain);
                Vec::new()
            }
        }
    }

    /// The command of a key while a meeting is seen: on and back have keys of their own there.
    pub(in crate::tui::app) fn meeting_command(
        &self,
        key: crate::tui::app::keymap::Key,
        usual: Option<Cmd>,
    ) -> Option<Cmd> {
        let paging = matches!(
            self.screens.meeting.page,
            Page::Promises | Page::Item(_) | Page::Sum
        );
        let own = self.shared.session.keymap.in_meeting(key);
        let on_list =
            self.shared.screen == ScreenId::Meeting && self.screens.meeting.shown().is_none();
        if on_list || self.shared.screen == ScreenId::Events {
            // There is no page to turn, but there are papers.
            return own.filter(|c| *c == Cmd::MeetingPapers).or(usual);
        }
        if self.shared.screen != ScreenId::Meeting {
            return usual;
        }
        if !paging {
            let of_use = own.filter(|c| self.enabled(*c).is_ok());
            return of_use.or(usual);
        }
        match usual {
            Some(Cmd::Right) => Some(Cmd::NextItem),
            Some(Cmd::Left) => Some(Cmd::PreviousItem),
            _ => own.or(usual),
        }
    }

    /// The chooser of what can be done with a meeting now.
    fn pick_meeting_act(&mut self) -> Vec<Effect> {
        use crate::strings::facts::capital;
        use crate::tui::app::overlay::{Item, Picked};
        let s = self.shared.strings();
        let can = |(cmd, _): &(&Cmd, char)| self.enabled(**cmd).is_ok();
        // Each has its own key, whatever else can be done now.
        let items: Vec<Item> = super::enabled::ACTS
            .iter()
            .zip(('1'..='9').chain('a'..='f').chain('r'..='z'))
            .filter(can)
            .map(|(cmd, key)| Item {
                key: Some(key),
                label: capital(command::of(*cmd).label(s)),
                picked: Picked::Form(*cmd),
            })
            .collect();
        if items.is_empty() {
            let text = s.meeting.nothing_to_do().to_owned();
            self.shared.say(text, Tone::Plain);
            return Vec::new();
        }
        let first = items[0].picked.clone();
        self.shared.pick(|s| s.meeting.pick_act, items, &first)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::domain::event::{Event, Recorded};
    use crate::domain::occasion::{Number, Plan, Sort, Topic};

    /// A meeting of three topics in session; the second was left out, the first moved to the end.
    fn meeting() -> Occasion {
        let at = "2026-11-24T02:00:00Z".parse().unwrap();
        let day = "2026-11-24".parse().unwrap();
        let topic = |title: &str| Topic {
            village: None,
            title: title.into(),
            minutes: 4,
        };
        let plan = Plan::bare(Sort::Review, "Rapat".into(), day);
        let acts = [
            OccasionAct::Plan(plan),
            OccasionAct::Freeze(vec![topic("a"), topic("b"), topic("c")]),
            OccasionAct::Open { at },
            OccasionAct::Begin { item: 1, at },
            OccasionAct::Skip {
                item: 2,
                at,
                reason: String::new(),
            },
            OccasionAct::Postpone { item: 1, at },
        ];
        let mut stream: Vec<Recorded> = Vec::new();
        for (seq, act) in (1_i64..).zip(acts) {
            let now = Occasion::fold(&stream);
            let happening = act.check(now.as_ref(), |year| Number { year, n: 1 });
            stream.push(Recorded {
                seq,
                id: Uuid::from_u128(u128::from(seq.unsigned_abs())),
                stream: Uuid::nil().to_string(),
                event: Event::Occasion(happening.unwrap()),
                occurred_on: day,
                recorded_at: at,
                actor: "maria".into(),
                origin: Uuid::nil(),
                batch: Uuid::from_u128(u128::from(seq.unsigned_abs())),
            });
        }
        Occasion::fold(&stream).unwrap()
    }

    #[rstest]
    #[case(Page::Promises, true, Some(Page::Item(3)))]
    #[case(Page::Promises, false, None)]
    #[case(Page::Item(3), true, Some(Page::Item(1)))]
    #[case(Page::Item(3), false, Some(Page::Promises))]
    #[case(Page::Item(1), true, Some(Page::Sum))]
    #[case(Page::Item(1), false, Some(Page::Item(3)))]
    // Somebody looks at the one that was left out: from there it goes on as everywhere.
    #[case(Page::Item(2), true, Some(Page::Item(3)))]
    #[case(Page::Sum, false, Some(Page::Item(1)))]
    #[case(Page::Sum, true, None)]
    #[case(Page::Agenda, true, None)]
    fn a_step_leads_to_the_next_item_that_is_not_left_out(
        #[case] from: Page,
        #[case] on: bool,
        #[case] to: Option<Page>,
    ) {
        let o = meeting();
        assert_eq!(o.order, [2, 3, 1]);
        assert_eq!(step_from(&o, from, on), to);
    }

    #[rstest]
    #[case(Page::List, false)]
    #[case(Page::Agenda, false)]
    #[case(Page::Promises, true)]
    #[case(Page::Item(3), true)]
    #[case(Page::Item(4), false)]
    #[case(Page::Sum, true)]
    fn a_page_that_does_not_fit_a_meeting_is_not_gone_back_to(
        #[case] page: Page,
        #[case] fits: bool,
    ) {
        assert_eq!(page.fits(&meeting()), fits);
    }

    #[test]
    fn a_meeting_in_session_is_where_its_item_is() {
        let mut o = meeting();
        assert_eq!(Page::of(&o), Page::Item(3));
        o.current = None;
        assert_eq!(Page::of(&o), Page::Promises);
        o.phase = Phase::Closed;
        assert_eq!(Page::of(&o), Page::Sum);
        o.phase = Phase::Planned;
        assert_eq!(Page::of(&o), Page::Agenda);
    }
}
