//! A far side that stops reading: a frozen connection, a window that is held. Nobody waits for it but its own screen.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use rstest::rstest;
use rustix::process::Signal;

use super::*;
use crate::one_second;

const TYPED: &str = "panen-kopi-tetap-tercatat";

/// A note half typed on a terminal that takes no more, typed on blindly.
fn blocked(home: &Home) -> (Pty, usize) {
    home.ok(&["init"]);
    let events = home.events();
    let mut pty = home.screens(80, 24);
    pty.send("c");
    pty.wait_for_text("Catatan - Kewar");
    pty.freeze();
    // More than the terminal's buffers hold: every new size draws the whole screen.
    for n in 0..150 {
        pty.resize(79 + n % 2, 24);
        thread::sleep(Duration::from_millis(4));
    }
    assert!(is_stuck(&pty), "the terminal still takes output");
    for letter in TYPED.chars() {
        pty.send(&letter.to_string());
        thread::sleep(Duration::from_millis(5));
    }
    (pty, events)
}

/// Whether a thread of the program sits in a write to the terminal (`proc(5)`).
fn is_stuck(pty: &Pty) -> bool {
    let tasks = format!("/proc/{}/task", pty.pid().as_raw_nonzero());
    fs::read_dir(tasks).unwrap().any(|task| {
        let task = task.unwrap().path();
        let name = fs::read_to_string(task.join("comm")).unwrap_or_default();
        let call = fs::read_to_string(task.join("syscall")).unwrap_or_default();
        // The number of write(2) on this machine's kind; elsewhere, or where it is not told, there is nothing to see.
        let told = cfg!(target_arch = "x86_64") && !call.is_empty();
        name.trim() == "frame-writer" && (!told || call.starts_with("1 "))
    })
}

/// What is kept of half-typed things, as another program reads it.
fn drafts(home: &Home) -> String {
    let conn = other_program(&home.database().with_extension("drafts.db"));
    let all: rusqlite::Result<String> = conn.query_row(
        "SELECT coalesce(group_concat(body), '') FROM draft",
        [],
        |row| row.get(0),
    );
    all.unwrap_or_default()
}

fn wait_for_draft(home: &Home) {
    let until = Instant::now() + crate::pty::patience();
    while !drafts(home).contains(TYPED) {
        assert!(Instant::now() < until, "not kept: {}", drafts(home));
        thread::sleep(Duration::from_millis(10));
    }
}

#[rstest]
#[case::killed(|pty: &mut Pty| pty.signal(Signal::KILL), None)]
#[case::ended(|pty: &mut Pty| pty.signal(Signal::TERM), Some(143))]
#[case::shell_closed(|pty: &mut Pty| pty.signal(Signal::HUP), Some(129))]
#[case::hung_up(Pty::hang_up, Some(129))]
fn what_is_typed_blindly_is_kept_and_the_end_is_clean(
    #[case] end: fn(&mut Pty),
    #[case] code: Option<u32>,
) {
    let home = Home::new();
    let (mut pty, events) = blocked(&home);
    wait_for_draft(&home);
    end(&mut pty);
    let exit = pty.wait_exit_within(one_second());
    assert!(code.is_none_or(|code| code == exit), "{exit}");
    home.assert_sound();
    assert_eq!(home.events(), events);
    let pty = Pty::spawn(home.command(&[]), 80, 24);
    pty.wait_for_text("belum tersimpan");
    pty.wait_for_text(TYPED);
}

#[test]
fn others_write_and_read_while_one_is_stuck_and_it_catches_up() {
    let home = Home::new();
    let (mut pty, events) = blocked(&home);
    let start = Instant::now();
    for n in 0..10 {
        home.ok(&["note", "Fulur", &format!("kabar {n}")]);
    }
    assert!(home.ok(&["show", "Fulur"]).contains("kabar 9"));
    assert!(start.elapsed() < crate::pty::patience());
    assert_eq!(home.events(), events + 10);
    // It holds no old state of the record either: the journal can be written back, all of it.
    let other = other_program(&home.database());
    let busy: i64 = other
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .unwrap();
    assert_eq!(busy, 0, "the stuck program holds the journal back");
    drop(other);
    // The save of the stuck one goes through as well; it is only not seen yet.
    pty.send("\r\r\r");
    let until = Instant::now() + crate::pty::patience();
    while home.events() < events + 11 {
        assert!(Instant::now() < until, "the blind save was not done");
        thread::sleep(Duration::from_millis(20));
    }
    pty.thaw();
    pty.wait_for_text("catatan: panen-kopi-tetap-tercatat");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    home.assert_sound();
}
