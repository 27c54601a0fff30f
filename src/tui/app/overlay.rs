//! What lies over the panes: search, menus, choosers, questions, forms.

use crossterm::event::KeyCode;
use tui_input::Input;
use uuid::Uuid;

use super::bulk::Preview;
use super::command::{self, Cmd, Command};
use super::edit;
use super::filterline::FilterLine;
use super::form::Form;
use super::keymap::Key;
use super::meeting::MeetForm;
use super::message::Message;
use super::no_product::NoProduct;
use super::papers::PaperPick;
use super::past::DayQuestion;
use super::reception::entry::Entry;
use super::resume::Takeover;
use super::views::{ViewName, ViewPick};
use crate::domain::code::Code;
use crate::domain::list::{DecisionIs, Sort};
use crate::domain::occasion::Brief;
use crate::domain::stage::Stage;
use crate::register::Hit;
use crate::store::Batch;
pub use crate::store::Change;
use crate::strings::Strings;
use crate::strings::screens::Screens;

#[derive(Debug)]
pub enum Overlay {
    Search(Search),
    Menu(Menu),
    Pick(Pick),
    Confirm(Confirm),
    Past(DayQuestion),
    Form(Box<Form>),
    Meeting(Box<MeetForm>),
    Filter(FilterLine),
    ViewName(ViewName),
    Message(Message),
    Takeover(Takeover),
    /// An entry of the event desk.
    Entry(Box<Entry>),
    NoProduct(NoProduct),
    Preview(Preview),
}

/// Finding a village by its name.
#[derive(Debug, Default)]
pub struct Search {
    pub input: Input,
    pub hits: Vec<Hit>,
    /// The highlighted hit, once arrows were used.
    pub at: Option<usize>,
    pub tag: u64,
    /// An answer to what is typed has come.
    pub answered: bool,
}

/// What a key did in the search.
pub enum Searched {
    Stays,
    /// The text changed: look it up.
    Look,
    Close,
    Take(usize),
}

impl Search {
    /// Digits pick a numbered candidate, unless a code is being typed.
    pub fn key(&mut self, key: Key) -> Searched {
        let typing_code = self.input.value().starts_with(|c: char| c.is_ascii_digit());
        let digit = key.typed().and_then(|c| c.to_digit(10));
        match (key.code(), digit) {
            (KeyCode::Esc, _) => Searched::Close,
            (_, Some(n)) if n > 0 && !typing_code && !self.hits.is_empty() => {
                if (n as usize) <= self.hits.len() {
                    Searched::Take(n as usize - 1)
                } else {
                    Searched::Stays
                }
            }
            (KeyCode::Enter, _) if self.input.value().is_empty() => Searched::Close,
            (KeyCode::Enter, _) => match (self.at, self.only()) {
                (Some(at), _) | (None, Some(at)) => Searched::Take(at),
                _ => Searched::Stays,
            },
            (KeyCode::Backspace, _) if self.input.value().is_empty() => Searched::Close,
            (KeyCode::Down | KeyCode::Tab, _) => self.highlight(true),
            (KeyCode::Up | KeyCode::BackTab, _) => self.highlight(false),
            _ => {
                let before = self.input.value().to_owned();
                edit::edit(&mut self.input, key);
                if before == self.input.value() {
                    Searched::Stays
                } else {
                    self.at = None;
                    Searched::Look
                }
            }
        }
    }

    /// The hits are still those of another text.
    #[must_use]
    pub fn is_unanswered(&self) -> bool {
        !self.answered && !self.input.value().trim().is_empty()
    }

    fn highlight(&mut self, down: bool) -> Searched {
        let last = self.hits.len().saturating_sub(1);
        self.at = match self.at {
            _ if self.hits.is_empty() => None,
            None => Some(0),
            Some(at) if down => Some((at + 1).min(last)),
            Some(at) => Some(at.saturating_sub(1)),
        };
        Searched::Stays
    }

    /// The hit that Enter may take by itself: the only one. Where two fit, nothing is picked by itself.
    #[must_use]
    pub fn only(&self) -> Option<usize> {
        (self.hits.len() == 1 && self.answered).then_some(0)
    }
}

/// The list of commands, as help or as palette.
#[derive(Debug)]
pub struct Menu {
    pub palette: bool,
    pub input: Input,
    /// Letters go into the filter.
    pub typing: bool,
    pub at: usize,
    pub top: usize,
}

pub enum Chosen {
    Stays,
    Close,
    Run(Cmd),
}

impl Menu {
    #[must_use]
    pub fn new(palette: bool) -> Self {
        Self {
            palette,
            input: Input::default(),
            typing: palette,
            at: 0,
            top: 0,
        }
    }

    /// The commands that fit what is typed, in either language.
    #[must_use]
    pub fn commands(&self) -> Vec<&'static Command> {
        let wanted = self.input.value().trim().to_lowercase();
        let fits = |c: &Command| {
            [crate::strings::Lang::Id, crate::strings::Lang::En]
                .into_iter()
                .map(Strings::of)
                .any(|s| {
                    c.label(s).to_lowercase().contains(&wanted)
                        || c.help(s).to_lowercase().contains(&wanted)
                })
                || c.name.contains(&wanted)
        };
        let mut found: Vec<&Command> = command::all().iter().filter(|c| fits(c)).collect();
        // A name that begins with what is typed comes before one that only mentions it.
        let begins = |c: &Command| {
            [crate::strings::Lang::Id, crate::strings::Lang::En]
                .into_iter()
                .any(|l| c.label(Strings::of(l)).to_lowercase().starts_with(&wanted))
                || c.name.starts_with(&wanted)
        };
        if !wanted.is_empty() {
            found.sort_by_key(|c| !begins(c));
        }
        found
    }

    pub fn key(&mut self, key: Key, moves: Option<Cmd>) -> Chosen {
        let last = self.commands().len().saturating_sub(1);
        match key.code() {
            KeyCode::Esc => return Chosen::Close,
            KeyCode::Enter => return self.enter(),
            KeyCode::Down | KeyCode::Tab => self.at = (self.at + 1).min(last),
            KeyCode::Up | KeyCode::BackTab => self.at = self.at.saturating_sub(1),
            KeyCode::PageDown => self.at = (self.at + 10).min(last),
            KeyCode::PageUp => self.at = self.at.saturating_sub(10),
            KeyCode::Backspace if self.input.value().is_empty() => return Chosen::Close,
            _ if self.typing => {
                edit::edit(&mut self.input, key);
                self.at = 0;
            }
            _ => match moves {
                Some(Cmd::Down) => self.at = (self.at + 1).min(last),
                Some(Cmd::Up) => self.at = self.at.saturating_sub(1),
                Some(Cmd::PageDown) => self.at = (self.at + 10).min(last),
                Some(Cmd::PageUp) => self.at = self.at.saturating_sub(10),
                Some(Cmd::First) => self.at = 0,
                Some(Cmd::Last) => self.at = last,
                Some(Cmd::Search) => self.typing = true,
                Some(Cmd::Back | Cmd::Help | Cmd::Quit) => return Chosen::Close,
                _ => {}
            },
        }
        Chosen::Stays
    }

    fn enter(&self) -> Chosen {
        if self.palette && self.input.value().is_empty() && self.at == 0 {
            return Chosen::Close;
        }
        self.commands()
            .get(self.at)
            .map_or(Chosen::Stays, |c| Chosen::Run(c.cmd))
    }
}

/// A value that a chooser gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Region(Option<String>),
    Decision(Option<DecisionIs>),
    Stage(Option<Stage>),
    Sort(Sort),
    View(ViewPick),
    /// Papers of a meeting or event.
    Papers(Box<Brief>, PaperPick),
    /// A village, by its place in the register and its code; none where somebody looks at no village.
    Village(Option<(u32, Code)>),
    /// Beginning of the kinds of events.
    Kind(Option<String>),
    /// Days back.
    Span(Option<u64>),
    /// An act for all marked villages.
    ForMany(Cmd),
    /// Another form.
    Form(Cmd),
    /// Somebody is struck off a list of attendance, and why.
    Strike(Uuid, String),
}

#[derive(Clone, Debug)]
pub struct Item {
    /// The key that picks it at once.
    pub key: Option<char>,
    pub label: String,
    pub picked: Picked,
}

/// The text over a chooser.
pub type Title = fn(&Screens) -> &'static str;

/// Choosing one of a few.
#[derive(Debug)]
pub struct Pick {
    pub title: Title,
    pub items: Vec<Item>,
    pub at: usize,
}

impl Pick {
    /// With the cursor on what stands now.
    #[must_use]
    pub fn new(title: Title, items: Vec<Item>, now: &Picked) -> Self {
        let at = items.iter().position(|i| i.picked == *now).unwrap_or(0);
        Self { title, items, at }
    }

    pub fn key(&mut self, key: Key, moves: Option<Cmd>) -> Option<Option<Picked>> {
        let last = self.items.len().saturating_sub(1);
        if let Some(c) = key.typed()
            && let Some(item) = self.items.iter().find(|i| i.key == Some(c))
        {
            return Some(Some(item.picked.clone()));
        }
        match (key.code(), moves) {
            (KeyCode::Enter, _) => return Some(self.items.get(self.at).map(|i| i.picked.clone())),
            (_, Some(Cmd::Down)) => self.at = (self.at + 1).min(last),
            (_, Some(Cmd::Up)) => self.at = self.at.saturating_sub(1),
            (_, Some(Cmd::PageDown)) => self.at = (self.at + 10).min(last),
            (_, Some(Cmd::PageUp)) => self.at = self.at.saturating_sub(10),
            (_, Some(Cmd::First)) => self.at = 0,
            (_, Some(Cmd::Last)) => self.at = last,
            (_, Some(Cmd::Back | Cmd::Quit)) => return Some(None),
            _ => {}
        }
        None
    }
}

/// The question before an undo or redo: what it is about is named, then done.
#[derive(Debug)]
pub struct Confirm {
    pub redo: bool,
    pub batch: Batch,
    /// What it would change; empty where nothing that lists show.
    pub changes: Vec<Change>,
    /// The batch of the undo itself, made when the question opens.
    pub fresh: Uuid,
}

#[cfg(test)]
mod tests;
