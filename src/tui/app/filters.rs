//! Filters and orders, and choosing them.

use super::journal::SPANS;
use super::layout::{Pane, ScreenId};
use super::model::Model;
use super::msg::{Effect, Now};
use super::overlay::{Item, Overlay, Pick, Picked};
use super::regions::Line;
use crate::domain::attention::Reason;
use crate::domain::list::{DecisionIs, Filter, Sort};
use crate::domain::stage::{Decision, Stage};
use crate::store::LogQuery;

impl Model {
    pub(super) fn filter_changed(&mut self) -> Vec<Effect> {
        let height = self.list_lines();
        if self.shared.focus == Pane::Card {
            self.shared.focus = Pane::List;
        }
        if matches!(
            self.shared.screen,
            ScreenId::Board | ScreenId::Events | ScreenId::Log
        ) {
            return self.refresh_lists();
        }
        let list = self.list_mut();
        let load = match list.current() {
            // The village under the cursor stays in sight, with some of its neighbours above it.
            Some(row) => {
                let ord = row.place.ord;
                list.go_to(ord, height / 3, height)
            }
            None => list.load(height),
        };
        // The numbers beside the reasons are those of the region too.
        match self.shared.screen {
            ScreenId::Attention => vec![load, self.count_reasons()],
            _ => vec![load],
        }
    }

    pub(super) fn clear_filters(&mut self) -> Vec<Effect> {
        match self.shared.screen {
            ScreenId::Villages => self.villages.filter = Filter::default(),
            ScreenId::Board => self.board.set_region(None),
            ScreenId::Events => {}
            ScreenId::Log => self.journal.query = LogQuery::default(),
            ScreenId::Meeting => {}
            ScreenId::Attention => self.attention.filter.region = None,
        }
        self.select_region_line();
        self.filter_changed()
    }

    /// Shows the villages that the reason under the cursor holds for.
    pub(super) fn apply_reason(&mut self) -> Vec<Effect> {
        let reason = self.reasons.selected();
        let without = reason == Reason::NoProduct;
        let filter = Filter {
            region: self.attention.filter.region.clone(),
            decision: without.then_some(DecisionIs::WithoutProduct),
            stage: None,
            reason: (!without).then_some((reason, self.shared.clock.today)),
            query: None,
        };
        if self.attention.filter == filter {
            return Vec::new();
        }
        self.attention.filter = filter;
        let height = self.list_lines();
        vec![self.attention.load(height)]
    }

    pub(super) fn select_region_line(&mut self) {
        let region = self.villages.filter.region.clone();
        let lines = self.shared.areas().lines().saturating_sub(1);
        self.shared.regions.select(region.as_deref(), lines);
    }

    pub(super) fn pick_region(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
        let here = self.target().map(|p| p.code.kecamatan().to_owned());
        let now = self.list().filter.region.clone();
        // Letters that move or leave stay what they are.
        let mut letters = ('a'..='z')
            .chain('A'..='Z')
            .filter(|c| !"ghjklqxGJK".contains(*c));
        let items: Vec<Item> = self
            .shared
            .regions
            .lines()
            .map(|line| Item {
                key: match line {
                    Line::All(_) => Some('x'),
                    Line::Regency(_) => None,
                    Line::Kecamatan(_) => letters.next(),
                },
                label: match line {
                    Line::All(_) => s.screens.pick_all.to_owned(),
                    Line::Regency(r) => r.name.clone(),
                    Line::Kecamatan(r) => format!("  {}", r.name),
                },
                picked: Picked::Region(line.code().map(str::to_owned)),
            })
            .collect();
        let start = now.or(here);
        let at = items
            .iter()
            .position(|i| i.picked == Picked::Region(start.clone()))
            .unwrap_or(0);
        self.shared.overlay = Some(Overlay::Pick(Pick {
            title: |s| s.pick_kecamatan,
            items,
            at,
        }));
        Vec::new()
    }

    pub(super) fn pick_kind(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
        let mut items: Vec<Item> = s
            .event_groups()
            .zip(('1'..='9').chain('a'..))
            .map(|((kind, name), key)| Item {
                key: Some(key),
                label: name.to_owned(),
                picked: Picked::Kind(Some(kind.to_owned())),
            })
            .collect();
        items.push(Item {
            key: Some('x'),
            label: s.screens.pick_all.to_owned(),
            picked: Picked::Kind(None),
        });
        let now = Picked::Kind(self.journal.query.kind.clone());
        self.open_pick(|s| s.pick_kind, items, &now)
    }

    pub(super) fn pick_span(&mut self) -> Vec<Effect> {
        let s = &self.shared.strings().screens;
        let mut items: Vec<Item> = SPANS
            .into_iter()
            .zip('1'..)
            .map(|(days, key)| Item {
                key: Some(key),
                label: (s.span)(days),
                picked: Picked::Span(Some(days)),
            })
            .collect();
        items.push(Item {
            key: Some('x'),
            label: s.pick_all.to_owned(),
            picked: Picked::Span(None),
        });
        self.open_pick(|s| s.pick_span, items, &Picked::Span(None))
    }

    pub(super) fn pick_decision(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
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
        self.open_pick(
            |s| s.pick_decision,
            items,
            &Picked::Decision(self.villages.filter.decision),
        )
    }

    pub(super) fn pick_stage(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
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
        self.open_pick(
            |s| s.pick_stage,
            items,
            &Picked::Stage(self.villages.filter.stage),
        )
    }

    pub(super) fn pick_sort(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
        let items = Sort::CHOICES
            .into_iter()
            .zip('1'..)
            .map(|(sort, key)| Item {
                key: Some(key),
                label: s.screens.sorted_by[sort as usize].to_owned(),
                picked: Picked::Sort(sort),
            })
            .collect();
        self.open_pick(|s| s.pick_sort, items, &Picked::Sort(self.villages.sort))
    }

    pub(super) fn open_pick(
        &mut self,
        title: fn(&crate::strings::screens::Screens) -> &'static str,
        items: Vec<Item>,
        now: &Picked,
    ) -> Vec<Effect> {
        let at = items.iter().position(|i| i.picked == *now).unwrap_or(0);
        self.shared.overlay = Some(Overlay::Pick(Pick { title, items, at }));
        Vec::new()
    }

    /// Applies what a chooser gave.
    pub(super) fn picked(&mut self, picked: Picked, now: &Now) -> Vec<Effect> {
        match picked {
            Picked::Region(region) => match self.shared.screen {
                ScreenId::Villages => {
                    self.villages.filter.region = region;
                    self.select_region_line();
                }
                ScreenId::Board => self.board.set_region(region.as_ref()),
                ScreenId::Events | ScreenId::Log | ScreenId::Meeting => {}
                ScreenId::Attention => self.attention.filter.region = region,
            },
            Picked::Decision(decision) => self.villages.filter.decision = decision,
            Picked::Stage(stage) => self.villages.filter.stage = stage,
            Picked::Sort(sort) => self.villages.sort = sort,
            Picked::Kind(kind) => self.journal.query.kind = kind,
            Picked::View(pick) => return self.view_picked(pick, now),
            Picked::Papers(of, pick) => return self.papers_picked(*of, pick),
            Picked::Village(village) => {
                return village.map_or_else(Vec::new, |(ord, code)| self.go_to_village(ord, code));
            }
            Picked::Form(command) => return self.run(command),
            Picked::Strike(guest, reason) => return self.strike(guest, reason),
            Picked::ForMany(command) => return self.open_bulk(command),
            Picked::Span(days) => self.journal.since(days, self.shared.clock.today),
        }
        self.filter_changed()
    }
}
