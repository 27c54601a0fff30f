//! The two axes of a village: how far its decision is, and how far its product is.

use serde::{Deserialize, Serialize};

/// Where a village stands with choosing its product.
///
/// Cancelled and replaced choices (K4) belong to single choices, not to the village: a village whose choice was
/// cancelled again has no product and counts as K1. See [`super::village::Village::former`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Decision {
    /// No potential recorded.
    #[serde(rename = "K0")]
    NotSurveyed = 0,
    /// Potentials recorded, none chosen.
    #[serde(rename = "K1")]
    Undecided = 1,
    /// Chosen, but no decree yet.
    #[serde(rename = "K2")]
    Chosen = 2,
    /// Chosen and decreed.
    #[serde(rename = "K3")]
    Designated = 3,
}

impl Decision {
    pub const ALL: [Self; 4] = [
        Self::NotSurveyed,
        Self::Undecided,
        Self::Chosen,
        Self::Designated,
    ];

    /// `K0` … `K3`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotSurveyed => "K0",
            Self::Undecided => "K1",
            Self::Chosen => "K2",
            Self::Designated => "K3",
        }
    }

    /// The mark on lists: `!!` not surveyed, `!` undecided, `~` chosen without decree, nothing when designated.
    #[must_use]
    pub fn flag(self) -> &'static str {
        match self {
            Self::NotSurveyed => "!!",
            Self::Undecided => "!",
            Self::Chosen => "~",
            Self::Designated => "",
        }
    }

    #[must_use]
    pub fn from_number(n: i64) -> Option<Self> {
        usize::try_from(n)
            .ok()
            .and_then(|n| Self::ALL.get(n).copied())
    }

    /// Accepts `K1`, `k1` and `1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digit = text.trim().trim_start_matches(['K', 'k']);
        digit.parse().ok().and_then(Self::from_number)
    }

    /// "No chosen product" = K0 + K1.
    #[must_use]
    pub fn is_without_product(self) -> bool {
        matches!(self, Self::NotSurveyed | Self::Undecided)
    }
}

/// How far the chosen product is: the programme's own words (potensi, diolah, dikemas, dipasarkan).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    #[serde(rename = "potensi")]
    Potential = 1,
    #[serde(rename = "diolah")]
    Processed = 2,
    #[serde(rename = "dikemas")]
    Packaged = 3,
    #[serde(rename = "dipasarkan")]
    Marketed = 4,
}

impl Stage {
    pub const ALL: [Self; 4] = [
        Self::Potential,
        Self::Processed,
        Self::Packaged,
        Self::Marketed,
    ];

    /// The word that files and `--json` use, whatever the language of the screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Potential => "potensi",
            Self::Processed => "diolah",
            Self::Packaged => "dikemas",
            Self::Marketed => "dipasarkan",
        }
    }

    #[must_use]
    pub fn from_number(n: i64) -> Option<Self> {
        usize::try_from(n - 1)
            .ok()
            .and_then(|n| Self::ALL.get(n).copied())
    }

    /// Accepts the Indonesian and the English word, any case, and the numbers 1 to 4.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "1" | "potensi" | "potential" => Some(Self::Potential),
            "2" | "diolah" | "processed" => Some(Self::Processed),
            "3" | "dikemas" | "packaged" => Some(Self::Packaged),
            "4" | "dipasarkan" | "marketed" => Some(Self::Marketed),
            _ => None,
        }
    }

    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::from_number(self as i64 + 1)
    }

    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::from_number(self as i64 - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_product_is_k0_and_k1() {
        let without: Vec<_> = Decision::ALL
            .into_iter()
            .filter(|d| d.is_without_product())
            .map(Decision::code)
            .collect();
        assert_eq!(without, ["K0", "K1"]);
    }

    #[test]
    fn stages_are_read_in_both_languages() {
        assert_eq!(Stage::parse("Dikemas"), Some(Stage::Packaged));
        assert_eq!(Stage::parse("packaged"), Some(Stage::Packaged));
        assert_eq!(Stage::parse("3"), Some(Stage::Packaged));
        assert_eq!(Stage::parse("5"), None);
        assert_eq!(Stage::Marketed.next(), None);
        assert_eq!(Stage::Potential.previous(), None);
    }

    #[test]
    fn decisions_are_read() {
        assert_eq!(Decision::parse("k2"), Some(Decision::Chosen));
        assert_eq!(Decision::parse("K4"), None);
        assert_eq!(Decision::parse("-1"), None);
    }
}
