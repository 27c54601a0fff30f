//! Why villages need attention: the reasons with their numbers, and the villages of one of them.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::attention::{Reason, Why};
use crate::domain::gate::RuleBook;
use crate::tui::app::command::{self, Cmd};
use crate::tui::app::model::Pane;

impl Canvas<'_> {
    pub(super) fn reasons(&self, buf: &mut Buffer, area: Rect) {
        let s = &self.s.screens;
        self.head(buf, area, Pane::Reasons, s.reasons, "");
        for (row, (selected, reason, n)) in (1..area.height).zip(self.model.reasons.lines()) {
            let focused = selected && self.model.focus == Pane::Reasons;
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
            let name = crate::tui::text::clip(s.reason[reason as usize], room);
            pen.put(&format!("{name:<room$}"), style);
            let n = if self.model.reasons.loaded {
                n.to_string()
            } else {
                String::new()
            };
            pen.cell_right(&n, 5, style);
        }
    }

    /// The villages of one reason, each with why; the head names the act that mends it.
    pub(super) fn reason_list(&self, buf: &mut Buffer, area: Rect, reason: Reason, day: NaiveDate) {
        let rules = RuleBook::shipped().on(day);
        let list = &self.model.attention;
        let mend = command::of(mends(reason));
        let key = self
            .model
            .keymap
            .shown(mend.cmd)
            .map_or_else(String::new, |k| k.to_string());
        let name = self.s.screens.reason[reason as usize];
        let about = format!("{}, {key} {}", list.total, mend.label(self.s));
        self.head(buf, area, Pane::List, name, &about);
        if list.current().is_none() {
            return self.empty_list(buf, area, list.is_loaded(), self.s.screens.nothing_to_mend);
        }
        for (row, (selected, village)) in (1..area.height).zip(list.visible()) {
            let lit = selected && self.model.focus == Pane::List && self.model.overlay.is_none();
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
            let why = reason
                .holds(&village.summary, rules, day)
                .map(|why| self.why(why))
                .unwrap_or_default();
            let room = pen.room();
            pen.cell(&format!("{why} - {}", village.place.kecamatan), room, style);
        }
    }

    fn why(&self, why: Why) -> String {
        let s = &self.s.screens;
        match why {
            Why::Decision(decision) => s.why_decision[decision as usize].to_owned(),
            Why::Stuck { days, limit } => (s.why_stuck)(days, limit),
            Why::Blocked { office, days } => (s.why_blocked)(self.s.programme.office(office), days),
            Why::Overdue { days } => (s.why_overdue)(days),
            Why::Expiring => s.why_expiring.to_owned(),
            Why::NoNextAction => s.why_no_action.to_owned(),
            Why::Stale { days } => (s.why_stale)(days),
            Why::Unpackaged => s.why_unpackaged.to_owned(),
        }
    }
}

/// The act that mends what a reason is about.
fn mends(reason: Reason) -> Cmd {
    match reason {
        Reason::NoProduct => Cmd::Choose,
        Reason::NoDecree => Cmd::Decree,
        Reason::Stuck => Cmd::StageForward,
        Reason::Blocked
        | Reason::Overdue
        | Reason::Expiring
        | Reason::NoNextAction
        | Reason::Unpackaged
        | Reason::StaleData => Cmd::Note,
    }
}
