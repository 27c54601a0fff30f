//! The board of stages.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::gate::RuleBook;
use crate::domain::list::Row;
use crate::tui::app::board::Column;
use crate::tui::app::window::Window;

impl Canvas<'_> {
    pub(super) fn board(&self, buf: &mut Buffer, area: Rect) {
        let columns: Vec<_> = self.model.board.seen(area.width).collect();
        let n = u16::try_from(columns.len()).unwrap_or(1).max(1);
        let width = (area.width + 1) / n - 1;
        for (i, (current, column, window)) in (0..n).zip(columns) {
            let x = area.x + i * (width + 1);
            // The last column takes what the division leaves.
            let w = if i + 1 == n { area.right() - x } else { width };
            let part = Rect::new(x, area.y, w, area.height);
            if i > 0 {
                self.separator(buf, part);
            }
            self.column(buf, part, current, column, window);
        }
    }

    fn column(&self, buf: &mut Buffer, area: Rect, current: bool, column: Column, window: &Window) {
        let s = &self.s.screens;
        let head = match column {
            Column::NoProduct => {
                let tally = match self.model.board.region() {
                    Some(code) => self
                        .model
                        .regions
                        .find(code)
                        .map(|r| r.tally)
                        .unwrap_or_default(),
                    None => *self.model.regions.total(),
                };
                let [k0, k1, ..] = tally.decisions;
                format!(
                    "{} {} = K0 {k0} + K1 {k1}",
                    s.col_without,
                    tally.without_product()
                )
            }
            Column::At(stage) => {
                let stuck = self.model.board.stuck[stage as usize - 1];
                (s.column)(self.s.facts.stage(stage), window.total, stuck)
            }
        };
        let keys = current && self.model.overlay.is_none();
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
        for (row, (selected, village)) in (1..area.height).zip(window.visible()) {
            self.board_line(buf, area, row, selected && keys, column, village);
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
        let rules = RuleBook::shipped().on(self.model.today);
        let age = summary.since.map(|d| (self.model.today - d).num_days());
        let stuck = match column {
            Column::NoProduct => false,
            Column::At(stage) => age.is_some_and(|days| days > rules.limits.of(stage)),
        };
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
