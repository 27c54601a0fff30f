//! SQLite: open, migrate, append, project, read, watch.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::domain::act::{Act, Refusal};
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::list::{Filter, From, Page, Place, Region, Sort, Tally};
use crate::domain::village::Village;
use crate::register::{Hit, Register};

pub struct Store {}

/// Who acts, when, and under which batch. The batch id is made when the form opens: sending it twice does nothing twice.
#[derive(Clone, Debug)]
pub struct Stamp {
    pub batch: Uuid,
    pub actor: String,
    pub now: DateTime<Utc>,
    /// The day in the programme's time zone.
    pub today: NaiveDate,
}

/// One act on one village.
#[derive(Clone, Debug)]
pub struct Deed {
    pub village: Code,
    pub act: Act,
    pub on: NaiveDate,
    /// The last seq of the village that the writer had seen; `None` does not look for conflicts (one-shot commands
    /// read and write in one breath).
    pub seen: Option<i64>,
}

/// A village with everything that is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub place: Place,
    pub village: Village,
    /// The last seq of this village's stream, 0 when it has none.
    pub last_seq: i64,
}

/// What an append or undo wrote.
#[derive(Clone, Debug)]
pub struct Written {
    pub batch: Uuid,
    pub events: Vec<Recorded>,
    /// The log held this batch already; nothing was written again.
    pub already: bool,
}

/// A batch that can be taken back (or brought back).
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    pub id: Uuid,
    pub actor: String,
    pub recorded_at: DateTime<Utc>,
    /// What it did: the events of the batch, or, for an undo, the events it took back.
    pub events: Vec<Recorded>,
    /// The batch is itself an undo.
    pub is_undo: bool,
}

#[derive(Clone, Debug, Default)]
pub struct LogQuery {
    pub village: Option<Code>,
    pub actor: Option<String>,
    /// Only events before this seq.
    pub before: Option<i64>,
    pub limit: u32,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("refused")]
    Refused(Refusal),
    /// Somebody else moved the same aspect since the writer looked. Nothing was written.
    #[error("conflict")]
    Conflict(Box<Recorded>),
    #[error("other")]
    Other,
}

/// What a new database starts with.
pub struct Setup<'a> {
    pub register: &'a Register,
    /// Recorded as one batch: stream, event, day.
    pub first: Vec<(Code, Event, NaiveDate)>,
    pub stamp: Stamp,
}

impl Error {
    #[must_use]
    pub fn say(&self, _s: &crate::strings::Strings) -> String {
        unimplemented!()
    }
}

impl Store {
    pub fn create(_path: &Path, _setup: &Setup<'_>) -> Result<(), Error> {
        unimplemented!()
    }
    pub fn open(_path: &Path) -> Result<Self, Error> {
        unimplemented!()
    }
    pub fn tally(&self, _region: Option<&str>) -> Result<Tally, Error> {
        unimplemented!()
    }
    pub fn count(&self, _filter: &Filter) -> Result<u32, Error> {
        unimplemented!()
    }
    pub fn regencies(&self) -> Result<Vec<Region>, Error> {
        unimplemented!()
    }
    pub fn kecamatan(&self, _regency: &str) -> Result<Vec<Region>, Error> {
        unimplemented!()
    }
    pub fn region_count(&self) -> Result<u32, Error> {
        unimplemented!()
    }
    pub fn find_region(&self, _text: &str) -> Result<Vec<Region>, Error> {
        unimplemented!()
    }
    pub fn page(&self, _filter: &Filter, _sort: Sort, _from: From, _n: u32) -> Result<Page, Error> {
        unimplemented!()
    }
    pub fn search(&self, _text: &str, _limit: usize) -> Result<Vec<Hit>, Error> {
        unimplemented!()
    }
    pub fn card(&self, _code: &Code) -> Result<Option<Card>, Error> {
        unimplemented!()
    }
    pub fn log(&self, _query: &LogQuery) -> Result<Vec<Recorded>, Error> {
        unimplemented!()
    }
    pub fn act(&mut self, _stamp: &Stamp, _deeds: &[Deed]) -> Result<Written, Error> {
        unimplemented!()
    }
    pub fn last_act(&self, _actor: &str, _redo: bool) -> Result<Option<Batch>, Error> {
        unimplemented!()
    }
    pub fn batch(&self, _id: Uuid) -> Result<Option<Batch>, Error> {
        unimplemented!()
    }
    pub fn undo(&mut self, _stamp: &Stamp, _batch: Uuid) -> Result<Written, Error> {
        unimplemented!()
    }
    pub fn moved(&mut self) -> Result<bool, Error> {
        unimplemented!()
    }
    pub fn after(&self, _seq: i64) -> Result<Vec<Recorded>, Error> {
        unimplemented!()
    }
    pub fn last_seq(&self) -> Result<i64, Error> {
        unimplemented!()
    }
}
