//! An entry of the event desk.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::occasion::{Element, Sex};
use crate::strings::facts::capital;
use crate::tui::app::layout::LOW;
use crate::tui::app::reception::entry::{About, Asks, Entry, Finder, Origin, Slot, State, Value};
use crate::tui::app::reception::fields::{Problem, SORTS, letters};
use crate::tui::text::clip;
use crate::tui::view::Canvas;
use crate::tui::view::pen::Pen;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::theme::Meaning;

/// Columns before what stands in an input: mark, number, name.
const LABEL: usize = 13;
/// Columns of a letter with what it picks.
const LETTER: usize = 12;
/// The same where the names are longer and fewer.
const LONG_LETTER: usize = 16;

impl Canvas<'_> {
    /// Draws an entry; gives the place of the typing cursor.
    pub(in crate::tui::view) fn entry(
        &self,
        buf: &mut Buffer,
        over: Rect,
        entry: &Entry,
    ) -> Option<(u16, u16)> {
        let w = &self.s.reception;
        let title = match entry.about {
            About::Arrival => w.arrival(),
            About::Correction(_) => w.correction(),
            About::NewEvent => w.new_event(),
            About::ChangeEvent => w.change_event(),
        };
        let title = match (self.model.screens.events.shown(), entry.about) {
            (Some(hall), About::Arrival) => {
                format!("{title} {}", hall.occasion.guests.len() + 1)
            }
            _ => title.to_owned(),
        };
        let width = over.width.min(66);
        let sheet = self.entry_sheet(entry, usize::from(width.saturating_sub(4)));
        let height = u16::try_from(sheet.lines.len() + 2).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, width, height, &title);
        let rows = usize::from(area.height);
        let top = (sheet.at + 1)
            .saturating_sub(rows)
            .min(sheet.lines.len().saturating_sub(rows));
        for (row, line) in (0..area.height).zip(sheet.lines.iter().skip(top)) {
            let mut pen = Pen::new(buf, area, row);
            for (text, meaning) in line {
                pen.put(text, self.theme.style(*meaning));
            }
        }
        let (x, y) = sheet.cursor?;
        let x = area.x.saturating_add(u16::try_from(x).unwrap_or(0));
        let y = u16::try_from(y.checked_sub(top)?).ok()?;
        (y < area.height).then(|| (x.min(area.right().saturating_sub(1)), area.y + y))
    }

    fn entry_sheet(&self, entry: &Entry, width: usize) -> Sheet {
        let mut sheet = Sheet {
            width,
            ..Sheet::default()
        };
        // On a low screen the box lies over the row in which it would be said.
        if let Some(toast) = &self.model.shared.toast
            && !entry.is_touched()
            && self.model.shared.size.1 <= LOW
        {
            sheet.say(0, &toast.text, Meaning::Good);
        }
        let problem = entry
            .problem(self.model.shared.clock.today)
            .filter(|_| entry.tried);
        for (i, slot) in entry.slots.iter().enumerate() {
            let here = i == entry.at;
            self.entry_slot(&mut sheet, entry, i, slot);
            if let Some(problem) = problem
                && problem.asks() == Some(slot.asks)
            {
                sheet.say(2, self.entry_problem(problem), Meaning::Trouble);
            }
            if here {
                sheet.at = sheet.lines.len().saturating_sub(1);
            }
        }
        self.entry_foot(&mut sheet, entry);
        sheet
    }

    fn entry_problem(&self, problem: Problem) -> &'static str {
        let w = &self.s.reception;
        match problem {
            Problem::Empty(Asks::Origin) => w.empty_origin(),
            Problem::Empty(Asks::Element | Asks::Sex | Asks::Sort) => w.empty_letter(),
            Problem::Empty(_) => w.empty_name(),
            Problem::BadPhone => w.bad_phone(),
            Problem::BadDay => w.bad_day(),
            Problem::BadTime => w.bad_time(),
            Problem::NotThere => self.s.screens.loading,
        }
    }

    fn entry_label(&self, entry: &Entry, i: usize) -> &'static str {
        let w = &self.s.reception;
        match entry.about {
            About::Arrival | About::Correction(_) => w.person_labels()[i.min(6)],
            About::NewEvent | About::ChangeEvent => w.event_labels()[i.min(7)],
        }
    }

    fn entry_slot(&self, sheet: &mut Sheet, entry: &Entry, i: usize, slot: &Slot) {
        let w = &self.s.reception;
        let here = i == entry.at;
        let mark = if here { ">" } else { " " };
        let name = self.entry_label(entry, i);
        let label = format!("{:<LABEL$}", format!("{mark}{} {name}", i + 1));
        let meaning = if here { Meaning::Head } else { Meaning::Muted };
        let room = sheet.width.saturating_sub(LABEL).max(1);
        let again = |text: String| {
            if slot.offered {
                format!("= {text}")
            } else {
                text
            }
        };
        let mut line = vec![(label, meaning)];
        match &slot.value {
            Value::Text(input) => {
                let scroll = if here {
                    input.visual_scroll(room.saturating_sub(1))
                } else {
                    0
                };
                let seen: String = input.value().chars().skip(scroll).collect();
                let seen = if here { seen } else { clip(&seen, room) };
                if here {
                    let at = input.visual_cursor().saturating_sub(scroll);
                    sheet.cursor = Some((LABEL + at, sheet.lines.len()));
                }
                let text = if here { format!("{seen:<room$}") } else { seen };
                line.push((text, Meaning::Input));
                if slot.asks == Asks::Day
                    && !here
                    && let Some(day) = entry.day(self.model.shared.clock.today)
                {
                    line.push((
                        format!("  = {}", self.s.facts.short_day(day)),
                        Meaning::Muted,
                    ));
                }
                sheet.lines.push(line);
                if slot.asks == Asks::Phone && here {
                    sheet.say(2, w.phone_about(), Meaning::Muted);
                }
            }
            Value::Find(finder) => self.finder(sheet, line, (finder, slot.offered), here, again),
            Value::Letter(picked) => {
                let text = picked.map_or_else(String::new, |at| self.picked(slot.asks, at));
                line.push((clip(&again(text), room), Meaning::Text));
                sheet.lines.push(line);
                if here {
                    self.entry_letters(sheet, slot.asks, *picked);
                }
            }
            Value::Region(options, at) => {
                let text = options.get(*at).map_or("", |o| o.1.as_str());
                let meaning = if here {
                    Meaning::Selected
                } else {
                    Meaning::Text
                };
                line.push((clip(text, room), meaning));
                if here {
                    let place = format!("  {}/{}", at + 1, options.len());
                    line.push((place, Meaning::Muted));
                }
                sheet.lines.push(line);
            }
        }
    }

    /// The village, while it is looked for with its numbered candidates.
    fn finder(
        &self,
        sheet: &mut Sheet,
        mut line: Vec<(String, Meaning)>,
        (finder, offered): (&Finder, bool),
        here: bool,
        again: impl Fn(String) -> String,
    ) {
        let w = &self.s.reception;
        let room = sheet.width.saturating_sub(LABEL).max(1);
        match &finder.found {
            Some(origin) => {
                let text = match origin {
                    Origin::Village(place) => format!("{} ({})", place.name, place.kecamatan),
                    Origin::Agency(agency) => w.agency(agency),
                };
                line.push((clip(&again(text), room), Meaning::Text));
                sheet.lines.push(line);
                if here && offered {
                    sheet.say(2, w.same_again(), Meaning::Muted);
                }
                return;
            }
            None if !here => {
                line.push((clip(finder.input.value(), room), Meaning::Trouble));
                sheet.lines.push(line);
                return;
            }
            None => {}
        }
        let text = finder.input.value();
        let scroll = finder.input.visual_scroll(room.saturating_sub(1));
        let seen: String = text.chars().skip(scroll).collect();
        let at = finder.input.visual_cursor().saturating_sub(scroll);
        sheet.cursor = Some((LABEL + at, sheet.lines.len()));
        line.push((format!("{seen:<room$}"), Meaning::Input));
        sheet.lines.push(line);
        if text.trim().is_empty() {
            sheet.say(2, w.find_about(), Meaning::Muted);
            return;
        }
        // A low screen has room for few; what is typed further makes them fewer.
        let most = if self.model.shared.size.1 <= 16 { 3 } else { 6 };
        for (n, hit) in (1..).zip(finder.hits.iter().take(most)) {
            let place = &hit.place;
            sheet.lines.push(vec![
                (format!("  {n} "), Meaning::Key),
                (
                    clip(
                        &format!("{} ({})", place.name, place.kecamatan),
                        sheet.width.saturating_sub(4),
                    ),
                    Meaning::Text,
                ),
            ]);
        }
        if finder.answered && finder.hits.is_empty() {
            sheet.say(2, w.no_village(), Meaning::Muted);
        }
        let more = finder.hits.len().saturating_sub(most);
        if more > 0 {
            sheet.say(4, &w.more_villages(more), Meaning::Muted);
        }
        sheet.lines.push(vec![
            ("  0 ".to_owned(), Meaning::Key),
            (
                clip(&w.as_agency(text.trim()), sheet.width.saturating_sub(4)),
                Meaning::Muted,
            ),
        ]);
    }

    fn picked(&self, asks: Asks, at: usize) -> String {
        let w = &self.s.reception;
        match asks {
            Asks::Element => Element::ALL
                .get(at)
                .map_or_else(String::new, |e| capital(self.s.occasions.element(*e))),
            Asks::Sex => Sex::ALL
                .get(at)
                .map_or_else(String::new, |x| w.sex(*x).to_owned()),
            _ => w.sorts().get(at).map_or_else(String::new, |x| capital(x)),
        }
    }

    /// What each letter picks, in as many columns as there is room for.
    fn entry_letters(&self, sheet: &mut Sheet, asks: Asks, picked: Option<usize>) {
        let w = &self.s.reception;
        let name = |at: usize| match asks {
            Asks::Element => Element::ALL.get(at).map_or("", |e| w.element(*e)),
            Asks::Sex => Sex::ALL.get(at).map_or("", |x| &w.sex(*x)[2..]),
            _ => SORTS.get(at).map_or("", |_| w.sorts()[at]),
        };
        let all: Vec<(usize, char)> = letters(asks).chars().enumerate().collect();
        let wide = if asks == Asks::Element {
            LETTER
        } else {
            LONG_LETTER
        };
        let columns = (sheet.width / wide).max(1);
        for row in all.chunks(columns) {
            let mut line = Vec::new();
            for (at, letter) in row {
                let meaning = if picked == Some(*at) {
                    Meaning::Selected
                } else {
                    Meaning::Text
                };
                line.push((format!("{letter} "), Meaning::Key));
                let name = clip(name(*at), wide - 3);
                let used = 2 + name.chars().count();
                line.push((name, meaning));
                line.push((" ".repeat(wide - used), Meaning::Text));
            }
            sheet.lines.push(line);
        }
    }

    fn entry_foot(&self, sheet: &mut Sheet, entry: &Entry) {
        let (s, w) = (&self.s.screens, &self.s.reception);
        let first = sheet.lines.len();
        match &entry.state {
            State::Doubtful(doubts) => {
                for doubt in doubts.iter().take(2) {
                    sheet.say(0, &self.model.doubt_words(doubt), Meaning::Trouble);
                }
                for choice in w.double_choice() {
                    sheet.say(1, choice, Meaning::Key);
                }
                sheet.cursor = None;
                sheet.at = sheet.lines.len() - 1;
                // The question comes before what was typed where not both can be seen.
                let rows = usize::from(self.model.shared.size.1).saturating_sub(6);
                if sheet.lines.len() > rows {
                    sheet.lines.drain(..first);
                    sheet.at = sheet.lines.len() - 1;
                }
                return;
            }
            State::Failed(why) => {
                sheet.say(0, why, Meaning::Trouble);
                sheet.say(0, s.not_saved, Meaning::Trouble);
            }
            State::Warned => sheet.say(0, s.discard_warning, Meaning::Trouble),
            State::Sent | State::Rechecking => sheet.say(0, s.saving, Meaning::Text),
            State::Typing => {}
        }
        let told = sheet.lines.len() > first;
        let (mark, meaning) = if entry.on_button() {
            (">", Meaning::Selected)
        } else {
            (" ", Meaning::Text)
        };
        sheet.lines.push(vec![
            (mark.to_owned(), Meaning::Head),
            (format!("[ {} ]", s.save), meaning),
            (format!("  Enter   {} q", s.cancel), Meaning::Muted),
        ]);
        if entry.on_button() || told {
            sheet.at = sheet.lines.len() - 1;
        }
    }
}
