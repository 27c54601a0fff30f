//! Notices that the line was hung up when nothing else can.
//!
//! On a dead terminal the input library reads "nothing" for ever and never returns (crossterm, as of 0.29), and SIGHUP
//! does not come when it is ignored or when the terminal does not control the process. `poll` without any interest
//! still reports a hang-up, and costs nothing until then.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::SIGHUP;

use super::tty::Tty;
use super::{LoopEvent, SMALL_STACK, signals};

/// Starts watching.
///
/// # Errors
/// When the thread cannot be started.
pub(super) fn watch(tty: Arc<Tty>, events: Sender<LoopEvent>) -> io::Result<()> {
    thread::Builder::new()
        .name("watchdog".into())
        .stack_size(SMALL_STACK)
        .spawn(move || {
            loop {
                match Tty::hung_up(None) {
                    Ok(true) => break,
                    Ok(false) | Err(rustix::io::Errno::INTR) => {}
                    // Without poll there is no watching; signals still end the program.
                    Err(_) => return,
                }
            }
            let _ = events.send(LoopEvent::TtyGone);
            signals::end(&tty, SIGHUP)
        })?;
    Ok(())
}
