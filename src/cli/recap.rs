//! The tables over all villages with a product: who is insured, which months are known, who helps. A village of which
//! nothing is known is said to be so; it never counts as zero.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::{self, Out};
use super::{find, list, tree};
use crate::domain::follow::Office;
use crate::domain::list::{Filter, Place, Sort};
use crate::domain::makers::{Checked, Makers, Workers};
use crate::domain::month::Month;
use crate::presenters::place::PlaceJson;
use crate::presenters::production::{self, MonthKnownJson, WorkersJson};
use crate::presenters::table::{self, Side::Left, Side::Right};
use crate::strings::makers::strip;

/// A village with its product.
struct Made {
    place: Place,
    product: String,
    makers: Makers,
}

impl Made {
    fn json(&self) -> VillageProductJson<'_> {
        VillageProductJson {
            place: (&self.place).into(),
            product: &self.product,
        }
    }
}

#[derive(Serialize)]
struct VillageProductJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    product: &'a str,
}

#[derive(Serialize)]
struct VillageWorkersJson<'a> {
    #[serde(flatten)]
    village: VillageProductJson<'a>,
    workers: Option<WorkersJson>,
}

#[derive(Serialize)]
struct VillageYearJson<'a> {
    #[serde(flatten)]
    village: VillageProductJson<'a>,
    year: Vec<MonthKnownJson>,
    turnover: Option<u64>,
}

#[derive(Serialize)]
struct OfficeHelpJson {
    office: Office,
    running: usize,
    done: usize,
    waiting: usize,
}

/// The villages with a chosen product, in the register's order, and how many have none.
fn villages(args: Args<'_>, ctx: &Context) -> Result<(Vec<Made>, usize), Failure> {
    let store = ctx.view()?;
    let region = match args.option("region") {
        Some(typed) => Some(find::region(ctx, &store, typed)?.code),
        None => None,
    };
    let filter = Filter {
        region,
        ..Filter::default()
    };
    let (mut all, mut without) = (Vec::new(), 0);
    for row in list::rows(ctx, &store, &filter, Sort::Register)? {
        // The summary says who has a product: only those are read.
        if row.summary.decision.is_without_product() {
            without += 1;
            continue;
        }
        let card = store.card(&row.place.code).map_err(|e| ctx.fail(&e))?;
        if let Some(choice) = card.and_then(|c| c.village.choice) {
            all.push(Made {
                place: row.place,
                product: choice.product,
                makers: choice.makers,
            });
        }
    }
    Ok((all, without))
}

/// The workers of each village, and who of them is insured.
///
/// # Errors
/// When the database or the output fails, or the region is not found.
pub fn workers(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let (all, without) = villages(args, ctx)?;
    if args.json() {
        let rows = all.iter().map(|m| VillageWorkersJson {
            village: m.json(),
            workers: m.makers.workers.as_ref().map(WorkersJson::from),
        });
        return out.json(&rows.collect::<Vec<_>>());
    }
    let cells = |m: &Made, day: &dyn Fn(NaiveDate) -> String, none: &str| -> Vec<String> {
        let w = m.makers.workers.as_ref();
        let or = |text: Option<String>| text.unwrap_or_else(|| none.to_owned());
        let (work, health) = (w.and_then(|w| w.work), w.and_then(|w| w.health));
        vec![
            or(w.map(|w| w.men.to_string())),
            or(w.map(|w| w.women.to_string())),
            or(work.map(|c| c.number.to_string())),
            or(health.map(|c| c.number.to_string())),
            or(w.map(|w| day(w.on))),
            or(work.map(|c| c.on).max(health.map(|c| c.on)).map(day)),
        ]
    };
    if args.option("format") == Some(tree::CSV) {
        let head = ["men", "women", "work", "health", "counted_on", "checked_on"];
        let rows = all.iter().map(|m| {
            let mut row = village_cells(m);
            row.extend(cells(m, &|d| d.to_string(), ""));
            row
        });
        return csv(ctx, out, &VILLAGE, &head, rows);
    }
    let (w, facts) = (&ctx.strings.cli.makers, &ctx.strings.facts);
    let mut rows = vec![w.workers_head().map(str::to_owned).to_vec()];
    rows.extend(all.iter().map(|m| {
        let mut row = short_cells(m);
        row.extend(cells(m, &|d| facts.short_day(d), "-"));
        row
    }));
    if !all.is_empty() {
        let sides = [
            Left, Left, Left, Left, Right, Right, Right, Right, Left, Left,
        ];
        for line in table::align(&rows, &sides) {
            out.line(&line)?;
        }
    }
    for (name, of) in by_kecamatan(&all) {
        let known: Vec<&Workers> = of
            .iter()
            .filter_map(|m| m.makers.workers.as_ref())
            .collect();
        if !known.is_empty() {
            out.line(&w.workers_total(name, heads(&known), members(&known)))?;
        }
    }
    let known: Vec<&Workers> = all
        .iter()
        .filter_map(|m| m.makers.workers.as_ref())
        .collect();
    out.line(&w.workers_total(w.all(), heads(&known), members(&known)))?;
    let unchecked = |of: fn(&Workers) -> bool| known.iter().filter(|x| of(x)).count();
    out.line(&w.unchecked(
        unchecked(|x| x.work.is_none()),
        unchecked(|x| x.health.is_none()),
    ))?;
    out.line(&w.without_data(known.len(), all.len() - known.len(), without))
}

/// The villages of each kecamatan, in the register's order.
fn by_kecamatan(all: &[Made]) -> Vec<(&str, Vec<&Made>)> {
    let mut parts: Vec<(&str, Vec<&Made>)> = Vec::new();
    for made in all {
        let name = made.place.kecamatan.as_str();
        match parts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, of)) => of.push(made),
            None => parts.push((name, vec![made])),
        }
    }
    parts
}

/// What was earned in twelve months, in rupiah; none where no turnover is known.
fn turnover<'a>(of: impl Iterator<Item = &'a Made>, day: NaiveDate) -> Option<u64> {
    of.filter_map(|m| m.makers.turnover(day))
        .reduce(u64::saturating_add)
}

fn heads(known: &[&Workers]) -> [u64; 2] {
    let sum = |of: fn(&Workers) -> u32| known.iter().map(|w| u64::from(of(w))).sum();
    [sum(|w| w.men), sum(|w| w.women)]
}

/// The active members; none where nobody has checked anywhere.
fn members(known: &[&Workers]) -> [Option<u64>; 2] {
    let sum = |of: fn(&Workers) -> Option<Checked>| {
        let checked = known.iter().filter_map(|w| of(w));
        checked.map(|c| u64::from(c.number)).reduce(|a, b| a + b)
    };
    [sum(|w| w.work), sum(|w| w.health)]
}

/// The twelve months of each village.
///
/// # Errors
/// As [`workers`].
pub fn months(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let (all, without) = villages(args, ctx)?;
    if args.json() {
        let rows = all.iter().map(|m| VillageYearJson {
            village: m.json(),
            year: production::year_json(&m.makers, ctx.today),
            turnover: m.makers.turnover(ctx.today),
        });
        return out.json(&rows.collect::<Vec<_>>());
    }
    let months = Month::twelve(ctx.today);
    if args.option("format") == Some(tree::CSV) {
        let names = months.map(|m| m.to_string());
        let mut head: Vec<&str> = names.iter().map(String::as_str).collect();
        head.push("turnover");
        let rows = all.iter().map(|m| {
            let mut row = village_cells(m);
            row.extend(months.map(|month| m.makers.known(month).word().to_owned()));
            let turnover = m.makers.turnover(ctx.today);
            row.push(turnover.map(|t| t.to_string()).unwrap_or_default());
            row
        });
        return csv(ctx, out, &VILLAGE, &head, rows);
    }
    let (w, words) = (&ctx.strings.cli.makers, &ctx.strings.makers);
    let mut rows = vec![w.months_head().map(str::to_owned).to_vec()];
    rows.extend(all.iter().map(|m| {
        let mut row = short_cells(m);
        row.push(strip(&m.makers.year(ctx.today)));
        let turnover = m.makers.turnover(ctx.today);
        row.push(turnover.map_or_else(|| "-".into(), |t| words.money(t)));
        row
    }));
    if !all.is_empty() {
        for line in table::align(&rows, &[Left, Left, Left, Left, Left, Right]) {
            out.line(&line)?;
        }
    }
    for (name, of) in by_kecamatan(&all) {
        if let Some(turnover) = turnover(of.iter().copied(), ctx.today) {
            out.line(&w.months_total(name, &words.money(turnover)))?;
        }
    }
    if let Some(turnover) = turnover(all.iter(), ctx.today) {
        out.line(&w.months_total(w.all(), &words.money(turnover)))?;
    }
    out.line(&format!("{}.", words.legend(ctx.today)))?;
    let known = |m: &&Made| {
        months
            .iter()
            .any(|x| m.makers.known(*x).word() != "no-data")
    };
    let known = all.iter().filter(known).count();
    out.line(&w.without_data(known, all.len() - known, without))
}

/// How many assistances each office runs, has ended, and is waited for.
///
/// # Errors
/// As [`workers`].
pub fn assistance(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let (all, _) = villages(args, ctx)?;
    let mut counts: Vec<(Office, [usize; 3])> = Vec::new();
    for office in Office::ALL {
        let mut n = [0; 3];
        for help in all.iter().flat_map(|m| &m.makers.assistance) {
            if help.office == *office {
                let at = match (&help.ended, help.waiting) {
                    (Some(_), _) => 1,
                    (None, false) => 0,
                    (None, true) => 2,
                };
                n[at] += 1;
            }
        }
        if n != [0; 3] {
            counts.push((*office, n));
        }
    }
    if args.json() {
        let rows = counts
            .iter()
            .map(|(office, [running, done, waiting])| OfficeHelpJson {
                office: *office,
                running: *running,
                done: *done,
                waiting: *waiting,
            });
        return out.json(&rows.collect::<Vec<_>>());
    }
    let cells = |name: &str, n: &[usize; 3]| -> Vec<String> {
        let mut row = vec![name.to_owned()];
        row.extend(n.map(|n| n.to_string()));
        row
    };
    if args.option("format") == Some(tree::CSV) {
        let rows = counts.iter().map(|(office, n)| cells(office.word(), n));
        return csv(ctx, out, &["office"], &["running", "done", "waiting"], rows);
    }
    let w = &ctx.strings.cli.makers;
    if counts.is_empty() {
        return out.line(w.no_assistance());
    }
    let mut rows = vec![w.assistance_head().map(str::to_owned).to_vec()];
    let name = |office: Office| ctx.strings.programme.office(office);
    rows.extend(counts.iter().map(|(office, n)| cells(name(*office), n)));
    let mut sum = [0; 3];
    for (_, n) in &counts {
        sum.iter_mut().zip(n).for_each(|(sum, n)| *sum += n);
    }
    rows.push(cells(w.all(), &sum));
    for line in table::align(&rows, &[Left, Right, Right, Right]) {
        out.line(&line)?;
    }
    Ok(())
}

/// The columns that name a village.
const VILLAGE: [&str; 5] = ["code", "name", "kecamatan", "kabupaten", "product"];

fn village_cells(m: &Made) -> Vec<String> {
    vec![
        m.place.code.to_string(),
        m.place.name.clone(),
        m.place.kecamatan.clone(),
        m.place.regency.clone(),
        m.product.clone(),
    ]
}

fn short_cells(m: &Made) -> Vec<String> {
    let mut cells = village_cells(m);
    cells.remove(3);
    cells
}

/// RFC 4180, with English column names that stay.
///
/// # Errors
/// When the output cannot be written.
pub fn csv(
    ctx: &Context,
    out: &mut Out,
    first: &[&str],
    head: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<(), Failure> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let internal = |e: String| Failure::new(Exit::Internal, e);
    let mut columns: Vec<&str> = Vec::new();
    // What is made up, and which past day it is about, stands in every row: a line above would be no table any more.
    columns.extend(ctx.training.then_some("training"));
    columns.extend(first.iter().chain(head));
    let mut past: Vec<String> = Vec::new();
    if let Some(seen) = ctx.seen {
        columns.extend(["as_of", "known_then"]);
        past.extend([seen.day.to_string(), seen.known_then.to_string()]);
    }
    let mut write = |cells: Vec<&str>| {
        let cells = cells.into_iter().map(out::cell).map(Cow::into_owned);
        writer
            .write_record(cells)
            .map_err(|e| internal(e.to_string()))
    };
    write(columns)?;
    for row in rows {
        let mut cells: Vec<&str> = ctx.training.then_some("true").into_iter().collect();
        cells.extend(row.iter().chain(&past).map(String::as_str));
        write(cells)?;
    }
    let bytes = writer.into_inner().map_err(|e| internal(e.to_string()))?;
    out.raw(&bytes)
}
