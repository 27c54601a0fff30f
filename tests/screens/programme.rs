//! What proves a stage, what stands in its way, what was promised: recorded by keys, seen on the card.

use chrono::NaiveDate;
use insta::assert_snapshot;
use ovop::domain::act::{Act, EvidenceAct, FollowAct};
use ovop::domain::event::{ActionPlanned, BlockerRaised, EvidenceClaimed, Forum, Group, Source};
use ovop::domain::evidence::Status;
use ovop::domain::follow::{Obstacle, Office, Outcome};
use ovop::domain::gate::{Category, Need, RuleBook};
use ovop::domain::stage::Stage;
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;
use uuid::Uuid;

use crate::support::{Desk, Face, today};

/// Second in the list, without known products.
const FULUR: &str = "53.04.01.2002";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Fulur has chosen its honey and the decree is there.
fn with_product() -> Desk {
    let desk = Desk::new();
    let id = Uuid::now_v7();
    let act = |on, act| desk.act("yosef", FULUR, on, act);
    act(
        "2025-11-13",
        Act::RecordPotential {
            id,
            name: "madu hutan".into(),
            group: Group::Forest,
            source: Source::Field,
            note: String::new(),
        },
    );
    act(
        "2025-11-20",
        Act::Choose {
            potential: id,
            product: "Madu Fulur".into(),
            forum: Forum::VillageDeliberation,
            minutes: "02/BA/XI/2025".into(),
            reason: String::new(),
        },
    );
    let number = "07/2025".into();
    act("2025-11-21", Act::RecordDecree { number });
    desk
}

/// A claim that an item is there.
fn there(item: &str) -> EvidenceClaimed {
    EvidenceClaimed::bare(Uuid::now_v7(), item, Status::Present)
}

fn claim(desk: &Desk, claim: EvidenceClaimed) {
    let act = Act::Evidence(EvidenceAct::Claim(claim));
    desk.act("yosef", FULUR, "2026-06-01", act);
}

fn verified(desk: &Desk, what: EvidenceClaimed) {
    let evidence = what.evidence;
    claim(desk, what);
    let note = String::new();
    let act = Act::Evidence(EvidenceAct::Verify { evidence, note });
    desk.act("ana", FULUR, "2026-06-02", act);
}

/// Everything that is required of food up to a stage is verified, but for some items.
fn proved(desk: &Desk, up_to: Stage, but: &[&str]) {
    let rules = RuleBook::shipped().on(today());
    for stage in Stage::ALL.into_iter().filter(|s| *s <= up_to) {
        for (item, need) in rules.asked(stage, Category::ProcessedFood) {
            let counts = need == Need::Required && item.from.is_none();
            if counts && !but.contains(&item.id.as_str()) {
                verified(desk, there(&item.id));
            }
        }
    }
}

fn declare(desk: &Desk, to: Stage, on: &str) {
    let basis = "dilihat".into();
    desk.act("yosef", FULUR, on, Act::DeclareStage { to, basis });
}

/// A village in the middle of everything.
fn busy() -> Desk {
    let desk = with_product();
    declare(&desk, Stage::Packaged, "2026-07-01");
    proved(&desk, Stage::Packaged, &["label", "izin-edar", "halal"]);
    verified(
        &desk,
        EvidenceClaimed {
            number: "P-IRT 2155304010012-26".into(),
            issuer: "Dinas Kesehatan Belu".into(),
            holder: "KUB Sinar".into(),
            expires: Some(day("2026-11-01")),
            ..there("izin-edar")
        },
    );
    claim(&desk, there("label"));
    claim(
        &desk,
        EvidenceClaimed {
            status: Status::PapersMissing,
            missing: "surat keterangan penyelia".into(),
            ..there("halal")
        },
    );
    let raise = FollowAct::RaiseBlocker(BlockerRaised {
        blocker: Uuid::now_v7(),
        obstacle: Obstacle::Premises,
        office: Office::Health,
        note: "dapur belum terpisah".into(),
    });
    desk.act("yosef", FULUR, "2026-07-02", Act::Follow(raise));
    let plan = |what: &str, office, due| {
        FollowAct::PlanAction(ActionPlanned {
            action: Uuid::now_v7(),
            what: what.into(),
            office,
            who: String::new(),
            due: day(due),
            item: None,
            from: None,
            after: None,
        })
    };
    for (what, office, due) in [
        ("periksa tempat", Office::Health, "2026-09-30"),
        ("lengkapi label", Office::Companion, "2026-10-15"),
    ] {
        let act = Act::Follow(plan(what, office, due));
        desk.act("yosef", FULUR, "2026-09-12", act);
    }
    let label = &desk.card(FULUR).village.follow.actions[1];
    let close = FollowAct::CloseAction {
        action: label.planned.action,
        outcome: Outcome::Done,
        note: String::new(),
    };
    desk.act("yosef", FULUR, "2026-10-14", Act::Follow(close));
    desk
}

/// Everything that the open card says, read from its first line to its last.
fn card(face: &mut Face) -> String {
    face.press("g");
    let mut all = face.words();
    for _ in 0..6 {
        face.press("jjjjjjjjjj");
        all.push_str(&face.words());
    }
    face.press("g");
    all
}

#[track_caller]
fn card_says(face: &mut Face, text: &str) {
    let card = card(face);
    assert!(card.contains(text), "{text:?} is not on the card:\n{card}");
}

#[test]
fn the_verified_stage_rises_with_what_is_verified_and_falls_when_its_time_is_over() {
    let desk = with_product();
    let mut face = desk.start(80, 24);
    face.press("j<Enter>");
    face.shows("Potensi [+.] Diolah [..]")
        .shows("dinyatakan POTENSI, belum terverifikasi");
    card_says(
        &mut face,
        "KURANG 1 bahan baku cukup untuk setahun ke depan atau lebih",
    );

    face.press("n");
    face.shows("Bukti - Fulur");
    face.press("<Enter><Enter><Enter><Enter><Enter><Enter>30/11<Enter><Enter>3 tahun<Enter>");
    face.shows("= 30-11-2026");
    face.press("<Enter><Enter>");
    face.shows("bukti dicatat: bahan-baku, ada")
        .shows("dinyatakan POTENSI, belum terverifikasi");
    card_says(&mut face, "(diklaim maria 24-11-2026, belum diverifikasi)");

    face.press("v<Enter>dilihat di kebun<Enter><Enter><Enter>");
    face.shows("bukti diverifikasi: bahan-baku, dilihat di kebun")
        .shows("Potensi [##] Diolah [..]")
        .shows("dinyatakan dan terverifikasi POTENSI");

    let mut later = desk.start_on("2026-11-30", 80, 24);
    later.press("j<Enter>");
    later.shows("terverifikasi POTENSI");
    let mut later = desk.start_on("2026-12-01", 80, 24);
    later.press("j<Enter>");
    later
        .shows("Potensi [+.]")
        .shows("dinyatakan POTENSI, belum terverifikasi");
    card_says(
        &mut later,
        "1 bahan baku cukup untuk setahun ke depan atau lebih (habis 30-11-2026)",
    );
}

#[test]
fn a_paper_that_ended_proposes_the_step_back() {
    let desk = with_product();
    declare(&desk, Stage::Packaged, "2026-10-01");
    proved(&desk, Stage::Packaged, &["izin-edar"]);
    let licence = EvidenceClaimed {
        expires: Some(day("2026-12-01")),
        ..there("izin-edar")
    };
    verified(&desk, licence);
    let mut before = desk.start(120, 40);
    before.press("j<Enter>");
    before
        .shows("dinyatakan dan terverifikasi DIKEMAS")
        .hides("usul mundur");
    card_says(
        &mut before,
        "berlaku s.d. 01-12-2026: PERPANJANGAN HARUS DIAJUKAN",
    );
    let mut after = desk.start_on("2026-12-02", 120, 40);
    after.press("j<Enter>");
    after
        .shows("SPP-IRT atau BPOM MD habis 01-12-2026: usul mundur ke Diolah, tombol M")
        .shows("dinyatakan DIKEMAS, terverifikasi DIOLAH");
    card_says(&mut after, "HABIS 01-12-2026");
    // A person confirms it, with a reason.
    after.press("M<Enter>SPP-IRT habis<Enter><Enter><Enter>");
    after
        .shows("dinyatakan dan terverifikasi DIOLAH")
        .hides("usul mundur");
}

#[test]
fn the_number_of_a_licence_is_read_as_a_hint_and_never_refused() {
    let desk = with_product();
    let mut face = desk.start(80, 24);
    // Among the missing items the licence is reached by its first letter.
    face.press("jns<Enter><Enter>9153204");
    face.shows("Periksa: P-IRT 15 angka, ini 7.");
    face.press("010012-21");
    face.shows("jenis pangan 15, wilayah 3204, sampai 2021")
        .shows("Periksa: angka pertama bukan kode kemasan.")
        .shows("Periksa: kode wilayahnya provinsi lain.")
        .shows("Periksa: menurut angkanya habis tahun 2021.");
    face.press("<C-u>2155304010012-30");
    face.shows("kemasan plastik, jenis pangan 15, wilayah 5304, sampai 2030")
        .hides("Periksa");
    face.press("<C-u>MD 867031001234<Enter>");
    face.hides("Periksa");
    face.press("<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    face.shows("bukti dicatat: izin-edar MD 867031001234, ada");
}

#[test]
fn an_obstacle_and_a_promise_come_and_go_by_keys() {
    let desk = with_product();
    let mut face = desk.start(80, 24);
    face.press("j<Enter>");
    card_says(&mut face, "! tanpa RTL: belum ada yang berjanji");
    face.press("I");
    face.shows("Hambatan selesai: tidak ada hambatan (i mencatat).");
    face.press("R");
    face.shows("Tutup RTL: tidak ada RTL yang terbuka (t mencatat).");

    // Two letters "i": the second of the permits.
    face.press("iii<Enter>ddd<Enter>berkas di meja<Enter>2 minggu lalu<Enter><Enter>");
    face.shows("hambatan dicatat: izin: SPP-IRT (Dinas Kesehatan)")
        .shows("menunggu Dinas Kesehatan (izin: SPP-IRT)");
    card_says(
        &mut face,
        "HAMBATAN Izin: SPP-IRT (Dinas Kesehatan), sejak 10-11-2026, 14 hari berkas di meja",
    );
    face.press("I");
    face.shows("Hambatan selesai - Fulur");
    face.press("<Enter>izin keluar<Enter><Enter><Enter>");
    face.shows("hambatan terbuka: izin keluar")
        .hides("menunggu Dinas Kesehatan");

    // One key turns the first missing item into a promise.
    face.press("t");
    face.shows("lengkapi: bahan baku cukup");
    face.press("<Enter><Enter>p<Enter>Ibu Ana<Enter>jumat<Enter>");
    face.shows("= 27-11-2026");
    face.press("<Enter><Enter>");
    face.shows("RTL dicatat: lengkapi: bahan baku cukup");
    assert!(!card(&mut face).contains("tanpa RTL"));
    let action = desk.card(FULUR).village.follow.actions[0].clone();
    assert_eq!(action.planned.item.as_deref(), Some("bahan-baku"));
    assert_eq!(
        (action.planned.office, action.planned.who.as_str()),
        (Office::Companion, "Ibu Ana")
    );

    let mut late = desk.start_on("2026-12-09", 80, 24);
    late.press("j<Enter>");
    card_says(&mut late, "tenggat 27-11-2026 LEWAT 12 HARI");
    face.press("R<Enter>2<Enter>hujan<Enter><Enter><Enter>");
    face.shows("RTL ditutup: gagal, hujan");
    card_says(&mut face, "GAGAL 24-11-2026: hujan");
    card_says(&mut face, "! tanpa RTL");
}

#[test]
fn everything_recorded_can_be_undone() {
    let desk = busy();
    let mut face = desk.start(80, 24);
    face.press("j");
    for script in [
        "n<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>",
        "v<Enter><Enter><Enter><Enter>",
        "N<Enter>keliru<Enter><Enter><Enter>",
        "P2<Enter><Enter><Enter>",
        "i<Enter><Enter><Enter><Enter><Enter>",
        "I<Enter>selesai<Enter><Enter><Enter>",
        "t<Enter><Enter><Enter><Enter>2mg<Enter><Enter><Enter>",
        "R<Enter><Enter><Enter><Enter><Enter>",
    ] {
        let before = desk.card(FULUR).village;
        face.press(script);
        face.shows("u mengurungkan");
        assert_ne!(desk.card(FULUR).village, before, "{script}");
        face.press("u<Enter>");
        face.shows("Diurungkan");
        assert_eq!(desk.card(FULUR).village, before, "{script}");
    }
}

#[test]
fn on_a_low_screen_the_card_begins_with_its_whole_sentence() {
    let desk = busy();
    let mut face = desk.start(40, 12);
    face.press("j<Enter>");
    face.shows("Fulur (Lamaknen): ditetapkan, produk")
        .shows("lalu. K3 DITETAPKAN")
        .hides("Kec. Lamaknen");
    face.0.resize(40, 20).unwrap();
    face.shows("Kec. Lamaknen");
}

#[test]
fn on_a_phone_long_lists_scroll_and_letters_jump() {
    let desk = with_product();
    let mut face = desk.start(40, 12);
    face.press("ji");
    face.shows("Hambatan").shows("1/22").shows("(x) bahan baku");
    face.press("m");
    face.shows("4/22").shows("(x) modal");
    face.press("m");
    face.shows("6/22").shows("(x) mutu tidak stabil");
    for _ in 0..30 {
        face.press("j");
    }
    face.shows("22/22").shows("(x) lain");
    face.press("b<Enter>");
    face.shows("Pihak").shows("1/24");
    face.press("d<Enter>modal habis<Enter><Enter><Enter>");
    face.shows("hambatan dicatat");
    let blocker = &desk.card(FULUR).village.follow.blockers[0].raised;
    assert_eq!(
        (blocker.obstacle, blocker.office),
        (Obstacle::RawMaterial, Office::Pmd)
    );

    face.press("t<Enter><Enter><Enter><Enter>besok pagi<Enter>");
    face.shows("Tenggat tidak terbaca");
    face.press("<Enter><Enter>");
    assert_eq!(desk.card(FULUR).village.follow.actions.len(), 0);
    face.press("<C-u>besok<Enter><Enter><Enter>");
    face.shows("RTL dicatat");
    let action = &desk.card(FULUR).village.follow.actions[0];
    assert_eq!(action.planned.due, day("2026-11-25"));

    face.press("n");
    face.shows("belum ada");
    face.press("<Enter>2<Enter><Enter><Enter><Enter><Enter><Enter>peta kebun<Enter>");
    face.press("<Enter><Enter><Enter>");
    face.shows("bahan-baku, berkas kurang");
}

#[test]
fn a_promise_may_be_about_something_else_than_evidence() {
    let desk = with_product();
    let mut face = desk.start(80, 30);
    face.press("jth");
    face.shows("(x) hal lain, bukan bukti");
    face.press("<Enter>beli botol<Enter><Enter><Enter>1 bln<Enter><Enter><Enter>");
    face.shows("RTL dicatat: beli botol (Pemerintah Desa, 24-12-2026)");
    let action = &desk.card(FULUR).village.follow.actions[0];
    assert_eq!(action.planned.item, None);
}

#[test]
fn two_people_on_the_same_evidence_are_told_of_each_other() {
    let desk = with_product();
    claim(&desk, there("nib"));
    let mut face = desk.start(80, 30);
    face.press("jv<Enter>sah<Enter><Enter>");
    let newer = EvidenceClaimed {
        number: "0220001234567".into(),
        ..there("nib")
    };
    let act = Act::Evidence(EvidenceAct::Claim(newer));
    desk.act("yosef", FULUR, "2026-11-24", act);
    face.press("<Enter>");
    face.shows("Sementara itu yosef")
        .shows("mencatat: bukti dicatat: nib 0220001234567,")
        .shows("Belum ada yang ditulis.");
    // What was meant to be verified is not there any more: nothing else is verified in its place.
    face.press("1");
    face.shows("Bukti itu tidak ada (lagi).");
    let known = desk.card(FULUR).village.choice.unwrap().evidence;
    assert!(known.iter().all(|e| e.verified.is_none()));
}

#[test]
fn obstacles_of_two_people_stand_beside_each_other() {
    let desk = with_product();
    let mut face = desk.start(80, 24);
    face.press("ji<Enter><Enter><Enter><Enter>");
    let raise = FollowAct::RaiseBlocker(BlockerRaised {
        blocker: Uuid::now_v7(),
        obstacle: Obstacle::Market,
        office: Office::Trade,
        note: String::new(),
    });
    desk.act("yosef", FULUR, "2026-11-20", Act::Follow(raise));
    face.press("<Enter>");
    face.shows("hambatan dicatat").hides("Sementara itu");
    assert_eq!(desk.card(FULUR).village.follow.blockers.len(), 2);
}

#[test]
fn what_cannot_be_done_yet_says_why() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    for (key, why) in [
        ("n", "Bukti: desa ini belum memilih produk (p memilih)."),
        (
            "v",
            "Verifikasi: desa ini belum memilih produk (p memilih).",
        ),
        ("I", "Hambatan selesai: tidak ada hambatan (i mencatat)."),
        ("R", "Tutup RTL: tidak ada RTL yang terbuka (t mencatat)."),
    ] {
        face.press(key);
        face.shows(why);
    }
    // The list does not know of evidence: the card does. Keys that ran ahead to the form act on nothing.
    let desk = with_product();
    let mut face = desk.start(80, 24);
    face.burst("jvx<Enter>sebab<Enter><Enter><Enter>");
    face.shows("Verifikasi: belum ada bukti yang tercatat (n mencatat).");
    assert!(desk.card(FULUR).village.choice.is_some());
    proved(&desk, Stage::Potential, &[]);
    let mut face = desk.start(80, 24);
    face.press("jv");
    face.shows("Verifikasi: tidak ada klaim yang menunggu verifikasi.");
}

/// Name, and the keys that lead there.
const FORMS: [(&str, &str); 9] = [
    ("busy-card", "j<Enter>"),
    ("busy-card-end", "j<Enter>G"),
    ("form-claim", "jn"),
    ("form-licence", "jn<Enter><Enter>215320401"),
    ("form-verify", "jv"),
    ("form-obstacle", "ji"),
    ("form-plan", "jt"),
    (
        "form-plan-due",
        "jt<Enter><Enter><Enter><Enter>segera<Enter>",
    ),
    ("form-close", "jR"),
];

#[test]
fn forms_and_card_at_three_sizes() {
    let desk = busy();
    for (columns, rows) in [(40, 12), (80, 24), (120, 40)] {
        for (name, script) in FORMS {
            // Each by another person: nobody is offered what the one before had half typed.
            let person = format!("{name}-{columns}");
            let mut face = desk.start_as(&person, Lang::Id, ThemeName::Dark, columns, rows);
            face.press(script);
            assert_snapshot!(format!("{name}-{columns}x{rows}"), face.screen());
        }
    }
}

#[test]
fn forms_and_card_in_english() {
    let desk = busy();
    for (name, script) in FORMS {
        let mut face = desk.start_as(name, Lang::En, ThemeName::Mono, 80, 24);
        face.press(script);
        assert_snapshot!(format!("en-{name}"), face.screen());
    }
}
