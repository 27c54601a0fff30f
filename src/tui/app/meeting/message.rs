//! A meeting as text for a message, and the commands that print its papers.

use std::fmt::Write as _;
use std::sync::Arc;

use chrono::FixedOffset;

use crate::domain::occasion::{Occasion, Phase};
use crate::papers::document::Document;
use crate::papers::gather::Gathered;
use crate::papers::office::Office;
use crate::papers::{meeting, occasion};
use crate::strings::Strings;
use crate::tui::app::message::{Message, Subject, Told};
use crate::tui::app::model::Model;
use crate::tui::app::msg::Effect;
use crate::tui::app::overlay::Overlay;

/// What the store knows of a meeting for its message.
#[derive(Debug)]
pub struct MeetingTold {
    pub occasion: Arc<Occasion>,
    pub gathered: Gathered,
}

impl MeetingTold {
    /// The agenda until the meeting opens, from then on what was decided.
    #[must_use]
    pub fn document(&self, office: &Office<'_>, zone: FixedOffset) -> Document {
        let meeting = occasion::of(&self.occasion, &self.gathered, zone);
        if self.occasion.phase < Phase::Open {
            meeting::agenda(office, &meeting)
        } else {
            meeting::record(office, &meeting)
        }
    }
}

/// The commands that print the papers of a meeting.
#[must_use]
pub fn paper_commands(number: &str, s: &Strings) -> String {
    let mut text = format!("{}\n\n", s.meeting.papers_title());
    for (word, name) in s.meeting.papers() {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{name}:\n  ovop paper {word} --meeting {number}\n");
    }
    text.push_str(s.meeting.papers_hint());
    text
}

impl Model {
    /// Shows which commands print the papers of the meeting.
    pub(super) fn show_paper_commands(&mut self) -> Vec<Effect> {
        let number = self.meetings.shown().and_then(|v| v.occasion().number);
        let Some(number) = number else {
            return Vec::new();
        };
        self.keep(Overlay::Message(Message {
            subject: Subject::MeetingPapers(number.to_string()),
            told: Told::Nothing,
            top: 0,
        }))
    }
}
