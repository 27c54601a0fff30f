//! Numbers as people write them: amounts of goods, of money, of heads.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The largest amount that is taken, in whole units: more is a slip of the finger.
pub const MOST: u64 = 999_999_999_999;

/// An amount to the thousandth: `12.5` in the log and in files.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity {
    thousandths: u64,
}

impl Quantity {
    /// So many whole units; more than [`MOST`] counts as that.
    #[must_use]
    pub fn whole(units: u64) -> Self {
        Self {
            thousandths: units.min(MOST) * 1000,
        }
    }

    #[must_use]
    pub fn is_zero(self) -> bool {
        self.thousandths == 0
    }

    /// The whole number, where it is one.
    #[must_use]
    pub fn as_whole(self) -> Option<u64> {
        self.thousandths
            .is_multiple_of(1000)
            .then_some(self.thousandths / 1000)
    }

    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            thousandths: self.thousandths.saturating_add(other.thousandths),
        }
    }

    /// The digits, with this sign between thousands and this one before the decimals.
    #[must_use]
    pub fn written(self, thousands: &str, decimal: char) -> String {
        let whole = grouped(self.thousandths / 1000, thousands);
        let rest = self.thousandths % 1000;
        if rest == 0 {
            return whole;
        }
        let decimals = format!("{rest:03}");
        format!("{whole}{decimal}{}", decimals.trim_end_matches('0'))
    }

    /// Reads a number as people type it: `1.500.000`, `1,500,000`, `12,5`, `12.5`, `Rp 75.000`, `1,5jt`, `750rb`.
    ///
    /// A point before three last digits stands between thousands, as Indonesian papers write it. Nothing where it
    /// cannot be read, is negative or too large, or may be meant in two ways (`1,500`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let text = text.strip_prefix("rp").unwrap_or(&text);
        let text = text.trim_start_matches('.').trim();
        let end = text
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')))
            .unwrap_or(text.len());
        let (digits, word) = text.split_at(end);
        let times: u64 = match word.trim().trim_end_matches('.') {
            "" => 1,
            "rb" | "ribu" | "k" => 1_000,
            "jt" | "juta" => 1_000_000,
            "miliar" | "milyar" => 1_000_000_000,
            _ => return None,
        };
        let thousandths = thousandths(digits.trim(), times > 1)?.checked_mul(times)?;
        (thousandths <= MOST * 1000).then_some(Self { thousandths })
    }
}

/// The thousandths of a number without its word. After a word (`1,500 jt`) no sign can stand between thousands.
fn thousandths(digits: &str, scaled: bool) -> Option<u64> {
    let signs: Vec<char> = digits.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = digits.split(|c: char| !c.is_ascii_digit()).collect();
    let (first, rest) = groups.split_first()?;
    if first.is_empty() || groups.iter().any(|g| g.is_empty()) {
        return None;
    }
    let threes = |groups: &[&str]| first.len() <= 3 && groups.iter().all(|g| g.len() == 3);
    let same = |signs: &[char]| signs.windows(2).all(|w| w[0] == w[1]);
    let joined = |groups: &[&str]| groups.concat().parse::<u64>().ok()?.checked_mul(1000);
    match signs[..] {
        [] => joined(&groups),
        ['.'] if threes(rest) && !scaled && *first != "0" => joined(&groups),
        [' '] if threes(rest) => joined(&groups),
        // 1,500 is one and a half here and fifteen hundred there.
        [','] if threes(rest) && !scaled && *first != "0" => None,
        ['.' | ','] => decimal(first, rest[0]),
        _ if same(&signs) && threes(rest) => joined(&groups),
        _ => {
            // 1.500.000,75 or 1,500,000.75
            let ((last, decimals), (sign, before)) = (
                (groups.len() - 1, *groups.last()?),
                (*signs.last()?, &signs[..signs.len() - 1]),
            );
            let fits = same(before)
                && before.first() != Some(&sign)
                && matches!(sign, '.' | ',')
                && threes(&groups[1..last]);
            fits.then(|| decimal(&groups[..last].concat(), decimals))?
        }
    }
}

fn decimal(whole: &str, decimals: &str) -> Option<u64> {
    if decimals.len() > 3 {
        return None;
    }
    let whole = whole.parse::<u64>().ok()?.checked_mul(1000)?;
    format!("{decimals:0<3}")
        .parse::<u64>()
        .ok()?
        .checked_add(whole)
}

/// A whole number with this sign between its thousands.
#[must_use]
pub fn grouped(number: u64, sign: &str) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(sign);
        }
        out.push(digit);
    }
    out
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written("", '.'))
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> Self {
        quantity.to_string()
    }
}

impl TryFrom<String> for Quantity {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let read = match text.split_once('.') {
            Some((whole, decimals)) => decimal(whole, decimals),
            None => text.parse::<u64>().ok().and_then(|n| n.checked_mul(1000)),
        };
        read.map(|thousandths| Self { thousandths })
            .ok_or_else(|| format!("no quantity: {text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("0", "0")]
    #[case("120", "120")]
    #[case("1.500.000", "1500000")]
    #[case("1.500", "1500")]
    #[case("1,500,000", "1500000")]
    #[case("1 500 000", "1500000")]
    #[case("12,5", "12.5")]
    #[case("12.5", "12.5")]
    #[case("0,125", "0.125")]
    #[case("0.125", "0.125")]
    #[case("1.500.000,75", "1500000.75")]
    #[case("1,500.5", "1500.5")]
    #[case("Rp 75.000", "75000")]
    #[case("Rp. 75.000", "75000")]
    #[case("rp1,5jt", "1500000")]
    #[case("1,250 jt", "1250000")]
    #[case("750rb", "750000")]
    #[case("2 juta", "2000000")]
    fn numbers_people_write(#[case] text: &str, #[case] number: &str) {
        assert_eq!(Quantity::parse(text).unwrap().to_string(), number);
    }

    #[rstest]
    #[case("")]
    #[case("-5")]
    #[case("1,500")]
    #[case("1.50.000")]
    #[case("1.500,000,1")]
    #[case("12,5678")]
    #[case("banyak")]
    #[case("5 kg")]
    #[case(",5")]
    #[case("9999999999999")]
    #[case("99999999999999999999999")]
    fn texts_that_are_no_numbers(#[case] text: &str) {
        assert_eq!(Quantity::parse(text), None);
    }

    #[test]
    fn a_number_is_written_as_the_language_wants_it() {
        let number = Quantity::parse("1.500.000,75").unwrap();
        assert_eq!(number.written(".", ','), "1.500.000,75");
        assert_eq!(number.written(",", '.'), "1,500,000.75");
        assert_eq!(grouped(999, "."), "999");
        assert_eq!(grouped(1000, "."), "1.000");
    }

    #[test]
    fn what_stands_in_the_log_is_read_back() {
        for text in ["0", "12.5", "0.125", "1500000"] {
            let number = Quantity::try_from(text.to_owned()).unwrap();
            assert_eq!(number.to_string(), text);
        }
        assert!(Quantity::try_from("a".to_owned()).is_err());
    }
}
