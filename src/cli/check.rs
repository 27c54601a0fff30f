//! `ovop check`: what a village's product has proved, what is missing, and what will run out.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::context::{Args, Context};
use super::fail::Failure;
use super::find::{self, Need};
use super::out::Out;
use super::table::{self, Side};
use super::{gates, json, log, permit, show};
use crate::domain::evidence::{self, Check, Evidence, Renewal, Standing};
use crate::domain::gate::{Follows, Item, RuleBook, Rules};
use crate::domain::list::Place;
use crate::domain::past;
use crate::domain::stage::Stage;
use crate::domain::village::{Choice, Village};
use crate::store::{LogQuery, Store};

/// A product checked against the rules of a day.
pub struct GateReport<'a> {
    place: &'a Place,
    choice: &'a Choice,
    rules: &'a Rules,
    day: NaiveDate,
}

/// Holds a village's product against the gates, today or on another day.
///
/// # Errors
/// When the village is not found or not clear, or the database or the output fails.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let day = ctx.day(args.option("on"))?;
    let store = ctx.view()?;
    let place = find::village(ctx, &store, &args.words("village"), Need::Reading)?;
    let village = as_of(ctx, &store, &place, day)?;
    let report = village
        .choice
        .as_ref()
        .map(|choice| GateReport::on(&place, choice, day));
    if args.json() {
        let mut all = json::place(&place);
        all["on"] = json::day(day).into();
        all["check"] = report.as_ref().map(GateReport::as_json).into();
        return out.json(&all);
    }
    match report {
        Some(report) => report.lines(ctx).iter().try_for_each(|line| out.line(line)),
        None => {
            out.line(&ctx.strings.cli.words.place(&place))?;
            out.line(ctx.strings.cli.card.nothing_chosen())?;
            show::potentials(&village, ctx)
                .iter()
                .try_for_each(|line| out.line(line))
        }
    }
}

/// The village as it stood at the end of a day, by what is known today.
fn as_of(ctx: &Context, store: &Store, place: &Place, day: NaiveDate) -> Result<Village, Failure> {
    if day >= ctx.today {
        return show::card(ctx, store, place).map(|card| card.village);
    }
    let query = LogQuery {
        village: Some(place.code.clone()),
        limit: u32::MAX,
        ..LogQuery::default()
    };
    let events = log::read(ctx, store, query)?;
    Ok(Village::fold(&past::of_day(&events, day, None)))
}

impl<'a> GateReport<'a> {
    /// By the rules that hold on the day.
    #[must_use]
    pub fn on(place: &'a Place, choice: &'a Choice, day: NaiveDate) -> Self {
        let rules = RuleBook::shipped().on(day);
        Self {
            place,
            choice,
            rules,
            day,
        }
    }

    #[must_use]
    pub fn verified(&self) -> Option<Stage> {
        evidence::verified_stage(self.choice, self.rules, self.day)
    }

    fn goal(&self) -> Stage {
        evidence::goal(self.choice, self.rules, self.day)
    }

    /// The papers that must be thought of, the nearest end first.
    #[must_use]
    pub fn renewals(&self) -> Vec<(&'a Item, Renewal, NaiveDate)> {
        let known = self.choice.evidence.iter();
        let mut renewals: Vec<_> = known
            .filter_map(|e| {
                let item = self.rules.item(&e.claim.item)?;
                let (renewal, end) = evidence::renewal(e, item, self.day)?;
                Some((item, renewal, end))
            })
            .collect();
        renewals.sort_by_key(|(_, _, end)| *end);
        renewals
    }

    fn lines(&self, ctx: &Context) -> Vec<String> {
        let s = ctx.strings;
        let (w, p, facts) = (&s.cli.gates, &s.programme, &s.facts);
        let mut lines = vec![
            w.checked(p, self.place, self.choice, self.rules),
            w.stages(facts, self.choice.stage, self.verified()),
        ];
        for stage in Stage::ALL {
            lines.push(w.stage(facts.stage(stage), self.rules.limits.of(stage)));
            let items = evidence::of_stage(self.choice, stage, self.rules, self.day);
            let rows: Vec<Vec<String>> = items.iter().map(|c| item_row(ctx, c)).collect();
            let rows = table::align(&rows, &[Side::Left; 4]);
            lines.extend(rows.iter().map(|row| format!("  {row}")));
        }
        lines.extend(self.missing(ctx));
        lines.extend(self.renewal_lines(ctx));
        let claims = self.choice.evidence.iter().map(|e| &e.claim);
        lines.extend(claims.flat_map(|c| permit::lines(ctx, self.place, c, self.day)));
        lines.extend(self.step_back(ctx));
        lines
    }

    /// What is missing up to the stage to prove next, numbered, each with the command that mends it.
    #[must_use]
    pub fn missing(&self, ctx: &Context) -> Vec<String> {
        let s = ctx.strings;
        let (w, p) = (&s.cli.gates, &s.programme);
        let goal = s.facts.stage(self.goal());
        let missing = evidence::missing(self.choice, self.rules, self.day);
        if missing.is_empty() {
            return vec![w.nothing_missing(goal)];
        }
        let lines = missing.iter().enumerate().map(|(n, c)| {
            format!(
                "{:>3}. {}: {} ({}): {}",
                n + 1,
                c.item.id,
                p.item(c.item),
                p.standing(c.standing),
                self.mend(ctx, c)
            )
        });
        std::iter::once(w.missing(goal)).chain(lines).collect()
    }

    /// The command that brings an item further.
    fn mend(&self, ctx: &Context, c: &Check<'_>) -> String {
        let (code, id) = (&self.place.code, &c.item.id);
        match (c.item.from, c.standing) {
            (Some(Follows::Decree), _) => format!("ovop decree {code} …"),
            (Some(Follows::Minutes), _) => ctx.strings.cli.gates.no_minutes().to_owned(),
            (None, Standing::Claimed) => format!("ovop evidence verify {code} {id}"),
            (None, _) => format!("ovop evidence claim {code} {id}"),
        }
    }

    /// Papers that have ended, or must be renewed, with their end.
    #[must_use]
    pub fn renewal_lines(&self, ctx: &Context) -> Vec<String> {
        let s = ctx.strings;
        let renewals = self.renewals();
        if renewals.is_empty() {
            return Vec::new();
        }
        let lines = renewals.iter().map(|(item, renewal, end)| {
            let renewal = s.programme.renewal(*renewal);
            let line = s.cli.gates.renewal(&s.facts, &item.id, renewal, *end);
            format!("  - {line}")
        });
        std::iter::once(s.cli.gates.renewals().to_owned())
            .chain(lines)
            .collect()
    }

    fn step_back(&self, ctx: &Context) -> Option<String> {
        let back = evidence::step_back(self.choice, self.rules, self.day)?;
        let s = ctx.strings;
        let w = &s.cli.gates;
        let expired: Vec<&str> = back.expired.iter().map(|c| c.item.id.as_str()).collect();
        let basis = match back.unsold_since {
            Some(month) => s.programme.unsold(&s.makers.month(month)),
            None => w.expired_basis(&expired.join(", ")),
        };
        let (code, to) = (&self.place.code, back.to.word());
        let command = format!("ovop stage {code} {to} --basis \"{basis}\"");
        Some(w.step_back(s.facts.stage(back.to), &basis, &command))
    }

    fn as_json(&self) -> Value {
        let of = |c: &Check<'_>| {
            json!({
                "item": c.item.id,
                "need": gates::need(c.need),
                "standing": standing(c.standing),
                "evidence": c.evidence.map(evidence_json),
            })
        };
        let stages: Vec<Value> = Stage::ALL
            .into_iter()
            .map(|stage| {
                let items = evidence::of_stage(self.choice, stage, self.rules, self.day);
                json!({
                    "stage": stage.word(),
                    "limit": self.rules.limits.of(stage),
                    "items": items.iter().map(of).collect::<Vec<_>>(),
                })
            })
            .collect();
        let claims = self.choice.evidence.iter().map(|e| &e.claim);
        let numbers: Vec<Value> = claims
            .map(|c| permit::as_json(self.place, c, self.day))
            .filter(|hint| !hint.is_null())
            .collect();
        let back = evidence::step_back(self.choice, self.rules, self.day).map(|back| {
            let expired: Vec<&str> = back.expired.iter().map(|c| c.item.id.as_str()).collect();
            let unsold = back.unsold_since.map(|month| month.to_string());
            json!({ "to": back.to.word(), "expired": expired, "unsold_since": unsold })
        });
        json!({
            "product": self.choice.product,
            "category": self.choice.category.word(),
            "rules": self.rules.version,
            "declared_stage": self.choice.stage.word(),
            "verified_stage": self.verified().map(Stage::word),
            "stages": stages,
            "goal": self.goal().word(),
            "missing": self.missing_json(),
            "renewals": self.renewals_json(),
            "numbers": numbers,
            "step_back": back,
        })
    }

    /// What is missing, for machines.
    #[must_use]
    pub fn missing_json(&self) -> Value {
        let missing = evidence::missing(self.choice, self.rules, self.day);
        missing
            .iter()
            .map(|c| json!({ "item": c.item.id, "standing": standing(c.standing) }))
            .collect()
    }

    fn renewals_json(&self) -> Value {
        let renewals = self.renewals().into_iter();
        renewals
            .map(|(item, renewal, end)| {
                let renewal = match renewal {
                    Renewal::Soon => "soon",
                    Renewal::Due => "due",
                    Renewal::Expired => "expired",
                };
                json!({ "item": item.id, "renewal": renewal, "ends": json::day(end) })
            })
            .collect()
    }
}

/// How an item stands and weighs, its word, and what is on record of it.
fn item_row(ctx: &Context, c: &Check<'_>) -> Vec<String> {
    let s = ctx.strings;
    let p = &s.programme;
    let label = match c.evidence {
        Some(e) => format!(
            "{}: {}",
            p.item(c.item),
            s.cli.gates.details(&s.facts, p, e)
        ),
        None => p.item(c.item).to_owned(),
    };
    vec![
        p.standing(c.standing).to_owned(),
        p.need(c.need).to_owned(),
        c.item.id.clone(),
        label,
    ]
}

fn standing(s: Standing) -> &'static str {
    match s {
        Standing::Missing => "missing",
        Standing::Claimed => "claimed",
        Standing::Verified => "verified",
        Standing::Expired => "expired",
        Standing::Waived => "waived",
    }
}

/// What is on record about an item, for machines.
#[must_use]
pub fn evidence_json(e: &Evidence) -> Value {
    let c = &e.claim;
    json!({
        "item": c.item,
        "status": c.status.word(),
        "number": c.number,
        "issuer": c.issuer,
        "holder": c.holder,
        "issued": c.issued.map(json::day),
        "expires": c.expires.map(json::day),
        "missing": c.missing,
        "note": c.note,
        "on": json::day(e.on),
        "by": e.by,
        "verified": e.verified.as_ref().map(|(by, on)| json!({ "by": by, "on": json::day(*on) })),
    })
}
