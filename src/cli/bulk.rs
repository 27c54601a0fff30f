//! `ovop bulk`: one act for many villages. Without `--yes` it is only looked at.

use clap::ArgMatches;
use serde::Serialize;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find::{self, Need};
use super::out::Out;
use super::undo::short;
use super::{evidence, follow, list, write};
use crate::domain::act::Act;
use crate::domain::code::Code;
use crate::domain::list::{Place, Sort};
use crate::presenters::log::events_json;
use crate::store::{ActRequest, DryRun, Store};

/// Shows what an act would do to each of the villages, and with `--yes` does it: one batch, which one `undo` takes
/// back.
///
/// # Errors
/// When no village is named or left by the filters, a village is not found or not clear, the act would change nothing,
/// or somebody moved one of the villages in between: nothing is written then.
pub fn run(matches: &ArgMatches, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let Some((name, sub)) = matches.subcommand() else {
        return Err(Failure::new(Exit::Internal, "bulk"));
    };
    let args = Args(sub);
    let on = ctx.day(args.option("on"))?;
    let act = match name {
        "action" => follow::planned(args, ctx, on)?,
        "blocker" => follow::raised(args, ctx)?,
        "category" => evidence::categorised(args, ctx)?,
        "stage" => write::stage(args, ctx, "to-stage")?,
        "raw" => write::raw(args, ctx)?,
        "note" => write::note(args),
        _ => return Err(Failure::new(Exit::Internal, name)),
    };
    let mut store = ctx.open()?;
    let places = villages(args, ctx, &store, Sort::Register)?;
    let which = || Failure::new(Exit::Usage, ctx.strings.cli.bulk.which());
    let requests: Vec<ActRequest> = places
        .ok_or_else(which)?
        .into_iter()
        .map(|place| place.code)
        .map(|village| ActRequest {
            village,
            act: fresh(&act),
            on,
            seen: None,
        })
        .collect();
    let stamp = ctx.stamp();
    let dry_run = store.dry_run(&stamp, &requests).map_err(|e| ctx.fail(&e))?;
    let sure: Vec<ActRequest> = dry_run
        .iter()
        .zip(requests)
        .filter(|(line, _)| line.outcome.is_ok())
        .map(|(line, request)| ActRequest {
            seen: Some(line.seen),
            ..request
        })
        .collect();
    let words = &ctx.strings.cli.bulk;
    if sure.is_empty() {
        tell(&dry_run, ctx, out)?;
        return Err(Failure::new(Exit::Refused, words.nothing()));
    }
    if !args.flag("yes") {
        if args.json() {
            return out.json(&dry_run.iter().map(|l| shown(l, ctx)).collect::<Vec<_>>());
        }
        tell(&dry_run, ctx, out)?;
        return out.line(words.say_yes());
    }
    let written = store.act(&stamp, &sure).map_err(|e| ctx.fail(&e))?;
    if args.json() {
        return out.json(&events_json(&written.events, false));
    }
    tell(&dry_run, ctx, out)?;
    out.line(&words.written(written.events.len()))?;
    let how = ctx.strings.cli.words.how_to_undo(&short(written.batch));
    out.line(&how)
}

/// The act with an id of its own, for one village.
fn fresh(act: &Act) -> Act {
    act.clone().with_id(uuid::Uuid::now_v7())
}

/// The villages that are named, else those that the filters leave in this order; none where neither is said.
///
/// # Errors
/// When both are said, or a village or region is not found or not clear.
pub fn villages(
    args: Args<'_>,
    ctx: &Context,
    store: &Store,
    order: Sort,
) -> Result<Option<Vec<Place>>, Failure> {
    let filtered = ["region", "decision", "stage", "reason", "filter", "saved"]
        .iter()
        .any(|id| args.option(id).is_some())
        || args.flag("no-product")
        || args.flag("all");
    match args.option("villages") {
        Some(_) if filtered => {
            let text = ctx.strings.cli.bulk.one_way();
            Err(Failure::new(Exit::Usage, text))
        }
        Some(typed) => {
            let mut places: Vec<Place> = Vec::new();
            for name in typed.split(';').map(str::trim).filter(|n| !n.is_empty()) {
                let place = find::village(ctx, store, name, Need::Writing)?;
                if !places.iter().any(|p| p.code == place.code) {
                    places.push(place);
                }
            }
            Ok(Some(places))
        }
        None if filtered => {
            let filter = list::wanted(args, ctx, store)?;
            let rows = list::rows(ctx, store, &filter, order)?;
            Ok(Some(rows.into_iter().map(|row| row.place).collect()))
        }
        None => Ok(None),
    }
}

/// What would happen in each village, in words.
fn tell(dry_run: &[DryRun], ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let words = &ctx.strings.cli.bulk;
    let changing = dry_run.iter().filter(|l| l.outcome.is_ok()).count();
    out.line(&words.dry_run(dry_run.len(), changing))?;
    for line in dry_run {
        let place = &line.place;
        let what = match &line.outcome {
            Ok(event) => ctx.strings.would(event, &line.before),
            Err(why) => words.refused(&ctx.strings.facts.refusal(why)),
        };
        out.line(&format!("- {} ({}): {what}", place.name, place.kecamatan))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct DryRunJson<'a> {
    village: &'a Code,
    name: &'a str,
    kind: Option<&'a str>,
    refused: Option<String>,
}

fn shown<'a>(line: &'a DryRun, ctx: &Context) -> DryRunJson<'a> {
    let (event, why) = match &line.outcome {
        Ok(event) => (Some(event), None),
        Err(why) => (None, Some(why)),
    };
    DryRunJson {
        village: &line.place.code,
        name: &line.place.name,
        kind: event.map(|e| e.kind()),
        refused: why.map(|why| ctx.strings.facts.refusal(why)),
    }
}
