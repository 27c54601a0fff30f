//! From a text to a filter.

use std::ops::Range;

use super::words::{self, Field};
use super::{Bad, Compare, DecisionIs, Level, Query, RegionName, Term, Test, Wrong};
use crate::domain::attention::Reason;
use crate::domain::follow::Office;
use crate::domain::gate::Category;
use crate::domain::stage::Stage;
use crate::domain::text::search_key;

/// More days than anybody counts.
const MOST_DIGITS: usize = 5;

/// A character with its place; what is quoted has no meaning of its own.
#[derive(Clone, Copy)]
struct Letter {
    c: char,
    at: usize,
    quoted: bool,
}

/// Letters of one value, with the place of the value in the text.
struct Word {
    text: String,
    span: Range<usize>,
    quoted: bool,
}

impl Word {
    fn of(letters: &[Letter], span: Range<usize>) -> Self {
        let said = letters.iter().filter(|l| !(l.quoted && l.c == '"'));
        Self {
            text: said.map(|l| l.c).collect(),
            quoted: letters.iter().any(|l| l.quoted),
            span,
        }
    }

    fn low(&self) -> String {
        self.text.to_lowercase()
    }
}

pub(super) fn query(text: &str) -> Result<Query, Bad> {
    let mut terms = Vec::new();
    for token in tokens(text)? {
        terms.push(term(&token)?);
    }
    Ok(Query { terms })
}

/// What stands between spaces. The quotes themselves stay in, as quoted letters.
fn tokens(text: &str) -> Result<Vec<Vec<Letter>>, Bad> {
    let mut all = Vec::new();
    let mut token: Vec<Letter> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if c == '"' {
            open = if open.is_some() { None } else { Some(at) };
            token.push(Letter {
                c,
                at,
                quoted: true,
            });
        } else if open.is_none() && c.is_whitespace() {
            if !token.is_empty() {
                all.push(std::mem::take(&mut token));
            }
        } else {
            let quoted = open.is_some();
            token.push(Letter { c, at, quoted });
        }
    }
    if let Some(at) = open {
        return Err(Bad {
            span: at..text.len(),
            wrong: Wrong::OpenQuote,
        });
    }
    if !token.is_empty() {
        all.push(token);
    }
    Ok(all)
}

fn span(letters: &[Letter]) -> Range<usize> {
    match (letters.first(), letters.last()) {
        (Some(first), Some(last)) => first.at..last.at + last.c.len_utf8(),
        _ => 0..0,
    }
}

fn term(token: &[Letter]) -> Result<Term, Bad> {
    let whole = span(token);
    let negated = token.first().is_some_and(|l| !l.quoted && l.c == '!');
    let rest = &token[usize::from(negated)..];
    let sign = rest
        .iter()
        .position(|l| !l.quoted && matches!(l.c, ':' | '<' | '>' | '='));
    let test = match sign {
        Some(at) => compared(&rest[..at], &rest[at..], whole)?,
        None => free(rest, whole)?,
    };
    Ok(Term { negated, test })
}

/// A word of its own, or a text to look for.
fn free(letters: &[Letter], whole: Range<usize>) -> Result<Test, Bad> {
    let values = split(letters, &whole);
    let alone = |value: &Word| {
        let word = (!value.quoted).then(|| value.low());
        word.and_then(|w| words::alone(&w))
    };
    if let Some((first, others)) = values.split_first()
        && let Some(mut test) = alone(first)
    {
        for other in others {
            let joined = alone(other).is_some_and(|more| join(&mut test, more));
            if !joined {
                return Err(no_alternative(first));
            }
        }
        return Ok(test);
    }
    if let Some(word) = values.iter().find(|v| alone(v).is_some()) {
        return Err(no_alternative(word));
    }
    let mut texts = Vec::new();
    for value in values {
        // What has no letter would be found everywhere.
        if search_key(&value.text).is_empty() {
            return Err(Bad {
                span: value.span,
                wrong: Wrong::Nothing,
            });
        }
        texts.push(value.text);
    }
    Ok(Test::Text(texts))
}

/// Adds an alternative of the same kind; false where it is of another.
fn join(test: &mut Test, more: Test) -> bool {
    match (test, more) {
        (Test::Decision(all), Test::Decision(more)) => all.extend(more),
        (Test::Reason(all), Test::Reason(more)) => all.extend(more),
        _ => return false,
    }
    true
}

fn no_alternative(word: &Word) -> Bad {
    Bad {
        span: word.span.clone(),
        wrong: Wrong::NoAlternative(word.text.clone()),
    }
}

/// The values between commas. One without a letter has the place of the whole term.
fn split(letters: &[Letter], whole: &Range<usize>) -> Vec<Word> {
    letters
        .split(|l| !l.quoted && l.c == ',')
        .map(|part| {
            let span = if part.is_empty() {
                whole.clone()
            } else {
                span(part)
            };
            Word::of(part, span)
        })
        .collect()
}

fn compared(name: &[Letter], rest: &[Letter], whole: Range<usize>) -> Result<Test, Bad> {
    let name_span = if name.is_empty() {
        whole.clone()
    } else {
        span(name)
    };
    let name = Word::of(name, name_span);
    let Some(field) = Field::parse(&name.low()) else {
        return Err(Bad {
            span: name.span.clone(),
            wrong: Wrong::UnknownField {
                near: Field::near(&name.low()),
                word: name.text,
            },
        });
    };
    let equal = rest.get(1).is_some_and(|l| !l.quoted && l.c == '=');
    let (how, signs) = match (rest.first().map(|l| l.c), equal) {
        (Some('<'), true) => (Compare::AtMost, 2),
        (Some('<'), false) => (Compare::Less, 1),
        (Some('>'), true) => (Compare::AtLeast, 2),
        (Some('>'), false) => (Compare::More, 1),
        _ => (Compare::Is, 1),
    };
    let values = split(&rest[signs..], &whole);
    if let Some(empty) = values.iter().find(|v| v.text.trim().is_empty()) {
        return Err(Bad {
            span: empty.span.clone(),
            wrong: Wrong::NoValue(field),
        });
    }
    if how != Compare::Is && values.len() > 1 {
        return Err(Bad {
            span: values[1].span.clone(),
            wrong: Wrong::OneValue(field),
        });
    }
    let ordered = matches!(
        field,
        Field::Stage | Field::Verified | Field::Age | Field::Data
    );
    if how != Compare::Is && !ordered {
        return Err(Bad {
            span: whole,
            wrong: Wrong::NotCompared(field),
        });
    }
    test(field, how, values)
}

fn test(field: Field, how: Compare, values: Vec<Word>) -> Result<Test, Bad> {
    let regions = |level, values: Vec<Word>| {
        let names = values.into_iter().map(|v| RegionName {
            name: v.text,
            span: v.span,
        });
        Test::Region(level, names.collect())
    };
    Ok(match field {
        Field::Kecamatan => regions(Level::Kecamatan, values),
        Field::Regency => regions(Level::Regency, values),
        Field::Decision => Test::Decision(each(field, &values, DecisionIs::of_word)?),
        Field::Stage => Test::Stage(how, each(field, &values, Stage::parse)?),
        Field::Verified => Test::Verified(how, each(field, &values, Stage::parse)?),
        Field::Age => Test::Age(how, days(field, &values)?),
        Field::Data => Test::Data(how, days(field, &values)?),
        Field::Reason => Test::Reason(each(field, &values, Reason::parse)?),
        Field::Office => Test::Office(each(field, &values, Office::parse)?),
        Field::Kind => Test::Kind(each(field, &values, words::parse_kind)?),
        Field::Category => Test::Category(each(field, &values, Category::parse)?),
    })
}

fn each<T>(
    field: Field,
    values: &[Word],
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, Bad> {
    let one = |value: &Word| {
        let word = value.low();
        parse(&word).ok_or_else(|| Bad {
            span: value.span.clone(),
            wrong: Wrong::UnknownValue {
                field,
                near: words::nearest(&word, field.values().into_iter()),
                word: value.text.clone(),
            },
        })
    };
    values.iter().map(one).collect()
}

fn days(field: Field, values: &[Word]) -> Result<i64, Bad> {
    let bad = |value: &Word, wrong| Bad {
        span: value.span.clone(),
        wrong,
    };
    match values {
        [one] => {
            let digits = one.text.bytes().all(|b| b.is_ascii_digit());
            let number = (digits && one.text.len() <= MOST_DIGITS).then(|| one.text.parse().ok());
            number
                .flatten()
                .ok_or_else(|| bad(one, Wrong::NoNumber(field)))
        }
        [_, second, ..] => Err(bad(second, Wrong::OneValue(field))),
        [] => Err(Bad {
            span: 0..0,
            wrong: Wrong::NoNumber(field),
        }),
    }
}
