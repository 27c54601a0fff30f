use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::*;
use crate::domain::act::Refusal;
use crate::domain::event::Reverted;

const ED: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPbpTNylTSb0Ie2uj//JaNgStb1CRFpVCMbH2AsXyFq6 siti@telepon";
const ECDSA: &str = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBJ++J50IJrb3AXa2g3uwzOjabrTruiuQER7u/i9KgyJHu4y7xsOly4cYi6+pGAtjJMksCsQnLD1dcx9q0JI6+7g= dewi";
const RSA_1024: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDf/bPC5Ao/hL3RBFYAo2oaOkl7r1N7lHYOCCUMK6y4eiJDkyAwZQwPtKFgQrapS1Th5+z5JLaHIACghzdrgJ6QBBuKDyYigpkvclgxzwfhXOQxuT34k1k25Zs/EC+TULMudyc3E9KyQah49HqJ/1hd/+emUHJZRoaO33aXSGTmVQ== root";

fn recorded(n: u128, event: Event) -> Recorded {
    Recorded {
        seq: i64::try_from(n).unwrap(),
        id: Uuid::from_u128(n),
        stream: STREAM.into(),
        event,
        occurred_on: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        recorded_at: DateTime::UNIX_EPOCH,
        actor: "ovop".into(),
        origin: Uuid::nil(),
        batch: Uuid::from_u128(n),
    }
}

fn add(name: &str, called: &str, role: Role, scope: &[&str]) -> PersonAct {
    PersonAct::Add {
        name: name.into(),
        called: called.into(),
        role,
        scope: scope.iter().map(|s| (*s).to_owned()).collect(),
    }
}

/// Does the acts one after another, each on what the ones before it left.
fn done(acts: &[PersonAct]) -> (People, Vec<Recorded>) {
    let mut log = Vec::new();
    for act in acts {
        let event = act.check(&People::fold(&log)).unwrap();
        log.push(recorded(log.len() as u128 + 1, Event::Person(event)));
    }
    (People::fold(&log), log)
}

/// An admin, the chair, a companion of Raimanuk and of one village of Rinhat, and a viewer.
fn crew() -> People {
    done(&[
        add("maria", "Maria Bere", Role::Admin, &[]),
        add("yosef", "", Role::Chair, &[]),
        add(
            "siti",
            "Siti",
            Role::Companion,
            &["53.21.04.2003", "53.04.01"],
        ),
        add("dewi", "Dewi", Role::Viewer, &[]),
    ])
    .0
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

#[test]
fn each_role_may_do_what_is_its_own() {
    let people = crew();
    let inside = Permission::Village(code("53.04.01.2001"));
    let named = Permission::Village(code("53.21.04.2003"));
    let outside = Permission::Village(code("53.21.04.2004"));
    let permissions = [
        inside,
        named,
        outside,
        Permission::Common,
        Permission::Lead,
        Permission::Erase,
        Permission::OfOthers,
        Permission::People,
    ];
    let may = |name: &str| -> Vec<Option<DenialReason>> {
        permissions
            .iter()
            .map(|m| people.may(name, m).err().map(|d| d.reason))
            .collect()
    };
    assert_eq!(may("maria"), [None; 8]);
    let mut chair = [None; 8];
    chair[7] = Some(DenialReason::People);
    assert_eq!(may("yosef"), chair);
    assert_eq!(
        may("siti"),
        [
            None,
            None,
            Some(DenialReason::OutOfScope),
            None,
            Some(DenialReason::Lead),
            Some(DenialReason::Erase),
            Some(DenialReason::OfOthers),
            Some(DenialReason::People),
        ]
    );
    assert_eq!(may("dewi"), [Some(DenialReason::Viewer); 8]);
    assert_eq!(may("tamu"), [Some(DenialReason::Stranger); 8]);
}

#[test]
fn a_scope_holds_whole_places_and_no_beginnings_of_codes() {
    let (people, _) = done(&[
        add("maria", "", Role::Admin, &[]),
        add("rina", "", Role::Companion, &["53.04"]),
        add("siti", "", Role::Companion, &["53.04.01"]),
    ]);
    let covers = |name: &str, village: &str| people.person(name).unwrap().covers(&code(village));
    assert!(covers("rina", "53.04.12.1003"));
    assert!(!covers("rina", "53.21.01.2001"));
    assert!(covers("siti", "53.04.01.2001"));
    assert!(!covers("siti", "53.04.02.2001"));
}

#[test]
fn whoever_is_refused_is_sent_to_people_who_may() {
    let people = crew();
    let ask = |name: &str, permission: &Permission| people.may(name, permission).unwrap_err().ask;
    let raimanuk = Permission::Village(code("53.04.01.2001"));
    assert_eq!(ask("dewi", &raimanuk), ["Siti", "yosef", "Maria Bere"]);
    let elsewhere = Permission::Village(code("53.21.04.2004"));
    assert_eq!(ask("siti", &elsewhere), ["yosef", "Maria Bere"]);
    assert_eq!(ask("siti", &Permission::People), ["Maria Bere"]);
    assert_eq!(ask("tamu", &raimanuk), ["Maria Bere"]);
}

#[test]
fn where_nobody_was_added_everybody_may_do_everything() {
    let people = People::default();
    assert_eq!(people.may("siapa-saja", &Permission::People), Ok(()));
}

#[test]
fn a_person_who_was_turned_off_may_do_nothing() {
    let (people, _) = done(&[
        add("maria", "Maria", Role::Admin, &[]),
        add("yosef", "", Role::Chair, &[]),
        PersonAct::Turn {
            name: "yosef".into(),
            active: false,
            reason: "pindah tugas".into(),
        },
    ]);
    let denied = people.may("yosef", &Permission::Common).unwrap_err();
    assert_eq!(denied.reason, DenialReason::Off);
    assert_eq!(denied.ask, ["Maria"], "and nobody is sent to them either");
}

#[test]
fn there_is_always_an_admin() {
    assert_eq!(
        add("dewi", "", Role::Viewer, &[]).check(&People::default()),
        Err(Refusal::Person(PersonRefusal::FirstIsAdmin))
    );
    let people = crew();
    let last = Err(Refusal::Person(PersonRefusal::LastAdmin));
    let off = PersonAct::Turn {
        name: "maria".into(),
        active: false,
        reason: String::new(),
    };
    let down = PersonAct::Role {
        name: "maria".into(),
        role: Role::Chair,
        scope: Vec::new(),
    };
    assert_eq!(off.check(&people), last);
    assert_eq!(down.check(&people), last);
}

#[test]
fn scopes_go_with_companions() {
    let people = crew();
    let role = |name: &str, role, scope: &[&str]| {
        PersonAct::Role {
            name: name.into(),
            role,
            scope: scope.iter().map(|s| (*s).to_owned()).collect(),
        }
        .check(&people)
    };
    let refused = |why| Err(Refusal::Person(why));
    assert_eq!(
        role("dewi", Role::Companion, &[]),
        refused(PersonRefusal::NeedsScope)
    );
    assert!(role("dewi", Role::Companion, &["53.04.02"]).is_ok());
    assert_eq!(
        role("siti", Role::Companion, &[]),
        Err(Refusal::NothingChanged),
        "the scope that there is goes on"
    );
    assert!(
        matches!(role("siti", Role::Chair, &[]), Ok(PersonEvent::Role(e)) if e.scope.is_empty())
    );
    assert_eq!(
        role("yosef", Role::Admin, &["53.04"]),
        refused(PersonRefusal::NoScope(Role::Admin))
    );
    assert_eq!(
        add("nona", "", Role::Companion, &[]).check(&people),
        refused(PersonRefusal::NeedsScope)
    );
}

#[test]
fn names_are_harmless_everywhere() {
    for name in ["maria", "m", "siti.belu", "a-1", "_srv", &"a".repeat(32)] {
        assert!(is_name(name), "{name}");
    }
    for name in [
        "",
        "Maria",
        "-as",
        ".ssh",
        "a b",
        "a\"b",
        "a\n",
        "@ovop",
        "uid:5",
        "josé",
        &"a".repeat(33),
    ] {
        assert!(!is_name(name), "{name}");
    }
}

#[test]
fn what_an_undo_took_back_is_not_there() {
    let (_, mut log) = done(&[
        add("maria", "", Role::Admin, &[]),
        add("dewi", "", Role::Viewer, &[]),
    ]);
    let batch = Uuid::from_u128(2);
    log.push(recorded(3, Event::Reverted(Reverted { batch })));
    let people = People::fold(&log);
    assert!(people.person("dewi").is_none());
    assert_eq!(people.all.len(), 1);
}

#[test]
fn every_kind_comes_back_from_the_log_as_it_went_in() {
    let (people, log) = done(&[
        add("maria", "Maria", Role::Admin, &[]),
        add("siti", "", Role::Companion, &["53.04.01"]),
        PersonAct::Scope {
            name: "siti".into(),
            scope: vec!["53.04.02".into(), "53.04.01".into(), "53.04.02".into()],
        },
        PersonAct::GiveKey {
            name: "siti".into(),
            key: ED.into(),
        },
        PersonAct::GiveKey {
            name: "siti".into(),
            key: ECDSA.into(),
        },
        PersonAct::TakeKey {
            name: "siti".into(),
            fingerprint: "SHA256:qx09".into(),
        },
        PersonAct::Role {
            name: "siti".into(),
            role: Role::Chair,
            scope: Vec::new(),
        },
        PersonAct::Turn {
            name: "siti".into(),
            active: false,
            reason: "cuti".into(),
        },
    ]);
    let mut kinds: Vec<&str> = log.iter().map(|r| r.event.kind()).collect();
    let again: Vec<Recorded> = log
        .iter()
        .map(|r| Recorded {
            event: Event::read(r.event.kind(), &r.event.body().unwrap()),
            ..r.clone()
        })
        .collect();
    assert_eq!(again, log);
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), PersonEvent::KINDS.len(), "each kind was tried");
    let siti = people.person("siti").unwrap();
    assert_eq!((siti.role, siti.active), (Role::Chair, false));
    assert_eq!(siti.keys.len(), 1);
    assert!(siti.scope.is_empty());
}

#[test]
fn keys_have_the_fingerprints_that_ssh_keygen_shows() {
    let print = |line: &str| Key::read(line).unwrap().fingerprint();
    assert_eq!(
        print(ED),
        "SHA256:D6AVNtit6wwVGxqprwp7olrwXHna8iijB36QjUJNhbc"
    );
    assert_eq!(
        print(ECDSA),
        "SHA256:qx09uMpX9bFUoVyV63x5pQJcjwTncfNBFpWkkjDrCw8"
    );
    assert_eq!(Key::read(ED).unwrap().to_string(), ED);
}

#[test]
fn only_a_whole_public_key_on_one_line_is_taken() {
    let fault = |text: &str| Key::read(text).unwrap_err();
    for (text, why) in [
        ("", KeyFault::Kind),
        (&*format!("command=\"sh\" {ED}"), KeyFault::Kind),
        (&*format!("no-pty,{ED}"), KeyFault::Kind),
        (&*format!("{ED}\n{ED}"), KeyFault::Lines),
        ("ssh-dss AAAAB3NzaC1kc3M=", KeyFault::Kind),
        ("ssh-ed25519", KeyFault::Broken),
        (&ED[..60], KeyFault::Broken),
        (&*ED.replace("AAAAC3", "AAAA*3"), KeyFault::Broken),
        (&*ED.replace("ssh-ed25519 ", "ssh-rsa "), KeyFault::Broken),
        (RSA_1024, KeyFault::Short),
        (
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz",
            KeyFault::Private,
        ),
    ] {
        assert_eq!(fault(text), why, "{text}");
    }
    let unclean = format!("{ED} \u{1b}[31m\u{202e}x");
    assert_eq!(Key::read(&unclean).unwrap().comment(), "siti@telepon [31mx");
}

#[test]
fn one_key_lets_in_one_person() {
    let (people, _) = done(&[
        add("maria", "", Role::Admin, &[]),
        add("dewi", "", Role::Viewer, &[]),
        PersonAct::GiveKey {
            name: "maria".into(),
            key: ED.into(),
        },
    ]);
    let again = PersonAct::GiveKey {
        name: "dewi".into(),
        key: ED.replace("siti@telepon", "lain"),
    };
    assert_eq!(
        again.check(&people),
        Err(Refusal::Person(PersonRefusal::KeyOf("maria".into())))
    );
    let taken = |fingerprint: &str| {
        PersonAct::TakeKey {
            name: "maria".into(),
            fingerprint: fingerprint.into(),
        }
        .check(&people)
    };
    assert!(taken("SHA256:D6AV").is_ok());
    assert!(taken("D6AVNt").is_ok());
    for none in ["", "SHA256:", "x"] {
        assert_eq!(
            taken(none),
            Err(Refusal::Person(PersonRefusal::NoSuchKey)),
            "{none:?}"
        );
    }
}
