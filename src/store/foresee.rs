//! What deeds would do, before they are done.

use super::error::{Error, Stop};
use super::{Deed, Stamp, Store, permit, read, row};
use crate::domain::act::Refusal;
use crate::domain::event::Event;
use crate::domain::list::Place;
use crate::domain::people::Matter;
use crate::domain::village::Village;

/// What one deed would do.
#[derive(Clone, Debug)]
pub struct Foreseen {
    pub place: Place,
    /// The last seq of the village's stream that was looked at: to be sent with the deed.
    pub seen: i64,
    /// What would be recorded, or why it is refused.
    pub outcome: Result<Event, Refusal>,
    /// The village as it is now.
    pub before: Village,
}

impl Store {
    /// Checks each deed against its village as it is now; writes nothing.
    ///
    /// # Errors
    /// [`Error::UnknownVillage`], or if the database cannot be read.
    pub fn foresee(&self, stamp: &Stamp, deeds: &[Deed]) -> Result<Vec<Foreseen>, Error> {
        self.read(|conn| {
            let one = |deed: &Deed| {
                let Some(place) = read::place(conn, &deed.village)? else {
                    return Err(Stop::from(Error::UnknownVillage(deed.village.to_string())));
                };
                let events = row::stream(conn, deed.village.as_str())?;
                let before = Village::fold(&events);
                let matter = Matter::Village(deed.village.clone());
                let outcome = match permit::may(conn, &stamp.actor, &matter) {
                    Ok(()) => deed
                        .act
                        .check(&before, deed.village.kind(), deed.on, stamp.today),
                    Err(Stop::Said(Error::Refused(why))) => Err(why),
                    Err(stop) => return Err(stop),
                };
                Ok(Foreseen {
                    place,
                    seen: events.last().map_or(0, |e| e.seq),
                    outcome,
                    before,
                })
            };
            deeds.iter().map(one).collect()
        })
    }
}
