//! Nothing that is typed lives only in memory: what a form holds and where a person is are kept at every step, and after
//! a lost line both are there again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::command::Cmd;
use super::form::KeptForm;
use super::input_queue::Pending;
use super::keymap::Key;
use super::layout::{Pane, ScreenId};
use super::line::KeptLine;
use super::meeting::KeptMeeting;
use super::model::Model;
use super::msg::{Ask, Effect, Msg};
use super::overlay::Overlay;
use super::reception::{KeptDesk, KeptEntry};
use super::toast::Tone;
use crate::domain::code::Code;

/// Where a person is, and what is half typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    screen: ScreenId,
    /// The village under the cursor, with its place in the register's order.
    village: Option<(u32, Code)>,
    /// Its card is what keys go to.
    on_card: bool,
    pub form: Option<KeptForm>,
    /// The place in a meeting, with what is unfinished there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<KeptMeeting>,
    /// Where the event desk stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<KeptDesk>,
    /// A filter or a name that is typed over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    line: Option<KeptLine>,
}

impl Kept {
    /// Something in it is half done, and would be lost.
    #[must_use]
    pub fn is_work(&self) -> bool {
        self.form.is_some()
            || self.entry().is_some()
            || self.line_batch().is_some()
            || self.meeting.as_ref().is_some_and(KeptMeeting::is_work)
    }

    /// The act that was half filled, by its own id.
    #[must_use]
    pub fn batch(&self) -> Option<Uuid> {
        let form = self.form.as_ref().map(|f| f.batch);
        let meeting = self.meeting.as_ref().and_then(|m| m.form.as_ref());
        form.or(meeting.map(|f| f.batch))
            .or(self.entry().map(|e| e.batch))
            .or(self.line_batch())
    }

    fn line_batch(&self) -> Option<Uuid> {
        self.line.as_ref()?.batch()
    }

    /// The screen that is looked at.
    #[must_use]
    pub fn screen(&self) -> ScreenId {
        self.screen
    }

    /// The village under the cursor.
    #[must_use]
    pub fn village(&self) -> Option<&Code> {
        self.village.as_ref().map(|(_, code)| code)
    }

    fn entry(&self) -> Option<&KeptEntry> {
        self.desk.as_ref()?.entry.as_ref()
    }

    /// Where everybody begins: nothing to come back to.
    fn is_the_beginning(&self) -> bool {
        let first = self.village.as_ref().is_none_or(|(ord, _)| *ord == 0);
        self.screen == ScreenId::Villages
            && !self.on_card
            && first
            && self.line.is_none()
            && !self.is_work()
    }
}

/// What another session of this person has left.
#[derive(Clone, Debug)]
pub struct Found {
    pub session: Uuid,
    pub kept: Kept,
    pub at: DateTime<Utc>,
    /// It still runs somewhere, and what it has was not taken.
    pub alive: bool,
    /// The form was saved before the line was lost: nothing is left to be done.
    pub saved: bool,
}

/// Whether to take over what another session still has.
#[derive(Clone, Debug)]
pub struct Takeover {
    pub session: Uuid,
    /// The form that is half filled there.
    pub form: Option<KeptForm>,
    /// The same of a meeting.
    pub meeting: Option<KeptMeeting>,
    /// The entry of the event desk that is.
    pub entry: Option<KeptEntry>,
    /// The name of a view is; whether others are to see it.
    pub view: Option<bool>,
    pub at: DateTime<Utc>,
}

impl Model {
    /// What is to be kept now.
    fn to_keep(&self) -> Kept {
        let form = match &self.shared.overlay {
            Some(Overlay::Form(form)) => form.kept(),
            Some(Overlay::Preview(preview)) => preview.form.kept(),
            _ => None,
        };
        Kept {
            screen: self.shared.screen,
            village: self.target().map(|p| (p.ord, p.code.clone())),
            on_card: self.shared.focus == Pane::Card,
            form,
            meeting: self.kept_meeting(),
            desk: self.desk_to_keep(),
            line: self.line_to_keep(),
        }
    }

    /// After a message: keeps what has changed. A place is kept once keys rest, what is typed at once.
    pub(super) fn keep_up(&mut self, rested: bool) -> Option<Effect> {
        // While the form that was lost is on its way back, there is nothing better to keep.
        if self.shared.drafts.refilling.is_some()
            || self.shared.drafts.left.is_some()
            || self.screens.meeting.refilling.is_some()
        {
            return None;
        }
        let typing = matches!(
            self.shared.overlay,
            Some(
                Overlay::Form(_)
                    | Overlay::Preview(_)
                    | Overlay::Meeting(_)
                    | Overlay::Entry(_)
                    | Overlay::Filter(_)
                    | Overlay::ViewName(_)
            )
        );
        // Where a meeting is looked at is as good as typed: a room waits for whoever comes back.
        let typing = typing || self.shared.screen == ScreenId::Meeting;
        let event = self.desk_to_keep().map(|d| (d.event, d.on_guests));
        let turned = self.shared.drafts.kept.as_ref().is_some_and(|kept| {
            kept.is_work()
                || kept.line.is_some()
                || kept.desk.as_ref().map(|d| (d.event, d.on_guests)) != event
                || kept.screen != self.shared.screen
                || kept.on_card != (self.shared.focus == Pane::Card)
        });
        if !(rested || typing || turned) {
            return None;
        }
        let now = self.to_keep();
        // The place where everybody begins is kept too: by it the others know who is here.
        if self.shared.drafts.kept.as_ref() == Some(&now) {
            return None;
        }
        self.shared.drafts.kept = Some(now.clone());
        Some(Effect::Ask(Ask::Keep(Some(Box::new(now)))))
    }

    /// The place has moved since it was kept.
    pub(super) fn has_moved(&self) -> bool {
        let target = self.target().map(|p| &p.code);
        self.shared.drafts.kept.as_ref().is_none_or(|kept| {
            kept.screen != self.shared.screen
                || kept.on_card != (self.shared.focus == Pane::Card)
                || kept.village.as_ref().map(|(_, code)| code) != target
        })
    }

    /// Leaving: what is half typed stays for the next time, a place does not.
    pub(super) fn keep_for_later(&self) -> Option<Effect> {
        let half_typed = self.shared.drafts.kept.as_ref().is_some_and(Kept::is_work);
        let keeps = half_typed || self.shared.drafts.left.is_some();
        (!keeps).then_some(Effect::Ask(Ask::Keep(None)))
    }

    /// Asks once what earlier sessions have left. What is half typed is for a session that may record it.
    pub(super) fn look_for_left(&mut self) -> Option<Effect> {
        let asked = std::mem::replace(&mut self.shared.drafts.asked, true);
        (!asked && !self.shared.looks_only()).then_some(Effect::Ask(Ask::AbandonedDraft))
    }

    /// Goes back to what was left as soon as nothing else is open: what a person does now comes first, and what was
    /// left is not lost by it.
    pub(super) fn return_to_left(&mut self) -> Vec<Effect> {
        if self.shared.overlay.is_some() || self.shared.input.pending.is_some() {
            return Vec::new();
        }
        let left = self.shared.drafts.left.take();
        left.map_or_else(Vec::new, |found| self.found(*found))
    }

    /// Something was left: goes back to it, or asks first where it is still in use.
    fn found(&mut self, found: Found) -> Vec<Effect> {
        if found.kept.is_the_beginning() {
            return Vec::new();
        }
        if found.alive {
            self.shared.overlay = Some(Overlay::Takeover(Takeover {
                session: found.session,
                entry: found.kept.entry().cloned(),
                form: found.kept.form,
                meeting: found.kept.meeting,
                view: found.kept.line.as_ref().and_then(KeptLine::is_shared),
                at: found.at,
            }));
            return Vec::new();
        }
        let time = self.shared.time_of(found.at);
        let words = &self.shared.strings().resume;
        let half_typed = found.kept.is_work();
        let typed_elsewhere = found.kept.form.is_some() || found.kept.line.is_some();
        if let Some(meeting) = &found.kept.meeting {
            self.agendas_again(meeting);
        }
        if let Some(mut meeting) = found.kept.meeting
            && (found.kept.screen == ScreenId::Meeting || meeting.is_work() && !typed_elsewhere)
        {
            let text = match (half_typed, found.saved) {
                (true, true) => (words.saved)(&time),
                (true, false) => (words.typed)(&time),
                (false, _) => (words.place)(&time),
            };
            if found.saved {
                meeting.form = None;
            }
            self.shared.say(text, Tone::Plain);
            let mut effects = self.return_to_meeting(meeting);
            if let Some(desk) = found.kept.desk.filter(|_| !found.saved) {
                effects.extend(self.entry_at_meeting(desk));
            }
            return effects;
        }
        let (text, form) = match found.kept.form {
            _ if half_typed && found.saved => ((words.saved)(&time), None),
            None if half_typed => ((words.typed)(&time), None),
            Some(form) => ((words.typed)(&time), Some(form)),
            None => ((words.place)(&time), None),
        };
        let line = found.kept.line.filter(|_| !found.saved);
        if let Some(desk) = found.kept.desk {
            let effects = self.back_to_desk(desk, found.saved);
            self.shared.say(text, Tone::Plain);
            return effects;
        }
        self.shared.say(text, Tone::Plain);
        let mut effects = match (form, found.kept.village) {
            (Some(form), _) if form.cmd().is_none() => Vec::new(),
            (Some(form), village) => {
                let code = form.village.clone();
                let mut effects = Vec::new();
                if let Some((ord, code)) = village {
                    effects = self.go_to_village(ord, code);
                }
                if let Some(cmd) = form.cmd() {
                    self.shared.input.pending = Some(if form.many.is_empty() {
                        Pending::Form(code.clone(), cmd)
                    } else {
                        self.shared.marked.add(form.many.clone());
                        Pending::Bulk(code.clone(), cmd)
                    });
                    self.shared.drafts.refilling = Some(Box::new(form));
                }
                effects.push(Effect::Ask(Ask::Card { code }));
                effects
            }
            (None, Some((ord, code))) if found.kept.screen == ScreenId::Villages => {
                let mut effects = self.go_to_village(ord, code);
                if !found.kept.on_card {
                    self.shared.focus = Pane::List;
                    effects.truncate(1);
                }
                effects
            }
            (None, _) => self.show(found.kept.screen),
        };
        if let Some(line) = line {
            effects.extend(self.back_to_line(line));
        }
        effects
    }

    /// What the question whether to take over says.
    #[must_use]
    pub fn takeover_words(&self, takeover: &Takeover) -> String {
        let s = self.shared.strings();
        let what = takeover.form.as_ref().map_or_else(String::new, |form| {
            let label = form
                .cmd()
                .map_or("", |cmd| super::command::of(cmd).label(s));
            format!("{label}, {}", self.village_name(form.village.as_str()))
        });
        let what = match (&takeover.meeting, &takeover.entry) {
            _ if let Some(shared) = takeover.view => s.views.save(shared).to_owned(),
            (_, Some(entry)) => s.reception.about(entry.is_of_person()).to_owned(),
            (Some(_), None) if what.is_empty() => s.commands.meeting.screen.label.to_owned(),
            _ => what,
        };
        (s.resume.offer)(&self.shared.time_of(takeover.at), &what)
    }

    /// Enter takes over, going back leaves it where it is.
    pub(super) fn key_in_takeover(
        &mut self,
        takeover: Takeover,
        key: Key,
        command: Option<Cmd>,
    ) -> Vec<Effect> {
        if key.code() == crossterm::event::KeyCode::Enter {
            return vec![Effect::Ask(Ask::TakeOver(takeover.session))];
        }
        if command == Some(Cmd::Back) {
            return Vec::new();
        }
        self.shared.open(Overlay::Takeover(takeover))
    }

    /// Another session of this person goes on with what was typed here.
    pub(super) fn taken_away(&mut self) -> Vec<Effect> {
        self.shared.drafts.kept = None;
        if matches!(
            self.shared.overlay,
            Some(
                Overlay::Form(_)
                    | Overlay::Preview(_)
                    | Overlay::Meeting(_)
                    | Overlay::Entry(_)
                    | Overlay::ViewName(_)
            )
        ) {
            self.shared.overlay = None;
            self.shared.input.queue.clear();
            let text = self.shared.strings().resume.taken_away.to_owned();
            self.shared.say(text, Tone::Plain);
        }
        Vec::new()
    }

    /// Keeping failed: that is said once, and the work goes on.
    pub(super) fn cannot_keep(&mut self, why: &str) -> Vec<Effect> {
        if !std::mem::replace(&mut self.shared.drafts.unkept, true) {
            let text = (self.shared.strings().resume.cannot_keep)(why);
            self.shared.say(text, Tone::Trouble);
        }
        Vec::new()
    }
}

/// Whether keys have rested with this message, so that a place is worth keeping.
pub(super) fn rests(msg: &Msg) -> bool {
    matches!(msg, Msg::Settled)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset};
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;
    use crate::strings::Lang;
    use crate::tui::app::keymap::Keymap;
    use crate::tui::app::msg::{Answer, Now};
    use crate::tui::app::session::ThemeName;

    #[test]
    fn what_a_person_opens_at_once_comes_first_and_what_was_left_comes_after_it() {
        let now: DateTime<FixedOffset> = "2026-11-24T10:00:00+08:00".parse().unwrap();
        let keymap = Keymap::new(&[]).unwrap();
        let mut model = Model::new(Lang::Id, ThemeName::Dark, false, keymap, now);
        let world = Now {
            today: now.date_naive(),
            at: now.to_utc(),
            fresh: Uuid::from_u128(1),
        };
        let key = |code| Msg::Key(KeyEvent::new(code, KeyModifiers::NONE));
        model.update(Msg::Resize(80, 24), &world);
        model.update(key(KeyCode::Char('/')), &world);
        let village = Code::parse("53.04.01.2002").unwrap();
        let found = Found {
            session: Uuid::from_u128(2),
            kept: Kept {
                screen: ScreenId::Villages,
                village: Some((1, village)),
                on_card: true,
                form: None,
                meeting: None,
                desk: None,
                line: None,
            },
            at: now.to_utc(),
            alive: false,
            saved: false,
        };
        let left = Msg::Answer(Answer::AbandonedDraft(Some(Box::new(found))));
        assert!(model.update(left, &world).is_empty(), "the search stays");
        assert!(matches!(model.shared.overlay, Some(Overlay::Search(_))));
        let effects = model.update(key(KeyCode::Esc), &world);
        let asks_for_the_card = |e: &Effect| matches!(e, Effect::Ask(Ask::Card { .. }));
        assert!(effects.iter().any(asks_for_the_card), "back to its place");
        assert_eq!(model.shared.focus, Pane::Card);
    }
}
