//! status, list, show, log, doctor, keys.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::support::{Home, small_register, tamper};

#[test]
fn the_first_start_makes_the_database_and_says_so_beside_the_answer() {
    let home = Home::new();
    let first = home.ok(&["status", "--json"]);
    assert!(
        first.err.contains("Basis data baru dibuat") && first.err.contains("ovop.db"),
        "{first:?}"
    );
    serde_json::from_str::<serde_json::Value>(&first.out).unwrap();
    let second = home.ok(&["status"]);
    assert_eq!(second.err, "");
}

#[test]
fn status_counts_every_village_and_no_product_is_the_sum_of_its_parts() {
    let home = Home::new();
    let status = home.json(&["status", "--json"]);
    let n = |key: &str| status[key].as_u64().unwrap();
    assert_eq!(n("villages"), 208);
    assert_eq!(n("no_product"), n("K0") + n("K1"));
    assert_eq!(n("villages"), n("K0") + n("K1") + n("K2") + n("K3"));
    assert_eq!(status["stages"]["dipasarkan"], 0);

    let said = home.ok(&["status"]).out;
    let line = |label: &str| {
        let line = said.lines().find(|l| l.trim().starts_with(label));
        line.and_then(|l| l.split_whitespace().last()?.parse::<u64>().ok())
            .unwrap_or_else(|| panic!("no line {label:?} in {said}"))
    };
    assert_eq!(line("Desa/kelurahan"), 208);
    assert_eq!(line("Tanpa produk = K0 + K1"), n("no_product"));
    assert_eq!(line("K0 belum didata"), n("K0"));
    assert_eq!(line("K3 ditetapkan"), 0);
    assert_eq!(line("Tahap Dipasarkan"), 0);
}

#[test]
fn status_of_a_regency_counts_that_regency() {
    let home = Home::new();
    let malaka = home.json(&["status", "--region", "malaka", "--json"]);
    assert_eq!(malaka["villages"], 127);
    let said = home.ok(&["status", "--kec", "53.21"]).out;
    assert!(said.starts_with("Kabupaten Malaka\n"), "{said}");
}

#[test]
fn list_gives_machines_an_array_of_objects() {
    let home = Home::new();
    let all = home.json(&["list", "--json"]);
    assert_eq!(all.as_array().unwrap().len(), 208);
    let first = &all[0];
    assert_eq!(first["code"], "53.04.01.2001");
    assert_eq!(first["name"], "Kewar");
    assert_eq!(first["kecamatan"], "Lamaknen");
    assert_eq!(first["kabupaten"], "Kabupaten Belu");
    assert_eq!(first["decision"], "K1");
    assert!(first["stage"].is_null() && first["product"].is_null());
}

#[test]
fn list_filters_by_region_decision_and_stage() {
    let home = Home::new();
    home.ok(&[
        "choose", "Kewar", "1", "--forum", "musdes", "--on", "kemarin",
    ]);
    home.ok(&["stage", "Kewar", "dikemas", "--basis", "dilihat"]);
    let codes = |args: &[&str]| -> Vec<String> {
        let mut all = vec!["list", "--json"];
        all.extend(args);
        let list = home.json(&all);
        let list = list.as_array().unwrap().iter();
        list.map(|v| v["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(codes(&["--region", "Lamaknen"]).len(), 9);
    assert_eq!(codes(&["--decision", "k2"]), ["53.04.01.2001"]);
    assert_eq!(codes(&["--stage", "Packaged"]), ["53.04.01.2001"]);
    assert_eq!(codes(&["--stage", "diolah"]), [""; 0]);
    assert_eq!(codes(&["--no-product"]).len(), 207);
    assert_eq!(codes(&["--tanpa-produk", "--kec", "Lamaknen"]).len(), 8);
    assert_eq!(codes(&["--decision", "K4"]), [""; 0]);
    home.ok(&["cancel", "Kewar", "--reason", "kelompok bubar"]);
    assert_eq!(codes(&["--decision", "K4"]), ["53.04.01.2001"]);
}

#[test]
fn list_orders_by_name_and_by_age() {
    let home = Home::new();
    let names = home.json(&["list", "--sort", "nama", "--json"]);
    let names: Vec<String> = names
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v["name"].as_str().unwrap().to_lowercase())
        .collect();
    assert!(
        names[0].starts_with('a') && names[207] > names[0],
        "{names:?}"
    );
    let ages = home.json(&["list", "--sort", "age", "--json"]);
    let days: Vec<Option<i64>> = ages
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v["days"].as_i64())
        .collect();
    let known = days.iter().take_while(|d| d.is_some()).count();
    assert_eq!(known, 78, "villages without a date come last");
    assert!(days[..known].is_sorted_by(|a, b| a >= b), "oldest first");
}

#[test]
fn list_in_text_names_its_columns_and_says_how_many_it_shows() {
    let home = Home::new();
    let said = home.ok(&["list", "--region", "Lamaknen"]).out;
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("Kode") && lines[0].contains("Kecamatan"));
    assert!(lines[1].starts_with("53.04.01.2001") && lines[1].contains("K1!"));
    assert_eq!(lines[10], "9 desa/kelurahan, 9 tanpa produk.");
}

#[test]
fn csv_is_harmless_to_a_spreadsheet() {
    let home = Home::new();
    home.ok(&[
        "potential",
        "add",
        "Fulur",
        "=HYPERLINK(\"http://x\",\"a, b\")",
    ]);
    home.ok(&[
        "choose", "Fulur", "1", "--forum", "musdes", "--on", "kemarin",
    ]);
    let said = home.ok(&["list", "--format", "csv"]).out;
    let mut lines = csv::Reader::from_reader(said.as_bytes());
    assert_eq!(
        lines.headers().unwrap().iter().take(8).collect::<Vec<_>>(),
        [
            "code",
            "name",
            "kind",
            "kecamatan",
            "kabupaten",
            "decision",
            "stage",
            "product"
        ]
    );
    let rows: Vec<csv::StringRecord> = lines.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 208);
    assert_eq!(&rows[1][7], "'=HYPERLINK(\"http://x\",\"a, b\")");
    assert!(
        rows.iter()
            .flat_map(csv::StringRecord::iter)
            .all(|cell| !cell.starts_with(['=', '+', '-', '@'])),
        "no cell is a formula"
    );
    assert!(said.lines().count() == 209 && said.contains("\r\n"));
}

#[test]
fn show_begins_with_a_sentence_that_tells_the_age_of_the_data() {
    let home = Home::new();
    let said = home.ok(&["show", "kewar"]).out;
    let first = said.lines().next().unwrap();
    assert!(
        first.starts_with(
            "Desa Kewar, Kecamatan Lamaknen, Kabupaten Belu (53.04.01.2001): belum diputuskan (K1); \
             data terakhir 1 Agustus 2020, "
        ) && first.ends_with(" hari lalu."),
        "{first}"
    );
    assert!(said.contains("\n  1. ") && said.contains("sumber publik http"));
    let empty = home.ok(&["show", "53.04.01.2002"]).out;
    assert!(
        empty
            .lines()
            .next()
            .unwrap()
            .ends_with("belum didata (K0); belum ada data."),
        "{empty}"
    );
}

#[test]
fn a_village_is_found_by_code_by_sloppy_name_and_by_words_without_quotes() {
    let home = Home::new();
    for asked in [
        &["Lakekun Barat"][..],
        &["lakekun", "barat"],
        &["LAKEKUN-BARAT"],
        &["53.21.11.2008"],
        &["5321112008"],
        &["lakekun barat, kobalima"],
    ] {
        let mut args = vec!["show", "--json"];
        args.extend(asked);
        assert_eq!(home.json(&args)["code"], "53.21.11.2008", "{asked:?}");
    }
}

#[test]
fn show_gives_machines_the_whole_card() {
    let home = Home::new();
    home.ok(&[
        "choose",
        "Kewar",
        "2",
        "--forum",
        "musdes",
        "--on",
        "2025-11-13",
        "--minutes",
        "02/BA",
    ]);
    home.ok(&["decree", "Kewar", "07/2025", "--on", "2025-11-20"]);
    home.ok(&[
        "stage",
        "Kewar",
        "diolah",
        "--basis",
        "dilihat",
        "--on",
        "2025-12-01",
    ]);
    let card = home.json(&["show", "Kewar", "--json"]);
    assert_eq!(card["decision"], "K3");
    assert_eq!(card["stage"], "diolah");
    assert_eq!(card["choice"]["on"], "2025-11-13");
    assert_eq!(card["choice"]["minutes"], "02/BA");
    assert_eq!(card["choice"]["decree"]["number"], "07/2025");
    assert_eq!(card["choice"]["steps"][0]["basis"], "dilihat");
    assert_eq!(card["potentials"][1]["number"], 2);
    assert_eq!(card["potentials"][1]["source"]["type"], "public");
    assert_eq!(card["product"], card["potentials"][1]["name"]);
}

#[test]
fn a_name_that_several_villages_bear_lists_them_and_ends_with_3() {
    let home = Home::new();
    let register = small_register(&home, "register");
    home.ok(&["init", "--register", register.to_str().unwrap()]);
    for args in [&["show", "lakekun"][..], &["note", "Lakekun", "panen"]] {
        let said = home.fails(3, args);
        assert!(
            said.err
                .contains("1. Desa Lakekun, Kecamatan Semau (53.01.01.2001)")
                && said
                    .err
                    .contains("2. Desa Lakekun, Kecamatan Takari (53.01.02.2001)"),
            "{said:?}"
        );
        assert_eq!(said.out, "");
    }
    assert_eq!(home.events(), 0, "nothing was changed");
    home.ok(&["note", "Lakekun, Takari", "panen"]);
    assert_eq!(home.json(&["log", "--json"])[0]["village"], "53.01.02.2001");
}

#[test]
fn what_is_not_there_ends_with_4_and_names_what_looks_like_it() {
    let home = Home::new();
    home.ok(&["status"]);
    let said = home.fails(4, &["show", "Kewzz"]);
    assert!(said.err.contains("Kewar"), "{said:?}");
    home.fails(4, &["list", "--region", "Kupang"]);
    home.fails(4, &["show", "53.04.01.2999"]);
    let several = home.fails(3, &["list", "--region", "Atambua"]);
    assert!(several.err.contains("Atambua Barat") && several.err.contains("Atambua Selatan"));
}

#[test]
fn the_log_is_filtered_and_newest_first() {
    let home = Home::new();
    home.ok(&["note", "Kewar", "satu"]);
    home.ok(&["note", "Fulur", "dua"]);
    let log = home.json(&["log", "--last", "2", "--json"]);
    assert_eq!(log.as_array().unwrap().len(), 2);
    assert_eq!(log[0]["body"]["text"], "dua");
    assert_eq!(log[0]["kind"], "note");
    let kewar = home.json(&["log", "Kewar", "--json"]);
    assert!(
        kewar
            .as_array()
            .unwrap()
            .iter()
            .all(|e| e["village"] == "53.04.01.2001"),
        "{kewar}"
    );
    let seeded = home.json(&["log", "--by", "@ovop", "--json", "--last", "1000"]);
    assert!(
        seeded.as_array().unwrap().len() > 100,
        "the known products are the program's"
    );
    let said = home.ok(&["log", "--last", "1"]).out;
    assert!(
        said.starts_with("Tanggal") && said.contains("catatan: dua"),
        "{said}"
    );
    let nobody = home.ok(&["log", "--by", "nobody-at-all"]).out;
    assert_eq!(nobody, "Tidak ada peristiwa yang cocok.\n");
}

#[test]
fn doctor_finds_a_new_database_sound_and_names_where_settings_come_from() {
    let home = Home::new();
    home.ok(&["init"]);
    let file = home.write(
        ".config/ovop/config.toml",
        "theme = \"mono\"\n[keys]\nundo = [\"z\"]\n",
    );
    let said = home.ok(&["doctor", "--ascii"]).out;
    let line = |start: &str| {
        said.lines()
            .find(|l| l.starts_with(start))
            .unwrap_or("")
            .to_owned()
    };
    assert!(line("theme").contains("mono") && line("theme").ends_with(file.to_str().unwrap()));
    assert!(line("undo").contains('z'), "{said}");
    assert!(line("ascii").contains("true") && line("ascii").ends_with("baris perintah"));
    assert!(line("utc_offset").contains("+08:00") && line("utc_offset").ends_with("bawaan"));
    assert!(said.ends_with("Semua baik.\n"), "{said}");
    let json = home.json(&["doctor", "--json"]);
    assert_eq!(json["database"]["sound"], true);
    assert_eq!(json["settings"]["theme"]["origin"], "file");
}

#[test]
fn doctor_finds_a_wrong_summary_and_rebuilds_it_from_the_log() {
    let home = Home::new();
    home.ok(&["init"]);
    let sql = "UPDATE summary SET product = 'emas' WHERE ord = 0";
    tamper(&home.database(), sql);
    let said = home.fails(1, &["doctor"]);
    assert!(said.err.contains("ovop doctor --rebuild"), "{said:?}");
    let said = home.ok(&["doctor", "--rebuild"]);
    assert!(said.out.ends_with("Semua baik.\n"), "{said:?}");
}

#[test]
fn doctor_makes_no_database() {
    let home = Home::new();
    let said = home.fails(1, &["doctor"]);
    assert!(said.err.contains("ovop.db"), "{said:?}");
    assert!(!home.database().exists());
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let home = Home::new();
    home.ok(&["init"]);
    let mut child = home
        .command()
        .args(["list", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    // Dropping the reader closes the pipe, as `head -1` does; the rest does not fit into it.
    BufReader::with_capacity(16, child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    let end = child.wait_with_output().unwrap();
    assert_eq!(first, "[\n");
    assert_eq!(end.status.code(), Some(0));
    assert_eq!(String::from_utf8(end.stderr).unwrap(), "");
}
