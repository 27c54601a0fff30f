//! Who is there, counted.

use std::collections::BTreeSet;

use super::words::{Element, Sex};
use super::{Guest, Occasion, Present};
use crate::domain::code::Code;
use crate::domain::text::search_key;

/// Titles that stand before a name without being part of it.
const TITLES: [&str; 18] = [
    "drs", "dra", "dr", "ir", "prof", "h", "hj", "pdt", "rm", "rd", "sr", "br", "p", "bpk", "ibu",
    "bapak", "yth", "pater",
];

/// A name without its titles: what stands before the first comma, without abbreviations of titles at the front. Lists
/// are sorted by it.
#[must_use]
pub fn bare_name(name: &str) -> &str {
    let mut rest = name.split(',').next().unwrap_or(name).trim();
    while let Some((first, after)) = rest.split_once([' ', '.']) {
        let word = first.to_lowercase();
        let after = after.trim_start_matches(['.', ' ']);
        if after.is_empty() || !TITLES.contains(&word.as_str()) {
            break;
        }
        rest = after;
    }
    rest
}

/// The form in which names of persons are compared.
#[must_use]
pub fn name_key(name: &str) -> String {
    search_key(bare_name(name))
}

/// How many men and women.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub men: u32,
    pub women: u32,
}

impl Count {
    #[must_use]
    pub fn all(self) -> u32 {
        self.men + self.women
    }

    fn add(&mut self, sex: Sex) {
        match sex {
            Sex::Male => self.men += 1,
            Sex::Female => self.women += 1,
        }
    }
}

/// A kecamatan with those of its expected villages that are there and that are not, by code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KecamatanHere {
    pub code: String,
    pub present: Vec<Code>,
    pub absent: Vec<Code>,
}

/// Attendance in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    pub total: Count,
    /// In the order of [`Element::ALL`], those of which nobody came left out.
    pub elements: Vec<(Element, Count)>,
    /// In the order of the expected villages.
    pub kecamatan: Vec<KecamatanHere>,
    /// Villages that are there although they were not expected.
    pub others: Vec<Code>,
}

impl Attendance {
    /// Counts who is there, against the villages that are expected.
    #[must_use]
    pub fn of(occasion: &Occasion, expected: &[Code]) -> Self {
        let mut total = Count::default();
        let mut elements = vec![Count::default(); Element::ALL.len()];
        for present in &occasion.guests {
            total.add(present.guest.sex);
            elements[present.guest.element as usize].add(present.guest.sex);
        }
        let guests = occasion.guests.iter();
        let here: BTreeSet<&Code> = guests.filter_map(|g| g.guest.village.as_ref()).collect();
        let mut kecamatan: Vec<KecamatanHere> = Vec::new();
        for village in expected {
            let code = village.kecamatan();
            let at = match kecamatan.iter().position(|k| k.code == code) {
                Some(at) => at,
                None => {
                    kecamatan.push(KecamatanHere {
                        code: code.to_owned(),
                        present: Vec::new(),
                        absent: Vec::new(),
                    });
                    kecamatan.len() - 1
                }
            };
            let list = if here.contains(village) {
                &mut kecamatan[at].present
            } else {
                &mut kecamatan[at].absent
            };
            list.push(village.clone());
        }
        let expected: BTreeSet<&Code> = expected.iter().collect();
        let others = here.difference(&expected).map(|c| (*c).clone());
        Self {
            total,
            elements: Element::ALL
                .iter()
                .copied()
                .zip(elements)
                .filter(|(_, count)| count.all() > 0)
                .collect(),
            kecamatan,
            others: others.collect(),
        }
    }

    /// Expected villages that are there, of how many.
    #[must_use]
    pub fn villages(&self) -> (usize, usize) {
        let present = self.kecamatan.iter().map(|k| k.present.len()).sum();
        let absent: usize = self.kecamatan.iter().map(|k| k.absent.len()).sum();
        (present, present + absent)
    }
}

/// Why two entries may be one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Double {
    /// The same name of the same village or agency.
    SamePerson,
    /// The same name of another place.
    SameName,
    /// A second head or secretary of one village.
    SameOffice,
}

/// Somebody on the list who may be the one that is being entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here<'a> {
    pub present: &'a Present,
    pub why: Double,
}

fn same_place(a: &Guest, b: &Guest) -> bool {
    a.village == b.village && search_key(&a.agency) == search_key(&b.agency)
}

/// The entry of the same name and place, other than the one with this id.
pub(super) fn same_person<'a>(
    occasion: &'a Occasion,
    guest: &Guest,
    except: Option<uuid::Uuid>,
) -> Option<&'a Present> {
    let key = name_key(&guest.name);
    let mut guests = occasion.guests.iter().filter(|g| Some(g.id) != except);
    guests.find(|g| name_key(&g.guest.name) == key && same_place(&g.guest, guest))
}

impl Occasion {
    /// Who on the list may be the guest that is being entered, the surest first.
    #[must_use]
    pub fn doubles(&self, guest: &Guest) -> Vec<Here<'_>> {
        let key = name_key(&guest.name);
        let why = |present: &Present| {
            let other = &present.guest;
            let same_name = !key.is_empty() && name_key(&other.name) == key;
            if same_name && same_place(other, guest) {
                Some(Double::SamePerson)
            } else if same_name {
                Some(Double::SameName)
            } else if guest.element.is_single()
                && guest.element == other.element
                && guest.village.is_some()
                && guest.village == other.village
            {
                Some(Double::SameOffice)
            } else {
                None
            }
        };
        let guests = self.guests.iter();
        let mut found: Vec<Here<'_>> = guests
            .filter_map(|present| why(present).map(|why| Here { present, why }))
            .collect();
        found.sort_by_key(|here| here.why as u8);
        found
    }

    /// Who of a village is there, in the order in which they came.
    pub fn from_village(&self, village: &Code) -> impl Iterator<Item = &Present> {
        let guests = self.guests.iter();
        guests.filter(move |g| g.guest.village.as_ref() == Some(village))
    }
}
