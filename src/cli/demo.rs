//! `ovop demo`: the screens, or any command, on a training database with a made-up record.

mod dice;
mod goods;
mod making;
mod meetings;
mod papers;
mod record;
mod story;

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::DirBuilder;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{Days, NaiveTime};
use clap::Command;
use dice::Dice;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::{answer, flags, other_than_command, place, start};
use crate::config::{Layer, Origin, Settings};
use crate::domain::act::Act;
use crate::register::Register;
use crate::store::{Error, Stamp, Work};
use crate::strings::Strings;
use crate::tui::run::Clock;

/// With this the record is the same each time; another number would do as well.
const SEED: u64 = 208;
/// Commands that say nothing of villages, or would begin another training.
const NOT_HERE: [&str; 3] = ["demo", "man", "completions"];

/// The made-up record of the villages of a register, over the two years before the day of the training, with meetings and
/// events.
#[must_use]
pub fn record(ctx: &Context, register: &Register) -> Vec<(Stamp, Work)> {
    let (today, zone) = (ctx.today, ctx.settings.utc_offset.value);
    let villages = record::record(register, SEED, today, zone);
    let mut chosen = HashMap::new();
    for request in villages.iter().flat_map(|(_, requests)| requests) {
        match request.act {
            Act::Choose { .. } => {
                chosen.entry(request.village.clone()).or_insert(request.on);
            }
            Act::CancelChoice { .. } => {
                chosen.remove(&request.village);
            }
            _ => {}
        }
    }
    let mut all: Vec<_> = villages
        .into_iter()
        .map(|(stamp, requests)| (stamp, Work::Villages(requests)))
        .collect();
    // Dice of their own: the villages stay as they are.
    let mut dice = Dice::new(SEED + 1);
    let days = (today, ctx.now);
    all.extend(meetings::tell(register, &chosen, days, zone, &mut dice));
    all.sort_by_key(|(stamp, _)| stamp.now);
    all
}

/// Runs a command, or without one the screens, on a database of made-up data: one of its own that goes with the program,
/// or the one that `--keep` names. A record is never opened.
///
/// # Errors
/// When the command line names a record or no command, when the database cannot be made, and whatever the command finds
/// wrong; all of them say that this is a training.
pub fn run(
    args: Args<'_>,
    tree: &Command,
    settings: Settings,
    strings: &'static Strings,
) -> Result<ExitCode, Failure> {
    train(args, tree, settings, strings).map_err(|failure| match failure {
        Failure::Told { exit, text } => {
            Failure::new(exit, format!("{}\n{text}", strings.cli.demo.mark))
        }
        gone @ Failure::ReaderGone => gone,
    })
}

fn train(
    args: Args<'_>,
    tree: &Command,
    settings: Settings,
    strings: &'static Strings,
) -> Result<ExitCode, Failure> {
    let usage = |text| Failure::new(Exit::Usage, text);
    let words: Vec<OsString> = args.os_words("command");
    let line = std::iter::once("ovop".into()).chain(words.iter().cloned());
    let matches = match tree.clone().try_get_matches_from(line) {
        Ok(matches) => matches,
        Err(error) => {
            let mut out = Out::new(strings);
            out.about_training();
            return other_than_command(&error, tree, &words, &mut out, strings);
        }
    };
    let settings = settings.with_flags(flags(&matches));
    if settings.database.origin == Origin::CommandLine {
        return Err(usage(strings.cli.demo.no_database));
    }
    let command = matches.subcommand();
    let keep = args.path("keep");
    match command {
        Some((name, _)) if NOT_HERE.contains(&name) => {
            return Err(usage(strings.cli.demo.not_here));
        }
        Some(("init", _)) if keep.is_none() => return Err(usage(strings.cli.demo.init_keeps)),
        _ => {}
    }
    let kept = keep.is_some();
    let view_only = args.flag("view") || Args(&matches).flag("view");
    let named = args.option("as");
    let ctx = Context::new(settings).viewing(view_only).acting_as(named)?;
    // Gone at the end of this function, after all that works with it.
    let mut own_folder = None;
    let database = match keep {
        Some(file) => file,
        None => own_folder
            .insert(Folder::new().map_err(|e| ctx.fail(&e))?)
            .database(),
    };
    let ctx = training(ctx, database, args.option("on"))?;
    if !kept {
        place::create(&ctx, &place::path(&ctx)?, false)?;
    } else if !matches!(command, Some(("init", _))) {
        place::ready(&ctx)?;
    }
    match command {
        None => start::screens(&ctx),
        Some(command) => answer(tree, command, Ok(ctx), strings, &mut Out::new(strings)),
    }
}

/// The same person with the same settings, on a training database and on the day of the training.
fn training(ctx: Context, database: PathBuf, on: Option<&str>) -> Result<Context, Failure> {
    let mut ctx = Context {
        training: true,
        settings: ctx.settings.with_flags(Layer {
            database: Some(database),
            ..Layer::default()
        }),
        ..ctx
    };
    if on.is_some() {
        let zone = ctx.settings.utc_offset.value;
        ctx.today = ctx.day(on)?;
        // In the evening, after all that was entered.
        let evening =
            ctx.today.and_time(NaiveTime::MIN) + Days::new(1) - chrono::Duration::hours(2);
        ctx.now = (evening - chrono::Duration::seconds(zone.local_minus_utc().into())).and_utc();
        ctx.clock = Clock::fixed(ctx.now, zone);
    }
    Ok(ctx)
}

/// A folder for one training, open to this account alone. It goes when this value goes.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, Error> {
        let random = RandomState::new().hash_one(std::process::id());
        let name = format!("ovop-demo-{}-{random:016x}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let made = DirBuilder::new().mode(0o700).create(&folder);
        made.map_err(|e| match e.kind() {
            io::ErrorKind::PermissionDenied => Error::ReadOnly(folder.clone()),
            _ => Error::of_io(&folder, &e),
        })?;
        Ok(Self(folder))
    }

    fn database(&self) -> PathBuf {
        self.0.join("latihan.db")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed lies among the temporary files, in nobody's way.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
