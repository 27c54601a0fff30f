//! `ovop doctor`: is the database sound, and which settings hold and why.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::context::{Args, Context};
use super::deployment::{self, Finding};
use super::fail::{Exit, Failure};
use super::json::{self as shapes, setting};
use super::out::Out;
use super::place::{self, shown};
use super::table::{self, Side};
use crate::config::Origin;
use crate::store::Health;

/// Examines the database without making one, and shows the settings; with `--rebuild`, works the summaries out anew
/// first.
///
/// # Errors
/// When the database cannot be opened or is not sound; what was found is told before.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let words = &ctx.strings.cli.doctor;
    if !args.json() {
        for line in settings(ctx) {
            out.line(&line)?;
        }
        // Should the database not open, the settings have been told.
        out.finish()?;
    }
    let rebuilds = args.flag("rebuild");
    if rebuilds {
        ctx.may_write()?;
    }
    let mut store = ctx.open_at(&place::path(ctx)?)?;
    let rebuilt = match rebuilds {
        true => Some(
            store
                .rebuild(&ctx.actor, ctx.today)
                .map_err(|e| ctx.fail(&e))?,
        ),
        false => None,
    };
    let health = store.check(ctx.today).map_err(|e| ctx.fail(&e))?;
    let server = deployment::look(ctx, &store)?;
    let server = deployment::examine(&server, &ctx.strings.cli.deployment);
    let faults = server.iter().filter(|f| f.is_fault).count();
    if args.json() {
        let mut all = as_json(ctx, &health, rebuilt);
        all["server"] = server.iter().map(finding).collect();
        out.json(&all)?;
    } else {
        if let Some(n) = rebuilt {
            out.line(&words.rebuilt(n))?;
        }
        for line in findings(&health, faults, ctx)
            .into_iter()
            .chain(on_server(&server, ctx))
        {
            out.line(&line)?;
        }
    }
    if health.is_sound() {
        if faults == 0 {
            return Ok(());
        }
        let text = ctx.strings.cli.deployment.mend_them(faults);
        return Err(Failure::new(Exit::Failed, text));
    }
    let text = if health.complaints.is_empty() {
        words.rebuild_helps(&shown(&health.path))
    } else {
        words.restore_helps(&shown(&health.path))
    };
    Err(Failure::new(Exit::Failed, text))
}

/// What is to be mended on the server, each with its command, and what is to be known.
fn on_server(server: &[Finding], ctx: &Context) -> Vec<String> {
    let w = &ctx.strings.cli.deployment;
    let lines = server.iter().flat_map(|f| {
        let what = if f.is_fault {
            w.fault(&f.what)
        } else {
            w.note(&f.what)
        };
        std::iter::once(what).chain(f.mend.as_deref().map(|m| w.command(m)))
    });
    lines.collect()
}

fn finding(f: &Finding) -> Value {
    json!({ "what": f.what, "fault": f.is_fault, "mend": f.mend })
}

fn settings(ctx: &Context) -> Vec<String> {
    let (s, w) = (&ctx.settings, &ctx.strings.cli.doctor);
    let path = |p: &Option<PathBuf>| p.as_deref().map_or("-".into(), shown);
    let ascii = if s.ascii.value { "true" } else { "false" };
    let mut rows = vec![
        ("ovop", env!("CARGO_PKG_VERSION").to_owned(), None),
        (w.account(), ctx.actor.clone(), None),
        (
            "database",
            path(&s.database.value),
            Some(&s.database.origin),
        ),
        (
            "register",
            path(&s.register.value),
            Some(&s.register.origin),
        ),
        ("files", path(&s.files.value), Some(&s.files.origin)),
        (
            "key_file",
            shown(&s.key_file.value),
            Some(&s.key_file.origin),
        ),
        ("lang", s.lang.value.word().to_owned(), Some(&s.lang.origin)),
        (
            "theme",
            s.theme.value.clone().unwrap_or_else(|| "-".into()),
            Some(&s.theme.origin),
        ),
        ("ascii", ascii.to_owned(), Some(&s.ascii.origin)),
        (
            "utc_offset",
            s.utc_offset.value.to_string(),
            Some(&s.utc_offset.origin),
        ),
    ];
    for key in &s.keys {
        let (name, keys) = &key.value;
        rows.push((name, keys.join(" "), Some(&key.origin)));
    }
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|(name, value, origin)| {
            let origin = origin.map_or_else(String::new, |o| match o {
                Origin::BuiltIn => w.built_in().to_owned(),
                Origin::Locale => w.locale().to_owned(),
                Origin::CommandLine => w.command_line().to_owned(),
                Origin::File(file) => shown(file),
            });
            vec![name.to_owned(), value, origin]
        })
        .collect();
    table::align(&rows, &[Side::Left; 3])
}

fn findings(h: &Health, faults: usize, ctx: &Context) -> Vec<String> {
    let w = &ctx.strings.cli.doctor;
    let mut lines = vec![
        w.contents(h.villages, h.events, h.training),
        w.file(h.file.mode, h.file.owner, h.folder.mode, h.folder.owner),
        w.engine(h.sqlite, h.schema),
    ];
    if h.schema != h.known_schema || h.journal != "wal" {
        lines.push(w.odd_form(h.schema, h.known_schema, &h.journal));
    }
    lines.extend(h.complaints.iter().map(|c| w.complaint(c)));
    if h.unknown > 0 {
        lines.push(w.unknown(h.unknown));
    }
    let wrong = h.wrong_villages.len()
        + h.wrong_occasions.len()
        + h.wrong_people.len()
        + h.wrong_totals.len();
    if wrong > 0 {
        lines.push(w.wrong(wrong));
    }
    if h.is_sound() {
        lines.push(w.sound(faults == 0).to_owned());
    }
    lines
}

fn as_json(ctx: &Context, h: &Health, rebuilt: Option<usize>) -> Value {
    let s = &ctx.settings;
    let path = |p: &Option<PathBuf>| p.as_ref().map(|p| p.display().to_string());
    let keys: serde_json::Map<String, Value> = s
        .keys
        .iter()
        .map(|k| (k.value.0.clone(), setting(k, k.value.1.clone())))
        .collect();
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "account": ctx.actor,
        "settings": {
            "database": setting(&s.database, path(&s.database.value)),
            "register": setting(&s.register, path(&s.register.value)),
            "files": setting(&s.files, path(&s.files.value)),
            "key_file": setting(&s.key_file, s.key_file.value.display().to_string()),
            "lang": setting(&s.lang, s.lang.value.word()),
            "theme": setting(&s.theme, s.theme.value.clone()),
            "ascii": setting(&s.ascii, s.ascii.value),
            "utc_offset": setting(&s.utc_offset, s.utc_offset.value.to_string()),
            "keys": keys,
        },
        "database": {
            "path": h.path.display().to_string(),
            "sound": h.is_sound(),
            "training": h.training,
            "sqlite": h.sqlite,
            "schema": h.schema,
            "journal": h.journal,
            "file_mode": format!("{:04o}", h.file.mode),
            "folder_mode": format!("{:04o}", h.folder.mode),
            "complaints": h.complaints,
            "villages": h.villages,
            "events": h.events,
            "unknown_events": h.unknown,
            "wrong_villages": h.wrong_villages,
            "wrong_occasions": h.wrong_occasions,
            "wrong_people": h.wrong_people,
            "wrong_totals": h.wrong_totals,
        },
        "rebuilt": rebuilt,
        "today": shapes::day(ctx.today),
    })
}
