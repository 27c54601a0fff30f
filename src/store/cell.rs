//! Where a village stands, as one small number: decision, stage, and whether a choice was closed some time.
//!
//! Every filter of a list is a set of cells. That keeps lists and totals to one index and one table for all of them.

use crate::domain::list::{DecisionIs, Filter, Summary, Tally};
use crate::domain::stage::{Decision, Stage};

/// As the generated column `summary.cell` works it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Cell {
    pub decision: Decision,
    pub stage: Option<Stage>,
    pub once_closed: bool,
}

impl Cell {
    pub(super) fn of(summary: &Summary) -> Self {
        Self {
            decision: summary.decision,
            stage: summary.stage,
            once_closed: summary.former > 0,
        }
    }

    pub(super) fn number(self) -> i64 {
        self.decision as i64 * 10
            + self.stage.map_or(0, |s| s as i64) * 2
            + i64::from(self.once_closed)
    }

    pub(super) fn from_number(n: i64) -> Option<Self> {
        let stage = n % 10 / 2;
        Some(Self {
            decision: Decision::from_number(n.div_euclid(10))?,
            stage: match stage {
                0 => None,
                n => Some(Stage::from_number(n)?),
            },
            once_closed: n % 2 == 1,
        })
    }

    /// Whether the villages of this cell are shown, their region and what needs attention aside.
    pub(super) fn is_in(self, filter: &Filter) -> bool {
        filter.stage.is_none_or(|s| self.stage == Some(s))
            && filter.decision.is_none_or(|d| match d {
                DecisionIs::Exactly(d) => self.decision == d,
                DecisionIs::WithoutProduct => self.decision.is_without_product(),
                DecisionIs::OnceClosed => self.once_closed,
            })
    }
}

/// The numbers that are shown, from villages counted by cell.
pub(super) fn tally(counts: &[(Cell, u32)]) -> Tally {
    let mut tally = Tally::default();
    for (cell, n) in counts {
        tally.add(cell.decision, cell.stage, *n);
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Code;
    use crate::domain::gate::RuleBook;
    use crate::domain::village::Village;

    fn all() -> impl Iterator<Item = Cell> {
        (0..40).filter_map(Cell::from_number)
    }

    #[test]
    fn a_number_is_a_cell_and_back() {
        assert_eq!(all().count(), 40);
        for cell in all() {
            assert_eq!(Cell::from_number(cell.number()), Some(cell));
        }
        assert_eq!(Cell::from_number(40), None);
        assert_eq!(Cell::from_number(-1), None);
    }

    #[test]
    fn a_cell_is_in_a_filter_when_its_villages_are() {
        let code = Code::parse("53.04.01.2001").unwrap();
        let decisions = Decision::ALL.map(DecisionIs::Exactly);
        let decisions = decisions
            .into_iter()
            .chain([DecisionIs::WithoutProduct, DecisionIs::OnceClosed])
            .map(Some)
            .chain([None]);
        let rules = RuleBook::shipped().on(chrono::NaiveDate::MIN);
        for decision in decisions {
            for stage in Stage::ALL.map(Some).into_iter().chain([None]) {
                let filter = Filter {
                    region: None,
                    decision,
                    stage,
                    reason: None,
                    query: None,
                };
                for cell in all() {
                    let mut summary = Summary::of(&Village::default(), rules);
                    summary.decision = cell.decision;
                    summary.stage = cell.stage;
                    summary.former = u32::from(cell.once_closed);

                    assert_eq!(cell.is_in(&filter), filter.matches(&code, &summary, rules));
                    assert_eq!(Cell::of(&summary), cell);
                }
            }
        }
    }
}
