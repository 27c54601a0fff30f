//! The number of a home-industry food licence (P-IRT), read as a hint.
//!
//! Form: at least 15 digits. Digit 1 the packaging, 2–3 the kind of food, 4–7 the region, 8–9 the product's and 10–13
//! the producer's running number, 14–15 the year of expiry (BPOM 22/2018 as remembered; other descriptions differ).
//! That is why nothing here refuses a number: it only tells what the digits say and what to look at again.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// What the first digit says of the packaging.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Packaging {
    Glass,
    Plastic,
    Paper,
    Can,
    Foil,
    Other,
    Composite,
    Multiple,
}

/// What a number says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pirt {
    pub packaging: Option<Packaging>,
    /// 01 to 99.
    pub food: u8,
    /// Province and regency, by the statistics office's code.
    pub region: String,
    /// The year in which it ends.
    pub year: i32,
}

/// Something to look at again. Never a reason to refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Not 15 digits: an old number, or a slip.
    Length { digits: usize },
    /// The first digit stands for no packaging.
    Packaging,
    /// The region's digits are of another province than the village's.
    Region,
    /// They are of another regency of the province.
    Regency,
    /// Its year is over.
    Ended { year: i32 },
    /// Its year is not the year written as its end.
    OtherYear { year: i32 },
}

/// Reads a number; what is not a digit is passed over. `None` where there are too few digits to read anything.
#[must_use]
pub fn read(number: &str) -> Option<Pirt> {
    let digits: Vec<u8> = number
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|b| b - b'0')
        .collect();
    if digits.len() < 15 {
        return None;
    }
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    Some(Pirt {
        packaging: match digits[0] {
            1 => Some(Packaging::Glass),
            2 => Some(Packaging::Plastic),
            3 => Some(Packaging::Paper),
            4 => Some(Packaging::Can),
            5 => Some(Packaging::Foil),
            6 => Some(Packaging::Other),
            7 => Some(Packaging::Composite),
            8 => Some(Packaging::Multiple),
            _ => None,
        },
        food: pair(1),
        region: digits[3..7].iter().map(|d| char::from(b'0' + d)).collect(),
        year: 2000 + i32::from(pair(13)),
    })
}

/// The regencies of the programme, by the Ministry's code, with that of the statistics office (BPS, as remembered): which
/// of the two stands in a number is not sure, so either will do.
const REGENCIES: [(&str, [&str; 2]); 2] =
    [("53.04", ["5304", "5306"]), ("53.21", ["5321", "5321"])];

/// What to look at again in a number, for a village of a regency (`53.04`) on a day.
#[must_use]
pub fn doubts(
    number: &str,
    regency: &str,
    expires: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<Doubt> {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let Some(pirt) = read(number) else {
        return vec![Doubt::Length { digits }];
    };
    let mut doubts = Vec::new();
    if digits > 15 {
        doubts.push(Doubt::Length { digits });
    }
    if pirt.packaging.is_none() {
        doubts.push(Doubt::Packaging);
    }
    let own = REGENCIES.iter().find(|(code, _)| *code == regency);
    if !pirt
        .region
        .starts_with(regency.get(..2).unwrap_or_default())
    {
        doubts.push(Doubt::Region);
    } else if own.is_some_and(|(_, codes)| !codes.contains(&pirt.region.as_str())) {
        doubts.push(Doubt::Regency);
    }
    if pirt.year < today.year() {
        doubts.push(Doubt::Ended { year: pirt.year });
    }
    if let Some(expires) = expires
        && expires.year() != pirt.year
    {
        doubts.push(Doubt::OtherYear { year: pirt.year });
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, 11, 24).unwrap()
    }

    #[test]
    fn a_number_tells_packaging_food_region_and_year() {
        let pirt = read("P-IRT No. 2155304010012-30").unwrap();
        assert_eq!(pirt.packaging, Some(Packaging::Plastic));
        assert_eq!(
            (pirt.food, pirt.region.as_str(), pirt.year),
            (15, "5304", 2030)
        );
        assert_eq!(
            doubts("2155304010012-30", "53.04", Some(day(2030)), day(2026)),
            []
        );
    }

    #[test]
    fn what_looks_wrong_is_said_and_nothing_is_refused() {
        assert_eq!(
            doubts("12345", "53.04", None, day(2026)),
            [Doubt::Length { digits: 5 }]
        );
        assert_eq!(
            doubts("9153204010012-21", "53.04", Some(day(2027)), day(2026)),
            [
                Doubt::Packaging,
                Doubt::Region,
                Doubt::Ended { year: 2021 },
                Doubt::OtherYear { year: 2021 }
            ]
        );
        assert_eq!(
            doubts("2155304010012-301", "53.04", None, day(2026)),
            [Doubt::Length { digits: 16 }]
        );
    }

    #[test]
    fn a_number_of_another_regency_is_looked_at_again_where_its_codes_are_known() {
        let of = |region: &str, regency: &str| {
            let number = format!("215{region}010012-30");
            doubts(&number, regency, None, day(2026))
        };
        assert_eq!(of("5306", "53.04"), []);
        assert_eq!(of("5304", "53.04"), []);
        assert_eq!(of("5321", "53.04"), [Doubt::Regency]);
        assert_eq!(of("5312", "53.21"), [Doubt::Regency]);
        assert_eq!(of("5312", "53.06"), [], "a register of another place");
    }
}
