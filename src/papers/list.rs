//! The village list and what needs attention, as a paper and above all as a message.

use super::document::{Block, Document};
use super::office::Office;
use crate::domain::attention::Reason;
use crate::domain::list::{Row, Tally};
use crate::domain::stage::Decision;
use crate::strings::Strings;

/// The villages by kecamatan, each with its sign, its product or potential, and its stage.
#[must_use]
pub fn villages(office: &Office<'_>, rows: &[Row], s: &Strings) -> Document {
    let w = &s.cli.papers;
    let mut blocks = Vec::new();
    for group in rows.chunk_by(|a, b| a.place.kecamatan == b.place.kecamatan) {
        let Some(first) = group.first() else { continue };
        blocks.push(Block::Heading(format!(
            "{} ({})",
            first.place.kecamatan,
            group.len()
        )));
        blocks.push(Block::Numbered(
            group.iter().map(|row| village(row, s)).collect(),
        ));
    }
    let without = rows.iter().map(|r| r.summary.decision);
    let of = |d| without.clone().filter(|decision| *decision == d).count();
    let (k0, k1) = (of(Decision::NotSurveyed), of(Decision::Undecided));
    blocks.push(Block::Paragraph(w.counted(rows.len(), k0, k1)));
    Document {
        subtitle: vec![s.facts.day(office.day)],
        blocks,
        ..office.plain(w.list_title)
    }
}

fn village(row: &Row, s: &Strings) -> String {
    let summary = &row.summary;
    let name = &row.place.name;
    match (&summary.product, summary.stage) {
        (Some(product), Some(stage)) => {
            let stage = s.facts.stage(stage).to_uppercase();
            // The sign of the lists (`~`) would strike words through in a message.
            let decree = match summary.decision {
                Decision::Chosen => s.cli.papers.no_decree,
                _ => "",
            };
            format!("{name}: {product}, {stage}{decree}")
        }
        _ => {
            let what = s
                .cli
                .words_of(summary.decision, &s.facts, summary.potentials);
            format!("{name} {}: {what}", summary.decision.flag())
        }
    }
}

/// How many villages each reason for attention holds for; no product never without its split.
#[must_use]
pub fn attention(
    office: &Office<'_>,
    region: Option<&str>,
    tally: &Tally,
    counts: &[u32; Reason::ALL.len()],
    s: &Strings,
) -> Document {
    let w = &s.cli.papers;
    let lines = Reason::ALL.into_iter().zip(counts).map(|(reason, n)| {
        if reason == Reason::NoProduct {
            w.without(
                tally.without_product(),
                tally.decision(Decision::NotSurveyed),
                tally.decision(Decision::Undecided),
            )
        } else {
            format!("{}: {n}", s.reason(reason))
        }
    });
    let mut subtitle: Vec<String> = region.map(str::to_owned).into_iter().collect();
    subtitle.push(s.facts.day(office.day));
    Document {
        subtitle,
        blocks: vec![Block::Bullets(lines.collect())],
        ..office.plain(w.attention_title)
    }
}
