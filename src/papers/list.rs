//! The village list and what needs attention, as a paper and above all as a message.

use super::document::{Block, Document};
use super::office::Office;
use crate::domain::attention::Reason;
use crate::domain::list::{Row, Tally};
use crate::domain::stage::{Decision, Stage};
use crate::strings::Strings;
use crate::strings::facts::capital;

/// The villages by kecamatan, each with its sign, its product or potential, and its stage. `about` says which villages
/// these are, where it is not all of them.
#[must_use]
pub fn villages(office: &Office<'_>, about: &[String], rows: &[Row], s: &Strings) -> Document {
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
        subtitle: subtitle(office, about, s),
        blocks,
        ..office.plain(w.list_title)
    }
}

/// Which villages, and the day.
fn subtitle(office: &Office<'_>, about: &[String], s: &Strings) -> Vec<String> {
    let about = Some(about.join(", ")).filter(|a| !a.is_empty());
    about.into_iter().chain([s.facts.day(office.day)]).collect()
}

/// A column of the board.
pub struct Column<'a> {
    pub rows: &'a [Row],
    /// How many of them have stood too long.
    pub stuck: u32,
}

/// The board: without a product, then a column for each stage, the longest waiting first.
#[must_use]
pub fn board(
    office: &Office<'_>,
    about: &[String],
    columns: &[Column<'_>],
    s: &Strings,
) -> Document {
    let mut blocks = Vec::new();
    let stages = Stage::ALL.into_iter().map(Some);
    for (stage, column) in [None].into_iter().chain(stages).zip(columns) {
        let head = match stage {
            Some(stage) => format!("{}: {}", s.facts.stage(stage), column.rows.len()),
            None => {
                let of = |d| {
                    column
                        .rows
                        .iter()
                        .filter(|r| r.summary.decision == d)
                        .count()
                };
                let (k0, k1) = (of(Decision::NotSurveyed), of(Decision::Undecided));
                let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let w = &s.cli.papers;
                w.without(count(k0 + k1), count(k0), count(k1))
            }
        };
        let head = (s.screens.with_stuck)(&capital(&head), column.stuck);
        blocks.push(Block::Heading(head));
        if column.rows.is_empty() {
            continue;
        }
        let line = |row: &Row| {
            let summary = &row.summary;
            let what = match &summary.product {
                Some(product) => format!(": {product}"),
                None => format!(" {}", summary.decision.flag()),
            };
            let days = summary.since.map(|since| (office.day - since).num_days());
            let days = days.map_or_else(String::new, |n| format!(", {}", s.facts.days(n)));
            format!("{} ({}){what}{days}", row.place.name, row.place.kecamatan)
        };
        blocks.push(Block::Numbered(column.rows.iter().map(line).collect()));
    }
    Document {
        subtitle: subtitle(office, about, s),
        blocks,
        ..office.plain(s.cli.papers.board_title)
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
    let about: Vec<String> = region.map(str::to_owned).into_iter().collect();
    Document {
        subtitle: subtitle(office, &about, s),
        blocks: vec![Block::Bullets(lines.collect())],
        ..office.plain(w.attention_title)
    }
}
