//! `ovop status`: how many villages stand where.

use serde::Serialize;
use serde_json::{Map, Value};

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use super::{attention, find};
use crate::domain::list::Tally;
use crate::domain::stage::{Decision, Stage};
use crate::presenters::place::TallyJson;
use crate::presenters::table::{self, Side};

#[derive(Serialize)]
struct StatusJson {
    #[serde(flatten)]
    tally: TallyJson,
    reasons: Map<String, Value>,
}

/// Says how many villages stand where, of all or of one region.
///
/// # Errors
/// When the database or the output fails, or the region is not found.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let region = args
        .option("region")
        .map(|typed| find::region(ctx, &store, typed))
        .transpose()?;
    let tally = match &region {
        Some(region) => region.tally,
        None => store.tally(None).map_err(|e| ctx.fail(&e))?,
    };
    let code = region.as_ref().map(|r| r.code.as_str());
    let reasons = attention::counts(ctx, &store, code)?;
    if args.json() {
        return out.json(&StatusJson {
            tally: (&tally).into(),
            reasons: attention::counts_json(&reasons),
        });
    }
    if let Some(region) = region {
        out.line(&region.name)?;
    }
    for line in lines(&tally, ctx) {
        out.line(&line)?;
    }
    out.line(ctx.strings.cli.attention.head())?;
    for line in attention::lines(None, &reasons, ctx) {
        out.line(&format!("  {line}"))?;
    }
    Ok(())
}

/// One number on each line, so that a screen reader says it with its name.
fn lines(tally: &Tally, ctx: &Context) -> Vec<String> {
    let (words, facts) = (&ctx.strings.cli.words, &ctx.strings.facts);
    let mut rows = vec![
        (words.villages().to_owned(), tally.villages()),
        (words.no_product().to_owned(), tally.without_product()),
    ];
    for d in Decision::ALL {
        let part = if d.is_without_product() { "  " } else { "" };
        let label = format!("{part}{} {}", d.code(), facts.decision(d));
        rows.push((label, tally.decision(d)));
    }
    for s in Stage::ALL {
        let label = format!("{} {}", words.stage(), facts.stage(s));
        rows.push((label, tally.stage(s)));
    }
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|(label, n)| vec![label, n.to_string()])
        .collect();
    table::align(&rows, &[Side::Left, Side::Right])
}
