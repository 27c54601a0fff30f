//! The storage thread: owns the store, answers questions in their order, and tells what others changed.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::World;
use crate::store;
use crate::tui::app::msg::{Answer, Ask};

/// How often to look whether others wrote. One look costs a few microseconds.
const LOOK: Duration = Duration::from_secs(1);
/// SQLite is frugal, JSON of one event is small.
const STACK: usize = 512 * 1024;

/// Who sits at the desk: the one place that knows how a question is answered.
pub trait Clerk {
    /// Answers a question; an error is an answer too.
    fn answer(&mut self, ask: Ask) -> Answer;

    /// What others changed since the last look, if anything.
    fn news(&mut self) -> Option<Answer>;
}

/// The way to the storage thread.
pub(super) struct Desk {
    asks: Sender<Ask>,
    thread: JoinHandle<()>,
}

impl Desk {
    /// Opens the store on its own thread, so that opening and setting up the terminal overlap. A failure comes as
    /// [`World::DeskFailed`].
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn open<C, F>(open: F, world: Sender<World>) -> io::Result<Self>
    where
        C: Clerk,
        F: FnOnce() -> Result<C, store::Error> + Send + 'static,
    {
        let (asks, questions) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("desk".into())
            .stack_size(STACK)
            .spawn(move || match open() {
                Ok(clerk) => serve(clerk, &questions, &world),
                Err(error) => {
                    let _ = world.send(World::DeskFailed(error));
                }
            })?;
        Ok(Self { asks, thread })
    }

    /// Puts a question. When the desk is closed its failure is already on the way.
    pub fn ask(&self, ask: Ask) {
        let _ = self.asks.send(ask);
    }

    /// Lets the desk finish what it was asked, and waits for that.
    pub fn close(self) {
        drop(self.asks);
        let _ = self.thread.join();
    }
}

fn serve(mut clerk: impl Clerk, questions: &Receiver<Ask>, world: &Sender<World>) {
    let mut look = Instant::now() + LOOK;
    loop {
        let answer = match questions.recv_timeout(look.saturating_duration_since(Instant::now())) {
            Ok(ask) => Some(clerk.answer(ask)),
            Err(RecvTimeoutError::Timeout) => {
                look = Instant::now() + LOOK;
                clerk.news()
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        // Nobody listens any more while the screens close; questions still waiting are answered all the same, for one
        // may be a write.
        if let Some(answer) = answer {
            let _ = world.send(World::Answer(answer));
        }
    }
}
