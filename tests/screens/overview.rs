//! The board, the reasons for attention, the log.

use ovop::domain::act::Act;
use ovop::domain::event::Forum;
use ovop::domain::stage::Stage;
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use crate::support::Desk;

/// Kewar marketed without a decree since long ago, Duarato processed lately with one.
fn desk() -> Desk {
    let desk = Desk::new();
    for (code, on) in [
        ("53.04.01.2001", "2025-11-05"),
        ("53.04.01.2004", "2026-10-01"),
    ] {
        let potential = desk.card(code).village.potentials[0].id;
        let act = Act::Choose {
            potential,
            product: String::new(),
            forum: Forum::VillageDeliberation,
            minutes: "02/BA".into(),
            reason: String::new(),
        };
        desk.act("maria", code, on, act);
    }
    let stage = |to| Act::DeclareStage {
        to,
        basis: "dilihat".into(),
    };
    desk.act(
        "maria",
        "53.04.01.2001",
        "2025-11-20",
        stage(Stage::Marketed),
    );
    desk.act(
        "yosef",
        "53.04.01.2004",
        "2026-11-01",
        Act::RecordDecree {
            number: "07".into(),
        },
    );
    desk.act(
        "yosef",
        "53.04.01.2004",
        "2026-11-10",
        stage(Stage::Processed),
    );
    desk
}

#[test]
fn the_board_shows_columns_with_counts_and_what_is_stuck() {
    let desk = desk();
    let mut face = desk.start(140, 30);
    face.press("2");
    face.shows("K0 130 + K1 76, macet 7")
        .shows("Potensi 0")
        .shows("Diolah 1")
        .shows("Dipasarkan 1, macet 1")
        .shows("Duarato");
    let kewar = face
        .screen()
        .lines()
        .find(|l| l.contains("Kewar"))
        .unwrap()
        .to_owned();
    assert!(
        kewar.contains("369 h!"),
        "over the limit of 365 days: {kewar}"
    );
}

#[test]
fn a_stage_moves_from_the_board_and_the_village_changes_its_column() {
    let desk = desk();
    let mut face = desk.start(80, 24);
    face.press("2ll");
    face.shows("Diolah 1");
    face.press("m<Enter>label dilihat<Enter>kemarin<Enter><Enter>");
    face.shows("tahap dinyatakan: Dikemas").shows("Diolah 0");
    face.press("l");
    face.shows("Dikemas 1").shows("Duarato");
    face.press("<Enter>");
    face.shows("DUARATO");
}

#[test]
fn the_board_is_filtered_by_kecamatan_and_shown_one_column_at_a_time_on_a_phone() {
    let desk = desk();
    let mut face = desk.start(40, 20);
    face.press("2");
    face.shows("tp 206 = K0 130 + K1 76").hides("Diolah");
    face.press("ll");
    face.shows("Diolah 1").hides("Dikemas");
    face.press("Cjj<Enter>");
    face.shows("Diolah 0");
    face.press("q");
    face.shows("Diolah 1");
}

#[test]
fn each_reason_lists_its_villages_with_why_and_the_act_that_mends_it() {
    let desk = desk();
    let mut face = desk.start(120, 40);
    face.press("3hj");
    face.shows("dipilih, belum SK 1")
        .shows("Kewar")
        .shows("belum ada SK");
    face.shows("1, s SK");
    face.press("j");
    face.shows("369 hari, batas 365").shows("1, t RTL");
    // Every number is the length of the list that it opens.
    for _ in 0..9 {
        let screen = face.screen();
        let line = screen
            .lines()
            .find(|l| l.starts_with('>') && !l.starts_with(">Perhatian"))
            .unwrap_or_default()
            .to_owned();
        let n: usize = line
            .split('\u{2502}')
            .next()
            .unwrap()
            .split_whitespace()
            .next_back()
            .and_then(|n| n.parse().ok())
            .unwrap_or(0);
        let head = screen
            .lines()
            .nth(1)
            .unwrap()
            .split('\u{2502}')
            .nth(1)
            .unwrap()
            .to_owned();
        assert!(head.contains(&format!(" {n}")), "{line} opens {head}");
        face.press("j");
    }
}

#[test]
fn the_log_is_read_backwards_and_filtered() {
    let desk = desk();
    let mut face = desk.start(100, 30);
    face.press("7");
    let first = face.screen().lines().nth(2).unwrap().to_owned();
    assert!(
        first.contains("10-11-26")
            && first.contains("Duarato (Lamaknen)")
            && first.contains("yosef"),
        "{first}"
    );
    face.press("F");
    face.hides("maria").shows("yosef");
    face.press("Ff4");
    face.shows("tahap").hides("SK dicatat");
    face.press("fxS3");
    face.hides("05-11-25").shows("10-11-26");
    face.press("XV");
    face.hides("Kewar");
    face.press("q");
    face.shows("Kewar");
    face.press("GG");
    face.hides("10-11-26").shows("potensi dicatat");
    face.press("<Enter>");
    face.shows("TAHAP");
}

#[test]
fn any_act_is_undone_from_the_log_after_it_said_what_would_change() {
    let desk = desk();
    let mut face = desk.start(100, 30);
    face.press("7jjjj");
    face.press("u");
    face.shows("Urungkan ini?")
        .shows("Kewar (Lamaknen): produk dipilih: kain tais (tenun)")
        .shows("Kewar: menjadi K1 belum diputuskan (sekarang K2 Dipasarkan,");
    face.press("<Enter>");
    face.shows("Diurungkan")
        .shows("(K0 130 + K1 77)")
        .shows("diurungkan: produk dipilih: kain tais (tenun)");
    assert!(desk.card("53.04.01.2001").village.choice.is_none());
}

#[test]
fn an_undo_that_somebody_did_meanwhile_is_said() {
    let desk = desk();
    let mut maria = desk.start(100, 30);
    maria.press("7u");
    maria.shows("Urungkan ini?");
    let mut yosef = desk.start_as("yosef", Lang::Id, ThemeName::Dark, 100, 30);
    yosef.press("7u<Enter>");
    yosef.shows("Diurungkan");
    maria.press("<Enter>");
    maria.shows("Yang dimaksud tidak berlaku lagi: sudah diurungkan atau dipulihkan.");
}

#[test]
fn without_a_product_the_act_that_mends_it_follows_the_village() {
    let desk = desk();
    let mut face = desk.start(80, 24);
    face.press("3");
    face.shows("K1 76, a tambah potensi");
    face.press("jjjjjj");
    assert!(face.line().contains("belum pilih"), "{}", face.line());
    face.shows("K1 76, p pilih produk");
}

#[test]
fn on_the_log_screen_no_village_is_acted_upon_unseen() {
    let desk = desk();
    let before = desk.events();
    let mut face = desk.start(100, 30);
    face.press("7akopi<Enter><Enter><Enter><Enter><Enter>");
    assert_eq!(desk.events(), before);
}

#[test]
fn the_numbers_beside_the_reasons_are_those_of_the_region_also_when_it_is_left() {
    let desk = desk();
    let mut face = desk.start(100, 30);
    face.press("3");
    face.shows("dipilih, belum SK 1").shows("206 = K0 130");
    face.press("Cjj<Enter>");
    face.shows("dipilih, belum SK 0").shows("6 = K0 4 + K1 2");
    face.press("X");
    face.shows("dipilih, belum SK 1").shows("206 = K0 130");
}
