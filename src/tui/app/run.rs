//! What each command does.

use super::ahead::Waiting;
use super::command::{self, Cmd};
use super::model::{Model, Pane, Screen, Tone};
use super::msg::{Ask, Effect};
use super::overlay::{Item, Overlay, Pick, Picked};
use super::regions::Line;
use crate::domain::list::{DecisionIs, Filter, Sort};
use crate::domain::stage::{Decision, Stage};

impl Model {
    /// Runs a command, or says why it cannot be run now.
    pub(super) fn run(&mut self, cmd: Cmd) -> Vec<Effect> {
        if let Err(reason) = command::of(cmd).enabled(self) {
            self.say_why_not(cmd, reason);
            return Vec::new();
        }
        if !is_move(cmd) || self.toast_covers_rows() {
            self.toast = None;
        }
        match cmd {
            Cmd::Down => self.step(1),
            Cmd::Up => self.step(-1),
            Cmd::PageDown => self.page(true),
            Cmd::PageUp => self.page(false),
            Cmd::First => self.edge(true),
            Cmd::Last => self.edge(false),
            Cmd::Left => self.left(),
            Cmd::Open => self.open(),
            Cmd::NextPane => self.turn(1),
            Cmd::PreviousPane => self.turn(-1),
            Cmd::Villages => self.show(Screen::Villages),
            Cmd::Attention => self.show(Screen::Attention),
            Cmd::Search => self.open_search(),
            Cmd::FilterKecamatan => self.pick_region(),
            Cmd::FilterDecision => self.pick_decision(),
            Cmd::FilterStage => self.pick_stage(),
            Cmd::FilterNoProduct => {
                let on = self.villages.filter.decision == Some(DecisionIs::WithoutProduct);
                self.villages.filter.decision = (!on).then_some(DecisionIs::WithoutProduct);
                self.filter_changed()
            }
            Cmd::ClearFilters => self.clear_filters(),
            Cmd::Sort => self.pick_sort(),
            Cmd::RecordPotential
            | Cmd::AmendPotential
            | Cmd::WithdrawPotential
            | Cmd::Choose
            | Cmd::Decree
            | Cmd::CancelChoice
            | Cmd::Category
            | Cmd::StageForward
            | Cmd::StageBack
            | Cmd::SoldRaw
            | Cmd::Claim
            | Cmd::Verify
            | Cmd::WithdrawEvidence
            | Cmd::RaiseBlocker
            | Cmd::ClearBlocker
            | Cmd::PlanAction
            | Cmd::CloseAction
            | Cmd::Note => self.open_form(cmd),
            Cmd::Undo | Cmd::Redo => {
                self.waiting = Some(Waiting::Question);
                vec![Effect::Ask(Ask::LastAct {
                    redo: cmd == Cmd::Redo,
                })]
            }
            Cmd::Palette => self.open_menu(true),
            Cmd::Help => self.open_menu(false),
            Cmd::Language => {
                self.lang = self.lang.other();
                Vec::new()
            }
            Cmd::Theme => {
                self.look = self.look.next();
                let s = &self.strings().screens;
                let text = (s.theme_now)(s.themes[self.look as usize]);
                self.say(text, Tone::Plain);
                Vec::new()
            }
            Cmd::Redraw => vec![Effect::Redraw],
            Cmd::Suspend => vec![Effect::Suspend],
            Cmd::Back => self.back(),
            Cmd::Quit => vec![Effect::Quit],
        }
    }

    fn step(&mut self, by: isize) -> Vec<Effect> {
        let height = self.list_lines();
        match self.focus {
            Pane::Regions => {
                let lines = self.areas().lines().saturating_sub(1);
                self.regions.step(by, lines);
                self.follow()
            }
            Pane::List => {
                let mut effects: Vec<Effect> =
                    self.list_mut().step(by, height).into_iter().collect();
                effects.extend(self.follow());
                effects
            }
            Pane::Card => {
                self.card_top = self
                    .card_top
                    .saturating_add_signed(by)
                    .min(self.last_card_top());
                Vec::new()
            }
        }
    }

    /// The card is scrolled until its last line stands at the bottom.
    fn last_card_top(&self) -> usize {
        let areas = self.areas();
        let (Some(card), Some(pane)) = (self.shown_card(), areas.pane(Pane::Card)) else {
            return 0;
        };
        super::card::lines(card, self.today, self.strings(), usize::from(pane.width))
            .len()
            .saturating_sub(areas.lines())
    }

    fn page(&mut self, down: bool) -> Vec<Effect> {
        let height = self.list_lines();
        if self.focus == Pane::List {
            let mut effects: Vec<Effect> = self.list_mut().page(down, height).into_iter().collect();
            effects.extend(self.follow());
            return effects;
        }
        let by = isize::try_from(height).unwrap_or(1);
        self.step(if down { by } else { -by })
    }

    fn edge(&mut self, first: bool) -> Vec<Effect> {
        let height = self.list_lines();
        match self.focus {
            Pane::Regions => {
                let all = isize::try_from(self.regions.lines().count()).unwrap_or(isize::MAX);
                self.step(if first { -all } else { all })
            }
            Pane::List if first => {
                let ask = self.list_mut().first(height);
                ask.into_iter().chain(self.follow()).collect()
            }
            Pane::List => {
                let ask = self.list_mut().last(height);
                ask.into_iter().chain(self.follow()).collect()
            }
            Pane::Card => {
                self.card_top = if first { 0 } else { self.last_card_top() };
                Vec::new()
            }
        }
    }

    fn left(&mut self) -> Vec<Effect> {
        self.focus = match self.focus {
            Pane::Card => Pane::List,
            Pane::List | Pane::Regions => Pane::Regions,
        };
        self.arrive()
    }

    fn open(&mut self) -> Vec<Effect> {
        match self.focus {
            Pane::Regions => {
                let effects = self.apply_region();
                self.focus = Pane::List;
                effects.into_iter().chain(self.arrive()).collect()
            }
            Pane::List => {
                self.focus = Pane::Card;
                self.card_top = 0;
                self.arrive()
            }
            Pane::Card => Vec::new(),
        }
    }

    fn turn(&mut self, by: isize) -> Vec<Effect> {
        let panes = self.screen.panes();
        let at = panes.iter().position(|p| *p == self.focus).unwrap_or(0);
        let n = panes.len();
        self.focus = panes[(at + n).saturating_add_signed(by) % n];
        self.arrive()
    }

    /// After the panes changed: what is seen now is scrolled right and fetched.
    fn arrive(&mut self) -> Vec<Effect> {
        let height = self.list_lines();
        self.list_mut().reveal(height);
        self.want_card().into_iter().collect()
    }

    fn show(&mut self, screen: Screen) -> Vec<Effect> {
        self.screen = screen;
        self.focus = Pane::List;
        let height = self.list_lines();
        // The other screen's list may be old: read it around its place.
        let read = self.list_mut().refresh(height);
        let mut effects = vec![read];
        effects.extend(self.want_card());
        effects
    }

    fn filter_changed(&mut self) -> Vec<Effect> {
        let height = self.list_lines();
        if self.focus == Pane::Card {
            self.focus = Pane::List;
        }
        let list = self.list_mut();
        vec![match list.current() {
            // The village under the cursor stays in sight, with some of its neighbours above it.
            Some(row) => {
                let ord = row.place.ord;
                list.go_to(ord, height / 3, height)
            }
            None => list.load(height),
        }]
    }

    fn clear_filters(&mut self) -> Vec<Effect> {
        match self.screen {
            Screen::Villages => self.villages.filter = Filter::default(),
            Screen::Attention => self.attention.filter.region = None,
        }
        self.select_region_line();
        self.filter_changed()
    }

    fn select_region_line(&mut self) {
        let region = self.villages.filter.region.clone();
        let lines = self.areas().lines().saturating_sub(1);
        self.regions.select(region.as_deref(), lines);
    }

    fn pick_region(&mut self) -> Vec<Effect> {
        let s = self.strings();
        let here = self.target().map(|p| p.code.kecamatan().to_owned());
        let now = self.list().filter.region.clone();
        let mut letters = ('a'..='z').filter(|c| !matches!(c, 'g' | 'j' | 'k' | 'q' | 'h' | 'l'));
        let items: Vec<Item> = self
            .regions
            .lines()
            .map(|line| Item {
                key: match line {
                    Line::All(_) => Some('0'),
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
        self.overlay = Some(Overlay::Pick(Pick {
            title: |s| s.pick_kecamatan,
            items,
            at,
        }));
        Vec::new()
    }

    fn pick_decision(&mut self) -> Vec<Effect> {
        let s = self.strings();
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

    fn pick_stage(&mut self) -> Vec<Effect> {
        let s = self.strings();
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

    fn pick_sort(&mut self) -> Vec<Effect> {
        let s = self.strings();
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

    fn open_pick(
        &mut self,
        title: fn(&crate::strings::screens::Screens) -> &'static str,
        items: Vec<Item>,
        now: &Picked,
    ) -> Vec<Effect> {
        let at = items.iter().position(|i| i.picked == *now).unwrap_or(0);
        self.overlay = Some(Overlay::Pick(Pick { title, items, at }));
        Vec::new()
    }

    /// Applies what a chooser gave.
    pub(super) fn picked(&mut self, picked: Picked) -> Vec<Effect> {
        match picked {
            Picked::Region(region) => {
                self.list_mut().filter.region = region;
                if self.screen == Screen::Villages {
                    self.select_region_line();
                }
            }
            Picked::Decision(decision) => self.villages.filter.decision = decision,
            Picked::Stage(stage) => self.villages.filter.stage = stage,
            Picked::Sort(sort) => self.villages.sort = sort,
        }
        self.filter_changed()
    }

    /// One step back: from the card to the list, from filters to all, from another screen to the first, then out.
    fn back(&mut self) -> Vec<Effect> {
        if self.focus == Pane::Card {
            self.focus = Pane::List;
            return self.arrive();
        }
        if self.is_filtered() {
            return self.clear_filters();
        }
        if self.screen != Screen::Villages {
            return self.show(Screen::Villages);
        }
        if self.focus == Pane::Regions {
            self.focus = Pane::List;
            return self.arrive();
        }
        vec![Effect::Quit]
    }
}

/// Moves leave the last message where it is: wiping it on every key would cost a slow line.
fn is_move(cmd: Cmd) -> bool {
    matches!(
        cmd,
        Cmd::Down | Cmd::Up | Cmd::PageDown | Cmd::PageUp | Cmd::First | Cmd::Last
    )
}
