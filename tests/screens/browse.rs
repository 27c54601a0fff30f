//! Moving, finding, filtering.

use ovop::domain::act::Act;
use ovop::domain::event::Forum;
use ovop::domain::stage::Stage;
use rstest::rstest;

use crate::support::Desk;

#[test]
fn the_first_screen_shows_the_whole_register_with_its_totals() {
    let desk = Desk::new();
    let face = desk.start(80, 24);
    face.shows("208 desa/kel, tanpa produk 208 (K0 130 + K1 78)")
        .shows("Kabupaten Belu 81 81")
        .shows("Kabupaten Malaka 127 127")
        .shows("Lamaknen Selatan 8 8")
        .shows("Kewar");
    assert!(face.line().starts_with(">!  Kewar"), "{}", face.line());
}

#[test]
fn the_cursor_goes_down_and_up_and_to_both_ends() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("jjj");
    assert!(face.line().contains("Makir"), "{}", face.line());
    face.press("k");
    assert!(face.line().contains("Duarato"));
    face.press("G");
    assert!(
        face.line().contains("Takarai"),
        "the last village of Malaka: {}",
        face.line()
    );
    face.press("g");
    assert!(face.line().contains("Kewar"));
    face.press("JJK");
    assert!(!face.line().is_empty());
}

#[test]
fn holding_down_passes_all_208_villages() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..208 {
        seen.insert(face.line()[4..20].trim().to_owned());
        face.press("j");
    }
    // Names are unique within the two regencies.
    assert_eq!(seen.len(), 208);
}

#[test]
fn a_village_opens_its_card_and_q_goes_back_and_out() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("<Enter>");
    face.shows("KEWAR")
        .shows("Kec. Lamaknen, Kabupaten Belu")
        .shows("K1 BELUM DIPUTUSKAN")
        .shows("3 potensi")
        .shows("1 kain tais (tenun)")
        .shows("belum dipastikan");
    assert!(!face.ended());
    face.press("q");
    face.shows("Wilayah");
    face.press("<Esc>");
    assert!(!face.ended(), "Esc never leaves the program");
    face.press("q");
    assert!(face.ended());
}

#[test]
fn on_a_phone_one_pane_shows_at_a_time() {
    let desk = Desk::new();
    let mut face = desk.start(40, 20);
    face.shows("Desa 208").hides("Wilayah");
    face.press("h");
    face.shows("Wilayah")
        .shows("Kabupaten Malaka")
        .hides("Kewar");
    face.press("ll");
    face.shows("KEWAR").shows("POTENSI");
}

#[test]
fn a_region_filters_the_list_beside_it() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("hjj");
    face.shows("Desa 9 dari 208, Lamaknen")
        .shows("Leowalu")
        .hides("Silawan");
    face.press("l");
    assert!(face.line().contains("Kewar"));
    face.press("X");
    face.shows("Desa 208").shows("Silawan");
}

#[rstest]
#[case("/lakekun", &["1 Lakekun", "2 Lakekun Utara", "3 Lakekun Barat"])]
#[case("/Bianeno", &["Beaneno"])]
#[case("/fukeu", &["Kufeu"])]
#[case("/fatubaa", &["Fatuba'a"])]
#[case("/banibani", &["Bani-Bani"])]
#[case("/maumutin", &["1 Maumutin", "Manumutin"])]
fn the_search_forgives(#[case] script: &str, #[case] found: &[&str]) {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press(script);
    for name in found {
        face.shows(name);
    }
    face.hides("Duarato");
}

#[test]
fn where_two_villages_fit_enter_picks_none_and_a_digit_picks() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("/lakekun<Enter>");
    face.shows("3 Lakekun Barat");
    face.press("3");
    face.shows("LAKEKUN BARAT")
        .shows("Kec. Kobalima, Kabupaten Malaka");
    face.press("q");
    assert!(
        face.line().contains("Lakekun Barat"),
        "the list stands on it: {}",
        face.line()
    );
}

#[test]
fn a_village_hidden_by_a_filter_is_found_and_the_filter_is_taken_off() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("hjjl/wehali<Enter>");
    face.shows("WEHALI")
        .shows("Saringan dilepas supaya desa ini terlihat.");
    face.press("q");
    face.shows("Desa 208");
}

#[test]
fn the_search_is_left_with_printable_keys() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("/x<BS><BS>");
    face.shows("Kewar").shows("Wilayah");
}

#[test]
fn one_key_each_filters_by_kecamatan_decision_stage_and_no_product() {
    let desk = Desk::new();
    choose(&desk, "53.04.01.2001", "Kewar");
    desk.act(
        "maria",
        "53.04.01.2001",
        "2025-12-01",
        Act::DeclareStage {
            to: Stage::Packaged,
            basis: "label".into(),
        },
    );
    let mut face = desk.start(80, 24);
    face.press("0<Enter>");
    face.shows("Desa 207 dari 208, tanpa produk").hides("Kewar");
    face.press("X");
    face.shows("Kewar");
    face.press("D0");
    face.shows("Desa 130 dari 208, K0 belum didata");
    face.press("D2");
    face.shows("Desa 1 dari 208, K2 dipilih, belum ada SK")
        .shows("Kewar");
    face.press("XT3");
    face.shows("Desa 1 dari 208, Dikemas").shows("Kewar");
    face.press("T4");
    face.shows("Tidak ada desa yang cocok dengan saringan. X melepas saringan.");
    face.press("XC");
    face.shows("Kecamatan mana?").shows("Lamaknen");
    face.press("jj<Enter>");
    face.shows("dari 208, Raihat");
}

#[test]
fn the_list_is_sorted_four_ways() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("o2g");
    face.shows("urut nama");
    assert!(face.line().contains("Aitoun"), "{}", face.line());
    face.press("o3g");
    face.shows("urut umur");
    assert!(
        face.line().contains("th"),
        "the oldest state is years old: {}",
        face.line()
    );
    face.press("o1g");
    assert!(face.line().contains("Kewar"));
}

#[test]
fn attention_lists_villages_without_product_by_kecamatan_k0_and_k1_apart() {
    let desk = Desk::new();
    choose(&desk, "53.04.01.2004", "Duarato");
    let mut face = desk.start(80, 24);
    face.press("3");
    face.shows("207 = K0 130 + K1 77").hides("Duarato");
    let screen = face.screen();
    let head = screen.lines().find(|l| l.contains("Lamaknen:")).unwrap();
    assert!(head.contains("8") && head.contains("K0 6 + K1 2"), "{head}");
    let flags: Vec<&str> = screen
        .lines()
        .skip_while(|l| !l.contains("Lamaknen:"))
        .skip(1)
        .take(8)
        .map(|l| l.split('\u{2502}').nth(1).unwrap()[1..3].trim())
        .collect();
    assert_eq!(flags, ["!!", "!!", "!!", "!!", "!!", "!!", "!", "!"]);
}

#[test]
fn attention_of_one_kecamatan() {
    let desk = Desk::new();
    let mut face = desk.start(100, 30);
    face.press("3C");
    face.press("j<Enter>");
    face.shows("Tasifeto Timur");
    face.hides("Lamaknen:");
    face.press("q");
    face.shows("Lamaknen:");
    face.press("q");
    face.shows("Wilayah");
}

#[test]
fn the_bar_offers_what_works_now_and_a_refused_key_says_why() {
    let desk = Desk::new();
    let mut face = desk.start(120, 40);
    face.shows("p pilih produk")
        .shows("? bantuan")
        .hides("m maju");
    face.press("m");
    face.shows("Maju: desa ini belum memilih produk (p memilih).");
    face.press("jp");
    face.shows("Pilih produk: desa ini belum punya potensi (a mencatat).");
    face.press("$");
    face.shows("Tombol $ tidak dipakai di sini. ? bantuan.");
}

#[test]
fn help_names_every_command_and_runs_the_selected_one() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("?/tanpa produk<Enter>");
    face.shows("Tanpa produk = K0 + K1");
    face.press("q?");
    face.shows("Bergerak");
    face.press("q:bahasa<Enter>");
    face.shows("Villages").shows("no product");
}

#[test]
fn the_language_changes_live_and_back() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("b");
    face.shows("208 villages, no product 208 (K0 130 + K1 78)")
        .shows("not decided");
    face.press("b");
    face.shows("208 desa/kel").shows("belum pilih");
}

#[test]
fn a_small_terminal_says_so_and_recovers() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("jjj");
    face.0.resize(30, 8).unwrap();
    face.shows("Layar 30x8 terlalu kecil: perlu 40x12. q keluar");
    face.0.resize(80, 24).unwrap();
    assert!(face.line().contains("Makir"));
    face.0.resize(20, 5).unwrap();
    face.press("q");
    assert!(face.ended());
}

fn choose(desk: &Desk, village: &str, name: &str) {
    let card = desk.card(village);
    assert_eq!(card.place.name, name);
    let act = Act::Choose {
        potential: card.village.potentials[0].id,
        product: String::new(),
        forum: Forum::VillageDeliberation,
        minutes: "02/BA/2025".into(),
        reason: String::new(),
    };
    desk.act("maria", village, "2025-11-20", act);
}

#[test]
fn a_long_message_is_said_whole_and_leaves_with_the_next_move() {
    let desk = Desk::new();
    let mut face = desk.start(40, 12);
    face.press("3D");
    face.shows("Keputusan: daftar ini sudah disaring dan diurutkan (1: layar Desa).");
    face.press("j");
    face.hides("daftar ini sudah");
    face.press("X");
    face.shows("Lepas saringan: tidak ada saringan.");
}

#[test]
fn a_village_that_fits_the_filter_is_found_within_it() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    // Far down the list: its row is not held when the search begins.
    face.press("0<Enter>/takarai<Enter>");
    face.shows("TAKARAI").hides("Saringan dilepas");
    face.press("q");
    face.shows("tanpa produk");
    assert!(face.line().contains("Takarai"), "{}", face.line());
}
