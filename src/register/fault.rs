//! What can be wrong with a register, and how it is said.

use std::io;
use std::path::PathBuf;

use crate::domain::act::MAX_LINE;
use crate::domain::text;
use crate::strings::Strings;

/// The first fault of a register: which file, which line, what.
#[derive(Debug, thiserror::Error)]
#[error("{}{}: {fault}", file.display(), line.map(|n| format!(":{n}")).unwrap_or_default())]
pub struct RegisterError {
    pub file: PathBuf,
    /// Counted from 1, as editors do; absent when the fault is the whole file's.
    pub line: Option<u64>,
    pub fault: RegisterFault,
}

#[derive(Debug, thiserror::Error)]
pub enum RegisterFault {
    #[error("unreadable: {0}")]
    Unreadable(io::Error),
    #[error("not UTF-8")]
    NotUtf8,
    /// The line has more or fewer cells than the first line.
    #[error("wrong number of cells")]
    Cells,
    #[error("no column {0:?}")]
    MissingColumn(&'static str),
    #[error("bad code {0:?}")]
    BadCode(String),
    #[error("code {0} twice")]
    DoubleCode(String),
    /// A kecamatan without its regency, a village without its kecamatan.
    #[error("{code} belongs to {parent}, which {file} does not have")]
    MissingParent {
        code: String,
        parent: String,
        file: &'static str,
    },
    #[error("empty name")]
    EmptyName,
    /// Control characters, bidi controls or invisible characters.
    #[error("unclean name")]
    UncleanName,
    #[error("name too long")]
    LongName,
    #[error("no entries")]
    Empty,
}

impl RegisterError {
    /// What is wrong, where, and what to do about it.
    #[must_use]
    pub fn say(&self, strings: &Strings) -> String {
        let t = &strings.trouble;
        let path = self.file.display().to_string();
        let place = (t.place)(&text::safe(&path), self.line);
        let what = match &self.fault {
            RegisterFault::Unreadable(e) => (t.register_unreadable)(&e.to_string()),
            RegisterFault::NotUtf8 => t.register_not_utf8.into(),
            RegisterFault::Cells => t.register_cells.into(),
            RegisterFault::MissingColumn(name) => (t.register_column)(name),
            RegisterFault::BadCode(code) => (t.register_code)(&text::clean_line(code)),
            RegisterFault::DoubleCode(code) => (t.register_double)(code),
            RegisterFault::MissingParent { code, parent, file } => {
                (t.register_parent)(code, parent, file)
            }
            RegisterFault::EmptyName => t.register_empty_name.into(),
            RegisterFault::UncleanName => t.register_unclean_name.into(),
            RegisterFault::LongName => (t.register_long_name)(MAX_LINE),
            RegisterFault::Empty => t.register_empty.into(),
        };
        format!("{place}: {what}")
    }
}
