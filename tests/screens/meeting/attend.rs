//! Who is at a meeting, entered at its own pages.

use ovop::domain::occasion::{OccasionAct, Phase};

use super::hall::{KEWAR, NOW, at, hall, in_session, occasion};

#[test]
fn who_comes_is_entered_at_the_meeting_and_the_opening_names_who_is_absent() {
    let desk = in_session("maria", 1);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>=8");
    face.shows("Desa terwakili: 1 dari 3")
        .shows("Belum: Kewar, Duarato");
    face.press("HYosef Lau<Enter>kewar");
    face.shows("1 Kewar");
    face.press("1kl<Enter>");
    let o = occasion(&desk, NOW);
    let came = &o.guests[1].guest;
    assert_eq!(came.name, "Yosef Lau");
    assert_eq!(came.village.as_ref().unwrap().as_str(), KEWAR);
    // The form is there again for the next one; the same person is told of.
    face.press("Yosef Lau<Enter>kewar1kl<Enter>");
    face.shows("Yosef Lau").shows("1").shows("2");
    assert_eq!(occasion(&desk, NOW).guests.len(), 2);
    face.press("2<Esc>");
    face.shows("Desa terwakili: 2 dari 3")
        .shows("Belum: Duarato")
        .shows("4 Rapat");
}

#[test]
fn the_opening_and_the_list_count_against_the_same_villages() {
    let desk = in_session("maria", 1);
    let mut plan = occasion(&desk, NOW).plan;
    plan.scope = vec!["53.04.01".into()];
    let wider = OccasionAct::Amend(plan);
    at(&desk, "maria", NOW, "2026-11-24T02:30:00Z", wider);
    let mut face = desk.start(100, 30);
    face.press("4<Enter>=8");
    face.shows("Desa terwakili: 1 dari 9")
        .shows("Belum: Kewar, Duarato, Makir,");
    face.press("=s").shows("Desa/kel 1 dari 9 hadir, 8 belum");
}

#[test]
fn the_list_of_a_meeting_is_corrected_and_leads_back_to_its_page() {
    let desk = in_session("maria", 2);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>=");
    face.shows("s Daftar hadir");
    face.press("s");
    face.shows("Maria Bere").shows("Rapat evaluasi Lamaknen");
    face.press("=3");
    face.shows("ini sebuah rapat: di layar Rapat (4)");
    face.press("-1");
    assert!(occasion(&desk, NOW).guests.is_empty());
    assert_eq!(occasion(&desk, NOW).phase, Phase::Open);
    face.press("qq");
    face.shows("2/4")
        .shows("Madu Fulur")
        .shows("belum ada yang hadir");
    // The event desk is where it was: at its own list.
    face.press("5");
    face.shows("Belum ada acara");
}

#[test]
fn to_enter_somebody_does_not_open_a_meeting() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.press("4<Enter>HYosef Lau<Enter>kewar1kl<Enter><Esc>");
    let o = occasion(&desk, NOW);
    assert_eq!((o.phase, o.guests.len()), (Phase::Frozen, 1));
    // Final minutes take nobody any more.
    face.press("qj<Enter>H");
    face.shows("risalah sudah final: hanya adendum");
}

#[test]
fn somebody_half_entered_when_the_line_is_lost_goes_on_at_the_meeting() {
    let desk = in_session("maria", 2);
    desk.start_to_be_lost(80, 24).press("4<Enter>HYosef La");
    let mut face = desk.start(80, 24);
    face.shows("isian ini belum tersimpan").shows("Yosef La");
    face.press("u<Enter>kewar1kl<Enter><Esc>");
    assert_eq!(occasion(&desk, NOW).guests[1].guest.name, "Yosef Lau");
    face.shows("2/4").shows("Madu Fulur");
}
