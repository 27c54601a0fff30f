//! Which papers a meeting or event has, what their files are called, and how they are made from the record: for the
//! command and for the screens the same.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{FixedOffset, NaiveDate};
use uuid::Uuid;

use super::document::Document;
use super::gather::{self, Gathered};
use super::meeting::{self, Before, Meeting};
use super::office::Office;
use crate::domain::occasion::{Brief, Number, Occasion, Phase};
use crate::store::{Error, Store};

/// A paper of one meeting or event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// *Berita acara*.
    Minutes,
    /// *Notula*.
    Record,
    /// Who was there.
    Attendance,
    /// A list to sign on, with a row for each expected village.
    Blank,
    /// *Matriks RTL*.
    FollowUp,
    Agenda,
    /// *Laporan kegiatan*.
    Report,
}

/// Rows for those who were not expected, on a list to sign on.
const MORE_ROWS: u32 = 5;
/// Characters of a title that stand in the name of a file.
const LONGEST_TITLE: usize = 24;

impl Paper {
    pub const ALL: [Self; 7] = [
        Self::Minutes,
        Self::Record,
        Self::Attendance,
        Self::Blank,
        Self::FollowUp,
        Self::Agenda,
        Self::Report,
    ];

    /// What the command takes after `ovop paper`, in English and in Indonesian.
    #[must_use]
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Self::Minutes => ["minutes", "ba"],
            Self::Record => ["notes", "notula"],
            Self::Attendance | Self::Blank => ["attendance", "daftar-hadir"],
            Self::FollowUp => ["follow-up", "matriks-rtl"],
            Self::Agenda => ["agenda", "agenda"],
            Self::Report => ["report", "laporan"],
        }
    }

    /// The papers that are of use so far, the next one first.
    #[must_use]
    pub fn of(is_meeting: bool, phase: Phase) -> &'static [Self] {
        match (is_meeting, phase) {
            (true, Phase::Planned) | (false, Phase::Planned | Phase::Frozen) => &[Self::Blank],
            (true, Phase::Frozen) => &[Self::Agenda, Self::Blank],
            (true, Phase::Open | Phase::Closed | Phase::Final) => &[
                Self::Minutes,
                Self::Record,
                Self::Attendance,
                Self::FollowUp,
                Self::Agenda,
                Self::Blank,
            ],
            (true, Phase::Cancelled) => &[Self::Agenda],
            (false, Phase::Open) => &[Self::Blank, Self::Attendance, Self::Report],
            (false, Phase::Closed | Phase::Final) => &[Self::Attendance, Self::Report, Self::Blank],
            (false, Phase::Cancelled) => &[],
        }
    }

    /// Those of them that belong together: what goes to the hall before it begins, what is signed after its end.
    #[must_use]
    pub fn set(is_meeting: bool, phase: Phase) -> &'static [Self] {
        match (is_meeting, phase) {
            (true, Phase::Frozen) => &[Self::Agenda, Self::Blank],
            (true, Phase::Open | Phase::Closed | Phase::Final) => &[
                Self::Minutes,
                Self::Record,
                Self::Attendance,
                Self::FollowUp,
            ],
            (false, Phase::Closed | Phase::Final) => &[Self::Attendance, Self::Report],
            _ => &[],
        }
    }

    /// The paper says that it is a draft: until the minutes are final, of the attendance until the end.
    #[must_use]
    pub fn is_draft(self, phase: Phase) -> bool {
        match self {
            Self::Minutes | Self::Record | Self::Report => phase < Phase::Final,
            Self::Attendance => phase < Phase::Closed,
            Self::Blank | Self::FollowUp | Self::Agenda => false,
        }
    }

    /// The name of its file without the ending: what it is, and the meeting's number (`berita-acara-03-2026`), or the
    /// title and the day where there is none. In Indonesian as the paper itself.
    #[must_use]
    pub fn file(self, number: Option<Number>, day: NaiveDate, title: &str) -> String {
        let paper = match self {
            Self::Minutes => "berita-acara",
            Self::Record => "notula",
            Self::Attendance => "daftar-hadir",
            Self::Blank => "daftar-hadir-kosong",
            Self::FollowUp => "matriks-rtl",
            Self::Agenda => "agenda",
            Self::Report => "laporan-kegiatan",
        };
        match (number, plain(title)) {
            (Some(Number { year, n }), _) => format!("{paper}-{n:02}-{year}"),
            (None, title) if title.is_empty() => format!("{paper}-{day}"),
            (None, title) => format!("{paper}-{title}-{day}"),
        }
    }
}

/// A title as part of a file's name: small letters, digits and hyphens, so that no title leads elsewhere and every system
/// takes the name; cut at a word.
fn plain(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric());
    let mut name = String::new();
    for word in words.filter(|w| !w.is_empty()) {
        let longer = name.len() + word.len() + usize::from(!name.is_empty());
        if longer > LONGEST_TITLE {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word.to_ascii_lowercase());
    }
    name
}

/// How a command names an occasion: by its number, else by the beginning of its id.
#[must_use]
pub fn called(brief: &Brief) -> String {
    match brief.number {
        Some(number) => number.to_string(),
        // 12 digits are the millisecond in which it was planned.
        None => brief.id.simple().to_string().chars().take(12).collect(),
    }
}

/// A paper that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub paper: Paper,
    /// The meeting or event.
    pub id: Uuid,
    /// The list of attendance with telephone numbers.
    pub phones: bool,
    /// Rows for those who were not expected.
    pub rows: Option<u32>,
}

impl Asked {
    #[must_use]
    pub fn new(paper: Paper, id: Uuid) -> Self {
        Self {
            paper,
            id,
            phones: false,
            rows: None,
        }
    }

    /// Makes the paper from the record, or from a past day of it when that is what `store` shows (`is_past`). None: there
    /// is no such meeting or event.
    ///
    /// # Errors
    /// When the database fails.
    pub fn document(
        self,
        (store, is_past): (&Store, bool),
        office: &Office<'_>,
        zone: FixedOffset,
    ) -> Result<Option<Document>, Error> {
        let Some((occasion, gathered)) = self.gather((store, is_past), office.day)? else {
            return Ok(None);
        };
        let meeting = of(&occasion, &gathered, zone);
        Ok(Some(match self.paper {
            Paper::Minutes => meeting::minutes(office, &meeting),
            Paper::Record => meeting::record(office, &meeting),
            Paper::Agenda => meeting::agenda(office, &meeting),
            Paper::Report => meeting::report(office, &meeting),
            Paper::FollowUp => meeting::follow_up(office, &meeting),
            Paper::Blank => {
                let more = self.rows.unwrap_or(MORE_ROWS);
                meeting::blank(office, &meeting, more as usize)
            }
            Paper::Attendance if self.phones => {
                let contacts = store.contacts(self.id)?.into_iter();
                let phones: HashMap<Uuid, String> = contacts.map(|(id, c)| (id, c.phone)).collect();
                meeting::attendance(office, &meeting, Some(&phones))
            }
            Paper::Attendance => meeting::attendance(office, &meeting, None),
        }))
    }

    /// What the paper is made from, on a day.
    ///
    /// # Errors
    /// When the database fails.
    pub fn gather(
        self,
        (store, is_past): (&Store, bool),
        today: NaiveDate,
    ) -> Result<Option<(Arc<Occasion>, Gathered)>, Error> {
        let Some(held) = store.occasion(self.id)? else {
            return Ok(None);
        };
        let occasion = held.occasion;
        let day = match self.paper {
            // What became of the promises is told as of now; all else as it was at the meeting.
            Paper::FollowUp => today,
            _ => occasion.day().min(today),
        };
        // Minutes that are final tell what was known when they became so: a late entry does not change them.
        let known = occasion.finalised.filter(|_| self.paper != Paper::FollowUp);
        let past = if known.is_some() || (day < today && !is_past) {
            Some(store.past(day, known)?)
        } else {
            None
        };
        let then: &Store = match &past {
            Some(past) => past,
            None => store,
        };
        let promises = if known.is_some() { then } else { store };
        let gathered = gather::meeting(promises, then, &occasion, day)?;
        Ok(Some((occasion, gathered)))
    }
}

/// What the papers of an occasion are made from.
#[must_use]
pub fn of<'a>(occasion: &'a Occasion, gathered: &'a Gathered, zone: FixedOffset) -> Meeting<'a> {
    let before = &gathered.before;
    Meeting {
        occasion,
        region: &gathered.region,
        places: &gathered.places,
        villages: &gathered.villages,
        expected: &gathered.expected,
        before: before.last.as_ref().map(|last| Before {
            number: last.number,
            day: last.day,
            promises: before.promises.clone(),
        }),
        zone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHASES: [Phase; 6] = [
        Phase::Planned,
        Phase::Frozen,
        Phase::Open,
        Phase::Closed,
        Phase::Final,
        Phase::Cancelled,
    ];

    #[test]
    fn a_file_is_called_by_number_or_by_title_and_day() {
        let day = "2026-11-24".parse().unwrap();
        let third = Some(Number { year: 2026, n: 3 });
        assert_eq!(
            Paper::Minutes.file(third, day, "Rapat"),
            "berita-acara-03-2026"
        );
        assert_eq!(
            Paper::Report.file(None, day, "Sosialisasi OVOP: Desa Fatuba'a, 2026"),
            "laporan-kegiatan-sosialisasi-ovop-desa-2026-11-24"
        );
        // No title leads out of the folder, or is longer than a name may be.
        assert_eq!(
            Paper::Agenda.file(None, day, "../../etc/passwd"),
            "agenda-etc-passwd-2026-11-24"
        );
        assert_eq!(Paper::Agenda.file(None, day, "…/"), "agenda-2026-11-24");
        let long = Paper::Blank.file(None, day, &"musyawarah ".repeat(30));
        assert_eq!(long, "daftar-hadir-kosong-musyawarah-musyawarah-2026-11-24");
        assert_eq!(
            Paper::Agenda.file(None, day, &"x".repeat(300)),
            "agenda-2026-11-24"
        );
    }

    #[test]
    fn the_names_of_papers_stand_in_their_order() {
        let names = crate::papers::office::official().papers.names();
        for (name, paper) in names.iter().zip(Paper::ALL) {
            let file = paper.file(None, "2026-11-24".parse().unwrap(), "");
            let name = name.to_lowercase().replace(' ', "-");
            let begins = name.strip_suffix("-terisi").unwrap_or(&name);
            assert_eq!(file, format!("{begins}-2026-11-24"));
        }
    }

    #[test]
    fn what_belongs_together_is_among_what_is_offered() {
        for is_meeting in [true, false] {
            for phase in PHASES {
                let offered = Paper::of(is_meeting, phase);
                let set = Paper::set(is_meeting, phase);
                // The chooser calls them by their first numbers.
                assert!(offered.starts_with(set), "{phase:?}");
                assert_ne!(set.len(), 1, "one paper alone is no set");
            }
        }
        assert_eq!(Paper::of(true, Phase::Closed)[0], Paper::Minutes);
    }
}
