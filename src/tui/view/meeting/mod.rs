//! The meeting screen: the list, and the pages of one meeting.

mod form;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::occasion::{Brief, Phase};
use crate::tui::app::layout::TWO_PANES;
use crate::tui::app::meeting::{Tone, View};
use crate::tui::text::{clip, wrap};

impl Canvas<'_> {
    pub(super) fn meetings(&self, buf: &mut Buffer, area: Rect) {
        match self.model.screens.meeting.shown() {
            None => self.meeting_list(buf, area),
            Some(view) => self.meeting_page(buf, area, view),
        }
    }

    /// The row above a page: the meeting on the left, its clock on the right, which is never cut.
    fn meeting_head(&self, buf: &mut Buffer, area: Rect, name: &str, rest: &str) {
        let focused = self.model.shared.overlay.is_none();
        let style = self.theme.style(if focused {
            Meaning::Focus
        } else {
            Meaning::Head
        });
        let mut pen = Pen::new(buf, area, 0);
        let room = pen.room().saturating_sub(rest.width() + 1);
        let name = format!("{}{} ", if focused { ">" } else { " " }, name);
        pen.cell(&clip(&name, room), room, style);
        let room = pen.room();
        pen.cell_right(rest, room, self.theme.style(Meaning::Title));
    }

    fn meeting_list(&self, buf: &mut Buffer, area: Rect) {
        let m = &self.model.screens.meeting;
        let count = m.list.len().to_string();
        let rest = if m.list.is_empty() { "" } else { &count };
        self.meeting_head(buf, area, self.s.meeting.list_title(), rest);
        if m.list.is_empty() {
            let text = if m.loaded {
                self.s.meeting.no_meetings()
            } else {
                self.s.screens.loading
            };
            let room = usize::from(area.width.saturating_sub(2));
            for (row, line) in (2..area.height).zip(wrap(text, room)) {
                let mut pen = Pen::new(buf, area, row);
                pen.skip(1);
                pen.put(&line, self.theme.style(Meaning::Text));
            }
            return;
        }
        let rows = usize::from(area.height.saturating_sub(1));
        let top = m.at.saturating_sub(rows.saturating_sub(1));
        for (row, (i, brief)) in (1..area.height).zip(m.list.iter().enumerate().skip(top)) {
            self.meeting_row(buf, area, row, brief, i == m.at);
        }
    }

    fn meeting_row(&self, buf: &mut Buffer, area: Rect, row: u16, b: &Brief, selected: bool) {
        let lit = selected && self.model.shared.overlay.is_none();
        let style = |m| self.theme.style(if lit { Meaning::Selected } else { m });
        let mut pen = Pen::new(buf, area, row);
        if lit {
            pen.put(&" ".repeat(area.width.into()), style(Meaning::Text));
            pen = Pen::new(buf, area, row);
        }
        pen.put(if selected { ">" } else { " " }, style(Meaning::Text));
        let meaning = match b.phase {
            Phase::Open => Meaning::Head,
            Phase::Planned | Phase::Frozen => Meaning::Notice,
            _ => Meaning::Muted,
        };
        pen.cell(&b.day.format("%d-%m-%y").to_string(), 9, style(meaning));
        if area.width >= TWO_PANES {
            let number = b.number.map_or_else(|| "-".to_owned(), |n| n.to_string());
            pen.cell(&number, 8, style(Meaning::Text));
            pen.cell(self.s.occasions.phase(b.phase), 18, style(meaning));
            let decided = format!("{}/{}", b.decided, b.items);
            pen.cell(&decided, 7, style(Meaning::Text));
        } else {
            pen.cell(self.s.meeting.short_phase(b.phase), 8, style(meaning));
        }
        let room = pen.room();
        pen.cell(&b.title, room, style(Meaning::Text));
    }

    fn meeting_page(&self, buf: &mut Buffer, area: Rect, view: &View) {
        let o = view.occasion();
        let number = o.number.map_or_else(String::new, |n| format!(" {n}"));
        let name = format!(
            "{}{number}: {}",
            self.s.commands.meeting.screen.label, o.plan.title
        );
        self.meeting_head(buf, area, &name, &self.clock(view, area.width));
        let mut first = 1;
        if let Some(text) = self.model.gone_on_words() {
            let mut pen = Pen::new(buf, area, first);
            let room = pen.room();
            pen.cell(&text, room, self.theme.style(Meaning::Warning));
            first += 1;
        }
        let (width, rows) = self.model.meeting_room();
        let lines = self.model.meeting_page(width, rows);
        let m = &self.model.screens.meeting;
        let top = m.top.min(lines.len().saturating_sub(rows));
        for (row, line) in (first..area.height).zip(lines.iter().skip(top)) {
            let here = line.line == Some(m.line) && line.line.is_some();
            let lit = here && self.model.shared.overlay.is_none();
            let meaning = match line.tone {
                _ if lit => Meaning::Selected,
                Tone::Name => Meaning::Title,
                Tone::Head => Meaning::Head,
                Tone::Plain => Meaning::Text,
                Tone::Muted => Meaning::Muted,
                Tone::Good => Meaning::Good,
                Tone::Warning => Meaning::Warning,
                Tone::Alarm => Meaning::Alarm,
            };
            let style = self.theme.style(meaning);
            let mut pen = Pen::new(buf, area, row);
            pen.put(if here { ">" } else { " " }, style);
            let room = if lit { pen.room() } else { line.text.width() };
            pen.cell(&line.text, room, style);
        }
        // More lies below: said in the last column, so that nothing is taken for the end.
        if top + rows < lines.len() {
            let last = Rect::new(area.right().saturating_sub(1), area.y, 1, area.height);
            Pen::new(buf, last, area.height.saturating_sub(1))
                .put("v", self.theme.style(Meaning::Key));
        }
        if top > 0 {
            let last = Rect::new(area.right().saturating_sub(1), area.y, 1, area.height);
            Pen::new(buf, last, first).put("^", self.theme.style(Meaning::Key));
        }
    }

    /// Who leads, the time, and where the meeting is in it.
    fn clock(&self, view: &View, width: u16) -> String {
        let m = &self.model.screens.meeting;
        let o = view.occasion();
        if o.phase != Phase::Open {
            return self.s.occasions.phase(o.phase).to_owned();
        }
        let words = &self.s.meeting;
        let now = m
            .minute
            .with_timezone(&self.model.shared.session.zone)
            .format("%H.%M");
        let leader = o.mover.as_deref().unwrap_or_default();
        let leads = words.leads(self.model.leads(view), leader);
        let narrow = width < TWO_PANES;
        let pace = m.pace().map(|pace| {
            if narrow {
                words.short_clock(pace)
            } else {
                words.clock(pace)
            }
        });
        match (pace, narrow) {
            (Some(pace), true) => format!("{pace} {now}"),
            (None, true) => now.to_string(),
            (Some(pace), false) => format!("{leads}  {pace}  {now}"),
            (None, false) => format!("{leads}  {now}"),
        }
    }
}
