//! The log screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::layout::Pane;

impl Canvas<'_> {
    pub(super) fn log(&self, buf: &mut Buffer, area: Rect) {
        let s = self.s;
        let log = &self.model.screens.log;
        let mut about = Vec::new();
        if let Some(code) = &log.query().village {
            about.push(self.model.village_name(code.as_str()));
        }
        about.extend(log.query().actor.clone());
        about.extend(
            log.query()
                .kind
                .as_deref()
                .map(|k| s.event_group(k).to_owned()),
        );
        if let Some(from) = log.query().from {
            about.push(format!("{} {}", s.screens.since, s.facts.short_day(from)));
        }
        self.head(buf, area, Pane::Log, s.screens.journal, &about.join(", "));
        if log.current().is_none() {
            let text = if log.is_loaded() {
                s.screens.nothing_happened
            } else {
                s.screens.loading
            };
            let mut pen = Pen::new(buf, area, 2);
            pen.skip(1);
            pen.put(text, self.theme.style(Meaning::Text));
            return;
        }
        // On a narrow screen the person goes; who it was stands in the question that Enter asks.
        let wide = area.width >= 70;
        for (row, (selected, line)) in (1..area.height).zip(log.visible()) {
            let lit = selected && self.model.shared.overlay.is_none();
            let style = |m| self.theme.style(if lit { Meaning::Selected } else { m });
            let mut pen = Pen::new(buf, area, row);
            if lit {
                pen.put(&" ".repeat(area.width.into()), style(Meaning::Text));
                pen = Pen::new(buf, area, row);
            }
            pen.put(if selected { ">" } else { " " }, style(Meaning::Text));
            pen.cell(
                &line.event.occurred_on.format("%d-%m-%y").to_string(),
                9,
                style(Meaning::Muted),
            );
            let name = if wide { 26 } else { 12 };
            let village = match &line.place {
                Some(place) if !wide => &place.name,
                _ => s.stream(&line.event.stream, &line.village),
            };
            pen.cell(village, name, style(Meaning::Text));
            pen.skip(1);
            if wide {
                pen.cell(&line.event.actor, 10, style(Meaning::Muted));
                pen.skip(1);
            }
            let room = pen.room();
            let what = match &line.undone {
                Some(undone) => s.undone(
                    undone.back,
                    &self.model.shared.event_words(&undone.event),
                    undone.more,
                ),
                None => self.model.shared.event_words(&line.event.event),
            };
            pen.cell(&what, room, style(Meaning::Text));
        }
    }
}
