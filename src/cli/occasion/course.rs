//! The course of an occasion: agenda, opening, items, decisions, notes, end.

use std::cmp::Ordering;

use uuid::Uuid;

use super::Desk;
use super::which::{CLOSED, FINAL, OPEN, OPEN_OR_CLOSED, TO_COME, UNDER_WAY};
use crate::cli::fail::{Exit, Failure};
use crate::cli::find::Need;
use crate::cli::out::Out;
use crate::cli::{bulk, write};
use crate::domain::event::ActionPlanned;
use crate::domain::follow::{Action, Office, Outcome};
use crate::domain::list::{Place, Sort};
use crate::domain::occasion::{Occasion, OccasionAct, Promise, Topic, Triage};
use crate::store::{OccasionRequest, OccasionSnapshot, Store};

/// Minutes for an item (domain.md 5.2: twelve villages in an hour, talk included).
const MINUTES: u32 = 4;

/// Freezes the agenda, or adds to it.
pub(super) fn agenda(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let mut store = ctx.open()?;
    let add = args.flag("add");
    let fits = if add { UNDER_WAY } else { TO_COME };
    let held = desk.target(&store, fits, Need::Writing)?;
    let places = bulk::villages(args, ctx, &store, Sort::Age)?;
    let mut places: Vec<Place> = places.unwrap_or_default();
    if args.option("villages").is_none() {
        // Kecamatan after kecamatan, in each the one that has stood longest first.
        places.sort_by(|a, b| a.code.kecamatan().cmp(b.code.kecamatan()));
    }
    let minutes = args.number("minutes").unwrap_or(MINUTES);
    let minutes = u16::try_from(minutes).unwrap_or(u16::MAX);
    let villages = places.into_iter().map(|place| Topic {
        village: Some(place.code),
        title: String::new(),
        minutes,
    });
    let topics = args.list("topic").into_iter().map(|title| Topic {
        village: None,
        title: title.to_owned(),
        minutes,
    });
    let topics: Vec<Topic> = villages.chain(topics).collect();
    let first = if add { held.occasion.items.len() } else { 0 };
    let mut lines = Vec::new();
    for (n, topic) in topics.iter().enumerate() {
        let what = desk.topic(&store, topic)?;
        lines.push(format!("{:>4}. {what}", first + n + 1));
    }
    let plan = &held.occasion.plan;
    if !add && plan.follows_by_default {
        let own = Some(held.occasion.id);
        let last = store.goes_on_with(plan, &topics, own);
        let last = last.map_err(|e| desk.fail(&e))?;
        let words = &ctx.strings.cli.occasions;
        lines.push(match last {
            Some(b) => words.goes_on_with(&desk.line(&b)),
            None => words.goes_on_with_none().to_owned(),
        });
    }
    let acts = if add && !topics.is_empty() {
        topics.into_iter().map(OccasionAct::AddItem).collect()
    } else {
        vec![OccasionAct::Freeze(topics)]
    };
    desk.record(&mut store, held.occasion.id, acts, &lines, out)
}

/// Opens now. A meeting that was held on the day of its plan is written up for that day by the time that is given.
pub(super) fn open(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, TO_COME, Need::Writing)?;
    let (planned, today) = (held.occasion.plan.day, desk.ctx.calendar_day());
    let at = desk.moment(planned.min(today))?;
    let on = match desk.args.option("at") {
        Some(_) => planned.min(today),
        None => today,
    };
    let words = &desk.ctx.strings.cli.occasions;
    let facts = &desk.ctx.strings.facts;
    let is_moved = desk.face.meetings && on != planned;
    let remark = match planned.cmp(&today) {
        Ordering::Equal => None,
        Ordering::Less if is_moved => Some(words.opened_late(&facts.day(planned), &facts.day(on))),
        Ordering::Less => Some(words.opened_for_past(&facts.day(planned))),
        Ordering::Greater => Some(words.opened_early(&facts.day(planned), &facts.day(today))),
    };
    let request = OccasionRequest {
        occasion: held.occasion.id,
        act: OccasionAct::Open { at },
        seen: None,
        contact: None,
    };
    desk.perform(&mut store, request, on, remark.into_iter().collect(), out)
}

/// On to the next item, or back to the one before.
pub(super) fn step(
    desk: Desk<'_>,
    out: &mut Out,
    to: fn(&Occasion) -> Option<u32>,
) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, OPEN, Need::Writing)?;
    let words = &desk.ctx.strings.cli.occasions;
    let item = to(&held.occasion).ok_or_else(|| Failure::new(Exit::NotFound, words.no_more()))?;
    begin(desk, &mut store, &held, item, out)
}

pub(super) fn goto(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, OPEN, Need::Writing)?;
    let item = desk.item(&store, &held.occasion, &desk.args.words("item"))?;
    begin(desk, &mut store, &held, item, out)
}

fn begin(
    desk: Desk<'_>,
    store: &mut Store,
    held: &OccasionSnapshot,
    item: u32,
    out: &mut Out,
) -> Result<(), Failure> {
    let at = desk.ctx.now;
    let mut remarks = Vec::new();
    if let Some(found) = held.occasion.item(item) {
        let what = desk.topic(store, &found.topic)?;
        let place = held.occasion.position(item).unwrap_or(0);
        let of = held.occasion.order.len();
        remarks.push(format!("{place}/{of}: {what}"));
    }
    let act = OccasionAct::Begin { item, at };
    desk.record(store, held.occasion.id, vec![act], &remarks, out)
}

/// A decision, with a promise where one was made.
pub(super) fn decide(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let mut store = ctx.open()?;
    let held = desk.target(&store, OPEN_OR_CLOSED, Need::Writing)?;
    let item = desk.item(&store, &held.occasion, args.text("item"))?;
    let triage = write::judged(args, ctx, "triage", Triage::parse)?;
    let promise = promise(desk, &store, &held, item)?;
    let act = OccasionAct::Decide {
        item,
        triage,
        note: args.text("note").to_owned(),
        at: ctx.now,
        promises: promise.into_iter().collect(),
    };
    desk.record(&mut store, held.occasion.id, vec![act], &[], out)
}

/// The promise on the command line; what it does not say is as in the one that it goes on with.
fn promise(
    desk: Desk<'_>,
    store: &Store,
    held: &OccasionSnapshot,
    item: u32,
) -> Result<Option<Promise>, Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let said = ["what", "office", "due", "who"];
    let after = args.number("after");
    if after.is_none() && said.iter().all(|id| args.option(id).is_none()) {
        return Ok(None);
    }
    let words = &ctx.strings.cli.occasions;
    let before = match after {
        Some(n) => Some(earlier(desk, store, held, item, n)?),
        None => None,
    };
    let missing = |id: &str| Failure::new(Exit::Usage, words.promise_needs(id));
    let office = match (args.option("office").and_then(Office::parse), &before) {
        (Some(office), _) => office,
        (None, Some(before)) => before.planned.office,
        (None, None) => return Err(missing("office")),
    };
    let text = |id: &str, was: fn(&ActionPlanned) -> &String| {
        let kept = before.as_ref().map(|b| was(&b.planned).as_str());
        args.option(id).or(kept).map(str::to_owned)
    };
    let planned = ActionPlanned {
        action: Uuid::now_v7(),
        what: text("what", |p| &p.what).ok_or_else(|| missing("what"))?,
        who: match args.option("office") {
            // Another office is another person.
            Some(_) => args.text("who").to_owned(),
            None => text("who", |p| &p.who).unwrap_or_default(),
        },
        office,
        due: ctx.due(args.option("due").ok_or_else(|| missing("due"))?, ctx.today)?,
        item: before.as_ref().and_then(|b| b.planned.item.clone()),
        from: None,
        after: before.as_ref().map(|b| b.planned.action),
    };
    Ok(Some(Promise {
        planned,
        ended: match args.flag("partly") {
            true => Outcome::Partly,
            false => Outcome::HandedOn,
        },
    }))
}

/// The open promise with a number: of the item's village as its card counts them, of a topic as `meeting promises` does.
fn earlier(
    desk: Desk<'_>,
    store: &Store,
    held: &OccasionSnapshot,
    item: u32,
    n: u32,
) -> Result<Action, Failure> {
    let village = held.occasion.item(item).map(|i| i.topic.village.clone());
    let at = n as usize;
    let found = match village {
        Some(Some(code)) => {
            let card = store.card(&code).map_err(|e| desk.fail(&e))?;
            let open = |a: &Action| a.is_open();
            let all = card.map(|c| c.village.follow.actions).unwrap_or_default();
            all.into_iter().filter(open).nth(at.saturating_sub(1))
        }
        _ => {
            let lines = desk.numbered(store, &held.occasion)?.1;
            let line = lines.into_iter().find(|line| line.number == n);
            let kept = line.map(|l| l.kept).filter(|k| k.chain.village.is_none());
            kept.and_then(|k| k.now().cloned()).filter(Action::is_open)
        }
    };
    found.ok_or_else(|| {
        let text = desk.ctx.strings.cli.follow.no_action(&n.to_string());
        Failure::new(Exit::NotFound, text)
    })
}

/// Something said, about an item or about the whole.
pub(super) fn note(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, UNDER_WAY, Need::Writing)?;
    let o = &held.occasion;
    let item = match desk.args.option("item") {
        Some(typed) => Some(desk.item(&store, o, typed)?),
        None => o.current_item().map(|i| i.number),
    };
    let act = OccasionAct::Note {
        item,
        at: desk.ctx.now,
        text: desk.args.words("text"),
    };
    desk.record(&mut store, o.id, vec![act], &[], out)
}

pub(super) fn postpone(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let at = desk.ctx.now;
    put_aside(desk, out, |item| OccasionAct::Postpone { item, at })
}

pub(super) fn skip(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let at = desk.ctx.now;
    let reason = desk.args.text("reason").to_owned();
    put_aside(desk, out, |item| OccasionAct::Skip { item, at, reason })
}

fn put_aside(
    desk: Desk<'_>,
    out: &mut Out,
    act: impl FnOnce(u32) -> OccasionAct,
) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, OPEN, Need::Writing)?;
    let item = desk.item(&store, &held.occasion, &desk.args.words("item"))?;
    desk.record(&mut store, held.occasion.id, vec![act(item)], &[], out)
}

/// Closes; an event that is entered afterwards is opened with it.
pub(super) fn close(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let fits = if desk.face.meetings { OPEN } else { UNDER_WAY };
    let held = desk.target(&store, fits, Need::Writing)?;
    let at = desk.moment(held.occasion.day())?;
    let request = OccasionRequest {
        occasion: held.occasion.id,
        act: OccasionAct::Close { at },
        seen: None,
        contact: None,
    };
    let today = desk.ctx.calendar_day();
    desk.perform(&mut store, request, today, Vec::new(), out)
}

pub(super) fn finalise(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, CLOSED, Need::Writing)?;
    let at = desk.ctx.now;
    let act = OccasionAct::Finalise { at };
    desk.record(&mut store, held.occasion.id, vec![act], &[], out)
}

pub(super) fn addendum(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, FINAL, Need::Writing)?;
    let act = OccasionAct::Addendum {
        text: desk.args.words("text"),
        at: desk.ctx.now,
    };
    desk.record(&mut store, held.occasion.id, vec![act], &[], out)
}
