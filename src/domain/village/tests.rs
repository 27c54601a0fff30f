use super::*;
use crate::domain::event::*;
use chrono::{DateTime, Utc};

/// A log of one village, written like a diary: (day of November 2025, batch, event).
fn log(entries: Vec<(u32, u128, Event)>) -> Vec<Recorded> {
    entries
        .into_iter()
        .enumerate()
        .map(|(i, (day, batch, event))| Recorded {
            seq: i as i64 + 1,
            id: Uuid::from_u128(1000 + i as u128),
            stream: "53.04.01.2001".into(),
            event,
            occurred_on: nov(day),
            recorded_at: DateTime::<Utc>::UNIX_EPOCH,
            actor: "maria".into(),
            origin: Uuid::nil(),
            batch: Uuid::from_u128(batch),
        })
        .collect()
}

fn nov(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, day).unwrap()
}

fn potential(id: u128, name: &str) -> Event {
    Event::PotentialRecorded(PotentialRecorded {
        potential: Uuid::from_u128(id),
        name: name.into(),
        group: Group::Craft,
        source: Source::Field,
        note: String::new(),
    })
}

fn chosen(id: u128, product: &str, replaces: Option<&str>) -> Event {
    Event::ProductChosen(ProductChosen {
        potential: Uuid::from_u128(id),
        product: product.into(),
        group: Group::Craft,
        forum: Forum::VillageDeliberation,
        minutes: "02/BA/2025".into(),
        replaces: replaces.map(Into::into),
    })
}

fn stage(to: Stage) -> Event {
    Event::StageDeclared(StageDeclared {
        to,
        basis: "contoh dilihat".into(),
    })
}

fn reverted(batch: u128) -> Event {
    Event::Reverted(Reverted {
        batch: Uuid::from_u128(batch),
    })
}

fn decree() -> Event {
    Event::DecreeRecorded(DecreeRecorded {
        number: "07/2025".into(),
    })
}

#[test]
fn the_decision_follows_what_happened() {
    let all = log(vec![
        (1, 1, potential(1, "kopi")),
        (5, 2, chosen(1, "kopi bubuk", None)),
        (9, 3, decree()),
    ]);
    let decisions: Vec<_> = (0..=3)
        .map(|n| Village::fold(&all[..n]).decision())
        .collect();
    assert_eq!(decisions, Decision::ALL);
    assert_eq!(Village::fold(&all[..1]).decided_since, Some(nov(1)));
    assert_eq!(
        Village::fold(&all).since(),
        Some(nov(5)),
        "the stage began with the choice, not with the decree"
    );
}

#[test]
fn a_choice_starts_at_potential_and_goes_where_it_is_declared() {
    let v = Village::fold(&log(vec![
        (1, 1, potential(1, "kopi")),
        (5, 2, chosen(1, "kopi", None)),
        (8, 3, stage(Stage::Processed)),
        (20, 4, stage(Stage::Potential)),
    ]));
    let c = v.choice.unwrap();
    assert_eq!((c.stage, c.stage_since), (Stage::Potential, nov(20)));
    assert_eq!(
        c.steps.iter().map(|s| (s.from, s.to)).collect::<Vec<_>>(),
        [
            (Stage::Potential, Stage::Processed),
            (Stage::Processed, Stage::Potential)
        ]
    );
}

#[test]
fn a_replaced_choice_is_kept_with_its_reason_and_the_new_one_starts_anew() {
    let v = Village::fold(&log(vec![
        (1, 1, potential(1, "kopi")),
        (1, 2, potential(2, "madu")),
        (5, 3, chosen(1, "kopi", None)),
        (6, 4, stage(Stage::Packaged)),
        (9, 5, decree()),
        (20, 6, chosen(2, "madu hutan", Some("panen gagal"))),
    ]));
    assert_eq!(
        v.decision(),
        Decision::Chosen,
        "the decree spoke of the earlier product"
    );
    assert_eq!(v.stage(), Some(Stage::Potential));
    assert_eq!(v.former.len(), 1);
    assert_eq!(v.former[0].reason, "panen gagal");
    assert_eq!(v.former[0].replaced_by.as_deref(), Some("madu hutan"));
    assert_eq!(v.former[0].choice.stage, Stage::Packaged);
}

#[test]
fn a_cancelled_choice_leaves_a_village_without_product() {
    let v = Village::fold(&log(vec![
        (1, 1, potential(1, "kopi")),
        (5, 2, chosen(1, "kopi", None)),
        (
            9,
            3,
            Event::ChoiceCancelled(ChoiceCancelled {
                reason: "kelompok bubar".into(),
            }),
        ),
    ]));
    assert_eq!(v.decision(), Decision::Undecided);
    assert_eq!(v.decided_since, Some(nov(9)));
    assert_eq!(v.former[0].replaced_by, None);
}

#[test]
fn undo_and_redo_are_the_same_thing() {
    let mut entries = vec![
        (1, 1, potential(1, "kopi")),
        (5, 2, chosen(1, "kopi", None)),
    ];
    let chosen_state = Village::fold(&log(entries.clone()));
    entries.push((5, 3, reverted(2)));
    let undone = Village::fold(&log(entries.clone()));
    assert_eq!(undone.decision(), Decision::Undecided);
    entries.push((5, 4, reverted(3)));
    assert_eq!(
        Village::fold(&log(entries.clone())),
        chosen_state,
        "undoing the undo restores it to the letter"
    );
    entries.push((5, 5, reverted(4)));
    assert_eq!(Village::fold(&log(entries)), undone);
}

#[test]
fn an_undo_takes_back_a_whole_batch_and_nothing_else() {
    let v = Village::fold(&log(vec![
        (1, 1, potential(1, "kopi")),
        (1, 1, potential(2, "madu")),
        (1, 2, potential(3, "garam")),
        (2, 3, reverted(1)),
    ]));
    assert_eq!(
        v.potentials
            .iter()
            .map(|p| p.name.as_str())
            .collect::<Vec<_>>(),
        ["garam"]
    );
}

#[test]
fn a_late_entry_about_the_past_does_not_undo_what_happened_since() {
    let v = Village::fold(&log(vec![
        (1, 1, potential(1, "kopi")),
        (5, 2, chosen(1, "kopi", None)),
        (20, 3, stage(Stage::Packaged)),
        (10, 4, stage(Stage::Processed)),
    ]));
    assert_eq!(v.stage(), Some(Stage::Packaged));
    assert_eq!(v.choice.unwrap().stage_since, nov(20));
}

#[test]
fn within_a_day_the_log_order_counts() {
    let v = Village::fold(&log(vec![
        (5, 1, potential(1, "kopi")),
        (5, 2, chosen(1, "kopi", None)),
        (5, 3, stage(Stage::Packaged)),
        (5, 4, stage(Stage::Processed)),
    ]));
    assert_eq!(v.stage(), Some(Stage::Processed));
}

#[test]
fn a_stage_without_a_product_has_no_effect_and_is_counted() {
    let v = Village::fold(&log(vec![(5, 1, stage(Stage::Marketed)), (6, 2, decree())]));
    assert_eq!(v.decision(), Decision::NotSurveyed);
    assert_eq!(v.ineffective, 2);
    assert_eq!(v.latest, None);
}

#[test]
fn raw_sales_are_no_stage() {
    let v = Village::fold(&log(vec![
        (5, 1, potential(1, "kemiri")),
        (5, 2, chosen(1, "kemiri", None)),
        (
            6,
            3,
            Event::SoldRaw(SoldRaw {
                raw: true,
                note: String::new(),
            }),
        ),
    ]));
    assert!(v.sells_raw());
    assert_eq!(v.stage(), Some(Stage::Potential));
}

#[test]
fn what_a_newer_version_wrote_is_counted_and_harms_nothing() {
    let v = Village::fold(&log(vec![
        (5, 1, potential(1, "kopi")),
        (
            6,
            2,
            Event::Unknown {
                kind: "permit.issued".into(),
                body: "{}".into(),
            },
        ),
    ]));
    assert_eq!((v.unknown, v.decision()), (1, Decision::Undecided));
}

#[test]
fn a_public_source_is_unconfirmed_until_somebody_confirms_it() {
    let mut recorded = PotentialRecorded {
        potential: Uuid::from_u128(1),
        name: "kopi".into(),
        group: Group::Estate,
        source: Source::Public {
            address: "https://example.org".into(),
            date: "2019".into(),
        },
        note: String::new(),
    };
    let amended = Event::PotentialAmended(PotentialAmended {
        potential: Uuid::from_u128(1),
        name: Some("kopi arabika".into()),
        group: None,
        note: None,
        confirmed: true,
    });
    let v = Village::fold(&log(vec![(
        1,
        1,
        Event::PotentialRecorded(recorded.clone()),
    )]));
    assert!(!v.potentials[0].confirmed);
    let v = Village::fold(&log(vec![
        (1, 1, Event::PotentialRecorded(recorded.clone())),
        (2, 2, amended),
    ]));
    assert!(v.potentials[0].confirmed);
    assert_eq!(v.potentials[0].name, "kopi arabika");
    recorded.source = Source::Field;
    assert!(
        Village::fold(&log(vec![(1, 1, Event::PotentialRecorded(recorded))])).potentials[0]
            .confirmed
    );
}

#[test]
fn a_promise_is_no_news_of_a_village() {
    let planned = Event::ActionPlanned(ActionPlanned {
        action: Uuid::from_u128(9),
        what: "telepon kades".into(),
        office: crate::domain::follow::Office::Pmd,
        who: String::new(),
        due: nov(28),
        item: None,
        from: None,
        after: None,
    });
    let all = log(vec![(1, 1, potential(1, "kopi")), (20, 2, planned)]);
    assert_eq!(Village::fold(&all).latest, Some(nov(1)));
    assert_eq!(Village::fold(&all[1..]).latest, None);
}

#[test]
fn what_was_said_of_an_undone_product_is_not_said_of_the_next_one() {
    let mut all = log(vec![
        (1, 1, potential(1, "kain tais")),
        (1, 2, potential(2, "kemiri")),
        (5, 3, chosen(1, "kain tais", None)),
        (8, 4, decree()),
        (9, 5, stage(Stage::Processed)),
        (20, 6, reverted(3)),
        (5, 7, chosen(2, "kemiri", None)),
    ]);
    let village = Village::fold(&all);
    let choice = village.choice.as_ref().unwrap();
    assert_eq!(choice.product, "kemiri");
    assert_eq!(
        (village.decision(), choice.stage),
        (Decision::Chosen, Stage::Potential)
    );
    assert_eq!(village.ineffective, 2);

    // What is recorded from here on speaks of the new one, also with an earlier day than the old decree's.
    let before = all.len() as i64;
    all.extend(
        log(vec![(6, 8, stage(Stage::Packaged))])
            .into_iter()
            .map(|e| Recorded {
                seq: before + 1,
                ..e
            }),
    );
    assert_eq!(Village::fold(&all).stage(), Some(Stage::Packaged));
}

#[test]
fn an_undone_replacement_leaves_its_decree_to_nobody_and_comes_back_with_it() {
    let mut all = log(vec![
        (1, 1, potential(1, "kain tais")),
        (1, 2, potential(2, "kemiri")),
        (2, 3, chosen(1, "kain tais", None)),
        (5, 4, chosen(2, "kemiri", Some("penenun pindah"))),
        (8, 5, decree()),
    ]);
    let designated = Village::fold(&all);
    assert_eq!(designated.decision(), Decision::Designated);
    let undo = |seq, batch, target| Recorded {
        seq,
        ..log(vec![(20, batch, reverted(target))]).remove(0)
    };
    all.push(undo(6, 6, 4));
    let village = Village::fold(&all);
    assert_eq!(village.choice.as_ref().unwrap().product, "kain tais");
    assert_eq!(village.decision(), Decision::Chosen);
    all.push(undo(7, 7, 6));
    assert_eq!(Village::fold(&all), designated);
}
