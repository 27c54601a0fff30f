//! Why an act cannot be done, and which input to look at.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::code::Kind;
use crate::domain::event::Forum;
use crate::domain::gate::Category;
use crate::domain::occasion::OccasionRefusal;
use crate::domain::people::{Denial, PersonRefusal};
use crate::domain::stage::Stage;
use crate::domain::view::ViewRefusal;

/// The input that a refusal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Name,
    Group,
    Source,
    Note,
    Potential,
    Product,
    Forum,
    Minutes,
    Reason,
    Number,
    Stage,
    Basis,
    Text,
    Raw,
    Confirmed,
    Date,
    Category,
    Item,
    Status,
    Issuer,
    Holder,
    Issued,
    Expires,
    Missing,
    Evidence,
    Obstacle,
    Office,
    Blocker,
    How,
    What,
    Who,
    Due,
    Action,
    Outcome,
    Producer,
    Form,
    Head,
    Men,
    Women,
    Produced,
    Active,
    Work,
    Health,
    Month,
    Volume,
    Unit,
    Turnover,
    Channel,
    Outlet,
    Help,
    Waiting,
    Assistance,
    Handover,
}

/// Why an act cannot be done. `strings` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Empty(Field),
    TooLong {
        field: Field,
        max: usize,
    },
    /// The day lies after today.
    FutureDate {
        today: NaiveDate,
    },
    TooEarly {
        year: i32,
    },
    /// Nothing about a product can be older than its choice.
    BeforeChoice {
        on: NaiveDate,
    },
    /// A choice ends after all that is recorded of it: what lies later would else count for its successor.
    BeforeItsLatest {
        on: NaiveDate,
    },
    /// An earlier choice still stood on that day: the log is read by day, so its end would end the new one too.
    BeforeFormerEnd {
        until: NaiveDate,
    },
    /// A decree of a later day is recorded; one of an earlier day would change nothing.
    BeforeDecree {
        number: String,
        on: NaiveDate,
    },
    SameDecree {
        number: String,
    },
    NoPotential,
    UnknownPotential,
    SamePotential {
        name: String,
    },
    /// The potential is the chosen product: the choice must be replaced or cancelled first.
    IsChosen {
        product: String,
    },
    NothingChanged,
    NoChoice,
    SameProduct {
        product: String,
    },
    /// An earlier choice is replaced and no reason is given.
    ReplacementNeedsReason {
        product: String,
    },
    /// A kelurahan holds no musyawarah desa; a desa no rapat kelurahan.
    ForumOfOtherKind {
        forum: Forum,
        kind: Kind,
    },
    SameStage {
        stage: Stage,
    },
    SameRawSale {
        raw: bool,
    },
    SameCategory {
        category: Category,
    },
    /// A paper ends before it was issued.
    EndsBeforeIssue,
    UnknownEvidence,
    /// Only what is said to be there, or not to apply, can be verified.
    NothingToVerify,
    VerifiedAlready {
        by: String,
        on: NaiveDate,
    },
    /// It was verified on a later day: a claim before that would take what was verified away.
    VerifiedSince {
        on: NaiveDate,
    },
    UnknownBlocker,
    UnknownAction,
    /// What it is about was recorded for a later day: the log is read by day, so the act would have no effect.
    BeforeRecorded {
        on: NaiveDate,
    },
    /// A promise is due before it was made.
    DueBeforeMade {
        on: NaiveDate,
    },
    UnknownProducer,
    SameProducer {
        name: String,
    },
    SameActivity {
        active: bool,
    },
    ProducedLater {
        today: NaiveDate,
    },
    /// More members of an insurance than people who work on the product.
    MoreThanWorkers {
        field: Field,
        all: u32,
    },
    MonthToCome,
    UnknownChannel,
    SameChannel,
    UnknownAssistance,
    /// About a meeting or an event.
    Occasion(OccasionRefusal),
    /// About a saved view.
    View(ViewRefusal),
    /// About the list of people.
    Person(PersonRefusal),
    /// It is not for this person to do.
    Denied(Denial),
}

impl From<ViewRefusal> for Refusal {
    fn from(why: ViewRefusal) -> Self {
        Self::View(why)
    }
}

impl Refusal {
    /// The input to look at, when the refusal is about one.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Empty(field) | Self::TooLong { field, .. } => Some(*field),
            Self::FutureDate { .. }
            | Self::TooEarly { .. }
            | Self::BeforeChoice { .. }
            | Self::BeforeItsLatest { .. }
            | Self::BeforeFormerEnd { .. }
            | Self::BeforeRecorded { .. }
            | Self::VerifiedSince { .. }
            | Self::BeforeDecree { .. } => Some(Field::Date),
            Self::SameDecree { .. } => Some(Field::Number),
            Self::NoPotential
            | Self::UnknownPotential
            | Self::IsChosen { .. }
            | Self::SameProduct { .. } => Some(Field::Potential),
            Self::SamePotential { .. } => Some(Field::Name),
            Self::ReplacementNeedsReason { .. } => Some(Field::Reason),
            Self::ForumOfOtherKind { .. } => Some(Field::Forum),
            Self::SameStage { .. } => Some(Field::Stage),
            Self::SameRawSale { .. } => Some(Field::Raw),
            Self::SameCategory { .. } => Some(Field::Category),
            Self::EndsBeforeIssue => Some(Field::Expires),
            Self::UnknownEvidence | Self::NothingToVerify | Self::VerifiedAlready { .. } => {
                Some(Field::Evidence)
            }
            Self::UnknownBlocker => Some(Field::Blocker),
            Self::UnknownAction => Some(Field::Action),
            Self::DueBeforeMade { .. } => Some(Field::Due),
            Self::UnknownProducer | Self::SameProducer { .. } => Some(Field::Producer),
            Self::SameActivity { .. } => Some(Field::Active),
            Self::ProducedLater { .. } => Some(Field::Produced),
            Self::MoreThanWorkers { field, .. } => Some(*field),
            Self::MonthToCome => Some(Field::Month),
            Self::UnknownChannel => Some(Field::Channel),
            Self::SameChannel => Some(Field::Outlet),
            Self::UnknownAssistance => Some(Field::Assistance),
            Self::NothingChanged
            | Self::NoChoice
            | Self::Occasion(_)
            | Self::View(_)
            | Self::Person(_)
            | Self::Denied(_) => None,
        }
    }

    /// Whether it is about what was typed alone, whichever village it is for.
    #[must_use]
    pub fn is_about_input(&self) -> bool {
        matches!(
            self,
            Self::Empty(_)
                | Self::TooLong { .. }
                | Self::FutureDate { .. }
                | Self::TooEarly { .. }
                | Self::DueBeforeMade { .. }
                | Self::EndsBeforeIssue
        )
    }
}
