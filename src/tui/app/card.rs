//! The card of a village as lines of words.

mod makers;
mod programme;

use chrono::NaiveDate;

use crate::domain::event::Source;
use crate::domain::gate::RuleBook;
use crate::domain::list::Place;
use crate::domain::stage::Decision;
use crate::domain::village::{Choice, Potential};
use crate::store::Card;
use crate::strings::Strings;
use crate::strings::facts::capital;
use crate::tui::text::wrap;
use unicode_width::UnicodeWidthStr;

/// How a line of the card is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Name,
    Head,
    Decision(Decision),
    Plain,
    Muted,
    /// To be thought of soon.
    Warning,
    /// Late, ended, too long.
    Alarm,
}

/// One line, broken to the width asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardLine {
    pub weight: Weight,
    pub text: String,
}

struct Lines {
    width: usize,
    lines: Vec<CardLine>,
}

impl Lines {
    fn add(&mut self, weight: Weight, indent: usize, text: &str) {
        let room = self.width.saturating_sub(indent);
        for part in wrap(text, room) {
            self.lines.push(CardLine {
                weight,
                text: format!("{:indent$}{part}", ""),
            });
        }
    }

    /// Adds pieces that are not broken within: as many on a line as it has room for.
    fn add_pieces(&mut self, weight: Weight, pieces: &[String]) {
        let mut line = String::new();
        for piece in pieces {
            if !line.is_empty() && line.width() + 1 + piece.width() > self.width {
                self.add(weight, 0, &std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(piece);
        }
        self.add(weight, 0, &line);
    }

    fn head(&mut self, text: &str) {
        self.lines.push(CardLine {
            weight: Weight::Plain,
            text: String::new(),
        });
        self.add(Weight::Head, 0, text);
    }
}

/// The whole card, in words. `here` tells who of the village is at an event of the day. On a low screen name and
/// place stand in the sentence alone, and the sentence comes first: it is the answer to "how is it doing?".
#[must_use]
pub fn lines(
    card: &Card,
    today: NaiveDate,
    s: &Strings,
    (width, low): (usize, bool),
    here: &[String],
) -> Vec<CardLine> {
    let mut out = Lines {
        width,
        lines: Vec::new(),
    };
    let village = &card.village;
    if !low {
        place_lines(&mut out, &card.place, s);
    }
    if !low {
        decision_line(&mut out, village.decision(), s);
    }
    let sentence = s.sentence(&card.place, village, today);
    if low {
        // What is below may not be seen: the sign of the decision goes before the sentence.
        let sign = format!(
            "{} {}",
            village.decision().flag(),
            village.decision().code()
        );
        out.add(Weight::Plain, 0, &format!("{} {sentence}", sign.trim()));
    } else {
        out.add(Weight::Plain, 0, &sentence);
    }
    for line in here {
        out.add(Weight::Plain, 0, line);
    }
    if low {
        decision_line(&mut out, village.decision(), s);
    }
    let rules = RuleBook::shipped().on(today);
    if let Some(choice) = &village.choice {
        programme::stage(&mut out, choice, rules, today, s);
        programme::missing(&mut out, choice, rules, today, s);
    }
    programme::obstacles(&mut out, &village.follow, today, s);
    programme::promises(&mut out, village, today, s);
    if let Some(choice) = &village.choice {
        makers::lines(&mut out, &choice.makers, today, s);
        choice_lines(&mut out, choice, s);
        programme::evidence(&mut out, choice, rules, today, s);
        step_lines(&mut out, choice, s);
    }
    out.head(s.screens.potentials);
    if village.potentials.is_empty() {
        out.add(Weight::Plain, 0, s.screens.no_potentials);
    }
    for (n, potential) in (1..).zip(&village.potentials) {
        potential_lines(&mut out, n, potential, s);
    }
    if let Some(sale) = &village.sold_raw {
        out.head(s.screens.raw);
        let answer = if sale.raw { s.facts.yes } else { s.facts.no };
        let note = if sale.note.is_empty() {
            String::new()
        } else {
            format!(": {}", sale.note)
        };
        out.add(
            Weight::Plain,
            0,
            &format!(
                "{answer}, {} {}{note}",
                s.screens.since,
                s.facts.short_day(sale.on)
            ),
        );
    }
    if !village.former.is_empty() {
        out.head(s.screens.former);
        for former in &village.former {
            let end = match &former.replaced_by {
                Some(product) => format!("{} {product}", s.screens.replaced_by),
                None => s.screens.cancelled.to_owned(),
            };
            out.add(
                Weight::Plain,
                0,
                &with_reason(
                    &format!(
                        "{}, {} - {}, {end}",
                        former.choice.product,
                        s.facts.short_day(former.choice.on),
                        s.facts.short_day(former.until)
                    ),
                    &former.reason,
                ),
            );
        }
    }
    if !village.notes.is_empty() {
        out.head(s.screens.notes);
        for note in village.notes.iter().rev() {
            out.add(
                Weight::Plain,
                0,
                &format!(
                    "{} {}: {}",
                    s.facts.short_day(note.on),
                    note.actor,
                    note.text
                ),
            );
        }
    }
    if village.unknown > 0 {
        out.head(&(s.screens.unknown_events)(village.unknown));
    }
    if village.ineffective > 0 {
        out.head(&(s.screens.ineffective_events)(village.ineffective));
    }
    out.lines
}

fn place_lines(out: &mut Lines, place: &Place, s: &Strings) {
    let kind = s.facts.kind(place.kind());
    out.add(Weight::Name, 0, &place.name.to_uppercase());
    out.add(
        Weight::Muted,
        0,
        &format!("{} {}", capital(kind), place.code),
    );
    out.add(
        Weight::Muted,
        0,
        &format!("Kec. {}, {}", place.kecamatan, place.regency),
    );
}

fn decision_line(out: &mut Lines, decision: Decision, s: &Strings) {
    let flag = decision.flag();
    let mark = if flag.is_empty() {
        String::new()
    } else {
        format!("{flag} ")
    };
    out.add(
        Weight::Decision(decision),
        0,
        &format!(
            "{mark}{} {}",
            decision.code(),
            s.facts.decision(decision).to_uppercase()
        ),
    );
}

fn choice_lines(out: &mut Lines, choice: &Choice, s: &Strings) {
    out.head(s.screens.choice);
    out.add(
        Weight::Plain,
        0,
        &format!("{} ({})", choice.product, s.facts.group(choice.group)),
    );
    out.add(
        Weight::Plain,
        0,
        &format!(
            "{}: {}, {}",
            s.screens.forum,
            s.facts.forum(choice.forum),
            s.facts.day(choice.on)
        ),
    );
    let minutes = if choice.minutes.is_empty() {
        s.screens.no_minutes
    } else {
        &choice.minutes
    };
    out.add(
        Weight::Plain,
        0,
        &format!("{}: {minutes}", s.screens.minutes),
    );
    match &choice.decree {
        Some(decree) => out.add(
            Weight::Plain,
            0,
            &format!(
                "{}: {}, {}",
                s.screens.decree,
                decree.number,
                s.facts.day(decree.on)
            ),
        ),
        None => out.add(Weight::Decision(Decision::Chosen), 0, s.screens.no_decree),
    }
}

/// What is said, and why, where that may be told: whoever only looks is shown no reasons.
fn with_reason(said: &str, reason: &str) -> String {
    match reason {
        "" => said.to_owned(),
        reason => format!("{said}: {reason}"),
    }
}

fn step_lines(out: &mut Lines, choice: &Choice, s: &Strings) {
    if !choice.steps.is_empty() {
        out.head(s.screens.steps);
        for step in choice.steps.iter().rev() {
            out.add(
                Weight::Plain,
                0,
                &with_reason(
                    &format!(
                        "{} {} > {} ({})",
                        s.facts.short_day(step.on),
                        s.facts.stage(step.from),
                        s.facts.stage(step.to),
                        step.actor
                    ),
                    &step.basis,
                ),
            );
        }
    }
}

fn potential_lines(out: &mut Lines, n: usize, potential: &Potential, s: &Strings) {
    out.add(
        Weight::Plain,
        0,
        &format!(
            "{n} {} ({})",
            potential.name,
            s.facts.group(potential.group)
        ),
    );
    let confirmed = if potential.confirmed {
        s.screens.confirmed
    } else {
        s.screens.unconfirmed
    };
    match &potential.source {
        Source::Field => out.add(
            Weight::Muted,
            2,
            &format!(
                "{confirmed}, {} {}",
                s.screens.since,
                s.facts.short_day(potential.since)
            ),
        ),
        Source::Public { address, date } => {
            out.add(
                Weight::Muted,
                2,
                &format!("{}, {confirmed}", (s.screens.public_source)(date)),
            );
            out.add(Weight::Muted, 2, address);
        }
    }
    if !potential.note.is_empty() {
        out.add(Weight::Plain, 2, &potential.note);
    }
}
