//! Who may do what: the one place where roles are judged.

use super::{People, Person, Role};
use crate::domain::code::Code;

/// So many people are named to whoever is refused.
const NAMED: usize = 3;

/// What an act is about, as far as it matters to who may do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The record of a village.
    Village(Code),
    /// What everybody who records works on: events, lists of attendance, notes at meetings, saved views.
    Common,
    /// Planning, leading and closing meetings.
    Lead,
    /// Erasing telephone numbers, of a meeting or of any other event.
    Erase,
    /// Taking back what another person did.
    OfOthers,
    /// Who the people are.
    People,
}

/// What stands between a person and an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// Not on the list.
    Stranger,
    /// Turned off.
    Off,
    /// A viewer records nothing.
    Viewer,
    /// The village is outside the companion's scope.
    OutOfScope,
    /// Meetings are the chair's.
    Lead,
    /// Erasing is the chair's.
    Erase,
    /// What another person did.
    OfOthers,
    /// Who the people are is the admins'.
    People,
    /// The first person is added by whoever owns the database.
    Owner,
}

/// A refusal with the people who may do it instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denied {
    pub barrier: Barrier,
    /// How they are called; at most three.
    pub ask: Vec<String>,
}

impl Person {
    /// Whether they may do it.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn may(&self, matter: &Matter) -> Result<(), Barrier> {
        if !self.active {
            return Err(Barrier::Off);
        }
        match (self.role, matter) {
            (Role::Viewer, _) => Err(Barrier::Viewer),
            (Role::Admin, _) => Ok(()),
            (_, Matter::People) => Err(Barrier::People),
            (Role::Chair, _) | (Role::Companion, Matter::Common) => Ok(()),
            (Role::Companion, Matter::Village(code)) if self.covers(code) => Ok(()),
            (Role::Companion, Matter::Village(_)) => Err(Barrier::OutOfScope),
            (Role::Companion, Matter::Lead) => Err(Barrier::Lead),
            (Role::Companion, Matter::Erase) => Err(Barrier::Erase),
            (Role::Companion, Matter::OfOthers) => Err(Barrier::OfOthers),
        }
    }
}

impl People {
    /// Whether somebody may do it; where nobody is on the list, everybody may.
    ///
    /// # Errors
    /// What stands in the way, and who may do it instead.
    pub fn may(&self, name: &str, matter: &Matter) -> Result<(), Denied> {
        if self.is_empty() {
            return Ok(());
        }
        let barrier = match self.person(name) {
            None => Barrier::Stranger,
            Some(person) => match person.may(matter) {
                Ok(()) => return Ok(()),
                Err(barrier) => barrier,
            },
        };
        Err(self.denied(barrier, matter))
    }

    /// A refusal with those who may do it: the nearest to the matter first.
    #[must_use]
    pub fn denied(&self, barrier: Barrier, matter: &Matter) -> Denied {
        // Coming in is a matter of the list.
        let matter = match barrier {
            Barrier::Stranger | Barrier::Off => &Matter::People,
            _ => matter,
        };
        let mut able: Vec<&Person> = self.all.iter().filter(|p| p.may(matter).is_ok()).collect();
        able.sort_by_key(|p| p.role as u8);
        Denied {
            barrier,
            ask: able
                .iter()
                .take(NAMED)
                .map(|p| p.shown().to_owned())
                .collect(),
        }
    }
}
