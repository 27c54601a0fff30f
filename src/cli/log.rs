//! `ovop log`: what happened, newest first.

use std::collections::HashMap;

use super::context::{Args, Context};
use super::fail::Failure;
use super::find::{self, Need};
use super::json;
use super::out::Out;
use super::table::{self, Side};
use super::undo::short;
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::store::{LogQuery, Store};

const LAST: u32 = 20;

/// Shows the latest events, of all or of one village or account.
///
/// # Errors
/// When the database or the output fails, or the village is not found or not clear.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.open()?;
    let asked = args.words("village");
    let village = match asked.as_str() {
        "" => None,
        typed => Some(find::village(ctx, &store, typed, Need::Reading)?.code),
    };
    let query = LogQuery {
        village,
        actor: args.option("by").map(str::to_owned),
        limit: args.number("last").unwrap_or(LAST),
        ..LogQuery::default()
    };
    let events = store.log(&query).map_err(|e| ctx.fail(&e))?.events;
    if args.json() {
        return out.json(&events.iter().map(json::event).collect());
    }
    if events.is_empty() {
        return out.line(ctx.strings.cli.words.nothing_logged());
    }
    for line in lines(ctx, &store, &events)? {
        out.line(&line)?;
    }
    Ok(())
}

/// One line for each event: when, where, what, who, and the code that takes it back.
///
/// # Errors
/// When the database fails.
pub fn lines(ctx: &Context, store: &Store, events: &[Recorded]) -> Result<Vec<String>, Failure> {
    let facts = &ctx.strings.facts;
    let mut names: HashMap<&str, String> = HashMap::new();
    let mut rows = vec![ctx.strings.cli.words.log_head().map(str::to_owned).to_vec()];
    for e in events {
        if !names.contains_key(e.stream.as_str()) {
            names.insert(&e.stream, name(ctx, store, &e.stream)?);
        }
        let what = match &e.event {
            Event::Reverted(r) => format!("{} {}", ctx.strings.event(&e.event), short(r.batch)),
            event => ctx.strings.event(event),
        };
        rows.push(vec![
            facts.short_day(e.occurred_on),
            names.get(e.stream.as_str()).cloned().unwrap_or_default(),
            what,
            e.actor.clone(),
            short(e.batch),
        ]);
    }
    Ok(table::align(&rows, &[Side::Left; 5]))
}

/// The village's name for a stream; the stream itself when it is no village's.
fn name(ctx: &Context, store: &Store, stream: &str) -> Result<String, Failure> {
    let Ok(code) = Code::parse(stream) else {
        return Ok(stream.to_owned());
    };
    let place = store.place(&code).map_err(|e| ctx.fail(&e))?;
    Ok(place.map_or_else(|| stream.to_owned(), |p| p.name))
}
