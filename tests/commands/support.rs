//! A home of its own for each test, and what the program said there.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// An account's home folder with nothing in it.
pub struct Home {
    dir: TempDir,
}

/// What the program said, and its exit code.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Home {
    pub fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, inside: &str) -> PathBuf {
        self.dir.path().join(inside)
    }

    /// The database that is made when nothing else is said.
    pub fn database(&self) -> PathBuf {
        self.path(".local/share/ovop/ovop.db")
    }

    pub fn write(&self, inside: &str, text: &str) -> PathBuf {
        let path = self.path(inside);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The program with nothing around it but this home.
    pub fn command(&self) -> Command {
        let mut command = Command::new(program());
        command
            .env_clear()
            .env("HOME", self.dir.path())
            .current_dir(self.dir.path())
            .stdin(std::process::Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Said {
        said(self.command().args(args).output().unwrap())
    }

    /// Runs what must succeed.
    pub fn ok(&self, args: &[&str]) -> Said {
        let said = self.run(args);
        assert_eq!(said.code, 0, "{args:?}: {said:?}");
        said
    }

    /// Runs what must fail with this exit code, and say why on standard error.
    pub fn fails(&self, code: i32, args: &[&str]) -> Said {
        let said = self.run(args);
        assert_eq!(said.code, code, "{args:?}: {said:?}");
        assert!(said.err.starts_with("ovop: "), "{args:?}: {said:?}");
        said
    }

    pub fn json(&self, args: &[&str]) -> Value {
        let said = self.ok(args);
        serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("{args:?}: {e}: {said:?}"))
    }

    /// How many events the log holds.
    pub fn events(&self) -> usize {
        let log = self.json(&["log", "--last", "100000", "--json"]);
        log.as_array().unwrap().len()
    }
}

pub fn program() -> &'static Path {
    assert_cmd::cargo::cargo_bin!("ovop")
}

pub fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The day as the program counts it: in the time zone of Belu and Malaka, wherever and whenever the tests run.
pub fn today() -> chrono::NaiveDate {
    let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
    chrono::Utc::now().with_timezone(&zone).date_naive()
}

/// A register with two villages called Lakekun and one kelurahan.
pub fn small_register(home: &Home, folder: &str) -> PathBuf {
    home.write(
        &format!("{folder}/regencies.csv"),
        "code,province_code,name\n53.01,53,KABUPATEN KUPANG\n",
    );
    home.write(
        &format!("{folder}/districts.csv"),
        "code,regency_code,name\n53.01.01,53.01,Semau\n53.01.02,53.01,Takari\n",
    );
    home.write(
        &format!("{folder}/villages.csv"),
        "code,district_code,name\n53.01.01.2001,53.01.01,Lakekun\n53.01.01.1002,53.01.01,Uitao\n\
         53.01.02.2001,53.01.02,Lakekun\n",
    );
    home.path(folder)
}

/// What another program might do to a database file (which is made when it is missing).
pub fn tamper(path: &Path, sql: &str) {
    let file = rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::default()).unwrap();
    file.execute_batch(sql).unwrap();
}

/// A home in which Fulur has chosen `kopi bubuk` and declared it packaged.
pub fn chosen() -> Home {
    let home = Home::new();
    home.ok(&["potential", "add", "Fulur", "kopi", "--group", "perkebunan"]);
    home.ok(&[
        "choose",
        "Fulur",
        "kopi",
        "--forum",
        "musdes",
        "--on",
        "2024-11-13",
        "--minutes",
        "02/BA/2025",
        "--product",
        "kopi bubuk",
    ]);
    home.ok(&["decree", "Fulur", "07/2025", "--on", "2024-11-20"]);
    home.ok(&[
        "stage",
        "Fulur",
        "dikemas",
        "--basis",
        "dilihat",
        "--on",
        "2024-12-01",
    ]);
    home
}

/// Claims items of Fulur and verifies them.
pub fn verified(home: &Home, items: &[&str]) {
    for item in items {
        home.ok(&["evidence", "claim", "Fulur", item]);
        home.ok(&["evidence", "verify", "Fulur", item]);
    }
}

/// Fulur's card.
pub fn fulur(home: &Home) -> Value {
    home.json(&["show", "Fulur", "--json"])
}

/// One text of each element.
pub fn words(list: &Value, key: &str) -> Vec<String> {
    let list = list.as_array().unwrap().iter();
    list.map(|x| x[key].as_str().unwrap().to_owned()).collect()
}
