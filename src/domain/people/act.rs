//! What an admin may do to the list of people, and what is checked before it goes into the log.

use super::event::{KeyGiven, KeyTaken, PersonAdded, PersonTurned, RoleGiven, ScopeSet};
use super::{Key, KeyFault, People, Person, PersonEvent, Role, is_name};
use crate::domain::act::{Field, Refusal, line, passage};

/// One act on the list. [`PersonAct::check`] turns it into an event or refuses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonAct {
    Add {
        name: String,
        called: String,
        role: Role,
        /// Codes of regencies, kecamatan or villages.
        scope: Vec<String>,
    },
    /// `scope` empty: what a companion has already.
    Role {
        name: String,
        role: Role,
        scope: Vec<String>,
    },
    Scope {
        name: String,
        scope: Vec<String>,
    },
    Turn {
        name: String,
        active: bool,
        reason: String,
    },
    GiveKey {
        name: String,
        /// One line of a `.pub` file.
        key: String,
    },
    /// By its fingerprint, or the beginning of one.
    TakeKey {
        name: String,
        fingerprint: String,
    },
}

/// Why the list of people is not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonRefusal {
    BadName,
    ThereAlready(String),
    Unknown(String),
    /// A companion works somewhere.
    NeedsScope,
    /// Only companions have a scope.
    NoScope(Role),
    /// The first person must be able to add the others.
    FirstIsAdmin,
    /// Nobody could change the list any more.
    LastAdmin,
    Key(KeyFault),
    /// It is the key of this person already.
    KeyOf(String),
    NoSuchKey,
    /// Several keys begin like that.
    WhichKey,
}

impl From<PersonRefusal> for Refusal {
    fn from(why: PersonRefusal) -> Self {
        Self::Person(why)
    }
}

impl PersonAct {
    /// Turns the act into the event that goes into the log.
    ///
    /// # Errors
    /// The reason against it; nothing is written then.
    pub fn check(&self, people: &People) -> Result<PersonEvent, Refusal> {
        let event = self.event(people)?;
        let mut after = people.clone();
        if !after.take(&event) {
            return Err(Refusal::NothingChanged);
        }
        if !after.has_admin() {
            let why = match people.is_empty() {
                true => PersonRefusal::FirstIsAdmin,
                false => PersonRefusal::LastAdmin,
            };
            return Err(why.into());
        }
        Ok(event)
    }

    fn event(&self, people: &People) -> Result<PersonEvent, Refusal> {
        Ok(match self {
            Self::Add {
                name,
                called,
                role,
                scope,
            } => {
                if !is_name(name) {
                    return Err(PersonRefusal::BadName.into());
                }
                if people.person(name).is_some() {
                    return Err(PersonRefusal::ThereAlready(name.clone()).into());
                }
                PersonEvent::Added(PersonAdded {
                    name: name.clone(),
                    called: line(Field::Name, called)?,
                    role: *role,
                    scope: fitting(*role, scope.clone())?,
                })
            }
            Self::Role { name, role, scope } => {
                let person = known(people, name)?;
                let kept = scope.is_empty() && *role == Role::Companion;
                let scope = if kept { &person.scope } else { scope };
                let scope = fitting(*role, scope.clone())?;
                if person.role == *role && person.scope == scope {
                    return Err(Refusal::NothingChanged);
                }
                PersonEvent::Role(RoleGiven {
                    name: name.clone(),
                    role: *role,
                    scope,
                })
            }
            Self::Scope { name, scope } => {
                let person = known(people, name)?;
                let scope = fitting(person.role, scope.clone())?;
                if person.role != Role::Companion {
                    return Err(PersonRefusal::NoScope(person.role).into());
                }
                if person.scope == scope {
                    return Err(Refusal::NothingChanged);
                }
                let name = name.clone();
                PersonEvent::Scope(ScopeSet { name, scope })
            }
            Self::Turn {
                name,
                active,
                reason,
            } => {
                if known(people, name)?.active == *active {
                    return Err(Refusal::NothingChanged);
                }
                PersonEvent::Turned(PersonTurned {
                    name: name.clone(),
                    active: *active,
                    reason: passage(Field::Reason, reason)?,
                })
            }
            Self::GiveKey { name, key } => {
                known(people, name)?;
                let key = Key::read(key).map_err(PersonRefusal::Key)?;
                // One key lets in one person: whose act would it be otherwise?
                if let Some(holder) = people.holder(&key) {
                    return Err(PersonRefusal::KeyOf(holder.name.clone()).into());
                }
                let name = name.clone();
                PersonEvent::Key(KeyGiven { name, key })
            }
            Self::TakeKey { name, fingerprint } => {
                let bare = |text: &str| text.trim().trim_start_matches("SHA256:").to_owned();
                let asked = bare(fingerprint);
                let prints = known(people, name)?.keys.iter().map(Key::fingerprint);
                let fits: Vec<String> = prints
                    .filter(|p| !asked.is_empty() && bare(p).starts_with(&asked))
                    .collect();
                let fingerprint = match fits.as_slice() {
                    [] => return Err(PersonRefusal::NoSuchKey.into()),
                    [one] => one.clone(),
                    _ => return Err(PersonRefusal::WhichKey.into()),
                };
                let name = name.clone();
                PersonEvent::KeyTaken(KeyTaken { name, fingerprint })
            }
        })
    }
}

fn known<'a>(people: &'a People, name: &str) -> Result<&'a Person, Refusal> {
    let person = people.person(name);
    person.ok_or_else(|| PersonRefusal::Unknown(name.to_owned()).into())
}

/// The scope in the order of the codes, once each, where the role has one.
fn fitting(role: Role, mut scope: Vec<String>) -> Result<Vec<String>, Refusal> {
    scope.sort();
    scope.dedup();
    match (role, scope.is_empty()) {
        (Role::Companion, true) => Err(PersonRefusal::NeedsScope.into()),
        (Role::Companion, false) | (_, true) => Ok(scope),
        (role, false) => Err(PersonRefusal::NoScope(role).into()),
    }
}
