use super::*;
use crate::papers::document::{Align, Column, Row, Table};

fn table(rows: usize) -> Table {
    Table {
        columns: vec![
            Column::new("No.").align(Align::Right),
            Column::new("Desa"),
            Column::new("Keterangan"),
        ],
        rows: (1..=rows)
            .map(|n| Row::new(vec![n.to_string(), format!("Desa {n}"), "baik".into()]))
            .chain([Row::total(vec![
                String::new(),
                "JUMLAH".into(),
                rows.to_string(),
            ])])
            .collect(),
        ruled: false,
    }
}

fn doc(blocks: Vec<Block>) -> Document {
    Document {
        title: vec!["Daftar desa".into()],
        blocks,
        ..Document::default()
    }
}

fn pages(doc: &Document) -> Vec<String> {
    render(doc).split('\u{c}').map(str::to_owned).collect()
}

fn signature() -> Block {
    Block::Signatures(Box::new(Signatures {
        place_and_day: "Atambua, 27 November 2025".into(),
        left: Some(Signature {
            over: "Mengetahui,".into(),
            position: "Kepala Dinas".into(),
            civil_servant: true,
            ..Signature::default()
        }),
        right: Signature {
            position: "Pimpinan rapat,".into(),
            name: "Maria Abuk, S.Fil.".into(),
            rank: "Penata Tingkat I".into(),
            nip: "19800101 200501 2 001".into(),
            ..Signature::default()
        },
        ..Signatures::default()
    }))
}

#[test]
fn heads_are_repeated_on_every_page_and_no_line_is_too_wide() {
    for (rows, sheet, landscape) in [
        (5, Sheet::A4, false),
        (208, Sheet::A4, false),
        (208, Sheet::F4, false),
        (150, Sheet::A4, true),
        (150, Sheet::F4, true),
    ] {
        let doc = Document {
            sheet,
            landscape,
            marks: vec!["LATIHAN".into()],
            ..doc(vec![Block::Table(table(rows)), signature()])
        };
        let (width, height) = page_of(sheet, landscape);
        let pages = pages(&doc);
        for page in &pages {
            assert!(page.lines().count() <= height, "{page}");
            assert!(page.lines().all(|l| l.width() <= width), "{page}");
            assert!(page.contains("LATIHAN"), "{page}");
            assert!(page.contains("| No. |"), "{page}");
            assert!(page.contains("|  1  |"), "{page}");
        }
        for n in 1..=rows {
            let row = format!("| Desa {n} ");
            let times = pages.iter().map(|p| p.matches(&row).count()).sum::<usize>();
            assert_eq!(times, 1, "{row}");
        }
    }
}

/// However long the table is, the signatures stand whole on one page, under at least one row, and the sum with a row.
#[test]
fn signatures_are_never_alone_nor_split_whatever_the_length() {
    for rows in 1..140 {
        let pages = pages(&doc(vec![Block::Table(table(rows)), signature()]));
        let last = pages.last().unwrap();
        for part in [
            "Atambua, 27 November 2025",
            "Mengetahui,",
            "Maria Abuk, S.Fil.",
            "NIP 19800101 200501 2 001",
            "JUMLAH",
        ] {
            assert!(last.contains(part), "{rows} rows: {part}\n{last}");
        }
        assert!(
            last.contains(&format!("Desa {rows}")),
            "{rows} rows:\n{last}"
        );
    }
}

#[test]
fn a_closing_sentence_goes_with_the_signatures() {
    for rows in 40..60 {
        let closing = "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.";
        let pages = pages(&doc(vec![
            Block::Table(table(rows)),
            Block::Paragraph(closing.into()),
            signature(),
        ]));
        let last = pages.last().unwrap();
        assert!(last.contains("Demikian"), "{rows}\n{last}");
        assert!(last.contains("Mengetahui"), "{rows}\n{last}");
    }
}

#[test]
fn the_two_sides_of_the_signatures_stand_beside_each_other() {
    let text = render(&doc(vec![signature()]));
    let names = text.lines().find(|l| l.contains("Maria")).unwrap();
    assert_eq!(
        names,
        "............................            Maria Abuk, S.Fil."
    );
    let nip = text.lines().find(|l| l.contains("NIP 1980")).unwrap();
    assert!(nip.starts_with("  "), "{nip:?}");
}

#[test]
fn what_people_typed_cannot_steer_a_terminal_nor_begin_a_page() {
    let bad = "kopi\u{1b}[2J\u{c}bubuk\u{202e}";
    let text = render(&Document {
        title: vec![bad.into()],
        subtitle: vec![bad.into()],
        marks: vec![bad.into()],
        head: Head::Letterhead(vec![bad.into()]),
        blocks: vec![
            Block::Heading(bad.into()),
            Block::Paragraph(bad.into()),
            Block::Pairs(vec![(bad.into(), bad.into())]),
            Block::Numbered(vec![bad.into()]),
            Block::Checklist {
                items: vec![bad.into()],
                lines: 1,
            },
            Block::Table(Table {
                columns: vec![Column::new(bad)],
                rows: vec![Row::new(vec![bad.into()])],
                ruled: true,
            }),
        ],
        ..Document::default()
    });
    assert!(
        text.chars()
            .all(|c| c == '\n' || !crate::domain::text::is_harmful(c)),
        "{text:?}"
    );
    assert_eq!(text.to_lowercase().matches("kopi[2j").count(), 12, "{text}");
}

#[test]
fn a_word_longer_than_its_column_is_cut_and_not_lost() {
    let address = "https://contoh.id/".to_owned() + &"q".repeat(200);
    let mut table = table(1);
    table.rows[0].cells[2] = address;
    let text = render(&doc(vec![Block::Table(table)]));
    assert!(text.lines().all(|l| l.width() <= 80));
    assert_eq!(text.matches('q').count(), 200, "{text}");
}

#[test]
fn long_names_of_pairs_do_not_make_the_line_wider() {
    let text = render(&doc(vec![Block::Pairs(vec![(
        "n".repeat(50),
        "v ".repeat(60),
    )])]));
    assert!(text.lines().all(|l| l.width() <= 80), "{text}");
}
