//! Several processes on one file: making it at once, writing at once, being killed at any moment.
//!
//! The other processes are this test program itself, started again with a job in its environment.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ovop::store::{Error, LogQuery, Store};
use ovop::strings::{Lang, Strings};

use super::occasions;
use super::support::*;

const JOB: &str = "OVOP_TEST_JOB";
const FILE: &str = "OVOP_TEST_FILE";
const NUMBER: &str = "OVOP_TEST_NUMBER";

/// What another process is to do.
#[derive(Clone, Copy, Debug)]
pub enum Worker {
    /// Make the database (or find it made), open it, print its name.
    Create,
    /// Open it at the same moment as others, and act.
    Join,
    /// Open it and print what a person is told.
    Open,
    /// Write until there is no room, then print how many acts were kept and what a person is told.
    Fill,
    /// Fifty acts under numbers of its own; each acknowledged one goes into its file.
    Write,
    /// Freeze the agenda of the meeting with its number, at the same moment as others.
    Freeze,
    /// Check in a hundred people, at the same time as others.
    CheckIn,
    /// Hold a whole meeting from its first step on, whatever of it has been done before.
    Hold,
}

pub struct Job {
    command: Command,
}

/// A process of this program with a job on a database.
pub fn worker(job: Worker, path: &Path) -> Job {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "processes::other_process", "--nocapture"]);
    command.env(JOB, format!("{job:?}")).env(FILE, path);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    Job { command }
}

impl Job {
    pub fn numbered(mut self, n: u32) -> Self {
        self.command.env(NUMBER, n.to_string());
        self
    }

    /// As somebody whom permission bits bind: root is not.
    pub fn by_stranger(mut self) -> Self {
        if rustix::process::geteuid().is_root() {
            self.command.uid(65534).gid(65534);
        }
        self
    }

    /// With a limit on the size of files, in blocks of 512 bytes; writing past it fails as on a full disk.
    pub fn with_files_up_to(self, blocks: u64) -> Self {
        let mut command = Command::new("sh");
        command.arg("-c");
        command.arg(format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\""
        ));
        command
            .arg(self.command.get_program())
            .args(self.command.get_args());
        command.envs(self.command.get_envs().filter_map(|(k, v)| Some((k, v?))));
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        Self { command }
    }

    pub fn start(mut self) -> Child {
        self.command.spawn().unwrap()
    }

    /// What it said between the marks; nothing when it could not be started.
    pub fn said(mut self) -> Option<String> {
        said(&self.command.output().ok()?.stdout)
    }
}

/// What a process said, once it has ended.
pub fn finished(child: Child) -> Option<String> {
    said(&child.wait_with_output().unwrap().stdout)
}

fn said(stdout: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(stdout);
    let (_, rest) = text.split_once("<<")?;
    let (said, _) = rest.split_once(">>")?;
    Some(said.to_owned())
}

/// Not a test of its own: where the other processes begin.
#[test]
fn other_process() {
    let Ok(job) = std::env::var(JOB) else {
        return;
    };
    let path = PathBuf::from(std::env::var_os(FILE).unwrap());
    let number = std::env::var(NUMBER).map_or(0, |n| n.parse().unwrap());
    let told = |error: &Error| error.say(Strings::of(Lang::Id));
    let answer = match job.as_str() {
        "Create" => create_or_open(&path),
        "Join" => match join(&path) {
            Ok(_) => "joined".into(),
            Err(e) => told(&e),
        },
        "Open" => Store::open(&path, nov(30)).map_or_else(|e| told(&e), |_| "opened".into()),
        "Fill" => {
            let mut store = open(&path);
            let code = ovop::register::Register::built_in().unwrap().villages[0]
                .code
                .clone();
            let mut kept = 0;
            loop {
                let mut request = request(0, note(&"panjang ".repeat(200)), 5);
                request.village = code.clone();
                match act(&mut store, kept + 1, request) {
                    Ok(_) => kept += 1,
                    Err(e) => break format!("{kept} {}", told(&e)),
                }
            }
        }
        "Freeze" | "CheckIn" => {
            wait_for_all(&path);
            let mut store = open(&path);
            let (said, done) = match job.as_str() {
                "Freeze" => ("frozen", occasions::freeze(&mut store, number)),
                _ => ("all in", occasions::check_in(&mut store, number)),
            };
            done.map_or_else(|e| told(&e), |()| said.into())
        }
        "Hold" => {
            let mut store = open(&path);
            occasions::hold(&mut store).map_or_else(|e| told(&e), |()| "held".into())
        }
        "Write" => write_fifty(&path, number),
        other => panic!("no job {other}"),
    };
    println!("<<{answer}>>");
}

fn create_or_open(path: &Path) -> String {
    wait_for_all(path);
    let made = match create(path, &small_register(), Vec::new()) {
        Ok(()) => "made",
        Err(Error::Exists(_)) => "found",
        Err(e) => return e.to_string(),
    };
    match open_and_act(path) {
        Ok(store) => format!("{made} {}", store.origin()),
        Err(e) => e.to_string(),
    }
}

fn join(path: &Path) -> Result<Store, Error> {
    wait_for_all(path);
    open_and_act(path)
}

fn wait_for_all(path: &Path) {
    let go = path.with_file_name("go");
    while !go.exists() {
        std::thread::sleep(Duration::from_micros(200));
    }
}

fn open_and_act(path: &Path) -> Result<Store, Error> {
    let mut store = Store::open(path, nov(30))?;
    let batch = u128::from(std::process::id());
    act(&mut store, batch, request(0, note("hadir"), 5))?;
    Ok(store)
}

#[test]
fn eight_first_starts_at_once_make_one_database() {
    for round in 0..6 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ovop.db");
        let all: Vec<Child> = (0..8)
            .map(|_| worker(Worker::Create, &path).start())
            .collect();
        std::thread::sleep(Duration::from_millis(60));
        fs::write(folder.path().join("go"), "").unwrap();
        let mut origins = Vec::new();
        let mut makers = 0;
        for child in all {
            let said = said(&child.wait_with_output().unwrap().stdout).unwrap();
            let (how, origin) = said.split_once(' ').unwrap_or(("", &said));
            assert!(matches!(how, "made" | "found"), "round {round}: {said}");
            makers += usize::from(how == "made");
            origins.push(origin.to_owned());
        }
        origins.dedup();
        assert_eq!((makers, origins.len()), (1, 1), "round {round}");
        let store = open(&path);
        assert_eq!(store.last_seq().unwrap(), 8);
        assert!(store.check(nov(30)).unwrap().is_sound());
    }
    println!("6 x 8 first starts at once: 0 failures");
}

const WRITERS: u32 = 6;
const ACTS: u32 = 50;

fn batch_of(writer: u32, n: u32) -> u128 {
    u128::from(writer) * 1_000 + u128::from(n) + 1
}

fn acknowledged(path: &Path, writer: u32) -> PathBuf {
    path.with_file_name(format!("acknowledged-{writer}"))
}

/// Goes on where its file ends: the act after the last acknowledged one may or may not be in the log.
fn write_fifty(path: &Path, writer: u32) -> String {
    let file = acknowledged(path, writer);
    let done = fs::read_to_string(&file).map_or(0, |text| text.lines().count() as u32);
    let mut file = fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(file)
        .unwrap();
    let mut store = open(path);
    for n in done..ACTS {
        // Every act changes a summary and the totals, so that lost updates would show.
        let raw = ovop::domain::act::Act::RecordPotential {
            id: uuid::Uuid::from_u128(batch_of(writer, n)),
            name: format!("produk {writer} {n}"),
            group: ovop::domain::event::Group::Other,
            source: ovop::domain::event::Source::Field,
            note: String::new(),
        };
        let village = ((writer + n) % 9) as usize;
        let written = act(&mut store, batch_of(writer, n), request(village, raw, 5)).unwrap();
        if written.already {
            // One file for each, because whoever finds this out may be killed as well.
            fs::write(path.with_file_name(format!("resent-{writer}-{n}")), "").unwrap();
        }
        // Whoever is killed here does not know whether the act arrived, and sends it again.
        std::thread::sleep(Duration::from_millis(2));
        // One call, so that a kill leaves a whole line or none.
        file.write_all(b"x\n").unwrap();
    }
    "done".into()
}

#[test]
fn six_writers_killed_at_any_moment_lose_nothing_and_double_nothing() {
    let db = Db::small();
    let mut running: HashMap<u32, Child> = (0..WRITERS)
        .map(|w| (w, worker(Worker::Write, &db.path).numbered(w).start()))
        .collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut kills = 0;
    let start = Instant::now();
    while !running.is_empty() {
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "the writers never come to an end"
        );
        std::thread::sleep(Duration::from_micros(1_000 + dice.below(7_000)));
        let victim = dice.below(u64::from(WRITERS)) as u32;
        if kills < 80
            && let Some(child) = running.get_mut(&victim)
            && child.try_wait().unwrap().is_none()
        {
            child.kill().unwrap();
            kills += 1;
        }
        let ended: Vec<u32> = running
            .iter_mut()
            .filter_map(|(w, child)| child.try_wait().unwrap().map(|_| *w))
            .collect();
        for writer in ended {
            let output = running.remove(&writer).unwrap().wait_with_output().unwrap();
            match said(&output.stdout) {
                Some(_) => {}
                None => {
                    let next = worker(Worker::Write, &db.path).numbered(writer).start();
                    running.insert(writer, next);
                }
            }
        }
    }
    let resent = fs::read_dir(db.folder.path())
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with("resent-")
        })
        .count();
    assert!(
        kills > 20 && resent > 0,
        "{kills} kills, {resent} acts sent again"
    );
    let store = db.open();
    let health = store.check(nov(30)).unwrap();
    assert!(health.is_sound(), "{health:?}");
    assert_eq!(
        health.events,
        u64::from(WRITERS * ACTS),
        "{kills} kills, {resent} sent again"
    );
    let all = store
        .log(&LogQuery {
            limit: 1_000,
            ..LogQuery::default()
        })
        .unwrap()
        .events;
    let mut batches: Vec<u128> = all.iter().map(|e| e.batch.as_u128()).collect();
    batches.sort_unstable();
    let sent: Vec<u128> = (0..WRITERS)
        .flat_map(|w| (0..ACTS).map(move |n| batch_of(w, n)))
        .collect();
    assert_eq!(batches, sent, "each act once, none missing");
    let potentials: usize = (0..9)
        .map(|n| {
            store
                .card(&village(n))
                .unwrap()
                .unwrap()
                .village
                .potentials
                .len()
        })
        .sum();
    assert_eq!(potentials, (WRITERS * ACTS) as usize);
    println!(
        "{WRITERS} processes x {ACTS} acts, {kills} kills: {resent} sent again, 0 lost, 0 doubled, integrity ok"
    );
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}
