//! The dress of the help: clap brings its own English words, and here each of them is replaced.

use clap::{Arg, Command};

use super::fail::Exit;
use crate::strings::Strings;
use crate::strings::cli::help::Shape;

/// Gives the commands their headings, usage lines and templates, through the whole tree.
#[must_use]
pub fn dress(tree: Command, strings: &Strings) -> Command {
    let shape = &strings.cli.shape;
    let tree = tree
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true);
    dress_one(tree, "ovop", shape)
}

fn dress_one(command: Command, path: &str, shape: &Shape) -> Command {
    let line = line(&command, path, shape);
    let own_name = match command.get_all_aliases().next() {
        Some(alias) if !shape.also.is_empty() => shape.also.replace("{}", alias),
        _ => String::new(),
    };
    let mut place = 0;
    let about = command
        .get_about()
        .map(|about| format!("{about}{own_name}"));
    command
        .about(about.unwrap_or_default())
        .override_usage(line)
        .subcommand_help_heading(shape.commands)
        .help_template(format!(
            "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
            shape.usage
        ))
        .mut_args(|arg| {
            if arg.is_positional() {
                // Under a heading of one's own clap sorts arguments by their ids.
                place += 1;
                return arg.display_order(place).help_heading(shape.arguments);
            }
            match arg.get_help_heading() {
                Some(_) => arg,
                None => arg.help_heading(shape.options),
            }
        })
        .mut_subcommands(|sub| {
            let path = format!("{path} {}", sub.get_name());
            dress_one(sub, &path, shape)
        })
}

/// How a command is written: its arguments, the options it cannot do without, and the word for the rest.
fn line(command: &Command, path: &str, shape: &Shape) -> String {
    let mut line = path.to_owned();
    if command.has_subcommands() {
        let word = shape.command_word;
        line += &if command.is_subcommand_required_set() {
            format!(" <{word}>")
        } else {
            format!(" [{word}]")
        };
    }
    for arg in command.get_positionals() {
        let more = match arg.get_num_args() {
            Some(n) if n.max_values() > 1 => "...",
            _ => "",
        };
        line += &if arg.is_required_set() {
            format!(" <{}>{more}", value_name(arg))
        } else {
            format!(" [{}]{more}", value_name(arg))
        };
    }
    for arg in command.get_opts().filter(|a| a.is_required_set()) {
        line += &format!(" --{} <{}>", arg.get_id(), value_name(arg));
    }
    format!("{line} [{}]", shape.options_word)
}

/// The word that stands for an argument's value.
#[must_use]
pub fn value_name(arg: &Arg) -> String {
    arg.get_value_names()
        .and_then(|names| names.first())
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// What the exit codes mean, under the help.
#[must_use]
pub fn exit_codes(strings: &Strings) -> String {
    let mut text = format!("{}:\n", strings.cli.shape.exit_codes);
    for exit in Exit::ALL {
        text += &format!(
            "  {:<3} {}\n",
            exit.code(),
            exit.meaning(&strings.cli.exits)
        );
    }
    text.truncate(text.trim_end().len());
    text
}
