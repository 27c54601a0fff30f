//! Saved views in the log.

use rusqlite::Connection;

use super::error::{Error, InnerError};
use super::{Stamp, Store, Written, append, row};
use crate::domain::act::Refusal;
use crate::domain::event::Event;
use crate::domain::view::{STREAM, ViewAct, Views};

impl Store {
    /// All saved views.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn views(&self) -> Result<Views, Error> {
        self.read(views)
    }

    /// Saves or removes a view of this person.
    ///
    /// A batch that the log holds already is not written again.
    ///
    /// # Errors
    /// [`Error::Refused`] when a rule forbids it, and whatever keeps the file from being written.
    pub fn view_act(&mut self, stamp: &Stamp, act: &ViewAct) -> Result<Written, Error> {
        let origin = self.origin;
        self.write(|conn| {
            append::once(conn, stamp, || {
                let event = act.check(&views(conn)?, &stamp.actor);
                let event = Event::View(event.map_err(Refusal::from)?);
                let id = append::fresh_id(stamp);
                let written = append::append(conn, stamp, origin, STREAM, event, stamp.today, id)?;
                Ok(vec![written])
            })
        })
    }
}

fn views(conn: &Connection) -> Result<Views, InnerError> {
    Ok(Views::fold(&row::stream(conn, STREAM)?))
}
