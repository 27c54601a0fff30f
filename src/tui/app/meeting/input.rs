//! The inputs of the forms of meetings: made for few keys, since a room waits.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use tui_input::Input;

use crate::domain::dates::{self, BadDate};
use crate::domain::text::search_key;
use crate::tui::app::edit;
use crate::tui::app::keymap::Key;

/// Most options and candidates that are offered by a number at a time.
pub const OFFERED: usize = 9;

/// One of several that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The letter that picks it.
    pub letter: Option<char>,
    /// Names it in a draft, and is found by typing too.
    pub word: String,
    pub label: String,
}

impl Choice {
    #[must_use]
    pub fn new(word: &str, label: &str) -> Self {
        Self {
            letter: None,
            word: word.to_owned(),
            label: label.to_owned(),
        }
    }
}

#[derive(Clone, Debug)]
pub enum Value {
    /// While it is `untouched` the first letter typed replaces it.
    Text { input: Input, untouched: bool },
    /// A day; `due` reads it as one to come.
    Day {
        input: Input,
        untouched: bool,
        due: bool,
    },
    /// One of a few, by one letter or its number; where there are more than nine, `0` shows the next ones.
    Letter {
        options: Vec<Choice>,
        at: Option<usize>,
    },
    /// One of many, by a piece of its name. `free`: what is typed may stand as it is. While it is `untouched` the first
    /// letter typed replaces it.
    Fragment {
        input: Input,
        untouched: bool,
        options: Vec<Choice>,
        at: Option<usize>,
        free: bool,
    },
}

/// What a key did to an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    Nothing,
    Changed,
    /// Something was picked: on to the next input.
    Picked,
}

impl Value {
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text {
            input: Input::new(text.to_owned()),
            untouched: false,
        }
    }

    /// A text that is mostly right as it is.
    #[must_use]
    pub fn suggested(text: &str) -> Self {
        Self::Text {
            input: Input::new(text.to_owned()),
            untouched: !text.is_empty(),
        }
    }

    #[must_use]
    pub fn day(text: &str, due: bool) -> Self {
        Self::Day {
            input: Input::new(text.to_owned()),
            untouched: !text.is_empty(),
            due,
        }
    }

    #[must_use]
    pub fn letters(options: Vec<Choice>, at: Option<usize>) -> Self {
        Self::Letter { options, at }
    }

    #[must_use]
    pub fn fragment(options: Vec<Choice>, free: bool) -> Self {
        Self::Fragment {
            input: Input::default(),
            untouched: false,
            options,
            at: None,
            free,
        }
    }

    /// What is typed; nothing where something is picked by a letter.
    #[must_use]
    pub fn typed(&self) -> &str {
        match self {
            Self::Text { input, .. } | Self::Day { input, .. } | Self::Fragment { input, .. } => {
                input.value()
            }
            Self::Letter { .. } => "",
        }
    }

    #[must_use]
    pub fn input(&self) -> Option<&Input> {
        match self {
            Self::Text { input, .. } | Self::Day { input, .. } | Self::Fragment { input, .. } => {
                Some(input)
            }
            Self::Letter { .. } => None,
        }
    }

    /// What is picked. A piece of a name picks where only one name fits it, or one is it altogether.
    #[must_use]
    pub fn picked(&self) -> Option<&Choice> {
        match self {
            Self::Letter { options, at } => options.get((*at)?),
            Self::Fragment {
                input,
                options,
                at,
                free,
                ..
            } => {
                if let Some(at) = at {
                    return options.get(*at);
                }
                if *free {
                    return None;
                }
                let key = search_key(input.value());
                let whole = |c: &&Choice| search_key(&c.label) == key || search_key(&c.word) == key;
                if let Some(exact) = options.iter().find(whole) {
                    return (!key.is_empty()).then_some(exact);
                }
                match self.candidates().as_slice() {
                    [only] if !key.is_empty() => options.get(*only),
                    _ => None,
                }
            }
            Self::Text { .. } | Self::Day { .. } => None,
        }
    }

    /// Which of the options fit what is typed; those that begin with it first.
    #[must_use]
    pub fn candidates(&self) -> Vec<usize> {
        let Self::Fragment { input, options, .. } = self else {
            return Vec::new();
        };
        let key = search_key(input.value());
        let place = |c: &Choice| {
            let keys = [search_key(&c.label), search_key(&c.word)];
            if keys.iter().any(|k| k.starts_with(&key)) {
                Some(0)
            } else {
                keys.iter().any(|k| k.contains(&key)).then_some(1)
            }
        };
        let mut found: Vec<(usize, usize)> = (0..)
            .zip(options)
            .filter_map(|(i, c)| Some((place(c)?, i)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, i)| i).collect()
    }

    /// The day that is typed, where this is about a day.
    ///
    /// # Errors
    /// Why it is no day.
    pub fn day_of(&self, today: NaiveDate) -> Result<Option<NaiveDate>, BadDate> {
        let Self::Day { input, due, .. } = self else {
            return Ok(None);
        };
        let typed = input.value();
        if *due {
            return dates::parse_due(typed, today).map(Some);
        }
        // A meeting is to come, or it has taken place.
        dates::parse_due(typed, today)
            .or_else(|_| dates::parse(typed, today))
            .map(Some)
    }

    pub(super) fn key(&mut self, key: Key) -> Did {
        match self {
            Self::Text { input, untouched }
            | Self::Day {
                input, untouched, ..
            } => {
                if std::mem::take(untouched) && key.typed().is_some() {
                    input.reset();
                }
                changed(edit::edit(input, key))
            }
            Self::Letter { options, at } => {
                let last = options.len().saturating_sub(1);
                let moved = match (key.code(), *at) {
                    (KeyCode::Right, None) => Some(0),
                    (KeyCode::Right, Some(i)) => Some((i + 1).min(last)),
                    (KeyCode::Left, i) => Some(i.unwrap_or(0).saturating_sub(1)),
                    _ => None,
                };
                if let Some(to) = moved.filter(|_| !options.is_empty()) {
                    *at = Some(to);
                    return Did::Changed;
                }
                let Some(typed) = key.typed() else {
                    return Did::Nothing;
                };
                let letter = typed.to_ascii_lowercase();
                let digit = typed.to_digit(10).map(|d| d as usize);
                let first = first_offered(*at);
                if digit == Some(0) && options.len() > OFFERED {
                    let next = first + OFFERED;
                    *at = Some(if next > last { 0 } else { next });
                    return Did::Changed;
                }
                let by_letter = options.iter().position(|c| c.letter == Some(letter));
                let by_number = digit.and_then(|d| d.checked_sub(1)).map(|d| first + d);
                let found = by_letter.or(by_number.filter(|at| *at <= last));
                match found.filter(|_| !options.is_empty()) {
                    Some(found) => {
                        *at = Some(found);
                        Did::Picked
                    }
                    None => Did::Nothing,
                }
            }
            Self::Fragment { .. } => self.key_in_fragment(key),
        }
    }

    fn key_in_fragment(&mut self, key: Key) -> Did {
        let offered = self.candidates();
        let Self::Fragment {
            input,
            untouched,
            options,
            at,
            free,
        } = self
        else {
            return Did::Nothing;
        };
        let digit = key.typed().and_then(|c| c.to_digit(10));
        // Where no name fits what is typed, a number is a number.
        if let Some(n) = digit
            && let Some(found) = (n as usize).checked_sub(1).and_then(|i| offered.get(i))
            && (n as usize) <= OFFERED
        {
            *at = Some(*found);
            *input = Input::new(options[*found].label.clone());
            return Did::Picked;
        }
        if digit.is_some() && !*free {
            return Did::Nothing;
        }
        let before = input.value().to_owned();
        if std::mem::take(untouched) && key.typed().is_some() {
            input.reset();
        }
        let known = edit::edit(input, key);
        if before != input.value() {
            *at = None;
        }
        changed(known)
    }

    /// Pastes where something is typed.
    pub(super) fn paste(&mut self, pasted: &str) -> bool {
        match self {
            Self::Text { input, untouched }
            | Self::Day {
                input, untouched, ..
            } => {
                if std::mem::take(untouched) {
                    input.reset();
                }
                edit::paste(input, pasted);
            }
            Self::Fragment {
                input,
                untouched,
                at,
                ..
            } => {
                *at = None;
                if std::mem::take(untouched) {
                    input.reset();
                }
                edit::paste(input, pasted);
            }
            Self::Letter { .. } => return false,
        }
        true
    }

    /// As it stands in a draft.
    #[must_use]
    pub(super) fn kept(&self) -> String {
        match self {
            Self::Letter { .. } => self.picked().map_or_else(String::new, |c| c.word.clone()),
            _ => self.typed().to_owned(),
        }
    }

    /// Takes what stood in a draft. A suggestion that was left stays one.
    pub(super) fn refill(&mut self, kept: &str) {
        match self {
            Self::Letter { options, at } => *at = options.iter().position(|c| c.word == kept),
            Self::Text { input, untouched }
            | Self::Day {
                input, untouched, ..
            } => {
                *untouched &= input.value() == kept;
                *input = Input::new(kept.to_owned());
            }
            Self::Fragment {
                input,
                untouched,
                at,
                ..
            } => {
                *at = None;
                *untouched &= input.value() == kept;
                *input = Input::new(kept.to_owned());
            }
        }
    }

    /// Puts a text in that is mostly right as it is, where nobody has typed another.
    pub(super) fn suggest(&mut self, text: &str) {
        match self {
            Self::Text { input, untouched } => {
                *untouched = true;
                *input = Input::new(text.to_owned());
            }
            Self::Fragment {
                input,
                untouched,
                at,
                ..
            } => {
                *at = None;
                *untouched = true;
                *input = Input::new(text.to_owned());
            }
            Self::Day { .. } | Self::Letter { .. } => {}
        }
    }
}

/// The first of the options that are offered by a number now: those around the one that is picked.
#[must_use]
pub fn first_offered(at: Option<usize>) -> usize {
    at.unwrap_or(0) / OFFERED * OFFERED
}

fn changed(known: bool) -> Did {
    if known { Did::Changed } else { Did::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::follow::Office;

    fn offices() -> Value {
        let words = crate::strings::Strings::of(crate::strings::Lang::Id);
        let all = Office::ALL.iter();
        let all = all.map(|o| Choice::new(o.word(), words.programme.office(*o)));
        Value::fragment(all.collect(), false)
    }

    fn typed(mut value: Value, text: &str) -> Value {
        for c in text.chars() {
            value.key(Key::parse(&c.to_string()).unwrap());
        }
        value
    }

    #[test]
    fn a_piece_of_a_name_picks_where_only_one_fits() {
        let picked = |text: &str| typed(offices(), text).picked().map(|c| c.word.clone());
        assert_eq!(picked("dinkes").as_deref(), Some("dinkes"));
        assert_eq!(picked("BPOM").as_deref(), Some("bpom"));
        assert_eq!(picked("bp"), None, "BPD, BPOM, BPJPH, BPJS");
        assert_eq!(picked(""), None, "nothing is picked by itself");
        assert_eq!(picked("xyz"), None);
    }

    #[test]
    fn a_number_picks_from_those_that_fit_and_typing_on_takes_the_pick_back() {
        let several = typed(offices(), "bp");
        let second = several.candidates()[1];
        let Value::Fragment { options, .. } = &several else {
            unreachable!()
        };
        let word = options[second].word.clone();
        let picked = typed(several, "2");
        assert_eq!(picked.picked().unwrap().word, word);
        let on = typed(picked, "x");
        assert_eq!(on.picked(), None);
    }

    #[test]
    fn within_a_free_text_a_number_is_a_number() {
        let free = Value::fragment(vec![Choice::new("a", "lengkapi SPP-IRT")], true);
        assert_eq!(typed(free.clone(), "1").typed(), "lengkapi SPP-IRT");
        assert_eq!(typed(free, "latih 1").typed(), "latih 1");
    }
}
