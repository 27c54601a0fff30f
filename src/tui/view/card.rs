//! The card of the village under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::card::Weight;
use crate::tui::app::layout::Pane;

impl Canvas<'_> {
    pub(super) fn card(&self, buf: &mut Buffer, area: Rect) {
        let s = self.s;
        let Some(card) = self.model.shown_card() else {
            self.head(buf, area, Pane::Card, s.screens.card, "");
            // The card is on its way: the name says whose.
            if let Some(place) = self.model.target() {
                Pen::new(buf, area, 1)
                    .put(&place.name.to_uppercase(), self.theme.style(Meaning::Title));
            }
            return;
        };
        let lines = self.model.card_lines(card, area.width);
        let seen = usize::from(area.height.saturating_sub(1));
        let top = self
            .model
            .shared
            .card
            .top
            .min(lines.len().saturating_sub(1));
        let more = lines.len().saturating_sub(top + seen);
        let rest = if more > 0 {
            format!("+{more}")
        } else {
            String::new()
        };
        self.head(buf, area, Pane::Card, s.screens.card, &rest);
        for (row, line) in (1..area.height).zip(lines.iter().skip(top)) {
            let style = match line.weight {
                Weight::Name => self.theme.style(Meaning::Title),
                Weight::Head => self.theme.style(Meaning::Head),
                Weight::Decision(decision) => self.theme.decision(decision),
                Weight::Plain => self.theme.style(Meaning::Text),
                Weight::Muted => self.theme.style(Meaning::Muted),
                Weight::Warning => self.theme.style(Meaning::Warning),
                Weight::Alarm => self.theme.style(Meaning::Alarm),
            };
            Pen::new(buf, area, row).put(&line.text, style);
        }
    }
}
