//! What the meeting screen asks of the storage thread, and what comes back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::act::FollowAct;
use crate::domain::code::Code;
use crate::domain::follow::Action;
use crate::domain::list::{Filter, Place};
use crate::domain::occasion::{Brief, Occasion, Phase, Plan, Promises, Topic};
use crate::store::{Before, OccasionRequest, OccasionSnapshot, SlideCard};

/// What is seen of meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// All meetings.
    #[default]
    List,
    /// The agenda, as long as it is made.
    Agenda,
    /// What earlier meetings were promised: the opening.
    Promises,
    /// One item.
    Item(u32),
    /// What was decided, and the end.
    Sum,
}

impl Page {
    /// Where a meeting itself is.
    #[must_use]
    pub fn of(o: &Occasion) -> Self {
        match o.phase {
            Phase::Planned | Phase::Frozen => Self::Agenda,
            Phase::Open => o
                .current
                .map_or(Self::Promises, |(item, _)| Self::Item(item)),
            Phase::Closed | Phase::Final | Phase::Cancelled => Self::Sum,
        }
    }

    /// Whether the page can be shown of a meeting that is so far.
    #[must_use]
    pub fn fits(self, o: &Occasion) -> bool {
        match self {
            Self::List => false,
            Self::Agenda => o.phase < Phase::Open,
            Self::Promises => true,
            Self::Item(n) => o.phase >= Phase::Open && o.item(n).is_some(),
            Self::Sum => o.phase >= Phase::Open,
        }
    }
}

/// A question about meetings. `tag` comes back with the answer, so that a stale one is known.
#[derive(Clone, Debug)]
pub enum MeetingAsk {
    List {
        tag: u64,
    },
    /// One meeting as a page shows it; without a page, where the meeting itself is.
    View {
        tag: u64,
        id: Uuid,
        page: Option<Page>,
    },
    /// Villages for an agenda, in its order: kecamatan after kecamatan, in each the one that has stood longest first.
    Lines(Source),
    /// A new meeting; it goes on with the last one of its sort.
    Plan {
        batch: Uuid,
        id: Uuid,
        plan: Box<Plan>,
    },
    Act {
        batch: Uuid,
        requests: Vec<OccasionRequest>,
    },
    /// The end of a promise, with the rest of one that was kept in part; of a village, else about a topic that is none's.
    Settle {
        batch: Uuid,
        meeting: Uuid,
        village: Option<Code>,
        acts: Vec<FollowAct>,
    },
}

impl MeetingAsk {
    /// Whether it writes into the record.
    #[must_use]
    pub fn writes(&self) -> bool {
        matches!(
            self,
            Self::Plan { .. } | Self::Act { .. } | Self::Settle { .. }
        )
    }
}

/// Where the villages of an agenda come from.
#[derive(Clone, Debug)]
pub enum Source {
    Marks(Vec<Code>),
    /// The filter that is in force on the first screen.
    Filter(Filter),
}

/// The storage thread's answer about meetings. What it wrote it answers like any other act.
#[derive(Debug)]
pub enum MeetingAnswer {
    List {
        tag: u64,
        briefs: Vec<Brief>,
    },
    View {
        tag: u64,
        /// None: there is no such meeting, or its plan was taken back.
        view: Option<Box<View>>,
    },
    Lines {
        lines: Vec<Line>,
        /// There are too many for an agenda.
        cut: bool,
    },
}

/// A meeting as a page shows it.
#[derive(Clone, Debug)]
pub struct View {
    pub held: OccasionSnapshot,
    pub page: Page,
    /// This person opened it, or moved it on last: the others follow.
    pub leads: bool,
    /// The villages of the agenda and of the promises.
    pub places: Vec<Place>,
    /// The villages that are expected; on the opening page, which counts who is there.
    pub expected: Vec<Place>,
    /// The promises of the meetings before; on the pages that tell of them.
    pub before: Option<Before>,
    /// The promises of this one; on the page that sums up.
    pub made: Option<Promises>,
    /// The village of the item that is seen.
    pub slide: Option<Box<SlideCard>>,
    /// Where the item that is seen is no village's: the promises about topics, of this meeting and those before it.
    pub topics: Vec<Action>,
    /// The day of the meeting before, from which on news are told of them.
    pub since: Option<NaiveDate>,
}

impl View {
    #[must_use]
    pub fn occasion(&self) -> &Occasion {
        &self.held.occasion
    }

    #[must_use]
    pub fn place(&self, code: &Code) -> Option<&Place> {
        self.places.iter().find(|p| p.code == *code)
    }

    /// What an item is about: its village, or its title.
    #[must_use]
    pub fn topic_name(&self, topic: &Topic) -> String {
        match &topic.village {
            None => topic.title.clone(),
            Some(code) => match self.place(code) {
                Some(place) => format!("{} ({})", place.name, place.kecamatan),
                None => code.to_string(),
            },
        }
    }
}

/// A line of an agenda that is being made, with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub topic: Topic,
    pub name: String,
}
