//! The storage thread: owns the store, answers questions in their order, and tells what others changed.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::LoopEvent;
use crate::store;
use crate::tui::app::msg::{Answer, Ask};

/// How often to look whether others wrote. One look costs a few microseconds.
const LOOK: Duration = Duration::from_secs(1);
/// SQLite is frugal, JSON of one event is small.
const STACK: usize = 512 * 1024;

/// Answers the questions of the screens: the one place that knows how.
pub trait Worker {
    /// Answers a question; an error is an answer too.
    fn answer(&mut self, ask: Ask) -> Answer;

    /// What others changed since the last look, if anything.
    fn news(&mut self) -> Option<Answer>;
}

/// The handle of the storage thread.
pub(super) struct StoreThread {
    asks: Sender<Ask>,
    thread: JoinHandle<()>,
}

impl StoreThread {
    /// Opens the store on its own thread, so that opening and setting up the terminal overlap. A failure comes as
    /// [`LoopEvent::StoreFailed`].
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn open<C, F>(open: F, events: Sender<LoopEvent>) -> io::Result<Self>
    where
        C: Worker,
        F: FnOnce() -> Result<C, store::Error> + Send + 'static,
    {
        let (asks, questions) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("store".into())
            .stack_size(STACK)
            .spawn(move || match open() {
                Ok(worker) => serve(worker, &questions, &events),
                Err(error) => {
                    let _ = events.send(LoopEvent::StoreFailed(error));
                }
            })?;
        Ok(Self { asks, thread })
    }

    /// Puts a question. When the store thread is closed its failure is already on the way.
    pub fn ask(&self, ask: Ask) {
        let _ = self.asks.send(ask);
    }

    /// Lets the thread finish what it was asked, and waits for that.
    pub fn close(self) {
        drop(self.asks);
        let _ = self.thread.join();
    }
}

fn serve(mut worker: impl Worker, questions: &Receiver<Ask>, events: &Sender<LoopEvent>) {
    let mut look = Instant::now() + LOOK;
    loop {
        let answer = match questions.recv_timeout(look.saturating_duration_since(Instant::now())) {
            Ok(ask) => Some(worker.answer(ask)),
            Err(RecvTimeoutError::Timeout) => {
                look = Instant::now() + LOOK;
                worker.news()
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        // Nobody listens any more while the screens close; questions still waiting are answered all the same, for one
        // may be a write.
        if let Some(answer) = answer {
            let _ = events.send(LoopEvent::Answer(answer));
        }
    }
}
