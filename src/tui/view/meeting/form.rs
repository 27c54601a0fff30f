//! The forms of the meeting screen, and a decision read back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::Canvas;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::strings::facts::capital;
use crate::strings::meeting::{InputNames, Question};
use crate::tui::app::command::{self, Cmd};
use crate::tui::app::form::Saving;
use crate::tui::app::meeting::{
    Choice, Entry, Kind, Meanwhile, MeetForm, Name, OFFERED, Value, first_offered,
};
use crate::tui::text::{brief, clip, wrap};

/// Columns of the names of inputs.
const LABEL: usize = 13;

/// Lines of a form, with the place of the typing cursor among them, and the line that must be seen.
struct Sheet {
    lines: Vec<(String, Meaning)>,
    cursor: Option<(usize, usize)>,
    at: usize,
    width: usize,
}

impl Sheet {
    fn say(&mut self, indent: usize, text: &str, meaning: Meaning) {
        for line in wrap(text, self.width.saturating_sub(indent).max(1)) {
            self.lines.push((format!("{:indent$}{line}", ""), meaning));
        }
    }
}

fn label(name: Name, n: &InputNames) -> &'static str {
    match name {
        Name::Sort => n.sort,
        Name::Title => n.title,
        Name::Day => n.day,
        Name::Time => n.time,
        Name::Place => n.place,
        Name::Leader => n.leader,
        Name::MinuteTaker => n.minute_taker,
        Name::Invited => n.invited,
        Name::Organiser => n.organiser,
        Name::Opener => n.opener,
        Name::Invitation => n.invitation,
        Name::Basis => n.basis,
        Name::Funds => n.funds,
        Name::Triage => n.triage,
        Name::After => n.after,
        Name::How => n.how,
        Name::What => n.what,
        Name::Office => n.office,
        Name::Who => n.who,
        Name::Due => n.due,
        Name::Note => n.note,
        Name::Reason => n.reason,
        Name::Text => n.text,
        Name::Number => n.number,
        Name::Minutes => n.minutes,
        Name::Outcome => n.outcome,
    }
}

/// The command that opens such a form, for its title.
fn cmd(kind: Kind) -> Cmd {
    match kind {
        Kind::New => Cmd::NewMeeting,
        Kind::Amend => Cmd::AmendMeeting,
        Kind::Cancel => Cmd::CancelMeeting,
        Kind::Topic => Cmd::AddTopic,
        Kind::Minutes => Cmd::ItemMinutes,
        Kind::Freeze => Cmd::Freeze,
        Kind::Open => Cmd::OpenMeeting,
        Kind::Close => Cmd::CloseMeeting,
        Kind::Finalise => Cmd::Finalise,
        Kind::Jump => Cmd::Jump,
        Kind::Skip => Cmd::LeaveOut,
        Kind::Note => Cmd::Note,
        Kind::Decide => Cmd::Decide,
        Kind::Settle => Cmd::CloseAction,
        Kind::Addendum => Cmd::Addendum,
    }
}

impl Canvas<'_> {
    pub(in crate::tui::view) fn meeting_form_hint(&self, form: &MeetForm) -> &'static str {
        let w = &self.s.meeting;
        if form.reading {
            return w.hint_reading();
        }
        if form.kind.is_question() {
            return w.hint_question();
        }
        let entry = form.entries.get(form.at);
        match entry.map(|e| &e.value) {
            _ if matches!(form.saving, Saving::Conflict(_)) => "",
            Some(Value::Letter { options, .. }) if entry.is_some_and(|e| e.name == Name::After) => {
                w.hint_after(options.len() > OFFERED)
            }
            Some(Value::Letter { .. }) => w.hint_letter(),
            Some(Value::Fragment { .. }) => w.hint_fragment(),
            _ if form.at + 1 == form.entries.len() && form.kind != Kind::Decide => w.hint_last(),
            _ => w.hint_text(),
        }
    }

    pub(in crate::tui::view) fn meeting_form(
        &self,
        buf: &mut Buffer,
        over: Rect,
        form: &MeetForm,
    ) -> Option<(u16, u16)> {
        if form.reading {
            self.read_back_large(buf, over, form);
            return None;
        }
        let width = over.width.min(78);
        let inside = usize::from(width.saturating_sub(4));
        let rows = usize::from(over.height.saturating_sub(2));
        let name = command::of(cmd(form.kind)).label(self.s);
        let title = if form.about.is_empty() {
            capital(name)
        } else {
            format!("{} - {}", capital(name), form.about)
        };
        let title = clip(&title, inside.saturating_sub(3));
        let sheet = self.meeting_sheet(form, inside, rows);
        let height = u16::try_from(sheet.lines.len() + 2).unwrap_or(u16::MAX);
        // The name of the village above stays to be read, and what is said below, where there is room for that.
        let spare = over.height.saturating_sub(height + 1);
        let rows = (over.height - spare).min(height.max(1));
        let below = Rect::new(over.x, over.y + spare, over.width, rows);
        let over = if form.item.is_some() { below } else { over };
        let area = self.boxed(buf, over, width, height, &title);
        let seen = usize::from(area.height);
        let top = (sheet.at + 1)
            .saturating_sub(seen)
            .min(sheet.lines.len().saturating_sub(seen));
        for (row, (line, meaning)) in (0..area.height).zip(sheet.lines.iter().skip(top)) {
            Pen::new(buf, area, row).put(line, self.theme.style(*meaning));
        }
        let (x, y) = sheet.cursor?;
        let y = y.checked_sub(top)?;
        let x = area.x + u16::try_from(x).unwrap_or(0);
        let y = area.y + u16::try_from(y).unwrap_or(0);
        (y < area.bottom()).then_some((x.min(area.right().saturating_sub(1)), y))
    }

    fn meeting_sheet(&self, form: &MeetForm, width: usize, rows: usize) -> Sheet {
        let mut sheet = Sheet {
            lines: Vec::new(),
            cursor: None,
            at: 0,
            width,
        };
        self.meeting_question(&mut sheet, form);
        if let Some(promised) = &form.promised {
            let s = self.s;
            let by = s.cli.follow.by_whom(&s.programme, &promised.action);
            let due = s.facts.short_day(promised.action.planned.due);
            sheet.say(1, &format!("{by}, {due}"), Meaning::Muted);
        }
        let wrong = form.wrong(self.model.screens.meeting.now_today());
        for (i, entry) in form.entries.iter().enumerate() {
            let here = i == form.at;
            if form.kind == Kind::Settle && entry.name == Name::What {
                sheet.say(1, self.s.meeting.rest_is_promised(), Meaning::Muted);
            }
            self.meeting_entry(&mut sheet, form, entry, here, rows);
            if let Some(meanwhile) = form
                .meanwhile
                .as_ref()
                .filter(|_| entry.name == Name::After)
            {
                sheet.say(2, &self.meanwhile_words(meanwhile), Meaning::Trouble);
            }
            if let Some((at, why)) = &wrong
                && *at == i
                && form.tried
            {
                sheet.say(2, &why.say(self.s), Meaning::Trouble);
            }
            if here {
                sheet.at = sheet.lines.len();
            }
        }
        if sheet.at + 1 >= sheet.lines.len() {
            sheet.at = sheet.lines.len();
        }
        self.meeting_foot(&mut sheet, form);
        sheet
    }

    fn meeting_question(&self, sheet: &mut Sheet, form: &MeetForm) {
        let question = match form.kind {
            Kind::Freeze => Question::Freeze,
            Kind::Open => Question::Open,
            Kind::Close => Question::Close,
            Kind::Finalise => Question::Finalise,
            _ => return,
        };
        let Some(view) = self.model.screens.meeting.shown() else {
            return;
        };
        let o = view.occasion();
        let items = match question {
            Question::Freeze => self.model.agenda_lines().lines.len(),
            _ => o.items.len(),
        };
        let open = o.items.iter().filter(|i| i.decision.is_none()).count();
        let text = self.s.meeting.question(question, items, open);
        sheet.say(1, &text, Meaning::Text);
        let today = self.model.screens.meeting.now_today();
        if question == Question::Open {
            let (planned, today) = (o.plan.day, self.s.facts.day(today));
            let other = (planned != self.model.screens.meeting.now_today())
                .then(|| self.s.facts.day(planned));
            let text = self.s.meeting.opening_day(&today, other.as_deref());
            sheet.say(1, &text, Meaning::Text);
        }
    }

    fn meeting_entry(
        &self,
        sheet: &mut Sheet,
        form: &MeetForm,
        entry: &Entry,
        here: bool,
        rows: usize,
    ) {
        let name = label(entry.name, self.s.meeting.inputs());
        let mark = if here { ">" } else { " " };
        let head = format!("{mark}{name:<LABEL$}");
        let room = sheet.width.saturating_sub(LABEL + 1).max(1);
        let meaning = if here { Meaning::Head } else { Meaning::Muted };
        match &entry.value {
            Value::Letter { options, at } => {
                let picked = at.and_then(|at| options.get(at));
                let text = picked.map_or("", |c| &c.label);
                sheet
                    .lines
                    .push((format!("{head}{}", clip(text, room)), meaning));
                if here {
                    self.letters(sheet, entry, rows);
                }
            }
            value => {
                let input = value.input();
                let typed = value.typed();
                let scroll = match input {
                    Some(input) if here => input.visual_scroll(room.saturating_sub(1)),
                    _ => 0,
                };
                let seen: String = typed.chars().skip(scroll).collect();
                let mut text = clip(&seen, room);
                if here {
                    let cursor = input.map_or(0, tui_input::Input::visual_cursor);
                    let x = LABEL + 1 + cursor.saturating_sub(scroll);
                    sheet.cursor = Some((x, sheet.lines.len()));
                    // The end of a long text is what is being typed.
                    text = seen.chars().take(room).collect();
                } else if let Some(read) = self.meeting_read_back(form, entry)
                    && read != typed
                {
                    text = clip(&format!("{typed} = {read}"), room);
                }
                let meaning = if here { Meaning::Input } else { Meaning::Text };
                sheet.lines.push((format!("{head}{text}"), meaning));
                if here && entry.name == Name::Invited {
                    sheet.say(LABEL + 1, self.s.meeting.invited_hint(), Meaning::Muted);
                }
                if here {
                    self.candidates(sheet, &entry.value, rows);
                }
            }
        }
    }

    /// What each letter picks.
    fn letters(&self, sheet: &mut Sheet, entry: &Entry, rows: usize) {
        let Value::Letter { options, at } = &entry.value else {
            return;
        };
        let first = first_offered(*at);
        let offered = || options.iter().enumerate().skip(first).take(OFFERED);
        let parts = options.len().div_ceil(OFFERED);
        let more = (parts > 1).then(|| {
            let part = first / OFFERED + 1;
            self.s.meeting.more_options(part, parts)
        });
        let key = |i: usize, option: &Choice| {
            let number = u32::try_from(i + 1 - first).ok();
            let digit = number.and_then(|n| char::from_digit(n, 10));
            option.letter.or(digit).unwrap_or(' ')
        };
        if rows < offered().count() + 6 {
            // One after the other: all of them are seen.
            let mut line = String::new();
            for (i, option) in offered() {
                let mark = if *at == Some(i) { "*" } else { "" };
                let piece = format!("{} {mark}{}", key(i, option), option.label);
                if !line.is_empty() && line.width() + 2 + piece.width() > sheet.width {
                    let done = std::mem::take(&mut line);
                    sheet.lines.push((done, Meaning::Text));
                }
                if !line.is_empty() {
                    line.push_str("  ");
                }
                line.push_str(&clip(&piece, sheet.width));
            }
            sheet.lines.push((line, Meaning::Text));
            if let Some(more) = more {
                sheet.say(0, &more, Meaning::Muted);
            }
            return;
        }
        for (i, option) in offered() {
            let (sign, meaning) = if *at == Some(i) {
                ("(x)", Meaning::Selected)
            } else {
                ("( )", Meaning::Text)
            };
            let text = format!("{} {sign} {}", key(i, option), option.label);
            let room = sheet.width.saturating_sub(4);
            sheet
                .lines
                .push((format!("    {}", clip(&text, room)), meaning));
        }
        if let Some(more) = more {
            sheet.say(4, &more, Meaning::Muted);
        }
    }

    /// What happened to the promise that was picked.
    fn meanwhile_words(&self, meanwhile: &Meanwhile) -> String {
        let w = &self.s.meeting;
        match meanwhile {
            Meanwhile::GoesOn(what) => w.earlier_goes_on(what),
            Meanwhile::Ended(_, outcome) => {
                w.earlier_ended(outcome.map(|o| self.s.programme.outcome(o)))
            }
        }
    }

    /// Those of many that fit what is typed, by number.
    fn candidates(&self, sheet: &mut Sheet, value: &Value, rows: usize) {
        let Value::Fragment { options, at, .. } = value else {
            return;
        };
        if at.is_some() {
            return;
        }
        let fits = value.candidates();
        let most = rows.saturating_sub(8).clamp(2, OFFERED);
        let only = value.picked().map(|c| c.word.clone());
        for (n, i) in (1..).zip(fits.iter().take(most)) {
            let Some(option) = options.get(*i) else {
                continue;
            };
            let meaning = if only.as_ref() == Some(&option.word) {
                Meaning::Selected
            } else {
                Meaning::Muted
            };
            let room = sheet.width.saturating_sub(4);
            let text = clip(&format!("{n} {}", option.label), room);
            sheet.lines.push((format!("    {text}"), meaning));
        }
        if let Some(more) = fits.len().checked_sub(most).filter(|n| *n > 0) {
            sheet.say(6, &self.s.meeting.more(more), Meaning::Muted);
        }
    }

    /// How what is typed short was read.
    fn meeting_read_back(&self, form: &MeetForm, entry: &Entry) -> Option<String> {
        if let Ok(Some(day)) = entry.value.day_of(self.model.screens.meeting.now_today()) {
            let weekday = self.s.meeting.weekday(day);
            return Some(format!("{weekday} {}", self.s.facts.short_day(day)));
        }
        let stands = form.stands(entry.name);
        (!stands.is_empty()).then_some(stands)
    }

    fn meeting_foot(&self, sheet: &mut Sheet, form: &MeetForm) {
        let s = &self.s.screens;
        match &form.saving {
            Saving::Conflict(theirs) => {
                let when = theirs
                    .recorded_at
                    .with_timezone(&self.model.shared.session.zone);
                let when = when.format("%H:%M").to_string();
                let what = brief(&self.s.event(&theirs.event));
                sheet.say(
                    0,
                    &(s.conflict)(&theirs.actor, &when, &what),
                    Meaning::Trouble,
                );
                sheet.say(0, s.keep_mine, Meaning::Key);
                sheet.say(0, s.take_theirs, Meaning::Key);
                sheet.cursor = None;
            }
            Saving::Failed(why) => {
                sheet.say(0, why, Meaning::Trouble);
                sheet.say(0, s.not_saved, Meaning::Trouble);
            }
            Saving::Warned => sheet.say(0, s.discard_warning, Meaning::Trouble),
            Saving::Sent => sheet.say(0, s.saving, Meaning::Text),
            Saving::Typing => {
                if let Some(text) = self.model.gone_on_words() {
                    sheet.say(0, &text, Meaning::Muted);
                }
                return;
            }
        }
        sheet.at = sheet.lines.len();
    }

    /// A decision as the room hears it: what was decided, who does what, and by when.
    fn read_back_large(&self, buf: &mut Buffer, over: Rect, form: &MeetForm) {
        let w = &self.s.meeting;
        let area = self.boxed(buf, over, over.width, over.height, w.reading_title());
        let width = usize::from(area.width);
        let mut rows = usize::from(area.height);
        let mut lines: Vec<(String, Meaning)> = vec![(form.about.clone(), Meaning::Head)];
        if let Some(meanwhile) = &form.meanwhile {
            let said = wrap(&self.meanwhile_words(meanwhile), width);
            lines.extend(said.into_iter().map(|l| (l, Meaning::Trouble)));
        }
        let triage = form.triage().map_or("", |t| self.s.occasions.triage(t));
        let office = form.stands(Name::Office);
        let what = form.typed(Name::What).to_owned();
        let today = self.model.screens.meeting.now_today();
        let due = form.day(Name::Due, today);
        // Few letters are large ones: the year is only said where it is another.
        let short = |d: chrono::NaiveDate| {
            use chrono::Datelike as _;
            let day = self.s.facts.short_day(d);
            let same = d.year() == today.year();
            day.get(..5).filter(|_| same).unwrap_or(&day).to_owned()
        };
        let due = due.map(|d| format!("{} {}", w.weekday(d), short(d)));
        let who = form.stands(Name::Who);
        let note = form.typed(Name::Note);
        // What is said in small letters has its rows first; the large ones share the rest.
        let mut parts: Vec<String> = vec![triage.to_owned()];
        if form.promises_something() {
            parts.extend([office, what, due.unwrap_or_default()]);
        }
        let small = 1
            + usize::from(!who.is_empty())
            + usize::from(!note.is_empty())
            + usize::from(form.goes_on_with().is_some())
            + form
                .meanwhile
                .as_ref()
                .map_or(0, |m| wrap(&self.meanwhile_words(m), width).len())
            + usize::from(!form.promises_something())
            + usize::from(!matches!(form.saving, Saving::Typing));
        rows = rows.saturating_sub(small);
        let mut left = parts.len();
        for part in parts {
            // Each of the parts that follow needs a row.
            let most = rows.saturating_sub(left - 1);
            let drawn =
                crate::tui::big::lines(&part, width, most.min(4), self.model.shared.session.ascii);
            rows = rows.saturating_sub(drawn.len());
            left -= 1;
            lines.extend(drawn.into_iter().map(|l| (l, Meaning::Title)));
        }
        if !form.promises_something() {
            lines.push((w.nothing_promised().to_owned(), Meaning::Text));
        }
        if !who.is_empty() {
            lines.push((format!("{}: {who}", w.inputs().who), Meaning::Text));
        }
        if !note.is_empty() {
            lines.push((format!("{}: {note}", w.inputs().note), Meaning::Text));
        }
        if let Some((earlier, how)) = form.goes_on_with() {
            let how = self.s.programme.outcome(how);
            let text = w.reads_earlier(&earlier.planned.what, how);
            lines.push((text, Meaning::Text));
        }
        match &form.saving {
            Saving::Sent => lines.push((self.s.screens.saving.to_owned(), Meaning::Text)),
            Saving::Failed(why) => lines.push((why.clone(), Meaning::Trouble)),
            _ => {}
        }
        for (row, (line, meaning)) in (0..area.height).zip(&lines) {
            let mut pen = Pen::new(buf, area, row);
            let room = line.width().min(width);
            pen.cell(line, room, self.theme.style(*meaning));
        }
    }
}
