//! Help and palette, choosers, and the question before an undo.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::gate::RuleBook;
use crate::tui::app::command::Command;
use crate::tui::app::overlay::{Change, Confirm, Menu, Pick, Picked};
use crate::tui::app::resume::Takeover;
use crate::tui::text::{brief, wrap};

/// A line of the menu: a section's title, or a command and the lines that explain it.
enum Entry {
    Title(&'static str),
    Command(usize, &'static Command),
    Explain(String),
}

impl Canvas<'_> {
    pub(super) fn menu(&self, buf: &mut Buffer, over: Rect, menu: &Menu) -> Option<(u16, u16)> {
        let s = self.s;
        let title = if menu.palette {
            s.screens.palette_title
        } else {
            s.screens.help_title
        };
        let area = self.boxed(buf, over, 80, over.height, title);
        let mut cursor = None;
        let mut first = 0;
        if menu.typing {
            let mut pen = Pen::new(buf, area, 0);
            pen.put(
                if menu.palette { ":" } else { "/" },
                self.theme.style(Meaning::Key),
            );
            pen.put(" ", self.theme.style(Meaning::Text));
            let left = pen.column();
            pen.put(menu.input.value(), self.theme.style(Meaning::Input));
            let typed = u16::try_from(menu.input.visual_cursor()).unwrap_or(u16::MAX);
            cursor = Some((left.saturating_add(typed).min(area.right()), area.y));
            first = 1;
        }
        let commands = menu.commands();
        if commands.is_empty() {
            Pen::new(buf, area, first).put(s.screens.menu_none, self.theme.style(Meaning::Text));
        }
        let entries = self.menu_entries(menu, &commands, usize::from(area.width));
        let rows = usize::from(area.height.saturating_sub(first));
        let at = entries
            .iter()
            .position(|e| matches!(e, Entry::Command(i, _) if *i == menu.at))
            .unwrap_or(0);
        // The selected command stays in the middle where the list is longer than the screen.
        let top = at
            .saturating_sub(rows / 2)
            .min(entries.len().saturating_sub(rows));
        for (row, entry) in (first..area.height).zip(entries.iter().skip(top)) {
            let mut pen = Pen::new(buf, area, row);
            match entry {
                Entry::Title(title) => {
                    pen.put(title, self.theme.style(Meaning::Head));
                }
                Entry::Command(i, command) => self.menu_command(&mut pen, *i == menu.at, command),
                Entry::Explain(text) => {
                    pen.skip(4);
                    pen.put(text, self.theme.style(Meaning::Muted));
                }
            }
        }
        cursor
    }

    fn menu_entries(&self, menu: &Menu, commands: &[&'static Command], width: usize) -> Vec<Entry> {
        let sections = menu.input.value().trim().is_empty();
        let mut entries = Vec::new();
        let mut section = None;
        for (i, command) in commands.iter().enumerate() {
            if sections && section != Some(command.section) {
                section = Some(command.section);
                entries.push(Entry::Title(command.section_title(self.s)));
            }
            entries.push(Entry::Command(i, command));
            // Help explains everything; the palette only what is selected.
            if !menu.palette || i == menu.at {
                let lines = wrap(command.help(self.s), width.saturating_sub(4));
                entries.extend(lines.into_iter().map(Entry::Explain));
                if let Err(reason) = self.model.enabled(command.cmd) {
                    let why = format!("{}: {}.", self.s.screens.not_now, reason(&self.s.screens));
                    entries.extend(
                        wrap(&why, width.saturating_sub(4))
                            .into_iter()
                            .map(Entry::Explain),
                    );
                }
            }
        }
        entries
    }

    fn menu_command(&self, pen: &mut Pen<'_>, selected: bool, command: &Command) {
        let available = self.model.enabled(command.cmd).is_ok();
        let style = self.theme.style(match (selected, available) {
            (true, _) => Meaning::Selected,
            (false, true) => Meaning::Text,
            (false, false) => Meaning::Muted,
        });
        let keys: Vec<String> = self
            .model
            .shared
            .session
            .keymap
            .all(command.cmd)
            .iter()
            .map(ToString::to_string)
            .collect();
        pen.put(if selected { "> " } else { "  " }, style);
        pen.cell(&keys.join(" "), 14, self.theme.style(Meaning::Key));
        let label = if available {
            command.label(self.s).to_owned()
        } else {
            format!("{} ({})", command.label(self.s), self.s.screens.not_now)
        };
        pen.put(&label, style);
    }

    pub(super) fn pick(&self, buf: &mut Buffer, over: Rect, pick: &Pick) {
        let mut title = (pick.title)(&self.s.screens).to_owned();
        let height = u16::try_from(pick.items.len() + 2).unwrap_or(u16::MAX);
        if height > over.height {
            // Where more is to be chosen from than is seen, the place in it is said.
            title = format!("{title} {}/{}", pick.at + 1, pick.items.len());
        }
        let longest = pick.items.iter().map(|i| i.label.width()).max();
        let wanted = u16::try_from(longest.unwrap_or(0) + 7).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, wanted.clamp(44, 70), height, &title);
        let rows = usize::from(area.height);
        let top = pick
            .at
            .saturating_sub(rows / 2)
            .min(pick.items.len().saturating_sub(rows));
        for (row, (i, item)) in (0..area.height).zip(pick.items.iter().enumerate().skip(top)) {
            let selected = i == pick.at;
            // What cannot be done now stands there too; picking it says why.
            let not_now = matches!(item.picked, Picked::Form(cmd)
                if self.model.enabled(cmd).is_err());
            let style = self.theme.style(match (selected, not_now) {
                (true, _) => Meaning::Selected,
                (false, true) => Meaning::Muted,
                (false, false) => Meaning::Text,
            });
            let key = item.key.map_or_else(String::new, |c| c.to_string());
            let mut pen = Pen::new(buf, area, row);
            pen.put(if selected { ">" } else { " " }, style);
            pen.cell(&key, 2, self.theme.style(Meaning::Key));
            let room = pen.room();
            if not_now {
                let label = format!("{} ({})", item.label, self.s.screens.not_now);
                pen.cell(&label, room, style);
            } else {
                pen.cell(&item.label, room, style);
            }
        }
    }

    /// Names what an undo will take back before it does.
    pub(super) fn confirm(&self, buf: &mut Buffer, over: Rect, confirm: &Confirm) {
        let s = self.s;
        let title = if confirm.redo {
            s.screens.ask_redo
        } else {
            s.screens.ask_undo
        };
        let events = &confirm.batch.events;
        let mut text = Vec::new();
        let streams: std::collections::BTreeSet<&str> =
            events.iter().map(|e| e.stream.as_str()).collect();
        if events.len() > 1 {
            let size = (s.screens.batch_size)(events.len(), streams.len());
            text.push(format!("{size}, {}:", s.screens.among_them));
        }
        for event in events.iter().take(4) {
            let known = confirm.batch.name_of(&event.stream);
            let name = s.stream(&event.stream, &known);
            text.push(format!("{name}: {}", brief(&s.event(&event.event))));
        }
        let recorded_at = confirm
            .batch
            .recorded_at
            .with_timezone(&self.model.shared.session.zone);
        for change in confirm.changes.iter().take(4) {
            text.push(format!("{}: {}", change.place.name, self.change(change)));
        }
        text.push(format!(
            "{}, {}",
            confirm.batch.actor,
            s.facts.short_day(recorded_at.date_naive())
        ));
        let width = over.width.min(70);
        let lines: Vec<String> = text
            .iter()
            .flat_map(|t| wrap(t, usize::from(width.saturating_sub(4))))
            .collect();
        let height = u16::try_from(lines.len() + 3).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, width, height, title);
        for (row, line) in (0..area.height.saturating_sub(1)).zip(&lines) {
            Pen::new(buf, area, row).put(line, self.theme.style(Meaning::Text));
        }
        Pen::new(buf, area, area.height.saturating_sub(1))
            .put(s.screens.confirm_hint, self.theme.style(Meaning::Key));
    }

    /// Asks whether to go on here with what another session has.
    pub(super) fn takeover(&self, buf: &mut Buffer, over: Rect, takeover: &Takeover) {
        let words = &self.s.resume;
        let width = over.width.min(70);
        let text = self.model.takeover_words(takeover);
        let lines = wrap(&text, usize::from(width.saturating_sub(4)));
        let height = u16::try_from(lines.len() + 3).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, width, height, words.offer_title);
        for (row, line) in (0..area.height.saturating_sub(1)).zip(&lines) {
            Pen::new(buf, area, row).put(line, self.theme.style(Meaning::Text));
        }
        Pen::new(buf, area, area.height.saturating_sub(1))
            .put(words.offer_hint, self.theme.style(Meaning::Key));
    }

    /// How a village would stand, where that is seen in lists.
    fn change(&self, change: &Change) -> String {
        let today = self.model.shared.clock.today;
        let rules = RuleBook::shipped().on(today);
        self.s.turns((&change.before, &change.after), rules, today)
    }
}
