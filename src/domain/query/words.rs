//! The words of the language: fields, their values, and words that stand alone.

use super::{DecisionIs, Test};
use crate::domain::attention::Reason;
use crate::domain::code::Kind;
use crate::domain::follow::Office;
use crate::domain::gate::Category;
use crate::domain::stage::{Decision, Stage};

/// K0 or K1.
pub(super) const NONE_YET: &str = "belum";
pub(super) const PROMISE: &str = "rtl";
pub(super) const RAW: &str = "mentah";

/// What stands before `:`, `<` or `>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Kecamatan,
    Regency,
    Decision,
    Stage,
    Verified,
    Age,
    Data,
    Reason,
    Office,
    Kind,
    Category,
}

impl Field {
    pub const ALL: [Self; 11] = [
        Self::Kecamatan,
        Self::Regency,
        Self::Decision,
        Self::Stage,
        Self::Verified,
        Self::Age,
        Self::Data,
        Self::Reason,
        Self::Office,
        Self::Kind,
        Self::Category,
    ];

    /// The Indonesian word, and the others that are read.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Kecamatan => &["kec", "kecamatan", "subdistrict"],
            Self::Regency => &["kab", "kabupaten", "regency"],
            Self::Decision => &["produk", "keputusan", "product", "decision"],
            Self::Stage => &["tahap", "stage"],
            Self::Verified => &["terbukti", "verified"],
            Self::Age => &["umur", "age"],
            Self::Data => &["data"],
            Self::Reason => &["alasan", "reason"],
            Self::Office => &["kantor", "pihak", "office"],
            Self::Kind => &["jenis", "kind"],
            Self::Category => &["kategori", "category"],
        }
    }

    /// The word by which it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.names()[0]
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.names().contains(&word))
    }

    /// The field's own word that is meant by a word with a typing error.
    pub(super) fn near(word: &str) -> Option<&'static str> {
        let all = Self::ALL.into_iter().flat_map(Self::names);
        nearest(word, all.copied())
    }

    /// All values that it can have; none where they are names or numbers.
    #[must_use]
    pub fn values(self) -> Vec<&'static str> {
        match self {
            Self::Kecamatan | Self::Regency | Self::Age | Self::Data => Vec::new(),
            Self::Decision => vec!["k0", "k1", "k2", "k3", "k4", NONE_YET],
            Self::Stage | Self::Verified => Stage::ALL.map(Stage::word).to_vec(),
            Self::Reason => Reason::ALL.map(Reason::word).to_vec(),
            Self::Office => Office::ALL.iter().map(|o| o.word()).collect(),
            Self::Kind => vec![kind(Kind::Desa), kind(Kind::Kelurahan)],
            Self::Category => Category::ALL.map(Category::word).to_vec(),
        }
    }
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Desa => "desa",
        Kind::Kelurahan => "kelurahan",
    }
}

pub(super) fn parse_kind(word: &str) -> Option<Kind> {
    match word {
        "desa" | "village" => Some(Kind::Desa),
        "kelurahan" | "ward" => Some(Kind::Kelurahan),
        _ => None,
    }
}

/// A word that is a test by itself.
pub(super) fn alone(word: &str) -> Option<Test> {
    let reason = |reason| Some(Test::Reason(vec![reason]));
    match word {
        PROMISE | "promise" => Some(Test::Promise),
        RAW | "raw" => Some(Test::Raw),
        "hambat" | "blocked" => reason(Reason::Blocked),
        "stuck" => reason(Reason::Stuck),
        "overdue" => reason(Reason::Overdue),
        "expiring" => reason(Reason::Expiring),
        "stale" => reason(Reason::StaleData),
        _ => match Reason::parse(word) {
            Some(known) => reason(known),
            None if Decision::ALL
                .iter()
                .any(|d| d.code().eq_ignore_ascii_case(word))
                || word == "k4" =>
            {
                DecisionIs::of_word(word).map(|d| Test::Decision(vec![d]))
            }
            None => None,
        },
    }
}

/// Whether a word means something by itself.
pub(super) fn is_word(word: &str) -> bool {
    alone(&word.to_lowercase()).is_some()
}

/// The nearest of some words, at most two letters away and less than half of the word.
pub(super) fn nearest(word: &str, all: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let most = (word.chars().count() / 2).min(2);
    all.map(|known| (distance(word, known), known))
        .filter(|(far, _)| *far <= most)
        .min_by_key(|(far, _)| *far)
        .map(|(_, known)| known)
}

/// Letters to put in, take out or change.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().enumerate() {
        let mut before = std::mem::replace(&mut row[0], i + 1);
        for (j, d) in b.iter().enumerate() {
            let changed = before + usize::from(c != *d);
            before = row[j + 1];
            row[j + 1] = changed.min(before + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
