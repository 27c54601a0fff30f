//! A paper as a message: short lines, `*tebal*`, no tables, and nothing of a person that does not belong to a group.

use super::document::{Block, Document, Table};
use crate::domain::text::safe;

/// The message. Letterhead and signatures stay on paper.
#[must_use]
pub fn render(doc: &Document) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut head: Vec<String> = doc.marks.iter().map(|mark| bold(mark)).collect();
    head.extend(doc.title.iter().map(|title| bold(title)));
    head.extend(doc.subtitle.iter().map(|line| plain(line)));
    if !head.is_empty() {
        parts.push(head.join("\n"));
    }
    let mut heading: Option<String> = None;
    for block in &doc.blocks {
        let text = match block {
            Block::Heading(text) => {
                parts.extend(heading.replace(bold(text)));
                continue;
            }
            Block::Paragraph(text) => plain(text),
            Block::Pairs(pairs) => {
                let lines: Vec<String> = pairs
                    .iter()
                    .map(|(name, value)| format!("{}: {}", plain(name), plain(value)))
                    .collect();
                lines.join("\n")
            }
            Block::Numbered(items) => items
                .iter()
                .enumerate()
                .map(|(i, item)| format!("{}. {}", i + 1, plain(item)))
                .collect::<Vec<_>>()
                .join("\n"),
            Block::Bullets(items) | Block::Checklist { items, .. } => items
                .iter()
                .map(|item| format!("- {}", plain(item)))
                .collect::<Vec<_>>()
                .join("\n"),
            Block::Table(t) => table(t),
            Block::Dotted(_) | Block::Signatures(_) | Block::PageBreak => continue,
        };
        parts.push(match heading.take() {
            Some(heading) => format!("{heading}\n{text}"),
            None => text,
        });
    }
    parts.extend(heading);
    parts.join("\n\n") + "\n"
}

/// Each row: its number and its second cell in bold, under it what else is known, each with its title.
fn table(table: &Table) -> String {
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| {
            let cell = |i: usize| row.cells.get(i).map_or("", |c| c.trim());
            let mut lines = vec![match cell(0) {
                "" => bold(cell(1)),
                number => format!("{}. {}", plain(number), bold(cell(1))),
            }];
            let rest = table.columns.iter().enumerate().skip(2);
            lines.extend(
                rest.filter(|(i, column)| !column.personal && !matches!(cell(*i), "" | "-"))
                    .map(|(i, column)| format!("{}: {}", plain(&column.title), plain(cell(i)))),
            );
            lines.join("\n")
        })
        .collect();
    rows.join("\n\n")
}

fn bold(text: &str) -> String {
    let text = plain(text);
    if text.is_empty() {
        text
    } else {
        format!("*{text}*")
    }
}

/// The text without the signs that WhatsApp takes for its own; it knows no way to write them plainly.
fn plain(text: &str) -> String {
    safe(text)
        .chars()
        .map(|c| match c {
            '*' | '~' | '_' => '-',
            '`' => '\'',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::{Column, Row};

    #[test]
    fn a_table_becomes_short_lines_without_anything_personal() {
        let doc = Document {
            title: vec!["Daftar *hadir*".into()],
            blocks: vec![
                Block::Heading("Kobalima".into()),
                Block::Table(Table {
                    columns: vec![
                        Column::new("No."),
                        Column::new("Nama"),
                        Column::new("No. HP").personal(),
                        Column::new("Desa"),
                    ],
                    rows: vec![Row::new(vec![
                        "1".into(),
                        "Maria_Abuk".into(),
                        "0812".into(),
                        "Lakekun".into(),
                    ])],
                    ruled: false,
                }),
            ],
            ..Document::default()
        };
        assert_eq!(
            render(&doc),
            "*Daftar -hadir-*\n\n*Kobalima*\n1. *Maria-Abuk*\nDesa: Lakekun\n"
        );
    }
}
