//! `ovop undo`: takes back the last act, or a named one, and says what that is before it does.

use std::io::{self, BufRead as _, IsTerminal as _};

use uuid::Uuid;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::log;
use super::out::{self, Out};
use crate::domain::gate::RuleBook;
use crate::presenters::log::events_json;
use crate::store::{Batch, Store};

/// So many events of a batch are shown one by one.
const SHOWN: usize = 10;

/// Takes a batch back; at a terminal only after asking.
///
/// # Errors
/// When there is nothing to take back, the code fits nothing or several, or the database or the output fails.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let mut store = ctx.open()?;
    let batch = target(args, ctx, &store)?;
    let words = &ctx.strings.cli.words;
    let about = about(ctx, &store, &batch)?;
    let turns = turns(ctx, &store, &batch)?;
    if args.flag("dry-run") {
        return if args.json() {
            out.json(&events_json(&batch.events, false))
        } else {
            out.line(words.would_undo(batch.is_undo))?;
            out.text(&about)?;
            out.text(&turns)
        };
    }
    let asks = io::stdin().is_terminal() && io::stderr().is_terminal();
    if asks && !args.flag("yes") {
        out.aside(&format!(
            "{}\n{about}\n{turns}",
            words.would_undo(batch.is_undo)
        ));
        if !agreed(words.really()) {
            out.aside(words.left());
            return Ok(());
        }
    }
    let written = store
        .undo(&ctx.stamp(), batch.id)
        .map_err(|e| ctx.fail(&e))?;
    if args.json() {
        return out.json(&events_json(&written.events, false));
    }
    out.line(words.undone(batch.is_undo))?;
    out.text(&about)?;
    if batch.changes_keys() {
        out.line(ctx.strings.cli.people.write_keys())?;
    }
    out.line(&words.how_to_undo(&short(written.batch)))
}

fn target(args: Args<'_>, ctx: &Context, store: &Store) -> Result<Batch, Failure> {
    if let Some(typed) = args.option("batch") {
        return store.batch_by_prefix(typed).map_err(|e| ctx.fail(&e));
    }
    let redo = args.flag("redo");
    store
        .last_act(&ctx.actor, redo)
        .map_err(|e| ctx.fail(&e))?
        .ok_or_else(|| {
            let text = ctx.strings.cli.words.nothing_to_undo(redo, &ctx.actor);
            Failure::new(Exit::NotFound, text)
        })
}

/// How its villages would stand without the batch.
fn turns(ctx: &Context, store: &Store, batch: &Batch) -> Result<String, Failure> {
    let changes = store.without(batch.id).map_err(|e| ctx.fail(&e))?;
    let rules = RuleBook::shipped().on(ctx.today);
    let lines = changes.iter().map(|change| {
        let turns = ctx
            .strings
            .turns((&change.before, &change.after), rules, ctx.today);
        format!("{}: {turns}", change.place.name)
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// The batch's events in words, the first ones if there are many.
fn about(ctx: &Context, store: &Store, batch: &Batch) -> Result<String, Failure> {
    let shown = batch.events.len().min(SHOWN);
    let mut lines = log::lines(ctx, store, &batch.events[..shown])?;
    if batch.events.len() > shown {
        lines.push(
            ctx.strings
                .cli
                .words
                .more_events(batch.events.len() - shown),
        );
    }
    Ok(lines.join("\n"))
}

/// Asks at the terminal; the end of the input means no.
fn agreed(question: &str) -> bool {
    out::ask(question);
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "ya" | "yes")
}

/// The beginning of a batch's id, enough to name it: 12 digits are the millisecond in which it was made.
#[must_use]
pub fn short(batch: Uuid) -> String {
    let mut digits = batch.simple().to_string();
    digits.truncate(12);
    digits
}
