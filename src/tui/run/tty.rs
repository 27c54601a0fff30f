//! The terminal as this program found it: taken over once, given back exactly once, on whatever way the program ends.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, Termios};

use crate::strings::terminal::Terminal as Words;

/// Alternate screen, hidden cursor, pastes marked as such, plain style. No mouse and no focus events: after a lost line
/// they would spray bytes into the person's shell.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[m";
/// The way back, in the order that leaves least behind if it is cut short.
const LEAVE: &[u8] = b"\x1b[m\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// The size of a terminal that does not know its own.
const USUAL: Size = Size {
    width: 80,
    height: 24,
};

/// Why the screens cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    #[error("standard input is not a terminal")]
    NoInput,
    #[error("standard output is not a terminal")]
    NoOutput,
    /// `TERM=dumb`: it would print the control sequences as they are.
    #[error("the terminal is dumb")]
    Dumb,
    #[error("the terminal failed: {0}")]
    Failed(#[from] io::Error),
}

impl TerminalError {
    /// What happened and what to do, for a person.
    #[must_use]
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::NoInput => words.no_input.to_owned(),
            Self::NoOutput => words.no_output.to_owned(),
            Self::Dumb => words.dumb.to_owned(),
            Self::Failed(why) => words.failed(why),
        }
    }
}

/// The terminal behind standard input and output. Shared by all who may have to give it back: the loop, the panic hook,
/// the signal thread.
pub(super) struct Tty {
    found: Termios,
    /// Raw mode and the alternate screen are on.
    ours: AtomicBool,
}

impl Tty {
    /// Looks at the terminal without changing it.
    ///
    /// # Errors
    /// When there is none, or none that can show screens.
    pub fn find() -> Result<Arc<Self>, TerminalError> {
        if !rustix::termios::isatty(stdin()) {
            return Err(TerminalError::NoInput);
        }
        if !rustix::termios::isatty(stdout()) {
            return Err(TerminalError::NoOutput);
        }
        if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
            return Err(TerminalError::Dumb);
        }
        let found = rustix::termios::tcgetattr(stdin()).map_err(io::Error::from)?;
        Ok(Arc::new(Self {
            found,
            ours: AtomicBool::new(false),
        }))
    }

    /// Takes the terminal over: raw mode, and one write. Again after a suspension, when others may have changed it.
    ///
    /// # Errors
    /// When the terminal refuses; [`Tty::leave`] then undoes what was done.
    pub fn enter(&self) -> io::Result<()> {
        self.ours.store(true, Ordering::SeqCst);
        let mut raw = self.found.clone();
        raw.make_raw();
        rustix::termios::tcsetattr(stdin(), OptionalActions::Now, &raw)?;
        Wire.write_all(ENTER)
    }

    /// Gives the terminal back, once; a second call does nothing. Errors have nobody left to hear them. Nothing is
    /// written when the terminal is gone.
    pub fn leave(&self) {
        if !self.ours.swap(false, Ordering::SeqCst) || Self::is_gone() {
            return;
        }
        let _ = Wire.write_all(LEAVE);
        let _ = rustix::termios::tcsetattr(stdin(), OptionalActions::Now, &self.found);
    }

    /// Whether the line has been hung up.
    pub fn is_gone() -> bool {
        let now = Timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        Self::hung_up(Some(&now)).unwrap_or(true)
    }

    /// Waits until the line is hung up, for ever or for a time; answers whether it is.
    pub fn hung_up(wait: Option<&Timespec>) -> rustix::io::Result<bool> {
        let input = stdin();
        // No interest in anything: a hang-up is always reported.
        let mut line = [PollFd::new(&input, PollFlags::empty())];
        Ok(rustix::event::poll(&mut line, wait)? > 0)
    }

    /// The present size, from the terminal driver; the terminal itself is not asked.
    pub fn size() -> Size {
        rustix::termios::tcgetwinsize(stdout()).map_or(USUAL, |size| {
            if size.ws_col == 0 || size.ws_row == 0 {
                USUAL
            } else {
                Size::new(size.ws_col, size.ws_row)
            }
        })
    }
}

/// Holds the terminal for as long as the screens run.
pub(super) struct Guard(Arc<Tty>);

impl Guard {
    /// # Errors
    /// As [`Tty::enter`]; the terminal is as it was.
    pub fn enter(tty: Arc<Tty>) -> io::Result<Self> {
        let guard = Self(tty);
        guard.0.enter()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.leave();
    }
}

/// Standard output for frames: without a buffer of its own, a write is a write. Once the terminal is given back, frames
/// go nowhere, whichever thread gave it back.
pub(super) struct Output(pub Arc<Tty>);

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.ours.load(Ordering::SeqCst) {
            Wire.write(bytes)
        } else {
            Ok(bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bare file descriptor of standard output.
struct Wire;

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match rustix::io::write(stdout(), bytes) {
                // Somebody who shares the terminal made it non-blocking: wait here instead.
                Err(rustix::io::Errno::AGAIN) => {
                    let output = stdout();
                    let mut ready = [PollFd::new(&output, PollFlags::OUT)];
                    let _ = rustix::event::poll(&mut ready, None);
                }
                written => return Ok(written?),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
