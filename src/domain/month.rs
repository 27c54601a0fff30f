//! A month of the calendar, as people write it.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A month: `2026-10` in the log and in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    /// Its first day.
    first: NaiveDate,
}

/// The beginnings of the months' names, Indonesian and English, longest needed to tell them apart.
const NAMES: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february"],
    &["maret", "march"],
    &["april"],
    &["mei", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["agustus", "august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["desember", "december"],
];
/// What is also written for a month.
const SHORT: [(&str, u32); 3] = [("agt", 8), ("ags", 8), ("nop", 11)];

impl Month {
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        // Years of four digits: others cannot be read back.
        (1000..=9999).contains(&year).then_some(Self { first })
    }

    /// The month in which a day lies.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let first = day.with_day(1).unwrap_or(day);
        Self { first }
    }

    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let next = self.first.checked_add_months(Months::new(1));
        next.and_then(|d| d.pred_opt()).unwrap_or(self.first)
    }

    #[must_use]
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// From 0, January, to 11.
    #[must_use]
    pub fn month0(self) -> u32 {
        self.first.month0()
    }

    /// So many months before.
    #[must_use]
    pub fn back(self, months: u32) -> Self {
        let first = self.first.checked_sub_months(Months::new(months));
        Self {
            first: first.unwrap_or(self.first),
        }
    }

    /// The twelve months that end with the one of `day`, oldest first.
    #[must_use]
    pub fn twelve(day: NaiveDate) -> [Self; 12] {
        let now = Self::of(day);
        std::array::from_fn(|i| now.back(11 - i as u32))
    }

    /// Reads a month as people type it: `2026-10`, `10/2026`, `okt 2026`; without a year (`okt`, `october`, `10`) the
    /// latest such month; `bulan ini`, `bulan lalu`, `this month`, `last month`. Nothing where it cannot be read.
    #[must_use]
    pub fn parse(text: &str, today: NaiveDate) -> Option<Self> {
        let text = text.trim().to_lowercase();
        match text.as_str() {
            "bulan ini" | "this month" => return Some(Self::of(today)),
            "bulan lalu" | "last month" => return Some(Self::of(today).back(1)),
            _ => {}
        }
        let parts: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.'))
            .filter(|p| !p.is_empty())
            .collect();
        match parts[..] {
            [month] => {
                let month = named(month).or_else(|| number(month))?;
                let this_year = Self::new(today.year(), month)?;
                if this_year.first <= today {
                    Some(this_year)
                } else {
                    Self::new(today.year() - 1, month)
                }
            }
            [y, m] if y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()) => {
                Self::new(y.parse().ok()?, named(m).or_else(|| number(m))?)
            }
            [m, y] => Self::new(year(y)?, named(m).or_else(|| number(m))?),
            _ => None,
        }
    }
}

fn year(text: &str) -> Option<i32> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        4 => text.parse().ok(),
        2 => text.parse::<i32>().ok().map(|y| 2000 + y),
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    digits
        .then(|| text.parse().ok())
        .flatten()
        .filter(|m| (1..=12).contains(m))
}

/// The month whose name begins so, with three letters or more, where it is only one.
fn named(text: &str) -> Option<u32> {
    if let Some((_, month)) = SHORT.iter().find(|(short, _)| *short == text) {
        return Some(*month);
    }
    if text.len() < 3 {
        return None;
    }
    (1..)
        .zip(NAMES)
        .find(|(_, names)| names.iter().any(|name| name.starts_with(text)))
        .map(|(month, _)| month)
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first.format("%Y-%m"))
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let read = text
            .split_once('-')
            .and_then(|(y, m)| Self::new(year(y)?, number(m)?));
        read.ok_or_else(|| format!("no month: {text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    #[rstest]
    #[case("2026-10", "2026-10")]
    #[case("10/2026", "2026-10")]
    #[case("10-26", "2026-10")]
    #[case("okt", "2026-10")]
    #[case("Oktober 2025", "2025-10")]
    #[case("oct", "2026-10")]
    #[case("10", "2026-10")]
    #[case("des", "2025-12")]
    #[case("nop", "2026-11")]
    #[case("agt 25", "2025-08")]
    #[case("mar", "2026-03")]
    #[case("mei", "2026-05")]
    #[case("bulan lalu", "2026-10")]
    #[case("this month", "2026-11")]
    fn months_people_write(#[case] text: &str, #[case] month: &str) {
        assert_eq!(Month::parse(text, today()).unwrap().to_string(), month);
    }

    #[rstest]
    #[case("")]
    #[case("13/2026")]
    #[case("0")]
    #[case("2026-10-05")]
    #[case("x")]
    #[case("10/226")]
    #[case("10/ab")]
    fn texts_that_are_no_months(#[case] text: &str) {
        assert_eq!(Month::parse(text, today()), None);
    }

    #[test]
    fn twelve_months_end_with_the_one_of_the_day() {
        let all = Month::twelve(today());
        assert_eq!(all[0].to_string(), "2025-12");
        assert_eq!(all[11].to_string(), "2026-11");
        let february = Month::new(2024, 2).unwrap();
        assert_eq!(february.last_day().to_string(), "2024-02-29");
    }

    #[test]
    fn a_month_stands_in_the_log_as_it_is_written() {
        let month = Month::new(2026, 3).unwrap();
        let json = serde_json::to_string(&month).unwrap();
        assert_eq!(json, "\"2026-03\"");
        assert_eq!(serde_json::from_str::<Month>(&json).unwrap(), month);
        assert!(serde_json::from_str::<Month>("\"2026-13\"").is_err());
    }
}
