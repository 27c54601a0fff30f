//! `ovop board`: no product and the four stages as columns, with what is stuck in each.

use serde_json::{Value, json};

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use super::{find, json, list};
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
    let stuck = store.stuck(code, ctx.today).map_err(|e| ctx.fail(&e))?;
    if args.json() {
        let columns: Result<Vec<Value>, Failure> = Column::ALL
            .into_iter()
            .zip(stuck)
            .map(|(column, stuck)| column_json(column, stuck, code, ctx, &store))
            .collect();
        return out.json(&columns?.into());
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

fn column_json(
    column: Column,
    stuck: u32,
    region: Option<&str>,
    ctx: &Context,
    store: &Store,
) -> Result<Value, Failure> {
    let limit = column.limit(&RuleBook::shipped().on(ctx.today).limits);
    let rows: Vec<Row> = list::rows(ctx, store, &column.filter(region), Sort::Age)?;
    let villages: Vec<Value> = rows.iter().map(|row| json::row(row, ctx.today)).collect();
    let mut value = match column {
        Column::NoProduct => {
            let part = |d| rows.iter().filter(|row| row.summary.decision == d).count();
            json!({
                "column": "no_product",
                "count": rows.len(),
                "K0": part(Decision::NotSurveyed),
                "K1": part(Decision::Undecided),
            })
        }
        Column::In(stage) => json!({ "column": stage.word(), "count": rows.len() }),
    };
    value["stuck"] = stuck.into();
    value["limit"] = limit.into();
    value["villages"] = villages.into();
    Ok(value)
}
