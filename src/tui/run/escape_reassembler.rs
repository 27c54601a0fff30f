//! Puts keys together that arrived in pieces.
//!
//! Some terminals and slow lines deliver the `ESC [ A` of an arrow key in two packets, and the input library then
//! reports Esc, `[` and `A`: the arrow key leaves the form and types two letters. So Esc waits a moment for what may
//! follow. No other key ever waits.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// How long Esc waits for the rest of a sequence. Gaps of 50 ms were seen; a person does not feel 80.
const WAIT: Duration = Duration::from_millis(80);

/// Holds an Esc and what followed it, until it is clear what it is.
#[derive(Debug, Default)]
pub(super) struct EscapeReassembler {
    held: Vec<KeyEvent>,
    /// When the Esc arrived.
    since: Option<Instant>,
}

/// What the characters after an Esc are.
enum Sequence {
    Unfinished,
    Key(KeyCode, KeyModifiers),
    None,
}

impl EscapeReassembler {
    /// Takes a key and when it arrived; answers the keys that are now certain, in their order.
    pub fn take(&mut self, key: KeyEvent, at: Instant) -> Vec<KeyEvent> {
        let mut certain = if self.deadline().is_some_and(|until| at > until) {
            self.release()
        } else {
            Vec::new()
        };
        let is_esc = key.code == KeyCode::Esc && key.modifiers.is_empty();
        if is_esc {
            certain.append(&mut self.release());
            self.held.push(key);
            self.since = Some(at);
        } else if self.held.is_empty() {
            certain.push(key);
        } else {
            self.held.push(key);
            match self.sequence() {
                Sequence::Unfinished => {}
                Sequence::Key(code, modifiers) => {
                    self.release();
                    certain.push(KeyEvent::new(code, modifiers));
                }
                Sequence::None => certain.append(&mut self.release()),
            }
        }
        certain
    }

    /// Until when something is held.
    pub fn deadline(&self) -> Option<Instant> {
        self.since.map(|since| since + WAIT)
    }

    /// What was held, as it came.
    pub fn release(&mut self) -> Vec<KeyEvent> {
        self.since = None;
        std::mem::take(&mut self.held)
    }

    fn sequence(&self) -> Sequence {
        let plain = KeyModifiers::NONE;
        let mut letters = ['\0'; 3];
        let Some(held) = letters.get_mut(..self.held.len() - 1) else {
            return Sequence::None;
        };
        for (letter, key) in held.iter_mut().zip(&self.held[1..]) {
            match key.code {
                // Capital letters come with Shift.
                KeyCode::Char(c) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => *letter = c,
                _ => return Sequence::None,
            }
        }
        let code = match *held {
            ['[' | 'O'] | ['[', '1'..='8'] => return Sequence::Unfinished,
            ['[', 'Z'] => return Sequence::Key(KeyCode::BackTab, KeyModifiers::SHIFT),
            ['[' | 'O', 'A'] => KeyCode::Up,
            ['[' | 'O', 'B'] => KeyCode::Down,
            ['[' | 'O', 'C'] => KeyCode::Right,
            ['[' | 'O', 'D'] => KeyCode::Left,
            ['[' | 'O', 'H'] | ['[', '1' | '7', '~'] => KeyCode::Home,
            ['[' | 'O', 'F'] | ['[', '4' | '8', '~'] => KeyCode::End,
            ['[', '2', '~'] => KeyCode::Insert,
            ['[', '3', '~'] => KeyCode::Delete,
            ['[', '5', '~'] => KeyCode::PageUp,
            ['[', '6', '~'] => KeyCode::PageDown,
            _ => return Sequence::None,
        };
        Sequence::Key(code, plain)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const ESC: char = '\x1b';

    fn key(c: char) -> KeyEvent {
        match c {
            ESC => KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE),
            '\r' => KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE),
            c if c.is_uppercase() => KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT),
            c => KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE),
        }
    }

    fn words(keys: &[KeyEvent]) -> String {
        keys.iter()
            .map(|key| match key.code {
                KeyCode::Char(c) => c.to_string(),
                code => format!("<{code:?}>"),
            })
            .collect()
    }

    /// Feeds keys with the time of each in milliseconds; what is held at the end is marked off by a bar.
    fn feed(keys: &[(char, u64)]) -> String {
        let start = Instant::now();
        let mut escapes = EscapeReassembler::default();
        let mut out = String::new();
        for &(c, at) in keys {
            out += &words(&escapes.take(key(c), start + Duration::from_millis(at)));
        }
        let held = words(&escapes.release());
        format!("{out}|{held}")
    }

    #[rstest]
    #[case::plain_keys_pass_at_once(&[('j', 0), ('[', 1), ('A', 2)], "j[A|")]
    #[case::an_esc_is_held(&[(ESC, 0)], "|<Esc>")]
    #[case::an_arrow_in_pieces(&[(ESC, 0), ('[', 50), ('A', 50)], "<Up>|")]
    #[case::an_application_arrow(&[(ESC, 0), ('O', 40), ('B', 70)], "<Down>|")]
    #[case::a_page_key(&[(ESC, 0), ('[', 10), ('6', 10), ('~', 10)], "<PageDown>|")]
    #[case::shift_tab(&[(ESC, 0), ('[', 10), ('Z', 10)], "<BackTab>|")]
    #[case::esc_then_a_command(&[(ESC, 0), ('j', 20)], "<Esc>j|")]
    #[case::esc_then_enter(&[(ESC, 0), ('\r', 20)], "<Esc><Enter>|")]
    #[case::no_such_sequence(&[(ESC, 0), ('[', 5), ('q', 6)], "<Esc>[q|")]
    #[case::no_such_page(&[(ESC, 0), ('[', 5), ('5', 6), ('x', 7)], "<Esc>[5x|")]
    #[case::two_escs(&[(ESC, 0), (ESC, 10)], "<Esc>|<Esc>")]
    #[case::esc_and_then_an_arrow(&[(ESC, 0), (ESC, 10), ('[', 20), ('A', 20)], "<Esc><Up>|")]
    #[case::too_late_to_belong(&[(ESC, 0), ('[', 81), ('A', 82)], "<Esc>[A|")]
    fn pieces_are_joined(#[case] keys: &[(char, u64)], #[case] expected: &str) {
        assert_eq!(feed(keys), expected);
    }

    #[test]
    fn only_esc_sets_a_deadline() {
        let now = Instant::now();
        let mut escapes = EscapeReassembler::default();
        escapes.take(key('x'), now);
        assert_eq!(escapes.deadline(), None);
        escapes.take(key(ESC), now);
        assert_eq!(escapes.deadline(), Some(now + WAIT));
        assert_eq!(words(&escapes.release()), "<Esc>");
        assert_eq!(escapes.deadline(), None);
    }
}
