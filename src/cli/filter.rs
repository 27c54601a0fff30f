//! `--filter`: the villages that a filter in the filter language leaves.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::context::Context;
use super::fail::{Exit, Failure};
use super::find;
use crate::domain::list::Worded;
use crate::domain::query::{Level, Query};
use crate::domain::text;
use crate::store::Store;

/// Reads a filter for the day that is looked at, and finds its regions in the register.
///
/// # Errors
/// When a word cannot be read or a region is not found or not clear; the word is pointed at.
pub fn read(ctx: &Context, store: &Store, typed: &str) -> Result<Worded, Failure> {
    let words = &ctx.strings.cli.filter;
    let mut query = Query::parse(typed).map_err(|bad| {
        let text = format!("{}\n{}", words.wrong(&bad.wrong), pointed(typed, &bad.span));
        Failure::new(Exit::Usage, text)
    })?;
    let none = store.resolve(&mut query).map_err(|e| ctx.fail(&e))?;
    if let Some(none) = none {
        let name = text::clean_line(&none.asked.name);
        let said = if none.other_level {
            let why = words.other_level(&name, none.level == Level::Kecamatan);
            Failure::new(Exit::NotFound, why)
        } else {
            find::no_one_region(ctx, &none.candidates, &none.asked.name)
        };
        return Err(said.with_line(&pointed(typed, &none.asked.span)));
    }
    Ok(Worded {
        text: text::clean_line(typed),
        query,
        day: ctx.today,
    })
}

/// The filter as it was typed, and under it carets that point at a word.
fn pointed(typed: &str, span: &Range<usize>) -> String {
    let shown = |c: char| if text::is_harmful(c) { '?' } else { c };
    let width = |text: &str| -> usize {
        let widths = text.chars().map(|c| shown(c).width().unwrap_or(0));
        widths.sum()
    };
    let line: String = typed.chars().map(shown).collect();
    let before = width(typed.get(..span.start).unwrap_or_default());
    let under = width(typed.get(span.clone()).unwrap_or_default()).max(1);
    format!("  {line}\n  {}{}", " ".repeat(before), "^".repeat(under))
}
