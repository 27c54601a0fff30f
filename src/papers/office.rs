//! What all papers of an office share: sheet, letterhead, place, who signs.

use chrono::NaiveDate;

use super::document::{Block, Document, Head, Signature, Signatures};
use crate::config::{Papers, Sheet, Signer};
use crate::domain::occasion::name_key;
use crate::domain::past::Seen;
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

/// What every page of a paper must say: that it is made up, or which past day it tells of.
#[must_use]
pub fn marks(s: &Strings, training: bool, seen: Option<Seen>) -> Vec<String> {
    let made_up = training.then(|| s.cli.demo.mark.to_owned());
    let past = seen.map(|seen| {
        let day = s.facts.day(seen.day);
        s.cli.papers.as_of(&day, seen.known_then)
    });
    made_up.into_iter().chain(past).collect()
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
        self.signatures_of(self.printed)
    }

    /// As [`Self::signatures`], of a day of its own.
    #[must_use]
    pub fn signatures_of(&self, day: NaiveDate) -> Block {
        Block::Signatures(Box::new(Signatures {
            place_and_day: self.place_and(day),
            left: Some(self.acknowledged("MENGETAHUI,")),
            right: self.maker("Yang membuat,"),
            ..Signatures::default()
        }))
    }

    /// `Atambua, 27 November 2025`; dots where no place is set.
    #[must_use]
    pub fn place_and(&self, day: NaiveDate) -> String {
        let place = match self.papers.place.as_deref() {
            None | Some("") => "....................",
            Some(place) => place,
        };
        format!("{place}, {}", official().facts.day(day))
    }

    /// The higher office, to be signed by it.
    #[must_use]
    pub fn acknowledged(&self, over: &str) -> Signature {
        let unknown = Signer::default();
        let higher = self.papers.acknowledged.as_ref().unwrap_or(&unknown);
        signature(higher, over, "....................,")
    }

    /// Who makes papers here; `position` where none is set.
    #[must_use]
    pub fn maker(&self, position: &str) -> Signature {
        let unknown = Signer::default();
        signature(
            self.papers.signer.as_ref().unwrap_or(&unknown),
            "",
            position,
        )
    }

    /// Somebody by name, with rank and NIP where the settings know them.
    #[must_use]
    pub fn person(&self, name: &str, position: &str) -> Signature {
        let known = [&self.papers.signer, &self.papers.acknowledged];
        let of_settings = known
            .into_iter()
            .flatten()
            .find(|s| !name.is_empty() && name_key(&s.name) == name_key(name));
        Signature {
            position: position.to_owned(),
            name: name.to_owned(),
            rank: of_settings.map_or_else(String::new, |s| s.rank.clone()),
            nip: of_settings.map_or_else(String::new, |s| s.nip.clone()),
            // Whoever he is: the line is there, and is left empty by those who have none.
            civil_servant: true,
            ..Signature::default()
        }
    }
}

fn signature(signer: &Signer, over: &str, position: &str) -> Signature {
    Signature {
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
    }
}
