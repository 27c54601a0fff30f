//! What a person is told when the file is not what it should be, and that nothing is lost meanwhile.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use ovop::register::Register;
use ovop::store::{Error, Store};
use ovop::strings::{Lang, Strings};

use super::processes::{Worker, worker};
use super::support::*;

/// The sentence names the file and speaks both languages.
fn told(error: &Error, path: &Path) -> String {
    let id = error.say(Strings::of(Lang::Id));
    let en = error.say(Strings::of(Lang::En));
    let path = path.display().to_string();
    assert!(id.contains(&path) && en.contains(&path), "{id}\n{en}");
    assert_ne!(id, en);
    assert!(id.ends_with('.') && en.ends_with('.'), "{id}\n{en}");
    id
}

fn opening(path: &Path) -> Error {
    Store::open(path, nov(30)).expect_err("opened")
}

/// The place of a file in a fresh folder, free of links on the way.
fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("x.db");
    (folder, path)
}

#[test]
fn a_file_that_is_not_there() {
    let (_folder, path) = place();
    let error = opening(&path);
    assert!(matches!(error, Error::NotFound(_)));
    assert!(told(&error, &path).contains("tidak ada"));
    let error = opening(&path.join("deeper/x.db"));
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    assert!(!path.exists(), "opening makes nothing");
}

#[test]
fn something_else_than_a_file() {
    let (folder, path) = place();
    let error = opening(folder.path());
    assert!(matches!(error, Error::NotAFile(_)), "{error:?}");

    let db = Db::small();
    symlink(&db.path, &path).unwrap();
    let error = opening(&path);
    assert!(matches!(error, Error::Symlink(_)), "{error:?}");
    assert!(told(&error, &path).contains("symlink"));

    // A link in the folder's path is the system's business.
    let way = folder.path().join("way");
    symlink(db.folder.path(), &way).unwrap();
    assert_eq!(
        Store::open(&way.join("ovop.db"), nov(30))
            .unwrap()
            .last_seq()
            .unwrap(),
        0
    );
}

#[test]
fn a_path_is_never_read_as_a_uri() {
    let (_folder, path) = place();
    for odd in ["file:x.db?mode=memory", ":memory:"] {
        let error = opening(&path.with_file_name(odd));
        assert!(matches!(error, Error::NotFound(_)), "{odd}: {error:?}");
    }
}

#[test]
fn a_file_of_another_kind() {
    let (_folder, path) = place();
    for bytes in [&b""[..], b"catatan rapat\n", &[0; 8192]] {
        fs::write(&path, bytes).unwrap();
        let error = opening(&path);
        assert!(
            matches!(error, Error::Foreign(_)),
            "{} bytes: {error:?}",
            bytes.len()
        );
        assert!(told(&error, &path).contains("bukan basis data ovop"));
        assert_eq!(
            fs::read(&path).unwrap(),
            bytes,
            "nothing was written into it"
        );
    }
    fs::write(&path, b"").unwrap();
    raw(&path)
        .execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1);")
        .unwrap();
    assert!(matches!(opening(&path), Error::Foreign(_)));
}

#[test]
fn a_database_of_a_newer_version() {
    let db = Db::small();
    let mut open = db.open();
    act(&mut open, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    open.within_reach().unwrap();
    db.raw().pragma_update(None, "user_version", 99).unwrap();
    // By this the keeper knows that it is over.
    assert!(matches!(open.within_reach(), Err(Error::Newer { .. })));
    let error = opening(&db.path);
    assert!(matches!(error, Error::Newer { found: 99, .. }), "{error:?}");
    assert!(told(&error, &db.path.canonicalize().unwrap()).contains("lebih baru"));

    // A program that was running meanwhile goes on reading, and writes nothing any more.
    assert_eq!(
        open.card(&village(0))
            .unwrap()
            .unwrap()
            .village
            .potentials
            .len(),
        1
    );
    let error = act(&mut open, 2, request(0, note("x"), 5)).unwrap_err();
    assert!(matches!(error, Error::Newer { found: 99, .. }), "{error:?}");
    let error = open
        .undo(&stamp(3, "maria"), uuid::Uuid::from_u128(1))
        .unwrap_err();
    assert!(matches!(error, Error::Newer { .. }), "{error:?}");
    assert!(matches!(
        open.rebuild("maria", nov(30)),
        Err(Error::Newer { .. })
    ));
    assert_eq!(open.last_seq().unwrap(), 1);
}

#[test]
fn a_database_that_only_newer_programs_may_write_to() {
    let db = Db::small();
    let mut open = db.open();
    db.raw()
        .execute("UPDATE meta SET min_writer = 7", [])
        .unwrap();
    assert!(matches!(open.within_reach(), Err(Error::Newer { .. })));
    let error = act(&mut open, 1, request(0, note("x"), 5)).unwrap_err();
    assert!(matches!(error, Error::Newer { found: 7, .. }), "{error:?}");
}

/// Whoever has the old file open would write into what is no record any more, and SQLite would not notice.
#[test]
fn a_database_that_was_replaced_under_a_running_program() {
    let db = Db::small();
    let mut open = db.open();
    act(&mut open, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    let aside = db.path.with_file_name("lama.db");
    fs::rename(&db.path, &aside).unwrap();
    let error = act(&mut open, 2, request(0, note("x"), 5)).unwrap_err();
    assert!(
        matches!(error, Error::Replaced(_)),
        "nothing there: {error:?}"
    );
    create(&db.path, &small_register(), Vec::new()).unwrap_err();
    fs::rename(
        db.path.with_file_name("ovop.db-wal"),
        aside.with_file_name("lama.db-wal"),
    )
    .unwrap();
    fs::rename(
        db.path.with_file_name("ovop.db-shm"),
        aside.with_file_name("lama.db-shm"),
    )
    .unwrap();
    create(&db.path, &small_register(), Vec::new()).unwrap();
    let error = act(&mut open, 2, request(0, note("x"), 5)).unwrap_err();
    assert!(matches!(error, Error::Replaced(_)), "another: {error:?}");
    let path = db.path.canonicalize().unwrap();
    assert!(told(&error, &path).contains("diganti berkas lain"));
    assert!(matches!(open.within_reach(), Err(Error::Replaced(_))));
    assert!(
        open.undo(&stamp(3, "maria"), uuid::Uuid::from_u128(1))
            .is_err()
    );
    assert_eq!(open.last_seq().unwrap(), 1, "it is still shown");
    assert_eq!(db.open().last_seq().unwrap(), 0);
}

#[test]
fn a_damaged_database() {
    let db = Db::small();
    let mut store = db.open();
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    drop(store);
    let whole = fs::read(&db.path).unwrap();

    fs::write(&db.path, &whole[..whole.len() / 2]).unwrap();
    let error = opening(&db.path);
    assert!(matches!(error, Error::Damaged { .. }), "{error:?}");
    let said = told(&error, &db.path.canonicalize().unwrap());
    assert!(
        said.contains("rusak") && said.contains("cadangan"),
        "{said}"
    );

    let mut holed = whole.clone();
    for page in holed.chunks_mut(4096).skip(8) {
        page.fill(0x5a);
    }
    fs::write(&db.path, &holed).unwrap();
    match Store::open(&db.path, nov(30)).and_then(|store| store.check(nov(30))) {
        Ok(health) => assert!(!health.complaints.is_empty()),
        Err(error) => assert!(matches!(error, Error::Damaged { .. }), "{error:?}"),
    }

    fs::write(&db.path, &whole).unwrap();
    db.raw()
        .pragma_update(None, "journal_mode", "DELETE")
        .unwrap();
    assert!(
        matches!(opening(&db.path), Error::Damaged { .. }),
        "not as this program left it"
    );
}

#[test]
fn a_summary_that_does_not_follow_from_the_log_is_found_and_put_right() {
    let db = Db::small();
    let mut store = db.open();
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    let right = store.tally(None).unwrap();
    db.raw()
        .execute_batch(
            "UPDATE summary SET decision = 3, stage = 9 WHERE ord = 4;
             UPDATE summary SET product = 'x' WHERE ord = 5;
             UPDATE tally SET n = n + 1 WHERE region = '53.04';",
        )
        .unwrap();
    let health = store.check(nov(30)).unwrap();
    assert!(!health.is_sound());
    assert_eq!(health.wrong_villages, [village(4), village(5)]);
    assert!(
        health.wrong_totals.contains(&"53.04".to_owned()),
        "{health:?}"
    );
    assert_eq!(store.rebuild("maria", nov(30)).unwrap(), 2);
    assert!(store.check(nov(30)).unwrap().is_sound());
    assert_eq!(store.tally(None).unwrap(), right);
}

#[test]
fn making_a_database_where_something_lies() {
    let (_folder, path) = place();
    fs::write(&path, "penting").unwrap();
    let error = create(&path, &small_register(), Vec::new()).unwrap_err();
    assert!(matches!(error, Error::Exists(_)), "{error:?}");
    told(&error, &path);
    assert_eq!(fs::read_to_string(&path).unwrap(), "penting");
    fs::remove_file(&path).unwrap();

    symlink("nowhere", &path).unwrap();
    assert!(matches!(
        create(&path, &small_register(), Vec::new()),
        Err(Error::Exists(_))
    ));
    fs::remove_file(&path).unwrap();

    // The journal of a database that was deleted alone would be played into the new one.
    let wal = path.with_file_name("x.db-wal");
    fs::write(&wal, "sisa").unwrap();
    let error = create(&path, &small_register(), Vec::new()).unwrap_err();
    assert!(matches!(error, Error::Leftover(_)), "{error:?}");
    told(&error, &wal);
    fs::remove_file(&wal).unwrap();

    create(&path, &small_register(), Vec::new()).unwrap();
    assert_eq!(
        fs::read_dir(path.parent().unwrap()).unwrap().count(),
        1,
        "no drafts are left"
    );
}

/// What the worker says of a file that the permission bits keep from it.
#[test]
fn files_and_folders_that_may_not_be_used() {
    for (file, folder, words) in [
        (0o000, 0o755, "tidak boleh dibaca"),
        (0o444, 0o777, "tidak boleh ditulis"),
        (0o666, 0o555, "tidak boleh ditulis"),
    ] {
        let db = Db::small();
        let set = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap()
        };
        set(&db.path, file);
        set(db.folder.path(), folder);
        let Some(said) = worker(Worker::Open, &db.path).by_stranger().said() else {
            eprintln!("skipped: this account cannot become another one");
            return;
        };
        set(db.folder.path(), 0o755);
        assert!(said.contains(words), "{file:o} in {folder:o}: {said}");
        assert!(said.contains("ovop.db"), "{said}");
    }
}

#[test]
fn a_full_disk_loses_nothing_and_is_named() {
    let db = Db::with(&Register::built_in().unwrap(), Vec::new());
    let size = fs::metadata(&db.path).unwrap().len();
    let said = worker(Worker::Fill, &db.path)
        .with_files_up_to(size / 512 + 400)
        .said()
        .expect("a shell with ulimit");
    let (kept, sentence) = said.split_once(' ').unwrap();
    let kept: i64 = kept.parse().unwrap();
    assert!(kept > 5, "{said}");
    assert!(sentence.contains("penuh"), "{said}");

    let mut store = db.open();
    assert_eq!(
        store.last_seq().unwrap(),
        kept,
        "what was acknowledged, and nothing else"
    );
    assert!(store.check(nov(30)).unwrap().is_sound());
    act(&mut store, 1, {
        let mut request = request(0, note("ada tempat lagi"), 5);
        request.village = Register::built_in().unwrap().villages[0].code.clone();
        request
    })
    .unwrap();
}

#[test]
fn whoever_holds_the_lock_too_long_is_waited_for_ten_seconds() {
    let db = Db::small();
    let mut store = db.open();
    let raw = db.raw();
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    let start = std::time::Instant::now();
    let error = act(&mut store, 1, request(0, note("x"), 5)).unwrap_err();
    assert!(matches!(error, Error::Busy(_)), "{error:?}");
    assert!(told(&error, &db.path.canonicalize().unwrap()).contains("10 detik"));
    assert!(
        (9..13).contains(&start.elapsed().as_secs()),
        "{:?}",
        start.elapsed()
    );
    raw.execute_batch("COMMIT").unwrap();
    act(&mut store, 1, request(0, note("x"), 5)).unwrap();
}
