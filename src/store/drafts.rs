//! What a session has half typed and where it is, kept beside the record so that a lost line loses neither.
//!
//! It lies in a file of its own: here a power cut may cost the last moment (`synchronous = NORMAL`, no wait for the disk
//! at every letter), in the record it may cost nothing. Nothing in this file is true of any village.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use uuid::Uuid;

use super::error::{Error, InnerError};
use super::session::Session;
use super::{create, disk, migrate, open, row, watch};

/// Marks the file as drafts.
const DRAFTS_ID: i64 = migrate::APPLICATION_ID + 2;

const SCHEMA: &str = "
    CREATE TABLE draft (
        session TEXT PRIMARY KEY,
        actor   TEXT NOT NULL,
        process INTEGER NOT NULL,
        started INTEGER NOT NULL,
        kept_at TEXT NOT NULL,
        typed   INTEGER NOT NULL,
        body    TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
";

const PRAGMAS: &str = "
    PRAGMA synchronous = NORMAL;
    PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = ON;
    PRAGMA mmap_size = 0;
    PRAGMA cache_size = -128;
    PRAGMA journal_size_limit = 1048576;
";

/// A draft of another session of the same person: abandoned, or still worked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbandonedDraft {
    pub session: Uuid,
    pub kept_at: DateTime<Utc>,
    /// Something is half typed; else it is only a place.
    pub typed: bool,
    /// The program that keeps it still runs: on another terminal, or on a line whose loss nobody has noticed yet.
    pub alive: bool,
    /// What [`Drafts::keep`] was given.
    pub body: String,
}

/// Another session that runs now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSession {
    pub actor: String,
    pub at: DateTime<Utc>,
    /// What [`Drafts::keep`] was given.
    pub body: String,
}

/// The drafts beside a database.
#[derive(Debug)]
pub struct Drafts {
    conn: Connection,
    path: PathBuf,
    session: Session,
    /// This session has something in the file.
    held: bool,
    /// `PRAGMA data_version` when it was last looked at; none before.
    seen_version: Option<i64>,
}

impl Drafts {
    /// The file of the drafts beside a database.
    #[must_use]
    pub fn of(database: &Path) -> PathBuf {
        disk::beside(database, "drafts.db")
    }

    /// Opens the drafts beside a database; makes the file where it is missing. Of what ended programs left, of whomever,
    /// only the latest place of each person stays beside what is half typed.
    ///
    /// # Errors
    /// Whatever keeps the file from being made, or from being this program's.
    pub fn open(database: &Path, session: Session) -> Result<Self, Error> {
        let path = disk::resolved(&Self::of(database))?;
        if std::fs::symlink_metadata(&path).is_err() {
            match create::make(&path, build) {
                // Another session was first.
                Ok(()) | Err(Error::Exists(_)) => {}
                Err(error) => return Err(error),
            }
        }
        disk::is_plain_file(&path)?;
        let mut conn = connect(&path).map_err(|inner| inner.at(&path))?;
        // What cannot be swept away now is the next time.
        let _ = sweep(&mut conn);
        Ok(Self {
            conn,
            path,
            session,
            held: false,
            seen_version: None,
        })
    }

    /// Keeps what a session has; false when another session of the person has taken it over, and then nothing is kept.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn keep(
        &mut self,
        actor: &str,
        now: DateTime<Utc>,
        typed: bool,
        body: &str,
    ) -> Result<bool, Error> {
        let (id, at) = (self.session.id.to_string(), row::moment_text(now));
        let changed = if self.held {
            self.conn
                .prepare_cached(
                    "UPDATE draft SET kept_at = ?2, typed = ?3, body = ?4 WHERE session = ?1",
                )
                .and_then(|mut s| s.execute(params![id, at, typed, body]))
        } else {
            self.conn
                .prepare_cached("INSERT INTO draft VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .and_then(|mut s| {
                    let (process, started) = (self.session.process, self.session.started);
                    s.execute(params![id, actor, process, started, at, typed, body])
                })
        };
        let changed = changed.map_err(|e| self.at_path(e.into()))?;
        self.held = changed > 0;
        Ok(self.held)
    }

    /// Forgets what this session has: it has ended as its person wanted.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn clear(&mut self) -> Result<(), Error> {
        if std::mem::take(&mut self.held) {
            let mut statement = self
                .conn
                .prepare_cached("DELETE FROM draft WHERE session = ?1")
                .map_err(|e| self.at_path(e.into()))?;
            statement
                .execute([self.session.id.to_string()])
                .map_err(|e| self.at_path(e.into()))?;
        }
        Ok(())
    }

    /// What other sessions of this person have left: the latest half-typed thing, else the latest place. What ended
    /// programs left that nobody half typed, and that is not the latest, is forgotten on the way.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn abandoned(&mut self, actor: &str) -> Result<Option<AbandonedDraft>, Error> {
        let (own, path) = (self.session.id, &self.path);
        let run = |conn: &mut Connection| {
            let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut all = rows(&transaction, actor)?;
            all.retain(|left| left.session != own);
            // Of living sessions only what is half typed is of interest: their places are theirs.
            all.retain(|left| left.typed || !left.alive);
            let latest = if all.is_empty() {
                None
            } else {
                Some(all.remove(0))
            };
            for old in all.iter().filter(|left| !left.typed) {
                transaction.execute(
                    "DELETE FROM draft WHERE session = ?1",
                    [old.session.to_string()],
                )?;
            }
            transaction.commit()?;
            Ok(latest)
        };
        run(&mut self.conn).map_err(|inner: InnerError| inner.at(path))
    }

    /// Makes another session's draft this one's; false when it is not there any more.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn take_over(&mut self, from: Uuid) -> Result<bool, Error> {
        let (to, path) = (self.session, &self.path);
        let run = |conn: &mut Connection| {
            let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let there = transaction
                .query_row(
                    "SELECT 1 FROM draft WHERE session = ?1",
                    [from.to_string()],
                    |_| Ok(()),
                )
                .optional()?
                .is_some();
            if there {
                transaction.execute("DELETE FROM draft WHERE session = ?1", [to.id.to_string()])?;
                transaction.execute(
                    "UPDATE draft SET session = ?2, process = ?3, started = ?4 WHERE session = ?1",
                    params![from.to_string(), to.id.to_string(), to.process, to.started],
                )?;
            }
            transaction.commit()?;
            Ok(there)
        };
        let taken = run(&mut self.conn).map_err(|inner: InnerError| inner.at(path))?;
        self.held |= taken;
        Ok(taken)
    }

    /// Whether another session has kept or forgotten something since the last look.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn moved(&mut self) -> Result<bool, Error> {
        let version = watch::data_version(&self.conn).map_err(|inner| self.at_path(inner))?;
        Ok(self.seen_version.replace(version) != Some(version))
    }

    /// The other sessions, of whomever, whose programs run now, the latest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn other_sessions(&self) -> Result<Vec<OtherSession>, Error> {
        let run = || -> Result<Vec<OtherSession>, InnerError> {
            let mut statement = self
                .conn
                .prepare_cached("SELECT DISTINCT actor FROM draft")?;
            let actors = statement.query_map([], |row| row.get::<_, String>(0))?;
            let actors: Vec<String> = actors.collect::<Result<_, _>>()?;
            let mut all = Vec::new();
            for actor in actors {
                let theirs = rows(&self.conn, &actor)?;
                let living = theirs
                    .into_iter()
                    .filter(|left| left.alive && left.session != self.session.id);
                all.extend(living.map(|left| OtherSession {
                    actor: actor.clone(),
                    at: left.kept_at,
                    body: left.body,
                }));
            }
            all.sort_by_key(|e| std::cmp::Reverse(e.at));
            Ok(all)
        };
        run().map_err(|inner| self.at_path(inner))
    }

    fn at_path(&self, inner: InnerError) -> Error {
        inner.at(&self.path)
    }
}

/// A person's drafts, what is half typed first, and then the latest first.
fn rows(conn: &Connection, actor: &str) -> Result<Vec<AbandonedDraft>, InnerError> {
    let mut statement = conn.prepare(
        "SELECT session, process, started, kept_at, typed, body FROM draft
         WHERE actor = ?1 ORDER BY typed DESC, kept_at DESC",
    )?;
    let rows = statement.query_map([actor], |row| {
        let (session, process, started) = (row.get::<_, String>(0)?, row.get(1)?, row.get(2)?);
        let kept_at = row.get::<_, String>(3)?;
        Ok((session, process, started, kept_at, row.get(4)?, row.get(5)?))
    })?;
    rows.map(|row| {
        let (session, process, started, kept_at, typed, body) = row?;
        let id =
            Uuid::parse_str(&session).map_err(|_| InnerError::Damaged("draft.session".into()))?;
        let session = Session {
            id,
            process,
            started,
        };
        let kept_at = kept_at
            .parse()
            .map_err(|_| InnerError::Damaged("draft.kept_at".into()))?;
        Ok(AbandonedDraft {
            session: id,
            kept_at,
            typed,
            alive: session.is_alive(),
            body,
        })
    })
    .collect()
}

/// Removes the places that ended programs left, but for the latest of each person: who only looks never asks for what
/// was left, and so would leave a place with every lost line.
fn sweep(conn: &mut Connection) -> Result<(), InnerError> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let actors: Vec<String> = transaction
        .prepare("SELECT actor FROM draft WHERE typed = 0 GROUP BY actor HAVING count(*) > 1")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for actor in actors {
        let ended = rows(&transaction, &actor)?.into_iter();
        for old in ended.filter(|left| !left.typed && !left.alive).skip(1) {
            let session = old.session.to_string();
            transaction.execute("DELETE FROM draft WHERE session = ?1", [session])?;
        }
    }
    transaction.commit()?;
    Ok(())
}

fn build(draft: &Path) -> Result<(), InnerError> {
    let conn = open::plain_connection(draft)?;
    conn.pragma_update(None, "application_id", DRAFTS_ID)?;
    conn.execute_batch(SCHEMA)?;
    conn.pragma_update(None, "user_version", 1)?;
    conn.execute_batch("PRAGMA journal_mode = WAL;")?;
    conn.close().map_err(|(_, e)| e)?;
    Ok(())
}

fn connect(path: &Path) -> Result<Connection, InnerError> {
    let conn = open::plain_connection(path)?;
    conn.execute_batch(PRAGMAS)?;
    let pragma = |name| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    if pragma("application_id")? != DRAFTS_ID {
        return Err(InnerError::Foreign);
    }
    match pragma("user_version")? {
        1 => Ok(conn),
        found => Err(InnerError::Newer { found, known: 1 }),
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// A process that has ended.
    fn gone() -> Session {
        let mut child = Command::new("true").spawn().unwrap();
        let session = Session::of_process(i32::try_from(child.id()).unwrap());
        child.wait().unwrap();
        session
    }

    fn at(minute: u32) -> DateTime<Utc> {
        format!("2026-11-24T02:{minute:02}:00Z").parse().unwrap()
    }

    fn open(folder: &Path, session: Session) -> Drafts {
        Drafts::open(&folder.join("ovop.db"), session).unwrap()
    }

    #[test]
    fn what_an_ended_session_left_is_found_and_taken_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut lost = open(folder.path(), gone());
        assert!(lost.keep("maria", at(1), true, "kop").unwrap());
        assert!(lost.keep("maria", at(2), true, "kopi").unwrap());
        drop(lost);
        let (mut first, mut second) = (
            open(folder.path(), Session::this()),
            open(folder.path(), Session::this()),
        );
        assert_eq!(first.abandoned("yosef").unwrap(), None, "another person's");
        let left = first.abandoned("maria").unwrap().unwrap();
        assert_eq!((left.body.as_str(), left.kept_at), ("kopi", at(2)));
        assert!(left.typed && !left.alive);
        assert!(first.take_over(left.session).unwrap());
        assert!(!second.take_over(left.session).unwrap());
        let held = second.abandoned("maria").unwrap().unwrap();
        assert!(held.alive, "it is the first session's now");
    }

    #[test]
    fn a_session_whose_draft_was_taken_over_learns_of_it_at_its_next_letter() {
        let folder = tempfile::tempdir().unwrap();
        let mut phone = open(folder.path(), Session::this());
        let mut laptop = open(folder.path(), Session::this());
        phone.keep("maria", at(1), true, "kopi").unwrap();
        let left = laptop.abandoned("maria").unwrap().unwrap();
        assert!(left.alive);
        assert!(laptop.take_over(left.session).unwrap());
        assert!(!phone.keep("maria", at(2), true, "kopi b").unwrap());
        assert!(phone.keep("maria", at(3), false, "a place").unwrap());
        assert!(laptop.keep("maria", at(3), true, "kopi bubuk").unwrap());
    }

    #[test]
    fn what_is_half_typed_comes_before_a_later_place_and_places_do_not_pile_up() {
        let folder = tempfile::tempdir().unwrap();
        for (minute, typed, body) in [(1, false, "old"), (2, true, "typed"), (3, false, "new")] {
            let mut session = open(folder.path(), gone());
            session.keep("maria", at(minute), typed, body).unwrap();
        }
        let mut now = open(folder.path(), Session::this());
        assert_eq!(now.abandoned("maria").unwrap().unwrap().body, "typed");
        let count: i64 = now
            .conn
            .query_row("SELECT count(*) FROM draft", [], |row| row.get(0))
            .unwrap();
        assert_eq!(count, 1);
    }

    #[test]
    fn who_never_asks_what_was_left_leaves_no_row_for_every_lost_line() {
        let folder = tempfile::tempdir().unwrap();
        open(folder.path(), gone())
            .keep("yosef", at(0), true, "typed")
            .unwrap();
        for minute in 1..6 {
            let mut session = open(folder.path(), gone());
            session
                .keep("vina", at(minute), false, &minute.to_string())
                .unwrap();
        }
        let mut living = open(folder.path(), Session::this());
        living.keep("vina", at(7), false, "here").unwrap();
        let now = open(folder.path(), Session::this());
        let mut statement = now
            .conn
            .prepare("SELECT body FROM draft ORDER BY kept_at")
            .unwrap();
        let bodies = statement
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap();
        let bodies: Vec<String> = bodies.map(Result::unwrap).collect();
        assert_eq!(bodies, ["typed", "5", "here"]);
    }

    #[test]
    fn who_has_ended_as_wanted_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = open(folder.path(), gone());
        session.keep("maria", at(1), false, "a place").unwrap();
        session.clear().unwrap();
        let left = open(folder.path(), Session::this()).abandoned("maria");
        assert_eq!(left.unwrap(), None);
    }

    #[test]
    fn the_drafts_are_for_this_account_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let drafts = open(folder.path(), Session::this());
        let mode = std::fs::metadata(&drafts.path)
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
