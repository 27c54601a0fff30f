//! What a message tells of the screen.

use super::StoreWorker;
use crate::domain::list::{Filter, Row, Sort};
use crate::papers::gather;
use crate::store::Error;
use crate::tui::app::message::{MOST_VILLAGES, Subject, Told};

impl StoreWorker {
    pub(super) fn told(&self, subject: &Subject) -> Result<Told, Error> {
        let store = self.shown();
        Ok(match subject {
            Subject::Card(code) => match store.card(code)? {
                Some(card) => Told::Card(Box::new(card)),
                None => return Err(Error::UnknownVillage(code.to_string())),
            },
            Subject::List(filter, _) => match store.count(filter)? {
                n if n > MOST_VILLAGES => Told::TooMany(n),
                _ => Told::List(gather::rows(store, filter, Sort::Register)?),
            },
            Subject::Meeting(id) => self.meeting_told(*id)?,
            Subject::Papers(_) => Told::Nothing,
            Subject::Board(columns, _) => self.board(columns)?,
            Subject::Event(id) => Told::Event(super::event::hall(store, *id)?.map(Box::new)),
            Subject::Reasons(region, _) => Told::Reasons(
                store.tally(region.as_deref())?,
                store.reason_counts(region.as_deref(), self.day())?,
            ),
        })
    }

    fn board(&self, columns: &[Filter]) -> Result<Told, Error> {
        let store = self.shown();
        let counts = columns.iter().map(|filter| store.count(filter));
        let all: u32 = counts.collect::<Result<Vec<u32>, Error>>()?.iter().sum();
        if all > MOST_VILLAGES {
            return Ok(Told::TooMany(all));
        }
        let region = columns.first().and_then(|f| f.region.as_deref());
        let stuck = store.stuck(region, self.day())?;
        let rows =
            |filter: &Filter| -> Result<Vec<Row>, Error> { gather::rows(store, filter, Sort::Age) };
        let columns = columns.iter().zip(stuck);
        let columns = columns.map(|(filter, stuck)| Ok((rows(filter)?, stuck)));
        Ok(Told::Board(columns.collect::<Result<_, Error>>()?))
    }
}
