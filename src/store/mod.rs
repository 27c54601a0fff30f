//! SQLite: open, migrate, append, project, read, watch.
//!
//! One file holds the log, the register it was made with, and a summary of each village that follows from the log.
//! All SQL stands in this room, behind plain functions on domain types.
//!
//! Three rules keep several people on one file safe. A write is one `BEGIN IMMEDIATE` transaction with nothing but SQL
//! and pure folding inside, so that nobody waits for a person or a terminal. Rows are collected before a function
//! returns, so that no read transaction stays open and holds back the checkpoint. And the program never opens the
//! database's files itself: closing such a handle would drop the locks that SQLite holds on them.

#[cfg(test)]
mod agree;
mod append;
mod backup;
mod cell;
mod check;
mod create;
mod disk;
mod drafts;
mod dry_run;
mod error;
mod find;
mod free_space;
mod log;
mod migrate;
mod occasion;
mod open;
mod page;
mod past;
mod people;
mod permit;
mod preview;
mod project;
mod read;
mod rebuild;
mod region;
mod row;
mod seed;
mod session;
mod spare_file;
#[cfg(test)]
mod steps;
mod undo;
mod views;
mod wanted;
mod watch;
mod worded;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

pub use backup::{Backup, WrittenBack};
pub use check::{FileAccess, Health};
pub use disk::with_ending;
pub use drafts::{AbandonedDraft, Drafts, OtherSession};
pub use dry_run::DryRun;
pub use error::Error;
use error::InnerError;
pub use log::{LogPage, LogQuery, Undone};
pub use occasion::{
    Before, Forgotten, OccasionQuery, OccasionRequest, OccasionSnapshot, SlideCard,
};
pub use past::{Past, VillageMoved};
pub use people::Access;
pub use preview::Change;
pub use session::Session;
pub use spare_file::SpareFile;
pub use worded::NoRegion;

use crate::domain::act::Act;
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::list::Place;
use crate::domain::occasion::Promises;
use crate::domain::people::PersonEvent;
use crate::domain::redaction;
use crate::domain::village::Village;
use crate::register::Register;

/// An open database. One per process: two connections of one process to one file are never needed.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    path: PathBuf,
    /// The file that was opened there.
    file: disk::Identity,
    origin: Uuid,
    /// Opened as a training database.
    training: bool,
    /// Opened by the account that owns the file, for itself: see [`Store::by_account`].
    owner: bool,
    /// Whoever reads only looks: see [`Store::redacted`].
    redacted: bool,
    /// `PRAGMA data_version` when it was last looked at.
    seen_version: i64,
    /// Occasions that were folded before; each stands for its state at a last seq.
    folded: RefCell<Vec<OccasionSnapshot>>,
}

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
pub struct ActRequest {
    pub village: Code,
    pub act: Act,
    pub on: NaiveDate,
    /// The last seq of the village that the writer had seen; `None` does not look for conflicts (one-shot commands
    /// read and write in one breath).
    pub seen: Option<i64>,
}

/// One batch of a training record.
#[derive(Clone, Debug)]
pub enum Work {
    Villages(Vec<ActRequest>),
    Occasions(Vec<OccasionRequest>),
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
    /// The villages of the first events, so that they can be named.
    pub places: Vec<Place>,
    /// What the occasions of the first events are called, by stream.
    pub titles: Vec<(String, String)>,
    /// Taking this batch back brings something back: it is an undo. A redo is none: taking it back takes away again.
    pub is_undo: bool,
    /// It counts: nobody has taken it back.
    pub in_force: bool,
}

impl Batch {
    /// It gave or took a key: the file of keys, which root writes, does not follow by itself.
    #[must_use]
    pub fn changes_keys(&self) -> bool {
        let key = |e: &Event| {
            matches!(
                e,
                Event::Person(PersonEvent::Key(_) | PersonEvent::KeyTaken(_))
            )
        };
        self.events.iter().any(|e| key(&e.event))
    }

    /// The name of the village of a stream, with its kecamatan, or the title of an occasion; the stream itself where
    /// neither is known.
    #[must_use]
    pub fn name_of(&self, stream: &str) -> String {
        let title = self.titles.iter().find(|(of, _)| of == stream);
        if let Some((_, title)) = title {
            return title.clone();
        }
        let place = self.places.iter().find(|p| p.code.as_str() == stream);
        called(place, stream)
    }
}

/// A village's name with its kecamatan; the stream where the village is not known.
fn called(place: Option<&Place>, stream: &str) -> String {
    place.map_or_else(
        || stream.to_owned(),
        |p| format!("{} ({})", p.name, p.kecamatan),
    )
}

/// What a new database starts with.
pub struct Setup<'a> {
    pub register: &'a Register,
    /// Recorded as one batch: stream, event, day.
    pub first: Vec<(Code, Event, NaiveDate)>,
    pub stamp: Stamp,
}

impl Store {
    /// The same store for somebody who only looks: villages and occasions come without the names of persons and the
    /// texts that [`redaction`] takes out.
    #[must_use]
    pub fn redacted(mut self, redacted: bool) -> Self {
        self.redacted = redacted;
        self
    }

    #[must_use]
    pub fn is_redacted(&self) -> bool {
        self.redacted
    }

    /// A village as this reader is shown it.
    fn shown(&self, mut village: Village) -> Village {
        if self.redacted {
            redaction::village(&mut village);
        }
        village
    }

    /// Promises as this reader is shown them.
    fn promised(&self, mut promises: Promises) -> Promises {
        if self.redacted {
            promises.all.iter_mut().for_each(redaction::promise);
        }
        promises
    }

    /// The file, with all links in its folder's path resolved.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The database's own name, which stands in every event that it wrote first.
    #[must_use]
    pub fn origin(&self) -> Uuid {
        self.origin
    }

    /// Reads from one state of the database, however many statements it takes, and lets go of it.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, InnerError>) -> Result<T, Error> {
        let run = || {
            self.conn.prepare_cached("BEGIN")?.execute([])?;
            let result = work(&self.conn);
            let ended = self.conn.prepare_cached("COMMIT")?.execute([]);
            let value = result?;
            ended?;
            Ok(value)
        };
        run().map_err(|inner| self.at_path(inner))
    }

    /// Writes in one transaction that holds the lock from its beginning; nothing is written when `work` fails.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, InnerError>,
    ) -> Result<T, Error> {
        disk::is_still(&self.path, self.file)?;
        let training = self.training;
        let run = |conn: &mut Connection| {
            let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            migrate::fence(&transaction, training)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        };
        run(&mut self.conn).map_err(|inner| self.at_path(inner))
    }

    fn at_path(&self, inner: InnerError) -> Error {
        inner.at(&self.path)
    }
}
