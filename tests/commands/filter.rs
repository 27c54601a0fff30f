//! `list --filter`.

use crate::support::{Home, chosen, words};

fn codes(home: &Home, filter: &str) -> Vec<String> {
    let list = home.json(&["list", "--filter", filter, "--json"]);
    words(&list, "code")
}

#[test]
fn a_filter_leaves_the_villages_for_which_all_of_it_holds() {
    let home = Home::new();
    let rinhat = codes(&home, "kec:rinhat");
    assert!(!rinhat.is_empty());
    let by_flag = home.json(&["list", "--region", "rinhat", "--json"]);
    assert_eq!(rinhat, words(&by_flag, "code"));
    let two = codes(&home, "kec:rinhat,io-kufeu");
    assert_eq!(two.len(), rinhat.len() + codes(&home, "kec:io-kufeu").len());
    assert_eq!(codes(&home, "!kec:rinhat").len(), 208 - rinhat.len());
    assert_eq!(codes(&home, "jenis:kelurahan").len(), 12);
    let without = home.json(&["list", "--no-product", "--json"]);
    assert_eq!(codes(&home, "produk:belum"), words(&without, "code"));
    assert_eq!(codes(&home, "").len(), 208);
}

#[test]
fn a_filter_narrows_what_the_other_options_leave() {
    let home = Home::new();
    let both = home.json(&[
        "list",
        "--no-product",
        "--region",
        "belu",
        "--filter",
        "k0",
        "--json",
    ]);
    let k0 = home.json(&["list", "--decision", "K0", "--region", "belu", "--json"]);
    assert!(!words(&k0, "code").is_empty());
    assert_eq!(words(&both, "code"), words(&k0, "code"));
}

#[test]
fn a_past_day_is_filtered_as_it_was() {
    let home = chosen();
    let with_product = ["list", "--filter", "!produk:belum", "--json"];
    assert_eq!(home.json(&with_product).as_array().unwrap().len(), 1);
    let mut before = with_product.to_vec();
    before.extend(["--as-of", "2020-01-01"]);
    assert_eq!(home.json(&before).as_array().unwrap().len(), 0);
}

#[test]
fn a_word_that_cannot_be_read_is_pointed_at_and_nothing_is_listed() {
    let home = Home::new();
    home.ok(&["status"]);
    let said = home.fails(2, &["list", "--filter", "kec:rinhat tahp<dikemas"]);
    assert_eq!(said.out, "");
    assert!(
        said.err.contains("Maksudnya \u{201c}tahap\u{201d}?"),
        "{said:?}"
    );
    assert!(
        said.err
            .ends_with("  kec:rinhat tahp<dikemas\n             ^^^^\n"),
        "{said:?}"
    );
    let english = home.fails(2, &["--lang", "en", "list", "--filter", "kantor:dinkess"]);
    assert!(
        english.err.contains("Is \u{201c}dinkes\u{201d} meant?"),
        "{english:?}"
    );
}

#[test]
fn a_region_that_is_not_there_is_pointed_at() {
    let home = Home::new();
    home.ok(&["status"]);
    let said = home.fails(4, &["list", "--filter", "kec:rinhit"]);
    assert!(
        said.err.ends_with("  kec:rinhit\n      ^^^^^^\n"),
        "{said:?}"
    );
    let level = home.fails(4, &["list", "--filter", "kec:malaka rtl"]);
    assert!(level.err.contains("kabupaten ditulis kab:"), "{level:?}");
    assert!(
        level.err.ends_with("  kec:malaka rtl\n      ^^^^^^\n"),
        "{level:?}"
    );
}
