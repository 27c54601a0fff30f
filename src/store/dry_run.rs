//! What requests would record, without recording it.

use super::error::{Error, InnerError};
use super::{ActRequest, Stamp, Store, permit, read, row};
use crate::domain::act::Refusal;
use crate::domain::event::Event;
use crate::domain::list::Place;
use crate::domain::people::Permission;
use crate::domain::village::Village;

/// What one request would do.
#[derive(Clone, Debug)]
pub struct DryRun {
    pub place: Place,
    /// The last seq of the village's stream that was looked at: to be sent with the request.
    pub seen: i64,
    /// What would be recorded, or why it is refused.
    pub outcome: Result<Event, Refusal>,
    /// The village as it is now.
    pub before: Village,
}

impl Store {
    /// Checks each request against its village as it is now; writes nothing.
    ///
    /// # Errors
    /// [`Error::UnknownVillage`], or if the database cannot be read.
    pub fn dry_run(&self, stamp: &Stamp, requests: &[ActRequest]) -> Result<Vec<DryRun>, Error> {
        self.read(|conn| {
            let one = |request: &ActRequest| {
                let Some(place) = read::place(conn, &request.village)? else {
                    return Err(InnerError::from(Error::UnknownVillage(
                        request.village.to_string(),
                    )));
                };
                let events = row::stream(conn, request.village.as_str())?;
                let before = Village::fold(&events);
                let permission = Permission::Village(request.village.clone());
                let outcome = match permit::may(conn, &stamp.actor, &permission) {
                    Ok(()) => {
                        request
                            .act
                            .check(&before, request.village.kind(), request.on, stamp.today)
                    }
                    Err(InnerError::Public(Error::Refused(why))) => Err(why),
                    Err(inner) => return Err(inner),
                };
                Ok(DryRun {
                    place,
                    seen: events.last().map_or(0, |e| e.seq),
                    outcome,
                    before,
                })
            };
            requests.iter().map(one).collect()
        })
    }
}
