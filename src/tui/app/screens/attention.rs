//! The attention screen: why villages need attention, the villages of one reason, and the card of one of them.

use chrono::NaiveDate;

use super::Screen;
use crate::domain::attention::Reason as Cause;
use crate::domain::list::{DecisionIs, Filter, Sort};
use crate::tui::app::command::{Cmd, Reason};
use crate::tui::app::layout::Pane;
use crate::tui::app::message::Subject;
use crate::tui::app::msg::{Ask, Effect, ListId};
use crate::tui::app::shared::Shared;
use crate::tui::app::window::Window;

/// The reasons with their numbers, the place among them, and the list of the chosen one.
#[derive(Debug)]
pub struct Attention {
    counts: [u32; Cause::ALL.len()],
    at: usize,
    counted: bool,
    list: Window,
}

impl Default for Attention {
    fn default() -> Self {
        let without = Filter {
            decision: Some(DecisionIs::WithoutProduct),
            ..Filter::default()
        };
        Self {
            counts: Default::default(),
            at: 0,
            counted: false,
            list: Window::new(ListId::Attention, without, Sort::Attention),
        }
    }
}

impl Attention {
    #[must_use]
    pub fn window(&self) -> &Window {
        &self.list
    }

    /// The lines of the reasons: under the cursor or not, the reason, how many villages.
    pub fn reasons(&self) -> impl Iterator<Item = (bool, Cause, u32)> {
        Cause::ALL
            .into_iter()
            .zip(self.counts)
            .enumerate()
            .map(|(i, (reason, n))| (i == self.at, reason, n))
    }

    /// The numbers have come.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.counted
    }

    /// Takes how many villages each reason holds for.
    pub fn take_counts(&mut self, counts: [u32; Cause::ALL.len()]) {
        self.counts = counts;
        self.counted = true;
    }

    fn count(&self, cx: &Shared) -> Effect {
        Effect::Ask(Ask::Reasons {
            region: self.list.filter.region.clone(),
            day: cx.clock.today,
        })
    }

    /// Shows the villages that the reason under the cursor holds for.
    fn apply_reason(&mut self, cx: &Shared) -> Vec<Effect> {
        let reason = Cause::ALL[self.at];
        let without = reason == Cause::NoProduct;
        let filter = Filter {
            region: self.list.filter.region.clone(),
            decision: without.then_some(DecisionIs::WithoutProduct),
            stage: None,
            reason: (!without).then_some((reason, cx.clock.today)),
            query: None,
        };
        if self.list.filter == filter {
            return Vec::new();
        }
        self.list.filter = filter;
        vec![self.list.load(self.lines(cx))]
    }
}

impl Screen for Attention {
    fn list(&self) -> Option<&Window> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut Window> {
        Some(&mut self.list)
    }

    fn first_pane(&self) -> Pane {
        Pane::List
    }

    fn refresh(&mut self, cx: &mut Shared) -> Vec<Effect> {
        vec![self.list.refresh(self.lines(cx)), self.count(cx)]
    }

    fn step(&mut self, by: isize, cx: &mut Shared) -> Vec<Effect> {
        if cx.focus == Pane::Reasons {
            self.at = self.at.saturating_add_signed(by).min(Cause::ALL.len() - 1);
            return Vec::new();
        }
        self.list.step(by, self.lines(cx)).into_iter().collect()
    }

    /// A reason opens its list, a village its card.
    fn open(&mut self, cx: &mut Shared) -> Vec<Effect> {
        cx.open_next_pane();
        self.settle(cx)
    }

    fn settle(&mut self, cx: &mut Shared) -> Vec<Effect> {
        match cx.focus {
            Pane::Reasons => self.apply_reason(cx),
            _ => Vec::new(),
        }
    }

    /// That the screen shows only some villages is its nature; a region is a filter.
    fn is_filtered(&self) -> bool {
        self.list.filter.region.is_some()
    }

    fn clear_filters(&mut self) {
        self.list.filter.region = None;
    }

    fn set_region(&mut self, region: Option<String>, _cx: &mut Shared) {
        self.list.filter.region = region;
    }

    /// The numbers beside the reasons are those of the region too.
    fn filter_changed(&mut self, cx: &mut Shared) -> Vec<Effect> {
        vec![self.list.reload(self.lines(cx)), self.count(cx)]
    }

    fn set_day(&mut self, day: NaiveDate) {
        if let Some((_, of)) = &mut self.list.filter.reason {
            *of = day;
        }
    }

    fn subject(&self, cx: &Shared) -> Option<Subject> {
        if cx.focus == Pane::Reasons {
            let region = self.list.filter.region.clone();
            let words = cx.region_words(region.as_ref());
            return Some(Subject::Reasons(region, words));
        }
        let filter = self.list.filter.clone();
        let words = cx.filter_words(&filter);
        Some(Subject::List(filter, words))
    }

    fn enabled(&self, cmd: Cmd, cx: &Shared) -> Option<Result<(), Reason>> {
        (cmd == Cmd::Message && cx.focus == Pane::Reasons).then_some(Ok(()))
    }
}
