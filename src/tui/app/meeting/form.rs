//! A form of the meeting screen: few inputs, few keys. What each kind asks and does stands in its sibling `kinds`.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::goes_on::Meanwhile;
use super::input::{Did, Value};
use crate::domain::code::Code;
use crate::domain::dates::BadDate;
use crate::domain::follow::Action;
use crate::strings::{Lang, Strings};
use crate::tui::app::form::Saving;
use crate::tui::app::keymap::Key;

/// What a form of the meeting screen is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    New,
    Amend,
    Cancel,
    /// One more line of the agenda.
    Topic,
    /// Minutes for the line under the cursor.
    Minutes,
    Freeze,
    Open,
    Close,
    Finalise,
    Jump,
    Skip,
    Note,
    Decide,
    /// How a promise ended.
    Settle,
    Addendum,
}

impl Kind {
    /// It only asks whether that is meant.
    #[must_use]
    pub fn is_question(self) -> bool {
        matches!(
            self,
            Self::Freeze | Self::Open | Self::Close | Self::Finalise
        )
    }
}

/// The name of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Name {
    Sort,
    Title,
    Day,
    Time,
    Place,
    Leader,
    MinuteTaker,
    Invited,
    Organiser,
    Opener,
    Invitation,
    Basis,
    Funds,
    Triage,
    /// The promise that the new one goes on with.
    After,
    /// How that one ends.
    How,
    What,
    Office,
    Who,
    Due,
    Note,
    Reason,
    Text,
    Number,
    Minutes,
    Outcome,
}

/// What is wrong with what is typed now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is needed, and empty.
    Empty,
    BadDay(BadDate),
    BadDue(BadDate),
    BadTime,
    BadNumber,
    /// No name, or several, fit what is typed.
    NoneFits,
    SeveralFit,
    /// A promise says who does it.
    NeedsWhat,
    /// Past the end of the agenda.
    NoItem(u32),
    /// It is said beside it what happened to it meanwhile.
    PickAnother,
}

impl Wrong {
    #[must_use]
    pub fn say(&self, s: &Strings) -> String {
        let w = &s.meeting;
        match self {
            Self::Empty => w.empty().to_owned(),
            Self::BadDay(why) => s.facts.bad_date(*why).to_owned(),
            Self::BadDue(why) => s.facts.bad_due(*why).to_owned(),
            Self::BadTime => w.bad_time().to_owned(),
            Self::BadNumber => w.bad_number().to_owned(),
            Self::NoneFits => w.none_fits().to_owned(),
            Self::SeveralFit => w.several_fit().to_owned(),
            Self::NeedsWhat => w.needs_what().to_owned(),
            Self::NoItem(last) => w.no_item(*last),
            Self::PickAnother => w.pick_another().to_owned(),
        }
    }
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub name: Name,
    pub value: Value,
}

/// What a key did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Stays,
    Close,
    Send,
    /// In a conflict: mine over what happened meanwhile.
    KeepMine,
    TakeTheirs,
}

/// A promise that a form is about, with the village in whose record it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    pub village: Option<Code>,
    pub action: Action,
}

#[derive(Debug)]
pub struct MeetForm {
    pub kind: Kind,
    /// The meeting; of a new one the id that it will have.
    pub meeting: Uuid,
    pub item: Option<u32>,
    /// What it is about, in words: the village, the promise, the meeting.
    pub about: String,
    pub entries: Vec<Entry>,
    pub at: usize,
    /// Made when the form opens, so that sending twice writes once. A promise that it makes has the same id.
    pub batch: Uuid,
    /// The last seq of the meeting that was seen.
    pub seen: i64,
    pub saving: Saving,
    /// Sending was tried: what is wrong is said loudly.
    pub tried: bool,
    /// It is filled in and read back, before it is recorded.
    pub reading: bool,
    pub lang: Lang,
    pub promised: Option<Promised>,
    /// Open promises that a decision can go on with.
    pub open: Vec<Action>,
    /// What was offered of the one that is picked: action, office, person.
    pub(super) offered: [String; 3],
    /// What happened to the one that was picked.
    pub meanwhile: Option<Meanwhile>,
    /// The inputs for the rest of a promise, while it is not one that was kept in part.
    pub(super) rest: Vec<Entry>,
    /// The meeting in whose name the rest is promised.
    pub(super) from: Option<Uuid>,
    /// The last item of the agenda, to which one can jump.
    pub last: u32,
    pub(super) touched: bool,
}

impl MeetForm {
    #[must_use]
    pub fn value(&self, name: Name) -> Option<&Value> {
        let mut entries = self.entries.iter();
        entries.find(|e| e.name == name).map(|e| &e.value)
    }

    pub(super) fn value_mut(&mut self, name: Name) -> Option<&mut Value> {
        let mut entries = self.entries.iter_mut();
        entries.find(|e| e.name == name).map(|e| &mut e.value)
    }

    /// What is typed in an input, without the blanks around it.
    #[must_use]
    pub fn typed(&self, name: Name) -> &str {
        self.value(name).map_or("", |v| v.typed().trim())
    }

    /// The word of what is picked in an input.
    #[must_use]
    pub fn picked(&self, name: Name) -> Option<&str> {
        self.value(name)?.picked().map(|c| c.word.as_str())
    }

    /// What stands in an input: what is picked by its name, else what is typed.
    #[must_use]
    pub fn stands(&self, name: Name) -> String {
        let Some(value) = self.value(name) else {
            return String::new();
        };
        match (value, value.picked()) {
            (_, Some(choice)) => choice.label.clone(),
            (value, None) => value.typed().trim().to_owned(),
        }
    }

    #[must_use]
    pub fn day(&self, name: Name, today: NaiveDate) -> Option<NaiveDate> {
        self.value(name)?.day_of(today).ok().flatten()
    }

    /// The first thing that is wrong, and the input that it is about.
    #[must_use]
    pub fn wrong(&self, today: NaiveDate) -> Option<(usize, Wrong)> {
        let promises = self.promises_something();
        (0..).zip(&self.entries).find_map(|(i, entry)| {
            let wrong = self.wrong_in(entry, promises, today)?;
            Some((i, wrong))
        })
    }

    fn wrong_in(&self, entry: &Entry, promises: bool, today: NaiveDate) -> Option<Wrong> {
        let value = &entry.value;
        let empty = value.typed().trim().is_empty();
        match entry.name {
            Name::Title | Name::Text if empty => Some(Wrong::Empty),
            Name::Note if self.kind == Kind::Note && empty => Some(Wrong::Empty),
            Name::Reason if self.kind == Kind::Cancel && empty => Some(Wrong::Empty),
            Name::Sort | Name::Triage | Name::Outcome | Name::How if value.picked().is_none() => {
                Some(Wrong::Empty)
            }
            Name::After if value.picked().is_none() => Some(Wrong::PickAnother),
            Name::Day => value.day_of(today).err().map(Wrong::BadDay),
            Name::Due if promises => value.day_of(today).err().map(Wrong::BadDue),
            Name::Time if !empty => match crate::domain::dates::parse_time(value.typed()) {
                Some(_) => None,
                None => Some(Wrong::BadTime),
            },
            Name::Minutes => match value.typed().trim().parse::<u16>() {
                Ok(1..=600) => None,
                _ => Some(Wrong::BadNumber),
            },
            Name::Number => match value.typed().trim().parse::<u32>() {
                Ok(n) if (1..=self.last).contains(&n) => None,
                Ok(_) => Some(Wrong::NoItem(self.last)),
                Err(_) => Some(Wrong::BadNumber),
            },
            Name::What if promises && empty => Some(match self.kind {
                Kind::Settle => Wrong::Empty,
                _ => Wrong::NeedsWhat,
            }),
            Name::Office if promises && value.picked().is_none() => {
                Some(match (empty, value.candidates().len()) {
                    (true, _) => Wrong::Empty,
                    (_, 0) => Wrong::NoneFits,
                    _ => Wrong::SeveralFit,
                })
            }
            _ => None,
        }
    }

    /// A decision makes a promise where anything is said of one; how a promise ended, where a part of it is left.
    #[must_use]
    pub fn promises_something(&self) -> bool {
        if self.kind == Kind::Settle {
            return self.value(Name::What).is_some();
        }
        let some = |name| !self.typed(name).is_empty();
        self.kind == Kind::Decide
            && ([Name::What, Name::Office, Name::Who, Name::Due]
                .into_iter()
                .any(some)
                || self.earlier().is_some())
    }

    /// Lets a key act.
    pub fn key(&mut self, key: Key, today: NaiveDate) -> Outcome {
        match (&self.saving, key.code()) {
            (Saving::Sent, _) => return Outcome::Stays,
            (Saving::Conflict(_), KeyCode::Char('1')) => return Outcome::KeepMine,
            (Saving::Conflict(_), KeyCode::Char('2')) => return Outcome::TakeTheirs,
            (Saving::Conflict(_), code) if code != KeyCode::Esc => return Outcome::Stays,
            _ => {}
        }
        if self.reading {
            return self.key_while_reading(key);
        }
        // A question has nothing that could be typed over.
        let leaves = key.code() == KeyCode::Esc
            || self.kind.is_question() && matches!(key.typed(), Some('q'));
        if leaves {
            if !self.touched || matches!(self.saving, Saving::Warned) {
                return Outcome::Close;
            }
            self.saving = Saving::Warned;
            return Outcome::Stays;
        }
        if matches!(self.saving, Saving::Warned | Saving::Failed(_)) {
            self.saving = Saving::Typing;
        }
        match key.code() {
            KeyCode::Enter => return self.enter(today),
            KeyCode::Tab | KeyCode::Down => self.go(1),
            KeyCode::BackTab | KeyCode::Up => self.go(-1),
            _ => {
                let name = self.entries.get(self.at).map(|e| e.name);
                if name == Some(Name::After) && key.typed().is_some_and(char::is_alphabetic) {
                    // A word is the beginning of what is to be done: nobody has to go past a promise of old for it.
                    self.go(1);
                }
                let Some(entry) = self.entries.get_mut(self.at) else {
                    return Outcome::Stays;
                };
                let (name, did) = (entry.name, entry.value.key(key));
                self.touched |= did != Did::Nothing;
                match name {
                    Name::After if did != Did::Nothing => self.earlier_changed(),
                    Name::Outcome if did != Did::Nothing => self.outcome_changed(),
                    _ => {}
                }
                if did == Did::Picked {
                    self.advance();
                }
            }
        }
        Outcome::Stays
    }

    fn go(&mut self, by: isize) {
        let last = self.entries.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// On to the next input. Where no promise is made, nobody is asked whose it is and when it is due.
    fn advance(&mut self) {
        let skips = self.kind == Kind::Decide
            && self.entries.get(self.at).map(|e| e.name) == Some(Name::What)
            && !self.promises_something();
        let note = self.entries.iter().position(|e| e.name == Name::Note);
        match note.filter(|_| skips) {
            Some(note) => self.at = note,
            None => self.go(1),
        }
    }

    fn enter(&mut self, today: NaiveDate) -> Outcome {
        if self.at + 1 < self.entries.len() {
            // What is not clear keeps the cursor where it is: nobody wants to come back for it.
            let here = self.wrong(today).filter(|(at, _)| *at == self.at);
            let stays = here.is_some_and(|(_, wrong)| match wrong {
                Wrong::Empty | Wrong::NeedsWhat => self.is_needed_now(),
                _ => true,
            });
            if stays {
                self.tried = true;
                return Outcome::Stays;
            }
            self.advance();
            return Outcome::Stays;
        }
        if let Some((at, _)) = self.wrong(today) {
            self.at = at;
            self.tried = true;
            return Outcome::Stays;
        }
        if self.kind == Kind::Decide {
            self.reading = true;
            self.touched = true;
            return Outcome::Stays;
        }
        Outcome::Send
    }

    /// A decision without an outcome is none; one cannot go past it by mistake.
    fn is_needed_now(&self) -> bool {
        matches!(self.kind, Kind::Decide | Kind::Settle)
            && self.entries.get(self.at).is_some_and(|e| {
                matches!(
                    e.name,
                    Name::Triage | Name::Outcome | Name::How | Name::Office | Name::What
                )
            })
    }

    fn key_while_reading(&mut self, key: Key) -> Outcome {
        match (key.code(), key.typed()) {
            (KeyCode::Enter, _) => return Outcome::Send,
            (KeyCode::Esc | KeyCode::Up | KeyCode::BackTab | KeyCode::Backspace, _)
            | (_, Some('q' | 'k')) => {
                self.reading = false;
                self.saving = Saving::Typing;
            }
            _ => {}
        }
        Outcome::Stays
    }

    /// Pastes into the input under the cursor.
    pub fn paste(&mut self, pasted: &str) {
        if self.reading || matches!(self.saving, Saving::Sent | Saving::Conflict(_)) {
            return;
        }
        if let Some(entry) = self.entries.get_mut(self.at)
            && entry.value.paste(pasted)
        {
            self.touched = true;
            self.saving = Saving::Typing;
        }
    }
}

/// A form of the meeting screen in a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptMeetForm {
    pub kind: Kind,
    pub meeting: Uuid,
    pub item: Option<u32>,
    pub batch: Uuid,
    seen: i64,
    at: usize,
    #[serde(default)]
    reading: bool,
    /// The promise that it is about.
    pub action: Option<Uuid>,
    values: Vec<(Name, String)>,
}

impl MeetForm {
    /// What is worth keeping of the form; nothing while nothing was typed.
    #[must_use]
    pub fn kept(&self) -> Option<KeptMeetForm> {
        let values = self
            .entries
            .iter()
            .map(|e| match (e.name, &self.meanwhile) {
                // Until another is picked it is the one that has ended: nobody goes past that unasked.
                (Name::After, Some(Meanwhile::Ended(id, _))) => (e.name, id.to_string()),
                _ => (e.name, e.value.kept()),
            });
        self.touched.then(|| KeptMeetForm {
            kind: self.kind,
            meeting: self.meeting,
            item: self.item,
            batch: self.batch,
            seen: self.seen,
            at: self.at,
            reading: self.reading,
            action: self.promised.as_ref().map(|p| p.action.planned.action),
            values: values.collect(),
        })
    }

    /// Fills a form that was just opened with what was kept of one like it.
    ///
    /// `promises` are those that a decision can go on with, closed ones too: what was picked may have ended meanwhile.
    pub fn refill(&mut self, kept: &KeptMeetForm, promises: &[Action], today: NaiveDate) {
        (self.batch, self.seen) = (kept.batch, kept.seen);
        if self.kind == Kind::New {
            self.meeting = kept.meeting;
        }
        let of_old = |(name, value): &(Name, String)| match name {
            Name::After => Uuid::parse_str(value).ok(),
            _ => None,
        };
        let is_open = kept
            .values
            .iter()
            .find_map(of_old)
            .is_none_or(|id| self.look_again(promises, id));
        for (name, value) in &kept.values {
            if *name != Name::After
                && let Some(entry) = self.value_mut(*name)
            {
                entry.refill(value);
            }
            if *name == Name::Outcome {
                self.outcome_changed();
            }
        }
        self.touched = true;
        if is_open {
            self.at = kept.at.min(self.entries.len().saturating_sub(1));
            self.reading = kept.reading && self.wrong(today).is_none();
        }
    }
}
