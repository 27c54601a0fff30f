//! `ovop attention`: what needs attention, why, and the act that mends it.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use super::{find, list};
use crate::domain::attention::{Mend, Reason, Why};
use crate::domain::follow::Office;
use crate::domain::gate::RuleBook;
use crate::domain::list::{Filter, Row, Sort, Tally};
use crate::domain::stage::Decision;
use crate::presenters::gate_report::GateReport;
use crate::presenters::place::RowJson;
use crate::presenters::table::{self, Side};
use crate::store::Store;

/// Counts the reasons, or lists the villages of one.
///
/// # Errors
/// When the database or the output fails, or the region is not found.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let region = args
        .option("region")
        .map(|typed| find::region(ctx, &store, typed))
        .transpose()?;
    let code = region.as_ref().map(|r| r.code.clone());
    if let Some(reason) = args.option("reason").and_then(Reason::parse) {
        return of_reason(reason, code, args.json(), ctx, &store, out);
    }
    let tally = match &region {
        Some(region) => region.tally,
        None => store.tally(None).map_err(|e| ctx.fail(&e))?,
    };
    let counts = counts(ctx, &store, code.as_deref())?;
    if args.json() {
        return out.json(&AttentionJson {
            villages: tally.villages(),
            no_product: NoProductJson {
                total: tally.without_product(),
                not_surveyed: tally.decision(Decision::NotSurveyed),
                undecided: tally.decision(Decision::Undecided),
            },
            reasons: counts_json(&counts),
        });
    }
    if let Some(region) = region {
        out.line(&region.name)?;
    }
    for line in lines(Some(&tally), &counts, ctx) {
        out.line(&line)?;
    }
    Ok(())
}

#[derive(Serialize)]
struct AttentionJson {
    villages: u32,
    no_product: NoProductJson,
    reasons: Map<String, Value>,
}

#[derive(Serialize)]
struct NoProductJson {
    total: u32,
    #[serde(rename = "K0")]
    not_surveyed: u32,
    #[serde(rename = "K1")]
    undecided: u32,
}

/// How many villages each reason holds for, in the order of [`Reason::ALL`].
///
/// # Errors
/// When the database fails.
pub fn counts(
    ctx: &Context,
    store: &Store,
    region: Option<&str>,
) -> Result<[u32; Reason::ALL.len()], Failure> {
    store
        .reason_counts(region, ctx.today)
        .map_err(|e| ctx.fail(&e))
}

/// The counts for machines.
#[must_use]
pub fn counts_json(counts: &[u32; Reason::ALL.len()]) -> Map<String, Value> {
    let named = Reason::ALL.into_iter().zip(counts);
    named
        .map(|(r, n)| (r.word().to_owned(), (*n).into()))
        .collect()
}

/// One reason on each line, with its word and its number; no product never without its split, and left out where there
/// is no tally to split it by.
#[must_use]
pub fn lines(
    tally: Option<&Tally>,
    counts: &[u32; Reason::ALL.len()],
    ctx: &Context,
) -> Vec<String> {
    let s = ctx.strings;
    let mut rows = Vec::new();
    for (reason, n) in Reason::ALL.into_iter().zip(counts) {
        let row = |word: &str, label: String, n: u32| vec![word.to_owned(), label, n.to_string()];
        if reason == Reason::NoProduct {
            let Some(tally) = tally else {
                continue;
            };
            let label = s.cli.words.no_product().to_owned();
            rows.push(row(reason.word(), label, tally.without_product()));
            for d in [Decision::NotSurveyed, Decision::Undecided] {
                let label = format!("  {} {}", d.code(), s.facts.decision(d));
                rows.push(row("", label, tally.decision(d)));
            }
        } else {
            rows.push(row(reason.word(), s.reason(reason).to_owned(), *n));
        }
    }
    table::align(&rows, &[Side::Left, Side::Left, Side::Right])
}

fn of_reason(
    reason: Reason,
    region: Option<String>,
    as_json: bool,
    ctx: &Context,
    store: &Store,
    out: &mut Out,
) -> Result<(), Failure> {
    let filter = Filter {
        region,
        reason: Some((reason, ctx.today)),
        ..Filter::default()
    };
    // What has waited longest comes first; no product by kecamatan, K0 before K1.
    let sort = match reason {
        Reason::NoProduct => Sort::Attention,
        _ => Sort::Age,
    };
    let rules = RuleBook::shipped().on(ctx.today);
    let mut found: Vec<(Row, Why, String)> = Vec::new();
    for row in list::rows(ctx, store, &filter, sort)? {
        let Some(why) = reason.holds(&row.summary, rules, ctx.today) else {
            continue;
        };
        let detail = detail(ctx, store, &row, why)?;
        found.push((row, why, detail));
    }
    if as_json {
        let all = found
            .iter()
            .map(|(row, why, _)| village_json(row, reason, *why, ctx.today));
        return out.json(&all.collect::<Vec<_>>());
    }
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|(row, why, detail)| {
            vec![
                row.place.code.to_string(),
                row.place.name.clone(),
                row.place.kecamatan.clone(),
                detail.clone(),
                mend(row, *why),
            ]
        })
        .collect();
    for line in table::align(&rows, &[Side::Left; 5]) {
        out.line(&line)?;
    }
    let parts = |d: Decision| {
        found
            .iter()
            .filter(|(r, ..)| r.summary.decision == d)
            .count()
    };
    let words = &ctx.strings.cli.attention;
    out.line(&match reason {
        Reason::NoProduct => words.without_product(
            found.len(),
            parts(Decision::NotSurveyed),
            parts(Decision::Undecided),
        ),
        _ => words.found(found.len(), ctx.strings.reason(reason)),
    })
}

/// Why, in words. Which paper has ended stands on the card alone.
fn detail(ctx: &Context, store: &Store, row: &Row, why: Why) -> Result<String, Failure> {
    let s = ctx.strings;
    if why != Why::Expiring {
        return Ok(s.why(why));
    }
    let card = store.card(&row.place.code).map_err(|e| ctx.fail(&e))?;
    let papers = card.as_ref().and_then(|card| {
        let choice = card.village.choice.as_ref()?;
        let report = GateReport::on(&card.place, choice, ctx.today);
        Some(report.renewal_sentences(s).join(". "))
    });
    Ok(papers
        .filter(|p| !p.is_empty())
        .unwrap_or_else(|| s.why(why)))
}

/// The command that mends it, as far as it can be written without knowing more.
fn mend(row: &Row, why: Why) -> String {
    let command = match why.mend() {
        Mend::RecordPotential => "potential add",
        Mend::Choose => "choose",
        Mend::Decree => "decree",
        Mend::PlanAction => "action plan",
        Mend::ClearBlocker => "blocker clear",
        Mend::CloseAction => "action close",
        Mend::Claim => "evidence claim",
        Mend::Note => "note",
    };
    format!("ovop {command} {} …", row.place.code)
}

#[derive(Serialize)]
struct VillageJson<'a> {
    #[serde(flatten)]
    row: RowJson<'a>,
    reason: &'static str,
    why: WhyJson,
}

/// Each reason has some of these.
#[derive(Default, Serialize)]
struct WhyJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<Decision>,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<Office>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<NaiveDate>,
}

fn village_json(row: &Row, reason: Reason, why: Why, today: NaiveDate) -> VillageJson<'_> {
    let mut all = WhyJson::default();
    match why {
        Why::Decision(d) => all.decision = Some(d),
        Why::Stuck { days, limit } => (all.days, all.limit) = (Some(days), Some(limit)),
        Why::Blocked { office, days } => (all.office, all.days) = (Some(office), Some(days)),
        Why::Overdue { days } | Why::Stale { days } => all.days = Some(days),
        Why::Expiring | Why::NoNextAction | Why::Unpackaged => {}
    }
    if reason == Reason::Expiring {
        all.since = row.summary.warn_from;
    }
    VillageJson {
        row: RowJson::of(row, today),
        reason: reason.word(),
        why: all,
    }
}
