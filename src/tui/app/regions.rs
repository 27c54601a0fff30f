//! The pane of regions: everything, the regencies, their kecamatan, each with its numbers.

use crate::domain::list::{Region, Tally};

/// The tree of regions and the place in it.
#[derive(Debug, Default)]
pub struct Regions {
    total: Tally,
    groups: Vec<(Region, Vec<Region>)>,
    cursor: usize,
    top: usize,
    pub loaded: bool,
}

/// One line of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    All(&'a Tally),
    Regency(&'a Region),
    Kecamatan(&'a Region),
}

impl Line<'_> {
    /// The code to filter by; none for everything.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::All(_) => None,
            Self::Regency(r) | Self::Kecamatan(r) => Some(&r.code),
        }
    }

    #[must_use]
    pub fn tally(&self) -> &Tally {
        match self {
            Self::All(t) => t,
            Self::Regency(r) | Self::Kecamatan(r) => &r.tally,
        }
    }
}

impl Regions {
    /// The lines, in their order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        std::iter::once(Line::All(&self.total)).chain(self.groups.iter().flat_map(
            |(regency, kecamatan)| {
                std::iter::once(Line::Regency(regency)).chain(kecamatan.iter().map(Line::Kecamatan))
            },
        ))
    }

    #[must_use]
    pub fn total(&self) -> &Tally {
        &self.total
    }

    /// The visible lines, with whether each is under the cursor.
    pub fn visible(&self) -> impl Iterator<Item = (bool, Line<'_>)> {
        let cursor = self.cursor;
        self.lines()
            .enumerate()
            .skip(self.top)
            .map(move |(i, line)| (i == cursor, line))
    }

    /// The region under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<String> {
        self.lines()
            .nth(self.cursor)
            .and_then(|l| l.code().map(str::to_owned))
    }

    /// All regencies and kecamatan that are held.
    pub fn all(&self) -> impl Iterator<Item = &Region> {
        self.groups
            .iter()
            .flat_map(|(regency, kecamatan)| std::iter::once(regency).chain(kecamatan))
    }

    /// The name and numbers of a region.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Region> {
        self.all().find(|r| r.code == code)
    }

    /// A regency under the cursor whose kecamatan are not there yet.
    #[must_use]
    pub fn to_open(&self) -> Option<String> {
        let code = self.selected()?;
        self.groups
            .iter()
            .find(|(regency, kecamatan)| regency.code == code && kecamatan.is_empty())
            .map(|(regency, _)| regency.code.clone())
    }

    /// The regencies whose kecamatan are shown; `None` when all are.
    #[must_use]
    pub fn open(&self) -> Option<Vec<String>> {
        if !self.loaded || self.groups.iter().all(|(_, k)| !k.is_empty()) {
            return None;
        }
        Some(
            self.groups
                .iter()
                .filter(|(_, k)| !k.is_empty())
                .map(|(r, _)| r.code.clone())
                .collect(),
        )
    }

    /// Takes new numbers; the cursor stays on its region.
    pub fn take(&mut self, total: Tally, groups: Vec<(Region, Vec<Region>)>, height: usize) {
        let selected = self.selected();
        self.total = total;
        self.groups = groups;
        self.loaded = true;
        self.select(selected.as_deref(), height);
    }

    pub fn select(&mut self, code: Option<&str>, height: usize) {
        let at = self.lines().position(|l| l.code() == code);
        self.cursor = at.unwrap_or(0);
        self.reveal(height);
    }

    pub fn step(&mut self, by: isize, height: usize) {
        let last = self.lines().count() - 1;
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.reveal(height);
    }

    fn reveal(&mut self, height: usize) {
        let height = height.max(1);
        if self.cursor < self.top {
            self.top = (self.cursor + 1).saturating_sub(height.div_ceil(2));
        } else if self.cursor - self.top >= height {
            self.top = self.cursor - height / 2;
        }
    }
}
