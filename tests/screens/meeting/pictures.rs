//! The meeting screen as text, at every size that it is made for.

use insta::assert_snapshot;
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use super::hall::{hall, in_session};
use crate::support::Desk;

const SIZES: [(u16, u16); 4] = [(40, 12), (40, 20), (80, 24), (120, 40)];

/// Before the meeting opens: name, the keys that lead there.
const BEFORE: [(&str, &str); 5] = [
    ("list", "4"),
    ("agenda", "4<Enter>"),
    ("menu", "4<Enter>="),
    ("open", "4<Enter><Enter>"),
    ("new", "4=r"),
];

/// In session, at the second item.
const SESSION: [(&str, &str); 8] = [
    ("item", "4<Enter>"),
    ("topic", "4<Enter>#4<Enter>"),
    ("triage", "4<Enter>!"),
    ("office", "4<Enter>!d<Enter>periksa tempat<Enter>dinas"),
    (
        "read-back",
        "4<Enter>!d<Enter>periksa tempat produksi<Enter>dinkes<Enter><Enter>jumat<Enter>segera<Enter>",
    ),
    ("note", "4<Enter>cminta alat"),
    ("promises", "4<Enter>pp"),
    (
        "sum",
        "4<Enter>!d<Enter>periksa tempat<Enter>dinkes<Enter><Enter>jumat<Enter>segera<Enter><Enter>nnn",
    ),
];

fn pictures(desk: impl Fn() -> Desk, prefix: &str, screens: &[(&str, &str)]) {
    for (name, script) in screens {
        for (columns, rows) in SIZES {
            let desk = desk();
            let mut face = desk.start(columns, rows);
            face.press(script);
            assert_snapshot!(format!("{prefix}-{name}-{columns}x{rows}"), face.screen());
        }
    }
}

#[test]
fn before_the_meeting() {
    pictures(hall, "meeting", &BEFORE);
}

#[test]
fn in_the_meeting() {
    pictures(|| in_session("maria", 2), "meeting", &SESSION);
}

#[test]
fn in_english_without_colour() {
    for (make, screens) in [
        (hall as fn() -> Desk, &BEFORE[..]),
        ((|| in_session("maria", 2)) as fn() -> Desk, &SESSION[..]),
    ] {
        for (name, script) in screens {
            let desk = make();
            let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 80, 24);
            // The outcome "assist" has another letter in English.
            let script = script
                .replace("!d<Enter>", "!a<Enter>")
                .replace("jumat", "friday");
            face.press(&script);
            assert_snapshot!(format!("en-meeting-{name}"), face.screen());
        }
    }
}

#[test]
fn while_there_is_no_meeting_the_screen_says_what_to_do() {
    for (columns, rows) in [(40, 12), (80, 24)] {
        let mut face = Desk::new().start(columns, rows);
        face.press("4");
        assert_snapshot!(format!("meeting-none-{columns}x{rows}"), face.screen());
    }
}

#[test]
fn with_plain_borders_the_letters_are_plain_too() {
    let desk = in_session("maria", 2);
    let mut face = desk.start_plain(80, 24);
    face.press("4<Enter>");
    assert!(face.screen().is_ascii(), "{}", face.screen());
    assert_snapshot!("meeting-ascii", face.screen());
}
