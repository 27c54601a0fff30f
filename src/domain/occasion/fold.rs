//! The fold: an occasion is what its events say.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{
    Addendum, Handled, Happening, Item, Occasion, Phase, Plan, Present, Remark, Ruling, Topic,
};
use crate::domain::event::{Event, Recorded};
use crate::domain::follow::Follow;
use crate::domain::village::in_force;

impl Occasion {
    /// Folds the events of one occasion, given in any order; none when nothing of its plan is in force.
    ///
    /// What an undo took back is left out; the rest is applied in the order of the log.
    #[must_use]
    pub fn fold(events: &[Recorded]) -> Option<Self> {
        let mut effective = in_force(events);
        effective.sort_by_key(|e| e.seq);
        let mut occasion: Option<Self> = None;
        for recorded in effective {
            match (&mut occasion, &recorded.event) {
                (None, Event::Occasion(Happening::Planned(e))) => {
                    let id = Uuid::parse_str(&recorded.stream).unwrap_or_default();
                    occasion = Some(Self::planned(id, e.plan.clone()));
                }
                (None, _) => {}
                (Some(o), Event::Unknown { .. }) => o.unknown += 1,
                (Some(o), _) => {
                    let applied = o.take(recorded);
                    o.ineffective += usize::from(!applied);
                }
            }
        }
        occasion
    }

    fn planned(id: Uuid, plan: Plan) -> Self {
        Self {
            id,
            plan,
            phase: Phase::Planned,
            number: None,
            items: Vec::new(),
            order: Vec::new(),
            current: None,
            mover: None,
            began: None,
            opened: None,
            closed: None,
            finalised: None,
            cancelled: None,
            notes: Vec::new(),
            guests: Vec::new(),
            addenda: Vec::new(),
            follow: Follow::default(),
            ineffective: 0,
            unknown: 0,
        }
    }

    /// Applies one event; false when it has nothing to act upon.
    fn take(&mut self, recorded: &Recorded) -> bool {
        let (on, by) = (recorded.occurred_on, recorded.actor.as_str());
        match &recorded.event {
            Event::Occasion(happening) => self.happen(happening, on, by),
            event @ (Event::ActionPlanned(_) | Event::ActionClosed(_)) => {
                self.follow.take(event, on, by)
            }
            _ => false,
        }
    }

    fn happen(&mut self, happening: &Happening, on: NaiveDate, by: &str) -> bool {
        match happening {
            Happening::Planned(_) => return false,
            Happening::Amended(e) => self.plan = e.plan.clone(),
            Happening::Cancelled(e) => {
                self.cancelled = Some(e.reason.clone());
                self.phase = Phase::Cancelled;
            }
            Happening::AgendaFrozen(e) => {
                self.number = Some(e.number);
                self.items.clear();
                self.order.clear();
                self.current = None;
                e.topics.iter().for_each(|t| self.add(t));
                self.phase = self.phase.max(Phase::Frozen);
            }
            Happening::ItemAdded(e) => self.add(&e.topic),
            Happening::Opened(e) => {
                self.opened = Some((on, e.at));
                self.mover = Some(by.to_owned());
                self.phase = self.phase.max(Phase::Open);
            }
            Happening::ItemBegun(e) => {
                if self.item(e.item).is_none() {
                    return false;
                }
                self.leave(e.at);
                self.current = Some((e.item, e.at));
                self.mover = Some(by.to_owned());
                self.began.get_or_insert(e.at);
                return self.with_item(e.item, |i| i.handled = Handled::Begun);
            }
            Happening::ItemPostponed(e) => {
                if !self.with_item(e.item, |i| i.handled = Handled::Postponed) {
                    return false;
                }
                // The one that comes next takes its place before everybody's eyes.
                let next = self.next();
                self.order.retain(|n| *n != e.item);
                self.order.push(e.item);
                self.pass(e.item, next, e.at);
            }
            Happening::ItemSkipped(e) => {
                if !self.with_item(e.item, |i| i.handled = Handled::Skipped) {
                    return false;
                }
                if !e.reason.is_empty() {
                    self.note(Some(e.item), &e.reason, e.at, by);
                }
                let next = self.next();
                self.pass(e.item, next, e.at);
            }
            Happening::ItemNoted(e) => return self.note(e.item, &e.text, e.at, by),
            Happening::ItemDecided(e) => {
                return self.with_item(e.item, |i| {
                    i.decision = Some(Ruling {
                        triage: e.triage,
                        note: e.note.clone(),
                        at: e.at,
                        by: by.to_owned(),
                    });
                    i.actions.extend(&e.actions);
                });
            }
            Happening::GuestArrived(e) => {
                if self.guests.iter().any(|g| g.id == e.id) {
                    return false;
                }
                self.guests.push(Present {
                    id: e.id,
                    guest: e.guest.clone(),
                    at: e.at,
                    by: by.to_owned(),
                });
            }
            Happening::GuestAmended(e) => {
                let Some(present) = self.guests.iter_mut().find(|g| g.id == e.id) else {
                    return false;
                };
                present.guest = e.guest.clone();
            }
            Happening::GuestWithdrawn(e) => {
                let before = self.guests.len();
                self.guests.retain(|g| g.id != e.id);
                return self.guests.len() < before;
            }
            Happening::Closed(e) => {
                self.leave(e.at);
                self.current = None;
                self.closed = Some(e.at);
                self.phase = self.phase.max(Phase::Closed);
            }
            Happening::Finalised(e) => {
                self.finalised = Some(e.at);
                self.phase = self.phase.max(Phase::Final);
            }
            Happening::AddendumMade(e) => self.addenda.push(Addendum {
                number: e.number,
                text: e.text.clone(),
                on,
                by: by.to_owned(),
            }),
        }
        true
    }

    fn add(&mut self, topic: &Topic) {
        let number = u32::try_from(self.items.len() + 1).unwrap_or(u32::MAX);
        self.order.push(number);
        self.items.push(Item {
            number,
            topic: topic.clone(),
            handled: Handled::Waiting,
            notes: Vec::new(),
            decision: None,
            actions: Vec::new(),
            seconds: 0,
        });
    }

    fn with_item(&mut self, number: u32, work: impl FnOnce(&mut Item)) -> bool {
        let item = self.items.iter_mut().find(|i| i.number == number);
        item.map(work).is_some()
    }

    fn note(&mut self, item: Option<u32>, text: &str, at: DateTime<Utc>, by: &str) -> bool {
        let remark = Remark {
            text: text.to_owned(),
            at,
            by: by.to_owned(),
        };
        match item {
            None => {
                self.notes.push(remark);
                true
            }
            Some(number) => self.with_item(number, |i| i.notes.push(remark)),
        }
    }

    /// The current item's time stops.
    fn leave(&mut self, at: DateTime<Utc>) {
        if let Some((item, since)) = self.current {
            let spent = (at - since).num_seconds().max(0);
            self.with_item(item, |i| i.seconds += spent);
        }
    }

    /// Where the current item was put aside, the next one begins at once. After the last one there is none: it stays
    /// before everybody's eyes.
    fn pass(&mut self, item: u32, next: Option<u32>, at: DateTime<Utc>) {
        if self.current.is_none_or(|(current, _)| current != item) {
            return;
        }
        if let Some(next) = next {
            self.leave(at);
            self.current = Some((next, at));
            self.with_item(next, |i| i.handled = Handled::Begun);
        }
    }
}
