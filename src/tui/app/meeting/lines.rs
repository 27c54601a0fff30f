//! The lines of lists on the meeting screen: meetings, promises.

use super::{Page, View};
use crate::domain::occasion::{Brief, TrackedPromise};
use crate::strings::Strings;
use crate::tui::app::model::Model;

/// A promise in a list, with the village that it was made to.
#[derive(Clone, Debug)]
pub struct PromiseLine<'a> {
    pub kept: &'a TrackedPromise,
    pub whose: String,
}

/// A meeting in one line: `3/2026, 24-11-2026, berlangsung`.
#[must_use]
pub fn meeting_line(b: &Brief, s: &Strings) -> String {
    let number = b.number.map_or_else(String::new, |n| format!("{n}, "));
    let (day, phase) = (s.facts.short_day(b.day), s.occasions.phase(b.phase));
    format!("{number}{day}, {phase}: {}", b.title)
}

impl Model {
    /// The promises that the page lists: those of the meetings before, or those of this one by office.
    #[must_use]
    pub fn promise_lines(&self) -> Vec<PromiseLine<'_>> {
        let Some(view) = self.screens.meeting.shown() else {
            return Vec::new();
        };
        let all: Vec<&TrackedPromise> = match (self.screens.meeting.page, &view.before, &view.made)
        {
            (Page::Promises, Some(before), _) => before.promises.all.iter().collect(),
            (Page::Sum, _, Some(made)) => {
                let mut all: Vec<&TrackedPromise> = made.all.iter().collect();
                all.sort_by_key(|k| k.now().map(|a| (a.planned.office as usize, a.planned.due)));
                all
            }
            _ => Vec::new(),
        };
        all.into_iter()
            .map(|kept| PromiseLine {
                kept,
                whose: whose(view, kept),
            })
            .collect()
    }
}

fn whose(view: &View, kept: &TrackedPromise) -> String {
    match &kept.chain.village {
        None => String::new(),
        Some(code) => view
            .place(code)
            .map_or_else(|| code.to_string(), |p| p.name.clone()),
    }
}
