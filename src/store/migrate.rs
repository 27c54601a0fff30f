//! The schema's versions. Steps are only ever added: an old database walks through all that it lacks.

use rusqlite::{Connection, TransactionBehavior};

use super::error::InnerError;

/// Marks the file as this program's: `ovop` in ASCII.
pub(super) const APPLICATION_ID: i64 = 0x6f76_6f70;

/// The mark of a training database: another one, so that no version of this program takes made-up data for a record.
pub(super) const TRAINING_ID: i64 = APPLICATION_ID + 1;

/// Step n (from 1) makes schema n out of schema n - 1.
pub(super) const STEPS: &[&str] = &[
    include_str!("../../assets/migrations/0001_log.sql"),
    include_str!("../../assets/migrations/0002_attention.sql"),
    include_str!("../../assets/migrations/0003_occasions.sql"),
    include_str!("../../assets/migrations/0004_people.sql"),
    include_str!("../../assets/migrations/0005_offices.sql"),
    include_str!("../../assets/migrations/0006_reading.sql"),
];

/// The schema that this program writes.
pub(super) const KNOWN: i64 = STEPS.len() as i64;

/// The schema of an open database.
pub(super) fn version(conn: &Connection) -> Result<i64, InnerError> {
    Ok(pragma(conn, "PRAGMA user_version")?)
}

fn pragma(conn: &Connection, sql: &str) -> rusqlite::Result<i64> {
    conn.prepare_cached(sql)?.query_row([], |row| row.get(0))
}

/// The mark of a record, or of a training database.
pub(super) fn mark(training: bool) -> i64 {
    if training {
        TRAINING_ID
    } else {
        APPLICATION_ID
    }
}

/// Whether the file is this program's, of the kind asked for, and of which schema.
///
/// Refuses other programs' files and schemas that this program does not know.
pub(super) fn identify(conn: &Connection, training: bool) -> Result<i64, InnerError> {
    match pragma(conn, "PRAGMA application_id")? {
        found if found == mark(training) => {}
        APPLICATION_ID | TRAINING_ID => return Err(InnerError::OtherKind { training }),
        _ => return Err(InnerError::Foreign),
    }
    let found = version(conn)?;
    if found > KNOWN {
        return Err(InnerError::Newer {
            found,
            known: KNOWN,
        });
    }
    Ok(found)
}

/// What every write looks at first, inside its transaction: a newer program may have changed the schema, or may have
/// raised the bar for writers, since this one opened the file.
pub(super) fn fence(conn: &Connection, training: bool) -> Result<(), InnerError> {
    identify(conn, training)?;
    let needed = pragma(conn, "SELECT min_writer FROM meta")?;
    if needed > KNOWN {
        return Err(InnerError::Newer {
            found: needed,
            known: KNOWN,
        });
    }
    Ok(())
}

/// Brings a database up to the last of `steps`.
///
/// Several programs may do so at once: each looks at the version again when it holds the lock, and finds nothing left
/// to do if another was first. A step that fails leaves nothing behind.
pub(super) fn bring_up(conn: &mut Connection, steps: &[&str]) -> Result<(), InnerError> {
    let target = steps.len() as i64;
    if version(conn)? >= target {
        return Ok(());
    }
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = usize::try_from(version(&transaction)?)
        .map_err(|_| InnerError::Damaged("negative schema version".into()))?;
    for step in steps.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    if (done as i64) < target {
        transaction.pragma_update(None, "user_version", target)?;
    }
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open;
    use std::path::Path;

    const FIRST: &str = "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1);";
    const SECOND: &str = "ALTER TABLE t ADD COLUMN b INTEGER; UPDATE t SET b = a + 1;";

    fn connect(path: &Path) -> Connection {
        let mut conn = Connection::open_with_flags(path, rusqlite::OpenFlags::default()).unwrap();
        open::wait_for_others(&mut conn).unwrap();
        conn
    }

    #[test]
    fn a_database_walks_through_the_steps_it_lacks() {
        let folder = tempfile::tempdir().unwrap();
        let mut conn = connect(&folder.path().join("x.db"));
        bring_up(&mut conn, &[FIRST]).unwrap();
        bring_up(&mut conn, &[FIRST, SECOND]).unwrap();
        bring_up(&mut conn, &[FIRST, SECOND]).unwrap();
        assert_eq!(version(&conn).unwrap(), 2);
        let sum: i64 = conn
            .query_row("SELECT sum(a * 10 + b) FROM t", [], |r| r.get(0))
            .unwrap();
        assert_eq!(sum, 12, "each step ran once");
    }

    #[test]
    fn a_step_that_fails_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let mut conn = connect(&folder.path().join("x.db"));
        bring_up(&mut conn, &[FIRST]).unwrap();
        let broken = "ALTER TABLE t ADD COLUMN b INTEGER; INSERT INTO nowhere VALUES (1);";
        assert!(bring_up(&mut conn, &[FIRST, broken]).is_err());
        assert_eq!(version(&conn).unwrap(), 1);
        assert!(conn.prepare("SELECT b FROM t").is_err());
        bring_up(&mut conn, &[FIRST, SECOND]).unwrap();
    }

    #[test]
    fn several_programs_may_bring_it_up_at_once() {
        for _ in 0..5 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("x.db");
            bring_up(&mut connect(&path), &[FIRST]).unwrap();
            let all: Vec<_> = (0..6)
                .map(|_| {
                    let path = path.clone();
                    std::thread::spawn(move || {
                        bring_up(&mut connect(&path), &[FIRST, SECOND]).is_ok()
                    })
                })
                .collect();
            assert!(all.into_iter().all(|one| one.join().unwrap()));
        }
    }
}
