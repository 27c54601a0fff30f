//! `ovop blocker` and `ovop action`: what stands in a village's way, and what was promised to it.

use chrono::NaiveDate;
use serde_json::{Value, json};
use uuid::Uuid;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::table::{self, Side::Left, Side::Right};
use super::write::Asked;
use super::{evidence, find, json, list, write};
use crate::domain::act::{Act, FollowAct};
use crate::domain::attention::Reason;
use crate::domain::event::{ActionPlanned, BlockerRaised};
use crate::domain::follow::{Action, Blocker, Obstacle, Office, Outcome};
use crate::domain::gate::RuleBook;
use crate::domain::list::{Filter, Place, Sort};
use crate::domain::text;
use crate::domain::village::Village;

/// Records what stands in the way, and who can open it.
///
/// # Errors
/// As [`write::run`].
pub fn raise(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    write::record(args, ctx, out, |_, _| raised(args, ctx).map(Asked::from))
}

/// The obstacle on the command line.
///
/// # Errors
/// [`Exit::Usage`] when there is no such obstacle or office.
pub fn raised(args: Args<'_>, ctx: &Context) -> Result<Act, Failure> {
    let raised = BlockerRaised {
        blocker: Uuid::now_v7(),
        obstacle: write::judged(args, ctx, "obstacle", Obstacle::parse)?,
        office: write::judged(args, ctx, "office", Office::parse)?,
        note: args.text("note").to_owned(),
    };
    Ok(Act::Follow(FollowAct::RaiseBlocker(raised)))
}

/// Records that an obstacle is out of the way.
///
/// # Errors
/// As [`write::run`]; [`Exit::NotFound`] with the obstacles that there are.
pub fn clear(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    write::record(args, ctx, out, |card, _| {
        let (s, number) = (ctx.strings, args.text("number"));
        let known = numbered(number, card.village.follow.blockers.iter()).ok_or_else(|| {
            let head = s.cli.follow.no_blocker(&text::clean_line(number));
            unknown(head, blockers(&card.village, ctx))
        })?;
        let blocker = s
            .cli
            .follow
            .blocker(&s.facts, &s.programme, known, ctx.today);
        Ok(Asked {
            act: Act::Follow(FollowAct::ClearBlocker {
                blocker: known.raised.blocker,
                how: args.text("how").to_owned(),
            }),
            remarks: vec![format!("  - {blocker}")],
        })
    })
}

/// Records a promise: what, by whom, until when.
///
/// # Errors
/// As [`write::run`]; [`Exit::Usage`] when the due day cannot be read or there is no such item.
pub fn plan(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    write::record(args, ctx, out, |_, on| {
        planned(args, ctx, on).map(Asked::from)
    })
}

/// The promise on the command line.
///
/// # Errors
/// [`Exit::Usage`] when the due day cannot be read or there is no such office or item.
pub fn planned(args: Args<'_>, ctx: &Context, on: NaiveDate) -> Result<Act, Failure> {
    let item = match args.option("item") {
        Some(typed) => Some(evidence::item(ctx, RuleBook::shipped().on(on), typed)?),
        None => None,
    };
    let planned = ActionPlanned {
        action: Uuid::now_v7(),
        what: args.text("what").to_owned(),
        office: write::judged(args, ctx, "office", Office::parse)?,
        who: args.text("who").to_owned(),
        due: ctx.due(args.text("due"), on)?,
        item: item.map(|item| item.id.clone()),
        from: None,
        after: None,
    };
    Ok(Act::Follow(FollowAct::PlanAction(planned)))
}

/// Records how a promise ended.
///
/// # Errors
/// As [`write::run`]; [`Exit::NotFound`] with the open promises.
pub fn close(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    write::record(args, ctx, out, |card, on| {
        let (s, number) = (ctx.strings, args.text("number"));
        let known = numbered(number, open(&card.village)).ok_or_else(|| {
            let head = s.cli.follow.no_action(&text::clean_line(number));
            unknown(head, actions(&card.village, ctx))
        })?;
        // Whether it was late is told as of the day on which it ended.
        let action = s.cli.follow.action(&s.facts, &s.programme, known, on);
        Ok(Asked {
            act: Act::Follow(FollowAct::CloseAction {
                action: known.planned.action,
                outcome: write::judged(args, ctx, "outcome", Outcome::parse)?,
                note: args.text("note").to_owned(),
            }),
            remarks: vec![format!("  - {action}")],
        })
    })
}

fn unknown(head: String, lines: Vec<String>) -> Failure {
    let text: Vec<String> = std::iter::once(head).chain(lines).collect();
    Failure::new(Exit::NotFound, text.join("\n"))
}

/// The thing with a number from 1 on.
fn numbered<T>(typed: &str, mut all: impl Iterator<Item = T>) -> Option<T> {
    let number: usize = typed.trim().parse().ok()?;
    all.nth(number.checked_sub(1)?)
}

/// The promises that are not kept yet, oldest first: their numbers count from here.
fn open(village: &Village) -> impl Iterator<Item = &Action> {
    village.follow.actions.iter().filter(|a| a.is_open())
}

/// What stands in the way, with the numbers that commands take; nothing when nothing does.
#[must_use]
pub fn blockers(village: &Village, ctx: &Context) -> Vec<String> {
    let s = ctx.strings;
    let blockers = &village.follow.blockers;
    if blockers.is_empty() {
        return Vec::new();
    }
    let lines = blockers.iter().enumerate().map(|(n, b)| {
        let blocker = s.cli.follow.blocker(&s.facts, &s.programme, b, ctx.today);
        format!("{:>3}. {blocker}", n + 1)
    });
    std::iter::once(s.cli.follow.blockers_head().to_owned())
        .chain(lines)
        .collect()
}

/// The promises: open ones with the numbers that commands take, then how the closed ones ended. Nothing when there are
/// none.
#[must_use]
pub fn actions(village: &Village, ctx: &Context) -> Vec<String> {
    let s = ctx.strings;
    let w = &s.cli.follow;
    let say = |a: &Action| w.action(&s.facts, &s.programme, a, ctx.today);
    let mut lines: Vec<String> = Vec::new();
    if open(village).next().is_some() {
        lines.push(w.actions_head().to_owned());
    }
    let numbers = open(village).enumerate();
    lines.extend(numbers.map(|(n, a)| format!("{:>3}. {}", n + 1, say(a))));
    let mut closed = village
        .follow
        .actions
        .iter()
        .filter(|a| !a.is_open())
        .peekable();
    if closed.peek().is_some() {
        lines.push(w.closed_head().to_owned());
    }
    lines.extend(closed.map(|a| format!("  - {}", say(a))));
    lines
}

/// An obstacle for machines.
#[must_use]
pub fn blocker_json(number: usize, b: &Blocker, today: NaiveDate) -> Value {
    json!({
        "number": number,
        "obstacle": b.raised.obstacle.word(),
        "office": b.raised.office.word(),
        "note": b.raised.note,
        "since": json::day(b.since),
        "days": (today - b.since).num_days(),
    })
}

/// The promises for machines; only the open ones have a number.
#[must_use]
pub fn actions_json(village: &Village, today: NaiveDate) -> Value {
    let closed = village.follow.actions.iter().filter(|a| !a.is_open());
    let open = open(village).enumerate().map(|(n, a)| (Some(n + 1), a));
    open.chain(closed.map(|a| (None, a)))
        .map(|(number, a)| action_json(number, a, today))
        .collect()
}

fn action_json(number: Option<usize>, a: &Action, today: NaiveDate) -> Value {
    let closed = a.closed.as_ref().map(|(outcome, on, note)| {
        json!({ "outcome": outcome.word(), "on": json::day(*on), "note": note })
    });
    json!({
        "number": number,
        "what": a.planned.what,
        "office": a.planned.office.word(),
        "who": a.planned.who,
        "due": json::day(a.planned.due),
        "days_late": a.overdue(today),
        "item": a.planned.item,
        "on": json::day(a.on),
        "by": a.by,
        "closed": closed,
    })
}

/// An open promise with its village and its number there.
struct Promise {
    place: Place,
    number: usize,
    action: Action,
}

/// The open promises of all villages, the one due first on top.
///
/// # Errors
/// When the database or the output fails, or the region is not found.
pub fn list(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let region = match args.option("region") {
        Some(typed) => Some(find::region(ctx, &store, typed)?.code),
        None => None,
    };
    let overdue = args.flag("overdue");
    let filter = Filter {
        region,
        // A village has an overdue promise exactly when its next one is.
        reason: overdue.then_some((Reason::Overdue, ctx.today)),
        ..Filter::default()
    };
    let office = args.option("office").and_then(Office::parse);
    let mut promises: Vec<Promise> = Vec::new();
    for row in list::rows(ctx, &store, &filter, Sort::Register)? {
        if row.summary.next_due.is_none() {
            continue;
        }
        let Some(card) = store.card(&row.place.code).map_err(|e| ctx.fail(&e))? else {
            continue;
        };
        let wanted = open(&card.village).enumerate().filter(|(_, a)| {
            office.is_none_or(|o| a.planned.office == o)
                && (!overdue || a.overdue(ctx.today).is_some())
        });
        promises.extend(wanted.map(|(n, a)| Promise {
            place: row.place.clone(),
            number: n + 1,
            action: a.clone(),
        }));
    }
    // Stable: what is due on one day stays in the register's order.
    promises.sort_by_key(|p| p.action.planned.due);
    if args.json() {
        return out.json(
            &promises
                .iter()
                .map(|p| promise_json(p, ctx.today))
                .collect(),
        );
    }
    for line in promise_lines(&promises, ctx) {
        out.line(&line)?;
    }
    out.line(
        &ctx.strings.cli.follow.listed(
            promises.len(),
            promises
                .iter()
                .filter(|p| p.action.overdue(ctx.today).is_some())
                .count(),
        ),
    )
}

fn promise_json(p: &Promise, today: NaiveDate) -> Value {
    let mut all = json::place(&p.place);
    if let (Some(all), Value::Object(action)) = (
        all.as_object_mut(),
        action_json(Some(p.number), &p.action, today),
    ) {
        all.extend(action);
    }
    all
}

fn promise_lines(promises: &[Promise], ctx: &Context) -> Vec<String> {
    let s = ctx.strings;
    if promises.is_empty() {
        return Vec::new();
    }
    let head = s.cli.follow.promises_head().map(str::to_owned).to_vec();
    let rows = promises.iter().map(|p| {
        let a = &p.action.planned;
        vec![
            s.facts.short_day(a.due),
            p.action
                .overdue(ctx.today)
                .map_or_else(|| "-".into(), |n| s.facts.age(n)),
            p.place.code.to_string(),
            p.place.name.clone(),
            p.number.to_string(),
            s.cli.follow.by_whom(&s.programme, &p.action),
            a.what.clone(),
        ]
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    table::align(&rows, &[Left, Right, Left, Left, Right, Left, Left])
}
