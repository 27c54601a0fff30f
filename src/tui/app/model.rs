//! The state of the screens.

use chrono::{DateTime, FixedOffset};

use super::board::Board;
use super::journal::Journal;
use super::keymap::Keymap;
use super::layout::{Pane, ScreenId};
use super::meeting::Meetings;
use super::msg::ListId;
use super::reasons::Reasons;
use super::reception::Reception;
use super::session::ThemeName;
use super::shared::Shared;
use super::window::Window;
use crate::domain::list::{DecisionIs, Filter, Place, Row, Sort, Summary};
use crate::store::Card;
use crate::strings::Lang;

/// Everything the screens know.
#[derive(Debug)]
pub struct Model {
    pub shared: Shared,
    pub villages: Window,
    pub board: Board,
    pub reasons: Reasons,
    pub attention: Window,
    pub meetings: Meetings,
    pub journal: Journal,
    pub reception: Reception,
    /// A village that was looked for: when the filter turns out to hide it, the filter goes.
    pub(super) sought: Option<u32>,
}

impl Model {
    #[must_use]
    pub fn new(
        lang: Lang,
        theme: ThemeName,
        ascii: bool,
        keymap: Keymap,
        now: DateTime<FixedOffset>,
    ) -> Self {
        let without = Filter {
            decision: Some(DecisionIs::WithoutProduct),
            ..Filter::default()
        };
        Self {
            shared: Shared::new(lang, theme, ascii, keymap, now),
            villages: Window::new(ListId::Villages, Filter::default(), Sort::Register),
            meetings: Meetings::new(now.date_naive(), now.to_utc()),
            journal: Journal::default(),
            board: Board::default(),
            reasons: Reasons::default(),
            attention: Window::new(ListId::Attention, without, Sort::Attention),
            reception: Reception::default(),
            sought: None,
        }
    }

    /// The list of the present screen.
    #[must_use]
    pub fn list(&self) -> &Window {
        match self.shared.screen {
            ScreenId::Villages | ScreenId::Meeting | ScreenId::Events | ScreenId::Log => {
                &self.villages
            }
            ScreenId::Board => self.board.current(),
            ScreenId::Attention => &self.attention,
        }
    }

    pub(super) fn list_mut(&mut self) -> &mut Window {
        match self.shared.screen {
            ScreenId::Villages | ScreenId::Meeting | ScreenId::Events | ScreenId::Log => {
                &mut self.villages
            }
            ScreenId::Board => self.board.current_mut(),
            ScreenId::Attention => &mut self.attention,
        }
    }

    /// A filter that a person set narrows the list; that the attention screen shows only some villages is its nature.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        match self.shared.screen {
            ScreenId::Villages => !self.villages.filter.is_empty(),
            ScreenId::Attention => self.attention.filter.region.is_some(),
            ScreenId::Board => self.board.region().is_some(),
            ScreenId::Events => false,
            ScreenId::Log => self.journal.is_filtered(),
            ScreenId::Meeting => false,
        }
    }

    /// Lines of a list on the screen. The villages' list has a row of column heads.
    #[must_use]
    pub fn list_lines(&self) -> usize {
        let lines = self.shared.areas().lines();
        match self.shared.screen {
            ScreenId::Villages => lines.saturating_sub(1),
            ScreenId::Board
            | ScreenId::Attention
            | ScreenId::Meeting
            | ScreenId::Events
            | ScreenId::Log => lines,
        }
    }

    fn target_row(&self) -> Option<&Row> {
        // On the log screen the cursor is on an event of the log, at a meeting on an item, at the event desk on a
        // person: acts are about no village there.
        match self.shared.screen {
            ScreenId::Meeting | ScreenId::Events | ScreenId::Log => None,
            _ => self.list().current(),
        }
    }

    /// The village that acts are about: the one under the cursor.
    #[must_use]
    pub fn target(&self) -> Option<&Place> {
        self.target_row().map(|r| &r.place)
    }

    #[must_use]
    pub fn target_summary(&self) -> Option<&Summary> {
        self.target_row().map(|r| &r.summary)
    }

    /// The card, when it is the card of the village under the cursor.
    #[must_use]
    pub fn shown_card(&self) -> Option<&Card> {
        let target = self.target()?;
        self.shared
            .card
            .last
            .as_ref()
            .filter(|c| c.place.code == target.code)
    }

    #[must_use]
    pub fn card_is_seen(&self) -> bool {
        self.shared.areas().pane(Pane::Card).is_some()
    }
}
