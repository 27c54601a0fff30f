//! A lost line: what was half typed and where one was are there again.

use std::process::Command;

use ovop::domain::act::Act;
use ovop::domain::code::Code;
use ovop::store::{ActRequest, Drafts, Session, Stamp, Store};
use uuid::Uuid;

use crate::support::{Desk, now, today};

const KEWAR: &str = "53.04.01.2001";
const FULUR: &str = "53.04.01.2002";

#[test]
fn a_form_that_was_half_filled_goes_on_where_the_line_was_lost() {
    let desk = Desk::new();
    let events = desk.events();
    let mut lost = desk.start_to_be_lost(80, 24);
    lost.press("jamadu hutan<Enter>5<Enter>musim huj");
    drop(lost);
    let mut face = desk.start(80, 24);
    face.shows("Tambah potensi - Fulur")
        .shows("madu hutan")
        .shows("musim huj");
    assert_eq!(desk.events(), events, "nothing was written by itself");
    // The cursor stands behind the letter that was typed last.
    face.press("an<Enter><Enter><Enter>");
    face.shows("Fulur: potensi dicatat: madu hutan");
    let card = desk.card(FULUR);
    assert_eq!(card.village.potentials.last().unwrap().note, "musim hujan");
    assert_eq!(desk.events(), events + 1);
}

#[test]
fn the_way_back_is_said_with_the_time() {
    let desk = Desk::new();
    desk.start_to_be_lost(80, 24).press("jjckabar");
    let mut face = desk.start(80, 24);
    face.press("<Esc><Esc>");
    face.hides("kabar");
    desk.start_to_be_lost(100, 24).press("jj<Enter>");
    let mut face = desk.start(100, 24);
    face.shows("Kembali ke tempat terakhir (10.00).");
    face.shows("DUARATO");
    face.press("c");
    face.shows("Catatan - Duarato");
}

#[test]
fn a_discarded_form_does_not_come_back() {
    let desk = Desk::new();
    desk.start_to_be_lost(80, 24).press("ackopi<Esc><Esc>");
    let face = desk.start(80, 24);
    face.hides("Tambah potensi").hides("belum tersimpan");
}

#[test]
fn who_quits_starts_afresh_and_ctrl_c_in_a_form_loses_nothing() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("jjj").press("q");
    assert!(face.ended());
    drop(face);
    let mut face = desk.start_to_be_lost(80, 24);
    face.hides("Kembali ke tempat terakhir");
    face.press("akopi arabika<C-c>");
    assert!(face.ended());
    drop(face);
    desk.start(80, 24)
        .shows("kopi arabika")
        .shows("isian ini belum tersimpan");
}

#[test]
fn a_form_that_was_saved_just_before_is_not_offered_again() {
    let desk = Desk::new();
    desk.start_to_be_lost(80, 24).press("ckabar dari lapangan");
    // The act reached the record, but the answer did not reach the person.
    let mut child = Command::new("true").spawn().unwrap();
    child.wait().unwrap();
    let left = Drafts::open(&desk.database, Session::this())
        .unwrap()
        .abandoned("maria")
        .unwrap()
        .unwrap();
    let kept: serde_json::Value = serde_json::from_str(&left.body).unwrap();
    let batch: Uuid = kept["form"]["batch"].as_str().unwrap().parse().unwrap();
    let request = ActRequest {
        village: Code::parse(KEWAR).unwrap(),
        act: Act::Note {
            text: "kabar dari lapangan".into(),
        },
        on: today(),
        seen: None,
    };
    let stamp = Stamp {
        batch,
        actor: "maria".into(),
        now: now(),
        today: today(),
    };
    let mut store = Store::open(&desk.database, today()).unwrap();
    store.act(&stamp, &[request]).unwrap();
    let face = desk.start(80, 24);
    face.shows("Isian terakhir (10.00) sudah tersimpan sebelum terputus.")
        .hides("Catatan - ");
}

#[test]
fn what_another_connection_still_has_is_offered_and_leaves_it_when_taken() {
    let desk = Desk::new();
    let mut phone = desk.start(40, 20);
    phone.press("akopi ara");
    let mut laptop = desk.start(100, 30);
    laptop
        .shows("Isian di sambungan lain")
        .shows("tambah potensi, Kewar (Lamaknen). Lanjutkan di sini?");
    laptop.press("<Enter>");
    laptop.shows("kopi ara").shows("Tambah potensi - Kewar");
    phone.press("b");
    phone
        .shows("Isian ini dilanjutkan di sambungan Anda yang lain.")
        .hides("kopi arab");
    laptop.press("bika");
    laptop.shows("kopi arabika");
}

#[test]
fn an_offer_that_is_left_alone_changes_nothing() {
    let desk = Desk::new();
    let mut phone = desk.start(40, 20);
    phone.press("akopi ara");
    let mut laptop = desk.start(100, 30);
    laptop.press("q");
    laptop.hides("Isian di sambungan lain");
    phone.press("b").shows("kopi arab");
}

#[test]
fn others_drafts_are_theirs() {
    let desk = Desk::new();
    desk.start_to_be_lost(80, 24).press("akopi");
    let yosef = desk.start_as(
        "yosef",
        ovop::strings::Lang::Id,
        ovop::tui::app::session::ThemeName::Dark,
        80,
        24,
    );
    yosef.hides("kopi");
}

#[test]
fn what_moved_meanwhile_is_a_conflict_also_after_a_lost_line() {
    let desk = Desk::new();
    desk.start_to_be_lost(80, 24).press("jamadu hutan");
    desk.act(
        "yosef",
        FULUR,
        "2026-11-24",
        Act::RecordPotential {
            id: Uuid::now_v7(),
            name: "kemiri".into(),
            group: ovop::domain::event::Group::Crops,
            source: ovop::domain::event::Source::Field,
            note: String::new(),
        },
    );
    let mut face = desk.start(80, 24);
    face.press("<Enter><Enter><Enter><Enter><Enter>");
    face.shows("Sementara itu yosef").shows("kemiri");
}

#[test]
fn a_filter_that_was_half_typed_goes_on_and_one_that_was_left_does_not() {
    let desk = Desk::new();
    desk.start_to_be_lost(80, 24).press("jjfkec:rinhat k");
    let mut face = desk.start(80, 24);
    face.shows("kec:rinhat k");
    face.press("0<Enter>").shows("kec:rinhat k0");
    face.press("q");
    desk.start_to_be_lost(80, 24).press("fkec:rinhat<Esc>");
    let mut face = desk.start(80, 24);
    face.hides("kec:rinhat");
    face.press("q");
    // One in force that nobody has touched is no input.
    desk.start_to_be_lost(80, 24).press("fkec:rinhat<Enter>f");
    desk.start(80, 24).hides("kec:rinhat");
}

#[test]
fn the_name_of_a_view_goes_on_with_what_the_list_showed_and_is_saved_once() {
    let desk = Desk::new();
    desk.start_to_be_lost(80, 24)
        .press("fkec:lamaknen<Enter>o3OSRapat Lam");
    let mut face = desk.start(80, 24);
    face.shows("Rapat Lam")
        .shows("Isi: kec:lamaknen, urut umur");
    face.shows("isian ini belum tersimpan");
    let events = desk.events();
    face.press("aknen<Enter>")
        .shows("Tampilan \"Rapat Lamaknen\" disimpan.");
    assert_eq!(desk.events(), events + 1);
    face.press("q");
    desk.start(80, 24).hides("Rapat Lamaknen");
}

#[test]
fn the_name_of_a_view_that_another_connection_types_is_offered() {
    let desk = Desk::new();
    let mut phone = desk.start(40, 20);
    phone.press("OsRapat");
    let mut laptop = desk.start(100, 30);
    laptop.shows("Simpan yang sekarang untuk saya. Lanjutkan di sini?");
    laptop.press("<Enter>").shows("Rapat");
    phone
        .press("x")
        .shows("Isian ini dilanjutkan di sambungan Anda yang lain.");
    laptop
        .press(" besar<Enter>")
        .shows("\"Rapat besar\" disimpan");
}

#[test]
fn what_is_typed_beside_an_agenda_in_the_making_comes_back_and_so_does_the_agenda() {
    for (keys, again) in [("fkec:rin", "kec:rin"), ("amadu hut", "madu hut")] {
        let desk = Desk::new();
        let mut face = desk.start(80, 24);
        face.press("4<Enter><Enter><Enter>9<Enter>Aula<Enter>Camat<Enter>Maria<Enter>PMD<Enter>");
        drop(face);
        let mut lost = desk.start_to_be_lost(80, 24);
        lost.press("1<Space>j<Space>4<Enter>=3");
        lost.shows("Belum dibekukan").shows("2 butir");
        lost.press("1").press(keys).shows(again);
        drop(lost);
        let mut face = desk.start(80, 24);
        face.shows(again);
        face.press("<Esc><Esc>4<Enter>")
            .shows("Belum dibekukan")
            .shows("2 butir");
    }
}
