//! `ovop log`: what happened, newest first.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::context::{Args, Context};
use super::fail::Failure;
use super::find::{self, Need};
use super::out::Out;
use super::undo::short;
use crate::domain::code::Code;
use crate::domain::event::{Event, Recorded};
use crate::domain::occasion::Happening;
use crate::domain::people::PersonEvent;
use crate::domain::view::ViewEvent;
use crate::presenters::log::events_json;
use crate::presenters::table::{self, Side};
use crate::store::{LogQuery, Store};

const LAST: u32 = 20;

/// Shows the latest events, of all or of one village or account.
///
/// # Errors
/// When the database or the output fails, or the village is not found or not clear.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let asked = args.words("village");
    let village = match asked.as_str() {
        "" => None,
        typed => Some(find::village(ctx, &store, typed, Need::Reading)?.code),
    };
    let query = LogQuery {
        village,
        occasion: None,
        actor: args.option("by").map(str::to_owned),
        kind: args.option("kind").map(kind),
        from: day(args, ctx, "from")?,
        to: day(args, ctx, "to")?,
        before: None,
        limit: args.number("last").unwrap_or(LAST),
    };
    let events = read(ctx, &store, query)?;
    if args.json() {
        return out.json(&events_json(&events, store.is_redacted()));
    }
    if events.is_empty() {
        return out.line(ctx.strings.cli.words.nothing_logged());
    }
    for line in lines(ctx, &store, &events)? {
        out.line(&line)?;
    }
    Ok(())
}

fn day(args: Args<'_>, ctx: &Context, id: &str) -> Result<Option<NaiveDate>, Failure> {
    let typed = args.option(id);
    typed.map(|typed| ctx.day(Some(typed))).transpose()
}

/// A kind as it is; the beginning that several kinds share (`stage`) as the store wants it.
fn kind(word: &str) -> String {
    let kinds = [
        Event::KINDS,
        Happening::KINDS,
        ViewEvent::KINDS,
        PersonEvent::KINDS,
    ];
    if kinds.iter().any(|kinds| kinds.contains(&word)) {
        word.to_owned()
    } else {
        format!("{word}.")
    }
}

/// The latest events that a query asks for, from as many pages of the log as it takes.
///
/// # Errors
/// When the database fails.
pub fn read(ctx: &Context, store: &Store, mut query: LogQuery) -> Result<Vec<Recorded>, Failure> {
    let mut events: Vec<Recorded> = Vec::new();
    loop {
        let page = store.log(&query).map_err(|e| ctx.fail(&e))?;
        let found = u32::try_from(page.events.len()).unwrap_or(u32::MAX);
        query.limit = query.limit.saturating_sub(found);
        events.extend(page.events);
        if page.stopped_before.is_none() || query.limit == 0 {
            return Ok(events);
        }
        query.before = page.stopped_before;
    }
}

/// One line for each event: when, where, what, who, and the code that takes it back.
///
/// # Errors
/// When the database fails.
pub fn lines(ctx: &Context, store: &Store, events: &[Recorded]) -> Result<Vec<String>, Failure> {
    let facts = &ctx.strings.facts;
    let said = |event: &Event| {
        if store.is_redacted() {
            ctx.strings.redacted_event(event)
        } else {
            ctx.strings.event(event)
        }
    };
    let mut names: HashMap<&str, String> = HashMap::new();
    let undone = store.undone(events).map_err(|e| ctx.fail(&e))?;
    let mut rows = vec![ctx.strings.cli.words.log_head().map(str::to_owned).to_vec()];
    for e in events {
        if !names.contains_key(e.stream.as_str()) {
            names.insert(&e.stream, name(ctx, store, &e.stream)?);
        }
        let what = match (&e.event, undone.get(&e.seq)) {
            (Event::Reverted(r), Some(undone)) => {
                let first = said(&undone.event);
                let words = ctx.strings.undone(undone.back, &first, undone.more);
                format!("{words} ({})", short(r.batch))
            }
            (event, _) => said(event),
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

/// The village's name or the occasion's title for a stream; the stream itself where it is neither's.
fn name(ctx: &Context, store: &Store, stream: &str) -> Result<String, Failure> {
    let Ok(code) = Code::parse(stream) else {
        let title = store.title(stream).map_err(|e| ctx.fail(&e))?;
        let known = title.unwrap_or_else(|| stream.to_owned());
        return Ok(ctx.strings.stream(stream, &known).to_owned());
    };
    let place = store.place(&code).map_err(|e| ctx.fail(&e))?;
    Ok(place.map_or_else(|| stream.to_owned(), |p| p.name))
}
