//! Writing text into cells: clipped, clean, and measured as the terminal will.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::safe;
use crate::tui::text::clip;

/// Writes into one row of the screen, from the left.
pub struct Pen<'b> {
    buf: &'b mut Buffer,
    x: u16,
    y: u16,
    end: u16,
}

impl<'b> Pen<'b> {
    /// At the start of a row of an area; a row that is not there takes nothing.
    pub fn new(buf: &'b mut Buffer, area: Rect, row: u16) -> Self {
        let inside = area.intersection(buf.area);
        let y = area.y.saturating_add(row);
        let end = if row < area.height && y < inside.bottom() {
            inside.right()
        } else {
            0
        };
        Self {
            buf,
            x: area.x,
            y,
            end,
        }
    }

    /// Columns left.
    #[must_use]
    pub fn room(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// Writes as much of the text as fits; says how many columns it took.
    pub fn put(&mut self, text: &str, style: Style) -> usize {
        let room = self.room();
        if room == 0 || text.is_empty() {
            return 0;
        }
        let (x, _) = self
            .buf
            .set_stringn(self.x, self.y, safe(text), room, style);
        let took = x - self.x;
        self.x = x;
        usize::from(took)
    }

    /// Writes a text into a column of so many cells, shortened where it does not fit, blank where it is short.
    pub fn cell(&mut self, text: &str, width: usize, style: Style) {
        let width = width.min(self.room());
        let before = self.x;
        if text.width() <= width {
            self.put(text, style);
        } else {
            let short = clip(text, width);
            self.put(&short, style);
        }
        self.x = before + u16::try_from(width).unwrap_or(0);
    }

    /// The same, against the right edge of the column.
    pub fn cell_right(&mut self, text: &str, width: usize, style: Style) {
        let width = width.min(self.room());
        let blank = width.saturating_sub(text.width());
        self.x += u16::try_from(blank).unwrap_or(0);
        self.cell(text, width - blank, style);
    }

    /// Wipes the row from here on; the pen stays.
    pub fn blank(&mut self) {
        let rest = " ".repeat(self.room());
        self.buf
            .set_stringn(self.x, self.y, &rest, rest.len(), Style::reset());
    }

    /// Leaves columns blank.
    pub fn skip(&mut self, columns: usize) {
        let columns = columns.min(self.room());
        self.x += u16::try_from(columns).unwrap_or(0);
    }

    /// Where the pen stands.
    #[must_use]
    pub fn column(&self) -> u16 {
        self.x
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_in_a_cell_are_harmless() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        Pen::new(&mut buf, Rect::new(0, 0, 10, 1), 0).put("a\u{1b}[31mb", Style::new());
        assert_eq!(
            buf.content
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect::<String>()
                .trim_end(),
            "a[31mb"
        );
    }
}
