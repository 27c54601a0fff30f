//! Roles hold wherever something is written: every kind of act, by everybody, on real files.

use chrono::TimeDelta;
use ovop::domain::act::{Act, EvidenceAct, MakerAct, Refusal};
use ovop::domain::event::{
    AssistanceBegun, AssistanceEnded, ChannelClosed, ChannelOpened, Event, Group, MonthRecorded,
    ProducerAmended, ProducerRecorded, ProducerTurned, WorkersCounted,
};
use ovop::domain::follow::Office;
use ovop::domain::gate::Category;
use ovop::domain::makers::{Business, Form, Outlet};
use ovop::domain::month::Month;
use ovop::domain::occasion::{Contact, OccasionAct, OccasionRefusal, Plan, Sort};
use ovop::domain::people::{DenialReason, PersonAct, PersonEvent, PersonRefusal, Role};
use ovop::domain::stage::Stage;
use ovop::store::{Access, ActRequest, Error, OccasionRequest, Store, Written};
use uuid::Uuid;

use super::occasions::{arrive, guest, id, meeting, topics};
use super::support::*;

const ED: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPbpTNylTSb0Ie2uj//JaNgStb1CRFpVCMbH2AsXyFq6";
/// A village of the companion's scope, and one outside.
const INSIDE: usize = 0;
const OUTSIDE: usize = 5;

fn add(name: &str, called: &str, role: Role, scope: &[&str]) -> PersonAct {
    PersonAct::Add {
        name: name.into(),
        called: called.into(),
        role,
        scope: scope.iter().map(|s| (*s).to_owned()).collect(),
    }
}

fn turned(name: &str, active: bool) -> PersonAct {
    PersonAct::Turn {
        name: name.into(),
        active,
        reason: String::new(),
    }
}

struct Crew {
    db: Db,
    store: Store,
    next: u128,
}

impl Crew {
    /// An admin, the chair, a companion of Lamaknen, a viewer, and one who was turned off.
    fn new() -> Self {
        let mut crew = Self::alone();
        crew.people(
            "ovop",
            &[
                add("maria", "Maria", Role::Admin, &[]),
                add("yosef", "", Role::Chair, &[]),
                add("siti", "Siti", Role::Companion, &["53.04.01"]),
                add("dewi", "", Role::Viewer, &[]),
                add("bekas", "", Role::Chair, &[]),
                turned("bekas", false),
            ],
        )
        .unwrap();
        // As everybody meets it: nobody is the owner.
        crew.store = crew.db.open();
        crew
    }

    fn alone() -> Self {
        let db = Db::small();
        let store = db.open().by_account();
        Self { db, store, next: 0 }
    }

    fn stamp(&mut self, actor: &str) -> ovop::store::Stamp {
        self.next += 1;
        stamp(self.next, actor)
    }

    fn people(&mut self, actor: &str, acts: &[PersonAct]) -> Result<Written, Error> {
        let stamp = self.stamp(actor);
        self.store.people_act(&stamp, acts)
    }

    fn act(&mut self, actor: &str, request: ActRequest) -> Result<Written, Error> {
        let stamp = self.stamp(actor);
        self.store.act(&stamp, &[request])
    }

    fn at(&mut self, actor: &str, n: u128, act: OccasionAct) -> Result<Written, Error> {
        let stamp = self.stamp(actor);
        let request = OccasionRequest {
            occasion: id(n),
            act,
            seen: None,
            contact: None,
        };
        self.store.occasion_act(&stamp, &[request])
    }

    fn undo(&mut self, actor: &str, batch: Uuid) -> Result<Written, Error> {
        let stamp = self.stamp(actor);
        self.store.undo(&stamp, batch)
    }

    fn is_sound(&self) {
        let health = self.store.check(nov(30)).unwrap();
        assert!(health.is_sound(), "{health:?}");
    }
}

/// Why it was refused to this person.
#[track_caller]
fn denial<T: std::fmt::Debug>(result: Result<T, Error>) -> DenialReason {
    match result {
        Err(Error::Refused(Refusal::Denied(why))) => why.reason,
        other => panic!("{other:?}"),
    }
}

/// Every kind of act on a village, each of which can be done after the ones before it. `m` tells one village's ids from
/// another's.
fn story(m: u128) -> Vec<Act> {
    let uuid = |n: u128| Uuid::from_u128(m * 1000 + n);
    let business = |name: &str| Business {
        name: name.into(),
        form: Form::Group,
        head: String::new(),
        men: None,
        women: None,
        produced: None,
    };
    let makers = [
        MakerAct::RecordProducer(ProducerRecorded {
            producer: uuid(1),
            business: business("KUB Sinar"),
        }),
        MakerAct::AmendProducer(ProducerAmended {
            producer: uuid(1),
            business: business("KUB Sinar Baru"),
        }),
        MakerAct::TurnProducer(ProducerTurned {
            producer: uuid(1),
            active: false,
            reason: "ketuanya pindah".into(),
        }),
        MakerAct::CountWorkers(WorkersCounted {
            men: 1,
            women: 2,
            work: None,
            health: None,
        }),
        MakerAct::RecordMonth(MonthRecorded {
            month: Month::of(nov(20)),
            volume: None,
            unit: String::new(),
            turnover: Some(500_000),
            channel: None,
            producer: None,
        }),
        MakerAct::OpenChannel(ChannelOpened {
            channel: uuid(2),
            outlet: Outlet::Shop,
            name: String::new(),
        }),
        MakerAct::CloseChannel(ChannelClosed {
            channel: uuid(2),
            reason: "pasar tutup".into(),
        }),
        MakerAct::BeginAssistance(AssistanceBegun {
            assistance: uuid(3),
            office: Office::Health,
            what: "pelatihan".into(),
            waiting: false,
        }),
        MakerAct::EndAssistance(AssistanceEnded {
            assistance: uuid(3),
            handover: String::new(),
            note: String::new(),
        }),
    ];
    let mut acts = vec![
        potential(m * 1000 + 10, "kopi"),
        Act::AmendPotential {
            potential: uuid(10),
            name: "kopi arabika".into(),
            group: Group::Estate,
            note: String::new(),
            confirmed: true,
        },
        potential(m * 1000 + 11, "madu"),
        Act::WithdrawPotential {
            potential: uuid(11),
            reason: "keliru".into(),
        },
        choose(m * 1000 + 10, ""),
        Act::RecordDecree {
            number: "07/2025".into(),
        },
        declare(Stage::Processed),
        Act::SoldRaw {
            raw: true,
            note: String::new(),
        },
        note("dikunjungi"),
        Act::Evidence(EvidenceAct::SetCategory {
            category: Category::Fresh,
        }),
        claimed(claim(m * 1000 + 12, "kelompok")),
        verify(m * 1000 + 12),
        withdraw(m * 1000 + 12),
        blocker(m * 1000 + 13, Office::Health),
        cleared(m * 1000 + 13),
        plan(m * 1000 + 14, nov(30)),
        closed(m * 1000 + 14),
    ];
    acts.extend(makers.map(Act::Makers));
    acts.push(Act::CancelChoice {
        reason: "musdes ulang".into(),
    });
    acts
}

#[test]
fn every_act_on_a_village_is_done_by_its_companion_the_chair_and_admins_and_by_nobody_else() {
    for (m, able) in (1..).zip(["siti", "yosef", "maria"]) {
        let mut crew = Crew::new();
        for act in story(m) {
            let request = request(INSIDE, act.clone(), 30);
            let before = crew.store.last_seq().unwrap();
            assert_eq!(
                denial(crew.act("dewi", request.clone())),
                DenialReason::Viewer
            );
            assert_eq!(
                denial(crew.act("bekas", request.clone())),
                DenialReason::Off
            );
            assert_eq!(
                denial(crew.act("tamu", request.clone())),
                DenialReason::Stranger
            );
            assert_eq!(crew.store.last_seq().unwrap(), before, "{act:?}");
            let written = crew.act(able, request);
            assert!(written.is_ok(), "{able}, {act:?}: {written:?}");
        }
        for act in story(m + 10) {
            let request = request(OUTSIDE, act.clone(), 30);
            let refused = crew.act("siti", request.clone());
            assert_eq!(denial(refused), DenialReason::OutOfScope, "{act:?}");
            crew.act("yosef", request).unwrap();
        }
        crew.is_sound();
    }
}

#[test]
fn a_refusal_comes_before_anything_else_that_is_wrong_and_names_who_may() {
    let mut crew = Crew::new();
    let nothing = request(
        INSIDE,
        Act::CancelChoice {
            reason: String::new(),
        },
        30,
    );
    let Err(Error::Refused(Refusal::Denied(why))) = crew.act("dewi", nothing) else {
        panic!("not refused");
    };
    assert_eq!(why.ask, ["Siti", "yosef", "Maria"]);
    let many = [INSIDE, OUTSIDE].map(|n| request(n, note("bersama"), 30));
    let stamp = crew.stamp("siti");
    let dry_run = crew.store.dry_run(&stamp, &many).unwrap();
    assert!(dry_run[0].outcome.is_ok());
    assert!(matches!(
        &dry_run[1].outcome,
        Err(Refusal::Denied(why)) if why.reason == DenialReason::OutOfScope
    ));
    let refused = crew.store.act(&stamp, &many);
    assert_eq!(denial(refused), DenialReason::OutOfScope);
    let card = crew.store.card(&village(INSIDE)).unwrap().unwrap();
    assert!(card.village.notes.is_empty(), "all or nothing");
}

fn outreach() -> Plan {
    Plan {
        sort: Sort::Outreach,
        ..meeting(nov(30))
    }
}

fn moment(minute: i64) -> chrono::DateTime<chrono::Utc> {
    noon() + TimeDelta::minutes(minute)
}

/// The acts of a meeting in their order, and whether a companion may do them too.
fn course() -> Vec<(OccasionAct, bool)> {
    let decide = OccasionAct::Decide {
        item: 1,
        triage: ovop::domain::occasion::Triage::Stays,
        note: String::new(),
        at: moment(3),
        promises: Vec::new(),
    };
    vec![
        (OccasionAct::Plan(meeting(nov(30))), false),
        (
            OccasionAct::Amend(Plan {
                place: "Aula baru".into(),
                ..meeting(nov(30))
            }),
            false,
        ),
        (topics([INSIDE, OUTSIDE]), false),
        (
            OccasionAct::AddItem(ovop::domain::occasion::Topic {
                village: None,
                title: "Jadwal".into(),
                minutes: 3,
            }),
            false,
        ),
        (OccasionAct::Open { at: moment(0) }, false),
        (arrive(50, "Kades Kewar", INSIDE), true),
        (
            OccasionAct::AmendGuest {
                id: id(50),
                guest: guest("Kades Fulur", INSIDE),
            },
            true,
        ),
        (
            OccasionAct::WithdrawGuest {
                id: id(50),
                reason: "keliru".into(),
            },
            true,
        ),
        (
            OccasionAct::Begin {
                item: 1,
                at: moment(1),
            },
            false,
        ),
        (
            OccasionAct::Note {
                item: Some(1),
                at: moment(2),
                text: "camat bertanya".into(),
            },
            true,
        ),
        (decide, false),
        (
            OccasionAct::Postpone {
                item: 2,
                at: moment(4),
            },
            false,
        ),
        (
            OccasionAct::Skip {
                item: 3,
                at: moment(5),
                reason: "waktu habis".into(),
            },
            false,
        ),
        (OccasionAct::Close { at: moment(6) }, false),
        (OccasionAct::Finalise { at: moment(7) }, false),
        (
            OccasionAct::Addendum {
                text: "ejaan".into(),
                at: moment(8),
            },
            false,
        ),
    ]
}

#[test]
fn meetings_are_led_by_the_chair_and_written_up_by_everybody_who_records() {
    let mut crew = Crew::new();
    for (act, common) in course() {
        for (who, why) in [
            ("dewi", DenialReason::Viewer),
            ("bekas", DenialReason::Off),
            ("tamu", DenialReason::Stranger),
        ] {
            assert_eq!(denial(crew.at(who, 1, act.clone())), why, "{act:?}");
        }
        if common {
            crew.at("siti", 1, act).unwrap();
        } else {
            let refused = crew.at("siti", 1, act.clone());
            assert_eq!(denial(refused), DenialReason::Lead, "{act:?}");
            crew.at("yosef", 1, act).unwrap();
        }
    }
    let cancel = OccasionAct::Cancel {
        reason: "hujan".into(),
    };
    crew.at("maria", 2, OccasionAct::Plan(meeting(nov(30))))
        .unwrap();
    assert_eq!(
        denial(crew.at("siti", 2, cancel.clone())),
        DenialReason::Lead
    );
    crew.at("maria", 2, cancel).unwrap();
    crew.is_sound();
}

#[test]
fn a_companion_runs_an_event_and_makes_no_meeting_of_it() {
    let mut crew = Crew::new();
    crew.at("siti", 1, OccasionAct::Plan(outreach())).unwrap();
    let turned = crew.at("siti", 1, OccasionAct::Amend(meeting(nov(30))));
    assert_eq!(denial(turned), DenialReason::Lead);
    crew.at("siti", 1, OccasionAct::Open { at: moment(0) })
        .unwrap();
    crew.at("siti", 1, arrive(50, "Kades", INSIDE)).unwrap();
    crew.at("siti", 1, OccasionAct::Close { at: moment(5) })
        .unwrap();
    let nowhere = crew.at("siti", 9, OccasionAct::Close { at: moment(5) });
    assert!(matches!(
        nowhere,
        Err(Error::Refused(Refusal::Occasion(OccasionRefusal::Unknown)))
    ));
    crew.is_sound();
}

#[test]
fn telephone_numbers_beside_the_log_are_judged_too() {
    let mut crew = Crew::new();
    crew.at("siti", 1, OccasionAct::Plan(outreach())).unwrap();
    crew.at("siti", 1, OccasionAct::Open { at: moment(0) })
        .unwrap();
    crew.at("siti", 1, arrive(50, "Kades", INSIDE)).unwrap();
    let with_phone = |crew: &mut Crew, who: &str| {
        let stamp = crew.stamp(who);
        let request = OccasionRequest {
            occasion: id(1),
            act: OccasionAct::AmendGuest {
                id: id(50),
                guest: guest("Kades", INSIDE),
            },
            seen: None,
            contact: Some(Contact {
                phone: "0812 3456 7890".into(),
                nik: String::new(),
            }),
        };
        crew.store.occasion_act(&stamp, &[request])
    };
    for who in ["dewi", "bekas", "tamu"] {
        denial(with_phone(&mut crew, who));
        assert!(crew.store.contacts(id(1)).unwrap().is_empty());
    }
    with_phone(&mut crew, "siti").unwrap();
    for (who, why) in [
        ("dewi", DenialReason::Viewer),
        ("siti", DenialReason::Erase),
        ("tamu", DenialReason::Stranger),
    ] {
        assert_eq!(denial(crew.store.forget_contacts(who, id(1), None)), why);
    }
    assert_eq!(crew.store.contacts(id(1)).unwrap().len(), 1);
    crew.store.forget_contacts("yosef", id(1), None).unwrap();
}

#[test]
fn ones_own_act_is_taken_back_by_oneself_and_anothers_by_the_chair() {
    let mut crew = Crew::new();
    let own = crew.act("siti", request(INSIDE, note("satu"), 30)).unwrap();
    let theirs = crew.act("yosef", request(INSIDE, note("dua"), 30)).unwrap();
    assert_eq!(
        denial(crew.undo("siti", theirs.batch)),
        DenialReason::OfOthers
    );
    assert_eq!(denial(crew.undo("dewi", own.batch)), DenialReason::Viewer);
    // Forth and back, by oneself …
    let undone = crew.undo("siti", own.batch).unwrap();
    let redone = crew.undo("siti", undone.batch).unwrap();
    // … and what the chair took back stays so for the companion.
    let by_chair = crew.undo("yosef", redone.batch).unwrap();
    assert_eq!(
        denial(crew.undo("siti", by_chair.batch)),
        DenialReason::OfOthers
    );
    crew.undo("yosef", by_chair.batch).unwrap();
    // Without the role that could do it, one's own act stays too.
    crew.people(
        "maria",
        &[PersonAct::Scope {
            name: "siti".into(),
            scope: vec!["53.21".into()],
        }],
    )
    .unwrap();
    assert_eq!(
        denial(crew.undo("siti", own.batch)),
        DenialReason::OutOfScope
    );
    crew.is_sound();
}

#[test]
fn an_act_for_many_is_taken_back_whole_or_not_at_all() {
    let mut crew = Crew::new();
    let stamp = crew.stamp("yosef");
    let many = [INSIDE, OUTSIDE].map(|n| request(n, note("bersama"), 30));
    let written = crew.store.act(&stamp, &many).unwrap();
    crew.people(
        "maria",
        &[PersonAct::Role {
            name: "yosef".into(),
            role: Role::Companion,
            scope: vec!["53.04.01".into()],
        }],
    )
    .unwrap();
    let before = crew.store.last_seq().unwrap();
    assert_eq!(
        denial(crew.undo("yosef", written.batch)),
        DenialReason::OutOfScope
    );
    assert_eq!(crew.store.last_seq().unwrap(), before);
}

#[test]
fn people_are_changed_by_admins_alone_and_at_once() {
    let mut crew = Crew::new();
    let acts = || {
        vec![
            add("baru", "", Role::Viewer, &[]),
            PersonAct::Role {
                name: "dewi".into(),
                role: Role::Chair,
                scope: Vec::new(),
            },
            PersonAct::Scope {
                name: "siti".into(),
                scope: vec!["53.21.11.2006".into()],
            },
            turned("bekas", true),
            PersonAct::GiveKey {
                name: "dewi".into(),
                key: ED.into(),
            },
            PersonAct::TakeKey {
                name: "dewi".into(),
                fingerprint: "D6AV".into(),
            },
        ]
    };
    for act in acts() {
        for (who, why) in [
            ("yosef", DenialReason::People),
            ("siti", DenialReason::People),
            ("dewi", DenialReason::Viewer),
            ("bekas", DenialReason::Off),
            ("tamu", DenialReason::Stranger),
        ] {
            assert_eq!(denial(crew.people(who, std::slice::from_ref(&act))), why);
        }
    }
    let mut other = crew.db.open();
    let written = crew.people("maria", &acts()).unwrap();
    assert_eq!(written.events.len(), acts().len());
    assert!(written.events.iter().all(|e| e.actor == "maria"));
    // A session that was open before meets the new roles.
    let stamp = crew.stamp("siti");
    assert_eq!(
        denial(other.act(&stamp, &[request(INSIDE, note("x"), 30)])),
        DenialReason::OutOfScope
    );
    other
        .act(&stamp, &[request(OUTSIDE, note("x"), 30)])
        .unwrap();
    let stamp = crew.stamp("dewi");
    other
        .act(&stamp, &[request(INSIDE, note("x"), 30)])
        .unwrap();
    crew.is_sound();
}

#[test]
fn the_owner_adds_the_first_person_who_must_be_an_admin() {
    let mut crew = Crew::alone();
    assert_eq!(crew.store.admit("siapa-saja").unwrap(), Access::Alone);
    crew.act("siapa-saja", request(0, note("sendiri"), 30))
        .unwrap();
    let first = crew.people("ovop", &[add("dewi", "", Role::Viewer, &[])]);
    assert!(matches!(
        first,
        Err(Error::Refused(Refusal::Person(PersonRefusal::FirstIsAdmin)))
    ));
    let maria = [add("maria", "Maria", Role::Admin, &[])];
    let stamp = crew.stamp("maria");
    let other = crew.db.open().people_act(&stamp, &maria);
    assert_eq!(denial(other), DenialReason::Owner, "not under a name");
    crew.people("ovop", &maria).unwrap();
    // From here on roles hold: the owner looks and keeps the list, and records nothing.
    assert_eq!(crew.store.admit("ovop").unwrap(), Access::Owner);
    let recorded = crew.act("ovop", request(0, note("lagi"), 30));
    assert_eq!(denial(recorded), DenialReason::Stranger);
    crew.people("ovop", &[add("yosef", "", Role::Chair, &[])])
        .unwrap();
    crew.act("maria", request(0, note("lagi"), 30)).unwrap();
    // What it did to the list it takes back itself, and nothing else.
    let off = crew.people("ovop", &[turned("yosef", false)]).unwrap();
    crew.undo("ovop", off.batch).unwrap();
    assert!(crew.store.admit("yosef").is_ok());
    let noted = crew.act("maria", request(0, note("catatan"), 30)).unwrap();
    assert_eq!(
        denial(crew.undo("ovop", noted.batch)),
        DenialReason::Stranger
    );
    crew.is_sound();
}

#[test]
fn who_was_turned_off_or_is_unknown_does_not_even_come_in() {
    let crew = Crew::new();
    assert!(matches!(
        crew.store.admit("siti").unwrap(),
        Access::Person(p) if p.role == Role::Companion
    ));
    assert_eq!(denial(crew.store.admit("bekas")), DenialReason::Off);
    assert_eq!(denial(crew.store.admit("tamu")), DenialReason::Stranger);
    // The owner of the file is no way around for those who come in under a name.
    assert_eq!(
        denial(crew.db.open().by_account().admit("bekas")),
        DenialReason::Off
    );
}

#[test]
fn roles_cannot_be_undone_away() {
    let mut crew = Crew::alone();
    let first = crew
        .people("ovop", &[add("maria", "", Role::Admin, &[])])
        .unwrap();
    let undone = crew.undo("maria", first.batch);
    assert!(matches!(
        undone,
        Err(Error::Refused(Refusal::Person(PersonRefusal::LastAdmin)))
    ));
    let second = crew
        .people("maria", &[add("yosef", "", Role::Chair, &[])])
        .unwrap();
    crew.store = crew.db.open();
    assert_eq!(
        denial(crew.undo("yosef", second.batch)),
        DenialReason::People
    );
    crew.undo("maria", second.batch).unwrap();
    assert_eq!(
        denial(crew.db.open().admit("yosef")),
        DenialReason::Stranger
    );
    crew.is_sound();
}

#[test]
fn an_undo_gives_nobody_the_key_of_somebody_else() {
    let mut crew = Crew::new();
    let key = |name: &str| PersonAct::GiveKey {
        name: name.into(),
        key: ED.into(),
    };
    let take = |name: &str| PersonAct::TakeKey {
        name: name.into(),
        fingerprint: "D6AV".into(),
    };
    crew.people("maria", &[key("siti")]).unwrap();
    let taken = crew.people("maria", &[take("siti")]).unwrap();
    crew.people("maria", &[key("dewi")]).unwrap();
    let before = crew.store.last_seq().unwrap();
    assert!(matches!(
        crew.undo("maria", taken.batch),
        Err(Error::Refused(Refusal::Person(PersonRefusal::KeyOf(who)))) if who == "siti" || who == "dewi"
    ));
    assert_eq!(crew.store.last_seq().unwrap(), before);
    crew.people("maria", &[take("dewi")]).unwrap();
    crew.undo("maria", taken.batch).unwrap();
    let people = crew.store.people().unwrap();
    assert_eq!(people.person("siti").unwrap().keys.len(), 1);
    assert!(people.doubled_keys().is_empty());
    crew.is_sound();
}

#[test]
fn an_owner_on_the_list_has_the_role_that_the_list_gives() {
    let mut crew = Crew::alone();
    let listed = [
        add("maria", "", Role::Admin, &[]),
        add("ovop", "", Role::Companion, &["53.04.01"]),
    ];
    crew.people("ovop", &listed).unwrap();
    let rise = PersonAct::Role {
        name: "ovop".into(),
        role: Role::Admin,
        scope: Vec::new(),
    };
    assert_eq!(
        denial(crew.people("ovop", std::slice::from_ref(&rise))),
        DenialReason::People
    );
    let off = crew
        .people("maria", &[add("yosef", "", Role::Chair, &[])])
        .unwrap();
    // Neither by an undo: it is an act on the list, and another person's.
    crew.undo("ovop", off.batch).unwrap_err();
    crew.people("maria", &[rise]).unwrap();
    crew.people("ovop", &[turned("yosef", false)]).unwrap();
    crew.is_sound();
}

#[test]
fn a_scope_names_places_of_the_register() {
    let mut crew = Crew::new();
    for wrong in ["53.99", "53.04.01.9999", "5304012001", "Lamaknen", ""] {
        let act = add("baru", "", Role::Companion, &[wrong]);
        assert!(
            matches!(crew.people("maria", &[act]), Err(Error::UnknownVillage(code)) if code == wrong)
        );
    }
    let scope = ["53.04.01.2001", "53.21.11", "53.21"];
    crew.people("maria", &[add("baru", "", Role::Companion, &scope)])
        .unwrap();
}

#[test]
fn a_table_that_says_something_else_than_the_log_is_found_and_put_right() {
    let mut crew = Crew::new();
    let right = crew.store.people().unwrap();
    raw(&crew.db.path)
        .execute_batch(
            "UPDATE person SET role = 'admin' WHERE name = 'dewi';
             DELETE FROM person WHERE name = 'siti';
             INSERT INTO person VALUES ('penyusup', '', 'admin', '', 1);",
        )
        .unwrap();
    let health = crew.store.check(nov(30)).unwrap();
    assert!(!health.is_sound());
    assert_eq!(health.wrong_people, ["dewi", "penyusup", "siti"]);
    // Whom the wrong table makes an admin is none.
    for (who, why) in [
        ("penyusup", DenialReason::Stranger),
        ("dewi", DenialReason::Viewer),
        ("bekas", DenialReason::Off),
    ] {
        assert_eq!(denial(crew.store.rebuild(who, nov(30))), why);
    }
    assert_eq!(crew.store.rebuild("siti", nov(30)).unwrap(), 3);
    crew.is_sound();
    assert_eq!(crew.store.people().unwrap(), right);
    assert_eq!(
        denial(crew.act("penyusup", request(0, note("x"), 30))),
        DenialReason::Stranger
    );
}

#[test]
fn sending_again_after_a_lost_answer_changes_nothing_more() {
    let mut crew = Crew::new();
    let stamp = crew.stamp("maria");
    let acts = [add("baru", "", Role::Viewer, &[])];
    let first = crew.store.people_act(&stamp, &acts).unwrap();
    let again = crew.store.people_act(&stamp, &acts).unwrap();
    assert!(again.already && !first.already);
    assert_eq!(again.events, first.events);
    assert!(matches!(
        &first.events[0].event,
        Event::Person(PersonEvent::Added(e)) if e.name == "baru"
    ));
}
