//! Recording, and taking back.

use ovop::domain::act::Act;
use ovop::domain::stage::{Decision, Stage};
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use crate::support::Desk;

const KEWAR: &str = "53.04.01.2001";
const FULUR: &str = "53.04.01.2002";

#[test]
fn a_village_goes_from_nothing_to_marketed_by_keys() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("j");
    assert!(face.line().contains("Fulur"));
    face.press("a");
    face.shows("Tambah potensi - Fulur");
    face.press("madu hutan<Enter>5<Enter>musim hujan<Enter>besok<Enter>");
    face.shows("Tanggal tidak terbaca");
    face.press("k<C-u>13/11/2025<Enter>");
    face.shows("= 13-11-2025");
    face.press("<Enter>");
    face.shows("Fulur: potensi dicatat: madu hutan. u mengurungkan")
        .shows("(K0 129 + K1 79)");
    assert!(face.line().contains("madu hutan"), "{}", face.line());

    face.press("p");
    face.shows("musyawarah desa").hides("rapat kelurahan");
    face.press("<Enter><Enter>02/BA/XI/2025<Enter>Madu Fulur<Enter>20/11/2025<Enter><Enter>");
    face.shows("produk dipilih: Madu Fulur")
        .shows("tanpa produk 207 (K0 129 + K1 78)");
    assert!(
        face.line().starts_with(">~"),
        "chosen, without decree: {}",
        face.line()
    );

    face.press("s07/2025<Enter>21/11/2025<Enter><Enter>");
    face.shows("SK dicatat: 07/2025");
    face.press("m<Enter>contoh kemasan dilihat<Enter>1/12/2025<Enter><Enter>");
    face.shows("tahap dinyatakan: Diolah");
    face.press("m2<Enter>terjual di NTT Mart<Enter>kemarin<Enter><Enter>");
    face.shows("tahap dinyatakan: Dipasarkan");
    face.press("m");
    face.shows("Maju: sudah tahap terakhir.");
    face.press("M<Enter>izin habis<Enter><Enter><Enter>");
    face.shows("tahap dinyatakan: Dikemas");

    let card = desk.card(FULUR);
    assert_eq!(card.village.decision(), Decision::Designated);
    let choice = card.village.choice.unwrap();
    assert_eq!(
        (choice.product.as_str(), choice.minutes.as_str()),
        ("Madu Fulur", "02/BA/XI/2025")
    );
    assert_eq!(choice.stage, Stage::Packaged);
    face.press("<Enter>");
    face.shows("dinyatakan DIKEMAS, belum terverifikasi");
    face.press("G");
    face.shows("Dipasarkan > Dikemas (maria): izin habis");
}

#[test]
fn a_note_and_raw_sales_are_recorded() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("cKades baru dilantik<Enter><Enter><Enter>");
    face.shows("Kewar: catatan: Kades baru dilantik. u mengurungkan");
    face.press("r<Enter>porang mentah<Enter><Enter><Enter>");
    face.shows("dijual mentah: porang mentah");
    face.press("<Enter>G");
    face.shows("JUAL MENTAH")
        .shows("24-11-2026 maria: Kades baru dilantik");
}

#[test]
fn a_potential_is_amended_confirmed_and_withdrawn() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("e<Enter><C-u>tais Kewar<Enter><Enter><Enter>1<Enter><Enter><Enter>");
    face.shows("potensi diperbaiki: tais Kewar");
    face.press("d3<Enter>salah desa<Enter><Enter><Enter>");
    face.shows("potensi ditarik: salah desa");
    let village = desk.card(KEWAR).village;
    let names: Vec<_> = village
        .potentials
        .iter()
        .map(|p| (p.name.as_str(), p.confirmed))
        .collect();
    assert_eq!(
        names,
        [("tais Kewar", true), ("anyaman daun lontar", false)]
    );
}

#[test]
fn a_choice_is_replaced_and_cancelled_with_a_reason() {
    let desk = Desk::new();
    let mut face = desk.start(80, 30);
    face.press("p<Enter><Enter><Enter><Enter>1/11/2025<Enter><Enter>");
    face.shows("produk dipilih: kain tais (tenun)");
    face.press("p2<Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    face.shows("Ini menggantikan \"kain tais (tenun)\": tulis alasannya.");
    face.press("pengrajin pindah<Enter><Enter><Enter>");
    face.shows("produk diganti: anyaman daun lontar");
    face.press("xkelompok bubar<Enter><Enter><Enter>");
    face.shows("pilihan dibatalkan: kelompok bubar")
        .shows("K0 130 + K1 78");
    face.press("<Enter>G");
    face.shows("PILIHAN LAMA (K4)")
        .shows("diganti dengan anyaman daun lontar: pengrajin pindah");
    face.press("qD4");
    face.shows("Desa 1 dari 208, K4");
}

#[test]
fn undo_names_what_it_takes_back_and_redo_brings_it_again() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("jagula lempeng<Enter><Enter><Enter><Enter><Enter>");
    let with = desk.card(FULUR).village;
    face.press("u");
    face.shows("Urungkan ini?")
        .shows("Fulur (Lamaknen): potensi dicatat: gula lempeng")
        .shows("Enter ya, q tidak");
    face.press("q");
    assert_eq!(
        desk.card(FULUR).village,
        with,
        "a question that is not answered does nothing"
    );
    face.press("u<Enter>");
    face.shows("Diurungkan").shows("K0 130 + K1 78");
    assert_eq!(desk.card(FULUR).village.potentials.len(), 0);
    face.press("U");
    face.shows("Kembalikan ini?").shows("gula lempeng");
    face.press("<Enter>");
    face.shows("Dikembalikan");
    assert_eq!(desk.card(FULUR).village, with);
    face.press("7");
    face.shows("dikembalikan: potensi dicatat:")
        .shows("diurungkan: potensi dicatat: g");
}

#[test]
fn the_known_products_are_another_persons_and_not_undone_by_accident() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("u");
    face.shows("Tidak ada perubahan Anda yang bisa diurungkan.");
    let mut maker = desk.start_as("ovop", Lang::Id, ThemeName::Dark, 80, 24);
    maker.press("u");
    maker.shows("110 peristiwa di 78 desa");
    maker.press("<Enter>");
    maker.shows("208 desa/kel, tanpa produk 208 (K0 208 + K1 0)");
    maker.press("U<Enter>");
    maker.shows("(K0 130 + K1 78)");
}

#[test]
fn esc_once_keeps_what_is_typed_and_twice_discards() {
    let desk = Desk::new();
    let before = desk.events();
    let mut face = desk.start(80, 24);
    face.press("cpenting<Esc>");
    face.shows("Isian belum disimpan.").shows("penting");
    face.press(" sekali");
    face.shows("penting sekali").hides("Isian belum disimpan.");
    face.press("<Esc><Esc>");
    face.hides("penting");
    assert_eq!(desk.events(), before);
}

#[test]
fn a_change_by_somebody_else_in_between_is_shown_and_nothing_is_overwritten() {
    let desk = Desk::new();
    let mut face = desk.start(80, 30);
    face.press("p<Enter><Enter>BA-1<Enter><Enter>");
    let potential = desk.card(KEWAR).village.potentials[1].id;
    let theirs = Act::Choose {
        potential,
        product: "Tais Kewar".into(),
        forum: ovop::domain::event::Forum::VillageDeliberation,
        minutes: String::new(),
        reason: String::new(),
    };
    desk.act("yosef", KEWAR, "2026-11-20", theirs);
    face.press("<Enter><Enter>");
    face.shows("Sementara itu yosef (10:00) mencatat:")
        .shows("produk dipilih: Tais Kewar")
        .shows("BA-1");
    assert_eq!(
        desk.card(KEWAR).village.choice.unwrap().product,
        "Tais Kewar"
    );
    face.press("2");
    face.hides("Sementara itu");
    face.press("<Enter>");
    face.shows("Tais Kewar");
}

#[test]
fn another_aspect_changed_meanwhile_is_no_conflict() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("cdari maria<Enter><Enter>");
    desk.act(
        "yosef",
        KEWAR,
        "2026-11-20",
        Act::Note {
            text: "dari yosef".into(),
        },
    );
    desk.act(
        "yosef",
        KEWAR,
        "2026-11-20",
        Act::SoldRaw {
            raw: true,
            note: String::new(),
        },
    );
    face.press("<Enter>");
    face.shows("catatan: dari maria");
    assert_eq!(desk.card(KEWAR).village.notes.len(), 2);
}

#[test]
fn changes_of_others_appear_without_moving_the_cursor() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("jjj");
    desk.act(
        "yosef",
        FULUR,
        "2026-11-20",
        Act::RecordPotential {
            id: uuid::Uuid::from_u128(5),
            name: "kemiri".into(),
            group: ovop::domain::event::Group::Estate,
            source: ovop::domain::event::Source::Field,
            note: String::new(),
        },
    );
    face.0.wait_for_others().unwrap();
    face.shows("yosef baru mengubah Fulur (Lamaknen).")
        .shows("kemiri")
        .shows("(K0 129 + K1 79)");
    assert!(face.line().contains("Makir"), "{}", face.line());
}

#[test]
fn a_form_works_on_a_phone() {
    let desk = Desk::new();
    let mut face = desk.start(40, 12);
    face.press("ja");
    face.press("madu<Enter><Enter><Enter><Enter><Enter>");
    face.shows("u mengurungkan");
    assert_eq!(desk.card(FULUR).village.potentials[0].name, "madu");
}

#[test]
fn pasted_text_fills_an_input_and_never_runs_commands() {
    let desk = Desk::new();
    let before = desk.events();
    let mut face = desk.start(80, 24);
    face.0.paste("u\nq\n").unwrap();
    assert!(!face.ended());
    face.press("c");
    face.0.paste("dua\nbaris\u{1b}[2J").unwrap();
    face.shows("dua baris");
    assert_eq!(desk.events(), before);
}

#[test]
fn mine_is_kept_after_a_conflict_once_what_it_now_needs_is_there() {
    let desk = Desk::new();
    let mut face = desk.start(80, 30);
    face.press("p<Enter><Enter>BA-1<Enter><Enter>");
    let theirs = Act::Choose {
        potential: desk.card(KEWAR).village.potentials[1].id,
        product: "Tais Kewar".into(),
        forum: ovop::domain::event::Forum::VillageDeliberation,
        minutes: String::new(),
        reason: String::new(),
    };
    desk.act("yosef", KEWAR, "2026-11-20", theirs);
    face.press("<Enter><Enter>");
    face.shows("Sementara itu yosef");
    face.press("1");
    face.hides("Sementara itu")
        .shows("BA-1")
        .shows("Ini menggantikan \"Tais Kewar\": tulis alasannya.");
    face.press("salah catat<Enter><Enter><Enter>");
    face.shows("produk diganti: kain tais (tenun)");
    let choice = desk.card(KEWAR).village.choice.unwrap();
    assert_eq!(
        (choice.product.as_str(), choice.minutes.as_str()),
        ("kain tais (tenun)", "BA-1")
    );
}

#[test]
fn a_potential_withdrawn_meanwhile_is_not_exchanged_for_another() {
    let desk = Desk::new();
    let mut face = desk.start(80, 30);
    let first = desk.card(KEWAR).village.potentials[0].id;
    face.press("e<Enter><C-u>tais baru<Enter><Enter><Enter><Enter>");
    let withdraw = Act::WithdrawPotential {
        potential: first,
        reason: "salah desa".into(),
    };
    desk.act("yosef", KEWAR, "2026-11-24", withdraw);
    face.press("<Enter><Enter>");
    face.shows("potensi ditarik: salah desa");
    face.press("1");
    face.shows("Potensi itu tidak ada (lagi) di desa ini.")
        .shows("tais baru");
}

#[test]
fn keys_that_run_ahead_of_the_answers_go_where_they_were_meant() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.burst("jakopi<Enter>2<Enter><Enter><Enter><Enter>");
    face.shows("Fulur: potensi dicatat: kopi. u mengurungkan");
    face.burst("u<Enter>");
    face.shows("Diurungkan: Fulur (Lamaknen): potensi dicatat: kopi.");
    // With nothing left to undo, the Enter that was meant as a yes opens no card.
    face.burst("u<Enter>");
    assert!(face.line().contains("Fulur"));
    face.shows("Tidak ada perubahan Anda").hides("FULUR");
    face.burst("/silawa<Enter>");
    face.shows("SILAWAN");
    face.burst("u<C-c>");
    assert!(face.ended(), "leaving waits for nothing");
}

#[test]
fn an_undo_names_a_village_that_is_far_from_the_list() {
    let desk = Desk::new();
    desk.act(
        "maria",
        "53.21.11.2003",
        "2026-11-20",
        Act::Note {
            text: "kunjungan".into(),
        },
    );
    let mut face = desk.start(80, 24);
    face.press("u");
    face.shows("Sisi (Kobalima): catatan: kunjungan");
}

#[test]
fn the_picked_option_is_seen_whole_on_the_smallest_screen() {
    let desk = Desk::new();
    for n in 1..=12 {
        desk.act(
            "maria",
            FULUR,
            "2026-11-20",
            Act::RecordPotential {
                id: uuid::Uuid::now_v7(),
                name: format!("anyaman daun lontar dari kelompok {n}"),
                group: ovop::domain::event::Group::Craft,
                source: ovop::domain::event::Source::Field,
                note: String::new(),
            },
        );
    }
    let mut face = desk.start(40, 12);
    face.press("jakopi<Enter>9");
    face.shows("9 (x) lain");
    face.press("<Esc><Esc>pjjjjjjjjjj");
    face.shows("11 (x) anyaman daun").shows("kelompok 11");
}

#[test]
fn a_late_entry_about_the_past_says_that_the_stage_stays() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("p<Enter><Enter><Enter><Enter>1/11/2025<Enter><Enter>");
    face.press("m2<Enter>label<Enter>1/12/2025<Enter><Enter>");
    face.press("m<Enter>terjual<Enter>15/11/2025<Enter><Enter>");
    face.shows("tahap dinyatakan: Dipasarkan; catatan lama, tahap sekarang tetap Dikemas");
    assert_eq!(desk.card(KEWAR).village.stage(), Some(Stage::Packaged));
}

#[test]
fn the_chosen_potential_is_not_withdrawn_from_under_its_choice() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("p<Enter><Enter><Enter><Enter>1/11/2025<Enter><Enter>");
    face.press("d<Enter>salah<Enter><Enter><Enter>");
    face.shows("Ini produk pilihan (\"kain tais (tenun)\")");
    assert_eq!(desk.card(KEWAR).village.potentials.len(), 3);
}

#[test]
fn on_a_screen_too_small_nothing_is_worked_unseen() {
    let desk = Desk::new();
    let before = desk.events();
    let mut face = desk.start(80, 24);
    face.press("cdua");
    face.0.resize(30, 8).unwrap();
    face.shows("C-c keluar");
    face.press("q<Enter><Enter><Enter>3akopi<Enter><Enter><Enter><Enter><Enter>");
    assert_eq!(desk.events(), before);
    assert!(!face.ended());
    face.0.resize(80, 24).unwrap();
    face.shows("dua");
}
