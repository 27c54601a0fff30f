//! Faults of settings files, in words.

use super::fail::{Exit, Failure};
use super::place::shown;
use crate::config::{Error, Fault, Shape};
use crate::domain::text;
use crate::strings::Strings;

/// A settings file that cannot be used: which, which line, what, and what to do.
#[must_use]
pub fn settings(error: &Error, strings: &Strings) -> Failure {
    let w = &strings.cli.faults;
    let what = match &error.fault {
        Fault::Unreadable(why) => w.unreadable(&why.to_string()),
        Fault::Syntax { text } => w.syntax(&text::clean_line(text)),
        Fault::UnknownKey { key } => w.unknown_key(&text::clean_line(key)),
        Fault::Shape { key, needed } => {
            let key = text::clean_line(key);
            match needed {
                Shape::Text => w.needs_text(&key),
                Shape::YesNo => w.needs_yes_no(&key),
                Shape::Table => w.needs_table(&key),
                Shape::Texts => w.needs_texts(&key),
                Shape::Lines => w.needs_lines(&key),
                Shape::Number => w.needs_number(&key),
            }
        }
        Fault::Value {
            key,
            value,
            accepted,
        } => w.not_accepted(&text::clean_line(key), &text::clean_line(value), accepted),
    };
    let place = (strings.trouble.place)(&shown(&error.file), error.line.map(|n| n as u64));
    Failure::new(Exit::Usage, format!("{place}: {what}"))
}
