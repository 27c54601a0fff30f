//! Forms.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::strings::facts::capital;
use crate::tui::app::command::{self, Cmd};
use crate::tui::app::form::{Form, FormKind, Pickable, Saving, Slot, Value};
use crate::tui::text::{brief, clip, wrap};

/// Columns of the names of inputs.
const LABEL: usize = 13;

/// Lines of a form, and where the typing cursor stands among them.
struct Sheet {
    lines: Vec<Vec<(String, Meaning)>>,
    cursor: Option<(usize, usize)>,
    /// The line that must be seen.
    at: usize,
}

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
            command::of(cmd_of(form.kind)).label(self.s),
            form.card.place.name
        );
        let width = over.width.min(78);
        let inside = usize::from(width.saturating_sub(4));
        let sheet = self.sheet(form, inside);
        let height = u16::try_from(sheet.lines.len() + 2).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, width, height, &capital(&title));
        let rows = usize::from(area.height);
        let top = (sheet.at + 2)
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

    fn sheet(&self, form: &Form, width: usize) -> Sheet {
        let mut sheet = Sheet {
            lines: Vec::new(),
            cursor: None,
            at: 0,
        };
        if let (FormKind::Choose, Some(choice)) = (form.kind, &form.card.village.choice) {
            sheet.lines.push(vec![(
                (self.s.screens.replaces)(&choice.product),
                Meaning::Notice,
            )]);
        }
        let problem = form.problem(self.model.today);
        let about = problem.as_ref().and_then(|p| p.field());
        for (i, slot) in form.slots.iter().enumerate() {
            let here = i == form.at;
            if here {
                sheet.at = sheet.lines.len();
            }
            self.slot(&mut sheet, slot, here, width);
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
                for line in wrap(&problem.say(self.s), width.saturating_sub(2)) {
                    sheet.lines.push(vec![(format!("  {line}"), meaning)]);
                }
            }
        }
        self.foot(&mut sheet, form, width, problem.is_some().then_some(about));
        sheet
    }

    fn slot(&self, sheet: &mut Sheet, slot: &Slot, here: bool, width: usize) {
        let mark = if here { ">" } else { " " };
        let label = format!("{mark}{:<LABEL$}", capital(self.s.facts.field(slot.field)));
        let label_meaning = if here { Meaning::Head } else { Meaning::Muted };
        let indent = LABEL + 1;
        let room = width.saturating_sub(indent).max(1);
        match &slot.value {
            Value::Text(input) | Value::Date { input, .. } => {
                // A long text moves under its window; the cursor stays in it.
                let scroll = input.visual_scroll(room.saturating_sub(1));
                let seen: String = skip_columns(input.value(), scroll, room);
                let blank = " ".repeat(room.saturating_sub(seen.width()).min(room));
                let mut line = vec![(label, label_meaning), (seen, Meaning::Input)];
                if here {
                    line.push((blank, Meaning::Input));
                    sheet.cursor = Some((
                        indent + input.visual_cursor().saturating_sub(scroll),
                        sheet.lines.len(),
                    ));
                }
                if let (Value::Date { .. }, Ok(day)) = (
                    &slot.value,
                    crate::domain::dates::parse(input.value(), self.model.today),
                ) && !here
                {
                    line.push((
                        format!("  = {}", self.s.facts.short_day(day)),
                        Meaning::Muted,
                    ));
                }
                sheet.lines.push(line);
            }
            Value::Pick { options, at } if here => {
                for (i, option) in options.iter().enumerate() {
                    let selected = i == *at;
                    for (n, (text, meaning)) in (0..).zip(self.option(option, i, selected, room)) {
                        let label = if (i, n) == (0, 0) {
                            label.clone()
                        } else {
                            " ".repeat(indent)
                        };
                        sheet
                            .lines
                            .push(vec![(label, label_meaning), (text, meaning)]);
                    }
                    if selected {
                        // With more options than rows, the one that is picked must be seen.
                        sheet.at = sheet.lines.len().saturating_sub(1);
                    }
                }
                if options.is_empty() {
                    sheet.lines.push(vec![(label, label_meaning)]);
                }
            }
            Value::Pick { options, at } => {
                let picked = options
                    .get(*at)
                    .map_or_else(String::new, |o| clip(&o.label(self.s), room));
                sheet
                    .lines
                    .push(vec![(label, label_meaning), (picked, Meaning::Text)]);
            }
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
        let label = option.label(self.s);
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

    fn foot(
        &self,
        sheet: &mut Sheet,
        form: &Form,
        width: usize,
        problem: Option<Option<crate::domain::act::Field>>,
    ) {
        let s = &self.s.screens;
        let mut say = |text: &str, meaning: Meaning| {
            for line in wrap(text, width) {
                sheet.lines.push(vec![(line, meaning)]);
            }
        };
        match &form.saving {
            Saving::Conflict(theirs) => {
                let when = theirs.recorded_at.with_timezone(&self.model.zone);
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
        if let (Some(None), Some(problem)) = (problem, form.problem(self.model.today))
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

fn cmd_of(kind: FormKind) -> Cmd {
    match kind {
        FormKind::RecordPotential => Cmd::RecordPotential,
        FormKind::AmendPotential => Cmd::AmendPotential,
        FormKind::WithdrawPotential => Cmd::WithdrawPotential,
        FormKind::Choose => Cmd::Choose,
        FormKind::CancelChoice => Cmd::CancelChoice,
        FormKind::Decree => Cmd::Decree,
        FormKind::StageForward => Cmd::StageForward,
        FormKind::StageBack => Cmd::StageBack,
        FormKind::SoldRaw => Cmd::SoldRaw,
        FormKind::Note => Cmd::Note,
    }
}
