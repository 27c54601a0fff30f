//! The main page of the event desk, as lines of words.

use super::talk::Hall;
use crate::domain::occasion::{KecamatanHere, Phase};
use crate::strings::Strings;
use crate::strings::facts::capital;
use crate::tui::app::card::{CardLine, Weight};
use crate::tui::text::wrap;

/// Columns before what goes on in the next row.
const AFTER: usize = 2;

/// The page for a pane of this width. On a low screen the title stands in the pane's head alone.
#[must_use]
pub fn lines(hall: &Hall, s: &Strings, width: usize, low: bool) -> Vec<CardLine> {
    let w = &s.reception;
    let plan = &hall.occasion.plan;
    let mut out = Vec::new();
    let mut add = |weight, text: &str| {
        for (n, part) in (0..).zip(wrap(text, width.saturating_sub(AFTER))) {
            // What goes on in the next row stands a little to the right.
            let indent = if n > 0 { AFTER } else { 0 };
            out.push(CardLine {
                weight,
                text: format!("{:indent$}{part}", ""),
            });
        }
    };
    if !low {
        add(Weight::Name, &plan.title);
        add(Weight::Muted, &about(hall, s));
    }
    let count = &hall.count;
    add(Weight::Head, &w.people(count.total));
    let (present, expected) = count.villages();
    add(Weight::Head, &w.villages_here(present, expected));
    if expected > 0 {
        if !low {
            add(Weight::Plain, "");
        }
        add(Weight::Head, w.by_kecamatan());
        for k in &count.kecamatan {
            add(Weight::Plain, &kecamatan(hall, k, s));
        }
    }
    if !count.others.is_empty() {
        let names: Vec<&str> = count.others.iter().map(|c| hall.name(c)).collect();
        add(Weight::Plain, &w.unexpected(&names.join(", ")));
    }
    if !count.elements.is_empty() {
        add(Weight::Plain, "");
        add(Weight::Head, w.by_element());
        for (element, n) in &count.elements {
            let name = capital(s.occasions.element(*element));
            add(Weight::Plain, &w.element_count(&name, *n));
        }
    }
    let who = [(w.organiser(), &plan.organiser), (w.opener(), &plan.opener)];
    if who.iter().any(|(_, text)| !text.is_empty()) {
        add(Weight::Plain, "");
    }
    if low {
        add(Weight::Muted, &about(hall, s));
    }
    for (label, text) in who {
        if !text.is_empty() {
            add(Weight::Muted, &format!("{label}: {text}"));
        }
    }
    out
}

/// Kind, day, time, place and how far it is.
#[must_use]
pub fn about(hall: &Hall, s: &Strings) -> String {
    let o = &hall.occasion;
    let time = o.plan.time.map(|t| t.format("%H.%M").to_string());
    // Where people are, it is no plan any more.
    let phase = match o.phase {
        Phase::Planned | Phase::Frozen if !o.guests.is_empty() => Phase::Open,
        phase => phase,
    };
    let parts = [
        capital(s.occasions.sort(o.plan.sort)),
        s.facts.short_day(o.day()),
        time.unwrap_or_default(),
        o.plan.place.clone(),
        s.occasions.phase(phase).to_owned(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join(", ")
}

/// `Lamaknen 4/9, belum: Fulur, Kewar`.
#[must_use]
pub fn kecamatan(hall: &Hall, k: &KecamatanHere, s: &Strings) -> String {
    let name = hall.kecamatan(&k.code);
    let all = k.present.len() + k.absent.len();
    let absent: Vec<&str> = k.absent.iter().map(|c| hall.name(c)).collect();
    s.reception
        .kecamatan(name, k.present.len(), all, &absent.join(", "))
}
