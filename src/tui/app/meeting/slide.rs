//! What a meeting is shown of one item, as facts in words.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::View;
use crate::domain::follow::{Action, Outcome};
use crate::domain::gate::RuleBook;
use crate::domain::occasion::{Item, Occasion, Slide, told};
use crate::store::SlideCard;
use crate::strings::Strings;
use crate::strings::facts::capital;

/// What a line means. Words say the same: nothing hangs on the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// In large letters, or bold.
    Name,
    Head,
    Plain,
    Muted,
    Good,
    /// To be thought of.
    Warning,
    /// Late, too long.
    Alarm,
}

/// One thing that is known, under its label; without one it goes on with the fact before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: &'static str,
    pub tone: Tone,
    pub text: String,
}

fn fact(label: &'static str, tone: Tone, text: String) -> Fact {
    Fact { label, tone, text }
}

/// The item's name for everybody: its village, or its topic.
#[must_use]
pub fn name(view: &View, item: &Item) -> String {
    match &view.slide {
        Some(slide) if item.topic.village.as_ref() == Some(&slide.card.place.code) => {
            slide.card.place.name.clone()
        }
        _ => item.topic.title.clone(),
    }
}

/// Where the village lies, and who of it is there.
#[must_use]
pub fn place(slide: &SlideCard, s: &Strings) -> String {
    let place = &slide.card.place;
    let here = slide.here.iter().map(|p| {
        let element = s.occasions.element(p.guest.element);
        match p.guest.name.as_str() {
            "" => element.to_owned(),
            name => format!("{name} ({element})"),
        }
    });
    let here: Vec<String> = here.collect();
    s.meeting
        .where_and_who(&place.kecamatan, &place.regency, &here.join(", "))
}

/// So many missing items are named where there is little room.
const FEW: usize = 3;
/// So many potentials are named of a village that has chosen none.
const MANY: usize = 6;

/// All that is to be seen of an item. Where there is little room, what is missing is told in part, and what was promised
/// and decided comes before months and workers.
#[must_use]
pub fn facts(view: &View, item: &Item, today: NaiveDate, low: bool, s: &Strings) -> Vec<Fact> {
    let (mut out, mut made) = (Vec::new(), Vec::new());
    let mut promised;
    if let Some(card) = &view.slide {
        let rules = RuleBook::shipped().on(today);
        let slide = Slide::of(&card.card.village, rules, today, card.since);
        village(&mut out, card, &slide, low, s);
        made = makers(&slide, today, s);
        promised = promises(&slide.promises, view.occasion(), today, s);
        if promised.is_empty() && slide.choice.is_some() {
            let none = s.meeting.no_promise().to_owned();
            promised.push(fact(s.meeting.label_promises(), Tone::Warning, none));
        }
    } else {
        let told = told(&view.topics, view.since);
        promised = promises(&told, view.occasion(), today, s);
    }
    let mut decided = decided(view, item, today, s);
    if !item.topic.title.is_empty() && item.topic.village.is_some() {
        let title = item.topic.title.clone();
        decided.insert(0, fact(s.meeting.label_topic(), Tone::Plain, title));
    }
    let parts = if low {
        [promised, decided, made]
    } else {
        [made, promised, decided]
    };
    out.extend(parts.into_iter().flatten());
    out
}

/// Product or potentials, stage, time, what is missing, what stands in the way.
fn village(out: &mut Vec<Fact>, card: &SlideCard, slide: &Slide<'_>, low: bool, s: &Strings) {
    let (w, p) = (&s.meeting, &s.programme);
    match slide.choice {
        None => {
            let decision = slide.decision;
            let text = format!(
                "{} {}",
                decision.code(),
                s.facts.decision(decision).to_uppercase()
            );
            out.push(fact(w.label_product(), Tone::Alarm, text));
        }
        Some(choice) => {
            let decree = choice.decree.as_ref();
            let decree = decree.map_or_else(
                || s.screens.no_decree.to_owned(),
                |d| format!("{}, {}", d.number, s.facts.short_day(d.on)),
            );
            let text = format!("{} ({decree})", choice.product);
            out.push(fact(w.label_product(), Tone::Head, text));
            let up = |t| s.facts.stage(t).to_uppercase();
            let verified = slide.verified.map(up);
            let text = p.declared(&up(choice.stage), verified.as_deref());
            out.push(fact(w.label_stage(), Tone::Plain, capital(&text)));
        }
    }
    if let Some((days, limit)) = slide.days {
        let too_long = slide.too_long().is_some();
        let text = p.time_in_stage(&s.facts.days(days), limit, too_long);
        let (tone, mark) = if too_long {
            (Tone::Alarm, "!! ")
        } else {
            (Tone::Plain, "")
        };
        let text = w.here_for(&text, slide.choice.is_some());
        out.push(fact("", tone, format!("{mark}{text}")));
    }
    let potentials = card.card.village.potentials.iter();
    let potentials: Vec<&str> = potentials.map(|p| p.name.as_str()).collect();
    if slide.choice.is_none() && !potentials.is_empty() {
        let told = potentials.len().min(MANY);
        let names = potentials[..told].join("; ");
        let text = match potentials.len() - told {
            0 => names,
            more => w.and_more(&names, more),
        };
        out.push(fact(w.label_potentials(), Tone::Plain, text));
    }
    if slide.choice.is_some() {
        let missing: Vec<&str> = slide.missing.iter().map(|c| p.item(c.item)).collect();
        let told = if low { FEW } else { missing.len() };
        let rest = missing.len().saturating_sub(told);
        let names = missing[..missing.len() - rest].join("; ");
        let (tone, text) = match (missing.len(), rest) {
            (0, _) => (Tone::Good, p.nothing_missing().to_owned()),
            (_, 0) => (Tone::Plain, names),
            _ => (Tone::Plain, w.and_more(&names, rest)),
        };
        out.push(fact(w.label_missing(), tone, text));
    }
    for (n, blocker) in slide.blockers.iter().enumerate() {
        let raised = &blocker.raised;
        let mut text = format!(
            "{} ({}), {} {}",
            p.obstacle(raised.obstacle),
            p.office(raised.office),
            s.screens.since,
            s.facts.short_day(blocker.since)
        );
        if !raised.note.is_empty() {
            text = format!("{text}: {}", raised.note);
        }
        let label = if n == 0 { w.label_obstacle() } else { "" };
        out.push(fact(label, Tone::Warning, text));
    }
}

/// The twelve months, and who works.
fn makers(slide: &Slide<'_>, today: NaiveDate, s: &Strings) -> Vec<Fact> {
    let w = &s.meeting;
    let Some(choice) = slide.choice else {
        return Vec::new();
    };
    let makers = &choice.makers;
    let [letters, signs] = s.makers.grid(makers, today);
    let counts = s.makers.year_counts(makers, today);
    let workers = makers.workers.as_ref();
    let workers = workers.map_or_else(
        || s.makers.no_workers().to_owned(),
        |workers| s.makers.workers(&s.facts, workers),
    );
    // Its label says that already.
    let (_, workers) = workers.split_once(' ').unwrap_or(("", &workers));
    vec![
        fact(w.label_months(), Tone::Muted, letters),
        fact("", Tone::Plain, format!("{signs}   {counts}")),
        fact(w.label_workers(), Tone::Plain, workers.to_owned()),
    ]
}

/// What was promised before, and the rest of it that was promised anew at the opening; what this meeting promises with a
/// decision stands with that.
fn promises(all: &[&Action], o: &Occasion, today: NaiveDate, s: &Strings) -> Vec<Fact> {
    let w = &s.meeting;
    let decided: HashSet<Uuid> = o.made().map(|(_, made)| made).collect();
    let earlier = all.iter().filter(|a| !decided.contains(&a.planned.action));
    let mut out: Vec<Fact> = Vec::new();
    for action in earlier {
        let label = if out.is_empty() {
            w.label_promises()
        } else {
            ""
        };
        out.push(promise(label, action, today, s));
    }
    out
}

fn promise(label: &'static str, action: &Action, today: NaiveDate, s: &Strings) -> Fact {
    let p = &s.programme;
    let planned = &action.planned;
    let who = if planned.who.is_empty() {
        p.office(planned.office).to_owned()
    } else {
        format!("{}, {}", p.office(planned.office), planned.who)
    };
    let (tone, end) = match &action.closed {
        None => {
            let late = action.overdue(today);
            let tone = if late.is_some() {
                Tone::Alarm
            } else {
                Tone::Plain
            };
            (tone, p.due(&s.facts.short_day(planned.due), late))
        }
        Some((Outcome::Done, on, _)) => {
            (Tone::Good, p.closed(Outcome::Done, &s.facts.short_day(*on)))
        }
        Some((outcome, on, _)) => (Tone::Muted, p.closed(*outcome, &s.facts.short_day(*on))),
    };
    fact(label, tone, format!("{who}: {}, {end}", planned.what))
}

/// What this meeting decided, with what it promised, and what was said.
fn decided(view: &View, item: &Item, today: NaiveDate, s: &Strings) -> Vec<Fact> {
    let mut out = Vec::new();
    if let Some(ruling) = &item.decision {
        let mut text = s.occasions.triage(ruling.triage).to_uppercase();
        if !ruling.note.is_empty() {
            text = format!("{text}: {}", ruling.note);
        }
        out.push(fact(s.meeting.label_decision(), Tone::Head, text));
    }
    let village = view.slide.as_ref().map(|c| &c.card.village.follow);
    let follow = village.unwrap_or(&view.occasion().follow);
    let made = follow.actions.iter();
    let made = made.filter(|a| item.actions.contains(&a.planned.action));
    out.extend(made.map(|action| promise("", action, today, s)));
    for (n, note) in item.notes.iter().enumerate() {
        let label = if n == 0 { s.meeting.label_note() } else { "" };
        let text = format!("{} ({})", note.text, note.by);
        out.push(fact(label, Tone::Plain, text));
    }
    out
}
