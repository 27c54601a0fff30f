//! Finding a village by what people type: a name, the beginning of one, a name with a typing error, a code.
//!
//! Names ignore case, spaces, apostrophes and hyphens. The store fetches candidates through its indexes with the keys
//! made here ([`Wanted`], [`near_bags`]); [`rank`] orders them.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::Hit;
use crate::domain::list::Place;
use crate::domain::text;

/// Typing errors are forgiven from this many letters on: of a shorter text too many names are one letter away.
pub const ERRORS_FROM: usize = 4;

/// What is typed is cut here, in letters. No village has a longer name, and the work stays bounded.
const LONGEST: usize = 60;

/// What was typed, made ready for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The beginning of an official code, dotted: `53.04.01`.
    Code(String),
    /// A name, and after a comma the kecamatan: `Lakekun, Kobalima`. Both as search keys.
    Name {
        name: String,
        kecamatan: Option<String>,
    },
}

impl Wanted {
    /// Nothing when the text holds neither letters nor digits.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if let Some(code) = code_prefix(typed) {
            return Some(Self::Code(code));
        }
        let (name, kecamatan) = match typed.split_once(',') {
            Some((name, kecamatan)) => (name, Some(key(kecamatan)).filter(|k| !k.is_empty())),
            None => (typed, None),
        };
        let name = key(name);
        (!name.is_empty()).then_some(Self::Name { name, kecamatan })
    }
}

fn key(text: &str) -> String {
    text::search_key(text).chars().take(LONGEST).collect()
}

/// Digits, with or without dots, as the beginning of a village code.
fn code_prefix(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| *c != '.').collect();
    if !(2..=10).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut code = String::with_capacity(13);
    for (n, digit) in digits.chars().enumerate() {
        if matches!(n, 2 | 4 | 6) {
            code.push('.');
        }
        code.push(digit);
    }
    Some(code)
}

/// The words of a name as search keys: `Bani-Bani` has two, `Fatuba'a` one.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '(' | ')' | '.' | ','))
        .map(text::search_key)
        .filter(|word| !word.is_empty())
        .collect()
}

/// The letters of a key in order. Words with the same letters have the same bag, however they are turned.
#[must_use]
pub fn bag(key: &str) -> String {
    let mut letters: Vec<char> = key.chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

/// The bags of everything that is at most one letter away from a key (one missing, one too many, one instead of
/// another) or has its letters turned: some 35 for each letter. Empty for a key too short to forgive errors in.
#[must_use]
pub fn near_bags(key: &str) -> Vec<String> {
    if key.chars().count() < ERRORS_FROM {
        return Vec::new();
    }
    let letters: Vec<char> = bag(key).chars().collect();
    let with = |base: &[char], extra: Option<char>| {
        let mut all: Vec<char> = base.iter().copied().chain(extra).collect();
        all.sort_unstable();
        all.into_iter().collect::<String>()
    };
    let mut bags = vec![with(&letters, None)];
    bags.extend(('a'..='z').map(|c| with(&letters, Some(c))));
    for at in 0..letters.len() {
        if at > 0 && letters[at] == letters[at - 1] {
            continue;
        }
        let mut rest = letters.clone();
        rest.remove(at);
        bags.extend(('a'..='z').map(|c| with(&rest, Some(c))));
        bags.push(with(&rest, None));
    }
    bags.sort_unstable();
    bags.dedup();
    bags
}

/// How well a village fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    /// The name begins with it.
    Begins,
    /// A later word of the name begins with it.
    Word,
    /// One typing error away from the name.
    OneError,
    /// One typing error away from a word of the name.
    WordError,
    /// The letters stand in the name in this order; the better the score, the nearer, then the shorter name.
    Letters(Reverse<i64>, usize),
}

/// Orders candidates by how well they fit what was typed: the exact name, names that begin with it, names with a word
/// that begins with it, names one typing error away, and names that hold its letters in order (by the score of
/// `fuzzy-matcher`). Equals stand in the register's order; what does not fit at all is dropped.
#[must_use]
pub fn rank(typed: &str, candidates: Vec<Place>, limit: usize) -> Vec<Hit> {
    let Some(wanted) = Wanted::parse(typed) else {
        return Vec::new();
    };
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut found: Vec<(Fit, Place)> = candidates
        .into_iter()
        .filter_map(|place| Some((fit(&wanted, &place, &matcher)?, place)))
        .collect();
    found.sort_by_key(|(fit, place)| (*fit, place.ord));
    found.dedup_by_key(|(_, place)| place.ord);
    found
        .into_iter()
        .take(limit)
        .map(|(fit, place)| Hit {
            place,
            exact: fit == Fit::Exact,
        })
        .collect()
}

fn fit(wanted: &Wanted, place: &Place, matcher: &SkimMatcherV2) -> Option<Fit> {
    let (name, kecamatan) = match wanted {
        Wanted::Code(code) if place.code.as_str() == code => return Some(Fit::Exact),
        Wanted::Code(code) => {
            return place
                .code
                .as_str()
                .starts_with(code.as_str())
                .then_some(Fit::Begins);
        }
        Wanted::Name { name, kecamatan } => (name, kecamatan),
    };
    if kecamatan
        .as_ref()
        .is_some_and(|k| !text::search_key(&place.kecamatan).starts_with(k.as_str()))
    {
        return None;
    }
    let words = words(&place.name);
    let whole = words.concat();
    if whole == *name {
        return Some(Fit::Exact);
    }
    if whole.starts_with(name.as_str()) {
        return Some(Fit::Begins);
    }
    if (1..words.len()).any(|n| words[n..].concat().starts_with(name.as_str())) {
        return Some(Fit::Word);
    }
    if is_near(name, &whole) {
        return Some(Fit::OneError);
    }
    if words.iter().any(|word| is_near(name, word)) {
        return Some(Fit::WordError);
    }
    matcher
        .fuzzy_match(&whole, name)
        .map(|score| Fit::Letters(Reverse(score), whole.len()))
}

/// Whether one is the other with one typing error: a letter missing, too many, or another; two letters next to each
/// other turned; or the same letters with two of them turned (`Fukeu`, `Kufeu`).
fn is_near(typed: &str, name: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), name.chars().collect());
    if a.len() < ERRORS_FROM || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    match distance(&a, &b) {
        0 | 1 => true,
        2 => bag(typed) == bag(name),
        _ => false,
    }
}

/// The number of letters to insert, delete, replace or turn with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// What a search for one village came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Single {
    One(Place),
    /// Several fit; nothing is picked by itself.
    Several(Vec<Hit>),
    None,
}

/// The one village that is meant: the only hit, or the only exact one.
#[must_use]
pub fn single(mut hits: Vec<Hit>) -> Single {
    let mut exact = hits.iter().enumerate().filter(|(_, hit)| hit.exact);
    let only = match (exact.next(), exact.next(), hits.len()) {
        (Some((at, _)), None, _) => Some(at),
        (None, _, 1) => Some(0),
        _ => None,
    };
    match only {
        Some(at) => Single::One(hits.swap_remove(at).place),
        None if hits.is_empty() => Single::None,
        None => Single::Several(hits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Register;
    use rstest::rstest;

    fn places() -> Vec<Place> {
        let register = Register::built_in().unwrap();
        let name = |code: &str| {
            let region = register.kecamatan.iter().find(|k| k.code == code);
            region.unwrap().display_name()
        };
        register
            .villages
            .iter()
            .zip(0..)
            .map(|(village, ord)| Place {
                ord,
                code: village.code.clone(),
                name: village.name.clone(),
                kecamatan: name(village.code.kecamatan()),
                regency: String::new(),
            })
            .collect()
    }

    fn names(typed: &str) -> Vec<String> {
        let hits = rank(typed, places(), 10);
        hits.into_iter().map(|hit| hit.place.name).collect()
    }

    #[rstest]
    #[case("lakekun", &["Lakekun", "Lakekun Utara", "Lakekun Barat"])]
    #[case("LAKEKUN barat", &["Lakekun Barat"])]
    #[case("Bianeno", &["Beaneno"])]
    #[case("Fukeu", &["Kufeu"])]
    #[case("fatubaa", &["Fatuba'a"])]
    #[case("bani bani", &["Bani-Bani"])]
    #[case("kota atambua", &["Kota Atambua"])]
    #[case("atambua", &["Kota Atambua"])]
    #[case("manumutin", &["Manumutin", "Manumutin Silole", "Maumutin"])]
    #[case("lkkn", &["Lakekun"])]
    #[case("lakeknu", &["Lakekun"])]
    #[case("53.21.07.2008", &["Beaneno"])]
    #[case("5321072008", &["Beaneno"])]
    #[case("53.04.01", &["Kewar", "Fulur"])]
    fn what_people_type_finds_the_village_first(#[case] typed: &str, #[case] first: &[&str]) {
        let found = names(typed);
        assert!(found.len() >= first.len(), "{typed}: {found:?}");
        assert_eq!(found[..first.len()], *first, "{typed}");
    }

    #[test]
    fn a_family_of_names_stands_together() {
        let found = names("lak");
        let family = ["Lakekun", "Lakekun Utara", "Lakekun Barat"];
        let at = family.map(|name| found.iter().position(|f| f == name));
        assert!(at.iter().all(|at| at.is_some_and(|at| at < 6)), "{found:?}");
    }

    #[rstest]
    #[case("")]
    #[case(" ' - ")]
    #[case("qqqq")]
    #[case("99.99")]
    fn what_fits_nothing_finds_nothing(#[case] typed: &str) {
        assert_eq!(names(typed), [] as [&str; 0]);
    }

    #[test]
    fn an_exact_name_is_one_village_though_others_begin_with_it() {
        let Single::One(place) = single(rank("Lakekun", places(), 10)) else {
            panic!()
        };
        assert_eq!(place.code.as_str(), "53.21.11.2007");
        assert!(matches!(
            single(rank("lake", places(), 10)),
            Single::Several(_)
        ));
        assert_eq!(single(rank("qqqq", places(), 10)), Single::None);
    }

    #[test]
    fn the_kecamatan_after_a_comma_tells_namesakes_apart() {
        let mut twins = places();
        let mut twin = twins[202].clone();
        assert_eq!(twin.name, "Lakekun Barat");
        twin.ord = 208;
        twin.kecamatan = "Lamaknen".into();
        twins.push(twin);
        assert!(
            matches!(single(rank("lakekun barat", twins.clone(), 10)), Single::Several(h) if h.len() == 2)
        );
        let Single::One(place) = single(rank("Lakekun Barat, lamak", twins, 10)) else {
            panic!()
        };
        assert_eq!(place.ord, 208);
    }

    #[test]
    fn a_bag_reaches_every_single_error() {
        let near = near_bags("kufeu");
        for typed in ["kufeu", "fukeu", "ukfeu", "kufe", "kufeua", "kafeu"] {
            assert!(near.contains(&bag(typed)), "{typed}");
        }
        assert!(near.len() < 36 * 5, "{}", near.len());
        assert_eq!(near_bags("lak"), [] as [&str; 0]);
    }

    #[rstest]
    #[case("kewar", "kewar", 0)]
    #[case("kewar", "kwear", 1)]
    #[case("kewar", "kewr", 1)]
    #[case("kewar", "kewaru", 1)]
    #[case("fukeu", "kufeu", 2)]
    #[case("", "abc", 3)]
    fn distances(#[case] a: &str, #[case] b: &str, #[case] n: usize) {
        let chars = |s: &str| s.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars(a), &chars(b)), n);
    }
}
