//! The screen of the event desk: the events, the numbers of one, and who is there.

mod entry;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::occasion::Present;
use crate::tui::app::card::Weight;
use crate::tui::app::layout::Pane;
use crate::tui::app::reception::Hall;
use crate::tui::text::wrap;

/// From this width on a line of the list of attendance has room for the time and the office.
const WIDE: u16 = 56;

impl Canvas<'_> {
    /// All events, the newest first.
    pub(super) fn events(&self, buf: &mut Buffer, area: Rect) {
        let w = &self.s.reception;
        let reception = &self.model.screens.events;
        self.head(buf, area, Pane::Events, w.title(), "");
        if reception.events.is_empty() {
            let text = match (reception.loaded, self.model.shared.looks_only()) {
                (false, _) => self.s.screens.loading,
                (true, true) => w.no_events_view(),
                (true, false) => w.no_events(),
            };
            self.told(buf, area, 2, text, Meaning::Text);
            return;
        }
        let height = usize::from(area.height.saturating_sub(1)).max(1);
        let top = self.first_row(reception.at, height);
        let wide = area.width >= WIDE;
        for (row, (n, brief)) in (1..area.height).zip(reception.events.iter().enumerate().skip(top))
        {
            let lit = n == reception.at;
            let style = self.line(buf, area, row, lit);
            let mut pen = Pen::new(buf, area, row);
            pen.put(if lit { ">" } else { " " }, style(Meaning::Text));
            let day = brief.day.format("%d-%m-%y").to_string();
            pen.cell(&day, 9, style(Meaning::Muted));
            let here = w.present(brief.here.all());
            let phase = self.s.occasions.phase(brief.phase);
            let tail = if wide { 28 } else { 11 };
            let room = pen.room().saturating_sub(tail);
            pen.cell(&brief.title, room, style(Meaning::Text));
            pen.skip(1);
            pen.cell(&here, 10, style(Meaning::Text));
            if wide {
                pen.skip(1);
                let room = pen.room();
                pen.cell(phase, room, style(Meaning::Muted));
            }
        }
    }

    /// The numbers of the chosen event.
    pub(super) fn desk(&self, buf: &mut Buffer, area: Rect) {
        let Some(hall) = self.model.screens.events.shown() else {
            self.head(buf, area, Pane::Desk, self.s.screens.loading, "");
            return;
        };
        let lines = self.model.desk_lines(hall, area.width);
        let seen = usize::from(area.height.saturating_sub(1));
        let top = self.model.screens.events.top;
        let more = lines.len().saturating_sub(top + seen);
        let low = self.model.shared.size.1 <= crate::tui::app::layout::LOW;
        let name = if low {
            hall.occasion.plan.title.as_str()
        } else {
            self.s.reception.title()
        };
        let more = match more {
            0 => String::new(),
            n => format!("+{n}"),
        };
        let room = usize::from(area.width).saturating_sub(more.len() + 3);
        let name = crate::tui::text::clip(name, room);
        self.head(buf, area, Pane::Desk, &name, &more);
        for (row, line) in (1..area.height).zip(lines.iter().skip(top)) {
            let style = self.theme.style(match line.weight {
                Weight::Name => Meaning::Title,
                Weight::Head => Meaning::Head,
                Weight::Muted => Meaning::Muted,
                _ => Meaning::Text,
            });
            Pen::new(buf, area, row).put(&line.text, style);
        }
    }

    /// Who is there, the latest first.
    pub(super) fn guests(&self, buf: &mut Buffer, area: Rect) {
        let w = &self.s.reception;
        let reception = &self.model.screens.events;
        let Some(hall) = reception.shown() else {
            self.head(buf, area, Pane::Guests, w.guests(), "");
            return;
        };
        let all = hall.occasion.guests.len();
        let count = match all {
            0 => String::new(),
            n => n.to_string(),
        };
        self.head(buf, area, Pane::Guests, w.guests(), &count);
        let mut first = 1;
        if self.model.shared.looks_only() {
            first += self.told(buf, area, 1, w.names_hidden(), Meaning::Notice);
        } else if all == 0 {
            self.told(buf, area, 2, w.nobody(), Meaning::Text);
            return;
        }
        let height = usize::from(area.height.saturating_sub(first)).max(1);
        let top = self.first_row(reception.guest, height);
        let rows = first..area.height;
        for (row, (at, (number, present))) in rows.zip(reception.guests().enumerate().skip(top)) {
            let lit = at == reception.guest && self.model.shared.focus == Pane::Guests;
            self.guest(buf, area, (row, lit), number, (hall, present));
        }
    }

    fn guest(
        &self,
        buf: &mut Buffer,
        area: Rect,
        (row, lit): (u16, bool),
        number: usize,
        (hall, present): (&Hall, &Present),
    ) {
        let guest = &present.guest;
        let style = self.line(buf, area, row, lit);
        let mut pen = Pen::new(buf, area, row);
        pen.put(if lit { ">" } else { " " }, style(Meaning::Text));
        pen.cell_right(&number.to_string(), 3, style(Meaning::Muted));
        pen.skip(1);
        let wide = area.width >= WIDE;
        let name = if self.model.shared.looks_only() {
            self.s.reception.hidden()
        } else {
            &guest.name
        };
        pen.cell(name, if wide { 22 } else { 14 }, style(Meaning::Text));
        pen.skip(1);
        pen.cell(guest.sex.word(), 2, style(Meaning::Text));
        let element = self.s.reception.element(guest.element);
        pen.cell(element, 8, style(Meaning::Muted));
        pen.skip(1);
        let origin = match &guest.village {
            Some(code) => hall.name(code),
            None => &guest.agency,
        };
        let room = pen.room();
        let tail = if wide { 6 } else { 0 };
        pen.cell(origin, room.saturating_sub(tail), style(Meaning::Text));
        if wide {
            let time = self.model.clock_of(present);
            pen.cell_right(&time, 6, style(Meaning::Muted));
        }
    }

    /// Clears the row of a list; gives its styles.
    fn line(
        &self,
        buf: &mut Buffer,
        area: Rect,
        row: u16,
        selected: bool,
    ) -> impl Fn(Meaning) -> ratatui::style::Style + use<> {
        let lit = selected && self.model.shared.overlay.is_none();
        let theme = self.theme;
        let style = move |m| theme.style(if lit { Meaning::Selected } else { m });
        if lit {
            Pen::new(buf, area, row).put(&" ".repeat(area.width.into()), style(Meaning::Text));
        }
        style
    }

    /// The first row that is seen, so that the cursor is: it moves by half a page.
    fn first_row(&self, at: usize, height: usize) -> usize {
        let half = (height / 2).max(1);
        if at < height {
            0
        } else {
            ((at - height) / half + 1) * half
        }
    }

    /// A sentence in a pane from a row on; says how many rows it took.
    fn told(&self, buf: &mut Buffer, area: Rect, row: u16, text: &str, meaning: Meaning) -> u16 {
        let lines = wrap(text, usize::from(area.width).saturating_sub(2));
        for (row, line) in (row..area.height).zip(&lines) {
            let mut pen = Pen::new(buf, area, row);
            pen.skip(1);
            pen.put(line, self.theme.style(meaning));
        }
        u16::try_from(lines.len()).unwrap_or(0)
    }
}
