//! The inputs of a form: what can be typed, and what can be picked.

use chrono::NaiveDate;
use tui_input::Input;
use uuid::Uuid;

use crate::domain::act::Field;
use crate::domain::dates::{self, BadDate};
use crate::domain::event::{Forum, Group};
use crate::domain::evidence::{Evidence, Standing, Status};
use crate::domain::follow::{Action, Blocker, Obstacle, Office, Outcome};
use crate::domain::gate::{Category, Item};
use crate::domain::makers::{Form, Outlet};
use crate::domain::stage::Stage;
use crate::strings::Strings;
use crate::tui::app::marks;

/// One thing that can be picked in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pickable {
    Potential {
        id: Uuid,
        name: String,
    },
    Forum(Forum),
    Group(Group),
    Stage(Stage),
    Yes(bool),
    Category(Category),
    /// An item of the gates, with how it stands now; none of them where a promise is about something else.
    Item(Option<(&'static Item, Standing)>),
    Status(Status),
    /// What is known of an item, with the item where today's rules still have it.
    Evidence(Box<Evidence>, Option<&'static Item>),
    Obstacle(Obstacle),
    Office(Office),
    Blocker(Box<Blocker>),
    Action(Box<Action>),
    Outcome(Outcome),
    Form(Form),
    Outlet(Outlet),
    /// A producer, a channel, an assistance; without an id none of them.
    Thing {
        id: Option<Uuid>,
        /// In the language in which the form was opened.
        name: String,
    },
}

impl Pickable {
    /// A thing stays itself when its name or its standing changes.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Potential { id, .. }, Self::Potential { id: other, .. }) => id == other,
            (Self::Thing { id, .. }, Self::Thing { id: other, .. }) => id == other,
            (Self::Item(Some((item, _))), Self::Item(Some((other, _)))) => item.id == other.id,
            (Self::Evidence(e, _), Self::Evidence(other, _)) => {
                e.claim.evidence == other.claim.evidence
            }
            (Self::Blocker(b), Self::Blocker(other)) => b.raised.blocker == other.raised.blocker,
            (Self::Action(a), Self::Action(other)) => a.planned.action == other.planned.action,
            _ => self == other,
        }
    }

    /// Names the thing among what is offered, in a draft.
    #[must_use]
    pub(super) fn key(&self) -> String {
        match self {
            Self::Potential { id, .. } => id.to_string(),
            Self::Forum(f) => f.word().to_owned(),
            Self::Group(g) => g.word().to_owned(),
            Self::Stage(t) => t.word().to_owned(),
            Self::Yes(yes) => yes.to_string(),
            Self::Category(c) => c.word().to_owned(),
            Self::Item(item) => item.map_or_else(String::new, |(item, _)| item.id.clone()),
            Self::Status(status) => status.word().to_owned(),
            Self::Evidence(evidence, _) => evidence.claim.evidence.to_string(),
            Self::Obstacle(o) => o.word().to_owned(),
            Self::Office(o) => o.word().to_owned(),
            Self::Blocker(b) => b.raised.blocker.to_string(),
            Self::Action(a) => a.planned.action.to_string(),
            Self::Outcome(o) => o.word().to_owned(),
            Self::Form(f) => f.word().to_owned(),
            Self::Outlet(o) => o.word().to_owned(),
            Self::Thing { id, .. } => id.map_or_else(String::new, |id| id.to_string()),
        }
    }

    #[must_use]
    pub fn label(&self, s: &Strings) -> String {
        let p = &s.programme;
        match self {
            Self::Potential { name, .. } => name.clone(),
            Self::Forum(f) => s.facts.forum(*f).to_owned(),
            Self::Group(g) => s.facts.group(*g).to_owned(),
            Self::Stage(t) => s.facts.stage(*t).to_owned(),
            Self::Yes(true) => s.facts.yes.to_owned(),
            Self::Yes(false) => s.facts.no.to_owned(),
            Self::Category(c) => p.category(*c).to_owned(),
            Self::Item(Some((item, _))) => p.item(item).to_owned(),
            Self::Item(None) => p.no_item().to_owned(),
            Self::Status(status) => p.status(*status).to_owned(),
            Self::Evidence(evidence, item) => {
                let name = item.map_or(evidence.claim.item.as_str(), |i| p.item(i));
                let number = &evidence.claim.number;
                let status = p.status(evidence.claim.status);
                if number.is_empty() {
                    format!("{name}, {status}")
                } else {
                    format!("{name} {number}, {status}")
                }
            }
            Self::Obstacle(o) => p.obstacle(*o).to_owned(),
            Self::Office(o) => p.office(*o).to_owned(),
            Self::Blocker(b) => {
                let (obstacle, office) = (p.obstacle(b.raised.obstacle), p.office(b.raised.office));
                format!("{obstacle} ({office}), {}", s.facts.short_day(b.since))
            }
            Self::Action(a) => {
                let due = s.facts.short_day(a.planned.due);
                format!("{}: {}, {due}", p.office(a.planned.office), a.planned.what)
            }
            Self::Outcome(o) => p.outcome(*o).to_owned(),
            Self::Form(f) => s.makers.form(*f).to_owned(),
            Self::Outlet(o) => s.makers.outlet(*o).to_owned(),
            Self::Thing { name, .. } => name.clone(),
        }
    }

    /// How it stands, as a sign before its name, where that is to be said.
    #[must_use]
    pub fn mark(&self) -> Option<&'static str> {
        match self {
            Self::Item(Some((_, standing))) => Some(marks::standing(*standing)),
            _ => None,
        }
    }

    /// What is said below the one that is picked: how it stands in words, or who said so.
    #[must_use]
    pub fn more(&self, s: &Strings) -> Option<String> {
        match self {
            Self::Item(Some((_, standing))) => Some(s.programme.standing(*standing).to_owned()),
            Self::Evidence(evidence, _) => {
                let day = s.facts.short_day(evidence.on);
                Some(s.programme.recorded_by(&evidence.by, &day))
            }
            _ => None,
        }
    }
}

/// How a day in an input is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// A day that has been: `kemarin`, `13/11` is the latest one.
    Past,
    /// A day to come: `2mg`, `13/11` is the next one.
    Due,
    /// The end of a paper.
    End,
}

/// The value of an input.
#[derive(Clone, Debug)]
pub enum Value {
    Text(Input),
    /// What the form suggests. While it is untouched, the first letter typed replaces it.
    Suggested {
        input: Input,
        untouched: bool,
    },
    Date {
        input: Input,
        /// Still what the form put there: the first letter typed replaces it.
        untouched: bool,
        reads: Reads,
        /// Left empty it says that no day is known.
        optional: bool,
    },
    Pick {
        options: Vec<Pickable>,
        at: usize,
    },
}

impl Value {
    pub(super) fn picked(&self) -> Option<&Pickable> {
        match self {
            Self::Pick { options, at } => options.get(*at),
            _ => None,
        }
    }

    /// What is typed; nothing where something is picked.
    #[must_use]
    pub fn typed(&self) -> Option<&str> {
        match self {
            Self::Text(input) | Self::Suggested { input, .. } | Self::Date { input, .. } => {
                Some(input.value())
            }
            Self::Pick { .. } => None,
        }
    }

    /// The day that is typed, if this is about a day; none where it may be left out and is. Times to come (`2mg`) are
    /// counted from a day of their own.
    ///
    /// # Errors
    /// Why it is no day.
    pub fn day(&self, from: NaiveDate, today: NaiveDate) -> Result<Option<NaiveDate>, BadDate> {
        let Self::Date {
            input,
            reads,
            optional,
            ..
        } = self
        else {
            return Ok(None);
        };
        if *optional && input.value().trim().is_empty() {
            return Ok(None);
        }
        match reads {
            Reads::Past => dates::parse(input.value(), today),
            Reads::Due => dates::parse_due(input.value(), from),
            Reads::End => dates::parse_end(input.value(), from, today),
        }
        .map(Some)
    }
}

/// One input of a form.
#[derive(Clone, Debug)]
pub struct Slot {
    pub field: Field,
    pub value: Value,
}

impl Slot {
    pub(super) fn text(field: Field, value: &str) -> Self {
        let value = Value::Text(Input::new(value.to_owned()));
        Self { field, value }
    }

    /// A text that is mostly right as it is; where there is none to suggest, a plain one.
    pub(super) fn suggested(field: Field, value: &str) -> Self {
        let value = Value::Suggested {
            input: Input::new(value.to_owned()),
            untouched: true,
        };
        Self { field, value }
    }

    pub(super) fn pick(field: Field, options: Vec<Pickable>, at: usize) -> Self {
        let value = Value::Pick { options, at };
        Self { field, value }
    }

    /// The day on which an act happened; `today` in words stands in it at first.
    pub(super) fn day(field: Field, today: &str) -> Self {
        let value = Value::Date {
            input: Input::new(today.to_owned()),
            untouched: true,
            reads: Reads::Past,
            optional: false,
        };
        Self { field, value }
    }

    /// A day that stands on a paper and need not be known.
    pub(super) fn optional_day(field: Field, reads: Reads) -> Self {
        let value = Value::Date {
            input: Input::default(),
            untouched: false,
            reads,
            optional: true,
        };
        Self { field, value }
    }

    /// The day by which something is to be done.
    pub(super) fn due(field: Field) -> Self {
        let value = Value::Date {
            input: Input::default(),
            untouched: false,
            reads: Reads::Due,
            optional: false,
        };
        Self { field, value }
    }

    /// Puts a text into an input that is typed.
    pub(super) fn set_text(&mut self, text: String) {
        match &mut self.value {
            Value::Text(input) | Value::Suggested { input, .. } | Value::Date { input, .. } => {
                *input = Input::new(text);
            }
            Value::Pick { .. } => {}
        }
    }
}
