//! What a food licence's number says: a hint and a warning, never a refusal.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::context::Context;
use crate::domain::event::EvidenceClaimed;
use crate::domain::list::Place;
use crate::domain::pirt::{self, Doubt, Packaging, Pirt};

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
pub fn lines(ctx: &Context, place: &Place, claim: &EvidenceClaimed, day: NaiveDate) -> Vec<String> {
    let (w, p) = (&ctx.strings.cli.gates, &ctx.strings.programme);
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

/// The same for machines; null when it is no P-IRT number.
#[must_use]
pub fn as_json(place: &Place, claim: &EvidenceClaimed, day: NaiveDate) -> Value {
    hint(place, claim, day).map_or(Value::Null, |hint| {
        json!({
            "number": hint.number,
            "packaging": hint.says.as_ref().and_then(|s| s.packaging).map(packaging),
            "food": hint.says.as_ref().map(|s| s.food),
            "region": hint.says.as_ref().map(|s| s.region.clone()),
            "year": hint.says.as_ref().map(|s| s.year),
            "doubts": hint.doubts.iter().map(doubt).collect::<Vec<_>>(),
        })
    })
}

fn packaging(p: Packaging) -> &'static str {
    match p {
        Packaging::Glass => "glass",
        Packaging::Plastic => "plastic",
        Packaging::Paper => "paper",
        Packaging::Can => "can",
        Packaging::Foil => "foil",
        Packaging::Other => "other",
        Packaging::Composite => "composite",
        Packaging::Multiple => "multiple",
    }
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
