//! The agenda of a meeting, with the times that follow from the minutes set aside.

use chrono::TimeDelta;

use super::super::document::{Align, Block, Column, Document, Row, Table};
use super::super::office::Office;
use super::super::words;
use super::Meeting;
use crate::domain::occasion::Item;

/// The items in the order in which they are treated, and who is invited.
#[must_use]
pub fn agenda(office: &Office<'_>, m: &Meeting<'_>) -> Document {
    let mut blocks = vec![Block::Pairs(m.head())];
    if m.occasion.items.is_empty() {
        blocks.push(Block::Paragraph("Butir agenda belum ditetapkan.".into()));
    } else {
        blocks.push(Block::Table(items(m)));
    }
    let invited = &m.occasion.plan.invited;
    if !invited.is_empty() && !office.public {
        blocks.push(Block::Heading("Yang diundang".into()));
        blocks.push(Block::Numbered(invited.clone()));
    }
    blocks.push(office.signatures());
    let title = vec!["Agenda".into(), m.title()];
    Document {
        blocks,
        ..m.document(office, title, false)
    }
}

fn items(m: &Meeting<'_>) -> Table {
    let o = m.occasion;
    let minutes = |item: &Item| i64::from(item.topic.minutes);
    let mut before = 0;
    let mut rows = Vec::new();
    let items = o.order.iter().filter_map(|n| o.item(*n));
    for item in items {
        // Where no time is planned there is none to count from.
        let time = o.plan.time.map(|t| t + TimeDelta::minutes(before));
        before += minutes(item);
        rows.push(Row::new(vec![
            item.number.to_string(),
            m.topic(item),
            time.map(words::clock).unwrap_or_default(),
            minutes(item).to_string(),
        ]));
    }
    let end = o.plan.time.map(|t| t + TimeDelta::minutes(before));
    rows.push(Row::total(vec![
        String::new(),
        "JUMLAH".into(),
        end.map_or_else(String::new, |t| format!("s.d. {}", words::clock(t))),
        before.to_string(),
    ]));
    Table {
        columns: vec![
            Column::new("No.").align(Align::Right),
            Column::new("Desa/Pokok bahasan"),
            Column::new("Pukul"),
            Column::new("Menit").align(Align::Right),
        ],
        rows,
        ruled: false,
    }
}
