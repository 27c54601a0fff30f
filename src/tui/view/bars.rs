//! The first row and the last rows: screens and totals, the message, the keys that work now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::command::{self, Cmd, Section};
use crate::tui::app::layout::ScreenId;
use crate::tui::app::overlay::Overlay;
use crate::tui::app::toast::Tone;
use crate::tui::text::{clip, wrap};

impl Canvas<'_> {
    pub(super) fn title(&self, buf: &mut Buffer, area: Rect) {
        let tally = *self.model.shared.regions.total();
        let [k0, k1, ..] = tally.decisions;
        let totals = (self.s.screens.totals)(tally.villages(), tally.without_product(), k0, k1);
        let short = (self.s.screens.totals_short)(tally.without_product(), k0, k1);
        let tabs = [
            (ScreenId::Villages, Cmd::Villages),
            (ScreenId::Board, Cmd::Board),
            (ScreenId::Attention, Cmd::Attention),
            (ScreenId::Meeting, Cmd::Meeting),
            (ScreenId::Events, Cmd::Events),
            (ScreenId::Log, Cmd::Log),
        ]
        .map(|(screen, cmd)| {
            let key = self
                .model
                .shared
                .session
                .keymap
                .shown(cmd)
                .map_or_else(String::new, |k| k.to_string());
            (screen, key, command::of(cmd).label(self.s))
        });
        let shortest = format!(
            "{} {} = K0 {k0} + K1 {k1}",
            self.s.screens.col_without,
            tally.without_product()
        );
        // The totals come first: where names and totals do not fit side by side, the other screens are named by their
        // keys alone, and where not even that fits only the present one is named.
        let width = |names: bool, others: bool| -> usize {
            tabs.iter()
                .map(
                    |(screen, key, label)| match *screen == self.model.shared.screen {
                        here if here || names => key.width() + label.width() + 3,
                        _ if others => key.width() + 2,
                        _ => 0,
                    },
                )
                .sum()
        };
        // Neither made-up data nor a past day may be taken for the present record, whatever else has room.
        let training = self
            .model
            .shared
            .session
            .training
            .then_some(self.s.cli.demo.title);
        let past = self.model.shared.clock.seen.map(|seen| {
            let day = self.s.facts.short_day(seen.day);
            (self.s.past.mark)(&day, seen.known_then)
        });
        let view = self
            .model
            .shared
            .looks_only()
            .then_some(self.s.screens.view_mark);
        let marked = training.is_some() || past.is_some() || view.is_some();
        let mut pen = Pen::new(buf, area, 0);
        if let Some(mark) = training {
            pen.put(&format!(" {mark} "), self.theme.style(Meaning::Focus));
            pen.skip(1);
        }
        if let Some(mark) = view {
            pen.put(&format!(" {mark} "), self.theme.style(Meaning::Selected));
            pen.skip(1);
        }
        if let Some(mark) = &past {
            pen.put(&format!(" {mark} "), self.theme.style(Meaning::Selected));
        }
        let room = pen.room();
        let names = width(true, true) + totals.width() < room;
        let others = names || width(false, true) + shortest.width() < room;
        // Beside a mark on a narrow screen the totals come before the name of the screen, which its panes tell too; a
        // number is never cut.
        let fits = |tab: bool| shortest.width() + if tab { width(false, false) } else { 0 } < room;
        let tab = !marked || fits(true) || !fits(false);
        for (screen, key, label) in &tabs {
            let here = self.model.shared.screen == *screen;
            let style = self
                .theme
                .style(if here { Meaning::Focus } else { Meaning::Text });
            if names || here && tab {
                pen.put(&format!(" {key} {label} "), style);
            } else if here || others {
                pen.put(&format!(" {key} "), style);
            }
        }
        if !self.model.shared.regions.loaded {
            return;
        }
        let room = pen.room();
        let text = [totals, short]
            .into_iter()
            .find(|t| t.width() < room)
            .unwrap_or_else(|| clip(&shortest, room));
        if marked && text.width() < shortest.width() {
            return;
        }
        pen.cell_right(&text, room, self.theme.style(Meaning::Title));
    }

    /// The message. A long one takes rows from the panes above: it says what to do, so that no word of it is cut off.
    pub(super) fn status(&self, buf: &mut Buffer, area: Rect) {
        let Some(toast) = &self.model.shared.toast else {
            if let Some(sign) = self.model.shared.who_sign() {
                let mut pen = Pen::new(buf, area, 0);
                let room = pen.room();
                pen.cell_right(&sign, room, self.theme.style(Meaning::Muted));
            }
            return;
        };
        let style = self.theme.style(match toast.tone {
            Tone::Plain => Meaning::Text,
            Tone::Done => Meaning::Good,
            Tone::Trouble => Meaning::Trouble,
        });
        let lines = wrap(&toast.text, usize::from(area.width));
        let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let top = area.y.saturating_sub(above).max(1);
        let over = Rect::new(area.x, top, area.width, area.bottom().saturating_sub(top));
        for (row, line) in (0..over.height).zip(&lines) {
            let mut pen = Pen::new(buf, over, row);
            let room = pen.room();
            pen.blank();
            pen.cell(line, room, style);
        }
    }

    /// The keys that work now, the most useful first; help and back are the last to go.
    pub(super) fn bar(&self, buf: &mut Buffer, area: Rect) {
        let hint = match &self.model.shared.overlay {
            Some(Overlay::Search(_)) => Some(self.s.screens.search_hint),
            Some(Overlay::Menu(menu)) if menu.typing => Some(self.s.screens.typing_hint),
            Some(Overlay::Menu(_)) => Some(self.s.screens.menu_hint),
            Some(Overlay::Pick(_)) => Some(self.s.screens.pick_hint),
            Some(Overlay::Confirm(_)) => Some(self.s.screens.confirm_hint),
            Some(Overlay::Preview(p)) if p.changing() == 0 => Some(self.s.bulk.hint_nothing),
            Some(Overlay::Preview(_)) => Some(self.s.bulk.hint),
            Some(Overlay::Filter(_)) => Some(self.s.filter.hint),
            Some(Overlay::ViewName(_)) => Some(self.s.views.hint()),
            Some(Overlay::Takeover(_)) => Some(self.s.resume.offer_hint),
            Some(Overlay::Past(_)) => Some(self.s.past.hint),
            Some(Overlay::Form(form)) => Some(self.form_hint(form)),
            Some(Overlay::Meeting(form)) => Some(self.meeting_form_hint(form)),
            Some(Overlay::Entry(entry)) => Some(self.model.entry_hint(entry)),
            Some(Overlay::NoProduct(_)) => Some(self.s.reception.no_product_hint()),
            // A message has its own last row.
            Some(Overlay::Message(_)) | None => None,
        };
        if let Some(hint) = hint {
            for (row, line) in (0..).zip(wrap(hint, usize::from(area.width))) {
                Pen::new(buf, area, row).put(&line, self.theme.style(Meaning::Muted));
            }
            return;
        }
        // How many are marked is to be seen on every screen.
        let count = match self.model.shared.marked.len() {
            0 => String::new(),
            n => format!("*{n} "),
        };
        let width = usize::from(area.width).saturating_sub(count.width());
        for (row, entries) in (0..).zip(self.bar_rows(width, area.height.into())) {
            let mut pen = Pen::new(buf, area, row);
            if row == 0 {
                pen.put(&count, self.theme.style(Meaning::Focus));
            }
            for (key, label) in entries {
                pen.put(&key, self.theme.style(Meaning::Key));
                pen.put(" ", self.theme.style(Meaning::Text));
                pen.put(label, self.theme.style(Meaning::Text));
                pen.skip(2);
            }
        }
    }

    /// Fits the entries into rows: help and back always, then the others by their rank as long as there is room.
    fn bar_rows(&self, width: usize, rows: usize) -> Vec<Vec<(String, &'static str)>> {
        let mut ranked: Vec<&command::Command> = command::all()
            .iter()
            .filter(|c| c.bar > 0 && self.model.enabled(c.cmd).is_ok())
            .collect();
        // On the meeting screen what a meeting needs comes first; on an item Enter only opens the village's card.
        let meeting = self.model.shared.screen == ScreenId::Meeting;
        let opens = self.model.screens.meeting.item().is_none();
        let own = |c: &command::Command| match c.cmd {
            Cmd::Note => true,
            Cmd::Open => opens,
            _ => c.section == Section::Meeting,
        };
        ranked.sort_by_key(|c| (meeting && !own(c), c.bar));
        let entry = |c: &command::Command| {
            let key = self
                .model
                .shared
                .session
                .keymap
                .shown(c.cmd)
                .map_or_else(String::new, |k| k.to_string());
            let label = match c.cmd {
                Cmd::Back if self.model.back_quits() => self.s.commands.quit.label,
                _ => c.label(self.s),
            };
            (key, label)
        };
        let is_last = |c: &command::Command| matches!(c.cmd, Cmd::Help | Cmd::Back);
        let size = |(key, label): &(String, &str)| key.width() + label.width() + 3;
        let (last, others): (Vec<_>, Vec<_>) = ranked.into_iter().partition(|c| is_last(c));
        let last: Vec<_> = last.into_iter().map(entry).collect();
        let reserved: usize = last.iter().map(size).sum();
        let mut lines: Vec<Vec<(String, &'static str)>> = vec![Vec::new(); rows.max(1)];
        let mut room: Vec<usize> = vec![width; rows.max(1)];
        if let Some(r) = room.last_mut() {
            *r = r.saturating_sub(reserved);
        }
        let mut row = 0;
        for e in others.into_iter().map(entry) {
            while row < rows && room[row] < size(&e) {
                row += 1;
            }
            if row >= rows {
                break;
            }
            room[row] -= size(&e);
            lines[row].push(e);
        }
        if let Some(line) = lines.last_mut() {
            line.extend(last);
        }
        lines
    }
}
