//! The impure part of the screens: the terminal, keys, signals, the storage thread, and the loop between them.
//!
//! ```text
//! input thread ──┐
//! signal thread ─┤                         ┌─► draw, only if something changed ─► frame writer
//! watchdog ──────┼─► one channel ─► the loop ─► Screens::update ─► effects
//! storage thread ┘                         └─► questions to the storage thread
//! ```
//!
//! There is no tick: with nothing due the loop sleeps until a message comes.

mod clock;
mod core;
mod escape_reassembler;
mod event_loop;
mod frame_writer;
mod harness;
mod input;
mod sgr_state;
mod signals;
mod store_thread;
mod terminal_backend;
mod tty;
mod watchdog;
mod worker;

use std::ffi::c_int;
use std::io;
use std::sync::mpsc;
use std::time::Instant;

use crossterm::event::Event;

use self::core::Core;
use self::event_loop::EventLoop;
use self::frame_writer::FrameWriter;
use self::store_thread::StoreThread;
use self::tty::{Guard, Tty};
use crate::tui::app::msg::{Answer, Effect, Msg, Now};
use crate::{fault, store};

pub use self::clock::Clock;
pub use self::harness::{Harness, HarnessError};
pub use self::store_thread::Worker;
pub use self::terminal_backend::TerminalBackend;
pub use self::tty::TerminalError;
pub use self::worker::{Shelf, StoreWorker, present};

/// Stack of the threads that only wait.
const SMALL_STACK: usize = 128 * 1024;

/// What the loop drives: the model with its update function and its view.
pub trait Screens {
    /// Takes a message; says what to do. Never blocks, never reads the clock.
    ///
    /// The first message is the size of the terminal, [`Msg::Resize`]: the place to put the first questions.
    fn update(&mut self, msg: Msg, now: &Now) -> Vec<Effect>;
    /// Whether something changed since the last draw.
    fn dirty(&self) -> bool;
    /// A clock is on the screen whose minutes count: [`Msg::Minute`] is wanted as each of them begins.
    fn wants_minutes(&self) -> bool {
        false
    }
    /// Draws everything (pure); clears dirty.
    fn draw(&mut self, frame: &mut ratatui::Frame<'_>);
}

/// How the screens ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The person quit.
    Quit,
    /// A signal asked for it.
    Signal(c_int),
    /// The line was hung up.
    Gone,
}

impl Exit {
    /// The exit code of the process: 128 + n after signal n, as shells do; a hang-up counts as SIGHUP.
    #[must_use]
    pub fn code(self) -> u8 {
        let signal = match self {
            Self::Quit => return 0,
            Self::Signal(signal) => signal,
            Self::Gone => signal_hook::consts::SIGHUP,
        };
        u8::try_from(128 + signal).unwrap_or(u8::MAX)
    }
}

/// Why the screens could not be shown, or could not go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error(transparent)]
    Terminal(#[from] TerminalError),
    /// The store could not be opened.
    #[error(transparent)]
    Store(store::Error),
}

impl From<io::Error> for RunError {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error.into())
    }
}

/// What reaches the loop.
enum LoopEvent {
    /// With the moment it was read.
    Input(Event, Instant),
    InputFailed(io::Error),
    /// A frame has reached the terminal, or cannot.
    FrameWritten(io::Result<()>),
    Answer(Answer),
    StoreFailed(store::Error),
    /// A signal that ends the program.
    Signal(c_int),
    /// SIGTSTP from outside.
    Stop,
    /// SIGCONT.
    Continued,
    TtyGone,
}

/// Whether the screens could be shown here at all.
///
/// # Errors
/// When input or output is no terminal, or the terminal is a dumb one.
pub fn fit_terminal() -> Result<(), TerminalError> {
    Tty::find().map(|_| ())
}

/// Shows the screens until the person quits or something outside ends them. Whatever happens, the terminal is given back.
///
/// `open` opens the store, on its own thread, while the terminal is set up: usually
/// `move || StoreWorker::open(&database, actor, clock)`.
///
/// To be called once, from the main thread, by a process that ends with the answer: signal handlers stay, and after a signal the process ends within a second even if the caller is slow.
///
/// # Errors
/// When there is no fit terminal or it fails, or when the store cannot be opened.
pub fn run<S, C, F>(screens: S, clock: Clock, open: F) -> Result<Exit, RunError>
where
    S: Screens,
    C: Worker,
    F: FnOnce() -> Result<C, store::Error> + Send + 'static,
{
    let tty = Tty::find()?;
    let taken = tty.clone();
    fault::first(move || taken.leave());
    let (events, inbox) = mpsc::channel();
    let store = StoreThread::open(open, events.clone())?;
    signals::listen(tty.clone(), events.clone())?;
    let guard = Guard::enter(tty.clone())?;
    watchdog::watch(tty.clone(), events.clone())?;
    input::listen(events.clone())?;
    let writer = FrameWriter::start(tty.clone(), events)?;

    let core = Core::new(screens, store, clock);
    let mut event_loop = EventLoop::new(core, tty, writer, inbox)?;
    let end = event_loop.run();
    // First the terminal, then what may take a moment.
    drop(guard);
    event_loop.close();
    end
}
