//! The pane of regions, each with how many villages it has and how many of them are without a product.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::layout::Pane;
use crate::tui::app::regions::Line;

impl Canvas<'_> {
    pub(super) fn regions(&self, buf: &mut Buffer, area: Rect) {
        let s = &self.s.screens;
        self.head(buf, area, Pane::Regions, s.regions, "");
        let counts = usize::from(area.width.saturating_sub(8));
        let mut pen = Pen::new(buf, area, 0);
        pen.skip(counts);
        pen.cell_right(s.col_all, 4, self.theme.style(Meaning::Muted));
        pen.cell_right(s.col_without, 4, self.theme.style(Meaning::Muted));
        for (row, (selected, line)) in (1..area.height).zip(self.model.shared.regions.visible()) {
            self.region_line(buf, area, row, selected, line);
        }
    }

    fn region_line(&self, buf: &mut Buffer, area: Rect, row: u16, selected: bool, line: Line<'_>) {
        // Where keys go elsewhere, the chosen region stays marked, but not as loudly.
        let focused = selected && self.model.shared.focus == Pane::Regions;
        let style = |meaning| {
            self.theme
                .style(if focused { Meaning::Selected } else { meaning })
        };
        let (indent, name, meaning) = match line {
            Line::All(_) => ("", self.s.screens.all_regions, Meaning::Head),
            Line::Regency(r) => ("", r.name.as_str(), Meaning::Head),
            Line::Kecamatan(r) => (" ", r.name.as_str(), Meaning::Text),
        };
        let tally = line.tally();
        let numbers = digits(tally.villages()).max(3);
        let mut pen = Pen::new(buf, area, row);
        pen.put(if selected { ">" } else { " " }, style(Meaning::Text));
        pen.put(indent, style(meaning));
        let name_room = pen.room().saturating_sub(numbers * 2 + 1);
        if focused {
            pen.put(
                &format!("{:<name_room$}", crate::tui::text::clip(name, name_room)),
                style(meaning),
            );
        } else {
            pen.cell(name, name_room, style(meaning));
        }
        pen.cell_right(&tally.villages().to_string(), numbers, style(Meaning::Text));
        pen.skip(1);
        let without = tally.without_product();
        let meaning = if without == 0 {
            Meaning::Good
        } else {
            Meaning::Warning
        };
        pen.cell_right(&without.to_string(), numbers, style(meaning));
    }
}

fn digits(n: u32) -> usize {
    n.checked_ilog10().map_or(1, |d| d as usize + 1)
}
