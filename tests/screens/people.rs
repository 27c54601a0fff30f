//! Roles on the screens: who one is, what a viewer is told, and changes while the screens are open.

use ovop::domain::occasion::{OccasionAct, Sort};
use ovop::domain::people::{PersonAct, Role};
use ovop::store::{OccasionRequest, Stamp, Store};
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;
use uuid::Uuid;

use super::support::{Desk, Face, now, today};

fn add(name: &str, called: &str, role: Role, scope: &[&str]) -> PersonAct {
    PersonAct::Add {
        name: name.into(),
        called: called.into(),
        role,
        scope: scope.iter().map(|s| (*s).to_owned()).collect(),
    }
}

fn change(desk: &Desk, acts: &[PersonAct]) {
    let mut store = Store::open(&desk.database, today()).unwrap().by_account();
    let stamp = Stamp {
        batch: Uuid::now_v7(),
        actor: "ovop".into(),
        now: now(),
        today: today(),
    };
    store.people_act(&stamp, acts).unwrap();
}

/// Maria is admin, Yosef chair, Siti companion of Lamaknen (Kewar is there), Dewi viewer.
fn crew() -> Desk {
    let desk = Desk::new();
    change(
        &desk,
        &[
            add("maria", "Maria", Role::Admin, &[]),
            add("yosef", "", Role::Chair, &[]),
            add("siti", "Siti", Role::Companion, &["53.04.01"]),
            add("dewi", "", Role::Viewer, &[]),
        ],
    );
    desk
}

fn start(desk: &Desk, name: &str, size: (u16, u16)) -> Face {
    desk.start_as(name, Lang::Id, ThemeName::Mono, size.0, size.1)
}

#[test]
fn a_small_sign_says_who_one_is_where_roles_hold() {
    let desk = Desk::new();
    start(&desk, "siti", (80, 24)).hides("siti");
    let desk = crew();
    for size in [(40, 12), (40, 20), (80, 24), (120, 40)] {
        let mut face = start(&desk, "siti", size);
        face.shows("siti, pendamping");
        face.press("b").shows("siti, companion");
    }
}

#[test]
fn a_viewer_is_told_who_records_and_no_form_opens() {
    let desk = crew();
    let before = desk.events();
    for keys in ["a", "e", "u"] {
        let mut face = start(&desk, "dewi", (80, 24));
        face.shows("HANYA LIHAT");
        face.press(keys)
            .shows("Peran Anda pembaca: hanya melihat")
            .shows("(tanya Siti, yosef, Maria)");
    }
    let mut face = start(&desk, "dewi", (120, 40));
    face.press("?/catat potensi")
        .shows("peran Anda pembaca: hanya melihat");
    assert_eq!(desk.events(), before);
}

#[test]
fn outside_the_scope_the_form_says_so_and_keeps_what_was_typed() {
    let desk = crew();
    let before = desk.events();
    let mut face = start(&desk, "siti", (80, 24));
    face.press("/53.21.11.2003<Enter>a");
    face.press("madu hutan<Enter>5<Enter><Enter><Enter><Enter>");
    face.shows("di luar wilayah Anda")
        .shows("(tanya yosef, Maria)")
        .shows("madu hutan");
    assert_eq!(desk.events(), before);
    // An admin widens the scope, and the same form goes through.
    change(
        &desk,
        &[PersonAct::Scope {
            name: "siti".into(),
            scope: vec!["53.04.01".into(), "53.21.11".into()],
        }],
    );
    face.press("<Enter>");
    assert_eq!(desk.events(), before + 2);
}

#[test]
fn whoever_is_turned_off_meanwhile_is_told_and_shown_nothing_more() {
    let desk = crew();
    let mut face = start(&desk, "yosef", (80, 24));
    face.shows("yosef, ketua");
    change(
        &desk,
        &[PersonAct::Role {
            name: "yosef".into(),
            role: Role::Viewer,
            scope: Vec::new(),
        }],
    );
    face.0.wait_for_others().unwrap();
    face.shows("yosef, pembaca").shows("HANYA LIHAT");
    change(
        &desk,
        &[PersonAct::Turn {
            name: "yosef".into(),
            active: false,
            reason: String::new(),
        }],
    );
    face.0.wait_for_others().unwrap();
    face.shows("tidak dapat masuk lagi").shows("(tanya Maria)");
    face.press("7").shows("tidak dapat masuk lagi");
}

#[test]
fn whoever_may_not_come_in_sees_no_screen() {
    let desk = crew();
    let refused = std::panic::catch_unwind(|| start(&desk, "tamu", (80, 24)));
    assert!(refused.is_err());
}

#[test]
fn a_viewer_sees_no_names_at_the_event_desk_and_changes_nothing_of_a_meeting() {
    let desk = crew();
    let at = now();
    let plan = |sort| ovop::domain::occasion::Plan::bare(sort, "Sosialisasi".into(), today());
    let guest = ovop::domain::occasion::Guest {
        name: "Theresia Bere".into(),
        office: String::new(),
        element: ovop::domain::occasion::Element::Head,
        village: ovop::domain::code::Code::parse("53.04.01.2001").ok(),
        agency: String::new(),
        sex: ovop::domain::occasion::Sex::Female,
        represents: String::new(),
    };
    let mut store = Store::open(&desk.database, today()).unwrap();
    for act in [
        OccasionAct::Plan(plan(Sort::Outreach)),
        OccasionAct::Open { at },
        OccasionAct::Arrive {
            id: Uuid::from_u128(7),
            guest,
            at,
            anyway: false,
        },
    ] {
        let stamp = Stamp {
            batch: Uuid::now_v7(),
            actor: "yosef".into(),
            now: at,
            today: today(),
        };
        let request = OccasionRequest {
            occasion: Uuid::from_u128(0x0193_a000_0000_7000_8000_0000_0000_0001),
            act,
            seen: None,
            contact: None,
        };
        store.occasion_act(&stamp, &[request]).unwrap();
    }
    let before = desk.events();
    let mut face = start(&desk, "siti", (120, 40));
    face.press("5<Enter>").shows("Theresia");
    let mut face = start(&desk, "dewi", (120, 40));
    face.press("5<Enter>").hides("Theresia");
    let mut face = start(&desk, "dewi", (80, 24));
    face.press("4+").shows("Peran Anda pembaca");
    assert_eq!(desk.events(), before);
}
