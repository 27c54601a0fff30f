//! The twin table: every act of the program, done once by a command and once by keys, writes the same events.
//!
//! `twin.txt` is the table. A set-up is what has happened before, as command lines (`== NAME`, or `== NAME: SET-UP` to go
//! on from another; `@ DAY TIME WHO` sets the clock). A row is one act in a set-up (`-- ACT: SET-UP`): `$` the command
//! line, `>` the keys, then the events that both must write: batch, stream, kind, day, body. Ids are numbered as they
//! come: `old` ones are of the set-up. `~` is a telephone number and NIK, which stand outside the log. A row without keys
//! says why.
//!
//! `OVOP_TWIN=write cargo test --test screens twin` writes the events of the commands into the table.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use ovop::cli::harness::Harness;
use ovop::domain::event::Event;
use ovop::domain::occasion::Happening;
use ovop::domain::people::PersonEvent;
use ovop::domain::view::ViewEvent;
use ovop::strings::Lang;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Desk, now};

/// Who does the acts of the rows.
const WHO: &str = "maria";

/// When they are done, as the log says it.
const NOW: &str = "2026-11-24T02:00:00Z";

/// A small register.
const REGISTER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/commands/golden/register"
);

struct Row<'a> {
    act: &'a str,
    set_up: &'a str,
    command: &'a str,
    /// Keys, or in brackets why there are none.
    keys: &'a str,
    events: Vec<&'a str>,
}

/// The set-ups as files, each made once, and the commands.
struct House {
    folder: TempDir,
    commands: Harness,
}

fn table() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens/twin.txt")
}

/// The words of a command line; quotes hold several together.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(n, part)| match n % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

impl House {
    /// Runs what must succeed.
    #[track_caller]
    fn run(&self, database: &Path, who: &str, then: DateTime<Utc>, line: &str) -> String {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let said = self.commands.run(database, who, then, &words);
        assert_eq!(said.code, 0, "{line}\n{}", said.err);
        said.out
    }

    fn json(&self, database: &Path, line: &str) -> Vec<Value> {
        let said = self.run(database, WHO, now(), line);
        serde_json::from_str(&said).unwrap()
    }

    fn set_up(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.db"))
    }

    /// Makes a set-up from its command lines.
    fn make(&self, name: &str, from: &str, lines: &[&str]) {
        let database = self.set_up(name);
        if from.is_empty() {
            let init = format!("init --bare --register {REGISTER}");
            self.run(&database, "ovop", now(), &init);
        } else {
            std::fs::write(&database, std::fs::read(self.set_up(from)).unwrap()).unwrap();
        }
        let (mut then, mut who) = (now(), WHO);
        for line in lines {
            if let Some(at) = line.strip_prefix("@ ") {
                let at: Vec<&str> = at.split_whitespace().collect();
                then = format!("{}T{}:00+08:00", at[0], at[1]).parse().unwrap();
                who = at[2];
            } else {
                self.run(&database, who, then, line);
                then += Duration::minutes(1);
            }
        }
    }

    /// The log of a database, oldest first.
    fn log(&self, database: &Path) -> Vec<Value> {
        let mut log = self.json(database, "log --last 10000 --json");
        log.reverse();
        log
    }

    /// What was written after a set-up, in lines of the table.
    fn written(&self, database: &Path) -> Vec<String> {
        let mut ids = Ids::default();
        let mut lines = Vec::new();
        let mut batches: Vec<Value> = Vec::new();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let (mut occasions, mut guests) = (Vec::new(), false);
        for mut event in self.log(database) {
            // The acts of the rows are the only ones of their minute.
            let is_new = event["recorded_at"] == NOW;
            let of = if is_new { "new" } else { "old" };
            let stream = ids.put(&event["village"], of);
            let body = ids.put(&event["body"], of);
            let (kind, day) = (text(&event["kind"]), text(&event["occurred_on"]));
            guests |= kind.starts_with("guest.");
            if kind == "occasion.planned" {
                let is_meeting = body["sort"] == "rapat-evaluasi";
                let face = if is_meeting { "meeting" } else { "event" };
                occasions.push(format!(
                    "{face} present {} --phones --json",
                    text(&event["village"])
                ));
            }
            let batch = event["batch"].take();
            if is_new {
                if !batches.contains(&batch) {
                    batches.push(batch);
                }
                let (n, stream) = (batches.len(), text(&stream));
                lines.push(format!("{n} {stream} {kind} {day} {body}"));
            }
        }
        for present in occasions.iter().filter(|_| guests) {
            for guest in self.json(database, present) {
                let (phone, nik) = (&guest["phone"], &guest["nik"]);
                if *phone != "" || *nik != "" {
                    lines.push(format!("~ {} {phone} {nik}", guest["name"]));
                }
            }
        }
        lines
    }

    fn by_command(&self, row: &Row<'_>) -> Vec<String> {
        let desk = Desk::of(&self.set_up(row.set_up));
        self.run(&desk.database, WHO, now(), row.command);
        self.written(&desk.database)
    }

    /// By command, and how the keys do otherwise.
    fn both(&self, row: &Row<'_>) -> (Vec<String>, String) {
        let told = self.by_command(row);
        let mut fault = String::new();
        if !row.keys.starts_with('(') {
            let (typed, screen) = self.by_keys(row);
            if typed != told {
                let (act, keys, typed) = (row.act, row.keys, typed.join("\n"));
                fault = format!("\n-- {act}\n> {keys}\n{typed}\n{screen}\n");
            }
        }
        (told, fault)
    }

    /// By keys, with what the screen shows then.
    fn by_keys(&self, row: &Row<'_>) -> (Vec<String>, String) {
        let desk = Desk::of(&self.set_up(row.set_up));
        let mut face = desk.start(80, 30);
        face.press(row.keys);
        let screen = face.screen();
        drop(face);
        (self.written(&desk.database), screen)
    }
}

/// Names for ids, in the order in which they are met.
#[derive(Default)]
struct Ids(BTreeMap<String, String>);

impl Ids {
    /// The value with a name for each id.
    fn put(&mut self, value: &Value, of: &str) -> Value {
        match value {
            Value::String(text) if uuid::Uuid::try_parse(text).is_ok() => {
                let same = self.0.values().filter(|name| name.starts_with(of)).count();
                let name = || format!("{of} {}", same + 1);
                self.0
                    .entry(text.clone())
                    .or_insert_with(name)
                    .clone()
                    .into()
            }
            Value::Array(all) => all.iter().map(|v| self.put(v, of)).collect(),
            Value::Object(all) => {
                let all = all.iter().map(|(k, v)| (k.clone(), self.put(v, of)));
                Value::Object(all.collect())
            }
            other => other.clone(),
        }
    }
}

/// Reads the table: makes the set-ups, hands over the rows.
fn read<'a>(text: &'a str, house: &House) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let parts = |head: &'a str| head.split_once(": ").unwrap_or((head, ""));
    for block in text.split("\n\n").filter(|b| !b.starts_with('#')) {
        let mut lines = block.lines().filter(|l| !l.is_empty());
        let Some(head) = lines.next() else { continue };
        if let Some(head) = head.strip_prefix("== ") {
            let (name, from) = parts(head);
            house.make(name, from, &lines.collect::<Vec<_>>());
            continue;
        }
        let (act, set_up) = parts(head.strip_prefix("-- ").unwrap());
        rows.push(Row {
            act,
            set_up,
            command: lines.next().unwrap().strip_prefix("$ ").unwrap(),
            keys: lines.next().unwrap().strip_prefix("> ").unwrap(),
            events: lines.collect(),
        });
    }
    rows
}

/// The table with what the commands of its rows wrote.
fn anew(text: &str, done: &[(Vec<String>, String)]) -> String {
    let mut done = done.iter();
    let blocks = text.trim_end().split("\n\n").map(|block| {
        if !block.starts_with("-- ") {
            return block.to_owned();
        }
        let asked = block.lines().take(3).map(str::to_owned);
        let told = done.next().into_iter().flat_map(|(told, _)| told.clone());
        asked.chain(told).collect::<Vec<_>>().join("\n")
    });
    blocks.collect::<Vec<_>>().join("\n\n") + "\n"
}

#[test]
fn an_act_writes_the_same_by_command_and_by_keys() {
    let text = std::fs::read_to_string(table()).unwrap();
    let house = House {
        folder: tempfile::tempdir().unwrap(),
        commands: Harness::new(Lang::Id).unwrap(),
    };
    let rows = read(&text, &house);
    let done = std::thread::scope(|scope| {
        let parts = rows.chunks(rows.len().div_ceil(4));
        let parts: Vec<_> = parts
            .map(|part| scope.spawn(|| part.iter().map(|r| house.both(r)).collect::<Vec<_>>()))
            .collect();
        let done = parts.into_iter().flat_map(|part| part.join().unwrap());
        done.collect::<Vec<_>>()
    });
    if std::env::var("OVOP_TWIN").is_ok_and(|v| v == "write") {
        std::fs::write(table(), anew(&text, &done)).unwrap();
    }
    let mut faults = String::new();
    for (row, (told, fault)) in rows.iter().zip(done) {
        if told != row.events {
            let told = told.join("\n");
            faults += &format!("\n-- {}\n$ {}\n{told}\n", row.act, row.command);
        }
        faults += &fault;
    }
    assert!(faults.is_empty(), "{faults}");
}

/// A kind of event that no row writes is one whose act the table has forgotten.
#[test]
fn every_kind_of_event_is_written_by_a_row() {
    let text = std::fs::read_to_string(table()).unwrap();
    let written: BTreeSet<&str> = text
        .lines()
        .filter(|l| l.starts_with(|c: char| c.is_ascii_digit()))
        .flat_map(|l| l.split(' ').skip(2))
        .collect();
    let kinds = [
        Event::KINDS,
        Happening::KINDS,
        ViewEvent::KINDS,
        PersonEvent::KINDS,
    ]
    .concat();
    let missing: Vec<&str> = kinds
        .into_iter()
        .filter(|k| !written.contains(k) && *k != "reverted")
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
