//! `ovop board`: no product and the four stages as columns, with what is stuck in each.

use serde::Serialize;

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use super::{find, list};
use crate::domain::gate::{Limits, RuleBook};
use crate::domain::list::{DecisionIs, Filter, From, Row, Sort};
use crate::domain::stage::{Decision, Stage};
use crate::presenters::place::RowJson;
use crate::store::Store;

/// So many villages of a column stand in the text.
const SHOWN: u32 = 5;

/// A column of the board.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    /// K0 and K1.
    NoProduct,
    In(Stage),
}

impl Column {
    const ALL: [Self; 5] = [
        Self::NoProduct,
        Self::In(Stage::Potential),
        Self::In(Stage::Processed),
        Self::In(Stage::Packaged),
        Self::In(Stage::Marketed),
    ];

    fn filter(self, region: Option<&str>) -> Filter {
        let all = Filter {
            region: region.map(str::to_owned),
            ..Filter::default()
        };
        match self {
            Self::NoProduct => Filter {
                decision: Some(DecisionIs::WithoutProduct),
                ..all
            },
            Self::In(stage) => Filter {
                stage: Some(stage),
                ..all
            },
        }
    }

    /// Days after which a village has stood too long in the column.
    fn limit(self, limits: &Limits) -> i64 {
        match self {
            Self::NoProduct => limits.tanpa_produk,
            Self::In(stage) => limits.of(stage),
        }
    }
}

/// Shows the board, of all or of one region.
///
/// # Errors
/// When the database or the output fails, or the region is not found.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let region = args
        .option("region")
        .map(|typed| find::region(ctx, &store, typed))
        .transpose()?;
    let code = region.as_ref().map(|r| r.code.as_str());
    let stuck = store.stuck(code, ctx.today).map_err(|e| ctx.fail(&e))?;
    if args.json() {
        let rows = Column::ALL.map(|c| list::rows(ctx, &store, &c.filter(code), Sort::Age));
        let rows: Vec<Vec<Row>> = rows.into_iter().collect::<Result<_, _>>()?;
        let columns = Column::ALL.into_iter().zip(stuck).zip(&rows);
        let json = columns.map(|((column, stuck), rows)| column_json(column, stuck, rows, ctx));
        return out.json(&json.collect::<Vec<_>>());
    }
    if let Some(region) = &region {
        out.line(&region.name)?;
    }
    for (column, stuck) in Column::ALL.into_iter().zip(stuck) {
        for line in column_lines(column, stuck, code, ctx, &store)? {
            out.line(&line)?;
        }
    }
    Ok(())
}

fn column_lines(
    column: Column,
    stuck: u32,
    region: Option<&str>,
    ctx: &Context,
    store: &Store,
) -> Result<Vec<String>, Failure> {
    let s = ctx.strings;
    let w = &s.cli.attention;
    let filter = column.filter(region);
    let limit = column.limit(&RuleBook::shipped().on(ctx.today).limits);
    let all = store.count(&filter).map_err(|e| ctx.fail(&e))?;
    let head = match column {
        Column::In(stage) => w.column(s.facts.stage(stage), all, stuck, limit),
        Column::NoProduct => {
            let tally = store.tally(region).map_err(|e| ctx.fail(&e))?;
            let parts = [Decision::NotSurveyed, Decision::Undecided]
                .map(|d| format!("{} {}", d.code(), tally.decision(d)));
            w.column(&w.no_product(&parts), all, stuck, limit)
        }
    };
    let mut lines = vec![head];
    let first = store
        .page(&filter, Sort::Age, From::Start, SHOWN)
        .map_err(|e| ctx.fail(&e))?;
    let shown = first.rows.len();
    lines.extend(first.rows.iter().map(|row| {
        let age = list::days(row, ctx.today).map_or_else(|| "-".into(), |n| s.facts.age(n));
        format!(
            "  {age:>7}  {}",
            w.village(&row.place, &list::what(&row.summary, &s.cli.words))
        )
    }));
    let rest = (all as usize).saturating_sub(shown);
    if rest > 0 {
        lines.push(format!("  {}", w.more_villages(rest)));
    }
    Ok(lines)
}

fn column_json<'a>(column: Column, stuck: u32, rows: &'a [Row], ctx: &Context) -> ColumnJson<'a> {
    let part = |d| rows.iter().filter(|r| r.summary.decision == d).count();
    let [not_surveyed, undecided] = [Decision::NotSurveyed, Decision::Undecided]
        .map(|d| (column == Column::NoProduct).then(|| part(d)));
    ColumnJson {
        column: match column {
            Column::NoProduct => "no_product",
            Column::In(stage) => stage.word(),
        },
        count: rows.len(),
        not_surveyed,
        undecided,
        stuck,
        limit: column.limit(&RuleBook::shipped().on(ctx.today).limits),
        villages: rows.iter().map(|r| RowJson::of(r, ctx.today)).collect(),
    }
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    column: &'static str,
    count: usize,
    #[serde(rename = "K0", skip_serializing_if = "Option::is_none")]
    not_surveyed: Option<usize>,
    #[serde(rename = "K1", skip_serializing_if = "Option::is_none")]
    undecided: Option<usize>,
    stuck: u32,
    limit: i64,
    villages: Vec<RowJson<'a>>,
}
