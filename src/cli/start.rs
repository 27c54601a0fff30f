//! Starting the screens, and making a database.

use std::process::ExitCode;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::place;
use crate::tui::{self, StartSettings};

/// Starts the screens, on a database that is made first when it is missing.
///
/// # Errors
/// When there is no database to be had, or the screens cannot run.
pub fn screens(ctx: &Context) -> Result<ExitCode, Failure> {
    let database = place::ready(ctx)?;
    let settings = &ctx.settings;
    let start = StartSettings {
        database,
        lang: ctx.strings.lang,
        theme: settings.theme.value.clone(),
        ascii: settings.ascii.value,
        actor: ctx.actor.clone(),
        utc_offset_minutes: settings.utc_offset.value.local_minus_utc() / 60,
        keys: settings.keys.iter().map(|k| k.value.clone()).collect(),
    };
    tui::start(start).map_err(|e| Failure::new(Exit::Failed, e.say(ctx.strings)))
}

/// `ovop init`: makes the database at the place that the settings name.
///
/// # Errors
/// When it is there already or cannot be made.
pub fn init(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let path = place::path(ctx)?;
    place::create(ctx, &path, args.flag("bare"))?;
    out.line(&ctx.strings.cli.words.created(&place::shown(&path)))
}
