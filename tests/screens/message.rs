//! The screens as text for a message.

use insta::assert_snapshot;
use ovop::domain::act::{Act, FollowAct};
use ovop::domain::event::{Group, Source};
use ovop::domain::follow::{ActionPlanned, Office};
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;
use uuid::Uuid;

use crate::support::{Desk, today};

const KEWAR: &str = "53.04.01.2001";

fn desk() -> Desk {
    let desk = Desk::new();
    let promise = Act::Follow(FollowAct::PlanAction(ActionPlanned {
        action: Uuid::from_u128(1),
        what: "cek label".into(),
        office: Office::Health,
        who: "Anna Muti".into(),
        due: today(),
        item: None,
        from: None,
        after: None,
    }));
    desk.act("maria", KEWAR, "2026-11-20", promise);
    let note = Act::Note {
        text: "bertemu ketua kelompok".into(),
    };
    desk.act("maria", KEWAR, "2026-11-20", note);
    desk
}

#[test]
fn the_card_is_a_message_without_persons_and_q_leads_back() {
    let desk = desk();
    let mut face = desk.start(40, 20);
    face.press("/kewar<Enter>w");
    face.shows("*Kartu desa Kewar*").hides("Kartu +");
    assert_snapshot!("message_card_40x20", face.screen());
    let mut seen = face.words();
    for _ in 0..3 {
        seen = format!("{seen} {}", face.press("J").words());
    }
    assert!(seen.contains("cek label"), "{seen}");
    for personal in ["Anna", "ketua kelompok", "maria"] {
        assert!(!seen.contains(personal), "{personal}: {seen}");
    }
    face.press("q").shows("Kartu").shows("Anna Muti");
}

#[test]
fn the_list_tells_what_it_is_filtered_by_and_the_numbers_of_the_screen() {
    let desk = desk();
    let mut face = desk.start(80, 24);
    face.press("0<Enter>Ca").shows("dari 208");
    face.press("w").shows("*Daftar desa*").shows("tanpa produk");
    assert_snapshot!("message_list_80x24", face.screen());
    face.press("q").shows("Kewar").hides("*Daftar");
    let mut face = desk.start(80, 12);
    face.press("0<Enter>Caw").shows("*Daftar desa*");
    face.press("G")
        .shows("9 desa; tanpa produk 9 (belum didata !! 6, belum diputuskan ! 3)");
    face.press("g").shows("*Daftar desa*");
    // The keys that went on before the answer was there act on the message.
    face.burst("qwG").shows("q kembali").hides("*Daftar desa*");
}

#[test]
fn the_board_and_the_reasons_are_messages_too() {
    let desk = desk();
    let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 80, 24);
    face.press("2w")
        .shows("*Villages by stage*")
        .shows("No product: 208 (not surveyed");
    face.press("q3hw")
        .shows("*Needs attention*")
        .shows("- no product: 208");
    face.press("qlw").shows("*Villages*").shows("no product");
    face.press("q7w").shows("names persons");
}

#[test]
fn a_message_follows_what_others_record_and_every_size_shows_how_to_go_back() {
    let desk = desk();
    for (columns, rows) in [(40, 12), (40, 20), (80, 24), (120, 40)] {
        let mut face = desk.start(columns, rows);
        face.press("/kewar<Enter>w").shows("q kembali");
        face.press("J").shows("q kembali");
        face.press("w").shows("Kewar").shows("BELUM DIPUTUSKAN");
    }
    let mut face = desk.start(80, 60);
    face.press("/kewar<Enter>w").hides("kopi hutan");
    let potential = Act::RecordPotential {
        id: Uuid::from_u128(9),
        name: "kopi hutan".into(),
        group: Group::Estate,
        source: Source::Field,
        note: String::new(),
    };
    desk.act("yosef", KEWAR, "2026-11-24", potential);
    face.0.wait_for_others().unwrap();
    face.shows("kopi hutan").shows("q kembali");
}

#[test]
fn made_up_data_and_a_past_day_are_named_in_the_message() {
    let desk = desk();
    let mut face = desk.training(Lang::Id, 80, 24);
    face.press("w")
        .shows("*LATIHAN - data karangan*")
        .shows("LATIHAN 1-");
    let mut face = desk.start(80, 24);
    face.press("B30/9<Enter><Enter>w")
        .shows("*Keadaan per 30 September 2026*");
}
