//! The settings of a session, and who it is.

use chrono::FixedOffset;

use super::keymap::Keymap;
use super::who::Who;
use crate::config::Papers;
use crate::papers::form::Form;
use crate::strings::Lang;

/// How things look; the colours stand in `view::theme`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    #[default]
    Dark,
    Light,
    Mono,
    Contrast,
}

impl ThemeName {
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Mono, Self::Contrast];

    /// The word in settings and flags.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "dark" => Some(Self::Dark),
            "light" => Some(Self::Light),
            "mono" => Some(Self::Mono),
            "contrast" => Some(Self::Contrast),
            _ => None,
        }
    }

    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// What is set when the screens open, or changed in them by a key.
#[derive(Debug)]
pub struct Session {
    pub lang: Lang,
    pub theme: ThemeName,
    /// Draw with ASCII alone.
    pub ascii: bool,
    /// What is shown is made up, and every screen says so.
    pub training: bool,
    /// Nothing is to be recorded, and every screen says so.
    pub view_only: bool,
    /// Started as sshd starts it for people who come in by a key: files go into one folder alone.
    pub closed: bool,
    /// What the office has set for its papers: the numbers that a message tells are those of the paper.
    pub letterhead: Papers,
    /// The form in which papers were written last.
    pub paper_form: Form,
    /// Who this is to the record, once the store has said.
    pub who: Option<Who>,
    pub keymap: Keymap,
    /// The programme's time zone.
    pub zone: FixedOffset,
}
