use super::*;
use crate::domain::gate::Category;
use crate::domain::village::{Choice, Potential};

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, d).unwrap()
}

fn with_potentials(names: &[&str]) -> Village {
    Village {
        potentials: names
            .iter()
            .enumerate()
            .map(|(i, name)| Potential {
                id: Uuid::from_u128(i as u128 + 1),
                name: (*name).into(),
                group: Group::Craft,
                source: Source::Field,
                confirmed: true,
                note: String::new(),
                since: day(1),
            })
            .collect(),
        ..Village::default()
    }
}

fn with_choice(names: &[&str], on: u32) -> Village {
    let mut village = with_potentials(names);
    village.choice = Some(Choice {
        potential: Uuid::from_u128(1),
        product: names[0].into(),
        group: Group::Craft,
        category: Category::Craft,
        forum: Forum::VillageDeliberation,
        minutes: String::new(),
        on: day(on),
        decree: None,
        stage: Stage::Processed,
        stage_since: day(on),
        steps: vec![],
        evidence: vec![],
        makers: crate::domain::makers::Makers::default(),
    });
    village
}

fn choose_first(forum: Forum, reason: &str) -> Act {
    Act::Choose {
        potential: Uuid::from_u128(1),
        product: String::new(),
        forum,
        minutes: String::new(),
        reason: reason.into(),
    }
}

fn check(act: &Act, village: &Village) -> Result<Event, Refusal> {
    act.check(village, Kind::Desa, day(20), day(20))
}

#[test]
fn a_potential_needs_a_name_that_the_village_does_not_have_yet() {
    let record = |name: &str| Act::RecordPotential {
        id: Uuid::from_u128(9),
        name: name.into(),
        group: Group::Food,
        source: Source::Field,
        note: String::new(),
    };
    let village = with_potentials(&["Kopi Arabika"]);
    assert_eq!(
        check(&record("  "), &village),
        Err(Refusal::Empty(Field::Name))
    );
    assert_eq!(
        check(&record("kopi-arabika"), &village),
        Err(Refusal::SamePotential {
            name: "Kopi Arabika".into()
        })
    );
    assert_eq!(
        check(&record(&"x".repeat(81)), &village),
        Err(Refusal::TooLong {
            field: Field::Name,
            max: 80
        })
    );
    assert!(check(&record("madu"), &village).is_ok());
}

#[test]
fn a_choice_needs_a_potential_and_a_forum_of_its_kind() {
    assert_eq!(
        check(
            &choose_first(Forum::VillageDeliberation, ""),
            &Village::default()
        ),
        Err(Refusal::NoPotential)
    );
    let village = with_potentials(&["kopi"]);
    assert_eq!(
        choose_first(Forum::VillageDeliberation, "").check(
            &village,
            Kind::Kelurahan,
            day(20),
            day(20)
        ),
        Err(Refusal::ForumOfOtherKind {
            forum: Forum::VillageDeliberation,
            kind: Kind::Kelurahan
        })
    );
    assert!(
        choose_first(Forum::WardMeeting, "")
            .check(&village, Kind::Kelurahan, day(20), day(20))
            .is_ok()
    );
}

#[test]
fn replacing_a_product_needs_a_reason() {
    let village = with_choice(&["kopi", "madu"], 5);
    let replace = |reason: &str| Act::Choose {
        potential: Uuid::from_u128(2),
        product: String::new(),
        forum: Forum::VillageDeliberation,
        minutes: String::new(),
        reason: reason.into(),
    };
    assert_eq!(
        check(&choose_first(Forum::VillageDeliberation, "x"), &village),
        Err(Refusal::SameProduct {
            product: "kopi".into()
        })
    );
    assert_eq!(
        check(&replace(" "), &village),
        Err(Refusal::ReplacementNeedsReason {
            product: "kopi".into()
        })
    );
    let Ok(Event::ProductChosen(chosen)) = check(&replace("panen gagal"), &village) else {
        panic!()
    };
    assert_eq!(
        (chosen.product.as_str(), chosen.replaces.as_deref()),
        ("madu", Some("panen gagal"))
    );
}

#[test]
fn nothing_about_a_product_is_older_than_its_choice_or_in_the_future() {
    let village = with_choice(&["kopi"], 15);
    let act = Act::DeclareStage {
        to: Stage::Packaged,
        basis: "label".into(),
    };
    assert_eq!(
        act.check(&village, Kind::Desa, day(14), day(20)),
        Err(Refusal::BeforeChoice { on: day(15) })
    );
    assert_eq!(
        act.check(&village, Kind::Desa, day(21), day(20)),
        Err(Refusal::FutureDate { today: day(20) })
    );
    assert_eq!(
        act.check(
            &village,
            Kind::Desa,
            NaiveDate::from_ymd_opt(1999, 1, 1).unwrap(),
            day(20)
        ),
        Err(Refusal::TooEarly { year: 2000 })
    );
    assert!(act.check(&village, Kind::Desa, day(15), day(20)).is_ok());
}

#[test]
fn a_stage_moves_either_way_on_a_basis_and_never_to_itself() {
    let village = with_choice(&["kopi"], 5);
    let to = |to, basis: &str| {
        check(
            &Act::DeclareStage {
                to,
                basis: basis.into(),
            },
            &village,
        )
    };
    assert_eq!(
        to(Stage::Processed, "x"),
        Err(Refusal::SameStage {
            stage: Stage::Processed
        })
    );
    assert_eq!(to(Stage::Marketed, ""), Err(Refusal::Empty(Field::Basis)));
    assert!(to(Stage::Potential, "kelompok bubar").is_ok());
    assert!(to(Stage::Marketed, "sudah dijual di NTT Mart").is_ok());
    assert_eq!(
        check(
            &Act::DeclareStage {
                to: Stage::Packaged,
                basis: "x".into()
            },
            &with_potentials(&["kopi"])
        ),
        Err(Refusal::NoChoice)
    );
}

#[test]
fn an_amendment_that_changes_nothing_is_refused() {
    let village = with_potentials(&["kopi"]);
    let amend = |name: &str, confirmed| Act::AmendPotential {
        potential: Uuid::from_u128(1),
        name: name.into(),
        group: Group::Craft,
        note: String::new(),
        confirmed,
    };
    assert_eq!(
        check(&amend("kopi", true), &village),
        Err(Refusal::NothingChanged)
    );
    let Ok(Event::PotentialAmended(e)) = check(&amend("Kopi", false), &village) else {
        panic!("a change of case is a change")
    };
    assert_eq!((e.name.as_deref(), e.group), (Some("Kopi"), None));
}

#[test]
fn control_characters_never_reach_the_log() {
    let Ok(Event::Noted(note)) = check(
        &Act::Note {
            text: "a\u{1b}[31mb\u{202e}c\n d".into(),
        },
        &Village::default(),
    ) else {
        panic!()
    };
    assert_eq!(note.text, "a[31mbc d");
}

#[test]
fn a_product_is_not_chosen_before_the_earlier_choice_ended() {
    let mut village = with_choice(&["kopi"], 5);
    let cancelled = crate::domain::village::FormerChoice {
        choice: village.choice.take().unwrap(),
        until: day(12),
        reason: "kelompok bubar".into(),
        replaced_by: None,
    };
    village.former.push(cancelled);
    let choose = |on| {
        choose_first(Forum::VillageDeliberation, "").check(&village, Kind::Desa, day(on), day(20))
    };
    assert_eq!(choose(11), Err(Refusal::BeforeFormerEnd { until: day(12) }));
    assert!(choose(12).is_ok());
}

#[test]
fn a_second_decree_must_be_a_newer_one() {
    let mut village = with_choice(&["kopi"], 5);
    if let Some(choice) = &mut village.choice {
        choice.decree = Some(crate::domain::village::Decree {
            number: "07/2025".into(),
            on: day(10),
        });
    }
    let decree = |number: &str, on| {
        let act = Act::RecordDecree {
            number: number.into(),
        };
        act.check(&village, Kind::Desa, day(on), day(20))
    };
    assert!(matches!(
        decree("08/2025", 9),
        Err(Refusal::BeforeDecree { .. })
    ));
    assert!(matches!(
        decree(" 07/2025 ", 10),
        Err(Refusal::SameDecree { .. })
    ));
    assert!(decree("08/2025", 10).is_ok(), "a corrected number");
    assert!(decree("07/2025", 11).is_ok(), "a corrected day");
}

#[test]
fn a_public_source_is_cleaned_and_needs_an_address() {
    let record = |address: &str| {
        let act = Act::RecordPotential {
            id: Uuid::from_u128(1),
            name: "kopi".into(),
            group: Group::Estate,
            source: Source::Public {
                address: address.into(),
                date: "2020\u{1b}".into(),
            },
            note: String::new(),
        };
        check(&act, &Village::default())
    };
    let Ok(Event::PotentialRecorded(e)) = record(" https://example.org/\u{202e}a ") else {
        panic!("not recorded");
    };
    assert_eq!(
        e.source,
        Source::Public {
            address: "https://example.org/a".into(),
            date: "2020".into()
        }
    );
    assert_eq!(record("\u{200b}"), Err(Refusal::Empty(Field::Source)));
    assert!(matches!(
        record(&"a".repeat(MAX_NOTE + 1)),
        Err(Refusal::TooLong { .. })
    ));
}

#[test]
fn a_choice_ends_after_all_that_is_recorded_of_it() {
    let mut village = with_choice(&["kopi", "madu"], 5);
    if let Some(choice) = &mut village.choice {
        choice.stage_since = day(12);
    }
    let end = |act: &Act, on| act.check(&village, Kind::Desa, day(on), day(20));
    let cancel = Act::CancelChoice {
        reason: "kelompok bubar".into(),
    };
    let replace = Act::Choose {
        potential: Uuid::from_u128(2),
        product: String::new(),
        forum: Forum::VillageDeliberation,
        minutes: String::new(),
        reason: "panen gagal".into(),
    };
    for act in [cancel, replace] {
        assert_eq!(end(&act, 11), Err(Refusal::BeforeItsLatest { on: day(12) }));
        assert!(end(&act, 12).is_ok());
    }
}

mod programme;
