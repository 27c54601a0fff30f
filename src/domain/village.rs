//! The fold: a village is what its events say. Nothing else works out a village's state.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::event::{Event, Forum, Group, Recorded, Source};
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
    /// Oldest first.
    pub notes: Vec<Note>,
    /// When the latest thing happened that is known of this village.
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
    pub forum: Forum,
    /// Number of the berita acara; empty while it is not known.
    pub minutes: String,
    pub on: NaiveDate,
    pub decree: Option<Decree>,
    pub stage: Stage,
    pub stage_since: NaiveDate,
    /// Every declaration, oldest first.
    pub steps: Vec<Step>,
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
    /// late entry about last month does not undo what has happened since.
    #[must_use]
    pub fn fold(events: &[Recorded]) -> Self {
        let mut effective = in_force(events);
        effective.sort_by_key(|e| (e.occurred_on, e.seq));
        let mut village = Self::default();
        for event in effective {
            village.apply(event);
        }
        village
    }

    fn apply(&mut self, recorded: &Recorded) {
        let on = recorded.occurred_on;
        let before = self.decision();
        let applied = self.take(&recorded.event, on, &recorded.actor);
        if applied {
            self.latest = Some(on);
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
                    forum: e.forum,
                    minutes: e.minutes.clone(),
                    on,
                    decree: None,
                    stage: Stage::Potential,
                    stage_since: on,
                    steps: Vec::new(),
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
            Event::Noted(e) => {
                self.notes.push(Note {
                    on,
                    actor: actor.to_owned(),
                    text: e.text.clone(),
                });
                true
            }
            Event::Reverted(_) => true,
            Event::Unknown { .. } => false,
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
pub fn in_force(events: &[Recorded]) -> Vec<&Recorded> {
    let mut by_seq: Vec<&Recorded> = events.iter().collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::*;
    use chrono::{DateTime, Utc};

    /// A log of one village, written like a diary: (day of November 2025, batch, event).
    fn log(entries: Vec<(u32, u128, Event)>) -> Vec<Recorded> {
        entries
            .into_iter()
            .enumerate()
            .map(|(i, (day, batch, event))| Recorded {
                seq: i as i64 + 1,
                id: Uuid::from_u128(1000 + i as u128),
                stream: "53.04.01.2001".into(),
                event,
                occurred_on: nov(day),
                recorded_at: DateTime::<Utc>::UNIX_EPOCH,
                actor: "maria".into(),
                origin: Uuid::nil(),
                batch: Uuid::from_u128(batch),
            })
            .collect()
    }

    fn nov(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 11, day).unwrap()
    }

    fn potential(id: u128, name: &str) -> Event {
        Event::PotentialRecorded(PotentialRecorded {
            potential: Uuid::from_u128(id),
            name: name.into(),
            group: Group::Craft,
            source: Source::Field,
            note: String::new(),
        })
    }

    fn chosen(id: u128, product: &str, replaces: Option<&str>) -> Event {
        Event::ProductChosen(ProductChosen {
            potential: Uuid::from_u128(id),
            product: product.into(),
            group: Group::Craft,
            forum: Forum::VillageDeliberation,
            minutes: "02/BA/2025".into(),
            replaces: replaces.map(Into::into),
        })
    }

    fn stage(to: Stage) -> Event {
        Event::StageDeclared(StageDeclared {
            to,
            basis: "contoh dilihat".into(),
        })
    }

    fn reverted(batch: u128) -> Event {
        Event::Reverted(Reverted {
            batch: Uuid::from_u128(batch),
        })
    }

    fn decree() -> Event {
        Event::DecreeRecorded(DecreeRecorded {
            number: "07/2025".into(),
        })
    }

    #[test]
    fn the_decision_follows_what_happened() {
        let all = log(vec![
            (1, 1, potential(1, "kopi")),
            (5, 2, chosen(1, "kopi bubuk", None)),
            (9, 3, decree()),
        ]);
        let decisions: Vec<_> = (0..=3)
            .map(|n| Village::fold(&all[..n]).decision())
            .collect();
        assert_eq!(decisions, Decision::ALL);
        assert_eq!(Village::fold(&all[..1]).decided_since, Some(nov(1)));
        assert_eq!(
            Village::fold(&all).since(),
            Some(nov(5)),
            "the stage began with the choice, not with the decree"
        );
    }

    #[test]
    fn a_choice_starts_at_potential_and_goes_where_it_is_declared() {
        let v = Village::fold(&log(vec![
            (1, 1, potential(1, "kopi")),
            (5, 2, chosen(1, "kopi", None)),
            (8, 3, stage(Stage::Processed)),
            (20, 4, stage(Stage::Potential)),
        ]));
        let c = v.choice.unwrap();
        assert_eq!((c.stage, c.stage_since), (Stage::Potential, nov(20)));
        assert_eq!(
            c.steps.iter().map(|s| (s.from, s.to)).collect::<Vec<_>>(),
            [
                (Stage::Potential, Stage::Processed),
                (Stage::Processed, Stage::Potential)
            ]
        );
    }

    #[test]
    fn a_replaced_choice_is_kept_with_its_reason_and_the_new_one_starts_anew() {
        let v = Village::fold(&log(vec![
            (1, 1, potential(1, "kopi")),
            (1, 2, potential(2, "madu")),
            (5, 3, chosen(1, "kopi", None)),
            (6, 4, stage(Stage::Packaged)),
            (9, 5, decree()),
            (20, 6, chosen(2, "madu hutan", Some("panen gagal"))),
        ]));
        assert_eq!(
            v.decision(),
            Decision::Chosen,
            "the decree spoke of the earlier product"
        );
        assert_eq!(v.stage(), Some(Stage::Potential));
        assert_eq!(v.former.len(), 1);
        assert_eq!(v.former[0].reason, "panen gagal");
        assert_eq!(v.former[0].replaced_by.as_deref(), Some("madu hutan"));
        assert_eq!(v.former[0].choice.stage, Stage::Packaged);
    }

    #[test]
    fn a_cancelled_choice_leaves_a_village_without_product() {
        let v = Village::fold(&log(vec![
            (1, 1, potential(1, "kopi")),
            (5, 2, chosen(1, "kopi", None)),
            (
                9,
                3,
                Event::ChoiceCancelled(ChoiceCancelled {
                    reason: "kelompok bubar".into(),
                }),
            ),
        ]));
        assert_eq!(v.decision(), Decision::Undecided);
        assert_eq!(v.decided_since, Some(nov(9)));
        assert_eq!(v.former[0].replaced_by, None);
    }

    #[test]
    fn undo_and_redo_are_the_same_thing() {
        let mut entries = vec![
            (1, 1, potential(1, "kopi")),
            (5, 2, chosen(1, "kopi", None)),
        ];
        let chosen_state = Village::fold(&log(entries.clone()));
        entries.push((5, 3, reverted(2)));
        let undone = Village::fold(&log(entries.clone()));
        assert_eq!(undone.decision(), Decision::Undecided);
        entries.push((5, 4, reverted(3)));
        assert_eq!(
            Village::fold(&log(entries.clone())),
            chosen_state,
            "undoing the undo restores it to the letter"
        );
        entries.push((5, 5, reverted(4)));
        assert_eq!(Village::fold(&log(entries)), undone);
    }

    #[test]
    fn an_undo_takes_back_a_whole_batch_and_nothing_else() {
        let v = Village::fold(&log(vec![
            (1, 1, potential(1, "kopi")),
            (1, 1, potential(2, "madu")),
            (1, 2, potential(3, "garam")),
            (2, 3, reverted(1)),
        ]));
        assert_eq!(
            v.potentials
                .iter()
                .map(|p| p.name.as_str())
                .collect::<Vec<_>>(),
            ["garam"]
        );
    }

    #[test]
    fn a_late_entry_about_the_past_does_not_undo_what_happened_since() {
        let v = Village::fold(&log(vec![
            (1, 1, potential(1, "kopi")),
            (5, 2, chosen(1, "kopi", None)),
            (20, 3, stage(Stage::Packaged)),
            (10, 4, stage(Stage::Processed)),
        ]));
        assert_eq!(v.stage(), Some(Stage::Packaged));
        assert_eq!(v.choice.unwrap().stage_since, nov(20));
    }

    #[test]
    fn within_a_day_the_log_order_counts() {
        let v = Village::fold(&log(vec![
            (5, 1, potential(1, "kopi")),
            (5, 2, chosen(1, "kopi", None)),
            (5, 3, stage(Stage::Packaged)),
            (5, 4, stage(Stage::Processed)),
        ]));
        assert_eq!(v.stage(), Some(Stage::Processed));
    }

    #[test]
    fn a_stage_without_a_product_has_no_effect_and_is_counted() {
        let v = Village::fold(&log(vec![(5, 1, stage(Stage::Marketed)), (6, 2, decree())]));
        assert_eq!(v.decision(), Decision::NotSurveyed);
        assert_eq!(v.ineffective, 2);
        assert_eq!(v.latest, None);
    }

    #[test]
    fn raw_sales_are_no_stage() {
        let v = Village::fold(&log(vec![
            (5, 1, potential(1, "kemiri")),
            (5, 2, chosen(1, "kemiri", None)),
            (
                6,
                3,
                Event::SoldRaw(SoldRaw {
                    raw: true,
                    note: String::new(),
                }),
            ),
        ]));
        assert!(v.sells_raw());
        assert_eq!(v.stage(), Some(Stage::Potential));
    }

    #[test]
    fn what_a_newer_version_wrote_is_counted_and_harms_nothing() {
        let v = Village::fold(&log(vec![
            (5, 1, potential(1, "kopi")),
            (
                6,
                2,
                Event::Unknown {
                    kind: "permit.issued".into(),
                    body: "{}".into(),
                },
            ),
        ]));
        assert_eq!((v.unknown, v.decision()), (1, Decision::Undecided));
    }

    #[test]
    fn a_public_source_is_unconfirmed_until_somebody_confirms_it() {
        let mut recorded = PotentialRecorded {
            potential: Uuid::from_u128(1),
            name: "kopi".into(),
            group: Group::Estate,
            source: Source::Public {
                address: "https://example.org".into(),
                date: "2019".into(),
            },
            note: String::new(),
        };
        let amended = Event::PotentialAmended(PotentialAmended {
            potential: Uuid::from_u128(1),
            name: Some("kopi arabika".into()),
            group: None,
            note: None,
            confirmed: true,
        });
        let v = Village::fold(&log(vec![(
            1,
            1,
            Event::PotentialRecorded(recorded.clone()),
        )]));
        assert!(!v.potentials[0].confirmed);
        let v = Village::fold(&log(vec![
            (1, 1, Event::PotentialRecorded(recorded.clone())),
            (2, 2, amended),
        ]));
        assert!(v.potentials[0].confirmed);
        assert_eq!(v.potentials[0].name, "kopi arabika");
        recorded.source = Source::Field;
        assert!(
            Village::fold(&log(vec![(1, 1, Event::PotentialRecorded(recorded))])).potentials[0]
                .confirmed
        );
    }
}
