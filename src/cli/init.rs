//! `ovop init`: makes a database, and with `--folder` the folder of a shared one with the modes that it needs.

use std::fs::{DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _, chown};
use std::path::Path;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::place::{self, shown};
use crate::config::{Origin, Setting};
use crate::store::{Drafts, Error, Session};

/// The name of the database in a shared folder.
const NAME: &str = "ovop.db";
/// Of one service account: nobody else gets in.
const CLOSED: u32 = 0o700;
/// Of a group: new files, and those that SQLite makes beside the database, belong to the folder's group.
const GROUPS: u32 = 0o2770;
const GROUPS_FILE: u32 = 0o660;

/// Makes the database at the place that the settings name, or in the folder that is given.
///
/// # Errors
/// When it is there already or cannot be made, or for root where another account is to own it.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    if ctx.named {
        let path = shown(&place::path(ctx)?);
        let text = ctx.strings.cli.people.none_under_a_name(&path);
        return Err(Failure::new(Exit::Refused, text));
    }
    let Some(folder) = args.path("folder") else {
        let path = place::path(ctx)?;
        place::create(ctx, &path, args.flag("bare"))?;
        let words = &ctx.strings.cli.words;
        return out.line(&words.created(&shown(&path), ctx.training));
    };
    let words = &ctx.strings.cli.shared;
    if ctx.settings.database.origin == Origin::CommandLine {
        return Err(Failure::new(Exit::Usage, words.folder_or_db()));
    }
    let group = args.option("group");
    let gid = group.map(|name| {
        uzers::get_group_by_name(name)
            .map(|g| g.gid())
            .ok_or_else(|| Failure::new(Exit::Usage, words.no_group(name)))
    });
    let gid = gid.transpose()?;
    for_its_owner(&folder, ctx)?;
    let fail = |path: &Path, e: &io::Error| ctx.fail(&Error::of_io(path, e));
    let path = folder.join(NAME);
    if std::fs::symlink_metadata(&path).is_ok() {
        return Err(ctx.fail(&Error::Exists(path)));
    }
    if !is_ready(&folder, gid).map_err(|e| fail(&folder, &e))? {
        let text = words.in_use(&shown(&folder));
        return Err(Failure::new(Exit::Refused, text));
    }
    prepare(&folder, gid).map_err(|e| fail(&folder, &e))?;
    place::create(ctx, &path, args.flag("bare"))?;
    if let Some(gid) = gid {
        // What people are typing lies beside it, and is everybody's file too.
        let drafts = Drafts::of(&path);
        drop(Drafts::open(&path, Session::this()).map_err(|e| ctx.fail(&e))?);
        for file in [&path, &drafts] {
            chown(file, None, Some(gid))
                .and_then(|()| std::fs::set_permissions(file, Permissions::from_mode(GROUPS_FILE)))
                .map_err(|e| fail(file, &e))?;
        }
    }
    out.line(&ctx.strings.cli.words.created(&shown(&path), false))?;
    out.line(&match group {
        None => words.closed(&shown(&folder)),
        Some(group) => words.open_to_group(&shown(&folder), group),
    })?;
    let named = Setting {
        value: Some(path.clone()),
        origin: ctx.settings.database.origin.clone(),
    };
    if ctx.settings.database != named {
        out.line(&words.name_it(&shown(&path)))?;
    }
    out.line(words.first_person())
}

/// Root would own what it makes in another account's folder, and that account could not write to it.
fn for_its_owner(folder: &Path, ctx: &Context) -> Result<(), Failure> {
    let Ok(meta) = std::fs::symlink_metadata(folder) else {
        return Ok(());
    };
    let own = rustix::process::geteuid().as_raw();
    if meta.uid() == own {
        return Ok(());
    }
    let owner = uzers::get_user_by_uid(meta.uid()).map_or_else(
        || format!("#{}", meta.uid()),
        |user| user.name().to_string_lossy().into_owned(),
    );
    let text = ctx.strings.cli.shared.as_owner(&shown(folder), &owner);
    Err(Failure::new(Exit::Refused, text))
}

/// Whether the folder may be given its modes: it is not there, or empty, or has them already. The modes of a folder that
/// others use are theirs.
fn is_ready(folder: &Path, gid: Option<u32>) -> io::Result<bool> {
    let mut entries = match std::fs::read_dir(folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(true),
        entries => entries?,
    };
    let meta = std::fs::metadata(folder)?;
    let is_as_wanted = meta.mode() & 0o7777 == mode(gid) && gid.is_none_or(|g| meta.gid() == g);
    Ok(is_as_wanted || entries.next().is_none())
}

fn mode(gid: Option<u32>) -> u32 {
    if gid.is_some() { GROUPS } else { CLOSED }
}

/// Makes the folder, or gives the one that is there its modes.
fn prepare(folder: &Path, gid: Option<u32>) -> io::Result<()> {
    match DirBuilder::new().mode(CLOSED).create(folder) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            if !std::fs::symlink_metadata(folder)?.is_dir() {
                return Err(io::ErrorKind::NotADirectory.into());
            }
        }
        made => made?,
    }
    if let Some(gid) = gid {
        chown(folder, None, Some(gid))?;
    }
    std::fs::set_permissions(folder, Permissions::from_mode(mode(gid)))
}
