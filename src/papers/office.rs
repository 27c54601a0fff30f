//! What all papers of an office share: sheet, letterhead, place, who signs.

use chrono::NaiveDate;

use super::document::{Block, Document, Head, Signature, Signatures};
use crate::config::{Papers, Sheet, Signer};
use crate::strings::{Lang, Strings};

/// The office that makes a paper, and when.
pub struct Office<'a> {
    pub papers: &'a Papers,
    pub sheet: Sheet,
    /// The day on which the paper is made.
    pub printed: NaiveDate,
    /// The day that the paper tells of.
    pub day: NaiveDate,
    /// For a message to a group: nothing of persons.
    pub public: bool,
    /// What every page must say.
    pub marks: Vec<String>,
}

/// Official papers are in Indonesian, whatever language the screens speak.
#[must_use]
pub fn official() -> &'static Strings {
    Strings::of(Lang::Id)
}

impl Office<'_> {
    /// A paper with letterhead.
    #[must_use]
    pub fn official(&self, title: &str, subtitle: Vec<String>, landscape: bool) -> Document {
        let head = match (&self.papers.letterhead, self.papers.blank_lines) {
            (Some(lines), _) if !lines.is_empty() => Head::Letterhead(lines.clone()),
            (_, Some(n)) if n > 0 => Head::Room(usize::from(n)),
            _ => Head::None,
        };
        Document {
            head,
            landscape,
            subtitle,
            ..self.plain(title)
        }
    }

    /// A paper to carry along: no letterhead.
    #[must_use]
    pub fn plain(&self, title: &str) -> Document {
        Document {
            sheet: self.sheet,
            marks: self.marks.clone(),
            title: vec![title.to_owned()],
            ..Document::default()
        }
    }

    /// The line that says as of which day the numbers are.
    #[must_use]
    pub fn as_of(&self) -> String {
        format!("Keadaan per {}", official().facts.day(self.day))
    }

    /// Place, day and signatures: the higher office on the left, the maker on the right.
    #[must_use]
    pub fn signatures(&self) -> Block {
        let place = match self.papers.place.as_deref() {
            None | Some("") => "....................",
            Some(place) => place,
        };
        let of = |signer: &Signer, over: &str, position: &str| Signature {
            over: over.to_owned(),
            position: if signer.position.is_empty() {
                position.to_owned()
            } else {
                format!("{},", signer.position)
            },
            name: signer.name.clone(),
            rank: signer.rank.clone(),
            nip: signer.nip.clone(),
            civil_servant: signer.name.is_empty(),
        };
        let unknown = Signer::default();
        let maker = self.papers.signer.as_ref().unwrap_or(&unknown);
        let higher = self.papers.acknowledged.as_ref().unwrap_or(&unknown);
        Block::Signatures(Box::new(Signatures {
            place_and_day: format!("{place}, {}", official().facts.day(self.printed)),
            left: Some(of(higher, "MENGETAHUI,", "....................,")),
            right: of(maker, "", "Yang membuat,"),
            ..Signatures::default()
        }))
    }
}
