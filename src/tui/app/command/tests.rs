//! The registry is sound.

use super::*;
use crate::strings::Lang;
use crate::tui::app::keymap::Key;
use std::collections::HashMap;

#[test]
fn every_command_stands_at_its_place() {
    for (i, command) in COMMANDS.iter().enumerate() {
        assert_eq!(command.cmd as usize, i, "{}", command.name);
    }
    assert_eq!(Cmd::Quit as usize + 1, COMMANDS.len());
}

#[test]
fn one_key_has_one_meaning() {
    let mut seen: HashMap<Key, &str> = HashMap::new();
    for command in COMMANDS {
        for key in command.keys {
            let key = Key::parse(key).unwrap();
            assert_eq!(seen.insert(key, command.name), None, "{key}");
        }
    }
}

#[test]
fn every_command_of_use_has_a_printable_key_or_enter() {
    // Pane by pane and the shell's own keys have printable twins: h, l, Enter, q.
    let by_twin = [
        "next-pane",
        "previous-pane",
        "redraw",
        "suspend",
        "quit",
        "category",
        // The chooser of `+` leads to them.
        "add-producer",
        "amend-producer",
        "stop-producer",
        "workers",
        "month",
        "open-channel",
        "close-channel",
        "begin-assistance",
        "end-assistance",
        // The menu of `=` leads to them; Enter on a person.
        "correct-guest",
        "new-event",
        "change-event",
        "close-event",
        "new-meeting",
        "amend-meeting",
        "cancel-meeting",
        "agenda-from-marks",
        "agenda-from-filter",
        "add-topic",
        "item-minutes",
        "freeze",
        "open-meeting",
        "treat-item",
        "last-promises",
        "sum-up",
        "close-meeting",
        "finalise",
        "addendum",
        "attendance",
        "papers",
    ];
    for command in COMMANDS.iter().filter(|c| !by_twin.contains(&c.name)) {
        assert!(
            command
                .keys
                .iter()
                .chain(command.meeting_keys)
                .any(|k| k.chars().count() == 1 || matches!(*k, "Enter" | "Space")),
            "{}",
            command.name
        );
    }
}

#[test]
fn texts_exist_and_end_properly() {
    for lang in [Lang::Id, Lang::En] {
        let s = Strings::of(lang);
        for command in COMMANDS {
            assert!(command.help(s).ends_with('.'), "{}", command.name);
            assert!(command.label(s).chars().count() <= 18, "{}", command.name);
        }
    }
}
