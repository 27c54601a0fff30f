//! From what is typed to the village or region that is meant. Nothing is picked by itself when two fit.

use super::context::Context;
use super::fail::{Exit, Failure};
use crate::domain::list::{Place, Region};
use crate::domain::text;
use crate::register::Hit;
use crate::store::Store;

/// How sure a name must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// To read: one village that fits is enough, though the name is not written to the letter.
    Reading,
    /// To write: the whole name (case, spaces and apostrophes aside) or the code.
    Writing,
}

/// At most so many candidates are shown.
const SHOWN: usize = 20;
/// At most so many names that look alike are shown.
const ALIKE: usize = 5;
/// Names look alike when they begin with at least so many of the letters typed, of which no more than so many count.
const SHORTEST: usize = 2;
const LONGEST: usize = 40;

/// The village that is meant.
///
/// # Errors
/// [`Exit::Ambiguous`] with the candidates when several fit or none fits exactly enough; [`Exit::NotFound`].
pub fn village(ctx: &Context, store: &Store, typed: &str, need: Need) -> Result<Place, Failure> {
    let hits = store.search(typed, SHOWN).map_err(|e| ctx.fail(&e))?;
    let words = &ctx.strings.cli.words;
    let asked = text::clean_line(typed);
    let (exact, near): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|hit| hit.exact);
    match (&exact[..], &near[..]) {
        ([one], _) => Ok(one.place.clone()),
        ([], []) => Err(not_found(ctx, store, &asked)?),
        ([], [one]) if need == Need::Reading => Ok(one.place.clone()),
        ([], near) => Err(candidates(ctx, &words.not_exact(&asked), near, need)),
        (several, _) => Err(candidates(ctx, &words.several(&asked), several, need)),
    }
}

fn candidates(ctx: &Context, head: &str, hits: &[Hit], need: Need) -> Failure {
    let words = &ctx.strings.cli.words;
    let mut lines = vec![head.to_owned()];
    lines.extend(numbered(ctx, hits));
    lines.push(words.use_code().to_owned());
    if need == Need::Writing {
        lines.push(words.left().to_owned());
    }
    Failure::new(Exit::Ambiguous, lines.join("\n"))
}

/// Nothing fits: the names are told that begin like what was typed.
fn not_found(ctx: &Context, store: &Store, asked: &str) -> Result<Failure, Failure> {
    let words = &ctx.strings.cli.words;
    let mut lines = vec![words.no_village(asked)];
    let letters: Vec<char> = asked.chars().take(LONGEST).collect();
    for length in (SHORTEST..letters.len()).rev() {
        let beginning: String = letters[..length].iter().collect();
        let alike = store.search(&beginning, ALIKE).map_err(|e| ctx.fail(&e))?;
        if !alike.is_empty() {
            lines.push(words.alike().to_owned());
            lines.extend(numbered(ctx, &alike));
            break;
        }
    }
    Ok(Failure::new(Exit::NotFound, lines.join("\n")))
}

fn numbered(ctx: &Context, hits: &[Hit]) -> Vec<String> {
    let words = &ctx.strings.cli.words;
    let numbered = hits.iter().enumerate();
    numbered
        .map(|(n, hit)| words.candidate(n + 1, &hit.place))
        .collect()
}

/// The regency or kecamatan that is meant, by code or name.
///
/// # Errors
/// As [`village`].
pub fn region(ctx: &Context, store: &Store, typed: &str) -> Result<Region, Failure> {
    let found = store.find_region(typed).map_err(|e| ctx.fail(&e))?;
    match &found[..] {
        [one] => Ok(one.clone()),
        others => Err(no_one_region(ctx, others, typed)),
    }
}

/// No region fits what was typed, or these several do.
#[must_use]
pub fn no_one_region(ctx: &Context, found: &[Region], typed: &str) -> Failure {
    let words = &ctx.strings.cli.words;
    let asked = text::clean_line(typed);
    if found.is_empty() {
        return Failure::new(Exit::NotFound, words.no_region(&asked));
    }
    let lines = found
        .iter()
        .enumerate()
        .map(|(n, r)| format!("{:>4}. {} ({})", n + 1, r.name, r.code));
    let text: Vec<String> = std::iter::once(words.several(&asked))
        .chain(lines)
        .collect();
    Failure::new(Exit::Ambiguous, text.join("\n"))
}
