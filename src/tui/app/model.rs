//! The state of the screens.

use std::collections::VecDeque;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use unicode_width::UnicodeWidthStr;
use uuid::Uuid;

use super::board::Board;
use super::form::KeptForm;
use super::input_queue::Pending;
use super::journal::Journal;
use super::keymap::Keymap;
use super::layout::{Areas, SMALLEST};
use super::marked::Marked;
use super::meeting::Meetings;
use super::msg::{ListId, Msg};
use super::overlay::{Confirm, Overlay};
use super::present::Present;
use super::reasons::Reasons;
use super::reception::{Here, Reception};
use super::regions::Regions;
use super::resume::{Found, Kept};
use super::who::Who;
use super::window::Window;
use crate::config::Papers;
use crate::domain::list::{DecisionIs, Filter, Place, Row, Sort, Summary};
use crate::domain::past::Seen;
use crate::papers::form::Form;
use crate::store::Card;
use crate::strings::{Lang, Strings};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Screen {
    /// Regions, villages, card.
    Villages,
    /// Villages by stage, in columns.
    Board,
    /// Why villages need attention.
    Attention,
    /// Meetings, and one in session.
    Meeting,
    /// The event desk.
    Events,
    /// The log.
    Journal,
}

impl Screen {
    /// The panes of the screen, from the left.
    #[must_use]
    pub fn panes(self) -> &'static [Pane] {
        match self {
            Self::Villages => &[Pane::Regions, Pane::List, Pane::Card],
            Self::Board => &[Pane::List],
            Self::Attention => &[Pane::Reasons, Pane::List, Pane::Card],
            Self::Meeting => &[Pane::Meeting],
            Self::Events => &[Pane::Events, Pane::Desk, Pane::Guests],
            Self::Journal => &[Pane::Journal],
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Regions,
    /// In the place of the regions on the attention screen.
    Reasons,
    List,
    Card,
    /// Meetings, or one of them.
    Meeting,
    /// The list of events.
    Events,
    /// The numbers of one event.
    Desk,
    /// Who is there.
    Guests,
    /// The log.
    Journal,
}

/// How things look; the colours stand in `view::theme`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Dark,
    Light,
    Mono,
    Contrast,
}

impl Look {
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

/// One line that says what was done, or what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub text: String,
    pub tone: Tone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Done,
    Trouble,
}

/// Everything the screens know.
#[derive(Debug)]
pub struct Model {
    pub lang: Lang,
    pub look: Look,
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
    pub(super) paper_form: Form,
    /// Who this is to the record, once the store has said.
    pub who: Option<Who>,
    pub keymap: Keymap,
    /// The day that everything is seen on and ages are counted to.
    pub today: NaiveDate,
    /// The past day that is being looked at.
    pub seen: Option<Seen>,
    /// The programme's time zone.
    pub zone: FixedOffset,
    /// Columns and rows; (0, 0) until the terminal has said.
    pub size: (u16, u16),
    pub screen: Screen,
    pub focus: Pane,
    pub regions: Regions,
    pub villages: Window,
    pub board: Board,
    pub reasons: Reasons,
    pub attention: Window,
    pub meetings: Meetings,
    pub journal: Journal,
    pub reception: Reception,
    /// Who of the village on the card is at an event of the day.
    pub here: Option<Here>,
    /// Who else is before the screens.
    pub present: Vec<Present>,
    /// The card last read; shown while its village is under the cursor.
    pub card: Option<Card>,
    /// First line of the card that is seen.
    pub card_top: usize,
    pub overlay: Option<Overlay>,
    pub toast: Option<Toast>,
    /// Villages that something is to be done to together.
    pub marked: Marked,
    pub(super) pending: Option<Pending>,
    /// A new id with every message, for acts that need no answer before they begin.
    pub(super) fresh: Uuid,
    /// Keys and pasted text that came before the answer they were meant for.
    pub(super) input_queue: VecDeque<Msg>,
    /// A village that was looked for: when the filter turns out to hide it, the filter goes.
    pub(super) sought: Option<u32>,
    /// The undo or redo that was sent, to be named when it is done.
    pub(super) undoing: Option<Confirm>,
    pub(super) search_tag: u64,
    /// What was last kept of what is typed and where one is.
    pub(super) kept: Option<Kept>,
    /// What a lost session had typed, until its form is open again.
    pub(super) refilling: Option<Box<KeptForm>>,
    /// It was asked what earlier sessions have left.
    pub(super) asked_left: bool,
    /// What they have left, while something else is open that must not be pushed aside.
    pub(super) left: Option<Box<Found>>,
    /// It was said that nothing can be kept.
    pub(super) unkept: bool,
    pub dirty: bool,
}

impl Model {
    #[must_use]
    pub fn new(
        lang: Lang,
        look: Look,
        ascii: bool,
        keymap: Keymap,
        now: DateTime<FixedOffset>,
    ) -> Self {
        let without = Filter {
            decision: Some(DecisionIs::WithoutProduct),
            ..Filter::default()
        };
        Self {
            lang,
            look,
            ascii,
            training: false,
            view_only: false,
            letterhead: Papers::default(),
            closed: false,
            paper_form: Form::default(),
            who: None,
            keymap,
            today: now.date_naive(),
            seen: None,
            zone: *now.offset(),
            size: (0, 0),
            screen: Screen::Villages,
            focus: Pane::List,
            regions: Regions::default(),
            villages: Window::new(ListId::Villages, Filter::default(), Sort::Register),
            meetings: Meetings::new(now.date_naive(), now.to_utc()),
            journal: Journal::default(),
            board: Board::default(),
            reasons: Reasons::default(),
            attention: Window::new(ListId::Attention, without, Sort::Attention),
            card: None,
            card_top: 0,
            overlay: None,
            toast: None,
            marked: Marked::default(),
            reception: Reception::default(),
            here: None,
            present: Vec::new(),
            pending: None,
            fresh: Uuid::nil(),
            input_queue: VecDeque::new(),
            sought: None,
            undoing: None,
            search_tag: 0,
            kept: None,
            refilling: None,
            asked_left: false,
            left: None,
            unkept: false,
            dirty: true,
        }
    }

    #[must_use]
    pub fn strings(&self) -> &'static Strings {
        Strings::of(self.lang)
    }

    #[must_use]
    pub fn areas(&self) -> Areas {
        Areas::of(self.size, self.screen, self.focus)
    }

    /// The list of the present screen.
    #[must_use]
    pub fn list(&self) -> &Window {
        match self.screen {
            Screen::Villages | Screen::Meeting | Screen::Events | Screen::Journal => &self.villages,
            Screen::Board => self.board.current(),
            Screen::Attention => &self.attention,
        }
    }

    pub(super) fn list_mut(&mut self) -> &mut Window {
        match self.screen {
            Screen::Villages | Screen::Meeting | Screen::Events | Screen::Journal => {
                &mut self.villages
            }
            Screen::Board => self.board.current_mut(),
            Screen::Attention => &mut self.attention,
        }
    }

    /// A filter that a person set narrows the list; that the attention screen shows only some villages is its nature.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        match self.screen {
            Screen::Villages => !self.villages.filter.is_empty(),
            Screen::Attention => self.attention.filter.region.is_some(),
            Screen::Board => self.board.region().is_some(),
            Screen::Events => false,
            Screen::Journal => self.journal.is_filtered(),
            Screen::Meeting => false,
        }
    }

    /// Lines of a list on the screen. The villages' list has a row of column heads.
    #[must_use]
    pub fn list_lines(&self) -> usize {
        let lines = self.areas().lines();
        match self.screen {
            Screen::Villages => lines.saturating_sub(1),
            Screen::Board
            | Screen::Attention
            | Screen::Meeting
            | Screen::Events
            | Screen::Journal => lines,
        }
    }

    fn target_row(&self) -> Option<&Row> {
        // On the log screen the cursor is on an event of the log, at a meeting on an item, at the event desk on a
        // person: acts are about no village there.
        match self.screen {
            Screen::Meeting | Screen::Events | Screen::Journal => None,
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
        self.card.as_ref().filter(|c| c.place.code == target.code)
    }

    /// The message is longer than its row and lies over the panes.
    pub(super) fn toast_covers_rows(&self) -> bool {
        let width = usize::from(self.size.0);
        self.toast.as_ref().is_some_and(|t| t.text.width() > width)
    }

    /// The terminal is smaller than anything that is drawn.
    #[must_use]
    pub fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }

    #[must_use]
    pub fn card_is_seen(&self) -> bool {
        self.areas().pane(Pane::Card).is_some()
    }
}
