//! Signals as messages, on a thread that also ends the process when the loop no longer can.

use std::ffi::c_int;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::tty::Tty;
use super::{LoopEvent, SMALL_STACK};

/// How long the loop has to leave by itself. With [`LAST_WRITE`] less than a second: a session that was hung up must
/// not linger, and whoever sends SIGTERM follows with SIGKILL.
const GRACE: Duration = Duration::from_millis(900);
/// How long giving the terminal back may take. The write blocks when the far side is frozen.
const LAST_WRITE: Duration = Duration::from_millis(60);

/// Starts listening. A handler also replaces an inherited "ignore", as under nohup: without that nothing would end the
/// program with its connection.
///
/// # Errors
/// When the handlers or the thread cannot be set up.
pub(super) fn listen(tty: Arc<Tty>, events: Sender<LoopEvent>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT])?;
    thread::Builder::new()
        .name("signals".into())
        .stack_size(SMALL_STACK)
        .spawn(move || {
            for signal in signals.forever() {
                let message = match signal {
                    SIGTSTP => LoopEvent::Stop,
                    SIGCONT => LoopEvent::Continued,
                    signal => LoopEvent::Signal(signal),
                };
                let ends = matches!(message, LoopEvent::Signal(_));
                // Nobody listens any more: the loop has left and the process is about to end.
                let _ = events.send(message);
                if ends {
                    end(&tty, signal);
                }
            }
        })?;
    Ok(())
}

/// Ends the process with `128 + signal` if it has not ended by itself in time.
///
/// The loop may be unable to: it sits in a write to a frozen terminal, or the input library turns in circles on a dead
/// one. Everything acknowledged is committed, so nothing is lost.
pub(super) fn end(tty: &Arc<Tty>, signal: c_int) -> ! {
    thread::sleep(GRACE);
    let tty = Arc::clone(tty);
    let last = thread::Builder::new()
        .stack_size(SMALL_STACK)
        .spawn(move || tty.leave());
    let until = std::time::Instant::now() + LAST_WRITE;
    while last.as_ref().is_ok_and(|thread| !thread.is_finished())
        && std::time::Instant::now() < until
    {
        thread::sleep(Duration::from_millis(2));
    }
    std::process::exit(128 + signal)
}
