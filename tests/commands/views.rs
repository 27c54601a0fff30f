//! `ovop view`, and lists by a saved view.

use serde_json::Value;

use crate::support::{Home, chosen, words};

fn codes(home: &Home, args: &[&str]) -> Vec<String> {
    let mut all = vec!["list", "--json"];
    all.extend(args);
    words(&home.json(&all), "code")
}

fn view(home: &Home, name: &str) -> Option<Value> {
    let views = home.json(&["view", "list", "--json"]);
    let mut all = views.as_array().unwrap().iter();
    all.find(|v| v["name"] == name).cloned()
}

#[test]
fn a_view_is_saved_from_options_and_words_and_opens_what_they_left() {
    let home = chosen();
    let said = home.ok(&[
        "view",
        "save",
        "Rinhat",
        "belum",
        "--region",
        "rinhat",
        "--no-product",
        "--filter",
        "data>0",
        "--sort",
        "umur",
    ]);
    assert!(said.out.contains("Tampilan \"Rinhat belum\" disimpan."));
    let saved = view(&home, "Rinhat belum").unwrap();
    assert_eq!(saved["filter"], "kec:Rinhat produk:belum data>0");
    assert_eq!(
        (&saved["sort"], &saved["shared"]),
        (&"umur".into(), &false.into())
    );
    let by_options = codes(
        &home,
        &[
            "--region",
            "rinhat",
            "--no-product",
            "--filter",
            "data>0",
            "--sort",
            "umur",
        ],
    );
    assert!(!by_options.is_empty());
    assert_eq!(saved["villages"], by_options.len());
    assert_eq!(codes(&home, &["--saved", "rinhat BELUM"]), by_options);
    // Its number in the list names it too; an order asked for goes before its own.
    assert_eq!(codes(&home, &["--saved", "6"]), by_options);
    let mut sorted = by_options.clone();
    sorted.sort();
    let register = codes(&home, &["--saved", "6", "--sort", "register"]);
    assert_eq!(register, sorted);
    // Other conditions narrow it.
    let k0 = codes(&home, &["--saved", "6", "--filter", "k0"]);
    assert!(k0.len() < by_options.len() && k0.iter().all(|c| by_options.contains(c)));
}

#[test]
fn the_views_of_the_program_are_there_in_both_languages() {
    let home = chosen();
    let list = home.ok(&["view", "list"]).out;
    let first = list.lines().nth(1).unwrap();
    assert!(
        first.contains("Belum ada produk") && first.contains("produk:belum"),
        "{list}"
    );
    let without = codes(&home, &["--no-product"]);
    assert_eq!(codes(&home, &["--saved", "belum ada produk"]), without);
    assert_eq!(codes(&home, &["--saved", "Without product"]), without);
    assert_eq!(codes(&home, &["--saved", "1"]), without);
    let english = home.ok(&["--lang", "en", "view", "list"]).out;
    assert!(
        english.contains("Expiring evidence") && english.contains("built in"),
        "{english}"
    );
    let said = home.fails(5, &["view", "save", "without product", "--filter", "k0"]);
    assert!(said.err.contains("bawaan program dan tetap"), "{said:?}");
}

#[test]
fn saving_again_replaces_removing_removes_and_undo_brings_back() {
    let home = chosen();
    home.ok(&["view", "save", "Mingguan", "--filter", "macet"]);
    let said = home.fails(5, &["view", "save", "Mingguan", "--filter", "macet"]);
    assert!(
        said.err.contains("Sudah tersimpan persis begitu."),
        "{said:?}"
    );
    home.ok(&["view", "save", "mingguan", "--filter", "lewat", "--shared"]);
    assert_eq!(view(&home, "mingguan").unwrap()["filter"], "lewat");
    assert_eq!(view(&home, "Mingguan"), None);
    home.ok(&["undo", "--yes"]);
    assert_eq!(view(&home, "Mingguan").unwrap()["filter"], "macet");
    home.ok(&["view", "remove", "MINGGUAN"]);
    assert_eq!(view(&home, "Mingguan"), None);
    home.ok(&["undo", "--yes"]);
    assert_eq!(view(&home, "Mingguan").unwrap()["filter"], "macet");
    let log = home.ok(&["log", "--kind", "view"]).out;
    assert!(
        log.contains("Tampilan tersimpan") && log.contains("tampilan disimpan: Mingguan"),
        "{log}"
    );
}

#[test]
fn what_cannot_be_saved_or_found_is_said_and_nothing_is_written() {
    let home = chosen();
    let before = home.events();
    for (code, args, why) in [
        (
            2,
            vec!["save", "x", "--filter", "tahp:dikemas"],
            "Maksudnya",
        ),
        (4, vec!["save", "x", "--filter", "kec:entah"], "entah"),
        (5, vec!["save", "12", "--filter", "k0"], "nomor dipakai"),
        (5, vec!["save", " ", "--filter", "k0"], "Beri nama dahulu."),
        (5, vec!["remove", "entah"], "Tidak ada tampilan \"entah\""),
    ] {
        let mut all = vec!["view"];
        all.extend(&args);
        let said = home.fails(code, &all);
        assert!(said.err.contains(why), "{args:?}: {said:?}");
    }
    assert_eq!(home.events(), before);
    let said = home.fails(4, &["list", "--saved", "entah"]);
    assert!(said.err.contains("ovop view list"), "{said:?}");
    let said = home.fails(4, &["list", "--saved", "99"]);
    assert!(said.err.contains("\"99\""), "{said:?}");
    let said = home.fails(5, &["--view", "view", "save", "x", "--filter", "k0"]);
    assert!(!said.err.is_empty());
}

#[test]
fn a_past_day_is_seen_through_a_view_that_is_saved_today() {
    let home = chosen();
    home.ok(&["view", "save", "Punya produk", "--filter", "!produk:belum"]);
    assert_eq!(codes(&home, &["--saved", "punya produk"]).len(), 1);
    let then = ["--saved", "punya produk", "--as-of", "2020-01-01"];
    assert_eq!(codes(&home, &then).len(), 0);
}

#[test]
fn a_bulk_act_takes_its_villages_from_a_view() {
    let home = chosen();
    home.ok(&[
        "view",
        "save",
        "Fulur saja",
        "--filter",
        "fulur !produk:belum",
    ]);
    let said = home.ok(&["bulk", "note", "ditinjau", "--saved", "Fulur saja", "--yes"]);
    assert!(
        said.out.contains("Dicatat untuk 1 desa/kelurahan."),
        "{said:?}"
    );
}
