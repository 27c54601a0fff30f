//! A disk that fails: every call of a command on the files of the database fails in turn, alone and with all after it.
//!
//! What is said is a sentence in the person's language; an act is in the record when and only when it was said to be, but
//! for a wait for the disk that failed, after which it may be there whole; and the next start finds a sound database.

use std::path::PathBuf;

use rusqlite::Connection;

use crate::home::{Home, Said, said};
use crate::shim::{EIO, ENOSPC, Fault, KILLED, Kind};

/// More calls than any of the commands makes.
const LIMIT: u32 = 400;

/// Files of the database itself and its journal; not of the drafts beside it.
const DATABASE: &str = "ovop.db";

/// Runs a command with a fault; whether the fault was met.
fn run(home: &Home, fault: Fault<'_>, args: &[&str]) -> Option<(Said, bool)> {
    let _ = std::fs::remove_file(fault.hit);
    let around = fault.around()?;
    let output = home.command().args(args).envs(around).output().unwrap();
    Some((said(output), fault.hit.exists()))
}

/// What every failure looks like, whatever failed.
fn assert_told(what: &str, lang: &str, told: &Said, words: &[&str]) {
    assert_eq!(told.code, 1, "{what}: {told:?}");
    assert!(told.err.starts_with("ovop: "), "{what}: {told:?}");
    assert!(told.err.trim_end().ends_with('.'), "{what}: {told:?}");
    assert!(!told.err.contains("panicked"), "{what}: {told:?}");
    assert!(
        words.iter().any(|word| told.err.contains(word)),
        "{what}: {told:?}"
    );
    let other = if lang == "id" { " the " } else { " tidak " };
    assert!(!told.err.contains(other), "{what}: {told:?}");
}

/// How many notes of this text there are, asked of a sound database that opens.
fn notes(home: &Home, text: &str) -> usize {
    let log = home.json(&["log", "--last", "100000", "--json"]);
    let count = log
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["body"]["text"] == text)
        .count();
    let conn =
        Connection::open_with_flags(home.database(), rusqlite::OpenFlags::default()).unwrap();
    let whole: String = conn
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(whole, "ok", "{text}");
    count
}

/// What a sweep met.
#[derive(Debug, Default)]
struct Met {
    faults: u32,
    failed: u32,
    /// After a failed wait for the disk.
    there_all_the_same: u32,
}

/// Every call of a kind fails in turn while one note for `events` villages is written.
fn sweep(args: &[&str], events: usize, kind: Kind, errno: i32, once: bool) -> Option<Met> {
    let home = Home::new();
    home.ok(&["init"]);
    let hit = home.path("hit");
    let mut met = Met::default();
    for at in 1..LIMIT {
        let lang = if at % 2 == 0 { "id" } else { "en" };
        let text = format!("kabar-{at}.");
        let what = format!("{kind:?} {errno} once {once} at {at}");
        let asked = [args, &[text.as_str(), "--lang", lang]].concat();
        let fault = Fault {
            on: DATABASE,
            kind,
            at,
            once,
            errno,
            hit: &hit,
            only_while: None,
        };
        let (told, was_met) = run(&home, fault, &asked)?;
        let there = notes(&home, &text);
        if told.code == 0 {
            assert_eq!(there, events, "{what}: said to be there: {told:?}");
        } else {
            assert!(was_met, "{what}: {told:?}");
            met.failed += 1;
            let room = [
                "disk atau jatah (kuota) penuh",
                "the disk or the quota is full",
            ];
            let disk = [
                "bermasalah (",
                "fails (",
                "disknya tidak terbaca",
                "cannot be read",
            ];
            let words = if errno == ENOSPC {
                [&room[..], &disk[..]].concat()
            } else {
                disk.to_vec()
            };
            assert_told(&what, lang, &told, &words);
            if matches!(kind, Kind::Sync) {
                assert!(there == 0 || there == events, "{what}: {there} of {events}");
                met.there_all_the_same += u32::from(there > 0);
                // Whoever does it anew as an act of its own is told to look first.
                assert!(told.err.contains("ovop log"), "{what}: {told:?}");
            } else {
                assert_eq!(there, 0, "{what}: said not to be there: {told:?}");
            }
        }
        if !was_met {
            assert!(at > 1, "{what}: nothing was ever met");
            home.ok(&["doctor", "--db", home.database().to_str().unwrap()]);
            println!("{args:?}, {kind:?} with errno {errno}, once {once}: {met:?}");
            return Some(met);
        }
        met.faults += 1;
    }
    panic!("no end after {LIMIT} calls");
}

#[test]
fn every_write_that_fails_is_told_and_nothing_half_written_stays() {
    let (mut faults, mut failed) = (0, 0);
    let many = ["bulk", "note", "--region", "Rinhat", "--yes"];
    for (args, events, errno, once) in [
        (&["note", "Fulur"][..], 1, EIO, false),
        (&["note", "Fulur"], 1, EIO, true),
        (&["note", "Fulur"], 1, ENOSPC, false),
        (&many, 20, EIO, false),
    ] {
        let Some(met) = sweep(args, events, Kind::Write, errno, once) else {
            return;
        };
        faults += met.faults;
        failed += met.failed;
    }
    println!("{faults} writes failed, {failed} acts with them: each told, none half there");
    assert!(failed > 40, "{failed} of {faults}");
}

#[test]
fn every_wait_for_the_disk_that_fails_is_told_and_the_act_is_there_whole_or_not() {
    for once in [false, true] {
        let many = ["bulk", "note", "--region", "Rinhat", "--yes"];
        let Some(met) = sweep(&many, 20, Kind::Sync, EIO, once) else {
            return;
        };
        assert!(met.failed >= 2, "{met:?}");
        let one = sweep(&["note", "Fulur"], 1, Kind::Sync, EIO, once).unwrap();
        assert!(one.failed >= 2, "{one:?}");
    }
}

#[test]
fn every_read_that_fails_is_told_and_harms_nothing() {
    let home = Home::new();
    home.ok(&["init"]);
    home.ok(&["note", "Fulur", "ada."]);
    let right = home.ok(&["list"]).out;
    let hit = home.path("hit");
    let mut failed = 0;
    for once in [false, true] {
        for at in 1.. {
            assert!(at < LIMIT, "no end");
            let lang = if at % 2 == 0 { "id" } else { "en" };
            let fault = Fault {
                on: DATABASE,
                kind: Kind::Read,
                at,
                once,
                errno: EIO,
                hit: &hit,
                only_while: None,
            };
            let what = format!("read once {once} at {at}");
            let Some((told, met)) = run(&home, fault, &["list", "--lang", lang]) else {
                return;
            };
            if told.code == 0 {
                assert!(lang == "en" || told.out == right, "{what}: {told:?}");
            } else {
                failed += 1;
                let disk = [
                    "bermasalah (",
                    "fails (",
                    "disknya tidak terbaca",
                    "cannot be read",
                ];
                assert_told(&what, lang, &told, &disk);
            }
            if !met {
                break;
            }
        }
        assert_eq!(notes(&home, "ada."), 1);
        assert_eq!(home.ok(&["list"]).out, right);
    }
    println!("{failed} reads failed: each told");
    assert!(failed > 10, "{failed}");
}

/// The files below a folder, but for what the fault leaves.
fn files(folder: PathBuf) -> Vec<String> {
    let mut all: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    all.sort();
    all
}

#[test]
fn a_database_is_made_whole_or_not_at_all() {
    let mut failed = 0;
    for kind in [Kind::Write, Kind::Sync] {
        // Thousands of writes make a database; those that begin and end it, and some between, are tried.
        let mut step = 1;
        let mut at = 1;
        loop {
            let home = Home::new();
            let hit = home.path("hit");
            let fault = Fault {
                on: ".local/share/ovop",
                kind,
                at,
                once: false,
                errno: EIO,
                hit: &hit,
                only_while: None,
            };
            let Some((told, met)) = run(&home, fault, &["init"]) else {
                return;
            };
            let what = format!("init, {kind:?} at {at}");
            if told.code == 0 {
                assert_eq!(notes(&home, "x"), 0);
            } else {
                failed += 1;
                assert_told(
                    &what,
                    "id",
                    &told,
                    &["bermasalah", "Ada kesalahan", "ovop.db"],
                );
                // The last wait is for the folder: the database in it is whole then, and stays.
                let left = files(home.path(".local/share/ovop"));
                if left.is_empty() {
                    home.ok(&["init"]);
                } else {
                    assert!(matches!(kind, Kind::Sync), "{what}: {left:?}");
                    assert_eq!(left, ["ovop.db"], "{what}");
                }
                assert_eq!(notes(&home, "x"), 0);
            }
            if !met {
                break;
            }
            if at >= 12 {
                step = step * 3 / 2 + 1;
            }
            at += step;
        }
    }
    println!("{failed} first starts failed: none left half a database");
    assert!(failed > 10, "{failed}");
}

#[test]
fn a_backup_that_fails_is_told_and_leaves_nothing_that_looks_like_one() {
    let home = Home::new();
    home.ok(&["init"]);
    let hit = home.path("hit");
    let mut failed = 0;
    for kind in [Kind::Write, Kind::Sync, Kind::Read] {
        let mut at = 1;
        loop {
            let fault = Fault {
                on: "/backups/",
                kind,
                at,
                once: false,
                errno: EIO,
                hit: &hit,
                only_while: None,
            };
            let before = files(home.path(".local/share/ovop/backups"));
            let Some((told, met)) = run(&home, fault, &["backup"]) else {
                return;
            };
            let after = files(home.path(".local/share/ovop/backups"));
            let what = format!("backup, {kind:?} at {at}");
            if told.code == 0 {
                assert_eq!(after.len(), before.len() + 1, "{what}: {after:?}");
            } else {
                failed += 1;
                assert_eq!(told.code, 1, "{what}: {told:?}");
                assert!(told.err.contains("backups"), "{what}: {told:?}");
                assert_eq!(after, before, "{what}: {told:?}");
            }
            if !met {
                break;
            }
            at = if at < 8 { at + 1 } else { at * 2 };
        }
    }
    println!("{failed} backups failed: none left anything");
    assert!(failed > 10, "{failed}");
}

/// Killed at each write and each wait of an act: it is there whole or not at all, and when it was said to be there it is.
#[test]
fn an_act_whose_program_is_killed_at_any_write_is_whole_or_not_there() {
    let home = Home::new();
    home.ok(&["init"]);
    let hit = home.path("hit");
    let (mut kills, mut there) = (0, 0);
    for kind in [Kind::Write, Kind::Sync] {
        for at in 1.. {
            assert!(at < LIMIT, "no end");
            let text = format!("kabar-{kind:?}-{at}");
            let asked = ["bulk", "note", &text, "--region", "Rinhat", "--yes"];
            let fault = Fault {
                on: DATABASE,
                kind,
                at,
                once: false,
                errno: KILLED,
                hit: &hit,
                only_while: None,
            };
            let Some((told, met)) = run(&home, fault, &asked) else {
                return;
            };
            let found = notes(&home, &text);
            assert!(found == 0 || found == 20, "{text}: {found} of 20");
            if told.out.contains("Dicatat untuk 20") {
                assert_eq!(found, 20, "{text}: {told:?}");
            }
            if !met {
                break;
            }
            assert_eq!(told.code, -1, "{text}: {told:?}");
            kills += 1;
            there += u32::from(found > 0);
        }
    }
    home.ok(&["doctor", "--db", home.database().to_str().unwrap()]);
    println!(
        "{kills} kills, one at each write and wait of an act: {there} times all there, else nothing"
    );
    assert!(kills > 40 && there > 0, "{there} of {kills}");
}

/// Killed while it makes a database or a backup: what is there is whole, and the next one succeeds.
#[test]
fn what_a_killed_first_start_or_backup_leaves_is_in_nobodys_way() {
    let mut kills = 0;
    for args in [&["init"][..], &["backup"]] {
        for kind in [Kind::Write, Kind::Sync] {
            let mut at = 1;
            loop {
                let home = Home::new();
                if args == ["backup"] {
                    home.ok(&["init"]);
                }
                let hit = home.path("hit");
                let fault = Fault {
                    on: if args == ["init"] {
                        ".local/share/ovop"
                    } else {
                        "/backups/"
                    },
                    kind,
                    at,
                    once: false,
                    errno: KILLED,
                    hit: &hit,
                    only_while: None,
                };
                let Some((_, met)) = run(&home, fault, args) else {
                    return;
                };
                let what = format!("{args:?}, {kind:?} at {at}");
                if args == ["init"] && !home.database().exists() {
                    home.ok(&["init"]);
                }
                assert_eq!(notes(&home, "x"), 0, "{what}");
                home.ok(&["backup"]);
                let backups = home.path(".local/share/ovop/backups");
                for name in files(backups.clone()) {
                    let path = backups.join(&name);
                    assert!(name.starts_with("ovop-"), "{what}: {name} is left");
                    home.ok(&["status", "--db", path.to_str().unwrap()]);
                }
                if !met {
                    break;
                }
                kills += 1;
                at = if at < 8 { at + 1 } else { at * 2 };
            }
        }
    }
    println!("{kills} first starts and backups killed: nothing broken is left");
    assert!(kills > 20, "{kills}");
}
