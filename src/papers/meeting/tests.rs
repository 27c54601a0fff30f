use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet};
use unicode_width::UnicodeWidthStr as _;
use uuid::Uuid;

use super::*;
use crate::config::{Papers, Sheet, Signer};
use crate::domain::event::{Event, Recorded};
use crate::domain::follow::{ActionClosed, ActionPlanned, Office as Of, Outcome};
use crate::domain::occasion::{
    Element, Guest, OccasionAct, Plan, Promise, Sex, Topic, Triage, chains,
};
use crate::papers::{docx, html, markdown, text, whatsapp};

const NAMES: [&str; 12] = [
    "Babulu",
    "Babulu Selatan",
    "Lakekun",
    "Lakekun Barat",
    "Lakekun Utara",
    "Lalekun",
    "Litamali",
    "Rainawe",
    "Sisi",
    "Alas",
    "Alas Selatan",
    "Alas Utara",
];

fn day(month: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, d).unwrap()
}

/// Minutes after nine in the morning, WITA.
fn at(minute: i64) -> DateTime<Utc> {
    day(11, 27).and_hms_opt(1, 0, 0).unwrap().and_utc() + TimeDelta::minutes(minute)
}

fn village(n: usize) -> Code {
    Code::parse(&format!("53.21.11.{}", 2001 + n)).unwrap()
}

const MEETING: Uuid = Uuid::from_u128(4);
const LAST: Uuid = Uuid::from_u128(3);

#[derive(Default)]
struct Log(Vec<Recorded>);

impl Log {
    fn push(&mut self, stream: String, event: Event, on: NaiveDate) {
        let seq = self.0.len() as i64 + 1;
        self.0.push(Recorded {
            seq,
            id: Uuid::from_u128(seq as u128),
            stream,
            event,
            occurred_on: on,
            recorded_at: at(0),
            actor: "maria".into(),
            origin: Uuid::nil(),
            batch: Uuid::from_u128(seq as u128),
        });
    }

    fn act(&mut self, act: OccasionAct) {
        let now = Occasion::fold(&self.0);
        let happening = act
            .check(now.as_ref(), |year| Number { year, n: 4 })
            .unwrap();
        self.push(MEETING.to_string(), Event::Occasion(happening), day(11, 27));
    }
}

fn promise(
    n: u128,
    what: &str,
    office: Of,
    who: &str,
    due: NaiveDate,
    from: Uuid,
) -> ActionPlanned {
    ActionPlanned {
        action: Uuid::from_u128(n),
        what: what.into(),
        office,
        who: who.into(),
        due,
        item: None,
        from: Some(from),
        after: None,
    }
}

/// A meeting of twelve villages that was held, with everything that papers are made from.
struct TestMeeting {
    occasion: Occasion,
    places: Vec<Place>,
    villages: HashMap<Code, Village>,
    expected: Vec<Code>,
    promises: Promises,
    papers: Papers,
}

fn guest(name: &str, from: usize, element: Element, sex: Sex) -> Guest {
    Guest {
        name: name.into(),
        office: String::new(),
        element,
        village: Some(village(from)),
        agency: String::new(),
        sex,
        represents: String::new(),
    }
}

fn held(until: Phase) -> TestMeeting {
    let mut log = Log::default();
    let mut streams: HashMap<Code, Log> = HashMap::new();
    log.act(OccasionAct::Plan(Plan {
        sort: Sort::Review,
        title: "Evaluasi triwulan IV".into(),
        place: "Aula Kantor Camat Kobalima".into(),
        day: day(11, 27),
        time: NaiveTime::from_hms_opt(9, 0, 0),
        organiser: "Dinas PMD Kabupaten Malaka".into(),
        opener: "Camat Kobalima".into(),
        leader: "Drs. Yohanes Bere, M.Si".into(),
        minute_taker: "Maria Abuk, S.Fil.".into(),
        invitation: "005/112/XI/2025, 20 November 2025".into(),
        basis: "Instruksi Gubernur".into(),
        funds: "APBD".into(),
        invited: vec![
            "Kepala desa se-Kecamatan Kobalima".into(),
            "Dinas Kesehatan".into(),
        ],
        scope: vec!["53.21.11".into()],
        follows: Some(LAST),
        follows_by_default: false,
    }));
    let mut topics: Vec<Topic> = (0..NAMES.len())
        .map(|n| Topic {
            village: Some(village(n)),
            title: String::new(),
            minutes: 5,
        })
        .collect();
    topics.push(Topic {
        village: None,
        title: "jadwal pameran di Betun".into(),
        minutes: 10,
    });
    log.act(OccasionAct::Freeze(topics));
    log.act(OccasionAct::Open { at: at(0) });
    let guests = [
        ("Drs. Blasius Nahak", 0, Element::Head, Sex::Male),
        ("Agustina Hoar, S.Pd.", 1, Element::Head, Sex::Female),
        ("P. Yosef Seran", 2, Element::Figure, Sex::Male),
        ("Maria Luruk", 2, Element::Group, Sex::Female),
        (
            "Emerensiana Bete Tahuk Klau Nahak Berek",
            3,
            Element::Secretary,
            Sex::Female,
        ),
        ("Zakarias Klau", 4, Element::LocalCompanion, Sex::Male),
    ];
    for (n, (name, from, element, sex)) in guests.into_iter().enumerate() {
        log.act(OccasionAct::Arrive {
            id: Uuid::from_u128(500 + n as u128),
            guest: guest(name, from, element, sex),
            at: at(n as i64),
            anyway: false,
        });
    }
    log.act(OccasionAct::Arrive {
        id: Uuid::from_u128(520),
        guest: Guest {
            village: None,
            agency: "Dinas Kesehatan".into(),
            office: "Kepala Bidang".into(),
            represents: "Kepala Dinas".into(),
            ..guest("dr. Anna Muti", 0, Element::Regency, Sex::Female)
        },
        at: at(9),
        anyway: false,
    });
    let ways = [
        Triage::Forward,
        Triage::Assist,
        Triage::Stays,
        Triage::Refer,
    ];
    for n in 0..10_usize {
        let item = n as u32 + 1;
        let minute = 10 + n as i64 * 9;
        log.act(OccasionAct::Begin {
            item,
            at: at(minute),
        });
        if n == 2 {
            let text = "ketua kelompok: oven rusak sejak Agustus".into();
            log.act(OccasionAct::Note {
                item: Some(item),
                at: at(minute + 2),
                text,
            });
        }
        let promises: Vec<ActionPlanned> = match n {
            0 => vec![promise(
                100,
                "periksa tempat produksi",
                Of::Health,
                "dr. Anna Muti",
                day(12, 5),
                MEETING,
            )],
            2 => vec![
                promise(
                    101,
                    "perbaiki oven kelompok",
                    Of::Bumdes,
                    "",
                    day(12, 12),
                    MEETING,
                ),
                promise(
                    102,
                    "lengkapi label: tanggal kedaluwarsa, berat bersih dan alamat",
                    Of::Companion,
                    "Zakarias",
                    day(12, 19),
                    MEETING,
                ),
            ],
            _ => vec![],
        };
        log.act(OccasionAct::Decide {
            item,
            triage: ways[n % ways.len()],
            note: if n == 2 {
                "menunggu oven".into()
            } else {
                String::new()
            },
            at: at(minute + 5),
            promises: promises
                .iter()
                .map(|planned| Promise {
                    planned: planned.clone(),
                    ended: Outcome::HandedOn,
                })
                .collect(),
        });
        for planned in promises {
            let stream = streams.entry(village(n)).or_default();
            stream.push(
                village(n).to_string(),
                Event::ActionPlanned(planned),
                day(11, 27),
            );
        }
    }
    log.act(OccasionAct::Skip {
        item: 11,
        at: at(110),
        reason: String::new(),
    });
    // Two promises of the meeting before: one kept, one not.
    for (n, kept) in [(5, true), (6, false)] {
        let stream = streams.entry(village(n)).or_default();
        let planned = promise(
            200 + n as u128,
            "urus NIB",
            Of::Licensing,
            "",
            day(10, 30),
            LAST,
        );
        let action = planned.action;
        stream.push(
            village(n).to_string(),
            Event::ActionPlanned(planned),
            day(8, 28),
        );
        if kept {
            let closed = ActionClosed {
                action,
                outcome: Outcome::Done,
                note: String::new(),
            };
            stream.push(
                village(n).to_string(),
                Event::ActionClosed(closed),
                day(10, 20),
            );
        }
    }
    if until >= Phase::Closed {
        log.act(OccasionAct::Close { at: at(125) });
    }
    if until >= Phase::Final {
        log.act(OccasionAct::Finalise { at: at(126) });
        for text in [
            "tempat seharusnya Aula Paroki",
            "daftar hadir bertambah satu orang",
        ] {
            log.act(OccasionAct::Addendum {
                text: text.into(),
                at: at(200),
            });
        }
    }
    let occasion = Occasion::fold(&log.0).unwrap();
    assert_eq!((occasion.phase, occasion.ineffective), (until, 0));
    let places = NAMES.iter().enumerate().map(|(n, name)| Place {
        ord: n as u32,
        code: village(n),
        name: (*name).into(),
        kecamatan: "Kobalima".into(),
        regency: "Kabupaten Malaka".into(),
    });
    let villages: HashMap<Code, Village> = (0..NAMES.len())
        .map(|n| {
            let events = streams.remove(&village(n)).unwrap_or_default().0;
            (village(n), Village::fold(&events))
        })
        .collect();
    let all = (0..NAMES.len()).flat_map(|n| {
        let code = village(n);
        chains(&villages[&code].follow, Some(&code), day(11, 27))
    });
    let earlier = HashSet::from([LAST]);
    let last = Some((LAST, day(8, 28)));
    let promises = Promises::of(all.collect(), &earlier, last, MEETING, day(11, 27));
    TestMeeting {
        promises,
        occasion,
        places: places.collect(),
        expected: (0..NAMES.len()).map(village).collect(),
        villages,
        papers: Papers {
            letterhead: Some(vec![
                "PEMERINTAH KABUPATEN MALAKA".into(),
                "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA".into(),
            ]),
            place: Some("Betun".into()),
            acknowledged: Some(Signer {
                position: "Kepala Dinas PMD".into(),
                ..Signer::default()
            }),
            signer: Some(Signer {
                position: "Koordinator".into(),
                name: "Maria Abuk, S.Fil.".into(),
                rank: "Penata".into(),
                nip: "19800101 200501 2 001".into(),
            }),
            ..Papers::default()
        },
    }
}

impl TestMeeting {
    fn meeting(&self) -> Meeting<'_> {
        Meeting {
            occasion: &self.occasion,
            region: "Kecamatan Kobalima, Kabupaten Malaka",
            places: &self.places,
            villages: &self.villages,
            expected: &self.expected,
            before: Some(Before {
                number: Some(Number { year: 2025, n: 3 }),
                day: day(8, 28),
                promises: self.promises.clone(),
            }),
            zone: FixedOffset::east_opt(8 * 3600).unwrap(),
        }
    }

    fn office(&self, public: bool) -> Office<'_> {
        Office {
            papers: &self.papers,
            sheet: Sheet::A4,
            printed: day(11, 27),
            day: day(11, 27),
            public,
            marks: Vec::new(),
        }
    }

    fn phones() -> HashMap<Uuid, String> {
        HashMap::from([(Uuid::from_u128(500), "0812-3456-7890".into())])
    }

    fn all(&self, public: bool) -> Vec<(&'static str, Document)> {
        let (office, m) = (self.office(public), self.meeting());
        vec![
            ("minutes", minutes(&office, &m)),
            ("record", record(&office, &m)),
            ("attendance", attendance(&office, &m, None)),
            (
                "attendance_phones",
                attendance(&office, &m, Some(&Self::phones())),
            ),
            ("blank", blank(&office, &m, 3)),
            ("agenda", agenda(&office, &m)),
            ("follow_up", follow_up(&office, &m)),
            ("report", report(&office, &m)),
        ]
    }
}

#[test]
fn the_papers_of_a_meeting_are_as_they_were_read_and_found_right() {
    for (name, doc) in held(Phase::Final).all(false) {
        let text = text::render(&doc);
        insta::assert_snapshot!(name, text.replace('\u{c}', "<form feed>\n"));
    }
    let drafts = held(Phase::Open);
    let text = text::render(&minutes(&drafts.office(false), &drafts.meeting()));
    insta::assert_snapshot!("minutes_draft", text.replace('\u{c}', "<form feed>\n"));
}

#[test]
fn no_line_is_wider_than_its_page_and_no_signature_stands_alone() {
    let mut held = held(Phase::Final);
    for persons in 0..60_u128 {
        // One more guest each time moves everything down by a row.
        held.occasion.guests.push(crate::domain::occasion::Present {
            id: Uuid::from_u128(600 + persons),
            guest: guest(&format!("Tamu {persons}"), 1, Element::Council, Sex::Male),
            at: at(10),
            by: "maria".into(),
        });
        for (name, doc) in held.all(false) {
            let (width, height) = text::page_of(doc.sheet, doc.landscape);
            let text = text::render(&doc);
            for page in text.split('\u{c}') {
                assert!(page.lines().count() <= height, "{name}\n{page}");
                assert!(page.lines().all(|l| l.width() <= width), "{name}\n{page}");
                // Place and day, the name to sign over, and something that is signed: all on one page.
                if page.contains("Betun, 27 November 2025") {
                    let signed = page.contains("NIP");
                    let lines = page.lines().position(|l| l.contains("Betun, 27 Nov"));
                    assert!(signed && lines > Some(2), "{name}\n{page}");
                }
            }
        }
    }
}

#[test]
fn until_it_is_final_every_page_of_its_record_says_draft() {
    for phase in [Phase::Open, Phase::Closed] {
        let held = held(phase);
        for (name, doc) in held.all(false) {
            let is_draft = match name {
                "blank" | "agenda" => false,
                "attendance" | "attendance_phones" => phase == Phase::Open,
                _ => true,
            };
            for page in text::render(&doc).split('\u{c}') {
                assert_eq!(page.contains("*** DRAF ***"), is_draft, "{name}\n{page}");
            }
        }
    }
    for (name, doc) in held(Phase::Final).all(false) {
        assert!(!text::render(&doc).contains("DRAF"), "{name}");
    }
}

#[test]
fn a_message_names_nobody_and_phone_numbers_stand_only_where_they_were_asked_for() {
    let held = held(Phase::Final);
    for (name, doc) in held.all(true) {
        let text = whatsapp::render(&doc);
        for person in [
            "Blasius",
            "Luruk",
            "Anna",
            "Zakarias",
            "Bere",
            "Abuk",
            "0812",
            "oven rusak",
        ] {
            assert!(!text.contains(person), "{name}: {person}\n{text}");
        }
    }
    for (name, doc) in held.all(false) {
        let text = text::render(&doc);
        assert_eq!(text.contains("0812"), name == "attendance_phones", "{name}");
    }
}

#[test]
fn every_form_of_a_meetings_papers_holds_its_number_and_promises() {
    let held = held(Phase::Final);
    let doc = minutes(&held.office(false), &held.meeting());
    for text in [
        text::render(&doc),
        markdown::render(&doc),
        html::render(&doc, "id"),
    ] {
        for part in [
            "04/BA-OVOP/XI/2025",
            "03/BA-OVOP/VIII/2025",
            "1 selesai, 1 belum (1 lewat tenggat)",
            "05-12-2025",
        ] {
            // Lines end where the sheet does.
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
    assert!(docx::render(&doc).is_ok_and(|bytes| bytes.starts_with(b"PK")));
}

#[test]
fn an_office_numbers_its_own_way() {
    let scheme = NumberScheme::parse("PMD-{no:03}.{bulan}/{tahun}").unwrap();
    let n = Number { year: 2025, n: 7 };
    assert_eq!(super::number(&scheme, n, day(3, 1)), "PMD-007.03/2025");
}
