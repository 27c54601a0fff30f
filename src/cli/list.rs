//! `ovop list`: villages by filter and order, as text, as a table for spreadsheets, as JSON.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::{self, Out};
use super::{filter, find, tree, view};
use crate::domain::attention::Reason;
use crate::domain::list::{DecisionIs, Filter, Row, Sort, Summary, Worded};
use crate::domain::stage::{Decision, Stage};
use crate::papers::gather;
use crate::presenters::place::RowJson;
use crate::presenters::table::{self, Side::Left, Side::Right};
use crate::store::Store;
use crate::strings::cli::answers::Words;

/// What `--decision` calls the villages of which a choice was once replaced or cancelled.
pub const ONCE_CLOSED: &str = "K4";

/// Lists the villages that the filters leave.
///
/// # Errors
/// When the database or the output fails, or the region is not found.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let wanted = wanted(args, ctx, &store)?;
    let sort = order(args, ctx, &store)?;
    let rows = rows(ctx, &store, &wanted, sort)?;
    if args.json() {
        let all = rows.iter().map(|row| RowJson::of(row, ctx.today));
        return out.json(&all.collect::<Vec<_>>());
    }
    if args.option("format") == Some(tree::CSV) {
        return out.raw(&csv(&rows, ctx)?);
    }
    for line in text(&rows, ctx) {
        out.line(&line)?;
    }
    let without = rows
        .iter()
        .filter(|row| row.summary.decision.is_without_product())
        .count();
    out.line(&ctx.strings.cli.words.listed(rows.len(), without))
}

/// The filter on the command line.
///
/// # Errors
/// When the region is not found or not clear.
pub fn wanted(args: Args<'_>, ctx: &Context, store: &Store) -> Result<Filter, Failure> {
    let region = args
        .option("region")
        .map(|typed| find::region(ctx, store, typed))
        .transpose()?;
    let decision = match args.option("decision") {
        Some(word) if word.eq_ignore_ascii_case(ONCE_CLOSED) => Some(DecisionIs::OnceClosed),
        Some(word) => Decision::parse(word).map(DecisionIs::Exactly),
        None => args
            .flag("no-product")
            .then_some(DecisionIs::WithoutProduct),
    };
    Ok(Filter {
        region: region.map(|r| r.code),
        decision,
        stage: args.option("stage").and_then(Stage::parse),
        reason: args
            .option("reason")
            .and_then(Reason::parse)
            .map(|reason| (reason, ctx.today)),
        query: worded(args, ctx, store)?,
    })
}

/// The conditions in words: those of a saved view and those that are typed, which must all hold.
fn worded(args: Args<'_>, ctx: &Context, store: &Store) -> Result<Option<Worded>, Failure> {
    let saved = view::saved(args, ctx, store)?.map(|v| v.filter);
    let typed = args.option("filter").map(str::to_owned);
    let all: Vec<String> = saved.into_iter().chain(typed).collect();
    if all.is_empty() {
        return Ok(None);
    }
    filter::read(ctx, store, &all.join(" ")).map(Some)
}

/// The order asked for, else that of the saved view.
///
/// # Errors
/// When there is no such view, or the database fails.
pub fn order(args: Args<'_>, ctx: &Context, store: &Store) -> Result<Sort, Failure> {
    if let Some(sort) = args.option("sort").and_then(Sort::parse) {
        return Ok(sort);
    }
    let saved = view::saved(args, ctx, store)?;
    Ok(saved.map_or_else(Sort::default, |v| v.sort))
}

/// All villages of a list, in its order.
///
/// # Errors
/// When the database fails.
pub fn rows(
    ctx: &Context,
    store: &Store,
    filter: &Filter,
    sort: Sort,
) -> Result<Vec<Row>, Failure> {
    gather::rows(store, filter, sort).map_err(|e| ctx.fail(&e))
}

fn text(rows: &[Row], ctx: &Context) -> Vec<String> {
    let (words, facts) = (&ctx.strings.cli.words, &ctx.strings.facts);
    let age = |row: &Row| days(row, ctx.today).map_or_else(|| "-".into(), |n| facts.age(n));
    let head = words.list_head().map(str::to_owned).to_vec();
    let rows: Vec<Vec<String>> = std::iter::once(head)
        .chain(rows.iter().map(|row| {
            let (p, s) = (&row.place, &row.summary);
            vec![
                p.code.to_string(),
                p.name.clone(),
                p.kecamatan.clone(),
                format!("{}{}", s.decision.code(), s.decision.flag()),
                s.stage.map_or("-", |s| facts.stage(s)).to_owned(),
                age(row),
                what(s, words),
            ]
        }))
        .collect();
    table::align(&rows, &[Left, Left, Left, Left, Left, Right, Left])
}

/// Days for which a village has stood where it stands.
#[must_use]
pub fn days(row: &Row, today: NaiveDate) -> Option<i64> {
    row.summary.since.map(|since| (today - since).num_days())
}

/// The product, or while none is chosen, in brackets, what could be.
#[must_use]
pub fn what(s: &Summary, words: &Words) -> String {
    match (&s.product, &s.first_potential) {
        (Some(product), _) => product.clone(),
        (None, Some(first)) if s.potentials > 1 => {
            format!("({first}, {})", words.and_more(s.potentials - 1))
        }
        (None, Some(first)) => format!("({first})"),
        (None, None) => "-".into(),
    }
}

/// RFC 4180, with English column names that stay, as in `--json`.
fn csv(rows: &[Row], ctx: &Context) -> Result<Vec<u8>, Failure> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let internal = |e: String| Failure::new(Exit::Internal, e);
    let mut head = vec![
        "code",
        "name",
        "kind",
        "kecamatan",
        "kabupaten",
        "decision",
        "stage",
        "product",
        "potentials",
        "since",
        "days",
        "sold_raw",
        "verified_stage",
        "next_due",
    ];
    // A table that leaves the program must not be taken for today's.
    let mut past: Vec<String> = Vec::new();
    if let Some(seen) = ctx.seen {
        head.extend(["as_of", "known_then"]);
        past.extend([seen.day.to_string(), seen.known_then.to_string()]);
    }
    // A line above the table would be no table any more.
    let made_up = |text: &'static str| ctx.training.then_some(text);
    writer
        .write_record(made_up("training").into_iter().chain(head))
        .map_err(|e| internal(e.to_string()))?;
    for row in rows {
        let Row { place, summary, .. } = row;
        let cells = [
            place.code.to_string(),
            place.name.clone(),
            place.kind().word().into(),
            place.kecamatan.clone(),
            place.regency.clone(),
            summary.decision.code().into(),
            summary.stage.map_or("", Stage::word).into(),
            summary.product.clone().unwrap_or_default(),
            summary.potentials.to_string(),
            summary.since.map(|d| d.to_string()).unwrap_or_default(),
            days(row, ctx.today)
                .map(|n| n.to_string())
                .unwrap_or_default(),
            summary.sells_raw.to_string(),
            summary.verified(ctx.today).map_or("", Stage::word).into(),
            summary.next_due.map(|d| d.to_string()).unwrap_or_default(),
        ];
        let cells = cells.iter().map(|c| out::cell(c));
        let cells = made_up("true").map(Cow::Borrowed).into_iter().chain(cells);
        writer
            .write_record(
                cells
                    .chain(past.iter().map(|c| out::cell(c)))
                    .map(Cow::into_owned),
            )
            .map_err(|e| internal(e.to_string()))?;
    }
    writer.into_inner().map_err(|e| internal(e.to_string()))
}
