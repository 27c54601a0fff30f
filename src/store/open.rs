//! Opening a database that exists.

use std::cell::RefCell;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use super::error::{Error, InnerError};
use super::{Store, disk, migrate, rebuild};

/// How long a write waits for others. After that something is wrong with them.
const PATIENCE: Duration = Duration::from_secs(10);

/// `synchronous` is no property of the file: every connection that forgets it could lose an acknowledged act in a power
/// cut. `recursive_triggers` makes `INSERT OR REPLACE` meet the triggers that keep the log. The page cache is small
/// because every session of a shared server has its own.
const PRAGMAS: &str = "
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -1024;
    PRAGMA journal_size_limit = 16777216;
";

impl Store {
    /// Opens a database that was made by [`Store::create`], and brings an older schema up to date. `today` is the day in
    /// the programme's time zone: where the summaries follow other rules than those of this day, they are worked out
    /// anew.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Training`] for made-up data, and everything that keeps a file from being this program's sound and writable database.
    pub fn open(path: &Path, today: NaiveDate) -> Result<Self, Error> {
        Self::open_kind(path, today, false)
    }

    /// Opens a training database, made by [`Store::create_training`], and no other.
    ///
    /// # Errors
    /// [`Error::NotTraining`] for a record, and as [`Store::open`].
    pub fn open_training(path: &Path, today: NaiveDate) -> Result<Self, Error> {
        Self::open_kind(path, today, true)
    }

    fn open_kind(path: &Path, today: NaiveDate, training: bool) -> Result<Self, Error> {
        let path = disk::resolved(path)?;
        disk::is_plain_file(&path)?;
        disk::is_local(&path)?;
        let file = disk::identity(&path)?;
        let (conn, origin) = connect(&path, today, training).map_err(|inner| match inner {
            InnerError::Sql(e) if is_forbidden(&path, &e) => Error::Forbidden(path.clone()),
            inner => inner.at(&path),
        })?;
        let seen_version = super::watch::data_version(&conn).map_err(|inner| inner.at(&path))?;
        Ok(Self {
            conn,
            path,
            file,
            origin,
            training,
            owner: false,
            redacted: false,
            seen_version,
            folded: RefCell::default(),
        })
    }
}

fn connect(
    path: &Path,
    today: NaiveDate,
    training: bool,
) -> Result<(Connection, Uuid), InnerError> {
    let mut conn = plain_connection(path)?;
    conn.execute_batch(PRAGMAS)?;
    let found = migrate::identify(&conn, training)?;
    if conn.is_readonly("main")? {
        return Err(Error::ReadOnly(path.to_owned()).into());
    }
    let journal: String = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if journal != "wal" {
        // Made by this program it is in WAL mode for good; somebody has changed it by other means.
        return Err(InnerError::Damaged(format!("journal_mode {journal}")));
    }
    if found < migrate::KNOWN {
        migrate::bring_up(&mut conn, migrate::STEPS)?;
    }
    let (origin, rules): (String, String) =
        conn.query_row("SELECT origin, rules FROM meta", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    rebuild::at_opening(&mut conn, training, &rules, today)?;
    let origin = Uuid::parse_str(&origin).map_err(|_| InnerError::Damaged("meta.origin".into()))?;
    Ok((conn, origin))
}

/// A connection to a file that exists: never creates one, never reads a path as a URI, follows no link.
pub(super) fn plain_connection(path: &Path) -> Result<Connection, InnerError> {
    let mut conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_EXRESCODE
            | OpenFlags::SQLITE_OPEN_NOFOLLOW,
    )?;
    wait_for_others(&mut conn)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // This build of SQLite keeps statistics; without this it plans a cached statement anew for each bound value, which
    // takes twenty times as long as looking the row up.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    Ok(conn)
}

/// Waits for others in short steps of 0.3 to 1 ms, 10 seconds in all. SQLite's own waiting grows to steps of 100 ms
/// and loses every race against somebody who writes row after row.
pub(super) fn wait_for_others(conn: &mut Connection) -> rusqlite::Result<()> {
    let random = RandomState::new();
    let mut since = Instant::now();
    conn.busy_handler(Some(move |tries: i32| {
        if tries == 0 {
            since = Instant::now();
        }
        if since.elapsed() >= PATIENCE {
            return false;
        }
        let jitter = random.hash_one((tries, since)) % 700;
        std::thread::sleep(Duration::from_micros(300 + jitter));
        true
    }))
}

/// SQLite says "cannot open" both of a file that may not be read and of its neighbours that may not be written.
fn is_forbidden(path: &Path, error: &rusqlite::Error) -> bool {
    use rustix::fs::{Access, access};
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen)
        && access(path, Access::READ_OK).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two connections that checkpoint while a third restarts the WAL could damage the file before this version.
    #[test]
    fn the_built_in_sqlite_is_free_of_the_wal_reset_bug() {
        assert!(rusqlite::version_number() >= 3_051_003);
    }

    #[test]
    fn every_connection_has_the_settings_that_the_log_relies_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("x.db");
        std::fs::write(&path, "").unwrap();
        let conn = plain_connection(&path).unwrap();
        conn.execute_batch(PRAGMAS).unwrap();
        for (name, value) in [
            ("synchronous", 2),
            ("foreign_keys", 1),
            ("recursive_triggers", 1),
            ("trusted_schema", 0),
            ("cell_size_check", 1),
            ("temp_store", 2),
            ("cache_size", -1024),
            ("journal_size_limit", 16_777_216),
        ] {
            let set: i64 = conn
                .pragma_query_value(None, name, |row| row.get(0))
                .unwrap();
            assert_eq!(set, value, "{name}");
        }
        assert!(conn.execute("ATTACH ':memory:' AS other", []).is_err());
        assert!(conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
    }
}
