//! The scheme by which papers of meetings are numbered: `{no:02}/BA-OVOP/{rom}/{tahun}`.

/// The largest number of digits that a number is filled up to.
const MOST_DIGITS: usize = 6;

/// How the number of a meeting is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberScheme(Vec<Part>);

/// A part of the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Text(String),
    /// `{no}`: the n-th meeting of the year; `{no:03}`: filled up with zeros to so many digits.
    No(usize),
    /// `{rom}`: the month in Roman letters.
    Roman,
    /// `{bulan}`: the month in two digits.
    Month,
    /// `{tahun}`: the year.
    Year,
}

impl Default for NumberScheme {
    /// `04/BA-OVOP/XI/2025`, as the papers of the field have it.
    fn default() -> Self {
        Self(vec![
            Part::No(2),
            Part::Text("/BA-OVOP/".into()),
            Part::Roman,
            Part::Text("/".into()),
            Part::Year,
        ])
    }
}

impl NumberScheme {
    /// Reads a scheme; none when a brace holds something else than the words above, is left open, or when `{no}` is
    /// missing, since two meetings would bear one number then.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            if at > 0 {
                parts.push(Part::Text(rest[..at].to_owned()));
            }
            let inner = rest[at..].strip_prefix('{')?;
            let (word, after) = inner.split_once('}')?;
            parts.push(placeholder(word)?);
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        let counted = parts.iter().any(|p| matches!(p, Part::No(_)));
        counted.then_some(Self(parts))
    }

    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.0.iter()
    }
}

fn placeholder(word: &str) -> Option<Part> {
    Some(match word {
        "no" => Part::No(1),
        "rom" => Part::Roman,
        "bulan" => Part::Month,
        "tahun" => Part::Year,
        _ => {
            let digits: usize = word.strip_prefix("no:0")?.parse().ok()?;
            Part::No(Some(digits).filter(|n| (1..=MOST_DIGITS).contains(n))?)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_names_the_number_and_nothing_unknown() {
        assert_eq!(
            NumberScheme::parse("{no:02}/BA-OVOP/{rom}/{tahun}"),
            Some(NumberScheme::default())
        );
        assert_eq!(
            NumberScheme::parse("PMD.{bulan}/{no}"),
            Some(NumberScheme(vec![
                Part::Text("PMD.".into()),
                Part::Month,
                Part::Text("/".into()),
                Part::No(1),
            ]))
        );
        for bad in [
            "",
            "BA/{tahun}",
            "{no",
            "no}",
            "{no}}",
            "{nomor}",
            "{no:2}",
            "{no:00}",
            "{no:09}",
            "{{no}}",
        ] {
            assert_eq!(NumberScheme::parse(bad), None, "{bad}");
        }
    }
}
