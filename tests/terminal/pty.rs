//! A program in a pseudo terminal, and the screen a person would see.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::{AsRawFd, RawFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use filedescriptor::{FileDescriptor, POLLIN, pollfd};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal};

/// How long to wait for what must come: generous, and more so where machines are shared.
pub fn patience() -> Duration {
    Duration::from_secs(if std::env::var_os("CI").is_some() {
        40
    } else {
        10
    })
}

/// A running program, its terminal, and what it has shown.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    /// Gone after a hang-up.
    line: Option<Line>,
    seen: Arc<Mutex<Seen>>,
}

/// The near side of the terminal.
struct Line {
    master: Box<dyn MasterPty + Send>,
    /// Kept so that the modes of the terminal can be looked at when the program has ended.
    _slave: Box<dyn SlavePty + Send>,
    keyboard: FileDescriptor,
    reader: JoinHandle<()>,
    reading: Arc<Reading>,
}

#[derive(Default)]
struct Reading {
    stop: AtomicBool,
    frozen: AtomicBool,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    reads: usize,
    last: Instant,
}

struct Raw(RawFd);

impl AsRawFd for Raw {
    fn as_raw_fd(&self) -> RawFd {
        self.0
    }
}

impl Pty {
    /// Starts a program on a terminal of that size.
    pub fn spawn(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        Self::spawn_as_is(command, columns, rows)
    }

    /// The same, leaving the environment as the caller made it.
    pub fn spawn_as_is(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = Arc::new(Mutex::new(Seen {
            screen: vt100::Parser::new(nonzero(rows), nonzero(columns), 0),
            bytes: Vec::new(),
            reads: 0,
            last: Instant::now(),
        }));
        let fd = Raw(pair.master.as_raw_fd().unwrap());
        let reading = Arc::new(Reading::default());
        let reader = {
            let (output, seen, reading) = (
                FileDescriptor::dup(&fd).unwrap(),
                seen.clone(),
                reading.clone(),
            );
            thread::spawn(move || read(output, &seen, &reading))
        };
        Self {
            child,
            line: Some(Line {
                keyboard: FileDescriptor::dup(&fd).unwrap(),
                master: pair.master,
                _slave: pair.slave,
                reader,
                reading,
            }),
            seen,
        }
    }

    fn line(&mut self) -> &mut Line {
        self.line.as_mut().expect("the line was hung up")
    }

    /// Types.
    pub fn send(&mut self, keys: &str) {
        self.line().keyboard.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until the text stands on the screen.
    pub fn wait_for_text(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen is as asked for; `what` says what was waited for if it never is.
    pub fn wait_until(&self, what: &str, so: impl Fn(&vt100::Screen) -> bool) {
        let until = Instant::now() + patience();
        while !so(self.seen.lock().unwrap().screen.screen()) {
            assert!(
                Instant::now() < until,
                "waited for {what} in vain:\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until nothing has been written for a while.
    pub fn settle(&self) {
        let until = Instant::now() + patience();
        while self.rested() < Duration::from_millis(200) {
            assert!(Instant::now() < until, "the program never rests");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Types, and waits until what it shows is complete; the keys must change something on the screen.
    pub fn press(&mut self, keys: &str) {
        let before = self.reads();
        self.send(keys);
        let until = Instant::now() + patience();
        while self.reads() == before || self.rested() < Duration::from_millis(40) {
            assert!(
                Instant::now() < until,
                "{keys:?} changes nothing, or never rests:\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// How long nothing has been written.
    fn rested(&self) -> Duration {
        self.seen.lock().unwrap().last.elapsed()
    }

    /// What a person sees.
    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    /// What stands in reversed colours, row by row, such as the line under the cursor.
    pub fn reversed(&self) -> Vec<String> {
        self.look(|screen| {
            let (rows, columns) = screen.size();
            let row = |y| {
                let cells = (0..columns.get()).filter_map(|x| screen.cell(y, x));
                let text: String = cells
                    .filter(|cell| cell.inverse())
                    .map(|cell| {
                        if cell.has_contents() {
                            cell.contents()
                        } else {
                            " "
                        }
                    })
                    .collect();
                text.trim().to_owned()
            };
            (0..rows.get())
                .map(row)
                .filter(|text| !text.is_empty())
                .collect()
        })
    }

    /// Looks at the state of the terminal at the other end.
    pub fn look<T>(&self, at: impl Fn(&vt100::Screen) -> T) -> T {
        at(self.seen.lock().unwrap().screen.screen())
    }

    /// Everything written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().bytes.clone()
    }

    /// In how many pieces it arrived.
    pub fn reads(&self) -> usize {
        self.seen.lock().unwrap().reads
    }

    /// The modes of the terminal (echo, line editing and so on).
    pub fn modes(&mut self) -> String {
        format!("{:?}", self.line().master.get_termios().unwrap())
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.seen
            .lock()
            .unwrap()
            .screen
            .screen_mut()
            .set_size(nonzero(rows), nonzero(columns));
        self.line().master.resize(size(columns, rows)).unwrap();
    }

    /// Stops taking output, as a frozen connection does.
    pub fn freeze(&mut self) {
        self.line().reading.frozen.store(true, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(100));
    }

    /// Takes output again, beginning with what has waited.
    pub fn thaw(&mut self) {
        self.line().reading.frozen.store(false, Ordering::SeqCst);
    }

    /// The program's process.
    pub fn pid(&self) -> Pid {
        let pid = self.child.process_id().unwrap();
        Pid::from_raw(i32::try_from(pid).unwrap()).unwrap()
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    /// Cuts the line.
    pub fn hang_up(&mut self) {
        let line = self.line.take().unwrap();
        line.reading.stop.store(true, Ordering::SeqCst);
        line.reader.join().unwrap();
    }

    /// Waits for the program to end; answers its exit code.
    pub fn wait_exit(&mut self) -> u32 {
        self.wait_exit_within(patience())
    }

    /// The same, with a limit that is part of what is tested.
    pub fn wait_exit_within(&mut self, limit: Duration) -> u32 {
        let until = Instant::now() + limit;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                if self.line.is_some() {
                    // Its last words may still be on their way.
                    self.seen.lock().unwrap().last = Instant::now();
                    self.settle();
                }
                return status.exit_code();
            }
            assert!(
                Instant::now() < until,
                "still alive after {limit:?}:\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(line) = self.line.take() {
            line.reading.stop.store(true, Ordering::SeqCst);
        }
    }
}

fn read(mut output: FileDescriptor, seen: &Mutex<Seen>, reading: &Reading) {
    let mut bytes = [0; 16 * 1024];
    while !reading.stop.load(Ordering::SeqCst) {
        let mut ready = [pollfd {
            fd: output.as_raw_fd(),
            events: POLLIN,
            revents: 0,
        }];
        let pause = Duration::from_millis(10);
        if reading.frozen.load(Ordering::SeqCst) {
            thread::sleep(pause);
            continue;
        }
        if !filedescriptor::poll(&mut ready, Some(pause)).is_ok_and(|n| n > 0) {
            continue;
        }
        // When the program has ended the terminal gives an error.
        let Ok(n @ 1..) = output.read(&mut bytes) else {
            return;
        };
        let mut seen = seen.lock().unwrap();
        seen.screen.process(&bytes[..n]);
        seen.bytes.extend_from_slice(&bytes[..n]);
        seen.reads += 1;
        seen.last = Instant::now();
    }
}

fn nonzero(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}
