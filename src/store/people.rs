//! The people who use a database, and who may come in.

use rusqlite::{Connection, Row, params};

use super::error::{Error, InnerError};
use super::{Stamp, Store, Written, append, permit, read, region, row};
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::people::{
    DenialReason, People, Permission, Person, PersonAct, PersonRefusal, Role, STREAM,
};

/// As whom somebody comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nobody was ever added: the database is one person's own.
    Alone,
    /// The account that owns the database and is not on its list: it looks, and says who the people are.
    Owner,
    Person(Person),
}

impl Store {
    /// The same store for the Unix account itself, not for somebody whom it lets in under a name: the owner of the
    /// database may then add the first person, and put the list of people right while it is not on it.
    #[must_use]
    pub fn by_account(mut self) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        let owner = std::fs::metadata(&self.path).map(|m| m.uid());
        self.owner = owner.is_ok_and(|uid| uid == rustix::process::geteuid().as_raw());
        self
    }

    /// The people of this database with their keys.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn people(&self) -> Result<People, Error> {
        self.read(|conn| Ok(People::fold(&row::stream(conn, STREAM)?)))
    }

    /// As whom somebody comes in, if they may.
    ///
    /// # Errors
    /// [`Error::Refused`] for whoever is not on the list or was turned off; or if the database cannot be read.
    pub fn admit(&self, actor: &str) -> Result<Access, Error> {
        let owner = self.owner;
        self.read(|conn| {
            let people = kept(conn)?;
            if people.is_empty() {
                return Ok(Access::Alone);
            }
            let reason = match people.person(actor) {
                Some(person) if person.active => return Ok(Access::Person(person.clone())),
                Some(_) => DenialReason::Off,
                None if owner => return Ok(Access::Owner),
                None => DenialReason::Stranger,
            };
            Err(permit::refused(people.denial(reason, &Permission::People)))
        })
    }

    /// Changes the list of people, all of it or nothing; a batch that the log holds already is not written again.
    ///
    /// # Errors
    /// [`Error::Refused`] when it is not for this person to do or a rule is against it, [`Error::UnknownVillage`] for a
    /// scope that the register does not have, and whatever keeps the file from being written.
    pub fn people_act(&mut self, stamp: &Stamp, acts: &[PersonAct]) -> Result<Written, Error> {
        let (origin, owner) = (self.origin, self.owner);
        self.write(|conn| {
            append::once(conn, stamp, || {
                let mut stream = row::stream(conn, STREAM)?;
                let mut written = Vec::new();
                for act in acts {
                    let people = People::fold(&stream);
                    may_change(&people, stamp, owner)?;
                    places_are_known(conn, act)?;
                    let event = Event::Person(act.check(&people)?);
                    let id = append::fresh_id(stamp);
                    // Judged above: the owner is on no list, and the rules of the list know nothing of it.
                    let recorded =
                        append::put(conn, stamp, origin, STREAM, event, stamp.today, id)?;
                    stream.push(recorded.clone());
                    written.push(recorded);
                }
                project(conn, &stream)?;
                Ok(written)
            })
        })
    }
}

/// The owner's account rules the list from outside; once it stands on it, its role holds for it as for everybody.
fn may_change(people: &People, stamp: &Stamp, owner: bool) -> Result<(), InnerError> {
    if owner && people.person(&stamp.actor).is_none() {
        return Ok(());
    }
    if people.is_empty() {
        return Err(permit::refused(
            people.denial(DenialReason::Owner, &Permission::People),
        ));
    }
    people
        .may(&stamp.actor, &Permission::People)
        .map_err(permit::refused)
}

/// Judged by the log: the table may be what is wrong.
pub(super) fn may_rebuild(conn: &Connection, actor: &str, owner: bool) -> Result<(), InnerError> {
    let people = People::fold(&row::stream(conn, STREAM)?);
    if owner && people.person(actor).is_none() {
        return Ok(());
    }
    people
        .may(actor, &Permission::Common)
        .map_err(permit::refused)
}

fn places_are_known(conn: &Connection, act: &PersonAct) -> Result<(), InnerError> {
    let scope = match act {
        PersonAct::Add { scope, .. }
        | PersonAct::Role { scope, .. }
        | PersonAct::Scope { scope, .. } => scope,
        _ => return Ok(()),
    };
    for code in scope {
        let is_region = region::range(conn, code)?.is_some();
        let is_village = match Code::parse(code) {
            Ok(village) => village.as_str() == code && read::ord(conn, &village)?.is_some(),
            Err(_) => false,
        };
        if !is_region && !is_village {
            return Err(Error::UnknownVillage(code.clone()).into());
        }
    }
    Ok(())
}

/// An undo gives nobody a key that lets in somebody already: whose act would it be? What was so before may stay.
pub(super) fn keys_are_single(before: &People, after: &People) -> Result<(), InnerError> {
    let doubled = after.doubled_keys();
    match doubled.first() {
        Some(holder) if doubled.len() > before.doubled_keys().len() => {
            let why = PersonRefusal::KeyOf((*holder).to_owned());
            Err(Error::Refused(why.into()).into())
        }
        _ => Ok(()),
    }
}

/// Writes what the events of the people say into their table. Somebody must be left to change the list.
pub(super) fn project(conn: &Connection, events: &[Recorded]) -> Result<(), InnerError> {
    let people = People::fold(events);
    if !people.has_admin() {
        return Err(Error::Refused(PersonRefusal::LastAdmin.into()).into());
    }
    put(conn, &people)
}

fn put(conn: &Connection, people: &People) -> Result<(), InnerError> {
    conn.prepare_cached("DELETE FROM person")?.execute([])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO person (name, called, role, scope, active) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for p in &people.all {
        let scope = p.scope.join(" ");
        insert.execute(params![p.name, p.called, p.role.word(), scope, p.active])?;
    }
    Ok(())
}

const PERSON: &str = "SELECT name, called, role, scope, active FROM person";

/// The people as their table has them: without keys, in the order of the names.
pub(super) fn kept(conn: &Connection) -> Result<People, InnerError> {
    let mut statement = conn.prepare_cached(&format!("{PERSON} ORDER BY name"))?;
    let rows = statement.query_and_then([], person)?;
    Ok(People {
        all: rows.collect::<Result<_, InnerError>>()?,
        ..People::default()
    })
}

/// One person as the table has them.
pub(super) fn one(conn: &Connection, name: &str) -> Result<Option<Person>, InnerError> {
    let mut statement = conn.prepare_cached(&format!("{PERSON} WHERE name = ?1"))?;
    let mut rows = statement.query([name])?;
    rows.next()?.map(person).transpose()
}

/// Whether the database is one person's own.
pub(super) fn nobody(conn: &Connection) -> Result<bool, InnerError> {
    let mut statement = conn.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM person)")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

fn person(row: &Row<'_>) -> Result<Person, InnerError> {
    let (role, scope): (String, String) = (row.get(2)?, row.get(3)?);
    Ok(Person {
        name: row.get(0)?,
        called: row.get(1)?,
        role: Role::parse(&role).ok_or_else(|| InnerError::Damaged("person, role".into()))?,
        scope: scope.split_whitespace().map(str::to_owned).collect(),
        active: row.get(4)?,
        keys: Vec::new(),
    })
}

/// The names of whom the table does not say what the log says.
pub(super) fn wrong(conn: &Connection) -> Result<Vec<String>, InnerError> {
    let right = listed(conn)?;
    // A table that cannot even be read is wrong as a whole.
    let kept = kept(conn).unwrap_or_default();
    let differs = |a: &People, b: &People| -> Vec<String> {
        let differing = a.all.iter().filter(|p| b.person(&p.name) != Some(*p));
        differing.map(|p| p.name.clone()).collect()
    };
    let mut names = differs(&right, &kept);
    names.extend(differs(&kept, &right));
    names.sort();
    names.dedup();
    Ok(names)
}

/// The people as the log has them, without their keys.
fn listed(conn: &Connection) -> Result<People, InnerError> {
    let mut people = People::fold(&row::stream(conn, STREAM)?);
    for person in &mut people.all {
        person.keys.clear();
    }
    Ok(people)
}

/// Puts a wrong table right, and says of how many people it was wrong.
pub(super) fn rebuild(conn: &Connection) -> Result<usize, InnerError> {
    let wrong = wrong(conn)?;
    if !wrong.is_empty() {
        put(conn, &listed(conn)?)?;
    }
    Ok(wrong.len())
}
