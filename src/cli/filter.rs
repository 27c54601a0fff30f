//! `--filter`: the villages that a filter in the filter language leaves.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::context::Context;
use super::fail::{Exit, Failure};
use super::find;
use crate::domain::gate::RuleBook;
use crate::domain::list::{Filter, Row};
use crate::domain::query::{Level, Query, Test};
use crate::domain::text;
use crate::store::Store;

/// Reads a filter, and finds its regions in the register.
///
/// # Errors
/// When a word cannot be read or a region is not found or not clear; the word is pointed at.
pub fn read(ctx: &Context, store: &Store, typed: &str) -> Result<Query, Failure> {
    let words = &ctx.strings.cli.filter;
    let mut query = Query::parse(typed).map_err(|bad| {
        let text = format!("{}\n{}", words.wrong(&bad.wrong), pointed(typed, &bad.span));
        Failure::new(Exit::Usage, text)
    })?;
    for (level, region) in query.regions() {
        let wants_kecamatan = level == Level::Kecamatan;
        let mut found = store.find_region(&region.name).map_err(|e| ctx.fail(&e))?;
        let any = !found.is_empty();
        found.retain(|r| r.is_kecamatan() == wants_kecamatan);
        match &found[..] {
            [one] => region.name.clone_from(&one.code),
            [] if any => {
                let name = text::clean_line(&region.name);
                let why = words.other_level(&name, wants_kecamatan);
                let text = format!("{why}\n{}", pointed(typed, &region.span));
                return Err(Failure::new(Exit::NotFound, text));
            }
            several => {
                let said = find::no_one_region(ctx, several, &region.name);
                return Err(said.with_line(&pointed(typed, &region.span)));
            }
        }
    }
    Ok(query)
}

/// Leaves the villages that the filter shows, on the day that is looked at.
pub fn keep(ctx: &Context, query: &Query, rows: &mut Vec<Row>) {
    let rules = RuleBook::shipped().on(ctx.today);
    rows.retain(|row| query.matches(row, rules, ctx.today));
}

/// Reads only the region's villages where the filter names a single one.
pub fn narrow(query: &Query, filter: &mut Filter) {
    if filter.region.is_some() {
        return;
    }
    filter.region = query.terms.iter().find_map(|term| match &term.test {
        Test::Region(_, names) if !term.negated && names.len() == 1 => {
            names.first().map(|n| n.name.clone())
        }
        _ => None,
    });
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
