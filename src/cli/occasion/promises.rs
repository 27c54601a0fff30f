//! What earlier meetings were promised, and what became of it.

use serde::Serialize;
use uuid::Uuid;

use super::Desk;
use super::which::ANY;
use crate::cli::fail::{Exit, Failure};
use crate::cli::find::Need;
use crate::cli::out::Out;
use crate::cli::{recap, tree, write};
use crate::domain::act::{Act, FollowAct};
use crate::domain::follow::Outcome;
use crate::domain::occasion::{Occasion, TrackedPromise};
use crate::presenters::occasion::{TrackedPromiseJson, days_late, status_word};
use crate::presenters::place::PlaceJson;
use crate::store::{ActRequest, Before, Store};

#[derive(Serialize)]
struct LineJson<'a> {
    #[serde(flatten)]
    kept: TrackedPromiseJson<'a>,
    number: u32,
    of_this_meeting: bool,
    village: Option<PlaceJson<'a>>,
}

/// The promises of the meetings before, and those of this one.
pub(super) fn run(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let store = ctx.view()?;
    let held = desk.target(&store, ANY, Need::Reading)?;
    let (before, lines) = desk.numbered(&store, &held.occasion)?;
    let words = &ctx.strings.cli.occasions;
    let mut named = Vec::new();
    for line in &lines {
        let place = match &line.kept.chain.village {
            Some(code) => desk.place(&store, code)?,
            None => None,
        };
        named.push((line.number, line.of_this, &line.kept, place));
    }
    if args.json() {
        let all = named.iter().map(|(n, of_this, kept, place)| LineJson {
            kept: TrackedPromiseJson::from(*kept),
            number: *n,
            of_this_meeting: *of_this,
            village: place.as_ref().map(PlaceJson::from),
        });
        return out.json(&all.collect::<Vec<_>>());
    }
    if args.option("format") == Some(tree::CSV) {
        let head = [
            "number",
            "of_this_meeting",
            "code",
            "village",
            "what",
            "office",
            "who",
            "due",
            "fate",
            "days_late",
        ];
        let rows = named.iter().map(|(n, of_this, kept, place)| {
            let now = kept.now().map(|a| &a.planned);
            vec![
                n.to_string(),
                of_this.to_string(),
                place
                    .as_ref()
                    .map_or_else(String::new, |p| p.code.to_string()),
                place.as_ref().map_or_else(String::new, |p| p.name.clone()),
                now.map_or_else(String::new, |a| a.what.clone()),
                now.map_or_else(String::new, |a| a.office.word().to_owned()),
                now.map_or_else(String::new, |a| a.who.clone()),
                now.map_or_else(String::new, |a| a.due.to_string()),
                status_word(kept.status).to_owned(),
                days_late(kept.status).map_or_else(String::new, |n| n.to_string()),
            ]
        });
        return recap::csv(ctx, out, &[], &head, rows);
    }
    match &before.last {
        Some(last) => out.line(&words.promises_since(&desk.line(last)))?,
        None => out.line(words.no_meeting_before())?,
    }
    let mut head_of_own = false;
    for (n, of_this, kept, place) in &named {
        if *of_this && !std::mem::replace(&mut head_of_own, true) {
            out.line(words.promises_of_this())?;
        }
        let s = ctx.strings;
        if let Some(action) = kept.now() {
            let whose = place
                .as_ref()
                .map_or_else(String::new, |p| format!("{}: ", p.name));
            let by = s.cli.follow.by_whom(&s.programme, action);
            let due = s.facts.short_day(action.planned.due);
            let fate = words.promise_status(&s.facts, kept.status);
            let what = &action.planned.what;
            out.line(&format!("{n:>4}. {whose}{what}; {by}; {due}; {fate}"))?;
        }
    }
    if before.last.is_some() {
        let total = before.promises.total();
        out.line(&words.kept_in_all(total))?;
        for (office, n) in before.promises.by_office() {
            let name = ctx.strings.programme.office(office);
            out.line(&format!("  {}", words.kept_of(name, n)))?;
        }
    }
    Ok(())
}

/// Records how a promise ended, wherever it stands.
pub(super) fn settle(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let mut store = ctx.open()?;
    let held = desk.target(&store, ANY, Need::Reading)?;
    let number = args.number("number").unwrap_or_default();
    let lines = desk.numbered(&store, &held.occasion)?.1;
    let open = lines
        .iter()
        .find(|line| line.number == number)
        .and_then(|line| Some((line.kept.chain.village.clone(), line.kept.now()?)))
        .filter(|(_, action)| action.is_open());
    let (village, action) = open.ok_or_else(|| {
        let text = ctx.strings.cli.follow.no_action(&number.to_string());
        Failure::new(Exit::NotFound, text)
    })?;
    let act = FollowAct::CloseAction {
        action: action.planned.action,
        outcome: write::judged(args, ctx, "outcome", Outcome::parse)?,
        note: args.text("note").to_owned(),
    };
    let remark = format!("  - {}", action.planned.what);
    let written = match village {
        Some(village) => {
            let request = ActRequest {
                village,
                act: Act::Follow(act),
                on: ctx.today,
                seen: None,
            };
            store.act(&ctx.stamp(), &[request])
        }
        None => store.close_promise(&ctx.stamp(), held.occasion.id, &[act]),
    };
    let written = written.map_err(|e| desk.fail(&e))?;
    desk.tell(&store, &written, &[remark], out)
}

/// A promise in the list.
pub(super) struct Line {
    /// The oldest promise has the first one, so that nothing that becomes of them moves the numbers.
    pub(super) number: u32,
    /// This meeting made it; it is none of those before.
    of_this: bool,
    pub(super) kept: TrackedPromise,
}

impl Desk<'_> {
    /// The promises with their numbers, in the order in which they are shown: those of the meetings before, then those that
    /// this one made for the first time.
    pub(super) fn numbered(
        &self,
        store: &Store,
        o: &Occasion,
    ) -> Result<(Before, Vec<Line>), Failure> {
        let today = self.ctx.today;
        let fail = |e| self.fail(&e);
        let before = store.promises_before(o, today).map_err(fail)?;
        let made = store.promises_made(o, today).map_err(fail)?;
        let first = |k: &TrackedPromise| k.chain.links.first().map(|a| a.planned.action);
        let earlier = &before.promises.all;
        let is_new = |k: &&TrackedPromise| !earlier.iter().any(|b| first(b) == first(k));
        let own = made.all.iter().filter(is_new);
        let all: Vec<(bool, &TrackedPromise)> = earlier
            .iter()
            .map(|k| (false, k))
            .chain(own.map(|k| (true, k)))
            .collect();
        // The ids of promises rise with time.
        let mut ids: Vec<Option<Uuid>> = all.iter().map(|(_, k)| first(k)).collect();
        ids.sort_unstable();
        let lines = all
            .iter()
            .map(|(of_this, kept)| Line {
                number: ids
                    .binary_search(&first(kept))
                    .ok()
                    .and_then(|at| u32::try_from(at + 1).ok())
                    .unwrap_or_default(),
                of_this: *of_this,
                kept: (*kept).clone(),
            })
            .collect();
        Ok((before, lines))
    }
}
