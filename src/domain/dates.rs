//! Dates as people write them.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};

mod due;
pub use due::{parse_due, parse_end};

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadDate {
    Empty,
    /// Not one of the accepted forms.
    Form,
    /// The form is right, but there is no such day (31/11).
    NoSuchDay,
}

/// Reads a time of day as people type it: `9`, `9.15`, `09:15`.
#[must_use]
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let (hour, minute) = text.split_once(['.', ':']).unwrap_or((text, "0"));
    let number = |text: &str| {
        let is_one = !text.is_empty() && text.len() <= 2;
        is_one.then(|| text.parse::<u32>().ok()).flatten()
    };
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

/// Reads a day of the past as people type it:
/// `13/11/2025`, `13-11-25`, `13/11` (the latest such day), `2025-11-13`, `hari ini`, `kemarin`, `2 minggu lalu`,
/// `3 hari lalu`, `1 bulan lalu`, and the same in English (`today`, `yesterday`, `2 weeks ago`).
///
/// # Errors
/// [`BadDate`]; whether the day may lie in the future is for the caller to judge.
pub fn parse(text: &str, today: NaiveDate) -> Result<NaiveDate, BadDate> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Err(BadDate::Empty);
    }
    if let Some(day) = named(&text, today) {
        return day.ok_or(BadDate::NoSuchDay);
    }
    written(&text, |day, month| latest(day, month, today))
}

/// A day written in numbers; `whichever` finds the year of a day and a month alone.
fn written(
    text: &str,
    whichever: impl Fn(u32, u32) -> Option<NaiveDate>,
) -> Result<NaiveDate, BadDate> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    if parts
        .iter()
        .any(|p| p.is_empty() || !p.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(BadDate::Form);
    }
    let number = |s: &str| s.parse::<u32>().map_err(|_| BadDate::Form);
    let year = |s: &str| match s.len() {
        4 => s.parse::<i32>().map_err(|_| BadDate::Form),
        2 => s
            .parse::<i32>()
            .map(|y| 2000 + y)
            .map_err(|_| BadDate::Form),
        _ => Err(BadDate::Form),
    };
    match parts[..] {
        [y, m, d] if y.len() == 4 => {
            NaiveDate::from_ymd_opt(year(y)?, number(m)?, number(d)?).ok_or(BadDate::NoSuchDay)
        }
        [d, m, y] => {
            NaiveDate::from_ymd_opt(year(y)?, number(m)?, number(d)?).ok_or(BadDate::NoSuchDay)
        }
        [d, m] => whichever(number(d)?, number(m)?).ok_or(BadDate::NoSuchDay),
        _ => Err(BadDate::Form),
    }
}

/// A day given in words; the inner `None` means that the calendar does not reach so far.
fn named(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let back = |n: u64| today.checked_sub_days(Days::new(n));
    match words[..] {
        ["hari", "ini"] | ["today"] | ["sekarang"] => Some(Some(today)),
        ["kemarin"] | ["yesterday"] => Some(back(1)),
        ["kemarin", "dulu"] => Some(back(2)),
        [n, unit, "lalu" | "ago"] => {
            let n: u32 = n.parse().ok()?;
            let days = |per: u64| back(u64::from(n) * per);
            match unit {
                "hari" | "day" | "days" => Some(days(1)),
                "minggu" | "week" | "weeks" => Some(days(7)),
                "bulan" | "month" | "months" => Some(today.checked_sub_months(Months::new(n))),
                "tahun" | "year" | "years" => Some(
                    n.checked_mul(12)
                        .and_then(|m| today.checked_sub_months(Months::new(m))),
                ),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The latest day with this day and month that is not after today.
fn latest(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    // 29 February may lie up to eight years back (1896 and 1904 stand eight years apart).
    (0..=8)
        .filter_map(|back| NaiveDate::from_ymd_opt(today.year() - back, month, day))
        .find(|d| *d <= today)
}

/// A partial date of a source (`2020-08-14`, `2020-08`, `2020`) as the first day it can mean.
#[must_use]
pub fn first_day(partial: &str) -> Option<NaiveDate> {
    let mut parts = partial.split('-').map(str::parse::<u32>);
    let year = i32::try_from(parts.next()?.ok()?).ok()?;
    let month = parts.next().transpose().ok()?.unwrap_or(1);
    let day = parts.next().transpose().ok()?.unwrap_or(1);
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn d(y: i32, m: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, day).unwrap()
    }

    #[rstest]
    #[case("13/11/2025", d(2025, 11, 13))]
    #[case("13-11-25", d(2025, 11, 13))]
    #[case("2025-11-13", d(2025, 11, 13))]
    #[case(" 2025-11-13 ", d(2025, 11, 13))]
    #[case("hari ini", d(2026, 11, 24))]
    #[case("Kemarin", d(2026, 11, 23))]
    #[case("yesterday", d(2026, 11, 23))]
    #[case("2 minggu lalu", d(2026, 11, 10))]
    #[case("2  weeks ago", d(2026, 11, 10))]
    #[case("3 hari lalu", d(2026, 11, 21))]
    #[case("1 bulan lalu", d(2026, 10, 24))]
    #[case("1 tahun lalu", d(2025, 11, 24))]
    #[case("24/11", d(2026, 11, 24))]
    #[case("25/11", d(2025, 11, 25))]
    #[case("29/2", d(2024, 2, 29))]
    fn dates_people_write(#[case] text: &str, #[case] day: NaiveDate) {
        assert_eq!(parse(text, d(2026, 11, 24)), Ok(day));
    }

    #[rstest]
    #[case("", BadDate::Empty)]
    #[case("besok pagi", BadDate::Form)]
    #[case("31/11/2025", BadDate::NoSuchDay)]
    #[case("2025-02-30", BadDate::NoSuchDay)]
    #[case("13/11/025", BadDate::Form)]
    #[case("13//2025", BadDate::Form)]
    #[case("99999999999 hari lalu", BadDate::Form)]
    #[case("4000000000 hari lalu", BadDate::NoSuchDay)]
    #[case("-3 hari lalu", BadDate::Form)]
    fn texts_that_are_no_dates(#[case] text: &str, #[case] why: BadDate) {
        assert_eq!(parse(text, d(2026, 11, 24)), Err(why));
    }

    #[test]
    fn a_source_with_half_a_date_counts_from_its_first_day() {
        assert_eq!(first_day("2020-08"), Some(d(2020, 8, 1)));
        assert_eq!(first_day("2018"), Some(d(2018, 1, 1)));
        assert_eq!(first_day("2019-12-30"), Some(d(2019, 12, 30)));
        assert_eq!(first_day(""), None);
    }
}
