//! The name under which what the list shows is saved.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::views::ViewName;
use crate::tui::text::wrap;

/// Columns of the box.
const WIDTH: u16 = 62;

impl Canvas<'_> {
    /// Draws the name and what it stands for; gives the place of the typing cursor.
    pub(super) fn view_name(
        &self,
        buf: &mut Buffer,
        over: Rect,
        name: &ViewName,
    ) -> Option<(u16, u16)> {
        let words = &self.s.views;
        let width = over.width.min(WIDTH);
        let inside = usize::from(width.saturating_sub(4));
        let shown = match name.filter.as_str() {
            "" => words.all_villages(),
            filter => filter,
        };
        let order = self.s.screens.sorted_by[name.sort as usize];
        let shown = format!("{}: {shown}, {order}", words.shows());
        let mut lines: Vec<(String, Meaning)> = Vec::new();
        let mut more = |text: &str, meaning| {
            lines.extend(wrap(text, inside).into_iter().map(|line| (line, meaning)));
        };
        more(&shown, Meaning::Text);
        match &name.wrong {
            Some(why) => more(why, Meaning::Trouble),
            None => more(words.about(), Meaning::Muted),
        }
        let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, width, height, words.save(name.shared));
        let mut pen = Pen::new(buf, area, 0);
        pen.put(words.name(), self.theme.style(Meaning::Focus));
        pen.skip(1);
        let left = pen.column();
        let room = usize::from(area.right().saturating_sub(left)).saturating_sub(1);
        let scroll = name.input.visual_scroll(room);
        let seen: String = name.input.value().chars().skip(scroll).collect();
        pen.put(&seen, self.theme.style(Meaning::Input));
        for (row, (line, meaning)) in (2..area.height).zip(&lines) {
            Pen::new(buf, area, row).put(line, self.theme.style(*meaning));
        }
        let typed = name.input.visual_cursor().saturating_sub(scroll);
        let column = left.saturating_add(u16::try_from(typed).unwrap_or(u16::MAX));
        Some((column.min(area.right().saturating_sub(1)), area.y))
    }
}
