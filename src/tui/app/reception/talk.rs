//! What the event desk asks of the store, and what it is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::domain::code::Code;
use crate::domain::list::{Place, Region, Tally};
use crate::domain::occasion::{Attendance, Brief, Contact, Guest, Occasion, Plan, Present};

/// A question of the event desk.
#[derive(Clone, Debug)]
pub enum EventAsk {
    /// The events, the newest first.
    List,
    /// One event with everybody who is there.
    Hall(Uuid),
    /// Who of a village is at an event or meeting of the day.
    Here(Code),
    /// How many villages of each region have no product.
    NoProduct,
    Act {
        batch: Uuid,
        event: Uuid,
        deed: Box<EventDeed>,
        /// The last seq of the event that was seen, where an act of another person may have upset it.
        seen: Option<i64>,
    },
}

/// Something done at the event desk. The worker says when it happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventDeed {
    Plan(Plan),
    Change(Plan),
    /// Whoever comes first to an event on its day opens it.
    Arrive {
        id: Uuid,
        guest: Guest,
        contact: Option<Contact>,
        /// Somebody of the same name and place is on the list, and is another person.
        anyway: bool,
    },
    Correct {
        id: Uuid,
        guest: Guest,
        /// None leaves what is known.
        contact: Option<Contact>,
    },
    Strike {
        id: Uuid,
        reason: String,
    },
    Close,
}

/// An answer to the event desk.
#[derive(Debug)]
pub enum EventAnswer {
    List(Vec<Brief>),
    /// None: there is no such event any more.
    Hall(Uuid, Option<Hall>),
    Here(Here),
    NoProduct(Tally, Vec<(Region, Vec<Region>)>),
}

/// Who of a village is where.
#[derive(Debug)]
pub struct Here {
    pub village: Code,
    /// The events and meetings of the day, also those at which nobody of it is.
    pub at: Vec<(Brief, Vec<Present>)>,
}

/// An event as its desk sees it.
#[derive(Clone, Debug)]
pub struct Hall {
    pub occasion: Arc<Occasion>,
    /// The last seq of its stream.
    pub last_seq: i64,
    /// Who is there, in numbers.
    pub count: Attendance,
    /// The villages that are expected, and those of which somebody came.
    pub places: BTreeMap<Code, Place>,
}

impl Hall {
    /// Counts who is there against the villages that are expected.
    #[must_use]
    pub fn new(
        occasion: Arc<Occasion>,
        last_seq: i64,
        expected: &[Place],
        others: Vec<Place>,
    ) -> Self {
        let codes: Vec<Code> = expected.iter().map(|p| p.code.clone()).collect();
        let places = expected.iter().cloned().chain(others);
        Self {
            count: Attendance::of(&occasion, &codes),
            places: places.map(|p| (p.code.clone(), p)).collect(),
            occasion,
            last_seq,
        }
    }

    /// The name of a village, its code where the register does not have it.
    #[must_use]
    pub fn name<'a>(&'a self, code: &'a Code) -> &'a str {
        self.places.get(code).map_or(code.as_str(), |p| &p.name)
    }

    /// Whether somebody of the village is expected.
    #[must_use]
    pub fn expects(&self, village: &Code) -> bool {
        let mut all = self.count.kecamatan.iter();
        all.any(|k| k.absent.contains(village) || k.present.contains(village))
    }

    /// The name of a kecamatan.
    #[must_use]
    pub fn kecamatan<'a>(&'a self, code: &'a str) -> &'a str {
        let mut places = self.places.values();
        let one = places.find(|p| p.code.kecamatan() == code);
        one.map_or(code, |p| &p.kecamatan)
    }

    /// From where somebody came: a village with its kecamatan, or an agency.
    #[must_use]
    pub fn origin(&self, guest: &Guest) -> String {
        let village = guest.village.as_ref().map(|code| {
            self.places.get(code).map_or_else(
                || code.to_string(),
                |p| format!("{} ({})", p.name, p.kecamatan),
            )
        });
        village.unwrap_or_else(|| guest.agency.clone())
    }
}
