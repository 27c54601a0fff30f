//! The search: what is typed, and the numbered candidates.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::msg::MOST_HITS;
use crate::tui::app::overlay::Search;

impl Canvas<'_> {
    /// Draws in place of the list; gives the place of the typing cursor.
    pub(super) fn search(
        &self,
        buf: &mut Buffer,
        area: Rect,
        search: &Search,
    ) -> Option<(u16, u16)> {
        let s = &self.s.screens;
        for row in 0..area.height {
            Pen::new(buf, area, row).put(
                &" ".repeat(usize::from(area.width)),
                self.theme.style(Meaning::Text),
            );
        }
        let mut pen = Pen::new(buf, area, 0);
        pen.put(&format!("{} /", s.search), self.theme.style(Meaning::Focus));
        pen.skip(1);
        let left = pen.column();
        pen.put(search.input.value(), self.theme.style(Meaning::Input));
        let typed = u16::try_from(search.input.visual_cursor()).unwrap_or(u16::MAX);
        let cursor = (
            left.saturating_add(typed)
                .min(area.right().saturating_sub(1)),
            area.y,
        );

        let text = match search.hits.len() {
            _ if search.input.value().trim().is_empty() || !search.answered => "",
            0 => s.search_none,
            1 => "",
            n if n >= MOST_HITS => s.search_many,
            n => &(s.search_choose)(n),
        };
        Pen::new(buf, area, 1).put(text, self.theme.style(Meaning::Muted));
        for ((row, number), hit) in (2..area.height).zip(1..).zip(&search.hits) {
            let selected = search.at == Some(number - 1);
            let style = self.theme.style(if selected {
                Meaning::Selected
            } else {
                Meaning::Text
            });
            let mut pen = Pen::new(buf, area, row);
            // Only what one digit can pick has a number.
            let label = if number < 10 {
                number.to_string()
            } else {
                String::new()
            };
            pen.put(if selected { ">" } else { " " }, style);
            pen.cell(&label, 2, self.theme.style(Meaning::Key));
            pen.cell(&hit.place.name, 18, style);
            let room = pen.room();
            pen.cell(
                &format!("Kec. {}, {}", hit.place.kecamatan, hit.place.regency),
                room,
                self.theme.style(Meaning::Muted),
            );
        }
        Some(cursor)
    }
}
