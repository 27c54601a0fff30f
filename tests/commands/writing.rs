//! The commands that record, and undo.

use crate::support::Home;

/// The code that a write tells for taking it back.
fn code(said: &str) -> String {
    let line = said.lines().last().unwrap();
    let code = line.strip_prefix("Untuk mengurungkan: ovop undo ");
    code.unwrap_or_else(|| panic!("no code in {said}"))
        .to_owned()
}

#[test]
fn a_village_goes_all_the_way_from_potential_to_market_and_back() {
    let home = Home::new();
    let stands = || {
        let card = home.json(&["show", "Fulur", "--json"]);
        let text = |key: &str| card[key].as_str().unwrap_or("-").to_owned();
        (text("decision"), text("stage"), text("product"))
    };
    let now = |decision: &str, stage: &str, product: &str| {
        assert_eq!(stands(), (decision.into(), stage.into(), product.into()));
    };
    now("K0", "-", "-");
    home.ok(&[
        "potential",
        "add",
        "Fulur",
        "kopi arabika",
        "--group",
        "perkebunan",
    ]);
    now("K1", "-", "-");
    home.ok(&[
        "choose",
        "Fulur",
        "Kopi Arabika",
        "--forum",
        "musdes",
        "--on",
        "kemarin",
        "--product",
        "kopi bubuk",
    ]);
    now("K2", "potensi", "kopi bubuk");
    home.ok(&["decree", "Fulur", "07/2025"]);
    now("K3", "potensi", "kopi bubuk");
    home.ok(&[
        "stage",
        "Fulur",
        "dipasarkan",
        "--basis",
        "sudah dijual, tahap lain dilompati",
    ]);
    now("K3", "dipasarkan", "kopi bubuk");
    home.ok(&["stage", "Fulur", "dikemas", "--basis", "label ditarik"]);
    now("K3", "dikemas", "kopi bubuk");
    home.ok(&["raw", "Fulur", "ya", "--note", "ke pengepul"]);
    now("K3", "dikemas", "kopi bubuk");
    home.ok(&["cancel", "Fulur", "--reason", "kelompok bubar"]);
    now("K1", "-", "-");
    let card = home.ok(&["show", "Fulur"]).out;
    for line in [
        "  1. kopi arabika (perkebunan): dari lapangan",
        "Produk: belum dipilih.",
        "Pilihan terdahulu (K4):",
    ] {
        assert!(card.lines().any(|l| l == line), "{line:?} in {card}");
    }
    assert!(card.contains("Jual mentah: ya") && card.contains("dibatalkan; kelompok bubar"));
}

#[test]
fn a_write_says_what_it_did_and_how_to_take_it_back() {
    let home = Home::new();
    let said = home.ok(&["note", "Kewar", "panen", "bulan", "depan"]).out;
    assert!(
        said.starts_with("Desa Kewar: catatan: panen bulan depan\nUntuk mengurungkan: ovop undo "),
        "{said}"
    );
    let undone = home.ok(&["undo", &code(&said)]).out;
    assert!(undone.starts_with("Diurungkan:\n") && undone.contains("panen bulan depan"));
    let notes = home.json(&["show", "Kewar", "--json"])["notes"].clone();
    assert_eq!(notes.as_array().unwrap().len(), 0);
    let back = home.ok(&["undo", &code(&undone)]).out;
    assert!(back.starts_with("Dikembalikan:\n"), "{back}");
    let away = home.ok(&["undo", &code(&back)]).out;
    assert!(
        away.starts_with("Diurungkan:\n"),
        "a redo brought it back: {away}"
    );
}

#[test]
fn json_of_a_write_is_what_the_log_holds() {
    let home = Home::new();
    let written = home.json(&["note", "Kewar", "panen", "--on", "2025-11-13", "--json"]);
    let logged = home.json(&["log", "--last", "1", "--json"]);
    assert_eq!(written, logged);
    assert_eq!(written[0]["occurred_on"], "2025-11-13");
    assert_eq!(written[0]["body"]["text"], "panen");
}

#[test]
fn undo_takes_back_the_last_act_and_redo_brings_it_back() {
    let home = Home::new();
    home.ok(&["status"]);
    let said = home.fails(4, &["undo"]);
    assert!(
        said.err.contains("ovop log"),
        "the known products are no act of this person: {said:?}"
    );
    home.ok(&["note", "Kewar", "satu"]);
    home.ok(&["note", "Kewar", "dua"]);
    let notes = || {
        let card = home.json(&["show", "Kewar", "--json"]);
        card["notes"].as_array().unwrap().len()
    };
    let before = home.events();
    let shown = home.ok(&["undo", "--dry-run"]).out;
    assert!(shown.starts_with("Yang akan diurungkan:\n") && shown.contains("dua"));
    assert_eq!((notes(), home.events()), (2, before), "nothing was done");
    home.ok(&["undo"]);
    home.ok(&["undo", "--yes"]);
    assert_eq!(notes(), 0);
    home.ok(&["undo", "--redo"]);
    assert_eq!(notes(), 1);
}

/// What `ovop undo` shows at a terminal on which somebody answers.
fn undo_at_a_terminal(home: &Home, answer: &str) -> String {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::{Read as _, Write as _};
    let pty = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(crate::support::program());
    command.env_clear();
    command.env("HOME", home.path("."));
    command.arg("undo");
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    pty.master
        .take_writer()
        .unwrap()
        .write_all(answer.as_bytes())
        .unwrap();
    let mut shown = Vec::new();
    // The end of a terminal comes as an error.
    let _ = reader.read_to_end(&mut shown);
    assert!(child.wait().unwrap().success());
    String::from_utf8(shown).unwrap()
}

#[test]
fn undo_at_a_terminal_asks_first() {
    let home = Home::new();
    home.ok(&["note", "Kewar", "satu"]);
    let before = home.events();
    let shown = undo_at_a_terminal(&home, "t\n");
    assert!(
        shown.contains("Yang akan diurungkan:")
            && shown.contains("catatan: satu")
            && shown.contains("Lanjutkan? (y/t)")
            && shown.contains("Tidak ada yang diubah."),
        "{shown}"
    );
    assert_eq!(home.events(), before);
    let shown = undo_at_a_terminal(&home, "y\n");
    assert!(shown.contains("Diurungkan:"), "{shown}");
    assert_eq!(home.events(), before + 1);
}

#[test]
fn undo_takes_back_a_bulk_of_events_by_its_code_and_shows_the_first_ones() {
    let home = Home::new();
    let log = home.json(&["log", "--by", "@ovop", "--json"]);
    let batch = log[0]["batch"].as_str().unwrap().to_owned();
    let said = home.ok(&["undo", &batch]).out;
    assert!(
        said.contains("... dan ") && said.lines().count() < 20,
        "{said}"
    );
    assert_eq!(home.json(&["status", "--json"])["K0"], 208);
}

#[test]
fn codes_that_fit_nothing_are_told_apart() {
    let home = Home::new();
    home.ok(&["note", "Kewar", "satu"]);
    home.fails(4, &["undo", "ffffffffffff"]);
    home.fails(4, &["undo", "no-such-code"]);
    home.fails(2, &["undo", "01"]);
    let said = home.ok(&["undo"]).out;
    let first = home.json(&["log", "--last", "2", "--json"])[1]["batch"].clone();
    home.fails(5, &["undo", first.as_str().unwrap()]);
    home.ok(&["undo", &code(&said)]);
}

#[test]
fn potentials_are_amended_confirmed_and_withdrawn_by_number_or_name() {
    let home = Home::new();
    home.ok(&[
        "potential",
        "add",
        "Fulur",
        "madu",
        "--source",
        "https://contoh.id/madu",
        "--source-date",
        "2024-08",
        "--note",
        "hutan lindung",
    ]);
    let first = || home.json(&["show", "Fulur", "--json"])["potentials"][0].clone();
    assert_eq!(first()["source"]["date"], "2024-08");
    assert_eq!(first()["confirmed"], false);
    home.ok(&[
        "potential",
        "amend",
        "Fulur",
        "1",
        "--name",
        "madu hutan",
        "--group",
        "hasil-hutan",
        "--confirm",
    ]);
    assert_eq!(first()["name"], "madu hutan");
    assert_eq!(first()["group"], "hasil-hutan");
    assert_eq!(first()["note"], "hutan lindung", "what is not named stays");
    assert_eq!(first()["confirmed"], true);
    home.fails(5, &["potential", "amend", "Fulur", "1"]);
    home.fails(5, &["potential", "add", "Fulur", "MADU-HUTAN"]);
    let said = home.fails(4, &["potential", "withdraw", "Fulur", "2", "--reason", "x"]);
    assert!(said.err.contains("1. madu hutan"), "{said:?}");
    home.fails(4, &["potential", "withdraw", "Fulur", "0", "--reason", "x"]);
    home.ok(&[
        "potential",
        "withdraw",
        "Fulur",
        "Madu Hutan",
        "--reason",
        "tidak dipanen",
    ]);
    assert!(first().is_null());
    home.fails(
        2,
        &[
            "potential",
            "add",
            "Fulur",
            "x",
            "--source",
            "https://x",
            "--source-date",
            "Agustus",
        ],
    );
    home.fails(5, &["potential", "add", "Fulur", "x", "--source", " "]);
}

#[test]
fn what_the_rules_refuse_ends_with_5_and_changes_nothing() {
    let home = Home::new();
    home.ok(&["status"]);
    let before = home.events();
    for (args, why) in [
        (
            &["decree", "Kewar", "07"][..],
            "Belum ada produk yang dipilih.",
        ),
        (
            &["stage", "Kewar", "diolah", "--basis", "x"],
            "Belum ada produk yang dipilih.",
        ),
        (
            &[
                "choose",
                "Kewar",
                "1",
                "--forum",
                "kelurahan",
                "--on",
                "kemarin",
            ],
            "Rapat kelurahan tidak berlaku untuk desa.",
        ),
        (&["note", "Kewar", "x", "--on", "13/11/2999"], "belum tiba"),
        (&["note", "Kewar", "x", "--on", "1999-01-01"], "tahun 2000"),
        (&["note", "Kewar", " \u{200b} "], "Isi catatan dahulu."),
        (
            &["cancel", "Kewar", "--reason", "x"],
            "Belum ada produk yang dipilih.",
        ),
    ] {
        let said = home.fails(5, args);
        assert!(said.err.contains(why), "{args:?}: {said:?}");
    }
    assert_eq!(home.events(), before);
}

#[test]
fn a_replaced_choice_needs_its_reason() {
    let home = Home::new();
    home.ok(&[
        "choose",
        "Kewar",
        "1",
        "--forum",
        "musdes",
        "--on",
        "2025-11-01",
    ]);
    let again = [
        "choose",
        "Kewar",
        "2",
        "--forum",
        "musdes",
        "--on",
        "2025-11-13",
    ];
    let said = home.fails(5, &again);
    assert!(said.err.contains("tulis alasannya"), "{said:?}");
    home.ok(&[&again[..], &["--reason", "panen gagal"]].concat());
    let card = home.json(&["show", "Kewar", "--json"]);
    assert_eq!(card["former_choices"][0]["reason"], "panen gagal");
}

#[test]
fn only_an_exact_name_or_code_is_written_to() {
    let home = Home::new();
    home.ok(&["status"]);
    let before = home.events();
    home.ok(&["show", "Duarat"]);
    let said = home.fails(3, &["note", "Duarat", "x"]);
    assert!(
        said.err
            .contains("1. Desa Duarato, Kecamatan Lamaknen (53.04.01.2004)")
            && said.err.contains("Tidak ada yang diubah."),
        "{said:?}"
    );
    home.fails(4, &["note", "Duarato, Kobalima", "x"]);
    assert_eq!(home.events(), before);
    home.ok(&["note", "duarato", "x"]);
    home.ok(&["note", "DUARATO, Lamaknen", "x"]);
    home.ok(&["note", "5304012004", "x"]);
}

#[test]
fn dates_that_are_none_end_with_2_and_say_how_to_write_one() {
    let home = Home::new();
    for date in ["besok", "31/11/2025", "2025-13-01", ""] {
        let said = home.fails(2, &["note", "Kewar", "x", "--on", date]);
        assert!(said.err.contains("anggal"), "{said:?}");
    }
    home.ok(&["note", "Kewar", "x", "--on", "2 minggu lalu"]);
    home.ok(&["note", "Kewar", "x", "--on", "yesterday"]);
}

#[test]
fn control_characters_never_reach_the_log_or_the_terminal() {
    let home = Home::new();
    let evil = "\u{1b}]0;x\u{7}kopi\u{202e}\u{9b}31m\nbubuk";
    home.ok(&["potential", "add", "Fulur", evil]);
    home.ok(&["note", "Fulur", evil]);
    let mut everything = String::new();
    for args in [
        &["show", "Fulur"][..],
        &["log", "--json"],
        &["list"],
        &["list", "--format", "csv"],
        &["log"],
    ] {
        everything += &home.ok(args).out.replace("\r\n", "\n");
    }
    for args in [
        &["show", evil][..],
        &[evil],
        &["list", "--stage", evil],
        &["list", evil],
    ] {
        everything += &home.run(args).err;
    }
    assert!(everything.contains("]0;xkopi31m bubuk"), "{everything}");
    let steering = everything
        .chars()
        .find(|c| *c != '\n' && ovop::domain::text::is_harmful(*c));
    assert_eq!(steering, None);
}

#[test]
fn the_account_is_taken_from_the_system_and_not_from_the_environment() {
    let home = Home::new();
    let said = home
        .command()
        .env("USER", "bupati")
        .env("LOGNAME", "bupati")
        .args(["note", "Kewar", "x"])
        .output()
        .unwrap();
    assert!(said.status.success());
    let actor = home.json(&["log", "--last", "1", "--json"])[0]["actor"].clone();
    assert!(
        actor != "bupati" && !actor.as_str().unwrap().is_empty(),
        "{actor}"
    );
}

#[test]
fn a_product_with_a_name_of_its_own_is_told_with_its_potential() {
    let home = Home::new();
    home.ok(&["init"]);
    let choose = |village, product| {
        let fixed = [
            "choose", village, "1", "--forum", "musdes", "--on", "kemarin",
        ];
        let mut args = fixed.to_vec();
        args.extend(["--product", product]);
        home.ok(&args).out
    };
    let said = choose("Kewar", "jagung bose instan");
    assert!(
        said.contains(
            "produk dipilih: jagung bose instan\nDari potensi: kain tais (tenun) (tenun dan kriya)"
        ),
        "{said}"
    );
    let said = choose("Duarato", "");
    assert!(!said.contains("Dari potensi"), "{said}");
}

#[test]
fn a_late_stage_says_that_the_present_one_stays_and_an_undo_what_it_would_change() {
    let home = crate::support::chosen();
    let said = home
        .ok(&[
            "stage",
            "Fulur",
            "diolah",
            "--basis",
            "telat",
            "--on",
            "2024-11-25",
        ])
        .out;
    assert!(
        said.contains("Catatan lama, tahap sekarang tetap Dikemas\n"),
        "{said}"
    );
    let before = home.ok(&["show", "Fulur"]).out;
    let log = home.json(&["log", "Fulur", "--kind", "product", "--json"]);
    let batch = log[0]["batch"].as_str().unwrap();
    let asked = home.ok(&["undo", batch, "--dry-run"]).out;
    assert!(
        asked.contains("Fulur: menjadi K1 belum diputuskan (sekarang K3 Dikemas"),
        "{asked}"
    );
    assert_eq!(home.ok(&["show", "Fulur"]).out, before);
}
