//! Who makes the product, what they make, where it is sold, and who helps.

use ovop::domain::act::Act;
use ovop::domain::event::Forum;
use ovop::strings::Lang;
use ovop::tui::app::model::Look;

use crate::support::{Desk, Face};

const KEWAR: &str = "53.04.01.2001";

/// Kewar has chosen its first potential.
fn desk() -> Desk {
    let desk = Desk::new();
    let choose = Act::Choose {
        potential: desk.card(KEWAR).village.potentials[0].id,
        product: String::new(),
        forum: Forum::VillageDeliberation,
        minutes: String::new(),
        reason: String::new(),
    };
    desk.act("yosef", KEWAR, "2026-06-01", choose);
    desk
}

/// The part of the card where the making stands.
fn card(face: &mut Face) -> &mut Face {
    face.press("<Enter>J")
}

#[test]
fn a_year_of_a_village_is_recorded_by_keys_alone() {
    let desk = desk();
    let mut face = desk.start(120, 40);
    face.press("+");
    face.shows("Catat apa?")
        .shows("1 Bulan produksi")
        .shows("9 Serah terima");
    // A producer first, then its workers, a channel, two months.
    face.press(
        "3KUB Sinar<Enter><Enter>Maria Bere<Enter>3<Enter>11<Enter>kemarin<Enter><Enter><Enter>",
    );
    face.shows("Kewar: produsen dicatat: KUB Sinar");
    face.press("+23<Enter>11<Enter>6<Enter>12<Enter><Enter><Enter>");
    let workers = desk.card(KEWAR).village.choice.unwrap().makers.workers;
    assert_eq!(workers.unwrap().all(), 14);
    face.press("+6<Enter>NTT Mart Belu<Enter><Enter><Enter>");
    face.shows("NTT Mart Belu");
    face.press("+1<C-u>sep<Enter>120<Enter>lembar<Enter>1,5jt<Enter>2<Enter>2<Enter><Enter>");
    face.shows("bulan dicatat: Sep 2026, 120 lembar, Rp1.500.000");
    face.press("+1<Enter>0<Enter><Enter><Enter><Enter><Enter><Enter>");
    face.shows("bulan dicatat: Okt 2026, 0 lembar");
    let makers = desk.card(KEWAR).village.choice.unwrap().makers;
    assert_eq!(makers.producers.len(), 1);
    assert_eq!(makers.months.len(), 2);
    let september = &makers.months[0];
    assert_eq!(september.turnover, Some(1_500_000));
    assert_eq!(september.channel, Some(makers.channels[0].id));
    assert_eq!(september.producer, Some(makers.producers[0].id));
    assert_eq!(
        makers.months[1].unit, "lembar",
        "the unit of the month before is offered"
    );
    card(&mut face);
    face.shows("KUB Sinar")
        .shows("Pekerja 14 (L3 P11) BPJS TK 6 JKN 12");
}

#[test]
fn what_cannot_be_read_is_said_where_it_stands_and_nothing_is_written() {
    let desk = desk();
    let events = desk.events();
    let mut face = desk.start(80, 24);
    face.press("+1<C-u>bulan depan<Enter>");
    face.shows("Bulan tidak terbaca");
    face.press("<Up><C-u>2026-09<Enter>banyak<Enter>");
    face.shows("Angka tidak terbaca");
    face.press("<Up><C-u>1,500<Enter>");
    face.shows("tulis 1500 atau 1,5");
    face.press("<Esc><Esc>");
    face.press("+2<Enter>tiga<Enter>");
    face.shows("Angka tidak terbaca");
    assert_eq!(desk.events(), events);
}

#[test]
fn a_producer_is_amended_stopped_and_active_again() {
    let desk = desk();
    let mut face = desk.start(100, 30);
    face.press("+4");
    face.shows("Ubah produsen: belum ada produsen (+ lalu 3 mencatat)");
    face.press("+3KUB Sinar<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    face.press("+4<Enter><Enter><Enter>Maria<Enter><Enter><Enter><Enter><Enter><Enter>");
    let producer =
        |desk: &Desk| desk.card(KEWAR).village.choice.unwrap().makers.producers[0].clone();
    assert_eq!(producer(&desk).business.head, "Maria");
    face.press("+5").shows("KUB Sinar (aktif)");
    face.press("<Enter>ketua pindah<Enter><Enter><Enter>");
    assert!(producer(&desk).stopped.is_some());
    face.press("+5").shows("KUB Sinar (berhenti)");
    face.press("<Enter>ketua baru<Enter><Enter><Enter>");
    assert!(producer(&desk).stopped.is_none());
    face.press("u<Enter>");
    assert!(producer(&desk).stopped.is_some(), "undone");
}

#[test]
fn assistance_that_was_asked_for_begins_and_is_handed_over() {
    let desk = desk();
    let mut face = desk.start(100, 30);
    face.press("+9");
    face.shows("tidak ada pendampingan yang berjalan");
    face.press("+8<Enter>alat tenun<Enter>1<Enter><Enter><Enter>");
    let help = |desk: &Desk| desk.card(KEWAR).village.choice.unwrap().makers.assistance[0].clone();
    assert!(help(&desk).waiting);
    face.press("+8").shows("alat tenun");
    face.press("<Enter><Enter><Enter><Enter><Enter><Enter>");
    assert!(!help(&desk).waiting);
    face.press("+9<Enter>BAST 04/2026<Enter><Enter><Enter><Enter>");
    assert_eq!(help(&desk).ended.unwrap().handover, "BAST 04/2026");
}

#[test]
fn without_a_product_the_reason_is_said_in_both_languages() {
    let desk = Desk::new();
    let mut face = desk.start_as("maria", Lang::En, Look::Mono, 40, 20);
    face.press("+");
    face.shows("Production etc.:").hides("Record what?");
}
