//! One line of typed text.

use crossterm::event::KeyCode;
use tui_input::{Input, InputRequest};

use super::keymap::Key;
use crate::domain::text::{clean_line, is_clean, judged};

/// Lets a key act on a line; false when the key means nothing to it.
pub fn edit(input: &mut Input, key: Key) -> bool {
    let request = match (key.code(), key.is_ctrl()) {
        (KeyCode::Char(c), false) if is_typed(c) => InputRequest::InsertChar(c),
        (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => InputRequest::DeletePrevChar,
        (KeyCode::Delete, _) => InputRequest::DeleteNextChar,
        (KeyCode::Left, false) => InputRequest::GoToPrevChar,
        (KeyCode::Right, false) => InputRequest::GoToNextChar,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => InputRequest::GoToStart,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => InputRequest::GoToEnd,
        (KeyCode::Char('u'), true) => InputRequest::DeleteLine,
        (KeyCode::Char('w'), true) => InputRequest::DeletePrevWord,
        _ => return false,
    };
    input.handle(request);
    keep_clean(input);
    true
}

/// Whether a key of that character types it, on the right letter.
fn is_typed(c: char) -> bool {
    is_clean(&format!("a{c}"))
}

/// Takes out the marks that are too many on a letter: keys come one by one, and only the whole shows the pile.
fn keep_clean(input: &mut Input) {
    if is_clean(input.value()) {
        return;
    }
    let kept = |text: &str| -> String {
        judged(text)
            .filter_map(|(c, harmful)| (!harmful).then_some(c))
            .collect()
    };
    let before: String = input.value().chars().take(input.cursor()).collect();
    let cursor = kept(&before).chars().count();
    *input = Input::new(kept(input.value())).with_cursor(cursor);
}

/// Puts pasted text at the cursor, made one clean line.
pub fn paste(input: &mut Input, text: &str) {
    for c in clean_line(text).chars() {
        input.handle(InputRequest::InsertChar(c));
    }
    keep_clean(input);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyEvent, KeyModifiers};

    fn press(input: &mut Input, code: KeyCode) {
        let key = Key::of(&KeyEvent::new(code, KeyModifiers::NONE));
        edit(input, key.unwrap());
    }

    #[test]
    fn what_is_typed_and_pasted_letter_by_letter_stays_clean() {
        let mut input = Input::default();
        for c in "\u{301}e\u{301}\u{301}\u{301}\u{301}\u{1b}\u{202e}\u{200b}b".chars() {
            press(&mut input, KeyCode::Char(c));
        }
        assert_eq!(input.value(), "e\u{301}\u{301}b");
        paste(&mut input, "o\u{301}\u{301}");
        press(&mut input, KeyCode::Char('\u{301}'));
        assert_eq!(input.value(), "e\u{301}\u{301}bo\u{301}\u{301}");
        // In front of a letter with its marks, one more would be too many on the letter before.
        for _ in 0..2 {
            press(&mut input, KeyCode::Left);
        }
        press(&mut input, KeyCode::Char('\u{301}'));
        assert_eq!(input.value(), "e\u{301}\u{301}bo\u{301}\u{301}");
        assert_eq!(input.cursor(), 3);
        press(&mut input, KeyCode::Char('x'));
        assert_eq!(input.value(), "e\u{301}\u{301}xbo\u{301}\u{301}");
    }
}
