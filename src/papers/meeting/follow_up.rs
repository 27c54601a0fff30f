//! R10, *Matriks Rencana Tindak Lanjut* of one meeting: what it was promised, and what is open from before.

use super::super::document::{Block, Document, Row, Table};
use super::super::office::Office;
use super::super::report::{matrix_columns, matrix_row, matrix_total};
use super::Meeting;
use crate::domain::code::Code;
use crate::domain::follow::Action;

type Promised<'a> = (String, Option<&'a Code>, &'a Action);

/// The promises of its decisions, the one due first on top; under them those of earlier meetings that are still open.
#[must_use]
pub fn follow_up(office: &Office<'_>, m: &Meeting<'_>) -> Document {
    let mut made: Vec<Promised<'_>> = Vec::new();
    for item in &m.occasion.items {
        let village = item.topic.village.as_ref();
        let promises = m.promises_of(item).into_iter();
        made.extend(promises.map(|a| (m.topic(item), village, a)));
    }
    made.sort_by_key(|(_, _, a)| a.planned.due);
    let mut blocks = vec![Block::Table(matrix(office, m, &made))];
    let chains = m.before.iter().flat_map(|b| &b.promises.all);
    let mut open: Vec<Promised<'_>> = chains
        .filter_map(|kept| Some((kept.chain.village.as_ref(), kept.now()?)))
        // What this meeting handed on stands above already.
        .filter(|(_, a)| a.is_open() && a.planned.from != Some(m.occasion.id))
        .map(|(village, a)| {
            (
                village.map_or_else(String::new, |c| m.village(c)),
                village,
                a,
            )
        })
        .collect();
    if !open.is_empty() {
        open.sort_by_key(|(_, _, a)| a.planned.due);
        blocks.push(Block::Heading(
            "Dari rapat sebelumnya, belum selesai".into(),
        ));
        blocks.push(Block::Table(matrix(office, m, &open)));
    }
    blocks.push(office.signatures());
    let title = vec!["Matriks Rencana Tindak Lanjut".into(), m.title()];
    let mut doc = Document {
        landscape: true,
        blocks,
        ..m.document(office, title, true)
    };
    doc.subtitle.push(office.as_of());
    doc
}

fn matrix(office: &Office<'_>, m: &Meeting<'_>, promises: &[Promised<'_>]) -> Table {
    let rows = promises.iter().enumerate().map(|(i, (topic, code, a))| {
        let village = code.and_then(|code| m.villages.get(code));
        matrix_row(office, i + 1, topic.clone(), village, a)
    });
    let total: Row = matrix_total(office, promises.iter().map(|(_, _, a)| *a));
    Table {
        columns: matrix_columns(),
        rows: rows.chain([total]).collect(),
        ruled: false,
    }
}
