//! How to reach the people on a list of attendance: beside the log, so that it can be erased.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

use crate::domain::occasion::Contact;
use crate::domain::people::Permission;
use crate::store::error::{Error, InnerError};
use crate::store::{Store, permit, row};

/// What an erasure did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// Of so many persons the contact was erased.
    pub people: usize,
    /// Nothing is left of them in the database's files. False: somebody was reading all the while, and the journal keeps
    /// the old pages until it is next written back.
    pub everywhere: bool,
}

impl Store {
    /// The contacts of an occasion by the entry of the list of attendance.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn contacts(&self, occasion: Uuid) -> Result<BTreeMap<Uuid, Contact>, Error> {
        self.read(|conn| {
            let mut statement =
                conn.prepare_cached("SELECT guest, phone, nik FROM contact WHERE occasion = ?1")?;
            let rows = statement.query_and_then([occasion.to_string()], |row| {
                let guest: String = row.get(0)?;
                let guest = Uuid::try_parse(&guest)
                    .map_err(|_| InnerError::Damaged("contact, guest".into()))?;
                let (phone, nik) = (row::words(row, 1)?, row::words(row, 2)?);
                Ok((guest, Contact { phone, nik }))
            })?;
            rows.collect()
        })
    }

    /// Erases the contacts of an occasion, or of one person on its list, from the database's files. That cannot be undone,
    /// and is possible after the minutes are final too. Copies and backups that were made before are not touched.
    ///
    /// # Errors
    /// [`Error::Refused`] when it is not for this person to do, and whatever keeps the file from being written.
    pub fn forget_contacts(
        &mut self,
        actor: &str,
        occasion: Uuid,
        guest: Option<Uuid>,
    ) -> Result<Forgotten, Error> {
        self.overwriting(true)?;
        let erased = self.write(|conn| {
            permit::may(conn, actor, &Permission::Erase)?;
            let (of, guest) = (occasion.to_string(), guest.map(|g| g.to_string()));
            Ok(conn
                .prepare("DELETE FROM contact WHERE occasion = ?1 AND (?2 IS NULL OR guest = ?2)")?
                .execute(params![of, guest])?)
        });
        self.overwriting(false)?;
        let people = erased?;
        // The old pages stand in the journal until it is written back and cut off.
        let busy = self
            .conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
                row.get::<_, i64>(0)
            });
        Ok(Forgotten {
            people,
            everywhere: matches!(busy, Ok(0)),
        })
    }

    /// Whether SQLite overwrites what it deletes.
    pub(super) fn overwriting(&self, on: bool) -> Result<(), Error> {
        self.conn
            .pragma_update(None, "secure_delete", on)
            .map_err(|e| self.at_path(e.into()))
    }
}

/// Writes a contact; says whether it is another one than before.
pub(super) fn put(
    conn: &Connection,
    occasion: Uuid,
    guest: Uuid,
    contact: &Contact,
) -> Result<bool, InnerError> {
    let (guest, of) = (guest.to_string(), occasion.to_string());
    let before = conn
        .prepare_cached("SELECT phone, nik FROM contact WHERE guest = ?1")?
        .query_row([&guest], |row| {
            Ok(Contact {
                phone: row.get(0)?,
                nik: row.get(1)?,
            })
        })
        .optional()?
        .unwrap_or_default();
    if before == *contact {
        return Ok(false);
    }
    if contact.is_empty() {
        conn.prepare_cached("DELETE FROM contact WHERE guest = ?1")?
            .execute([&guest])?;
    } else {
        conn.prepare_cached(
            "INSERT OR REPLACE INTO contact (guest, occasion, phone, nik) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![guest, of, contact.phone, contact.nik])?;
    }
    Ok(true)
}
