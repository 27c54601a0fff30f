//! Papers about one village: its card, and what it lacks as a page to be filled in by pen.

use super::document::{Block, Document};
use super::office::Office;
use crate::domain::evidence::{self, Check};
use crate::domain::gate::RuleBook;
use crate::domain::list::Place;
use crate::domain::text;
use crate::domain::village::{Choice, Potential, Village};
use crate::strings::Strings;

/// Notes that stand on a card, the latest; more would not leave it one page.
const NOTES: usize = 3;
/// Up to so many gaps two lines are left for each, beyond one.
const FEW: usize = 9;

/// The card of a village (*kartu desa*): everything in words, and its gaps as a checklist.
#[must_use]
pub fn card(office: &Office<'_>, place: &Place, village: &Village, s: &Strings) -> Document {
    let (w, facts) = (&s.cli.papers, &s.facts);
    let mut blocks = vec![Block::Paragraph(s.sentence(place, village, office.day))];
    let mut part = |head: &str, items: Vec<String>, numbered: bool| {
        if !items.is_empty() {
            blocks.push(Block::Heading(head.to_owned()));
            blocks.push(if numbered {
                Block::Numbered(items)
            } else {
                Block::Bullets(items)
            });
        }
    };
    let potentials = village.potentials.iter();
    let potentials = potentials.map(|p| potential(office, p, s)).collect();
    part(w.potentials, potentials, true);
    if let Some(choice) = &village.choice {
        let product = vec![
            s.cli.card.choice(facts, choice),
            s.cli.card.decree(facts, choice.decree.as_ref()),
            s.cli.card.stage(facts, choice, office.day),
        ];
        part(w.product, product, false);
    }
    let blockers = village.follow.blockers.iter();
    let blockers = blockers.map(|b| {
        let mut b = b.clone();
        if office.public {
            b.raised.note.clear();
        }
        s.cli.follow.blocker(facts, &s.programme, &b, office.day)
    });
    part(w.obstacles, blockers.collect(), false);
    let open = village.follow.actions.iter().filter(|a| a.is_open());
    let promises = open.map(|a| {
        let mut a = a.clone();
        if office.public {
            a.planned.who.clear();
        }
        s.cli.follow.action(facts, &s.programme, &a, office.day)
    });
    part(w.promises, promises.collect(), false);
    if !office.public {
        let notes = village.notes.iter().rev().take(NOTES);
        let notes = notes.map(|n| s.cli.card.note(facts, n)).collect();
        part(w.notes, notes, false);
    }
    blocks.push(Block::Heading(w.gaps.to_owned()));
    blocks.push(checklist(gaps(office, village, s), 0, s));
    if !office.public {
        blocks.push(visit(s));
    }
    Document {
        subtitle: subtitle(place, s),
        blocks,
        ..office.plain(&w.card_of(facts.kind(place.kind()), &text::safe(&place.name)))
    }
}

/// A potential; in a message without its source and note, which are long and may name persons.
fn potential(office: &Office<'_>, p: &Potential, s: &Strings) -> String {
    if !office.public {
        return s.cli.card.potential(&s.facts, p);
    }
    let words = format!("{} ({})", p.name, s.facts.group(p.group));
    if p.confirmed {
        words
    } else {
        format!("{words}, {}", s.cli.papers.unconfirmed)
    }
}

/// Only what a village lacks, with lines to write on: one page to carry there.
#[must_use]
pub fn gap_card(office: &Office<'_>, place: &Place, village: &Village, s: &Strings) -> Document {
    let w = &s.cli.papers;
    let mut gaps = gaps(office, village, s);
    // What may stand in the way, and what is promised, is asked at every visit.
    gaps.extend([w.ask_obstacles.to_owned(), w.ask_promises.to_owned()]);
    let lines = if gaps.len() <= FEW { 2 } else { 1 };
    let blocks = vec![
        Block::Paragraph(s.sentence(place, village, office.day)),
        checklist(gaps, lines, s),
        visit(s),
    ];
    Document {
        subtitle: subtitle(place, s),
        blocks,
        ..office.plain(&w.gaps_of(s.facts.kind(place.kind()), &text::safe(&place.name)))
    }
}

fn subtitle(place: &Place, s: &Strings) -> Vec<String> {
    let kecamatan = s.cli.papers.in_kecamatan(&place.kecamatan, &place.regency);
    vec![format!("{kecamatan} ({})", place.code)]
}

fn checklist(items: Vec<String>, lines: usize, s: &Strings) -> Block {
    if items.is_empty() {
        Block::Paragraph(s.cli.papers.no_gaps.to_owned())
    } else {
        Block::Checklist { items, lines }
    }
}

fn visit(s: &Strings) -> Block {
    let dots = || ".".repeat(30);
    let w = &s.cli.papers;
    let names = [w.visited_on, w.filled_in_by, w.told_by];
    Block::Pairs(names.map(|name| (name.to_owned(), dots())).to_vec())
}

/// What the village lacks on the way to its next stage, in words.
fn gaps(office: &Office<'_>, village: &Village, s: &Strings) -> Vec<String> {
    let w = &s.cli.papers;
    match &village.choice {
        None if village.potentials.is_empty() => [w.ask_potential, w.ask_who, w.ask_season]
            .map(str::to_owned)
            .to_vec(),
        None => {
            let unsure = village.potentials.iter().filter(|p| !p.confirmed);
            let mut gaps: Vec<String> = unsure.map(|p| w.confirm(&p.name)).collect();
            gaps.extend([w.ask_choice, w.ask_deliberation].map(str::to_owned));
            gaps
        }
        Some(choice) => missing(office, choice, s),
    }
}

fn missing(office: &Office<'_>, choice: &Choice, s: &Strings) -> Vec<String> {
    let rules = RuleBook::shipped().on(office.day);
    let missing = evidence::missing(choice, rules, office.day);
    let say = |c: &Check<'_>| {
        let mut text = format!(
            "{} ({})",
            s.programme.item(c.item),
            s.programme.standing(c.standing)
        );
        if let Some(papers) = c.evidence.map(|e| e.claim.missing.trim())
            && !papers.is_empty()
        {
            text = format!("{text}: {}", s.programme.papers_missing(papers));
        }
        text
    };
    missing.iter().map(say).collect()
}
