//! The screens as text for a message.

use insta::assert_snapshot;
use ovop::domain::act::Act;
use ovop::domain::event::ActionPlanned;
use ovop::domain::follow::Office;
use ovop::strings::Lang;
use ovop::tui::app::model::Look;
use uuid::Uuid;

use crate::support::{Desk, today};

const KEWAR: &str = "53.04.01.2001";

fn desk() -> Desk {
    let desk = Desk::new();
    let promise = Act::PlanAction(ActionPlanned {
        action: Uuid::from_u128(1),
        what: "cek label".into(),
        office: Office::Health,
        who: "Anna Muti".into(),
        due: today(),
        item: None,
        from: None,
        after: None,
    });
    desk.act("maria", KEWAR, "2026-11-20", promise);
    let note = Act::Note { text: "bertemu ketua kelompok".into() };
    desk.act("maria", KEWAR, "2026-11-20", note);
    desk
}

#[test]
fn the_card_is_a_message_without_persons_and_q_leads_back() {
    let desk = desk();
    let mut face = desk.start(40, 20);
    face.press("/kewar<Enter>w");
    face.shows("*Kartu Desa Kewar*")
        .shows("cek label")
        .hides("Anna")
        .hides("ketua kelompok")
        .hides("[1]");
    assert_snapshot!("message_card_40x20", face.text());
    face.press("q").shows("KEWAR").shows("Anna Muti");
}

#[test]
fn the_list_tells_what_it_is_filtered_by_and_the_numbers_of_the_screen() {
    let desk = desk();
    let mut face = desk.start(80, 24);
    face.press("0Ca").shows("dari 208");
    face.press("w").shows("*Daftar desa*").shows("tanpa produk");
    assert_snapshot!("message_list_80x24", face.text());
    face.press("G").shows("tanpa produk 9").press("g").shows("*Daftar desa*");
    // The keys that went on before the answer was there act on the message.
    face.press("qwG").shows("q kembali").hides("*Daftar desa*");
}

#[test]
fn the_board_and_the_reasons_are_messages_too() {
    let desk = desk();
    let mut face = desk.start_as("maria", Lang::En, Look::Mono, 80, 24);
    face.press("2w").shows("*Villages by stage*").shows("No product: 208 (not surveyed");
    face.press("q3hw").shows("*Needs attention*").shows("- no product: 208");
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
        face.press("w").shows("KEWAR");
    }
    let mut face = desk.start(80, 60);
    face.press("/kewar<Enter>w").hides("kopi hutan");
    let potential = Act::RecordPotential(ovop::domain::event::PotentialRecorded {
        potential: Uuid::from_u128(9),
        name: "kopi hutan".into(),
        group: ovop::domain::event::Group::Estate,
        note: String::new(),
        source: None,
    });
    desk.act("yosef", KEWAR, "2026-11-24", potential);
    face.news().shows("kopi hutan").shows("q kembali");
}

#[test]
fn made_up_data_and_a_past_day_are_named_in_the_message() {
    let desk = desk();
    let mut face = desk.training(Lang::Id, 80, 24);
    face.press("w").shows("*DATA LATIHAN").shows("LATIHAN 1-");
    let mut face = desk.start(80, 24);
    face.press("B30/9<Enter><Enter>w").shows("*Keadaan per 30 September 2026*");
}
