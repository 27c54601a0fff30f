//! The forms about what proves a stage, what stands in its way, and what was promised.

use chrono::NaiveDate;
use uuid::Uuid;

use super::value::{Pickable, Reads, Slot, Value};
use super::{Form, FormKind};
use crate::domain::act::{EvidenceAct, Field, FollowAct};
use crate::domain::event::{ActionPlanned, BlockerRaised, EvidenceClaimed};
use crate::domain::evidence::{self, Check, Evidence, Standing, Status};
use crate::domain::follow::{Obstacle, Office, Outcome};
use crate::domain::gate::{Category, Item, Need, RuleBook, Rules};
use crate::domain::pirt::{self, Doubt, Pirt};
use crate::domain::stage::Stage;
use crate::domain::village::Choice;
use crate::store::Card;
use crate::strings::Strings;

/// The item whose number is that of a food licence.
const FOOD_LICENCE: &str = "izin-edar";

fn rules(today: NaiveDate) -> &'static Rules {
    RuleBook::shipped().on(today)
}

/// The items that somebody can say something of: what is required and missing first, then what is required and only
/// claimed, then what is not required, and last what is verified. What follows from the choice and its
/// decree is left out: nothing said of it would count.
fn items(choice: &Choice, today: NaiveDate) -> Vec<Check<'static>> {
    let rules = rules(today);
    let known: Vec<Check<'_>> = evidence::checks(choice, Stage::Marketed, rules, today);
    let mut checks: Vec<Check<'static>> = known
        .into_iter()
        .filter_map(|c| {
            Some(Check {
                // The rules outlive the choice that is judged by them.
                item: rules.item(&c.item.id)?,
                need: c.need,
                standing: c.standing,
                evidence: None,
            })
        })
        .filter(|c| c.item.from.is_none())
        .collect();
    checks.sort_by_key(|c| {
        let claimed = c.standing == Standing::Claimed;
        (c.standing.carries(), c.need != Need::Required, claimed)
    });
    checks
}

/// What can be said of an item. "Not halal" only where that is an answer.
fn statuses(item: Option<&Item>) -> Vec<Pickable> {
    Status::ALL
        .into_iter()
        .filter(|s| *s != Status::NotHalal || item.is_some_and(|i| i.answers.contains(s)))
        .map(Pickable::Status)
        .collect()
}

pub(super) fn category(card: &Card) -> Vec<Slot> {
    let now = card.village.choice.as_ref().map_or(0, |c| {
        Category::ALL
            .iter()
            .position(|x| *x == c.category)
            .unwrap_or(0)
    });
    let all = Category::ALL.map(Pickable::Category).to_vec();
    vec![Slot::pick(Field::Category, all, now)]
}

pub(super) fn claim(card: &Card, today: NaiveDate) -> Vec<Slot> {
    let choice = card.village.choice.as_ref();
    let items: Vec<Pickable> = choice
        .map_or_else(Vec::new, |c| items(c, today))
        .into_iter()
        .map(|c| Pickable::Item(Some((c.item, c.standing))))
        .collect();
    let first = items.first().cloned();
    let mut slots = vec![
        Slot::pick(Field::Item, items, 0),
        Slot::pick(Field::Status, Vec::new(), 0),
        Slot::text(Field::Number, ""),
        Slot::text(Field::Issuer, ""),
        Slot::text(Field::Holder, ""),
        Slot::optional_day(Field::Issued, Reads::Past),
        Slot::optional_day(Field::Expires, Reads::End),
        Slot::text(Field::Missing, ""),
        Slot::text(Field::Note, ""),
    ];
    fill_claim(&mut slots, first.as_ref(), choice);
    slots
}

fn item_of(picked: &Pickable) -> Option<&'static Item> {
    match picked {
        Pickable::Item(Some((item, _))) => Some(*item),
        _ => None,
    }
}

/// A claim starts from what was said of the item before, and else as "there". What has ended is claimed anew: its
/// number and days are those of the old paper.
fn fill_claim(slots: &mut [Slot], picked: Option<&Pickable>, choice: Option<&Choice>) {
    let item = picked.and_then(item_of);
    let ended = matches!(picked, Some(Pickable::Item(Some((_, Standing::Expired)))));
    let claim = item.and_then(|item| {
        let mut known = choice?.evidence.iter();
        known.find(|e| e.claim.item == item.id).map(|e| &e.claim)
    });
    let text = |of: fn(&EvidenceClaimed) -> &str| claim.map_or("", of).to_owned();
    let paper = claim.filter(|_| !ended);
    let day = |of: fn(&EvidenceClaimed) -> Option<NaiveDate>| {
        paper.and_then(of).map_or_else(String::new, written)
    };
    for slot in slots {
        match slot.field {
            Field::Status => {
                let options = statuses(item);
                let now = Pickable::Status(claim.map_or(Status::Present, |c| c.status));
                let at = options.iter().position(|o| *o == now).unwrap_or(0);
                slot.value = Value::Pick { options, at };
            }
            Field::Number => slot.set_text(paper.map_or_else(String::new, |c| c.number.clone())),
            Field::Issuer => slot.set_text(text(|c| &c.issuer)),
            Field::Holder => {
                *slot = match text(|c| &c.holder) {
                    known if known.is_empty() => Slot::suggested(Field::Holder, sole_maker(choice)),
                    known => Slot::text(Field::Holder, &known),
                }
            }
            Field::Missing => slot.set_text(text(|c| &c.missing)),
            Field::Note => slot.set_text(text(|c| &c.note)),
            Field::Issued => slot.set_text(day(|c| c.issued)),
            Field::Expires => slot.set_text(day(|c| c.expires)),
            _ => {}
        }
    }
}

/// The producer who most likely holds a paper of the product: the only one at work.
fn sole_maker(choice: Option<&Choice>) -> &str {
    let mut at_work = choice
        .iter()
        .flat_map(|c| &c.makers.producers)
        .filter(|p| p.stopped.is_none());
    match (at_work.next(), at_work.next()) {
        (Some(only), None) => &only.business.name,
        _ => "",
    }
}

/// A day as it can be typed, whatever the language.
fn written(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

fn known_evidence(
    card: &Card,
    today: NaiveDate,
    fits: impl Fn(&Evidence) -> bool,
) -> Vec<Pickable> {
    let rules = rules(today);
    let choice = card.village.choice.as_ref();
    let known = choice.map_or(&[][..], |c| &c.evidence);
    known
        .iter()
        .filter(|e| fits(e))
        .map(|e| Pickable::Evidence(Box::new(e.clone()), rules.item(&e.claim.item)))
        .collect()
}

/// What somebody said is there, or need not be, and nobody has verified.
#[must_use]
pub fn can_be_verified(evidence: &Evidence) -> bool {
    let complete = matches!(
        evidence.claim.status,
        Status::Present | Status::NotRequired | Status::NotHalal
    );
    complete && evidence.verified.is_none()
}

pub(super) fn verify(card: &Card, today: NaiveDate) -> Vec<Slot> {
    let claimed = known_evidence(card, today, can_be_verified);
    vec![
        Slot::pick(Field::Evidence, claimed, 0),
        Slot::text(Field::Note, ""),
    ]
}

pub(super) fn withdraw(card: &Card, today: NaiveDate) -> Vec<Slot> {
    let known = known_evidence(card, today, |_| true);
    vec![
        Slot::pick(Field::Evidence, known, 0),
        Slot::text(Field::Reason, ""),
    ]
}

fn offices() -> Slot {
    let all = Office::ALL.iter().copied().map(Pickable::Office).collect();
    Slot::pick(Field::Office, all, 0)
}

pub(super) fn raise_blocker() -> Vec<Slot> {
    let all = Obstacle::ALL.iter().copied();
    vec![
        Slot::pick(Field::Obstacle, all.map(Pickable::Obstacle).collect(), 0),
        offices(),
        Slot::text(Field::Note, ""),
    ]
}

pub(super) fn clear_blocker(card: &Card) -> Vec<Slot> {
    let open = card.village.follow.blockers.iter();
    let open = open.map(|b| Pickable::Blocker(Box::new(b.clone())));
    vec![
        Slot::pick(Field::Blocker, open.collect(), 0),
        Slot::text(Field::How, ""),
    ]
}

/// A promise starts from what is missing and nobody has promised yet: the first of it is picked and stands as its words.
pub(super) fn plan_action(card: &Card, today: NaiveDate, s: &Strings) -> Vec<Slot> {
    let mut missing = missing(card, today);
    let mut slots = Vec::new();
    let mut what = String::new();
    if !missing.is_empty() {
        missing.push(Pickable::Item(None));
        what = words_of(missing.first(), s);
        slots.push(Slot::pick(Field::Item, missing, 0));
    }
    slots.extend([
        Slot::text(Field::What, &what),
        offices(),
        Slot::text(Field::Who, ""),
        Slot::due(Field::Due),
    ]);
    slots
}

fn missing(card: &Card, today: NaiveDate) -> Vec<Pickable> {
    let rules = rules(today);
    let Some(choice) = &card.village.choice else {
        return Vec::new();
    };
    let promised = |item: &Item| {
        let actions = &card.village.follow.actions;
        actions
            .iter()
            .any(|a| a.is_open() && a.planned.item.as_ref() == Some(&item.id))
    };
    let mut missing: Vec<(&'static Item, _)> = evidence::missing(choice, rules, today)
        .iter()
        .filter_map(|c| Some((rules.item(&c.item.id)?, c.standing)))
        .collect();
    missing.sort_by_key(|(item, _)| promised(item));
    let picks = missing.into_iter().map(|m| Pickable::Item(Some(m)));
    picks.collect()
}

/// The promise that a picked item suggests.
fn words_of(picked: Option<&Pickable>, s: &Strings) -> String {
    match picked {
        Some(Pickable::Item(Some((item, standing)))) => s.programme.mend_item(item, *standing),
        _ => String::new(),
    }
}

pub(super) fn close_action(card: &Card) -> Vec<Slot> {
    let mut open: Vec<_> = card.village.follow.actions.iter().collect();
    open.retain(|a| a.is_open());
    open.sort_by_key(|a| a.planned.due);
    let open = open
        .into_iter()
        .map(|a| Pickable::Action(Box::new(a.clone())));
    let outcomes = Outcome::ALL.iter().copied().map(Pickable::Outcome);
    vec![
        Slot::pick(Field::Action, open.collect(), 0),
        Slot::pick(Field::Outcome, outcomes.collect(), 0),
        Slot::text(Field::Note, ""),
    ]
}

impl Form {
    pub(super) fn evidence_act(&self, today: NaiveDate) -> EvidenceAct {
        let evidence = match self.picked(Field::Evidence) {
            Some(Pickable::Evidence(e, _)) => e.claim.evidence,
            _ => Uuid::nil(),
        };
        match self.kind {
            FormKind::Category => EvidenceAct::SetCategory {
                category: match self.picked(Field::Category) {
                    Some(Pickable::Category(c)) => *c,
                    _ => Category::ProcessedFood,
                },
            },
            FormKind::Verify => EvidenceAct::Verify {
                evidence,
                note: self.text_of(Field::Note),
            },
            FormKind::WithdrawEvidence => EvidenceAct::Withdraw {
                evidence,
                reason: self.text_of(Field::Reason),
            },
            _ => EvidenceAct::Claim(EvidenceClaimed {
                evidence: self.fresh,
                item: self
                    .picked_item()
                    .map_or_else(String::new, |i| i.id.clone()),
                status: match self.picked(Field::Status) {
                    Some(Pickable::Status(status)) => *status,
                    _ => Status::Present,
                },
                number: self.text_of(Field::Number),
                issuer: self.text_of(Field::Issuer),
                holder: self.text_of(Field::Holder),
                issued: self.day_of(Field::Issued, today),
                expires: self.day_of(Field::Expires, today),
                missing: self.text_of(Field::Missing),
                note: self.text_of(Field::Note),
            }),
        }
    }

    pub(super) fn follow_act(&self, today: NaiveDate) -> FollowAct {
        let office = match self.picked(Field::Office) {
            Some(Pickable::Office(o)) => *o,
            _ => Office::Other,
        };
        match self.kind {
            FormKind::RaiseBlocker => FollowAct::RaiseBlocker(BlockerRaised {
                blocker: self.fresh,
                obstacle: match self.picked(Field::Obstacle) {
                    Some(Pickable::Obstacle(o)) => *o,
                    _ => Obstacle::Other,
                },
                office,
                note: self.text_of(Field::Note),
            }),
            FormKind::ClearBlocker => FollowAct::ClearBlocker {
                blocker: match self.picked(Field::Blocker) {
                    Some(Pickable::Blocker(b)) => b.raised.blocker,
                    _ => Uuid::nil(),
                },
                how: self.text_of(Field::How),
            },
            FormKind::CloseAction => FollowAct::CloseAction {
                action: match self.picked(Field::Action) {
                    Some(Pickable::Action(a)) => a.planned.action,
                    _ => Uuid::nil(),
                },
                outcome: match self.picked(Field::Outcome) {
                    Some(Pickable::Outcome(o)) => *o,
                    _ => Outcome::Done,
                },
                note: self.text_of(Field::Note),
            },
            _ => FollowAct::PlanAction(ActionPlanned {
                action: self.fresh,
                what: self.text_of(Field::What),
                office,
                who: self.text_of(Field::Who),
                // Without a readable day nothing is sent; the last of all days hides no other fault.
                due: self.day_of(Field::Due, today).unwrap_or(NaiveDate::MAX),
                item: self.picked_item().map(|i| i.id.clone()),
                from: None,
                after: None,
            }),
        }
    }

    fn picked_item(&self) -> Option<&'static Item> {
        self.picked(Field::Item).and_then(item_of)
    }

    /// Another item was picked: the claim starts from what is known of it.
    pub(super) fn fill_from_evidence(&mut self) {
        let picked = self.picked(Field::Item).cloned();
        let choice = self.card.village.choice.as_ref();
        fill_claim(&mut self.slots, picked.as_ref(), choice);
    }

    /// Another item was picked: its words take the place of those of the one before, not of what somebody typed.
    pub(super) fn fill_from_item(&mut self, before: Option<&Pickable>) {
        let s = Strings::of(self.lang);
        if self.text_of(Field::What) != words_of(before, s) {
            return;
        }
        let words = words_of(self.picked(Field::Item), s);
        if let Some(slot) = self.slots.iter_mut().find(|x| x.field == Field::What) {
            slot.set_text(words);
        }
    }

    /// What the digits of a food licence say, and what to look at again in them. A hint: nothing is refused for it.
    #[must_use]
    pub fn licence(&self, today: NaiveDate) -> Option<(Option<Pirt>, Vec<Doubt>)> {
        let number = self.text_of(Field::Number);
        let is_licence = self.kind == FormKind::Claim
            && self.picked_item().is_some_and(|i| i.id == FOOD_LICENCE);
        // Licences of the food agency (MD, ML) are other numbers.
        let upper = number.to_uppercase();
        let is_agencys = upper.contains("MD") || upper.contains("ML");
        if !is_licence || is_agencys || !number.bytes().any(|b| b.is_ascii_digit()) {
            return None;
        }
        let regency = self.card.place.code.regency();
        let expires = self.day_of(Field::Expires, today);
        let doubts = pirt::doubts(&number, regency, expires, today);
        Some((pirt::read(&number), doubts))
    }
}
