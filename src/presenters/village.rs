//! A village with everything that is known of it.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::evidence::{self, EvidenceJson};
use super::follow::{self, ObstacleJson, PromiseJson};
use super::gate_report::{GateReport, MissingJson};
use super::place::PlaceJson;
use super::production::{self, MakersJson};
use crate::domain::event::{Forum, Group, Source};
use crate::domain::gate::Category;
use crate::domain::list::Place;
use crate::domain::stage::{Decision, Stage};
use crate::domain::text;
use crate::domain::village::{Choice, Decree, FormerChoice, Potential, Village};
use crate::strings::Strings;

/// The card, read out line by line.
#[must_use]
pub fn card(place: &Place, v: &Village, s: &Strings, today: NaiveDate) -> Vec<String> {
    let (w, facts) = (&s.cli.card, &s.facts);
    let mut lines = vec![w.head(facts, place, v, today)];
    lines.extend(potentials(v, s));
    match &v.choice {
        Some(choice) => {
            lines.extend(chosen(choice, s, today));
            lines.extend(proved(place, choice, s, today));
            lines.extend(production::lines(&choice.makers, s, today));
        }
        None => lines.push(w.nothing_chosen().to_owned()),
    }
    lines.extend(follow::obstacles(v, s, today));
    if v.choice.is_some() && v.follow.next().is_none() {
        lines.push(s.cli.follow.no_actions().to_owned());
    }
    lines.extend(follow::promises(v, s, today));
    if let Some(sale) = &v.sold_raw {
        lines.push(w.raw_sale(facts, sale));
    }
    if !v.former.is_empty() {
        lines.push(w.former_head().to_owned());
        let former = v.former.iter();
        lines.extend(former.map(|f| format!("  - {}", w.former(facts, f))));
    }
    if !v.notes.is_empty() {
        lines.push(w.notes_head().to_owned());
        lines.extend(v.notes.iter().map(|n| format!("  - {}", w.note(facts, n))));
    }
    if v.unknown > 0 {
        lines.push((s.screens.unknown_events)(v.unknown));
    }
    if v.ineffective > 0 {
        lines.push((s.screens.ineffective_events)(v.ineffective));
    }
    lines
}

/// The potentials with the numbers that commands take.
#[must_use]
pub fn potentials(village: &Village, s: &Strings) -> Vec<String> {
    let (w, facts) = (&s.cli.card, &s.facts);
    if village.potentials.is_empty() {
        return vec![w.no_potentials().to_owned()];
    }
    let lines = (1..).zip(&village.potentials);
    std::iter::once(w.potentials_head().to_owned())
        .chain(lines.map(|(n, p)| format!("{n:>3}. {}", text::safe(&w.potential(facts, p)))))
        .collect()
}

fn chosen(choice: &Choice, s: &Strings, today: NaiveDate) -> Vec<String> {
    let (w, facts) = (&s.cli.card, &s.facts);
    let mut lines = vec![
        w.choice(facts, choice),
        w.decree(facts, choice.decree.as_ref()),
        w.stage(facts, choice, today),
    ];
    let steps = choice.steps.iter();
    lines.extend(steps.map(|step| format!("  - {}", w.step(facts, step))));
    lines
}

/// The category, how far the stage is proved, the evidence, and what is missing.
fn proved(place: &Place, choice: &Choice, s: &Strings, today: NaiveDate) -> Vec<String> {
    let (w, p) = (&s.cli.gates, &s.programme);
    let report = GateReport::on(place, choice, today);
    let verified = report.verified().map(|v| s.facts.stage(v));
    let mut lines = vec![w.category(p.category(choice.category), verified)];
    if !choice.evidence.is_empty() {
        lines.push(w.evidence_head().to_owned());
    }
    lines.extend(choice.evidence.iter().map(|e| evidence::line(e, s)));
    lines.extend(report.missing(s));
    lines.extend(report.renewal_lines(s));
    lines
}

#[derive(Debug, Serialize)]
pub struct CardJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    decision: Decision,
    stage: Option<Stage>,
    product: Option<&'a str>,
    since: Option<NaiveDate>,
    days: Option<i64>,
    latest: Option<NaiveDate>,
    potentials: Vec<PotentialJson<'a>>,
    choice: Option<ChoiceJson<'a>>,
    category: Option<Category>,
    verified_stage: Option<Stage>,
    evidence: Vec<EvidenceJson<'a>>,
    missing: Vec<MissingJson<'a>>,
    makers: Option<MakersJson<'a>>,
    blockers: Vec<ObstacleJson<'a>>,
    actions: Vec<PromiseJson<'a>>,
    former_choices: Vec<FormerJson<'a>>,
    sold_raw: Option<RawSaleJson<'a>>,
    notes: Vec<NoteJson<'a>>,
    unknown_events: usize,
}

#[derive(Debug, Serialize)]
struct PotentialJson<'a> {
    number: usize,
    id: Uuid,
    name: &'a str,
    group: Group,
    source: SourceJson<'a>,
    confirmed: bool,
    note: &'a str,
    since: NaiveDate,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum SourceJson<'a> {
    Field,
    Public { address: &'a str, date: &'a str },
}

#[derive(Debug, Serialize)]
struct ChoiceJson<'a> {
    potential: Uuid,
    product: &'a str,
    group: Group,
    forum: Forum,
    minutes: &'a str,
    on: NaiveDate,
    decree: Option<DecreeJson<'a>>,
    stage: Stage,
    stage_since: NaiveDate,
    steps: Vec<StepJson<'a>>,
}

#[derive(Debug, Serialize)]
pub struct DecreeJson<'a> {
    number: &'a str,
    on: NaiveDate,
}

impl<'a> From<&'a Decree> for DecreeJson<'a> {
    fn from(d: &'a Decree) -> Self {
        Self {
            number: &d.number,
            on: d.on,
        }
    }
}

#[derive(Debug, Serialize)]
struct StepJson<'a> {
    from: Stage,
    to: Stage,
    on: NaiveDate,
    basis: &'a str,
    actor: &'a str,
}

#[derive(Debug, Serialize)]
struct FormerJson<'a> {
    choice: ChoiceJson<'a>,
    until: NaiveDate,
    reason: &'a str,
    replaced_by: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct RawSaleJson<'a> {
    raw: bool,
    on: NaiveDate,
    note: &'a str,
}

#[derive(Debug, Serialize)]
struct NoteJson<'a> {
    on: NaiveDate,
    actor: &'a str,
    text: &'a str,
}

impl<'a> CardJson<'a> {
    /// The village as it is on a day.
    #[must_use]
    pub fn of(place: &'a Place, v: &'a Village, today: NaiveDate) -> Self {
        let choice = v.choice.as_ref();
        let report = choice.map(|c| GateReport::on(place, c, today));
        let evidence = choice.map(|c| c.evidence.iter().map(EvidenceJson::from).collect());
        let sold_raw = v.sold_raw.as_ref();
        let notes = v.notes.iter();
        Self {
            place: place.into(),
            decision: v.decision(),
            stage: v.stage(),
            product: choice.map(|c| c.product.as_str()),
            since: v.since(),
            days: v.since().map(|since| (today - since).num_days()),
            latest: v.latest,
            potentials: (1..).zip(&v.potentials).map(potential).collect(),
            choice: choice.map(ChoiceJson::from),
            category: choice.map(|c| c.category),
            verified_stage: report.as_ref().and_then(GateReport::verified),
            evidence: evidence.unwrap_or_default(),
            missing: report.map(|r| r.missing_json()).unwrap_or_default(),
            makers: choice.map(|c| MakersJson::of(&c.makers, today)),
            blockers: follow::obstacles_json(v, today),
            actions: follow::promises_json(v, today),
            former_choices: v.former.iter().map(former).collect(),
            sold_raw: sold_raw.map(|s| RawSaleJson {
                raw: s.raw,
                on: s.on,
                note: &s.note,
            }),
            notes: notes
                .map(|n| NoteJson {
                    on: n.on,
                    actor: &n.actor,
                    text: &n.text,
                })
                .collect(),
            unknown_events: v.unknown,
        }
    }
}

fn potential((number, p): (usize, &Potential)) -> PotentialJson<'_> {
    PotentialJson {
        number,
        id: p.id,
        name: &p.name,
        group: p.group,
        source: match &p.source {
            Source::Field => SourceJson::Field,
            Source::Public { address, date } => SourceJson::Public { address, date },
        },
        confirmed: p.confirmed,
        note: &p.note,
        since: p.since,
    }
}

impl<'a> From<&'a Choice> for ChoiceJson<'a> {
    fn from(c: &'a Choice) -> Self {
        let steps = c.steps.iter().map(|s| StepJson {
            from: s.from,
            to: s.to,
            on: s.on,
            basis: &s.basis,
            actor: &s.actor,
        });
        Self {
            potential: c.potential,
            product: &c.product,
            group: c.group,
            forum: c.forum,
            minutes: &c.minutes,
            on: c.on,
            decree: c.decree.as_ref().map(DecreeJson::from),
            stage: c.stage,
            stage_since: c.stage_since,
            steps: steps.collect(),
        }
    }
}

fn former(f: &FormerChoice) -> FormerJson<'_> {
    FormerJson {
        choice: (&f.choice).into(),
        until: f.until,
        reason: &f.reason,
        replaced_by: f.replaced_by.as_deref(),
    }
}
