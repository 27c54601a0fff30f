//! Reads from the store what papers need. The same reads stand behind the lists of the screens and commands.

use std::collections::{BTreeSet, HashMap};

use crate::domain::code::Code;
use crate::domain::follow::Office;
use crate::domain::list::{Filter, From, Place, Region, Row, Sort};
use crate::domain::occasion::Occasion;
use crate::domain::village::Village;
use crate::store::{Before, Error, Store};

/// All villages of a list, in its order, from one state of the database.
///
/// # Errors
/// When the database fails; the same for the other reads.
pub fn rows(store: &Store, filter: &Filter, sort: Sort) -> Result<Vec<Row>, Error> {
    // In one piece: a filter in words looks at each village that may fit once for every piece.
    Ok(store.page(filter, sort, From::Start, u32::MAX)?.rows)
}

/// The villages of a list that have an open promise, with what is true of them.
///
/// # Errors
/// As [`rows`].
pub fn promising(
    store: &Store,
    filter: &Filter,
    office: Option<Office>,
) -> Result<Vec<(Place, Village)>, Error> {
    let mut all = Vec::new();
    for row in rows(store, filter, Sort::Register)? {
        if row.summary.next_due.is_none() {
            continue;
        }
        let Some(card) = store.card(&row.place.code)? else {
            continue;
        };
        let promised = |v: &Village| {
            v.follow
                .actions
                .iter()
                .any(|a| a.is_open() && office.is_none_or(|o| a.planned.office == o))
        };
        if promised(&card.village) {
            all.push((row.place, card.village));
        }
    }
    Ok(all)
}

/// A regency with those of its kecamatan that were asked for, each with how many villages have stood too long in their stage.
pub struct Counted {
    pub regency: Region,
    /// All of its kecamatan are there.
    pub whole: bool,
    pub kecamatan: Vec<(Region, u32)>,
}

/// The numbers of the regencies, or of the one that is or holds `region`.
///
/// # Errors
/// As [`rows`].
pub fn counted(
    store: &Store,
    region: Option<&str>,
    day: chrono::NaiveDate,
) -> Result<Vec<Counted>, Error> {
    let stuck = |region: Region| {
        let by_column = store.stuck(Some(&region.code), day)?;
        // The first counts villages without a product; those stand in no stage.
        Ok((region, by_column[1..].iter().sum()))
    };
    let mut all = Vec::new();
    for regency in store.regencies()? {
        if region.is_some_and(|r| !r.starts_with(&regency.code)) {
            continue;
        }
        let kecamatan = store.kecamatan(&regency.code)?;
        let wanted = kecamatan
            .into_iter()
            .filter(|k| region.is_none_or(|r| r == regency.code || r == k.code));
        let kecamatan = wanted.map(stuck).collect::<Result<_, Error>>()?;
        all.push(Counted {
            whole: region.is_none_or(|r| r == regency.code),
            regency,
            kecamatan,
        });
    }
    Ok(all)
}

/// What the papers of one meeting or event are made from.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The villages that are expected, in the register's order.
    pub expected: Vec<Code>,
    /// The region that all of them lie in; empty where that is no one region.
    pub region: String,
    /// Those, the villages of the agenda and those of the guests.
    pub places: Vec<Place>,
    /// What is true of the villages of the agenda and of the promises.
    pub villages: HashMap<Code, Village>,
    pub before: Before,
}

/// Reads what the papers of one occasion need: its promises as of `day`, its villages as `then` has them.
///
/// # Errors
/// As [`rows`].
pub fn meeting(
    store: &Store,
    then: &Store,
    occasion: &Occasion,
    day: chrono::NaiveDate,
) -> Result<Gathered, Error> {
    let before = store.promises_before(occasion, day)?;
    let expected = store.expected(occasion)?;
    let told = before.promises.all.iter();
    let told = told.filter_map(|k| k.chain.village.as_ref());
    let wanted: BTreeSet<&Code> = occasion.villages().chain(told).collect();
    let guests = occasion.guests.iter();
    let guests = guests.filter_map(|g| g.guest.village.as_ref());
    let strangers = guests.filter(|code| !expected.iter().any(|p| p.code == **code));
    let all: BTreeSet<&Code> = wanted.iter().copied().chain(strangers).collect();
    let mut places = expected.clone();
    let mut villages = HashMap::new();
    for code in all {
        let Some(card) = then.card(code)? else {
            continue;
        };
        if !places.iter().any(|p| p.code == *code) {
            places.push(card.place);
        }
        if wanted.contains(code) {
            villages.insert(code.clone(), card.village);
        }
    }
    Ok(Gathered {
        region: region(&expected),
        expected: expected.into_iter().map(|p| p.code).collect(),
        places,
        villages,
        before,
    })
}

/// The region that all expected villages lie in: a kecamatan with its regency, or a regency.
fn region(expected: &[Place]) -> String {
    let Some(first) = expected.first() else {
        return String::new();
    };
    let same_regency = |p: &Place| p.regency == first.regency;
    let same = |p: &Place| p.code.kecamatan() == first.code.kecamatan();
    if expected.iter().all(same) {
        format!("Kecamatan {}, {}", first.kecamatan, first.regency)
    } else if expected.iter().all(same_regency) {
        first.regency.clone()
    } else {
        String::new()
    }
}
