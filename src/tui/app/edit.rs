//! One line of typed text.

use crossterm::event::KeyCode;
use tui_input::{Input, InputRequest};

use super::keymap::Key;
use crate::domain::text::{clean_line, is_harmful};

/// Lets a key act on a line; false when the key means nothing to it.
pub fn edit(input: &mut Input, key: Key) -> bool {
    let request = match (key.code(), key.is_ctrl()) {
        (KeyCode::Char(c), false) if !is_harmful(c) => InputRequest::InsertChar(c),
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
    true
}

/// Puts pasted text at the cursor, made one clean line.
pub fn paste(input: &mut Input, text: &str) {
    for c in clean_line(text).chars() {
        input.handle(InputRequest::InsertChar(c));
    }
}
