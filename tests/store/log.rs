//! The log keeps what happened: every kind, once, for ever.

use ovop::domain::act::{Act, EvidenceAct, Field, Refusal};
use ovop::domain::event::{Event, EvidenceClaimed, Group};
use ovop::domain::follow::Office;
use ovop::domain::gate::Category;
use ovop::domain::stage::{Decision, Stage};
use ovop::store::{ActRequest, Error, LogQuery};
use uuid::Uuid;

use super::support::*;

/// One act of every kind, on one village.
fn every_kind() -> Vec<Act> {
    vec![
        potential(1, "kopi"),
        potential(2, "madu"),
        Act::AmendPotential {
            potential: Uuid::from_u128(1),
            name: "kopi arabika".into(),
            group: Group::Food,
            note: String::new(),
            confirmed: true,
        },
        choose(1, ""),
        Act::RecordDecree {
            number: "07/2025".into(),
        },
        declare(Stage::Packaged),
        Act::SoldRaw {
            raw: true,
            note: "gelondong".into(),
        },
        Act::Evidence(EvidenceAct::SetCategory {
            category: Category::Craft,
        }),
        claimed(EvidenceClaimed {
            number: "2065304010001-28".into(),
            issuer: "Dinkes Belu".into(),
            issued: Some(nov(1)),
            expires: Some(nov(30)),
            ..claim(3, "izin-edar")
        }),
        verify(3),
        withdraw(3),
        blocker(4, Office::Health),
        cleared(4),
        plan(5, nov(20)),
        closed(5),
        choose(2, "panen gagal"),
        Act::CancelChoice {
            reason: "kelompok bubar".into(),
        },
        Act::WithdrawPotential {
            potential: Uuid::from_u128(2),
            reason: "tidak ada lagi".into(),
        },
        note("ditunda sampai panen"),
    ]
}

#[test]
fn every_kind_of_event_comes_back_as_it_was_written() {
    let db = Db::small();
    let mut store = db.open();
    let mut written = Vec::new();
    for (act, batch) in every_kind().into_iter().zip(1..) {
        let done = store
            .act(&stamp(batch, "maria"), &[request(0, act, 5)])
            .unwrap();
        assert!(!done.already);
        written.extend(done.events);
    }
    let undone = store
        .undo(&stamp(99, "maria"), Uuid::from_u128(19))
        .unwrap();
    written.extend(undone.events);
    let kinds: std::collections::BTreeSet<_> = written.iter().map(|e| e.event.kind()).collect();
    assert_eq!(kinds.len(), 18, "{kinds:?}");

    let again = db.open();
    assert_eq!(again.after(0).unwrap(), written);
    assert_eq!(again.after(18).unwrap(), written[18..]);
    assert_eq!(again.last_seq().unwrap(), 20);
    let card = again.card(&village(0)).unwrap().unwrap();
    assert_eq!(card.last_seq, 20);
    assert_eq!(card.village.decision(), Decision::Undecided);
    assert_eq!(card.village.former.len(), 2);
    assert_eq!(card.village.potentials[0].name, "kopi arabika");
    assert_eq!(card.village.notes, []);
    assert_eq!(written[0].recorded_at, noon());
    assert!(again.check(nov(30)).unwrap().is_sound());
}

#[test]
fn the_log_is_read_from_its_end_by_village_and_actor() {
    let db = Db::small();
    let mut store = db.open();
    for (n, actor, batch) in [
        (0, "maria", 1),
        (1, "maria", 2),
        (0, "yosef", 3),
        (0, "maria", 4),
    ] {
        store
            .act(&stamp(batch, actor), &[request(n, note(actor), 5)])
            .unwrap();
    }
    let seqs = |village: Option<usize>, actor: Option<&str>, before, limit| -> Vec<i64> {
        let query = LogQuery {
            village: village.map(super::support::village),
            actor: actor.map(Into::into),
            before,
            limit,
            ..LogQuery::default()
        };
        store
            .log(&query)
            .unwrap()
            .events
            .iter()
            .map(|e| e.seq)
            .collect()
    };
    assert_eq!(seqs(None, None, None, 9), [4, 3, 2, 1]);
    assert_eq!(seqs(None, None, Some(3), 1), [2]);
    assert_eq!(seqs(Some(0), None, None, 9), [4, 3, 1]);
    assert_eq!(seqs(None, Some("maria"), Some(4), 9), [2, 1]);
    assert_eq!(seqs(Some(0), Some("maria"), None, 9), [4, 1]);
    assert_eq!(seqs(Some(0), Some("nobody"), None, 9), [] as [i64; 0]);
}

#[test]
fn the_log_is_searched_by_kind_and_day() {
    let db = Db::small();
    let mut store = db.open();
    for (act, batch) in every_kind().into_iter().zip(1..) {
        let day = 4 + batch as u32;
        store
            .act(&stamp(batch, "maria"), &[request(0, act, day)])
            .unwrap();
    }
    let kinds = |query: LogQuery| -> Vec<String> {
        let query = LogQuery { limit: 50, ..query };
        let page = store.log(&query).unwrap();
        assert_eq!(page.stopped_before, None);
        page.events
            .iter()
            .map(|e| e.event.kind().to_owned())
            .collect()
    };
    let kind = |kind: &str| LogQuery {
        kind: Some(kind.into()),
        ..LogQuery::default()
    };
    assert_eq!(
        kinds(kind("evidence.")),
        [
            "evidence.withdrawn",
            "evidence.verified",
            "evidence.claimed"
        ]
    );
    assert_eq!(kinds(kind("stage.declared")), ["stage.declared"]);
    assert_eq!(kinds(kind("note")), ["note"]);
    assert_eq!(kinds(kind("evidence")), [] as [&str; 0]);
    assert_eq!(kinds(kind("note.")), [] as [&str; 0]);
    let between = LogQuery {
        from: Some(nov(5)),
        to: Some(nov(6)),
        ..LogQuery::default()
    };
    assert_eq!(kinds(between), ["potential.recorded", "potential.recorded"]);
    let late = LogQuery {
        from: Some(nov(23)),
        village: Some(village(0)),
        actor: Some("maria".into()),
        ..LogQuery::default()
    };
    assert_eq!(kinds(late), ["note"]);
}

#[test]
fn pages_of_the_log_follow_each_other_to_its_beginning() {
    let db = Db::small();
    let mut store = db.open();
    let all: Vec<_> = (0..9).map(|n| request(n, note("catatan"), 5)).collect();
    store.act(&stamp(1, "maria"), &all).unwrap();
    let mut query = LogQuery {
        limit: 4,
        ..LogQuery::default()
    };
    let mut pages = Vec::new();
    loop {
        let page = store.log(&query).unwrap();
        pages.push(page.events.iter().map(|e| e.seq).collect::<Vec<_>>());
        if page.stopped_before.is_none() {
            break;
        }
        query.before = page.stopped_before;
    }
    assert_eq!(pages, [vec![9, 8, 7, 6], vec![5, 4, 3, 2], vec![1]]);

    let last = store.log(&LogQuery { limit: 1, ..query }).unwrap();
    assert_eq!(last.name_of(village(0).as_str()), "Kewar (Lamaknen)");
    assert_eq!(last.name_of("acara-1"), "acara-1");
}

#[test]
fn one_page_of_the_log_looks_at_a_bounded_number_of_events() {
    let db = Db::small();
    let mut store = db.open();
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    db.raw()
        .execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
             INSERT INTO event (id, stream, kind, aspect, body, occurred_on, recorded_at, actor, origin, batch)
             SELECT printf('00000000-0000-0000-0001-%012x', i), stream, 'note', 'notes', '{\"text\":\"x\"}',
                 occurred_on, recorded_at, actor, origin, printf('00000000-0000-0000-0002-%012x', i) FROM event, n",
            [],
        )
        .unwrap();
    let mut query = LogQuery {
        kind: Some("potential.".into()),
        limit: 10,
        ..LogQuery::default()
    };
    let first = store.log(&query).unwrap();
    assert_eq!((first.events.len(), first.stopped_before), (0, Some(1_002)));
    query.before = first.stopped_before;
    let second = store.log(&query).unwrap();
    assert_eq!((second.events.len(), second.stopped_before), (1, None));
}

#[test]
fn a_batch_sent_twice_is_written_once() {
    let db = Db::small();
    let (mut here, mut there) = (db.open(), db.open());
    let first = act(&mut here, 7, request(0, potential(1, "kopi"), 5)).unwrap();
    let second = act(&mut there, 7, request(0, potential(1, "kopi"), 5)).unwrap();
    assert!(!first.already && second.already);
    assert_eq!(first.events, second.events);
    assert_eq!(here.last_seq().unwrap(), 1);

    let undone = here.undo(&stamp(8, "maria"), Uuid::from_u128(7)).unwrap();
    let again = there.undo(&stamp(8, "maria"), Uuid::from_u128(7)).unwrap();
    assert!(!undone.already && again.already);
    assert_eq!(here.last_seq().unwrap(), 2);
}

#[test]
fn acts_of_one_batch_see_each_other_and_stand_or_fall_together() {
    let db = Db::small();
    let mut store = db.open();
    let all = [
        request(0, potential(1, "kopi"), 5),
        request(1, potential(2, "madu"), 5),
        request(0, choose(1, ""), 6),
    ];
    let done = store.act(&stamp(1, "maria"), &all).unwrap();
    assert_eq!(done.events.len(), 3);
    assert_eq!(store.tally(None).unwrap().decisions, [7, 1, 1, 0]);

    let bad = [
        request(2, potential(3, "garam"), 5),
        request(2, declare(Stage::Packaged), 5),
    ];
    let refused = store.act(&stamp(2, "maria"), &bad);
    assert!(matches!(refused, Err(Error::Refused(Refusal::NoChoice))));
    assert_eq!(
        store.last_seq().unwrap(),
        3,
        "the first request is not written either"
    );
    assert_eq!(store.tally(None).unwrap().decisions, [7, 1, 1, 0]);
    // The batch was not used up: the corrected form is sent under the same number.
    assert!(
        !act(&mut store, 2, request(2, potential(3, "garam"), 5))
            .unwrap()
            .already
    );
}

#[test]
fn a_refusal_names_the_input_and_an_unknown_village_its_code() {
    let db = Db::small();
    let mut store = db.open();
    let refused = act(&mut store, 1, request(0, note("  "), 5));
    assert!(matches!(
        refused,
        Err(Error::Refused(Refusal::Empty(Field::Text)))
    ));
    let mut nowhere = request(0, note("x"), 5);
    nowhere.village = ovop::domain::code::Code::parse("99.99.99.2001").unwrap();
    let unknown = act(&mut store, 2, nowhere);
    assert!(matches!(unknown, Err(Error::UnknownVillage(code)) if code == "99.99.99.2001"));
    assert_eq!(
        store
            .card(&ovop::domain::code::Code::parse("99.99.99.2001").unwrap())
            .unwrap(),
        None
    );
}

#[test]
fn whoever_did_not_see_what_another_did_is_told_and_nothing_is_written() {
    let db = Db::small();
    let (mut maria, mut yosef) = (db.open(), db.open());
    act(&mut maria, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    act(&mut maria, 2, request(0, potential(2, "madu"), 5)).unwrap();
    let seen = yosef.card(&village(0)).unwrap().unwrap().last_seq;
    let chosen = act(&mut maria, 3, request(0, choose(1, ""), 6)).unwrap();

    let late = |act| ActRequest {
        seen: Some(seen),
        ..request(0, act, 6)
    };
    let conflict = yosef.act(&stamp(4, "yosef"), &[late(choose(2, "lebih banyak"))]);
    let Err(Error::Conflict(theirs)) = conflict else {
        panic!("{conflict:?}")
    };
    assert_eq!(*theirs, chosen.events[0]);
    assert_eq!(yosef.last_seq().unwrap(), 3);

    // Other aspects of the same village are nobody's loss.
    yosef
        .act(&stamp(5, "yosef"), &[late(potential(3, "garam"))])
        .unwrap();
    yosef
        .act(&stamp(6, "yosef"), &[late(note("rapat ditunda"))])
        .unwrap();
    // Whoever has looked again, or does not ask, goes on.
    let again = ActRequest {
        seen: Some(3),
        ..late(choose(2, "lebih banyak"))
    };
    yosef.act(&stamp(7, "yosef"), &[again]).unwrap();

    // An undo may concern anything.
    let seen = maria.card(&village(0)).unwrap().unwrap().last_seq;
    yosef.undo(&stamp(8, "yosef"), Uuid::from_u128(5)).unwrap();
    let stale = ActRequest {
        seen: Some(seen),
        ..request(0, potential(9, "lilin"), 6)
    };
    assert!(matches!(
        maria.act(&stamp(9, "maria"), &[stale]),
        Err(Error::Conflict(_))
    ));
}

#[test]
fn others_changes_are_noticed_and_own_ones_are_not() {
    let db = Db::small();
    let (mut maria, mut yosef) = (db.open(), db.open());
    assert!(!maria.moved().unwrap());
    act(&mut maria, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    assert!(!maria.moved().unwrap());
    assert!(yosef.moved().unwrap());
    assert!(!yosef.moved().unwrap(), "told once");
    assert_eq!(yosef.after(0).unwrap().len(), 1);
}

#[test]
fn what_a_newer_version_wrote_is_kept_and_counted() {
    let db = Db::small();
    let mut store = db.open();
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    db.raw()
        .execute(
            "INSERT INTO event (id, stream, kind, aspect, body, occurred_on, recorded_at, actor, origin, batch)
             SELECT '00000000-0000-0000-0000-0000000000ff', stream, 'permit.issued', 'permit', '{\"number\":\"1\"}',
                 occurred_on, recorded_at, 'newer', origin, '00000000-0000-0000-0000-0000000000fe' FROM event",
            [],
        )
        .unwrap();
    assert!(store.moved().unwrap());
    let Event::Unknown { kind, body } = &store.after(1).unwrap()[0].event else {
        panic!()
    };
    assert_eq!(
        (kind.as_str(), body.as_str()),
        ("permit.issued", r#"{"number":"1"}"#)
    );
    let card = store.card(&village(0)).unwrap().unwrap();
    assert_eq!((card.village.unknown, card.last_seq), (1, 2));

    let health = store.check(nov(30)).unwrap();
    assert_eq!(health.unknown, 1);
    assert_eq!(
        health.wrong_villages,
        [village(0)],
        "its last event is not in the summary"
    );
    assert_eq!(store.rebuild("maria", nov(30)).unwrap(), 1);
    assert!(store.check(nov(30)).unwrap().is_sound());
}

#[test]
fn the_log_can_only_grow() {
    let db = Db::small();
    let mut store = db.open();
    for batch in 1..=3 {
        act(&mut store, batch, request(0, note("asli"), 5)).unwrap();
    }
    let before = store.after(0).unwrap();
    let raw = db.raw();
    raw.pragma_update(None, "recursive_triggers", true).unwrap();
    let columns = "id, stream, kind, aspect, body, occurred_on, recorded_at, actor, origin, batch";
    let copy = |seq: &str, id: &str, replace: &str| {
        format!(
            "INSERT {replace} INTO event (seq, {columns})
             SELECT {seq}, {id}, stream, kind, aspect, body, occurred_on, recorded_at, 'thief', origin, batch
             FROM event WHERE seq = 2"
        )
    };
    for (sql, why) in [
        (
            "UPDATE event SET actor = 'thief' WHERE seq = 2".to_owned(),
            "append-only",
        ),
        ("DELETE FROM event WHERE seq = 2".to_owned(), "append-only"),
        ("DELETE FROM event".to_owned(), "append-only"),
        (copy("2", "'x'", "OR REPLACE"), "numbers its events itself"),
        (copy("NULL", "id", "OR REPLACE"), "has this event"),
        (copy("NULL", "id", ""), "has this event"),
        (copy("9", "'x'", ""), "numbers its events itself"),
        (
            copy("9223372036854775807", "'x'", ""),
            "numbers its events itself",
        ),
        (copy("-5", "'x'", ""), "numbers its events itself"),
        (copy("-1", "'x'", ""), "CHECK"),
        (copy("0", "'x'", ""), "numbers its events itself"),
        (copy("seq", "id", "OR REPLACE"), "numbers its events itself"),
    ] {
        let error = raw.execute(&sql, []).unwrap_err().to_string();
        assert!(error.contains(why), "{sql}: {error}");
        assert_eq!(store.after(0).unwrap(), before, "{sql}");
    }
}

#[test]
fn the_triggers_hold_even_without_the_stores_settings() {
    let db = Db::small();
    let mut store = db.open();
    act(&mut store, 1, request(0, note("asli"), 5)).unwrap();
    let raw = db.raw();
    raw.pragma_update(None, "recursive_triggers", false)
        .unwrap();
    let replaced = raw.execute(
        "INSERT OR REPLACE INTO event SELECT NULL, id, stream, kind, aspect, body, occurred_on, recorded_at,
             'thief', origin, batch FROM event",
        [],
    );
    assert!(replaced.is_err());
    assert_eq!(store.after(0).unwrap()[0].actor, "maria");
}
