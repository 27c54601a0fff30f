//! Keys, pastes and sizes, read on a thread of their own: the input library may block in the middle of a sequence, or
//! turn in circles on a dead terminal, and only this thread suffers.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Instant;

use crossterm::event::{Event, KeyEventKind};

use super::LoopEvent;
use crate::domain::text;

/// Longest paste, in bytes; the rest is dropped. The longest note has 2,000 characters.
const MAX_PASTE: usize = 64 * 1024;
const STACK: usize = 256 * 1024;

/// Starts reading.
///
/// # Errors
/// When the thread cannot be started.
pub(super) fn listen(events: Sender<LoopEvent>) -> io::Result<()> {
    thread::Builder::new()
        .name("input".into())
        .stack_size(STACK)
        .spawn(move || {
            loop {
                let message = match crossterm::event::read() {
                    Ok(event) => match wanted(event) {
                        Some(event) => LoopEvent::Input(event, Instant::now()),
                        None => continue,
                    },
                    Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                    Err(e) => LoopEvent::InputFailed(e),
                };
                let failed = matches!(message, LoopEvent::InputFailed(_));
                if events.send(message).is_err() || failed {
                    return;
                }
            }
        })?;
    Ok(())
}

/// What the loop hears of: keys going down, clean pastes, sizes.
fn wanted(event: Event) -> Option<Event> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Paste(pasted) => Some(Event::Paste(clean_paste(&pasted))),
        Event::Key(_) | Event::Resize(..) => Some(event),
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}

/// One harmless line of at most [`MAX_PASTE`] bytes.
pub(super) fn clean_paste(pasted: &str) -> String {
    text::clean_line(&pasted[..pasted.floor_char_boundary(MAX_PASTE)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    #[test]
    fn a_paste_becomes_one_harmless_line() {
        assert_eq!(
            wanted(Event::Paste("kopi\r\nbubuk\x1b[2J\u{202e}".into())),
            Some(Event::Paste("kopi bubuk[2J".into()))
        );
    }

    #[test]
    fn a_huge_paste_is_cut_between_characters() {
        let huge = "é".repeat(MAX_PASTE);
        let kept = clean_paste(&format!("x{huge}"));
        assert!(kept.len() <= MAX_PASTE && kept.len() > MAX_PASTE - 2);
        assert!(kept.ends_with('é'));
    }

    #[test]
    fn a_key_that_is_let_go_is_not_a_key() {
        let key = |kind| {
            let mut key = KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE);
            key.kind = kind;
            wanted(Event::Key(key)).is_some()
        };
        assert!(key(KeyEventKind::Press) && key(KeyEventKind::Repeat));
        assert!(!key(KeyEventKind::Release));
    }
}
