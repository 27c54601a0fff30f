//! Where the database lies, and making it when it is missing.

use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;

use super::context::Context;
use super::fail::{Exit, Failure};
use super::{demo, out};
use crate::config::Origin;
use crate::domain::text;
use crate::register::{Register, known};
use crate::store::{Setup, Stamp, Store};

/// Who records the known products of a new database: the program, so that no person's undo takes them back unasked.
/// No Unix account can be called so.
const PROGRAM: &str = "@ovop";

/// The database file; made first, with the register and the known products, when it is missing.
///
/// # Errors
/// When there is no place for it, when it cannot be made, or when the command line names another register than the
/// database was made with.
pub fn ready(ctx: &Context) -> Result<PathBuf, Failure> {
    let path = path(ctx)?;
    if is_missing(&path) && ctx.named && !ctx.training {
        let text = ctx.strings.cli.people.none_under_a_name(&shown(&path));
        return Err(Failure::new(Exit::NotFound, text));
    }
    ctx.name_is_safe(&path)?;
    if is_missing(&path) {
        match create(ctx, &path, false) {
            Ok(()) => out::aside(&ctx.strings.cli.words.created(&shown(&path), ctx.training)),
            // Another start was quicker.
            Err(_) if !is_missing(&path) => {}
            Err(failure) => return Err(failure),
        }
    } else if ctx.settings.register.origin == Origin::CommandLine {
        same_register(ctx, &path)?;
    }
    Ok(path)
}

/// The folder for reports of faults: the account's state folder, or the temporary one without a home.
#[must_use]
pub fn reports() -> PathBuf {
    Xdg::new()
        .ok()
        .and_then(|folders| folders.state_dir())
        .unwrap_or_else(std::env::temp_dir)
        .join("ovop")
}

/// Where the database lies or would lie.
///
/// # Errors
/// When nothing names a place and the account has no home folder.
pub fn path(ctx: &Context) -> Result<PathBuf, Failure> {
    ctx.settings.database.value.clone().ok_or_else(|| {
        let words = &ctx.strings.cli;
        let text = match ctx.closed {
            // Nothing of the account's own is looked at there, whatever it has.
            true => words.people.none_named(),
            false => words.faults.no_home(),
        };
        Failure::new(Exit::Failed, text)
    })
}

/// Makes a new database; `bare` leaves the known products out, or in a training the made-up record.
///
/// # Errors
/// When the register cannot be read, the folder is missing, or the file cannot be made or is there already.
pub fn create(ctx: &Context, path: &Path, bare: bool) -> Result<(), Failure> {
    let register = register(ctx)?;
    // What is known of real villages has no place among made-up data.
    let first = if bare || ctx.training {
        Vec::new()
    } else {
        known::potentials(&register, ctx.stamp().today)
            .map_err(|e| Failure::register(&e, ctx.strings))?
    };
    named_folder_exists(ctx, path)?;
    let setup = Setup {
        register: &register,
        first,
        stamp: Stamp {
            actor: PROGRAM.into(),
            ..ctx.stamp()
        },
    };
    let made = if ctx.training {
        let batches = if bare {
            Vec::new()
        } else {
            demo::record(ctx, &register)
        };
        Store::create_training(path, &setup, &batches)
    } else {
        Store::create(path, &setup)
    };
    made.map_err(|e| ctx.fail(&e))
}

fn register(ctx: &Context) -> Result<Register, Failure> {
    match &ctx.settings.register.value {
        Some(folder) => Register::load(folder),
        None => Register::built_in(),
    }
    .map_err(|e| Failure::register(&e, ctx.strings))
}

/// The store makes the folder for the account's own data. One that somebody named must be there: a mistyped path shall
/// not begin a second set of data.
fn named_folder_exists(ctx: &Context, path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(folder)
            if ctx.settings.database.origin != Origin::BuiltIn
                && !folder.as_os_str().is_empty()
                && is_missing(folder) =>
        {
            let faults = &ctx.strings.cli.faults;
            let text = faults.no_folder(&shown(folder), &shown(path));
            Err(Failure::new(Exit::Failed, text))
        }
        _ => Ok(()),
    }
}

fn same_register(ctx: &Context, path: &Path) -> Result<(), Failure> {
    let asked = register(ctx)?;
    let store = ctx.open_at(path)?;
    let kept = store.register_digest().map_err(|e| ctx.fail(&e))?;
    if asked.digest() == kept {
        return Ok(());
    }
    let text = ctx.strings.cli.faults.other_register(&shown(path));
    Err(Failure::new(Exit::Usage, text))
}

/// Whether nothing stands there. What cannot be looked at is not missing: opening it tells why.
pub fn is_missing(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_err_and(|e| e.kind() == io::ErrorKind::NotFound)
}

/// A path as it may be shown.
#[must_use]
pub fn shown(path: &Path) -> String {
    text::clean_line(&path.display().to_string())
}
