//! `ovop blocker` and `ovop action`: what stands in a village's way, and what was promised to it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::write::Asked;
use super::{evidence, find, list, write};
use crate::domain::act::{Act, FollowAct};
use crate::domain::attention::Reason;
use crate::domain::event::{ActionPlanned, BlockerRaised};
use crate::domain::follow::{Obstacle, Office, Outcome};
use crate::domain::gate::RuleBook;
use crate::domain::list::{Filter, Sort};
use crate::domain::text;
use crate::presenters::follow::{self as presenters, PlacedPromise, open_promises};

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
            unknown(head, presenters::obstacles(&card.village, s, ctx.today))
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
        let known = numbered(number, open_promises(&card.village)).ok_or_else(|| {
            let head = s.cli.follow.no_action(&text::clean_line(number));
            unknown(head, presenters::promises(&card.village, s, ctx.today))
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
    let mut promises: Vec<PlacedPromise> = Vec::new();
    for row in list::rows(ctx, &store, &filter, Sort::Register)? {
        if row.summary.next_due.is_none() {
            continue;
        }
        let Some(card) = store.card(&row.place.code).map_err(|e| ctx.fail(&e))? else {
            continue;
        };
        let wanted = open_promises(&card.village).enumerate().filter(|(_, a)| {
            office.is_none_or(|o| a.planned.office == o)
                && (!overdue || a.overdue(ctx.today).is_some())
        });
        promises.extend(wanted.map(|(n, a)| PlacedPromise {
            place: row.place.clone(),
            number: n + 1,
            action: a.clone(),
        }));
    }
    // Stable: what is due on one day stays in the register's order.
    promises.sort_by_key(|p| p.action.planned.due);
    if args.json() {
        let all = promises.iter().map(|p| p.json(ctx.today));
        return out.json(&all.collect::<Vec<_>>());
    }
    for line in presenters::promise_table(&promises, ctx.strings, ctx.today) {
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
