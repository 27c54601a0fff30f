//! What a person on the line pays: time to the first screen, bytes and time per key, memory, and what resting costs.
//!
//! `cargo bench --bench terminal` runs the release build of ovop in a pseudo terminal of 80x24, beside a floor: the least
//! ratatui program that shows the same villages from the same file in a table. Both are measured in one run, so that
//! their ratio holds on any machine. With `OVOP_REGISTER=FOLDER` (made by `assets/register/make.sh`) a second table shows
//! a whole nation's register.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::Constraint;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, Row, Table, TableState};

const COLUMNS: u16 = 80;
const ROWS: u16 = 24;
/// Starts and keys measured; the first start only warms the caches.
const STARTS: usize = 21;
const KEYS: usize = 200;
/// A key's frame has come when nothing more comes for so long.
const QUIET: Duration = Duration::from_millis(15);
const REST: Duration = Duration::from_secs(20);

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let Some(at) = args.iter().position(|a| a == "--floor") {
        return floor(
            &args[at + 1],
            args.get(at + 2).is_some_and(|a| a == "window"),
        );
    }
    let folder = tempfile::tempdir().unwrap();
    table(
        "The 208 villages of Belu and Malaka",
        folder.path(),
        None,
        "Kewar",
        false,
    );
    if let Some(register) = std::env::var_os("OVOP_REGISTER") {
        let register = PathBuf::from(register);
        let first = first_village(&register);
        table(
            "A register from OVOP_REGISTER",
            folder.path(),
            Some(&register),
            &first,
            true,
        );
    }
}

fn first_village(register: &Path) -> String {
    let text = std::fs::read_to_string(register.join("villages.csv")).unwrap();
    text.lines()
        .nth(1)
        .unwrap()
        .split(',')
        .nth(2)
        .unwrap()
        .to_owned()
}

fn table(title: &str, folder: &Path, register: Option<&Path>, wait: &str, window: bool) {
    let database = folder.join(if register.is_some() {
        "large.db"
    } else {
        "small.db"
    });
    let mut init = Command::new(env!("CARGO_BIN_EXE_ovop"));
    init.arg("--db").arg(&database);
    if let Some(register) = register {
        init.arg("--register").arg(register);
    }
    assert!(init.arg("init").output().unwrap().status.success());

    let mut ovop = CommandBuilder::new(env!("CARGO_BIN_EXE_ovop"));
    ovop.arg("--db");
    ovop.arg(&database);
    let mut floor = CommandBuilder::new(std::env::current_exe().unwrap());
    floor.arg("--floor");
    floor.arg(&database);
    if window {
        floor.arg("window");
    }
    println!("\n### {title}, 80x24\n");
    println!(
        "| program | start ms p50 | first screen B | Down ms p50 / p95 | Down B p50 / mean | Pss MiB | resting 20 s: B, CPU ms |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (name, command) in [("ovop", ovop), ("floor (ratatui table, same rows)", floor)] {
        println!("| {name} | {} |", measure(&command, wait));
    }
}

fn measure(command: &CommandBuilder, wait: &str) -> String {
    let mut starts: Vec<f64> = Vec::new();
    for _ in 0..STARTS {
        let mut session = Session::start(command);
        let ms = session.wait_for(wait);
        starts.push(ms);
        session.quiet(Duration::from_millis(150));
        session.end();
    }
    starts.remove(0);

    let mut session = Session::start(command);
    session.wait_for(wait);
    session.quiet(Duration::from_millis(300));
    let first_screen = session.bytes;
    let (mut times, mut bytes) = (Vec::new(), Vec::new());
    for _ in 0..KEYS {
        let (ms, n) = session.key(b"\x1b[B");
        times.push(ms);
        bytes.push(n as f64);
    }
    let pss = session.pss();
    session.quiet(Duration::from_millis(500));
    let (before, cpu) = (session.bytes, session.cpu_ms());
    session.pump(REST);
    let (rest_bytes, rest_cpu) = (session.bytes - before, session.cpu_ms() - cpu);
    session.end();
    let mean = bytes.iter().sum::<f64>() / bytes.len() as f64;
    format!(
        "{:.1} | {first_screen} | {:.2} / {:.2} | {:.0} / {mean:.0} | {pss:.1} | {rest_bytes}, {rest_cpu:.0}",
        quantile(&mut starts, 0.5),
        quantile(&mut times, 0.5),
        quantile(&mut times, 0.95),
        quantile(&mut bytes, 0.5),
    )
}

fn quantile(values: &mut [f64], q: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * q).round() as usize]
}

/// A program in a pseudo terminal; the bytes it sends, with the moment each piece came.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    /// Kept open: the program's line hangs on it.
    _master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    pieces: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    begun: Instant,
    bytes: usize,
}

impl Session {
    fn start(command: &CommandBuilder) -> Self {
        let size = PtySize {
            rows: ROWS,
            cols: COLUMNS,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = command.clone();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env_remove("NO_COLOR");
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let (send, pieces) = channel();
        std::thread::spawn(move || {
            let mut piece = [0; 65536];
            while let Ok(n @ 1..) = reader.read(&mut piece) {
                if send.send((Instant::now(), piece[..n].to_vec())).is_err() {
                    return;
                }
            }
        });
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let (rows, cols) = (ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap());
        Self {
            child,
            _master: pair.master,
            keyboard,
            pieces,
            screen: vt100::Parser::new(rows, cols, 0),
            begun,
            bytes: 0,
        }
    }

    fn take(&mut self, within: Duration) -> Option<Instant> {
        match self.pieces.recv_timeout(within) {
            Ok((at, piece)) => {
                self.bytes += piece.len();
                self.screen.process(&piece);
                Some(at)
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Milliseconds from the start until the text is on the screen.
    fn wait_for(&mut self, text: &str) -> f64 {
        loop {
            let at = self
                .take(Duration::from_secs(20))
                .expect("the text never came");
            if self.screen.screen().contents().contains(text) {
                return (at - self.begun).as_secs_f64() * 1e3;
            }
        }
    }

    fn quiet(&mut self, calm: Duration) {
        while self.take(calm).is_some() {}
    }

    fn pump(&mut self, time: Duration) {
        let end = Instant::now() + time;
        while let Some(left) = end
            .checked_duration_since(Instant::now())
            .filter(|d| !d.is_zero())
        {
            self.take(left);
        }
    }

    /// Milliseconds until the last byte that a key brought, and how many bytes it brought.
    fn key(&mut self, key: &[u8]) -> (f64, usize) {
        let (before, pressed) = (self.bytes, Instant::now());
        self.keyboard.write_all(key).unwrap();
        self.keyboard.flush().unwrap();
        let mut last = self.take(Duration::from_millis(700)).unwrap_or(pressed);
        while let Some(at) = self.take(QUIET) {
            last = at;
        }
        ((last - pressed).as_secs_f64() * 1e3, self.bytes - before)
    }

    fn proc(&self, file: &str) -> String {
        let pid = self.child.process_id().unwrap();
        std::fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap_or_default()
    }

    fn pss(&self) -> f64 {
        let smaps = self.proc("smaps_rollup");
        let line = smaps
            .lines()
            .find(|l| l.starts_with("Pss:"))
            .unwrap_or("0 0");
        line.split_whitespace()
            .nth(1)
            .and_then(|n| n.parse::<f64>().ok())
            .unwrap_or(0.0)
            / 1024.0
    }

    /// Processor time used so far by all threads, in milliseconds (as fine as the scheduler tells).
    fn cpu_ms(&self) -> f64 {
        let pid = self.child.process_id().unwrap();
        let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
        let ns: u64 = tasks
            .filter_map(|t| std::fs::read_to_string(t.ok()?.path().join("schedstat")).ok())
            .filter_map(|s| s.split_whitespace().next()?.parse::<u64>().ok())
            .sum();
        ns as f64 / 1e6
    }

    fn end(mut self) {
        let _ = self.keyboard.write_all(b"q");
        let _ = self.keyboard.flush();
        std::thread::sleep(Duration::from_millis(30));
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The least ratatui program that shows the villages of a database: all rows read at the start, or only the window that
/// is seen at each draw.
fn floor(database: &str, window: bool) {
    let conn = rusqlite::Connection::open_with_flags(
        database,
        rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE,
    )
    .unwrap();
    let mut select = conn
        .prepare("SELECT v.code, v.name, k.name, s.product, s.stage FROM village v JOIN region k ON k.code = v.kecamatan JOIN summary s USING (ord) WHERE v.ord >= ?1 ORDER BY v.ord LIMIT ?2")
        .unwrap();
    let mut read = |from: usize, n: i64| -> Vec<[String; 5]> {
        let rows = select.query_map((from as i64, n), |r| {
            let text = |i| {
                r.get::<_, Option<rusqlite::types::Value>>(i)
                    .map(|v| match v {
                        Some(rusqlite::types::Value::Text(t)) => t,
                        Some(rusqlite::types::Value::Integer(n)) => n.to_string(),
                        _ => String::new(),
                    })
            };
            Ok([text(0)?, text(1)?, text(2)?, text(3)?, text(4)?])
        });
        rows.unwrap().map(Result::unwrap).collect()
    };
    let all = if window { Vec::new() } else { read(0, -1) };
    let count = if window { usize::MAX / 2 } else { all.len() };
    let mut terminal = ratatui::init();
    let (mut at, mut top) = (0_usize, 0_usize);
    loop {
        let height = usize::from(terminal.size().unwrap().height).saturating_sub(3);
        top = top.clamp((at + 1).saturating_sub(height), at);
        let seen = if window {
            read(top, height as i64)
        } else {
            all[top..(top + height).min(all.len())].to_vec()
        };
        terminal
            .draw(|frame| {
                let rows = seen.iter().map(|r| Row::new(r.iter().map(String::as_str)));
                let widths = [
                    Constraint::Length(13),
                    Constraint::Fill(2),
                    Constraint::Fill(2),
                    Constraint::Fill(2),
                    Constraint::Length(10),
                ];
                let table = Table::new(rows, widths)
                    .header(
                        Row::new(["code", "village", "kecamatan", "product", "stage"])
                            .style(Style::new().add_modifier(Modifier::BOLD)),
                    )
                    .block(Block::bordered().title("villages"))
                    .row_highlight_style(Style::new().add_modifier(Modifier::REVERSED));
                let mut state = TableState::default().with_selected(at - top);
                frame.render_stateful_widget(table, frame.area(), &mut state);
            })
            .unwrap();
        if let Event::Key(key) = event::read().unwrap() {
            match key.code {
                KeyCode::Char('q') => break,
                KeyCode::Down => at = (at + 1).min(count - 1),
                KeyCode::Up => at = at.saturating_sub(1),
                _ => {}
            }
        }
    }
    ratatui::restore();
}
