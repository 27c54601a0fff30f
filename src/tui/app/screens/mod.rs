//! The screens. Each owns what it shows, and where one is in it; what they share comes with each call.

pub mod attention;
pub mod board;
pub mod log;
pub mod villages;

use chrono::{DateTime, FixedOffset, NaiveDate};

use self::attention::Attention;
use self::board::Board;
use self::log::Log;
use self::villages::Villages;
use super::command::{Cmd, Reason};
use super::layout::{Pane, ScreenId};
use super::meeting::Meetings;
use super::message::Subject;
use super::msg::{Effect, ListId};
use super::overlay::Picked;
use super::reception::Reception;
use super::shared::Shared;
use super::window::Window;

/// What a screen is to the rest of the program.
pub trait Screen {
    /// Its list of villages, where it has one: acts are about the village under its cursor.
    fn list(&self) -> Option<&Window> {
        None
    }

    fn list_mut(&mut self) -> Option<&mut Window> {
        None
    }

    /// Lines of its list that are seen.
    fn lines(&self, cx: &Shared) -> usize {
        cx.areas().lines()
    }

    /// Where keys go when the screen is come to.
    fn first_pane(&self) -> Pane;

    /// Where keys go when a person wants them to go to this pane.
    fn pane(&self, wanted: Pane) -> Pane {
        wanted
    }

    /// Reads what is shown anew, cursors unmoved.
    fn refresh(&mut self, _cx: &mut Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// Moves by so many lines within the pane to which keys go; by all of them with the largest number.
    fn step(&mut self, _by: isize, _cx: &mut Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// Moves to the side within the pane; false where keys go to the pane beside it.
    fn turn(&mut self, _right: bool) -> bool {
        false
    }

    /// Opens what is under the cursor.
    fn open(&mut self, _cx: &mut Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// Keys have rested: what follows the cursor catches up.
    fn settle(&mut self, _cx: &mut Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// A filter that a person set narrows what is shown.
    fn is_filtered(&self) -> bool {
        false
    }

    fn clear_filters(&mut self) {}

    /// Shows only the villages of a region, or all.
    fn set_region(&mut self, _region: Option<String>, _cx: &mut Shared) {}

    /// Reads anew what another filter shows.
    fn filter_changed(&mut self, cx: &mut Shared) -> Vec<Effect> {
        self.refresh(cx)
    }

    /// Takes what was picked from a chooser of its own.
    fn picked(&mut self, _picked: Picked, _cx: &mut Shared) {}

    /// Another day is seen: what is late or near its end is so on that day, in filters too.
    fn set_day(&mut self, _day: NaiveDate) {}

    /// What a message about the screen tells.
    fn subject(&self, _cx: &Shared) -> Option<Subject> {
        None
    }

    /// What the screen says of a command, where it is not the usual.
    fn enabled(&self, _cmd: Cmd, _cx: &Shared) -> Option<Result<(), Reason>> {
        None
    }

    /// Runs a command of its own, or one that means something of its own here.
    fn run(&mut self, _cmd: Cmd, _cx: &mut Shared) -> Option<Vec<Effect>> {
        None
    }
}

/// The screens.
#[derive(Debug)]
pub struct Screens {
    pub villages: Villages,
    pub board: Board,
    pub attention: Attention,
    pub meeting: Meetings,
    pub events: Reception,
    pub log: Log,
}

impl Screens {
    #[must_use]
    pub fn new(now: DateTime<FixedOffset>) -> Self {
        Self {
            villages: Villages::default(),
            board: Board::default(),
            attention: Attention::default(),
            meeting: Meetings::new(now.date_naive(), now.to_utc()),
            events: Reception::default(),
            log: Log::default(),
        }
    }

    #[must_use]
    pub fn get(&self, id: ScreenId) -> &dyn Screen {
        match id {
            ScreenId::Villages => &self.villages,
            ScreenId::Board => &self.board,
            ScreenId::Attention => &self.attention,
            ScreenId::Meeting => &self.meeting,
            ScreenId::Events => &self.events,
            ScreenId::Log => &self.log,
        }
    }

    pub fn get_mut(&mut self, id: ScreenId) -> &mut dyn Screen {
        match id {
            ScreenId::Villages => &mut self.villages,
            ScreenId::Board => &mut self.board,
            ScreenId::Attention => &mut self.attention,
            ScreenId::Meeting => &mut self.meeting,
            ScreenId::Events => &mut self.events,
            ScreenId::Log => &mut self.log,
        }
    }

    /// Tells every screen that another day is seen.
    pub fn set_day(&mut self, day: NaiveDate) {
        self.villages.set_day(day);
        self.attention.set_day(day);
    }

    /// A page of this list did not come.
    pub fn give_up(&mut self, list: ListId, tag: u64) {
        if let Some(window) = self.window(list) {
            window.give_up(tag);
        }
    }

    /// The list to which a page belongs.
    pub fn window(&mut self, list: ListId) -> Option<&mut Window> {
        match list {
            ListId::Villages => self.villages.list_mut(),
            ListId::Attention => self.attention.list_mut(),
            ListId::Board(i) => self.board.column_mut(i),
        }
    }
}
