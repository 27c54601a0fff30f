//! Filters of the screens: choosing a region, and what was chosen.

use super::layout::Pane;
use super::model::Model;
use super::msg::{Effect, Now};
use super::overlay::{Item, Picked};
use super::regions::Line;

impl Model {
    pub(super) fn filter_changed(&mut self) -> Vec<Effect> {
        if self.shared.focus == Pane::Card {
            self.shared.focus = Pane::List;
        }
        self.on_screen(|screen, cx| screen.filter_changed(cx))
    }

    pub(super) fn clear_filters(&mut self) -> Vec<Effect> {
        self.on_screen(|screen, _| screen.clear_filters());
        self.screens.villages.select_region(&mut self.shared);
        self.filter_changed()
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
        let picked = Picked::Region(now.or(here));
        self.shared.pick(|s| s.pick_kecamatan, items, &picked)
    }

    /// Applies what a chooser gave.
    pub(super) fn picked(&mut self, picked: Picked, now: &Now) -> Vec<Effect> {
        match picked {
            Picked::View(pick) => return self.view_picked(pick, now),
            Picked::Papers(of, pick) => return self.papers_picked(*of, pick),
            Picked::Village(village) => {
                return village.map_or_else(Vec::new, |(ord, code)| self.go_to_village(ord, code));
            }
            Picked::Form(command) => return self.run(command),
            Picked::Strike(guest, reason) => return self.strike(guest, reason),
            Picked::ForMany(command) => return self.open_bulk(command),
            Picked::Region(region) => self.on_screen(|screen, cx| screen.set_region(region, cx)),
            other => self.on_screen(|screen, cx| screen.picked(other, cx)),
        }
        self.filter_changed()
    }
}
