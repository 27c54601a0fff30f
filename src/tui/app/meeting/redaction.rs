//! A meeting as whoever only looks is shown it: without names of persons, and without texts that may hold some.

use std::sync::Arc;

use super::View;
use crate::domain::redaction;

/// Takes the names out of what a page shows.
#[must_use]
pub fn view(mut view: View) -> View {
    let mut occasion = (*view.held.occasion).clone();
    redaction::occasion(&mut occasion);
    view.held.occasion = Arc::new(occasion);
    let before = view.before.iter_mut().flat_map(|b| &mut b.promises.all);
    let made = view.made.iter_mut().flat_map(|p| &mut p.all);
    before.chain(made).for_each(redaction::promise);
    view.topics.iter_mut().for_each(|a| a.planned.who.clear());
    if let Some(slide) = &mut view.slide {
        redaction::village(&mut slide.card.village);
        slide.here.iter_mut().for_each(|p| p.guest.name.clear());
    }
    view
}
