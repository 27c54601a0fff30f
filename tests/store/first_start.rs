//! A new database: what stands in it before anybody has done anything.

use std::os::unix::fs::PermissionsExt;

use ovop::domain::list::{DecisionIs, Filter, From, Sort};
use ovop::domain::stage::Decision;
use ovop::register::{Register, known};
use ovop::store::{LogQuery, Setup, Store};

use super::support::{Db, nov, stamp};

fn belu_and_malaka() -> Db {
    let register = Register::built_in().unwrap();
    let first = known::potentials(&register, nov(30)).unwrap();
    Db::with(&register, first)
}

#[test]
fn it_has_208_villages_of_which_78_have_a_known_potential() {
    let db = belu_and_malaka();
    let store = db.open();
    let total = store.tally(None).unwrap();
    assert_eq!(total.villages(), 208);
    assert_eq!(total.decision(Decision::NotSurveyed), 130);
    assert_eq!(total.decision(Decision::Undecided), 78);
    assert_eq!(total.without_product(), 208);

    let regencies = store.regencies().unwrap();
    let shown: Vec<_> = regencies
        .iter()
        .map(|r| (r.name.as_str(), r.tally.villages()))
        .collect();
    assert_eq!(shown, [("Kabupaten Belu", 81), ("Kabupaten Malaka", 127)]);
    assert_eq!(store.kecamatan("53.04").unwrap().len(), 12);
    assert_eq!(store.kecamatan("53.21").unwrap().len(), 12);
    assert_eq!(store.kecamatan("99.99").unwrap(), []);
    assert_eq!(store.region_count().unwrap(), 26);
    assert!(store.check(nov(30)).unwrap().is_sound());
}

#[test]
fn what_it_starts_with_stands_in_the_log_as_one_batch() {
    let db = belu_and_malaka();
    let store = db.open();
    assert_eq!(store.last_seq().unwrap(), 110);
    let latest = store
        .log(&LogQuery {
            limit: 200,
            ..LogQuery::default()
        })
        .unwrap()
        .events;
    assert_eq!(latest.len(), 110);
    assert_eq!((latest[0].seq, latest[109].seq), (110, 1));
    assert!(latest.iter().all(|e| e.batch == latest[0].batch));
    assert!(latest.iter().all(|e| e.origin == store.origin()));
}

#[test]
fn its_file_is_for_its_owner_alone() {
    let db = belu_and_malaka();
    let health = db.open().check(nov(30)).unwrap();
    assert_eq!(health.file.mode, 0o600);
    assert_eq!(health.journal, "wal");
    assert_eq!(
        (health.villages, health.events, health.unknown),
        (208, 110, 0)
    );
    let left: Vec<_> = std::fs::read_dir(db.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains(".new-"))
        .collect();
    assert_eq!(left, [] as [&str; 0]);
}

#[test]
fn a_missing_folder_is_made_for_its_owner_alone() {
    let db = Db::small();
    let path = db.folder.path().join("data/ovop/x.db");
    super::support::create(&path, &super::support::small_register(), Vec::new()).unwrap();
    for folder in ["data", "data/ovop"] {
        let mode = std::fs::metadata(db.folder.path().join(folder))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700, "{folder}");
    }
}

#[test]
fn villages_are_found_through_the_store_as_through_the_register() {
    let db = belu_and_malaka();
    let store = db.open();
    let first = |typed: &str| {
        let hits = store.search(typed, 10).unwrap();
        let hit = hits.first().unwrap_or_else(|| panic!("{typed}"));
        (
            hit.place.name.clone(),
            hit.place.kecamatan.clone(),
            hit.exact,
        )
    };
    assert_eq!(
        first("lakekun"),
        ("Lakekun".into(), "Kobalima".into(), true)
    );
    assert_eq!(first("Bianeno").0, "Beaneno");
    assert_eq!(first("lkkn").0, "Lakekun");
    assert_eq!(
        first("5304121001"),
        ("Kota Atambua".into(), "Kota Atambua".into(), true)
    );
    assert_eq!(store.search("", 10).unwrap(), []);
    assert_eq!(store.search("lak", 2).unwrap().len(), 2);
}

#[test]
fn regions_are_found_by_name_and_code() {
    let db = belu_and_malaka();
    let store = db.open();
    let found = |text: &str| -> Vec<String> {
        let regions = store.find_region(text).unwrap();
        regions.into_iter().map(|r| r.code).collect()
    };
    assert_eq!(found("belu"), ["53.04"]);
    assert_eq!(found("KABUPATEN BELU"), ["53.04"]);
    assert_eq!(
        found("malaka"),
        ["53.21"],
        "an exact name before those that begin with it"
    );
    assert_eq!(found("53.04.12"), ["53.04.12"]);
    assert_eq!(found("5321"), ["53.21"]);
    assert_eq!(found("kota-atambua"), ["53.04.12"]);
    assert_eq!(found("malaka t"), ["53.21.01", "53.21.09"]);
    assert_eq!(found("nowhere"), [] as [&str; 0]);
    assert_eq!(found(" "), [] as [&str; 0]);
}

#[test]
fn a_list_shows_what_is_known_and_where_it_ends() {
    let db = belu_and_malaka();
    let store = db.open();
    let filter = Filter {
        region: Some("53.04.01".into()),
        decision: Some(DecisionIs::Exactly(Decision::Undecided)),
        stage: None,
        reason: None,
        query: None,
    };
    let total = store.count(&filter).unwrap();
    let page = store
        .page(&filter, Sort::Register, From::Start, 50)
        .unwrap();
    assert_eq!(page.rows.len(), total as usize);
    assert!(page.at_start && page.at_end);
    let kewar = &page.rows[0];
    assert_eq!(kewar.place.name, "Kewar");
    assert_eq!(kewar.place.regency, "Kabupaten Belu");
    assert_eq!(kewar.summary.potentials, 3);
    assert_eq!(
        kewar.summary.first_potential.as_deref(),
        Some("kain tais (tenun)")
    );
}

#[test]
fn a_page_around_a_village_has_it_in_the_middle_and_stays_full_at_the_ends() {
    let db = belu_and_malaka();
    let store = db.open();
    let page = |ord, n| {
        let page = store.page(&Filter::default(), Sort::Register, From::Around(ord), n);
        let page = page.unwrap();
        let ords: Vec<u32> = page.rows.iter().map(|row| row.place.ord).collect();
        (ords, page.at_start, page.at_end)
    };
    assert_eq!(page(100, 5), (vec![98, 99, 100, 101, 102], false, false));
    assert_eq!(page(1, 5), (vec![0, 1, 2, 3, 4], true, false));
    assert_eq!(page(206, 5), (vec![203, 204, 205, 206, 207], false, true));
    assert_eq!(
        page(9_999, 2),
        (vec![0, 1], true, false),
        "not in the register"
    );
    // Where the village is not in the list, its place is.
    let chosen = Filter {
        decision: Some(DecisionIs::Exactly(Decision::Undecided)),
        ..Filter::default()
    };
    let all = store
        .page(&chosen, Sort::Register, From::Start, 300)
        .unwrap();
    let missing = (1..207)
        .find(|ord| all.rows.iter().all(|row| row.place.ord != *ord))
        .unwrap();
    let around = store
        .page(&chosen, Sort::Register, From::Around(missing), 4)
        .unwrap();
    assert!(around.rows.iter().any(|row| row.place.ord < missing));
    assert!(around.rows.iter().any(|row| row.place.ord > missing));
}

#[test]
fn what_a_killed_maker_left_is_removed_and_a_living_ones_draft_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut gone = std::process::Command::new("true").spawn().unwrap();
    gone.wait().unwrap();
    let file = |pid: u32, rest: &str| folder.path().join(format!("a.db.new-{pid}-00ff{rest}"));
    let left = [file(gone.id(), ""), file(gone.id(), "-journal")];
    let living = file(std::process::id(), "");
    for path in left.iter().chain([&living]) {
        std::fs::write(path, "half").unwrap();
    }
    let register = Register::built_in().unwrap();
    let setup = Setup {
        register: &register,
        first: Vec::new(),
        stamp: stamp(1, "maria"),
    };
    Store::create(&folder.path().join("a.db"), &setup).unwrap();
    assert!(left.iter().all(|path| !path.exists()));
    assert!(living.exists());
}
