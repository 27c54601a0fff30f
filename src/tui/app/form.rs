//! A form: inputs, one after the other, that become an act.
//!
//! Here stands what is the same for all forms; what each asks and which act it makes stands in [`kinds`].

mod keep;
mod kinds;
mod makers;
mod programme;
mod value;

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use uuid::Uuid;

pub use self::keep::KeptForm;
pub use self::programme::can_be_verified;
pub use self::value::{Pickable, Reads, Slot, Value};
use super::edit;
use super::keymap::Key;
use crate::domain::act::{Field, Refusal};
use crate::domain::dates::BadDate;
use crate::domain::event::Recorded;
use crate::domain::list::Place;
use crate::store::{ActRequest, Card};
use crate::strings::{Lang, Strings};

/// What a form records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    RecordPotential,
    AmendPotential,
    WithdrawPotential,
    Choose,
    CancelChoice,
    Decree,
    Category,
    StageForward,
    StageBack,
    SoldRaw,
    Note,
    Claim,
    Verify,
    WithdrawEvidence,
    RaiseBlocker,
    ClearBlocker,
    PlanAction,
    CloseAction,
    AddProducer,
    AmendProducer,
    TurnProducer,
    CountWorkers,
    RecordMonth,
    OpenChannel,
    CloseChannel,
    BeginAssistance,
    EndAssistance,
}

/// What is wrong with what is typed now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Refused(Refusal),
    /// A day that cannot be read, and the input in which it stands.
    BadDate(Field, BadDate),
    BadNumber(Field),
    BadMonth,
}

impl Problem {
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Refused(why) => why.field(),
            Self::BadDate(field, _) | Self::BadNumber(field) => Some(*field),
            Self::BadMonth => Some(Field::Month),
        }
    }

    #[must_use]
    pub fn say(&self, s: &Strings) -> String {
        match self {
            Self::Refused(why) => s.facts.refusal(why),
            Self::BadDate(Field::Due | Field::Expires, why) => s.facts.bad_due(*why).to_owned(),
            Self::BadDate(_, why) => s.facts.bad_date(*why).to_owned(),
            Self::BadNumber(_) => s.makers.bad_number().to_owned(),
            Self::BadMonth => s.makers.bad_month().to_owned(),
        }
    }
}

/// How far saving has come.
#[derive(Debug, Default)]
pub enum Saving {
    #[default]
    Typing,
    /// Esc was pressed once with something typed: the next one discards.
    Warned,
    Sent,
    /// The store could not; the sentence says why. What is typed stays.
    Failed(String),
    /// Somebody moved the same thing meanwhile.
    Conflict(Box<Recorded>),
}

/// What a key did to a form.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    Stays,
    Save,
    Close,
    /// In a conflict: write mine over what happened meanwhile.
    KeepMine,
    /// In a conflict: leave what the other wrote.
    TakeTheirs,
}

#[derive(Debug)]
pub struct Form {
    pub kind: FormKind,
    /// The village as it was when the form opened; checks and conflicts are measured against it.
    pub card: Card,
    pub slots: Vec<Slot>,
    /// The slot under the cursor; one past the last is the row of buttons.
    pub at: usize,
    /// Made when the form opens, so that saving twice writes once.
    pub batch: Uuid,
    pub saving: Saving,
    /// Save was tried: problems are now said loudly.
    pub tried: bool,
    /// The furthest slot the cursor has been on: what is wrong with those before it is said.
    pub reached: usize,
    /// In which its words are prepared; a form does not outlive a change of language.
    lang: Lang,
    fresh: Uuid,
    touched: bool,
    /// The villages that it is for, when it is for many.
    pub many: Vec<Place>,
}

impl Form {
    /// Opens a form on a village; `fresh` becomes its batch.
    #[must_use]
    pub fn open(kind: FormKind, card: Card, today: NaiveDate, lang: Lang, fresh: Uuid) -> Self {
        let slots = kinds::slots(kind, &card, today, Strings::of(lang));
        Self {
            kind,
            card,
            slots,
            at: 0,
            batch: fresh,
            saving: Saving::Typing,
            tried: false,
            reached: 0,
            lang,
            fresh,
            touched: false,
            many: Vec::new(),
        }
    }

    fn text_of(&self, field: Field) -> String {
        self.slots
            .iter()
            .find(|s| s.field == field)
            .and_then(|s| s.value.typed())
            .unwrap_or_default()
            .to_owned()
    }

    fn picked(&self, field: Field) -> Option<&Pickable> {
        self.slots
            .iter()
            .find(|s| s.field == field)
            .and_then(|s| s.value.picked())
    }

    /// The day in an input; none where there is no such input, or it is left empty.
    ///
    /// # Errors
    /// Why it is no day.
    pub fn day_in(&self, field: Field, today: NaiveDate) -> Result<Option<NaiveDate>, BadDate> {
        let slot = self.slots.iter().find(|s| s.field == field);
        slot.map_or(Ok(None), |s| {
            s.value.day(self.counted_from(field, today), today)
        })
    }

    /// From which day `2mg` and `30/11` are counted: a promise of last month was for two weeks from then, and a paper
    /// holds for five years from its issue.
    fn counted_from(&self, field: Field, today: NaiveDate) -> NaiveDate {
        let made = || self.day_of(Field::Date, today);
        let from = match field {
            Field::Due => made(),
            Field::Expires => self.day_of(Field::Issued, today).or_else(made),
            _ => None,
        };
        from.unwrap_or(today)
    }

    /// The day in an input, where there is one that can be read.
    fn day_of(&self, field: Field, today: NaiveDate) -> Option<NaiveDate> {
        self.day_in(field, today).ok().flatten()
    }

    /// The day on which what is recorded happened.
    ///
    /// # Errors
    /// Why it is no date.
    pub fn day(&self, today: NaiveDate) -> Result<NaiveDate, BadDate> {
        if self.kind == FormKind::RecordMonth {
            let own = self.act(today).own_day(&self.card.village, today);
            return Ok(own.unwrap_or(today));
        }
        self.day_in(Field::Date, today)?.ok_or(BadDate::Empty)
    }

    /// What stands in the way of saving, checked at every key.
    #[must_use]
    pub fn problem(&self, today: NaiveDate) -> Option<Problem> {
        if let Some(problem) = self.unreadable(today).or_else(|| self.uncounted()) {
            return Some(problem);
        }
        // With an unreadable date the rest is checked for today, so that one fault does not hide another.
        let on = self.day(today).unwrap_or(today);
        let (village, kind) = (&self.card.village, self.card.place.kind());
        if let Err(why) = self.act(today).check(village, kind, on, today) {
            let problem = self.for_every_village(Problem::Refused(why));
            if problem.is_some() {
                return problem;
            }
        }
        self.slots.iter().find_map(|slot| {
            let why = self.day_in(slot.field, today).err()?;
            Some(Problem::BadDate(slot.field, why))
        })
    }

    /// The request to send; `None` while something stands in its way.
    #[must_use]
    pub fn request(&self, today: NaiveDate) -> Option<ActRequest> {
        if self.problem(today).is_some() {
            return None;
        }
        Some(ActRequest {
            village: self.card.place.code.clone(),
            act: self.act(today),
            on: self.day(today).ok()?,
            seen: Some(self.card.last_seq),
        })
    }

    #[must_use]
    pub fn on_buttons(&self) -> bool {
        self.at >= self.slots.len()
    }

    /// Lets a key act.
    pub fn key(&mut self, key: Key) -> Outcome {
        match (&self.saving, key.code()) {
            (Saving::Sent, _) => return Outcome::Stays,
            (Saving::Conflict(_), KeyCode::Char('1')) => return Outcome::KeepMine,
            (Saving::Conflict(_), KeyCode::Char('2')) => return Outcome::TakeTheirs,
            (Saving::Conflict(_), code) if code != KeyCode::Esc => return Outcome::Stays,
            _ => {}
        }
        let leaving = key.code() == KeyCode::Esc || (self.on_buttons() && key.typed() == Some('q'));
        if leaving {
            if !self.touched || matches!(self.saving, Saving::Warned) {
                return Outcome::Close;
            }
            self.saving = Saving::Warned;
            return Outcome::Stays;
        }
        if matches!(self.saving, Saving::Warned) {
            self.saving = Saving::Typing;
        }
        if self.on_buttons() {
            return self.key_on_buttons(key);
        }
        match key.code() {
            KeyCode::Enter | KeyCode::Tab | KeyCode::Down => self.at += 1,
            KeyCode::BackTab | KeyCode::Up => self.at = self.at.saturating_sub(1),
            _ => self.key_in_slot(key),
        }
        self.reached = self.reached.max(self.at);
        Outcome::Stays
    }

    fn key_on_buttons(&mut self, key: Key) -> Outcome {
        match (key.code(), key.typed()) {
            (KeyCode::Enter, _) => return Outcome::Save,
            (KeyCode::Up | KeyCode::BackTab, _) | (_, Some('k')) => {
                self.at = self.slots.len().saturating_sub(1);
            }
            (KeyCode::Tab | KeyCode::Down, _) | (_, Some('j')) => self.at = 0,
            _ => {}
        }
        Outcome::Stays
    }

    fn key_in_slot(&mut self, key: Key) {
        let Some(slot) = self.slots.get_mut(self.at) else {
            return;
        };
        let field = slot.field;
        let before = slot.value.picked().cloned();
        let changed = match &mut slot.value {
            Value::Text(input) => edit::edit(input, key),
            Value::Suggested { input, untouched }
            | Value::Date {
                input, untouched, ..
            } => {
                if std::mem::take(untouched) && key.typed().is_some() {
                    input.reset();
                }
                edit::edit(input, key)
            }
            Value::Pick { options, at } => {
                let last = options.len().saturating_sub(1);
                let to = match (key.code(), key.typed()) {
                    (_, Some('j' | ' ')) | (KeyCode::Right, _) => (*at + 1).min(last),
                    (_, Some('k')) | (KeyCode::Left, _) => at.saturating_sub(1),
                    (_, Some(c)) => match c.to_digit(10) {
                        Some(n) if n >= 1 => (n as usize - 1).min(last),
                        _ => next_with(options, *at, c, Strings::of(self.lang)),
                    },
                    _ => *at,
                };
                let moved = to != *at;
                *at = to;
                moved
            }
        };
        self.touched |= changed;
        if changed && before.is_some() {
            self.follow_pick(field, before.as_ref());
        }
    }

    /// Pastes into the input under the cursor.
    pub fn paste(&mut self, pasted: &str) {
        if let Some(Slot {
            value: Value::Text(input) | Value::Suggested { input, .. } | Value::Date { input, .. },
            ..
        }) = self.slots.get_mut(self.at)
        {
            edit::paste(input, pasted);
            self.touched = true;
            self.saving = Saving::Typing;
        }
    }

    /// Measures the form against what is there now. What was typed and picked stays, also a pick that is not offered any
    /// more: the check then says why it cannot be.
    pub fn renew(&mut self, card: Card, today: NaiveDate) {
        let on_buttons = self.on_buttons();
        let before = std::mem::replace(
            &mut self.slots,
            kinds::slots(self.kind, &card, today, Strings::of(self.lang)),
        );
        if let Some(at) = before.iter().position(|s| s.field == Field::Assistance)
            && let Some(new) = self.slots.first_mut()
            && new.field == Field::Assistance
        {
            // What else is asked hangs on it.
            new.value = before[at].value.clone();
            self.follow_pick(Field::Assistance, None);
            self.slots[0] = kinds::slots(self.kind, &card, today, Strings::of(self.lang)).remove(0);
        }
        for slot in &mut self.slots {
            let Some(old) = before.iter().find(|o| o.field == slot.field) else {
                continue;
            };
            match (&mut slot.value, &old.value) {
                (Value::Pick { options, at }, Value::Pick { .. }) => {
                    if let Some(picked) = old.value.picked() {
                        *at = options
                            .iter()
                            .position(|o| o.is_same(picked))
                            .unwrap_or_else(|| {
                                options.push(picked.clone());
                                options.len() - 1
                            });
                    }
                }
                (value, old) => *value = old.clone(),
            }
        }
        if on_buttons {
            self.at = self.slots.len();
            self.reached = self.at;
        }
        self.card = card;
    }

    /// Puts the cursor on the input that a problem is about.
    pub fn go_to_problem(&mut self, problem: &Problem) {
        if let Some(at) = problem
            .field()
            .and_then(|f| self.slots.iter().position(|s| s.field == f))
        {
            self.at = at;
        }
    }
}

/// The next option after `at`, around the end, whose name begins with a letter; `at` where none does.
fn next_with(options: &[Pickable], at: usize, letter: char, s: &Strings) -> usize {
    let begins = |option: &Pickable| {
        let first = option.label(s).chars().next();
        first.is_some_and(|c| c.to_lowercase().eq(letter.to_lowercase()))
    };
    (1..=options.len())
        .map(|ahead| (at + ahead) % options.len())
        .find(|i| begins(&options[*i]))
        .unwrap_or(at)
}

#[cfg(test)]
mod tests;
