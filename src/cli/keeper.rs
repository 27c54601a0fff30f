//! `ovop backup` and `ovop keeper`: verified backups, now or every hour, and an eye on the journal and the disk.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::Utc;
use serde_json::json;

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use super::place::{self, shown};
use crate::domain::act::Refusal;
use crate::domain::people::{Barrier, Matter, Role};
use crate::store::{Backup, Error, Reserve, Standing, Store};

/// The folder of backups beside the database.
const FOLDER: &str = "backups";
/// How often, in minutes, unless it is said.
const EVERY: u32 = 60;
/// A journal of so many bytes is held back by somebody who reads all the while.
const LARGE_JOURNAL: u64 = 64 << 20;
/// Below so many bytes of free room it is said; the reserve is only taken where there is more.
const LITTLE_ROOM: u64 = 500 << 20;

/// Makes one backup.
///
/// # Errors
/// When it is not for this person to do, or the backup cannot be made or is not good.
pub fn backup(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.open()?;
    may_copy(ctx, &store)?;
    let made = store
        .backup(&folder(args, store.path()), Utc::now())
        .map_err(|e| ctx.fail(&e))?;
    if args.json() {
        return out.json(&json!({
            "path": made.path.display().to_string(),
            "bytes": made.bytes,
            "events": made.events,
            "removed": made.removed,
        }));
    }
    out.line(&told(&made, ctx))
}

fn told(made: &Backup, ctx: &Context) -> String {
    let words = &ctx.strings.cli.keeper;
    words.made(&shown(&made.path), made.bytes, made.events, made.removed)
}

fn folder(args: Args<'_>, database: &Path) -> PathBuf {
    args.path("to")
        .unwrap_or_else(|| database.with_file_name(FOLDER))
}

/// A copy holds everything, telephone numbers too: it is for those who look after the record.
fn may_copy(ctx: &Context, store: &Store) -> Result<(), Failure> {
    match ctx.admitted(store)? {
        Standing::Alone | Standing::Owner => Ok(()),
        Standing::Person(person) if person.role == Role::Admin => Ok(()),
        Standing::Person(_) => {
            let people = store.people().map_err(|e| ctx.fail(&e))?;
            let why = people.denied(Barrier::People, &Matter::People);
            Err(ctx.fail(&Error::Refused(Refusal::Denied(why))))
        }
    }
}

/// Keeps at it until it is ended; or gives the reserve of the disk away.
///
/// # Errors
/// When the database cannot be opened, or a newer program has taken it over; with `--once` whatever went wrong.
pub fn keep(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let words = &ctx.strings.cli.keeper;
    if args.flag("give-room") {
        // On a full disk the database may not even open: the reserve lies beside it.
        let path = place::path(ctx)?;
        ctx.name_is_safe(&path)?;
        let given = Reserve::of(&path).give().map_err(|e| ctx.fail(&e))?;
        return out.line(words.room_given(given));
    }
    let store = ctx.open()?;
    may_copy(ctx, &store)?;
    let folder = folder(args, store.path());
    loop {
        // Somebody has updated the program or brought a backup back: the service starts anew.
        store.within_reach().map_err(|e| ctx.fail(&e))?;
        let result = round(ctx, &store, &folder, out);
        out.finish()?;
        if args.flag("once") {
            return result;
        }
        match result {
            Err(Failure::Told { text, .. }) => out.aside(&text),
            Err(gone @ Failure::ReaderGone) => return Err(gone),
            Ok(()) => {}
        }
        let minutes = args.number("every").unwrap_or(EVERY);
        std::thread::sleep(Duration::from_secs(u64::from(minutes) * 60));
    }
}

fn round(ctx: &Context, store: &Store, folder: &Path, out: &mut Out) -> Result<(), Failure> {
    let words = &ctx.strings.cli.keeper;
    let fail = |e: Error| ctx.fail(&e);
    let written = store.write_back().map_err(fail)?;
    if written.journal > LARGE_JOURNAL && !written.whole {
        out.line(&words.large_journal(written.journal >> 20))?;
    }
    let free = rustix::fs::statvfs(store.path())
        .map(|s| s.f_bavail.saturating_mul(s.f_frsize))
        .unwrap_or_default();
    let reserve = Reserve::of(store.path());
    if free < LITTLE_ROOM {
        out.line(&words.little_room(free >> 20, reserve.is_there()))?;
    } else if !reserve.is_there() {
        reserve.take().map_err(fail)?;
    }
    let made = store.backup(folder, Utc::now()).map_err(fail)?;
    out.line(&told(&made, ctx))
}
