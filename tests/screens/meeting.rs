//! The meeting screen: an agenda made, a meeting led and recorded, by keys.

mod attend;
mod goes_on;
pub mod hall;
mod lost;
mod pictures;
mod together;

use ovop::config::{Papers, Sheet};
use ovop::domain::follow;
use ovop::domain::occasion::{Handled, Phase, Triage};
use ovop::papers::occasion::{Asked, Paper};
use ovop::papers::office::Office;
use ovop::papers::whatsapp;
use ovop::store::{OccasionQuery, Store};
use uuid::Uuid;

use self::hall::{BEFORE, DUARATO, FULUR, NOW, hall, in_session, occasion};
use crate::support::{Desk, Face, today, wita};

fn meetings(desk: &Desk) -> Vec<Uuid> {
    let store = Store::open(&desk.database, today()).unwrap();
    let query = OccasionQuery {
        meetings: Some(true),
        limit: 9,
        ..OccasionQuery::default()
    };
    let all = store.occasions(&query).unwrap();
    all.iter().map(|b| b.id).collect()
}

/// Words, Enter, a digit: what a chair can press.
#[test]
fn twelve_villages_from_marks_to_final_minutes_by_keys() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    for _ in 0..12 {
        face.press("<Space>");
    }
    face.press("4");
    face.shows("Belum ada rapat. Enter membuat rapat baru");
    face.press("<Enter>");
    face.shows("Rapat baru").shows("Rapat evaluasi OVOP");
    // The title is right as it is, the day is today.
    face.press(
        "<Enter><Enter>9<Enter>Aula kecamatan<Enter>Camat<Enter>Maria<Enter>PMD; Dinkes<Enter>",
    );
    face.shows("24 November 2026, pukul 09.00, Aula kecamatan");
    face.shows("dari 12 desa yang ditandai");
    face.press("=3");
    face.shows("12 butir masuk agenda.");
    face.shows("Belum dibekukan").shows("12 butir, 48 menit");
    face.shows("> 1 Kewar (Lamaknen), 4 menit");
    face.press("<Enter>");
    face.shows("Agenda dengan 12 butir dibekukan dan rapat mendapat nomor");
    face.press("<Enter>");
    face.shows("Agenda 1/2026: 12 butir")
        .shows("Enter membuka rapat");
    face.press("<Enter><Enter>");
    face.shows("Tidak ada rapat sebelumnya").shows("memimpin");
    let [meeting] = meetings(&desk)[..] else {
        panic!("one meeting")
    };
    for n in 1..=12 {
        face.press("<Space>");
        face.shows(&format!("{n}/12"));
        // Outcome by a letter, what, the office by a piece of its name, nobody, in two weeks, no note; then as read back.
        let keys = "!dperiksa tempat<Enter>dinkes<Enter><Enter>2mg<Enter><Enter>";
        face.press(keys);
        face.shows("Dibacakan: benar?");
        face.press("<Enter>");
        face.shows("u mengurungkan");
        let o = occasion(&desk, meeting);
        let item = o.item(n).unwrap();
        assert_eq!(item.decision.as_ref().unwrap().triage, Triage::Assist);
        let village = item.topic.village.clone().unwrap();
        let follow = desk.card(village.as_str()).village.follow;
        let promise = &follow.actions[0].planned;
        assert_eq!(promise.what, "periksa tempat");
        assert_eq!(promise.office, follow::Office::Health);
        assert_eq!(promise.due.to_string(), "2026-12-08");
        assert_eq!(promise.from, Some(meeting));
    }
    face.press("n");
    face.shows("12 butir: 12 dampingi; 0 belum diputus");
    // There is nothing after it, and the keys do not say so.
    face.hides("n lanjut");
    face.press("n");
    face.shows("ini halaman terakhir rapat");
    face.press("<Enter>");
    face.shows("Rapat ditutup sekarang.");
    face.press("<Enter>");
    face.shows("Ditutup: Enter memfinalkan risalah");
    face.press("Pc");
    face.shows("ovop paper notula --meeting 1/2026");
    face.press("q<Enter><Enter>");
    face.shows("Final. Enter: berita acara dan notula");
    let o = occasion(&desk, meeting);
    assert_eq!(o.phase, Phase::Final);
    assert_eq!(o.plan.invited, ["PMD", "Dinkes"]);
    face.press("<Enter>");
    face.shows("Tulis dokumen yang mana?")
        .shows(">0 Nomor 1-4 sekaligus");
}

/// A decision costs the room few keys: a letter, the words, a piece of an office, a short day, and Enter.
#[test]
fn a_decision_without_words_is_ten_keys() {
    let desk = in_session("maria", 2);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>");
    face.shows("2/4");
    let keys = [
        "!", "t", "<Enter>", "1", "dink", "<Enter>", "<Enter>", "2mg", "<Enter>", "<Enter>",
        "<Enter>",
    ];
    for key in keys {
        face.press(key);
    }
    let pressed: usize = keys
        .iter()
        .map(|k| if k.starts_with('<') { 1 } else { k.len() })
        .sum();
    assert!(pressed <= 16, "{pressed} keys");
    let o = occasion(&desk, NOW);
    let item = o.item(2).unwrap();
    assert_eq!(item.decision.as_ref().unwrap().triage, Triage::Stays);
    assert_eq!(item.actions.len(), 1);
    let follow = desk.card(FULUR).village.follow;
    let made = follow.actions.last().unwrap();
    assert_eq!(made.planned.office, follow::Office::Health);
    assert!(
        made.planned.what.starts_with("lengkapi"),
        "{}",
        made.planned.what
    );
}

#[test]
fn a_decision_that_promises_nothing_asks_for_nobody() {
    let desk = in_session("maria", 1);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>!n<Enter>menunggu musdes<Enter>");
    face.shows("tanpa janji").shows("menunggu musdes");
    face.press("<Enter>");
    let o = occasion(&desk, NOW);
    let ruling = o.item(1).unwrap().decision.clone().unwrap();
    assert_eq!(
        (ruling.triage, ruling.note.as_str()),
        (Triage::Later, "menunggu musdes")
    );
    assert!(o.item(1).unwrap().actions.is_empty());
    face.shows("PUTUSAN TUNDA: menunggu musdes");
}

#[test]
fn nothing_is_picked_by_itself_and_what_is_missing_is_said() {
    let desk = in_session("maria", 1);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>!<Enter>");
    face.shows("Ini perlu diisi.");
    face.press("lperiksa<Enter>bp<Enter>");
    face.shows("Beberapa cocok: ketik lagi, atau tekan nomornya.");
    face.press("<BS><BS>qqq<Enter>");
    face.shows("Tidak ada pihak yang cocok");
    face.press("<BS><BS><BS>bpom<Enter><Enter>kapan<Enter>");
    face.shows("Tenggat tidak terbaca.");
    face.press("<BS><BS><BS><BS><BS>30/11<Enter>");
    face.shows("30/11 = Senin 30-11-2026");
    face.press("<Enter>");
    face.shows("Dibacakan: benar?");
    // Back to the form, nothing is lost.
    face.press("q");
    face.shows("periksa").shows("30/11");
    assert!(occasion(&desk, NOW).item(1).unwrap().decision.is_none());
    face.press("<Enter><Enter>");
    assert!(occasion(&desk, NOW).item(1).unwrap().decision.is_some());
}

#[test]
fn a_promise_goes_on_in_another() {
    let desk = in_session("maria", 2);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>!d");
    face.shows("2 ( ) 12-11-2026 periksa tempat produksi");
    face.press("2");
    face.shows("a ( ) sebagian").shows("d ( ) dialihkan");
    // How it ends is not passed over; what it was about stands there already.
    face.press("<Enter>");
    face.shows("Ini perlu diisi.");
    face.press("a<Enter><Enter><Enter>2mg<Enter><Enter>");
    face.shows("Janji lama sebagian: periksa tempat produksi");
    face.press("<Enter>");
    let follow = desk.card(FULUR).village.follow;
    let [old, new] = &follow.actions[..] else {
        panic!("two promises")
    };
    assert_eq!(old.closed.as_ref().unwrap().0.word(), "sebagian");
    assert_eq!(new.planned.after, Some(old.planned.action));
    assert_eq!(new.planned.what, "periksa tempat produksi");
    assert_eq!(new.planned.who, "dr. Anna Muti");
}

#[test]
fn the_opening_tells_what_was_kept_and_closes_what_is_open() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.press("4<Enter><Enter><Enter>");
    face.shows("Semua: ditepati 1, terlambat 1 (50%)");
    face.shows("Dinas Kesehatan: terlambat 1");
    face.shows(">LEWAT 12 hari: Dinas Kesehatan (dr. Anna Muti): periksa tempat produksi (Fulur), 12-11-2026");
    face.press("R");
    face.shows("s ( ) selesai")
        .shows("a ( ) sebagian")
        .shows("g ( ) gagal");
    face.press("gpindah tugas<Enter>");
    face.shows("Semua: ditepati 1, gagal 1");
    let closed = desk.card(FULUR).village.follow.actions[0]
        .closed
        .clone()
        .unwrap();
    assert_eq!(
        (closed.0.word(), closed.2.as_str()),
        ("gagal", "pindah tugas")
    );
    face.press("u<Enter>");
    face.shows("terlambat 1");
    face.press("jR");
    face.shows("tidak ada janji terbuka di baris ini");
}

/// What an earlier meeting was promised about a topic is told on a topic's page, and can be handed on there.
#[test]
fn a_promise_about_a_topic_is_seen_and_handed_on_at_the_topic() {
    let desk = hall::topic_in_session();
    let mut face = desk.start(80, 24);
    face.press("4<Enter>");
    face.shows("Topik, 5 menit")
        .shows("JANJI LALU Disperindagkop-UKM, Pak Bere: sewa stan")
        .shows("LEWAT 4 HARI");
    face.press("!t");
    face.shows("2 ( ) 20-11-2026 sewa stan");
    face.press("2d<Enter>dinkes<Enter><Enter>2mg<Enter><Enter><Enter>");
    face.shows("DIALIHKAN 24-11-2026")
        .shows("Dinas Kesehatan, Pak Bere: sewa stan, tenggat");
    face.press("=8");
    face.shows("dialihkan: Dinas Kesehatan (Pak Bere): sewa stan, 08-12-2026");
    // Of that one a part is done; the rest is in the same row.
    face.press("jRa<Enter><Enter><Enter>3mg<Enter><Enter>");
    face.shows("sebagian: Dinas Kesehatan (Pak Bere): sewa stan, 15-12-2026");
    let follow = occasion(&desk, NOW).follow;
    let [handed, rest] = &follow.actions[..] else {
        panic!("two promises in this meeting's name")
    };
    assert_eq!(handed.planned.after, Some(Uuid::from_u128(23)));
    assert_eq!(rest.planned.after, Some(handed.planned.action));
    // Whoever only looks is told no name.
    let mut guest = desk.viewing(80, 24);
    guest.press("4<Enter>");
    guest
        .shows("JANJI LALU Disperindagkop-UKM: sewa stan, DIALIHKAN")
        .shows("Dinas Kesehatan: sewa stan, tenggat 15-12-2026")
        .hides("Pak Bere");
}

/// What is left of a promise is promised anew with its end, in one act: none is lost from meeting to meeting.
#[test]
fn of_a_promise_that_was_kept_in_part_the_rest_goes_on() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.press("4<Enter><Enter><Enter>R<Enter>");
    face.shows("Ini perlu diisi.");
    face.press("a");
    face.shows("Sisanya dijanjikan lagi:")
        .shows("Tindakan periksa tempat produksi")
        .shows("Pihak Dinas Kesehatan")
        .shows("Orang dr. Anna Muti");
    face.press("<Enter><Enter><Enter><Enter>");
    face.shows("Isi tanggal dahulu.");
    // In mind of another outcome the rest is not asked for; back again it is as it was.
    face.press("2mg<S-Tab><S-Tab><S-Tab><S-Tab>s");
    face.hides("Sisanya").hides("Tenggat");
    face.press("<S-Tab>a");
    face.shows("2mg");
    face.press("periksa ruang kedua<Enter><Enter><Enter><Enter>satu ruang saja<Enter>");
    face.shows("Semua: ditepati 1, sebagian 1")
        .shows("periksa ruang kedua (Fulur), 08-12-2026");
    let follow = desk.card(FULUR).village.follow;
    let [old, rest] = &follow.actions[..] else {
        panic!("two promises")
    };
    let (outcome, _, note) = old.closed.clone().unwrap();
    assert_eq!(
        (outcome.word(), note.as_str()),
        ("sebagian", "satu ruang saja")
    );
    assert!(rest.is_open());
    assert_eq!(rest.planned.after, Some(old.planned.action));
    assert_eq!(rest.planned.from, Some(NOW));
    // The meeting made it, so that its summing up tells of it; and one undo takes both back.
    face.press("=9");
    face.shows("periksa ruang kedua (Fulur), 08-12-2026");
    face.press("u<Enter>");
    let follow = desk.card(FULUR).village.follow;
    assert!(follow.actions.len() == 1 && follow.actions[0].is_open());
}

#[test]
fn the_rest_of_a_promise_of_final_minutes_counts_beside_them() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.press("4j<Enter>jRa<Enter><Enter><Enter>2mg<Enter>satu ruang<Enter>");
    let follow = desk.card(FULUR).village.follow;
    assert_eq!(follow.actions[1].planned.from, None);
    face.shows("periksa tempat produksi (Fulur), 08-12-2026");
    face.press("u<Enter>");
    assert!(desk.card(FULUR).village.follow.actions[0].is_open());
}

#[test]
fn on_and_back_to_the_end_left_out_and_by_number() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.press("4<Enter><Enter><Enter>n");
    let at = |desk: &Desk| occasion(desk, NOW).current.map(|(n, _)| n);
    assert_eq!(at(&desk), Some(1));
    // Space, n, Right and l go on, p, Left and h go back.
    for (key, item) in [
        ("<Space>", 2),
        ("p", 1),
        ("<Right>", 2),
        ("<Left>", 1),
        ("l", 2),
        ("h", 1),
        ("n", 2),
    ] {
        face.press(key);
        assert_eq!(at(&desk), Some(item), "{key}");
    }
    face.press("#4<Enter>");
    assert_eq!(at(&desk), Some(4));
    face.shows("4/4").hides("Kec. Lamaknen");
    face.press("#9<Enter>");
    face.shows("Agenda punya butir 1 sampai 4.");
    face.press("<Esc><Esc>#2<Enter>>");
    assert_eq!(at(&desk), Some(3), "the next one takes its place");
    assert_eq!(occasion(&desk, NOW).order, [1, 3, 4, 2]);
    face.press("-sudah dibahas kemarin<Enter>");
    assert_eq!(at(&desk), Some(4));
    let skipped = occasion(&desk, NOW)
        .item_of(&hall::code(DUARATO))
        .unwrap()
        .clone();
    assert_eq!(skipped.handled, Handled::Skipped);
    assert_eq!(skipped.notes[0].text, "sudah dibahas kemarin");
    face.press("n");
    assert_eq!(at(&desk), Some(2), "what was postponed comes last");
    face.press("cKepala desa minta waktu<Enter>");
    face.shows("Kepala desa minta waktu (maria)");
    face.press("n");
    face.shows("Enter menutup rapat");
    face.press("n");
    face.shows("ini halaman terakhir rapat");
}

#[test]
fn an_agenda_from_the_filter_in_force_is_put_in_order() {
    let desk = Desk::chosen_on("2026-06-01");
    let mut face = desk.start(80, 24);
    // Filtered to one kecamatan by words.
    face.press("fkec:raimanuk<Enter>4<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    face.shows("Agenda masih kosong")
        .shows("kec:raimanuk: 9 desa");
    face.press("=4");
    face.shows("9 butir masuk agenda.");
    let lines = |face: &Face| -> Vec<String> {
        let screen = face.screen();
        let rows = screen
            .lines()
            .map(|l| l.trim_start_matches('>').trim().to_owned());
        rows.filter(|l| l.ends_with("4 menit")).collect()
    };
    let before = lines(&face);
    face.press("]");
    let after = lines(&face);
    let name = |line: &str| line.split_once(' ').unwrap().1.to_owned();
    assert_eq!(name(&before[0]), name(&after[1]));
    assert_eq!(name(&before[1]), name(&after[0]));
    face.press(">");
    assert_eq!(
        name(lines(&face).last().unwrap()),
        name(&before[0]),
        "to the end"
    );
    face.press("-");
    assert_eq!(lines(&face).len(), 8);
    // A topic, with minutes of its own.
    face.press("=");
    face.shows("5 Tambah topik");
    face.press("5");
    face.press("Pameran<Enter>10<Enter>");
    face.shows("9 butir, 42 menit").shows("Pameran, 10 menit");
    face.press("<Enter><Enter>");
    face.shows("Agenda 1/2026: 9 butir");
}

#[test]
fn the_clock_is_drawn_only_when_its_minute_changes() {
    let desk = in_session("maria", 1);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>");
    // Four minutes are set aside, five have passed.
    face.shows("1/4 tertinggal 1 mnt 10.00");
    let at = |text: &str| {
        let then = format!("2026-11-24T{text}Z").parse().unwrap();
        ovop::tui::run::Clock::fixed(then, crate::support::wita())
    };
    let before = face.0.draws();
    face.0.at_time(at("02:00:40")).unwrap();
    assert_eq!(face.0.draws(), before, "within a minute nothing is drawn");
    face.0.at_time(at("02:03:00")).unwrap();
    face.shows("1/4 tertinggal 4 mnt 10.03");
    assert_eq!(face.0.draws(), before + 1);
    // Away from the meeting no minute counts.
    face.press("1");
    let before = face.0.draws();
    face.0.at_time(at("02:09:00")).unwrap();
    assert_eq!(face.0.draws(), before);
}

#[test]
fn who_may_only_look_follows_and_records_nothing() {
    let desk = in_session("maria", 1);
    let events = desk.events();
    let mut face = desk.start_as(
        "yosef",
        ovop::strings::Lang::Id,
        ovop::tui::app::session::ThemeName::Mono,
        80,
        24,
    );
    face.press("4<Enter>");
    face.shows("mengikuti maria").shows("1/4");
    face.press("n");
    face.shows("Madu Fulur")
        .shows("maria di butir 1: tekan . untuk ikut");
    assert_eq!(desk.events(), events, "to look moves nobody");
    face.press(".");
    face.hides("untuk ikut");
}

#[test]
fn the_village_of_an_item_opens_and_the_place_is_kept() {
    let desk = in_session("maria", 2);
    let mut face = desk.start(80, 24);
    face.press("4<Enter><Enter>");
    face.shows("1 Desa").shows("Fulur (Lamaknen)");
    face.press("4");
    face.shows("2/4").shows("Madu Fulur (07/2025, 21-11-2025)");
}

#[test]
fn the_text_for_whatsapp_is_the_agenda_then_what_was_decided() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.press("4<Enter>w");
    face.shows("Pameran di Betun");
    face.press("q");
    face.press("<Enter><Enter>n!l<Enter>sudah bagus<Enter><Enter>w");
    face.press("J");
    face.shows("Lanjut tahap; sudah bagus");
}

/// The numbers of a message are those of the paper, also long after the meeting.
#[test]
fn the_text_of_a_past_meeting_says_what_its_paper_says() {
    let desk = hall();
    let mut face = desk.start(120, 200);
    face.press("4j<Enter>jRsruang sudah terpisah<Enter>w");
    let store = Store::open(&desk.database, today()).unwrap();
    let office = Office {
        papers: &Papers::default(),
        sheet: Sheet::default(),
        printed: today(),
        day: today(),
        public: true,
        marks: Vec::new(),
    };
    let record = Asked::new(Paper::Record, BEFORE);
    let doc = record.document((&store, false), &office, wita()).unwrap();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let paper = words(&whatsapp::render(&doc.unwrap()));
    assert!(paper.contains("14 Oktober 2026"), "{paper}");
    assert!(
        words(&face.screen()).contains(&paper),
        "{paper}\n{}",
        face.screen()
    );
}

#[test]
fn an_agenda_that_is_put_back_as_it_was_needs_no_freezing() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.press("4<Enter>]");
    face.shows("Belum dibekukan");
    face.press("=");
    face.hides("Buka rapat");
    face.press("q[");
    face.shows("Dibekukan. Enter membuka rapat.");
    // Left for another meeting, an agenda that is made stays with its own.
    face.press("]qj<Enter>");
    face.shows("final").hides("Belum dibekukan");
    face.press("qk<Enter>");
    face.shows("Belum dibekukan").shows("2 Kewar (Lamaknen)");
}

#[test]
fn minutes_that_are_final_take_an_addendum_and_nothing_else() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.press("4j<Enter>");
    face.shows("1/2026, 14 Oktober 2026, final");
    face.press("c");
    face.shows("risalah sudah final: hanya adendum");
    face.press("=ctempat: aula desa<Enter>");
    face.shows("Adendum 1 (24-11-2026, maria): tempat: aula desa");
    // What becomes of a promise is no part of the minutes.
    face.press("jRsruang sudah terpisah<Enter>");
    face.shows("DITEPATI: Dinas Kesehatan (dr. Anna Muti): periksa tempat produksi (Fulur)");
}

#[test]
fn in_the_past_a_meeting_is_only_looked_at() {
    let desk = in_session("maria", 2);
    let events = desk.events();
    let mut face = desk.start(80, 24);
    face.press("B20/11<Enter>t<Enter>4<Enter>");
    face.shows("PER 20-11-2026").shows("Agenda 2/2026: 4 butir");
    face.press("<Enter>");
    face.shows("tanggal yang sudah lewat hanya dilihat");
    assert_eq!(desk.events(), events);
}

/// Over a slow line keys arrive together: each waits for what the one before it shows.
#[test]
fn keys_that_come_together_go_where_they_are_meant() {
    let desk = hall();
    let mut face = desk.start(80, 24);
    face.burst("4<Enter><Enter><Enter>nn!dperiksa tempat<Enter>dinkes<Enter><Enter>2mg<Enter><Enter><Enter>ncpanen lebat<Enter>");
    let o = occasion(&desk, NOW);
    assert_eq!(o.phase, Phase::Open);
    assert_eq!(o.current.map(|(n, _)| n), Some(3));
    assert_eq!(o.item(2).unwrap().actions.len(), 1);
    assert!(o.item(1).unwrap().decision.is_none());
    assert_eq!(o.item(3).unwrap().notes[0].text, "panen lebat");
    face.shows("3/4").shows("panen lebat (maria)");
}

#[test]
fn the_text_of_a_meeting_hides_from_whoever_only_looks_what_its_page_hides() {
    let desk = in_session("maria", 1);
    let stamp = ovop::store::Stamp {
        batch: uuid::Uuid::now_v7(),
        actor: "maria".into(),
        now: crate::support::now(),
        today: crate::support::today(),
    };
    let decided = ovop::store::OccasionRequest {
        occasion: occasion(&desk, NOW).id,
        act: ovop::domain::occasion::OccasionAct::Decide {
            item: 1,
            triage: ovop::domain::occasion::Triage::Stays,
            note: "kata Xaverius".into(),
            at: crate::support::now(),
            promises: Vec::new(),
        },
        seen: None,
        contact: None,
    };
    let mut store = ovop::store::Store::open(&desk.database, crate::support::today()).unwrap();
    store.occasion_act(&stamp, &[decided]).unwrap();
    let mut lead = desk.start(80, 60);
    lead.press("4<Enter>").press("w");
    lead.shows("kata Xaverius");
    let mut face = desk.viewing(80, 60);
    face.press("4<Enter>").press("w");
    face.shows("Madu Fulur").hides("Xaverius");
}

#[test]
fn opened_only_to_look_the_screen_follows_and_records_nothing() {
    let desk = in_session("maria", 1);
    let events = desk.events();
    // By the log it is maria who leads, but this session may record nothing, and is told no names.
    let mut face = desk.viewing(80, 24);
    face.press("4<Enter>");
    face.shows("mengikuti").shows("1/4");
    face.press("n");
    face.shows("Madu Fulur").shows("hadir: kepala desa");
    face.shows("Dinas Kesehatan: periksa tempat produksi");
    face.shows("Rapat di butir 1: tekan . untuk ke sana");
    for name in ["Maria", "maria", "Anna Muti", "yosef"] {
        face.hides(name);
    }
    face.press("=8");
    face.shows("LEWAT 12 hari: Dinas Kesehatan: periksa");
    for name in ["Maria", "maria", "Anna Muti", "Camat"] {
        face.hides(name);
    }
    face.press("=9#2<Enter>");
    for key in ["!", "c", ">", "-", "="] {
        face.press(key);
        face.hides(">Hasil")
            .hides(">Catatan")
            .hides("Bahas butir ini");
        face.press("<Esc>");
        // Going back has led to the list where nothing was open.
        if !face.words().contains("Madu Fulur") {
            face.press("<Enter>n");
        }
    }
    assert_eq!(desk.events(), events);
}

#[test]
fn the_last_item_is_not_put_behind_the_others_and_stays_before_the_room() {
    let desk = in_session("maria", 4);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>");
    face.shows("4/4");
    face.press(">");
    face.shows("Butir 4 yang terakhir").shows("4/4");
    assert_eq!(occasion(&desk, NOW).current.map(|c| c.0), Some(4));
}

#[test]
fn a_meeting_opened_on_another_day_says_so_and_has_that_day() {
    let desk = hall();
    let planned = hall::plan("2026-11-22", Some(hall::BEFORE));
    let act = ovop::domain::occasion::OccasionAct::Amend(planned);
    hall::at(&desk, "yosef", NOW, "2026-11-20T02:00:00Z", act);
    let mut face = desk.start(80, 24);
    face.press("4<Enter><Enter>");
    face.shows("direncanakan untuk 22 November 2026");
    face.shows("24 November 2026");
    face.press("<Enter>");
    face.shows("memimpin");
    let o = occasion(&desk, NOW);
    assert_eq!((o.day(), o.plan.day), (today(), today()));
    // Opened by mistake: the plan is what it was.
    face.press("u<Enter>");
    let o = occasion(&desk, NOW);
    assert_eq!(
        (o.phase, o.plan.day.to_string()),
        (Phase::Frozen, "2026-11-22".into())
    );
}
