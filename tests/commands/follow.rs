//! Obstacles, promises, attention, the board, and what lists and the log say of them.

use crate::support::{Home, chosen, fulur, today, verified, words};

#[test]
fn obstacles_are_numbered_and_cleared_by_number() {
    let home = chosen();
    home.ok(&[
        "hambatan",
        "tambah",
        "Fulur",
        "modal",
        "--pihak",
        "bank-ntt",
        "--on",
        "2025-01-05",
    ]);
    home.ok(&[
        "blocker",
        "add",
        "Fulur",
        "izin-pirt",
        "--office",
        "dinkes",
        "--note",
        "antre",
    ]);
    let said = home.ok(&["show", "Fulur"]).out;
    assert!(
        said.contains("  1. modal, dapat dibuka oleh Bank NTT, sejak 5 Januari 2025 ("),
        "{said}"
    );
    let attention = home.json(&["attention", "--reason", "terhambat", "--json"]);
    assert_eq!(attention[0]["why"]["office"], "bank-ntt", "the oldest");
    let said = home.fails(4, &["blocker", "clear", "Fulur", "3", "--how", "x"]);
    assert!(
        said.err
            .contains("  2. izin: SPP-IRT, dapat dibuka oleh Dinas Kesehatan"),
        "{said:?}"
    );
    home.fails(4, &["blocker", "clear", "Fulur", "0", "--how", "x"]);
    let said = home
        .ok(&["blocker", "clear", "Fulur", "1", "--how", "KUR cair"])
        .out;
    assert!(
        said.contains("hambatan terbuka: KUR cair\n  - modal, "),
        "{said}"
    );
    let blockers = fulur(&home)["blockers"].clone();
    assert_eq!(words(&blockers, "obstacle"), ["izin-pirt"]);
    assert_eq!(blockers[0]["number"], 1);
    let said = home.fails(2, &["blocker", "add", "Fulur", "cuaca", "--office", "pmd"]);
    assert!(said.err.contains("bencana-cuaca"), "{said:?}");
}

#[test]
fn promises_are_planned_listed_by_due_day_and_closed() {
    let home = chosen();
    home.ok(&["potential", "add", "Kewar", "madu"]);
    let plan = |village: &str, what: &str, due: &str| {
        home.ok(&[
            "action", "plan", village, what, "--office", "dpmptsp", "--due", due, "--who", "Maria",
        ])
    };
    plan("Fulur", "urus NIB", "3mg");
    plan("Kewar", "musdes", "besok");
    home.ok(&[
        "rtl",
        "rencana",
        "Fulur",
        "cetak label",
        "--pihak",
        "bumdes",
        "--tenggat",
        "2025-02-01",
        "--on",
        "2025-01-15",
        "--bukti",
        "label",
    ]);
    let listed = home.json(&["action", "list", "--json"]);
    assert_eq!(
        words(&listed, "what"),
        ["cetak label", "musdes", "urus NIB"]
    );
    assert_eq!(words(&listed, "name"), ["Fulur", "Kewar", "Fulur"]);
    assert!(words(&listed, "due").is_sorted());
    assert_eq!(
        listed[0]["number"], 1,
        "its number on Fulur's card, oldest first"
    );
    assert_eq!(listed[0]["item"], "label");
    assert!(listed[0]["days_late"].as_i64().unwrap() > 0 && listed[1]["days_late"].is_null());
    let only = |args: &[&str]| {
        words(
            &home.json(&[&["action", "list", "--json"], args].concat()),
            "what",
        )
    };
    assert_eq!(only(&["--overdue"]), ["cetak label"]);
    assert_eq!(only(&["--office", "dpmptsp"]), ["musdes", "urus NIB"]);
    assert_eq!(only(&["--region", "Malaka"]), [""; 0]);
    let said = home.ok(&["action", "list"]).out;
    assert!(
        said.ends_with("3 RTL terbuka, 1 lewat tenggat.\n"),
        "{said}"
    );
    let card = home.ok(&["show", "Fulur"]).out;
    assert!(
        card.contains("  1. cetak label [label]: BUMDes, tenggat 1 Februari 2025, LEWAT "),
        "{card}"
    );

    let said = home.ok(&[
        "action",
        "close",
        "Fulur",
        "1",
        "--outcome",
        "gagal",
        "--note",
        "mesin rusak",
    ]);
    assert!(
        said.out
            .contains("RTL ditutup: gagal, mesin rusak\n  - cetak label"),
        "{said:?}"
    );
    assert_eq!(only(&[]), ["musdes", "urus NIB"]);
    let actions = fulur(&home)["actions"].clone();
    assert_eq!(words(&actions, "what"), ["urus NIB", "cetak label"]);
    assert_eq!(actions[1]["closed"]["outcome"], "gagal");
    home.fails(
        4,
        &["action", "close", "Fulur", "2", "--outcome", "selesai"],
    );
}

#[test]
fn a_due_day_that_cannot_be_is_refused() {
    let home = chosen();
    let before = home.events();
    let plan = |due: &str, code: i32| {
        home.fails(
            code,
            &[
                "action", "plan", "Fulur", "x", "--office", "pmd", "--due", due,
            ],
        )
        .err
    };
    assert!(plan("segera", 2).contains("Contoh: 2mg, 3 hari"));
    assert!(plan("31/11", 2).contains("tidak ada di kalender"));
    assert!(plan("2025-01-01", 5).contains("Tenggat lebih awal"));
    home.fails(
        2,
        &[
            "action", "plan", "Fulur", "x", "--office", "kantor", "--due", "besok",
        ],
    );
    assert_eq!(home.events(), before);
}

const REASONS: [&str; 9] = [
    "tanpa-produk",
    "tanpa-sk",
    "macet",
    "terhambat",
    "lewat",
    "habis",
    "tanpa-rtl",
    "data-lama",
    "tanpa-kemasan",
];

#[test]
fn every_number_of_attention_opens_as_many_villages_as_it_says() {
    let home = chosen();
    home.ok(&["blocker", "add", "Fulur", "pasar", "--office", "ntt-mart"]);
    home.ok(&[
        "choose",
        "Kewar",
        "1",
        "--forum",
        "musdes",
        "--on",
        "2024-11-13",
    ]);
    home.ok(&["stage", "Kewar", "dipasarkan", "--basis", "dijual"]);
    home.ok(&[
        "action",
        "plan",
        "Kewar",
        "SK",
        "--office",
        "pmd",
        "--due",
        "2025-02-01",
        "--on",
        "2025-01-15",
    ]);
    home.ok(&[
        "evidence",
        "claim",
        "Fulur",
        "izin-edar",
        "--issued",
        "2020-01-05",
    ]);
    for region in [&[][..], &["--region", "Lamaknen"], &["--region", "Malaka"]] {
        let all = home.json(&[&["attention", "--json"], region].concat());
        let none = &all["no_product"];
        assert_eq!(
            none["total"].as_u64(),
            Some(none["K0"].as_u64().unwrap() + none["K1"].as_u64().unwrap())
        );
        assert_eq!(none["total"], all["reasons"]["tanpa-produk"]);
        let status = home.json(&[&["status", "--json"], region].concat());
        assert_eq!(status["reasons"], all["reasons"]);
        for reason in REASONS {
            let args = [&["--reason", reason, "--json"], region].concat();
            let villages = home.json(&[&["attention"], &args[..]].concat());
            let listed = home.json(&[&["list"], &args[..]].concat());
            let n = all["reasons"][reason].as_u64().unwrap() as usize;
            assert_eq!(villages.as_array().unwrap().len(), n, "{reason} {region:?}");
            assert_eq!(listed.as_array().unwrap().len(), n, "{reason} {region:?}");
            for village in villages.as_array().unwrap() {
                let held = village["reasons"].as_array().unwrap();
                assert!(held.contains(&reason.into()), "{village}");
            }
        }
    }
    let n = |reason: &str| home.json(&["attention", "--json"])["reasons"][reason].clone();
    for (reason, expected) in [
        ("tanpa-sk", 1),
        ("macet", 1),
        ("terhambat", 1),
        ("lewat", 1),
        ("habis", 1),
        ("tanpa-rtl", 1),
        ("tanpa-kemasan", 1),
    ] {
        assert_eq!(n(reason), expected, "{reason}");
    }
}

#[test]
fn attention_says_why_and_which_command_mends_it() {
    let home = chosen();
    home.ok(&[
        "evidence",
        "claim",
        "Fulur",
        "izin-edar",
        "--issued",
        "2020-01-05",
    ]);
    let counts = home.ok(&["perhatian"]).out;
    for part in [
        "K0 belum didata",
        "K1 belum diputuskan",
        "tanpa-rtl",
        "data-lama",
    ] {
        assert!(counts.contains(part), "{part:?} in {counts}");
    }
    let of = |reason: &str| home.ok(&["attention", "--reason", reason]).out;
    let stuck = of("macet");
    assert!(
        stuck.contains(" hari, batas 90") && stuck.contains("ovop action plan 53.04.01.2002 …"),
        "{stuck}"
    );
    assert!(of("habis").contains("izin-edar: kedaluwarsa; berakhir 5 Januari 2025"));
    assert!(of("tanpa-rtl").contains("ovop action plan 53.04.01.2002 …"));
    let none = of("tanpa-produk");
    assert!(
        none.contains("ovop potential add ") && none.contains("ovop choose "),
        "{none}"
    );
    let last = none.lines().last().unwrap();
    assert!(
        last.starts_with("207 tanpa produk = K0 ") && last.contains(" + K1 "),
        "{last}"
    );
    let english = home
        .ok(&["attention", "--reason", "macet", "--lang", "en"])
        .out;
    assert!(
        english.contains("1 village or ward: stuck in its stage."),
        "{english}"
    );
    home.fails(2, &["attention", "--reason", "malas"]);
}

#[test]
fn the_board_counts_every_village_once_and_shows_the_oldest_first() {
    let home = chosen();
    home.ok(&[
        "choose", "Kewar", "1", "--forum", "musdes", "--on", "kemarin",
    ]);
    let board = home.json(&["board", "--json"]);
    assert_eq!(
        words(&board, "column"),
        ["no_product", "potensi", "diolah", "dikemas", "dipasarkan"]
    );
    let columns = board.as_array().unwrap();
    let sum: u64 = columns.iter().map(|c| c["count"].as_u64().unwrap()).sum();
    assert_eq!(sum, 208);
    for column in columns {
        let villages = column["villages"].as_array().unwrap();
        assert_eq!(Some(villages.len() as u64), column["count"].as_u64());
        let days: Vec<i64> = villages.iter().filter_map(|v| v["days"].as_i64()).collect();
        assert!(days.is_sorted_by(|a, b| a >= b), "{}", column["column"]);
        let limit = column["limit"].as_i64().unwrap();
        let stuck = days.iter().filter(|d| **d > limit).count() as u64;
        assert_eq!(
            column["stuck"].as_u64(),
            Some(stuck),
            "{}",
            column["column"]
        );
    }
    assert_eq!(
        columns[0]["count"],
        columns[0]["K0"].as_u64().unwrap() + columns[0]["K1"].as_u64().unwrap()
    );
    assert_eq!(
        (&columns[1]["stuck"], &columns[3]["stuck"]),
        (&0.into(), &1.into())
    );
    let text = home.ok(&["papan"]).out;
    assert!(text.starts_with("Tanpa produk (K0 "), "{text}");
    assert!(
        text.contains("\nDikemas: 1; macet (lebih dari 90 hari): 1\n"),
        "{text}"
    );
    assert!(
        text.contains("  … dan 201 lagi\n"),
        "five of 206 are shown: {text}"
    );
    let malaka = home.ok(&["board", "--region", "malaka"]).out;
    assert!(
        malaka.starts_with("Kabupaten Malaka\nTanpa produk (K0 "),
        "{malaka}"
    );
}

#[test]
fn lists_carry_the_verified_stage_and_the_next_due_day() {
    let home = chosen();
    verified(&home, &["bahan-baku"]);
    home.ok(&[
        "action",
        "plan",
        "Fulur",
        "x",
        "--office",
        "pmd",
        "--due",
        "2030-05-01",
    ]);
    let said = home
        .ok(&["list", "--stage", "dikemas", "--format", "csv"])
        .out;
    let mut table = csv::Reader::from_reader(said.as_bytes());
    let heads = table.headers().unwrap().clone();
    let row = table.records().next().unwrap().unwrap();
    let cell = |head: &str| &row[heads.iter().position(|h| h == head).unwrap()];
    assert_eq!(
        (cell("verified_stage"), cell("next_due")),
        ("potensi", "2030-05-01")
    );
    let row = home.json(&["list", "--stage", "dikemas", "--json"])[0].clone();
    assert_eq!(row["verified_stage"], "potensi");
    assert_eq!(row["next_due"], "2030-05-01");
    assert_eq!(row["category"], "olahan");
}

#[test]
fn the_log_is_filtered_by_kind_and_day() {
    let home = chosen();
    home.ok(&["evidence", "claim", "Fulur", "nib", "--on", "2025-01-05"]);
    home.ok(&["evidence", "verify", "Fulur", "nib", "--on", "2025-01-06"]);
    let kinds = |args: &[&str]| words(&home.json(&[&["log", "--json"], args].concat()), "kind");
    assert_eq!(
        kinds(&["--kind", "evidence"]),
        ["evidence.verified", "evidence.claimed"]
    );
    assert_eq!(kinds(&["--kind", "decree.recorded"]), ["decree.recorded"]);
    assert_eq!(
        kinds(&["Fulur", "--from", "2025-01-06", "--to", "2025-01-31"]),
        ["evidence.verified"]
    );
    assert_eq!(
        kinds(&["Fulur", "--from", "2024-11-20", "--to", "2024-12-01"]),
        ["stage.declared", "decree.recorded"]
    );
    // Older than the known products of the first start, which are one bulk of the newest days.
    assert_eq!(kinds(&["--kind", "note"]), [""; 0]);
    let said = home.fails(2, &["log", "--kind", "tahap"]);
    assert!(said.err.contains("stage.declared"), "{said:?}");
    home.fails(2, &["log", "--from", "entah"]);
}

#[test]
fn a_promise_kept_before_its_day_is_not_called_late() {
    let home = Home::new();
    let day = |ahead: i64| (today() + chrono::TimeDelta::days(ahead)).to_string();
    let planned = [
        "action", "plan", "Fulur", "latih", "--office", "pmd", "--due",
    ];
    home.ok(&[&planned[..], &[&day(-5), "--on", &day(-20)]].concat());
    let close = [
        "action",
        "close",
        "Fulur",
        "1",
        "--outcome",
        "selesai",
        "--on",
    ];
    let said = home.ok(&[&close[..], &[&day(-8)]].concat()).out;
    assert!(said.contains("latih"), "{said}");
    assert!(!said.contains("LEWAT"), "{said}");
}
