use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::*;
use crate::domain::event::Reverted;

/// A log of views in which every event is its own batch.
#[derive(Default)]
struct Log(Vec<Recorded>);

impl Log {
    fn add(&mut self, actor: &str, event: Event) -> Uuid {
        let place = self.0.len() + 1;
        let batch = Uuid::from_u128(place as u128);
        self.0.push(Recorded {
            seq: i64::try_from(place).unwrap(),
            id: batch,
            stream: STREAM.to_owned(),
            event,
            occurred_on: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
            recorded_at: DateTime::UNIX_EPOCH,
            actor: actor.to_owned(),
            origin: Uuid::nil(),
            batch,
        });
        batch
    }

    fn views(&self) -> Views {
        Views::fold(&self.0)
    }

    fn save(&mut self, actor: &str, name: &str, filter: &str, shared: bool) -> Uuid {
        let event = self.views().save(actor, name, filter, Sort::Age, shared);
        self.add(actor, Event::View(event.unwrap()))
    }

    fn seen_by(&self, actor: &str) -> Vec<(String, String)> {
        let views = self.views();
        let seen = views.seen_by(actor).into_iter();
        seen.map(|v| (v.name.clone(), v.filter.clone())).collect()
    }
}

fn pair(name: &str, filter: &str) -> (String, String) {
    (name.to_owned(), filter.to_owned())
}

#[test]
fn a_view_reads_back_from_the_log_as_it_was_written() {
    for event in [
        Views::default()
            .save("maria", "Rapat", "macet", Sort::Age, true)
            .unwrap(),
        ViewEvent::Removed(ViewRemoved {
            name: "Rapat".into(),
            owner: "maria".into(),
        }),
    ] {
        let event = Event::View(event);
        assert_eq!(Event::read(event.kind(), &event.body().unwrap()), event);
    }
}

#[test]
fn every_built_in_filter_can_be_read_and_is_no_search_for_a_word() {
    for built_in in BuiltIn::ALL {
        let query = Query::parse(built_in.filter()).unwrap();
        let text =
            |t: &crate::domain::query::Term| matches!(t.test, crate::domain::query::Test::Text(_));
        assert!(!query.terms.is_empty(), "{built_in:?}");
        assert!(!query.terms.iter().any(text), "{built_in:?}");
    }
}

#[test]
fn a_later_one_of_the_same_name_replaces_and_its_undo_brings_the_earlier_back() {
    let mut log = Log::default();
    log.save("maria", "Rapat", "macet", false);
    let second = log.save("maria", "rapat", "lewat", false);
    assert_eq!(log.seen_by("maria"), [pair("rapat", "lewat")]);
    log.add("maria", Event::Reverted(Reverted { batch: second }));
    assert_eq!(log.seen_by("maria"), [pair("Rapat", "macet")]);
}

#[test]
fn an_undone_removal_brings_the_view_back() {
    let mut log = Log::default();
    log.save("maria", "Rapat", "macet", false);
    let removal = log.views().remove("maria", "RAPAT").unwrap();
    let removal = log.add("maria", Event::View(removal));
    assert!(log.seen_by("maria").is_empty());
    log.add("maria", Event::Reverted(Reverted { batch: removal }));
    assert_eq!(log.seen_by("maria"), [pair("Rapat", "macet")]);
}

#[test]
fn others_see_what_is_shared_and_an_own_view_hides_it() {
    let mut log = Log::default();
    log.save("maria", "Rapat", "macet", true);
    log.save("maria", "Catatan", "umur>90", false);
    assert_eq!(log.seen_by("yosef"), [pair("Rapat", "macet")]);
    log.save("yosef", "rapat", "lewat", false);
    assert_eq!(log.seen_by("yosef"), [pair("rapat", "lewat")]);
    let marias = [pair("Rapat", "macet"), pair("Catatan", "umur>90")];
    assert_eq!(log.seen_by("maria"), marias);
}

#[test]
fn only_the_owner_replaces_or_removes_a_shared_view() {
    let mut log = Log::default();
    log.save("maria", "Rapat", "macet", true);
    let theirs = ViewRefusal::Theirs {
        name: "Rapat".into(),
        owner: "maria".into(),
    };
    let views = log.views();
    assert_eq!(
        views.save("yosef", "rapat", "lewat", Sort::Age, true),
        Err(theirs.clone())
    );
    assert_eq!(views.remove("yosef", "rapat"), Err(theirs));
}

#[test]
fn another_persons_own_view_is_not_betrayed_by_a_refusal() {
    let mut log = Log::default();
    log.save("maria", "Catatan", "macet", false);
    assert_eq!(
        log.views().remove("yosef", "Catatan"),
        Err(ViewRefusal::Missing("Catatan".into()))
    );
}

#[test]
fn names_and_filters_are_looked_at() {
    let views = Views::default();
    let save = |name: &str, filter: &str| views.save("maria", name, filter, Sort::Name, false);
    assert_eq!(save(" \u{200b} ", "macet"), Err(ViewRefusal::NoName));
    assert_eq!(save("12", "macet"), Err(ViewRefusal::NameIsNumber));
    assert!(save(&"é".repeat(LONGEST_NAME), "macet").is_ok());
    let long = "é".repeat(LONGEST_NAME + 1);
    assert_eq!(
        save(&long, "macet"),
        Err(ViewRefusal::LongName(LONGEST_NAME + 1))
    );
    for name in BuiltIn::Stuck.names() {
        let taken = Err(ViewRefusal::BuiltIn(BuiltIn::Stuck));
        assert_eq!(save(&name.to_uppercase(), "macet"), taken);
    }
    match save("Rapat", "macet tahp:panen") {
        Err(ViewRefusal::Filter(bad)) => assert_eq!(bad.span.start, 6),
        other => panic!("{other:?}"),
    }
}

#[test]
fn saving_the_same_again_changes_nothing() {
    let mut log = Log::default();
    log.save("maria", "Rapat", "macet", false);
    assert_eq!(
        log.views()
            .save("maria", "Rapat", "macet", Sort::Age, false),
        Err(ViewRefusal::NothingChanged)
    );
}
