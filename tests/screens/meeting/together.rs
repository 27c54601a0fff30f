//! The chair and the recorder at one meeting: both see the same item, and neither jumps under the other.

use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use super::hall::{NOW, in_session, occasion};
use crate::support::{Desk, Face};

fn chair(desk: &Desk) -> Face {
    let mut face = desk.start(80, 24);
    face.press("4<Enter>");
    face
}

fn recorder(desk: &Desk) -> Face {
    let mut face = desk.start_as("yosef", Lang::Id, ThemeName::Dark, 100, 30);
    face.press("4<Enter>");
    face
}

#[test]
fn the_recorder_follows_and_what_is_half_typed_stays_where_it_is() {
    let desk = in_session("maria", 1);
    let (mut chair, mut recorder) = (chair(&desk), recorder(&desk));
    chair.shows("memimpin").shows("1/4");
    recorder.shows("mengikuti maria").shows("1/4");
    chair.press("n");
    recorder.0.wait_for_others().unwrap();
    recorder.shows("2/4").shows("Madu Fulur");
    // A note is half typed when the chair goes on.
    recorder.press("ckepala desa minta al");
    chair.press("n");
    recorder.0.wait_for_others().unwrap();
    recorder.shows("kepala desa minta al").shows("Madu Fulur");
    recorder.shows("maria di butir 3: tekan . untuk ikut");
    recorder.press("at<Enter>");
    let o = occasion(&desk, NOW);
    assert_eq!(o.item(2).unwrap().notes[0].text, "kepala desa minta alat");
    assert_eq!(
        o.current.map(|(n, _)| n),
        Some(3),
        "the chair's item has not moved"
    );
    recorder.shows("Madu Fulur").shows("kepala desa minta alat");
    recorder.shows("maria di butir 3");
    recorder.press(".");
    recorder
        .hides("untuk ikut")
        .shows("3/4")
        .hides("Madu Fulur");
    // From here on it goes along again.
    chair.press("n");
    recorder.0.wait_for_others().unwrap();
    recorder.shows("4/4").hides("untuk ikut");
    chair.0.wait_for_others().unwrap();
    chair.shows("4/4");
}

#[test]
fn looking_at_another_item_moves_nobody_and_a_decision_there_counts_there() {
    let desk = in_session("maria", 2);
    let (mut chair, mut recorder) = (chair(&desk), recorder(&desk));
    recorder.press("p");
    recorder
        .shows("K1 BELUM DIPUTUSKAN")
        .shows("maria di butir 2");
    recorder.press("!t<Enter>musdes dahulu<Enter><Enter>");
    let o = occasion(&desk, NOW);
    assert_eq!(
        o.item(1).unwrap().decision.as_ref().unwrap().note,
        "musdes dahulu"
    );
    assert_eq!(o.current.map(|(n, _)| n), Some(2));
    chair.0.wait_for_others().unwrap();
    chair.shows("2/4").shows("Madu Fulur").hides("untuk ikut");
}

#[test]
fn whoever_takes_the_lead_takes_it_and_the_chairs_half_decision_is_safe() {
    let desk = in_session("maria", 2);
    let (mut chair, mut recorder) = (chair(&desk), recorder(&desk));
    chair.press("!dperiksa tem");
    // The recorder treats the first item on all screens.
    recorder.press("p=7");
    recorder.shows("memimpin").hides("untuk ikut");
    assert_eq!(occasion(&desk, NOW).current.map(|(n, _)| n), Some(1));
    chair.0.wait_for_others().unwrap();
    chair
        .shows("Putusan - Fulur (Lamaknen)")
        .shows("periksa tem");
    chair.shows("yosef di butir 1: tekan . untuk ikut");
    chair.press("pat<Enter>dinkes<Enter><Enter>2mg<Enter><Enter><Enter>");
    assert!(occasion(&desk, NOW).item(2).unwrap().decision.is_some());
    chair.shows("mengikuti yosef");
    chair.press(".");
    chair.shows("K1 BELUM DIPUTUSKAN").shows("1/4");
}

#[test]
fn two_decisions_on_one_item_are_told_of_each_other() {
    let desk = in_session("maria", 1);
    let (mut chair, mut recorder) = (chair(&desk), recorder(&desk));
    chair.press("!l<Enter>sudah baik<Enter>");
    recorder.press("!t<Enter>belum<Enter><Enter>");
    chair.press("<Enter>");
    chair.shows("Sementara itu yosef").shows("1").shows("2");
    let now = |desk: &Desk| {
        occasion(desk, NOW)
            .item(1)
            .unwrap()
            .decision
            .clone()
            .unwrap()
            .note
    };
    assert_eq!(now(&desk), "belum", "nothing is overwritten by itself");
    chair.press("1");
    assert_eq!(now(&desk), "sudah baik");
    recorder.0.wait_for_others().unwrap();
    recorder.shows("LANJUT TAHAP: sudah baik");
}

/// Both go on with the one promise there is; the second keeps what was typed, and goes on with what the first made of it.
#[test]
fn two_decisions_that_go_on_with_one_promise_end_as_one_row() {
    let desk = in_session("maria", 2);
    let (mut chair, mut recorder) = (chair(&desk), recorder(&desk));
    chair.press("!t2a<Enter><Enter><Enter>2mg<Enter><Enter>");
    recorder.press("!d2dperiksa lagi<Enter><Enter><Enter>3mg<Enter><Enter><Enter>");
    chair.press("<Enter>");
    chair.shows("Sementara itu yosef");
    chair.press("1");
    chair
        .shows("yang dilanjutkan kini")
        .shows("Janji lama sebagian: periksa lagi")
        .shows("Dibacakan: benar?");
    chair.press("<Enter>");
    chair.shows("u mengurungkan");
    let o = occasion(&desk, NOW);
    let ruling = o.item(2).unwrap().decision.clone().unwrap();
    assert_eq!(ruling.triage, ovop::domain::occasion::Triage::Stays);
    let follow = desk.card(super::hall::FULUR).village.follow;
    let [old, theirs, mine] = &follow.actions[..] else {
        panic!("three promises")
    };
    assert_eq!(theirs.planned.after, Some(old.planned.action));
    assert_eq!(mine.planned.after, Some(theirs.planned.action));
    assert_eq!(theirs.closed.as_ref().unwrap().0.word(), "sebagian");
    assert!(mine.is_open());
}

/// The promise was closed while the decision was typed: refused, and then said where another can be picked.
#[test]
fn a_promise_that_ended_meanwhile_is_no_dead_end() {
    let desk = in_session("maria", 2);
    let mut chair = chair(&desk);
    chair.press("!t2a<Enter><Enter><Enter>2mg<Enter>segera<Enter>");
    super::hall::kept(&desk, 22);
    chair.press("<Enter>");
    chair
        .shows("Janji itu sudah berakhir sementara itu (SELESAI).")
        .shows("segera");
    chair.press("<Enter>");
    chair.shows("Pilih janji lain, atau 1 untuk janji baru.");
    chair.press("1<Enter><Enter><Enter><Enter><Enter><Enter>");
    let follow = desk.card(super::hall::FULUR).village.follow;
    let [old, new] = &follow.actions[..] else {
        panic!("two promises")
    };
    assert_eq!(old.closed.as_ref().unwrap().0.word(), "selesai");
    assert_eq!(new.planned.after, None);
    let o = occasion(&desk, NOW);
    assert_eq!(o.item(2).unwrap().decision.clone().unwrap().note, "segera");
}

#[test]
fn two_who_go_on_at_once_go_on_by_one() {
    let desk = in_session("maria", 1);
    let (mut one, mut other) = (chair(&desk), chair(&desk));
    one.press("n");
    other.press("n");
    assert_eq!(occasion(&desk, NOW).current.map(|(n, _)| n), Some(2));
    other
        .shows("Belum ditulis: sementara itu maria mencatat dibahas: butir 2.")
        .shows("2/4");
}

#[test]
fn who_comes_is_seen_without_a_key() {
    let desk = in_session("maria", 1);
    let mut chair = chair(&desk);
    chair.press("#2<Enter>");
    chair.shows("hadir: Maria Bere (kepala desa)");
}

#[test]
fn what_happened_meanwhile_is_said_once_and_the_second_enter_counts() {
    let desk = in_session("maria", 1);
    let (mut chair, mut recorder) = (chair(&desk), recorder(&desk));
    recorder.press("-sudah dibahas kem");
    chair.press("n");
    recorder.press("arin<Enter>");
    recorder.shows("Belum ditulis: sementara itu maria mencatat dibahas: butir 2.");
    recorder.shows("sudah dibahas kemarin");
    assert!(occasion(&desk, NOW).item(1).unwrap().notes.is_empty());
    recorder.press("<Enter>");
    assert_eq!(
        occasion(&desk, NOW).item(1).unwrap().notes[0].text,
        "sudah dibahas kemarin"
    );
}
