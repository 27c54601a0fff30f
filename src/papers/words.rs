//! Numbers, dates and times as Indonesian official papers write them.
//!
//! The conventions (domain knowledge gathered from printed papers): a dot for thousands, figure and words together, the day of a *berita acara* in words, the month of a number in
//! Roman letters, `pukul 09.00 WITA`.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

const DAYS: [&str; 7] = [
    "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
];
const ROMAN: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];
const DIGITS: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
];
/// The large units, with the names they bear above a thousand.
const UNITS: [(u64, &str); 6] = [
    (1_000_000_000_000_000_000, "kuintiliun"),
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
    (1_000, "ribu"),
];

/// A number in words: `23` is `dua puluh tiga`.
#[must_use]
pub fn in_words(n: u64) -> String {
    let mut words = Vec::new();
    let mut rest = n;
    for (unit, name) in UNITS {
        let count = rest / unit;
        rest %= unit;
        match (count, name) {
            (0, _) => {}
            (1, "ribu") => words.push("seribu".to_owned()),
            (count, name) => {
                below_thousand(count, &mut words);
                words.push(name.to_owned());
            }
        }
    }
    if rest > 0 || words.is_empty() {
        below_thousand(rest, &mut words);
    }
    words.join(" ")
}

fn below_thousand(n: u64, words: &mut Vec<String>) {
    let digit = |n: u64| DIGITS.get(usize::try_from(n).unwrap_or_default()).copied();
    match n {
        0..12 => words.extend(digit(n).map(str::to_owned)),
        12..20 => words.push(format!("{} belas", digit(n - 10).unwrap_or_default())),
        20..100 => {
            words.push(format!("{} puluh", digit(n / 10).unwrap_or_default()));
            if !n.is_multiple_of(10) {
                below_thousand(n % 10, words);
            }
        }
        _ => {
            match n / 100 {
                1 => words.push("seratus".into()),
                hundreds => words.push(format!("{} ratus", digit(hundreds).unwrap_or_default())),
            }
            if !n.is_multiple_of(100) {
                below_thousand(n % 100, words);
            }
        }
    }
}

/// Figure and words, as official papers want both: `12 (dua belas)`.
#[must_use]
pub fn figure_and_words(n: u64) -> String {
    format!("{} ({})", thousands(n), in_words(n))
}

/// A number with its thousands apart: `1.250.000`.
#[must_use]
pub fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// The day of the week: `Kamis`.
#[must_use]
pub fn weekday(day: NaiveDate) -> &'static str {
    DAYS[day.weekday().num_days_from_monday() as usize]
}

/// The day as a *berita acara* opens with it; `month` is the month's name:
/// `Kamis, tanggal dua puluh tujuh bulan November tahun dua ribu dua puluh lima`.
#[must_use]
pub fn day_in_words(day: NaiveDate, month: &str) -> String {
    format!(
        "{}, tanggal {} bulan {month} tahun {}",
        weekday(day),
        in_words(u64::from(day.day())),
        in_words(u64::from(day.year().unsigned_abs())),
    )
}

/// The month of a day in Roman letters: `XI`.
#[must_use]
pub fn roman_month(day: NaiveDate) -> &'static str {
    ROMAN[day.month0() as usize]
}

/// A time of day: `09.05`. The zone is said where it stands.
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, "nol")]
    #[case(1, "satu")]
    #[case(10, "sepuluh")]
    #[case(11, "sebelas")]
    #[case(12, "dua belas")]
    #[case(19, "sembilan belas")]
    #[case(20, "dua puluh")]
    #[case(27, "dua puluh tujuh")]
    #[case(100, "seratus")]
    #[case(101, "seratus satu")]
    #[case(111, "seratus sebelas")]
    #[case(208, "dua ratus delapan")]
    #[case(1_000, "seribu")]
    #[case(1_001, "seribu satu")]
    #[case(1_100, "seribu seratus")]
    #[case(2_025, "dua ribu dua puluh lima")]
    #[case(11_000, "sebelas ribu")]
    #[case(100_000, "seratus ribu")]
    #[case(101_000, "seratus satu ribu")]
    #[case(1_000_000, "satu juta")]
    #[case(1_001_000, "satu juta seribu")]
    #[case(1_500_000, "satu juta lima ratus ribu")]
    #[case(1_000_000_000, "satu miliar")]
    #[case(21_000_000_000_000, "dua puluh satu triliun")]
    #[case(
        999_999_999_999_999,
        "sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar sembilan ratus \
         sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh \
         sembilan"
    )]
    fn numbers_in_words(#[case] n: u64, #[case] words: &str) {
        assert_eq!(in_words(n), words);
    }

    #[test]
    fn the_largest_number_has_a_name_too() {
        assert!(in_words(u64::MAX).starts_with("delapan belas kuintiliun"));
    }

    #[test]
    fn figures_as_papers_write_them() {
        assert_eq!(figure_and_words(12), "12 (dua belas)");
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(83_763), "83.763");
    }

    #[test]
    fn days_and_times_as_papers_write_them() {
        let day = NaiveDate::from_ymd_opt(2025, 11, 27).unwrap();
        assert_eq!(
            day_in_words(day, "November"),
            "Kamis, tanggal dua puluh tujuh bulan November tahun dua ribu dua puluh lima"
        );
        assert_eq!(roman_month(day), "XI");
        assert_eq!(clock(NaiveTime::from_hms_opt(9, 5, 0).unwrap()), "09.05");
    }
}
