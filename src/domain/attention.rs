//! Why a village needs attention: worked out from its summary on a day.

use chrono::NaiveDate;

use super::follow::Office;
use super::gate::Rules;
use super::list::Summary;
use super::stage::{Decision, Stage};

/// The kinds of reasons, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// K0 or K1. Never shown without its split.
    NoProduct,
    /// K2.
    NoDecree,
    /// Longer in its stage than the limit.
    Stuck,
    /// Something stands in the way.
    Blocked,
    /// A promise is past its day.
    Overdue,
    /// A paper has ended, or its renewal is due or near.
    Expiring,
    /// A product, and nobody has promised anything.
    NoNextAction,
    /// Nothing has been heard of the village for long.
    StaleData,
    /// Declared marketed, while packaging is not verified.
    Unpackaged,
}

impl Reason {
    pub const ALL: [Self; 9] = [
        Self::NoProduct,
        Self::NoDecree,
        Self::Stuck,
        Self::Blocked,
        Self::Overdue,
        Self::Expiring,
        Self::NoNextAction,
        Self::StaleData,
        Self::Unpackaged,
    ];

    /// The word on the command line and in the filter language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NoProduct => "tanpa-produk",
            Self::NoDecree => "tanpa-sk",
            Self::Stuck => "macet",
            Self::Blocked => "terhambat",
            Self::Overdue => "lewat",
            Self::Expiring => "habis",
            Self::NoNextAction => "tanpa-rtl",
            Self::StaleData => "data-lama",
            Self::Unpackaged => "tanpa-kemasan",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.word() == text)
    }

    /// Why this reason holds for a village on a day; none when it does not.
    #[must_use]
    pub fn holds(self, summary: &Summary, rules: &Rules, day: NaiveDate) -> Option<Why> {
        let days = |since: NaiveDate| (day - since).num_days();
        match self {
            Self::NoProduct => summary
                .decision
                .is_without_product()
                .then_some(Why::Decision(summary.decision)),
            Self::NoDecree => {
                (summary.decision == Decision::Chosen).then_some(Why::Decision(Decision::Chosen))
            }
            Self::Stuck => {
                let limit = rules.limits.of(summary.stage?);
                let days = days(summary.since?);
                (days > limit).then_some(Why::Stuck { days, limit })
            }
            Self::Blocked => summary.blocked.map(|(office, since)| Why::Blocked {
                office,
                days: days(since),
            }),
            Self::Overdue => {
                let days = days(summary.next_due?);
                (days > 0).then_some(Why::Overdue { days })
            }
            Self::Expiring => {
                let from = summary.warn_from?;
                (from <= day).then_some(Why::Expiring)
            }
            Self::NoNextAction => {
                (summary.stage.is_some() && summary.next_due.is_none()).then_some(Why::NoNextAction)
            }
            Self::StaleData => {
                let days = days(summary.latest?);
                (days > rules.limits.data_lama).then_some(Why::Stale { days })
            }
            Self::Unpackaged => (summary.stage == Some(Stage::Marketed)
                && summary.verified(day) < Some(Stage::Packaged))
            .then_some(Why::Unpackaged),
        }
    }
}

/// A reason with what is to be said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Decision(Decision),
    Stuck { days: i64, limit: i64 },
    Blocked { office: Office, days: i64 },
    Overdue { days: i64 },
    Expiring,
    NoNextAction,
    Stale { days: i64 },
    Unpackaged,
}

/// The kind of act that takes a reason away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    RecordPotential,
    Choose,
    Decree,
    PlanAction,
    ClearBlocker,
    CloseAction,
    Claim,
    Note,
}

impl Why {
    /// What is to be done about it.
    #[must_use]
    pub fn mend(self) -> Mend {
        match self {
            Self::Decision(Decision::NotSurveyed) => Mend::RecordPotential,
            Self::Decision(Decision::Undecided) => Mend::Choose,
            Self::Decision(_) => Mend::Decree,
            // What has stood too long moves when somebody promises something.
            Self::Stuck { .. } | Self::NoNextAction => Mend::PlanAction,
            Self::Blocked { .. } => Mend::ClearBlocker,
            Self::Overdue { .. } => Mend::CloseAction,
            Self::Expiring | Self::Unpackaged => Mend::Claim,
            Self::Stale { .. } => Mend::Note,
        }
    }
}

/// Everything that asks for attention in a village on a day, in order.
#[must_use]
pub fn reasons(summary: &Summary, rules: &Rules, day: NaiveDate) -> Vec<(Reason, Why)> {
    Reason::ALL
        .into_iter()
        .filter_map(|r| r.holds(summary, rules, day).map(|why| (r, why)))
        .collect()
}
