//! What whoever only looks is not shown: names of persons, and texts that may hold some.

use crate::domain::event::Event;
use crate::domain::occasion::Happening;
use crate::store::Card;

/// The card without names of persons: heads of producers, holders of papers, who promised, notes.
#[must_use]
pub fn card(card: &Card) -> Card {
    let mut card = card.clone();
    let village = &mut card.village;
    village.notes.clear();
    for potential in &mut village.potentials {
        potential.note.clear();
    }
    for blocker in &mut village.follow.blockers {
        blocker.raised.note.clear();
    }
    for action in &mut village.follow.actions {
        action.planned.who.clear();
        if let Some((_, _, note)) = &mut action.closed {
            note.clear();
        }
    }
    if let Some(choice) = &mut village.choice {
        for evidence in &mut choice.evidence {
            evidence.claim.holder.clear();
            evidence.claim.note.clear();
        }
        for producer in &mut choice.makers.producers {
            producer.business.head.clear();
        }
    }
    card
}

/// An event of the log without names of persons; none where nothing else would be left of it.
#[must_use]
pub fn event(event: &Event) -> Option<Event> {
    let mut event = event.clone();
    match &mut event {
        Event::Occasion(happening) => match happening {
            Happening::GuestArrived(_)
            | Happening::GuestAmended(_)
            | Happening::GuestWithdrawn(_)
            | Happening::ItemNoted(_)
            | Happening::AddendumMade(_) => return None,
            Happening::ItemDecided(e) => e.note.clear(),
            _ => {}
        },
        Event::Noted(_) => return None,
        Event::PotentialRecorded(e) => e.note.clear(),
        Event::PotentialAmended(e) => e.note = None,
        Event::ActionClosed(e) => e.note.clear(),
        Event::BlockerRaised(e) => e.note.clear(),
        Event::ActionPlanned(e) => e.who.clear(),
        Event::EvidenceClaimed(e) => {
            e.holder.clear();
            e.note.clear();
        }
        Event::ProducerRecorded(e) => e.business.head.clear(),
        Event::ProducerAmended(e) => e.business.head.clear(),
        _ => {}
    }
    Some(event)
}
