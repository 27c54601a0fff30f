//! The first screen: the regions, the villages of one of them, and the card of the one under the cursor.

use chrono::NaiveDate;
use tui_input::Input;

use super::Screen;
use crate::domain::list::{DecisionIs, Filter, Sort, Worded};
use crate::domain::stage::{Decision, Stage};
use crate::tui::app::command::{Cmd, Reason};
use crate::tui::app::filterline::FilterLine;
use crate::tui::app::layout::Pane;
use crate::tui::app::message::Subject;
use crate::tui::app::msg::{Ask, Effect, ListId};
use crate::tui::app::overlay::{Item, Overlay, Picked};
use crate::tui::app::shared::Shared;
use crate::tui::app::toast::Tone;
use crate::tui::app::window::Window;

/// The list of villages; the regions beside it are shared.
#[derive(Debug)]
pub struct Villages {
    list: Window,
    /// A village that was looked for: when the filter turns out to hide it, the filter goes.
    sought: Option<u32>,
}

impl Default for Villages {
    fn default() -> Self {
        Self {
            list: Window::new(ListId::Villages, Filter::default(), Sort::Register),
            sought: None,
        }
    }
}

impl Villages {
    #[must_use]
    pub fn window(&self) -> &Window {
        &self.list
    }

    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.list.filter
    }

    #[must_use]
    pub fn sort(&self) -> Sort {
        self.list.sort
    }

    /// Shows other villages; the cursor of the regions goes to theirs.
    pub fn set_filter(&mut self, filter: Filter, cx: &mut Shared) {
        self.list.filter = filter;
        self.select_region(cx);
    }

    pub fn set_sort(&mut self, sort: Sort) {
        self.list.sort = sort;
    }

    pub fn set_query(&mut self, query: Option<Worded>) {
        self.list.filter.query = query;
    }

    /// Reads the list from its start.
    pub fn load(&mut self, cx: &Shared) -> Effect {
        self.list.load(self.lines(cx))
    }

    /// Reads the list around a village and puts the cursor on it.
    pub fn go_to(&mut self, ord: u32, cx: &Shared) -> Effect {
        self.sought = Some(ord);
        self.around(ord, cx)
    }

    fn around(&mut self, ord: u32, cx: &Shared) -> Effect {
        let height = self.lines(cx);
        self.list.go_to(ord, height / 3, height)
    }

    /// The cursor has landed: takes a filter off that hides the village that was looked for.
    pub fn uncover(&mut self, cx: &mut Shared) -> Option<Effect> {
        let ord = self.sought.take()?;
        let there = self.list.current().is_some_and(|r| r.place.ord == ord);
        if there || self.list.filter.is_empty() {
            return None;
        }
        self.set_filter(Filter::default(), cx);
        let text = cx.strings().screens.filters_dropped.to_owned();
        cx.say(text, Tone::Plain);
        Some(self.around(ord, cx))
    }

    /// Puts the cursor of the regions on the one that is shown.
    pub fn select_region(&self, cx: &mut Shared) {
        let lines = cx.region_lines();
        cx.regions.select(self.list.filter.region.as_deref(), lines);
    }

    /// Filters the list by the region under the cursor; opens a regency whose kecamatan are not there yet.
    fn apply_region(&mut self, cx: &Shared) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(regency) = cx.regions.to_open() {
            effects.push(Effect::Ask(Ask::Regions {
                open: Some(vec![regency]),
            }));
        }
        let selected = cx.regions.selected();
        if self.list.filter.region != selected {
            self.list.filter.region = selected;
            effects.push(self.list.refresh(self.lines(cx)));
        }
        effects
    }

    fn pick_decision(&self, cx: &mut Shared) -> Vec<Effect> {
        let s = cx.strings();
        let mut items: Vec<Item> = Decision::ALL
            .into_iter()
            .zip('0'..)
            .map(|(d, key)| Item {
                key: Some(key),
                label: format!("{} {}", d.code(), s.facts.decision(d)),
                picked: Picked::Decision(Some(DecisionIs::Exactly(d))),
            })
            .collect();
        items.push(Item {
            key: Some('4'),
            label: s.screens.once_closed_filter.to_owned(),
            picked: Picked::Decision(Some(DecisionIs::OnceClosed)),
        });
        items.push(Item {
            key: Some('5'),
            label: format!("K0 + K1 {}", s.screens.no_product_filter),
            picked: Picked::Decision(Some(DecisionIs::WithoutProduct)),
        });
        items.push(Item {
            key: Some('x'),
            label: s.screens.pick_all.to_owned(),
            picked: Picked::Decision(None),
        });
        let now = Picked::Decision(self.list.filter.decision);
        cx.pick(|s| s.pick_decision, items, &now)
    }

    fn pick_stage(&self, cx: &mut Shared) -> Vec<Effect> {
        let s = cx.strings();
        let mut items: Vec<Item> = Stage::ALL
            .into_iter()
            .zip('1'..)
            .map(|(t, key)| Item {
                key: Some(key),
                label: s.facts.stage(t).to_owned(),
                picked: Picked::Stage(Some(t)),
            })
            .collect();
        items.push(Item {
            key: Some('x'),
            label: s.screens.pick_all.to_owned(),
            picked: Picked::Stage(None),
        });
        let now = Picked::Stage(self.list.filter.stage);
        cx.pick(|s| s.pick_stage, items, &now)
    }

    fn pick_sort(&self, cx: &mut Shared) -> Vec<Effect> {
        let s = cx.strings();
        let items = Sort::CHOICES
            .into_iter()
            .zip('1'..)
            .map(|(sort, key)| Item {
                key: Some(key),
                label: s.screens.sorted_by[sort as usize].to_owned(),
                picked: Picked::Sort(sort),
            })
            .collect();
        let now = Picked::Sort(self.list.sort);
        cx.pick(|s| s.pick_sort, items, &now)
    }

    /// Opens the line of the filter, with the one that is in force.
    fn open_filter(&self, cx: &mut Shared) -> Vec<Effect> {
        let text = self.list.filter.query.as_ref();
        let text = text.map_or_else(String::new, |w| w.text.clone());
        cx.overlay = Some(Overlay::Filter(FilterLine::with(Input::new(text))));
        vec![Effect::Settle]
    }
}

impl Screen for Villages {
    fn list(&self) -> Option<&Window> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut Window> {
        Some(&mut self.list)
    }

    /// The list has a row of column heads.
    fn lines(&self, cx: &Shared) -> usize {
        cx.areas().lines().saturating_sub(1)
    }

    fn first_pane(&self) -> Pane {
        Pane::List
    }

    fn refresh(&mut self, cx: &mut Shared) -> Vec<Effect> {
        vec![self.list.refresh(self.lines(cx))]
    }

    fn step(&mut self, by: isize, cx: &mut Shared) -> Vec<Effect> {
        if cx.focus == Pane::Regions {
            let lines = cx.region_lines();
            cx.regions.step(by, lines);
            return Vec::new();
        }
        self.list.step(by, self.lines(cx)).into_iter().collect()
    }

    /// A region opens its list, a village its card.
    fn open(&mut self, cx: &mut Shared) -> Vec<Effect> {
        cx.open_next_pane();
        self.settle(cx)
    }

    fn settle(&mut self, cx: &mut Shared) -> Vec<Effect> {
        match cx.focus {
            Pane::Regions => self.apply_region(cx),
            _ => Vec::new(),
        }
    }

    fn is_filtered(&self) -> bool {
        !self.list.filter.is_empty()
    }

    fn clear_filters(&mut self) {
        self.list.filter = Filter::default();
    }

    fn set_region(&mut self, region: Option<String>, cx: &mut Shared) {
        self.list.filter.region = region;
        self.select_region(cx);
    }

    fn filter_changed(&mut self, cx: &mut Shared) -> Vec<Effect> {
        vec![self.list.reload(self.lines(cx))]
    }

    fn picked(&mut self, picked: Picked, _cx: &mut Shared) {
        match picked {
            Picked::Decision(decision) => self.list.filter.decision = decision,
            Picked::Stage(stage) => self.list.filter.stage = stage,
            Picked::Sort(sort) => self.list.sort = sort,
            _ => {}
        }
    }

    fn set_day(&mut self, day: NaiveDate) {
        if let Some(worded) = &mut self.list.filter.query {
            worded.day = day;
        }
    }

    fn subject(&self, cx: &Shared) -> Option<Subject> {
        let mut filter = self.list.filter.clone();
        if cx.focus == Pane::Regions {
            // The list follows the cursor only once keys rest.
            filter.region = cx.regions.selected();
        }
        let words = cx.filter_words(&filter);
        Some(Subject::List(filter, words))
    }

    fn enabled(&self, cmd: Cmd, cx: &Shared) -> Option<Result<(), Reason>> {
        match cmd {
            Cmd::FilterDecision | Cmd::FilterStage | Cmd::Filter | Cmd::Sort => Some(Ok(())),
            Cmd::Message if cx.focus == Pane::Regions => Some(Ok(())),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Shared) -> Option<Vec<Effect>> {
        Some(match cmd {
            Cmd::FilterDecision => self.pick_decision(cx),
            Cmd::FilterStage => self.pick_stage(cx),
            Cmd::Sort => self.pick_sort(cx),
            Cmd::Filter => self.open_filter(cx),
            _ => return None,
        })
    }
}
