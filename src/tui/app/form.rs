//! A form: inputs, one after the other, that become an act.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use tui_input::Input;
use uuid::Uuid;

use super::edit;
use super::keymap::Key;
use crate::domain::act::{Act, Field, Refusal, forums};
use crate::domain::dates::{self, BadDate};
use crate::domain::event::{Forum, Group, Recorded, Source};
use crate::domain::stage::Stage;
use crate::store::{Card, Deed};
use crate::strings::Strings;

/// What a form records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    RecordPotential,
    AmendPotential,
    WithdrawPotential,
    Choose,
    CancelChoice,
    Decree,
    StageForward,
    StageBack,
    SoldRaw,
    Note,
}

/// One thing that can be picked in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pickable {
    Potential { id: Uuid, name: String },
    Forum(Forum),
    Group(Group),
    Stage(Stage),
    Yes(bool),
}

impl Pickable {
    /// A potential stays itself under another name.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Potential { id, .. }, Self::Potential { id: other, .. }) => id == other,
            _ => self == other,
        }
    }

    #[must_use]
    pub fn label(&self, s: &Strings) -> String {
        match self {
            Self::Potential { name, .. } => name.clone(),
            Self::Forum(f) => s.facts.forum(*f).to_owned(),
            Self::Group(g) => s.facts.group(*g).to_owned(),
            Self::Stage(t) => s.facts.stage(*t).to_owned(),
            Self::Yes(true) => s.facts.yes.to_owned(),
            Self::Yes(false) => s.facts.no.to_owned(),
        }
    }
}

/// The value of an input.
#[derive(Clone, Debug)]
pub enum Value {
    Text(Input),
    Date {
        input: Input,
        /// Still what the form put there: the first letter typed replaces it.
        untouched: bool,
    },
    Pick {
        options: Vec<Pickable>,
        at: usize,
    },
}

impl Value {
    fn picked(&self) -> Option<&Pickable> {
        match self {
            Self::Pick { options, at } => options.get(*at),
            _ => None,
        }
    }
}

/// One input of a form.
#[derive(Clone, Debug)]
pub struct Slot {
    pub field: Field,
    pub value: Value,
}

/// What is wrong with what is typed now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Refused(Refusal),
    BadDate(BadDate),
}

impl Problem {
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Refused(why) => why.field(),
            Self::BadDate(_) => Some(Field::Date),
        }
    }

    #[must_use]
    pub fn say(&self, s: &Strings) -> String {
        match self {
            Self::Refused(why) => s.facts.refusal(why),
            Self::BadDate(why) => s.facts.bad_date(*why).to_owned(),
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
    fresh: Uuid,
    touched: bool,
}

fn text(field: Field, value: &str) -> Slot {
    Slot {
        field,
        value: Value::Text(Input::new(value.to_owned())),
    }
}

fn pick(field: Field, options: Vec<Pickable>, at: usize) -> Slot {
    Slot {
        field,
        value: Value::Pick { options, at },
    }
}

fn yes_no(yes: bool) -> (Vec<Pickable>, usize) {
    (
        vec![Pickable::Yes(true), Pickable::Yes(false)],
        usize::from(!yes),
    )
}

impl Form {
    /// Opens a form on a village; `fresh` becomes its batch.
    #[must_use]
    pub fn open(kind: FormKind, card: Card, today_word: &str, fresh: Uuid) -> Self {
        let slots = slots(kind, &card, today_word);
        Self {
            kind,
            card,
            slots,
            at: 0,
            batch: fresh,
            saving: Saving::Typing,
            tried: false,
            reached: 0,
            fresh,
            touched: false,
        }
    }

    fn text_of(&self, field: Field) -> String {
        self.slots
            .iter()
            .find(|s| s.field == field)
            .map_or_else(String::new, |s| match &s.value {
                Value::Text(input) | Value::Date { input, .. } => input.value().to_owned(),
                Value::Pick { .. } => String::new(),
            })
    }

    fn picked(&self, field: Field) -> Option<&Pickable> {
        self.slots
            .iter()
            .find(|s| s.field == field)
            .and_then(|s| s.value.picked())
    }

    fn picked_potential(&self) -> Uuid {
        match self.picked(Field::Potential) {
            Some(Pickable::Potential { id, .. }) => *id,
            _ => Uuid::nil(),
        }
    }

    fn picked_yes(&self, field: Field) -> bool {
        self.picked(field) == Some(&Pickable::Yes(true))
    }

    fn picked_group(&self) -> Group {
        match self.picked(Field::Group) {
            Some(Pickable::Group(g)) => *g,
            _ => Group::Other,
        }
    }

    /// The act that is typed now.
    #[must_use]
    pub fn act(&self) -> Act {
        match self.kind {
            FormKind::RecordPotential => Act::RecordPotential {
                id: self.fresh,
                name: self.text_of(Field::Name),
                group: self.picked_group(),
                source: Source::Field,
                note: self.text_of(Field::Note),
            },
            FormKind::AmendPotential => Act::AmendPotential {
                potential: self.picked_potential(),
                name: self.text_of(Field::Name),
                group: self.picked_group(),
                note: self.text_of(Field::Note),
                confirmed: self.picked_yes(Field::Confirmed),
            },
            FormKind::WithdrawPotential => Act::WithdrawPotential {
                potential: self.picked_potential(),
                reason: self.text_of(Field::Reason),
            },
            FormKind::Choose => Act::Choose {
                potential: self.picked_potential(),
                product: self.text_of(Field::Product),
                forum: match self.picked(Field::Forum) {
                    Some(Pickable::Forum(f)) => *f,
                    _ => Forum::RegencyAppointment,
                },
                minutes: self.text_of(Field::Minutes),
                reason: self.text_of(Field::Reason),
            },
            FormKind::CancelChoice => Act::CancelChoice {
                reason: self.text_of(Field::Reason),
            },
            FormKind::Decree => Act::RecordDecree {
                number: self.text_of(Field::Number),
            },
            FormKind::StageForward | FormKind::StageBack => Act::DeclareStage {
                to: match self.picked(Field::Stage) {
                    Some(Pickable::Stage(t)) => *t,
                    _ => Stage::Potential,
                },
                basis: self.text_of(Field::Basis),
            },
            FormKind::SoldRaw => Act::SoldRaw {
                raw: self.picked_yes(Field::Raw),
                note: self.text_of(Field::Note),
            },
            FormKind::Note => Act::Note {
                text: self.text_of(Field::Text),
            },
        }
    }

    /// The day that is typed now.
    ///
    /// # Errors
    /// Why it is no date.
    pub fn day(&self, today: NaiveDate) -> Result<NaiveDate, BadDate> {
        dates::parse(&self.text_of(Field::Date), today)
    }

    /// What stands in the way of saving, checked at every key.
    #[must_use]
    pub fn problem(&self, today: NaiveDate) -> Option<Problem> {
        let day = self.day(today);
        // With an unreadable date the rest is checked for today, so that one fault does not hide another.
        let on = day.unwrap_or(today);
        match self
            .act()
            .check(&self.card.village, self.card.place.kind(), on, today)
        {
            Err(why) => Some(Problem::Refused(why)),
            Ok(_) => day.err().map(Problem::BadDate),
        }
    }

    /// The deed to send; `None` while something stands in its way.
    #[must_use]
    pub fn deed(&self, today: NaiveDate) -> Option<Deed> {
        if self.problem(today).is_some() {
            return None;
        }
        Some(Deed {
            village: self.card.place.code.clone(),
            act: self.act(),
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
        let changed = match &mut slot.value {
            Value::Text(input) => edit::edit(input, key),
            Value::Date { input, untouched } => {
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
                        _ => *at,
                    },
                    _ => *at,
                };
                let moved = to != *at;
                *at = to;
                moved
            }
        };
        self.touched |= changed;
        if changed && slot.field == Field::Potential && self.kind == FormKind::AmendPotential {
            self.fill_from_potential();
        }
    }

    /// An amendment starts from what the picked potential says now.
    fn fill_from_potential(&mut self) {
        let Some(p) = self
            .card
            .village
            .potential(self.picked_potential())
            .cloned()
        else {
            return;
        };
        for slot in &mut self.slots {
            match (&slot.field, &mut slot.value) {
                (Field::Name, value) => *value = Value::Text(Input::new(p.name.clone())),
                (Field::Note, value) => *value = Value::Text(Input::new(p.note.clone())),
                (Field::Group, Value::Pick { at, .. }) => {
                    *at = Group::ALL.iter().position(|g| *g == p.group).unwrap_or(0);
                }
                (Field::Confirmed, Value::Pick { at, .. }) => *at = usize::from(!p.confirmed),
                _ => {}
            }
        }
    }

    /// Pastes into the input under the cursor.
    pub fn paste(&mut self, pasted: &str) {
        if let Some(Slot {
            value: Value::Text(input) | Value::Date { input, .. },
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
    pub fn renew(&mut self, card: Card) {
        let on_buttons = self.on_buttons();
        let before = std::mem::replace(&mut self.slots, slots(self.kind, &card, ""));
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

/// The inputs of a form on a village, the date last.
fn slots(kind: FormKind, card: &Card, today_word: &str) -> Vec<Slot> {
    let potentials: Vec<Pickable> = card
        .village
        .potentials
        .iter()
        .map(|p| Pickable::Potential {
            id: p.id,
            name: p.name.clone(),
        })
        .collect();
    let groups = || Group::ALL.map(Pickable::Group).to_vec();
    let group_at = |g: Group| Group::ALL.iter().position(|x| *x == g).unwrap_or(0);
    let date = Slot {
        field: Field::Date,
        value: Value::Date {
            input: Input::new(today_word.to_owned()),
            untouched: true,
        },
    };
    let stage = card.village.stage().unwrap_or(Stage::Potential);
    let mut slots = match kind {
        FormKind::RecordPotential => vec![
            text(Field::Name, ""),
            pick(Field::Group, groups(), 0),
            text(Field::Note, ""),
        ],
        FormKind::AmendPotential => {
            let first = card.village.potentials.first();
            let (confirmed, at) = yes_no(first.is_some_and(|p| p.confirmed));
            vec![
                pick(Field::Potential, potentials, 0),
                text(Field::Name, first.map_or("", |p| &p.name)),
                pick(
                    Field::Group,
                    groups(),
                    first.map_or(0, |p| group_at(p.group)),
                ),
                text(Field::Note, first.map_or("", |p| &p.note)),
                pick(Field::Confirmed, confirmed, at),
            ]
        }
        FormKind::WithdrawPotential => vec![
            pick(Field::Potential, potentials, 0),
            text(Field::Reason, ""),
        ],
        FormKind::Choose => {
            let mut slots = vec![
                pick(Field::Potential, potentials, 0),
                pick(
                    Field::Forum,
                    forums(card.place.kind()).map(Pickable::Forum).collect(),
                    0,
                ),
                text(Field::Minutes, ""),
                text(Field::Product, ""),
            ];
            if card.village.choice.is_some() {
                slots.push(text(Field::Reason, ""));
            }
            slots
        }
        FormKind::CancelChoice => vec![text(Field::Reason, "")],
        FormKind::Decree => vec![text(Field::Number, "")],
        FormKind::StageForward => vec![
            pick(Field::Stage, stages(|t| t > stage), 0),
            text(Field::Basis, ""),
        ],
        FormKind::StageBack => {
            let lower = stages(|t| t < stage);
            let nearest = lower.len().saturating_sub(1);
            vec![pick(Field::Stage, lower, nearest), text(Field::Basis, "")]
        }
        FormKind::SoldRaw => {
            let (options, at) = yes_no(!card.village.sells_raw());
            vec![pick(Field::Raw, options, at), text(Field::Note, "")]
        }
        FormKind::Note => vec![text(Field::Text, "")],
    };
    slots.push(date);
    slots
}

fn stages(fits: impl Fn(Stage) -> bool) -> Vec<Pickable> {
    Stage::ALL
        .into_iter()
        .filter(|t| fits(*t))
        .map(Pickable::Stage)
        .collect()
}

#[cfg(test)]
mod tests;
