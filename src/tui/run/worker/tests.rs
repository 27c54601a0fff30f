//! Two people on one database, each with a worker.

use chrono::{FixedOffset, NaiveDate, Utc};
use rstest::{fixture, rstest};
use tempfile::TempDir;

use super::*;
use crate::domain::act::{Act, Refusal};
use crate::domain::code::Code;
use crate::domain::list::{Filter, From, Sort};
use crate::register::{RegionEntry, Register, VillageEntry};
use crate::store::{ActRequest, Setup};
use crate::tui::app::msg::ListId;

const VILLAGES: [(&str, &str); 3] = [
    ("53.04.01.2001", "Lakekun"),
    ("53.04.02.2001", "Manumutin"),
    ("53.21.01.2001", "Kufeu"),
];

fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

fn code(i: usize) -> Code {
    Code::parse(VILLAGES[i].0).unwrap()
}

/// Maria and Yosef, both with the same new database.
struct Office {
    maria: StoreWorker,
    yosef: StoreWorker,
    _folder: TempDir,
}

#[fixture]
fn office() -> Office {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("ovop.db");
    let region = |code: &str| RegionEntry {
        code: code.into(),
        name: format!("Wilayah {code}"),
    };
    let register = Register {
        regencies: ["53.04", "53.21"].map(region).into(),
        kecamatan: ["53.04.01", "53.04.02", "53.21.01"].map(region).into(),
        villages: VILLAGES
            .map(|(code, name)| VillageEntry {
                code: Code::parse(code).unwrap(),
                name: name.into(),
            })
            .into(),
    };
    let now = Utc::now();
    let stamp = Stamp {
        batch: Uuid::now_v7(),
        actor: "admin".into(),
        now,
        today: now.with_timezone(&zone()).date_naive(),
    };
    let setup = Setup {
        register: &register,
        first: vec![],
        stamp,
    };
    Store::create(&path, &setup).unwrap();
    let open = |who: &str| StoreWorker::open(&path, who.into(), zone()).unwrap();
    Office {
        maria: open("maria"),
        yosef: open("yosef"),
        _folder: folder,
    }
}

fn note(village: usize, text: &str) -> Ask {
    Ask::Act {
        batch: Uuid::now_v7(),
        request: Box::new(ActRequest {
            village: code(village),
            act: Act::Note { text: text.into() },
            on: NaiveDate::from_ymd_opt(2026, 1, 2).unwrap(),
            seen: None,
        }),
    }
}

fn write(worker: &mut StoreWorker, ask: Ask) -> Written {
    match worker.answer(ask) {
        Answer::Done(written) => written,
        other => panic!("{other:?}"),
    }
}

fn news(worker: &mut StoreWorker) -> Vec<(Code, String)> {
    match worker.news() {
        None => vec![],
        Some(Answer::Changed { villages, .. }) => villages,
        Some(other) => panic!("{other:?}"),
    }
}

fn changed(by: &[(usize, &str)]) -> Vec<(Code, String)> {
    by.iter()
        .map(|&(village, who)| (code(village), who.to_owned()))
        .collect()
}

#[rstest]
fn what_others_wrote_is_news_once_and_own_writing_is_not(mut office: Office) {
    let Office { maria, yosef, .. } = &mut office;
    write(maria, note(0, "a"));
    write(maria, note(0, "b"));
    assert_eq!(news(maria), []);
    assert_eq!(news(yosef), changed(&[(0, "maria")]));
    assert_eq!(news(yosef), []);

    // Between one another: each hears of the other's only.
    write(yosef, note(1, "c"));
    write(maria, note(2, "d"));
    write(yosef, note(0, "e"));
    assert_eq!(news(maria), changed(&[(1, "yosef"), (0, "yosef")]));
    assert_eq!(news(yosef), changed(&[(2, "maria")]));
    assert_eq!((news(maria), news(yosef)), (vec![], vec![]));
}

#[rstest]
fn a_village_that_two_touched_is_named_with_the_last_of_them(mut office: Office) {
    let path = office.maria.store.path().to_owned();
    let mut third = StoreWorker::open(&path, "third".into(), zone()).unwrap();
    write(&mut office.maria, note(0, "a"));
    write(&mut office.yosef, note(0, "b"));
    assert_eq!(news(&mut third), changed(&[(0, "yosef")]));
}

#[rstest]
fn news_of_a_big_batch_comes_in_pieces_and_whole(mut office: Office) {
    let many = ActRequest {
        village: code(0),
        act: Act::Note { text: "x".into() },
        on: NaiveDate::from_ymd_opt(2026, 1, 2).unwrap(),
        seen: None,
    };
    let mut requests = vec![many; 1_500];
    requests[1_499].village = code(1);
    let maria = &mut office.maria;
    let stamp = maria.stamp(Uuid::now_v7());
    maria.store.act(&stamp, &requests).unwrap();
    assert_eq!(news(&mut office.yosef), changed(&[(0, "maria")]));
    assert_eq!(
        news(&mut office.yosef),
        changed(&[(0, "maria"), (1, "maria")])
    );
    assert_eq!(news(&mut office.yosef), []);
}

#[rstest]
fn an_act_is_stamped_and_can_be_undone(mut office: Office) {
    let maria = &mut office.maria;
    let written = write(maria, note(0, "salah"));
    assert_eq!(written.events[0].actor, "maria");
    assert!((Utc::now() - written.events[0].recorded_at).num_seconds() < 60);
    let Answer::LastAct {
        batch: Some(last), ..
    } = maria.answer(Ask::LastAct { redo: false })
    else {
        panic!("no last act")
    };
    assert_eq!(last.id, written.batch);
    write(
        maria,
        Ask::Undo {
            batch: Uuid::now_v7(),
            target: last.id,
        },
    );
    let Answer::Card(card) = maria.answer(Ask::Card { code: code(0) }) else {
        panic!("no card")
    };
    assert_eq!(card.village.notes.len(), 0);
    assert_eq!(news(maria), []);
}

#[rstest]
fn a_question_that_fails_comes_back_with_its_error(mut office: Office) {
    let elsewhere = Code::parse("11.01.01.2001").unwrap();
    let Answer::Failed { ask, error } = office.maria.answer(Ask::Card {
        code: elsewhere.clone(),
    }) else {
        panic!("a card of nowhere")
    };
    assert!(matches!(*ask, Ask::Card { code } if code == elsewhere));
    assert!(matches!(error, Error::UnknownVillage(_)));

    let Answer::Failed { error, .. } = office.maria.answer(note(0, " ")) else {
        panic!("an empty note was kept")
    };
    assert!(matches!(error, Error::Refused(Refusal::Empty(_))));
}

#[rstest]
#[case::few_are_all_open(None, [2, 1])]
#[case::those_asked_for(Some(vec!["53.21".into()]), [0, 1])]
#[case::none(Some(vec![]), [0, 0])]
fn kecamatan_are_answered(
    mut office: Office,
    #[case] open: Option<Vec<String>>,
    #[case] counts: [usize; 2],
) {
    let Answer::Regions { total, regions } = office.maria.answer(Ask::Regions { open }) else {
        panic!("no regions")
    };
    assert_eq!(total.villages(), 3);
    let found: Vec<usize> = regions
        .iter()
        .map(|(_, kecamatan)| kecamatan.len())
        .collect();
    assert_eq!(found, counts);
}

#[rstest]
fn a_page_says_how_many_there_are_in_all(mut office: Office) {
    let Answer::Page {
        list,
        tag,
        page,
        total,
        ..
    } = office.maria.answer(Ask::Page {
        list: ListId::Villages,
        tag: 9,
        filter: Filter {
            region: Some("53.04".into()),
            ..Filter::default()
        },
        sort: Sort::Register,
        from: From::Start,
        n: 1,
    })
    else {
        panic!("no page")
    };
    assert_eq!(
        (list, tag, page.rows.len(), total),
        (ListId::Villages, 9, 1, 2)
    );
    assert_eq!(page.rows[0].place.name, "Lakekun");
}

#[rstest]
fn whoever_is_killed_is_soon_not_there_any_more(office: Office) {
    let Office { maria, yosef, .. } = office;
    let mut child = std::process::Command::new("sleep")
        .arg("60")
        .spawn()
        .unwrap();
    let session = Session::of_process(i32::try_from(child.id()).unwrap());
    let (mut maria, mut yosef) = (maria, yosef.in_session(session));
    let kept = r#"{"screen": "villages", "village": null, "on_card": false, "form": null}"#;
    let keep = || Ask::Keep(Some(Box::new(serde_json::from_str(kept).unwrap())));
    assert!(!matches!(maria.answer(keep()), Answer::Failed { .. }));
    assert!(!matches!(yosef.answer(keep()), Answer::Failed { .. }));
    let here = |maria: &mut StoreWorker| match maria.news() {
        Some(Answer::Present(all)) => Some(all.len()),
        None => None,
        other => panic!("{other:?}"),
    };
    assert_eq!(here(&mut maria), Some(1));
    assert_eq!(
        (0..12).find_map(|_| here(&mut maria)),
        None,
        "nobody came or left"
    );
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!((0..12).find_map(|_| here(&mut maria)), Some(0));
}
