//! Both languages: how one is chosen, and that nothing of the other slips in.

use std::collections::BTreeSet;

use crate::support::{Home, chosen, said, verified};

const COMMANDS: [&[&str]; 44] = [
    &[],
    &["status"],
    &["list"],
    &["show"],
    &["potential"],
    &["potential", "add"],
    &["potential", "amend"],
    &["potential", "withdraw"],
    &["choose"],
    &["cancel"],
    &["decree"],
    &["stage"],
    &["raw"],
    &["note"],
    &["check"],
    &["evidence"],
    &["evidence", "claim"],
    &["evidence", "verify"],
    &["evidence", "withdraw"],
    &["category"],
    &["blocker"],
    &["blocker", "add"],
    &["blocker", "clear"],
    &["action"],
    &["action", "plan"],
    &["action", "close"],
    &["action", "list"],
    &["meeting"],
    &["meeting", "decide"],
    &["event"],
    &["event", "checkin"],
    &["attention"],
    &["board"],
    &["gates"],
    &["undo"],
    &["log"],
    &["init"],
    &["doctor"],
    &["keys"],
    &["manual"],
    &["completions"],
    &["man"],
    &["help"],
    &["daftar"],
];

fn is_english(home: &Home, env: &[(&str, &str)], args: &[&str]) -> bool {
    let mut command = home.command();
    command.envs(env.iter().copied()).args(args).arg("--help");
    let help = said(command.output().unwrap()).out;
    assert!(
        help.contains("Usage:") != help.contains("Pemakaian:"),
        "{help}"
    );
    help.contains("Usage:")
}

#[test]
fn the_locale_decides_as_posix_orders_it_and_only_english_is_english() {
    let home = Home::new();
    for (env, english) in [
        (&[][..], false),
        (&[("LANG", "en_US.UTF-8")], true),
        (&[("LANG", "C.UTF-8")], false),
        (&[("LANG", "id_ID.UTF-8")], false),
        (&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "id_ID")], false),
        (&[("LANG", "id_ID"), ("LC_MESSAGES", "en_GB")], true),
        (&[("LC_ALL", "id_ID"), ("LC_MESSAGES", "en_GB")], false),
        (&[("LC_ALL", ""), ("LANG", "en_GB")], true),
    ] {
        assert_eq!(is_english(&home, env, &[]), english, "{env:?}");
    }
}

#[test]
fn the_settings_win_over_the_locale_and_the_option_wins_over_the_settings() {
    let home = Home::new();
    home.write(".config/ovop/config.toml", "lang = \"en\"\n");
    assert!(is_english(&home, &[("LANG", "id_ID.UTF-8")], &[]));
    assert!(!is_english(
        &home,
        &[("LANG", "en_US.UTF-8")],
        &["--lang", "id"]
    ));
    assert!(!is_english(&home, &[], &["list", "--lang=id"]));
    home.write("other.toml", "lang = \"id\"\n");
    assert!(!is_english(&home, &[], &["--config", "other.toml"]));
}

#[test]
fn no_line_of_help_is_the_same_in_both_languages() {
    let home = Home::new();
    for path in COMMANDS {
        let lines = |lang: &str| -> BTreeSet<String> {
            let args = [path, &["--help", "--lang", lang]].concat();
            let help = home.ok(&args).out;
            let lines = help.lines().map(|l| l.trim().to_owned());
            lines.filter(|l| !l.is_empty()).collect()
        };
        let (id, en) = (lines("id"), lines("en"));
        assert!(id.len() > 5, "{path:?}: {id:?}");
        let same: Vec<_> = id.intersection(&en).collect();
        assert!(same.is_empty(), "{path:?}: {same:?}");
    }
}

#[test]
fn indonesian_help_holds_no_word_of_the_english_frame() {
    let home = Home::new();
    for path in COMMANDS {
        let help = home.ok(&[path, &["--help"]].concat()).out;
        for word in [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "OPTIONS",
            "COMMAND",
            "Print",
            "default:",
            "possible values",
            "aliases",
            "Show",
            "error",
        ] {
            assert!(!help.contains(word), "{path:?}: {word} in {help}");
        }
    }
}

#[test]
fn a_wrong_command_line_is_told_in_both_languages_and_ends_with_2() {
    let home = Home::new();
    for (args, id, en) in [
        (
            &["lsit"][..],
            "Perintah \u{201c}lsit\u{201d} tidak ada.",
            "There is no command \u{201c}lsit\u{201d}.",
        ),
        (&["lsit"], "Mungkin maksud Anda: ", "Did you mean: "),
        (
            &["list", "--regio"],
            "Pilihan --regio tidak dikenal.",
            "There is no option --regio.",
        ),
        (&["list", "--stage"], "memerlukan isi", "needs a value"),
        (
            &["list", "--stage", "jadi"],
            "\u{201c}jadi\u{201d} tidak berlaku untuk --stage <TAHAP>. Yang berlaku: potensi, diolah, dikemas, dipasarkan.",
            "\u{201c}jadi\u{201d} is not accepted for --stage <STAGE>. Accepted: potential, processed, packaged, marketed.",
        ),
        (
            &["choose", "Kewar"],
            "Yang belum ditulis: ",
            "Still missing: ",
        ),
        (
            &["potential"],
            "Perintah ini memerlukan satu lagi: add, amend, withdraw.",
            "This command needs another: add, amend, withdraw.",
        ),
        (
            &["list", "--json", "--format", "csv"],
            "--json tidak dapat dipakai bersama --format <BENTUK>.",
            "--json cannot be used with --format <FORMAT>.",
        ),
        (
            &["list", "--json", "--json"],
            "--json ditulis lebih dari sekali.",
            "--json is given more than once.",
        ),
        (
            &["status", "Kewar"],
            "\u{201c}Kewar\u{201d} tidak diperlukan di sini.",
            "\u{201c}Kewar\u{201d} is not expected here.",
        ),
        (
            &["log", "--last", "0"],
            "tidak berlaku untuk --last <N>",
            "is not accepted for --last <N>",
        ),
        (
            &["log", "--last", "x"],
            "tidak berlaku untuk --last <N>",
            "is not accepted for --last <N>",
        ),
        (
            &["potential", "add", "Kewar", "x", "--source-date", "2020"],
            "Yang belum ditulis: --source <ALAMAT>",
            "Still missing: --source <ADDRESS>",
        ),
        (
            &["help", "lsit"],
            "Perintah \u{201c}lsit\u{201d} tidak ada.",
            "There is no command \u{201c}lsit\u{201d}.",
        ),
    ] {
        for (lang, text, help) in [("id", id, "Bantuan: ovop"), ("en", en, "Help: ovop")] {
            let said = home.fails(2, &[args, &["--lang", lang]].concat());
            assert!(
                said.err.contains(text) && said.err.contains(help),
                "{lang} {args:?}: {said:?}"
            );
            assert_eq!(said.out, "");
        }
    }
    let said = home.fails(2, &["--lang", "fr", "status"]);
    assert!(said.err.contains("Yang berlaku: id, en."), "{said:?}");
    assert!(!home.database().exists(), "nothing was begun");
}

#[test]
fn the_help_line_names_the_command_that_was_meant() {
    let home = Home::new();
    let said = home.fails(2, &["potential", "add", "--nam"]);
    assert!(
        said.err.ends_with("Bantuan: ovop potential add --help\n"),
        "{said:?}"
    );
    let said = home.fails(2, &["tahap", "Kewar", "jadi", "--basis", "x"]);
    assert!(
        said.err.ends_with("Bantuan: ovop stage --help\n"),
        "{said:?}"
    );
}

#[test]
fn answers_speak_the_language_and_machines_always_get_the_same() {
    let home = Home::new();
    home.ok(&[
        "choose",
        "Kewar",
        "1",
        "--forum",
        "musdes",
        "--on",
        "2025-11-13",
    ]);
    let id = home.ok(&["show", "Kewar"]).out;
    let en = home.ok(&["show", "Kewar", "--lang", "en"]).out;
    assert!(
        id.contains("dipilih 13 November 2025 (musyawarah desa)")
            && id.contains("Tahap: Potensi sejak")
    );
    assert!(
        en.contains("chosen 13 November 2025 (village deliberation)")
            && en.contains("Stage: Potential since")
    );
    assert!(home.ok(&["list", "--lang", "en"]).out.starts_with("Code"));
    assert!(
        home.ok(&["status", "--lang", "en"])
            .out
            .contains("No product = K0 + K1")
    );
    let note = home.ok(&["note", "Kewar", "x", "--lang", "en"]).out;
    assert!(note.contains("To undo: ovop undo"), "{note}");
    assert!(
        home.ok(&["undo", "--lang", "en"])
            .out
            .starts_with("Undone:")
    );
    for args in [
        &["list", "--json"][..],
        &["show", "Kewar", "--json"],
        &["status", "--json"],
        &["list", "--format", "csv"],
        &["check", "Kewar", "--json"],
        &["attention", "--json"],
        &["attention", "--reason", "tanpa-rtl", "--json"],
        &["board", "--json"],
        &["gates", "--json"],
        &["action", "list", "--json"],
    ] {
        let in_english = [args, &["--lang", "en"]].concat();
        assert_eq!(home.ok(args).out, home.ok(&in_english).out, "{args:?}");
    }
}

#[test]
fn no_line_about_the_programme_is_the_same_in_both_languages() {
    let home = chosen();
    verified(&home, &["bahan-baku", "nib"]);
    home.ok(&["blocker", "add", "Fulur", "modal", "--office", "pmd"]);
    home.ok(&[
        "action",
        "plan",
        "Fulur",
        "x",
        "--office",
        "dinkes",
        "--due",
        "2025-01-01",
        "--on",
        "2024-12-24",
    ]);
    for args in [
        &["gates"][..],
        &["check", "Fulur"],
        &["show", "Fulur"],
        &["attention"],
        &["attention", "--reason", "macet"],
        &["attention", "--reason", "terhambat"],
        &["attention", "--reason", "lewat"],
        &["attention", "--reason", "tanpa-produk"],
        &["board"],
        &["status"],
        &["action", "list"],
    ] {
        let lines = |lang: &str| -> BTreeSet<String> {
            let said = home.ok(&[args, &["--lang", lang]].concat()).out;
            let lines = said.lines().map(|l| l.trim().to_owned());
            let lines = lines.filter(|l| !l.is_empty() && !l.starts_with("| ---"));
            lines.collect()
        };
        let (id, en) = (lines("id"), lines("en"));
        let same: Vec<_> = id.intersection(&en).collect();
        assert!(same.is_empty(), "{args:?}: {same:?}");
    }
}

#[test]
fn commands_have_indonesian_names() {
    let home = Home::new();
    home.ok(&[
        "potensi",
        "tambah",
        "Fulur",
        "madu",
        "--kelompok",
        "hasil-hutan",
    ]);
    home.ok(&[
        "pilih",
        "Fulur",
        "madu",
        "--forum",
        "musdes",
        "--tanggal",
        "kemarin",
        "--ba",
        "02/BA",
    ]);
    home.ok(&["sk", "Fulur", "07/2025"]);
    home.ok(&["tahap", "Fulur", "diolah", "--dasar", "dilihat"]);
    home.ok(&["mentah", "Fulur", "tidak"]);
    home.ok(&["catat", "Fulur", "panen"]);
    home.ok(&["batal", "Fulur", "--alasan", "bubar"]);
    home.ok(&["urungkan", "--ya"]);
    assert_eq!(home.json(&["lihat", "Fulur", "--json"])["stage"], "diolah");
    home.ok(&["daftar", "--wilayah", "Lamaknen", "--urut", "nama"]);
    home.ok(&["jejak", "--oleh", "@ovop"]);
    home.ok(&["periksa"]);
    home.ok(&["panduan", "perintah"]);
    home.ok(&["bantuan", "pilih"]);
    home.ok(&["cek", "Kewar"]);
    home.ok(&["bukti", "verifikasi", "--help"]);
    home.ok(&["hambatan", "buka", "--help"]);
    home.ok(&["rtl", "daftar", "--lewat"]);
    home.ok(&["perhatian", "--alasan", "macet"]);
    home.ok(&["papan"]);
    home.ok(&["gerbang"]);
    home.ok(&["panduan", "gerbang"]);
}
