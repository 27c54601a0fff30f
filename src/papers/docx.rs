//! A paper as a word-processor file (Office Open XML, ECMA-376): a zip of a few XML parts, always the same bytes for the
//! same paper.
//!
//! The parts are written here and not by a crate: official papers need table heads that are repeated on every page and
//! rows that are not split, which the maintained writers of docx do not offer.

use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::document::{Align, Block, Document, Head, Signature, Signatures, Table};
use crate::domain::text::safe;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
    <Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
    </Types>";
const RELS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
    </Relationships>";
const DOC_RELS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>\
    <Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>\
    </Relationships>";

/// Twentieths of a point in a millimetre, times ten.
const TWIPS_PER_CM: u32 = 567;
/// Margins of 2 cm, in twentieths of a point.
const MARGIN: u32 = 2 * TWIPS_PER_CM;

/// The whole file.
///
/// # Errors
/// When the zip cannot be made in memory: never in practice.
pub fn render(doc: &Document) -> io::Result<Vec<u8>> {
    let (short, long) = doc.sheet.millimetres();
    let (width, height) = if doc.landscape {
        (long, short)
    } else {
        (short, long)
    };
    let (width, height) = (width * TWIPS_PER_CM / 10, height * TWIPS_PER_CM / 10);
    let mut body = Body {
        xml: String::new(),
        room: width - 2 * MARGIN,
    };
    body.top(doc);
    for (i, part) in doc.blocks.iter().enumerate() {
        let keep = matches!(doc.blocks.get(i + 1), Some(Block::Signatures(_)));
        body.block(part, keep);
    }
    let turned = if doc.landscape {
        " w:orient=\"landscape\""
    } else {
        ""
    };
    let document = format!(
        "{XML}<w:document {SPACE}><w:body>{}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/>\
         <w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"567\" \
         w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        body.xml
    );
    let mut header = format!("{XML}<w:hdr {SPACE}>");
    for mark in &doc.marks {
        header += &paragraph(mark, CENTRED, BOLD);
    }
    if doc.marks.is_empty() {
        header += "<w:p/>";
    }
    header += "</w:hdr>";
    let footer = format!(
        "{XML}<w:ftr {SPACE}><w:p><w:pPr>{CENTRED}</w:pPr><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r>\
         </w:fldSimple></w:p></w:ftr>"
    );
    let styles = format!(
        "{XML}<w:styles {SPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" \
         w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:lang w:val=\"id-ID\"/></w:rPr></w:rPrDefault><w:pPrDefault/>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         </w:style></w:styles>"
    );
    pack(&[
        ("[Content_Types].xml", &format!("{XML}{TYPES}")),
        ("_rels/.rels", &format!("{XML}{RELS}")),
        ("word/_rels/document.xml.rels", &format!("{XML}{DOC_RELS}")),
        ("word/document.xml", &document),
        ("word/styles.xml", &styles),
        ("word/header1.xml", &header),
        ("word/footer1.xml", &footer),
    ])
}

fn pack(parts: &[(&str, &str)]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        zip.start_file(*name, options).map_err(io::Error::other)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish().map_err(io::Error::other)?.into_inner())
}

/// Room on either side of a cell's text, in twentieths of a point.
const BESIDE: u32 = 70;
/// A letter of 9 point, bold, in twentieths of a point.
const LETTER: usize = 112;
/// A file may not end with a table: the paragraph behind it takes no room that could be a page of its own.
const NO_ROOM: &str = "<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/>\
                       </w:rPr></w:pPr></w:p>";
const CENTRED: &str = "<w:jc w:val=\"center\"/>";
const BOLD: &str = "<w:rPr><w:b/></w:rPr>";
const KEEP: &str = "<w:keepNext/>";
const AFTER: &str = "<w:spacing w:after=\"120\"/>";

fn paragraph(text: &str, properties: &str, run: &str) -> String {
    format!(
        "<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
        escaped(text)
    )
}

struct Body {
    xml: String,
    /// Width between the margins, in twentieths of a point.
    room: u32,
}

impl Body {
    fn put(&mut self, text: &str, properties: &str, run: &str) {
        self.xml += &paragraph(text, properties, run);
    }

    fn top(&mut self, doc: &Document) {
        match &doc.head {
            Head::None => {}
            Head::Room(lines) => (0..*lines).for_each(|_| self.put("", "", "")),
            Head::Letterhead(lines) => {
                let last = lines.len().saturating_sub(1);
                for (i, line) in lines.iter().enumerate() {
                    let rule = "<w:pBdr><w:bottom w:val=\"double\" w:sz=\"12\" w:space=\"4\" w:color=\"000000\"/></w:pBdr>\
                                <w:spacing w:after=\"240\"/>";
                    let properties = if i == last {
                        format!("{rule}{CENTRED}")
                    } else {
                        CENTRED.to_owned()
                    };
                    self.put(line, &properties, BOLD);
                }
            }
        }
        for line in &doc.title {
            self.put(&line.to_uppercase(), &format!("{KEEP}{CENTRED}"), BOLD);
        }
        for line in &doc.subtitle {
            self.put(line, &format!("{KEEP}{CENTRED}"), "");
        }
        if !doc.title.is_empty() {
            self.put("", KEEP, "");
        }
    }

    fn block(&mut self, part: &Block, keep: bool) {
        let kept = if keep { KEEP } else { "" };
        match part {
            Block::Heading(text) => {
                self.put(
                    text,
                    &format!("{KEEP}<w:spacing w:before=\"160\" w:after=\"60\"/>"),
                    BOLD,
                );
            }
            Block::Paragraph(text) => {
                self.put(text, &format!("{kept}{AFTER}<w:jc w:val=\"both\"/>"), "");
            }
            Block::Pairs(pairs) => {
                let last = pairs.len().saturating_sub(1);
                for (i, (name, value)) in pairs.iter().enumerate() {
                    let after = if i == last { AFTER } else { "" };
                    let hang = format!(
                        "{kept}<w:tabs><w:tab w:val=\"left\" w:pos=\"2835\"/></w:tabs>{after}\
                         <w:ind w:left=\"2977\" w:hanging=\"2977\"/>"
                    );
                    let _ = write!(
                        self.xml,
                        "<w:p><w:pPr>{hang}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/>\
                         <w:t xml:space=\"preserve\">: {}</w:t></w:r></w:p>",
                        escaped(name),
                        escaped(value)
                    );
                }
            }
            Block::Numbered(items) => self.items(items, kept, 0, |n| format!("{}. ", n + 1)),
            Block::Bullets(items) => self.items(items, kept, 0, |_| "- ".into()),
            Block::Checklist { items, lines } => {
                self.items(items, kept, *lines, |_| "[  ] ".into())
            }
            Block::Dotted(n) => (0..*n).for_each(|_| self.dotted()),
            Block::Table(t) => self.table(t, keep),
            Block::Signatures(s) => self.signatures(s),
            Block::PageBreak => self.xml += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>",
        }
    }

    fn items(
        &mut self,
        items: &[String],
        kept: &str,
        lines: usize,
        mark: impl Fn(usize) -> String,
    ) {
        for (i, item) in items.iter().enumerate() {
            let hang = format!(
                "{kept}<w:spacing w:after=\"40\"/><w:ind w:left=\"425\" w:hanging=\"425\"/>"
            );
            self.put(&format!("{}{}", mark(i), safe(item)), &hang, "");
            (0..lines).for_each(|_| self.dotted());
        }
    }

    /// A line to write on: a tab with dotted leader up to the margin.
    fn dotted(&mut self) {
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{}\"/></w:tabs>\
             <w:spacing w:before=\"120\"/></w:pPr><w:r><w:tab/></w:r></w:p>",
            self.room
        );
    }

    fn table(&mut self, table: &Table, keep: bool) {
        let side = |name: &str| {
            format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>")
        };
        let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
            .map(side)
            .concat();
        let widths = self.widths(table);
        let grid: String = widths
            .iter()
            .map(|w| format!("<w:gridCol w:w=\"{w}\"/>"))
            .collect();
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders>\
             <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{BESIDE}\" w:type=\"dxa\"/>\
             <w:right w:w=\"{BESIDE}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
            widths.iter().sum::<u32>()
        );
        let titles: Vec<String> = table.columns.iter().map(|c| c.title.clone()).collect();
        let numbers: Vec<String> = (1..=table.columns.len()).map(|n| n.to_string()).collect();
        for cells in [titles, numbers] {
            let head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
            self.table_row(&cells, &widths, head, |_| format!("{KEEP}{CENTRED}"), true);
        }
        let last = table.rows.len().saturating_sub(1);
        for (i, row) in table.rows.iter().enumerate() {
            let with_next = (keep && i == last) || table.rows.get(i + 1).is_some_and(|r| r.total);
            let height = if table.is_signed() {
                "<w:trHeight w:val=\"567\"/>"
            } else {
                ""
            };
            let properties = format!("<w:trPr><w:cantSplit/>{height}</w:trPr>");
            let align = |c: usize| {
                let align = table.columns.get(c).map(|c| c.align).unwrap_or_default();
                let align = match align {
                    Align::Left => "",
                    Align::Right => "<w:jc w:val=\"right\"/>",
                    Align::Centre => CENTRED,
                    Align::Staggered if i.is_multiple_of(2) => "",
                    Align::Staggered => "<w:ind w:left=\"850\"/>",
                };
                format!("{}{align}", if with_next { KEEP } else { "" })
            };
            self.table_row(&row.cells, &widths, &properties, align, row.total);
        }
        self.xml += "</w:tbl>";
        self.put("", if keep { KEEP } else { "" }, "");
    }

    fn table_row(
        &mut self,
        cells: &[String],
        widths: &[u32],
        properties: &str,
        align: impl Fn(usize) -> String,
        bold: bool,
    ) {
        let run = if bold {
            "<w:rPr><w:b/><w:sz w:val=\"18\"/></w:rPr>"
        } else {
            "<w:rPr><w:sz w:val=\"18\"/></w:rPr>"
        };
        let _ = write!(self.xml, "<w:tr>{properties}");
        for (i, width) in widths.iter().enumerate() {
            let text = cells.get(i).map_or("", String::as_str);
            let _ = write!(
                self.xml,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
                paragraph(text, &align(i), run)
            );
        }
        self.xml += "</w:tr>";
    }

    /// The page's width shared out as the text renderer shares out its characters.
    fn widths(&self, table: &Table) -> Vec<u32> {
        let beside = 2 * BESIDE as usize + LETTER / 4;
        let room = (self.room as usize).saturating_sub(table.columns.len() * beside);
        let widths = super::text::widths(table, room / LETTER);
        let all: usize = widths.iter().sum::<usize>().max(1);
        widths
            .iter()
            .map(|w| u32::try_from(beside + *w * room / all).unwrap_or_default())
            .collect()
    }

    /// A table without borders, whose rows hold together and are not split.
    fn signatures(&mut self, s: &Signatures) {
        let half = self.room / 2;
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>\
             <w:gridCol w:w=\"{half}\"/><w:gridCol w:w=\"{half}\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>",
            half * 2
        );
        let none = Vec::new();
        let most = s
            .right
            .above()
            .len()
            .max(s.left.as_ref().map_or(0, |l| l.above().len()));
        let side = |top: &str, signature: Option<&Signature>| {
            let mut lines = vec![(top.to_owned(), "")];
            let above = signature.map_or(none.clone(), Signature::above);
            lines.extend(std::iter::repeat_n((String::new(), ""), most - above.len()));
            lines.extend(above.into_iter().map(|l| (l, "")));
            lines.extend(std::iter::repeat_n((String::new(), ""), 3));
            if let Some(signature) = signature {
                lines.push((
                    signature.name_line(),
                    "<w:rPr><w:b/><w:u w:val=\"single\"/></w:rPr>",
                ));
                lines.extend(signature.below().into_iter().map(|l| (l, "")));
            }
            let lines: String = lines
                .iter()
                .map(|(l, run)| paragraph(l, KEEP, run))
                .collect();
            format!("<w:tc><w:tcPr><w:tcW w:w=\"{half}\" w:type=\"dxa\"/></w:tcPr>{lines}</w:tc>")
        };
        self.xml += &side("", s.left.as_ref());
        self.xml += &side(&s.place_and_day, Some(&s.right));
        self.xml += "</w:tr></w:tbl>";
        if s.others.is_empty() {
            self.xml += NO_ROOM;
        }
        if !s.others.is_empty() {
            self.put("", KEEP, "");
            self.put(&s.others_head, KEEP, "");
            let others = s.other_lines();
            self.items(&others, KEEP, 0, |n| format!("{}. ", n + 1));
        }
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in safe(text).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            c => out.push(c),
        }
    }
    out
}
