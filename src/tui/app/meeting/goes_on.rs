//! The promise of old that a decision goes on with: which it is, how it ends, and what becomes of it meanwhile.

use uuid::Uuid;

use super::ask::View;
use super::form::{Entry, Kind, MeetForm, Name};
use super::input::{Choice, Value};
use crate::domain::follow::{Action, Outcome};
use crate::strings::Strings;

/// A new promise goes on with none.
const NONE: &str = "-";
/// How a promise can end that goes on in another, in the order of its letters.
const ENDS: [Outcome; 2] = [Outcome::Partly, Outcome::HandedOn];

/// What happened to the promise that was picked, before the decision was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meanwhile {
    /// It goes on in another one, which is picked in its place: by what that is about.
    GoesOn(String),
    /// This one has ended; without an outcome it was taken back.
    Ended(Uuid, Option<Outcome>),
}

/// The open ones, the one due first on top.
pub(super) fn open(all: &[Action]) -> Vec<Action> {
    let mut open: Vec<Action> = all.iter().filter(|a| a.is_open()).cloned().collect();
    open.sort_by_key(|a| a.planned.due);
    open
}

/// The open promise in which one goes on by now; itself while it is open.
fn heir(all: &[Action], id: Uuid) -> Option<&Action> {
    let mut id = id;
    // No row of promises is longer than all of them.
    for _ in all {
        let here = all.iter().find(|a| a.planned.action == id)?;
        if here.is_open() {
            return Some(here);
        }
        let next = all.iter().find(|a| a.planned.after == Some(id))?;
        id = next.planned.action;
    }
    None
}

/// The input in which the promise is picked.
pub(super) fn which(open: &[Action], at: Option<usize>, s: &Strings) -> Entry {
    let mut options = vec![Choice::new(NONE, s.meeting.new_promise())];
    options.extend(open.iter().map(|action| {
        let planned = &action.planned;
        let due = s.facts.short_day(planned.due);
        let label = s.meeting.goes_on(&planned.what, &due);
        Choice::new(&planned.action.to_string(), &label)
    }));
    Entry {
        name: Name::After,
        value: Value::letters(options, at),
    }
}

/// The input that asks how the promise that is picked ends.
fn how(s: &Strings) -> Entry {
    let letters = s.meeting.goes_on_letters();
    let options = ENDS.into_iter().zip(letters).map(|(o, letter)| Choice {
        letter: Some(letter),
        ..Choice::new(o.word(), s.programme.outcome(o))
    });
    Entry {
        name: Name::How,
        value: Value::letters(options.collect(), None),
    }
}

impl View {
    /// All promises to the village of the item that is seen, of a topic those about topics; closed ones too.
    #[must_use]
    pub fn promises(&self) -> &[Action] {
        match &self.slide {
            Some(slide) => &slide.card.village.follow.actions,
            None => &self.topics,
        }
    }
}

impl MeetForm {
    /// The promise that the new one goes on with.
    #[must_use]
    pub fn earlier(&self) -> Option<&Action> {
        let id = self.earlier_id()?;
        self.open.iter().find(|a| a.planned.action == id)
    }

    pub(super) fn earlier_id(&self) -> Option<Uuid> {
        Uuid::parse_str(self.picked(Name::After)?).ok()
    }

    /// The promise that the new one goes on with, and how that one ends.
    #[must_use]
    pub fn goes_on_with(&self) -> Option<(&Action, Outcome)> {
        let outcome = Outcome::parse(self.picked(Name::How)?)?;
        Some((self.earlier()?, outcome))
    }

    fn place(&self, name: Name) -> Option<usize> {
        self.entries.iter().position(|e| e.name == name)
    }

    /// Another promise of old is picked, or none: how it ends is asked, and what it was about is offered.
    pub(super) fn earlier_changed(&mut self) {
        self.meanwhile = None;
        self.ask_how();
        self.offer_from_earlier();
    }

    fn ask_how(&mut self) {
        let s = Strings::of(self.lang);
        match (self.earlier().is_some(), self.place(Name::How)) {
            (true, None) => {
                let after = self.place(Name::After).map_or(0, |at| at + 1);
                self.entries.insert(after, how(s));
            }
            (false, Some(at)) => {
                self.entries.remove(at);
            }
            _ => {}
        }
    }

    /// What an earlier promise was about is mostly what the new one is about. What a person typed stays.
    fn offer_from_earlier(&mut self) {
        let s = Strings::of(self.lang);
        let offered = match self.earlier().map(|a| &a.planned) {
            Some(p) => [
                p.what.clone(),
                s.programme.office(p.office).to_owned(),
                p.who.clone(),
            ],
            None => <[String; 3]>::default(),
        };
        let before = std::mem::replace(&mut self.offered, offered.clone());
        for ((name, text), before) in [Name::What, Name::Office, Name::Who]
            .into_iter()
            .zip(offered)
            .zip(before)
        {
            if let Some(value) = self.value_mut(name)
                && (value.typed().trim().is_empty() || value.typed() == before)
            {
                value.suggest(&text);
            }
        }
    }

    /// Looks again at what is promised, of which `id` was picked. True where that one is open as before; where it goes on
    /// in another, that one is picked; where it has ended, the cursor asks for another one.
    pub(super) fn look_again(&mut self, all: &[Action], id: Uuid) -> bool {
        if self.kind != Kind::Decide {
            return true;
        }
        let s = Strings::of(self.lang);
        self.open = open(all);
        let heir = heir(all, id);
        // The first of the options goes on with none.
        let at = heir.and_then(|h| {
            let mut open = self.open.iter();
            Some(open.position(|a| a.planned.action == h.planned.action)? + 1)
        });
        let entry = which(&self.open, at, s);
        let place = match self.place(Name::After) {
            Some(place) => {
                self.entries[place] = entry;
                place
            }
            None => {
                let place = self.place(Name::What).unwrap_or(0);
                self.entries.insert(place, entry);
                place
            }
        };
        self.ask_how();
        self.meanwhile = match heir {
            Some(same) if same.planned.action == id => return true,
            Some(other) => Some(Meanwhile::GoesOn(other.planned.what.clone())),
            None => {
                let was = all.iter().find(|a| a.planned.action == id);
                let closed = was.and_then(|a| a.closed.as_ref());
                Some(Meanwhile::Ended(id, closed.map(|(outcome, ..)| *outcome)))
            }
        };
        // What stands there is the person's own from here on.
        self.offered = Default::default();
        (self.at, self.reading) = (place, false);
        false
    }
}
