//! The one place through which commands write: what goes out is harmless to a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};

use serde::Serialize;
use serde_json::Value;

use super::fail::{Exit, Failure};
use crate::domain::past::Seen;
use crate::domain::text;
use crate::strings::Strings;

/// Standard output, and standard error for what a person should know beside the answer.
pub struct Out {
    answer: BufWriter<Box<dyn Write>>,
    beside: Box<dyn Write>,
    strings: &'static Strings,
    /// What is written is made up, and must say so.
    training: bool,
    /// A line that says so stands above.
    said: bool,
    /// The past day that is written of.
    seen: Option<Seen>,
    /// The line that names the day stands above.
    dated: bool,
}

impl Out {
    #[must_use]
    pub fn new(strings: &'static Strings) -> Self {
        let answer = Box::new(io::stdout().lock());
        Self::to(answer, Box::new(io::stderr()), strings)
    }

    /// Writes the answer, and what stands beside it, to other places than the process's.
    #[must_use]
    pub fn to(answer: Box<dyn Write>, beside: Box<dyn Write>, strings: &'static Strings) -> Self {
        Self {
            answer: BufWriter::new(answer),
            beside,
            strings,
            training: false,
            said: false,
            seen: None,
            dated: false,
        }
    }

    /// From here on the answer is from made-up data: a text begins with a line that says so, a JSON object has
    /// `training`.
    pub fn about_training(&mut self) {
        self.training = true;
    }

    /// From here on the answer is about a past day, and says so: a text in its first line, JSON in each object.
    pub fn about(&mut self, seen: Option<Seen>) {
        self.seen = seen;
    }

    /// Writes one line of the answer.
    ///
    /// # Errors
    /// When the output cannot be written, as [`Failure::output`] tells it; the same for the other writers.
    pub fn line(&mut self, line: &str) -> Result<(), Failure> {
        if self.training && !std::mem::replace(&mut self.said, true) {
            self.plain(self.strings.cli.demo.mark)?;
        }
        if let Some(seen) = self.seen
            && !std::mem::replace(&mut self.dated, true)
        {
            let day = self.strings.facts.short_day(seen.day);
            self.plain(&self.strings.cli.past.head(&day, seen.known_then))?;
        }
        self.plain(line)
    }

    fn plain(&mut self, line: &str) -> Result<(), Failure> {
        let result = writeln!(self.answer, "{}", text::safe(line).trim_end());
        self.judge(result)
    }

    /// Writes a text of several lines.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn text(&mut self, text: &str) -> Result<(), Failure> {
        text.lines().try_for_each(|line| self.line(line))
    }

    /// Writes a value for a machine, in one piece.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let value =
            serde_json::to_value(value).map_err(|e| Failure::new(Exit::Internal, e.to_string()))?;
        let marked = if self.training || self.seen.is_some() {
            self.marked(value)
        } else {
            value
        };
        let result = writeln!(self.answer, "{}", harmless_json(&format!("{marked:#}")));
        self.judge(result)
    }

    /// Writes lines that were made harmless cell by cell, or that this program holds itself. Whether they are made up
    /// is for them to say.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn raw(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let result = self.answer.write_all(bytes);
        self.judge(result)
    }

    /// Says something beside the answer, on standard error.
    pub fn aside(&mut self, text: &str) {
        if self.training && !self.said && !text.is_empty() {
            say(&mut self.beside, self.strings.cli.demo.mark);
        }
        say(&mut self.beside, text);
    }

    /// Sends off what is still held back.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn finish(&mut self) -> Result<(), Failure> {
        let result = self.answer.flush();
        self.judge(result)
    }

    /// The value, each of whose outermost objects says that it is made up, before anything else, and which past day it
    /// is about.
    fn marked(&self, value: Value) -> Value {
        match value {
            Value::Object(mut map) => {
                if self.training {
                    map.shift_insert(0, "training".into(), true.into());
                }
                if let Some(seen) = self.seen {
                    map.insert("as_of".into(), seen.day.to_string().into());
                    if seen.known_then {
                        map.insert("known_then".into(), true.into());
                    }
                }
                Value::Object(map)
            }
            Value::Array(all) => all.into_iter().map(|v| self.marked(v)).collect(),
            other => other,
        }
    }

    fn judge(&self, result: io::Result<()>) -> Result<(), Failure> {
        result.map_err(|e| Failure::output(&e, self.strings))
    }
}

/// Says something beside the answer, on standard error. That nobody hears it is no reason to stop.
pub fn aside(text: &str) {
    say(&mut io::stderr().lock(), text);
}

fn say(to: &mut dyn Write, text: &str) {
    for line in text.lines() {
        let _ = writeln!(to, "{}", text::safe(line));
    }
}

/// Puts a question at the terminal, and stays on its line.
pub fn ask(question: &str) {
    let mut error = io::stderr().lock();
    let _ = write!(error, "{} ", text::safe(question));
    let _ = error.flush();
}

/// JSON without characters that steer a terminal. They can only stand inside its strings, and there an escape says
/// the same.
fn harmless_json(json: &str) -> Cow<'_, str> {
    let harmful = |(c, harmful): (char, bool)| harmful && c != '\n';
    if !text::judged(json).any(harmful) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for judged in text::judged(json) {
        if harmful(judged) {
            for unit in judged.0.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(judged.0);
        }
    }
    Cow::Owned(out)
}

/// A cell of a table for spreadsheets: harmless to a terminal, and no formula (a leading apostrophe makes it text).
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    let safe = text::safe(text);
    // The raw text counts: what cleaning takes from its front may be the very tab that hides a formula.
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) || safe.starts_with(['=', '+', '-', '@'])
    {
        Cow::Owned(format!("'{safe}"))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_the_same_without_steering_a_terminal() {
        let value = serde_json::json!({ "teks": "a\u{1b}[2J \u{9b}31m \u{202e}b \u{e0041} \n é",
            "huruf": "e\u{301}\u{301}\u{301}\u{301}" });
        let written = harmless_json(&format!("{value:#}")).into_owned();
        assert!(
            written.chars().all(|c| c == '\n' || !text::is_harmful(c)),
            "{written:?}"
        );
        assert!(written.contains("\\u202e"));
        assert!(written.contains("e\u{301}\u{301}\\u0301\\u0301"));
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
    }

    #[test]
    fn formulas_become_text() {
        for formula in [
            "=1+1",
            "+62",
            "-3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\u{200b}=1",
        ] {
            assert!(cell(formula).starts_with('\''), "{formula:?}");
        }
        for plain in ["Kopi", "3-4 ton", "Fatuba'a", ""] {
            assert_eq!(cell(plain), plain);
        }
    }

    #[test]
    fn a_reader_that_has_gone_is_no_failure_but_a_full_disk_is() {
        struct Broken(io::ErrorKind);
        impl Write for Broken {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(self.0.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Err(self.0.into())
            }
        }
        let strings = Strings::of(crate::strings::Lang::Id);
        let end = |kind| {
            let mut out = Out::to(Box::new(Broken(kind)), Box::new(io::sink()), strings);
            out.line("a").and_then(|()| out.finish())
        };
        assert!(matches!(
            end(io::ErrorKind::BrokenPipe),
            Err(Failure::ReaderGone)
        ));
        assert!(matches!(
            end(io::ErrorKind::StorageFull),
            Err(Failure::Told {
                exit: Exit::Failed,
                ..
            })
        ));
    }
}
