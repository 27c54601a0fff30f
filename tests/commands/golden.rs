//! The golden record: a database file of an earlier version, with every kind of event that it wrote, and what every
//! command that reads says of it. Old files are opened for ever, and say the same.
//!
//! `golden/record.db` was made once (from `golden/register`, the training record of 24 November 2026 and the command
//! lines of `golden/record.txt`) and stays as it is; `golden/kinds.txt` names the kinds of events that there were then.
//! The other files hold the answers, on the day [`NOW`] names.
//!
//! After a change that is meant to be seen: `OVOP_GOLDEN=write cargo test --test commands golden`, then read the diff.
//! `OVOP_GOLDEN=record` makes the database itself anew, by the program of today: only for a record of another version.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use ovop::cli::harness::Harness;
use ovop::domain::event::Event;
use ovop::domain::occasion::Happening;
use ovop::domain::people::PersonEvent;
use ovop::domain::view::ViewEvent;
use ovop::store::Store;
use ovop::strings::Lang;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Home, tamper};

/// The day of the answers: 3 December 2026, 10.00 WITA.
const NOW: &str = "2026-12-03T02:00:00Z";
/// Before most of the record, by day and by knowledge.
const PAST: [&str; 2] = ["2026-10-20", "2026-11-26"];

/// Each file of answers and the commands whose answers it holds. `VILLAGE`, `MEETING` and `EVENT` stand for each one
/// that there is, `DAY` for each of [`PAST`]; `NAME:` before a command says who asks.
const ANSWERS: [(&str, &[&str]); 9] = [
    (
        "villages.json",
        &["show VILLAGE --json", "check VILLAGE --json"],
    ),
    ("villages.txt", &["show VILLAGE", "check VILLAGE"]),
    (
        "lists.txt",
        &[
            "list",
            "list --json",
            "list --format csv --sort umur",
            "list --sort nama --region Lamaknen",
            "list --sort perhatian --lang en",
            "list --no-product",
            "list --decision K3 --json",
            "list --stage dikemas",
            "list --filter \"kec:lamaknen tahap<dipasarkan\"",
            "list --filter produk:belum --sort age",
            "list --filter !rtl",
            "list --filter habis",
            "list --reason macet",
            "list --saved Kopi",
            "status",
            "status --json",
            "status --region Malaka --json",
            "board",
            "board --json",
            "attention",
            "attention --json",
            "attention --region Lamaknen",
            "attention --reason lewat --json",
            "action list",
            "action list --json",
            "action list --overdue --office dinkes",
            "gates --json",
            "workers list",
            "workers list --json",
            "workers list --format csv",
            "month list",
            "month list --json",
            "month list --format csv",
            "assist list",
            "assist list --json",
            "assist list --format csv",
            "view list",
            "view list --json",
            "user list",
            "user list --json",
            "user keys --program /usr/bin/ovop",
            "whoami --json",
        ],
    ),
    ("log.json", &["log --last 100000 --json"]),
    (
        "log.txt",
        &[
            "log --last 100000",
            "log --last 20 --lang en",
            "log --kind product --by maria",
            "log Fulur --from 2026-11-25 --to 2026-11-26",
            "moved --since 2026-11-24",
            "moved --since 2026-10-20 --until 2026-11-26 --json",
        ],
    ),
    (
        "occasions.txt",
        &[
            "meeting list",
            "meeting list --json",
            "meeting list --format csv",
            "event list",
            "event list --json",
            "event list --format csv",
            "meeting show MEETING",
            "meeting show MEETING --json",
            "meeting promises MEETING",
            "meeting promises MEETING --json",
            "meeting promises MEETING --format csv",
            "meeting present MEETING",
            "meeting absent MEETING",
            "event show EVENT",
            "event show EVENT --json",
            "event present EVENT --json",
            "event present EVENT --phones",
            "event present EVENT --format csv",
            "event absent EVENT",
            "event absent EVENT --json",
        ],
    ),
    (
        "papers.txt",
        &[
            "paper kartu VILLAGE",
            "paper kekurangan VILLAGE",
            "paper agenda --meeting MEETING",
            "paper ba --meeting MEETING",
            "paper notula --meeting MEETING",
            "paper laporan --event EVENT",
            "paper daftar-hadir --meeting MEETING",
            "paper daftar-hadir --event EVENT --phones",
            "paper daftar-hadir --event EVENT --blank",
            "paper matriks-rtl --meeting MEETING",
            "paper matriks-rtl",
            "paper rekap",
            "paper tanpa-produk",
            "paper daftar --format wa",
            "paper perhatian --format wa",
            "paper ba --meeting 1 --format md",
            "paper ba --meeting 1 --format html",
        ],
    ),
    (
        "past.txt",
        &[
            "status --json --as-of DAY",
            "status --json --as-of DAY --known-then",
            "list --as-of DAY",
            "list --format csv --as-of DAY --known-then",
            "board --as-of DAY",
            "attention --as-of DAY --known-then",
            "action list --as-of DAY",
            "show Fulur --as-of DAY",
            "show Kewar --as-of DAY --known-then",
            "show VILLAGE --json --as-of DAY --known-then",
            "meeting list --as-of DAY",
            "meeting show 1/2026 --as-of DAY",
            "event list --as-of DAY --known-then",
            "log --last 20 --as-of DAY",
            "paper rekap --as-of DAY",
        ],
    ),
    (
        "looks.txt",
        &[
            "tamu:whoami",
            "tamu:show Fulur --lang en",
            "tamu:log --last 60",
            "tamu:meeting show MEETING",
            "tamu:event present EVENT --format csv",
            "tamu:paper daftar-hadir --event Wewiku",
            "tamu:event present Wewiku --phones",
            "tamu:note Fulur x",
            "tono:note Halibasar x",
            "asing:status",
        ],
    ),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands/golden")
}

fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap()
}

fn wants(what: &str) -> bool {
    std::env::var("OVOP_GOLDEN").is_ok_and(|v| v == what)
}

/// Commands on a copy of the record.
struct Record {
    _folder: TempDir,
    database: PathBuf,
    faces: [Harness; 2],
}

impl Record {
    fn open() -> Self {
        let copy = tempfile::tempdir().unwrap();
        let database = copy.path().join("ovop.db");
        fs::write(&database, fs::read(folder().join("record.db")).unwrap()).unwrap();
        Self::at(copy, database)
    }

    fn at(folder: TempDir, database: PathBuf) -> Self {
        let faces = [Lang::Id, Lang::En].map(|lang| Harness::new(lang).unwrap());
        Self {
            _folder: folder,
            database,
            faces,
        }
    }

    /// The answer as it stands in a file: the command, what it said, what it said beside, and how it ended.
    fn answer(&self, command: &str, now: DateTime<Utc>) -> String {
        let (who, line) = match command.split_once(':') {
            Some((who, line)) if !who.contains(' ') => (who, line),
            _ => ("maria", command),
        };
        let words: Vec<String> = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let english = words.ends_with(&["--lang", "en"]);
        let said = self.faces[usize::from(english)].run(&self.database, who, now, &words);
        let mut text = format!("$ {command}\n{}", said.out);
        for line in said.err.lines() {
            text += &format!("| {line}\n");
        }
        if said.code != 0 {
            text += &format!("= {}\n", said.code);
        }
        text.replace('\u{c}', "<form feed>\n")
            .replace("\r\n", "\n")
            .replace(&*self.database.to_string_lossy(), "ovop.db")
    }

    fn json(&self, command: &str) -> Value {
        let answer = self.answer(command, now());
        let (_, json) = answer.split_once('\n').unwrap();
        serde_json::from_str(json).unwrap_or_else(|e| panic!("{e}: {answer}"))
    }

    /// One of each element of a list.
    fn all(&self, list: &str, key: &str) -> Vec<String> {
        let list = self.json(list);
        let of = |x: &Value| x[key].as_str().unwrap().to_owned();
        list.as_array().unwrap().iter().map(of).collect()
    }

    /// How often each kind of event stands in the log.
    fn kinds(&self) -> BTreeMap<String, usize> {
        let mut kinds = BTreeMap::new();
        for kind in self.all("log --last 100000 --json", "kind") {
            *kinds.entry(kind).or_default() += 1;
        }
        kinds
    }
}

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap()
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

/// The command for each of those that it is about.
fn each(command: &str, of: &BTreeMap<&str, Vec<String>>) -> Vec<String> {
    let mut all = vec![command.to_owned()];
    for (word, values) in of {
        if command.contains(word) {
            let put =
                |c: &String| -> Vec<String> { values.iter().map(|v| c.replace(word, v)).collect() };
            all = all.iter().flat_map(put).collect();
        }
    }
    all
}

/// The kinds of events that this version writes.
fn known() -> BTreeSet<&'static str> {
    [
        Event::KINDS,
        Happening::KINDS,
        ViewEvent::KINDS,
        PersonEvent::KINDS,
    ]
    .concat()
    .into_iter()
    .collect()
}

#[test]
fn an_old_record_says_what_it_said() {
    if wants("record") {
        make();
    }
    let record = Record::open();
    let of = BTreeMap::from([
        ("VILLAGE", record.all("list --json", "code")),
        ("MEETING", record.all("meeting list --json", "id")),
        ("EVENT", record.all("event list --json", "id")),
        ("DAY", PAST.map(str::to_owned).to_vec()),
    ]);
    let answers = |file: &str, commands: &[&str]| {
        let commands = commands.iter().flat_map(|c| each(c, &of));
        let said: Vec<String> = commands.map(|c| record.answer(&c, now())).collect();
        if wants("write") || wants("record") {
            fs::write(folder().join(file), said.concat()).unwrap();
        }
        compare(file, &read(file), &said);
    };
    std::thread::scope(|scope| {
        for (file, commands) in ANSWERS {
            scope.spawn(|| answers(file, commands));
        }
    });
}

/// Says where the answers part first.
#[track_caller]
fn compare(file: &str, golden: &str, said: &[String]) {
    let mut rest = golden;
    for answer in said {
        if let Some(after) = rest.strip_prefix(answer.as_str()) {
            rest = after;
            continue;
        }
        let lines = answer
            .lines()
            .zip(rest.lines().chain(std::iter::repeat("")));
        let differ = lines.enumerate().find(|(_, (now, then))| now != then);
        let (n, (now, then)) = differ.unwrap_or((0, ("(less is said)", "")));
        let command = answer.lines().next().unwrap_or_default();
        panic!("golden/{file}: {command}\nline {n}, was: {then}\nline {n}, now: {now}");
    }
    assert!(rest.is_empty(), "golden/{file} says more: {rest}");
}

#[test]
fn an_old_record_holds_every_kind_of_event_that_there_was() {
    let kinds = read("kinds.txt");
    let then: BTreeSet<&str> = kinds.lines().collect();
    let record = Record::open();
    let held = record.kinds();
    assert_eq!(
        held.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        then
    );
    let forgotten: Vec<_> = then.difference(&known()).copied().collect();
    assert!(forgotten.is_empty(), "no longer read: {forgotten:?}");
    let day = "2026-12-03".parse().unwrap();
    let store = Store::open(&record.database, day).unwrap();
    assert!(store.check(day).unwrap().is_sound());
}

/// Makes the record anew: the training record as the register's own, and then each command line of `record.txt`.
fn make() {
    let home = Home::new();
    let (register, database) = (folder().join("register"), home.path("made.db"));
    let [register, made] = [&register, &database].map(|p| p.to_str().unwrap());
    let demo = ["demo", "--on", "2026-11-24", "--keep", made, "init"];
    home.ok(&[&["--register", register][..], &demo].concat());
    // A record like any other from here on.
    tamper(&database, "PRAGMA application_id = 0x6f766f70");
    let record = Record::at(tempfile::tempdir().unwrap(), database.clone());
    let (mut who, mut then) = (String::new(), now());
    for line in read("record.txt").lines().filter(|l| !l.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            [] => {}
            ["@", day, time, name] => {
                then = format!("{day}T{time}:00+08:00").parse().unwrap();
                name.clone_into(&mut who);
            }
            _ => {
                then += Duration::minutes(1);
                let said = record.answer(&format!("{who}:{line}"), then);
                eprintln!("{said}");
                assert!(!said.contains("\n= "), "{said}");
            }
        }
    }
    let kinds = record.kinds();
    let missing: Vec<_> = known()
        .into_iter()
        .filter(|k| !kinds.contains_key(*k))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let names: String = kinds.keys().map(|k| format!("{k}\n")).collect();
    fs::write(folder().join("kinds.txt"), names).unwrap();
    drop(record);
    tamper(
        &database,
        "PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE);",
    );
    fs::write(folder().join("record.db"), fs::read(&database).unwrap()).unwrap();
}
