//! A message over the whole screen: nothing but its text, so that it can be selected and copied, and one row that says
//! how to go back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::message::Message;

impl Canvas<'_> {
    pub(super) fn message(&self, buf: &mut Buffer, area: Rect, message: &Message) {
        let lines = self.model.message_lines(message);
        let rows = self.model.message_rows();
        let top = message.top.min(lines.len().saturating_sub(rows));
        let text = self.theme.style(Meaning::Text);
        for (row, line) in (0..area.height).zip(lines.iter().skip(top).take(rows)) {
            Pen::new(buf, area, row).put(line, text);
        }
        let end = (top + rows).min(lines.len());
        let part = format!("{}-{end}/{}", (top + 1).min(end), lines.len());
        let mut pen = Pen::new(buf, area, area.height.saturating_sub(1));
        if self.model.shared.session.training {
            pen.put(
                &format!("{} ", self.s.cli.demo.title),
                self.theme.style(Meaning::Focus),
            );
        }
        pen.put(
            &(self.s.message.hint)(&part),
            self.theme.style(Meaning::Muted),
        );
    }
}
