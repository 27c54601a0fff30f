//! The loop on a real terminal.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyEvent};
use ratatui::Terminal;
use ratatui::layout::Size;
use rustix::process::Signal;

use super::core::Core;
use super::escape_reassembler::EscapeReassembler;
use super::frame_writer::FrameWriter;
use super::terminal_backend::TerminalBackend;
use super::tty::Tty;
use super::{Exit, LoopEvent, RunError, Screens};
use crate::tui::app::msg::Msg;

/// How long a frame waits for answers that were just asked for, so that one key gives one frame.
const PATIENCE: Duration = Duration::from_millis(3);
/// The same for the very first frame: better one that shows something than an empty one before it.
const FIRST_PATIENCE: Duration = Duration::from_millis(150);
/// Most messages taken before a frame, so that a held key still paints.
const BURST: usize = 256;
/// How long after the stop signal it is clear that it was ignored.
const STOP_IGNORED: Duration = Duration::from_millis(250);

/// The time left until then.
fn left(until: Instant) -> Duration {
    until.saturating_duration_since(Instant::now())
}

/// The screens on a terminal.
pub(super) struct EventLoop<S> {
    core: Core<S>,
    tty: Arc<Tty>,
    terminal: Terminal<TerminalBackend<FrameWriter>>,
    writer: FrameWriter,
    inbox: Receiver<LoopEvent>,
    escapes: EscapeReassembler,
    /// The terminal is given back; when to take it again if nothing wakes the program before.
    suspended: Option<Instant>,
    /// When the minute of a clock on the screen turns.
    minute: Option<Instant>,
}

impl<S: Screens> EventLoop<S> {
    pub fn new(
        core: Core<S>,
        tty: Arc<Tty>,
        writer: FrameWriter,
        inbox: Receiver<LoopEvent>,
    ) -> io::Result<Self> {
        let backend = TerminalBackend::new(writer.clone(), Tty::size());
        Ok(Self {
            core,
            tty,
            terminal: Terminal::new(backend)?,
            writer,
            inbox,
            escapes: EscapeReassembler::default(),
            suspended: None,
            minute: None,
        })
    }

    /// Runs until something ends it; the last frame is through then, or will never be.
    pub fn run(&mut self) -> Result<Exit, RunError> {
        let end = self.go_on();
        self.writer.rest();
        end
    }

    fn go_on(&mut self) -> Result<Exit, RunError> {
        let size = self.terminal.size()?;
        self.core.tell(Msg::Resize(size.width, size.height));
        self.core.redraw = true;
        let mut patience = FIRST_PATIENCE;
        loop {
            if std::mem::take(&mut self.core.asked)
                && let Some(end) = self.wait_for_answers(Instant::now() + patience)?
            {
                return Ok(end);
            }
            patience = PATIENCE;
            if self.core.has_ended() {
                return Ok(Exit::Quit);
            }
            if std::mem::take(&mut self.core.suspend) {
                self.suspend();
            }
            if let Err(error) = self.draw() {
                return self.lost(error);
            }
            if let Some(end) = self.wait()? {
                return Ok(end);
            }
        }
    }

    /// Lets the store thread finish what it was asked.
    pub fn close(self) {
        self.core.close();
    }

    /// Sleeps until something happens or is due, then takes all there is.
    fn wait(&mut self) -> Result<Option<Exit>, RunError> {
        let minute = match self.suspended {
            None => self.core.next_minute(),
            Some(_) => None,
        };
        self.minute = minute;
        let due = [
            self.core.settle,
            self.escapes.deadline(),
            self.suspended,
            minute,
        ]
        .into_iter()
        .flatten()
        .min();
        let first = match due {
            Some(due) => self.inbox.recv_timeout(left(due)),
            None => self
                .inbox
                .recv()
                .map_err(|_| RecvTimeoutError::Disconnected),
        };
        match first {
            Ok(message) => {
                let mut next = Some(message);
                for _ in 0..BURST {
                    let Some(message) = next else { break };
                    if let Some(end) = self.hear(message)? {
                        return Ok(Some(end));
                    }
                    next = self.inbox.try_recv().ok();
                }
                if let Some(message) = next {
                    return self.hear(message);
                }
            }
            Err(RecvTimeoutError::Timeout) => return self.on_time(),
            // Every thread that could send is gone: so is the terminal.
            Err(RecvTimeoutError::Disconnected) => return Ok(Some(Exit::Gone)),
        }
        Ok(None)
    }

    /// Takes what comes until every question has its answer, but not longer than that.
    fn wait_for_answers(&mut self, until: Instant) -> Result<Option<Exit>, RunError> {
        while self.core.waits_for_answers() {
            let Ok(message) = self.inbox.recv_timeout(left(until)) else {
                break;
            };
            if let Some(end) = self.hear(message)? {
                return Ok(Some(end));
            }
        }
        Ok(None)
    }

    /// Does what is due.
    fn on_time(&mut self) -> Result<Option<Exit>, RunError> {
        let now = Instant::now();
        let due = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        if due(self.escapes.deadline()) {
            let keys = self.escapes.release();
            self.keys(keys);
        }
        if due(self.core.settle) {
            self.core.settled();
        }
        if due(self.minute) {
            self.core.minute();
        }
        if due(self.suspended) {
            return self.come_back();
        }
        Ok(None)
    }

    fn hear(&mut self, message: LoopEvent) -> Result<Option<Exit>, RunError> {
        match message {
            LoopEvent::Input(Event::Key(key), at) => {
                let keys = self.escapes.take(key, at);
                self.keys(keys);
            }
            LoopEvent::Input(event, _) => {
                let keys = self.escapes.release();
                self.keys(keys);
                self.input(event);
            }
            LoopEvent::Answer(answer) => self.core.answered(answer),
            LoopEvent::Stop => self.core.suspend = true,
            LoopEvent::Continued => return self.come_back(),
            LoopEvent::Signal(signal) => return Ok(Some(Exit::Signal(signal))),
            LoopEvent::TtyGone => return Ok(Some(Exit::Gone)),
            // The loop looks for what to draw next.
            LoopEvent::FrameWritten(Ok(())) => {}
            LoopEvent::FrameWritten(Err(error)) | LoopEvent::InputFailed(error) => {
                return self.lost(error).map(Some);
            }
            LoopEvent::StoreFailed(error) => return Err(RunError::Store(error)),
        }
        Ok(None)
    }

    fn keys(&mut self, keys: Vec<KeyEvent>) {
        for key in keys {
            self.core.tell(Msg::Key(key));
        }
    }

    fn input(&mut self, event: Event) {
        match event {
            Event::Paste(text) => self.core.tell(Msg::Paste(text)),
            Event::Resize(width, height) if width > 0 && height > 0 => {
                self.resize(Size::new(width, height));
            }
            _ => {}
        }
    }

    fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().resize(size);
        self.core.redraw = true;
        self.core.tell(Msg::Resize(size.width, size.height));
    }

    /// Draws if something changed, in one write; not before the last frame is through.
    fn draw(&mut self) -> io::Result<()> {
        if self.suspended.is_some() || self.writer.is_busy() {
            return Ok(());
        }
        let redraw = std::mem::take(&mut self.core.redraw);
        if redraw {
            self.terminal.clear()?;
        }
        if redraw || self.core.screens.dirty() {
            self.terminal.draw(|frame| self.core.screens.draw(frame))?;
        }
        Ok(())
    }

    /// Gives the terminal back and stops, with the whole process group, as Ctrl-Z does in other programs.
    ///
    /// The signal is SIGTTOU, whose default is to stop, just as SIGTSTP's: that one has our handler. In an orphaned
    /// group (a program that ssh started without a shell) the kernel ignores it, for nobody could wake the program;
    /// then the screens come back by themselves.
    fn suspend(&mut self) {
        self.writer.rest();
        self.tty.leave();
        let _ = rustix::process::kill_current_process_group(Signal::TTOU);
        // Here the process has slept already, unless the signal was ignored; then SIGCONT will not come.
        self.suspended = Some(Instant::now() + STOP_IGNORED);
    }

    /// Takes the terminal again after a stop, of our own making or not.
    fn come_back(&mut self) -> Result<Option<Exit>, RunError> {
        self.suspended = None;
        self.writer.rest();
        // A hang-up wakes the program too, with nothing to come back to.
        if let Err(error) = self.tty.enter() {
            return self.lost(error).map(Some);
        }
        self.terminal.backend_mut().entered();
        let size = Tty::size();
        if self.terminal.size()? != size {
            self.resize(size);
        }
        self.core.redraw = true;
        self.core.tell(Msg::Resumed);
        Ok(None)
    }

    /// The terminal failed: because the line was hung up, or for another reason.
    fn lost(&self, error: io::Error) -> Result<Exit, RunError> {
        if Tty::is_gone() {
            Ok(Exit::Gone)
        } else {
            Err(error.into())
        }
    }
}
