//! The board screen: villages in columns, those without a product and the four stages.

use super::Screen;
use crate::domain::list::{DecisionIs, Filter, Sort};
use crate::domain::stage::Stage;
use crate::tui::app::command::{Cmd, Reason};
use crate::tui::app::layout::Pane;
use crate::tui::app::message::Subject;
use crate::tui::app::msg::{Ask, Effect, ListId};
use crate::tui::app::shared::{Next, Shared};
use crate::tui::app::window::Window;

/// Narrowest column that still tells a village from its twin: mark, flag, name, age.
const NARROWEST: u16 = 26;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// K0 and K1.
    NoProduct,
    At(Stage),
}

impl Column {
    pub const ALL: [Self; 5] = [
        Self::NoProduct,
        Self::At(Stage::Potential),
        Self::At(Stage::Processed),
        Self::At(Stage::Packaged),
        Self::At(Stage::Marketed),
    ];

    fn filter(self, region: Option<String>) -> Filter {
        Filter {
            region,
            decision: (self == Self::NoProduct).then_some(DecisionIs::WithoutProduct),
            stage: match self {
                Self::NoProduct => None,
                Self::At(stage) => Some(stage),
            },
            reason: None,
            query: None,
        }
    }
}

/// The columns and the place among them.
#[derive(Debug)]
pub struct Board {
    columns: [Window; 5],
    at: usize,
    /// Villages that have stood too long, by column.
    stuck: [u32; 5],
}

/// A column as it is seen.
pub struct Seen<'a> {
    /// Keys go to it.
    pub current: bool,
    pub column: Column,
    pub stuck: u32,
    pub window: &'a Window,
}

impl Default for Board {
    fn default() -> Self {
        let window = |i: usize| {
            // Those that have waited longest stand first.
            Window::new(ListId::Board(i), Column::ALL[i].filter(None), Sort::Age)
        };
        Self {
            columns: [window(0), window(1), window(2), window(3), window(4)],
            at: 0,
            stuck: [0; 5],
        }
    }
}

impl Board {
    /// The list of a column, by its number.
    pub fn column_mut(&mut self, i: usize) -> Option<&mut Window> {
        self.columns.get_mut(i)
    }

    /// The columns that fit.
    pub fn seen(&self, width: u16) -> impl Iterator<Item = Seen<'_>> {
        let n = usize::from((width + 1) / (NARROWEST + 1)).clamp(1, self.columns.len());
        let first = (self.at + 1).saturating_sub(n);
        self.columns
            .iter()
            .enumerate()
            .skip(first)
            .take(n)
            .map(|(i, window)| Seen {
                current: i == self.at,
                column: Column::ALL[i],
                stuck: self.stuck[i],
                window,
            })
    }

    /// Takes how many villages of each column have stood too long.
    pub fn take_stuck(&mut self, stuck: [u32; 5]) {
        self.stuck = stuck;
    }

    #[must_use]
    pub fn region(&self) -> Option<&String> {
        self.columns[0].filter.region.as_ref()
    }
}

impl Screen for Board {
    fn list(&self) -> Option<&Window> {
        Some(&self.columns[self.at])
    }

    fn list_mut(&mut self) -> Option<&mut Window> {
        Some(&mut self.columns[self.at])
    }

    fn first_pane(&self) -> Pane {
        Pane::List
    }

    fn refresh(&mut self, cx: &mut Shared) -> Vec<Effect> {
        let (height, region) = (self.lines(cx), self.region().cloned());
        self.columns
            .iter_mut()
            .map(|c| c.refresh(height))
            .chain([Effect::Ask(Ask::Stuck { region })])
            .collect()
    }

    fn step(&mut self, by: isize, cx: &mut Shared) -> Vec<Effect> {
        let height = self.lines(cx);
        self.columns[self.at].step(by, height).into_iter().collect()
    }

    /// Goes to the column beside.
    fn turn(&mut self, right: bool) -> bool {
        let last = self.columns.len() - 1;
        self.at = self
            .at
            .saturating_add_signed(if right { 1 } else { -1 })
            .min(last);
        true
    }

    /// A village opens on the first screen.
    fn open(&mut self, cx: &mut Shared) -> Vec<Effect> {
        if let Some(row) = self.columns[self.at].current() {
            cx.next
                .push(Next::Village(row.place.ord, row.place.code.clone()));
        }
        Vec::new()
    }

    fn is_filtered(&self) -> bool {
        self.region().is_some()
    }

    fn clear_filters(&mut self) {
        for column in &mut self.columns {
            column.filter.region = None;
        }
    }

    fn set_region(&mut self, region: Option<String>, _cx: &mut Shared) {
        for column in &mut self.columns {
            column.filter.region.clone_from(&region);
        }
    }

    fn subject(&self, cx: &Shared) -> Option<Subject> {
        let columns = self.columns.iter().map(|c| c.filter.clone()).collect();
        Some(Subject::Board(columns, cx.region_words(self.region())))
    }

    fn enabled(&self, cmd: Cmd, _cx: &Shared) -> Option<Result<(), Reason>> {
        match cmd {
            Cmd::Left | Cmd::Right | Cmd::Message => Some(Ok(())),
            _ => None,
        }
    }
}
