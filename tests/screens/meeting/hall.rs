//! Meetings to be led: a village in the middle of everything, what an earlier meeting was promised, and an agenda.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use ovop::domain::act::{Act, EvidenceAct, FollowAct, MakerAct};
use ovop::domain::code::Code;
use ovop::domain::event::{
    ActionPlanned, BlockerRaised, EvidenceClaimed, Forum, Group, MonthRecorded, Source,
    WorkersCounted,
};
use ovop::domain::evidence::Status;
use ovop::domain::follow::{Obstacle, Office, Outcome};
use ovop::domain::month::Month;
use ovop::domain::occasion::{
    Element, Guest, Occasion, OccasionAct, Plan, Promise, Sex, Sort, Topic, Triage,
};
use ovop::domain::quantity::Quantity;
use ovop::domain::stage::Stage;
use ovop::store::{OccasionRequest, Stamp, Store};
use uuid::Uuid;

use crate::support::{Desk, today};

pub const KEWAR: &str = "53.04.01.2001";
pub const FULUR: &str = "53.04.01.2002";
pub const DUARATO: &str = "53.04.01.2004";

/// The meeting of the day, and the one before it.
pub const NOW: Uuid = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0002);
pub const BEFORE: Uuid = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0001);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

/// Does something at a meeting beside the screens, as another person would.
pub fn at(desk: &Desk, actor: &str, meeting: Uuid, when: &str, act: OccasionAct) {
    let now: DateTime<Utc> = when.parse().unwrap();
    let stamp = Stamp {
        batch: Uuid::now_v7(),
        actor: actor.into(),
        now,
        today: now.date_naive(),
    };
    let request = OccasionRequest {
        occasion: meeting,
        act,
        seen: None,
        contact: None,
    };
    let mut store = Store::open(&desk.database, today()).unwrap();
    store.occasion_act(&stamp, &[request]).unwrap();
}

pub fn occasion(desk: &Desk, meeting: Uuid) -> Occasion {
    let store = Store::open(&desk.database, today()).unwrap();
    let held = store.occasion(meeting).unwrap().unwrap();
    (*held.occasion).clone()
}

pub fn plan(on: &str, follows: Option<Uuid>) -> Plan {
    Plan {
        sort: Sort::Review,
        title: "Rapat evaluasi Lamaknen".into(),
        place: "Aula kecamatan".into(),
        day: day(on),
        time: NaiveTime::from_hms_opt(10, 0, 0),
        organiser: String::new(),
        opener: String::new(),
        leader: "Camat Lamaknen".into(),
        minute_taker: "Maria Abuk".into(),
        invitation: String::new(),
        basis: String::new(),
        funds: String::new(),
        invited: vec!["Dinas Kesehatan".into(), "Kepala desa".into()],
        scope: Vec::new(),
        follows,
        follows_by_default: false,
    }
}

pub fn topic(village: &str) -> Topic {
    Topic {
        village: Some(code(village)),
        title: String::new(),
        minutes: 4,
    }
}

fn promise(n: u128, what: &str, office: Office, who: &str, due: &str) -> Promise {
    Promise {
        planned: ActionPlanned {
            action: Uuid::from_u128(n),
            what: what.into(),
            office,
            who: who.into(),
            due: day(due),
            item: None,
            from: None,
            after: None,
        },
        ended: Outcome::HandedOn,
    }
}

/// Fulur sells packed honey too long already, with an obstacle, months and workers.
fn busy_village(desk: &Desk) {
    let id = Uuid::from_u128(7);
    let act = |on: &str, act| desk.act("yosef", FULUR, on, act);
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
    act(
        "2025-11-21",
        Act::RecordDecree {
            number: "07/2025".into(),
        },
    );
    act(
        "2026-07-01",
        Act::DeclareStage {
            to: Stage::Packaged,
            basis: "dilihat".into(),
        },
    );
    act(
        "2026-07-02",
        Act::Follow(FollowAct::RaiseBlocker(BlockerRaised {
            blocker: Uuid::from_u128(8),
            obstacle: Obstacle::Premises,
            office: Office::Health,
            note: "belum terpisah".into(),
        })),
    );
    let label = EvidenceClaimed::bare(Uuid::from_u128(9), "label", Status::Present);
    act("2026-07-03", Act::Evidence(EvidenceAct::Claim(label)));
    for (month, volume) in [("2026-07", "12"), ("2026-08", "0"), ("2026-09", "20")] {
        act(
            "2026-10-01",
            Act::Makers(MakerAct::RecordMonth(MonthRecorded {
                month: Month::parse(month, today()).unwrap(),
                producer: None,
                volume: Some(Quantity::parse(volume).unwrap()),
                unit: "botol".into(),
                turnover: None,
                channel: None,
            })),
        );
    }
    act(
        "2026-11-03",
        Act::Makers(MakerAct::CountWorkers(WorkersCounted {
            men: 3,
            women: 11,
            work: Some(6),
            health: Some(12),
        })),
    );
}

/// A meeting on 14 October, final, to which Kewar and Fulur were promised things: one kept, one late.
fn meeting_before(desk: &Desk) {
    let then = "2026-10-14T02:00:00Z";
    let act = |act| at(desk, "yosef", BEFORE, then, act);
    let moment: DateTime<Utc> = then.parse().unwrap();
    act(OccasionAct::Plan(plan("2026-10-14", None)));
    act(OccasionAct::Freeze(vec![topic(KEWAR), topic(FULUR)]));
    act(OccasionAct::Open { at: moment });
    act(OccasionAct::Begin {
        item: 1,
        at: moment,
    });
    act(OccasionAct::Decide {
        item: 1,
        triage: Triage::Stays,
        note: String::new(),
        at: moment,
        promises: vec![promise(
            21,
            "jadwalkan musdes",
            Office::Village,
            "",
            "2026-10-30",
        )],
    });
    act(OccasionAct::Decide {
        item: 2,
        triage: Triage::Assist,
        note: "tempat produksi dahulu".into(),
        at: moment,
        promises: vec![promise(
            22,
            "periksa tempat produksi",
            Office::Health,
            "dr. Anna Muti",
            "2026-11-12",
        )],
    });
    act(OccasionAct::Close { at: moment });
    act(OccasionAct::Finalise { at: moment });
    let kept = FollowAct::CloseAction {
        action: Uuid::from_u128(21),
        outcome: Outcome::Done,
        note: String::new(),
    };
    desk.act("yosef", KEWAR, "2026-10-28", Act::Follow(kept));
}

/// The meeting of the day with a frozen agenda of three villages and a topic.
pub fn hall() -> Desk {
    let desk = Desk::new();
    busy_village(&desk);
    meeting_before(&desk);
    let before = "2026-11-20T02:00:00Z";
    let plan = plan("2026-11-24", Some(BEFORE));
    at(&desk, "yosef", NOW, before, OccasionAct::Plan(plan));
    let mut topics: Vec<Topic> = [KEWAR, FULUR, DUARATO].map(topic).to_vec();
    topics.push(Topic {
        village: None,
        title: "Pameran di Betun".into(),
        minutes: 5,
    });
    at(&desk, "yosef", NOW, before, OccasionAct::Freeze(topics));
    desk
}

/// The village head of Fulur is there.
pub fn arrives(desk: &Desk) {
    let guest = Guest {
        name: "Maria Bere".into(),
        office: String::new(),
        element: Element::Head,
        village: Some(code(FULUR)),
        agency: String::new(),
        sex: Sex::Female,
        represents: String::new(),
    };
    let when = "2026-11-24T01:50:00Z";
    let arrive = OccasionAct::Arrive {
        id: Uuid::from_u128(31),
        guest,
        at: when.parse().unwrap(),
        anyway: false,
    };
    at(desk, "yosef", NOW, when, arrive);
}

/// The meeting of the day is in session, led by a person, at an item.
pub fn in_session(leader: &str, item: u32) -> Desk {
    let desk = hall();
    arrives(&desk);
    let when = "2026-11-24T01:55:00Z";
    let moment = when.parse().unwrap();
    at(&desk, leader, NOW, when, OccasionAct::Open { at: moment });
    at(
        &desk,
        leader,
        NOW,
        when,
        OccasionAct::Begin { item, at: moment },
    );
    desk
}

/// One more promise to Fulur, beside any meeting.
pub fn promised(desk: &Desk, n: u128, what: &str, due: &str) {
    let planned = promise(n, what, Office::Health, "", due).planned;
    let act = Act::Follow(FollowAct::PlanAction(planned));
    desk.act("yosef", FULUR, "2026-11-23", act);
}

/// A promise of Fulur is done, said beside the screens.
pub fn kept(desk: &Desk, n: u128) {
    let act = Act::Follow(FollowAct::CloseAction {
        action: Uuid::from_u128(n),
        outcome: Outcome::Done,
        note: String::new(),
    });
    desk.act("yosef", FULUR, "2026-11-24", act);
}

/// A meeting between the two promised something about a topic, and the meeting of the day follows it, at its topic.
pub fn topic_in_session() -> Desk {
    let desk = hall();
    let between = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0003);
    let when = "2026-11-10T02:00:00Z";
    let moment: DateTime<Utc> = when.parse().unwrap();
    let fair = Topic {
        village: None,
        title: "Pameran di Betun".into(),
        minutes: 5,
    };
    let decide = OccasionAct::Decide {
        item: 1,
        triage: Triage::Stays,
        note: String::new(),
        at: moment,
        promises: vec![promise(
            23,
            "sewa stan",
            Office::Trade,
            "Pak Bere",
            "2026-11-20",
        )],
    };
    for act in [
        OccasionAct::Plan(plan("2026-11-10", Some(BEFORE))),
        OccasionAct::Freeze(vec![fair]),
        OccasionAct::Open { at: moment },
        decide,
        OccasionAct::Close { at: moment },
    ] {
        at(&desk, "yosef", between, when, act);
    }
    let now = "2026-11-24T01:55:00Z";
    let moment: DateTime<Utc> = now.parse().unwrap();
    for act in [
        OccasionAct::Amend(plan("2026-11-24", Some(between))),
        OccasionAct::Open { at: moment },
        OccasionAct::Begin {
            item: 4,
            at: moment,
        },
    ] {
        at(&desk, "maria", NOW, now, act);
    }
    desk
}
