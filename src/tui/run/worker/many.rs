//! What filters in words, marks and acts on many villages ask for.

use chrono::NaiveDate;

use super::StoreWorker;
use crate::domain::list::{Filter, From, Place, Sort, Worded};
use crate::domain::query::Query;
use crate::domain::text::clean_line;
use crate::domain::view::ViewSaved;
use crate::store::{ActRequest, Error};
use crate::tui::app::msg::Answer;

/// Villages read at once.
const PAGE: u32 = 500;
/// Most that can be marked at once: a preview of more is read by nobody.
const MOST: usize = 2_000;

impl StoreWorker {
    /// The villages of a list, or of a part of it, both ends included, by their places in the register.
    pub(super) fn to_mark(
        &self,
        filter: &Filter,
        sort: Sort,
        between: Option<(u32, u32)>,
    ) -> Result<Answer, Error> {
        let mut places: Vec<Place> = Vec::new();
        let mut from = From::Start;
        loop {
            let page = self.shown().page(filter, sort, from, PAGE)?;
            let last = page.rows.last().map(|row| row.key);
            places.extend(page.rows.into_iter().map(|row| row.place));
            match last {
                Some(key) if !page.at_end && (between.is_some() || places.len() <= MOST) => {
                    from = From::After(key);
                }
                _ => break,
            }
        }
        if let Some((one, other)) = between {
            let at = |ord| places.iter().position(|p| p.ord == ord);
            places = match (at(one), at(other)) {
                (Some(a), Some(b)) => places.drain(a.min(b)..=a.max(b)).collect(),
                _ => Vec::new(),
            };
        }
        let cut = places.len() > MOST;
        Ok(Answer::ToMark {
            places: if cut { Vec::new() } else { places },
            cut,
        })
    }

    /// The views that this person sees, besides those of the program.
    pub(super) fn views(&self) -> Result<Vec<ViewSaved>, Error> {
        let views = self.store.views()?;
        let seen = views.seen_by(&self.actor).into_iter();
        Ok(seen.cloned().collect())
    }

    /// How many villages a filter shows.
    pub(super) fn filter(
        &self,
        tag: u64,
        text: &str,
        day: NaiveDate,
        apply: bool,
    ) -> Result<Answer, Error> {
        // What cannot be read is said while it is typed, and not asked.
        let mut query = Query::parse(text).unwrap_or_default();
        let result = match self.shown().resolve(&mut query)? {
            Some(none) => Err(none),
            None => {
                let text = clean_line(text);
                let worded = Worded { text, query, day };
                let filter = Filter {
                    query: Some(worded.clone()),
                    ..Filter::default()
                };
                Ok((worded, self.shown().count(&filter)?))
            }
        };
        Ok(Answer::Filtered { tag, result, apply })
    }

    pub(super) fn dry_run(&self, requests: &[ActRequest]) -> Result<Answer, Error> {
        // Nothing is written: the batch of the stamp does not matter.
        let lines = self
            .store
            .dry_run(&self.stamp(uuid::Uuid::nil()), requests)?;
        Ok(Answer::DryRun(lines))
    }
}
