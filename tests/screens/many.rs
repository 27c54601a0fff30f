//! Marks, and one act for all that are marked.

use ovop::domain::act::Act;
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use crate::support::Desk;

const KEWAR: &str = "53.04.01.2001";
const FULUR: &str = "53.04.01.2002";
const DUARATO: &str = "53.04.01.2004";

#[test]
fn marks_are_counted_stay_with_their_villages_and_go_by_one_key() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.hides("*1");
    face.press("<Space>");
    face.shows("*1 ").shows("! *Kewar");
    assert!(face.line().contains("Fulur"), "the cursor goes on");
    face.press("j<Space>").shows("*2 ").shows("! *Duarato");
    // Through filters, orders and other screens.
    face.press("D3").shows("*2 ").hides("*Kewar");
    face.press("X").shows("! *Kewar").shows("! *Duarato");
    face.press("2").shows("*2 ");
    face.press("1");
    face.press("gjj<Space>").shows("*1 ").hides("*Duarato");
    face.press("z").hides("*1 ").hides("*Kewar");
}

#[test]
fn a_range_and_a_whole_list_are_marked_at_once() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("j<Space>jjZ");
    face.shows("4 desa/kelurahan ditandai.").shows("*4 ");
    face.shows("!!*Fulur").shows("!!*Makir").hides("*Kewar");
    // Upwards too, and over what the filter shows only.
    face.press("z0<Enter>A");
    face.shows("208 desa/kelurahan ditandai.").shows("*208 ");
    face.press("zG<Space>ggZ").shows("*208 ");
}

#[test]
fn one_promise_for_all_marked_is_looked_at_first_then_one_batch_and_one_undo() {
    let desk = Desk::chosen_on("2026-06-01");
    let before = [KEWAR, FULUR, DUARATO].map(|v| desk.card(v).village);
    let events = desk.events();
    let mut face = desk.start(100, 30);
    face.press("<Space><Space><Space>E");
    face.shows("Untuk semua yang ditandai");
    face.press("1");
    face.shows("3 desa/kel yang ditandai");
    face.press("<Enter>periksa tempat produksi<Enter><Enter><Enter>2mg<Enter><Enter><Enter>");
    face.shows("3 ditandai: 3 akan berubah, 0 ditolak")
        .shows("Kewar (Lamaknen): RTL dicatat: periksa tempat produksi")
        .shows("Duarato (Lamaknen): RTL dicatat: periksa tempat produksi");
    assert_eq!(desk.events(), events, "only looked at");
    face.press("<Enter>");
    face.shows("3 desa/kel: RTL").shows("u mengurungkan");
    assert_eq!(desk.events(), events + 3);
    let made = [KEWAR, FULUR, DUARATO].map(|v| desk.card(v).village.follow.actions);
    assert!(made.iter().all(|a| a.len() == 1));
    assert_ne!(made[0][0].planned.action, made[1][0].planned.action);
    face.press("u");
    face.shows("Urungkan ini?").shows("3");
    face.press("<Enter>");
    assert_eq!(
        [KEWAR, FULUR, DUARATO].map(|v| desk.card(v).village),
        before
    );
    face.press("U<Enter>");
    let again = [KEWAR, FULUR, DUARATO].map(|v| desk.card(v).village.follow.actions);
    assert_eq!(again, made, "a redo brings back the same to the letter");
}

#[test]
fn what_is_refused_is_said_village_by_village_and_only_the_rest_is_written() {
    let desk = Desk::chosen_on("2026-06-01");
    let mut face = desk.start(100, 30);
    // Kewar has a product, Fulur has none to be at any stage. What comes after Kewar's stage is picked already.
    face.press("<Space><Space>E5");
    face.shows("(x) Diolah");
    face.press("<Enter>contoh dilihat<Enter><Enter><Enter>");
    face.shows("2 ditandai: 1 akan berubah, 1 ditolak")
        .shows("Kewar (Lamaknen): tahap dinyatakan: Diolah (sekarang Potensi)")
        .shows("Fulur (Lamaknen): DITOLAK");
    face.press("<Enter>")
        .shows("1 desa/kel: tahap dinyatakan: Diolah");
    assert!(desk.card(FULUR).village.choice.is_none());
    // A step back is told as one before it is written.
    face.press("E51<Enter>contoh palsu<Enter><Enter><Enter>");
    face.shows("Kewar (Lamaknen): tahap dinyatakan: Potensi: MUNDUR dari Diolah");
}

#[test]
fn with_nothing_to_change_enter_writes_nothing_and_the_form_can_be_mended() {
    let desk = Desk::new();
    let events = desk.events();
    let mut face = desk.start(100, 30);
    face.press("<Space><Space>E5<Enter>contoh dilihat<Enter><Enter><Enter>");
    face.shows("2 ditandai: 0 akan berubah, 2 ditolak")
        .shows("Tidak ada yang akan berubah.");
    face.press("<Enter>");
    assert_eq!(desk.events(), events);
    face.press("q").shows("contoh dilihat");
}

#[test]
fn what_another_moved_meanwhile_stops_the_whole_batch_and_is_shown() {
    let desk = Desk::chosen_on("2026-06-01");
    let mut face = desk.start(100, 30);
    face.press("<Space><Space>E41<Enter><Enter><Enter>");
    face.shows("1 akan berubah");
    let events = desk.events();
    let set = |c| Act::Evidence(ovop::domain::act::EvidenceAct::SetCategory { category: c });
    desk.act(
        "yosef",
        KEWAR,
        "2026-11-24",
        set(ovop::domain::gate::Category::Services),
    );
    face.press("<Enter>");
    face.shows("Belum ada yang ditulis: sementara itu yosef mencatat di Kewar: ");
    face.shows("Kewar (Lamaknen), BARU SAJA BERUBAH: ");
    face.hides("Fulur (Lamaknen), BARU");
    assert_eq!(desk.events(), events + 1, "yosef's alone");
}

#[test]
fn a_lost_line_keeps_an_act_for_many_and_its_marks() {
    let desk = Desk::new();
    let mut lost = desk.start_to_be_lost(80, 24);
    lost.press("<Space><Space>E3kunjungan bersama");
    drop(lost);
    let mut face = desk.start(80, 24);
    face.shows("2 desa/kel yang ditandai")
        .shows("kunjungan bersama");
    face.press("<Enter><Enter><Enter>");
    face.shows("2 ditandai: 2 akan berubah");
    face.press("<Enter>");
    assert_eq!(desk.card(FULUR).village.notes.len(), 1);
}

#[test]
fn the_past_can_be_marked_but_not_acted_on_and_without_marks_the_reason_is_said() {
    let desk = Desk::new();
    let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 80, 24);
    face.press("E").shows("nothing is marked");
    face.press("<Space>B30/9/2026<Enter><Enter>").shows("AS OF");
    face.press("E").hides("For all that are marked");
}
