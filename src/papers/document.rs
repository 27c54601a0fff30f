//! A paper before it has a form: what stands on it, in order. The renderers give it one.

use crate::config::Sheet;

/// One paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub sheet: Sheet,
    /// Printed on its side, for wide tables.
    pub landscape: bool,
    /// What every page must say: that the data are made up, or as of which day they are.
    pub marks: Vec<String>,
    pub head: Head,
    /// In capitals on paper; each is a line of its own.
    pub title: Vec<String>,
    /// The line under the title: `Nomor : 04/BA-OVOP/XI/2025`, or what the paper is about.
    pub subtitle: Vec<String>,
    pub blocks: Vec<Block>,
}

/// What stands above the title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Head {
    #[default]
    None,
    /// The office's name and address, closed by a double rule.
    Letterhead(Vec<String>),
    /// Room for a letterhead that is on the paper already (*kop kosong*), in lines.
    Room(usize),
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    /// Name and value, as `Hari/tanggal : Kamis, 27 November 2025`.
    Pairs(Vec<(String, String)>),
    /// Numbered from 1.
    Numbered(Vec<String>),
    Bullets(Vec<String>),
    /// Boxes to be ticked by pen, each with dotted lines below it to write on.
    Checklist {
        items: Vec<String>,
        lines: usize,
    },
    /// Dotted lines to write on.
    Dotted(usize),
    Table(Table),
    Signatures(Box<Signatures>),
    PageBreak,
}

/// A table under column titles and the row of column numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// A line between all rows: for tables that are filled in by pen.
    pub ruled: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    pub align: Align,
    /// At least so many characters wide, where something is written into it by pen.
    pub least: usize,
    /// Says something of a person that does not belong into a message to a group.
    pub personal: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Right,
    Centre,
    /// Odd rows on the left, even rows from the middle: signatures that need room.
    Staggered,
}

/// A row: its cells, one for each column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub cells: Vec<String>,
    /// A sum (JUMLAH, TOTAL): printed bold, and never alone at the top of a page.
    pub total: bool,
}

/// The signatures at the foot: the higher office on the left, the maker on the right, in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signatures {
    /// Place and day, above the maker: `Atambua, 27 November 2025`.
    pub place_and_day: String,
    pub left: Option<Signature>,
    pub right: Signature,
    /// Others who sign below, each with what he stands for: *wakil peserta*.
    pub others: Vec<(String, String)>,
    pub others_head: String,
}

/// One who signs. What is not known is left to the pen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Above the position: `Mengetahui,`.
    pub over: String,
    pub position: String,
    pub name: String,
    /// Rank of a civil servant (*pangkat*).
    pub rank: String,
    pub nip: String,
    /// Whether a line for the NIP stands there though none is known.
    pub civil_servant: bool,
}

impl Table {
    /// Somebody signs in it by pen, which needs room.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.columns.iter().any(|c| c.align == Align::Staggered)
    }
}

impl Signatures {
    /// The lines of the others who sign, without their numbers: `.......... (kepala desa) ..........`.
    #[must_use]
    pub fn other_lines(&self) -> Vec<String> {
        let line = |(name, stands_for): &(String, String)| {
            let name = if name.is_empty() {
                ".".repeat(24)
            } else {
                name.clone()
            };
            format!("{name} ({stands_for}) ....................")
        };
        self.others.iter().map(line).collect()
    }
}

impl Column {
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    #[must_use]
    pub fn least(self, least: usize) -> Self {
        Self { least, ..self }
    }

    #[must_use]
    pub fn personal(self) -> Self {
        Self {
            personal: true,
            ..self
        }
    }
}

impl Row {
    #[must_use]
    pub fn new(cells: Vec<String>) -> Self {
        Self {
            cells,
            total: false,
        }
    }

    #[must_use]
    pub fn total(cells: Vec<String>) -> Self {
        Self { cells, total: true }
    }
}

impl Signature {
    /// The line on which the name stands, or is to be written.
    #[must_use]
    pub fn name_line(&self) -> String {
        if self.name.is_empty() {
            ".".repeat(28)
        } else {
            self.name.clone()
        }
    }

    /// The lines under the name.
    #[must_use]
    pub fn below(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.rank.is_empty() {
            lines.push(self.rank.clone());
        }
        if !self.nip.is_empty() || self.civil_servant {
            lines.push(format!("NIP {}", self.nip).trim_end().to_owned());
        }
        lines
    }

    /// The lines above the name: over, and the position, a line for each of its parts.
    #[must_use]
    pub fn above(&self) -> Vec<String> {
        [&self.over, &self.position]
            .into_iter()
            .filter(|line| !line.is_empty())
            .cloned()
            .collect()
    }
}
