//! Why villages need attention: the reasons with their numbers, and the villages of one of them.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::attention::{Mend, Reason, Why};
use crate::domain::gate::RuleBook;
use crate::domain::list::Row;
use crate::tui::app::command::{self, Cmd};
use crate::tui::app::layout::Pane;

impl Canvas<'_> {
    pub(super) fn reasons(&self, buf: &mut Buffer, area: Rect) {
        let s = &self.s.screens;
        self.head(buf, area, Pane::Reasons, s.reasons, "");
        for (row, (selected, reason, n)) in
            (1..area.height).zip(self.model.screens.attention.reasons())
        {
            let focused = selected && self.model.shared.focus == Pane::Reasons;
            let meaning = match (focused, n) {
                (true, _) => Meaning::Selected,
                (false, 0) => Meaning::Muted,
                (false, _) => Meaning::Text,
            };
            let style = self.theme.style(meaning);
            if focused {
                Pen::new(buf, area, row).put(&" ".repeat(area.width.into()), style);
            }
            let mut pen = Pen::new(buf, area, row);
            pen.put(if selected { ">" } else { " " }, style);
            let room = pen.room().saturating_sub(6);
            let name = crate::tui::text::clip(self.s.reason(reason), room);
            pen.put(&format!("{name:<room$}"), style);
            let n = if self.model.screens.attention.is_counted() {
                n.to_string()
            } else {
                String::new()
            };
            pen.cell_right(&n, 5, style);
        }
    }

    /// The villages of one reason, each with why; the head names the act that mends it for
    /// the village under the cursor.
    pub(super) fn reason_list(&self, buf: &mut Buffer, area: Rect, reason: Reason, day: NaiveDate) {
        let rules = RuleBook::shipped().on(day);
        let list = self.model.screens.attention.window();
        let why = |village: &Row| reason.holds(&village.summary, rules, day);
        let mut about = list.total.to_string();
        if let Some(why) = list.current().and_then(why) {
            about = format!("{about}, {}", self.mend(why));
        }
        self.head(buf, area, Pane::List, self.s.reason(reason), &about);
        if list.current().is_none() {
            return self.empty_list(buf, area, list.is_loaded(), self.s.screens.nothing_to_mend);
        }
        for (row, (selected, village)) in (1..area.height).zip(list.visible()) {
            let lit = selected
                && self.model.shared.focus == Pane::List
                && self.model.shared.overlay.is_none();
            let style = self.theme.style(if lit {
                Meaning::Selected
            } else {
                Meaning::Text
            });
            let mut pen = Pen::new(buf, area, row);
            if lit {
                pen.put(&" ".repeat(area.width.into()), style);
                pen = Pen::new(buf, area, row);
            }
            pen.put(if selected { ">" } else { " " }, style);
            pen.cell(&village.place.name, 16, style);
            pen.skip(1);
            let why = why(village).map(|why| self.s.why(why)).unwrap_or_default();
            let room = pen.room();
            pen.cell(&format!("{why} - {}", village.place.kecamatan), room, style);
        }
    }

    /// The key and the name of the act that mends it.
    pub(super) fn mend(&self, why: Why) -> String {
        let mend = command::of(mends(why));
        let key = self.model.shared.session.keymap.shown(mend.cmd);
        let key = key.map_or_else(String::new, |k| k.to_string());
        format!("{key} {}", mend.label(self.s))
    }
}

fn mends(why: Why) -> Cmd {
    match why.mend() {
        Mend::RecordPotential => Cmd::RecordPotential,
        Mend::Choose => Cmd::Choose,
        Mend::Decree => Cmd::Decree,
        Mend::PlanAction => Cmd::PlanAction,
        Mend::ClearBlocker => Cmd::ClearBlocker,
        Mend::CloseAction => Cmd::CloseAction,
        Mend::Claim => Cmd::Claim,
        Mend::Note => Cmd::Note,
    }
}
