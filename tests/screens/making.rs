//! Who makes the product, what they make, where it is sold, and who helps.

use insta::assert_snapshot;
use ovop::domain::act::{Act, MakerAct};
use ovop::domain::event::{
    AssistanceBegun, AssistanceEnded, ChannelClosed, ChannelOpened, MonthRecorded,
    ProducerRecorded, ProducerTurned, WorkersCounted,
};
use ovop::domain::follow::Office;
use ovop::domain::makers::{Business, Form, Outlet};
use ovop::domain::month::Month;
use ovop::domain::quantity::Quantity;
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;
use uuid::Uuid;

use crate::support::{Desk, Face};

const KEWAR: &str = "53.04.01.2001";

/// Two years on: a group, a business that stopped, months with gaps, insurances checked on different days, a channel
/// that ended, help that is waited for and help that was handed over.
fn two_years_on() -> Desk {
    let desk = Desk::chosen_on("2024-12-02");
    let act = |on: &str, act| desk.act("yosef", KEWAR, on, Act::Makers(act));
    let [group, shop, mart, market, asked, given] = [1, 2, 3, 4, 5, 6].map(Uuid::from_u128);
    let business = |name: &str, form, head: &str, men, women| Business {
        name: name.into(),
        form,
        head: head.into(),
        men,
        women,
        produced: None,
    };
    let add =
        |producer, business| MakerAct::RecordProducer(ProducerRecorded { producer, business });
    let sinar = business(
        "KUB Sinar",
        Form::JointGroup,
        "Maria Bere",
        Some(3),
        Some(11),
    );
    act("2025-01-10", add(group, sinar));
    let rosa = business("Rumah Tenun Rosa", Form::Enterprise, "", None, Some(4));
    act("2025-03-01", add(shop, rosa));
    let stops = ProducerTurned {
        producer: shop,
        active: false,
        reason: "benang habis".into(),
    };
    act("2026-02-01", MakerAct::TurnProducer(stops));
    let counted = |work, health| {
        MakerAct::CountWorkers(WorkersCounted {
            men: 3,
            women: 11,
            work,
            health,
        })
    };
    act("2025-11-03", counted(Some(6), None));
    act("2026-11-03", counted(None, Some(12)));
    let open = |channel, outlet, name: &str| {
        MakerAct::OpenChannel(ChannelOpened {
            channel,
            outlet,
            name: name.into(),
        })
    };
    act("2025-02-01", open(mart, Outlet::NttMart, "NTT Mart Belu"));
    act("2025-02-01", open(market, Outlet::RegencyMarket, "Atambua"));
    let close = ChannelClosed {
        channel: market,
        reason: "pasokan tidak tetap".into(),
    };
    act("2026-03-31", MakerAct::CloseChannel(close));
    let month = |month: &str, volume, turnover, channel| {
        let month = Month::parse(month, crate::support::today()).unwrap();
        let said = MonthRecorded {
            month,
            volume: Some(Quantity::whole(volume)),
            unit: "lembar".into(),
            turnover: Some(turnover),
            channel,
            producer: Some(group),
        };
        let on = month.last_day().to_string();
        act(&on, MakerAct::RecordMonth(said));
    };
    month("2025-10", 9, 2_250_000, Some(market));
    month("2026-02", 4, 1_000_000, Some(market));
    month("2026-03", 12, 3_000_000, Some(mart));
    month("2026-06", 0, 0, None);
    month("2026-09", 18, 4_500_000, Some(mart));
    month("2026-10", 20, 5_000_000, Some(mart));
    let begin = |assistance, office, what: &str, waiting| {
        MakerAct::BeginAssistance(AssistanceBegun {
            assistance,
            office,
            what: what.into(),
            waiting,
        })
    };
    act(
        "2025-05-01",
        begin(given, Office::Province, "alat tenun bukan mesin", false),
    );
    let ended = AssistanceEnded {
        assistance: given,
        handover: "04/BAST/2025".into(),
        note: String::new(),
    };
    act("2025-09-01", MakerAct::EndAssistance(ended));
    act(
        "2026-08-01",
        begin(asked, Office::Bank, "QRIS dan pembukuan", true),
    );
    desk
}

/// The part of the card where the making stands.
fn card(face: &mut Face) -> &mut Face {
    face.press("<Enter>J")
}

#[test]
fn a_year_of_a_village_is_recorded_by_keys_alone() {
    let desk = Desk::chosen_on("2026-06-01");
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
    let desk = Desk::chosen_on("2026-06-01");
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
    let desk = Desk::chosen_on("2026-06-01");
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
    let desk = Desk::chosen_on("2026-06-01");
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
    let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 40, 20);
    face.press("+");
    face.shows("Production etc.:").hides("Record what?");
}

#[test]
fn the_card_of_two_years_at_every_size_and_in_both_languages() {
    let desk = two_years_on();
    for (columns, rows, pages) in [(40, 12, 4), (40, 20, 2), (80, 24, 2), (120, 40, 2)] {
        for lang in [Lang::Id, Lang::En] {
            let mut face = desk.start_as("maria", lang, ThemeName::Mono, columns, rows);
            // From the line with the head of the months on.
            face.press("<Enter>");
            let head = match lang {
                Lang::Id => "PRODUKSI DAN PENJUALAN",
                Lang::En => "PRODUCTION AND SALES",
            };
            let begins = |face: &Face| face.screen().lines().take(3).any(|l| l.contains(head));
            for _ in 0..80 {
                if begins(&face) {
                    break;
                }
                face.press("j");
            }
            let mut seen = Vec::new();
            for _ in 0..pages {
                seen.push(face.screen());
                face.press("J");
            }
            let name = format!("making-card-{}-{columns}x{rows}", lang.word());
            assert_snapshot!(name, seen.join("\n=== J ===\n"));
        }
    }
}

#[test]
fn the_chooser_and_the_forms_at_every_size() {
    let desk = two_years_on();
    const FORMS: [(&str, &str); 8] = [
        ("chooser", "+"),
        ("month", "+1"),
        (
            "month-channel",
            "+1<Enter><Enter><Enter>1,5jt<Enter>2<Enter>",
        ),
        ("workers", "+2<Enter><Enter>20<Enter>"),
        ("producer", "+3KWT Melati<Enter>"),
        ("stop", "+5"),
        ("channel", "+6"),
        ("help", "+8"),
    ];
    for (columns, rows) in [(40, 12), (40, 20), (80, 24), (120, 40)] {
        for (name, script) in FORMS {
            let mut face = desk.start(columns, rows);
            face.press(script);
            assert_snapshot!(format!("making-{name}-{columns}x{rows}"), face.screen());
            face.press("<Esc><Esc>");
        }
    }
    for (name, script) in FORMS {
        let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 80, 24);
        face.press(script);
        assert_snapshot!(format!("en-making-{name}"), face.screen());
        face.press("<Esc><Esc>");
    }
}

#[test]
fn the_chooser_shows_what_cannot_be_done_yet_and_says_why() {
    let desk = Desk::chosen_on("2026-06-01");
    let mut face = desk.start(40, 12);
    face.press("+");
    face.shows("Catat apa? 1/9")
        .shows("1 Bulan produksi")
        .shows("4 Ubah produsen (belum bisa)");
    face.press("J").shows("9 Serah terima (belum bisa)");
    face.press("4").shows("belum ada produsen");
    let mut face = desk.start(80, 24);
    face.press(":pekerja<Enter>");
    face.shows("Pekerja dan BPJS - Kewar");
}

#[test]
fn a_month_that_is_there_is_named_before_it_is_replaced_and_undo_brings_it_back() {
    let desk = Desk::chosen_on("2026-06-01");
    let mut face = desk.start(80, 24);
    let months = || desk.card(KEWAR).village.choice.unwrap().makers.months;
    face.press("+1okt<Enter>5<Enter>lembar<Enter><Enter><Enter><Enter><Enter>");
    assert_eq!(months()[0].volume, Some(Quantity::whole(5)));
    face.press("+1");
    face.shows("Okt 2026 sudah tercatat: 5 lembar. Yang ini menggantikannya.");
    face.press("<Enter>7<Enter><Enter>1,5jt<Enter>");
    face.shows("= Okt 2026").shows("= Rp1.500.000");
    face.press("<Enter><Enter><Enter>");
    assert_eq!(months().len(), 1);
    assert_eq!(months()[0].volume, Some(Quantity::whole(7)));
    face.press("u").shows("7 lembar");
    face.press("<Enter>");
    assert_eq!(months()[0].volume, Some(Quantity::whole(5)));
}

#[test]
fn workers_whom_nobody_counted_are_not_recorded_as_none() {
    let desk = Desk::chosen_on("2026-06-01");
    let events = desk.events();
    let mut face = desk.start(80, 24);
    face.press("+2<Enter><Enter><Enter><Enter><Enter><Enter>");
    face.shows("Isi laki-laki dahulu");
    assert_eq!(desk.events(), events);
    face.press("0<Enter>9<Enter><Enter><Enter><Enter><Enter>");
    face.shows("Kewar: pekerja dihitung");
    // The next check of the insurances starts from the same people.
    face.press("+2<Enter><Enter>4<Enter><Enter><Enter><Enter>");
    let workers = desk.card(KEWAR).village.choice.unwrap().makers.workers;
    let workers = workers.unwrap();
    assert_eq!((workers.men, workers.women), (0, 9));
    assert_eq!(workers.work.unwrap().number, 4);
    assert!(workers.health.is_none());
}

#[test]
fn of_help_that_waits_only_the_day_is_asked() {
    let desk = two_years_on();
    let mut face = desk.start(80, 24);
    face.press("+8")
        .shows("QRIS dan pembukuan")
        .hides("Bantuan apa");
    face.press("2").shows("Bantuan apa");
    face.press("1").hides("Bantuan apa");
    face.press("<Enter><Enter><Enter>");
    let makers = desk.card(KEWAR).village.choice.unwrap().makers;
    assert!(makers.assistance.iter().all(|a| !a.waiting));
}

#[test]
fn a_paper_is_most_likely_held_by_the_only_producer_at_work() {
    let desk = two_years_on();
    let mut face = desk.start(80, 24);
    face.press("/kewar<Enter>n");
    face.shows("Pemegang").shows("KUB Sinar");
    // To the holder: item, state, number, issued by. The first letter puts another name in its place.
    face.press("<Enter><Enter>12<Enter><Enter>Kelompok Lain");
    face.shows("Kelompok Lain").hides("KUB Sinar");
    let desk = two_years_on();
    let mut face = desk.start(80, 24);
    face.press("/kewar<Enter>n<Enter><Enter>12<Enter><Enter>");
    face.press("<Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    face.shows("u mengurungkan");
    let evidence = &desk.card(KEWAR).village.choice.unwrap().evidence;
    assert_eq!(evidence[0].claim.holder, "KUB Sinar");
}
