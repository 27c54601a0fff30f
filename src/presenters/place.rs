//! A village as the register has it and as a line of a list, and how many stand where.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::attention::{self, Reason};
use crate::domain::code::{Code, Kind};
use crate::domain::gate::{Category, RuleBook};
use crate::domain::list::{Place, Row, Tally};
use crate::domain::stage::{Decision, Stage};

/// A village as the register has it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PlaceJson<'a> {
    code: &'a Code,
    name: &'a str,
    kind: Kind,
    kecamatan: &'a str,
    kabupaten: &'a str,
}

impl<'a> From<&'a Place> for PlaceJson<'a> {
    fn from(place: &'a Place) -> Self {
        Self {
            code: &place.code,
            name: &place.name,
            kind: place.kind(),
            kecamatan: &place.kecamatan,
            kabupaten: &place.regency,
        }
    }
}

/// One village of a list.
#[derive(Clone, Debug, Serialize)]
pub struct RowJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    decision: Decision,
    stage: Option<Stage>,
    product: Option<&'a str>,
    potentials: u32,
    first_potential: Option<&'a str>,
    since: Option<NaiveDate>,
    days: Option<i64>,
    latest: Option<NaiveDate>,
    sold_raw: bool,
    former_choices: u32,
    category: Option<Category>,
    verified_stage: Option<Stage>,
    next_due: Option<NaiveDate>,
    reasons: Vec<&'static str>,
}

impl<'a> RowJson<'a> {
    /// The row as it is on a day.
    #[must_use]
    pub fn of(row: &'a Row, today: NaiveDate) -> Self {
        let s = &row.summary;
        let rules = RuleBook::shipped().on(today);
        let reasons = attention::reasons(s, rules, today).into_iter();
        Self {
            place: (&row.place).into(),
            decision: s.decision,
            stage: s.stage,
            product: s.product.as_deref(),
            potentials: s.potentials,
            first_potential: s.first_potential.as_deref(),
            since: s.since,
            days: s.since.map(|since| (today - since).num_days()),
            latest: s.latest,
            sold_raw: s.sells_raw,
            former_choices: s.former,
            category: s.category,
            verified_stage: s.verified(today),
            next_due: s.next_due,
            reasons: reasons.map(|(reason, _)| Reason::word(reason)).collect(),
        }
    }
}

/// Something of each stage.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ByStage<T> {
    potensi: T,
    diolah: T,
    dikemas: T,
    dipasarkan: T,
}

impl<T> ByStage<T> {
    pub fn of(stage: impl Fn(Stage) -> T) -> Self {
        Self {
            potensi: stage(Stage::Potential),
            diolah: stage(Stage::Processed),
            dikemas: stage(Stage::Packaged),
            dipasarkan: stage(Stage::Marketed),
        }
    }
}

/// How many villages stand where.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct TallyJson {
    villages: u32,
    no_product: u32,
    #[serde(rename = "K0")]
    not_surveyed: u32,
    #[serde(rename = "K1")]
    undecided: u32,
    #[serde(rename = "K2")]
    chosen: u32,
    #[serde(rename = "K3")]
    designated: u32,
    stages: ByStage<u32>,
}

impl From<&Tally> for TallyJson {
    fn from(tally: &Tally) -> Self {
        Self {
            villages: tally.villages(),
            no_product: tally.without_product(),
            not_surveyed: tally.decision(Decision::NotSurveyed),
            undecided: tally.decision(Decision::Undecided),
            chosen: tally.decision(Decision::Chosen),
            designated: tally.decision(Decision::Designated),
            stages: ByStage::of(|s| tally.stage(s)),
        }
    }
}
