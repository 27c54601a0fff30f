//! Drawing. Pure: from what the screens know to cells.

mod bars;
mod board;
mod card;
mod filterline;
mod form;
mod lists;
mod log;
mod meeting;
mod menu;
mod message;
mod no_product;
mod past;
mod pen;
mod preview;
mod reasons;
mod reception;
mod regions;
mod search;
mod sheet;
pub mod theme;
mod views;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::pen::Pen;
use self::theme::{Meaning, Theme};
use crate::strings::Strings;
use crate::tui::app::layout::{Pane, SMALLEST, ScreenId};
use crate::tui::app::model::Model;
use crate::tui::app::overlay::Overlay;

/// What every drawing function gets.
pub(in crate::tui) struct Canvas<'a> {
    pub model: &'a Model,
    pub theme: Theme,
    pub s: &'static Strings,
}

/// Draws the whole screen.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let canvas = Canvas {
        model,
        theme: Theme::new(model.shared.session.theme, model.shared.session.ascii),
        s: model.shared.strings(),
    };
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return canvas.too_small(frame.buffer_mut(), area);
    }
    let cursor = canvas.screen(frame.buffer_mut(), area);
    if let Some(position) = cursor {
        frame.set_cursor_position(position);
    }
}

impl Canvas<'_> {
    fn too_small(&self, buf: &mut Buffer, area: Rect) {
        let way_out = if self.model.shared.overlay.is_some() {
            "C-c"
        } else {
            "q"
        };
        let mut text = (self.s.screens.too_small)(area.width, area.height, way_out);
        if self.model.shared.session.training {
            text = format!("{}: {text}", self.s.cli.demo.title);
        }
        for (row, line) in (0..).zip(crate::tui::text::wrap(&text, usize::from(area.width))) {
            Pen::new(buf, area, row).put(&line, self.theme.style(Meaning::Text));
        }
    }

    /// Draws everything; gives the place of the typing cursor, when something is being typed.
    fn screen(&self, buf: &mut Buffer, area: Rect) -> Option<(u16, u16)> {
        if let Some(Overlay::Message(message)) = &self.model.shared.overlay {
            self.message(buf, area, message);
            return None;
        }
        let areas = self.model.shared.areas();
        self.title(buf, areas.title);
        let mut cursor = None;
        for (i, (pane, rect)) in areas.panes.iter().enumerate() {
            if i > 0 {
                self.separator(buf, *rect);
            }
            match (pane, self.model.shared.screen, &self.model.shared.overlay) {
                (Pane::List, _, Some(Overlay::Search(search))) => {
                    cursor = self.search(buf, *rect, search);
                }
                (Pane::Regions, ..) => self.regions(buf, *rect),
                (Pane::Reasons, ..) => self.reasons(buf, *rect),
                (Pane::List, ScreenId::Board, _) => self.board(buf, *rect),
                (Pane::List, ScreenId::Villages, _) => self.villages(buf, *rect),
                (Pane::List, ScreenId::Attention, _) => self.attention(buf, *rect),
                (Pane::Card, ..) => self.card(buf, *rect),
                (Pane::Meeting, ..) | (Pane::List, ScreenId::Meeting, _) => {
                    self.meetings(buf, *rect)
                }
                (Pane::Events, ..) | (Pane::List, ScreenId::Events, _) => self.events(buf, *rect),
                (Pane::Desk, ..) => self.desk(buf, *rect),
                (Pane::Guests, ..) => self.guests(buf, *rect),
                (Pane::Log, ..) | (Pane::List, ScreenId::Log, _) => self.log(buf, *rect),
            }
        }
        self.status(buf, areas.status);
        self.bar(buf, areas.bar);
        // What lies over the panes leaves title and bar to be seen.
        let over = Rect::new(0, 1, area.width, areas.bar.y.saturating_sub(1));
        match &self.model.shared.overlay {
            // On a narrow screen the list is not there to be replaced.
            Some(Overlay::Search(search)) if cursor.is_none() => {
                let rect = areas.panes.first().map_or(over, |p| p.1);
                cursor = self.search(buf, rect, search);
            }
            Some(Overlay::Menu(menu)) => cursor = self.menu(buf, over, menu),
            Some(Overlay::Pick(pick)) => self.pick(buf, over, pick),
            Some(Overlay::Confirm(confirm)) => self.confirm(buf, over, confirm),
            Some(Overlay::Preview(preview)) => self.preview(buf, over, preview),
            Some(Overlay::Filter(line)) => cursor = self.filter_line(buf, over, line),
            Some(Overlay::ViewName(name)) => cursor = self.view_name(buf, over, name),
            Some(Overlay::Takeover(takeover)) => self.takeover(buf, over, takeover),
            Some(Overlay::Past(question)) => cursor = self.day_question(buf, over, question),
            Some(Overlay::Entry(entry)) => cursor = self.entry(buf, over, entry),
            Some(Overlay::NoProduct(page)) => self.no_product(buf, over, page),
            Some(Overlay::Form(form)) => cursor = self.form(buf, over, form),
            Some(Overlay::Meeting(form)) => cursor = self.meeting_form(buf, over, form),
            _ => {}
        }
        cursor
    }

    fn separator(&self, buf: &mut Buffer, right: Rect) {
        let style = self.theme.style(Meaning::Muted);
        let column = Rect::new(right.x.saturating_sub(1), right.y, 1, right.height);
        for row in 0..column.height {
            Pen::new(buf, column, row).put(self.theme.vertical, style);
        }
    }

    /// The first row of a pane: its name, marked where keys go to it, and what is said of it on the right.
    fn head(&self, buf: &mut Buffer, area: Rect, pane: Pane, name: &str, rest: &str) {
        let focused = self.model.shared.focus == pane && self.model.shared.overlay.is_none();
        let style = self.theme.style(if focused {
            Meaning::Focus
        } else {
            Meaning::Head
        });
        let mark = if focused { ">" } else { " " };
        let mut pen = Pen::new(buf, area, 0);
        pen.put(mark, style);
        pen.put(name, style);
        pen.put(" ", style);
        let room = pen.room();
        pen.cell(rest, room, self.theme.style(Meaning::Muted));
    }

    /// An empty box over the panes with a title; gives its inside. It is as high as it needs, at most what there is.
    fn boxed(&self, buf: &mut Buffer, over: Rect, width: u16, height: u16, title: &str) -> Rect {
        // A sliver of the panes beside the box would only disturb.
        let width = if over.width <= width + 8 {
            over.width
        } else {
            width
        };
        let height = height.min(over.height);
        let area = Rect::new(
            over.x + (over.width - width) / 2,
            over.y + (over.height - height) / 3,
            width,
            height,
        );
        let muted = self.theme.style(Meaning::Muted);
        let inner = usize::from(width.saturating_sub(2));
        let line = self.theme.horizontal.repeat(inner);
        let blank = " ".repeat(inner);
        let [top_left, top_right, bottom_left, bottom_right] = self.theme.corners;
        for row in 0..height {
            let (left, middle, right) = match row {
                0 => (top_left, &line, top_right),
                _ if row + 1 == height => (bottom_left, &line, bottom_right),
                _ => (self.theme.vertical, &blank, self.theme.vertical),
            };
            let mut pen = Pen::new(buf, area, row);
            pen.put(left, muted);
            pen.put(middle, muted);
            pen.put(right, muted);
        }
        let mut pen = Pen::new(buf, area, 0);
        pen.skip(2);
        pen.put(&format!(" {title} "), self.theme.style(Meaning::Focus));
        Rect::new(
            area.x + 2,
            area.y + 1,
            width.saturating_sub(4),
            height.saturating_sub(2),
        )
    }
}
