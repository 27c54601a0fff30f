//! Papers of a meeting in the record.

use std::fs;
use std::path::Path;

use chrono::{FixedOffset, NaiveDate, Utc};
use ovop::config::{Settings, Surroundings};
use ovop::domain::code::Code;
use ovop::domain::event::ActionPlanned;
use ovop::domain::follow::{Office, Outcome};
use ovop::domain::occasion::{
    Contact, Element, Guest, OccasionAct, Plan, Promise, Sex, Sort, Topic, Triage,
};
use ovop::store::{OccasionRequest, Stamp, Store};
use ovop::strings::Lang;
use ovop::tui::app::keymap::Keymap;
use ovop::tui::app::model::Model;
use ovop::tui::app::session::ThemeName;
use ovop::tui::run::{Clock, Harness, Shelf, StoreWorker};
use uuid::Uuid;

use super::support::{Home, said, today};

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
        let request = OccasionRequest {
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
        store.occasion_act(&stamp, &[request]).unwrap();
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

/// The day of the training, its evening as the program counts it, and its database.
const ON: &str = "2026-11-24";
const EVENING: &str = "2026-11-24T14:00:00Z";
const TRAINING: &str = "kelas.db";

/// The screens on a training database, as the program would start them with these settings.
fn screens(home: &Home, config: &Path, out: &Path, view_only: bool) -> Harness<Model> {
    let settings = Settings::gather(&Surroundings::default(), Some(config)).unwrap();
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    let clock = Clock::fixed(EVENING.parse().unwrap(), zone);
    let now = clock.now().with_timezone(&zone);
    let keymap = Keymap::new(&[]).unwrap();
    let mut model = Model::new(Lang::En, ThemeName::Mono, false, keymap, now);
    (
        model.shared.session.training,
        model.shared.session.view_only,
    ) = (true, view_only);
    let shelf = Shelf {
        settings: settings.papers,
        folder: Some(out.to_owned()),
        training: true,
    };
    let database = home.path(TRAINING);
    // So wide that no command is broken over lines.
    let face = Harness::start(model, (240, 60), clock, move || {
        let store = Store::open_training(&database, ON.parse().unwrap())?;
        Ok(StoreWorker::of(store, "maria".into(), clock)?.with_shelf(shelf))
    });
    face.unwrap()
}

/// Runs the commands that the screen tells, in a folder of their own; gives how many wrote what the screens wrote.
fn compared(home: &Home, screen: &str, out: &Path, view_only: bool) -> usize {
    let mut same = 0;
    for line in screen.lines().filter(|l| l.starts_with("ovop paper ")) {
        let args: Vec<&str> = line.split_whitespace().skip(1).collect();
        let name = *args.last().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut command = home.command();
        let file = home.path(TRAINING);
        command
            .current_dir(folder.path())
            .args(["demo", "--on", ON]);
        command.args(view_only.then_some("--view"));
        command.arg("--keep").arg(file).args(&args);
        let told = said(command.output().unwrap());
        assert_eq!(told.code, 0, "{line}: {told:?}");
        let (by_command, by_screen) = (folder.path().join(name), out.join(name));
        let bytes = fs::read(&by_command).unwrap();
        assert!(bytes.len() > 400, "{line}");
        assert!(bytes == fs::read(&by_screen).unwrap(), "{line}");
        same += 1;
    }
    same
}

#[test]
fn the_screens_write_the_bytes_that_their_commands_write() {
    let home = Home::new();
    let config = home.write(
        ".config/ovop/config.toml",
        "[papers]\nletterhead = [\"PEMERINTAH KABUPATEN BELU\", \"DINAS PMD\"]\nplace = \"Atambua\"\n\
         size = \"f4\"\nnumber = \"PMD/{no:03}/{tahun}\"\n[papers.signer]\nname = \"Maria Abuk\"\n",
    );
    let keep = home.path(TRAINING);
    home.ok(&[
        "demo",
        "--on",
        ON,
        "--keep",
        keep.to_str().unwrap(),
        "status",
    ]);
    // A meeting of weeks ago in every form, the one to come, both events, and a past day; with how many papers.
    for (view_only, keys, papers) in [
        (false, "4jP0", 4),
        (false, "4jP5", 1),
        (false, "4jPf0", 4),
        (false, "4jPff0", 4),
        (false, "4jPfff0", 4),
        (false, "4P0", 2),
        (false, "5P2", 1),
        (false, "5P3", 1),
        (false, "5qjPff0", 2),
        (false, "B20/10/2026<Enter><Enter>4Pff0", 4),
        (false, "B20/10/2026<Enter>y<Enter>4Pff1", 1),
        // Whoever only looks gets what the command gives.
        (true, "4jPff3", 1),
    ] {
        let out = tempfile::tempdir().unwrap();
        let mut face = screens(&home, &config, out.path(), view_only);
        face.keys(keys).unwrap_or_else(|e| panic!("{keys}: {e}"));
        let screen = face.screen();
        let same = compared(&home, &screen, out.path(), view_only);
        assert_eq!(same, papers, "{keys}:\n{screen}");
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), papers, "{keys}");
    }
    // The settings and the training are on them.
    let out = tempfile::tempdir().unwrap();
    screens(&home, &config, out.path(), false)
        .keys("4jPff1")
        .unwrap();
    let minutes = fs::read_to_string(out.path().join("berita-acara-02-2026.txt")).unwrap();
    for part in [
        "DINAS PMD",
        "Nomor : PMD/002/2026",
        "LATIHAN - data karangan",
    ] {
        assert!(minutes.contains(part), "{part}: {minutes}");
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
