//! Looking at a past day: the question which one, and going there and back.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use tui_input::Input;

use super::edit;
use super::input_queue::Pending;
use super::keymap::Key;
use super::model::Model;
use super::msg::{Ask, Effect, Now};
use super::overlay::Overlay;
use super::toast::Tone;
use crate::domain::dates::{self, BadDate};
use crate::domain::past::Seen;

/// The question which day is to be seen, and how.
#[derive(Debug, Default)]
pub struct DayQuestion {
    pub input: Input,
    pub known_then: bool,
    /// The day is there; keys answer whether it is to be seen as it was known then.
    pub day: Option<NaiveDate>,
    pub wrong: Option<Wrong>,
}

/// Why a day cannot be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    NoDate(BadDate),
    NotYet(NaiveDate),
}

/// What a key did in the question.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Stays,
    Close,
    /// To this day; with none, back to today.
    Go(Option<Seen>),
}

impl DayQuestion {
    fn key(&mut self, key: Key, today: NaiveDate) -> Asked {
        match (key.code(), self.day) {
            (KeyCode::Esc, _) => return Asked::Close,
            (KeyCode::Enter, Some(day)) => {
                return Asked::Go(Some(Seen {
                    day,
                    known_then: self.known_then,
                }));
            }
            (KeyCode::Enter, None) if self.input.value().trim().is_empty() => {
                return Asked::Go(None);
            }
            (KeyCode::Enter | KeyCode::Down | KeyCode::Tab, None) => self.read(today),
            (KeyCode::Char('y' | 'Y'), Some(_)) => self.known_then = true,
            (KeyCode::Char('t' | 'T' | 'n' | 'N'), Some(_)) => self.known_then = false,
            (KeyCode::Char(' '), Some(_)) => self.known_then = !self.known_then,
            (KeyCode::Char('q'), Some(_)) => return Asked::Close,
            (KeyCode::Char('k') | KeyCode::Up | KeyCode::BackTab | KeyCode::Backspace, Some(_)) => {
                self.day = None;
            }
            (_, Some(_)) => {}
            (_, None) => {
                self.wrong = None;
                edit::edit(&mut self.input, key);
            }
        }
        Asked::Stays
    }

    /// Puts pasted text into the day; the other question takes none.
    pub fn paste(&mut self, text: &str) {
        if self.day.is_none() {
            self.wrong = None;
            edit::paste(&mut self.input, text);
        }
    }

    fn read(&mut self, today: NaiveDate) {
        match dates::parse(self.input.value(), today) {
            Ok(day) if day > today => self.wrong = Some(Wrong::NotYet(day)),
            Ok(day) => self.day = Some(day),
            Err(why) => self.wrong = Some(Wrong::NoDate(why)),
        }
    }
}

impl Model {
    pub(super) fn ask_for_day(&mut self) -> Vec<Effect> {
        self.shared.open(Overlay::Past(DayQuestion::default()))
    }

    pub(super) fn key_in_day_question(
        &mut self,
        mut question: DayQuestion,
        key: Key,
        now: &Now,
    ) -> Vec<Effect> {
        match question.key(key, now.today) {
            Asked::Stays => self.shared.open(Overlay::Past(question)),
            Asked::Close => Vec::new(),
            Asked::Go(None) if self.shared.clock.seen.is_none() => Vec::new(),
            Asked::Go(seen) => {
                self.shared.input.pending = Some(Pending::Past);
                vec![Effect::Ask(Ask::Past { seen })]
            }
        }
    }

    /// Another day: what is late or near its end is so on that day, in filters too.
    pub(super) fn set_day(&mut self, day: NaiveDate) {
        self.shared.clock.today = day;
        self.screens.set_day(day);
    }

    /// From here on everything is about this day: what is shown is read again.
    pub(super) fn look_at(&mut self, seen: Option<Seen>, now: &Now) -> Vec<Effect> {
        self.shared.input.pending.take_if(|w| *w == Pending::Past);
        self.shared.clock.seen = seen;
        self.set_day(seen.map_or(now.today, |seen| seen.day));
        let s = self.shared.strings();
        let text = match seen {
            Some(Seen { day, known_then }) => {
                let day = s.facts.short_day(day);
                let head = s.cli.past.head(&day, known_then);
                format!("{head} {}", s.past.way_back)
            }
            None => s.past.back.to_owned(),
        };
        self.shared.say(text, Tone::Plain);
        self.reload()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn answer(script: &[&str]) -> (DayQuestion, Asked) {
        let mut question = DayQuestion::default();
        let mut asked = Asked::Stays;
        for key in script {
            asked = question.key(Key::parse(key).unwrap(), day("2026-11-24"));
        }
        (question, asked)
    }

    #[test]
    fn a_day_and_a_yes_lead_to_the_past_and_nothing_leads_back() {
        let (_, asked) = answer(&["3", "0", "/", "9", "Enter", "y", "Enter"]);
        let there = |known_then| Seen {
            day: day("2026-09-30"),
            known_then,
        };
        assert_eq!(asked, Asked::Go(Some(there(true))));
        let (_, asked) = answer(&["3", "0", "/", "9", "Tab", "y", "t", "Enter"]);
        assert_eq!(asked, Asked::Go(Some(there(false))));
        assert_eq!(answer(&["Enter"]).1, Asked::Go(None));
        assert_eq!(answer(&["3", "Esc"]).1, Asked::Close);
    }

    #[test]
    fn what_is_no_past_day_stays_to_be_mended() {
        let (question, asked) = answer(&["x", "Enter"]);
        assert_eq!(asked, Asked::Stays);
        assert_eq!(question.wrong, Some(Wrong::NoDate(BadDate::Form)));
        let (question, _) = answer(&["1", "-", "1", "-", "3", "0", "Enter"]);
        assert_eq!(question.wrong, Some(Wrong::NotYet(day("2030-01-01"))));
    }
}
