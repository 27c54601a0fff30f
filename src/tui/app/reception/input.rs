//! What a key does in one input of an entry.

use crossterm::event::KeyCode;
use tui_input::Input;

use super::entry::{Asks, Finder, Origin};
use crate::tui::app::edit;
use crate::tui::app::keymap::Key;

/// What a key did in an input.
#[derive(Default)]
pub(super) struct Did {
    pub changed: bool,
    /// On to the next input.
    pub done: bool,
    /// What is typed is to be looked up.
    pub look: bool,
}

impl Did {
    const NOTHING: Self = Self {
        changed: false,
        done: false,
        look: false,
    };
    const DONE: Self = Self {
        done: true,
        ..Self::NOTHING
    };
    const CHANGED: Self = Self {
        changed: true,
        ..Self::NOTHING
    };
}

pub(super) fn typed(input: &mut Input, offered: &mut bool, key: Key) -> Did {
    if key.code() == KeyCode::Enter {
        return Did::DONE;
    }
    if std::mem::take(offered) && key.typed().is_some() {
        input.reset();
    }
    Did {
        changed: edit::edit(input, key),
        ..Did::NOTHING
    }
}

/// A letter picks and goes on.
pub(super) fn lettered(picked: &mut Option<usize>, asks: Asks, key: Key) -> Did {
    if key.code() == KeyCode::Enter {
        return Did::DONE;
    }
    let letters = super::fields::letters(asks);
    let typed = key.typed().map(|c| c.to_ascii_lowercase());
    let Some(at) = typed.and_then(|c| letters.find(c)) else {
        return Did::NOTHING;
    };
    *picked = Some(at);
    Did {
        done: true,
        ..Did::CHANGED
    }
}

pub(super) fn moved(options: &[(String, String)], at: &mut usize, key: Key) -> Did {
    let last = options.len().saturating_sub(1);
    let to = match (key.code(), key.typed()) {
        (KeyCode::Enter, _) => return Did::DONE,
        (_, Some('j' | ' ')) | (KeyCode::Right, _) => (*at + 1).min(last),
        (_, Some('k')) | (KeyCode::Left, _) => at.saturating_sub(1),
        (_, Some(c)) => {
            let begins = |i: &usize| {
                let first = options[*i].1.chars().next();
                first.is_some_and(|f| f.to_lowercase().eq(c.to_lowercase()))
            };
            let around = (1..=options.len()).map(|ahead| (*at + ahead) % options.len().max(1));
            around.into_iter().find(begins).unwrap_or(*at)
        }
        _ => *at,
    };
    let changed = to != *at;
    *at = to;
    Did {
        changed,
        ..Did::NOTHING
    }
}

impl Finder {
    /// Digits pick a numbered candidate, 0 takes what is typed for an agency; Enter picks the only candidate. Where two
    /// fit, nothing is picked by itself.
    pub(super) fn key(&mut self, offered: &mut bool, key: Key) -> Did {
        if self.found.is_some() {
            return match (key.code(), key.typed()) {
                (KeyCode::Enter, _) => Did::DONE,
                (KeyCode::Backspace, _) | (_, Some(_)) => {
                    *offered = false;
                    *self = Self::default();
                    if key.typed().is_some() {
                        return self.edit(key);
                    }
                    Did::CHANGED
                }
                _ => Did::NOTHING,
            };
        }
        let text = self.input.value().trim().to_owned();
        let typing_code = text.starts_with(|c: char| c.is_ascii_digit());
        let digit = key.typed().and_then(|c| c.to_digit(10));
        match (key.code(), digit) {
            (KeyCode::Enter, _) if text.is_empty() => Did::DONE,
            (KeyCode::Enter, _) => match (self.answered, &self.hits[..]) {
                (true, [only]) => self.take(Origin::Village(only.place.clone())),
                _ => Did::NOTHING,
            },
            (_, Some(0)) if !text.is_empty() && !typing_code => self.take(Origin::Agency(text)),
            (_, Some(n)) if !self.hits.is_empty() && !typing_code => {
                match self.hits.get((n as usize).wrapping_sub(1)) {
                    Some(hit) => self.take(Origin::Village(hit.place.clone())),
                    None => Did::NOTHING,
                }
            }
            _ => self.edit(key),
        }
    }

    fn edit(&mut self, key: Key) -> Did {
        let before = self.input.value().to_owned();
        let changed = edit::edit(&mut self.input, key) && before != self.input.value();
        Did {
            changed,
            look: changed,
            done: false,
        }
    }

    fn take(&mut self, origin: Origin) -> Did {
        *self = Self {
            found: Some(origin),
            ..Self::default()
        };
        Did {
            done: true,
            ..Did::CHANGED
        }
    }
}
