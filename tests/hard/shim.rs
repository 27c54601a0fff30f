//! A disk whose calls fail when they are told to (`shim/fault.c`), under the program alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// Which calls on a file fail: those that write it, that wait for the disk, or that read it.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Write,
    Sync,
    Read,
}

/// Input/output error, and no room (`errno(3)`).
pub const EIO: i32 = 5;
pub const ENOSPC: i32 = 28;

/// Instead of an error: the program is killed at that call.
pub const KILLED: i32 = 0;

/// What fails.
#[derive(Clone, Copy, Debug)]
pub struct Fault<'a> {
    /// Part of the paths of the files.
    pub on: &'a str,
    pub kind: Kind,
    /// The first call that fails, from 1.
    pub at: u32,
    /// That one alone.
    pub once: bool,
    pub errno: i32,
    /// A file that is there when a call has failed.
    pub hit: &'a Path,
    /// Calls count and fail only while this file is there.
    pub only_while: Option<&'a Path>,
}

impl Fault<'_> {
    /// What the program must find around it. Nothing, with a sentence, where there is no C compiler.
    pub fn around(&self) -> Option<Vec<(&'static str, String)>> {
        let kind = match self.kind {
            Kind::Write => "w",
            Kind::Sync => "s",
            Kind::Read => "r",
        };
        let text = |path: &Path| path.to_str().unwrap().to_owned();
        let mut around = vec![
            ("LD_PRELOAD", text(object()?)),
            ("FAULT_MATCH", self.on.to_owned()),
            ("FAULT_KIND", kind.to_owned()),
            ("FAULT_AT", self.at.to_string()),
            ("FAULT_ERRNO", self.errno.to_string()),
            ("FAULT_HIT", text(self.hit)),
        ];
        if self.once {
            around.push(("FAULT_ONCE", "1".to_owned()));
        }
        if let Some(path) = self.only_while {
            around.push(("FAULT_WHILE", text(path)));
        }
        Some(around)
    }
}

/// A clock that stands so many seconds after the beginning of 1970. Nothing, as there.
pub fn clock(seconds: i64) -> Option<[(&'static str, String); 2]> {
    let object = object()?.to_str().unwrap().to_owned();
    Some([("LD_PRELOAD", object), ("FAULT_CLOCK", seconds.to_string())])
}

/// The shared object, made once for each run of the tests.
fn object() -> Option<&'static Path> {
    static MADE: OnceLock<Option<PathBuf>> = OnceLock::new();
    MADE.get_or_init(make).as_deref()
}

fn make() -> Option<PathBuf> {
    if !cfg!(target_os = "linux") {
        eprintln!("skipped: calls are intercepted on Linux alone");
        return None;
    }
    let compiles = Command::new("cc")
        .arg("--version")
        .stdout(Stdio::null())
        .status();
    if !compiles.is_ok_and(|status| status.success()) {
        eprintln!("skipped: there is no C compiler `cc`");
        return None;
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hard/shim/fault.c");
    let made = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let part = made.join(format!("fault-{}.so", std::process::id()));
    let done = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror"])
        .arg("-o")
        .args([&part, &source])
        .arg("-ldl")
        .status();
    assert!(
        done.unwrap().success(),
        "{} does not compile",
        source.display()
    );
    // Another run may be using the one that is there.
    let whole = made.join("fault.so");
    std::fs::rename(part, &whole).unwrap();
    Some(whole)
}
