//! From what is typed to the meeting or event that is meant. Nothing is picked by itself when two fit.

use chrono::Datelike as _;

use crate::cli::context::Context;
use crate::cli::fail::{Exit, Failure};
use crate::cli::find::Need;
use crate::cli::undo::short;
use crate::domain::occasion::{Brief, Phase};
use crate::domain::text;
use crate::store::{OccasionQuery, Store};

/// So many are shown where one could not be told.
const SHOWN: u32 = 8;

/// So far an occasion must be to be meant without being named: the first group that has one decides.
pub(super) type Fits = &'static [&'static [Phase]];

pub(super) const OPEN: Fits = &[&[Phase::Open]];
/// Minutes are put in order after the end too.
pub(super) const OPEN_OR_CLOSED: Fits = &[&[Phase::Open], &[Phase::Closed]];
pub(super) const TO_COME: Fits = &[&[Phase::Planned, Phase::Frozen]];
pub(super) const UNDER_WAY: Fits = &[
    &[Phase::Open],
    &[Phase::Planned, Phase::Frozen],
    &[Phase::Closed],
];
pub(super) const CLOSED: Fits = &[&[Phase::Closed]];
pub(super) const FINAL: Fits = &[&[Phase::Final]];
pub(super) const ANY: Fits = &[
    &[Phase::Open],
    &[Phase::Planned, Phase::Frozen, Phase::Closed, Phase::Final],
];

/// Finds meetings, or events.
#[derive(Clone, Copy)]
pub struct Finder<'a> {
    pub meetings: bool,
    pub ctx: &'a Context,
}

impl Finder<'_> {
    /// The occasion that a text names.
    ///
    /// # Errors
    /// [`Exit::NotFound`] and [`Exit::Ambiguous`], with those that there are.
    pub fn named(&self, store: &Store, typed: &str) -> Result<Brief, Failure> {
        let words = &self.ctx.strings.cli.occasions;
        let typed = typed.trim();
        // A number alone is one of this year.
        let number = match typed.parse::<u32>() {
            Ok(n) if typed.len() < 4 => format!("{n}/{}", self.ctx.today.year()),
            _ => typed.to_owned(),
        };
        let found = store
            .find_occasions(self.meetings, &number)
            .map_err(|e| self.ctx.fail(&e))?;
        let asked = text::clean_line(&number);
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(self.none(store, words.not_found(self.meetings, &asked))),
            several => {
                let head = self.ctx.strings.cli.words.several(&asked);
                Err(self.choice(Exit::Ambiguous, head, several))
            }
        }
    }

    pub(super) fn unnamed(&self, store: &Store, fits: Fits, need: Need) -> Result<Brief, Failure> {
        let words = &self.ctx.strings.cli.occasions;
        for group in fits {
            let mut found = Vec::new();
            for phase in *group {
                found.extend(self.briefs(store, Some(*phase), SHOWN)?);
            }
            found.sort_by_key(|b| std::cmp::Reverse((b.day, b.id)));
            match found.as_slice() {
                [] => {}
                [one] => return Ok(one.clone()),
                [newest, ..] if need == Need::Reading => return Ok(newest.clone()),
                several => {
                    let head = words.which_one(self.meetings).to_owned();
                    return Err(self.choice(Exit::Ambiguous, head, several));
                }
            }
        }
        Err(self.none(store, words.none_fits(self.meetings).to_owned()))
    }

    pub(super) fn briefs(
        &self,
        store: &Store,
        phase: Option<Phase>,
        limit: u32,
    ) -> Result<Vec<Brief>, Failure> {
        let query = OccasionQuery {
            meetings: Some(self.meetings),
            phase,
            after: None,
            limit,
        };
        store.occasions(&query).map_err(|e| self.ctx.fail(&e))
    }

    fn choice(&self, exit: Exit, head: String, several: &[Brief]) -> Failure {
        let lines = several.iter().map(|b| format!("  - {}", self.line(b)));
        let text: Vec<String> = std::iter::once(head).chain(lines).collect();
        Failure::new(exit, text.join("\n"))
    }

    /// Nothing fits: the latest ones are told.
    fn none(&self, store: &Store, head: String) -> Failure {
        match self.briefs(store, None, SHOWN) {
            Ok(latest) if latest.is_empty() => Failure::new(Exit::NotFound, head),
            Ok(latest) => {
                let latest_head = self.ctx.strings.cli.occasions.latest();
                self.choice(Exit::NotFound, format!("{head} {latest_head}"), &latest)
            }
            Err(failure) => failure,
        }
    }

    /// An occasion in one line, with all that names it.
    pub(super) fn line(&self, b: &Brief) -> String {
        let s = self.ctx.strings;
        let number = b.number.map_or_else(String::new, |n| format!("{n}, "));
        let (day, phase) = (s.facts.short_day(b.day), s.occasions.phase(b.phase));
        format!("{number}{day}, {phase}: {} [{}]", b.title, short(b.id))
    }
}
