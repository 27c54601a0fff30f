//! `ovop view`: filters and orders under a name.

use serde::Serialize;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::undo::short;
use super::{filter, find, list};
use crate::domain::list::{Filter, Sort};
use crate::domain::query::{self, Level};
use crate::domain::text;
use crate::domain::view::{BuiltIn, ViewAct, ViewSaved, Views};
use crate::presenters::log::events_json;
use crate::presenters::table::{self, Side::Left, Side::Right};
use crate::store::Store;

/// A view as it stands in the list.
pub struct Listed {
    pub name: String,
    pub filter: String,
    pub sort: Sort,
    /// None where it comes with the program.
    pub saved: Option<ViewSaved>,
}

/// The views of the program, then the own ones, then those that others share: in this order they are numbered.
fn listed(views: &Views, ctx: &Context) -> Vec<Listed> {
    let built_in = BuiltIn::ALL.into_iter().map(|view| Listed {
        name: ctx.strings.views.built_in(view).to_owned(),
        filter: view.filter().to_owned(),
        sort: Sort::default(),
        saved: None,
    });
    let seen = views.seen_by(&ctx.actor).into_iter();
    let saved = seen.map(|view| Listed {
        name: view.name.clone(),
        filter: view.filter.clone(),
        sort: view.order(),
        saved: Some(view.clone()),
    });
    built_in.chain(saved).collect()
}

/// The view that `--saved` names, by its name or by its number in the list.
///
/// # Errors
/// [`Exit::NotFound`], and when the database fails.
pub fn saved(args: Args<'_>, ctx: &Context, store: &Store) -> Result<Option<Listed>, Failure> {
    let Some(typed) = args.option("saved") else {
        return Ok(None);
    };
    // A view is looked for in what is saved now, also where a past day is looked at.
    let views = match ctx.seen {
        Some(_) => ctx.record()?.views(),
        None => store.views(),
    };
    let mut all = listed(&views.map_err(|e| ctx.fail(&e))?, ctx);
    let name = text::clean_line(typed);
    let built_in = BuiltIn::named(&name).map(|b| ctx.strings.views.built_in(b));
    let wanted = built_in.unwrap_or(&name).to_lowercase();
    let at = match name.parse::<usize>() {
        Ok(number) => number.checked_sub(1).filter(|at| *at < all.len()),
        Err(_) => all.iter().position(|v| v.name.to_lowercase() == wanted),
    };
    match at {
        Some(at) => Ok(Some(all.swap_remove(at))),
        None => {
            let text = ctx.strings.views.none(&name);
            Err(Failure::new(Exit::NotFound, text))
        }
    }
}

#[derive(Serialize)]
struct ViewJson<'a> {
    name: &'a str,
    /// None where it comes with the program.
    owner: Option<&'a str>,
    shared: bool,
    filter: &'a str,
    sort: &'static str,
    villages: Option<u32>,
}

/// Lists the views, and how many villages each shows.
///
/// # Errors
/// When the database or the output fails.
pub fn list(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let views = listed(&store.views().map_err(|e| ctx.fail(&e))?, ctx);
    let words = &ctx.strings.views;
    let mut rows = vec![words.heads().map(str::to_owned).to_vec()];
    let mut values = Vec::new();
    for (n, view) in (1..).zip(&views) {
        // A filter that names a region which the register does not have shows nothing; the view says so by a dash.
        let count = match filter::read(ctx, &store, &view.filter) {
            Ok(worded) => {
                let filter = Filter {
                    query: Some(worded),
                    ..Filter::default()
                };
                Some(store.count(&filter).map_err(|e| ctx.fail(&e))?)
            }
            Err(_) => None,
        };
        let owner = match &view.saved {
            None => words.from_program(),
            Some(saved) if saved.owner == ctx.actor => words.own(saved.shared),
            Some(saved) => &saved.owner,
        };
        rows.push(vec![
            n.to_string(),
            view.name.clone(),
            owner.to_owned(),
            count.map_or_else(|| "-".to_owned(), |n| n.to_string()),
            view.filter.clone(),
            ctx.strings.screens.sorted_by[view.sort as usize].to_owned(),
        ]);
        values.push(ViewJson {
            name: &view.name,
            owner: view.saved.as_ref().map(|s| s.owner.as_str()),
            shared: view.saved.as_ref().is_none_or(|s| s.shared),
            filter: &view.filter,
            sort: view.sort.word(),
            villages: count,
        });
    }
    if args.json() {
        return out.json(&values);
    }
    for line in table::align(&rows, &[Right, Left, Left, Right, Left, Left]) {
        out.line(&line)?;
    }
    Ok(())
}

/// Saves what the filters leave under a name; the person's own view of that name gets the new content.
///
/// # Errors
/// When the filter cannot be read or names no region, or a rule of views forbids it.
pub fn save(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let mut store = ctx.open()?;
    let wanted = list::wanted(args, ctx, &store)?;
    let region = args
        .option("region")
        .map(|typed| find::region(ctx, &store, typed))
        .transpose()?;
    let named = region.as_ref().map(|r| {
        let level = if r.is_kecamatan() {
            Level::Kecamatan
        } else {
            Level::Regency
        };
        (level, r.name.as_str())
    });
    let act = ViewAct::Save {
        name: args.words("view-name"),
        filter: query::in_words(&wanted, named),
        sort: list::order(args, ctx, &store)?,
        shared: args.flag("shared"),
    };
    let name = text::clean_line(&args.words("view-name"));
    write(args, &act, ctx, &mut store, out, |already| {
        ctx.strings.views.saved(&name, already)
    })
}

/// Removes a view of this person.
///
/// # Errors
/// When there is none of the name, or it belongs to another person or to the program.
pub fn remove(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let name = text::clean_line(&args.words("view-name"));
    let act = ViewAct::Remove { name: name.clone() };
    let mut store = ctx.open()?;
    write(args, &act, ctx, &mut store, out, |_| {
        ctx.strings.views.removed(&name)
    })
}

fn write(
    args: Args<'_>,
    act: &ViewAct,
    ctx: &Context,
    store: &mut Store,
    out: &mut Out,
    what: impl Fn(bool) -> String,
) -> Result<(), Failure> {
    let written = store.view_act(&ctx.stamp(), act);
    let written = written.map_err(|e| ctx.fail(&e))?;
    if args.json() {
        return out.json(&events_json(&written.events, false));
    }
    out.line(&what(written.already))?;
    out.line(&ctx.strings.cli.words.how_to_undo(&short(written.batch)))
}
