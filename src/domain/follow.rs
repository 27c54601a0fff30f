//! What stands in the way, and what was promised.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::event::Event;
use super::words::words;

words! {
    /// Why a product does not move.
    Obstacle {
        RawMaterial = "bahan-baku",
        Continuity = "kontinuitas",
        Premises = "alat-tempat",
        Capital = "modal",
        People = "kelompok",
        Quality = "mutu",
        PermitNib = "izin-nib",
        PermitFood = "izin-pirt",
        PermitBpom = "izin-bpom",
        PermitHalal = "izin-halal",
        PermitBrand = "izin-merek",
        Packaging = "kemasan-label",
        Price = "harga",
        Market = "pasar",
        Transport = "transportasi",
        Utilities = "listrik-air-internet",
        Dispute = "konflik",
        NewHead = "pergantian-kades",
        Disaster = "bencana-cuaca",
        AwaitingAid = "menunggu-bantuan",
        NoDeliberation = "belum-musdes",
        Other = "lain",
    }
}

words! {
    /// Who can open a way or has promised something.
    Office {
        Village = "pemdes",
        Council = "bpd",
        Bumdes = "bumdes",
        Cooperative = "kopdes",
        Companion = "pendamping",
        Kecamatan = "kecamatan",
        Pmd = "pmd",
        Trade = "disperindagkop",
        Health = "dinkes",
        Licensing = "dpmptsp",
        Agriculture = "pertanian",
        Fisheries = "perikanan",
        Forestry = "kehutanan",
        Dekranasda = "dekranasda",
        FoodAgency = "bpom",
        HalalAgency = "bpjph",
        Law = "kumham",
        Bank = "bank-ntt",
        Bpjs = "bpjs",
        NttMart = "ntt-mart",
        Campus = "kampus",
        Province = "provinsi",
        Company = "csr",
        Other = "lain",
    }
}

/// Something stands in the way of the product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockerRaised {
    pub blocker: Uuid,
    pub obstacle: Obstacle,
    /// Who can open the way.
    pub office: Office,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockerCleared {
    pub blocker: Uuid,
    pub how: String,
}

/// Somebody promised to do something by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionPlanned {
    pub action: Uuid,
    pub what: String,
    pub office: Office,
    /// The person, where one was named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    pub due: NaiveDate,
    /// The item of the gates that it is to fill, when it came from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The occasion at which it was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Uuid>,
    /// The promise that it goes on with, when that one was handed on or kept in part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Uuid>,
}

words! {
    /// How a promise ended.
    Outcome {
        Done = "selesai",
        Failed = "gagal",
        HandedOn = "dialihkan",
        Dropped = "batal",
        /// A part is done; what is left is promised anew.
        Partly = "sebagian",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionClosed {
    pub action: Uuid,
    pub outcome: Outcome,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// An obstacle that is not out of the way yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    pub raised: BlockerRaised,
    pub since: NaiveDate,
}

/// A promise and, once it ended, how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub planned: ActionPlanned,
    pub on: NaiveDate,
    pub by: String,
    pub closed: Option<(Outcome, NaiveDate, String)>,
}

impl Action {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Days past its due day, while it is open.
    #[must_use]
    pub fn overdue(&self, day: NaiveDate) -> Option<i64> {
        let late = (day - self.planned.due).num_days();
        (self.is_open() && late > 0).then_some(late)
    }
}

/// What stands in a village's way, and what was promised to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Follow {
    /// Oldest first.
    pub blockers: Vec<Blocker>,
    /// Oldest first, closed ones too.
    pub actions: Vec<Action>,
}

impl Follow {
    /// Applies an event about obstacles and promises; false when it has nothing to act upon.
    pub fn take(&mut self, event: &Event, on: NaiveDate, actor: &str) -> bool {
        match event {
            Event::BlockerRaised(e) => self.blockers.push(Blocker {
                raised: e.clone(),
                since: on,
            }),
            Event::BlockerCleared(e) => {
                let before = self.blockers.len();
                self.blockers.retain(|b| b.raised.blocker != e.blocker);
                return self.blockers.len() < before;
            }
            Event::ActionPlanned(e) => self.actions.push(Action {
                planned: e.clone(),
                on,
                by: actor.to_owned(),
                closed: None,
            }),
            Event::ActionClosed(e) => {
                let open = self
                    .actions
                    .iter_mut()
                    .find(|a| a.planned.action == e.action && a.is_open());
                let Some(action) = open else {
                    return false;
                };
                action.closed = Some((e.outcome, on, e.note.clone()));
            }
            _ => return false,
        }
        true
    }

    /// The open promise that is due first.
    #[must_use]
    pub fn next(&self) -> Option<&Action> {
        self.actions
            .iter()
            .filter(|a| a.is_open())
            .min_by_key(|a| a.planned.due)
    }
}
