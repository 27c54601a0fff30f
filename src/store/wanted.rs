//! What a filter asks of the villages of a cell.
//!
//! What a reason means stands in [`Reason::holds`]. Here is the same as numbers that an index can be read by: a reason
//! holds where one column of the summary lies below a bound, which follows from the day and, for the time in a stage,
//! from the cell. A test holds the two together.

use super::cell::Cell;
use super::row;
use crate::domain::attention::Reason;
use crate::domain::gate::RuleBook;
use crate::domain::list::Filter;
use crate::domain::stage::{Decision, Stage};

/// Which villages of a cell are shown, their region aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    Nobody,
    Everybody,
    /// Those of which the reason's [`column`] lies below this.
    Below(i64),
}

/// The column by which a reason is told; none where the cell alone tells.
pub(super) fn column(filter: &Filter) -> Option<&'static str> {
    match filter.reason?.0 {
        Reason::NoProduct | Reason::NoDecree => None,
        Reason::Stuck => Some("since"),
        Reason::Blocked => Some("blocked_since"),
        Reason::Overdue => Some("next_due"),
        Reason::Expiring => Some("warn_from"),
        Reason::NoNextAction => Some("idle"),
        Reason::StaleData => Some("latest"),
        Reason::Unpackaged => Some("packaged_until"),
    }
}

impl Share {
    /// What the filter shows of a cell.
    pub(super) fn of(filter: &Filter, cell: Cell) -> Self {
        if !cell.is_in(filter) {
            return Self::Nobody;
        }
        let Some((reason, on)) = filter.reason else {
            return Self::Everybody;
        };
        let whole = |shown: bool| {
            if shown { Self::Everybody } else { Self::Nobody }
        };
        let day = row::number(on);
        let limits = || &RuleBook::shipped().on(on).limits;
        match reason {
            Reason::NoProduct => whole(cell.decision.is_without_product()),
            Reason::NoDecree => whole(cell.decision == Decision::Chosen),
            Reason::Stuck => cell.stage.map_or(Self::Nobody, |stage| {
                Self::Below(day.saturating_sub(limits().of(stage)))
            }),
            Reason::Blocked => Self::Below(i64::MAX),
            Reason::Overdue => Self::Below(day),
            Reason::Expiring => Self::Below(day + 1),
            Reason::NoNextAction => match cell.stage {
                None => Self::Nobody,
                Some(_) => Self::Below(i64::MAX),
            },
            Reason::StaleData => Self::Below(day.saturating_sub(limits().data_lama)),
            Reason::Unpackaged => match cell.stage {
                Some(Stage::Marketed) => Self::Below(day),
                _ => Self::Nobody,
            },
        }
    }

    /// Whether a village with this number in the reason's column is shown.
    pub(super) fn shows(self, number: Option<i64>) -> bool {
        match self {
            Self::Nobody => false,
            Self::Everybody => true,
            Self::Below(bound) => number.is_some_and(|n| n < bound),
        }
    }
}
