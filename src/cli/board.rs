//! `ovop board`: no product and the four stages as columns, with what is stuck in each.

use serde_json::{Value, json};

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use super::{find, json, list};
use crate::domain::attention::Reason;
use crate::domain::gate::{Limits, RuleBook};
use crate::domain::list::{DecisionIs, Filter, From, Row, Sort};
use crate::domain::stage::{Decision, Stage};
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
    if args.json() {
        let columns: Result<Vec<Value>, Failure> = Column::ALL
            .into_iter()
            .map(|column| column_json(column, code, ctx, &store))
            .collect();
        return out.json(&columns?.into());
    }
    if let Some(region) = &region {
        out.line(&region.name)?;
    }
    for column in Column::ALL {
        for line in column_lines(column, code, ctx, &store)? {
            out.line(&line)?;
        }
    }
    Ok(())
}

/// How many villages stand in a column, and how many of them for too long.
fn counts(
    column: Column,
    region: Option<&str>,
    ctx: &Context,
    store: &Store,
) -> Result<(u32, u32), Failure> {
    let filter = column.filter(region);
    let count = |filter: &Filter| store.count(filter).map_err(|e| ctx.fail(&e));
    let all = count(&filter)?;
    let stuck = match column {
        Column::In(_) => count(&Filter {
            reason: Some((Reason::Stuck, ctx.today)),
            ..filter
        })?,
        Column::NoProduct => {
            let limit = column.limit(&RuleBook::shipped().on(ctx.today).limits);
            waiting(&filter, limit, ctx, store)?
        }
    };
    Ok((all, stuck))
}

/// How many villages of a list have stood where they stand for more days than this. A village of which no date is known
/// has not begun to wait.
fn waiting(filter: &Filter, limit: i64, ctx: &Context, store: &Store) -> Result<u32, Failure> {
    let mut n = 0;
    let mut from = From::Start;
    loop {
        let page = store
            .page(filter, Sort::Age, from, list::PIECE)
            .map_err(|e| ctx.fail(&e))?;
        for row in &page.rows {
            // The longest wait comes first, so the first short one ends the count.
            if list::days(row, ctx.today).is_none_or(|days| days <= limit) {
                return Ok(n);
            }
            n += 1;
        }
        match page.rows.last() {
            Some(last) if !page.at_end => from = From::After(last.key),
            _ => return Ok(n),
        }
    }
}

fn column_lines(
    column: Column,
    region: Option<&str>,
    ctx: &Context,
    store: &Store,
) -> Result<Vec<String>, Failure> {
    let s = ctx.strings;
    let w = &s.cli.attention;
    let filter = column.filter(region);
    let limit = column.limit(&RuleBook::shipped().on(ctx.today).limits);
    let (all, stuck) = counts(column, region, ctx, store)?;
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

fn column_json(
    column: Column,
    region: Option<&str>,
    ctx: &Context,
    store: &Store,
) -> Result<Value, Failure> {
    let limit = column.limit(&RuleBook::shipped().on(ctx.today).limits);
    let rows: Vec<Row> = list::rows(ctx, store, &column.filter(region), Sort::Age)?;
    let (all, stuck) = counts(column, region, ctx, store)?;
    let villages: Vec<Value> = rows.iter().map(|row| json::row(row, ctx.today)).collect();
    let mut value = match column {
        Column::NoProduct => {
            let part = |d| rows.iter().filter(|row| row.summary.decision == d).count();
            json!({
                "column": "no_product",
                "count": all,
                "K0": part(Decision::NotSurveyed),
                "K1": part(Decision::Undecided),
            })
        }
        Column::In(stage) => json!({ "column": stage.word(), "count": all }),
    };
    value["stuck"] = stuck.into();
    value["limit"] = limit.into();
    value["villages"] = villages.into();
    Ok(value)
}
