//! R7, *Berita Acara*: the one page that all sign.

use super::super::document::{Align, Block, Column, Document, Row, Signatures, Table};
use super::super::office::{Office, official};
use super::super::report::responsible;
use super::super::words;
use super::{Meeting, dots, or_dots};
use crate::domain::occasion::Element;

/// Up to so many elements sign for the participants.
const SIGNING: usize = 4;

/// The minutes that leader and participants sign.
#[must_use]
pub fn minutes(office: &Office<'_>, m: &Meeting<'_>) -> Document {
    let day = m.occasion.day();
    let month = official().facts.day(day);
    // The day in words names the month as a date does.
    let month = month.split(' ').nth(1).unwrap_or_default();
    let opening = format!(
        "Pada hari ini {}, pukul {}, bertempat di {}, telah dilaksanakan {}, yang dihadiri oleh {} sebagaimana tercantum \
         dalam daftar hadir terlampir.",
        words::day_in_words(day, month),
        m.hours(),
        or_dots(&m.occasion.plan.place),
        m.name(),
        m.persons(),
    );
    let mut blocks = vec![
        Block::Paragraph(opening),
        Block::Paragraph("Materi yang dibahas:".into()),
        Block::Numbered(matters(office, m)),
        Block::Paragraph(format!("Peserta {} menyepakati:", m.sort_word())),
    ];
    blocks.push(if m.occasion.items.is_empty() {
        Block::Dotted(5)
    } else {
        Block::Table(agreed(office, m))
    });
    blocks.push(Block::Paragraph(
        "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
            .into(),
    ));
    blocks.push(signatures(office, m));
    let title = vec!["Berita Acara".into(), m.title()];
    let mut doc = Document {
        blocks,
        ..m.document(office, title, true)
    };
    m.addenda(&mut doc);
    doc
}

fn matters(office: &Office<'_>, m: &Meeting<'_>) -> Vec<String> {
    let mut matters = Vec::new();
    if let Some(before) = &m.before {
        let scheme = office.papers.number.clone().unwrap_or_default();
        let which = match before.number {
            Some(n) => format!("Nomor {}", super::number(&scheme, n, before.day)),
            None => official().facts.day(before.day),
        };
        let kept = Meeting::kept(before);
        matters.push(format!("Tindak lanjut rapat sebelumnya ({which}): {kept}."));
    }
    if let Some(villages) = m.villages() {
        matters.push(format!("Perkembangan produk unggulan {villages}."));
    }
    let topics = m.occasion.items.iter();
    let topics = topics.filter(|i| i.topic.village.is_none());
    matters.extend(topics.map(|i| super::sentence(&i.topic.title)));
    if matters.is_empty() {
        matters.push(super::sentence(&m.occasion.plan.title));
    }
    matters
}

/// A row for each item, and for each further promise of it.
fn agreed(office: &Office<'_>, m: &Meeting<'_>) -> Table {
    let mut rows = Vec::new();
    for item in &m.occasion.items {
        let promises = m.promises_of(item);
        for i in 0..promises.len().max(1) {
            let first = |text: String| if i == 0 { text } else { String::new() };
            let mut cells = vec![
                first(item.number.to_string()),
                first(m.topic(item)),
                first(m.decision(item)),
            ];
            match promises.get(i) {
                Some(a) => cells.extend([
                    a.planned.what.clone(),
                    responsible(office, a),
                    official().facts.short_day(a.planned.due),
                ]),
                None => cells.extend(["-", "-", "-"].map(str::to_owned)),
            }
            rows.push(Row::new(cells));
        }
    }
    Table {
        columns: vec![
            Column::new("No.").align(Align::Right),
            Column::new("Desa"),
            Column::new("Keputusan"),
            Column::new("Tindak lanjut"),
            Column::new("Penanggung jawab"),
            Column::new("Tenggat"),
        ],
        rows,
        ruled: true,
    }
}

fn signatures(office: &Office<'_>, m: &Meeting<'_>) -> Block {
    let here = m.here();
    let of_public = |e: &Element| !matches!(e, Element::Media | Element::Other);
    let mut elements: Vec<String> = here
        .elements
        .iter()
        .map(|(e, _)| *e)
        .filter(of_public)
        .take(SIGNING)
        .map(|e| official().occasions.element(e).to_owned())
        .collect();
    // Two at least sign, whoever they are.
    while elements.len() < 2 {
        elements.push(dots());
    }
    let leader = if m.occasion.plan.sort.is_meeting() {
        "Pimpinan rapat,"
    } else {
        "Pimpinan kegiatan,"
    };
    Block::Signatures(Box::new(Signatures {
        place_and_day: office.place_and(m.occasion.day()),
        left: Some(office.acknowledged("Mengetahui,")),
        right: office.person(&m.occasion.plan.leader, leader),
        others: elements.into_iter().map(|e| (String::new(), e)).collect(),
        others_head: "Wakil peserta:".into(),
    }))
}
