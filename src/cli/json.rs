//! The shapes of `--json`. Keys are English and stay; decisions, stages and groups are the words of the log.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::check::{self, GateReport};
use super::{follow, makers};
use crate::config::{Origin, Setting};
use crate::domain::attention;
use crate::domain::code::Kind;
use crate::domain::event::{Recorded, Source};
use crate::domain::gate::{Category, RuleBook};
use crate::domain::list::{Place, Row, Tally};
use crate::domain::redaction;
use crate::domain::stage::{Decision, Stage};
use crate::domain::village::{Choice, FormerChoice, Potential};
use crate::store::Card;

#[must_use]
pub fn tally(tally: &Tally) -> Value {
    let stages: serde_json::Map<String, Value> = Stage::ALL
        .into_iter()
        .map(|s| (s.word().to_owned(), tally.stage(s).into()))
        .collect();
    let mut all = json!({ "villages": tally.villages(), "no_product": tally.without_product() });
    for decision in Decision::ALL {
        all[decision.code()] = tally.decision(decision).into();
    }
    all["stages"] = stages.into();
    all
}

/// One village of a list.
#[must_use]
pub fn row(row: &Row, today: NaiveDate) -> Value {
    let s = &row.summary;
    let mut all = place(&row.place);
    all["decision"] = s.decision.code().into();
    all["stage"] = s.stage.map(Stage::word).into();
    all["product"] = s.product.clone().into();
    all["potentials"] = s.potentials.into();
    all["first_potential"] = s.first_potential.clone().into();
    all["since"] = s.since.map(day).into();
    all["days"] = s.since.map(|since| (today - since).num_days()).into();
    all["latest"] = s.latest.map(day).into();
    all["sold_raw"] = s.sells_raw.into();
    all["former_choices"] = s.former.into();
    all["category"] = s.category.map(Category::word).into();
    all["verified_stage"] = s.verified(today).map(Stage::word).into();
    all["next_due"] = s.next_due.map(day).into();
    let rules = RuleBook::shipped().on(today);
    all["reasons"] = attention::reasons(s, rules, today)
        .into_iter()
        .map(|(reason, _)| reason.word())
        .collect();
    all
}

/// One village with everything that is known of it.
#[must_use]
pub fn card(card: &Card, today: NaiveDate) -> Value {
    let v = &card.village;
    let mut all = place(&card.place);
    all["decision"] = v.decision().code().into();
    all["stage"] = v.stage().map(Stage::word).into();
    all["product"] = v.choice.as_ref().map(|c| c.product.clone()).into();
    all["since"] = v.since().map(day).into();
    all["days"] = v.since().map(|since| (today - since).num_days()).into();
    all["latest"] = v.latest.map(day).into();
    all["potentials"] = v
        .potentials
        .iter()
        .enumerate()
        .map(|(n, p)| potential(n + 1, p))
        .collect();
    all["choice"] = v.choice.as_ref().map(choice).into();
    let report = v
        .choice
        .as_ref()
        .map(|c| (c, GateReport::on(&card.place, c, today)));
    all["category"] = report.as_ref().map(|(c, _)| c.category.word()).into();
    all["verified_stage"] = report
        .as_ref()
        .and_then(|(_, report)| report.verified())
        .map(Stage::word)
        .into();
    all["evidence"] = report.as_ref().map_or_else(
        || json!([]),
        |(c, _)| c.evidence.iter().map(check::evidence_json).collect(),
    );
    all["missing"] = report
        .as_ref()
        .map_or_else(|| json!([]), |(_, report)| report.missing_json());
    all["makers"] = v
        .choice
        .as_ref()
        .map(|c| makers::to_json(&c.makers, today))
        .into();
    all["blockers"] = (1..)
        .zip(&v.follow.blockers)
        .map(|(n, b)| follow::blocker_json(n, b, today))
        .collect();
    all["actions"] = follow::actions_json(v, today);
    all["former_choices"] = v.former.iter().map(former).collect();
    all["sold_raw"] = v
        .sold_raw
        .as_ref()
        .map(|s| json!({ "raw": s.raw, "on": day(s.on), "note": s.note }))
        .into();
    all["notes"] = v
        .notes
        .iter()
        .map(|n| json!({ "on": day(n.on), "actor": n.actor, "text": n.text }))
        .collect();
    all["unknown_events"] = v.unknown.into();
    all
}

/// One event of the log.
#[must_use]
pub fn event(e: &Recorded) -> Value {
    let body = e.event.body().unwrap_or_default();
    json!({
        "seq": e.seq,
        "id": e.id,
        "village": e.stream,
        "kind": e.event.kind(),
        // A body that this version cannot read may be no JSON: then it is a text.
        "body": serde_json::from_str::<Value>(&body).unwrap_or(Value::String(body)),
        "occurred_on": day(e.occurred_on),
        "recorded_at": e.recorded_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "actor": e.actor,
        "batch": e.batch,
    })
}

/// The same for whoever only looks; without a body where nothing else would be left of it.
#[must_use]
pub fn redacted_event(e: &Recorded) -> Value {
    let Some(shown) = redaction::event(&e.event) else {
        let mut all = event(e);
        all["body"] = Value::Null;
        return all;
    };
    event(&Recorded {
        event: shown,
        ..e.clone()
    })
}

/// A setting with its value and where it comes from.
#[must_use]
pub fn setting<T>(setting: &Setting<T>, value: impl Into<Value>) -> Value {
    let (origin, file) = match &setting.origin {
        Origin::BuiltIn => ("built-in", None),
        Origin::Locale => ("locale", None),
        Origin::CommandLine => ("command-line", None),
        Origin::File(path) => ("file", Some(path.display().to_string())),
    };
    json!({ "value": value.into(), "origin": origin, "file": file })
}

/// `desa` or `kelurahan`.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Desa => "desa",
        Kind::Kelurahan => "kelurahan",
    }
}

/// `2025-11-13`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    day.to_string()
}

/// A village as the register has it.
#[must_use]
pub fn place(place: &Place) -> Value {
    json!({
        "code": place.code,
        "name": place.name,
        "kind": kind(place.kind()),
        "kecamatan": place.kecamatan,
        "kabupaten": place.regency,
    })
}

fn potential(number: usize, p: &Potential) -> Value {
    let source = match &p.source {
        Source::Field => json!({ "type": "field" }),
        Source::Public { address, date } => {
            json!({ "type": "public", "address": address, "date": date })
        }
    };
    json!({
        "number": number,
        "id": p.id,
        "name": p.name,
        "group": p.group.word(),
        "source": source,
        "confirmed": p.confirmed,
        "note": p.note,
        "since": day(p.since),
    })
}

fn choice(c: &Choice) -> Value {
    let steps: Value = c
        .steps
        .iter()
        .map(|s| {
            json!({
                "from": s.from.word(),
                "to": s.to.word(),
                "on": day(s.on),
                "basis": s.basis,
                "actor": s.actor,
            })
        })
        .collect();
    json!({
        "potential": c.potential,
        "product": c.product,
        "group": c.group.word(),
        "forum": c.forum.word(),
        "minutes": c.minutes,
        "on": day(c.on),
        "decree": c.decree.as_ref().map(|d| json!({ "number": d.number, "on": day(d.on) })),
        "stage": c.stage.word(),
        "stage_since": day(c.stage_since),
        "steps": steps,
    })
}

fn former(f: &FormerChoice) -> Value {
    json!({
        "choice": choice(&f.choice),
        "until": day(f.until),
        "reason": f.reason,
        "replaced_by": f.replaced_by,
    })
}
