//! What befalls a record in the course of years: a spoiled page, a clock that jumps, a reader who never leaves, a kill in
//! the middle of bringing it up.

use std::fs;
use std::process::{Command, Stdio};

use chrono::{DateTime, NaiveDate, Utc};
use ovop::domain::list::{Filter, From, Sort};
use ovop::store::{ActRequest, Error, LogQuery, Stamp, Store};
use ovop::strings::{Lang, Strings};
use uuid::Uuid;

use super::shim::{Fault, KILLED, Kind};
use super::support::*;

fn all_of(store: &Store) -> Result<String, Error> {
    let page = store.page(&Filter::default(), Sort::Age, From::Start, 99)?;
    let log = store.log(&LogQuery {
        limit: 999,
        ..LogQuery::default()
    })?;
    let cards: Result<Vec<_>, _> = (0..9).map(|n| store.card(&village(n))).collect();
    let cards: Vec<_> = cards?.into_iter().flatten().map(|c| c.village).collect();
    Ok(format!(
        "{:?} {:?} {:?} {cards:?}",
        store.tally(None)?,
        page.rows,
        log.events
    ))
}

/// Every page in turn is overwritten; what is answered is right, or it is said that the file is damaged.
#[test]
fn a_spoiled_page_gives_right_answers_or_is_named_and_is_found_by_the_check() {
    let db = Db::small();
    let mut store = db.open();
    for n in 0..60_u32 {
        let id = u128::from(n) + 1;
        act(
            &mut store,
            id,
            request(n as usize % 9, potential(id, &format!("kopi {n}")), 5),
        )
        .unwrap();
    }
    let right = all_of(&store).unwrap();
    drop(store);
    let whole = fs::read(&db.path).unwrap();
    let pages = whole.len() / 4096;
    assert!(pages > 20, "{pages} pages");
    let (mut named, mut answered) = (0, 0);
    for page in 0..pages {
        for filler in [0, 0x5a] {
            let mut holed = whole.clone();
            holed[page * 4096..][..4096].fill(filler);
            fs::write(&db.path, &holed).unwrap();
            let found = Store::open(&db.path, nov(30)).and_then(|store| {
                let answers = all_of(&store)?;
                Ok((answers, store.check(nov(30))?))
            });
            match found {
                Err(error @ (Error::Damaged { .. } | Error::Foreign(_))) => {
                    named += 1;
                    for lang in [Lang::Id, Lang::En] {
                        assert!(error.say(Strings::of(lang)).contains("ovop.db"));
                    }
                }
                Err(other) => panic!("page {page}: {other:?}"),
                Ok((answers, health)) => {
                    answered += 1;
                    // A page of an index alone may spoil what is found through it; the check must see that.
                    assert!(
                        answers == right || !health.is_sound(),
                        "page {page} with {filler}: wrong, and called sound"
                    );
                }
            }
        }
    }
    println!(
        "{pages} pages spoiled twice: {named} named at once, {answered} answered or found by the check"
    );
    assert!(named > 20, "{named} named, {answered} answered");
    fs::write(&db.path, &whole).unwrap();
    assert_eq!(all_of(&db.open()).unwrap(), right, "the copy is as it was");
}

/// Days that people name order what happened, and the log its own numbers; the clock orders nothing.
#[test]
fn a_clock_that_jumps_disorders_nothing_and_loses_nothing() {
    let db = Db::small();
    let mut store = db.open();
    let moments = [
        "2025-11-30T04:00:00Z",
        "2016-01-01T00:00:00Z",
        "2041-06-30T23:59:59Z",
        "2001-01-01T00:00:00Z",
        "2025-11-30T03:59:59Z",
    ];
    let at = |n: usize, today: NaiveDate| Stamp {
        batch: Uuid::from_u128(n as u128 + 1),
        actor: "maria".into(),
        now: moments[n].parse::<DateTime<Utc>>().unwrap(),
        today,
    };
    for n in 0..moments.len() {
        let day = at(n, nov(30)).now.date_naive();
        // Whoever enters a day in the time of a wrong clock may be told that it has not come yet; nothing else.
        let note = ActRequest {
            on: nov(5).min(day),
            ..request(3, note(&format!("kabar {n}")), 5)
        };
        store.act(&at(n, day), &[note]).unwrap();
    }
    let log = store
        .log(&LogQuery {
            limit: 99,
            ..LogQuery::default()
        })
        .unwrap();
    let order: Vec<u128> = log.events.iter().map(|e| e.batch.as_u128()).collect();
    assert_eq!(
        order,
        [5, 4, 3, 2, 1],
        "the newest entry first, whatever its clock said"
    );
    let ids: std::collections::BTreeSet<_> = log.events.iter().map(|e| e.id).collect();
    assert_eq!(ids.len(), 5);
    assert_eq!(
        store
            .last_act("maria", false)
            .unwrap()
            .unwrap()
            .id
            .as_u128(),
        5,
        "the last act is the one entered last"
    );
    let card = store.card(&village(3)).unwrap().unwrap();
    let told: Vec<&str> = card.village.notes.iter().map(|n| n.text.as_str()).collect();
    assert_eq!(told.len(), 5);
    // Those of one day stand as they were entered.
    let of_that_day: Vec<&&str> = told
        .iter()
        .filter(|t| ["kabar 0", "kabar 2", "kabar 4"].contains(t))
        .collect();
    assert!(
        of_that_day.is_sorted() || of_that_day.iter().rev().is_sorted(),
        "{told:?}"
    );
    // Under every day that the clock may show the record opens and is sound.
    for n in 0..moments.len() {
        let day = at(n, nov(30)).now.date_naive();
        let store = Store::open(&db.path, day).unwrap();
        let health = store.check(day).unwrap();
        assert!(health.is_sound(), "{day}: {health:?}");
    }
    // Sent again under another clock it is still the same act.
    let mut store = db.open();
    let again = store
        .act(&at(0, nov(30)), &[request(3, note("kabar 0"), 5)])
        .unwrap();
    assert!(again.already);
}

/// Somebody reads all day in one transaction: nobody waits, nothing is lost, and the journal shrinks once he has left.
#[test]
fn a_reader_who_never_leaves_stops_no_writer_and_the_journal_shrinks_behind_him() {
    let db = Db::small();
    let reader = db.raw();
    reader
        .execute_batch("BEGIN; SELECT count(*) FROM event;")
        .unwrap();
    let before: i64 = reader
        .query_row("SELECT count(*) FROM event", [], |r| r.get(0))
        .unwrap();
    let mut store = db.open();
    let wal = db.path.with_file_name("ovop.db-wal");
    let text = "panjang ".repeat(200);
    for n in 0..700_u32 {
        act(
            &mut store,
            u128::from(n) + 1,
            request(n as usize % 9, note(&text), 5),
        )
        .unwrap();
    }
    let grown = fs::metadata(&wal).unwrap().len();
    assert!(grown > 8 << 20, "{grown}: the reader held nothing back");
    let seen: i64 = reader
        .query_row("SELECT count(*) FROM event", [], |r| r.get(0))
        .unwrap();
    assert_eq!(seen, before, "he sees what he saw");
    reader.execute_batch("COMMIT").unwrap();
    drop(reader);
    for n in 700..1_500_u32 {
        act(
            &mut store,
            u128::from(n) + 1,
            request(n as usize % 9, note("x"), 5),
        )
        .unwrap();
    }
    assert_eq!(store.last_seq().unwrap(), 1_500);
    assert!(store.check(nov(30)).unwrap().is_sound());
    drop(store);
    let left = fs::metadata(&wal).map_or(0, |m| m.len());
    assert_eq!(left, 0, "the journal was folded in");
    assert_eq!(db.open().last_seq().unwrap(), 1_500);
}

/// Killed at each write and each wait for the disk of bringing an old database up: it is the old one or the new one, and
/// the next start goes on.
#[test]
fn a_kill_in_the_middle_of_bringing_a_database_up_leaves_it_whole() {
    let (mut old, mut new) = (0, 0);
    for kind in [Kind::Write, Kind::Sync] {
        for at in 1.. {
            assert!(at < 1_000, "no end");
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("ovop.db");
            super::upgrade::old_database(&path);
            let hit = folder.path().join("hit");
            let fault = Fault {
                on: "ovop.db",
                kind,
                at,
                once: false,
                errno: KILLED,
                hit: &hit,
                only_while: None,
            };
            let Some(around) = fault.around() else {
                return;
            };
            let mut program = Command::new(env!("CARGO_BIN_EXE_ovop"));
            program.args(["status", "--db"]).arg(&path);
            program.env("HOME", folder.path()).envs(around);
            program.stdout(Stdio::null()).stderr(Stdio::null());
            let ended = program.status().unwrap();
            assert_eq!(
                ended.code().is_none(),
                hit.exists(),
                "{kind:?} {at}: {ended}"
            );
            let version: i64 = raw(&path)
                .query_row("PRAGMA user_version", [], |r| r.get(0))
                .unwrap();
            if hit.exists() && version == 1 {
                old += 1;
            } else if hit.exists() {
                new += 1;
            }
            let store = Store::open(&path, nov(30)).unwrap();
            let health = store.check(nov(30)).unwrap();
            assert!(health.is_sound(), "{kind:?} {at}: {health:?}");
            assert_eq!(health.events, 4);
            if !hit.exists() {
                assert!(ended.success(), "{ended}");
                break;
            }
        }
    }
    println!(
        "{} kills: {old} found old, {new} found brought up",
        old + new
    );
    assert!(old > 20 && new > 5, "{old} old, {new} new");
}
