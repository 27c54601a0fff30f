//! The fold: a village is what its events say. Nothing else works out a village's state.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::event::{Event, Forum, Group, Recorded, Source};
use super::evidence::Evidence;
use super::follow::Follow;
use super::gate::Category;
use super::makers::Makers;
use super::stage::{Decision, Stage};

/// What is true of one village.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Village {
    /// Oldest first; withdrawn ones are left out.
    pub potentials: Vec<Potential>,
    pub choice: Option<Choice>,
    /// Choices that were replaced or cancelled (K4), oldest first.
    pub former: Vec<FormerChoice>,
    pub sold_raw: Option<RawSale>,
    pub follow: Follow,
    /// Oldest first.
    pub notes: Vec<Note>,
    /// When the latest thing happened that is known of this village. A promise is none: it says what somebody wants to do.
    pub latest: Option<NaiveDate>,
    /// Since when the decision is what it is; absent when nothing is known.
    pub decided_since: Option<NaiveDate>,
    /// Events that had no effect where they stand, such as a stage without a chosen product.
    pub ineffective: usize,
    /// Events that this version cannot read.
    pub unknown: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Potential {
    pub id: Uuid,
    pub name: String,
    pub group: Group,
    pub source: Source,
    /// Somebody of the programme has confirmed it; a public source alone has not.
    pub confirmed: bool,
    pub note: String,
    pub since: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub potential: Uuid,
    pub product: String,
    pub group: Group,
    /// By whose gates it is judged.
    pub category: Category,
    pub forum: Forum,
    /// Number of the berita acara; empty while it is not known.
    pub minutes: String,
    pub on: NaiveDate,
    pub decree: Option<Decree>,
    pub stage: Stage,
    pub stage_since: NaiveDate,
    /// Every declaration, oldest first.
    pub steps: Vec<Step>,
    /// One for each item that something is known of.
    pub evidence: Vec<Evidence>,
    /// Who makes it, how much, where it is sold, and who helps.
    pub makers: Makers,
}

impl Choice {
    /// The last day on which something is known of this choice: itself, its decree, a stage, its making or selling.
    #[must_use]
    pub fn latest(&self) -> NaiveDate {
        let decree = self.decree.as_ref().map_or(self.on, |d| d.on);
        let made = self.makers.latest.unwrap_or(self.on);
        self.on.max(decree).max(self.stage_since).max(made)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decree {
    pub number: String,
    pub on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub from: Stage,
    pub to: Stage,
    pub on: NaiveDate,
    pub basis: String,
    pub actor: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerChoice {
    pub choice: Choice,
    pub until: NaiveDate,
    pub reason: String,
    /// The product that took its place, when one did.
    pub replaced_by: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawSale {
    pub raw: bool,
    pub on: NaiveDate,
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub on: NaiveDate,
    pub actor: String,
    pub text: String,
}

impl Village {
    /// Folds the events of one village, given in any order.
    ///
    /// What an undo took back is left out first; the rest is applied in the order (`occurred_on`, `seq`), so that a
    /// late entry about last month does not undo what has happened since. What was said of a product whose choice does not
    /// hold any more is not taken for said of another one.
    #[must_use]
    pub fn fold(events: &[Recorded]) -> Self {
        let mut effective = in_force(events);
        effective.sort_by_key(|e| (e.occurred_on, e.seq));
        let held = effective.iter().filter(|e| turns_choice(e)).count();
        let any_undone = held < events.iter().filter(|e| turns_choice(e)).count();
        let mut village = Self::default();
        let mut chosen = None;
        for event in effective {
            if any_undone
                && event.event.is_about_product()
                && chosen_when_recorded(events, event) != chosen
            {
                village.ineffective += 1;
                continue;
            }
            village.apply(event);
            if turns_choice(event) {
                chosen = village.choice.as_ref().map(|_| event.seq);
            }
        }
        village
    }

    fn apply(&mut self, recorded: &Recorded) {
        let on = recorded.occurred_on;
        let before = self.decision();
        let applied = self.take(&recorded.event, on, &recorded.actor);
        if applied {
            if recorded.event.is_news() {
                self.latest = Some(on);
            }
            if self.decision() != before {
                self.decided_since = (self.decision() != Decision::NotSurveyed).then_some(on);
            }
        } else if matches!(recorded.event, Event::Unknown { .. }) {
            self.unknown += 1;
        } else {
            self.ineffective += 1;
        }
    }

    /// Applies one event; false when it has nothing to act upon.
    fn take(&mut self, event: &Event, on: NaiveDate, actor: &str) -> bool {
        match event {
            Event::PotentialRecorded(e) => {
                if self.potential(e.potential).is_some() {
                    return false;
                }
                self.potentials.push(Potential {
                    id: e.potential,
                    name: e.name.clone(),
                    group: e.group,
                    confirmed: matches!(e.source, Source::Field),
                    source: e.source.clone(),
                    note: e.note.clone(),
                    since: on,
                });
                true
            }
            Event::PotentialAmended(e) => {
                let Some(p) = self.potentials.iter_mut().find(|p| p.id == e.potential) else {
                    return false;
                };
                if let Some(name) = &e.name {
                    p.name.clone_from(name);
                }
                if let Some(group) = e.group {
                    p.group = group;
                }
                if let Some(note) = &e.note {
                    p.note.clone_from(note);
                }
                p.confirmed |= e.confirmed;
                true
            }
            Event::PotentialWithdrawn(e) => {
                let before = self.potentials.len();
                self.potentials.retain(|p| p.id != e.potential);
                self.potentials.len() < before
            }
            Event::ProductChosen(e) => {
                let chosen = Choice {
                    potential: e.potential,
                    product: e.product.clone(),
                    group: e.group,
                    category: Category::of_group(e.group),
                    forum: e.forum,
                    minutes: e.minutes.clone(),
                    on,
                    decree: None,
                    stage: Stage::Potential,
                    stage_since: on,
                    steps: Vec::new(),
                    evidence: Vec::new(),
                    makers: Makers::default(),
                };
                if let Some(earlier) = self.choice.replace(chosen) {
                    self.former.push(FormerChoice {
                        choice: earlier,
                        until: on,
                        reason: e.replaces.clone().unwrap_or_default(),
                        replaced_by: Some(e.product.clone()),
                    });
                }
                true
            }
            Event::ChoiceCancelled(e) => {
                let Some(earlier) = self.choice.take() else {
                    return false;
                };
                self.former.push(FormerChoice {
                    choice: earlier,
                    until: on,
                    reason: e.reason.clone(),
                    replaced_by: None,
                });
                true
            }
            Event::DecreeRecorded(e) => {
                let Some(choice) = &mut self.choice else {
                    return false;
                };
                choice.decree = Some(Decree {
                    number: e.number.clone(),
                    on,
                });
                true
            }
            Event::StageDeclared(e) => {
                let Some(choice) = &mut self.choice else {
                    return false;
                };
                choice.steps.push(Step {
                    from: choice.stage,
                    to: e.to,
                    on,
                    basis: e.basis.clone(),
                    actor: actor.to_owned(),
                });
                choice.stage = e.to;
                choice.stage_since = on;
                true
            }
            Event::SoldRaw(e) => {
                self.sold_raw = Some(RawSale {
                    raw: e.raw,
                    on,
                    note: e.note.clone(),
                });
                true
            }
            Event::CategorySet(e) => {
                let Some(choice) = &mut self.choice else {
                    return false;
                };
                choice.category = e.category;
                true
            }
            Event::EvidenceClaimed(_)
            | Event::EvidenceVerified(_)
            | Event::EvidenceWithdrawn(_) => self
                .choice
                .as_mut()
                .is_some_and(|choice| choice.take_evidence(event, on, actor)),
            Event::BlockerRaised(_)
            | Event::BlockerCleared(_)
            | Event::ActionPlanned(_)
            | Event::ActionClosed(_) => self.follow.take(event, on, actor),
            Event::ProducerRecorded(_)
            | Event::ProducerAmended(_)
            | Event::ProducerTurned(_)
            | Event::WorkersCounted(_)
            | Event::MonthRecorded(_)
            | Event::ChannelOpened(_)
            | Event::ChannelClosed(_)
            | Event::AssistanceBegun(_)
            | Event::AssistanceEnded(_) => self
                .choice
                .as_mut()
                .is_some_and(|choice| choice.makers.take(event, on)),
            Event::Noted(e) => {
                self.notes.push(Note {
                    on,
                    actor: actor.to_owned(),
                    text: e.text.clone(),
                });
                true
            }
            Event::Reverted(_) => true,
            Event::Occasion(_) | Event::View(_) | Event::Person(_) | Event::Unknown { .. } => false,
        }
    }

    #[must_use]
    pub fn decision(&self) -> Decision {
        match &self.choice {
            Some(choice) if choice.decree.is_some() => Decision::Designated,
            Some(_) => Decision::Chosen,
            None if self.potentials.is_empty() => Decision::NotSurveyed,
            None => Decision::Undecided,
        }
    }

    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.choice.as_ref().map(|c| c.stage)
    }

    /// Since when the village stands where it stands: its stage, or its decision while nothing is chosen.
    #[must_use]
    pub fn since(&self) -> Option<NaiveDate> {
        self.choice
            .as_ref()
            .map(|c| c.stage_since)
            .or(self.decided_since)
    }

    #[must_use]
    pub fn potential(&self, id: Uuid) -> Option<&Potential> {
        self.potentials.iter().find(|p| p.id == id)
    }

    #[must_use]
    pub fn sells_raw(&self) -> bool {
        self.sold_raw.as_ref().is_some_and(|s| s.raw)
    }
}

/// The events that still hold: without those whose batch a later undo took back, and without the undos themselves.
///
/// An undo can be undone like anything else, so the log is read from its end: the last word counts.
#[must_use]
pub fn in_force<'a>(events: impl IntoIterator<Item = &'a Recorded>) -> Vec<&'a Recorded> {
    let mut by_seq: Vec<&Recorded> = events.into_iter().collect();
    by_seq.sort_by_key(|e| std::cmp::Reverse(e.seq));
    let mut taken_back: HashSet<Uuid> = HashSet::new();
    let mut kept = Vec::with_capacity(by_seq.len());
    for event in by_seq {
        if taken_back.contains(&event.batch) {
            continue;
        }
        match &event.event {
            Event::Reverted(e) => {
                taken_back.insert(e.batch);
            }
            _ => kept.push(event),
        }
    }
    kept
}

fn turns_choice(event: &Recorded) -> bool {
    matches!(
        event.event,
        Event::ProductChosen(_) | Event::ChoiceCancelled(_)
    )
}

/// The seq of the choice that held, on an event's day, when the event was recorded.
fn chosen_when_recorded(events: &[Recorded], event: &Recorded) -> Option<i64> {
    let last = in_force(events.iter().filter(|e| e.seq < event.seq))
        .into_iter()
        .filter(|e| turns_choice(e) && e.occurred_on <= event.occurred_on)
        .max_by_key(|e| (e.occurred_on, e.seq))?;
    matches!(last.event, Event::ProductChosen(_)).then_some(last.seq)
}

#[cfg(test)]
mod tests;
