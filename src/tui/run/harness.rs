//! The screens without a terminal: the same loop, a real store thread, and keys from a script. For tests of whole journeys.

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::clock::Clock;
use super::core::Core;
use super::store_thread::{StoreThread, Worker};
use super::{LoopEvent, Screens, input};
use crate::store;
use crate::tui::app::msg::Msg;

/// How long the store thread may take before a harness gives up. Longer than the store waits for another writer.
const STORE_TIMEOUT: Duration = Duration::from_secs(15);

/// Drives the screens by key scripts, each key until everything rests: all questions answered, nothing put off.
///
/// A script types its characters; keys with a name stand in angle brackets: `<Enter> <Esc> <Up> <Down> <Left> <Right>
/// <Tab> <S-Tab> <BS> <Del> <PgUp> <PgDn> <Home> <End> <Space> <C-c>` and `<lt>` for `<` itself.
pub struct Harness<S> {
    core: Core<S>,
    terminal: Terminal<TestBackend>,
    inbox: Receiver<LoopEvent>,
    draws: usize,
}

/// Why a harness cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum HarnessError {
    #[error("`<{0}>` is no key; `<lt>` stands for `<` itself")]
    NoSuchKey(String),
    #[error("the store thread did not answer within {} s", STORE_TIMEOUT.as_secs())]
    NoAnswer,
    #[error("the store could not be opened: {0}")]
    Store(store::Error),
    #[error("the storage thread could not be started: {0}")]
    NoThread(#[from] std::io::Error),
}

impl<S: Screens> Harness<S> {
    /// Starts the screens at a size of columns and rows, until they rest.
    ///
    /// # Errors
    /// When the store cannot be opened or does not answer.
    pub fn start<C, F>(
        screens: S,
        (columns, rows): (u16, u16),
        clock: impl Into<Clock>,
        open: F,
    ) -> Result<Self, HarnessError>
    where
        C: Worker,
        F: FnOnce() -> Result<C, store::Error> + Send + 'static,
    {
        let (events, inbox) = mpsc::channel();
        let store = StoreThread::open(open, events)?;
        let Ok(terminal) = Terminal::new(TestBackend::new(columns, rows));
        let mut harness = Self {
            core: Core::new(screens, store, clock.into()),
            terminal,
            inbox,
            draws: 0,
        };
        harness.tell(Msg::Resize(columns, rows))?;
        Ok(harness)
    }

    /// Presses the keys of a script.
    ///
    /// # Errors
    /// When the script is none, or the store thread does not answer.
    pub fn keys(&mut self, script: &str) -> Result<&mut Self, HarnessError> {
        for key in read(script)? {
            self.tell(Msg::Key(key))?;
        }
        Ok(self)
    }

    /// Presses keys as in [`Harness::keys`], but all at once: they are there before the store thread has answered the first.
    ///
    /// # Errors
    /// When the script cannot be read or the store thread does not answer.
    pub fn burst(&mut self, script: &str) -> Result<&mut Self, HarnessError> {
        for key in read(script)? {
            self.core.tell(Msg::Key(key));
        }
        self.rest()?;
        Ok(self)
    }

    /// Pastes a text, cleaned as from a terminal.
    ///
    /// # Errors
    /// When the store thread does not answer.
    pub fn paste(&mut self, text: &str) -> Result<&mut Self, HarnessError> {
        self.tell(Msg::Paste(input::clean_paste(text)))?;
        Ok(self)
    }

    /// Gives the terminal another size.
    ///
    /// # Errors
    /// When the store thread does not answer.
    pub fn resize(&mut self, columns: u16, rows: u16) -> Result<&mut Self, HarnessError> {
        self.terminal.backend_mut().resize(columns, rows);
        self.core.redraw = true;
        self.tell(Msg::Resize(columns, rows))?;
        Ok(self)
    }

    /// Lets the time go on to a moment: what shows the time learns of it, as at the turn of a minute.
    ///
    /// # Errors
    /// When the store thread does not answer.
    pub fn at_time(&mut self, clock: impl Into<Clock>) -> Result<&mut Self, HarnessError> {
        self.core.set_clock(clock.into());
        self.rest()?;
        Ok(self)
    }

    /// Waits until the store thread tells of what others changed.
    ///
    /// # Errors
    /// When there is nothing to tell for too long.
    pub fn wait_for_others(&mut self) -> Result<&mut Self, HarnessError> {
        while !self.hear_answer()? {}
        self.rest()?;
        Ok(self)
    }

    /// What a person sees: the rows, without the blanks at their ends.
    #[must_use]
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let mut screen = String::new();
        for row in buffer.content.chunks(usize::from(buffer.area.width).max(1)) {
            let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            screen.push_str(line.trim_end());
            screen.push('\n');
        }
        screen
    }

    /// What is on the screen, with its styles.
    #[must_use]
    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// How often something was drawn.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// The screens themselves.
    #[must_use]
    pub fn screens(&self) -> &S {
        &self.core.screens
    }

    /// The screens have quit.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.core.has_ended()
    }

    fn tell(&mut self, msg: Msg) -> Result<(), HarnessError> {
        self.core.tell(msg);
        self.rest()
    }

    /// Waits for answers; does what was put off at once, without waiting for the time; then draws.
    fn rest(&mut self) -> Result<(), HarnessError> {
        loop {
            if self.core.waits_for_answers() {
                self.hear_answer()?;
            } else if self.core.settle.is_some() {
                self.core.settled();
            } else {
                break;
            }
        }
        let redraw = std::mem::take(&mut self.core.redraw);
        if redraw {
            let Ok(()) = self.terminal.clear();
        }
        if redraw || self.core.screens.dirty() {
            let Ok(_) = self.terminal.draw(|frame| self.core.screens.draw(frame));
            self.draws += 1;
        }
        Ok(())
    }

    /// Takes one answer; says whether it was news from others.
    fn hear_answer(&mut self) -> Result<bool, HarnessError> {
        match self.inbox.recv_timeout(STORE_TIMEOUT) {
            Ok(LoopEvent::Answer(answer)) => {
                let news = answer.is_news();
                self.core.answered(answer);
                Ok(news)
            }
            Ok(LoopEvent::StoreFailed(error)) => Err(HarnessError::Store(error)),
            // Only the store thread can send here.
            Ok(_) | Err(_) => Err(HarnessError::NoAnswer),
        }
    }
}

/// Reads a key script.
fn read(script: &str) -> Result<Vec<KeyEvent>, HarnessError> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
            keys.push(named(name).ok_or_else(|| HarnessError::NoSuchKey(name.to_owned()))?);
            rest = after;
        } else if c == '<' {
            return Err(HarnessError::NoSuchKey(rest[1..].to_owned()));
        } else {
            keys.push(typed(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    Ok(keys)
}

/// A typed character, as the input library reports it: capital letters with Shift.
fn typed(c: char) -> KeyEvent {
    let modifiers = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(c), modifiers)
}

fn named(name: &str) -> Option<KeyEvent> {
    let mut modifiers = KeyModifiers::NONE;
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Tab" => KeyCode::Tab,
        "S-Tab" => {
            modifiers = KeyModifiers::SHIFT;
            KeyCode::BackTab
        }
        "BS" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        _ => {
            modifiers = KeyModifiers::CONTROL;
            let mut letters = name.strip_prefix("C-")?.chars();
            let letter = letters.next().filter(|_| letters.next().is_none())?;
            KeyCode::Char(letter)
        }
    };
    Some(KeyEvent::new(code, modifiers))
}

#[cfg(test)]
mod tests;
