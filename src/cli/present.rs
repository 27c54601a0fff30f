//! `ovop who`: who is before the screens now, and on which village.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use crate::domain::code::Code;
use crate::store::{Drafts, Session};
use crate::tui::app::layout::ScreenId;
use crate::tui::app::present::label;
use crate::tui::run::present;

#[derive(Serialize)]
struct PresentJson<'a> {
    name: &'a str,
    at: DateTime<Utc>,
    screen: ScreenId,
    village: Option<&'a Code>,
    typing: bool,
}

/// Lists the people before the screens.
///
/// # Errors
/// When the database, the drafts beside it, or the output fails.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.record()?;
    let drafts = Drafts::open(store.path(), Session::this()).map_err(|e| ctx.fail(&e))?;
    let all = present(&drafts, &store).map_err(|e| ctx.fail(&e))?;
    if args.json() {
        let rows = all.iter().map(|p| PresentJson {
            name: &p.actor,
            at: p.at,
            screen: p.screen,
            village: p.village.as_ref().map(|v| &v.code),
            typing: p.typing,
        });
        return out.json(&rows.collect::<Vec<_>>());
    }
    let words = &ctx.strings.present;
    if all.is_empty() {
        return out.line(words.nobody());
    }
    let zone = ctx.settings.utc_offset.value;
    for p in &all {
        let place = match &p.village {
            Some(place) => format!("{} ({})", place.name, place.kecamatan),
            None => label(p.screen, ctx.strings).to_owned(),
        };
        let then = p.at.with_timezone(&zone);
        let mut time = then.format("%H.%M").to_string();
        if then.date_naive() != ctx.calendar_day() {
            time = format!("{} {time}", ctx.strings.facts.short_day(then.date_naive()));
        }
        out.line(&words.line(&p.actor, &place, &time, p.typing))?;
    }
    Ok(())
}
