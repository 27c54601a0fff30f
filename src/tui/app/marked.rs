//! Villages marked for something that is to be done to all of them.

use std::collections::BTreeMap;

use super::model::Model;
use super::msg::{Ask, Effect};
use super::toast::Tone;
use crate::domain::list::Place;

/// The marked villages, in the register's order. They stay marked whatever list is seen.
#[derive(Debug, Default)]
pub struct Marked {
    places: BTreeMap<u32, Place>,
    /// The one that was marked last: a range begins there.
    last: Option<u32>,
}

impl Marked {
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether the village with this place in the register is marked.
    #[must_use]
    pub fn has(&self, ord: u32) -> bool {
        self.places.contains_key(&ord)
    }

    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.places.values()
    }

    /// Where a range begins.
    #[must_use]
    pub fn last(&self) -> Option<u32> {
        self.last
    }

    fn toggle(&mut self, place: Place) {
        let ord = place.ord;
        if self.places.remove(&ord).is_none() {
            self.places.insert(ord, place);
            self.last = Some(ord);
        } else if self.last == Some(ord) {
            self.last = None;
        }
    }

    pub(super) fn add(&mut self, places: Vec<Place>) {
        self.last = places.last().map(|p| p.ord).or(self.last);
        self.places.extend(places.into_iter().map(|p| (p.ord, p)));
    }

    fn clear(&mut self) {
        *self = Self::default();
    }
}

impl Model {
    /// Marks the village under the cursor, or takes its mark off, and goes on to the next.
    pub(super) fn mark(&mut self) -> Vec<Effect> {
        if let Some(place) = self.target().cloned() {
            self.shared.marked.toggle(place);
        }
        self.step(1)
    }

    /// Marks what lies between the last mark and the cursor (`range`), or all that the list shows.
    pub(super) fn mark_many(&mut self, range: bool) -> Vec<Effect> {
        let list = self.list();
        let between = match (range, self.shared.marked.last(), self.target()) {
            (true, Some(from), Some(to)) => Some((from, to.ord)),
            (true, ..) => return Vec::new(),
            (false, ..) => None,
        };
        vec![Effect::Ask(Ask::ToMark {
            filter: list.filter.clone(),
            sort: list.sort,
            between,
        })]
    }

    /// The villages that a range or a whole list consists of.
    pub(super) fn mark_these(&mut self, places: Vec<Place>, cut: bool) -> Vec<Effect> {
        let words = &self.shared.strings().bulk;
        if cut {
            let text = words.too_many.to_owned();
            self.shared.say(text, Tone::Trouble);
        } else if places.is_empty() {
            let text = words.no_range.to_owned();
            self.shared.say(text, Tone::Plain);
        } else {
            self.shared.marked.add(places);
            let text = (words.marked)(self.shared.marked.len());
            self.shared.say(text, Tone::Plain);
        }
        Vec::new()
    }

    pub(super) fn clear_marks(&mut self) -> Vec<Effect> {
        self.shared.marked.clear();
        Vec::new()
    }
}
