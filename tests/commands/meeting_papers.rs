//! Papers of a meeting in the record.

use chrono::{NaiveDate, Utc};
use ovop::domain::code::Code;
use ovop::domain::event::ActionPlanned;
use ovop::domain::follow::{Office, Outcome};
use ovop::domain::occasion::{
    Contact, Element, Guest, OccasionAct, Plan, Promise, Sex, Sort, Topic, Triage,
};
use ovop::store::{OccasionDeed, Stamp, Store};
use uuid::Uuid;

use super::support::{Home, today};

const MEETING: Uuid = Uuid::from_u128(0x1111_2222_3333_4444_5555_6666_7777_8888);
const KEWAR: &str = "53.04.01.2001";

fn plan(sort: Sort, title: &str, day: NaiveDate) -> Plan {
    Plan {
        place: "Aula Camat".into(),
        leader: "Yohanes Bere".into(),
        scope: vec!["53.04.01".into()],
        ..Plan::bare(sort, title.into(), day)
    }
}

/// A meeting about Kewar that was held today and closed.
fn held(home: &Home) {
    home.ok(&["status"]);
    let now = Utc::now();
    let today = today();
    let mut store = Store::open(&home.database(), today).unwrap();
    let village = Code::parse(KEWAR).unwrap();
    let guest = Guest {
        name: "Drs. Blasius Nahak".into(),
        office: String::new(),
        element: Element::Head,
        village: Some(village.clone()),
        agency: String::new(),
        sex: Sex::Male,
        represents: String::new(),
    };
    let planned = ActionPlanned {
        action: Uuid::from_u128(1),
        what: "periksa tempat produksi".into(),
        office: Office::Health,
        who: "Anna Muti".into(),
        due: today + chrono::Days::new(14),
        item: None,
        from: Some(MEETING),
        after: None,
    };
    let topics = vec![Topic {
        village: Some(village),
        title: String::new(),
        minutes: 5,
    }];
    let acts = [
        OccasionAct::Plan(plan(Sort::Review, "Evaluasi Lamaknen", today)),
        OccasionAct::Freeze(topics),
        OccasionAct::Open { at: now },
        OccasionAct::Arrive {
            id: Uuid::from_u128(2),
            guest,
            at: now,
            anyway: false,
        },
        OccasionAct::Begin { item: 1, at: now },
        OccasionAct::Decide {
            item: 1,
            triage: Triage::Assist,
            note: String::new(),
            at: now,
            promises: vec![Promise {
                planned,
                ended: Outcome::HandedOn,
            }],
        },
        OccasionAct::Close { at: now },
    ];
    for act in acts {
        let contact = matches!(act, OccasionAct::Arrive { .. }).then(|| Contact {
            phone: "0812 3456 7890".into(),
            nik: String::new(),
        });
        let deed = OccasionDeed {
            occasion: MEETING,
            act,
            seen: None,
            contact,
        };
        let stamp = Stamp {
            batch: Uuid::now_v7(),
            actor: "maria".into(),
            now,
            today,
        };
        store.occasion_act(&stamp, &[deed]).unwrap();
    }
}

#[test]
fn all_papers_of_a_meeting_come_from_its_record() {
    let home = Home::new();
    held(&home);
    for (paper, parts) in [
        (
            "minutes",
            &[
                "BERITA ACARA",
                "DRAF",
                "Kecamatan Lamaknen, Kabupaten Belu",
                "1 (satu) orang",
                "dampingi",
            ][..],
        ),
        ("ba", &["periksa tempat", "Anna", "Yohanes Bere"]),
        (
            "notula",
            &["NOTULA", "Keputusan: Dampingi.", "desa terwakili 1 dari 9"],
        ),
        ("agenda", &["AGENDA", "Kewar"]),
        ("matriks-rtl", &["1 janji", "berjalan"]),
        ("laporan", &["LAPORAN KEGIATAN", "Kepala desa"]),
        (
            "daftar-hadir",
            &["Drs. Blasius Nahak", "Desa terwakili: 1 dari 9"],
        ),
    ] {
        // The number without its year is one of this year.
        let text = home.ok(&["paper", paper, "--meeting", "1"]).out;
        for part in parts {
            let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(part), "{paper}: {part}\n{text}");
        }
        assert!(!text.contains("0812"), "{paper}: {text}");
    }
    let hadir = ["paper", "attendance", "--meeting", "evaluasi lamaknen"];
    assert!(
        home.ok(&[&hadir[..], &["--phones"]].concat())
            .out
            .contains("0812 3456 7890")
    );
    let message = home
        .ok(&[&hadir[..], &["--phones", "--format", "wa"]].concat())
        .out;
    assert!(
        !message.contains("0812") && !message.contains("Blasius"),
        "{message}"
    );
    let blank = home.ok(&[&hadir[..], &["--blank"]].concat()).out;
    assert!(
        blank.contains("Desa Fulur") && !blank.contains("Blasius"),
        "{blank}"
    );
}

#[test]
fn the_number_is_written_as_the_settings_say() {
    let home = Home::new();
    held(&home);
    let year = today().format("%Y").to_string();
    let text = home
        .ok(&["paper", "minutes", "--meeting", &format!("1/{year}")])
        .out;
    assert!(text.contains("Nomor : 01/BA-OVOP/"), "{text}");
    home.write(
        ".config/ovop/config.toml",
        "[papers]\nnumber = \"PMD/{no:03}/{tahun}\"\n",
    );
    let text = home.ok(&["paper", "minutes", "--meeting", "11112222"]).out;
    assert!(text.contains(&format!("Nomor : PMD/001/{year}")), "{text}");
    home.write(
        ".config/ovop/config.toml",
        "[papers]\nnumber = \"{nomor}\"\n",
    );
    let said = home.fails(2, &["paper", "minutes", "--meeting", "1"]);
    assert!(
        said.err.contains("config.toml") && said.err.contains("{no}"),
        "{said:?}"
    );
}

#[test]
fn what_is_asked_wrongly_of_a_meetings_papers_is_explained() {
    let home = Home::new();
    held(&home);
    for (code, args, part) in [
        (2, &["paper", "minutes"][..], "--meeting 3"),
        (2, &["paper", "attendance", "--phones"], "--meeting 3"),
        (2, &["paper", "recap", "--meeting", "1"], "--meeting"),
        (
            2,
            &["paper", "minutes", "--meeting", "1", "--region", "Belu"],
            "--region",
        ),
        (
            2,
            &["paper", "minutes", "--meeting", "1", "--event", "x"],
            "--event",
        ),
        (4, &["paper", "minutes", "--meeting", "7"], "7/"),
        (4, &["paper", "report", "--event", "Evaluasi"], "Evaluasi"),
    ] {
        let said = home.fails(code, args);
        assert!(said.err.contains(part), "{args:?}: {said:?}");
    }
}

#[test]
fn a_list_to_sign_on_has_those_who_are_invited_and_the_day_of_the_meeting() {
    let home = Home::new();
    let on = (today() + chrono::Days::new(9))
        .format("%d/%m/%Y")
        .to_string();
    home.ok(&[
        "meeting",
        "new",
        "Rapat",
        "--on",
        &on,
        "--scope",
        "Lamaknen",
        "--invited",
        "Camat Lamaknen",
        "--invited",
        "Kepala Puskesmas",
    ]);
    let said = home
        .ok(&[
            "paper",
            "attendance",
            "--blank",
            "--meeting",
            "Rapat",
            "--format",
            "md",
        ])
        .out;
    let row = |text: &str| said.lines().position(|l| l.contains(text));
    assert!(row("| 1 | Camat Lamaknen").is_some(), "{said}");
    assert!(row("Kepala Puskesmas") < row("Kewar"), "{said}");
    let year = on[6..].to_owned();
    let day = on[..2].trim_start_matches('0').to_owned();
    let signed = said
        .lines()
        .any(|l| l.contains("...., ") && l.contains(&year) && l.contains(&day));
    assert!(signed, "{said}");
    let said = home.fails(2, &["paper", "salah"]);
    assert!(said.err.contains("notula"), "{said:?}");
}
