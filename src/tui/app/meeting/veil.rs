//! A meeting as whoever only looks is shown it: without names of persons, and without texts that may hold some.

use std::sync::Arc;

use super::View;
use crate::domain::occasion::{Kept, Occasion};
use crate::tui::app::veil;

/// Takes the names out of what a page shows.
#[must_use]
pub fn view(mut view: View) -> View {
    view.held.occasion = Arc::new(occasion(&view.held.occasion));
    let before = view.before.iter_mut().flat_map(|b| &mut b.promises.all);
    let made = view.made.iter_mut().flat_map(|p| &mut p.all);
    before.chain(made).for_each(promise);
    view.topics.iter_mut().for_each(|a| a.planned.who.clear());
    if let Some(slide) = &mut view.slide {
        slide.card = veil::card(&slide.card);
        slide.here.iter_mut().for_each(|p| p.guest.name.clear());
    }
    view
}

fn occasion(o: &Occasion) -> Occasion {
    let mut o = o.clone();
    let plan = &mut o.plan;
    for name in [&mut plan.opener, &mut plan.leader, &mut plan.minute_taker] {
        name.clear();
    }
    plan.invited.clear();
    o.mover = None;
    o.notes.clear();
    o.addenda.clear();
    for item in &mut o.items {
        item.notes.clear();
        if let Some(ruling) = &mut item.decision {
            ruling.note.clear();
        }
    }
    for action in &mut o.follow.actions {
        action.planned.who.clear();
    }
    for present in &mut o.guests {
        present.guest.name.clear();
    }
    o
}

fn promise(kept: &mut Kept) {
    for action in &mut kept.chain.links {
        action.planned.who.clear();
    }
}
