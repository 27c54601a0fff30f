//! A past day, by what is on record now and as it was known then.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use ovop::domain::act::{Act, MakerAct};
use ovop::domain::event::{
    AssistanceBegun, ChannelClosed, ChannelOpened, MonthRecorded, ProducerRecorded, ProducerTurned,
    WorkersCounted,
};
use ovop::domain::follow::Office;
use ovop::domain::list::{Filter, From, Row, Sort, Tally};
use ovop::domain::makers::{Business, Form, Known, Makers, Outlet};
use ovop::domain::month::Month;
use ovop::domain::past::{Direction, end_of};
use ovop::domain::quantity::Quantity;
use ovop::domain::stage::{Decision, Stage};
use ovop::store::{Card, LogQuery, Stamp, Store};
use proptest::prelude::*;
use uuid::Uuid;

use super::properties::{Run, lists_agree, moves, reasons_agree, sums_agree};
use super::support::*;

/// Everything that lists, boards, totals and cards show.
#[derive(Debug, PartialEq)]
struct Seen {
    rows: Vec<Row>,
    total: Tally,
    cards: Vec<Card>,
    reasons: [u32; 9],
}

fn seen(store: &Store, day: NaiveDate) -> Seen {
    let page = store.page(&Filter::default(), Sort::Register, From::Start, 99);
    let cards = (0..9).map(|n| store.card(&village(n)).unwrap().unwrap());
    Seen {
        rows: page.unwrap().rows,
        total: store.tally(None).unwrap(),
        // Where a village's log ends is no part of what is seen of it.
        cards: cards.map(|c| Card { last_seq: 0, ..c }).collect(),
        reasons: store.reason_counts(None, day).unwrap(),
    }
}

fn wita() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

fn until(day: u32) -> DateTime<Utc> {
    end_of(nov(day), wita())
}

/// An act entered at ten in the morning of a day.
fn entered(store: &mut Store, batch: u128, day: u32, requests: &[ovop::store::ActRequest]) {
    let stamp = Stamp {
        now: nov(day).and_hms_opt(2, 0, 0).unwrap().and_utc(),
        today: nov(day),
        ..stamp(batch, "maria")
    };
    store.act(&stamp, requests).unwrap();
}

/// Kewar chose on the 3rd and was entered the same day; its stage of the 5th was entered on the 20th only.
fn with_a_late_entry() -> (Db, Store) {
    let db = Db::small();
    let mut store = db.open();
    entered(
        &mut store,
        1,
        3,
        &[
            request(0, potential(7, "kopi"), 2),
            request(0, choose(7, ""), 3),
        ],
    );
    entered(
        &mut store,
        2,
        20,
        &[request(0, declare(Stage::Processed), 5)],
    );
    (db, store)
}

fn stage(store: &Store, n: usize) -> Option<Stage> {
    store.card(&village(n)).unwrap().unwrap().village.stage()
}

#[test]
fn a_late_entry_is_in_todays_view_of_a_past_day_and_not_in_that_days_own() {
    let (_db, store) = with_a_late_entry();
    let now = store.past(nov(10), None).unwrap();
    let then = store.past(nov(10), Some(until(10))).unwrap();
    assert_eq!(stage(&now, 0), Some(Stage::Processed));
    assert_eq!(stage(&then, 0), Some(Stage::Potential));
    assert_eq!(now.tally(None).unwrap().stage(Stage::Processed), 1);
    assert_eq!(then.tally(None).unwrap().stage(Stage::Processed), 0);
    let kinds = |store: &Store| {
        let query = LogQuery {
            limit: 9,
            ..LogQuery::default()
        };
        let page = store.log(&query).unwrap();
        page.events.len()
    };
    assert_eq!((kinds(&now), kinds(&then)), (3, 2));
}

#[test]
fn what_had_not_happened_yet_is_not_there() {
    let (_db, store) = with_a_late_entry();
    let before = store.past(nov(2), None).unwrap();
    assert_eq!(before.tally(None).unwrap().decision(Decision::Undecided), 1);
    assert_eq!(stage(&before, 0), None);
    let between = store.past(nov(4), None).unwrap();
    assert_eq!(stage(&between, 0), Some(Stage::Potential));
}

#[test]
fn an_undo_counts_in_todays_view_and_only_from_its_entry_in_that_days_own() {
    let (_db, mut store) = with_a_late_entry();
    let stamp = Stamp {
        now: nov(25).and_hms_opt(2, 0, 0).unwrap().and_utc(),
        ..stamp(3, "maria")
    };
    store.undo(&stamp, Uuid::from_u128(1)).unwrap();
    let decided = |day, known: Option<u32>| {
        let past = store.past(nov(day), known.map(until)).unwrap();
        past.card(&village(0)).unwrap().unwrap().village.decision()
    };
    assert_eq!(decided(10, None), Decision::NotSurveyed);
    assert_eq!(decided(10, Some(10)), Decision::Chosen);
    assert_eq!(decided(10, Some(25)), Decision::NotSurveyed);
}

/// Of Kewar's product a producer is known from the 4th and has stopped on the 12th, workers were counted on the 5th and
/// again on the 15th, and what was made up to the 6th was written down on the 20th only.
fn with_makers() -> (Db, Store) {
    let db = Db::small();
    let mut store = db.open();
    let producer = Uuid::from_u128(31);
    let business = Business {
        name: "KWT Melati".into(),
        form: Form::Group,
        head: String::new(),
        men: None,
        women: Some(8),
        produced: None,
    };
    let counted = |women, work| {
        MakerAct::CountWorkers(WorkersCounted {
            men: 0,
            women,
            work,
            health: None,
        })
    };
    let (channel, assistance) = (Uuid::from_u128(32), Uuid::from_u128(33));
    let opened = ChannelOpened {
        channel,
        outlet: Outlet::Shop,
        name: String::new(),
    };
    let closed = ChannelClosed {
        channel,
        reason: "tutup".into(),
    };
    let help = |waiting| {
        MakerAct::BeginAssistance(AssistanceBegun {
            assistance,
            office: Office::Trade,
            what: "label".into(),
            waiting,
        })
    };
    let turned = ProducerTurned {
        producer,
        active: false,
        reason: "panen gagal".into(),
    };
    let first = [
        request(0, potential(7, "kopi"), 2),
        request(0, choose(7, ""), 3),
    ];
    entered(&mut store, 1, 3, &first);
    for (batch, day, act) in [
        (
            2,
            4,
            MakerAct::RecordProducer(ProducerRecorded { producer, business }),
        ),
        (3, 5, counted(8, Some(3))),
        (4, 7, MakerAct::OpenChannel(opened)),
        (5, 8, help(true)),
        (6, 12, MakerAct::TurnProducer(turned)),
        (7, 14, MakerAct::CloseChannel(closed)),
        (8, 15, counted(6, None)),
        (9, 16, help(false)),
    ] {
        entered(&mut store, batch, day, &[request(0, Act::Makers(act), day)]);
    }
    let month = MonthRecorded {
        month: Month::of(nov(1)),
        volume: Some(Quantity::whole(40)),
        unit: "bungkus".into(),
        turnover: None,
        channel: None,
        producer: Some(producer),
    };
    let act = Act::Makers(MakerAct::RecordMonth(month));
    entered(&mut store, 10, 20, &[request(0, act, 6)]);
    (db, store)
}

fn makers(store: &Store) -> Makers {
    let card = store.card(&village(0)).unwrap().unwrap();
    card.village.choice.unwrap().makers
}

#[test]
fn on_a_past_day_the_makers_stand_as_they_stood() {
    let (_db, store) = with_makers();
    let on = |day, known: Option<u32>| makers(&store.past(nov(day), known.map(until)).unwrap());
    assert!(on(3, None).is_empty());
    let tenth = on(10, None);
    assert!(tenth.producers[0].stopped.is_none());
    let workers = tenth.workers.as_ref().unwrap();
    assert_eq!((workers.women, workers.on), (8, nov(5)));
    assert!(tenth.channels[0].ended.is_none() && tenth.assistance[0].waiting);
    let now = on(30, None);
    assert_eq!(now.producers[0].stopped.as_ref().unwrap().0, nov(12));
    let workers = now.workers.as_ref().unwrap();
    assert_eq!((workers.women, workers.on), (6, nov(15)));
    assert_eq!(
        workers.work.unwrap().on,
        nov(5),
        "the older check still stands"
    );
    assert!(now.channels[0].ended.is_some() && !now.assistance[0].waiting);
    // The month was told on the 20th: it is in today's view of the 10th, and was not known then.
    assert_eq!(tenth.known(Month::of(nov(1))), Known::Made);
    assert_eq!(on(10, Some(10)).known(Month::of(nov(1))), Known::NoData);
    assert_eq!(on(20, Some(20)).known(Month::of(nov(1))), Known::Made);
}

#[test]
fn an_undone_month_is_no_data_again_and_was_known_before_it_was_undone() {
    let (_db, mut store) = with_makers();
    let undone = Stamp {
        now: nov(25).and_hms_opt(2, 0, 0).unwrap().and_utc(),
        ..stamp(11, "maria")
    };
    store.undo(&undone, Uuid::from_u128(10)).unwrap();
    let month = Month::of(nov(1));
    assert_eq!(makers(&store).known(month), Known::NoData);
    let on = |day, known: Option<u32>| {
        let past = store.past(nov(day), known.map(until)).unwrap();
        makers(&past).known(month)
    };
    assert_eq!(on(22, None), Known::NoData);
    assert_eq!(on(22, Some(22)), Known::Made);
    assert_eq!(on(25, Some(25)), Known::NoData);
    let again = Stamp {
        now: undone.now + TimeDelta::hours(1),
        ..stamp(12, "maria")
    };
    store.undo(&again, Uuid::from_u128(11)).unwrap();
    assert_eq!(makers(&store).known(month), Known::Made, "an undone undo");
}

#[test]
fn a_view_stays_as_it_is_and_leaves_the_database_alone() {
    let (db, mut store) = with_a_late_entry();
    let past = store.past(nov(30), None).unwrap();
    let before = seen(&past, nov(30));
    assert_eq!(before, seen(&store, nov(30)));
    act(&mut store, 4, request(1, potential(8, "madu"), 6)).unwrap();
    assert_eq!(seen(&past, nov(30)), before);
    assert_ne!(seen(&store, nov(30)), before);
    assert_eq!(store.last_seq().unwrap(), 4);
    assert!(db.open().check(nov(30)).unwrap().is_sound());
}

#[test]
fn a_day_ends_at_midnight_of_its_zone() {
    assert_eq!(
        until(10).to_rfc3339(),
        "2025-11-10T15:59:59.999999999+00:00"
    );
}

#[test]
fn what_moved_is_told_with_what_came_late() {
    let (_db, mut store) = with_a_late_entry();
    entered(
        &mut store,
        5,
        22,
        &[
            request(1, potential(8, "madu"), 21),
            request(1, choose(8, ""), 22),
            request(0, declare(Stage::Marketed), 22),
        ],
    );
    let moved = |since, end, region| {
        let all = store.moved_between(region, nov(since), until(since), nov(end));
        all.unwrap()
    };
    let all = moved(10, 30, None);
    let [kewar, fulur] = &all[..] else {
        panic!("{all:?}");
    };
    let stages = (Some(Stage::Processed), Some(Stage::Marketed));
    assert_eq!(kewar.moved.stages(), stages);
    assert_eq!(kewar.moved.direction(), Some(Direction::Forward));
    assert!(kewar.moved.skipped() && kewar.moved.chosen().is_none());
    let late: Vec<&str> = kewar.late.entered.iter().map(|e| e.event.kind()).collect();
    assert_eq!(late, ["stage.declared"]);
    assert!(fulur.moved.chosen().is_some() && fulur.moved.direction().is_none());
    assert_eq!(
        fulur.moved.decisions(),
        (Decision::NotSurveyed, Decision::Chosen)
    );
    assert!(fulur.late.entered.is_empty());
    assert_eq!(moved(10, 30, Some("53.21")), []);
    assert_eq!(
        moved(22, 30, None),
        [],
        "nothing moved and nothing came late"
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_that_is_entered_later_changes_what_was_known_then(
        first in moves(),
        second in moves(),
        day in 1..25_u32,
    ) {
        let mut run = Run::new();
        for one in &first {
            run.go(one);
        }
        let today = run.store.past(nov(30), None).unwrap();
        prop_assert_eq!(seen(&today, nov(30)), seen(&run.store, nov(30)), "today is today");
        lists_agree(&today);

        let known = noon() + TimeDelta::hours(1);
        let views = |store: &Store| {
            [Some(known), None].map(|known| store.past(nov(day), known).unwrap())
        };
        let before = views(&run.store);
        let [then, now] = &before;
        prop_assert_eq!(seen(then, nov(day)), seen(now, nov(day)), "nothing has come late yet");

        run.later = TimeDelta::days(1);
        for one in &second {
            run.go(one);
        }
        let after = views(&run.store);
        prop_assert_eq!(seen(&after[0], nov(day)), seen(&before[0], nov(day)));
        let late = run.store.moved_between(None, nov(day), known, nov(day)).unwrap();
        let same = seen(&after[0], nov(day)) == seen(&after[1], nov(day));
        prop_assert!(same || !late.is_empty(), "every difference is owned up to");
        for past in &after {
            sums_agree(past);
            reasons_agree(past, nov(day));
            lists_agree(past);
        }
    }
}
