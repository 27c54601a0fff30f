//! Commands without a process: the same command line and the same answers, at a moment that stands still. For tests that
//! run many commands.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

use chrono::{DateTime, Utc};
use clap::Command;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::{answer, flags, other_than_command, tree};
use crate::config::{Layer, Settings, Surroundings};
use crate::strings::{Lang, Strings};
use crate::tui::run::Clock;

/// Runs commands with the settings that are built in.
pub struct Harness {
    tree: Command,
    settings: Settings,
    strings: &'static Strings,
}

/// What a command said, and its exit code.
#[derive(Debug)]
pub struct Said {
    pub code: u8,
    pub out: String,
    pub err: String,
}

impl Harness {
    /// In a language.
    ///
    /// # Errors
    /// Never: no settings file is read.
    pub fn new(lang: Lang) -> Result<Self, crate::config::Error> {
        let settings = Settings::gather(&Surroundings::default(), None)?.with_flags(Layer {
            lang: Some(lang),
            ..Layer::default()
        });
        let strings = Strings::of(lang);
        let mut tree = tree::command(strings);
        tree.build();
        Ok(Self {
            tree,
            settings,
            strings,
        })
    }

    /// Runs a command line, without the name of the program, on a database, as `account` at a moment.
    #[must_use]
    pub fn run(&self, database: &Path, account: &str, now: DateTime<Utc>, line: &[&str]) -> Said {
        let (answer, beside) = (Shared::default(), Shared::default());
        let mut out = Out::to(
            Box::new(answer.clone()),
            Box::new(beside.clone()),
            self.strings,
        );
        let code = match self.told(database, (account, now), line, &mut out) {
            Ok(()) => Exit::Done,
            Err(Failure::ReaderGone) => Exit::Failed,
            Err(Failure::Told { exit, text }) => {
                out.aside(&format!("ovop: {text}"));
                exit
            }
        };
        drop(out);
        Said {
            code: code.code(),
            out: answer.text(),
            err: beside.text(),
        }
    }

    fn told(
        &self,
        database: &Path,
        (account, now): (&str, DateTime<Utc>),
        line: &[&str],
        out: &mut Out,
    ) -> Result<(), Failure> {
        let words = std::iter::once("ovop").chain(line.iter().copied());
        let matches = match self.tree.clone().try_get_matches_from(words) {
            Ok(matches) => matches,
            Err(error) => {
                let args: Vec<OsString> = line.iter().map(OsString::from).collect();
                return other_than_command(&error, &self.tree, &args, out, self.strings).map(drop);
            }
        };
        let Some(command) = matches.subcommand() else {
            return Err(super::unconnected(""));
        };
        let args = Args(&matches);
        let settings = self.settings.clone().with_flags(Layer {
            database: Some(database.to_owned()),
            ..flags(&matches)
        });
        let zone = settings.utc_offset.value;
        let ctx = Context {
            actor: account.to_owned(),
            now,
            today: now.with_timezone(&zone).date_naive(),
            clock: Clock::fixed(now, zone),
            ..Context::new(settings)
        };
        let ctx = ctx
            .viewing(args.flag("view"))
            .acting_as(args.option("as"))?;
        answer(&self.tree, command, Ok(ctx), self.strings, out).map(drop)
    }
}

/// A place that is written to at one end and read at the other.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Shared {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow()).into_owned()
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
