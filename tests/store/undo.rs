//! Taking back and bringing back, as a person meets it.

use ovop::domain::event::Event;
use ovop::domain::list::Summary;
use ovop::domain::stage::Stage;
use ovop::domain::village::Village;
use ovop::store::{Error, Store};
use uuid::Uuid;

use super::support::*;

fn summary(store: &Store, n: usize) -> Summary {
    Summary::of(&store.card(&village(n)).unwrap().unwrap().village, rules())
}

/// The number of the batch that `u` (or the redo key) would offer to Maria.
fn offered(store: &Store, redo: bool) -> Option<u128> {
    let batch = store.last_act("maria", redo).unwrap();
    batch.map(|b| b.id.as_u128())
}

fn undo(store: &mut Store, batch: u128, target: u128) {
    store
        .undo(&stamp(batch, "maria"), Uuid::from_u128(target))
        .unwrap();
}

#[test]
fn undo_goes_back_act_by_act_and_redo_forth_again() {
    let db = Db::small();
    let mut store = db.open();
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (None, None)
    );
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    let one = summary(&store, 0);
    act(&mut store, 2, request(0, choose(1, ""), 6)).unwrap();
    let two = summary(&store, 0);
    store
        .act(&stamp(50, "yosef"), &[request(1, note("lain"), 6)])
        .unwrap();

    assert_eq!(offered(&store, false), Some(2), "not what Yosef did");
    undo(&mut store, 11, 2);
    assert_eq!(summary(&store, 0), one);
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (Some(1), Some(11))
    );
    undo(&mut store, 12, 1);
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (None, Some(12))
    );

    undo(&mut store, 13, 12);
    assert_eq!(summary(&store, 0), one);
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (Some(1), Some(11))
    );
    undo(&mut store, 14, 11);
    assert_eq!(summary(&store, 0), two);
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (Some(2), None)
    );

    // And back once more: a redo can be undone like the act itself.
    undo(&mut store, 15, 2);
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (Some(1), Some(15))
    );
    assert!(store.check(nov(30)).unwrap().is_sound());
}

#[test]
fn a_new_act_ends_redo() {
    let db = Db::small();
    let mut store = db.open();
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    undo(&mut store, 11, 1);
    act(&mut store, 2, request(1, potential(2, "madu"), 5)).unwrap();
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (Some(2), None)
    );
    undo(&mut store, 12, 2);
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (None, Some(12))
    );
    undo(&mut store, 13, 12);
    assert_eq!(
        (offered(&store, false), offered(&store, true)),
        (Some(2), None)
    );
}

#[test]
fn a_bulk_act_is_taken_back_in_all_its_villages() {
    let db = Db::small();
    let mut store = db.open();
    let all: Vec<_> = (0..9)
        .map(|n| request(n, potential(n as u128 + 1, "kopi"), 5))
        .collect();
    store.act(&stamp(1, "maria"), &all).unwrap();
    assert_eq!(store.tally(None).unwrap().decisions, [0, 9, 0, 0]);
    let undone = store.undo(&stamp(2, "maria"), Uuid::from_u128(1)).unwrap();
    assert_eq!(undone.events.len(), 9);
    assert_eq!(store.tally(None).unwrap().decisions, [9, 0, 0, 0]);
    let batch = store.batch(Uuid::from_u128(2)).unwrap().unwrap();
    assert!(batch.is_undo);
    assert_eq!(batch.events.len(), 9, "what it took back");
    assert!(
        batch
            .events
            .iter()
            .all(|e| matches!(e.event, Event::PotentialRecorded(_)))
    );
    let act = store.batch(Uuid::from_u128(1)).unwrap().unwrap();
    assert!(!act.is_undo);
    assert_eq!(act.places.len(), 9, "each can be named");
    store.undo(&stamp(3, "maria"), Uuid::from_u128(2)).unwrap();
    let redo = store.batch(Uuid::from_u128(3)).unwrap().unwrap();
    assert!(!redo.is_undo, "taking a redo back takes away");
    assert_eq!((act.actor.as_str(), act.recorded_at), ("maria", noon()));
}

#[test]
fn what_is_not_there_or_not_in_force_cannot_be_undone() {
    let db = Db::small();
    let mut store = db.open();
    let unknown = store.undo(&stamp(2, "maria"), Uuid::from_u128(1));
    assert!(matches!(unknown, Err(Error::UnknownBatch)));
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    undo(&mut store, 2, 1);
    let twice = store.undo(&stamp(3, "yosef"), Uuid::from_u128(1));
    assert!(matches!(twice, Err(Error::AlreadyUndone)));
    assert_eq!(store.last_seq().unwrap(), 2);
}

#[test]
fn a_view_of_a_past_day_loses_the_mistake_too() {
    let db = Db::small();
    let mut store = db.open();
    let both = [
        request(0, potential(1, "kopi"), 7),
        request(0, choose(1, ""), 5),
    ];
    act(&mut store, 9, request(0, potential(2, "madu"), 1)).unwrap();
    store.act(&stamp(1, "maria"), &both).unwrap();
    undo(&mut store, 2, 1);
    let events = store.after(0).unwrap();
    assert_eq!(
        events[3].occurred_on,
        nov(5),
        "the earliest day that was taken back"
    );
    for day in 1..=8 {
        let known: Vec<_> = events
            .iter()
            .filter(|e| e.occurred_on <= nov(day))
            .cloned()
            .collect();
        let names: Vec<_> = Village::fold(&known)
            .potentials
            .into_iter()
            .map(|p| p.name)
            .collect();
        assert_eq!(names, ["madu"], "on the {day}th");
    }
}

#[test]
fn an_act_of_the_past_can_be_undone_under_what_came_after() {
    let db = Db::small();
    let mut store = db.open();
    act(&mut store, 1, request(0, potential(1, "kopi"), 5)).unwrap();
    act(&mut store, 2, request(0, choose(1, ""), 6)).unwrap();
    act(&mut store, 3, request(0, declare(Stage::Packaged), 7)).unwrap();
    undo(&mut store, 11, 2);
    let card = store.card(&village(0)).unwrap().unwrap();
    assert_eq!(card.village.choice, None);
    assert_eq!(
        card.village.ineffective, 1,
        "the stage stands without its product"
    );
    undo(&mut store, 12, 11);
    assert_eq!(summary(&store, 0).stage, Some(Stage::Packaged));
}

#[test]
fn a_batch_is_named_by_the_beginning_of_its_number() {
    let db = Db::small();
    let mut store = db.open();
    let numbers = [
        0x0190_1234_5678_7000_8000_0000_0000_0001_u128,
        0x0190_1234_5678_7000_8000_0000_0000_0002,
        0x0190_9999_0000_7000_8000_0000_0000_0003,
    ];
    for (n, number) in numbers.into_iter().enumerate() {
        act(&mut store, number, request(n, note("x"), 5)).unwrap();
    }
    let found = |typed: &str| store.batch_by_prefix(typed).map(|b| b.id.as_u128());
    assert_eq!(found("01909999").unwrap(), numbers[2]);
    assert_eq!(
        found("01901234-5678-7000-8000-000000000002").unwrap(),
        numbers[1]
    );
    assert_eq!(
        found(" 0190123456787000800000000000000 1")
            .unwrap_err()
            .to_string(),
        "unknown batch"
    );
    assert!(matches!(found("01901234"), Err(Error::AmbiguousBatch)));
    assert!(matches!(
        found("0190999"),
        Err(Error::ShortBatch { least: 8 })
    ));
    assert!(matches!(found("ffffffff"), Err(Error::UnknownBatch)));
    assert!(matches!(found("kopi bubuk"), Err(Error::UnknownBatch)));
}
