//! The pages of the meeting screen as lines of words, and moving in them.

use unicode_width::UnicodeWidthStr;

use super::slide::{self, Fact, Tone};
use super::{Page, View, hour, meeting_line};
use crate::domain::follow::Action;
use crate::domain::occasion::{Handled, Occasion, Phase, PromiseStatus, Promises};
use crate::strings::facts::capital;
use crate::tui::app::layout::TWO_PANES;
use crate::tui::app::model::Model;
use crate::tui::app::msg::Effect;
use crate::tui::big;
use crate::tui::text::{clip, wrap};

/// Columns of the labels beside facts.
const LABEL: usize = 12;
/// The same on a narrow screen.
const NARROW_LABEL: usize = 10;
/// From this height on names stand in large letters.
const HIGH: usize = 16;
/// From this height on a long name stands in two lines of them.
const TALL: usize = 28;

/// From this height on all is told, in the order of a report.
const ROOMY: usize = 24;

/// One line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLine {
    pub tone: Tone,
    pub text: String,
    /// Its number, where the cursor can stand on it.
    pub line: Option<usize>,
}

struct Sheet {
    width: usize,
    lines: Vec<PageLine>,
}

impl Sheet {
    fn add(&mut self, tone: Tone, text: &str) {
        for part in wrap(text, self.width) {
            self.push(tone, part, None);
        }
    }

    fn push(&mut self, tone: Tone, text: String, line: Option<usize>) {
        self.lines.push(PageLine { tone, text, line });
    }

    fn gap(&mut self) {
        self.push(Tone::Plain, String::new(), None);
    }

    /// A fact beside its label, broken below itself.
    fn fact(&mut self, label: &str, tone: Tone, text: &str) {
        let label_width = if self.width < usize::from(TWO_PANES) {
            NARROW_LABEL
        } else {
            LABEL
        };
        let room = self.width.saturating_sub(label_width).max(1);
        for (n, part) in wrap(text, room).into_iter().enumerate() {
            let label = if n == 0 { label } else { "" };
            let label = clip(label, label_width.saturating_sub(1));
            let pad = label_width.saturating_sub(label.width());
            self.push(tone, format!("{label}{:pad$}{part}", ""), None);
        }
    }

    /// A line on which the cursor can stand: what does not fit goes on below it, under its beginning.
    fn choice(&mut self, tone: Tone, before: &str, text: &str, line: usize) {
        let indent = before.width();
        let room = self.width.saturating_sub(indent).max(1);
        for (n, part) in wrap(text, room).into_iter().enumerate() {
            if n == 0 {
                self.push(tone, format!("{before}{part}"), Some(line));
            } else {
                self.push(tone, format!("{:indent$}{part}", ""), None);
            }
        }
    }

    /// A text below its beginning, such as an item of a list.
    fn below(&mut self, tone: Tone, before: &str, text: &str) {
        let indent = before.width();
        let room = self.width.saturating_sub(indent).max(1);
        for (n, part) in wrap(text, room).into_iter().enumerate() {
            let line = if n == 0 {
                format!("{before}{part}")
            } else {
                format!("{:indent$}{part}", "")
            };
            self.push(tone, line, None);
        }
    }
}

impl Model {
    /// The page that is seen, for so many columns and rows.
    #[must_use]
    pub fn meeting_page(&self, width: usize, rows: usize) -> Vec<PageLine> {
        let mut sheet = Sheet {
            width: width.saturating_sub(1).max(1),
            lines: Vec::new(),
        };
        let Some(view) = self.screens.meeting.shown() else {
            return sheet.lines;
        };
        match self.screens.meeting.page {
            Page::List => {}
            Page::Agenda => self.agenda_page(&mut sheet, view),
            Page::Promises => self.promises_page(&mut sheet, view),
            Page::Item(n) => self.item_page(&mut sheet, view, n, rows),
            Page::Sum => self.sum_page(&mut sheet, view),
        }
        sheet.lines
    }

    /// What is said above the page, when the meeting is elsewhere.
    #[must_use]
    pub fn gone_on_words(&self) -> Option<String> {
        if !self.meeting_has_gone_on() {
            return None;
        }
        let s = self.shared.strings();
        let view = self.screens.meeting.shown()?;
        let o = view.occasion();
        let who = o.mover.as_deref().filter(|_| !self.leads(view));
        let at = o.current_item().and_then(|i| o.position(i.number));
        let key = self
            .shared
            .session
            .keymap
            .shown(crate::tui::app::command::Cmd::FollowMeeting);
        let key = key.map_or_else(String::new, |k| k.to_string());
        Some(s.meeting.gone_on(who, at, &key))
    }

    fn plan_facts(&self, sheet: &mut Sheet, o: &Occasion) {
        let s = self.shared.strings();
        let plan = &o.plan;
        let when = s
            .cli
            .occasions
            .when(&s.facts.day(o.day()), plan.time.map(hour), &plan.place);
        sheet.add(Tone::Plain, &when);
        let labels = s.cli.occasions.plan_labels();
        for (label, text) in labels.into_iter().zip([
            &plan.organiser,
            &plan.opener,
            &plan.leader,
            &plan.minute_taker,
            &plan.invitation,
            &plan.basis,
            &plan.funds,
        ]) {
            if !text.is_empty() {
                sheet.add(Tone::Plain, &format!("{label}: {text}"));
            }
        }
        if !plan.invited.is_empty() {
            let label = s.cli.occasions.invited();
            sheet.add(
                Tone::Plain,
                &format!("{label}: {}", plan.invited.join("; ")),
            );
        }
        if let Some(reason) = &o.cancelled {
            let phase = capital(s.occasions.phase(Phase::Cancelled));
            let said = format!("{phase}: {reason}");
            sheet.add(Tone::Alarm, said.trim_end_matches(": "));
        }
    }

    fn agenda_page(&self, sheet: &mut Sheet, view: &View) {
        let s = self.shared.strings();
        let w = &s.meeting;
        let o = view.occasion();
        sheet.add(Tone::Name, &o.plan.title);
        self.plan_facts(sheet, o);
        let agenda = self.agenda_lines();
        sheet.gap();
        sheet.add(
            Tone::Head,
            &w.agenda_total(agenda.lines.len(), agenda.minutes(), o.number),
        );
        if agenda.lines.is_empty() {
            let marks = self.shared.marked.len();
            let listed = self.screens.villages.window().total;
            let words = self
                .shared
                .filter_words(self.screens.villages.filter())
                .join(", ");
            sheet.add(Tone::Plain, &w.empty_agenda(marks, listed, &words));
        } else if self.agenda_is_new() {
            sheet.add(Tone::Warning, w.not_frozen_yet());
        } else {
            sheet.add(Tone::Muted, w.frozen());
        }
        for (i, line) in agenda.lines.iter().enumerate() {
            let minutes = w.minutes(line.topic.minutes);
            let number = format!("{:>3} ", i + 1);
            let text = format!("{}, {minutes}", line.name);
            sheet.choice(Tone::Plain, &number, &text, i);
        }
    }

    fn promises_page(&self, sheet: &mut Sheet, view: &View) {
        let s = self.shared.strings();
        let w = &s.meeting;
        let o = view.occasion();
        sheet.add(Tone::Name, &o.plan.title);
        self.plan_facts(sheet, o);
        for text in self.attendance_words() {
            sheet.add(Tone::Plain, &text);
        }
        sheet.add(
            Tone::Plain,
            &w.agenda_total(o.items.len(), minutes_of(o), o.number),
        );
        sheet.gap();
        let Some(before) = &view.before else {
            return;
        };
        match &before.last {
            None => sheet.add(Tone::Plain, w.no_meeting_before()),
            Some(last) => {
                sheet.add(Tone::Head, &w.promises_of(&meeting_line(last, s)));
                self.kept_by_office(sheet, &before.promises);
                self.promise_rows(sheet, 0);
            }
        }
    }

    /// Kept and late, in all and office by office.
    fn kept_by_office(&self, sheet: &mut Sheet, promises: &Promises) {
        let s = self.shared.strings();
        let w = &s.cli.occasions;
        let total = promises.total();
        let tone = if total.late > 0 {
            Tone::Alarm
        } else {
            Tone::Good
        };
        sheet.add(tone, &w.kept_in_all(total));
        for (office, n) in promises.by_office() {
            let name = s.programme.office(office);
            sheet.below(Tone::Plain, "  ", &w.kept_of(name, n));
        }
    }

    fn promise_rows(&self, sheet: &mut Sheet, first: usize) {
        let s = self.shared.strings();
        for (i, line) in (first..).zip(self.promise_lines()) {
            let Some(action) = line.kept.now() else {
                continue;
            };
            let tone = match line.kept.status {
                PromiseStatus::Late(_) => Tone::Alarm,
                PromiseStatus::Kept => Tone::Good,
                PromiseStatus::Open => Tone::Plain,
                _ => Tone::Muted,
            };
            let fate = s.cli.occasions.promise_status(&s.facts, line.kept.status);
            let text = format!("{fate}: {}", self.promise_text(action, &line.whose));
            sheet.choice(tone, "", &text, i);
        }
    }

    /// Whose promise, what, and by when.
    fn promise_text(&self, action: &Action, whose: &str) -> String {
        let s = self.shared.strings();
        let planned = &action.planned;
        let by = s.cli.follow.by_whom(&s.programme, action);
        let due = s.facts.short_day(planned.due);
        if whose.is_empty() {
            format!("{by}: {}, {due}", planned.what)
        } else {
            format!("{by}: {} ({whose}), {due}", planned.what)
        }
    }

    fn item_page(&self, sheet: &mut Sheet, view: &View, n: u32, rows: usize) {
        let s = self.shared.strings();
        let o = view.occasion();
        let Some(item) = o.item(n) else {
            return;
        };
        let name = slide::name(view, item);
        let low = rows < ROOMY;
        // Two lines of large letters only where the facts still have room.
        let high = match rows {
            TALL.. => 2 * big::ROWS,
            HIGH.. => big::ROWS,
            _ => 1,
        };
        // A row between the letters and what stands above them, where there is one to spare.
        if rows > HIGH + 1 {
            sheet.gap();
        }
        for line in big::lines(&name, sheet.width, high, self.shared.session.ascii) {
            sheet.push(Tone::Name, line, None);
        }
        match &view.slide {
            Some(card) => sheet.add(Tone::Muted, &slide::place(card, s)),
            None => sheet.add(Tone::Muted, &s.meeting.a_topic(item.topic.minutes)),
        }
        if matches!(item.handled, Handled::Skipped | Handled::Postponed) {
            let text = capital(s.cli.occasions.handled(item.handled));
            sheet.add(Tone::Warning, &text);
        }
        for Fact { label, tone, text } in slide::facts(view, item, self.shared.clock.today, low, s)
        {
            sheet.fact(label, tone, &text);
        }
    }

    fn sum_page(&self, sheet: &mut Sheet, view: &View) {
        let s = self.shared.strings();
        let w = &s.meeting;
        let o = view.occasion();
        sheet.add(Tone::Name, &o.plan.title);
        let number = o.number.map_or_else(String::new, |n| format!("{n}, "));
        let state = format!(
            "{number}{}, {}",
            s.facts.day(o.day()),
            s.occasions.phase(o.phase)
        );
        sheet.add(Tone::Plain, &state);
        if let Some(reason) = &o.cancelled {
            sheet.add(Tone::Alarm, reason);
            return;
        }
        let told: Vec<String> = o
            .triaged()
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(t, n)| format!("{n} {}", s.occasions.triage(t)))
            .collect();
        let decided = o.items.iter().filter(|i| i.decision.is_some()).count();
        let open = o.items.len() - decided;
        sheet.add(
            Tone::Head,
            &w.summed_up(o.items.len(), &told.join(", "), open),
        );
        sheet.add(Tone::Muted, w.what_next(o.phase));
        sheet.gap();
        if !self.promise_lines().is_empty() {
            sheet.add(Tone::Head, w.promises_made());
            self.promise_rows(sheet, 0);
            sheet.gap();
        }
        for n in &o.order {
            let Some(item) = o.item(*n) else { continue };
            let name = view.topic_name(&item.topic);
            let (tone, text) = match &item.decision {
                Some(d) if d.note.is_empty() => {
                    (Tone::Plain, s.occasions.triage(d.triage).to_owned())
                }
                Some(d) => (
                    Tone::Plain,
                    format!("{}: {}", s.occasions.triage(d.triage), d.note),
                ),
                None => (
                    Tone::Warning,
                    s.cli.occasions.handled(item.handled).to_owned(),
                ),
            };
            sheet.below(tone, &format!("{n:>3} "), &format!("{name}: {text}"));
        }
        for note in &o.notes {
            sheet.fact(w.label_note(), Tone::Plain, &note.text);
        }
        for a in &o.addenda {
            let day = s.facts.short_day(a.on);
            sheet.add(
                Tone::Plain,
                &s.cli.occasions.addendum(a.number, &day, &a.by, &a.text),
            );
        }
    }

    /// Rows for the lines of a page, and columns.
    #[must_use]
    pub fn meeting_room(&self) -> (usize, usize) {
        let areas = self.shared.areas();
        let width = areas.panes.first().map_or(0, |(_, r)| r.width);
        let rows = areas.lines();
        let rows = rows.saturating_sub(usize::from(self.gone_on_words().is_some()));
        (usize::from(width), rows)
    }

    /// Lines on which the cursor can stand.
    pub(super) fn meeting_lines(&self) -> usize {
        match self.screens.meeting.page {
            Page::Agenda => self.agenda_lines().lines.len(),
            Page::Promises | Page::Sum => self.promise_lines().len(),
            Page::List | Page::Item(_) => 0,
        }
    }

    /// Moves the cursor, or what is seen of the page where there is none.
    pub(in crate::tui::app) fn step_meeting(&mut self, by: isize) -> Vec<Effect> {
        if self.screens.meeting.shown().is_none() {
            let last = self.screens.meeting.list.len().saturating_sub(1);
            self.screens.meeting.at = self.screens.meeting.at.saturating_add_signed(by).min(last);
            return Vec::new();
        }
        let lines = self.meeting_lines();
        if lines == 0 {
            self.scroll(by);
            return Vec::new();
        }
        let last = lines - 1;
        let to = self
            .screens
            .meeting
            .line
            .saturating_add_signed(by)
            .min(last);
        if to == self.screens.meeting.line {
            // At either end the rest of the page comes into sight.
            self.scroll(by.signum() * 3);
        } else {
            self.screens.meeting.line = to;
            self.reveal_line();
        }
        Vec::new()
    }

    fn scroll(&mut self, by: isize) {
        let (width, rows) = self.meeting_room();
        let all = self.meeting_page(width, rows).len();
        let last = all.saturating_sub(rows);
        self.screens.meeting.top = self.screens.meeting.top.saturating_add_signed(by).min(last);
    }

    /// Brings the line under the cursor into sight.
    pub(in crate::tui::app) fn reveal_line(&mut self) {
        let (width, rows) = self.meeting_room();
        let page = self.meeting_page(width, rows);
        let line = self.screens.meeting.line;
        let at = page.iter().position(|l| l.line == Some(line)).unwrap_or(0);
        let top = &mut self.screens.meeting.top;
        if line == 0 && at < rows {
            *top = 0;
        } else if at < *top {
            *top = at;
        } else if at + 1 > *top + rows {
            *top = at + 1 - rows;
        }
        *top = (*top).min(page.len().saturating_sub(rows));
    }
}

fn minutes_of(o: &Occasion) -> u32 {
    o.items.iter().map(|i| u32::from(i.topic.minutes)).sum()
}
