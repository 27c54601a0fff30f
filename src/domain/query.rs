//! The filter language: `kec:rinhat tahap<dikemas umur>90 !rtl`.
//!
//! A filter is terms with spaces between them; a village is shown when all of them hold. `!` before a term turns it
//! around, a comma gives alternatives, quotes hold a value with spaces together. Words are Indonesian, the English ones
//! are read too. What is no field and no known word is looked for in the names of village and product.

mod complete;
mod read;
mod words;

use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;

use super::attention::Reason;
use super::code::Kind;
use super::follow::Office;
use super::gate::{Category, Rules};
use super::list::{DecisionIs, Filter, Row};
use super::stage::{Decision, Stage};
use super::text::search_key;

pub use self::complete::complete;
pub use self::words::Field;

/// A filter as it was written: every term must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub terms: Vec<Term>,
}

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Shown are those of which the test does not hold.
    pub negated: bool,
    pub test: Test,
}

/// How a value is held against another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Is,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Compare {
    fn sign(self) -> &'static str {
        match self {
            Self::Is => ":",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }

    fn holds<T: PartialOrd>(self, value: T, bound: T) -> bool {
        match self {
            Self::Is => value == bound,
            Self::Less => value < bound,
            Self::AtMost => value <= bound,
            Self::More => value > bound,
            Self::AtLeast => value >= bound,
        }
    }
}

/// A name of a region, and where it stands in the text: whether there is such a region, the register must say.
#[derive(Clone, Debug)]
pub struct RegionName {
    /// As it was written; the region's code once it is known.
    pub name: String,
    pub span: Range<usize>,
}

impl PartialEq for RegionName {
    /// The place in the text is no part of what is meant.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for RegionName {}

/// What is asked of a village. Of several values one must fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// It lies in the regency or kecamatan.
    Region(Level, Vec<RegionName>),
    Decision(Vec<DecisionIs>),
    /// The declared stage; a village without a chosen product has none, and no comparison holds.
    Stage(Compare, Vec<Stage>),
    /// The verified stage of a chosen product; where nothing is verified it lies below every stage.
    Verified(Compare, Vec<Stage>),
    /// Days in the present state; without a known day no comparison holds.
    Age(Compare, i64),
    /// Days since the last thing known of the village; without one no comparison holds.
    Data(Compare, i64),
    Reason(Vec<Reason>),
    /// A promise is open.
    Promise,
    /// Who can open an obstacle.
    Office(Vec<Office>),
    Kind(Vec<Kind>),
    Category(Vec<Category>),
    /// The village sells its raw material.
    Raw,
    /// In the name of the village or of its product, or, while none is chosen, of its first potential.
    Text(Vec<String>),
}

/// Which regions a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Regency,
    Kecamatan,
}

/// A filter that cannot be read: which word, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bad {
    /// The word, in bytes of the text.
    pub span: Range<usize>,
    pub wrong: Wrong,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No field has this name; the nearest that there is.
    UnknownField {
        word: String,
        near: Option<&'static str>,
    },
    /// The field does not have this value; the nearest, and all that it has.
    UnknownValue {
        field: Field,
        word: String,
        near: Option<&'static str>,
    },
    /// The field has no value here.
    NoValue(Field),
    /// A number of days is needed.
    NoNumber(Field),
    /// The field cannot be compared by more or less.
    NotCompared(Field),
    /// More or less than several values.
    OneValue(Field),
    /// A word that is a condition by itself is no alternative to a text or to a condition of another kind.
    NoAlternative(String),
    /// A quote that does not end.
    OpenQuote,
    /// Nothing to look for.
    Nothing,
}

impl Query {
    /// Reads a filter. An empty text shows everything.
    ///
    /// # Errors
    /// [`Bad`], with the first word that cannot be read.
    pub fn parse(text: &str) -> Result<Self, Bad> {
        read::query(text)
    }

    /// The names of regions in it, to be replaced by their codes.
    pub fn regions(&mut self) -> impl Iterator<Item = (Level, &mut RegionName)> {
        self.terms
            .iter_mut()
            .filter_map(|term| match &mut term.test {
                Test::Region(level, names) => Some(names.iter_mut().map(|n| (*level, n))),
                _ => None,
            })
            .flatten()
    }

    /// Whether a village is shown on a day. Names of regions must have been replaced by their codes.
    #[must_use]
    pub fn matches(&self, row: &Row, rules: &Rules, day: NaiveDate) -> bool {
        self.terms
            .iter()
            .all(|t| t.test.holds(row, rules, day) != t.negated)
    }
}

impl Query {
    /// The region's code when a single one is asked for.
    #[must_use]
    pub fn only_region(&self) -> Option<&str> {
        self.terms.iter().find_map(|term| match &term.test {
            Test::Region(_, names) if !term.negated && names.len() == 1 => {
                names.first().map(|n| n.name.as_str())
            }
            _ => None,
        })
    }

    /// Whether a village at this decision and stage can be shown, whatever else is true of it.
    #[must_use]
    pub fn may_hold(&self, decision: Decision, stage: Option<Stage>, once_closed: bool) -> bool {
        self.terms.iter().all(|term| {
            let holds = match &term.test {
                Test::Decision(all) => all.iter().any(|d| match d {
                    DecisionIs::Exactly(d) => *d == decision,
                    DecisionIs::WithoutProduct => decision.is_without_product(),
                    DecisionIs::OnceClosed => once_closed,
                }),
                Test::Stage(how, all) => {
                    stage.is_some_and(|stage| all.iter().any(|s| how.holds(stage, *s)))
                }
                _ => return true,
            };
            holds != term.negated
        })
    }
}

impl Test {
    fn holds(&self, row: &Row, rules: &Rules, day: NaiveDate) -> bool {
        let (code, summary) = (&row.place.code, &row.summary);
        let days = |since: Option<NaiveDate>| since.map(|since| (day - since).num_days());
        match self {
            Self::Region(_, names) => names
                .iter()
                .any(|n| code.regency() == n.name || code.kecamatan() == n.name),
            Self::Decision(all) => all.iter().any(|d| d.holds(summary)),
            Self::Stage(how, all) => summary
                .stage
                .is_some_and(|stage| all.iter().any(|s| how.holds(stage, *s))),
            Self::Verified(how, all) => {
                summary.stage.is_some()
                    && all
                        .iter()
                        .any(|s| how.holds(summary.verified(day), Some(*s)))
            }
            Self::Age(how, n) => days(summary.since).is_some_and(|days| how.holds(days, *n)),
            Self::Data(how, n) => days(summary.latest).is_some_and(|days| how.holds(days, *n)),
            Self::Reason(all) => all.iter().any(|r| r.holds(summary, rules, day).is_some()),
            Self::Promise => summary.next_due.is_some(),
            Self::Office(all) => summary.offices.iter().any(|o| all.contains(o)),
            Self::Kind(all) => all.contains(&row.place.kind()),
            Self::Category(all) => summary.category.is_some_and(|c| all.contains(&c)),
            Self::Raw => summary.sells_raw,
            Self::Text(all) => {
                let product = summary
                    .product
                    .as_ref()
                    .or(summary.first_potential.as_ref());
                let product = product.map_or_else(String::new, |p| search_key(p));
                let name = search_key(&row.place.name);
                all.iter().any(|text| {
                    let key = search_key(text);
                    name.contains(&key) || product.contains(&key)
                })
            }
        }
    }
}

/// All that a list is filtered by, as one text of the language. `region` is the name of the filter's region.
#[must_use]
pub fn in_words(filter: &Filter, region: Option<(Level, &str)>) -> String {
    let tests = [
        region.map(|(level, name)| {
            let name = name.to_owned();
            Test::Region(level, vec![RegionName { name, span: 0..0 }])
        }),
        filter.decision.map(|d| Test::Decision(vec![d])),
        filter.stage.map(|s| Test::Stage(Compare::Is, vec![s])),
        filter.reason.map(|(r, _)| Test::Reason(vec![r])),
    ];
    let chosen = tests.iter().flatten().map(Test::to_string);
    let typed = filter.query.iter().map(|w| w.text.trim().to_owned());
    let all: Vec<String> = chosen.chain(typed).collect();
    all.join(" ")
}

impl fmt::Display for Query {
    /// The filter as it can be read again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, term) in self.terms.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            if term.negated {
                f.write_str("!")?;
            }
            term.test.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, field: Field, how: Compare, all: Vec<String>| {
            write!(f, "{}{}{}", field.word(), how.sign(), all.join(","))
        };
        let is = Compare::Is;
        match self {
            Self::Region(level, names) => {
                let field = match level {
                    Level::Regency => Field::Regency,
                    Level::Kecamatan => Field::Kecamatan,
                };
                list(
                    f,
                    field,
                    is,
                    names.iter().map(|n| quoted(&n.name)).collect(),
                )
            }
            Self::Decision(all) => {
                let words = all.iter().map(|d| match d {
                    DecisionIs::Exactly(d) => d.code().to_lowercase(),
                    DecisionIs::WithoutProduct => words::NONE_YET.to_owned(),
                    DecisionIs::OnceClosed => "k4".to_owned(),
                });
                list(f, Field::Decision, is, words.collect())
            }
            Self::Stage(how, all) => list(f, Field::Stage, *how, listed(all, |s| s.word())),
            Self::Verified(how, all) => list(f, Field::Verified, *how, listed(all, |s| s.word())),
            Self::Age(how, n) => list(f, Field::Age, *how, vec![n.to_string()]),
            Self::Data(how, n) => list(f, Field::Data, *how, vec![n.to_string()]),
            Self::Reason(all) => list(f, Field::Reason, is, listed(all, |r| r.word())),
            Self::Promise => f.write_str(words::PROMISE),
            Self::Office(all) => list(f, Field::Office, is, listed(all, |o| o.word())),
            Self::Kind(all) => list(f, Field::Kind, is, listed(all, |k| words::kind(*k))),
            Self::Category(all) => list(f, Field::Category, is, listed(all, |c| c.word())),
            Self::Raw => f.write_str(words::RAW),
            Self::Text(all) => {
                let all: Vec<String> = all.iter().map(|t| quoted(t)).collect();
                f.write_str(&all.join(","))
            }
        }
    }
}

fn listed<T>(all: &[T], word: impl Fn(&T) -> &'static str) -> Vec<String> {
    all.iter().map(|x| word(x).to_owned()).collect()
}

/// A value that reads as itself: in quotes where it would else be taken apart or for a word of the language.
fn quoted(value: &str) -> String {
    let plain = value
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '/'));
    if plain && !words::is_word(value) {
        value.to_owned()
    } else {
        format!("\"{value}\"")
    }
}

impl DecisionIs {
    fn of_word(word: &str) -> Option<Self> {
        match word {
            "k4" => Some(Self::OnceClosed),
            _ if word.starts_with('k') && word.len() == 2 => {
                Decision::parse(word).map(Self::Exactly)
            }
            _ if word == words::NONE_YET || word == "none" => Some(Self::WithoutProduct),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
