//! Training: made-up data that is the same each time, always says so, and never meets a record.

use serde_json::Value;

use crate::support::Home;

const MARK: &str = "LATIHAN - data karangan\n";
const ON: &str = "2026-11-24";

/// `ovop demo` on a fixed day.
fn demo<'a>(command: &[&'a str]) -> Vec<&'a str> {
    [&["demo", "--on", ON], command].concat()
}

fn json(home: &Home, command: &[&str]) -> Value {
    home.json(&demo(command))
}

/// What lies among the temporary files of this home.
fn left(home: &Home) -> usize {
    std::fs::read_dir(home.path("tmp")).unwrap().count()
}

/// A home with a folder of its own for temporary files.
fn home() -> Home {
    let home = Home::new();
    std::fs::create_dir(home.path("tmp")).unwrap();
    home
}

#[test]
fn the_same_day_gives_the_same_answers_and_leaves_nothing_behind() {
    let home = home();
    let run = |args: &[&str]| {
        let mut command = home.command();
        command.env("TMPDIR", home.path("tmp")).args(demo(args));
        crate::support::said(command.output().unwrap())
    };
    for command in [
        &["list", "--json"][..],
        &["log", "--last", "100000", "--json"],
        &["show", "Fulur", "--json"],
        &["attention", "--json"],
    ] {
        let (one, other) = (run(command), run(command));
        assert_eq!(one.code, 0, "{one:?}");
        assert!(one.out.len() > 200, "{one:?}");
        assert_eq!(one.out, other.out, "{command:?}");
    }
    assert_eq!(left(&home), 0);
    assert!(!home.database().exists(), "no record was made");
}

#[test]
fn another_day_moves_the_record_with_it() {
    let home = Home::new();
    let list = home.json(&["demo", "--on", "2025-06-01", "list", "--json"]);
    for village in list.as_array().unwrap() {
        let latest = village["latest"].as_str().unwrap_or("2025-01-01");
        assert!(("2023-06-01".."2025-06-01").contains(&latest), "{village}");
    }
    home.fails(2, &["demo", "--on", "kapan", "list"]);
}

#[test]
fn every_village_stands_somewhere_and_the_sums_are_equal() {
    let home = Home::new();
    let status = json(&home, &["status", "--json"]);
    let total = &status;
    assert_eq!(total["villages"], 208);
    let n = |value: &Value, key: &str| value[key].as_u64().unwrap();
    assert_eq!(n(total, "no_product"), n(total, "K0") + n(total, "K1"));
    let all: u64 = ["K0", "K1", "K2", "K3"].iter().map(|k| n(total, k)).sum();
    assert_eq!(all, 208);
    let list = json(&home, &["list", "--json"]);
    let list = list.as_array().unwrap();
    for decision in ["K0", "K1", "K2", "K3"] {
        let listed = list.iter().filter(|v| v["decision"] == decision).count();
        assert_eq!(listed as u64, n(total, decision), "{decision}");
        assert!(listed >= 20, "{decision}: {listed}");
    }
    for stage in ["potensi", "diolah", "dikemas", "dipasarkan"] {
        let listed = list.iter().filter(|v| v["stage"] == stage).count();
        assert_eq!(listed as u64, n(&total["stages"], stage), "{stage}");
        assert!(listed >= 8, "{stage}: {listed}");
    }
    let reasons = json(&home, &["attention", "--json"]);
    for (reason, count) in reasons["reasons"].as_object().unwrap() {
        assert!(count.as_u64().unwrap() > 0, "{reason}");
    }
}

#[test]
fn doctor_finds_a_sound_training_database() {
    let home = Home::new();
    let found = json(&home, &["doctor", "--json"]);
    assert_eq!(found["database"]["sound"], true, "{found}");
    assert_eq!(found["database"]["training"], true);
    assert_eq!(found["database"]["unknown_events"], 0);
    let said = home.ok(&demo(&["doctor"])).out;
    assert!(said.contains("Basis data latihan: 208"), "{said}");
    home.ok(&["init"]);
    let own = home.json(&["doctor", "--json"]);
    assert_eq!(own["database"]["training"], false);
}

#[test]
fn every_text_begins_with_the_mark_in_the_language_asked_for() {
    let home = Home::new();
    for command in [
        &["status"][..],
        &["list"],
        &["show", "Fulur"],
        &["check", "Fulur"],
        &["log"],
        &["attention"],
        &["attention", "--reason", "lewat"],
        &["board"],
        &["gates"],
        &["action", "list"],
        &["doctor"],
        &["keys"],
        &["manual"],
        &["help"],
        &["list", "--help"],
        &["note", "Fulur", "dicoba"],
        &["potential", "add", "Fulur", "batu akik"],
    ] {
        let said = home.ok(&demo(command));
        assert!(said.out.starts_with(MARK), "{command:?}: {said:?}");
        assert_eq!(said.out.matches(MARK).count(), 1, "{command:?}");
        assert!(said.err.is_empty(), "{command:?}: {said:?}");
        let english = home.ok(&demo(&[command, &["--lang", "en"]].concat())).out;
        assert!(
            english.starts_with("TRAINING - made-up data\n"),
            "{english}"
        );
    }
    for (code, command) in [
        (4, &["show", "Nowhere"][..]),
        (2, &["lst"]),
        (2, &["demo"]),
        (2, &["man"]),
        (2, &["init"]),
        (5, &["note", "Fulur", " "]),
    ] {
        let said = home.fails(code, &demo(command));
        assert!(said.err.starts_with(&format!("ovop: {MARK}")), "{said:?}");
    }
}

#[test]
fn every_table_and_object_for_machines_says_training() {
    let home = Home::new();
    for command in [
        &["status", "--json"][..],
        &["list", "--json"],
        &["show", "Fulur", "--json"],
        &["check", "Fulur", "--json"],
        &["log", "--json"],
        &["attention", "--json"],
        &["board", "--json"],
        &["gates", "--json"],
        &["action", "list", "--json"],
        &["doctor", "--json"],
        &["keys", "--json"],
        &["note", "Fulur", "dicoba", "--json"],
    ] {
        match json(&home, command) {
            Value::Array(all) => {
                assert!(!all.is_empty(), "{command:?}");
                assert!(all.iter().all(|one| one["training"] == true), "{command:?}");
            }
            one => assert_eq!(one["training"], true, "{command:?}"),
        }
    }
    let table = home.ok(&demo(&["list", "--format", "csv"])).out;
    assert!(table.starts_with("training,code,name,"), "{table}");
    assert!(
        table
            .lines()
            .skip(1)
            .all(|line| line.starts_with("true,53."))
    );
    assert_eq!(table.lines().count(), 209);
    // A record says nothing of the kind.
    assert!(home.json(&["status", "--json"])["training"].is_null());
    let table = home.ok(&["list", "--format", "csv"]).out;
    assert!(table.starts_with("code,name,"), "{table}");
}

#[test]
fn a_kept_training_is_shared_and_never_opened_as_a_record() {
    let home = Home::new();
    let keep = ["demo", "--on", ON, "--keep", "kelas.db"];
    let said = home.ok(&[&keep[..], &["note", "Fulur", "dari meja satu"]].concat());
    assert!(
        said.err.starts_with("Basis data latihan baru dibuat: "),
        "{said:?}"
    );
    let said = home.ok(&[&keep[..], &["show", "Fulur"]].concat());
    assert!(said.out.contains("dari meja satu"), "{said:?}");
    assert_eq!(said.err, "", "it was there");
    for command in [
        &["status"][..],
        &["note", "Fulur", "sungguhan"],
        &["doctor"],
    ] {
        let said = home.fails(1, &[&["--db", "kelas.db"], command].concat());
        assert!(said.err.contains("ovop demo --keep"), "{said:?}");
    }
    let said = home.fails(1, &["init", "--db", "kelas.db"]);
    assert!(said.err.contains("kelas.db"), "{said:?}");
    let said = home.ok(&["demo", "--keep", "lain.db", "init"]);
    assert!(said.out.starts_with(MARK), "{said:?}");
    home.fails(1, &["status", "--db", "lain.db"]);
}

#[test]
fn a_record_is_never_opened_as_training() {
    let home = Home::new();
    home.ok(&["note", "Fulur", "sungguhan"]);
    let before = home.ok(&["log", "--json"]).out;
    let path = home.database();
    let file = path.to_str().unwrap();
    for command in [&["status"][..], &["note", "Fulur", "karangan"], &["doctor"]] {
        let said = home.fails(1, &[&["demo", "--keep", file], command].concat());
        assert!(said.err.contains("basis data sungguhan"), "{said:?}");
    }
    home.fails(1, &["demo", "--keep", file, "init"]);
    for words in [
        &["--db", file, "demo", "status"][..],
        &["demo", "--db", file, "status"],
        &["demo", "status", "--db", file],
    ] {
        let said = home.fails(2, words);
        assert!(said.err.contains("--keep"), "{said:?}");
    }
    assert_eq!(home.ok(&["log", "--json"]).out, before);
}

#[test]
fn there_are_meetings_to_train_with_and_an_event_with_its_guests() {
    let home = Home::new();
    let meetings = json(&home, &["meeting", "list", "--json"]);
    let phases: Vec<_> = meetings
        .as_array()
        .unwrap()
        .iter()
        .map(|m| (m["phase"].as_str().unwrap(), m["day"].as_str().unwrap()))
        .collect();
    assert_eq!(phases[0], ("siap", ON));
    assert_eq!(
        (phases.len(), phases[1].0, phases[2].0),
        (3, "final", "final")
    );
    let promises = json(&home, &["meeting", "promises", "--json"]);
    let fate = |fate: &str| {
        let all = promises.as_array().unwrap().iter();
        all.filter(|p| p["fate"] == fate).count()
    };
    assert!(fate("kept") > 0 && fate("late") > 0, "{promises}");
    let long = promises.as_array().unwrap().iter();
    assert!(
        long.map(|p| p["links"].as_array().unwrap().len()).max() > Some(1),
        "one goes on with another: {promises}"
    );
    // People are at the desk of today's event, and more may come.
    let events = json(&home, &["event", "list", "--json"]);
    let events = events.as_array().unwrap();
    let of_events = |key: &str| -> Vec<&str> {
        let all = events.iter().map(|e| e[key].as_str().unwrap());
        all.collect()
    };
    assert_eq!(of_events("phase"), ["berlangsung", "final"]);
    assert_eq!(of_events("day")[0], ON);
    let event = json(&home, &["event", "show", "--json"]);
    let here = |who: &str| event["present"][who].as_u64().unwrap();
    assert!(here("women") > 10, "{event}");
    assert_eq!(here("women") + here("men"), 31, "{event}");
    let absent = json(&home, &["event", "absent", "--json"]);
    assert!(absent.as_array().unwrap().len() > 2, "{absent}");
    // It can be held to its end.
    let file = home.path("kelas.db");
    let keep = |command: &[&str]| {
        let file = file.to_str().unwrap();
        home.ok(&[&["demo", "--on", ON, "--keep", file], command].concat())
    };
    keep(&["meeting", "open"]);
    keep(&["meeting", "next"]);
    keep(&["meeting", "decide", "tetap", "--after", "1", "--due", "2mg"]);
    keep(&["meeting", "close"]);
    keep(&["meeting", "final"]);
    let name = ["Maria Contoh", "--from", "Alkani", "--element", "kelompok"];
    keep(&[&["event", "checkin"], &name[..], &["--sex", "P"]].concat());
    keep(&["event", "close"]);
    keep(&["doctor"]);
    // Any other day, also one at a weekend, has them too.
    let other = home.json(&["demo", "--on", "2026-08-02", "meeting", "list", "--json"]);
    assert_eq!(other.as_array().unwrap().len(), 3);
}
