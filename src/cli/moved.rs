//! `ovop moved`: what moved between two days, and which entries about the time before came late.

use chrono::NaiveDate;
use serde::Serialize;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find;
use super::out::Out;
use crate::domain::event::Recorded;
use crate::domain::list::Place;
use crate::domain::past::{Direction, Moved};
use crate::domain::stage::{Decision, Stage};
use crate::presenters::log::{EventJson, events_json};
use crate::presenters::place::PlaceJson;
use crate::presenters::village::DecreeJson;
use crate::store::VillageMoved;
use crate::strings::cli::past::Totals;

/// So many late entries are shown one by one.
const SHOWN: usize = 20;

/// Tells what moved between the ends of two days.
///
/// # Errors
/// When a date or the region is wrong, or the database or the output fails.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let since = ctx.past_day(args.text("since"))?;
    let until = match args.option("until") {
        Some(typed) => ctx.past_day(typed)?,
        None => ctx.today,
    };
    let day = |day| ctx.strings.facts.short_day(day);
    if until < since {
        let text = ctx.strings.cli.past.wrong_order(&day(since), &day(until));
        return Err(Failure::new(Exit::Usage, text));
    }
    let store = ctx.view()?;
    let region = args
        .option("region")
        .map(|typed| find::region(ctx, &store, typed))
        .transpose()?;
    let code = region.as_ref().map(|r| r.code.as_str());
    let all = store
        .moved_between(code, since, ctx.end_of(since), until)
        .map_err(|e| ctx.fail(&e))?;
    let totals = totals(&all);
    if args.json() {
        return out.json(&as_json(&all, totals, (since, until), store.is_redacted()));
    }
    if let Some(region) = &region {
        out.line(&region.name)?;
    }
    let words = &ctx.strings.cli.past;
    out.line(&words.span(&day(since), &day(until)))?;
    let lines = all.iter().filter(|v| !v.moved.is_nothing());
    let lines: Vec<String> = lines
        .map(|v| words.village(&v.place, &what(&v.moved, ctx)))
        .collect();
    if lines.is_empty() {
        out.line(words.nothing_moved())?;
    }
    for line in &lines {
        out.line(line)?;
    }
    out.line(&words.totals(totals))?;
    let entered = flat(&all, |v| &v.late.entered);
    out.line(&words.late(&day(since), entered.len()))?;
    late(&entered, ctx, store.is_redacted(), out)?;
    let undone = flat(&all, |v| &v.late.undone);
    if !undone.is_empty() {
        out.line(&words.undone(&day(since), undone.len()))?;
        late(&undone, ctx, store.is_redacted(), out)?;
    }
    Ok(())
}

fn totals(all: &[VillageMoved]) -> Totals {
    let count = |holds: fn(&Moved) -> bool| all.iter().filter(|v| holds(&v.moved)).count();
    Totals {
        forward: count(|m| m.direction() == Some(Direction::Forward)),
        back: count(|m| m.direction() == Some(Direction::Back)),
        chosen: count(|m| m.chosen().is_some()),
        decreed: count(|m| m.decreed().is_some()),
        lost: count(Moved::is_lost),
    }
}

/// What happened to one village, piece by piece.
fn what(m: &Moved, ctx: &Context) -> Vec<String> {
    let (w, facts) = (&ctx.strings.cli.past, &ctx.strings.facts);
    let mut parts = Vec::new();
    let (was, is) = m.decisions();
    if was != is {
        parts.push(w.decision(was.code(), is.code()));
    }
    let (was, is) = m.stages();
    if was != is {
        let [was, is] = [was, is].map(|s| s.map(|s| facts.stage(s)));
        parts.push(w.stage(was, is, m.direction(), m.skipped()));
    }
    parts.extend(m.closed().map(|f| {
        let by = f.replaced_by.as_deref();
        w.closed(&f.choice.product, by, &facts.short_day(f.until), &f.reason)
    }));
    parts.extend(
        m.chosen()
            .map(|c| w.chosen(&c.product, &facts.short_day(c.on))),
    );
    let decree = m.decreed().and_then(|c| c.decree.as_ref());
    parts.extend(decree.map(|d| w.decreed(&d.number, &facts.short_day(d.on))));
    parts
}

fn flat<'a>(
    all: &'a [VillageMoved],
    events: impl Fn(&'a VillageMoved) -> &'a Vec<Recorded>,
) -> Vec<(&'a Place, &'a Recorded)> {
    all.iter()
        .flat_map(|v| events(v).iter().map(|e| (&v.place, e)))
        .collect()
}

fn late(
    events: &[(&Place, &Recorded)],
    ctx: &Context,
    redacted: bool,
    out: &mut Out,
) -> Result<(), Failure> {
    let (w, facts) = (&ctx.strings.cli.past, &ctx.strings.facts);
    // What was recorded last comes first: it is least known.
    let mut events = events.to_vec();
    events.sort_by_key(|(_, e)| std::cmp::Reverse(e.seq));
    for (place, e) in events.iter().take(SHOWN) {
        let village = ctx.strings.cli.words.place(place);
        let what = if redacted {
            ctx.strings.redacted_event(&e.event)
        } else {
            ctx.strings.event(&e.event)
        };
        let zone = &ctx.settings.utc_offset.value;
        let entered = facts.short_day(e.recorded_at.with_timezone(zone).date_naive());
        let on = facts.short_day(e.occurred_on);
        let line = w.late_event(&village, &what, &on, &entered, &e.actor);
        out.line(&format!("  - {line}"))?;
    }
    match events.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        rest => out.line(&format!("  {}", w.more(rest))),
    }
}

#[derive(Serialize)]
struct MovedJson<'a> {
    since: NaiveDate,
    until: NaiveDate,
    totals: TotalsJson,
    villages: Vec<VillageMovedJson<'a>>,
    late: Vec<EventJson<'a>>,
    undone_later: Vec<EventJson<'a>>,
}

#[derive(Serialize)]
struct TotalsJson {
    forward: usize,
    back: usize,
    chosen: usize,
    decreed: usize,
    lost: usize,
}

#[derive(Serialize)]
struct VillageMovedJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    decision: DecisionMovedJson,
    stage: StageMovedJson,
    chosen: Option<ChosenJson<'a>>,
    decree: Option<DecreeJson<'a>>,
    closed: Vec<ClosedJson<'a>>,
}

#[derive(Serialize)]
struct DecisionMovedJson {
    before: Decision,
    after: Decision,
}

#[derive(Serialize)]
struct StageMovedJson {
    before: Option<Stage>,
    after: Option<Stage>,
    direction: Option<Direction>,
    skipped: bool,
}

#[derive(Serialize)]
struct ChosenJson<'a> {
    product: &'a str,
    on: NaiveDate,
}

#[derive(Serialize)]
struct ClosedJson<'a> {
    product: &'a str,
    until: NaiveDate,
    reason: &'a str,
    replaced_by: Option<&'a str>,
}

fn as_json(
    all: &[VillageMoved],
    totals: Totals,
    (since, until): (NaiveDate, NaiveDate),
    redacted: bool,
) -> MovedJson<'_> {
    let moved = all.iter().filter(|v| !v.moved.is_nothing());
    let [late, undone_later] = [
        flat(all, |v| &v.late.entered),
        flat(all, |v| &v.late.undone),
    ]
    .map(|events| events_json(events.into_iter().map(|(_, e)| e), redacted));
    MovedJson {
        since,
        until,
        totals: TotalsJson {
            forward: totals.forward,
            back: totals.back,
            chosen: totals.chosen,
            decreed: totals.decreed,
            lost: totals.lost,
        },
        villages: moved.map(village_json).collect(),
        late,
        undone_later,
    }
}

fn village_json(v: &VillageMoved) -> VillageMovedJson<'_> {
    let m = &v.moved;
    let (before, after) = m.decisions();
    let (stage_before, stage_after) = m.stages();
    let decree = m.decreed().and_then(|c| c.decree.as_ref());
    let closed = m.closed();
    VillageMovedJson {
        place: (&v.place).into(),
        decision: DecisionMovedJson { before, after },
        stage: StageMovedJson {
            before: stage_before,
            after: stage_after,
            direction: m.direction(),
            skipped: m.skipped(),
        },
        chosen: m.chosen().map(|c| ChosenJson {
            product: &c.product,
            on: c.on,
        }),
        decree: decree.map(DecreeJson::from),
        closed: closed
            .map(|f| ClosedJson {
                product: &f.choice.product,
                until: f.until,
                reason: &f.reason,
                replaced_by: f.replaced_by.as_deref(),
            })
            .collect(),
    }
}
