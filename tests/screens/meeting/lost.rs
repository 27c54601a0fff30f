//! A line that is lost at any moment of a meeting: the same item is there again, with what was half typed.

use ovop::domain::occasion::{Phase, Triage};

use super::hall::{FULUR, NOW, hall, in_session, kept, occasion};
use crate::support::Desk;

/// Presses each step in a session of its own, which is lost after it.
fn press_and_lose(desk: &Desk, steps: &[&str], columns: u16, rows: u16) {
    for step in steps {
        desk.start_to_be_lost(columns, rows).press(step);
    }
}

#[test]
fn a_meeting_whose_line_is_lost_after_every_step_is_the_same_meeting() {
    let desk = hall();
    let steps = [
        "4",
        "<Enter>",
        "<Enter><Enter>",
        "n",
        "n",
        "!d",
        "<Enter>",
        "periksa",
        " tempat",
        "<Enter>",
        "din",
        "kes",
        "<Enter>",
        "dr. ",
        "Anna",
        "<Enter>",
        "2",
        "mg",
        "<Enter>",
        "se",
        "gera",
        "<Enter>",
        "<Enter>",
        "n",
        "cpan",
        "en lebat",
        "<Enter>",
        "#4<Enter>",
        "!",
        "n",
        "<Enter>",
        "x<BS>",
        "<Enter>",
        "<Enter>",
        "n",
        "<Enter><Enter>",
    ];
    press_and_lose(&desk, &steps, 80, 24);
    let o = occasion(&desk, NOW);
    assert_eq!(o.phase, Phase::Closed);
    let second = o.item(2).unwrap();
    let ruling = second.decision.as_ref().unwrap();
    assert_eq!(
        (ruling.triage, ruling.note.as_str()),
        (Triage::Assist, "segera")
    );
    assert_eq!(second.actions.len(), 1);
    let follow = desk.card(FULUR).village.follow;
    let made = &follow.actions.last().unwrap().planned;
    assert_eq!(
        (made.what.as_str(), made.who.as_str()),
        ("periksa tempat", "dr. Anna")
    );
    assert_eq!(made.due.to_string(), "2026-12-08");
    assert_eq!(o.item(3).unwrap().notes[0].text, "panen lebat");
    assert!(o.item(3).unwrap().decision.is_none());
}

#[test]
fn in_the_middle_of_a_word_the_same_item_and_the_word_are_there() {
    let desk = in_session("maria", 2);
    desk.start_to_be_lost(80, 24).press("4<Enter>!dperiksa tem");
    let mut face = desk.start(80, 24);
    face.shows("Dilanjutkan dari 10.00: isian ini belum tersimpan.");
    face.shows("Putusan - Fulur (Lamaknen)")
        .shows("periksa tem");
    // The cursor stands behind the letter that was typed last.
    face.press("pat<Enter>dinkes<Enter><Enter>2mg<Enter><Enter><Enter>");
    let follow = desk.card(FULUR).village.follow;
    assert_eq!(
        follow.actions.last().unwrap().planned.what,
        "periksa tempat"
    );
}

#[test]
fn the_place_in_a_meeting_is_there_again() {
    let desk = in_session("maria", 2);
    desk.start_to_be_lost(80, 24).press("4<Enter>");
    desk.start(80, 24)
        .shows("Kembali ke tempat terakhir (10.00).")
        .shows("2/4")
        .shows("Madu Fulur");
}

#[test]
fn an_agenda_that_is_made_is_not_lost() {
    let desk = hall();
    desk.start_to_be_lost(80, 24)
        .press("4<Enter>]]=5Pameran lain<Enter><Enter>");
    let mut face = desk.start(80, 24);
    face.shows("isian ini belum tersimpan")
        .shows("5 butir, 21 menit");
    face.shows("3 Kewar (Lamaknen)")
        .shows("5 Pameran lain, 4 menit");
    face.press("<Enter><Enter>");
    let o = occasion(&desk, NOW);
    assert_eq!(o.items.len(), 5);
    assert_eq!(o.items[4].topic.title, "Pameran lain");
}

#[test]
fn a_new_meeting_that_is_half_filled_goes_on_and_is_made_once() {
    let desk = Desk::new();
    let steps = [
        "4",
        "<Enter>Rapat tri",
        "wulan<Enter>",
        "<Enter>9<Enter>",
        "Aula<Enter>Ca",
        "mat<Enter>Mar",
        "ia<Enter>PMD<Enter>",
    ];
    press_and_lose(&desk, &steps, 80, 24);
    let mut face = desk.start(80, 24);
    face.shows("Rapat triwulan")
        .shows("pukul 09.00, Aula")
        .shows("Pimpinan: Camat");
    face.press("q");
    face.shows("Rapat triwulan");
    assert_eq!(face.screen().matches("Rapat triwulan").count(), 1);
}

/// The act reached the record, and the answer did not reach the person.
#[test]
fn what_was_recorded_just_before_is_not_recorded_twice() {
    let desk = in_session("maria", 2);
    // Closing a promise in the village's own record, as the form would have.
    let mut face = desk.start_to_be_lost(80, 24);
    face.press("4<Enter>cpanen lebat");
    drop(face);
    let left = ovop::store::Drafts::open(&desk.database, ovop::store::Session::this())
        .unwrap()
        .abandoned("maria")
        .unwrap()
        .unwrap();
    let kept: serde_json::Value = serde_json::from_str(&left.body).unwrap();
    let batch = kept["meeting"]["form"]["batch"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let stamp = ovop::store::Stamp {
        batch,
        actor: "maria".into(),
        now: crate::support::now(),
        today: crate::support::today(),
    };
    let request = ovop::store::OccasionRequest {
        occasion: NOW,
        act: ovop::domain::occasion::OccasionAct::Note {
            item: Some(2),
            at: crate::support::now(),
            text: "panen lebat".into(),
        },
        seen: None,
        contact: None,
    };
    let mut store = ovop::store::Store::open(&desk.database, crate::support::today()).unwrap();
    store.occasion_act(&stamp, &[request]).unwrap();
    let face = desk.start(80, 24);
    face.shows("Isian terakhir (10.00) sudah tersimpan sebelum terputus.");
    face.shows("2/4").shows("panen lebat (maria)");
    assert_eq!(occasion(&desk, NOW).item(2).unwrap().notes.len(), 1);
}

#[test]
fn how_a_promise_ended_is_half_said_and_goes_on() {
    let desk = hall();
    press_and_lose(
        &desk,
        &[
            "4<Enter>",
            "<Enter><Enter>",
            "Ra<Enter><Enter><Enter>2",
            "mg<Enter>satu ru",
            "ang<Enter>",
        ],
        80,
        24,
    );
    let closed = desk.card(FULUR).village.follow.actions[0].closed.clone();
    let (outcome, _, note) = closed.unwrap();
    assert_eq!((outcome.word(), note.as_str()), ("sebagian", "satu ruang"));
    let rest = desk.card(FULUR).village.follow.actions[1].planned.clone();
    assert_eq!(rest.due.to_string(), "2026-12-08");
}

/// The promise ended while the line was lost: that is said, and nothing is read back or promised anew unasked.
#[test]
fn a_continuation_whose_promise_ended_meanwhile_asks_first() {
    let desk = in_session("maria", 2);
    desk.start_to_be_lost(80, 24)
        .press("4<Enter>!t2a<Enter><Enter><Enter>2mg<Enter>segera<Enter>");
    kept(&desk, 22);
    // Lost once more before it is answered: it is asked again.
    desk.start_to_be_lost(80, 24);
    let mut face = desk.start(80, 24);
    face.shows("Janji itu sudah berakhir sementara itu (SELESAI).")
        .hides("Dibacakan");
    face.shows("periksa tempat produksi").shows("segera");
    face.press("<Enter>");
    face.shows("Pilih janji lain, atau 1 untuk janji baru.");
    assert_eq!(desk.card(FULUR).village.follow.actions.len(), 1);
    face.press("1<Enter><Enter><Enter><Enter><Enter>");
    face.shows("Dibacakan").hides("Janji lama");
}

/// It was handed on while the line was lost: what goes on is the promise that took its place.
#[test]
fn a_continuation_whose_promise_was_handed_on_goes_on_with_the_other() {
    let desk = in_session("maria", 2);
    desk.start_to_be_lost(80, 24)
        .press("4<Enter>!t2a<Enter><Enter><Enter>2mg");
    let lang = ovop::strings::Lang::Id;
    let look = ovop::tui::app::session::ThemeName::Mono;
    let mut other = desk.start_as("yosef", lang, look, 80, 24);
    other.press("4<Enter>!d2dperiksa lagi<Enter><Enter><Enter>3mg<Enter><Enter><Enter>");
    let mut face = desk.start(80, 24);
    face.shows("yang dilanjutkan kini");
    face.press("<Enter><Enter><Enter><Enter><Enter>");
    face.shows("2mg");
    face.press("<Enter><Enter><Enter>");
    face.shows("Sementara itu yosef");
    face.press("1");
    let follow = desk.card(FULUR).village.follow;
    let [_, theirs, mine] = &follow.actions[..] else {
        panic!("three promises")
    };
    assert_eq!(mine.planned.after, Some(theirs.planned.action));
}
