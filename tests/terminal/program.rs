//! The program itself in a real terminal: every test in a home folder of its own.

mod blocked;
mod broken;
mod changes;
mod company;
mod disk;
mod ends;
mod event;
mod journeys;
mod letters;
mod looks;
mod meeting;
mod papers;
mod replaced;
mod start;
mod training;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use portable_pty::CommandBuilder;
use serde_json::Value;
use tempfile::TempDir;

use crate::pty::Pty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_ovop");
/// The totals of a new database, as its first screen shows them.
const NEW: &str = "208 desa/kel, tanpa produk 208 (K0 130 + K1 78)";

/// An account's empty home folder, and the program in it.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(inside)
    }

    /// Where the database lies when nothing else is said.
    fn database(&self) -> PathBuf {
        self.path(".local/share/ovop/ovop.db")
    }

    fn write(&self, inside: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(inside);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The program with these arguments and nothing around it but this home and an Indonesian locale.
    fn command(&self, args: &[&str]) -> CommandBuilder {
        self.around(CommandBuilder::new(PROGRAM), args)
    }

    /// The same behind a shell script that starts it as `"$@"`.
    fn behind(&self, script: &str, args: &[&str]) -> CommandBuilder {
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-c", script, "sh", PROGRAM]);
        self.around(shell, args)
    }

    fn around(&self, mut command: CommandBuilder, args: &[&str]) -> CommandBuilder {
        command.args(args);
        command.env_clear();
        for (name, value) in self.surroundings() {
            command.env(name, value);
        }
        command.cwd(self.0.path());
        command
    }

    fn surroundings(&self) -> [(&'static str, &Path); 3] {
        [
            ("HOME", self.0.path()),
            ("LANG", "id_ID.UTF-8".as_ref()),
            ("PATH", "/usr/bin:/bin".as_ref()),
        ]
    }

    /// The screens at rest on a terminal of that size.
    fn screens(&self, columns: u16, rows: u16) -> Pty {
        let pty = Pty::spawn(self.command(&[]), columns, rows);
        pty.wait_for_text("Kewar");
        pty.settle();
        pty
    }

    /// One command of the program, without a terminal.
    fn run(&self, args: &[&str]) -> Output {
        Command::new(PROGRAM)
            .args(args)
            .env_clear()
            .envs(self.surroundings())
            .current_dir(self.0.path())
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn ok(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.ok(args)).unwrap()
    }

    /// How many events the log holds.
    fn events(&self) -> usize {
        let log = self.json(&["log", "--last", "10000", "--json"]);
        log.as_array().unwrap().len()
    }

    /// Holds the database as another writer does, until it is told to go on.
    fn held(&self) -> rusqlite::Connection {
        let other = other_program(&self.database());
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        other
    }

    fn assert_sound(&self) {
        let database = self.database();
        self.ok(&["doctor", "--db", database.to_str().unwrap()]);
    }
}

/// The words on the screen, without frames and line breaks.
fn words(pty: &Pty) -> String {
    let screen = pty.screen().replace(['│', '\n'], " ");
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A database as another program opens it.
fn other_program(database: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open_with_flags(database, rusqlite::OpenFlags::default()).unwrap()
}
