//! Who uses the program, in which role, and for which villages.
//!
//! People and roles are facts like any other: events in a stream of their own, [`STREAM`], folded in the order of the log.
//! While nobody was ever added the database is one person's own, and whoever may open it may do everything.

mod act;
mod event;
mod key;
mod may;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use act::{PersonAct, PersonRefusal};
pub use event::{KeyGiven, KeyTaken, PersonAdded, PersonEvent, PersonTurned, RoleGiven, ScopeSet};
pub use key::{Key, KeyFault};
pub use may::{Denial, DenialReason, Permission};

use super::code::Code;
use super::event::{Event, Recorded};
use super::village::in_force;
use super::words::words;

/// The stream of all people; no village code and no occasion's id looks like it.
pub const STREAM: &str = "@people";

/// The most characters of the name by which the log calls somebody, as Unix accounts have them.
pub const LONGEST_NAME: usize = 32;

words! {
    /// What somebody may do. Each role may do what the ones before it may, a companion for the villages of their scope.
    Role {
        /// Looks, and records nothing.
        Viewer = "pembaca",
        /// Records for the villages of their scope, runs events and lists of attendance.
        Companion = "pendamping",
        /// Records for all villages, leads meetings, takes back what others did.
        Chair = "ketua",
        /// Also says who the people are.
        Admin = "admin",
    }
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// By this the log calls them: a Unix account, or the name that a key is bound to.
    pub name: String,
    /// How people call them; empty where it is not known.
    pub called: String,
    pub role: Role,
    /// Codes of regencies, kecamatan or villages; of companions alone.
    pub scope: Vec<String>,
    /// Somebody who was turned off comes in no more.
    pub active: bool,
    /// The keys with which they come in, the oldest first.
    pub keys: Vec<Key>,
}

impl Person {
    /// The name by which others are sent to them.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.called.is_empty() {
            &self.name
        } else {
            &self.called
        }
    }

    /// Whether a village belongs to their scope.
    #[must_use]
    pub fn covers(&self, village: &Code) -> bool {
        let code = village.as_str();
        self.scope.iter().any(|part| {
            code.strip_prefix(part.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }
}

/// Whom a database knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// In the order in which they were added.
    pub all: Vec<Person>,
    /// Events that had no effect where they stand.
    pub ineffective: usize,
    /// Events that this version cannot read.
    pub unknown: usize,
}

impl People {
    /// Folds the events of [`STREAM`], given in any order; what an undo took back is left out.
    #[must_use]
    pub fn fold(events: &[Recorded]) -> Self {
        let mut effective = in_force(events);
        effective.sort_by_key(|e| e.seq);
        let mut people = Self::default();
        for recorded in effective {
            match &recorded.event {
                Event::Person(event) => {
                    let applied = people.take(event);
                    people.ineffective += usize::from(!applied);
                }
                Event::Unknown { .. } => people.unknown += 1,
                _ => people.ineffective += 1,
            }
        }
        people
    }

    /// Nobody is on the list: no roles hold.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    #[must_use]
    pub fn person(&self, name: &str) -> Option<&Person> {
        self.all.iter().find(|p| p.name == name)
    }

    /// Whose keys let in somebody else too, or stand twice.
    #[must_use]
    pub fn doubled_keys(&self) -> Vec<&str> {
        let mut known = BTreeSet::new();
        let keys = self
            .all
            .iter()
            .flat_map(|p| p.keys.iter().map(move |k| (p, k)));
        keys.filter(|(_, key)| !known.insert(key.blob()))
            .filter_map(|(_, key)| self.holder(key))
            .map(|p| p.name.as_str())
            .collect()
    }

    /// Whom a key lets in.
    #[must_use]
    pub fn holder(&self, key: &Key) -> Option<&Person> {
        let has = |p: &&Person| p.keys.iter().any(|k| k.blob() == key.blob());
        self.all.iter().find(has)
    }

    /// Somebody can still change who may do what.
    #[must_use]
    pub fn has_admin(&self) -> bool {
        self.all.iter().any(|p| p.active && p.role == Role::Admin)
    }

    /// Applies one event; false when it has nothing to act upon.
    fn take(&mut self, event: &PersonEvent) -> bool {
        if let PersonEvent::Added(e) = event {
            if self.person(&e.name).is_some() {
                return false;
            }
            self.all.push(Person {
                name: e.name.clone(),
                called: e.called.clone(),
                role: e.role,
                scope: e.scope.clone(),
                active: true,
                keys: Vec::new(),
            });
            return true;
        }
        let Some(person) = self.all.iter_mut().find(|p| p.name == event.name()) else {
            return false;
        };
        match event {
            PersonEvent::Added(_) => return false,
            PersonEvent::Role(e) => {
                person.role = e.role;
                person.scope.clone_from(&e.scope);
            }
            PersonEvent::Scope(e) => person.scope.clone_from(&e.scope),
            PersonEvent::Turned(e) => person.active = e.active,
            PersonEvent::Key(e) => person.keys.push(e.key.clone()),
            PersonEvent::KeyTaken(e) => {
                let before = person.keys.len();
                person.keys.retain(|k| k.fingerprint() != e.fingerprint);
                return person.keys.len() < before;
            }
        }
        true
    }
}

/// Whether a text can be the name of somebody: letters and digits of ASCII in lower case, and `.`, `_`, `-` after the
/// first; so it stands harmless in a file of keys, on a command line and on a screen.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let inside = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let mut bytes = text.bytes();
    text.len() <= LONGEST_NAME
        && bytes.next().is_some_and(inside)
        && bytes.all(|b| inside(b) || b == b'.' || b == b'-')
}
