//! Databases of the first schema, and summaries that follow other rules: right after the next opening, whoever opens.

use std::fs;
use std::path::Path;
use std::process::Child;
use std::time::Duration;

use ovop::domain::attention::Reason;
use ovop::domain::event::Event;
use ovop::domain::gate::Category;
use ovop::domain::list::{Filter, From, Row, Sort, Summary};
use ovop::domain::stage::Decision;
use ovop::store::Store;
use rusqlite::{Connection, params};

use super::processes::{Worker, finished, worker};
use super::support::*;

const FIRST: &str = include_str!("../../assets/migrations/0001_log.sql");
const ORIGIN: &str = "0193a000-0000-7000-8000-000000000001";
/// Days from the beginning of our era to 5 November 2025.
const FIFTH: i64 = 739_560;

/// A database as the first version of the program left it: village 0 has a product, village 1 a potential.
pub fn old_database(path: &Path) {
    fs::write(path, "").unwrap();
    let conn = raw(path);
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    conn.pragma_update(None, "application_id", 0x6f76_6f70)
        .unwrap();
    conn.execute_batch(FIRST).unwrap();
    conn.pragma_update(None, "user_version", 1).unwrap();
    let register = small_register();
    conn.execute(
        "INSERT INTO meta VALUES (1, ?1, '2025-11-01T00:00:00Z', ?2, 9, 5, 1)",
        [ORIGIN, &register.digest()],
    )
    .unwrap();
    for (at, kecamatan) in register.kecamatan.iter().enumerate() {
        let within = |v: &&ovop::register::VillageEntry| v.code.kecamatan() == kecamatan.code;
        let first = register.villages.iter().position(|v| within(&v)).unwrap();
        let n = register.villages.iter().filter(within).count();
        conn.execute(
            "INSERT INTO region VALUES (?1, ?2, substr(?1, 1, 5), ?3, ?4)",
            params![
                kecamatan.code,
                kecamatan.name,
                first as i64,
                (first + n) as i64
            ],
        )
        .unwrap();
        for ord in first..first + n {
            let v = &register.villages[ord];
            conn.execute(
                "INSERT INTO village VALUES (?1, ?2, ?3, ?4, substr(?4, 1, 5))",
                params![ord as i64, v.code.as_str(), v.name, kecamatan.code],
            )
            .unwrap();
            conn.execute(
                "INSERT INTO summary (ord, name_rank, kecamatan_number) VALUES (?1, ?1, ?2)",
                [ord as i64, at as i64],
            )
            .unwrap();
        }
    }
    conn.execute_batch(
        "INSERT INTO region VALUES ('53.04', 'Kabupaten Belu', '', 0, 5), ('53.21', 'Kabupaten Malaka', '', 5, 9);",
    )
    .unwrap();
    old_events(&conn);
}

/// What was recorded, and the summaries that the first version kept of it.
fn old_events(conn: &Connection) {
    let potential = |id: u32| {
        format!(
            r#"{{"potential":"00000000-0000-0000-0000-{id:012}","name":"kopi","group":"perkebunan","source":{{"type":"field"}}}}"#
        )
    };
    let chosen = r#"{"potential":"00000000-0000-0000-0000-000000000001","product":"kopi bubuk","group":"perkebunan","forum":"penunjukan-kabupaten","minutes":"02/BA/2025"}"#;
    let declared = r#"{"to":"dipasarkan","basis":"terjual di pasar"}"#;
    for (n, village_no, kind, aspect, body) in [
        (1, 0, "potential.recorded", "potentials", potential(1)),
        (2, 0, "product.chosen", "decision", chosen.to_owned()),
        (3, 0, "stage.declared", "stage", declared.to_owned()),
        (4, 1, "potential.recorded", "potentials", potential(2)),
    ] {
        conn.execute(
            "INSERT INTO event (id, stream, kind, aspect, body, occurred_on, recorded_at, actor, origin, batch)
             VALUES (?1, ?2, ?3, ?4, ?5, '2025-11-05', '2025-11-05T03:00:00.000000000Z', 'maria', ?6, ?7)",
            params![
                format!("0193a000-0000-7000-8000-0000000001{n:02}"),
                village(village_no).as_str(),
                kind,
                aspect,
                body,
                ORIGIN,
                format!("0193a000-0000-7000-8000-0000000002{n:02}"),
            ],
        )
        .unwrap();
    }
    conn.execute(
        "UPDATE summary SET decision = 2, stage = 4, product = 'kopi bubuk', potentials = 1, first_potential = 'kopi',
             since = ?1, latest = ?1, last_seq = 3 WHERE ord = 0",
        [FIFTH],
    )
    .unwrap();
    conn.execute(
        "UPDATE summary SET decision = 1, potentials = 1, first_potential = 'kopi', since = ?1, latest = ?1,
             last_seq = 4 WHERE ord = 1",
        [FIFTH],
    )
    .unwrap();
    for region in ["''", "v.regency", "v.kecamatan"] {
        let sql = format!(
            "INSERT INTO tally SELECT {region}, s.cell, count(*) FROM summary s JOIN village v USING (ord) GROUP BY 1, 2"
        );
        conn.execute(&sql, []).unwrap();
    }
}

fn rows(store: &Store, reason: Option<Reason>) -> Vec<Row> {
    let filter = Filter {
        reason: reason.map(|reason| (reason, nov(30))),
        ..Filter::default()
    };
    let page = store
        .page(&filter, Sort::Register, From::Start, 99)
        .unwrap();
    assert_eq!(store.count(&filter).unwrap() as usize, page.rows.len());
    page.rows
}

fn is_right(store: &Store) {
    let health = store.check(nov(30)).unwrap();
    assert!(health.is_sound(), "{health:?}");
    let rows = rows(store, None);
    for row in &rows {
        let card = store.card(&row.place.code).unwrap().unwrap();
        assert_eq!(row.summary, Summary::of(&card.village, rules()));
    }
    assert_eq!(rows[0].summary.decision, Decision::Chosen);
    assert_eq!(rows[0].summary.category, Some(Category::ProcessedFood));
}

fn number(conn: &Connection, sql: &str) -> i64 {
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_database_of_the_first_schema_is_brought_up_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ovop.db");
    old_database(&path);
    let mut store = open(&path);
    is_right(&store);
    assert_eq!(store.last_seq().unwrap(), 4);
    assert_eq!(store.tally(None).unwrap().decisions, [7, 1, 1, 0]);
    assert_eq!(rows(&store, Some(Reason::Unpackaged)).len(), 1);
    assert_eq!(rows(&store, Some(Reason::NoNextAction)).len(), 1);

    act(&mut store, 1, request(0, plan(1, nov(20)), 6)).unwrap();
    assert_eq!(rows(&store, Some(Reason::NoNextAction)).len(), 0);
    assert_eq!(rows(&store, Some(Reason::Overdue)).len(), 1);
    is_right(&store);
}

#[test]
fn a_program_that_knows_the_first_schema_alone_may_not_write_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ovop.db");
    old_database(&path);
    assert_eq!(number(&raw(&path), "SELECT min_writer FROM meta"), 1);
    open(&path);
    // It looks at both before it writes, and at the first before it opens.
    assert_eq!(number(&raw(&path), "PRAGMA user_version"), 6);
    assert_eq!(number(&raw(&path), "SELECT min_writer FROM meta"), 6);
}

#[test]
fn eight_programs_at_once_bring_an_old_database_up() {
    for round in 0..6 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ovop.db");
        old_database(&path);
        let all: Vec<Child> = (0..8)
            .map(|_| worker(Worker::Join, &path).start())
            .collect();
        std::thread::sleep(Duration::from_millis(60));
        fs::write(folder.path().join("go"), "").unwrap();
        for child in all {
            assert_eq!(finished(child).as_deref(), Some("joined"), "round {round}");
        }
        let store = open(&path);
        is_right(&store);
        assert_eq!(store.last_seq().unwrap(), 12);
        let present = store.after(4).unwrap();
        assert!(present.iter().all(|e| matches!(e.event, Event::Noted(_))));
    }
}

#[test]
fn summaries_by_other_rules_are_worked_out_anew_by_whoever_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ovop.db");
    old_database(&path);
    drop(open(&path));
    other_rules(&path);
    let store = open(&path);
    is_right(&store);
    let version: String = raw(&path)
        .query_row("SELECT rules FROM meta", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, rules().version);
}

#[test]
fn summaries_by_other_rules_are_worked_out_anew_by_whoever_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ovop.db");
    old_database(&path);
    // Open since before the day on which the rules changed.
    let mut store = open(&path);
    other_rules(&path);
    assert!(!store.check(nov(30)).unwrap().is_sound());
    act(&mut store, 1, request(5, note("hadir"), 5)).unwrap();
    is_right(&store);

    other_rules(&path);
    store
        .undo(&stamp(2, "maria"), uuid::Uuid::from_u128(1))
        .unwrap();
    is_right(&store);
}

/// As if what is verified had been worked out by rules that asked for less.
fn other_rules(path: &Path) {
    raw(path)
        .execute_batch(
            "UPDATE meta SET rules = '2019-1';
             UPDATE summary SET holds_1 = 2147483647, holds_2 = 2147483647 WHERE ord = 0;",
        )
        .unwrap();
}

#[test]
fn a_program_that_may_only_read_leaves_the_summaries_as_they_are() {
    let db = Db::small();
    db.raw()
        .execute_batch("UPDATE meta SET rules = '2019-1', min_writer = 7")
        .unwrap();
    let store = db.open();
    assert_eq!(store.tally(None).unwrap().villages(), 9);
    let kept = number(&db.raw(), "SELECT rules = '2019-1' FROM meta");
    assert_eq!(kept, 1);
}
