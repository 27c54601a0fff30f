//! Whatever is pressed, in whatever size: no panic, the rules hold, nothing is written without being asked for.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ovop::domain::list::Tally;
use ovop::store::Store;
use ovop::strings::Lang;
use ovop::tui::app::keymap::Keymap;
use ovop::tui::app::model::Model;
use ovop::tui::app::msg::{Answer, ListId, Msg, Now};
use ovop::tui::app::session::ThemeName;
use ovop::tui::view;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::meeting::hall::{NOW, in_session, occasion};
use crate::support::{Desk, today};

#[test]
fn every_size_draws_every_screen() {
    let desk = Desk::new();
    // An event with somebody at it, so that its screens have something to draw.
    desk.start(80, 24).press(
        "5<Enter>sSosialisasi<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>HYosef Mau<Enter>kewar<Enter>kl<Enter><Esc>",
    );
    let mut faces: Vec<_> = [
        "",
        "<Enter>",
        "h",
        "3",
        "/lak",
        "a",
        "p",
        "i",
        "t",
        "?",
        ":",
        "D",
        "C",
        "5",
        "5l",
        "5=",
        "5=2",
        "5H",
        "5HMaria<Enter>",
        "5HMaria<Enter>lak",
        "5HMaria<Enter>kewar<Enter>",
        "5HYosef Mau<Enter>kewar<Enter>kl<Enter>",
        "0",
        "5w",
        "5l-",
    ]
    .into_iter()
    .enumerate()
    .map(|(n, script)| {
        // Each by another person: what one leaves half typed is not offered to the next.
        let actor = format!("person-{n}");
        let mut face = desk.start_as(&actor, Lang::Id, ThemeName::Dark, 80, 24);
        face.press(script);
        face
    })
    .collect();
    let room = in_session("maria", 2);
    let at_a_meeting = [
        "4",
        "4<Enter>",
        "4<Enter>#4<Enter>",
        "4<Enter>pp",
        "4<Enter>nnn",
        "4<Enter>=",
        "4<Enter>!",
        "4<Enter>!dperiksa tempat<Enter>din",
        "4<Enter>!dperiksa tempat<Enter>dinkes<Enter><Enter>2mg<Enter><Enter>",
        "4<Enter>cpanen",
        "4=r",
    ];
    faces.extend(at_a_meeting.into_iter().map(|script| {
        let mut face = room.start(80, 24);
        face.press(script);
        face
    }));
    for (columns, rows) in sizes() {
        for face in &mut faces {
            face.0.resize(columns, rows).unwrap();
        }
    }
    // From the smallest that is drawn on, help and the way back are never cut off: on the villages, where it leads out, at
    // the event desk (13, 14), and at a meeting (the first five of its scripts).
    for (columns, rows) in sizes().filter(|(c, r)| *c >= 40 && *r >= 12) {
        for at in [0, 13, 14, 25, 26, 27, 28, 29] {
            let face = &mut faces[at];
            face.0.resize(columns, rows).unwrap();
            let way = if at == 0 { "q keluar" } else { "q kembali" };
            face.shows("? bantuan").shows(way);
        }
    }
}

fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let columns = [
        0, 1, 2, 19, 20, 39, 40, 41, 59, 60, 61, 80, 119, 120, 121, 200,
    ];
    let rows = [0, 1, 2, 5, 11, 12, 13, 20, 24, 40, 60];
    columns
        .into_iter()
        .flat_map(move |c| rows.into_iter().map(move |r| (c, r)))
}

fn some_key() -> impl Strategy<Value = &'static str> {
    // Quitting and Enter twice on a form are left out of the first set on purpose: nothing may be written by it.
    prop::sample::select(vec![
        "j", "k", "J", "K", "g", "G", "h", "l", "<Tab>", "<S-Tab>", "1", "3", "/", "C", "D", "T",
        "0", "X", "o", "a", "e", "d", "p", "s", "x", "m", "M", "r", "c", "u", "U", ":", "?", "b",
        "y", "n", "v", "N", "i", "I", "t", "R", "P", "<Esc>", "<Up>", "<Down>", "<BS>", "2", "4",
        "z", "'", "<Space>", "<PgDn>", "<End>", "=", "!", ">", "-", "#", ".", "[", "]", "w", "q",
        "5", "H", "O", "7",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, .. ProptestConfig::default() })]

    #[test]
    fn without_enter_nothing_is_written(keys in prop::collection::vec(some_key(), 1..60), columns in 0u16..140, rows in 0u16..50) {
        let desk = Desk::new();
        let before = desk.events();
        let mut face = desk.start(columns, rows);
        for key in keys {
            face.press(key);
        }
        prop_assert_eq!(desk.events(), before);
    }

    #[test]
    fn with_enter_the_record_stays_sound(keys in prop::collection::vec(prop_oneof![3 => some_key(), 2 => Just("<Enter>")], 1..80)) {
        let desk = Desk::new();
        let mut face = desk.start(80, 24);
        for key in keys {
            face.press(key);
        }
        let store = Store::open(&desk.database, today()).unwrap();
        prop_assert!(store.check(today()).unwrap().is_sound());
        prop_assert_eq!(store.tally(None).unwrap().villages(), 208);
    }

    /// At a meeting, in which some keys write by themselves: whatever is pressed, the record stays sound, and what is final
    /// stays final.
    #[test]
    fn at_a_meeting_the_record_stays_sound(keys in prop::collection::vec(prop_oneof![3 => some_key(), 2 => Just("<Enter>"), 1 => Just("4")], 1..80)) {
        let desk = in_session("maria", 1);
        let mut face = desk.start(80, 24);
        face.press("4<Enter>");
        for key in keys {
            face.press(key);
            if face.ended() {
                break;
            }
        }
        let store = Store::open(&desk.database, today()).unwrap();
        prop_assert!(store.check(today()).unwrap().is_sound());
        let o = occasion(&desk, NOW);
        prop_assert_eq!(o.ineffective, 0);
        prop_assert!(o.items.len() >= 4);
    }

    /// Answers that come late, doubled or out of order do no harm.
    #[test]
    fn any_sequence_of_messages_is_survived(steps in prop::collection::vec((0u8..6, any::<u16>(), any::<u16>()), 1..120)) {
        let now = Now { today: today(), at: crate::support::now(), fresh: uuid::Uuid::nil() };
        let mut model = Model::new(Lang::Id, ThemeName::Dark, true, Keymap::new(&[]).unwrap(), crate::support::now().with_timezone(&crate::support::wita()));
        for (what, a, b) in steps {
            let msg = match what {
                0 => Msg::Resize(a % 150, b % 60),
                1 => Msg::Key(KeyEvent::new(KeyCode::Char(char::from(32 + (a % 95) as u8)), KeyModifiers::NONE)),
                2 => Msg::Settled,
                3 => Msg::Answer(Answer::Page { list: ListId::Villages, tag: u64::from(a % 9), from: ovop::domain::list::From::Start, page: ovop::domain::list::Page::default(), total: u32::from(b) }),
                4 => Msg::Answer(Answer::Regions { total: Tally::default(), regions: Vec::new() }),
                _ => Msg::Paste("x\u{1b}".into()),
            };
            model.update(msg, &now);
            let mut terminal = Terminal::new(TestBackend::new(a % 150, b % 60)).unwrap();
            terminal.draw(|frame| view::draw(&model, frame)).unwrap();
        }
    }
}
