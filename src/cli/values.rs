//! The words that options take. Both languages are read everywhere; the language's own word is the one shown.

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::list::ONCE_CLOSED;
use crate::domain::attention::Reason;
use crate::domain::event::{Event, Group};
use crate::domain::evidence::Status;
use crate::domain::follow::{Obstacle, Office, Outcome};
use crate::domain::gate::Category;
use crate::domain::list::Sort;
use crate::domain::occasion::Happening;
use crate::domain::people::{PersonEvent, Role};
use crate::domain::stage::{Decision, Stage};
use crate::domain::view::ViewEvent;
use crate::strings::Lang;

/// Words that are the same in both languages.
pub fn words<const N: usize>(words: [&'static str; N]) -> PossibleValuesParser {
    PossibleValuesParser::new(words)
}

/// `K0` to `K3`, and `K4` for villages with a closed choice.
pub fn decisions() -> PossibleValuesParser {
    let codes = Decision::ALL.into_iter().map(Decision::code);
    PossibleValuesParser::new(codes.chain([ONCE_CLOSED]))
}

/// The stages by word or number.
pub fn stages(lang: Lang) -> PossibleValuesParser {
    let english = ["potential", "processed", "packaged", "marketed"];
    let words = Stage::ALL.into_iter().map(Stage::word).zip(english);
    PossibleValuesParser::new(
        words
            .zip(["1", "2", "3", "4"])
            .map(|((id, en), number)| either(lang, id, en).alias(number)),
    )
}

/// The roles of people.
pub fn roles(lang: Lang) -> PossibleValuesParser {
    let english = ["viewer", "companion", "chair", "admin"];
    let words = Role::ALL.iter().map(|r| r.word()).zip(english);
    PossibleValuesParser::new(words.map(|(id, en)| either(lang, id, en)))
}

/// The orders of a list.
pub fn orders(lang: Lang) -> PossibleValuesParser {
    let english = ["register", "name", "age", "attention"];
    let words = Sort::CHOICES.into_iter().map(Sort::word).zip(english);
    PossibleValuesParser::new(words.map(|(id, en)| either(lang, id, en)))
}

/// The forums by their short words, or as the log writes them.
pub fn forums() -> PossibleValuesParser {
    PossibleValuesParser::new(
        [
            ("musdes", "musyawarah-desa"),
            ("kelurahan", "rapat-kelurahan"),
            ("kabupaten", "penunjukan-kabupaten"),
        ]
        .map(|(short, long)| PossibleValue::new(short).alias(long)),
    )
}

/// The groups of potentials, as the log writes them.
pub fn groups() -> PossibleValuesParser {
    PossibleValuesParser::new(Group::ALL.map(Group::word))
}

/// The categories of products, as the log writes them.
pub fn categories() -> PossibleValuesParser {
    PossibleValuesParser::new(Category::ALL.map(Category::word))
}

/// How far a paper or proof is, as the log writes it.
pub fn statuses() -> PossibleValuesParser {
    PossibleValuesParser::new(Status::ALL.map(Status::word))
}

/// What can stand in the way, as the log writes it.
pub fn obstacles() -> PossibleValuesParser {
    PossibleValuesParser::new(Obstacle::ALL.iter().map(|o| o.word()))
}

/// Who can act, as the log writes it.
pub fn offices() -> PossibleValuesParser {
    PossibleValuesParser::new(Office::ALL.iter().map(|o| o.word()))
}

/// How a promise can end, as the log writes it.
pub fn outcomes() -> PossibleValuesParser {
    PossibleValuesParser::new(Outcome::ALL.iter().map(|o| o.word()))
}

/// The kinds of events by name (`stage.declared`), or by the beginning that several share (`stage`).
pub fn kinds() -> PossibleValuesParser {
    let mut words: Vec<&str> = Vec::new();
    for kind in Event::KINDS
        .iter()
        .chain(Happening::KINDS)
        .chain(ViewEvent::KINDS)
        .chain(PersonEvent::KINDS)
    {
        for word in kind
            .split_once('.')
            .map(|(group, _)| group)
            .into_iter()
            .chain([*kind])
        {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    PossibleValuesParser::new(words)
}

/// Why a village needs attention.
pub fn reasons() -> PossibleValuesParser {
    PossibleValuesParser::new(Reason::ALL.map(Reason::word))
}

/// Yes or no.
pub fn yes_no(lang: Lang) -> PossibleValuesParser {
    PossibleValuesParser::new([
        either(lang, "ya", "yes").alias("y"),
        either(lang, "tidak", "no").aliases(["t", "n"]),
    ])
}

/// One word in two languages.
fn either(lang: Lang, id: &'static str, en: &'static str) -> PossibleValue {
    let (own, other) = match lang {
        Lang::Id => (id, en),
        Lang::En => (en, id),
    };
    if own == other {
        return PossibleValue::new(own);
    }
    PossibleValue::new(own).alias(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tree;
    use crate::strings::Strings;

    /// Whatever the command line lets through, the domain must be able to read.
    #[test]
    fn every_word_that_is_let_through_is_understood() {
        for lang in [Lang::Id, Lang::En] {
            let tree = tree::command(Strings::of(lang));
            for word in ["POTENSI", "processed", "dikemas", "4"] {
                let found = tree
                    .clone()
                    .try_get_matches_from(["ovop", "list", "--stage", word])
                    .unwrap();
                let (_, list) = found.subcommand().unwrap();
                let word = list.get_one::<String>("stage").unwrap();
                assert!(Stage::parse(word).is_some(), "{word}");
            }
            for word in [
                "register",
                "nama",
                "name",
                "umur",
                "age",
                "perhatian",
                "attention",
            ] {
                tree.clone()
                    .try_get_matches_from(["ovop", "list", "--sort", word])
                    .unwrap();
                assert!(Sort::parse(word).is_some(), "{word}");
            }
        }
    }
}
