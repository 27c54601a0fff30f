//! An occasion as a line of a list.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Attendance, Count, Number, Occasion, Phase, Sort};

/// What a list needs of one occasion. Made from the fold and kept by the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    pub id: Uuid,
    pub sort: Sort,
    pub title: String,
    pub place: String,
    /// On which it takes or took place.
    pub day: NaiveDate,
    pub number: Option<Number>,
    pub phase: Phase,
    /// Items of the agenda, and how many of them have a decision.
    pub items: u32,
    pub decided: u32,
    /// Promises that its decisions made.
    pub promises: u32,
    pub here: Count,
    /// A meeting of its series ([`Plan::follows`](super::Plan::follows)).
    pub follows: Option<Uuid>,
}

impl Brief {
    /// Whether it took place: it was opened. What was promised in its name counts, whatever became of it since.
    #[must_use]
    pub fn was_held(&self) -> bool {
        matches!(self.phase, Phase::Open | Phase::Closed | Phase::Final) || self.promises > 0
    }

    #[must_use]
    pub fn of(occasion: &Occasion) -> Self {
        let n = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let plan = &occasion.plan;
        let items = &occasion.items;
        Self {
            id: occasion.id,
            sort: plan.sort,
            title: plan.title.clone(),
            place: plan.place.clone(),
            day: occasion.day(),
            number: occasion.number,
            phase: occasion.phase,
            items: n(items.len()),
            decided: n(items.iter().filter(|i| i.decision.is_some()).count()),
            promises: n(occasion.made().count()),
            here: Attendance::of(occasion, &[]).total,
            follows: plan.follows,
        }
    }
}
