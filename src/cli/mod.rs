//! One-shot commands: the twin of every act and answer of the screens.
//!
//! `ovop` alone starts the screens. Every command reads or writes the same log through the same rules, says what it did
//! in one language, and ends with an exit code that scripts can rely on ([`fail::Exit`]).

mod attention;
mod board;
mod bulk;
mod check;
mod context;
mod demo;
mod deployment;
mod doctor;
mod door;
mod early;
mod evidence;
pub mod fail;
mod faults;
mod filter;
mod find;
mod follow;
pub mod gates;
pub mod harness;
mod init;
mod keeper;
pub mod keys;
mod list;
mod log;
mod makers;
mod man;
pub mod manual;
mod moved;
mod occasion;
mod out;
pub mod paper;
mod place;
mod present;
mod recap;
mod show;
mod start;
mod status;
pub mod tree;
mod undo;
mod usage;
mod user;
mod values;
mod view;
mod who;
mod write;
mod wrong;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command};
use clap_complete::Shell;

use crate::config::{Layer, Settings, Surroundings};
use crate::fault;
use crate::strings::{Lang, Strings};
use context::{Args, Context};
use early::Early;
use fail::{Exit, Failure};
use out::{Out, aside};
use write::Verb;

/// Runs the program with the process's arguments.
#[must_use]
pub fn main() -> ExitCode {
    run(std::env::args_os().skip(1).collect())
}

fn run(args: Vec<OsString>) -> ExitCode {
    // Nothing that is written here is for other accounts, unless it is said so.
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let early = Early::look(&args);
    let lang = early
        .lang
        .unwrap_or_else(|| Surroundings::of_process().lang());
    fault::install(place::reports(), lang);
    let closed = door::is_closed(early.named, early.command);
    if closed && let Err(why) = door::close(&args) {
        let strings = Strings::of(early.lang.unwrap_or_default());
        let text = strings.cli.door.not_closed(&why.to_string());
        return end(Err(Failure::new(Exit::Failed, text)), strings);
    }
    let around = if closed {
        Surroundings::closed()
    } else {
        Surroundings::of_process()
    };
    let settings = Settings::gather(&around, early.config.as_deref());
    let lang = early
        .lang
        .or(settings.as_ref().ok().map(|s| s.lang.value))
        .unwrap_or_else(|| around.lang());
    let strings = Strings::of(lang);
    fault::install(place::reports(), lang);
    let settings = settings.map_err(|e| faults::settings(&e, strings));
    // The screens start without the tree of commands: it takes longer to build than to do without.
    if args.is_empty() {
        return end(
            settings.and_then(|s| start::screens(&Context::new(s))),
            strings,
        );
    }
    let words = || std::iter::once("ovop".into()).chain(args.iter().cloned());
    // Neither do they need it when nothing but options is said, as in the line of a key on a server. What is more than
    // that, or wrong, is for the whole tree to say.
    let bare = tree::bare(strings);
    if !early.command
        && let Ok(matches) = bare.clone().try_get_matches_from(words())
    {
        let start = (settings.map(|s| s.with_flags(flags(&matches))), closed);
        return end(command(&bare, &matches, start, strings), strings);
    }
    let tree = tree::command(strings);
    match tree.clone().try_get_matches_from(words()) {
        Ok(matches) => {
            let settings = settings.map(|s| s.with_flags(flags(&matches)));
            let start = (settings, closed);
            end(command(&tree, &matches, start, strings), strings)
        }
        Err(error) => {
            let mut out = Out::new(strings);
            let told = other_than_command(&error, &tree, &args, &mut out, strings);
            end(told, strings)
        }
    }
}

/// Says a failure, and turns the end into an exit code.
fn end(result: Result<ExitCode, Failure>, strings: &Strings) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(Failure::ReaderGone) => Exit::Done.into(),
        Err(Failure::Told { exit, text }) => {
            aside(&format!("ovop: {text}"));
            if exit == Exit::Internal {
                aside(strings.cli.faults.internal());
            }
            exit.into()
        }
    }
}

/// Help and version, which clap hands over as errors, and errors.
fn other_than_command(
    error: &clap::Error,
    tree: &Command,
    args: &[OsString],
    out: &mut Out,
    strings: &Strings,
) -> Result<ExitCode, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            out.text(&error.render().to_string())?;
            out.finish()?;
            Ok(Exit::Done.into())
        }
        _ => Err(Failure::new(
            Exit::Usage,
            wrong::say(error, tree, args, strings),
        )),
    }
}

fn flags(matches: &ArgMatches) -> Layer {
    let args = Args(matches);
    Layer {
        database: args.path("db"),
        register: args.path("register"),
        lang: args.option("lang").and_then(Lang::parse),
        theme: args.option("theme").map(str::to_owned),
        ascii: args.flag("ascii").then_some(true),
        ..Layer::default()
    }
}

fn command(
    tree: &Command,
    matches: &ArgMatches,
    (settings, closed): (Result<Settings, Failure>, bool),
    strings: &'static Strings,
) -> Result<ExitCode, Failure> {
    let Some((name, matches)) = matches.subcommand() else {
        if closed && let Some(words) = door::asked(strings)? {
            return over_the_line(matches, &words, settings?, strings);
        }
        return start::screens(&context(matches, settings?, closed)?);
    };
    if name == "demo" {
        return demo::run(Args(matches), tree, settings?, strings);
    }
    let ctx = settings.and_then(|s| context(matches, s, closed));
    let mut out = Out::new(strings);
    answer(tree, (name, matches), ctx, strings, &mut out)
}

fn context(matches: &ArgMatches, settings: Settings, closed: bool) -> Result<Context, Failure> {
    let args = Args(matches);
    // The home of a service account is not its own to write to.
    if closed && let Some(folder) = settings.database.value.as_deref().and_then(Path::parent) {
        fault::install(folder.join("reports"), settings.lang.value);
    }
    let ctx = Context::new(settings).viewing(args.flag("view"));
    ctx.closed(closed).acting_as(args.option("as"))
}

/// The command that somebody asked for at the other end of ssh, for the person whom their key names.
fn over_the_line(
    key: &ArgMatches,
    words: &[OsString],
    settings: Settings,
    strings: &'static Strings,
) -> Result<ExitCode, Failure> {
    let asked = Early::look(words).lang;
    let strings = asked.map_or(strings, Strings::of);
    let tree = tree::command(strings);
    let line = std::iter::once("ovop".into()).chain(words.iter().cloned());
    let matches = match tree.clone().try_get_matches_from(line) {
        Ok(matches) => matches,
        Err(error) => {
            return other_than_command(&error, &tree, words, &mut Out::new(strings), strings);
        }
    };
    door::may_run(&matches, strings)?;
    let Some((name, asked)) = matches.subcommand() else {
        return Err(unconnected("ssh"));
    };
    let ctx = context(key, settings.with_flags(flags(asked)), true)?;
    let ctx = Context {
        view_only: ctx.view_only || Args(asked).flag("view"),
        reading: true,
        ..ctx
    };
    let mut out = Out::new(strings);
    answer(&tree, (name, asked), Ok(ctx), strings, &mut out)
}

/// Runs one command, and sends its answer off.
fn answer(
    tree: &Command,
    (name, matches): (&str, &ArgMatches),
    ctx: Result<Context, Failure>,
    strings: &'static Strings,
    out: &mut Out,
) -> Result<ExitCode, Failure> {
    let args = Args(matches);
    if ctx.as_ref().is_ok_and(|ctx| ctx.training) {
        out.about_training();
    }
    // These speak of the program alone, and must work when the settings do not.
    match name {
        "help" => help(tree, args, strings, out)?,
        "man" => out.raw(man::page(tree, strings).as_bytes())?,
        "completions" => out.raw(&completions(tree, args))?,
        _ => {
            let ctx = ctx?.seen_as(leaf(matches))?;
            out.about(ctx.seen);
            perform(name, matches, &ctx, out)?;
        }
    }
    out.finish()?;
    Ok(Exit::Done.into())
}

/// The arguments of the innermost command: those of `list` in `ovop action list`.
fn leaf(matches: &ArgMatches) -> Args<'_> {
    matches
        .subcommand()
        .map_or(Args(matches), |(_, inner)| leaf(inner))
}

/// Does what needs the settings, and mostly the database.
fn perform(name: &str, matches: &ArgMatches, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let args = Args(matches);
    match name {
        "status" => status::run(args, ctx, out),
        "list" => list::run(args, ctx, out),
        "show" => show::run(args, ctx, out),
        "log" => log::run(args, ctx, out),
        "moved" => moved::run(args, ctx, out),
        "undo" => undo::run(args, ctx, out),
        "user" => {
            if user::run(matches, ctx, out)? {
                Ok(())
            } else {
                Err(unconnected(name))
            }
        }
        "backup" => keeper::backup(args, ctx, out),
        "keeper" => keeper::keep(args, ctx, out),
        "who" => present::run(args, ctx, out),
        "whoami" => who::whoami(args, ctx, out),
        "init" => init::run(args, ctx, out),
        "doctor" => doctor::run(args, ctx, out),
        "keys" => keys::run(args, ctx, out),
        "manual" => manual::run(args, ctx, out),
        "choose" => write::run(Verb::Choose, args, ctx, out),
        "cancel" => write::run(Verb::Cancel, args, ctx, out),
        "decree" => write::run(Verb::Decree, args, ctx, out),
        "stage" => write::run(Verb::Stage, args, ctx, out),
        "raw" => write::run(Verb::Raw, args, ctx, out),
        "note" => write::run(Verb::Note, args, ctx, out),
        "gates" => gates::run(args, ctx, out),
        "check" => check::run(args, ctx, out),
        "category" => evidence::category(args, ctx, out),
        "attention" => attention::run(args, ctx, out),
        "board" => board::run(args, ctx, out),
        "bulk" => bulk::run(matches, ctx, out),
        "paper" => paper::run(args, ctx, out),
        "view" => match matches.subcommand() {
            Some(("list", sub)) => view::list(Args(sub), ctx, out),
            Some(("save", sub)) => view::save(Args(sub), ctx, out),
            Some(("remove", sub)) => view::remove(Args(sub), ctx, out),
            _ => Err(unconnected(name)),
        },
        "evidence" => match matches.subcommand() {
            Some(("claim", sub)) => evidence::claim(Args(sub), ctx, out),
            Some(("verify", sub)) => evidence::verify(Args(sub), ctx, out),
            Some(("withdraw", sub)) => evidence::withdraw(Args(sub), ctx, out),
            _ => Err(unconnected(name)),
        },
        "blocker" => match matches.subcommand() {
            Some(("add", sub)) => follow::raise(Args(sub), ctx, out),
            Some(("clear", sub)) => follow::clear(Args(sub), ctx, out),
            _ => Err(unconnected(name)),
        },
        "action" => match matches.subcommand() {
            Some(("plan", sub)) => follow::plan(Args(sub), ctx, out),
            Some(("close", sub)) => follow::close(Args(sub), ctx, out),
            Some(("list", sub)) => follow::list(Args(sub), ctx, out),
            _ => Err(unconnected(name)),
        },
        "producer" | "workers" | "month" | "channel" | "assist" => {
            if makers::run(name, matches, ctx, out)? {
                Ok(())
            } else {
                Err(unconnected(name))
            }
        }
        "meeting" | "event" => {
            if occasion::run(name, matches, ctx, out)? {
                Ok(())
            } else {
                Err(unconnected(name))
            }
        }
        "potential" => match matches.subcommand() {
            Some(("add", sub)) => write::run(Verb::PotentialAdd, Args(sub), ctx, out),
            Some(("amend", sub)) => write::run(Verb::PotentialAmend, Args(sub), ctx, out),
            Some(("withdraw", sub)) => write::run(Verb::PotentialWithdraw, Args(sub), ctx, out),
            _ => Err(unconnected(name)),
        },
        _ => Err(unconnected(name)),
    }
}

/// A command that the tree knows and nothing does: a fault of the program.
fn unconnected(name: &str) -> Failure {
    Failure::new(Exit::Internal, name)
}

fn help(tree: &Command, args: Args<'_>, strings: &Strings, out: &mut Out) -> Result<(), Failure> {
    let asked = args.words("command");
    match wrong::help_of(tree, asked.split_whitespace()) {
        Ok(text) => out.text(&text),
        Err(word) => {
            let w = &strings.cli.wrong;
            let text = format!("{}\n{}", w.no_command(&word), w.see_help("ovop"));
            Err(Failure::new(Exit::Usage, text))
        }
    }
}

fn completions(tree: &Command, args: Args<'_>) -> Vec<u8> {
    let shell = match args.text("shell") {
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut tree.clone(), "ovop", &mut script);
    script
}
