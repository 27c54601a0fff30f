//! The board of stages.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::gate::RuleBook;
use crate::domain::list::Row;
use crate::tui::app::screens::board::{Column, Seen};

impl Canvas<'_> {
    pub(super) fn board(&self, buf: &mut Buffer, area: Rect) {
        let columns: Vec<_> = self.model.screens.board.seen(area.width).collect();
        let n = u16::try_from(columns.len()).unwrap_or(1).max(1);
        let width = (area.width + 1) / n - 1;
        for (i, seen) in (0..n).zip(&columns) {
            let x = area.x + i * (width + 1);
            // The last column takes what the division leaves.
            let w = if i + 1 == n { area.right() - x } else { width };
            let part = Rect::new(x, area.y, w, area.height);
            if i > 0 {
                self.separator(buf, part);
            }
            self.column(buf, part, seen);
        }
    }

    fn column(&self, buf: &mut Buffer, area: Rect, seen: &Seen<'_>) {
        let s = &self.s.screens;
        let head = match seen.column {
            Column::NoProduct => {
                let tally = match self.model.screens.board.region() {
                    Some(code) => self
                        .model
                        .shared
                        .regions
                        .find(code)
                        .map(|r| r.tally)
                        .unwrap_or_default(),
                    None => *self.model.shared.regions.total(),
                };
                let [k0, k1, ..] = tally.decisions;
                let all = tally.without_product();
                let split = format!("K0 {k0} + K1 {k1}");
                let whole =
                    (s.with_stuck)(&format!("{} {all} = {split}", s.col_without), seen.stuck);
                if whole.width() + 2 <= area.width.into() {
                    whole
                } else {
                    // The sum may go, never its split.
                    (s.with_stuck)(&split, seen.stuck)
                }
            }
            Column::At(stage) => {
                let head = format!("{} {}", self.s.facts.stage(stage), seen.window.total);
                (s.with_stuck)(&head, seen.stuck)
            }
        };
        let keys = seen.current && self.model.shared.overlay.is_none();
        let mut pen = Pen::new(buf, area, 0);
        let style = self
            .theme
            .style(if keys { Meaning::Focus } else { Meaning::Head });
        let room = pen.room();
        let width = (head.width() + 2).min(room);
        pen.cell(
            &format!("{}{head} ", if keys { ">" } else { " " }),
            width,
            style,
        );
        for (row, (selected, village)) in (1..area.height).zip(seen.window.visible()) {
            self.board_line(buf, area, row, selected && keys, seen.column, village);
        }
    }

    fn board_line(
        &self,
        buf: &mut Buffer,
        area: Rect,
        row: u16,
        lit: bool,
        column: Column,
        village: &Row,
    ) {
        let summary = &village.summary;
        let rules = RuleBook::shipped().on(self.model.shared.clock.today);
        let age = summary
            .since
            .map(|d| (self.model.shared.clock.today - d).num_days());
        let limit = match column {
            Column::NoProduct => rules.limits.tanpa_produk,
            Column::At(stage) => rules.limits.of(stage),
        };
        let stuck = age.is_some_and(|days| days > limit);
        let style = |meaning| {
            self.theme
                .style(if lit { Meaning::Selected } else { meaning })
        };
        let decision = if lit {
            self.theme.style(Meaning::Selected)
        } else {
            self.theme.decision(summary.decision)
        };
        let mut pen = Pen::new(buf, area, row);
        if lit {
            pen.put(&" ".repeat(area.width.into()), decision);
            pen = Pen::new(buf, area, row);
        }
        pen.put(if lit { ">" } else { " " }, style(Meaning::Text));
        pen.cell(summary.decision.flag(), 2, decision);
        if self.model.shared.marked.has(village.place.ord) {
            pen.put("*", style(Meaning::Key));
        }
        let room = pen.room().saturating_sub(7);
        // Where there is room the product stands behind the name.
        let name_room = if room > 28 { 17 } else { room };
        pen.cell(&village.place.name, name_room, style(Meaning::Text));
        if room > name_room {
            let product = summary.product.as_deref().unwrap_or_default();
            pen.cell(product, room - name_room, style(Meaning::Muted));
        }
        let age = age.map(|days| self.s.facts.age(days)).unwrap_or_default();
        // The mark says without colour what the colour says.
        pen.cell_right(
            &age,
            6,
            style(if stuck { Meaning::Alarm } else { Meaning::Text }),
        );
        pen.put(if stuck { "!" } else { "" }, style(Meaning::Alarm));
    }
}
