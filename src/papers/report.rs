//! Official papers over many villages: recapitulation, villages without a product, the follow-up matrix, the attendance
//! list. In Indonesian, as their readers want them.

use super::document::{Align, Block, Column, Document, Row, Table};
use super::gather::Counted;
use super::office::{Office, official};
use super::words;
use crate::domain::code::Kind;
use crate::domain::follow::{self, Action};
use crate::domain::list::{self, Place, Tally};
use crate::domain::stage::{Decision, Stage};
use crate::domain::village::Village;

/// R1, *Rekapitulasi Perkembangan OVOP per Kecamatan*: sums of each regency, and where there are several of all.
#[must_use]
pub fn recap(office: &Office<'_>, all: &[Counted]) -> Document {
    let titles = [
        "No.",
        "Kecamatan",
        "Jml desa/ kel.",
        "Belum didata",
        "Belum diputus- kan",
        "Dipilih, belum SK",
        "Ditetap- kan",
        "Potensi",
        "Diolah",
        "Dikemas",
        "Dipasar- kan",
        "Macet",
        "% ber- produk",
        "Ket.",
    ];
    let columns = titles.into_iter().enumerate().map(|(i, title)| match i {
        1 => Column::new(title),
        13 => Column::new(title).least(6),
        _ => Column::new(title).align(Align::Right),
    });
    let mut rows = Vec::new();
    let mut total = (Tally::default(), 0);
    let mut number = 0;
    for counted in all {
        let mut sum = (Tally::default(), 0);
        for (region, stuck) in &counted.kecamatan {
            number += 1;
            let mut cells = vec![number.to_string(), region.name.clone()];
            cells.extend(numbers(&region.tally, *stuck));
            rows.push(Row::new(cells));
            sum = plus(sum, (&region.tally, *stuck));
        }
        let name = if counted.whole {
            format!("JUMLAH {}", counted.regency.name)
        } else {
            "JUMLAH".to_owned()
        };
        rows.push(sum_row(&name, &sum.0, sum.1));
        total = plus(total, (&sum.0, sum.1));
    }
    if all.len() > 1 {
        rows.push(sum_row("TOTAL", &total.0, total.1));
    }
    let without = total.0.without_product();
    let villages = words::figure_and_words(u64::from(total.0.villages()));
    let closing = format!(
        "Dari {villages} desa dan kelurahan, {} belum memiliki produk unggulan: {} belum didata dan {} belum diputuskan.",
        words::figure_and_words(u64::from(without)),
        total.0.decision(Decision::NotSurveyed),
        total.0.decision(Decision::Undecided),
    );
    Document {
        blocks: vec![
            Block::Table(Table {
                columns: columns.collect(),
                rows,
                ruled: false,
            }),
            Block::Paragraph(closing),
            office.signatures(),
        ],
        ..office.official(
            "Rekapitulasi Perkembangan OVOP per Kecamatan",
            vec![office.as_of()],
            true,
        )
    }
}

fn plus((mut sum, stuck): (Tally, u32), (tally, more): (&Tally, u32)) -> (Tally, u32) {
    for (to, from) in sum.decisions.iter_mut().zip(tally.decisions) {
        *to += from;
    }
    for (to, from) in sum.stages.iter_mut().zip(tally.stages) {
        *to += from;
    }
    (sum, stuck + more)
}

fn sum_row(name: &str, tally: &Tally, stuck: u32) -> Row {
    let mut cells = vec![String::new(), name.to_owned()];
    cells.extend(numbers(tally, stuck));
    Row::total(cells)
}

/// The columns from the number of villages to the share with a product.
fn numbers(tally: &Tally, stuck: u32) -> Vec<String> {
    let mut numbers = vec![tally.villages()];
    numbers.extend(Decision::ALL.map(|d| tally.decision(d)));
    numbers.extend(Stage::ALL.map(|s| tally.stage(s)));
    numbers.push(stuck);
    let mut cells: Vec<String> = numbers.iter().map(u32::to_string).collect();
    let villages = tally.villages().max(1);
    let with = tally.villages() - tally.without_product();
    let tenths = (with * 1000 + villages / 2) / villages;
    cells.push(format!("{},{}", tenths / 10, tenths % 10));
    cells
}

/// R2, *Daftar Desa/Kelurahan Belum Memiliki Produk Unggulan*. `region` names whose villages these are.
#[must_use]
pub fn without_product(office: &Office<'_>, region: &str, rows: &[list::Row]) -> Document {
    let facts = &official().facts;
    let columns = vec![
        Column::new("No.").align(Align::Right),
        Column::new("Desa/Kelurahan"),
        Column::new("Kecamatan"),
        Column::new("Status"),
        Column::new("Potensi tercatat"),
        Column::new("Sejak"),
        Column::new("Tindak lanjut").least(16),
        Column::new("Tenggat").least(10),
    ];
    let mut table: Vec<Row> = rows
        .iter()
        .enumerate()
        .map(|(i, row)| {
            let s = &row.summary;
            let potentials = match (&s.first_potential, s.potentials) {
                (Some(first), 1) => first.clone(),
                (Some(first), n) => format!("{first}, dan {} lagi", n - 1),
                (None, _) => "-".into(),
            };
            let day = |d: Option<_>| d.map_or_else(String::new, |d| facts.short_day(d));
            Row::new(vec![
                (i + 1).to_string(),
                row.place.name.clone(),
                row.place.kecamatan.clone(),
                format!("{} {}", s.decision.code(), facts.decision(s.decision)),
                potentials,
                day(s.since),
                String::new(),
                day(s.next_due),
            ])
        })
        .collect();
    let of = |d| rows.iter().filter(|r| r.summary.decision == d).count();
    let (k0, k1) = (of(Decision::NotSurveyed), of(Decision::Undecided));
    table.push(Row::total(vec![
        String::new(),
        "JUMLAH".into(),
        rows.len().to_string(),
        format!("K0 {k0}, K1 {k1}"),
    ]));
    Document {
        blocks: vec![
            Block::Table(Table {
                columns,
                rows: table,
                ruled: false,
            }),
            office.signatures(),
        ],
        ..office.official(
            "Daftar Desa/Kelurahan Belum Memiliki Produk Unggulan",
            vec![region.to_owned(), office.as_of()],
            true,
        )
    }
}

/// R10, *Matriks Rencana Tindak Lanjut*: the open promises, the one due first on top.
#[must_use]
pub fn matrix(
    office: &Office<'_>,
    region: &str,
    villages: &[(Place, Village)],
    of: Option<follow::Office>,
) -> Document {
    let s = official();
    let mut promises: Vec<(&Place, &Village, &Action)> = villages
        .iter()
        .flat_map(|(place, village)| {
            let open = village.follow.actions.iter().filter(|a| a.is_open());
            open.filter(|a| of.is_none_or(|o| a.planned.office == o))
                .map(move |a| (place, village, a))
        })
        .collect();
    // Stable: what is due on one day stays in the register's order.
    promises.sort_by_key(|(_, _, a)| a.planned.due);
    let late = |a: &Action| a.overdue(office.day);
    let rows: Vec<Row> = promises
        .iter()
        .enumerate()
        .map(|(i, (place, village, a))| {
            let blockers: Vec<&str> = village
                .follow
                .blockers
                .iter()
                .map(|b| s.programme.obstacle(b.raised.obstacle))
                .collect();
            Row::new(vec![
                (i + 1).to_string(),
                format!("{} ({})", place.name, place.kecamatan),
                blockers.join("; "),
                a.planned.what.clone(),
                if office.public {
                    s.programme.office(a.planned.office).to_owned()
                } else {
                    s.cli.follow.by_whom(&s.programme, a)
                },
                s.facts.short_day(a.planned.due),
                match late(a) {
                    Some(days) => format!("LEWAT {days} hari"),
                    None => "berjalan".into(),
                },
                String::new(),
            ])
        })
        .chain([Row::total(vec![
            String::new(),
            "JUMLAH".into(),
            String::new(),
            format!("{} janji", promises.len()),
            String::new(),
            String::new(),
            format!(
                "{} lewat",
                promises
                    .iter()
                    .filter(|(_, _, a)| late(a).is_some())
                    .count()
            ),
        ])])
        .collect();
    let columns = vec![
        Column::new("No.").align(Align::Right),
        Column::new("Desa"),
        Column::new("Permasalahan"),
        Column::new("Tindak lanjut"),
        Column::new("Penanggung jawab"),
        Column::new("Tenggat"),
        Column::new("Status"),
        Column::new("Ket.").least(8),
    ];
    let mut subtitle = vec![region.to_owned()];
    subtitle.extend(of.map(|o| s.programme.office(o).to_owned()));
    subtitle.push(office.as_of());
    Document {
        blocks: vec![
            Block::Table(Table {
                columns,
                rows,
                ruled: false,
            }),
            office.signatures(),
        ],
        ..office.official("Matriks Rencana Tindak Lanjut", subtitle, true)
    }
}

/// R9, *Daftar Hadir*, blank: a row for each village, and `more` for others.
#[must_use]
pub fn attendance(office: &Office<'_>, region: &str, villages: &[Place], more: usize) -> Document {
    let places = villages.iter().map(|place| match place.kind() {
        Kind::Desa => format!("Desa {}", place.name),
        Kind::Kelurahan => format!("Kel. {}", place.name),
    });
    let mut rows: Vec<Row> = places
        .chain(std::iter::repeat_n(String::new(), more))
        .enumerate()
        .map(|(i, place)| {
            let number = (i + 1).to_string();
            let blank = String::new;
            Row::new(vec![
                number.clone(),
                blank(),
                blank(),
                blank(),
                place,
                blank(),
                format!("{number}."),
            ])
        })
        .collect();
    rows.push(Row::total(vec![
        String::new(),
        "JUMLAH".into(),
        String::new(),
        "L: ........".into(),
        "P: ........".into(),
    ]));
    let columns = vec![
        Column::new("No.").align(Align::Right),
        Column::new("Nama").least(16),
        Column::new("L/P").align(Align::Centre),
        Column::new("Jabatan/ Unsur").least(11),
        Column::new("Desa/Instansi").least(11),
        Column::new("No. HP").least(8).personal(),
        Column::new("Tanda tangan")
            .least(13)
            .align(Align::Staggered),
    ];
    let dots = || ".".repeat(30);
    let head = [
        ("Kegiatan", dots()),
        ("Hari/tanggal", dots()),
        ("Pukul", ".......... s.d. .......... WITA".into()),
        ("Tempat", dots()),
    ];
    Document {
        blocks: vec![
            Block::Pairs(head.map(|(name, value)| (name.into(), value)).to_vec()),
            Block::Table(Table {
                columns,
                rows,
                ruled: true,
            }),
            office.signatures(),
        ],
        ..office.official("Daftar Hadir", vec![region.to_owned()], false)
    }
}
