//! What lists show, and how a list is cut: filter, order, totals.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::attention::Reason;
use super::code::{Code, Kind};
use super::evidence;
use super::follow::Office;
use super::gate::{Category, Rules};
use super::query::Query;
use super::stage::{Decision, Stage};
use super::village::Village;

/// What a list needs of one village. Made from the fold by [`Summary::of`] and kept by the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub decision: Decision,
    pub stage: Option<Stage>,
    /// The chosen product.
    pub product: Option<String>,
    pub potentials: u32,
    /// The first potential's name, shown while nothing is chosen.
    pub first_potential: Option<String>,
    pub since: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    pub sells_raw: bool,
    /// Choices that were replaced or cancelled (K4).
    pub former: u32,
    /// By whose gates the chosen product is judged.
    pub category: Option<Category>,
    /// For each stage the last day on which it is verified as things stand; none where it is not.
    pub holds_until: [Option<NaiveDate>; 4],
    /// The oldest obstacle: who can open it, and since when it stands.
    pub blocked: Option<(Office, NaiveDate)>,
    /// Everyone who can open an obstacle, each once; empty without one.
    pub offices: Vec<Office>,
    /// When the next open promise is due.
    pub next_due: Option<NaiveDate>,
    /// The first day on which a paper of the product must be thought of.
    pub warn_from: Option<NaiveDate>,
}

impl Summary {
    /// Worked out from the fold, by the rules that hold.
    #[must_use]
    pub fn of(village: &Village, rules: &Rules) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let choice = village.choice.as_ref();
        Self {
            decision: village.decision(),
            stage: village.stage(),
            product: choice.map(|c| c.product.clone()),
            potentials: count(village.potentials.len()),
            first_potential: village.potentials.first().map(|p| p.name.clone()),
            since: village.since(),
            latest: village.latest,
            sells_raw: village.sells_raw(),
            former: count(village.former.len()),
            category: choice.map(|c| c.category),
            holds_until: choice.map_or([None; 4], |c| evidence::holds_until(c, rules)),
            blocked: village
                .follow
                .blockers
                .first()
                .map(|b| (b.raised.office, b.since)),
            offices: offices(village),
            next_due: village.follow.next().map(|a| a.planned.due),
            warn_from: choice.and_then(|c| evidence::warn_from(c, rules)),
        }
    }

    /// The highest stage that is verified on a day, as things stand now.
    #[must_use]
    pub fn verified(&self, day: NaiveDate) -> Option<Stage> {
        Stage::ALL
            .into_iter()
            .zip(self.holds_until)
            .take_while(|(_, until)| until.is_some_and(|until| day <= until))
            .last()
            .map(|(stage, _)| stage)
    }
}

/// Who can open the village's obstacles, each once, the oldest obstacle's first.
fn offices(village: &Village) -> Vec<Office> {
    let mut offices = Vec::new();
    for blocker in &village.follow.blockers {
        if !offices.contains(&blocker.raised.office) {
            offices.push(blocker.raised.office);
        }
    }
    offices
}

/// A village as the register has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Place in the register's order, from 0.
    pub ord: u32,
    pub code: Code,
    pub name: String,
    pub kecamatan: String,
    pub regency: String,
}

impl Place {
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.code.kind()
    }
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub place: Place,
    pub summary: Summary,
    /// Where the line stands in the order asked for.
    pub key: Key,
}

/// Place in an order: the sort value, then the register's order. Lists are read from a key onward, never by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub value: i64,
    pub ord: u32,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// As in the official register.
    #[default]
    Register,
    Name,
    /// Longest in its present state first; villages without any date last.
    Age,
    /// By kecamatan, within it K0 before K1 before K2 before K3.
    Attention,
}

impl Sort {
    pub const CHOICES: [Self; 4] = [Self::Register, Self::Name, Self::Age, Self::Attention];

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Name => "nama",
            Self::Age => "umur",
            Self::Attention => "perhatian",
        }
    }

    /// Accepts the Indonesian and the English word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "register" => Some(Self::Register),
            "nama" | "name" => Some(Self::Name),
            "umur" | "age" => Some(Self::Age),
            "perhatian" | "attention" => Some(Self::Attention),
            _ => None,
        }
    }
}

/// What the decision must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DecisionIs {
    Exactly(Decision),
    /// K0 or K1.
    WithoutProduct,
    /// A choice was replaced or cancelled some time (K4).
    OnceClosed,
}

impl DecisionIs {
    /// Whether it is so for a village with this summary.
    #[must_use]
    pub fn holds(self, summary: &Summary) -> bool {
        match self {
            Self::Exactly(d) => summary.decision == d,
            Self::WithoutProduct => summary.decision.is_without_product(),
            Self::OnceClosed => summary.former > 0,
        }
    }
}

/// A filter in the filter language, as it holds on a day. Its regions are codes already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// As it was typed.
    pub text: String,
    pub query: Query,
    pub day: NaiveDate,
}

/// Which villages a list shows. The default shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Code of a regency or kecamatan.
    pub region: Option<String>,
    pub decision: Option<DecisionIs>,
    pub stage: Option<Stage>,
    /// A reason for attention that holds on a day.
    pub reason: Option<(Reason, NaiveDate)>,
    /// What was asked for in words.
    pub query: Option<Worded>,
}

impl Filter {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a village with this code and summary is shown, as far as that does not hang on words: those may ask for
    /// its name too ([`Query::matches`]).
    #[must_use]
    pub fn matches(&self, code: &Code, summary: &Summary, rules: &Rules) -> bool {
        self.region
            .as_deref()
            .is_none_or(|r| code.regency() == r || code.kecamatan() == r)
            && self.stage.is_none_or(|s| summary.stage == Some(s))
            && self.decision.is_none_or(|d| d.holds(summary))
            && self
                .reason
                .is_none_or(|(reason, day)| reason.holds(summary, rules, day).is_some())
    }
}

/// How many villages stand where. Every number that is shown comes from one of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By [`Decision`], K0 first.
    pub decisions: [u32; 4],
    /// By [`Stage`] of the chosen product, Potensi first.
    pub stages: [u32; 4],
}

impl Tally {
    #[must_use]
    pub fn villages(&self) -> u32 {
        self.decisions.iter().sum()
    }

    #[must_use]
    pub fn decision(&self, d: Decision) -> u32 {
        self.decisions[d as usize]
    }

    #[must_use]
    pub fn stage(&self, s: Stage) -> u32 {
        self.stages[s as usize - 1]
    }

    /// K0 + K1. Never shown without its two parts.
    #[must_use]
    pub fn without_product(&self) -> u32 {
        self.decisions[0] + self.decisions[1]
    }

    /// Adds `n` villages that stand there.
    pub fn add(&mut self, decision: Decision, stage: Option<Stage>, n: u32) {
        self.decisions[decision as usize] += n;
        if let Some(stage) = stage {
            self.stages[stage as usize - 1] += n;
        }
    }
}

/// A regency or kecamatan with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    pub code: String,
    pub name: String,
    pub tally: Tally,
}

impl Region {
    /// A kecamatan's code has three parts, a regency's two.
    #[must_use]
    pub fn is_kecamatan(&self) -> bool {
        self.code.len() == 8
    }
}

/// From where a list is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    Start,
    End,
    After(Key),
    Before(Key),
    /// As many before the village as from it onward; where it is not in the list, around its place.
    Around(u32),
}

/// A piece of a list, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub rows: Vec<Row>,
    /// Nothing comes before the first row.
    pub at_start: bool,
    /// Nothing comes after the last row.
    pub at_end: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_product_is_the_sum_of_its_parts() {
        let mut tally = Tally::default();
        tally.add(Decision::NotSurveyed, None, 130);
        tally.add(Decision::Undecided, None, 78);
        tally.add(Decision::Designated, Some(Stage::Packaged), 2);
        assert_eq!(
            (
                tally.villages(),
                tally.without_product(),
                tally.stage(Stage::Packaged)
            ),
            (210, 208, 2)
        );
    }
}
