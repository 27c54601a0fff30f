//! The form of the event desk: short inputs, one below the other, filled with few keys.
//!
//! What each asks and which act it makes stands in [`super::fields`]; here stands what a key does.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use serde::{Deserialize, Serialize};
use tui_input::Input;
use uuid::Uuid;

use crate::domain::list::Place;
use crate::domain::occasion::Double;
use crate::register::Hit;
use crate::tui::app::edit;
use crate::tui::app::keymap::Key;

use super::input::{lettered, moved, typed};

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    NewEvent,
    ChangeEvent,
    /// Somebody comes.
    Arrival,
    /// An entry of the list is corrected.
    Correction(Uuid),
}

/// What an input asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asks {
    Name,
    Origin,
    Element,
    Sex,
    Office,
    Represents,
    Phone,
    Sort,
    Title,
    Day,
    Time,
    Place,
    Organiser,
    Opener,
    Scope,
}

/// From where somebody comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    Village(Place),
    Agency(String),
}

/// The input in which a village is found by a fragment of its name.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    pub input: Input,
    pub hits: Vec<Hit>,
    pub tag: u64,
    /// The hits are those of what is typed.
    pub answered: bool,
    pub found: Option<Origin>,
}

/// What stands in an input.
#[derive(Clone, Debug)]
pub enum Value {
    Text(Input),
    Find(Finder),
    /// One of a few, each with a letter.
    Letter(Option<usize>),
    /// One of many: regions by code and name.
    Region(Vec<(String, String)>, usize),
}

#[derive(Clone, Debug)]
pub struct Slot {
    pub asks: Asks,
    pub value: Value,
    /// It stands there from the entry before, or as a suggestion: the first letter typed takes its place.
    pub offered: bool,
}

impl Slot {
    pub(super) fn text(asks: Asks, text: &str) -> Self {
        Self::new(asks, Value::Text(Input::new(text.to_owned())))
    }

    pub(super) fn new(asks: Asks, value: Value) -> Self {
        Self {
            asks,
            value,
            offered: false,
        }
    }

    pub(super) fn offered(self) -> Self {
        Self {
            offered: true,
            ..self
        }
    }
}

/// Somebody on the list who may be the person that is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub id: Uuid,
    pub why: Double,
}

/// How far an entry is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    Typing,
    /// Esc was pressed once with something typed: the next one discards.
    Warned,
    /// It may be a second entry of the same person; keys say what it is.
    Doubtful(Vec<Doubt>),
    Sent,
    /// The store refused as a double what was none here: the list is read anew.
    Rechecking,
    Failed(String),
}

/// What a key asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    Stays,
    Save,
    Close,
    /// In doubt: back to what is typed.
    Back,
    /// Look up what is typed.
    Look,
    /// In doubt: it is another person.
    Another,
    /// In doubt: the same person, who needs no second entry.
    Same,
    /// In doubt: correct the entry that is there.
    Correct(Uuid),
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub about: About,
    pub event: Uuid,
    pub slots: Vec<Slot>,
    /// The slot under the cursor; one past the last is the button.
    pub at: usize,
    /// Made when the entry opens, so that saving twice writes once.
    pub batch: Uuid,
    /// What had happened at the event when the entry opened.
    pub seen: i64,
    pub state: State,
    /// Save was tried: what is wrong is said.
    pub tried: bool,
    pub(super) touched: bool,
}

impl Entry {
    #[must_use]
    pub(super) fn new(about: About, event: Uuid, batch: Uuid, slots: Vec<Slot>) -> Self {
        Self {
            about,
            event,
            slots,
            at: 0,
            batch,
            seen: 0,
            state: State::Typing,
            tried: false,
            touched: false,
        }
    }

    /// Something was typed or picked.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.touched
    }

    #[must_use]
    pub fn on_button(&self) -> bool {
        self.at >= self.slots.len()
    }

    #[must_use]
    pub fn value(&self, asks: Asks) -> Option<&Value> {
        let slot = self.slots.iter().find(|s| s.asks == asks)?;
        Some(&slot.value)
    }

    #[must_use]
    pub fn text(&self, asks: Asks) -> &str {
        match self.value(asks) {
            Some(Value::Text(input)) => input.value(),
            _ => "",
        }
    }

    #[must_use]
    pub fn letter(&self, asks: Asks) -> Option<usize> {
        match self.value(asks) {
            Some(Value::Letter(picked)) => *picked,
            _ => None,
        }
    }

    #[must_use]
    pub fn origin(&self) -> Option<&Origin> {
        match self.value(Asks::Origin) {
            Some(Value::Find(finder)) => finder.found.as_ref(),
            _ => None,
        }
    }

    pub(in crate::tui::app) fn finder(&mut self) -> Option<&mut Finder> {
        self.slots.iter_mut().find_map(|s| match &mut s.value {
            Value::Find(finder) => Some(finder),
            _ => None,
        })
    }

    /// The village's name is typed and its candidates are not there yet, and the cursor is on it.
    #[must_use]
    pub fn is_unanswered(&self) -> bool {
        match self.slots.get(self.at).map(|s| &s.value) {
            Some(Value::Find(f)) => {
                f.found.is_none() && !f.answered && !f.input.value().trim().is_empty()
            }
            _ => false,
        }
    }

    pub fn key(&mut self, key: Key) -> Asked {
        match &self.state {
            State::Sent | State::Rechecking => return Asked::Stays,
            State::Doubtful(doubts) => return in_doubt(doubts, key),
            _ => {}
        }
        let leaves = key.code() == KeyCode::Esc || (self.on_button() && key.typed() == Some('q'));
        if leaves {
            if !self.touched || self.state == State::Warned {
                return Asked::Close;
            }
            self.state = State::Warned;
            return Asked::Stays;
        }
        if self.state == State::Warned {
            self.state = State::Typing;
        }
        if self.on_button() {
            return self.key_on_button(key);
        }
        match key.code() {
            KeyCode::BackTab | KeyCode::Up => {
                self.at = self.at.saturating_sub(1);
                return Asked::Stays;
            }
            KeyCode::Tab | KeyCode::Down => {
                self.at += 1;
                return Asked::Stays;
            }
            _ => {}
        }
        let last = self.slots.len();
        let Some(slot) = self.slots.get_mut(self.at) else {
            return Asked::Stays;
        };
        let did = match &mut slot.value {
            Value::Text(input) => typed(input, &mut slot.offered, key),
            Value::Find(finder) => finder.key(&mut slot.offered, key),
            Value::Letter(picked) => lettered(picked, slot.asks, key),
            Value::Region(options, at) => moved(options, at, key),
        };
        self.touched |= did.changed;
        if did.changed {
            slot.offered = false;
        }
        if did.done {
            // L or P is the last that must be known; what else may be said stands below.
            let is_sex = slot.asks == Asks::Sex && did.changed;
            self.at = if is_sex { last } else { self.at + 1 };
        }
        if did.look { Asked::Look } else { Asked::Stays }
    }

    fn key_on_button(&mut self, key: Key) -> Asked {
        match (key.code(), key.typed()) {
            (KeyCode::Enter, _) => return Asked::Save,
            (KeyCode::Up | KeyCode::BackTab, _) | (_, Some('k')) => {
                self.at = self.slots.len().saturating_sub(1);
            }
            (KeyCode::Tab | KeyCode::Down, _) | (_, Some('j')) => self.at = 0,
            (_, Some(c)) => {
                // The inputs are numbered.
                if let Some(n) = c.to_digit(10)
                    && (1..=self.slots.len()).contains(&(n as usize))
                {
                    self.at = n as usize - 1;
                }
            }
            _ => {}
        }
        Asked::Stays
    }

    /// Pastes into the input under the cursor.
    pub fn paste(&mut self, pasted: &str) -> Asked {
        let Some(slot) = self.slots.get_mut(self.at) else {
            return Asked::Stays;
        };
        let offered = std::mem::take(&mut slot.offered);
        match &mut slot.value {
            Value::Text(input) => {
                if offered {
                    input.reset();
                }
                edit::paste(input, pasted);
                self.touched = true;
                Asked::Stays
            }
            Value::Find(finder) => {
                if finder.found.take().is_some() {
                    finder.input.reset();
                }
                edit::paste(&mut finder.input, pasted);
                self.touched = true;
                Asked::Look
            }
            Value::Letter(_) | Value::Region(..) => Asked::Stays,
        }
    }

    /// Takes over what is said of office, whom he or she represents, and telephone in an entry that turned out to be the
    /// same person.
    pub(super) fn take_news(&mut self, other: &Self, guest: Uuid) {
        let same = |d: &Doubt| d.id == guest && d.why == Double::SamePerson;
        if !matches!(&other.state, State::Doubtful(doubts) if doubts.iter().any(same)) {
            return;
        }
        for asks in [Asks::Office, Asks::Represents, Asks::Phone] {
            let text = other.text(asks).trim();
            let slot = self.slots.iter_mut().find(|s| s.asks == asks);
            if let Some(slot) = slot
                && !text.is_empty()
            {
                slot.value = Value::Text(Input::new(text.to_owned()));
                self.touched = true;
            }
        }
    }

    /// Puts the cursor on an input.
    pub(super) fn go_to(&mut self, asks: Asks) {
        if let Some(at) = self.slots.iter().position(|s| s.asks == asks) {
            self.at = at;
        }
    }

    /// The day in an input; a day to come or one that has passed.
    #[must_use]
    pub fn day(&self, today: NaiveDate) -> Option<NaiveDate> {
        let typed = self.text(Asks::Day);
        let due = crate::domain::dates::parse_due(typed, today);
        due.or_else(|_| crate::domain::dates::parse(typed, today))
            .ok()
    }
}

fn in_doubt(doubts: &[Doubt], key: Key) -> Asked {
    match (key.typed(), key.code()) {
        (Some('1'), _) => Asked::Another,
        (Some('2'), _) => Asked::Same,
        (Some('3'), _) => doubts
            .first()
            .map_or(Asked::Stays, |d| Asked::Correct(d.id)),
        (Some('q'), _) | (_, KeyCode::Esc) => Asked::Back,
        _ => Asked::Stays,
    }
}
