//! When a paper has run out, the stage that stood on it does not stand any more.

use chrono::NaiveDate;

use super::{Check, Standing, of_stage};
use crate::domain::gate::{Need, Rules};
use crate::domain::stage::Stage;
use crate::domain::village::Choice;

/// A step back that expired evidence suggests. Only a person takes it, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepBack<'a> {
    pub to: Stage,
    /// The required items of the lowest stage that has lost any.
    pub expired: Vec<Check<'a>>,
}

/// The stage to go back to: the one below the lowest stage of which something required has expired. None while nothing
/// has, when the declared stage is already below, and below the first stage.
#[must_use]
pub fn step_back<'a>(choice: &'a Choice, rules: &'a Rules, day: NaiveDate) -> Option<StepBack<'a>> {
    Stage::ALL
        .into_iter()
        .filter(|stage| *stage <= choice.stage)
        .find_map(|stage| {
            let mut expired = of_stage(choice, stage, rules, day);
            expired.retain(|c| c.need == Need::Required && c.standing == Standing::Expired);
            (!expired.is_empty()).then_some((stage, expired))
        })
        .and_then(|(stage, expired)| {
            let to = stage.previous()?;
            Some(StepBack { to, expired })
        })
}
