//! What a food licence's number says: a hint and a warning, never a refusal.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::event::EvidenceClaimed;
use crate::domain::list::Place;
use crate::domain::pirt::{self, Doubt, Packaging, Pirt};
use crate::strings::Strings;

/// The item of the gates whose number is a P-IRT number, unless it is one of the food agency's.
const LICENCE: &str = "izin-edar";

/// A number with what it says and what to look at again.
struct Hint<'a> {
    number: &'a str,
    says: Option<Pirt>,
    doubts: Vec<Doubt>,
}

fn hint<'a>(place: &Place, claim: &'a EvidenceClaimed, day: NaiveDate) -> Option<Hint<'a>> {
    let number = claim.number.trim();
    // BPOM's own numbers (MD at home, ML from abroad) are built otherwise.
    let bpom = ["MD", "ML"].map(|mark| number.to_uppercase().contains(mark));
    if claim.item != LICENCE || number.is_empty() || bpom.contains(&true) {
        return None;
    }
    Some(Hint {
        number,
        says: pirt::read(number),
        doubts: pirt::doubts(number, place.code.regency(), claim.expires, day),
    })
}

/// What a claim's number says and may be doubted for; nothing when it is no P-IRT number.
#[must_use]
pub fn lines(place: &Place, claim: &EvidenceClaimed, s: &Strings, day: NaiveDate) -> Vec<String> {
    let (w, p) = (&s.cli.gates, &s.programme);
    let Some(hint) = hint(place, claim, day) else {
        return Vec::new();
    };
    let says = hint.says.map(|says| p.licence(&says));
    let doubts = hint.doubts.into_iter().map(|d| p.doubt(d));
    std::iter::once(w.number_head(hint.number))
        .chain(
            says.into_iter()
                .chain(doubts)
                .map(|line| format!("  - {line}")),
        )
        .collect()
}

#[derive(Debug, Serialize)]
pub struct LicenceJson<'a> {
    number: &'a str,
    packaging: Option<Packaging>,
    food: Option<u8>,
    region: Option<String>,
    year: Option<i32>,
    doubts: Vec<&'static str>,
}

/// The same for machines; `None` when it is no P-IRT number.
#[must_use]
pub fn json<'a>(
    place: &Place,
    claim: &'a EvidenceClaimed,
    day: NaiveDate,
) -> Option<LicenceJson<'a>> {
    let hint = hint(place, claim, day)?;
    let says = hint.says;
    Some(LicenceJson {
        number: hint.number,
        packaging: says.as_ref().and_then(|s| s.packaging),
        food: says.as_ref().map(|s| s.food),
        year: says.as_ref().map(|s| s.year),
        region: says.map(|s| s.region),
        doubts: hint.doubts.iter().map(doubt).collect(),
    })
}

fn doubt(d: &Doubt) -> &'static str {
    match d {
        Doubt::Length { .. } => "length",
        Doubt::Packaging => "packaging",
        Doubt::Region => "region",
        Doubt::Regency => "regency",
        Doubt::Ended { .. } => "ended",
        Doubt::OtherYear { .. } => "other-year",
    }
}
