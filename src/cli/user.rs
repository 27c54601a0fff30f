//! `ovop user`: who may come in, in which role, for which villages, and with which keys.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find::{self, Need};
use super::out::Out;
use super::place::shown;
use super::undo::short;
use super::write;
use crate::config::Origin;
use crate::domain::code::Code;
use crate::domain::people::{Key, People, Person, PersonAct, Role};
use crate::domain::text;
use crate::presenters::log::events_json;
use crate::presenters::table::{self, Side};
use crate::store::{Access, Store};

/// A key on standard input is one line; more is not read.
const LONGEST_INPUT: u64 = 16 * 1024;

/// Does one of the commands; false when there is none of that name.
///
/// # Errors
/// When it is not for this person to do, a name, place or key is wrong, or the database cannot be used.
pub fn run(matches: &ArgMatches, ctx: &Context, out: &mut Out) -> Result<bool, Failure> {
    let Some((command, sub)) = matches.subcommand() else {
        return Ok(false);
    };
    let args = Args(sub);
    match command {
        "list" => list(args, ctx, out)?,
        "keys" => keys(args, ctx, out)?,
        "add" | "role" | "scope" | "off" | "on" | "key" => change(command, args, ctx, out)?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn change(command: &str, args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    // The list is changed by whoever looks after the program: the owner records nothing else.
    let mut store = ctx.open()?;
    let name = args.text("name").to_owned();
    let act = match command {
        "add" => PersonAct::Add {
            name,
            called: args.option("called").unwrap_or_default().to_owned(),
            role: role(args, ctx)?,
            scope: scope(args.option("scope"), ctx, &store)?,
        },
        "role" => PersonAct::Role {
            name,
            role: role(args, ctx)?,
            scope: scope(args.option("scope"), ctx, &store)?,
        },
        "scope" => PersonAct::Scope {
            name,
            scope: scope(Some(&args.words("places")), ctx, &store)?,
        },
        "key" => match args.option("remove") {
            Some(fingerprint) => PersonAct::TakeKey {
                name,
                fingerprint: fingerprint.to_owned(),
            },
            None => PersonAct::GiveKey {
                name,
                key: key(args, ctx)?,
            },
        },
        _ => PersonAct::Turn {
            name,
            active: command == "on",
            reason: args.option("reason").unwrap_or_default().to_owned(),
        },
    };
    let alone = matches!(ctx.admitted(&store)?, Access::Alone);
    let is_key = matches!(
        act,
        PersonAct::GiveKey { .. } | PersonAct::TakeKey { .. } | PersonAct::Turn { .. }
    );
    let written = store
        .people_act(&ctx.stamp(), &[act])
        .map_err(|e| ctx.fail(&e))?;
    if args.json() {
        return out.json(&events_json(&written.events, false));
    }
    for event in &written.events {
        out.line(&text::safe(&ctx.strings.event(&event.event)))?;
    }
    let words = &ctx.strings.cli.people;
    if alone {
        let listed = store.people().map_err(|e| ctx.fail(&e))?;
        let own = listed.person(&ctx.actor).is_some();
        // The first person stays: without an admin nobody could change the list.
        return out.line(&words.roles_hold(&ctx.actor, own));
    }
    if is_key {
        out.line(words.write_keys())?;
    }
    out.line(&ctx.strings.cli.words.how_to_undo(&short(written.batch)))
}

fn role(args: Args<'_>, ctx: &Context) -> Result<Role, Failure> {
    write::judged(args, ctx, "role", |word| {
        let english = match word.to_lowercase().as_str() {
            "viewer" => Some(Role::Viewer),
            "companion" => Some(Role::Companion),
            "chair" => Some(Role::Chair),
            _ => None,
        };
        english.or_else(|| Role::parse(word))
    })
}

/// The codes of places that are named, with semicolons between: a kecamatan or regency, else a village.
fn scope(typed: Option<&str>, ctx: &Context, store: &Store) -> Result<Vec<String>, Failure> {
    let names = typed.unwrap_or_default().split(';').map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(|name| {
            let regions = store.find_region(name).map_err(|e| ctx.fail(&e))?;
            match &regions[..] {
                [one] => Ok(one.code.clone()),
                [] => Ok(find::village(ctx, store, name, Need::Writing)?
                    .code
                    .to_string()),
                several => Err(find::no_one_region(ctx, several, name)),
            }
        })
        .collect()
}

/// The key on the command line, else the line on standard input.
fn key(args: Args<'_>, ctx: &Context) -> Result<String, Failure> {
    let typed = args.words("key");
    if !typed.is_empty() && typed != "-" {
        return Ok(typed);
    }
    let mut read = String::new();
    std::io::stdin()
        .lock()
        .take(LONGEST_INPUT)
        .read_to_string(&mut read)
        .map_err(|e| Failure::new(Exit::Usage, ctx.strings.cli.people.no_key(&e.to_string())))?;
    Ok(read)
}

/// Codes with the names of their places.
///
/// # Errors
/// If the database cannot be read.
pub fn places(ctx: &Context, store: &Store, scope: &[String]) -> Result<String, Failure> {
    let fail = |e| ctx.fail(&e);
    let mut named = Vec::new();
    for code in scope {
        let name = match Code::parse(code) {
            Ok(village) => store.place(&village).map_err(fail)?.map(|p| p.name),
            Err(_) => {
                let found = store.find_region(code).map_err(fail)?;
                found.into_iter().find(|r| r.code == *code).map(|r| r.name)
            }
        };
        named.push(name.map_or_else(|| code.clone(), |name| format!("{name} ({code})")));
    }
    Ok(named.join("; "))
}

fn list(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let people = store.people().map_err(|e| ctx.fail(&e))?;
    if args.json() {
        return out.json(&people.all.iter().map(as_json).collect::<Vec<_>>());
    }
    let words = &ctx.strings.cli.people;
    if people.is_empty() {
        return out.line(words.nobody());
    }
    let mut rows: Vec<Vec<String>> = vec![words.head().map(str::to_owned).to_vec()];
    for p in &people.all {
        let state = if p.active { "" } else { words.off() };
        rows.push(vec![
            p.name.clone(),
            p.called.clone(),
            ctx.strings.facts.role(p.role).to_owned(),
            places(ctx, &store, &p.scope)?,
            state.to_owned(),
        ]);
        for key in &p.keys {
            let print = format!("  {} {}", key.fingerprint(), key.comment());
            rows.push(vec![print.trim_end().to_owned()]);
        }
    }
    // A key is longer than a name, and stands on a line of its own.
    let (keys, people): (Vec<_>, Vec<_>) = (0..rows.len()).partition(|n| rows[*n].len() == 1);
    let lines = table::align(
        &people.iter().map(|n| rows[*n].clone()).collect::<Vec<_>>(),
        &[Side::Left; 5],
    );
    let mut lines: Vec<(usize, String)> = people.into_iter().zip(lines).collect();
    lines.extend(keys.into_iter().map(|n| (n, rows[n][0].clone())));
    lines.sort();
    lines.iter().try_for_each(|(_, line)| out.line(line))
}

#[derive(Serialize)]
struct PersonJson<'a> {
    name: &'a str,
    called: &'a str,
    role: Role,
    scope: &'a [String],
    active: bool,
    keys: Vec<KeyJson<'a>>,
}

#[derive(Serialize)]
struct KeyJson<'a> {
    fingerprint: String,
    kind: &'a str,
    comment: &'a str,
}

fn as_json(p: &Person) -> PersonJson<'_> {
    let keys = p.keys.iter().map(|k| KeyJson {
        fingerprint: k.fingerprint(),
        kind: k.kind(),
        comment: k.comment(),
    });
    PersonJson {
        name: &p.name,
        called: &p.called,
        role: p.role,
        scope: &p.scope,
        active: p.active,
        keys: keys.collect(),
    }
}

/// The file of keys for sshd, made anew from the record: for root to put in its place.
fn keys(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let people = store.people().map_err(|e| ctx.fail(&e))?;
    let program = args.path("program").map_or_else(own_path, Some);
    let lines = key_lines(ctx, &people, program.as_deref(), args.flag("principals"))?;
    out.raw(lines.join("\n").as_bytes())?;
    out.raw(b"\n")
}

/// Where this program lies, when the system can tell.
pub(super) fn own_path() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// The lines of the file of keys, or of certificate principals.
///
/// # Errors
/// [`Exit::Usage`] when a path could be taken for something else by the shell that sshd starts the program with.
pub(super) fn key_lines(
    ctx: &Context,
    people: &People,
    program: Option<&Path>,
    principals: bool,
) -> Result<Vec<String>, Failure> {
    let plain = |path: &Path| -> Result<String, Failure> {
        let text = path.to_string_lossy();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
        if path.is_absolute() && text.chars().all(is_plain) {
            return Ok(text.into_owned());
        }
        let text = ctx.strings.cli.people.odd_path(&shown(path));
        Err(Failure::new(Exit::Usage, text))
    };
    let mut start = plain(program.unwrap_or(Path::new("")))?;
    // What the system's settings do not say must stand in the line.
    let database = &ctx.settings.database;
    if database.origin == Origin::CommandLine
        && let Some(path) = &database.value
    {
        start = format!("{start} --db {}", plain(path)?);
    }
    let mut lines = vec![format!(
        "# {}",
        ctx.strings.cli.people.key_file_head(principals)
    )];
    for person in people.all.iter().filter(|p| p.active) {
        let name = &person.name;
        let options = format!("restrict,pty,command=\"{start} --as {name}\"");
        if principals {
            lines.push(format!("{options} {name}"));
        } else {
            let line = |key: &Key| format!("{options} {key}");
            lines.extend(person.keys.iter().map(line));
        }
    }
    Ok(lines)
}
