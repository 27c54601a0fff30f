//! What whoever only looks is shown of a card and of a meeting; the rule stands in [`redaction`].

use std::sync::Arc;

use super::meeting::MeetingTold;
use crate::domain::redaction;
use crate::store::Card;

/// The card without names of persons: heads of producers, holders of papers, who promised, notes and reasons.
#[must_use]
pub fn card(card: &Card) -> Card {
    let mut card = card.clone();
    redaction::village(&mut card.village);
    card
}

/// What the text of a meeting is made from, as its page shows it.
#[must_use]
pub fn told(told: &MeetingTold) -> MeetingTold {
    let (mut occasion, mut gathered) = ((*told.occasion).clone(), told.gathered.clone());
    redaction::occasion(&mut occasion);
    gathered.villages.values_mut().for_each(redaction::village);
    gathered
        .before
        .promises
        .all
        .iter_mut()
        .for_each(redaction::promise);
    MeetingTold {
        occasion: Arc::new(occasion),
        gathered,
    }
}
