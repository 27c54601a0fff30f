//! `ovop check`: what a village's product has proved, what is missing, and what will run out.

use chrono::NaiveDate;
use serde::Serialize;

use super::context::{Args, Context};
use super::fail::Failure;
use super::find::{self, Need};
use super::out::Out;
use super::{log, show};
use crate::domain::list::Place;
use crate::domain::past;
use crate::domain::village::Village;
use crate::presenters::gate_report::{GateReport, GateReportJson};
use crate::presenters::place::PlaceJson;
use crate::presenters::village;
use crate::store::{LogQuery, Store};

#[derive(Serialize)]
struct CheckJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    on: NaiveDate,
    check: Option<GateReportJson<'a>>,
}

/// Holds a village's product against the gates, today or on another day.
///
/// # Errors
/// When the village is not found or not clear, or the database or the output fails.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let day = ctx.day(args.option("on"))?;
    let store = ctx.view()?;
    let place = find::village(ctx, &store, &args.words("village"), Need::Reading)?;
    let known = as_of(ctx, &store, &place, day)?;
    let choice = known.choice.as_ref();
    let report = choice.map(|choice| GateReport::on(&place, choice, day));
    if args.json() {
        return out.json(&CheckJson {
            place: (&place).into(),
            on: day,
            check: report.as_ref().map(GateReport::json),
        });
    }
    let s = ctx.strings;
    match report {
        Some(report) => report.lines(s).iter().try_for_each(|line| out.line(line)),
        None => {
            out.line(&s.cli.words.place(&place))?;
            out.line(s.cli.card.nothing_chosen())?;
            village::potentials(&known, s)
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
