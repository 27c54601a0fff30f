//! One act for all marked villages: filled in once, looked at village by village, written as one batch.

use uuid::Uuid;

use super::command::{self, Cmd};
use super::form::{Form, FormKind, Problem, Saving};
use super::keymap::Key;
use super::model::Model;
use super::msg::{Ask, Effect, Now};
use super::overlay::{Item, Overlay, Picked};
use super::toast::Tone;
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::store::{ActRequest, Card, DryRun, Error, Written};
use crate::strings::facts::capital;

/// What can be done to many villages at once: what says the same of each of them.
pub const FOR_MANY: [Cmd; 6] = [
    Cmd::PlanAction,
    Cmd::RaiseBlocker,
    Cmd::Note,
    Cmd::Category,
    Cmd::StageForward,
    Cmd::SoldRaw,
];

/// What an act would do to each marked village, before it is done.
#[derive(Debug)]
pub struct Preview {
    /// The form behind it, to go back to.
    pub form: Box<Form>,
    pub lines: Vec<DryRun>,
    /// What somebody else has changed since these lines were looked at first.
    pub moved: Vec<Code>,
    /// First line that is seen.
    pub top: usize,
    pub sent: bool,
}

impl Preview {
    /// How many villages would change.
    #[must_use]
    pub fn changing(&self) -> usize {
        self.lines.iter().filter(|l| l.outcome.is_ok()).count()
    }
}

impl Model {
    /// Opens the chooser of what to do to all marked villages.
    pub(super) fn pick_bulk(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
        let item = |(cmd, key): (Cmd, char)| Item {
            key: Some(key),
            label: capital(command::of(cmd).label(s)),
            picked: Picked::ForMany(cmd),
        };
        let items = FOR_MANY.into_iter().zip('1'..).map(item).collect();
        self.shared
            .pick(|s| s.pick_for_marked, items, &Picked::ForMany(FOR_MANY[0]))
    }

    /// The form opens on the first marked village; its card is asked for.
    pub(super) fn open_bulk(&mut self, command: Cmd) -> Vec<Effect> {
        let Some(first) = self.shared.marked.places().next() else {
            return Vec::new();
        };
        let code = first.code.clone();
        self.shared.input.pending = Some(super::input_queue::Pending::Bulk(code.clone(), command));
        vec![Effect::Ask(Ask::Card { code })]
    }

    /// The card of the first village is there.
    pub(super) fn open_bulk_now(&mut self, command: Cmd, card: Card, now: &Now) {
        let places: Vec<Place> = self.shared.marked.places().cloned().collect();
        if let Some(kind) = FormKind::of(command)
            && self.shared.overlay.is_none()
        {
            let mut form = Form::open(kind, card, now.today, self.shared.session.lang, now.fresh);
            form.for_all(places);
            self.lay_open(form);
        } else {
            self.shared.input.queue.clear();
        }
        self.shared.drafts.refilling = None;
    }

    /// The form is filled in: asks what it would do.
    pub(super) fn preview(&mut self, mut form: Box<Form>, now: &Now) -> Vec<Effect> {
        let requests = form.requests(now.today);
        form.saving = Saving::Sent;
        self.shared.overlay = Some(Overlay::Form(form));
        vec![Effect::Ask(Ask::DryRun { requests })]
    }

    pub(super) fn dry_run(&mut self, lines: Vec<DryRun>) -> Vec<Effect> {
        match self.shared.overlay.take() {
            Some(Overlay::Form(mut form)) if form.is_for_many() => {
                form.saving = Saving::Typing;
                self.shared.overlay = Some(Overlay::Preview(Preview {
                    form,
                    lines,
                    moved: Vec::new(),
                    top: 0,
                    sent: false,
                }));
            }
            Some(Overlay::Preview(preview)) => {
                let was = |line: &DryRun| {
                    let mut before = preview.lines.iter();
                    before.any(|b| b.place.code == line.place.code && b.seen == line.seen)
                };
                let new = lines.iter().filter(|line| !was(line));
                let new: Vec<Code> = new.map(|line| line.place.code.clone()).collect();
                // What has changed is to be seen without looking for it.
                let first = lines.iter().position(|line| new.contains(&line.place.code));
                let mut moved = preview.moved;
                moved.extend(new);
                self.shared.overlay = Some(Overlay::Preview(Preview {
                    top: first.unwrap_or(preview.top),
                    lines,
                    moved,
                    sent: false,
                    ..preview
                }));
            }
            other => self.shared.overlay = other,
        }
        Vec::new()
    }

    pub(super) fn key_in_preview(
        &mut self,
        mut preview: Preview,
        key: Key,
        command: Option<Cmd>,
        now: &Now,
    ) -> Vec<Effect> {
        let last = preview.lines.len().saturating_sub(1);
        match command {
            _ if preview.sent => {}
            Some(Cmd::Down) => preview.top = (preview.top + 1).min(last),
            Some(Cmd::Up) => preview.top = preview.top.saturating_sub(1),
            Some(Cmd::PageDown) => preview.top = (preview.top + 8).min(last),
            Some(Cmd::PageUp) => preview.top = preview.top.saturating_sub(8),
            Some(Cmd::Back) => return self.shared.open(Overlay::Form(preview.form)),
            _ if key.code() == crossterm::event::KeyCode::Enter && preview.changing() > 0 => {
                let batch = preview.form.batch;
                let requests = sure(&preview, &preview.form.requests(now.today));
                preview.sent = true;
                self.shared.overlay = Some(Overlay::Preview(preview));
                return vec![Effect::Ask(Ask::Bulk { batch, requests })];
            }
            _ => {}
        }
        self.shared.open(Overlay::Preview(preview))
    }

    /// It is written. The marks stay: something else may be to be done to the same villages.
    pub(super) fn bulk_done(&mut self, written: &Written) {
        let is_this = matches!(&self.shared.overlay, Some(Overlay::Preview(p)) if p.form.batch == written.batch);
        if !is_this {
            return;
        }
        self.shared.overlay = None;
        let s = self.shared.strings();
        let what = written
            .events
            .first()
            .map_or_else(String::new, |e| crate::tui::text::brief(&s.event(&e.event)));
        let text = format!(
            "{} {}",
            (s.bulk.done)(written.events.len(), &what),
            s.screens.undo_hint
        );
        self.shared.say(text, Tone::Done);
    }

    /// Nothing was written: somebody moved one of the villages meanwhile, or the store could not. What would happen now
    /// is asked again.
    pub(super) fn bulk_failed(
        &mut self,
        batch: Uuid,
        requests: &[ActRequest],
        error: &Error,
    ) -> Vec<Effect> {
        let s = self.shared.strings();
        let text = match error {
            Error::Conflict(theirs) => (s.bulk.moved)(
                &theirs.actor,
                &self.name_in_preview(&theirs.stream),
                &crate::tui::text::brief(&s.event(&theirs.event)),
            ),
            other => other.say(s),
        };
        self.shared.say(text, Tone::Trouble);
        match &mut self.shared.overlay {
            Some(Overlay::Preview(preview)) if preview.form.batch == batch => {
                preview.sent = false;
                let requests = requests.iter().map(|d| ActRequest {
                    seen: None,
                    ..d.clone()
                });
                vec![Effect::Ask(Ask::DryRun {
                    requests: requests.collect(),
                })]
            }
            _ => Vec::new(),
        }
    }
}

impl Model {
    /// A village of the preview by its name: it need not be in any list.
    fn name_in_preview(&self, stream: &str) -> String {
        let lines = match &self.shared.overlay {
            Some(Overlay::Preview(preview)) => &preview.lines[..],
            _ => &[],
        };
        let known = lines.iter().find(|l| l.place.code.as_str() == stream);
        known.map_or_else(|| self.village_name(stream), |l| l.place.name.clone())
    }
}

/// The requests that would be done, held against what was seen of each village.
fn sure(preview: &Preview, requests: &[ActRequest]) -> Vec<ActRequest> {
    let line_of = |request: &ActRequest| {
        preview
            .lines
            .iter()
            .find(|l| l.place.code == request.village)
    };
    requests
        .iter()
        .filter_map(|request| {
            let line = line_of(request)?;
            line.outcome.as_ref().ok()?;
            Some(ActRequest {
                seen: Some(line.seen),
                ..request.clone()
            })
        })
        .collect()
}

impl Form {
    /// Makes the form one for many villages: the first one's card only says what can be picked.
    pub fn for_all(&mut self, places: Vec<Place>) {
        self.many = places;
        self.offer_every_stage();
        self.about_no_item();
    }

    #[must_use]
    pub fn is_for_many(&self) -> bool {
        !self.many.is_empty()
    }

    /// The act for each village, each with an id of its own that follows from the form's.
    #[must_use]
    pub fn requests(&self, today: chrono::NaiveDate) -> Vec<ActRequest> {
        let act = self.act(today);
        let on = self.day(today).unwrap_or(today);
        let request = |(n, place): (u128, &Place)| ActRequest {
            village: place.code.clone(),
            act: act
                .clone()
                .with_id(Uuid::from_u128(self.batch.as_u128() ^ (n + 1))),
            on,
            seen: None,
        };
        (0..).zip(&self.many).map(request).collect()
    }

    /// Of what is wrong only what is wrong for every village: the rest is seen village by village.
    pub(super) fn for_every_village(&self, problem: Problem) -> Option<Problem> {
        let general = match &problem {
            Problem::Refused(why) => why.is_about_input(),
            Problem::BadDate(..) | Problem::BadNumber(_) | Problem::BadMonth => true,
        };
        (general || !self.is_for_many()).then_some(problem)
    }
}
