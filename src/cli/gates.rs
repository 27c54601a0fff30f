//! `ovop gates`: the rules that say what proves a stage, for people, for machines and for the manual.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use crate::domain::attention::Reason;
use crate::domain::evidence::Status;
use crate::domain::follow::{Obstacle, Office, Outcome};
use crate::domain::gate::{Category, Follows, Item, Need, RuleBook, Rules};
use crate::domain::stage::Stage;
use crate::presenters::place::ByStage;
use crate::presenters::table::{self, Side};
use crate::strings::Strings;

/// Shows the rules of a day, for one category of product or for all.
///
/// # Errors
/// When the day is no date, or the output fails.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let rules = RuleBook::shipped().on(ctx.day(args.option("on"))?);
    let one = args.option("category").and_then(Category::parse);
    let categories = one.map_or_else(|| Category::ALL.to_vec(), |c| vec![c]);
    if args.json() {
        return out.json(&as_json(rules, &categories));
    }
    if args.flag("markdown") {
        return out.text(&markdown(rules, &categories, ctx.strings));
    }
    for line in text(rules, &categories, ctx.strings) {
        out.line(&line)?;
    }
    Ok(())
}

/// The items of a stage that any of the categories is asked for.
fn asked<'a>(
    rules: &'a Rules,
    stage: Stage,
    categories: &'a [Category],
) -> impl Iterator<Item = &'a Item> {
    rules.items.iter().filter(move |item| {
        item.stage == stage && categories.iter().any(|c| item.need(*c) != Need::NotAsked)
    })
}

fn text(rules: &Rules, categories: &[Category], s: &Strings) -> Vec<String> {
    let (w, p) = (&s.cli.gates, &s.programme);
    let mut lines = vec![w.version(&s.facts, rules)];
    // All stages in one table, so that its columns stand under each other throughout.
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut heads: Vec<(usize, String)> = Vec::new();
    for stage in Stage::ALL {
        heads.push((
            rows.len(),
            w.stage(s.facts.stage(stage), rules.limits.of(stage)),
        ));
        for item in asked(rules, stage, categories) {
            let needs = categories.iter().map(|c| p.need(item.need(*c)).to_owned());
            let label = match w.remark(&s.facts, item) {
                remark if remark.is_empty() => p.item(item).to_owned(),
                remark => format!("{} ({remark})", p.item(item)),
            };
            let row = std::iter::once(item.id.clone()).chain(needs).chain([label]);
            rows.push(row.collect());
        }
    }
    let head = std::iter::once(w.item_head().to_owned())
        .chain(categories.iter().map(|c| c.word().to_owned()))
        .chain([w.label_head().to_owned()]);
    rows.insert(0, head.collect());
    let sides = vec![Side::Left; categories.len() + 2];
    let mut aligned = table::align(&rows, &sides).into_iter();
    lines.extend(aligned.next().map(|head| format!("  {head}")));
    for (n, line) in aligned.enumerate() {
        lines.extend(
            heads
                .iter()
                .filter(|(at, _)| *at == n)
                .map(|(_, head)| head.clone()),
        );
        lines.push(format!("  {line}"));
    }
    lines.push(w.other_limits(&rules.limits));
    lines
}

/// The tables of the manual's page on gates.
#[must_use]
pub fn markdown(rules: &Rules, categories: &[Category], s: &Strings) -> String {
    let (w, p) = (&s.cli.gates, &s.programme);
    let mut out = format!("{}\n", w.version(&s.facts, rules));
    for stage in Stage::ALL {
        out += &format!(
            "\n### {}\n\n",
            w.stage(s.facts.stage(stage), rules.limits.of(stage))
        );
        let heads: Vec<&str> = categories.iter().map(|c| p.category(*c)).collect();
        out += &format!(
            "| {} | {} | {} |\n",
            w.item_head(),
            w.label_head(),
            heads.join(" | ")
        );
        out += &format!("| --- | --- |{}\n", " --- |".repeat(categories.len()));
        for item in asked(rules, stage, categories) {
            let needs: Vec<&str> = categories.iter().map(|c| p.need(item.need(*c))).collect();
            let remark = match w.remark(&s.facts, item) {
                remark if remark.is_empty() => remark,
                remark => format!(" ({remark})"),
            };
            out += &format!(
                "| `{}` | {}{remark} | {} |\n",
                item.id,
                p.item(item).replace('|', "\\|"),
                needs.join(" | ")
            );
        }
    }
    out += &format!("\n{}\n", w.other_limits(&rules.limits));
    for (title, words) in vocabulary(s) {
        out += &format!(
            "\n### {title}\n\n| {} | {} |\n",
            w.item_head(),
            w.meaning_head()
        );
        out += "| --- | --- |\n";
        for (word, meaning) in words {
            out += &format!("| `{word}` | {meaning} |\n");
        }
    }
    out
}

/// The words that commands on evidence, obstacles, promises and attention take, with their meaning.
fn vocabulary(s: &Strings) -> [(&'static str, Vec<(&'static str, &'static str)>); 6] {
    let (w, p) = (&s.cli.gates, &s.programme);
    let categories = Category::ALL.map(|c| (c.word(), p.category(c)));
    let statuses = Status::ALL.map(|x| (x.word(), p.status(x)));
    let obstacles = Obstacle::ALL.iter().map(|o| (o.word(), p.obstacle(*o)));
    let offices = Office::ALL.iter().map(|o| (o.word(), p.office(*o)));
    let outcomes = Outcome::ALL.iter().map(|o| (o.word(), p.outcome(*o)));
    let reasons = Reason::ALL.map(|r| (r.word(), s.reason(r)));
    let [category, status, obstacle, office, outcome, reason] = w.vocabulary();
    [
        (category, categories.to_vec()),
        (status, statuses.to_vec()),
        (obstacle, obstacles.collect()),
        (office, offices.collect()),
        (outcome, outcomes.collect()),
        (reason, reasons.to_vec()),
    ]
}

#[derive(Serialize)]
struct RulesJson<'a> {
    version: &'a str,
    since: NaiveDate,
    limits: LimitsJson,
    items: Vec<ItemJson<'a>>,
}

#[derive(Serialize)]
struct LimitsJson {
    stages: ByStage<i64>,
    no_product: i64,
    stale_data: i64,
    no_sale: i64,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    id: &'a str,
    stage: Stage,
    label: LabelJson<'a>,
    /// By the categories that were asked for.
    need: Map<String, Value>,
    follows_from: Option<Follows>,
    answers: &'a [Status],
    valid_months: Option<u32>,
    renew_months: Option<u32>,
    warn_months: Option<u32>,
    duty_from: Option<NaiveDate>,
}

#[derive(Serialize)]
struct LabelJson<'a> {
    id: &'a str,
    en: &'a str,
}

fn as_json<'a>(rules: &'a Rules, categories: &'a [Category]) -> RulesJson<'a> {
    let items = Stage::ALL
        .into_iter()
        .flat_map(|stage| asked(rules, stage, categories));
    let limits = &rules.limits;
    RulesJson {
        version: &rules.version,
        since: rules.since(),
        limits: LimitsJson {
            stages: ByStage::of(|s| limits.of(s)),
            no_product: limits.tanpa_produk,
            stale_data: limits.data_lama,
            no_sale: limits.tanpa_penjualan,
        },
        items: items.map(|item| item_json(item, categories)).collect(),
    }
}

fn item_json<'a>(item: &'a Item, categories: &[Category]) -> ItemJson<'a> {
    let needs = categories.iter().map(|c| {
        let need = serde_json::to_value(item.need(*c)).unwrap_or_default();
        (c.word().to_owned(), need)
    });
    let [id, en] = &item.label;
    ItemJson {
        id: &item.id,
        stage: item.stage,
        label: LabelJson { id, en },
        need: needs.collect(),
        follows_from: item.from,
        answers: &item.answers,
        valid_months: item.valid_months,
        renew_months: item.renew_months,
        warn_months: item.warn_months,
        duty_from: item.duty_from.map(|d| d.0),
    }
}
