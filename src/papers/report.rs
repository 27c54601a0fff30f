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
    let rows: Vec<Row> = promises
        .iter()
        .enumerate()
        .map(|(i, (place, village, a))| {
            let desa = format!("{} ({})", place.name, place.kecamatan);
            matrix_row(office, i + 1, desa, Some(village), a)
        })
        .chain([matrix_total(office, promises.iter().map(|(_, _, a)| *a))])
        .collect();
    let mut subtitle = vec![region.to_owned()];
    subtitle.extend(of.map(|o| s.programme.office(o).to_owned()));
    subtitle.push(office.as_of());
    Document {
        blocks: vec![
            Block::Table(Table {
                columns: matrix_columns(),
                rows,
                ruled: false,
            }),
            office.signatures(),
        ],
        ..office.official("Matriks Rencana Tindak Lanjut", subtitle, true)
    }
}

/// The columns of R10.
pub(super) fn matrix_columns() -> Vec<Column> {
    vec![
        Column::new("No.").align(Align::Right),
        Column::new("Desa"),
        Column::new("Permasalahan"),
        Column::new("Tindak lanjut"),
        Column::new("Penanggung jawab"),
        Column::new("Tenggat"),
        Column::new("Status"),
        Column::new("Ket.").least(8),
    ]
}

/// One promise, with what stands in the village's way.
pub(super) fn matrix_row(
    office: &Office<'_>,
    number: usize,
    desa: String,
    village: Option<&Village>,
    a: &Action,
) -> Row {
    let s = official();
    let blockers: Vec<&str> = village
        .iter()
        .flat_map(|v| &v.follow.blockers)
        .map(|b| s.programme.obstacle(b.raised.obstacle))
        .collect();
    let status = match (&a.closed, a.overdue(office.day)) {
        (Some((outcome, on, _)), _) => {
            format!(
                "{} {}",
                s.programme.outcome(*outcome),
                s.facts.short_day(*on)
            )
        }
        (None, Some(days)) => format!("LEWAT {days} hari"),
        (None, None) => "berjalan".into(),
    };
    Row::new(vec![
        number.to_string(),
        desa,
        blockers.join("; "),
        a.planned.what.clone(),
        responsible(office, a),
        s.facts.short_day(a.planned.due),
        status,
        String::new(),
    ])
}

/// How many promises, and how many of them are late.
pub(super) fn matrix_total<'a>(
    office: &Office<'_>,
    promises: impl Iterator<Item = &'a Action> + Clone,
) -> Row {
    let late = promises.clone().filter(|a| a.overdue(office.day).is_some());
    Row::total(vec![
        String::new(),
        "JUMLAH".into(),
        String::new(),
        format!("{} janji", promises.count()),
        String::new(),
        String::new(),
        format!("{} lewat", late.count()),
    ])
}

/// Who is to do it; in a message the office alone.
pub(super) fn responsible(office: &Office<'_>, a: &Action) -> String {
    let s = official();
    if office.public {
        s.programme.office(a.planned.office).to_owned()
    } else {
        s.cli.follow.by_whom(&s.programme, a)
    }
}

/// R9, *Daftar Hadir*, blank: a row for each village, and `more` for others.
#[must_use]
pub fn attendance(office: &Office<'_>, region: &str, villages: &[Place], more: usize) -> Document {
    let dots = || ".".repeat(30);
    let head = [
        ("Kegiatan", dots()),
        ("Hari/tanggal", dots()),
        ("Pukul", ".......... s.d. .......... WITA".into()),
        ("Tempat", dots()),
    ];
    let head = head.map(|(name, value)| (name.into(), value)).to_vec();
    let mut blocks = blank_sheet(head, &[], villages.iter(), more);
    blocks.push(office.signatures());
    Document {
        blocks,
        ..office.official("Daftar Hadir", vec![region.to_owned()], false)
    }
}

/// Head and table of an attendance list to be filled in by pen: those who are invited, the villages, and `more` others.
pub(super) fn blank_sheet<'a>(
    head: Vec<(String, String)>,
    invited: &[String],
    villages: impl Iterator<Item = &'a Place>,
    more: usize,
) -> Vec<Block> {
    let blank = String::new;
    let mut rows: Vec<Row> = invited
        .iter()
        .map(|name| (name.clone(), blank()))
        .chain(villages.map(|place| (blank(), with_kind(place))))
        .chain(std::iter::repeat_n((blank(), blank()), more))
        .enumerate()
        .map(|(i, (name, place))| {
            let number = (i + 1).to_string();
            Row::new(vec![
                number.clone(),
                name,
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
    vec![
        Block::Pairs(head),
        Block::Table(Table {
            columns,
            rows,
            ruled: true,
        }),
    ]
}

/// `Desa Lakekun`, `Kel. Manumutin`.
pub(super) fn with_kind(place: &Place) -> String {
    match place.kind() {
        Kind::Desa => format!("Desa {}", place.name),
        Kind::Kelurahan => format!("Kel. {}", place.name),
    }
}
