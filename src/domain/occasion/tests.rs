use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::act::Refusal;
use crate::domain::event::{Event, Recorded, Reverted};

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
}

fn at(minute: i64) -> DateTime<Utc> {
    day(24).and_hms_opt(1, 0, 0).unwrap().and_utc() + TimeDelta::minutes(minute)
}

fn village(n: u32) -> Code {
    Code::parse(&format!("53.04.01.{}", 2000 + n)).unwrap()
}

fn plan() -> Plan {
    Plan {
        sort: Sort::Review,
        title: "Rapat evaluasi".into(),
        place: String::new(),
        day: day(24),
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

fn guest(name: &str, from: u32, element: Element) -> Guest {
    Guest {
        name: name.into(),
        office: String::new(),
        element,
        village: Some(village(from)),
        agency: String::new(),
        sex: Sex::Female,
        represents: String::new(),
    }
}

/// A stream as the store would write it: each act a batch of its own.
#[derive(Default)]
struct Log(Vec<Recorded>);

impl Log {
    fn now(&self) -> Option<Occasion> {
        Occasion::fold(&self.0)
    }

    fn push(&mut self, event: Event) {
        let seq = self.0.len() as i64 + 1;
        self.0.push(Recorded {
            seq,
            id: Uuid::from_u128(seq as u128),
            stream: Uuid::from_u128(7).to_string(),
            event,
            occurred_on: day(24),
            recorded_at: at(0),
            actor: "maria".into(),
            origin: Uuid::nil(),
            batch: Uuid::from_u128(seq as u128),
        });
    }

    fn act(&mut self, act: OccasionAct) -> Result<(), Refusal> {
        let happening = act.check(self.now().as_ref(), |year| Number { year, n: 4 })?;
        // What goes into the log comes out of it again.
        let body = happening.body().unwrap();
        let event = Event::read(happening.kind(), &body);
        assert_eq!(event, Event::Occasion(happening));
        self.push(event);
        Ok(())
    }

    fn refused(&mut self, act: OccasionAct) -> OccasionRefusal {
        match self.act(act) {
            Err(Refusal::Occasion(why)) => why,
            other => panic!("{other:?}"),
        }
    }
}

fn opened(villages: u32) -> Log {
    let mut log = Log::default();
    log.act(OccasionAct::Plan(plan())).unwrap();
    let topics = (1..=villages).map(|n| Topic {
        village: Some(village(n)),
        title: String::new(),
        minutes: 4,
    });
    log.act(OccasionAct::Freeze(topics.collect())).unwrap();
    log.act(OccasionAct::Open { at: at(0) }).unwrap();
    log
}

fn begin(item: u32, minute: i64) -> OccasionAct {
    OccasionAct::Begin {
        item,
        at: at(minute),
    }
}

fn decide(item: u32) -> OccasionAct {
    OccasionAct::Decide {
        item,
        triage: Triage::Assist,
        note: String::new(),
        at: at(1),
        promises: vec![],
    }
}

#[test]
fn a_meeting_goes_from_its_plan_to_its_end_and_then_only_addenda() {
    let mut log = Log::default();
    assert_eq!(
        log.refused(OccasionAct::Open { at: at(0) }),
        OccasionRefusal::Unknown
    );
    log.act(OccasionAct::Plan(plan())).unwrap();
    assert_eq!(
        log.refused(OccasionAct::Open { at: at(0) }),
        OccasionRefusal::NoAgenda
    );
    let mut log = opened(2);
    let o = log.now().unwrap();
    assert_eq!(o.number, Some(Number { year: 2026, n: 4 }));
    assert_eq!((o.next(), o.back()), (Some(1), None));
    assert_eq!(
        log.refused(OccasionAct::Finalise { at: at(9) }),
        OccasionRefusal::NotClosed
    );
    log.act(begin(1, 0)).unwrap();
    log.act(decide(1)).unwrap();
    log.act(OccasionAct::Close { at: at(9) }).unwrap();
    assert_eq!(log.refused(begin(2, 9)), OccasionRefusal::IsClosed);
    log.act(decide(2)).unwrap(); // the minutes are put in order after the end
    log.act(OccasionAct::Finalise { at: at(10) }).unwrap();
    assert_eq!(log.refused(decide(2)), OccasionRefusal::IsFinal);
    for n in 1..=2 {
        let text = "tempat dibetulkan".into();
        log.act(OccasionAct::Addendum { text, at: at(11) }).unwrap();
        assert_eq!(log.now().unwrap().addenda.last().unwrap().number, n);
    }
}

#[test]
fn a_postponed_item_comes_last_and_keeps_its_number_and_a_skipped_one_is_passed_over() {
    let mut log = opened(4);
    log.act(begin(1, 0)).unwrap();
    log.act(OccasionAct::Postpone { item: 1, at: at(2) })
        .unwrap();
    let o = log.now().unwrap();
    assert_eq!(o.order, [2, 3, 4, 1]);
    assert_eq!(o.current.map(|c| c.0), Some(2), "the next one begins");
    assert_eq!(o.item(1).unwrap().seconds, 120);
    log.act(OccasionAct::Skip {
        item: 3,
        at: at(3),
        reason: String::new(),
    })
    .unwrap();
    let o = log.now().unwrap();
    assert_eq!(
        o.current.map(|c| c.0),
        Some(2),
        "another's skipping moves nobody"
    );
    assert_eq!(o.next(), Some(4));
    log.act(begin(4, 5)).unwrap();
    log.act(begin(1, 6)).unwrap();
    let o = log.now().unwrap();
    assert_eq!((o.next(), o.back()), (None, Some(4)));
}

#[test]
fn the_clock_counts_from_the_first_item() {
    let mut log = opened(3);
    log.act(begin(1, 5)).unwrap();
    let pace = |log: &Log, minute| Pace::of(&log.now().unwrap(), at(minute));
    assert_eq!(pace(&log, 8).behind, 0, "the item has four minutes");
    assert_eq!(pace(&log, 12).behind, 3);
    log.act(begin(2, 7)).unwrap();
    let pace = pace(&log, 8);
    assert_eq!((pace.at, pace.of, pace.behind), (2, 3, -2));
    assert_eq!((pace.minutes, pace.minutes_for), (1, 4));
}

#[test]
fn chair_and_recorder_do_not_hinder_each_other_but_two_on_one_item_do() {
    let mut log = opened(3);
    let seen = log.0.len() as i64;
    log.act(begin(1, 0)).unwrap();
    let upset = |log: &Log, act: OccasionAct| act.upset(&log.0, seen, Uuid::nil()).is_some();
    assert!(!upset(&log, decide(1)));
    assert!(upset(&log, begin(2, 0)), "two chairs at once");
    log.act(decide(1)).unwrap();
    assert!(upset(&log, decide(1)));
    assert!(!upset(&log, decide(2)));
    let decision = log.0.last().unwrap().batch;
    let seen = log.0.len() as i64;
    log.push(Event::Reverted(Reverted { batch: decision }));
    assert!(decide(1).upset(&log.0, seen, Uuid::nil()).is_some());
    assert!(begin(2, 1).upset(&log.0, seen, Uuid::nil()).is_none());
}

#[test]
fn a_person_is_on_the_list_once_unless_somebody_insists() {
    let mut log = opened(1);
    let arrive = |n, name: &str, anyway| OccasionAct::Arrive {
        id: Uuid::from_u128(n),
        guest: guest(name, 1, Element::Head),
        at: at(0),
        anyway,
    };
    log.act(arrive(1, "Drs. Yosef Bere, M.Si", false)).unwrap();
    assert!(matches!(
        log.refused(arrive(2, "yosef bere", false)),
        OccasionRefusal::AlreadyHere { .. }
    ));
    log.act(arrive(2, "Yosef Bere", true)).unwrap();
    let o = log.now().unwrap();
    let why = |g: &Guest| o.doubles(g).iter().map(|d| d.why).collect::<Vec<_>>();
    assert_eq!(
        why(&guest("Maria Hoar", 1, Element::Head)),
        [Double::SameOffice; 2]
    );
    assert_eq!(
        why(&guest("Yosef Bere", 2, Element::Group)),
        [Double::SameName; 2]
    );
    let here = Attendance::of(&o, &[village(1), village(2)]);
    assert_eq!((here.total.all(), here.villages()), (2, (1, 2)));
    assert_eq!(here.kecamatan[0].absent, [village(2)]);
    assert_eq!(here.elements, [(Element::Head, Count { men: 0, women: 2 })]);
}

#[test]
fn titles_are_no_part_of_a_name() {
    for (full, bare) in [
        ("Drs. Yosef Bere, M.Si", "Yosef Bere"),
        ("Hj. Siti Aminah, S.Pd.", "Siti Aminah"),
        ("P. Herman", "Herman"),
        ("Dra. Ir. Maria", "Maria"),
        ("Bere", "Bere"),
        ("Dr.", "Dr."),
    ] {
        assert_eq!(bare_name(full), bare);
    }
}

#[test]
fn the_words_are_those_of_the_log() {
    for e in Element::ALL {
        assert_eq!(
            serde_json::to_string(e).unwrap(),
            format!("\"{}\"", e.word())
        );
        assert_eq!(Element::ALL[*e as usize], *e);
    }
    for t in Triage::ALL {
        assert_eq!(Triage::parse(t.word()), Some(*t));
    }
    for p in Phase::ALL {
        assert_eq!(Phase::from_number(p as i64), Some(p));
    }
}

mod implied;
mod promises;

#[test]
fn who_opened_it_or_moved_it_on_last_leads_and_a_decision_leads_nobody() {
    let mut log = Log::default();
    log.act(OccasionAct::Plan(plan())).unwrap();
    let topic = |n| Topic {
        village: Some(village(n)),
        title: String::new(),
        minutes: 4,
    };
    log.act(OccasionAct::Freeze(vec![topic(1), topic(2)]))
        .unwrap();
    assert_eq!(log.now().unwrap().mover, None);
    let mut by = |who: &str, act: OccasionAct| {
        log.act(act).unwrap();
        log.0.last_mut().unwrap().actor = who.into();
        log.now().unwrap().mover
    };
    let leader = |who: &str| Some(who.to_owned());
    assert_eq!(by("ana", OccasionAct::Open { at: at(0) }), leader("ana"));
    let begin = |item| OccasionAct::Begin { item, at: at(1) };
    assert_eq!(by("ana", begin(1)), leader("ana"));
    let decide = OccasionAct::Decide {
        item: 1,
        triage: Triage::Forward,
        note: String::new(),
        at: at(2),
        promises: vec![],
    };
    assert_eq!(by("yosef", decide), leader("ana"));
    let postpone = OccasionAct::Postpone { item: 1, at: at(3) };
    assert_eq!(by("yosef", postpone), leader("ana"));
    assert_eq!(by("yosef", begin(1)), leader("yosef"));
}

#[test]
fn after_the_last_item_nothing_comes_and_it_stays_before_all() {
    let mut log = opened(2);
    log.act(begin(1, 0)).unwrap();
    log.act(begin(2, 1)).unwrap();
    assert_eq!(
        log.refused(OccasionAct::Postpone { item: 2, at: at(2) }),
        OccasionRefusal::IsLast(2)
    );
    let reason = String::new();
    log.act(OccasionAct::Skip {
        item: 2,
        at: at(2),
        reason,
    })
    .unwrap();
    let o = log.now().unwrap();
    assert_eq!(o.current.map(|c| c.0), Some(2));
    assert_eq!((o.next(), o.back()), (None, Some(1)));
    // As an earlier version could write it.
    let postponed = ItemPostponed { item: 1, at: at(3) };
    log.act(begin(1, 3)).unwrap();
    log.push(Event::Occasion(Happening::ItemPostponed(postponed)));
    assert_eq!(log.now().unwrap().current.map(|c| c.0), Some(1));
}

#[test]
fn an_agenda_on_which_something_was_decided_is_neither_replaced_nor_cancelled() {
    let topic = Topic {
        village: Some(village(9)),
        title: String::new(),
        minutes: 4,
    };
    let mut log = opened(2);
    log.act(decide(1)).unwrap();
    // An earlier version could undo the opening.
    let opening = Uuid::from_u128(3);
    log.push(Event::Reverted(Reverted { batch: opening }));
    assert_eq!(log.now().unwrap().phase, Phase::Frozen);
    let reason = "hujan".to_owned();
    for act in [
        OccasionAct::Freeze(vec![topic]),
        OccasionAct::Cancel { reason },
    ] {
        assert_eq!(log.refused(act), OccasionRefusal::HasOutcome);
    }
}

#[test]
fn the_day_of_a_meeting_that_was_opened_stands() {
    let moved = |d| {
        let mut plan = plan();
        plan.day = day(d);
        OccasionAct::Amend(plan)
    };
    let mut log = Log::default();
    log.act(OccasionAct::Plan(plan())).unwrap();
    log.act(moved(20)).unwrap();
    let mut log = opened(1);
    assert_eq!(log.refused(moved(20)), OccasionRefusal::DayStands(day(24)));
    let mut plan = plan();
    plan.title = "Rapat triwulan".into();
    log.act(OccasionAct::Amend(plan)).unwrap();
}
