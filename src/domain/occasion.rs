//! Meetings (rapat) and events (acara): what they are, who is there, what is decided.
//!
//! An occasion is a stream of its own in the log. Its events are applied in the order of the log, since they follow each
//! other like the steps of a meeting do; an occasion that is entered afterwards is entered in that order too. What a
//! decision promises to a village goes into that village's stream, in the same batch: promises live in one place.

mod act;
mod attendance;
mod brief;
mod contact;
mod fold;
mod happening;
mod implied;
mod pace;
mod promises;
mod slide;
#[cfg(test)]
mod tests;
mod words;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use uuid::Uuid;

pub use act::{OccasionAct, OccasionRefusal, Promise, day_of};
pub use attendance::{Attendance, Count, Double, Here, KecamatanHere, bare_name, name_key};
pub use brief::Brief;
pub use contact::Contact;
pub use happening::{
    AddendumMade, AgendaFrozen, Amended, Cancelled, Closed, Finalised, Guest, GuestAmended,
    GuestArrived, GuestWithdrawn, Happening, ItemAdded, ItemBegun, ItemDecided, ItemNoted,
    ItemPostponed, ItemSkipped, Number, Opened, Plan, Planned, Topic,
};
pub use implied::Implied;
pub use pace::Pace;
pub use promises::{Chain, PromiseCounts, PromiseStatus, Promises, TrackedPromise, chains};
pub use slide::{Slide, told};
pub use words::{Element, Sex, Sort, Triage};

use super::code::Code;
use super::follow::Follow;

/// How far an occasion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Planned; the agenda can still change.
    Planned = 1,
    /// The agenda stands, and it has a number.
    Frozen = 2,
    Open = 3,
    Closed = 4,
    /// Read-only but for addenda.
    Final = 5,
    /// It does not take place.
    Cancelled = 6,
}

impl Phase {
    pub const ALL: [Self; 6] = [
        Self::Planned,
        Self::Frozen,
        Self::Open,
        Self::Closed,
        Self::Final,
        Self::Cancelled,
    ];

    /// The word for files and `--json`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "rencana",
            Self::Frozen => "siap",
            Self::Open => "berlangsung",
            Self::Closed => "ditutup",
            Self::Final => "final",
            Self::Cancelled => "batal",
        }
    }

    #[must_use]
    pub fn from_number(n: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|p| *p as i64 == n)
    }
}

/// What is true of one occasion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    pub id: Uuid,
    pub plan: Plan,
    pub phase: Phase,
    pub number: Option<Number>,
    /// By number: item n stands at n - 1.
    pub items: Vec<Item>,
    /// The numbers of the items in the order in which they are treated: postponed ones at the end.
    pub order: Vec<u32>,
    /// The item that everybody looks at, and since when.
    pub current: Option<(u32, DateTime<Utc>)>,
    /// Who opened it, or last moved it on: whose hand the others follow.
    pub mover: Option<String>,
    /// The first item was begun then: from here on the clock runs.
    pub began: Option<DateTime<Utc>>,
    /// The day on which it was opened, and the moment.
    pub opened: Option<(NaiveDate, DateTime<Utc>)>,
    pub closed: Option<DateTime<Utc>>,
    pub finalised: Option<DateTime<Utc>>,
    /// Why it does not take place.
    pub cancelled: Option<String>,
    /// Notes on the meeting as a whole, oldest first.
    pub notes: Vec<Remark>,
    /// In the order in which they came, withdrawn entries left out.
    pub guests: Vec<Present>,
    pub addenda: Vec<Addendum>,
    /// Promises about topics that are no village's.
    pub follow: Follow,
    /// Events that had no effect where they stand.
    pub ineffective: usize,
    /// Events that this version cannot read.
    pub unknown: usize,
}

/// An item of the agenda with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// From 1.
    pub number: u32,
    pub topic: Topic,
    pub handled: Handled,
    pub notes: Vec<Remark>,
    pub decision: Option<Ruling>,
    /// All promises made with its decisions.
    pub actions: Vec<Uuid>,
    /// Seconds for which it was the current item, up to the last change.
    pub seconds: i64,
}

impl Item {
    /// Something was decided, noted or promised on it.
    #[must_use]
    pub fn has_outcome(&self) -> bool {
        self.decision.is_some() || !self.notes.is_empty() || !self.actions.is_empty()
    }

    /// It was treated or put aside, or has an outcome.
    #[must_use]
    pub fn was_touched(&self) -> bool {
        self.handled != Handled::Waiting || self.has_outcome()
    }
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Handled {
    /// Its turn has not come.
    Waiting,
    /// It was or is the current item.
    Begun,
    /// Moved to the end, and not begun again yet.
    Postponed,
    /// Not treated at this meeting.
    Skipped,
}

/// What was decided on an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    pub triage: Triage,
    pub note: String,
    pub at: DateTime<Utc>,
    pub by: String,
}

/// Something said at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub text: String,
    pub at: DateTime<Utc>,
    pub by: String,
}

/// Somebody on the list of attendance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    pub id: Uuid,
    pub guest: Guest,
    pub at: DateTime<Utc>,
    /// Who made the entry.
    pub by: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addendum {
    /// From 1.
    pub number: u32,
    pub text: String,
    pub on: NaiveDate,
    pub by: String,
}

impl Occasion {
    /// The day on which it takes or took place.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.opened.map_or(self.plan.day, |(day, _)| day)
    }

    #[must_use]
    pub fn item(&self, number: u32) -> Option<&Item> {
        let at = usize::try_from(number.checked_sub(1)?).ok()?;
        self.items.get(at)
    }

    /// The item of a village.
    #[must_use]
    pub fn item_of(&self, village: &Code) -> Option<&Item> {
        let mut items = self.items.iter();
        items.find(|i| i.topic.village.as_ref() == Some(village))
    }

    /// The item that everybody looks at.
    #[must_use]
    pub fn current_item(&self) -> Option<&Item> {
        self.item(self.current?.0)
    }

    /// Where an item stands in the order, from 1.
    #[must_use]
    pub fn position(&self, number: u32) -> Option<usize> {
        Some(self.order.iter().position(|n| *n == number)? + 1)
    }

    /// The item after the current one in the order, the first one while none has begun; skipped ones are passed over.
    #[must_use]
    pub fn next(&self) -> Option<u32> {
        let from = match self.current {
            Some((item, _)) => self.position(item)?,
            None => 0,
        };
        let mut rest = self.order.iter().skip(from).copied();
        rest.find(|n| !self.is_skipped(*n))
    }

    /// The item before the current one in the order.
    #[must_use]
    pub fn back(&self) -> Option<u32> {
        let at = self.position(self.current?.0)? - 1;
        let mut before = self.order.iter().take(at).rev().copied();
        before.find(|n| !self.is_skipped(*n))
    }

    fn is_skipped(&self, number: u32) -> bool {
        self.item(number)
            .is_some_and(|i| i.handled == Handled::Skipped)
    }

    /// Something was decided, noted or promised on an item.
    #[must_use]
    pub fn has_outcome(&self) -> bool {
        self.items.iter().any(Item::has_outcome)
    }

    /// Items were treated, or people came since it was opened.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        let since = self.opened.map(|(_, at)| at);
        let came = |p: &Present| since.is_none_or(|at| p.at >= at);
        self.guests.iter().any(came) || self.items.iter().any(Item::was_touched)
    }

    /// The villages of the agenda, in its order.
    pub fn villages(&self) -> impl Iterator<Item = &Code> {
        self.items.iter().filter_map(|i| i.topic.village.as_ref())
    }

    /// All promises that its decisions made: item, village, action.
    pub fn made(&self) -> impl Iterator<Item = (&Item, Uuid)> {
        self.items
            .iter()
            .flat_map(|i| i.actions.iter().map(move |a| (i, *a)))
    }

    /// How many items were decided in each way, in the order of [`Triage::ALL`].
    #[must_use]
    pub fn triaged(&self) -> Vec<(Triage, usize)> {
        let count = |t: Triage| {
            let decided = self.items.iter().filter_map(|i| i.decision.as_ref());
            decided.filter(|d| d.triage == t).count()
        };
        Triage::ALL.iter().map(|t| (*t, count(*t))).collect()
    }

    /// The number of the next addendum.
    #[must_use]
    pub fn next_addendum(&self) -> u32 {
        self.addenda.last().map_or(1, |a| a.number + 1)
    }
}
