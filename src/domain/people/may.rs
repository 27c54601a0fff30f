//! Who may do what: the one place where roles are judged.

use super::{People, Person, Role};
use crate::domain::code::Code;

/// So many people are named to whoever is refused.
const NAMED: usize = 3;

/// What an act needs permission for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
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

/// Why a person may not do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DenialReason {
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

/// A denial with the people who may do it instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    pub reason: DenialReason,
    /// How they are called; at most three.
    pub ask: Vec<String>,
}

impl Person {
    /// Whether they may do it.
    ///
    /// # Errors
    /// Why not.
    pub fn may(&self, permission: &Permission) -> Result<(), DenialReason> {
        if !self.active {
            return Err(DenialReason::Off);
        }
        match (self.role, permission) {
            (Role::Viewer, _) => Err(DenialReason::Viewer),
            (Role::Admin, _) => Ok(()),
            (_, Permission::People) => Err(DenialReason::People),
            (Role::Chair, _) | (Role::Companion, Permission::Common) => Ok(()),
            (Role::Companion, Permission::Village(code)) if self.covers(code) => Ok(()),
            (Role::Companion, Permission::Village(_)) => Err(DenialReason::OutOfScope),
            (Role::Companion, Permission::Lead) => Err(DenialReason::Lead),
            (Role::Companion, Permission::Erase) => Err(DenialReason::Erase),
            (Role::Companion, Permission::OfOthers) => Err(DenialReason::OfOthers),
        }
    }
}

impl People {
    /// Whether somebody may do it; where nobody is on the list, everybody may.
    ///
    /// # Errors
    /// Why not, and who may do it instead.
    pub fn may(&self, name: &str, permission: &Permission) -> Result<(), Denial> {
        if self.is_empty() {
            return Ok(());
        }
        let reason = match self.person(name) {
            None => DenialReason::Stranger,
            Some(person) => match person.may(permission) {
                Ok(()) => return Ok(()),
                Err(reason) => reason,
            },
        };
        Err(self.denial(reason, permission))
    }

    /// A denial with those who may do it, the least powerful role first.
    #[must_use]
    pub fn denial(&self, reason: DenialReason, permission: &Permission) -> Denial {
        // Being let in at all is decided by the list of people.
        let permission = match reason {
            DenialReason::Stranger | DenialReason::Off => &Permission::People,
            _ => permission,
        };
        let mut able: Vec<&Person> = self
            .all
            .iter()
            .filter(|p| p.may(permission).is_ok())
            .collect();
        able.sort_by_key(|p| p.role as u8);
        Denial {
            reason,
            ask: able
                .iter()
                .take(NAMED)
                .map(|p| p.shown().to_owned())
                .collect(),
        }
    }
}
