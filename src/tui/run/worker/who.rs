//! Who sits before the screens.

use super::StoreWorker;
use crate::domain::act::Refusal;
use crate::domain::event::Recorded;
use crate::domain::people::{DenialReason, Permission, STREAM};
use crate::store::{Access, Error};
use crate::tui::app::msg::{Answer, Ask};
use crate::tui::app::who::Who;

impl StoreWorker {
    /// Who this person is to the record now.
    pub(super) fn who(&mut self) -> Result<Answer, Error> {
        let mut who = Who {
            name: self.actor.clone(),
            ..Who::default()
        };
        match self.store.admit(&self.actor) {
            Ok(Access::Person(person)) => {
                let people = self.store.people()?;
                who.ask = people.denial(DenialReason::Viewer, &Permission::Common).ask;
                who.person = Some(person);
            }
            Ok(Access::Alone | Access::Owner) => {}
            Err(Error::Refused(Refusal::Denied(why))) => who.shut_out = Some(why),
            Err(error) => return Err(error),
        }
        self.shut_out.clone_from(&who.shut_out);
        Ok(Answer::Who(Box::new(who)))
    }

    /// Whoever was turned off is shown nothing more.
    pub(super) fn is_let_in(&self, ask: &Ask) -> Result<(), Error> {
        match (&self.shut_out, ask) {
            // What was typed is still kept for the day on which they may come in again.
            (None, _) | (_, Ask::Keep(_) | Ask::Who) => Ok(()),
            (Some(why), _) => Err(Error::Refused(Refusal::Denied(why.clone()))),
        }
    }

    /// That the list of people has changed, if it has and was not told yet.
    pub(super) fn people_news(&mut self) -> Option<Answer> {
        std::mem::take(&mut self.people_changed).then_some(Answer::PeopleChanged)
    }

    /// Whether the list of people is among the news.
    pub(super) fn is_about_people(events: &[Recorded]) -> bool {
        events.iter().any(|e| e.stream == STREAM)
    }
}
