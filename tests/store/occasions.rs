//! Meetings and events on real files: numbers, promises, the lock after the end, and what can be erased.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use ovop::domain::act::{Act, FollowAct, Refusal};
use ovop::domain::event::{ActionPlanned, Event, Reverted};
use ovop::domain::follow::{Office, Outcome};
use ovop::domain::occasion::{
    Brief, Contact, Element, Guest, Number, OccasionAct, OccasionRefusal, Phase, Plan, Promise,
    PromiseStatus, Sex, Sort, Topic, Triage,
};
use ovop::store::{Error, LogQuery, OccasionQuery, OccasionRequest, Stamp, Store, Written};
use proptest::prelude::*;
use uuid::Uuid;

use super::processes::{Worker, finished, worker};
use super::support::*;

pub fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0193_a000_0000_7000_8000_0000_0000_0000 + n)
}

fn at(minute: i64) -> DateTime<Utc> {
    noon() + TimeDelta::minutes(minute)
}

pub fn meeting(day: NaiveDate) -> Plan {
    Plan {
        sort: Sort::Review,
        title: "Rapat evaluasi".into(),
        place: "Aula".into(),
        day,
        time: None,
        organiser: String::new(),
        opener: String::new(),
        leader: String::new(),
        minute_taker: String::new(),
        invitation: String::new(),
        basis: String::new(),
        funds: String::new(),
        invited: vec![],
        scope: vec![],
        follows: None,
        follows_by_default: false,
    }
}

fn outreach(day: NaiveDate) -> Plan {
    Plan {
        sort: Sort::Outreach,
        title: "Sosialisasi OVOP".into(),
        ..meeting(day)
    }
}

pub fn topics(villages: impl IntoIterator<Item = usize>) -> OccasionAct {
    let topic = |n| Topic {
        village: Some(village(n)),
        title: String::new(),
        minutes: 4,
    };
    OccasionAct::Freeze(villages.into_iter().map(topic).collect())
}

pub fn guest(name: &str, n: usize) -> Guest {
    Guest {
        name: name.into(),
        office: String::new(),
        element: Element::Official,
        village: Some(village(n)),
        agency: String::new(),
        sex: Sex::Female,
        represents: String::new(),
    }
}

pub fn arrive(n: u128, name: &str, from: usize) -> OccasionAct {
    OccasionAct::Arrive {
        id: id(n),
        guest: guest(name, from),
        at: at(0),
        anyway: false,
    }
}

fn promise(n: u128, due: u32, after: Option<u128>) -> Promise {
    Promise {
        planned: ActionPlanned {
            action: Uuid::from_u128(n),
            what: "periksa tempat produksi".into(),
            office: Office::Health,
            who: String::new(),
            due: nov(due),
            item: None,
            from: None,
            after: after.map(Uuid::from_u128),
        },
        ended: Outcome::HandedOn,
    }
}

fn decide(item: u32, promises: Vec<Promise>) -> OccasionAct {
    OccasionAct::Decide {
        item,
        triage: Triage::Assist,
        note: String::new(),
        at: at(1),
        promises,
    }
}

/// A store with a counter for batches.
struct Desk {
    db: Db,
    store: Store,
    next: u128,
}

impl Desk {
    fn new() -> Self {
        let db = Db::small();
        let store = db.open();
        Self { db, store, next: 0 }
    }

    fn stamp(&mut self) -> Stamp {
        self.next += 1;
        stamp(self.next, "maria")
    }

    fn try_act(&mut self, n: u128, act: OccasionAct) -> Result<Written, Error> {
        let stamp = self.stamp();
        let request = OccasionRequest {
            occasion: id(n),
            act,
            seen: None,
            contact: None,
        };
        self.store.occasion_act(&stamp, &[request])
    }

    fn act(&mut self, n: u128, act: OccasionAct) -> Written {
        self.try_act(n, act).unwrap()
    }

    fn refused(&mut self, n: u128, act: OccasionAct) -> OccasionRefusal {
        match self.try_act(n, act) {
            Err(Error::Refused(Refusal::Occasion(why))) => why,
            other => panic!("{other:?}"),
        }
    }

    /// A meeting in session about these villages.
    fn open(&mut self, n: u128, day: u32, villages: &[usize], follows: Option<u128>) {
        let mut plan = meeting(nov(day));
        plan.follows = follows.map(id);
        self.act(n, OccasionAct::Plan(plan));
        self.act(n, topics(villages.iter().copied()));
        self.act(n, OccasionAct::Open { at: at(0) });
    }

    fn end(&mut self, n: u128) {
        self.act(n, OccasionAct::Close { at: at(60) });
        self.act(n, OccasionAct::Finalise { at: at(61) });
    }

    fn undo(&mut self, batch: Uuid) -> Result<Written, Error> {
        let stamp = self.stamp();
        self.store.undo(&stamp, batch)
    }

    fn brief(&self, n: u128) -> Option<Brief> {
        let all = OccasionQuery {
            limit: 99,
            ..OccasionQuery::default()
        };
        let mut all = self.store.occasions(&all).unwrap().into_iter();
        all.find(|b| b.id == id(n))
    }

    fn is_sound(&self) {
        let health = self.store.check(nov(30)).unwrap();
        assert!(health.is_sound(), "{health:?}");
    }
}

#[test]
fn a_meeting_is_listed_as_it_goes_on() {
    let mut desk = Desk::new();
    desk.open(1, 12, &[0, 1], None);
    desk.act(1, arrive(50, "Maria Bere", 0));
    desk.act(1, decide(1, vec![promise(7, 20, None)]));
    let brief = desk.brief(1).unwrap();
    assert_eq!((brief.phase, brief.day), (Phase::Open, nov(12)));
    assert_eq!(brief.number, Some(Number { year: 2025, n: 1 }));
    assert_eq!((brief.items, brief.decided, brief.promises), (2, 1, 1));
    assert_eq!(brief.here.all(), 1);
    let held = desk.store.occasion(id(1)).unwrap().unwrap();
    assert_eq!(Brief::of(&held.occasion), brief);

    // The promise stands in the village's own stream, in the batch of the decision, and its list shows it.
    let card = desk.store.card(&village(0)).unwrap().unwrap();
    let action = &card.village.follow.actions[0];
    assert_eq!(action.planned.from, Some(id(1)));
    assert_eq!(action.on, nov(12), "the day of the meeting");
    let log = desk.store.log(&LogQuery {
        occasion: Some(id(1)),
        limit: 1,
        ..LogQuery::default()
    });
    let page = log.unwrap();
    assert_eq!(page.events[0].event.kind(), "item.decided");
    assert_eq!(page.name_of(&page.events[0].stream), "Rapat evaluasi");

    let here = desk.store.here(&village(0), nov(30)).unwrap();
    assert_eq!(here[0].1[0].guest.name, "Maria Bere");
    assert!(
        desk.store.here(&village(1), nov(30)).unwrap()[0]
            .1
            .is_empty()
    );
    desk.is_sound();
}

#[test]
fn undoing_a_decision_takes_its_promise_back_and_redo_brings_both() {
    let mut desk = Desk::new();
    desk.open(1, 12, &[0], None);
    let done = desk.act(1, decide(1, vec![promise(7, 20, None)]));
    assert_eq!(done.events.len(), 2);
    let batch = desk.store.batch(done.batch).unwrap().unwrap();
    assert_eq!(batch.name_of(&done.events[0].stream), "Rapat evaluasi");
    assert!(batch.in_force);
    let undone = desk.undo(done.batch).unwrap();
    assert_eq!(undone.events.len(), 2);
    assert_eq!(desk.brief(1).unwrap().decided, 0);
    let card = desk.store.card(&village(0)).unwrap().unwrap();
    assert!(card.village.follow.actions.is_empty());
    desk.is_sound();
    desk.undo(undone.batch).unwrap();
    assert_eq!(desk.brief(1).unwrap().promises, 1);
    let held = desk.store.occasion(id(1)).unwrap().unwrap();
    assert_eq!(held.occasion.items[0].actions.len(), 1, "not a cached one");
    desk.is_sound();
}

#[test]
fn a_decision_that_is_refused_in_part_leaves_nothing() {
    let mut desk = Desk::new();
    desk.open(1, 12, &[0], None);
    let before = desk.store.last_seq().unwrap();
    // Nobody ever promised number 99.
    let wrong = decide(1, vec![promise(7, 20, None), promise(8, 21, Some(99))]);
    assert!(matches!(
        desk.try_act(1, wrong),
        Err(Error::Refused(Refusal::UnknownAction))
    ));
    let due_before = decide(1, vec![promise(7, 11, None)]);
    assert!(matches!(
        desk.try_act(1, due_before),
        Err(Error::Refused(Refusal::DueBeforeMade { .. }))
    ));
    assert_eq!(desk.store.last_seq().unwrap(), before);
    assert_eq!(desk.brief(1).unwrap().decided, 0);
    desk.is_sound();
}

#[test]
fn sending_an_act_twice_does_it_once() {
    let mut desk = Desk::new();
    desk.open(1, 12, &[0], None);
    let stamp = desk.stamp();
    let request = OccasionRequest {
        occasion: id(1),
        act: decide(1, vec![promise(7, 20, None)]),
        seen: None,
        contact: None,
    };
    let first = desk
        .store
        .occasion_act(&stamp, std::slice::from_ref(&request));
    let again = desk.store.occasion_act(&stamp, &[request]).unwrap();
    assert!(!first.unwrap().already && again.already);
    let card = desk.store.card(&village(0)).unwrap().unwrap();
    assert_eq!(card.village.follow.actions.len(), 1);
}

#[test]
fn what_became_final_is_not_offered_to_be_taken_back_again_and_again() {
    let mut desk = Desk::new();
    let mine = act(&mut desk.store, 900, request(3, note("catatan"), 12)).unwrap();
    desk.open(1, 12, &[0], None);
    desk.act(1, decide(1, vec![promise(7, 20, None)]));
    desk.act(1, OccasionAct::Close { at: at(60) });
    let end = desk.act(1, OccasionAct::Finalise { at: at(61) });
    let actor = end.events[0].actor.clone();
    let offered = desk.store.last_act(&actor, false).unwrap();
    assert!(offered.is_none_or(|b| b.id == mine.batch), "{}", mine.batch);
    let by = mine.events[0].actor.clone();
    assert_eq!(
        desk.store.last_act(&by, false).unwrap().unwrap().id,
        mine.batch
    );
}

#[test]
fn final_minutes_stand_whatever_way_is_tried() {
    let mut desk = Desk::new();
    desk.open(1, 12, &[0], None);
    let topic = Topic {
        village: None,
        title: "Kemasan bersama".into(),
        minutes: 5,
    };
    desk.act(1, OccasionAct::AddItem(topic));
    let decision = desk.act(1, decide(1, vec![promise(7, 20, None)]));
    desk.act(1, decide(2, vec![promise(8, 20, None)]));
    let undone = desk.undo(decision.batch).unwrap();
    desk.act(1, OccasionAct::Close { at: at(60) });
    let end = desk.act(1, OccasionAct::Finalise { at: at(61) });
    let before = desk.store.last_seq().unwrap();

    let note = OccasionAct::Note {
        item: Some(1),
        at: at(70),
        text: "terlambat".into(),
    };
    for act in [
        note,
        decide(1, vec![]),
        arrive(50, "Maria Bere", 0),
        OccasionAct::Amend(outreach(nov(12))),
        OccasionAct::Open { at: at(70) },
        OccasionAct::Close { at: at(70) },
        OccasionAct::Cancel {
            reason: "salah".into(),
        },
    ] {
        assert_eq!(desk.refused(1, act), OccasionRefusal::IsFinal);
    }
    for batch in [decision.batch, undone.batch, end.batch] {
        assert!(matches!(
            desk.undo(batch),
            Err(Error::Refused(Refusal::Occasion(OccasionRefusal::IsFinal)))
        ));
    }
    // A promise in its name, by the way of the villages.
    let mut late = promise(9, 20, None).planned;
    late.from = Some(id(1));
    let late = Act::Follow(FollowAct::PlanAction(late));
    assert!(matches!(
        act(&mut desk.store, 1_000, request(0, late, 12)),
        Err(Error::Refused(Refusal::Occasion(OccasionRefusal::IsFinal)))
    ));
    assert_eq!(desk.store.last_seq().unwrap(), before);

    // What became of a promise is no part of the minutes.
    let close = FollowAct::CloseAction {
        action: Uuid::from_u128(8),
        outcome: Outcome::Done,
        note: String::new(),
    };
    let stamp = desk.stamp();
    let closed = desk.store.close_promise(&stamp, id(1), &[close]).unwrap();
    desk.undo(closed.batch).unwrap();
    for n in 1..=2 {
        let text = format!("tempat dibetulkan {n}");
        desk.act(1, OccasionAct::Addendum { text, at: at(90) });
    }
    let held = desk.store.occasion(id(1)).unwrap().unwrap();
    let addenda: Vec<_> = held
        .occasion
        .addenda
        .iter()
        .map(|a| (a.number, a.on))
        .collect();
    assert_eq!(addenda, [(1, nov(30)), (2, nov(30))]);
    desk.is_sound();
}

#[test]
fn an_undone_agenda_keeps_its_number_and_nobody_else_gets_it() {
    let mut desk = Desk::new();
    for n in 1..=2 {
        desk.act(n, OccasionAct::Plan(meeting(nov(12))));
    }
    let frozen = desk.act(1, topics([0]));
    desk.undo(frozen.batch).unwrap();
    assert_eq!(desk.brief(1).unwrap().number, None);
    desk.act(2, topics([1]));
    assert_eq!(
        desk.brief(2).unwrap().number,
        Some(Number { year: 2025, n: 2 })
    );
    desk.act(1, topics([0, 1]));
    assert_eq!(
        desk.brief(1).unwrap().number,
        Some(Number { year: 2025, n: 1 })
    );
    // Moved to another year it gets a number of that year.
    let mut plan = meeting(NaiveDate::from_ymd_opt(2026, 1, 8).unwrap());
    plan.title = "Rapat awal tahun".into();
    desk.act(1, OccasionAct::Amend(plan));
    desk.act(1, topics([0]));
    assert_eq!(
        desk.brief(1).unwrap().number,
        Some(Number { year: 2026, n: 1 })
    );
    let found = desk.store.find_occasions(true, "2/2025").unwrap();
    assert_eq!(found[0].id, id(2));
    let found = desk.store.find_occasions(true, "awal tahun").unwrap();
    assert_eq!(found[0].id, id(1));
    assert!(desk.store.find_occasions(false, "awal").unwrap().is_empty());
    desk.is_sound();
}

#[test]
fn an_occasion_whose_plan_is_undone_is_gone_and_still_has_its_name_in_the_log() {
    let mut desk = Desk::new();
    let planned = desk.act(1, OccasionAct::Plan(meeting(nov(12))));
    let undone = desk.undo(planned.batch).unwrap();
    assert_eq!(desk.brief(1), None);
    assert!(desk.store.occasion(id(1)).unwrap().is_none());
    let batch = desk.store.batch(undone.batch).unwrap().unwrap();
    assert_eq!(batch.name_of(&id(1).to_string()), "Rapat evaluasi");
    assert_eq!(desk.refused(1, topics([0])), OccasionRefusal::Unknown);
    desk.is_sound();
    desk.undo(undone.batch).unwrap();
    assert_eq!(desk.brief(1).unwrap().phase, Phase::Planned);
    desk.is_sound();
}

#[test]
fn two_on_one_item_meet_and_chair_and_recorder_do_not() {
    let mut desk = Desk::new();
    desk.open(1, 12, &[0, 1], None);
    let seen = desk.store.occasion(id(1)).unwrap().unwrap().last_seq;
    desk.act(1, decide(1, vec![]));
    let mut send = |act| {
        let stamp = desk.stamp();
        let request = OccasionRequest {
            occasion: id(1),
            act,
            seen: Some(seen),
            contact: None,
        };
        desk.store.occasion_act(&stamp, &[request])
    };
    assert!(matches!(
        send(decide(1, vec![])),
        Err(Error::Conflict(theirs)) if theirs.event.kind() == "item.decided"
    ));
    send(decide(2, vec![])).unwrap();
    let begin = |item| OccasionAct::Begin { item, at: at(2) };
    send(begin(1)).unwrap();
    assert!(matches!(send(begin(2)), Err(Error::Conflict(_))));
}

#[test]
fn three_meetings_lose_no_promise_and_count_none_twice() {
    let mut desk = Desk::new();
    desk.open(1, 3, &[0, 1], None);
    desk.act(
        1,
        decide(1, vec![promise(1, 10, None), promise(2, 10, None)]),
    );
    desk.act(1, decide(2, vec![promise(3, 28, None)]));
    desk.end(1);
    act(&mut desk.store, 500, request(0, closed(1), 9)).unwrap();

    desk.open(2, 12, &[0, 2], Some(1));
    // Handed on; nobody speaks of the other village's promise.
    desk.act(2, decide(1, vec![promise(4, 20, Some(2))]));
    desk.end(2);

    desk.open(3, 24, &[0, 1], Some(2));
    let fates = |desk: &Desk| {
        let held = desk.store.occasion(id(3)).unwrap().unwrap();
        let before = desk.store.promises_before(&held.occasion, nov(24)).unwrap();
        assert_eq!(before.last.unwrap().id, id(2));
        let mut all: Vec<_> = before
            .promises
            .all
            .iter()
            .map(|k| (k.chain.links[0].planned.action.as_u128(), k.status))
            .collect();
        all.sort_by_key(|(n, _)| *n);
        all
    };
    assert_eq!(
        fates(&desk),
        [(2, PromiseStatus::Late(4)), (3, PromiseStatus::Open)]
    );
    desk.act(3, decide(1, vec![promise(5, 29, Some(4))]));
    assert_eq!(
        fates(&desk),
        [(2, PromiseStatus::HandedOn), (3, PromiseStatus::Open)]
    );
    let slide = desk.store.occasion(id(3)).unwrap().unwrap().occasion;
    let slide = desk.store.slide(&slide, 1).unwrap().unwrap();
    assert_eq!(slide.since, Some(nov(12)));
    assert_eq!(slide.card.village.follow.actions.len(), 4);
    let last = desk
        .store
        .goes_on_with(&meeting(nov(23)), &[], None)
        .unwrap();
    assert_eq!(last.unwrap().id, id(2));
    desk.is_sound();
}

#[test]
fn a_promise_about_a_topic_goes_on_at_the_next_meeting() {
    let mut desk = Desk::new();
    let topic = || {
        OccasionAct::Freeze(vec![Topic {
            village: None,
            title: "Kemasan bersama".into(),
            minutes: 5,
        }])
    };
    for (n, day, follows) in [(1, 3, None), (2, 12, Some(1)), (3, 24, Some(2))] {
        let mut plan = meeting(nov(day));
        plan.follows = follows.map(id);
        desk.act(n, OccasionAct::Plan(plan));
        desk.act(n, topic());
        desk.act(n, OccasionAct::Open { at: at(0) });
        let after = (n > 1).then(|| n - 1);
        if n < 3 {
            desk.act(n, decide(1, vec![promise(n, day + 5, after)]));
            desk.end(n);
        }
    }
    let held = desk.store.occasion(id(3)).unwrap().unwrap();
    let before = desk.store.promises_before(&held.occasion, nov(24)).unwrap();
    let all = &before.promises.all;
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(all[0].chain.links.len(), 2);
    assert_eq!(all[0].status, PromiseStatus::Late(7));
    desk.is_sound();
}

#[test]
fn the_expected_villages_are_those_of_the_scope_or_of_the_agenda_or_all() {
    let mut desk = Desk::new();
    let expected = |desk: &Desk| {
        let held = desk.store.occasion(id(1)).unwrap().unwrap();
        let all = desk.store.expected(&held.occasion).unwrap();
        all.into_iter().map(|p| p.name).collect::<Vec<_>>()
    };
    desk.act(1, OccasionAct::Plan(meeting(nov(12))));
    assert_eq!(expected(&desk).len(), 9);
    desk.act(1, topics([3, 1]));
    assert_eq!(expected(&desk), ["Fulur", "Kota Atambua"]);
    let mut plan = meeting(nov(12));
    plan.scope = vec!["53.04.12".into(), village(8).to_string(), "53.04.12".into()];
    desk.act(1, OccasionAct::Amend(plan.clone()));
    assert_eq!(expected(&desk), ["Kota Atambua", "Manumutin", "Alas"]);
    plan.scope = vec!["53.99".into()];
    assert!(matches!(
        desk.try_act(1, OccasionAct::Amend(plan)),
        Err(Error::UnknownVillage(code)) if code == "53.99"
    ));
}

#[test]
fn a_past_day_shows_the_meeting_as_it_was() {
    let mut desk = Desk::new();
    desk.open(1, 12, &[0], None);
    desk.act(1, decide(1, vec![promise(7, 20, None)]));
    desk.end(1);
    let on = |day| desk.store.past(nov(day), None).unwrap();
    let brief = |day| {
        on(day).occasions(&OccasionQuery {
            limit: 9,
            ..OccasionQuery::default()
        })
    };
    assert_eq!(brief(11).unwrap(), []);
    let then = brief(12).unwrap();
    assert_eq!((then[0].phase, then[0].decided), (Phase::Closed, 1));
    let now = desk.brief(1).unwrap();
    assert_eq!(now.phase, Phase::Final);
    assert!(on(12).occasion(id(1)).unwrap().is_some());
    assert!(on(11).occasion(id(1)).unwrap().is_none());
}

#[test]
fn a_wrong_line_is_found_and_put_right() {
    let mut desk = Desk::new();
    desk.open(1, 12, &[0], None);
    for spoil in [
        "UPDATE occasion SET decided = 3",
        "DELETE FROM occasion",
        "UPDATE occasion SET sort = 'pesta'",
        "DELETE FROM occasion_number_given",
        "INSERT INTO occasion SELECT '0193a000-0000-7000-8000-00000000ffff', sort, meeting, title, place, day, year, n,
             phase, items, decided, promises, men, women, follows, last_seq FROM occasion",
    ] {
        desk.db.raw().execute_batch(spoil).unwrap();
        let health = desk.store.check(nov(30)).unwrap();
        assert!(!health.is_sound(), "{spoil}");
        assert_eq!(health.wrong_occasions.len(), 1, "{spoil}");
        assert_eq!(desk.store.rebuild("maria", nov(30)).unwrap(), 1, "{spoil}");
        desk.is_sound();
    }
}

const PHONE: &str = "0812-3456-7890";

fn bytes_have(db: &Db, text: &str) -> bool {
    let files = std::fs::read_dir(db.folder.path()).unwrap();
    files.flatten().any(|file| {
        let bytes = std::fs::read(file.path()).unwrap();
        bytes.windows(text.len()).any(|w| w == text.as_bytes())
    })
}

#[test]
fn a_telephone_number_is_beside_the_log_and_can_be_erased_from_the_disk() {
    let mut desk = Desk::new();
    desk.act(1, OccasionAct::Plan(outreach(nov(12))));
    let send = |desk: &mut Desk, act, phone: &str, nik: &str| {
        let stamp = desk.stamp();
        let request = OccasionRequest {
            occasion: id(1),
            act,
            seen: None,
            contact: Some(Contact {
                phone: phone.into(),
                nik: nik.into(),
            }),
        };
        desk.store.occasion_act(&stamp, &[request])
    };
    for (phone, nik, why) in [
        ("rumah", "", OccasionRefusal::BadPhone),
        (PHONE, "123", OccasionRefusal::BadNik),
    ] {
        match send(&mut desk, arrive(49, "Yosef", 0), phone, nik) {
            Err(Error::Refused(Refusal::Occasion(found))) => assert_eq!(found, why),
            other => panic!("{other:?}"),
        }
    }
    send(
        &mut desk,
        arrive(50, "Maria Bere", 0),
        PHONE,
        "5304010101010001",
    )
    .unwrap();
    send(&mut desk, arrive(51, "Yosef", 1), "0813 000 111", "").unwrap();
    // Another number alone is no entry in the log.
    let amend = OccasionAct::AmendGuest {
        id: id(51),
        guest: guest("Yosef", 1),
    };
    let before = desk.store.last_seq().unwrap();
    let same = send(&mut desk, amend.clone(), "0813 000 111", "");
    assert!(matches!(same, Err(Error::Refused(_))));
    assert!(
        send(&mut desk, amend, "0813 222 333", "")
            .unwrap()
            .events
            .is_empty()
    );
    assert_eq!(desk.store.last_seq().unwrap(), before);
    assert_eq!(
        desk.store.contacts(id(1)).unwrap()[&id(51)].phone,
        "0813 222 333"
    );

    let bodies: Vec<_> = desk.store.after(0).unwrap();
    assert!(
        bodies
            .iter()
            .all(|e| !e.event.body().unwrap().contains("0812"))
    );
    assert!(bytes_have(&desk.db, PHONE));
    let forgotten = desk
        .store
        .forget_contacts("maria", id(1), Some(id(50)))
        .unwrap();
    assert!(forgotten.people == 1 && forgotten.everywhere);
    assert!(!bytes_have(&desk.db, PHONE), "nothing is left in any file");
    assert!(
        !bytes_have(&desk.db, "0813 000 111"),
        "nor the corrected one"
    );
    assert_eq!(desk.store.contacts(id(1)).unwrap().len(), 1);
    assert_eq!(
        desk.store
            .forget_contacts("maria", id(1), None)
            .unwrap()
            .people,
        1
    );
    assert_eq!(desk.brief(1).unwrap().here.all(), 2, "who came stays");
    desk.is_sound();
}

#[test]
fn agendas_frozen_at_once_get_numbers_of_their_own() {
    let mut desk = Desk::new();
    for n in 1..=6 {
        desk.act(n, OccasionAct::Plan(meeting(nov(12))));
    }
    let all: Vec<_> = (1..=6)
        .map(|n| worker(Worker::Freeze, &desk.db.path).numbered(n).start())
        .collect();
    std::thread::sleep(std::time::Duration::from_millis(60));
    std::fs::write(desk.db.folder.path().join("go"), "").unwrap();
    for child in all {
        assert_eq!(finished(child).as_deref(), Some("frozen"));
    }
    let mut numbers: Vec<u32> = (1..=6)
        .map(|n| desk.brief(n).unwrap().number.unwrap().n)
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    desk.is_sound();
}

#[test]
fn two_desks_check_in_two_hundred_and_the_totals_are_right() {
    let mut desk = Desk::new();
    desk.act(1, OccasionAct::Plan(outreach(nov(12))));
    desk.act(1, OccasionAct::Open { at: at(0) });
    let both: Vec<_> = (0..2)
        .map(|n| worker(Worker::CheckIn, &desk.db.path).numbered(n).start())
        .collect();
    std::thread::sleep(std::time::Duration::from_millis(60));
    std::fs::write(desk.db.folder.path().join("go"), "").unwrap();
    for child in both {
        assert_eq!(finished(child).as_deref(), Some("all in"));
    }
    let held = desk.store.occasion(id(1)).unwrap().unwrap();
    assert_eq!(held.occasion.guests.len(), 200);
    assert_eq!(desk.brief(1).unwrap().here.all(), 200);
    let mut ids: Vec<_> = held.occasion.guests.iter().map(|g| g.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 200);
    desk.is_sound();
}

/// A meeting step by step; each step has a batch of its own, as a draft keeps it.
fn script() -> Vec<OccasionAct> {
    let mut steps = vec![
        OccasionAct::Plan(meeting(nov(12))),
        topics(0..9),
        OccasionAct::Open { at: at(0) },
    ];
    for item in 1..=9 {
        let n = u128::from(item);
        steps.push(arrive(
            400 + n,
            &format!("Kepala {item}"),
            item as usize - 1,
        ));
        steps.push(OccasionAct::Begin {
            item,
            at: at(i64::from(item)),
        });
        steps.push(OccasionAct::Note {
            item: Some(item),
            at: at(i64::from(item)),
            text: format!("catatan {item}"),
        });
        steps.push(decide(item, vec![promise(100 + n, 28, None)]));
    }
    steps.push(OccasionAct::Close { at: at(60) });
    steps.push(OccasionAct::Finalise { at: at(61) });
    steps
}

pub fn hold(store: &mut Store) -> Result<(), Error> {
    for (n, act) in (5_000..).zip(script()) {
        let request = OccasionRequest {
            occasion: id(1),
            act,
            seen: None,
            contact: None,
        };
        store.occasion_act(&stamp(n, "maria"), &[request])?;
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    Ok(())
}

#[test]
fn a_meeting_that_is_killed_at_any_moment_loses_nothing_and_doubles_nothing() {
    let whole = Db::small();
    hold(&mut whole.open()).unwrap();
    let broken = Db::small();
    let mut kills = 0;
    loop {
        let mut child = worker(Worker::Hold, &broken.path).start();
        std::thread::sleep(std::time::Duration::from_millis(8 + 4 * kills));
        if child.try_wait().unwrap().is_none() {
            child.kill().unwrap();
            kills += 1;
        }
        match finished(child).as_deref() {
            Some("held") => break,
            None => assert!(kills < 200, "the meeting never comes to an end"),
            other => panic!("{other:?}"),
        }
    }
    assert!(kills > 3, "{kills}");
    let (whole, broken) = (whole.open(), broken.open());
    let told = |store: &Store| store.occasion(id(1)).unwrap().unwrap().occasion;
    assert_eq!(told(&whole), told(&broken));
    assert_eq!(told(&broken).guests.len(), 9);
    assert_eq!(whole.last_seq().unwrap(), broken.last_seq().unwrap());
    for n in 0..9 {
        let card = |store: &Store| store.card(&village(n)).unwrap().unwrap().village;
        assert_eq!(card(&whole), card(&broken));
        assert_eq!(card(&broken).follow.actions.len(), 1);
    }
    assert!(broken.check(nov(30)).unwrap().is_sound());
}

/// The jobs of other processes.
pub fn freeze(store: &mut Store, n: u32) -> Result<(), Error> {
    let request = OccasionRequest {
        occasion: id(u128::from(n)),
        act: topics([n as usize]),
        seen: None,
        contact: None,
    };
    let stamp = stamp(1_000 + u128::from(n), "yosef");
    store.occasion_act(&stamp, &[request]).map(drop)
}

pub fn check_in(store: &mut Store, desk: u32) -> Result<(), Error> {
    for n in 0..100_u32 {
        let guest = u128::from(1_000 + desk * 100 + n);
        let request = OccasionRequest {
            occasion: id(1),
            act: arrive(guest, &format!("Tamu {desk} {n}"), (n % 9) as usize),
            seen: None,
            contact: Some(Contact {
                phone: format!("0812 {guest}"),
                nik: String::new(),
            }),
        };
        let stamp = stamp(10_000 + guest, "yosef");
        store.occasion_act(&stamp, &[request])?;
    }
    Ok(())
}

/// One thing that somebody does; what the rules refuse is part of life.
#[derive(Clone, Debug)]
enum Move {
    Act { n: u128, kind: u8, pick: u8 },
    Village { kind: u8, pick: u8 },
    Undo { pick: u8 },
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let act = (1..4_u128, 0..17_u8, any::<u8>());
    let one = prop_oneof![
        14 => act.prop_map(|(n, kind, pick)| Move::Act { n, kind, pick }),
        2 => (0..2_u8, any::<u8>()).prop_map(|(kind, pick)| Move::Village { kind, pick }),
        3 => any::<u8>().prop_map(|pick| Move::Undo { pick }),
    ];
    prop::collection::vec(one, 1..70)
}

impl Desk {
    fn some_act(&self, n: u128, kind: u8, pick: u8) -> OccasionAct {
        let item = u32::from(pick % 4) + 1;
        let fresh = self.next + 1;
        let at = at(fresh as i64);
        let text = format!("teks {pick}");
        let earlier = u128::from(pick) % (self.next + 1);
        match kind {
            0 => OccasionAct::Plan(meeting(nov(u32::from(pick % 28) + 1))),
            1 => {
                let mut plan = meeting(nov(u32::from(pick % 28) + 1));
                plan.follows = (n > 1).then(|| id(n - 1));
                OccasionAct::Amend(plan)
            }
            2 if pick > 200 => OccasionAct::Cancel { reason: text },
            2 | 3 => topics((0..usize::from(pick % 4)).map(|v| (v + usize::from(pick)) % 9)),
            4 => OccasionAct::AddItem(Topic {
                village: None,
                title: text,
                minutes: 3,
            }),
            5 | 6 => OccasionAct::Open { at },
            7 => OccasionAct::Begin { item, at },
            8 if pick > 99 => OccasionAct::Postpone { item, at },
            8 => OccasionAct::Skip {
                item,
                at,
                reason: text,
            },
            9 => OccasionAct::Note {
                item: (pick > 99).then_some(item),
                at,
                text,
            },
            10 | 11 => {
                let mut all = vec![promise(fresh, 30, None)];
                if pick > 99 {
                    all.push(promise(10_000 + fresh, 30, Some(earlier)));
                }
                decide(item, all)
            }
            12 => arrive(20_000 + fresh, &text, usize::from(pick % 9)),
            13 if pick > 99 => OccasionAct::WithdrawGuest {
                id: id(20_000 + earlier),
                reason: text,
            },
            13 => OccasionAct::AmendGuest {
                id: id(20_000 + earlier),
                guest: guest(&text, 1),
            },
            14 => OccasionAct::Close { at },
            15 if pick > 150 => OccasionAct::Finalise { at },
            _ => OccasionAct::Addendum { text, at },
        }
    }

    fn lines(&self) -> Vec<Option<Brief>> {
        (1..4).map(|n| self.brief(n)).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever is done at occasions, their lines and the villages' follow from the log; an undo and its redo restore
    /// both; what is final stays.
    #[test]
    fn what_is_kept_of_occasions_follows_from_the_log(moves in moves()) {
        let mut desk = Desk::new();
        let mut batches: Vec<Uuid> = Vec::new();
        desk.act(1, OccasionAct::Plan(meeting(nov(3))));
        for one in moves {
            let before = desk.lines();
            let done = match one {
                Move::Act { n, kind, pick } => {
                    let act = desk.some_act(n, kind, pick);
                    desk.try_act(n, act)
                }
                Move::Village { kind: 0, pick } => {
                    let stamp = desk.stamp();
                    let plan = plan(desk.next, nov(30));
                    desk.store.act(&stamp, &[request(usize::from(pick % 9), plan, 5)])
                }
                Move::Village { pick, .. } => {
                    let stamp = desk.stamp();
                    let closed = closed(u128::from(pick) % desk.next);
                    desk.store.act(&stamp, &[request(usize::from(pick % 9), closed, 30)])
                }
                Move::Undo { pick } => match batches.get(usize::from(pick) % batches.len().max(1)) {
                    Some(batch) => desk.undo(*batch),
                    None => continue,
                },
            };
            match done {
                Err(_) => prop_assert_eq!(desk.lines(), before.clone(), "a refused act leaves no trace"),
                Ok(done) => batches.push(done.batch),
            }
            for (was, is) in desk.lines().into_iter().zip(before) {
                if let Some(is) = is.filter(|b| b.phase == Phase::Final) {
                    prop_assert_eq!(was, Some(is), "what is final stays");
                }
            }
        }
        let after = desk.lines();
        if let Some(last) = batches.last().copied()
            && let Ok(undone) = desk.undo(last)
            && let Ok(_) = desk.undo(undone.batch)
        {
            prop_assert_eq!(desk.lines(), after, "undo and redo restore");
        }
        desk.is_sound();
        for n in 1..4 {
            if let Some(held) = desk.store.occasion(id(n)).unwrap() {
                prop_assert_eq!(Some(Brief::of(&held.occasion)), desk.brief(n));
            }
        }
        prop_assert_eq!(desk.store.rebuild("maria", nov(30)).unwrap(), 0);
        // No undo ever names a batch that the log does not hold.
        for e in desk.store.after(0).unwrap() {
            if let Event::Reverted(Reverted { batch }) = e.event {
                prop_assert!(desk.store.batch(batch).unwrap().is_some());
            }
        }
    }
}

/// What a meeting is told of the earlier ones: the last of them, and each promise by its number.
fn told(desk: &Desk, n: u128) -> (Option<Uuid>, Vec<(u128, PromiseStatus)>) {
    let held = desk.store.occasion(id(n)).unwrap().unwrap();
    let before = desk.store.promises_before(&held.occasion, nov(24)).unwrap();
    let all = before.promises.all.iter();
    let mut all: Vec<_> = all
        .map(|k| (k.chain.links[0].planned.action.as_u128(), k.status))
        .collect();
    all.sort_by_key(|(n, _)| *n);
    (before.last.map(|b| b.id), all)
}

fn planned(day: u32, follows: Option<u128>) -> OccasionAct {
    let mut plan = meeting(nov(day));
    plan.follows = follows.map(id);
    OccasionAct::Plan(plan)
}

#[test]
fn meetings_planned_out_of_order_and_those_never_held_lose_no_promise() {
    let mut desk = Desk::new();
    desk.open(1, 3, &[0, 1], None);
    desk.act(1, decide(1, vec![promise(1, 20, None)]));
    desk.end(1);
    // The next one is planned, then an extra one before it; both go on with the first.
    desk.act(3, planned(22, Some(1)));
    desk.open(2, 10, &[0], Some(1));
    desk.act(2, decide(1, vec![promise(2, 28, None)]));
    desk.end(2);
    // Planned and never held, and nobody said that it does not take place.
    desk.act(4, planned(15, Some(2)));
    act(&mut desk.store, 500, request(0, closed(2), 12)).unwrap();
    desk.act(5, planned(23, Some(4)));

    let both = vec![(1, PromiseStatus::Late(4)), (2, PromiseStatus::Kept)];
    assert_eq!(told(&desk, 3), (Some(id(2)), both.clone()));
    assert_eq!(told(&desk, 5), (Some(id(2)), both.clone()));
    // Once the one planned first is held it is the last one; what was kept before it is not told again.
    desk.act(3, topics([1]));
    desk.act(3, OccasionAct::Open { at: at(0) });
    assert_eq!(
        told(&desk, 5),
        (Some(id(3)), vec![(1, PromiseStatus::Late(4))])
    );
    assert_eq!(told(&desk, 3), (Some(id(2)), both));
    assert_eq!(told(&desk, 1), (None, vec![]));
    desk.is_sound();
}

#[test]
fn the_series_of_a_meeting_is_that_of_its_region() {
    let mut desk = Desk::new();
    desk.open(1, 3, &[0, 1], None);
    desk.end(1);
    desk.open(2, 10, &[8], None);
    desk.end(2);
    let goes_on_with = |desk: &Desk, title: &str, villages: &[usize]| {
        let mut plan = meeting(nov(20));
        plan.title = title.into();
        let OccasionAct::Freeze(topics) = topics(villages.iter().copied()) else {
            panic!("an agenda")
        };
        let last = desk.store.goes_on_with(&plan, &topics, None).unwrap();
        last.map(|b| b.id)
    };
    // By the agenda, by the title while there is none, and by the day where nothing tells the region.
    assert_eq!(goes_on_with(&desk, "Rapat", &[1]), Some(id(1)));
    assert_eq!(goes_on_with(&desk, "Rapat", &[8]), Some(id(2)));
    assert_eq!(goes_on_with(&desk, "Rapat Lamaknen 2", &[]), Some(id(1)));
    assert_eq!(goes_on_with(&desk, "Rapat", &[]), Some(id(2)));
    assert_eq!(goes_on_with(&desk, "Rapat", &[3]), None);

    // Nobody chose: the agenda does, in the batch that freezes it. What somebody chose stays.
    for (n, by_default, follows) in [(3, true, 1), (4, false, 2)] {
        let mut plan = meeting(nov(20));
        plan.follows = Some(id(2));
        plan.follows_by_default = by_default;
        desk.act(n, OccasionAct::Plan(plan));
        let frozen = desk.act(n, topics([0]));
        assert_eq!(desk.brief(n).unwrap().follows, Some(id(follows)));
        desk.undo(frozen.batch).unwrap();
        assert_eq!(desk.brief(n).unwrap().follows, Some(id(2)));
    }
    desk.is_sound();
}

#[test]
fn what_a_meeting_stands_on_is_not_undone_once_it_is_under_way() {
    let mut desk = Desk::new();
    desk.act(1, planned(12, None));
    let frozen = desk.act(1, topics([0, 1])).batch;
    desk.act(1, arrive(50, "Maria Bere", 0));
    let opened = desk.act(1, OccasionAct::Open { at: at(10) }).batch;
    // Opened by mistake: whoever was there before stays on the list.
    desk.undo(opened).unwrap();
    let opened = desk.act(1, OccasionAct::Open { at: at(20) }).batch;
    let decided = desk.act(1, decide(1, vec![promise(1, 20, None)])).batch;
    for ground in [opened, frozen] {
        match desk.undo(ground) {
            Err(Error::Refused(Refusal::Occasion(OccasionRefusal::UnderWay))) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(desk.brief(1).unwrap().promises, 1);
    desk.undo(decided).unwrap();
    desk.undo(opened).unwrap();
    assert_eq!(desk.brief(1).unwrap().phase, Phase::Frozen);
    desk.is_sound();
}
