//! The board: villages in columns, those without a product and the four stages.

use super::msg::{Ask, Effect, ListId};
use super::window::Window;
use crate::domain::list::{DecisionIs, Filter, Sort};
use crate::domain::stage::Stage;

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
    #[must_use]
    pub fn current(&self) -> &Window {
        &self.columns[self.at]
    }

    pub fn current_mut(&mut self) -> &mut Window {
        &mut self.columns[self.at]
    }

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

    /// What each column holds.
    #[must_use]
    pub fn filters(&self) -> Vec<Filter> {
        self.columns.iter().map(|c| c.filter.clone()).collect()
    }

    pub fn take_stuck(&mut self, stuck: [u32; 5]) {
        self.stuck = stuck;
    }

    /// Goes to the column beside; false at the edge.
    pub fn turn(&mut self, right: bool) -> bool {
        let to = if right {
            self.at + 1
        } else {
            self.at.wrapping_sub(1)
        };
        if to >= self.columns.len() {
            return false;
        }
        self.at = to;
        true
    }

    #[must_use]
    pub fn region(&self) -> Option<&String> {
        self.columns[0].filter.region.as_ref()
    }

    pub fn set_region(&mut self, region: Option<&String>) {
        for column in &mut self.columns {
            column.filter.region = region.cloned();
        }
    }

    /// Reads every column anew, cursors where they are.
    pub fn refresh(&mut self, height: usize) -> Vec<Effect> {
        let region = self.region().cloned();
        self.columns
            .iter_mut()
            .map(|c| c.refresh(height))
            .chain([Effect::Ask(Ask::Stuck { region })])
            .collect()
    }
}
