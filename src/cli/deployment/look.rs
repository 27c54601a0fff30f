//! Looking at the files, the account and the clock of a deployment. Nothing is opened that SQLite has open.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use uzers::os::unix::UserExt as _;

use super::{Account, Entry, Seen};
use crate::cli::context::Context;
use crate::cli::fail::Failure;
use crate::cli::user;
use crate::config::{SYSTEM_FILE, Settings};
use crate::store::{Drafts, Store, with_ending};

/// What SQLite has beside a database.
const OF_SQLITE: [&str; 2] = ["-wal", "-shm"];

/// Looks at everything that [`super::examine`] judges.
///
/// # Errors
/// If the database cannot be read.
pub fn look(ctx: &Context, store: &Store) -> Result<Seen, Failure> {
    let database = store.path();
    let fail = |e| ctx.fail(&e);
    let own = entry(database).ok_or_else(|| fail(gone(database)))?;
    let folder = database.parent().unwrap_or(Path::new("/"));
    let people = store.people().map_err(fail)?;
    let key_file = ctx.settings.key_file.value.clone();
    let program = user::own_path();
    let lines = user::key_lines(ctx, &people, program.as_deref(), false);
    Ok(Seen {
        folder: entry(folder).ok_or_else(|| fail(gone(folder)))?,
        beside: beside(database),
        account: account(own.owner),
        keys: entry(&key_file).map(|e| (e, std::fs::read_to_string(&key_file).ok())),
        key_lines: lines.unwrap_or_default(),
        key_file,
        system_file: SYSTEM_FILE.into(),
        system_entry: entry(Path::new(SYSTEM_FILE)),
        system_text: std::fs::read_to_string(SYSTEM_FILE).ok(),
        is_named: Settings::of_system()
            .ok()
            .and_then(|s| s.database.value?.canonicalize().ok())
            .is_some_and(|named| database.canonicalize().is_ok_and(|own| own == named)),
        program: program.as_deref().and_then(entry),
        free: rustix::fs::statvfs(folder)
            .ok()
            .map(|s| s.f_bavail.saturating_mul(s.f_frsize)),
        latest: store.latest_entry().map_err(fail)?,
        now: ctx.now,
        database: own,
        people,
    })
}

/// SQLite's own files beside the database, and the drafts with theirs.
fn beside(database: &Path) -> Vec<Entry> {
    let drafts = Drafts::of(database);
    let own = |file: &Path| OF_SQLITE.map(|ending| with_ending(file, ending));
    let (of_database, of_drafts) = (own(database), own(&drafts));
    let all = of_database.iter().chain([&drafts]).chain(&of_drafts);
    all.filter_map(|path| entry(path)).collect()
}

fn gone(path: &Path) -> crate::store::Error {
    crate::store::Error::NotFound(path.to_owned())
}

fn entry(path: &Path) -> Option<Entry> {
    let meta = std::fs::metadata(path).ok()?;
    Some(Entry {
        path: path.to_owned(),
        owner: meta.uid(),
        group: meta.gid(),
        mode: meta.mode() & 0o7777,
    })
}

fn account(uid: u32) -> Option<Account> {
    let user = uzers::get_user_by_uid(uid)?;
    let name = user.name().to_string_lossy().into_owned();
    let home: PathBuf = user.home_dir().to_owned();
    Some(Account {
        shell: user.shell().display().to_string(),
        home_entry: entry(&home),
        home,
        locked: locked(&name),
        name,
    })
}

/// Whether the password is locked, as `shadow(5)` says: only root can look.
fn locked(name: &str) -> Option<bool> {
    let shadow = std::fs::read_to_string("/etc/shadow").ok()?;
    let line = shadow
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    Some(line.starts_with('!'))
}
