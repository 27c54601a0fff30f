//! The event desk: events, who comes, villages present and absent, and the answers a coordinator is asked for there.

use ovop::domain::occasion::Occasion;
use ovop::store::{OccasionQuery, Store};
use rstest::rstest;

use crate::support::{Desk, Face, today};

/// Keys that make an event of today for Lamaknen: kind, name, day, time, place, organiser, opener, villages.
const MADE: &str = "5<Enter>sSosialisasi OVOP<Enter><Enter>9<Enter>Gedung Wanita<Enter>Dinas PMD<Enter>Wakil Bupati<Enter>l<Enter><Enter>";

fn with_event(columns: u16, rows: u16) -> (Desk, Face) {
    let desk = Desk::new();
    let mut face = desk.start(columns, rows);
    face.press(MADE);
    (desk, face)
}

/// The only event as the store has it.
fn event(desk: &Desk) -> std::sync::Arc<Occasion> {
    let store = Store::open(&desk.database, today()).unwrap();
    let query = OccasionQuery {
        meetings: Some(false),
        limit: 10,
        ..OccasionQuery::default()
    };
    let all = store.occasions(&query).unwrap();
    assert_eq!(all.len(), 1);
    store.occasion(all[0].id).unwrap().unwrap().occasion
}

#[test]
fn without_an_event_the_screen_says_what_to_do_and_enter_does_it() {
    let desk = Desk::new();
    let mut face = desk.start(40, 12);
    face.press("5");
    face.shows("Belum ada acara. Enter membuat acara");
    face.press("<Enter>").shows("Acara baru").shows("1 Jenis");
    // With the letter of the kind the cursor goes on.
    face.press("s").shows("Sosialisasi");
    face.press("Sosialisasi OVOP<Enter><Enter>9<Enter>Gedung Wanita<Enter>Dinas PMD<Enter>Wakil Bupati<Enter>l");
    face.shows("Lamaknen");
    face.press("<Enter><Enter>");
    face.shows("Hadir 0 orang: L 0, P 0")
        .shows("Desa/kel 0 dari 9 hadir, 9 belum");
    let plan = &event(&desk).plan;
    assert_eq!(
        (&*plan.title, &*plan.place, &*plan.organiser, &*plan.opener),
        (
            "Sosialisasi OVOP",
            "Gedung Wanita",
            "Dinas PMD",
            "Wakil Bupati"
        )
    );
    assert_eq!(
        (plan.day, &plan.scope[..]),
        (today(), &["53.04.01".to_owned()][..])
    );
}

#[rstest]
#[case(40, 12)]
#[case(40, 20)]
#[case(80, 24)]
fn people_are_entered_one_after_the_other_with_few_keys(#[case] columns: u16, #[case] rows: u16) {
    let (desk, mut face) = with_event(columns, rows);
    face.press("HMaria Bere<Enter>fulur<Enter>kp");
    face.press("<Enter>");
    face.shows("Hadir ke-1: Maria Bere, Fulur.")
        .shows("Catat hadir 2");
    // From the same village another one: the village stands there, the head's element does not.
    face.press("Yosef Mau<Enter>").shows("= Fulur (Lamaknen)");
    face.press("<Enter>sl<Enter>");
    // An agency is taken by 0; its element stays for the next.
    face.press("Siti Aminah<Enter>BPJS0jp<Enter>");
    face.press("Ahmad<Enter>").shows("= instansi BPJS");
    face.press("<Enter>").shows("= BPJS");
    face.press("<Enter>l<Enter><Esc>");
    face.shows("Hadir 4 orang: L 2, P 2")
        .shows("1 dari 9 hadir, 8 belum");
    let o = event(&desk);
    let names: Vec<(&str, &str)> = o
        .guests
        .iter()
        .map(|g| (&*g.guest.name, g.guest.element.word()))
        .collect();
    assert_eq!(
        names,
        [
            ("Maria Bere", "kades"),
            ("Yosef Mau", "sekdes"),
            ("Siti Aminah", "bpjs"),
            ("Ahmad", "bpjs")
        ]
    );
    assert!(o.opened.is_some(), "the first to come opens it");
}

/// Ten seconds are thirty keys of a thumb.
#[test]
fn a_person_takes_at_most_thirty_keys() {
    let (_desk, mut face) = with_event(40, 20);
    let keys = "Dominikus Seran<Enter>ful1kl<Enter>";
    face.press("H").press(keys);
    face.shows("Hadir ke-1: Dominikus Seran, Fulur.");
    let count = keys.replace("<Enter>", "!").chars().count();
    assert!(count <= 30, "{count}");
}

#[test]
fn of_two_villages_that_fit_none_is_picked_by_itself() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("5<Enter>sSosialisasi<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    face.press("HMaria<Enter>lakekun<Enter>");
    face.shows("1 Lakekun (Kobalima)")
        .shows("3 Lakekun Barat (Kobalima)");
    face.press("3kp<Enter>")
        .shows("Hadir ke-1: Maria, Lakekun Barat.");
    // Keys that come before the candidates wait for them.
    face.burst("Yosef<Enter>lakekun2kl<Enter>");
    face.shows("Hadir ke-2: Yosef, Lakekun Utara.");
}
