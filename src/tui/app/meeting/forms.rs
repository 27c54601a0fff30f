//! Opening the forms of the meeting screen, and sending what they record.

use super::form::{Kind, MeetForm, Outcome};
use super::{Meanwhile, MeetingAsk, Name, Page};
use crate::domain::event::Event;
use crate::domain::occasion::{Happening, OccasionAct};
use crate::store::{Error, OccasionRequest, Written};
use crate::tui::app::form::Saving;
use crate::tui::app::input_queue::Pending;
use crate::tui::app::keymap::Key;
use crate::tui::app::layout::ScreenId;
use crate::tui::app::model::Model;
use crate::tui::app::msg::{Ask, Effect};
use crate::tui::app::overlay::Overlay;
use crate::tui::app::toast::Tone;
use crate::tui::text::brief;

impl Model {
    pub(super) fn open_new_meeting(&mut self) -> Vec<Effect> {
        let last = self.screens.meeting.list.first();
        let like = last.map(|b| (b.title.as_str(), b.place.as_str()));
        let form = MeetForm::new_meeting(
            like,
            self.shared.session.lang,
            self.screens.meeting.now.fresh,
        );
        self.shared.open(Overlay::Meeting(Box::new(form)))
    }

    /// Opens a form about the meeting, or about the item that is seen.
    pub(super) fn open_meeting_form(&mut self, kind: Kind) -> Vec<Effect> {
        match self.meeting_form(kind, self.screens.meeting.item()) {
            Some(form) => self.shared.open(Overlay::Meeting(Box::new(form))),
            None => Vec::new(),
        }
    }

    /// A note on the item that is seen, else on the meeting as a whole.
    pub(in crate::tui::app) fn open_meeting_note(&mut self) -> Vec<Effect> {
        self.open_meeting_form(Kind::Note)
    }

    pub(super) fn meeting_form(&self, kind: Kind, item: Option<u32>) -> Option<MeetForm> {
        let now = self.screens.meeting.now;
        let view = self.screens.meeting.shown()?;
        Some(match item {
            Some(item) if matches!(kind, Kind::Decide | Kind::Skip | Kind::Note) => {
                MeetForm::of_item(
                    kind,
                    item,
                    view,
                    now.today,
                    self.shared.session.lang,
                    now.fresh,
                )
            }
            _ => {
                let form = MeetForm::of(kind, view, now.today, self.shared.session.lang, now.fresh);
                self.with_minutes_now(form)
            }
        })
    }

    /// Opens the form for the end of the promise under the cursor.
    pub(in crate::tui::app) fn open_settle(&mut self) -> Vec<Effect> {
        let (Some(promised), Some(view)) = (self.promised_here(), self.screens.meeting.shown())
        else {
            return Vec::new();
        };
        let form = MeetForm::settle(
            promised,
            view,
            self.shared.session.lang,
            self.screens.meeting.now.fresh,
        );
        self.shared.open(Overlay::Meeting(Box::new(form)))
    }

    pub(in crate::tui::app) fn key_in_meeting_form(
        &mut self,
        mut form: Box<MeetForm>,
        key: Key,
    ) -> Vec<Effect> {
        match form.key(key, self.screens.meeting.now.today) {
            Outcome::Stays => {}
            Outcome::Close => return Vec::new(),
            Outcome::TakeTheirs => return self.reload(),
            Outcome::Send => return self.send_form(form, true),
            Outcome::KeepMine => return self.keep_mine(form),
        }
        self.shared.open(Overlay::Meeting(form))
    }

    /// What is typed stands over what happened meanwhile. A promise that it goes on with may have gone on by then: that is
    /// shown first.
    fn keep_mine(&mut self, mut form: Box<MeetForm>) -> Vec<Effect> {
        if self.look_again(&mut form) {
            return self.send_form(form, false);
        }
        // With the other promise in its place all is said: it is read back once more.
        let goes_on = matches!(form.meanwhile, Some(Meanwhile::GoesOn(_)));
        form.reading = goes_on && form.wrong(self.screens.meeting.now.today).is_none();
        self.shared.open(Overlay::Meeting(form))
    }

    /// Whether the promise that a decision goes on with is open as before; else the form says what became of it, and is
    /// held against what is known now.
    fn look_again(&self, form: &mut MeetForm) -> bool {
        let (Some(view), Some(id)) = (self.screens.meeting.shown(), form.earlier_id()) else {
            return true;
        };
        let is_there =
            view.occasion().id == form.meeting && self.screens.meeting.item() == form.item;
        if !is_there || form.look_again(view.promises(), id) {
            return true;
        }
        form.seen = form.seen.max(view.held.last_seq);
        form.saving = Saving::Typing;
        false
    }

    /// The meeting was read again: a decision that was refused learns what became of the promise that it goes on with.
    pub(super) fn meeting_read_for_form(&mut self) {
        match self.shared.overlay.take() {
            Some(Overlay::Meeting(mut form)) => {
                if matches!(form.saving, Saving::Failed(_)) {
                    self.look_again(&mut form);
                }
                self.shared.overlay = Some(Overlay::Meeting(form));
            }
            other => self.shared.overlay = other,
        }
    }

    /// Does what a form says: changes what is seen, or sends an act. `held`: against what was seen when it opened.
    fn send_form(&mut self, mut form: Box<MeetForm>, held: bool) -> Vec<Effect> {
        match form.kind {
            Kind::Topic => return self.add_topic(&form),
            Kind::Minutes => {
                self.set_minutes(&form);
                return Vec::new();
            }
            Kind::Jump => {
                let to = form.typed(Name::Number).parse().unwrap_or(1);
                return self.go_to_page(Page::Item(to));
            }
            _ => {}
        }
        let Some(ask) = self.ask_of(&form, held) else {
            return self.shared.open(Overlay::Meeting(form));
        };
        form.saving = Saving::Sent;
        self.shared.overlay = Some(Overlay::Meeting(form));
        vec![Effect::Ask(ask)]
    }

    fn ask_of(&self, form: &MeetForm, held: bool) -> Option<Ask> {
        let now = self.screens.meeting.now;
        let batch = form.batch;
        Some(match form.kind {
            Kind::New => Ask::Meeting(MeetingAsk::Plan {
                batch,
                id: form.meeting,
                plan: Box::new(form.plan(None, now.today)?),
            }),
            Kind::Settle => Ask::Meeting(MeetingAsk::Settle {
                batch,
                meeting: form.meeting,
                village: form.promised.as_ref()?.village.clone(),
                acts: form.close(now.today)?,
            }),
            _ => {
                let view = self.screens.meeting.shown()?;
                let act = match form.kind {
                    Kind::Freeze => self.freeze_act(),
                    _ => form.act(view, now.at, now.today)?,
                };
                // Two notes are two notes, and what is added at the end takes nothing from anybody.
                let alone = matches!(act, OccasionAct::Note { .. } | OccasionAct::Addendum { .. });
                let request = |act| OccasionRequest {
                    occasion: form.meeting,
                    act,
                    seen: (held && !alone).then_some(form.seen),
                    contact: None,
                };
                let implied = act.implies(view.occasion(), None, now.today);
                let acts = implied.map(|i| i.act).into_iter().chain([act]);
                let requests = acts.map(request).collect();
                Ask::Meeting(MeetingAsk::Act { batch, requests })
            }
        })
    }

    /// Something was written: says what, and shows where it leads.
    pub(in crate::tui::app) fn meeting_done(&mut self, written: &Written) {
        // What comes next is meant for the meeting as it is from now on.
        if self.shared.screen == ScreenId::Meeting && self.screens.meeting.shown().is_some() {
            self.shared.input.pending = Some(Pending::Meeting);
        }
        let by_key = self
            .screens
            .meeting
            .sent
            .take_if(|b| *b == written.batch)
            .is_some();
        let mut by_form = None;
        if let Some(Overlay::Meeting(form)) = &self.shared.overlay
            && form.batch == written.batch
        {
            by_form = Some((form.kind, form.meeting));
            self.shared.overlay = None;
        }
        if let Some((kind, meeting)) = by_form {
            self.lead_on(kind, meeting);
        } else if !by_key {
            return;
        }
        let s = self.shared.strings();
        let first = written.events.first().map(|e| &e.event);
        // On and back are seen; the rest is said.
        if matches!(
            first,
            Some(Event::Occasion(
                Happening::ItemBegun(_) | Happening::Opened(_)
            ))
        ) {
            self.shared.toast = None;
            return;
        }
        let text = match (first, written.already) {
            (_, true) => s.screens.already_done.to_owned(),
            (Some(event), _) => brief(&s.event(event)),
            (None, _) => return,
        };
        let final_now = matches!(first, Some(Event::Occasion(Happening::Finalised(_))));
        let hint = if final_now {
            s.meeting.stands()
        } else {
            s.screens.undo_hint
        };
        let text = format!("{}. {hint}", crate::strings::facts::capital(&text));
        self.shared.say(text, Tone::Done);
    }

    /// Where a form that is done leads.
    fn lead_on(&mut self, kind: Kind, meeting: uuid::Uuid) {
        match kind {
            Kind::New => {
                self.shared.screen = ScreenId::Meeting;
                self.shared.focus = crate::tui::app::layout::Pane::Meeting;
                self.screens.meeting.opening = Some(meeting);
            }
            Kind::Freeze => self.screens.meeting.forget_agenda(meeting),
            Kind::Open => self.screens.meeting.heading = Some(Page::Promises),
            Kind::Close | Kind::Finalise | Kind::Cancel => {
                self.screens.meeting.heading = Some(Page::Sum);
            }
            _ => {}
        }
    }

    /// The store could not do what was asked of it.
    pub(in crate::tui::app) fn meeting_failed(
        &mut self,
        ask: &MeetingAsk,
        error: Error,
    ) -> Vec<Effect> {
        let s = self.shared.strings();
        let batch = match ask {
            MeetingAsk::Plan { batch, .. }
            | MeetingAsk::Act { batch, .. }
            | MeetingAsk::Settle { batch, .. } => Some(*batch),
            _ => None,
        };
        if let (Some(batch), Some(Overlay::Meeting(form))) = (batch, &mut self.shared.overlay)
            && form.batch == batch
        {
            form.reading = false;
            form.saving = match error {
                Error::Conflict(theirs) if ask_is_decision(ask) => Saving::Conflict(theirs),
                Error::Conflict(theirs) => {
                    let what = brief(&s.event(&theirs.event));
                    // It has been told of that: the next try is held against it.
                    form.seen = form.seen.max(theirs.seq);
                    Saving::Failed(s.meeting.meanwhile(&theirs.actor, &what))
                }
                Error::Refused(why) => Saving::Failed(s.facts.refusal(&why)),
                other => Saving::Failed(other.say(s)),
            };
            return self.reload();
        }
        self.screens.meeting.sent = None;
        self.screens.meeting.heading = None;
        self.screens.meeting.refilling = None;
        self.screens.meeting.list_wanted = false;
        if self
            .shared
            .input
            .pending
            .take_if(|w| *w == Pending::Meeting)
            .is_some()
        {
            self.shared.input.queue.clear();
        }
        let text = match error {
            Error::Conflict(theirs) => {
                let what = brief(&s.event(&theirs.event));
                s.meeting.meanwhile(&theirs.actor, &what)
            }
            Error::Refused(why) => s.facts.refusal(&why),
            other => other.say(s),
        };
        self.shared.say(text, Tone::Trouble);
        if ask.writes() {
            return self.reload();
        }
        Vec::new()
    }
}

/// Over a decision somebody may have decided otherwise: then a person chooses which stands.
fn ask_is_decision(ask: &MeetingAsk) -> bool {
    let MeetingAsk::Act { requests, .. } = ask else {
        return false;
    };
    let decides = |d: &OccasionRequest| matches!(d.act, OccasionAct::Decide { .. });
    requests.iter().any(decides)
}
