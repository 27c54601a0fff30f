//! What people type, paste or send stands in the log harmless to every terminal and file, and what stands in a log, however
//! damaged, harms nobody who reads it.

use chrono::TimeDelta;
use ovop::domain::act::{Act, EvidenceAct, FollowAct, MakerAct};
use ovop::domain::event::{
    ActionPlanned, AssistanceBegun, AssistanceEnded, BlockerRaised, ChannelClosed, ChannelOpened,
    Event, EvidenceClaimed, Forum, Group, MonthRecorded, ProducerRecorded, ProducerTurned,
    Recorded, Source,
};
use ovop::domain::evidence::Status;
use ovop::domain::follow::{Obstacle, Office, Outcome};
use ovop::domain::makers::{Business, Form, Outlet};
use ovop::domain::month::Month;
use ovop::domain::occasion::{Guest, Occasion, OccasionAct, Plan, Promise, Topic, Triage};
use ovop::domain::people::{Key, People, PersonAct, Role};
use ovop::domain::query::Query;
use ovop::domain::stage::Stage;
use ovop::domain::text;
use ovop::domain::view::Views;
use ovop::domain::village::Village;
use ovop::domain::{dates, quantity};
use ovop::store::{OccasionRequest, Store};
use ovop::strings::{Lang, Strings};
use proptest::prelude::*;
use serde_json::Value;
use uuid::Uuid;

use super::occasions::{guest, id, meeting};
use super::support::*;

/// All acts on a village that take text, with this text in every place for one.
fn acts(t: &str) -> Vec<Act> {
    let uuid = Uuid::from_u128;
    let t = || t.to_owned();
    let business = Business {
        name: t(),
        form: Form::Group,
        head: t(),
        men: None,
        women: None,
        produced: None,
    };
    let planned = ActionPlanned {
        action: uuid(14),
        what: t(),
        office: Office::Health,
        who: t(),
        due: nov(30),
        item: None,
        from: None,
        after: None,
    };
    let claimed = EvidenceClaimed {
        number: t(),
        issuer: t(),
        holder: t(),
        missing: t(),
        note: t(),
        ..EvidenceClaimed::bare(uuid(12), "kelompok", Status::Present)
    };
    let makers = [
        MakerAct::RecordProducer(ProducerRecorded {
            producer: uuid(21),
            business,
        }),
        MakerAct::TurnProducer(ProducerTurned {
            producer: uuid(21),
            active: false,
            reason: t(),
        }),
        MakerAct::RecordMonth(MonthRecorded {
            month: Month::of(nov(20)),
            volume: None,
            unit: t(),
            turnover: Some(1),
            channel: None,
            producer: None,
        }),
        MakerAct::OpenChannel(ChannelOpened {
            channel: uuid(22),
            outlet: Outlet::Shop,
            name: t(),
        }),
        MakerAct::CloseChannel(ChannelClosed {
            channel: uuid(22),
            reason: t(),
        }),
        MakerAct::BeginAssistance(AssistanceBegun {
            assistance: uuid(23),
            office: Office::Health,
            what: t(),
            waiting: false,
        }),
        MakerAct::EndAssistance(AssistanceEnded {
            assistance: uuid(23),
            handover: t(),
            note: t(),
        }),
    ];
    let mut all = vec![
        potential(10, "kopi"),
        Act::RecordPotential {
            id: uuid(11),
            name: t(),
            group: Group::Estate,
            source: Source::Public {
                address: t(),
                date: t(),
            },
            note: t(),
        },
        Act::AmendPotential {
            potential: uuid(10),
            name: format!("{} dua", t()),
            group: Group::Estate,
            note: t(),
            confirmed: true,
        },
        Act::WithdrawPotential {
            potential: uuid(11),
            reason: t(),
        },
        Act::Choose {
            potential: uuid(10),
            product: t(),
            forum: Forum::RegencyAppointment,
            minutes: t(),
            reason: t(),
        },
        Act::RecordDecree { number: t() },
        Act::DeclareStage {
            to: Stage::Processed,
            basis: t(),
        },
        Act::SoldRaw {
            raw: true,
            note: t(),
        },
        Act::Note { text: t() },
        Act::Evidence(EvidenceAct::Claim(claimed)),
        Act::Evidence(EvidenceAct::Verify {
            evidence: uuid(12),
            note: t(),
        }),
        Act::Evidence(EvidenceAct::Withdraw {
            evidence: uuid(12),
            reason: t(),
        }),
        Act::Follow(FollowAct::RaiseBlocker(BlockerRaised {
            blocker: uuid(13),
            obstacle: Obstacle::PermitFood,
            office: Office::Health,
            note: t(),
        })),
        Act::Follow(FollowAct::ClearBlocker {
            blocker: uuid(13),
            how: t(),
        }),
        Act::Follow(FollowAct::PlanAction(planned)),
        Act::Follow(FollowAct::CloseAction {
            action: uuid(14),
            outcome: Outcome::Done,
            note: t(),
        }),
    ];
    all.extend(makers.map(Act::Makers));
    all.push(Act::CancelChoice { reason: t() });
    all
}

/// The same for a meeting.
fn course(t: &str) -> Vec<OccasionAct> {
    let at = |minute| noon() + TimeDelta::minutes(minute);
    let t = || t.to_owned();
    let plan = Plan {
        title: t(),
        place: t(),
        organiser: t(),
        opener: t(),
        leader: t(),
        minute_taker: t(),
        invitation: t(),
        basis: t(),
        funds: t(),
        invited: vec![t(), t()],
        ..meeting(nov(30))
    };
    let topic = |village| Topic {
        village,
        title: t(),
        minutes: 4,
    };
    let who = Guest {
        name: t(),
        office: t(),
        represents: t(),
        ..guest("x", 0)
    };
    let stranger = Guest {
        village: None,
        agency: t(),
        ..who.clone()
    };
    let promise = Promise {
        planned: ActionPlanned {
            action: Uuid::from_u128(41),
            what: t(),
            office: Office::Health,
            who: t(),
            due: nov(30),
            item: None,
            from: None,
            after: None,
        },
        ended: Outcome::HandedOn,
    };
    vec![
        OccasionAct::Plan(plan.clone()),
        OccasionAct::Amend(Plan {
            place: format!("{} dua", t()),
            ..plan
        }),
        OccasionAct::Freeze(vec![
            topic(Some(village(1))),
            topic(None),
            topic(Some(village(2))),
        ]),
        OccasionAct::Open { at: at(0) },
        OccasionAct::Arrive {
            id: id(51),
            guest: who,
            at: at(0),
            anyway: true,
        },
        OccasionAct::Arrive {
            id: id(52),
            guest: stranger,
            at: at(0),
            anyway: true,
        },
        OccasionAct::WithdrawGuest {
            id: id(52),
            reason: t(),
        },
        OccasionAct::Begin { item: 1, at: at(1) },
        OccasionAct::Note {
            item: Some(1),
            at: at(2),
            text: t(),
        },
        OccasionAct::Decide {
            item: 1,
            triage: Triage::Assist,
            note: t(),
            at: at(3),
            promises: vec![promise],
        },
        OccasionAct::Skip {
            item: 3,
            at: at(4),
            reason: t(),
        },
        OccasionAct::Close { at: at(5) },
        OccasionAct::Finalise { at: at(6) },
        OccasionAct::Addendum {
            text: t(),
            at: at(7),
        },
    ]
}

/// Does everything that the rules allow with a text, and says how many acts went through.
fn do_all(store: &mut Store, t: &str) -> usize {
    let mut done = 0;
    let mut batch = 0;
    let mut next = || {
        batch += 1;
        stamp(batch, "maria")
    };
    for act in acts(t) {
        done += usize::from(store.act(&next(), &[request(0, act, 30)]).is_ok());
    }
    for act in course(t) {
        let request = OccasionRequest {
            occasion: id(1),
            act,
            seen: None,
            contact: None,
        };
        done += usize::from(store.occasion_act(&next(), &[request]).is_ok());
    }
    for act in [
        PersonAct::Add {
            name: "maria".into(),
            called: t.to_owned(),
            role: Role::Admin,
            scope: Vec::new(),
        },
        PersonAct::Add {
            name: t.to_owned(),
            called: t.to_owned(),
            role: Role::Admin,
            scope: Vec::new(),
        },
        PersonAct::Add {
            name: "dewi".into(),
            called: t.to_owned(),
            role: Role::Viewer,
            scope: Vec::new(),
        },
        PersonAct::Turn {
            name: "dewi".into(),
            active: false,
            reason: t.to_owned(),
        },
    ] {
        done += usize::from(store.people_act(&next(), &[act]).is_ok());
    }
    done
}

/// Every text of a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::Object(map) => map.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The texts of all events in the log, as they stand in the file.
fn logged(db: &Db) -> Vec<String> {
    let conn = db.raw();
    let mut statement = conn.prepare("SELECT body FROM event").unwrap();
    let bodies = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    bodies
        .flat_map(|body| {
            let value: Value = serde_json::from_str(&body.unwrap()).unwrap();
            texts(&value)
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

#[track_caller]
fn all_clean(db: &Db) {
    for text in logged(db) {
        assert!(text::is_clean(&text), "{text:?}");
    }
}

#[test]
fn what_steers_a_terminal_reaches_no_field_of_the_log() {
    let nasty = "kopi \u{1b}[31m\u{7}\u{9b}2J \u{202e}\u{2066}\u{200b}\u{feff} e\u{301}\u{301}\u{301}\u{301} \u{e0041}\u{2028}\r\n\tbubuk";
    let db = Db::small();
    let mut store = db.open().by_account();
    let done = do_all(&mut store, nasty);
    assert_eq!(
        done,
        acts(nasty).len() + course(nasty).len() + 3,
        "each act went through"
    );
    all_clean(&db);
    let held = logged(&db);
    let cleaned = text::clean_line(nasty);
    assert_eq!(cleaned, "kopi [31m2J e\u{301}\u{301} bubuk");
    assert!(
        held.iter().filter(|t| t.contains(&cleaned)).count() > 50,
        "{held:?}"
    );
}

/// Text with a liking for what harms.
fn any_text() -> impl Strategy<Value = String> {
    let harmful = prop::sample::select(vec![
        "\u{1b}[",
        "\u{9b}",
        "\u{7}",
        "\r",
        "\n",
        "\t",
        "\u{202e}",
        "\u{2069}",
        "\u{200d}",
        "\u{301}",
        "\u{e0041}",
        "\u{2028}",
        "=1+1",
        "'",
        "\"",
        "\u{0}",
        " ",
        "a",
    ]);
    let part = prop_oneof![
        harmful.prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[a-z]{1,6}",
    ];
    prop::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_the_log_is_clean(text in any_text()) {
        let db = Db::small();
        let mut store = db.open().by_account();
        do_all(&mut store, &text);
        for text in logged(&db) {
            prop_assert!(text::is_clean(&text), "{:?}", text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_read_without_a_fault(text in any_text()) {
        let _ = Query::parse(&text);
        let _ = dates::parse(&text, nov(30));
        let _ = dates::parse_due(&text, nov(30));
        let _ = quantity::Quantity::parse(&text);
        let _ = Key::read(&text);
        let _ = Key::read(&format!("ssh-ed25519 {text}"));
        let clean = text::clean_line(&text);
        prop_assert!(text::is_clean(&clean));
        prop_assert_eq!(text::clean_line(&clean), clean);
    }
}

/// One event of each act, as the log has it.
fn sample() -> Vec<(String, String)> {
    let db = Db::small();
    let mut store = db.open().by_account();
    do_all(&mut store, "kopi");
    let conn = db.raw();
    let mut statement = conn.prepare("SELECT kind, body FROM event").unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn recorded(n: usize, event: Event) -> Recorded {
    Recorded {
        seq: i64::try_from(n).unwrap() + 1,
        id: Uuid::from_u128(n as u128),
        stream: village(0).to_string(),
        event,
        occurred_on: nov(20),
        recorded_at: noon(),
        actor: "maria".into(),
        origin: Uuid::nil(),
        batch: Uuid::from_u128(n as u128),
    }
}

#[test]
fn a_damaged_or_foreign_body_is_kept_and_breaks_nothing() {
    let sample = sample();
    assert!(sample.len() > 35);
    let strings = Strings::of(Lang::Id);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 300,
        ..ProptestConfig::default()
    });
    let changes = prop::collection::vec(
        (0..sample.len(), any::<prop::sample::Index>(), any_text()),
        1..20,
    );
    runner
        .run(&changes, |changes| {
            let mut events = Vec::new();
            for (which, place, text) in changes {
                let (kind, body) = &sample[which];
                let mut bytes: Vec<char> = body.chars().collect();
                let at = place.index(bytes.len());
                bytes.splice(at..(at + 1), text.chars());
                let body: String = bytes.into_iter().collect();
                let event = Event::read(kind, &body);
                if let Event::Unknown { body: kept, .. } = &event {
                    prop_assert_eq!(kept, &body);
                }
                prop_assert!(text::is_clean(&text::safe(&strings.event(&event))));
                events.push(recorded(events.len(), event));
            }
            let _ = Village::fold(&events);
            let _ = Occasion::fold(&events);
            let _ = People::fold(&events);
            let _ = Views::fold(&events);
            Ok(())
        })
        .unwrap();
}
