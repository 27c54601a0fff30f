//! A paper as Markdown.

use super::document::{Block, Document, Head, Signature, Signatures, Table};
use crate::domain::text::safe;

/// The whole paper.
#[must_use]
pub fn render(doc: &Document) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        doc.marks
            .iter()
            .map(|mark| format!("**{}**", escaped(mark))),
    );
    if let Head::Letterhead(lines) = &doc.head {
        let lines: Vec<String> = lines
            .iter()
            .map(|l| format!("**{}**", escaped(l)))
            .collect();
        parts.push(format!("{}\n\n---", lines.join("  \n")));
    }
    if !doc.title.is_empty() {
        let title: Vec<String> = doc.title.iter().map(|t| escaped(t)).collect();
        parts.push(format!("# {}", title.join(" ")));
    }
    parts.extend(doc.subtitle.iter().map(|line| escaped(line)));
    parts.extend(doc.blocks.iter().map(block));
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    let marked = |mark: &dyn Fn(usize) -> String, items: &[String]| {
        let items: Vec<String> = items
            .iter()
            .enumerate()
            .map(|(i, item)| format!("{}{}", mark(i), escaped(item)))
            .collect();
        items.join("\n")
    };
    match block {
        Block::Heading(text) => format!("## {}", escaped(text)),
        Block::Paragraph(text) => escaped(text),
        Block::Pairs(pairs) => {
            let lines: Vec<String> = pairs
                .iter()
                .map(|(name, value)| format!("- {}: {}", escaped(name), escaped(value)))
                .collect();
            lines.join("\n")
        }
        Block::Numbered(items) => marked(&|i| format!("{}. ", i + 1), items),
        Block::Bullets(items) => marked(&|_| "- ".into(), items),
        Block::Checklist { items, .. } => marked(&|_| "- [ ] ".into(), items),
        Block::Dotted(n) => vec!["\\_".repeat(40); *n].join("\n\n"),
        Block::Table(t) => table(t),
        Block::Signatures(s) => signatures(s),
        Block::PageBreak => "---".into(),
    }
}

fn table(table: &Table) -> String {
    let line = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.collect();
        format!("| {} |", cells.join(" | "))
    };
    let columns = table.columns.len();
    let mut lines = vec![
        line(&mut table.columns.iter().map(|c| escaped(&c.title))),
        line(&mut std::iter::repeat_n("---".to_owned(), columns)),
        line(&mut (1..=columns).map(|n| n.to_string())),
    ];
    for row in &table.rows {
        lines.push(line(&mut (0..columns).map(
            |i| match row.cells.get(i).map(|cell| escaped(cell)) {
                Some(cell) if row.total && !cell.is_empty() => format!("**{cell}**"),
                cell => cell.unwrap_or_default(),
            },
        )));
    }
    lines.join("\n")
}

fn signatures(s: &Signatures) -> String {
    let one = |signature: &Signature| {
        let lines: Vec<String> = signature
            .above()
            .into_iter()
            .chain([signature.name_line()])
            .chain(signature.below())
            .map(|line| escaped(&line))
            .collect();
        lines.join("  \n")
    };
    let mut parts = vec![escaped(&s.place_and_day), one(&s.right)];
    parts.extend(s.left.as_ref().map(one));
    if !s.others.is_empty() {
        parts.push(escaped(&s.others_head));
        parts.extend(
            s.others
                .iter()
                .map(|(name, unsur)| format!("- {} ({}) ........", escaped(name), escaped(unsur))),
        );
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// The text without any meaning of its own in Markdown, tables included.
fn escaped(text: &str) -> String {
    let text = safe(text);
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.chars().enumerate() {
        let anywhere = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$'
        );
        // At the beginning of a line these make headings, lists and rules.
        let first = i == 0 && matches!(c, '#' | '+' | '-' | '=');
        // `1.` would begin a list.
        let number =
            (c == '.' || c == ')') && i > 0 && text.chars().take(i).all(|d| d.is_ascii_digit());
        if anywhere || first || number {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_has_a_meaning_of_its_own() {
        assert_eq!(escaped("*kopi* | <b>x</b>"), r"\*kopi\* \| \<b\>x\</b\>");
        assert_eq!(escaped("# judul"), r"\# judul");
        assert_eq!(escaped("12. kopi"), r"12\. kopi");
        assert_eq!(escaped("harga 12.500"), "harga 12.500");
        assert_eq!(escaped("a\u{1b}[2Jb"), r"a\[2Jb");
    }
}
