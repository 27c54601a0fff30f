//! Forms.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::sheet::Sheet;
use super::theme::Meaning;
use crate::domain::act::Field;
use crate::strings::facts::capital;
use crate::tui::app::command;
use crate::tui::app::form::{Form, FormKind, Pickable, Saving, Slot, Value};
use crate::tui::text::{brief, clip, wrap};

/// Columns of the names of inputs.
const LABEL: usize = 13;
/// Inside of a box in which options stand below the name of their input, to have room for theirs.
const NARROW: usize = 48;
/// Columns of the number and the mark before an option.
const HEAD: usize = 6;
/// Options of a long list that are seen at a time. Up to nine, which have a digit each, all are, where there is room.
const SEEN: usize = 6;

impl Canvas<'_> {
    pub(super) fn form_hint(&self, form: &Form) -> &'static str {
        let s = &self.s.screens;
        match form.slots.get(form.at) {
            None => s.buttons_hint,
            Some(Slot {
                value: Value::Pick { .. },
                ..
            }) => s.choice_hint,
            Some(_) => s.form_hint,
        }
    }

    pub(super) fn form(&self, buf: &mut Buffer, over: Rect, form: &Form) -> Option<(u16, u16)> {
        let title = format!(
            "{} - {}",
            command::of(form.kind.cmd()).label(self.s),
            if form.is_for_many() {
                (self.s.bulk.for_villages)(form.many.len())
            } else {
                form.card.place.name.clone()
            }
        );
        let width = over.width.min(78);
        let inside = usize::from(width.saturating_sub(4));
        let sheet = self.sheet(form, inside, usize::from(over.height.saturating_sub(2)));
        let height = u16::try_from(sheet.lines.len() + 2).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, width, height, &capital(&title));
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
        let x = area
            .x
            .saturating_add(u16::try_from(x).unwrap_or(0))
            .min(area.right().saturating_sub(1));
        let y = area
            .y
            .saturating_add(u16::try_from(y.checked_sub(top)?).unwrap_or(0));
        (y < area.bottom()).then_some((x, y))
    }

    fn sheet(&self, form: &Form, width: usize, rows: usize) -> Sheet {
        let mut sheet = Sheet {
            lines: Vec::new(),
            cursor: None,
            at: 0,
            width,
            rows,
        };
        if let (FormKind::Choose, Some(choice)) = (form.kind, &form.card.village.choice) {
            let replaces = (self.s.screens.replaces)(&choice.product);
            sheet.lines.push(vec![(replaces, Meaning::Notice)]);
        }
        let problem = form.problem(self.model.shared.clock.today);
        let about = problem.as_ref().and_then(|p| p.field());
        for (i, slot) in form.slots.iter().enumerate() {
            let here = i == form.at;
            let first = sheet.lines.len();
            self.slot(&mut sheet, form, slot, here);
            match slot.field {
                Field::Number => self.licence(&mut sheet, form),
                Field::Month => {
                    if let Some(known) = form.replaced_month(self.model.shared.clock.today) {
                        sheet.say(2, &self.s.makers.replaces(known), Meaning::Notice);
                    }
                }
                _ => {}
            }
            // Said quietly while the input is being filled, loudly once saving was tried.
            if let Some(problem) = &problem
                && about == Some(slot.field)
                && (here || form.tried || i < form.reached)
            {
                let meaning = if form.tried || !here {
                    Meaning::Trouble
                } else {
                    Meaning::Muted
                };
                sheet.say(2, &problem.say(self.s), meaning);
            }
            if here {
                // What is said below the input is seen with it, and the next input too where there is room.
                let picked = first.max(sheet.at);
                let last = sheet.lines.len().saturating_sub(1);
                let all = rows.saturating_sub(1);
                sheet.at = last.max((last + 1).min(first + all)).min(picked + all);
            }
        }
        self.foot(&mut sheet, form, problem.is_some().then_some(about));
        sheet
    }

    /// What the digits of a food licence say. It warns, and refuses nothing.
    fn licence(&self, sheet: &mut Sheet, form: &Form) {
        let Some((read, doubts)) = form.licence(self.model.shared.clock.today) else {
            return;
        };
        let p = &self.s.programme;
        if let Some(read) = read {
            sheet.say(2, &p.licence(&read), Meaning::Muted);
        }
        for doubt in doubts {
            sheet.say(2, &p.doubt(doubt), Meaning::Warning);
        }
    }

    fn label(&self, kind: FormKind, field: Field) -> String {
        capital(match (kind, field) {
            // The number of a paper is not that of a decree.
            (FormKind::Claim, Field::Number) => self.s.programme.paper_number(),
            _ => self.s.facts.field(field),
        })
    }

    fn slot(&self, sheet: &mut Sheet, form: &Form, slot: &Slot, here: bool) {
        let mark = if here { ">" } else { " " };
        let label = format!("{mark}{:<LABEL$}", self.label(form.kind, slot.field));
        let label_meaning = if here { Meaning::Head } else { Meaning::Muted };
        let indent = LABEL + 1;
        let room = sheet.width.saturating_sub(indent).max(1);
        match &slot.value {
            Value::Text(input) | Value::Suggested { input, .. } | Value::Date { input, .. } => {
                // A long text moves under its window while it is typed; the cursor stays in it.
                let scroll = if here {
                    input.visual_scroll(room.saturating_sub(1))
                } else {
                    0
                };
                let seen: String = skip_columns(input.value(), scroll, room);
                let blank = " ".repeat(room.saturating_sub(seen.width()).min(room));
                let mut line = vec![(label, label_meaning), (seen, Meaning::Input)];
                if here {
                    line.push((blank, Meaning::Input));
                    sheet.cursor = Some((
                        indent + input.visual_cursor().saturating_sub(scroll),
                        sheet.lines.len(),
                    ));
                } else if let Some(read) = self.read_back(form, slot)
                    && read != input.value()
                {
                    line.push((format!("  = {read}"), Meaning::Muted));
                }
                sheet.lines.push(line);
            }
            Value::Pick { options, at } if here => {
                self.options(sheet, (label, label_meaning), options, *at);
            }
            Value::Pick { options, at } => {
                let picked = options.get(*at).map_or_else(String::new, |o| self.named(o));
                sheet.lines.push(vec![
                    (label, label_meaning),
                    (clip(&picked, room), Meaning::Text),
                ]);
            }
        }
    }

    /// How what is typed short was read: `kemarin`, `okt`, `1,5jt`.
    fn read_back(&self, form: &Form, slot: &Slot) -> Option<String> {
        let today = self.model.shared.clock.today;
        match form.day_in(slot.field, today) {
            Ok(Some(day)) => Some(self.s.facts.short_day(day)),
            _ => form.read_back(slot.field, today, self.s),
        }
    }

    /// The options of the input under the cursor; of a long list those around the one that is picked.
    fn options(
        &self,
        sheet: &mut Sheet,
        label: (String, Meaning),
        options: &[Pickable],
        at: usize,
    ) {
        let below = sheet.width < NARROW;
        let indent = if below { 2 } else { LABEL + 1 };
        let room = sheet.width.saturating_sub(indent).max(1);
        // Beside the options stand their input's name, and what is said below the picked one.
        let space = sheet.rows.saturating_sub(usize::from(below) + 2);
        let seen = if options.len() <= 9.min(space) {
            options.len()
        } else {
            SEEN.min(space).max(1)
        };
        let first = at
            .saturating_sub(seen / 2)
            .min(options.len().saturating_sub(seen));
        let meaning = label.1;
        let count = format!("{}/{}", at + 1, options.len());
        let is_cut = seen < options.len();
        // Where the list is longer than what is seen of it, the place in it is said.
        let mut left = if below {
            let count = if is_cut { count.clone() } else { String::new() };
            sheet.lines.push(vec![label, (count, Meaning::Muted)]);
            vec![String::new()]
        } else {
            vec![
                label.0,
                if is_cut {
                    format!("  {count}")
                } else {
                    String::new()
                },
            ]
        }
        .into_iter();
        if options.is_empty() && !below {
            sheet.lines.extend(left.next().map(|l| vec![(l, meaning)]));
        }
        for (i, option) in options.iter().enumerate().skip(first).take(seen) {
            if i == at {
                sheet.at = sheet.lines.len();
            }
            for (text, meaning_here) in self.option(option, i, i == at, room) {
                let left = left.next().unwrap_or_default();
                sheet.lines.push(vec![
                    (format!("{left:<indent$}"), meaning),
                    (text, meaning_here),
                ]);
            }
        }
        if let Some(more) = options.get(at).and_then(|o| o.more(self.s)) {
            sheet.say(indent + HEAD, &more, Meaning::Muted);
        }
    }

    /// An option with the sign that says how it stands.
    fn named(&self, option: &Pickable) -> String {
        let label = option.label(self.s);
        match option.mark() {
            Some(mark) => format!("{mark} {label}"),
            None => label,
        }
    }

    /// An option with its number; the picked one is written out, for names may differ only at their ends.
    fn option(
        &self,
        option: &Pickable,
        i: usize,
        selected: bool,
        room: usize,
    ) -> Vec<(String, Meaning)> {
        let mark = if selected { "(x)" } else { "( )" };
        let head = format!("{} {mark} ", i + 1);
        let label = self.named(option);
        if !selected {
            return vec![(clip(&(head + &label), room), Meaning::Text)];
        }
        let indent = " ".repeat(head.width());
        (0..)
            .zip(wrap(&label, room.saturating_sub(head.width())))
            .map(|(n, part)| {
                let before = if n == 0 { &head } else { &indent };
                (format!("{before}{part}"), Meaning::Selected)
            })
            .collect()
    }

    fn foot(&self, sheet: &mut Sheet, form: &Form, problem: Option<Option<Field>>) {
        let s = &self.s.screens;
        let mut say = |text: &str, meaning: Meaning| sheet.say(0, text, meaning);
        match &form.saving {
            Saving::Conflict(theirs) => {
                let when = theirs
                    .recorded_at
                    .with_timezone(&self.model.shared.session.zone);
                let when = when.format("%H:%M").to_string();
                say(
                    &(s.conflict)(&theirs.actor, &when, &brief(&self.s.event(&theirs.event))),
                    Meaning::Trouble,
                );
                say(s.keep_mine, Meaning::Key);
                say(s.take_theirs, Meaning::Key);
                sheet.cursor = None;
                sheet.at = sheet.lines.len();
                return;
            }
            Saving::Failed(why) => {
                say(why, Meaning::Trouble);
                say(s.not_saved, Meaning::Trouble);
            }
            Saving::Warned => say(s.discard_warning, Meaning::Trouble),
            Saving::Sent => say(s.saving, Meaning::Text),
            Saving::Typing => {}
        }
        // A problem that belongs to no input is said here.
        if let (Some(None), Some(problem)) = (problem, form.problem(self.model.shared.clock.today))
            && form.tried
        {
            say(&problem.say(self.s), Meaning::Trouble);
        }
        if form.on_buttons() {
            sheet.at = sheet.lines.len();
        }
        let (mark, meaning) = if form.on_buttons() {
            (">", Meaning::Selected)
        } else {
            (" ", Meaning::Text)
        };
        sheet.lines.push(vec![
            (mark.to_owned(), Meaning::Head),
            (format!("[ {} ]", s.save), meaning),
            (format!("  Enter   {} q", s.cancel), Meaning::Muted),
        ]);
    }
}

/// The part of a text that is seen when so many columns at its start are not.
fn skip_columns(text: &str, skip: usize, room: usize) -> String {
    use unicode_width::UnicodeWidthChar;
    let mut at = 0;
    text.chars()
        .filter(|c| {
            let from = at;
            at += c.width().unwrap_or(0);
            from >= skip && at <= skip + room
        })
        .collect()
}
