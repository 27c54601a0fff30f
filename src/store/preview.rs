//! What taking a change back would do, before it is done.

use uuid::Uuid;

use super::error::{Error, InnerError};
use super::{Store, read, row};
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded, Reverted};
use crate::domain::list::Place;
use crate::domain::village::Village;

/// Villages that a preview looks at, at most: it is read by a person.
const MOST: usize = 20;

/// A village that an undo would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub place: Place,
    pub before: Village,
    pub after: Village,
}

impl Store {
    /// How the villages of a batch would stand without it (or, for an undo, with what it took back). Only those that
    /// would change, at most 20.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn without(&self, batch: Uuid) -> Result<Vec<Change>, Error> {
        self.read(|conn| {
            let mut streams: Vec<String> = Vec::new();
            for event in row::batch(conn, batch)? {
                if !streams.contains(&event.stream) {
                    streams.push(event.stream);
                }
            }
            let mut changes = Vec::new();
            for stream in streams.into_iter().take(MOST) {
                let Ok(code) = Code::parse(&stream) else {
                    continue;
                };
                let Some(place) = read::place(conn, &code)? else {
                    continue;
                };
                let mut events = row::stream(conn, &stream)?;
                let before = Village::fold(&events);
                let undo = events.last().map(|last| undone(last, batch));
                events.extend(undo);
                let after = Village::fold(&events);
                if before != after {
                    changes.push(Change {
                        place,
                        before,
                        after,
                    });
                }
            }
            Ok::<_, InnerError>(changes)
        })
    }
}

/// The undo as it would stand behind the last event.
fn undone(last: &Recorded, batch: Uuid) -> Recorded {
    Recorded {
        seq: last.seq + 1,
        batch: Uuid::nil(),
        event: Event::Reverted(Reverted { batch }),
        ..last.clone()
    }
}
