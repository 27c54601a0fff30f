//! Frames on their way to the terminal, on a thread of their own.
//!
//! A terminal whose far side has stopped reading (a frozen connection, a window that is held) takes no more, and a write
//! to it does not come back. The loop must go on all the same: keys that still arrive are typed into the form and kept as
//! a draft, others' changes are heard, and the program can be ended. So the loop hands a frame over and makes the next
//! one only when that one is through; what changes meanwhile is drawn then, all at once.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::tty::{Output, Tty};
use super::{LoopEvent, SMALL_STACK};

/// How long a frame may still take when the terminal is given back. The last bytes of a sound line take microseconds.
const LAST_FRAME: Duration = Duration::from_millis(200);

/// Takes frames for the terminal and never waits for it.
#[derive(Clone)]
pub(super) struct FrameWriter {
    frames: Sender<Vec<u8>>,
    under_way: Arc<AtomicUsize>,
}

impl FrameWriter {
    /// Starts the thread. After each frame [`LoopEvent::FrameWritten`] comes, also when it failed.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn start(tty: Arc<Tty>, events: Sender<LoopEvent>) -> io::Result<Self> {
        let (frames, queue) = channel::<Vec<u8>>();
        let under_way = Arc::new(AtomicUsize::new(0));
        let left = under_way.clone();
        thread::Builder::new()
            .name("frame-writer".into())
            .stack_size(SMALL_STACK)
            .spawn(move || {
                let mut output = Output(tty);
                for frame in queue {
                    let written = output.write_all(&frame);
                    left.fetch_sub(1, Ordering::SeqCst);
                    if events.send(LoopEvent::FrameWritten(written)).is_err() {
                        return;
                    }
                }
            })?;
        Ok(Self { frames, under_way })
    }

    /// Whether a frame has not reached the terminal yet.
    pub fn is_busy(&self) -> bool {
        self.under_way.load(Ordering::SeqCst) > 0
    }

    /// Lets the frame that is under way end, so that nothing is written into its middle. Not for ever: a frozen terminal
    /// never takes it.
    pub fn rest(&self) {
        let until = Instant::now() + LAST_FRAME;
        while self.is_busy() && Instant::now() < until {
            thread::sleep(Duration::from_micros(200));
        }
    }
}

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.under_way.fetch_add(1, Ordering::SeqCst);
        self.frames
            .send(bytes.to_vec())
            .map_err(|_| io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
