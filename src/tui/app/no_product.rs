//! The page of villages without a product: how many of each region, not surveyed and not decided apart.

use super::command::Cmd;
use super::input_queue::Pending;
use super::keymap::Key;
use super::layout::{Pane, ScreenId};
use super::message::Subject;
use super::model::Model;
use super::msg::{Ask, Effect};
use super::overlay::Overlay;
use super::reception::EventAsk;
use crate::domain::list::{DecisionIs, Filter, Region, Tally};

/// The page; its lines are all villages, the regencies, and under each its kecamatan.
#[derive(Debug, Default)]
pub struct NoProduct {
    total: Tally,
    groups: Vec<(Region, Vec<Region>)>,
    pub loaded: bool,
    /// The line under the cursor.
    pub at: usize,
}

impl NoProduct {
    /// The lines: the region, none for all, and its numbers.
    pub fn lines(&self) -> impl Iterator<Item = (Option<&Region>, &Tally)> {
        let regions = self.groups.iter().flat_map(|(regency, kecamatan)| {
            std::iter::once(regency)
                .chain(kecamatan)
                .map(|r| (Some(r), &r.tally))
        });
        std::iter::once((None, &self.total)).chain(regions)
    }

    /// The villages that the line under the cursor counts.
    fn filter(&self) -> Filter {
        let region = self.lines().nth(self.at).and_then(|(region, _)| region);
        Filter {
            region: region.map(|r| r.code.clone()),
            decision: Some(DecisionIs::WithoutProduct),
            ..Filter::default()
        }
    }
}

impl Model {
    pub(super) fn open_no_product(&mut self) -> Vec<Effect> {
        self.shared.overlay = Some(Overlay::NoProduct(NoProduct::default()));
        vec![Effect::Ask(Ask::Event(EventAsk::NoProduct))]
    }

    pub(super) fn no_product_came(&mut self, total: Tally, groups: Vec<(Region, Vec<Region>)>) {
        if let Some(Overlay::NoProduct(page)) = &mut self.shared.overlay {
            page.total = total;
            page.groups = groups;
            page.loaded = true;
            page.at = page.at.min(page.lines().count().saturating_sub(1));
        }
    }

    /// Asks again for the page that is read, when its numbers may have changed.
    pub(super) fn renew_no_product(&self) -> Option<Effect> {
        matches!(self.shared.overlay, Some(Overlay::NoProduct(_)))
            .then_some(Effect::Ask(Ask::Event(EventAsk::NoProduct)))
    }

    pub(super) fn key_in_no_product(
        &mut self,
        mut page: NoProduct,
        key: Key,
        command: Option<Cmd>,
    ) -> Vec<Effect> {
        let last = page.lines().count().saturating_sub(1);
        let step = self.shared.areas().lines().max(1);
        match command {
            Some(Cmd::Down) => page.at = (page.at + 1).min(last),
            Some(Cmd::Up) => page.at = page.at.saturating_sub(1),
            Some(Cmd::PageDown) => page.at = (page.at + step).min(last),
            Some(Cmd::PageUp) => page.at = page.at.saturating_sub(step),
            Some(Cmd::First) => page.at = 0,
            Some(Cmd::Last) => page.at = last,
            Some(Cmd::Open | Cmd::Right) => return self.list_without_product(page.filter()),
            Some(Cmd::Message) => {
                let filter = page.filter();
                let words = self.shared.filter_words(&filter);
                self.shared.input.pending = Some(Pending::Message);
                return vec![Effect::Ask(Ask::Message(Subject::List(filter, words)))];
            }
            Some(Cmd::Back | Cmd::NoProduct | Cmd::Left) => return Vec::new(),
            // Another screen, the search, help: as from everywhere.
            Some(
                other @ (Cmd::Villages
                | Cmd::Board
                | Cmd::Attention
                | Cmd::Events
                | Cmd::Log
                | Cmd::Search
                | Cmd::Help
                | Cmd::Palette),
            ) => return self.run(other),
            Some(Cmd::Language) => self.shared.session.lang = self.shared.session.lang.other(),
            Some(Cmd::Redraw) => {
                self.shared.overlay = Some(Overlay::NoProduct(page));
                return vec![Effect::Redraw];
            }
            _ => {
                let text = (self.shared.strings().screens.unbound)(&key.to_string());
                if command.is_none() {
                    self.shared.say(text, super::toast::Tone::Plain);
                }
            }
        }
        self.shared.open(Overlay::NoProduct(page))
    }

    /// Opens the list of the villages that a line counts.
    fn list_without_product(&mut self, filter: Filter) -> Vec<Effect> {
        self.shared.screen = ScreenId::Villages;
        self.shared.focus = Pane::List;
        self.shared.toast = None;
        self.screens.villages.set_filter(filter, &mut self.shared);
        vec![self.screens.villages.load(&self.shared)]
    }
}
