//! Who is at an event, in numbers, as a message: by element, and the villages by kecamatan. It names no persons.

use super::document::{Block, Document};
use super::office::Office;
use crate::domain::code::Code;
use crate::domain::occasion::{Attendance, Occasion};
use crate::strings::Strings;
use crate::strings::facts::capital;

/// What the message needs the names of.
pub struct Names<'a> {
    pub village: &'a dyn Fn(&Code) -> String,
    pub kecamatan: &'a dyn Fn(&str) -> String,
}

/// The numbers of an event as they stand.
#[must_use]
pub fn presence(
    office: &Office<'_>,
    occasion: &Occasion,
    here: &Attendance,
    names: &Names<'_>,
    s: &Strings,
) -> Document {
    let w = &s.reception;
    let plan = &occasion.plan;
    let (present, expected) = here.villages();
    let mut blocks = vec![Block::Paragraph(w.people(here.total))];
    if expected > 0 {
        blocks.push(Block::Paragraph(w.villages_here(present, expected)));
    }
    if !here.elements.is_empty() {
        let line = |(element, n): &(_, _)| {
            let name = capital(s.occasions.element(*element));
            w.element_count(&name, *n)
        };
        blocks.push(Block::Heading(w.by_element().to_owned()));
        blocks.push(Block::Bullets(here.elements.iter().map(line).collect()));
    }
    let list = |codes: &[Code]| {
        let names: Vec<String> = codes.iter().map(names.village).collect();
        names.join(", ")
    };
    if expected > 0 {
        let lines = here.kecamatan.iter().map(|k| {
            let all = k.present.len() + k.absent.len();
            let name = (names.kecamatan)(&k.code);
            w.kecamatan(&name, k.present.len(), all, &list(&k.absent))
        });
        blocks.push(Block::Heading(w.by_kecamatan().to_owned()));
        blocks.push(Block::Bullets(lines.collect()));
    }
    if !here.others.is_empty() {
        blocks.push(Block::Paragraph(w.unexpected(&list(&here.others))));
    }
    let time = plan.time.map(|t| t.format("%H.%M").to_string());
    let parts = [
        s.facts.day(occasion.day()),
        time.unwrap_or_default(),
        plan.place.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    Document {
        subtitle: vec![
            parts.join(", "),
            s.occasions.phase(occasion.phase).to_owned(),
        ],
        blocks,
        ..office.plain(&plan.title)
    }
}
