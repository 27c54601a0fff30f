//! `ovop show`: one village's card in words, line by line, as a screen reader wants it.

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find::{self, Need};
use super::out::Out;
use crate::domain::list::Place;
use crate::presenters::village::{self, CardJson};
use crate::store::{Card, Store};

/// Reads out one village's card.
///
/// # Errors
/// When the database or the output fails, or the village is not found or not clear.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let place = find::village(ctx, &store, &args.words("village"), Need::Reading)?;
    let card = card(ctx, &store, &place)?;
    if args.json() {
        return out.json(&CardJson::of(&card.place, &card.village, ctx.today));
    }
    for line in village::card(&card.place, &card.village, ctx.strings, ctx.today) {
        out.line(&line)?;
    }
    Ok(())
}

/// The card of a village that was found.
///
/// # Errors
/// When the database fails.
pub fn card(ctx: &Context, store: &Store, place: &Place) -> Result<Card, Failure> {
    store
        .card(&place.code)
        .map_err(|e| ctx.fail(&e))?
        .ok_or_else(|| {
            let text = ctx.strings.cli.words.no_village(place.code.as_str());
            Failure::new(Exit::NotFound, text)
        })
}
