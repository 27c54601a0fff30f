//! How a command ends: exit codes, and failures in words.

use std::io;
use std::process::ExitCode;

use crate::strings::Strings;
use crate::strings::cli::help::ExitCodes;
use crate::{register, store};

/// The exit codes. Scripts rely on them; they do not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Ambiguous = 3,
    NotFound = 4,
    Refused = 5,
    Conflict = 6,
    /// As in sysexits.h: an internal software error.
    Internal = 70,
}

impl Exit {
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::Failed,
        Self::Usage,
        Self::Ambiguous,
        Self::NotFound,
        Self::Refused,
        Self::Conflict,
        Self::Internal,
    ];

    #[must_use]
    pub fn code(self) -> u8 {
        self as u8
    }

    #[must_use]
    pub fn meaning(self, texts: &ExitCodes) -> &'static str {
        match self {
            Self::Done => texts.done,
            Self::Failed => texts.failed,
            Self::Usage => texts.usage,
            Self::Ambiguous => texts.ambiguous,
            Self::NotFound => texts.not_found,
            Self::Refused => texts.refused,
            Self::Conflict => texts.conflict,
            Self::Internal => texts.internal,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// What to say, on one or more lines, and the exit code.
    Told { exit: Exit, text: String },
    /// The reader of the output has gone. Nobody is left to be told, and nothing is wrong.
    ReaderGone,
}

impl Failure {
    #[must_use]
    pub fn new(exit: Exit, text: impl Into<String>) -> Self {
        Self::Told {
            exit,
            text: text.into(),
        }
    }

    /// The same, with a line more.
    #[must_use]
    pub fn with_line(self, line: &str) -> Self {
        match self {
            Self::Told { exit, text } => Self::new(exit, format!("{text}\n{line}")),
            Self::ReaderGone => self,
        }
    }

    /// The output could not be written.
    #[must_use]
    pub fn output(error: &io::Error, strings: &Strings) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::ReaderGone
        } else {
            Self::new(Exit::Failed, strings.cli.faults.output(&error.to_string()))
        }
    }

    #[must_use]
    pub fn store(error: &store::Error, strings: &Strings) -> Self {
        let exit = match error {
            store::Error::Refused(_) => Exit::Refused,
            store::Error::Conflict(_) => Exit::Conflict,
            store::Error::UnknownVillage(_) | store::Error::UnknownBatch => Exit::NotFound,
            store::Error::AmbiguousBatch => Exit::Ambiguous,
            store::Error::ShortBatch { .. } => Exit::Usage,
            store::Error::AlreadyUndone => Exit::Refused,
            _ => Exit::Failed,
        };
        Self::new(exit, error.say_once(strings))
    }

    #[must_use]
    pub fn register(error: &register::RegisterError, strings: &Strings) -> Self {
        Self::new(Exit::Failed, error.say(strings))
    }
}
