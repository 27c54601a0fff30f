//! What is on the screen as text for a message (WhatsApp), to be copied from the terminal.
//!
//! The text is made by the papers' renderer from what the store answers about the same filter and day, so that its
//! numbers are those of the screen; it names no persons.

use crossterm::event::KeyCode;
use uuid::Uuid;

use super::command::Cmd;
use super::input_queue::Pending;
use super::keymap::Key;
use super::layout::{Pane, ScreenId};
use super::meeting::MeetingTold;
use super::model::Model;
use super::msg::{Ask, Effect};
use super::overlay::Overlay;
use super::papers::PapersPage;
use super::reception::Hall;
use super::redaction;
use super::toast::Tone;
use crate::config::Sheet;
use crate::domain::attention::Reason;
use crate::domain::code::Code;
use crate::domain::list::{Filter, Row, Tally};
use crate::papers::document::Document;
use crate::papers::list::Column;
use crate::papers::office::{Office, marks};
use crate::papers::{list, presence, village, whatsapp};
use crate::store::Card;
use crate::tui::text::wrap;

/// Most villages of one message.
pub const MOST_VILLAGES: u32 = 600;

/// What a message is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Card(Code),
    /// The villages of a list, with what it is filtered by in words.
    List(Filter, Vec<String>),
    /// The board's columns.
    Board(Vec<Filter>, Vec<String>),
    /// How many villages each reason for attention holds for.
    Reasons(Option<String>, Vec<String>),
    /// Who is at an event, in numbers.
    Event(Uuid),
    /// A meeting: its agenda, and once it is open what it decided.
    Meeting(Uuid),
    /// Papers: which files were written, and the commands.
    Papers(Box<PapersPage>),
}

/// What the store knows of a subject.
#[derive(Debug)]
pub enum Told {
    Card(Box<Card>),
    List(Vec<Row>),
    /// For each column its villages and how many of them have stood too long.
    Board(Vec<(Vec<Row>, u32)>),
    Reasons(Tally, [u32; Reason::ALL.len()]),
    /// None: there is no such event any more.
    Event(Option<Box<Hall>>),
    Meeting(Box<MeetingTold>),
    /// The subject says it all.
    Nothing,
    /// More villages than a message should hold.
    TooMany(u32),
}

/// The message that is read.
#[derive(Debug)]
pub struct Message {
    pub subject: Subject,
    pub told: Told,
    /// First line that is seen.
    pub top: usize,
}

impl Model {
    /// Asks for what is on the screen.
    pub(super) fn ask_for_message(&mut self) -> Vec<Effect> {
        let Some(subject) = self.subject() else {
            return Vec::new();
        };
        self.shared.input.pending = Some(Pending::Message);
        vec![Effect::Ask(Ask::Message(subject))]
    }

    fn subject(&self) -> Option<Subject> {
        match (self.shared.focus, self.shared.screen) {
            (_, ScreenId::Meeting) => Some(Subject::Meeting(
                self.screens.meeting.shown()?.occasion().id,
            )),
            (Pane::Card, _) => Some(Subject::Card(self.target()?.code.clone())),
            (_, ScreenId::Events) => Some(Subject::Event(self.event_to_tell()?)),
            _ => self.screen().subject(&self.shared),
        }
    }

    pub(super) fn message_came(&mut self, subject: Subject, told: Told) -> Vec<Effect> {
        let asked = self
            .shared
            .input
            .pending
            .take_if(|w| *w == Pending::Message)
            .is_some();
        if let Told::TooMany(n) = told {
            self.shared.input.queue.clear();
            let text = (self.shared.strings().message.too_many)(n);
            self.shared.say(text, Tone::Trouble);
            return Vec::new();
        }
        let open = match &self.shared.overlay {
            Some(Overlay::Message(message)) if message.subject == subject => Some(message.top),
            _ => None,
        };
        if let Some(top) = open.or(asked.then_some(0)) {
            self.shared.overlay = Some(Overlay::Message(Message { subject, told, top }));
        }
        Vec::new()
    }

    /// Asks again for the message that is read, when what it tells may have changed.
    pub(super) fn renew_message(&self) -> Option<Effect> {
        match &self.shared.overlay {
            Some(Overlay::Message(message)) if !matches!(message.told, Told::Nothing) => {
                Some(Effect::Ask(Ask::Message(message.subject.clone())))
            }
            _ => None,
        }
    }

    pub(super) fn key_in_message(
        &mut self,
        mut message: Message,
        key: Key,
        command: Option<Cmd>,
    ) -> Vec<Effect> {
        let page = self.message_rows();
        let last = self.message_lines(&message).len().saturating_sub(page);
        let top = message.top.min(last);
        message.top = match (command, key.code()) {
            (Some(Cmd::Back | Cmd::Message | Cmd::Quit), _) => return Vec::new(),
            (Some(Cmd::Redraw), _) => return vec![Effect::Redraw],
            (Some(Cmd::Language), _) => {
                self.shared.session.lang = self.shared.session.lang.other();
                top
            }
            (Some(Cmd::Down), _) => (top + 1).min(last),
            (Some(Cmd::Up), _) => top.saturating_sub(1),
            (Some(Cmd::PageDown | Cmd::Open), _) | (_, KeyCode::Char(' ')) => {
                (top + page).min(last)
            }
            (Some(Cmd::PageUp), _) => top.saturating_sub(page),
            (Some(Cmd::First), _) => 0,
            (Some(Cmd::Last), _) => last,
            _ => top,
        };
        self.shared.open(Overlay::Message(message))
    }

    /// Rows for the text: all but the one that says how to go back.
    #[must_use]
    pub fn message_rows(&self) -> usize {
        usize::from(self.shared.size.1.saturating_sub(1)).max(1)
    }

    /// The text in lines as wide as the screen.
    #[must_use]
    pub fn message_lines(&self, message: &Message) -> Vec<String> {
        let text = self.message_text(message);
        let width = usize::from(self.shared.size.0);
        text.lines().flat_map(|line| wrap(line, width)).collect()
    }

    fn message_text(&self, message: &Message) -> String {
        let s = self.shared.strings();
        if let Subject::Papers(page) = &message.subject {
            return self.papers_text(page);
        }
        let office = Office {
            papers: &self.shared.session.letterhead,
            sheet: Sheet::default(),
            printed: self.shared.clock.today,
            day: self.shared.clock.today,
            public: true,
            marks: marks(s, self.shared.session.training, self.shared.clock.seen),
        };
        let doc: Document = match (&message.subject, &message.told) {
            (_, Told::Meeting(told)) if self.shared.looks_only() => {
                redaction::told(told).document(&office, self.shared.session.zone)
            }
            (_, Told::Meeting(told)) => told.document(&office, self.shared.session.zone),
            (_, Told::Card(card)) if self.shared.looks_only() => {
                let card = redaction::card(card);
                village::card(&office, &card.place, &card.village, s)
            }
            (_, Told::Card(card)) => village::card(&office, &card.place, &card.village, s),
            (Subject::List(_, about), Told::List(rows)) => list::villages(&office, about, rows, s),
            (Subject::Board(_, about), Told::Board(columns)) => {
                let columns: Vec<Column<'_>> = columns
                    .iter()
                    .map(|(rows, stuck)| Column {
                        rows,
                        stuck: *stuck,
                    })
                    .collect();
                list::board(&office, about, &columns, s)
            }
            (Subject::Reasons(_, about), Told::Reasons(tally, counts)) => {
                list::attention(&office, Some(&about.join(", ")), tally, counts, s)
            }
            (Subject::Event(_), Told::Event(Some(hall))) => {
                let names = presence::Names {
                    village: &|code| hall.name(code).to_owned(),
                    kecamatan: &|code| hall.kecamatan(code).to_owned(),
                };
                presence::presence(&office, &hall.occasion, &hall.count, &names, s)
            }
            _ => Document::default(),
        };
        whatsapp::render(&doc)
    }
}
