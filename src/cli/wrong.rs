//! A wrong command line, said in the language of the person who typed it.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::domain::text;
use crate::strings::Strings;
use crate::strings::cli::wrong::Wrong;

/// What is wrong with the command line, and what to write instead.
#[must_use]
pub fn say(error: &Error, tree: &Command, args: &[OsString], strings: &Strings) -> String {
    let w = &strings.cli.wrong;
    let (path, command) = invoked(tree, args);
    let mut lines = vec![what(error, command, w)];
    lines.extend(suggestion(error, w));
    lines.push(w.see_help(&path));
    lines.join("\n")
}

fn what(error: &Error, command: &Command, w: &Wrong) -> String {
    let get = |kind| texts(error, kind);
    let first = |kind| get(kind).into_iter().next().unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => match first(ContextKind::InvalidArg).as_str() {
            arg @ ("--as-of" | "--known-then") => w.only_reads(arg),
            arg => w.unknown(arg),
        },
        ErrorKind::InvalidSubcommand => w.no_command(&first(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => w.which_command(&names(command)),
        ErrorKind::MissingRequiredArgument => w.missing(&get(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => {
            let others = get(ContextKind::PriorArg);
            w.conflict(&first(ContextKind::InvalidArg), &others)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, arg) = (
                first(ContextKind::InvalidValue),
                first(ContextKind::InvalidArg),
            );
            if value.is_empty() {
                w.no_value(&arg, &get(ContextKind::ValidValue))
            } else {
                w.value(&value, &arg, &get(ContextKind::ValidValue))
            }
        }
        ErrorKind::TooManyValues => w.unknown(&first(ContextKind::InvalidValue)),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            w.no_value(&first(ContextKind::InvalidArg), &[])
        }
        ErrorKind::InvalidUtf8 => w.not_utf8().to_owned(),
        // The kinds left are help and version, which are no errors, and what a new clap may bring.
        _ => w.unreadable(command.get_name()),
    }
}

fn suggestion(error: &Error, w: &Wrong) -> Option<String> {
    [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(|kind| texts(error, kind))
    .find(|meant| !meant.is_empty())
    .map(|meant| w.perhaps(&meant))
}

/// The command that was being read, and how it is written: `ovop potential add`.
fn invoked<'t>(tree: &'t Command, args: &[OsString]) -> (String, &'t Command) {
    let mut path = String::from("ovop");
    let mut command = tree;
    for word in args.iter().filter_map(|arg| arg.to_str()) {
        if let Some(sub) = command.find_subcommand(word) {
            path = format!("{path} {}", sub.get_name());
            command = sub;
        }
    }
    (path, command)
}

/// The commands under a command, without their other names.
fn names(command: &Command) -> Vec<String> {
    let subs = command.get_subcommands();
    subs.map(|sub| sub.get_name().to_owned()).collect()
}

fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    let clean = |text: &str| text::clean_line(text);
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![clean(one)],
        Some(ContextValue::Strings(many)) => many.iter().map(|t| clean(t)).collect(),
        _ => Vec::new(),
    }
}

/// The help of the command that some words name; the root's without words.
///
/// # Errors
/// The first word that names no command.
pub fn help_of<'a>(tree: &Command, words: impl Iterator<Item = &'a str>) -> Result<String, String> {
    let mut tree = tree.clone();
    tree.build();
    for word in words {
        let sub = tree
            .find_subcommand(word)
            .ok_or_else(|| text::clean_line(word))?;
        tree = sub.clone();
    }
    Ok(tree.render_help().to_string())
}
