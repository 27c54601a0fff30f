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
    out.add(Weight::Plain, 0, &w.year(makers, today));
    out.add(Weight::Muted, 0, &w.legend(today));
    out.add(Weight::Plain, 0, &w.year_counts(makers, today));
    let [first, .., last] = Month::twelve(today);
    let months = makers.months.iter().rev();
    for entry in months.filter(|m| (first..=last).contains(&m.month)) {
        out.add(Weight::Plain, 2, &w.entry(makers, entry));
    }
    match &makers.workers {
        Some(workers) => out.add(Weight::Plain, 0, &w.workers(facts, workers)),
        None => out.add(Weight::Muted, 0, w.no_workers()),
    }
    if !makers.producers.is_empty() {
        out.head(&w.producers_head().to_uppercase());
        for (n, producer) in (1..).zip(&makers.producers) {
            let weight = match producer.stopped {
                Some(_) => Weight::Muted,
                None => Weight::Plain,
            };
            let text = w.producer(facts, producer);
            out.add(weight, 0, &format!("{n} {text}"));
        }
    }
    if !makers.channels.is_empty() {
        out.head(&w.channels_head().to_uppercase());
        for (n, channel) in (1..).zip(&makers.channels) {
            let weight = match channel.ended {
                Some(_) => Weight::Muted,
                None => Weight::Plain,
            };
            let text = w.channel(facts, channel);
            out.add(weight, 0, &format!("{n} {text}"));
        }
    }
    if !makers.assistance.is_empty() {
        out.head(&w.assistance_head().to_uppercase());
        for (n, help) in (1..).zip(&makers.assistance) {
            let weight = match help.ended {
                Some(_) => Weight::Muted,
                None => Weight::Plain,
            };
            let text = w.assistance(facts, &s.programme, help);
            out.add(weight, 0, &format!("{n} {text}"));
        }
    }
}
