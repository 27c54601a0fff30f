//! What a fault of the program itself leaves behind, in commands and screens alike: a terminal in order, a report, one
//! sentence, an exit code.

use std::backtrace::Backtrace;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use chrono::{DateTime, Utc};

use crate::domain::text;
use crate::strings::{Lang, Strings};

/// The exit code after a fault of the program itself (`EX_SOFTWARE` of sysexits).
pub const EXIT_CODE: i32 = 70;

static FIRST: OnceLock<Box<dyn Fn() + Send + Sync>> = OnceLock::new();

/// Has something done before the fault is told, such as giving the terminal back. The first call counts.
pub fn first(act: impl Fn() + Send + Sync + 'static) {
    let _ = FIRST.set(Box::new(act));
}

/// From now on a panic, in whatever thread, writes a report into `folder`, names it in one sentence and ends the process:
/// a program that lost one of its threads must not go on half alive. A hook works before the panic unwinds or aborts, so
/// that it is the same in every build. A later call changes folder and language.
pub fn install(folder: PathBuf, lang: Lang) {
    std::panic::set_hook(Box::new(move |info| {
        if let Some(act) = FIRST.get() {
            act();
        }
        let words = &Strings::of(lang).terminal;
        let sentence = match report(&folder, info) {
            Ok(path) => words.fault(&path),
            // The message may quote what somebody typed or imported.
            Err(why) => words.fault_without_report(&why, &text::clean_line(&info.to_string())),
        };
        // Printing with `eprintln!` would panic again on a terminal that is gone.
        let _ = writeln!(io::stderr(), "{sentence}");
        std::process::exit(EXIT_CODE);
    }));
}

/// Writes the report: version, time, message with its place, and the way there if `RUST_BACKTRACE` asks for it.
fn report(folder: &Path, info: &PanicHookInfo<'_>) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    // `Utc::now` would panic again where the clock itself is the fault.
    let now = DateTime::<Utc>::from(SystemTime::now());
    let path = folder.join(format!(
        "panic-{}-{}.txt",
        now.format("%Y%m%dT%H%M%SZ"),
        std::process::id()
    ));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        // A message may quote what a person typed.
        .mode(0o600)
        .open(&path)?;
    writeln!(
        file,
        "ovop {}\n{}\nthread {}\n{info}\n\n{}",
        env!("CARGO_PKG_VERSION"),
        now.to_rfc3339(),
        std::thread::current().name().unwrap_or("-"),
        Backtrace::capture()
    )?;
    Ok(path)
}
