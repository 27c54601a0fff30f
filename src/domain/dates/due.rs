//! Days to come, as people promise them.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{BadDate, written};

/// Reads a day to come as people type it: `2mg` and `2 minggu` (weeks ahead), `3 hari`, `1 bln`, `1 tahun`, `besok`,
/// `lusa`, `jumat` (the next Friday, never today), `30/11` (the next such day), `30/11/2026`, `2026-11-30`, and the same
/// in English (`2w`, `3 days`, `tomorrow`, `friday`).
///
/// A full date is taken as it stands, also when it has passed: whether it may is for the caller to judge.
///
/// # Errors
/// [`BadDate`].
pub fn parse_due(text: &str, today: NaiveDate) -> Result<NaiveDate, BadDate> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Err(BadDate::Empty);
    }
    if let Some(day) = named(&text, today) {
        return day.ok_or(BadDate::NoSuchDay);
    }
    written(&text, |day, month| next(day, month, today))
}

/// Reads the end of a paper: as [`parse_due`], but a time (`5 tahun`) is counted from the day of its issue.
///
/// # Errors
/// [`BadDate`].
pub fn parse_end(text: &str, issued: NaiveDate, today: NaiveDate) -> Result<NaiveDate, BadDate> {
    let lower = text.trim().to_lowercase();
    match named(&lower, issued) {
        Some(day) => day.ok_or(BadDate::NoSuchDay),
        None => parse_due(text, today),
    }
}

/// A day given in words; the inner `None` means that the calendar does not reach so far.
fn named(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        ["hari", "ini"] | ["today"] => Some(Some(today)),
        ["besok"] | ["tomorrow"] => Some(ahead(1, Unit::Day, today)),
        ["lusa"] => Some(ahead(2, Unit::Day, today)),
        [word] => match weekday(word) {
            Some(wanted) => Some(next_weekday(wanted, today)),
            None => {
                let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
                let n = &word[..word.len() - unit.len()];
                span(n, unit, today)
            }
        },
        [n, unit] | [n, unit, "lagi"] | ["in", n, unit] => span(n, unit, today),
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

fn span(n: &str, unit: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    // A number with a sign is no number here, although Rust would read `+3`.
    if n.is_empty() || !n.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let unit = match unit {
        "h" | "hr" | "hari" | "d" | "day" | "days" => Unit::Day,
        "mg" | "mgg" | "minggu" | "w" | "wk" | "week" | "weeks" => Unit::Week,
        "bl" | "bln" | "bulan" | "mo" | "month" | "months" => Unit::Month,
        "th" | "thn" | "tahun" | "y" | "year" | "years" => Unit::Year,
        _ => return None,
    };
    Some(n.parse().ok().and_then(|n| ahead(n, unit, today)))
}

fn ahead(n: u32, unit: Unit, today: NaiveDate) -> Option<NaiveDate> {
    let months = |n| today.checked_add_months(Months::new(n));
    match unit {
        Unit::Day => today.checked_add_days(Days::new(n.into())),
        Unit::Week => today.checked_add_days(Days::new(u64::from(n) * 7)),
        Unit::Month => months(n),
        Unit::Year => months(n.checked_mul(12)?),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "senin" | "sen" | "monday" | "mon" => Weekday::Mon,
        "selasa" | "sel" | "tuesday" | "tue" => Weekday::Tue,
        "rabu" | "rab" | "wednesday" | "wed" => Weekday::Wed,
        "kamis" | "kam" | "thursday" | "thu" => Weekday::Thu,
        "jumat" | "jum'at" | "jum" | "friday" | "fri" => Weekday::Fri,
        "sabtu" | "sab" | "saturday" | "sat" => Weekday::Sat,
        "minggu" | "ahad" | "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// The next such day of the week; today's own name means a week from now.
fn next_weekday(wanted: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let days = match wanted.days_since(today.weekday()) {
        0 => 7,
        n => n,
    };
    ahead(days, Unit::Day, today)
}

/// The first day with this day and month that is not before today.
fn next(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    // 29 February may lie up to eight years ahead (2096 and 2104 stand eight years apart).
    (0..=8)
        .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day))
        .find(|d| *d >= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn d(y: i32, m: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, day).unwrap()
    }

    /// A Tuesday.
    fn today() -> NaiveDate {
        d(2026, 11, 24)
    }

    #[test]
    fn the_end_of_a_paper_is_counted_from_its_issue() {
        let end = |text| parse_end(text, d(2024, 1, 1), today());
        assert_eq!(end("5 tahun"), Ok(d(2029, 1, 1)));
        assert_eq!(end("30/11"), Ok(d(2026, 11, 30)));
        assert_eq!(end("2026-11-10"), Ok(d(2026, 11, 10)));
        assert_eq!(end(" "), Err(BadDate::Empty));
        assert_eq!(end("31/2"), Err(BadDate::NoSuchDay));
    }

    #[rstest]
    #[case("2mg", d(2026, 12, 8))]
    #[case("2 mg", d(2026, 12, 8))]
    #[case("2 Minggu", d(2026, 12, 8))]
    #[case("2 minggu lagi", d(2026, 12, 8))]
    #[case("2w", d(2026, 12, 8))]
    #[case("in 2 weeks", d(2026, 12, 8))]
    #[case("3 hari", d(2026, 11, 27))]
    #[case("3h", d(2026, 11, 27))]
    #[case("10 days", d(2026, 12, 4))]
    #[case("1 bln", d(2026, 12, 24))]
    #[case("3bulan", d(2027, 2, 24))]
    #[case("1 month", d(2026, 12, 24))]
    #[case("5 tahun", d(2031, 11, 24))]
    #[case("hari ini", d(2026, 11, 24))]
    #[case("besok", d(2026, 11, 25))]
    #[case("Tomorrow", d(2026, 11, 25))]
    #[case("lusa", d(2026, 11, 26))]
    #[case("jumat", d(2026, 11, 27))]
    #[case("jum'at", d(2026, 11, 27))]
    #[case("Friday", d(2026, 11, 27))]
    #[case("minggu", d(2026, 11, 29))]
    #[case("senin", d(2026, 11, 30))]
    #[case("30/11", d(2026, 11, 30))]
    #[case("24/11", d(2026, 11, 24))]
    #[case("23/11", d(2027, 11, 23))]
    #[case("1-3", d(2027, 3, 1))]
    #[case("29/2", d(2028, 2, 29))]
    #[case("30/11/2027", d(2027, 11, 30))]
    #[case("13-11-25", d(2025, 11, 13))]
    #[case(" 2026-12-01 ", d(2026, 12, 1))]
    fn days_people_promise(#[case] text: &str, #[case] day: NaiveDate) {
        assert_eq!(parse_due(text, today()), Ok(day));
    }

    #[test]
    fn todays_own_name_means_next_week() {
        assert_eq!(parse_due("selasa", today()), Ok(d(2026, 12, 1)));
        assert_eq!(parse_due("tuesday", today()), Ok(d(2026, 12, 1)));
    }

    #[rstest]
    #[case("", BadDate::Empty)]
    #[case("segera", BadDate::Form)]
    #[case("kemarin", BadDate::Form)]
    #[case("jumat depan", BadDate::Form)]
    #[case("2x", BadDate::Form)]
    #[case("mg", BadDate::Form)]
    #[case("-2 mg", BadDate::Form)]
    #[case("+2mg", BadDate::Form)]
    #[case("31/11", BadDate::NoSuchDay)]
    #[case("2027-02-30", BadDate::NoSuchDay)]
    #[case("99999999999 hari", BadDate::NoSuchDay)]
    #[case("4000000000 th", BadDate::NoSuchDay)]
    fn texts_that_are_no_days_to_come(#[case] text: &str, #[case] why: BadDate) {
        assert_eq!(parse_due(text, today()), Err(why));
    }
}
