//! A command whose reader has stopped reading, as behind a pager: it holds no old state of the record, so that the journal
//! can be written back while it waits.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::home::Home;

/// Whether all of the journal can be written back into the database now (`sqlite.org/pragma.html#pragma_wal_checkpoint`).
fn is_written_back(conn: &Connection) -> bool {
    let busy: i64 = conn
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .unwrap();
    busy == 0
}

fn other_program(home: &Home) -> Connection {
    Connection::open_with_flags(home.database(), rusqlite::OpenFlags::default()).unwrap()
}

/// The command has begun to write, and stands in the middle of it: its pipe is full.
fn stuck(home: &Home, args: &[&str]) -> Child {
    let mut command = home.command();
    let mut child = command.args(args).stdout(Stdio::piped()).spawn().unwrap();
    // A thread that sleeps in a pipe says so (`proc(5)`); elsewhere a second is enough.
    let place = format!("/proc/{}/wchan", child.id());
    let until = Instant::now() + Duration::from_secs(1);
    while Instant::now() < until {
        let told = std::fs::read_to_string(&place).unwrap_or_default();
        if told.contains("pipe_write") {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(
        child.try_wait().unwrap().is_none(),
        "{args:?} has less to say than a pipe holds"
    );
    child
}

#[test]
fn a_command_whose_reader_has_stopped_holds_nothing_back() {
    let home = Home::new();
    home.ok(&["init"]);
    let long = "panen kopi di lereng sebelah timur ".repeat(12);
    for _ in 0..2 {
        for regency in ["Belu", "Malaka"] {
            home.ok(&["bulk", "note", &long, "--region", regency, "--yes"]);
        }
    }
    let conn = other_program(&home);
    // What is looked for can be seen: whoever reads in one transaction does hold it back.
    conn.query_row("PRAGMA busy_timeout = 1", [], |_| Ok(()))
        .unwrap();
    let reader = other_program(&home);
    reader
        .execute_batch("BEGIN; SELECT count(*) FROM event;")
        .unwrap();
    home.ok(&["note", "Fulur", "sementara itu"]);
    assert!(!is_written_back(&conn), "a reader is not seen");
    reader.execute_batch("COMMIT").unwrap();
    assert!(is_written_back(&conn));
    let mut tried = 0;
    for args in [
        &["log", "--last", "100000"][..],
        &["log", "--last", "100000", "--json"],
        &["list", "--json"],
        &["list", "--json", "--as-of", "2026-01-31"],
    ] {
        let mut child = stuck(&home, args);
        home.ok(&["note", "Fulur", "sementara itu"]);
        assert!(is_written_back(&conn), "{args:?} holds the journal back");
        child.kill().unwrap();
        child.wait().unwrap();
        tried += 1;
    }
    println!("{tried} commands stuck in their output: none held the journal back");
}
