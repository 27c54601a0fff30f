//! Keys and what they mean.

use std::collections::HashMap;
use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::command::{self, Cmd};
use crate::domain::text::safe;
use crate::strings::Strings;

/// A key as it is written in settings and shown to people: `j`, `J`, `Enter`, `C-l`, `S-Tab`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
}

/// The named keys, as they are written.
const NAMED: [(&str, KeyCode); 14] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("S-Tab", KeyCode::BackTab),
    ("BS", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
];

impl Key {
    /// Reads `j`, `Enter`, `C-l`, `Space`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((_, code)) = NAMED.iter().find(|(name, _)| *name == text) {
            return Some(Self {
                code: *code,
                ctrl: false,
            });
        }
        let (ctrl, letter) = match text.strip_prefix("C-") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut letters = if letter == "Space" { " " } else { letter }.chars();
        match (letters.next(), letters.next()) {
            (Some(c), None) if !c.is_control() => Some(Self {
                code: KeyCode::Char(c),
                ctrl,
            }),
            _ => None,
        }
    }

    /// The key of an event; none for keys that this program has no name for.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Option<Self> {
        // A capital arrives as itself; its Shift says nothing more. Alt is never needed: Alt+x is not x.
        if event
            .modifiers
            .intersects(KeyModifiers::ALT | KeyModifiers::SUPER)
        {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        Some(Self { code, ctrl })
    }

    /// The character it types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl => Some(c),
            _ => None,
        }
    }

    #[must_use]
    pub fn code(self) -> KeyCode {
        self.code
    }

    #[must_use]
    pub fn is_ctrl(self) -> bool {
        self.ctrl
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("C-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) => write!(f, "{c}"),
            code => match NAMED.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => f.write_str(name),
                None => f.write_str("?"),
            },
        }
    }
}

/// What is wrong with the `[keys]` of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    UnknownCommand(String),
    BadKey {
        command: String,
        key: String,
    },
    /// The key has a meaning already, which it keeps.
    Taken {
        command: String,
        key: String,
        by: &'static str,
    },
}

impl KeyProblem {
    /// The command whose setting it is.
    #[must_use]
    pub fn command(&self) -> &str {
        match self {
            Self::UnknownCommand(command)
            | Self::BadKey { command, .. }
            | Self::Taken { command, .. } => command,
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub fn say(&self, s: &Strings) -> String {
        let s = &s.screens;
        match self {
            Self::UnknownCommand(command) => (s.key_unknown_command)(&safe(command)),
            Self::BadKey { command, key } => (s.key_bad)(&safe(command), &safe(key)),
            Self::Taken { command, key, by } => (s.key_taken)(&safe(command), &safe(key), by),
        }
    }
}

/// The keys of this session: the registry's own, and those that the settings add.
#[derive(Clone, Debug)]
pub struct Keymap {
    keys: HashMap<Key, Cmd>,
    /// The keys that mean something else while the pages of a meeting are turned.
    meeting: HashMap<Key, Cmd>,
    /// The key shown for a command: the settings' first, else the registry's first.
    shown: HashMap<Cmd, Key>,
}

impl Keymap {
    /// Settings add keys to commands; no key loses the meaning that it has.
    ///
    /// # Errors
    /// The first [`KeyProblem`].
    pub fn new(added: &[(String, Vec<String>)]) -> Result<Self, KeyProblem> {
        let mut map = Self {
            keys: HashMap::new(),
            meeting: HashMap::new(),
            shown: HashMap::new(),
        };
        for command in command::all() {
            for key in command.keys.iter().filter_map(|k| Key::parse(k)) {
                map.keys.insert(key, command.cmd);
                map.shown.entry(command.cmd).or_insert(key);
            }
            for key in command.meeting_keys.iter().filter_map(|k| Key::parse(k)) {
                map.meeting.insert(key, command.cmd);
                map.shown.entry(command.cmd).or_insert(key);
            }
        }
        for (name, keys) in added {
            let command = command::all()
                .iter()
                .find(|c| c.name == name)
                .ok_or_else(|| KeyProblem::UnknownCommand(name.clone()))?;
            for (i, text) in keys.iter().enumerate() {
                let key = Key::parse(text).ok_or_else(|| KeyProblem::BadKey {
                    command: name.clone(),
                    key: text.clone(),
                })?;
                match map.keys.insert(key, command.cmd) {
                    Some(other) if other != command.cmd => {
                        return Err(KeyProblem::Taken {
                            command: name.clone(),
                            key: text.clone(),
                            by: command::of(other).name,
                        });
                    }
                    _ => {}
                }
                if i == 0 {
                    map.shown.insert(command.cmd, key);
                }
            }
        }
        Ok(map)
    }

    #[must_use]
    pub fn command(&self, key: Key) -> Option<Cmd> {
        self.keys.get(&key).copied()
    }

    /// What a key means while the pages of a meeting are turned, where that differs.
    #[must_use]
    pub fn in_meeting(&self, key: Key) -> Option<Cmd> {
        self.meeting.get(&key).copied()
    }

    /// The key to show for a command.
    #[must_use]
    pub fn shown(&self, cmd: Cmd) -> Option<Key> {
        self.shown.get(&cmd).copied()
    }

    /// Every key of a command, the shown one first.
    #[must_use]
    pub fn all(&self, cmd: Cmd) -> Vec<Key> {
        let shown = self.shown(cmd);
        let mut keys: Vec<Key> = self
            .keys
            .iter()
            .chain(&self.meeting)
            .filter(|(_, c)| **c == cmd)
            .map(|(k, _)| *k)
            .collect();
        keys.sort_by_key(|k| (Some(*k) != shown, k.to_string()));
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("j")]
    #[case("G")]
    #[case("Enter")]
    #[case("C-l")]
    #[case("S-Tab")]
    #[case("Space")]
    fn keys_are_written_as_they_are_read(#[case] text: &str) {
        assert_eq!(Key::parse(text).unwrap().to_string(), text);
    }

    #[test]
    fn a_capital_needs_no_shift_and_alt_is_not_the_letter() {
        let shifted = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Key::of(&shifted), Key::parse("G"));
        let alt = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
        assert_eq!(Key::of(&alt), None);
    }

    #[test]
    fn settings_add_a_key_and_show_it() {
        let map = Keymap::new(&[("note".into(), vec!["$".into()])]).unwrap();
        let dollar = Key::parse("$").unwrap();
        assert_eq!(map.command(dollar), Some(Cmd::Note));
        assert_eq!(map.shown(Cmd::Note), Some(dollar));
        assert_eq!(
            map.command(Key::parse("c").unwrap()),
            Some(Cmd::Note),
            "the registry's key stays"
        );
    }

    #[rstest]
    #[case("nope", "z", KeyProblem::UnknownCommand("nope".into()))]
    #[case("note", "Enterr", KeyProblem::BadKey { command: "note".into(), key: "Enterr".into() })]
    #[case("note", "j", KeyProblem::Taken { command: "note".into(), key: "j".into(), by: "down" })]
    fn wrong_settings_are_named(
        #[case] command: &str,
        #[case] key: &str,
        #[case] problem: KeyProblem,
    ) {
        assert_eq!(
            Keymap::new(&[(command.into(), vec![key.into()])]).unwrap_err(),
            problem
        );
    }
}
