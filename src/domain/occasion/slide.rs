//! What a meeting is shown of one village.

use chrono::NaiveDate;

use crate::domain::evidence::{Check, missing, verified_stage};
use crate::domain::follow::{Action, Blocker};
use crate::domain::gate::Rules;
use crate::domain::stage::{Decision, Stage};
use crate::domain::village::{Choice, Village};

/// Of promises those that are told: open, or closed since a day; the one due first on top.
#[must_use]
pub fn told(all: &[Action], since: Option<NaiveDate>) -> Vec<&Action> {
    let is_told = |a: &&Action| {
        a.closed
            .as_ref()
            .is_none_or(|(_, on, _)| since.is_none_or(|since| *on >= since))
    };
    let mut told: Vec<&Action> = all.iter().filter(is_told).collect();
    told.sort_by_key(|a| a.planned.due);
    told
}

/// A village on the wall: gathered from its fold on a day, by the rules of that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide<'a> {
    pub decision: Decision,
    /// The product with its decree and declared stage.
    pub choice: Option<&'a Choice>,
    pub verified: Option<Stage>,
    /// Days in the stage (in the decision while nothing is chosen), and the limit.
    pub days: Option<(i64, i64)>,
    /// What keeps the next stage from being verified.
    pub missing: Vec<Check<'a>>,
    pub blockers: &'a [Blocker],
    /// Promises that are open or were closed since `since`, the one due first on top.
    pub promises: Vec<&'a Action>,
}

impl<'a> Slide<'a> {
    /// `since` is the day of the last meeting: what was closed before is not told again.
    #[must_use]
    pub fn of(
        village: &'a Village,
        rules: &'a Rules,
        day: NaiveDate,
        since: Option<NaiveDate>,
    ) -> Self {
        let choice = village.choice.as_ref();
        let limit = choice.map_or(rules.limits.tanpa_produk, |c| rules.limits.of(c.stage));
        Self {
            decision: village.decision(),
            choice,
            verified: choice.and_then(|c| verified_stage(c, rules, day)),
            days: village.since().map(|s| ((day - s).num_days(), limit)),
            missing: choice.map_or_else(Vec::new, |c| missing(c, rules, day)),
            blockers: &village.follow.blockers,
            promises: told(&village.follow.actions, since),
        }
    }

    /// Days past the limit.
    #[must_use]
    pub fn too_long(&self) -> Option<i64> {
        self.days
            .and_then(|(n, limit)| (n > limit).then_some(n - limit))
    }
}
