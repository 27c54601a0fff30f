//! Backups that can be put in the place of the database.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use chrono::TimeDelta;
use ovop::store::{Error, SpareFile};
use tempfile::TempDir;

use super::processes::{Worker, finished, worker};
use super::support::*;

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn a_backup_opens_like_the_database_and_says_the_same() {
    let db = Db::small();
    let mut store = db.open();
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    act(&mut store, 2, request(0, choose(1, ""), 6)).unwrap();
    let folder = db.folder.path().join("backups");
    let made = store.backup(&folder, noon()).unwrap();
    assert_eq!((made.events, made.removed), (2, 0));
    assert!(made.path.ends_with("ovop-20251130-050000.db"));
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(names(&folder).len(), 1, "nothing is left beside it");
    // What is done afterwards is not in it.
    act(&mut store, 3, request(0, note("sesudah"), 6)).unwrap();
    drop(store);
    std::fs::rename(&made.path, db.folder.path().join("kembali.db")).unwrap();
    let back = open(&db.folder.path().join("kembali.db"));
    let health = back.check(nov(30)).unwrap();
    assert!(health.is_sound() && health.events == 2, "{health:?}");
    let card = back.card(&village(0)).unwrap().unwrap();
    assert!(card.village.choice.is_some() && card.village.notes.is_empty());
}

#[test]
fn in_a_folder_of_a_group_the_backups_are_the_groups_too() {
    let db = Db::small();
    let store = db.open();
    let set = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let folder = db.folder.path().join("backups");
    store.backup(&folder, noon()).unwrap();
    assert_eq!(mode(&folder), 0o700);
    // Also where it was made before the group came.
    set(db.folder.path(), 0o2770);
    set(&db.path, 0o660);
    let made = store.backup(&folder, noon()).unwrap();
    assert_eq!((mode(&folder), mode(&made.path)), (0o2770, 0o660));
    let elsewhere = TempDir::new().unwrap();
    let folder = elsewhere.path().join("salinan");
    let made = store.backup(&folder, noon()).unwrap();
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(
        mode(&made.path) & 0o077 & !0o044,
        0,
        "nobody else may write to it"
    );
}

#[test]
fn whoever_kept_a_database_open_learns_that_a_newer_program_took_it_over() {
    let db = Db::small();
    let store = db.open();
    store.within_reach().unwrap();
    raw(&db.path)
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    assert!(store.last_seq().is_ok(), "it can still be read");
    match store.within_reach() {
        Err(Error::Newer {
            path, found: 99, ..
        }) => assert_eq!(path, store.path()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn backups_are_whole_while_others_write() {
    let db = Db::small();
    let store = db.open();
    let writers: Vec<_> = (0..2)
        .map(|n| worker(Worker::Write, &db.path).numbered(n).start())
        .collect();
    let folder = db.folder.path().join("backups");
    let mut last = 0;
    for n in 0..6 {
        let made = store
            .backup(&folder, noon() + TimeDelta::minutes(n))
            .unwrap();
        assert!(made.events >= last);
        last = made.events;
        let back = open(&made.path);
        assert!(back.check(nov(30)).unwrap().is_sound());
    }
    for writer in writers {
        finished(writer).unwrap();
    }
    assert_eq!(
        store
            .backup(&folder, noon() + TimeDelta::hours(1))
            .unwrap()
            .events,
        100
    );
    assert!(store.write_back().unwrap().whole);
}

#[test]
fn a_second_backup_of_the_same_moment_has_a_name_of_its_own_and_old_ones_go() {
    let db = Db::small();
    let store = db.open();
    let folder = db.folder.path().join("backups");
    store.backup(&folder, noon()).unwrap();
    let second = store.backup(&folder, noon()).unwrap();
    assert!(second.path.ends_with("ovop-20251130-050001.db"));
    let mut removed = 0;
    for hour in 1..30 {
        let made = store.backup(&folder, noon() + TimeDelta::minutes(hour));
        removed += made.unwrap().removed;
    }
    assert_eq!(removed, 7);
    assert_eq!(names(&folder).len(), 24);
}

#[test]
fn what_a_killed_backup_left_goes_with_the_next() {
    let db = Db::small();
    let store = db.open();
    let folder = db.folder.path().join("backups");
    std::fs::create_dir(&folder).unwrap();
    let mut child = std::process::Command::new("true").spawn().unwrap();
    child.wait().unwrap();
    std::fs::write(folder.join(format!(".part-{}", child.id())), "x").unwrap();
    store.backup(&folder, noon()).unwrap();
    assert_eq!(names(&folder), ["ovop-20251130-050000.db"]);
}

#[test]
fn the_reserve_lies_beside_the_database() {
    let db = Db::small();
    let spare = SpareFile::of(&db.path);
    spare.create().unwrap();
    let size = std::fs::metadata(spare.path()).unwrap().len();
    assert_eq!(size, 32 << 20);
    assert!(spare.release().unwrap());
}
