//! R9, *Daftar Hadir* of an occasion: filled, or to be filled in by pen.

use std::collections::HashMap;

use uuid::Uuid;

use super::super::document::{Align, Block, Column, Document, Row, Table};
use super::super::office::{Office, official};
use super::super::report::{blank_sheet, with_kind};
use super::Meeting;
use crate::domain::list::Place;
use crate::domain::occasion::{Attendance, Phase, Present, name_key};
use crate::strings::facts::capital;

/// Who is there, by name without titles; with telephone numbers only where they are handed in. A message tells the
/// numbers alone.
#[must_use]
pub fn attendance(
    office: &Office<'_>,
    m: &Meeting<'_>,
    phones: Option<&HashMap<Uuid, String>>,
) -> Document {
    let here = m.here();
    let mut blocks = vec![Block::Pairs(m.head())];
    if !office.public {
        blocks.push(Block::Table(guests(m, &here, phones)));
    }
    blocks.extend(counted(m, &here));
    blocks.push(office.signatures_of(m.occasion.day()));
    let mut doc = Document {
        blocks,
        ..m.document(office, vec!["Daftar Hadir".into()], false)
    };
    // Until the end somebody may still come.
    if m.occasion.phase < Phase::Closed {
        doc.marks.push("DRAF".into());
    }
    doc
}

/// A list to sign on: a row for each who is invited and for each expected village, and `more` for others.
#[must_use]
pub fn blank(office: &Office<'_>, m: &Meeting<'_>, more: usize) -> Document {
    let villages: Vec<&Place> = m.expected.iter().filter_map(|c| m.place(c)).collect();
    let invited: &[String] = match office.public {
        true => &[],
        false => &m.occasion.plan.invited,
    };
    let mut blocks = blank_sheet(m.head(), invited, villages.into_iter(), more);
    blocks.push(office.signatures_of(m.occasion.day()));
    Document {
        blocks,
        ..m.document(office, vec!["Daftar Hadir".into()], false)
    }
}

fn guests(m: &Meeting<'_>, here: &Attendance, phones: Option<&HashMap<Uuid, String>>) -> Table {
    let mut guests: Vec<&Present> = m.occasion.guests.iter().collect();
    guests.sort_by_cached_key(|g| name_key(&g.guest.name));
    let mut columns = vec![
        Column::new("No.").align(Align::Right),
        Column::new("Nama").personal(),
        Column::new("L/P").align(Align::Centre),
        Column::new("Jabatan/ Unsur"),
        Column::new("Desa/Instansi"),
    ];
    if let Some(phones) = phones {
        // A telephone number is not broken over lines.
        let longest = phones.values().map(|p| p.chars().count()).max();
        let least = longest.unwrap_or_default().clamp(12, 18);
        columns.push(Column::new("No. HP").least(least).personal());
    }
    columns.push(
        Column::new("Tanda tangan")
            .least(13)
            .align(Align::Staggered),
    );
    let mut rows: Vec<Row> = guests
        .iter()
        .enumerate()
        .map(|(i, present)| {
            let mut cells = vec![(i + 1).to_string()];
            cells.extend(person(m, present));
            if let Some(phones) = phones {
                cells.push(phones.get(&present.id).cloned().unwrap_or_default());
            }
            cells.push(format!("{}.", i + 1));
            Row::new(cells)
        })
        .collect();
    rows.push(Row::total(vec![
        String::new(),
        "JUMLAH".into(),
        here.total.all().to_string(),
        format!("L {}", here.total.men),
        format!("P {}", here.total.women),
    ]));
    Table {
        columns,
        rows,
        ruled: true,
    }
}

/// Name, L/P, office, origin.
fn person(m: &Meeting<'_>, present: &Present) -> [String; 4] {
    let guest = &present.guest;
    let element = official().occasions.element(guest.element);
    let mut office = match guest.office.as_str() {
        "" => capital(element),
        office => format!("{office} ({element})"),
    };
    if !guest.represents.is_empty() {
        office = format!("{office}, mewakili {}", guest.represents);
    }
    let village = guest.village.as_ref();
    let village = village.map(|code| m.place(code).map_or_else(|| code.to_string(), with_kind));
    let origin = match (village, guest.agency.as_str()) {
        (Some(village), "") => village,
        (Some(village), agency) => format!("{agency}, {village}"),
        (None, agency) => agency.to_owned(),
    };
    let sex = guest.sex.word().to_owned();
    [guest.name.clone(), sex, office, origin]
}

/// By element, with the split of men and women, and which villages are there.
pub(super) fn counted(m: &Meeting<'_>, here: &Attendance) -> Vec<Block> {
    let number = |title: &str| Column::new(title).align(Align::Right);
    let mut rows: Vec<Row> = here
        .elements
        .iter()
        .enumerate()
        .map(|(i, (element, n))| {
            Row::new(vec![
                (i + 1).to_string(),
                capital(official().occasions.element(*element)),
                n.men.to_string(),
                n.women.to_string(),
                n.all().to_string(),
            ])
        })
        .collect();
    rows.push(Row::total(vec![
        String::new(),
        "JUMLAH".into(),
        here.total.men.to_string(),
        here.total.women.to_string(),
        here.total.all().to_string(),
    ]));
    let mut blocks = vec![Block::Table(Table {
        columns: vec![
            number("No."),
            Column::new("Unsur"),
            number("L"),
            number("P"),
            number("Jumlah"),
        ],
        rows,
        ruled: false,
    })];
    let (present, expected) = here.villages();
    if expected > 0 {
        let mut lines = vec![format!("Desa terwakili: {present} dari {expected}")];
        for k in here.kecamatan.iter().filter(|k| !k.absent.is_empty()) {
            let places: Vec<&Place> = k.absent.iter().filter_map(|c| m.place(c)).collect();
            let names: Vec<&str> = places.iter().map(|p| p.name.as_str()).collect();
            let kecamatan = places.first().map_or(k.code.as_str(), |p| &p.kecamatan);
            lines.push(format!(
                "Belum hadir, Kecamatan {kecamatan} ({}): {}",
                k.absent.len(),
                names.join(", ")
            ));
        }
        blocks.push(Block::Bullets(lines));
    }
    blocks
}
