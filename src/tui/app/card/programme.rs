//! What the card says of gates, papers, obstacles and promises.

use chrono::NaiveDate;

use super::{Lines, Weight};
use crate::domain::evidence::{self, Check, Evidence, Renewal, Standing, Status};
use crate::domain::follow::{Action, Follow};
use crate::domain::gate::{Item, Rules};
use crate::domain::stage::Stage;
use crate::domain::village::{Choice, Village};
use crate::strings::Strings;
use crate::strings::facts::capital;
use crate::tui::app::form::can_be_verified;
use crate::tui::app::marks;

/// Declared against verified, and how long the product has stood there.
pub(super) fn stage(
    out: &mut Lines,
    choice: &Choice,
    rules: &Rules,
    today: NaiveDate,
    s: &Strings,
) {
    let p = &s.programme;
    out.head(s.screens.stage);
    let verified = evidence::verified_stage(choice, rules, today);
    let steps = Stage::ALL.map(|t| {
        let mark = marks::stage(t, choice.stage, verified);
        format!("{} {mark}", s.facts.stage(t))
    });
    out.add_pieces(Weight::Plain, &steps);
    let name = |t: Stage| s.facts.stage(t).to_uppercase();
    out.add(
        Weight::Plain,
        0,
        &p.declared(&name(choice.stage), verified.map(name).as_deref()),
    );
    let days = (today - choice.stage_since).num_days();
    let limit = rules.limits.of(choice.stage);
    let too_long = days > limit;
    out.add(
        if too_long {
            Weight::Alarm
        } else {
            Weight::Plain
        },
        0,
        &format!(
            "{} {}, {}",
            s.screens.since,
            s.facts.day(choice.stage_since),
            p.time_in_stage(&s.facts.days(days), limit, too_long)
        ),
    );
    if let Some(back) = evidence::step_back(choice, rules, today) {
        let ended: Vec<String> = back.expired.iter().map(|c| ended(c, s)).collect();
        let why = match back.unsold_since {
            Some(month) => capital(&p.unsold(&s.makers.month(month))),
            None => ended.join(", "),
        };
        let text = p.step_back(&why, s.facts.stage(back.to));
        out.add(Weight::Alarm, 0, &text);
    }
    out.add(
        Weight::Muted,
        0,
        &format!("{}: {}", p.category_head(), p.category(choice.category)),
    );
}

/// An item whose time is over, with its end.
fn ended(check: &Check<'_>, s: &Strings) -> String {
    let name = s.programme.item(check.item);
    match check.evidence.and_then(|e| e.ends(check.item)) {
        Some(end) => format!("{name} {}", s.programme.ended(&s.facts.short_day(end))),
        None => name.to_owned(),
    }
}

/// What keeps the next stage from being verified, numbered.
pub(super) fn missing(
    out: &mut Lines,
    choice: &Choice,
    rules: &Rules,
    today: NaiveDate,
    s: &Strings,
) {
    let p = &s.programme;
    let missing = evidence::missing(choice, rules, today);
    out.head(p.missing_head());
    if missing.is_empty() {
        out.add(Weight::Plain, 0, p.nothing_missing());
        return;
    }
    for (n, check) in (1..).zip(&missing) {
        let mut text = format!("{n} {}", p.item(check.item));
        if let Some(state) = state(check, today, s) {
            text = format!("{text} ({state})");
        }
        out.add(Weight::Plain, 0, &text);
    }
    out.add(Weight::Muted, 0, p.missing_hint());
}

/// How far a missing item is, where something is known of it; else from when the law asks for it.
fn state(check: &Check<'_>, today: NaiveDate, s: &Strings) -> Option<String> {
    let p = &s.programme;
    let Some(evidence) = check.evidence else {
        let from = check.item.duty_from?.0;
        return (today < from).then(|| p.duty_from(&s.facts.short_day(from)));
    };
    Some(match check.standing {
        Standing::Claimed => p.claimed_by(&evidence.by, &s.facts.short_day(evidence.on)),
        Standing::Expired => match evidence.ends(check.item) {
            Some(end) => p.ended(&s.facts.short_day(end)),
            None => p.standing(Standing::Expired).to_owned(),
        },
        _ if evidence.claim.status == Status::PapersMissing
            && !evidence.claim.missing.is_empty() =>
        {
            p.papers_missing(&evidence.claim.missing)
        }
        _ if evidence.claim.status == Status::NotRequired => p.required_all_the_same().to_owned(),
        _ => p.status(evidence.claim.status).to_owned(),
    })
}

/// All that is known of the items, in the order of the rules; what the rules do not have any more comes last.
pub(super) fn evidence(
    out: &mut Lines,
    choice: &Choice,
    rules: &Rules,
    today: NaiveDate,
    s: &Strings,
) {
    if choice.evidence.is_empty() {
        return;
    }
    out.head(s.programme.evidence_head());
    let place = |e: &&Evidence| {
        let at = rules.items.iter().position(|i| i.id == e.claim.item);
        at.unwrap_or(usize::MAX)
    };
    let mut known: Vec<&Evidence> = choice.evidence.iter().collect();
    known.sort_by_key(place);
    for evidence in known {
        one_evidence(out, evidence, rules.item(&evidence.claim.item), today, s);
    }
}

fn one_evidence(
    out: &mut Lines,
    evidence: &Evidence,
    item: Option<&Item>,
    today: NaiveDate,
    s: &Strings,
) {
    let p = &s.programme;
    let claim = &evidence.claim;
    let mut what = item.map_or(claim.item.as_str(), |i| p.item(i)).to_owned();
    for (before, part) in [
        (" ", &claim.number),
        (", ", &claim.issuer),
        (", ", &claim.holder),
    ] {
        if !part.is_empty() {
            what.push_str(before);
            what.push_str(part);
        }
    }
    out.add(
        Weight::Plain,
        0,
        &format!("{}: {}", capital(&what), p.status(claim.status)),
    );
    let day = |d: NaiveDate| s.facts.short_day(d);
    let who = match &evidence.verified {
        Some((who, on)) => p.verified_by(who, &day(*on)),
        None if can_be_verified(evidence) => p.claimed_by(&evidence.by, &day(evidence.on)),
        None => p.recorded_by(&evidence.by, &day(evidence.on)),
    };
    out.add(Weight::Muted, 2, &who);
    if !claim.missing.is_empty() {
        out.add(Weight::Plain, 2, &p.papers_missing(&claim.missing));
    }
    if !claim.note.is_empty() {
        out.add(Weight::Plain, 2, &claim.note);
    }
    if claim.status != Status::Present {
        return;
    }
    let end = match item {
        Some(item) => evidence.ends(item),
        None => claim.expires,
    };
    if let Some(end) = end {
        let renewal = item.and_then(|i| evidence::renewal(evidence, i, today));
        let renewal = renewal.map(|(renewal, _)| renewal);
        let weight = match renewal {
            Some(Renewal::Expired) => Weight::Alarm,
            Some(Renewal::Due | Renewal::Soon) => Weight::Warning,
            None => Weight::Muted,
        };
        out.add(weight, 2, &p.validity(&day(end), renewal));
    }
}

pub(super) fn obstacles(out: &mut Lines, follow: &Follow, today: NaiveDate, s: &Strings) {
    if follow.blockers.is_empty() {
        return;
    }
    let p = &s.programme;
    out.head(p.obstacles_head());
    for blocker in &follow.blockers {
        let raised = &blocker.raised;
        out.add(
            Weight::Warning,
            0,
            &format!(
                "{} ({}), {} {}, {}",
                capital(p.obstacle(raised.obstacle)),
                p.office(raised.office),
                s.screens.since,
                s.facts.short_day(blocker.since),
                s.facts.days((today - blocker.since).num_days())
            ),
        );
        if !raised.note.is_empty() {
            out.add(Weight::Plain, 2, &raised.note);
        }
    }
}

/// Promises: the open ones first, those due first on top; the closed ones after them, the latest first. A product for
/// which nobody has promised anything is a warning.
pub(super) fn promises(out: &mut Lines, village: &Village, today: NaiveDate, s: &Strings) {
    let (mut open, mut closed): (Vec<&Action>, Vec<&Action>) =
        village.follow.actions.iter().partition(|a| a.is_open());
    let alone = open.is_empty() && village.choice.is_some();
    if open.is_empty() && closed.is_empty() && !alone {
        return;
    }
    out.head(s.programme.promises_head());
    if alone {
        out.add(Weight::Warning, 0, s.programme.no_promise());
    }
    open.sort_by_key(|a| a.planned.due);
    closed.sort_by_key(|a| std::cmp::Reverse(a.closed.as_ref().map(|(_, on, _)| *on)));
    for action in open.into_iter().chain(closed) {
        promise(out, action, today, s);
    }
}

fn promise(out: &mut Lines, action: &Action, today: NaiveDate, s: &Strings) {
    let p = &s.programme;
    let planned = &action.planned;
    let mut who = p.office(planned.office).to_owned();
    if !planned.who.is_empty() {
        who = format!("{who}, {}", planned.who);
    }
    let late = action.overdue(today);
    let (weight, end) = match &action.closed {
        None => (
            if late.is_some() {
                Weight::Alarm
            } else {
                Weight::Plain
            },
            p.due(&s.facts.short_day(planned.due), late),
        ),
        Some((outcome, on, note)) => {
            let mut end = p.closed(*outcome, &s.facts.short_day(*on));
            if !note.is_empty() {
                end = format!("{end}: {note}");
            }
            (Weight::Muted, end)
        }
    };
    out.add(Weight::Plain, 0, &format!("{who}: {}", planned.what));
    out.add(weight, 2, &end);
}
