//! How a promise ended, and the rest of one that was kept in part: promised anew in the same act.

use chrono::NaiveDate;
use uuid::Uuid;

use super::ask::View;
use super::form::{Entry, Kind, MeetForm, Name, Promised};
use super::input::{Choice, Value};
use super::kinds;
use crate::domain::act::FollowAct;
use crate::domain::event::ActionPlanned;
use crate::domain::follow::Outcome;
use crate::domain::occasion::Phase;
use crate::strings::{Lang, Strings};

/// How a promise can end where it is told of.
const ENDS: [Outcome; 4] = [
    Outcome::Done,
    Outcome::Partly,
    Outcome::Failed,
    Outcome::Dropped,
];

impl MeetForm {
    /// How a promise ended.
    #[must_use]
    pub fn settle(promised: Promised, view: &View, lang: Lang, fresh: Uuid) -> Self {
        let s = Strings::of(lang);
        let letters = s.meeting.outcome_letters();
        let outcomes = ENDS.into_iter().zip(letters).map(|(o, letter)| Choice {
            letter: Some(letter),
            ..Choice::new(o.word(), s.programme.outcome(o))
        });
        let o = view.occasion();
        let mut form = Self::empty(Kind::Settle, o.id, lang, fresh);
        let planned = &promised.action.planned;
        form.about.clone_from(&planned.what);
        form.entries = vec![
            Entry {
                name: Name::Outcome,
                value: Value::letters(outcomes.collect(), None),
            },
            Entry {
                name: Name::Note,
                value: Value::text(""),
            },
        ];
        // The rest is mostly for the same office and person, on another day.
        let mut rest = vec![
            (Name::What, Value::fragment(Vec::new(), true)),
            (Name::Office, Value::fragment(kinds::offices(s), false)),
            (Name::Who, Value::fragment(kinds::persons(view, s), true)),
        ];
        let office = s.programme.office(planned.office);
        for ((_, value), text) in rest.iter_mut().zip([&planned.what, office, &planned.who]) {
            value.suggest(text);
        }
        rest.push((Name::Due, Value::day("", true)));
        let rest = rest.into_iter();
        form.rest = rest.map(|(name, value)| Entry { name, value }).collect();
        // Final minutes take no promise in the name of their meeting; the row of promises tells whose it was.
        let counts_here = matches!(o.phase, Phase::Open | Phase::Closed);
        form.from = counts_here.then_some(o.id);
        form.promised = Some(promised);
        form
    }

    /// Of a promise that was kept in part the rest is asked for.
    pub(super) fn outcome_changed(&mut self) {
        let partly = self.picked(Name::Outcome) == Some(Outcome::Partly.word());
        let asked = self.value(Name::What).is_some();
        if partly && !asked {
            let rest = std::mem::take(&mut self.rest);
            self.entries.splice(1..1, rest);
        } else if asked && !partly {
            let last = self.entries.len() - 1;
            // What was typed of it stays, should it be wanted after all.
            self.rest = self.entries.drain(1..last).collect();
        }
    }

    /// The end of the promise that the form is about, with the rest of it.
    #[must_use]
    pub fn close(&self, today: NaiveDate) -> Option<Vec<FollowAct>> {
        let planned = &self.promised.as_ref()?.action.planned;
        let mut acts = vec![FollowAct::CloseAction {
            action: planned.action,
            outcome: Outcome::parse(self.picked(Name::Outcome)?)?,
            note: self.typed(Name::Note).to_owned(),
        }];
        if self.promises_something() {
            acts.push(FollowAct::PlanAction(ActionPlanned {
                action: self.batch,
                what: self.typed(Name::What).to_owned(),
                office: self.office()?,
                who: self.stands(Name::Who),
                due: self.day(Name::Due, today)?,
                item: planned.item.clone(),
                from: self.from,
                after: Some(planned.action),
            }));
        }
        Some(acts)
    }
}
