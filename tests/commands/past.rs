//! Past days: the same answers for a day that has gone, and what moved since.

use crate::support::{Home, chosen};

#[test]
fn every_reading_command_says_in_its_first_line_which_day_it_is_about() {
    let home = chosen();
    let reading: [&[&str]; 8] = [
        &["status"],
        &["list", "--region", "Lamaknen"],
        &["show", "Fulur"],
        &["check", "Fulur"],
        &["attention"],
        &["board"],
        &["log"],
        &["action", "list"],
    ];
    for command in reading {
        let out = home.ok(&[command, &["--as-of", "2024-11-15"]].concat()).out;
        let first = out.lines().next().unwrap_or_default();
        assert_eq!(first, "Per 15-11-2024, menurut catatan sekarang.", "{out}");
        let out = home.ok(&[
            command,
            &["--per", "15/11/2024", "--known-then", "--lang", "en"],
        ]
        .concat());
        let first = out.out.lines().next().unwrap_or_default();
        assert_eq!(first, "As of 15-11-2024, as known then.", "{out:?}");
        let out = home.ok(command).out;
        assert!(!out.starts_with("Per "), "{out}");
    }
}

#[test]
fn a_past_day_has_its_own_state_ages_and_totals() {
    let home = chosen();
    let card = home.json(&["show", "Fulur", "--as-of", "2024-11-15", "--json"]);
    assert_eq!(card["decision"], "K2", "the decree came on the 20th");
    assert_eq!(card["stage"], "potensi");
    assert_eq!(card["days"], 2);
    assert_eq!(card["as_of"], "2024-11-15");
    assert!(card.get("known_then").is_none());
    let status = home.json(&["status", "--as-of", "2024-11-15", "--json"]);
    assert_eq!(status["K2"], 1);
    assert_eq!(status["stages"]["dikemas"], 0);
    let list = home.json(&[
        "list",
        "--as-of",
        "2024-11-15",
        "--stage",
        "potensi",
        "--json",
    ]);
    assert_eq!(list[0]["name"], "Fulur");
    assert_eq!(list[0]["as_of"], "2024-11-15");
    assert!(
        home.json(&["show", "Fulur", "--json"])
            .get("as_of")
            .is_none()
    );
}

#[test]
fn what_was_entered_today_about_the_past_was_not_known_then() {
    let home = chosen();
    let ask = [
        "show",
        "Fulur",
        "--as-of",
        "2024-12-31",
        "--known-then",
        "--json",
    ];
    let card = home.json(&ask);
    assert_eq!(card["decision"], "K0");
    assert_eq!(card["known_then"], true);
    let today = home.json(&[
        "show",
        "Fulur",
        "--as-of",
        "today",
        "--known-then",
        "--json",
    ]);
    assert_eq!(today["decision"], "K3");
}

#[test]
fn a_table_for_spreadsheets_carries_its_day() {
    let home = chosen();
    let ask = ["list", "--stage", "dikemas", "--format", "csv"];
    let past = home
        .ok(&[&ask[..], &["--as-of", "2024-12-31"]].concat())
        .out;
    let lines: Vec<&str> = past.lines().collect();
    assert!(lines[0].ends_with(",as_of,known_then"), "{past}");
    assert!(lines[1].ends_with(",2024-12-31,false"), "{past}");
    assert!(!home.ok(&ask).out.contains("as_of"));
}

#[test]
fn the_past_is_not_written_to_and_the_future_is_not_shown() {
    let home = chosen();
    let before = home.events();
    for command in [
        &["note", "Fulur", "x", "--as-of", "2024-11-15"][..],
        &["undo", "--as-of", "2024-11-15", "--yes"],
        &["stage", "Fulur", "diolah", "--basis", "x", "--known-then"],
    ] {
        let said = home.fails(2, command);
        assert!(said.err.contains("hanya untuk melihat"), "{said:?}");
    }
    assert_eq!(home.events(), before);
    let said = home.fails(2, &["status", "--as-of", "2999-01-01"]);
    assert!(said.err.contains("belum tiba"), "{said:?}");
    home.fails(2, &["status", "--as-of", "entah"]);
    home.fails(2, &["status", "--known-then"]);
    home.fails(
        2,
        &["check", "Fulur", "--on", "kemarin", "--as-of", "kemarin"],
    );
    home.fails(
        2,
        &["moved", "--since", "2024-11-15", "--until", "2024-11-01"],
    );
}

#[test]
fn moved_tells_what_changed_and_what_came_late() {
    let home = chosen();
    let out = home.ok(&[
        "moved",
        "--since",
        "2024-11-15",
        "--until",
        "2024-12-31",
        "--region",
        "Lamaknen",
    ]);
    for line in [
        "53.04.01.2002 Fulur (Lamaknen): K2 -> K3; tahap Potensi -> Dikemas (maju, melompat); SK 07/2025 (20-11-2024)",
        "Desa/kelurahan: maju 1, mundur 0, pilihan baru 0, SK baru 1, kehilangan pilihan 0.",
    ] {
        assert!(out.out.lines().any(|l| l == line), "{line}: {}", out.out);
    }
    assert!(out.out.contains("Tercatat terlambat: "), "{}", out.out);
    let late = "  - Desa Fulur: produk dipilih: kopi bubuk (terjadi 13-11-2024, dicatat ";
    assert!(out.out.contains(late), "{}", out.out);

    let moved = home.json(&["moved", "--since", "2024-11-15", "--json"]);
    let fulur = &moved["villages"][0];
    assert_eq!(fulur["decision"]["before"], "K2");
    assert_eq!(fulur["stage"]["direction"], "forward");
    assert_eq!(fulur["stage"]["skipped"], true);
    assert_eq!(fulur["decree"]["number"], "07/2025");
    assert!(fulur["chosen"].is_null());
    assert_eq!(moved["totals"]["forward"], 1);
    let kinds = crate::support::words(&moved["late"], "kind");
    assert!(kinds.iter().any(|k| k == "product.chosen"), "{kinds:?}");
    assert!(
        !kinds.iter().any(|k| k == "stage.declared"),
        "it happened in the span"
    );
}

#[test]
fn a_lost_choice_is_counted_and_nothing_is_said_where_nothing_moved() {
    let home = chosen();
    home.ok(&[
        "cancel",
        "Fulur",
        "--reason",
        "kelompok bubar",
        "--on",
        "2025-02-01",
    ]);
    let out = home
        .ok(&["moved", "--since", "2025-01-01", "--until", "2025-03-01"])
        .out;
    assert!(
        out.contains("kopi bubuk dibatalkan (01-02-2025): kelompok bubar"),
        "{out}"
    );
    assert!(out.contains("kehilangan pilihan 1."), "{out}");
    let out = home
        .ok(&[
            "moved",
            "--since",
            "2025-03-01",
            "--until",
            "2025-03-02",
            "--region",
            "Lamaknen",
        ])
        .out;
    assert!(out.contains("Tidak ada yang bergerak."), "{out}");
    let fresh = Home::new();
    let out = fresh.ok(&["moved", "--since", "today", "--lang", "en"]).out;
    assert!(
        out.contains("Nothing moved.") && out.contains("Late entries: none"),
        "{out}"
    );
}

#[test]
fn workers_months_and_assistance_stand_on_a_past_day_as_they_stood() {
    let home = chosen();
    home.ok(&[
        "producer",
        "add",
        "Fulur",
        "KWT Mawar",
        "--on",
        "2025-01-10",
    ]);
    let count = |women: &str, on: &str| {
        let men = ["workers", "count", "Fulur", "--men", "1", "--women", women];
        home.ok(&[&men[..], &["--on", on]].concat());
    };
    count("7", "2025-02-01");
    count("9", "2025-06-01");
    let month = |month: &str, volume: &str| {
        let said = ["month", "add", "Fulur", month, "--volume", volume];
        home.ok(&[&said[..], &["--unit", "kg"]].concat());
    };
    month("2025-02", "12");
    month("2025-03", "0");
    let begin = [
        "assist",
        "begin",
        "Fulur",
        "label",
        "--office",
        "disperindagkop",
    ];
    home.ok(&[&begin[..], &["--waiting", "--on", "2025-02-10"]].concat());
    home.ok(&["assist", "begin", "Fulur", "1", "--on", "2025-05-01"]);
    let past = |command: &[&str], more: &[&str]| {
        let day = ["--as-of", "2025-03-01", "--json"];
        home.json(&[command, &day[..], more].concat())
    };
    let workers = past(&["workers", "list"], &[])[0]["workers"].clone();
    assert_eq!(workers["women"], 7);
    // In the twelve months up to March 2025 February is known, and March has not ended.
    let year = past(&["month", "list"], &[])[0]["year"].clone();
    let known = |n: usize| (year[n]["month"].clone(), year[n]["known"].clone());
    assert_eq!(known(10), ("2025-02".into(), "made".into()));
    assert_eq!(known(11), ("2025-03".into(), "no-data".into()));
    let help = past(&["assist", "list"], &[])[0].clone();
    assert_eq!((&help["waiting"], &help["running"]), (&1.into(), &0.into()));
    let card = past(&["show", "Fulur"], &[])["makers"].clone();
    assert_eq!(card["producers"][0]["name"], "KWT Mawar");
    // All of it was entered today.
    let then = past(&["show", "Fulur"], &["--known-then"]);
    assert!(then["makers"].is_null(), "{then}");
    let csv = [
        "workers",
        "list",
        "--format",
        "csv",
        "--as-of",
        "2025-03-01",
    ];
    let csv = home.ok(&csv).out;
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[0].ends_with(",as_of,known_then"), "{csv}");
    assert!(lines[1].ends_with(",2025-03-01,false"), "{csv}");
}

#[test]
fn an_undone_month_is_no_data_again() {
    let home = chosen();
    let said = ["month", "add", "Fulur", "2025-02", "--volume", "0"];
    home.ok(&said);
    let known = || {
        let asked = ["month", "list", "--as-of", "2025-03-01", "--json"];
        home.json(&asked)[0]["year"][10]["known"].clone()
    };
    assert_eq!(known(), "zero");
    home.ok(&["undo", "--yes"]);
    assert_eq!(known(), "no-data");
}
