//! What the card says of who makes the product, how much, where it is sold, and who helps.

use chrono::NaiveDate;

use super::{Lines, Weight};
use crate::domain::makers::Makers;
use crate::domain::month::Month;
use crate::strings::Strings;

/// While nothing is known, how to record it.
pub(super) fn lines(out: &mut Lines, makers: &Makers, today: NaiveDate, s: &Strings) {
    let (w, facts) = (&s.makers, &s.facts);
    out.head(&w.months_head().to_uppercase());
    if makers.is_empty() {
        return out.add(Weight::Muted, 0, w.nothing_yet());
    }
    let [letters, signs] = w.grid(makers, today);
    out.add(Weight::Muted, 0, &letters);
    out.add(Weight::Plain, 0, &signs);
    out.add(Weight::Plain, 0, &w.year_counts(makers, today));
    out.add_pieces(Weight::Muted, &w.legend_pieces(today));
    let [first, .., last] = Month::twelve(today);
    let months = makers.months.iter().rev();
    for entry in months.filter(|m| (first..=last).contains(&m.month)) {
        out.add(Weight::Plain, 2, &w.entry(makers, entry));
    }
    match &makers.workers {
        Some(workers) => out.add_pieces(Weight::Plain, &w.worker_pieces(facts, workers)),
        None => out.add(Weight::Muted, 0, w.no_workers()),
    }
    numbered(out, w.producers_head(), &makers.producers, |p| {
        let weight = stands(p.stopped.is_none());
        (weight, w.producer(facts, p))
    });
    numbered(out, w.channels_head(), &makers.channels, |c| {
        (stands(c.ended.is_none()), w.channel(facts, c))
    });
    numbered(out, w.assistance_head(), &makers.assistance, |a| {
        let weight = match a.waiting {
            true if a.ended.is_none() => Weight::Warning,
            _ => stands(a.ended.is_none()),
        };
        (weight, w.assistance(facts, &s.programme, a))
    });
}

fn stands(still: bool) -> Weight {
    if still { Weight::Plain } else { Weight::Muted }
}

/// A list under its head, with the numbers that commands take; nothing where it is empty.
fn numbered<T>(out: &mut Lines, head: &str, all: &[T], say: impl Fn(&T) -> (Weight, String)) {
    if !all.is_empty() {
        out.head(&head.to_uppercase());
    }
    for (n, one) in (1..).zip(all) {
        let (weight, text) = say(one);
        out.add(weight, 0, &format!("{n} {text}"));
    }
}
