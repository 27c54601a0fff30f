//! When a paper has run out, or nothing is sold any more, the stage that stood on it does not stand any more.

use chrono::{Days, NaiveDate};

use super::{Check, Standing, of_stage};
use crate::domain::gate::{Need, Rules};
use crate::domain::month::Month;
use crate::domain::stage::Stage;
use crate::domain::village::Choice;

/// A step back that is suggested. Only a person takes it, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepBack<'a> {
    pub to: Stage,
    /// The required items of the lowest stage that has lost any.
    pub expired: Vec<Check<'a>>,
    /// The last month of which anything made or sold is on record, where that is what it is suggested for.
    pub unsold_since: Option<Month>,
}

/// The stage to go back to: the one below the lowest stage of which something required has expired; else, for a product
/// that is marketed and of which no sale is on record for longer than the rules allow, the stage below. None while
/// nothing has, when the declared stage is already below, and below the first stage. A product of which no month was
/// ever recorded is not taken for unsold.
#[must_use]
pub fn step_back<'a>(choice: &'a Choice, rules: &'a Rules, day: NaiveDate) -> Option<StepBack<'a>> {
    let lost = Stage::ALL
        .into_iter()
        .filter(|stage| *stage <= choice.stage)
        .find_map(|stage| {
            let mut expired = of_stage(choice, stage, rules, day);
            expired.retain(|c| c.need == Need::Required && c.standing == Standing::Expired);
            (!expired.is_empty()).then_some((stage, expired))
        });
    match lost {
        Some((stage, expired)) => Some(StepBack {
            to: stage.previous()?,
            expired,
            unsold_since: None,
        }),
        None => Some(StepBack {
            to: choice.stage.previous()?,
            expired: Vec::new(),
            unsold_since: Some(unsold_since(choice, rules, day)?),
        }),
    }
}

/// The last month with a sale of a marketed product, where that is too long ago by the rules.
fn unsold_since(choice: &Choice, rules: &Rules, day: NaiveDate) -> Option<Month> {
    let last = choice.makers.last_made()?;
    let limit = Days::new(rules.limits.tanpa_penjualan.unsigned_abs());
    let from = last.last_day().max(choice.stage_since);
    let is_over = from.checked_add_days(limit).is_some_and(|end| end < day);
    (choice.stage == Stage::Marketed && is_over).then_some(last)
}
