//! The settings of papers: letterhead, place, who signs, the sheet.

mod number;

pub use number::{NumberScheme, Part};

use super::file::{Entry, File, in_file_order};
use super::{Error, Fault, Shape};

/// The sheet a paper is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    #[default]
    A4,
    /// Folio as Indonesian offices buy it: 21,5 x 33 cm.
    F4,
}

impl Sheet {
    /// The words that settings and `--size` take.
    pub const WORDS: [&'static str; 2] = ["a4", "f4"];

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "a4" => Some(Self::A4),
            "f4" => Some(Self::F4),
            _ => None,
        }
    }

    /// Width and height in millimetres, upright.
    #[must_use]
    pub fn millimetres(self) -> (u32, u32) {
        match self {
            Self::A4 => (210, 297),
            Self::F4 => (215, 330),
        }
    }
}

/// One who signs papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    pub position: String,
    pub name: String,
    pub rank: String,
    pub nip: String,
}

/// What a layer says of papers; what is absent is left to the layer below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    /// Lines of the letterhead.
    pub letterhead: Option<Vec<String>>,
    /// Room for a printed letterhead, in lines, where no letterhead is set.
    pub blank_lines: Option<u8>,
    /// Where papers are signed.
    pub place: Option<String>,
    pub size: Option<Sheet>,
    /// The higher office, on the left.
    pub acknowledged: Option<Signer>,
    /// Who makes the paper, on the right.
    pub signer: Option<Signer>,
    /// How meetings are numbered.
    pub number: Option<NumberScheme>,
}

impl Papers {
    /// Lays a higher layer on top.
    pub fn put(&mut self, higher: Self) {
        fn over<T>(low: &mut Option<T>, high: Option<T>) {
            if high.is_some() {
                *low = high;
            }
        }
        over(&mut self.letterhead, higher.letterhead);
        over(&mut self.blank_lines, higher.blank_lines);
        over(&mut self.place, higher.place);
        over(&mut self.size, higher.size);
        over(&mut self.acknowledged, higher.acknowledged);
        over(&mut self.signer, higher.signer);
        over(&mut self.number, higher.number);
    }
}

/// The most lines that are left for a printed letterhead.
const MOST_BLANK: i64 = 20;

/// Reads the table `[papers]`.
pub(super) fn read(entry: &Entry<'_>) -> Result<Papers, Error> {
    let mut papers = Papers::default();
    each(entry, |entry| {
        match entry.key {
            "letterhead" => papers.letterhead = Some(entry.texts()?),
            "blank_lines" => papers.blank_lines = Some(blank_lines(entry)?),
            "place" => papers.place = Some(entry.text()?.to_owned()),
            "size" => papers.size = Some(entry.one_of(&Sheet::WORDS, Sheet::parse)?),
            "acknowledged" => papers.acknowledged = Some(signer(entry)?),
            "signer" => papers.signer = Some(signer(entry)?),
            "number" => {
                let scheme = NumberScheme::parse(entry.text()?);
                papers.number = Some(scheme.ok_or_else(|| entry.shape(Shape::Number))?);
            }
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok(papers)
}

fn signer(entry: &Entry<'_>) -> Result<Signer, Error> {
    let mut signer = Signer::default();
    each(entry, |entry| {
        let field = match entry.key {
            "position" => &mut signer.position,
            "name" => &mut signer.name,
            "rank" => &mut signer.rank,
            "nip" => &mut signer.nip,
            _ => return Ok(false),
        };
        entry.text()?.clone_into(field);
        Ok(true)
    })?;
    Ok(signer)
}

fn blank_lines(entry: &Entry<'_>) -> Result<u8, Error> {
    let value = entry.value.get_ref().as_integer();
    value
        .and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok())
        .filter(|n| (0..=MOST_BLANK).contains(n))
        .and_then(|n| u8::try_from(n).ok())
        .ok_or_else(|| entry.shape(Shape::Lines))
}

/// Hands each pair of a table over; an unknown key is named with its table.
fn each(
    entry: &Entry<'_>,
    mut take: impl FnMut(&Entry<'_>) -> Result<bool, Error>,
) -> Result<(), Error> {
    let file: &File<'_> = entry.file;
    let table = entry
        .value
        .get_ref()
        .as_table()
        .ok_or_else(|| entry.shape(Shape::Table))?;
    for (key, value) in in_file_order(table) {
        let inner = Entry {
            file,
            key: key.get_ref(),
            value,
        };
        if !take(&inner)? {
            let fault = Fault::UnknownKey {
                key: format!("{}.{}", entry.key, inner.key),
            };
            return Err(file.error(&key.span(), fault));
        }
    }
    Ok(())
}
