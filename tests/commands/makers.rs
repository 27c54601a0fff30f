//! Producers, workers, months, channels and assistance of a product, and the tables over all villages.

use crate::support::{Home, chosen, fulur};

/// Today's month and the one before, as the log writes them.
fn month_before(home: &Home) -> String {
    let year = fulur(home)["makers"]["year"].clone();
    year[10]["month"].as_str().unwrap().to_owned()
}

#[test]
fn a_month_without_data_is_no_zero_month_and_a_later_entry_replaces_the_earlier() {
    let home = chosen();
    let last = month_before(&home);
    home.ok(&["producer", "add", "Fulur", "Kelompok Sinar", "--women", "8"]);
    home.ok(&["kanal", "buka", "Fulur", "ntt-mart"]);
    let add = |volume: &str, more: &[&str]| {
        let mut args = vec!["month", "add", "Fulur", &last, "--volume", volume];
        args.extend(more);
        home.ok(&args)
    };
    add("0", &[]);
    let year = || fulur(&home)["makers"]["year"].clone();
    assert_eq!(year()[10]["known"], "zero");
    assert_eq!(year()[9]["known"], "no-data");
    let at = [
        "--unit",
        "kg",
        "--channel",
        "1",
        "--producer",
        "kelompok sinar",
    ];
    add("12,5", &at);
    assert_eq!(year()[10]["known"], "made");
    let months = fulur(&home)["makers"]["months"].clone();
    assert_eq!(
        months.as_array().unwrap().len(),
        2,
        "another channel is another entry"
    );
    add("15", &at);
    let months = fulur(&home)["makers"]["months"].clone();
    assert_eq!(months.as_array().unwrap().len(), 2);
    assert_eq!(months[1]["volume"], "15");
    home.ok(&["undo", "--yes"]);
    assert_eq!(fulur(&home)["makers"]["months"][1]["volume"], "12.5");
    let said = home.ok(&["show", "Fulur"]).out;
    assert!(said.contains("Produksi 12 bln: ----------#- ("), "{said}");
    assert!(
        said.contains(": 12,5 kg, NTT Mart, Kelompok Sinar"),
        "{said}"
    );
    let csv = home.ok(&["month", "list", "--format", "csv"]).out;
    let row = csv.lines().nth(1).unwrap();
    assert!(row.ends_with(",no-data,made,no-data,"), "{csv}");
}

#[test]
fn numbers_and_months_that_cannot_be_read_are_refused_in_words() {
    let home = chosen();
    let said = home.fails(2, &["month", "add", "Fulur", "13/2026", "--volume", "1"]);
    assert!(said.err.contains("Bulan tidak terbaca"), "{said:?}");
    let last = month_before(&home);
    let said = home.fails(2, &["month", "add", "Fulur", &last, "--volume", "1,500"]);
    assert!(
        said.err.contains("--volume 1,500: Angka tidak terbaca"),
        "{said:?}"
    );
    let said = home.fails(5, &["month", "add", "Fulur", &last, "--volume", "2"]);
    assert!(said.err.contains("satuan"), "{said:?}");
    let said = home.fails(5, &["month", "add", "Fulur", &last]);
    assert!(said.err.contains("Isi volume dahulu"), "{said:?}");
    let said = home.fails(
        4,
        &[
            "month",
            "add",
            "Fulur",
            &last,
            "--volume",
            "0",
            "--channel",
            "2",
        ],
    );
    assert!(said.err.contains("(belum ada)"), "{said:?}");
    let said = home.fails(
        5,
        &["workers", "count", "Kewar", "--men", "1", "--women", "2"],
    );
    assert!(
        said.err.contains("Belum ada produk yang dipilih"),
        "{said:?}"
    );
}

#[test]
fn insurance_that_nobody_checked_is_said_and_not_counted_as_zero() {
    let home = chosen();
    let said = home.ok(&["workers", "list"]).out;
    assert!(
        said.contains("Ada data: 0 desa. Belum ada data: 1 desa berproduk (bukan nol)"),
        "{said}"
    );
    let count = ["workers", "count", "Fulur", "--men", "3", "--women", "11"];
    home.ok(&[&count[..], &["--work", "6"]].concat());
    let said = home.ok(&["workers", "list"]).out;
    assert!(
        said.contains("Semua: pekerja 14 (L3 P11), BPJS TK aktif 6, JKN belum dicek."),
        "{said}"
    );
    let said = home.fails(5, &[&count[..], &["--health", "15"]].concat());
    assert!(
        said.err.contains("melebihi jumlah pekerja (14)"),
        "{said:?}"
    );
    let row = home.json(&["workers", "list", "--json"])[0].clone();
    assert_eq!(row["workers"]["work"]["active"], 6);
    assert!(row["workers"]["health"].is_null());
}

#[test]
fn assistance_that_waits_begins_and_ends_and_is_counted_by_office() {
    let home = chosen();
    let begin = ["assist", "begin", "Fulur", "alat sangrai"];
    home.fails(2, &begin);
    home.ok(&[&begin[..], &["--office", "provinsi", "--waiting"]].concat());
    let counts = || home.json(&["assist", "list", "--json"])[0].clone();
    assert_eq!(counts()["waiting"], 1);
    home.ok(&["assist", "begin", "Fulur", "1"]);
    assert_eq!(
        (&counts()["waiting"], &counts()["running"]),
        (&0.into(), &1.into())
    );
    home.fails(5, &["assist", "begin", "Fulur", "1"]);
    home.ok(&["assist", "end", "Fulur", "1", "--handover", "12/BAST"]);
    assert_eq!(counts()["done"], 1);
    let said = home.ok(&["show", "Fulur"]).out;
    assert!(said.contains("BAST 12/BAST"), "{said}");
}

#[test]
fn what_belongs_to_a_product_leaves_with_it() {
    let home = chosen();
    home.ok(&["producer", "add", "Fulur", "KWT Mawar", "--head", "Maria"]);
    home.ok(&[
        "producer",
        "stop",
        "Fulur",
        "kwt mawar",
        "--reason",
        "ketua pindah",
    ]);
    home.fails(5, &["producer", "stop", "Fulur", "1", "--reason", "x"]);
    let producer = || fulur(&home)["makers"]["producers"][0].clone();
    assert_eq!(producer()["active"], false);
    home.ok(&["producer", "resume", "Fulur", "1", "--reason", "ketua baru"]);
    home.ok(&["producer", "amend", "Fulur", "1", "--men", "2"]);
    assert_eq!(
        (&producer()["head"], &producer()["men"]),
        (&"Maria".into(), &2.into())
    );
    home.fails(
        5,
        &["cancel", "Fulur", "--reason", "salah", "--on", "2025-01-05"],
    );
    home.ok(&["cancel", "Fulur", "--reason", "salah"]);
    assert!(fulur(&home)["makers"].is_null());
    home.ok(&["undo", "--yes"]);
    assert_eq!(producer()["name"], "KWT Mawar");
}

#[test]
fn the_turnover_of_the_villages_adds_up_to_that_of_the_kecamatan_and_of_all() {
    let home = Home::new();
    let kept = home.path("latihan.db");
    let run = |args: &[&str]| {
        let mut all = vec!["demo", "--keep", kept.to_str().unwrap(), "month", "list"];
        all.extend(args);
        home.ok(&all).out
    };
    let money = |text: &str| -> u64 {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse().unwrap()
    };
    let csv = run(&["--format", "csv"]);
    let mut villages: Vec<(String, u64)> = Vec::new();
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        if let Some(turnover) = cells.last().filter(|t| !t.is_empty()) {
            villages.push((cells[3].to_owned(), money(turnover)));
        }
    }
    assert!(villages.len() > 20, "{csv}");
    let text = run(&[]);
    let totals = text
        .lines()
        .filter_map(|l| l.split_once(": omzet 12 bulan Rp"))
        .map(|(name, sum)| (name.to_owned(), money(sum)));
    let mut totals: Vec<(String, u64)> = totals.collect();
    let (name, all) = totals.pop().unwrap();
    assert_eq!(name, "Semua");
    assert_eq!(all, villages.iter().map(|(_, n)| n).sum::<u64>());
    for (name, sum) in totals {
        let of = villages.iter().filter(|(k, _)| *k == name);
        assert_eq!(sum, of.map(|(_, n)| n).sum::<u64>(), "{name}");
    }
    // A region asked for has the total that the whole table gives it.
    let rinhat = run(&["--region", "Rinhat"]);
    let line = "Rinhat: omzet 12 bulan";
    let of = |text: &str| {
        text.lines()
            .find(|l| l.starts_with(line))
            .map(money)
            .unwrap()
    };
    assert_eq!(of(&rinhat), of(&text));
}
