//! A paper as a page for the browser, to be printed from there. It fetches nothing from anywhere.

use std::fmt::Write as _;

use super::document::{Align, Block, Document, Head, Row, Signature, Signatures, Table};
use crate::domain::text::safe;

const STYLE: &str = "body{font:12pt/1.35 serif;color:#000;background:#fff;max-width:64em;margin:1em auto;padding:0 1em}
h1{font-size:13pt;text-align:center;margin:.3em 0;text-transform:uppercase}
h2{font-size:12pt;margin:1em 0 .3em;break-after:avoid}
.middle,.mark{text-align:center}.mark{font-weight:bold;border:2px solid #000;padding:.2em}
.letterhead{text-align:center;font-weight:bold;border-bottom:4px double #000;margin-bottom:1em;padding-bottom:.4em}
table{border-collapse:collapse;width:100%}
.grid th,.grid td{border:1px solid #000;padding:.15em .4em;vertical-align:top;font-size:10.5pt}
.grid thead{display:table-header-group}.grid tr{break-inside:avoid}
.grid thead th{text-align:center}.right{text-align:right}.centre{text-align:center}.ruled td{height:2.2em}
.total td{font-weight:bold}.total{break-before:avoid}.even{padding-left:3em!important}
.pairs td{vertical-align:top;padding:0 .4em 0 0}.pairs td:first-child{white-space:nowrap;width:1%}
.tick{list-style:none;padding-left:1.6em}.tick li:before{content:\"\\2610\";margin-left:-1.4em;padding-right:.4em}
.dots{border-bottom:1px dotted #000;height:1.8em}
.signed{break-inside:avoid;break-before:avoid;margin-top:1.5em}.signed td{width:50%;vertical-align:bottom}
.signed .name{padding-top:4.5em;font-weight:bold;text-decoration:underline}.signed .under{vertical-align:top}
.page>thead{display:table-header-group}.break{break-before:page}
@media print{body{margin:0;padding:0;max-width:none}}";

/// The whole page. `lang` is the language of the words: `id` or `en`.
#[must_use]
pub fn render(doc: &Document, lang: &str) -> String {
    let (width, height) = doc.sheet.millimetres();
    let (width, height) = if doc.landscape {
        (height, width)
    } else {
        (width, height)
    };
    let title = escaped(&doc.title.join(" "));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>\n@page{{size:{width}mm {height}mm;margin:20mm}}\n{STYLE}\n</style>\n</head>\n<body>\n"
    );
    // The head of a table stands on every printed page: so do the marks.
    let marked = !doc.marks.is_empty();
    if marked {
        out += "<table class=\"page\"><thead><tr><td>\n";
        for mark in &doc.marks {
            line(&mut out, "p class=\"mark\"", mark);
        }
        out += "</td></tr></thead><tbody><tr><td>\n";
    }
    if let Head::Letterhead(lines) = &doc.head {
        let lines: Vec<String> = lines.iter().map(|l| escaped(l)).collect();
        let _ = writeln!(
            out,
            "<div class=\"letterhead\">{}</div>",
            lines.join("<br>")
        );
    }
    if let Head::Room(lines) = doc.head {
        let _ = writeln!(out, "<div style=\"height:{lines}em\"></div>");
    }
    for text in &doc.title {
        line(&mut out, "h1", text);
    }
    for text in &doc.subtitle {
        line(&mut out, "p class=\"middle\"", text);
    }
    for part in &doc.blocks {
        block(&mut out, part);
    }
    if marked {
        out += "</td></tr></tbody></table>\n";
    }
    out + "</body>\n</html>\n"
}

fn line(out: &mut String, tag: &str, text: &str) {
    let name = tag.split(' ').next().unwrap_or(tag);
    let _ = writeln!(out, "<{tag}>{}</{name}>", escaped(text));
}

fn block(out: &mut String, part: &Block) {
    match part {
        Block::Heading(text) => line(out, "h2", text),
        Block::Paragraph(text) => line(out, "p", text),
        Block::Pairs(pairs) => {
            *out += "<table class=\"pairs\">\n";
            for (name, value) in pairs {
                let (name, value) = (escaped(name), escaped(value));
                let _ = writeln!(out, "<tr><td>{name}</td><td>: {value}</td></tr>");
            }
            *out += "</table>\n";
        }
        Block::Numbered(items) => list(out, "ol", items, 0),
        Block::Bullets(items) => list(out, "ul", items, 0),
        Block::Checklist { items, lines } => list(out, "ul class=\"tick\"", items, *lines),
        Block::Dotted(n) => dotted(out, *n),
        Block::Table(t) => table(out, t),
        Block::Signatures(s) => signatures(out, s),
        Block::PageBreak => *out += "<div class=\"break\"></div>\n",
    }
}

fn dotted(out: &mut String, n: usize) {
    for _ in 0..n {
        *out += "<div class=\"dots\"></div>\n";
    }
}

fn list(out: &mut String, tag: &str, items: &[String], lines: usize) {
    let name = tag.split(' ').next().unwrap_or(tag);
    let _ = writeln!(out, "<{tag}>");
    for item in items {
        let _ = writeln!(out, "<li>{}", escaped(item));
        dotted(out, lines);
        *out += "</li>\n";
    }
    let _ = writeln!(out, "</{name}>");
}

fn table(out: &mut String, table: &Table) {
    let ruled = if table.is_signed() { " ruled" } else { "" };
    let _ = writeln!(out, "<table class=\"grid{ruled}\"><thead>");
    let titles: String = table
        .columns
        .iter()
        .map(|c| format!("<th>{}</th>", escaped(&c.title)))
        .collect();
    let numbers: String = (1..=table.columns.len())
        .map(|n| format!("<th>{n}</th>"))
        .collect();
    let _ = writeln!(
        out,
        "<tr>{titles}</tr>\n<tr>{numbers}</tr>\n</thead><tbody>"
    );
    for (n, row) in table.rows.iter().enumerate() {
        table_row(out, table, row, n);
    }
    *out += "</tbody></table>\n";
}

fn table_row(out: &mut String, table: &Table, row: &Row, nth: usize) {
    *out += if row.total {
        "<tr class=\"total\">"
    } else {
        "<tr>"
    };
    for (i, column) in table.columns.iter().enumerate() {
        let class = match column.align {
            Align::Left => "",
            Align::Right => " class=\"right\"",
            Align::Centre => " class=\"centre\"",
            Align::Staggered if nth.is_multiple_of(2) => "",
            Align::Staggered => " class=\"even\"",
        };
        let cell = row.cells.get(i).map_or("", String::as_str);
        let _ = write!(out, "<td{class}>{}</td>", escaped(cell));
    }
    *out += "</tr>\n";
}

fn signatures(out: &mut String, s: &Signatures) {
    let none = Signature::default();
    let left = s.left.as_ref();
    let lines = |lines: Vec<String>| {
        let lines: Vec<String> = lines.iter().map(|l| escaped(l)).collect();
        lines.join("<br>")
    };
    *out += "<table class=\"signed\">\n";
    let mut right = vec![s.place_and_day.clone()];
    right.extend(s.right.above());
    let row = |out: &mut String, class: &str, left: &str, right: &str| {
        let _ = writeln!(
            out,
            "<tr><td{class}>{left}</td><td{class}>{right}</td></tr>"
        );
    };
    row(
        out,
        "",
        &lines(left.unwrap_or(&none).above()),
        &lines(right),
    );
    let left_name = left.map(|l| escaped(&l.name_line())).unwrap_or_default();
    row(
        out,
        " class=\"name\"",
        &left_name,
        &escaped(&s.right.name_line()),
    );
    let under = left.map(Signature::below).unwrap_or_default();
    row(
        out,
        " class=\"under\"",
        &lines(under),
        &lines(s.right.below()),
    );
    *out += "</table>\n";
    if !s.others.is_empty() {
        line(out, "p", &s.others_head);
        let others = s.other_lines();
        list(out, "ol", &others, 0);
    }
}

/// The text as it may stand between tags and in attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in safe(text).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}
