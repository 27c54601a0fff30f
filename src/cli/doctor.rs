//! `ovop doctor`: is the database sound, and which settings hold and why.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::context::{Args, Context};
use super::deployment::{self, Finding};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::place::{self, shown};
use crate::config::{Origin, Setting};
use crate::domain::code::Code;
use crate::presenters::table::{self, Side};
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
        out.json(&as_json(ctx, &health, rebuilt, &server))?;
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

#[derive(Serialize)]
struct DoctorJson<'a> {
    version: &'static str,
    account: &'a str,
    settings: SettingsJson,
    database: DatabaseJson<'a>,
    rebuilt: Option<usize>,
    today: NaiveDate,
    server: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct SettingsJson {
    database: SettingJson,
    register: SettingJson,
    files: SettingJson,
    key_file: SettingJson,
    lang: SettingJson,
    theme: SettingJson,
    ascii: SettingJson,
    utc_offset: SettingJson,
    /// By the names of their commands, as a [`SettingJson`] each.
    keys: Map<String, Value>,
}

/// A setting with its value and where it comes from.
#[derive(Serialize)]
struct SettingJson {
    value: Value,
    origin: &'static str,
    file: Option<String>,
}

#[derive(Serialize)]
struct DatabaseJson<'a> {
    path: String,
    sound: bool,
    training: bool,
    sqlite: &'a str,
    schema: i64,
    journal: &'a str,
    file_mode: String,
    folder_mode: String,
    complaints: &'a [String],
    villages: u32,
    events: u64,
    unknown_events: u64,
    wrong_villages: &'a [Code],
    wrong_occasions: &'a [Uuid],
    wrong_people: &'a [String],
    wrong_totals: &'a [String],
}

#[derive(Serialize)]
struct FindingJson<'a> {
    what: &'a str,
    fault: bool,
    mend: Option<&'a str>,
}

fn setting<T>(setting: &Setting<T>, value: impl Into<Value>) -> SettingJson {
    let (origin, file) = match &setting.origin {
        Origin::BuiltIn => ("built-in", None),
        Origin::Locale => ("locale", None),
        Origin::CommandLine => ("command-line", None),
        Origin::File(path) => ("file", Some(path.display().to_string())),
    };
    SettingJson {
        value: value.into(),
        origin,
        file,
    }
}

fn as_json<'a>(
    ctx: &'a Context,
    h: &'a Health,
    rebuilt: Option<usize>,
    server: &'a [Finding],
) -> DoctorJson<'a> {
    let s = &ctx.settings;
    let path = |p: &Option<PathBuf>| p.as_ref().map(|p| p.display().to_string());
    let keys = s.keys.iter();
    let keys = keys.map(|k| {
        let setting = setting(k, k.value.1.clone());
        let value = serde_json::to_value(setting).unwrap_or_default();
        (k.value.0.clone(), value)
    });
    let server = server.iter().map(|f| FindingJson {
        what: &f.what,
        fault: f.is_fault,
        mend: f.mend.as_deref(),
    });
    DoctorJson {
        version: env!("CARGO_PKG_VERSION"),
        account: &ctx.actor,
        settings: SettingsJson {
            database: setting(&s.database, path(&s.database.value)),
            register: setting(&s.register, path(&s.register.value)),
            files: setting(&s.files, path(&s.files.value)),
            key_file: setting(&s.key_file, s.key_file.value.display().to_string()),
            lang: setting(&s.lang, s.lang.value.word()),
            theme: setting(&s.theme, s.theme.value.clone()),
            ascii: setting(&s.ascii, s.ascii.value),
            utc_offset: setting(&s.utc_offset, s.utc_offset.value.to_string()),
            keys: keys.collect(),
        },
        database: DatabaseJson {
            path: h.path.display().to_string(),
            sound: h.is_sound(),
            training: h.training,
            sqlite: h.sqlite,
            schema: h.schema,
            journal: &h.journal,
            file_mode: format!("{:04o}", h.file.mode),
            folder_mode: format!("{:04o}", h.folder.mode),
            complaints: &h.complaints,
            villages: h.villages,
            events: h.events,
            unknown_events: h.unknown,
            wrong_villages: &h.wrong_villages,
            wrong_occasions: &h.wrong_occasions,
            wrong_people: &h.wrong_people,
            wrong_totals: &h.wrong_totals,
        },
        rebuilt,
        today: ctx.today,
        server: server.collect(),
    }
}
