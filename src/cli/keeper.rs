//! `ovop backup` and `ovop keeper`: verified backups, now or every hour, and an eye on the journal and the disk.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::Utc;
use serde::Serialize;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::place::{self, shown};
use crate::domain::act::Refusal;
use crate::domain::people::{DenialReason, Permission, Role};
use crate::store::{Access, Backup, Error, SpareFile, Store};

/// The folder of backups beside the database.
const FOLDER: &str = "backups";
/// How often, in minutes, unless it is said.
const EVERY: u32 = 60;
/// A journal of so many bytes is held back by somebody who reads all the while.
const LARGE_JOURNAL: u64 = 64 << 20;
/// Below so many bytes of free room it is said; the spare file is only taken where there is more.
const LITTLE_ROOM: u64 = 500 << 20;
/// So many bytes a backup must leave to those who record.
const LEFT: u64 = 32 << 20;

#[derive(Serialize)]
struct BackupJson {
    path: String,
    bytes: u64,
    events: u64,
    removed: usize,
}

/// Makes one backup.
///
/// # Errors
/// When it is not for this person to do, or the backup cannot be made or is not good.
pub fn backup(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.open()?;
    may_copy(ctx, &store)?;
    let made = copy(ctx, &store, &folder(args, store.path()))?;
    if args.json() {
        return out.json(&BackupJson {
            path: made.path.display().to_string(),
            bytes: made.bytes,
            events: made.events,
            removed: made.removed,
        });
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
        Access::Alone | Access::Owner => Ok(()),
        Access::Person(person) if person.role == Role::Admin => Ok(()),
        Access::Person(_) => {
            let people = store.people().map_err(|e| ctx.fail(&e))?;
            let why = people.denial(DenialReason::People, &Permission::People);
            Err(ctx.fail(&Error::Refused(Refusal::Denied(why))))
        }
    }
}

/// Keeps at it until it is ended; or gives the spare file of the disk away.
///
/// # Errors
/// When the database cannot be opened, or a newer program has taken it over; with `--once` whatever went wrong.
pub fn keep(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let words = &ctx.strings.cli.keeper;
    if args.flag("give-room") {
        // On a full disk the database may not even open: the spare file lies beside it.
        let path = place::path(ctx)?;
        ctx.name_is_safe(&path)?;
        let given = SpareFile::of(&path).release().map_err(|e| ctx.fail(&e))?;
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
    // The backup comes first: what the disk does not give for the spare file is no reason to have none.
    let copied = copy(ctx, store, folder);
    if let Ok(made) = &copied {
        out.line(&told(made, ctx))?;
    }
    let free = free(store.path());
    let spare = SpareFile::of(store.path());
    let mut taken = Ok(());
    if free < LITTLE_ROOM {
        out.line(&words.little_room(free >> 20, spare.is_there()))?;
    } else if !spare.is_there() {
        taken = spare.create().map_err(fail);
    }
    match (copied, taken) {
        (Err(Failure::Told { text, .. }), Err(second)) => {
            out.aside(&text);
            Err(second)
        }
        (copied, taken) => copied.and(taken),
    }
}

/// Makes a backup, unless that would fill the disk on which people record.
fn copy(ctx: &Context, store: &Store, folder: &Path) -> Result<Backup, Failure> {
    let size = std::fs::metadata(store.path()).map_or(0, |m| m.len());
    // The folder may still have to be made.
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = whole.ancestors().find(|path| path.exists());
    let free = free(there.unwrap_or(&whole));
    if !leaves_room(free, size) {
        let words = &ctx.strings.cli.keeper;
        let text = words.no_room_for_copy(&shown(folder), free >> 20, (size + LEFT) >> 20);
        return Err(Failure::new(Exit::Failed, text));
    }
    store.backup(folder, Utc::now()).map_err(|e| ctx.fail(&e))
}

fn leaves_room(free: u64, copy: u64) -> bool {
    free >= copy.saturating_add(LEFT)
}

/// The bytes that this account can still write.
fn free(path: &Path) -> u64 {
    rustix::fs::statvfs(path)
        .map(|s| s.f_bavail.saturating_mul(s.f_frsize))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_made_only_where_people_can_go_on_recording_after_it() {
        assert!(leaves_room(LITTLE_ROOM, 1 << 20));
        assert!(leaves_room(LEFT + 10, 10));
        assert!(!leaves_room(LEFT + 9, 10));
        assert!(!leaves_room(0, 0));
        assert!(!leaves_room(1 << 40, u64::MAX));
    }
}
