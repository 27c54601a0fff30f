//! Telling a program that runs from one that has ended.

use rustix::process::{Pid, getpid, test_kill_process};
use uuid::Uuid;

/// A running program, so that what it left can be told from what it still works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    pub(super) id: Uuid,
    pub(super) process: i32,
    /// When the process began, in the kernel's count: numbers of processes are used again.
    pub(super) started: i64,
}

impl Session {
    /// This process.
    #[must_use]
    pub fn this() -> Self {
        Self::of_process(getpid().as_raw_nonzero().get())
    }

    /// A session of some process of this machine.
    #[must_use]
    pub fn of_process(process: i32) -> Self {
        Self {
            id: Uuid::now_v7(),
            process,
            started: started(process),
        }
    }

    pub(super) fn is_alive(&self) -> bool {
        let Some(pid) = Pid::from_raw(self.process) else {
            return false;
        };
        // Where it may not be signalled it is there all the same.
        test_kill_process(pid) != Err(rustix::io::Errno::SRCH)
            && started(self.process) == self.started
    }
}

/// When a process began, in clock ticks since the machine did (`proc(5)`, field 22 of `stat`); 0 where that is not told.
fn started(process: i32) -> i64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The second field is the program's name and may hold anything, also spaces and brackets.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let field = after_name.split_whitespace().nth(19);
    field.and_then(|ticks| ticks.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_alive_until_it_ends_and_another_of_its_number_is_not_it() {
        assert!(Session::this().is_alive());
        let mut child = std::process::Command::new("sleep")
            .arg("60")
            .spawn()
            .unwrap();
        let session = Session::of_process(i32::try_from(child.id()).unwrap());
        assert!(session.is_alive());
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!session.is_alive());
        let reused = Session {
            started: Session::this().started + 1,
            ..Session::this()
        };
        assert!(!reused.is_alive());
    }
}
