//! A paper as plain text: pages by form feed, table heads repeated, no line wider than the page.
//!
//! A page is what a printer puts on it at 12 characters and 6 lines to the inch, with a margin of 2 cm.

mod grid;

pub(super) use grid::widths;

use unicode_width::UnicodeWidthStr as _;

use super::document::{Block, Document, Head, Signature, Signatures};
use crate::config::Sheet;
use crate::domain::fit::wrap;
use crate::domain::text::safe;

/// Columns and lines of a page.
#[must_use]
pub fn page_of(sheet: Sheet, landscape: bool) -> (usize, usize) {
    match (sheet, landscape) {
        (Sheet::A4, false) => (80, 60),
        (Sheet::A4, true) => (120, 40),
        (Sheet::F4, false) => (82, 68),
        (Sheet::F4, true) => (136, 41),
    }
}

/// Lines that stand on one page together.
#[derive(Clone, Debug, Default)]
struct Piece {
    lines: Vec<String>,
    /// Stands on the page of the piece after it.
    with_next: bool,
    /// The head of the table to which it belongs: number into [`Pieces::heads`].
    head: Option<usize>,
    /// A new page begins here.
    new_page: bool,
}

#[derive(Default)]
struct Pieces {
    all: Vec<Piece>,
    heads: Vec<Vec<String>>,
    width: usize,
}

/// The whole paper, its pages parted by form feeds.
#[must_use]
pub fn render(doc: &Document) -> String {
    let (width, height) = page_of(doc.sheet, doc.landscape);
    let mut pieces = Pieces {
        width,
        ..Pieces::default()
    };
    pieces.top(doc);
    for (i, block) in doc.blocks.iter().enumerate() {
        let before_signatures = matches!(doc.blocks.get(i + 1), Some(Block::Signatures(_)));
        pieces.block(block, before_signatures);
    }
    let marks: Vec<String> = doc
        .marks
        .iter()
        .map(|mark| centred(&format!("*** {} ***", safe(mark)), width))
        .collect();
    let pages = paginate(&pieces, height.saturating_sub(marks.len() + 2));
    let all = pages.len();
    let pages: Vec<String> = pages
        .into_iter()
        .enumerate()
        .map(|(n, lines)| page(&marks, lines, height, (n + 1, all), width))
        .collect();
    pages.join("\u{c}")
}

/// One page: marks, lines, and where there are several its number at the foot.
fn page(
    marks: &[String],
    lines: Vec<String>,
    height: usize,
    (n, all): (usize, usize),
    width: usize,
) -> String {
    let mut whole: Vec<String> = marks.iter().cloned().chain(lines).collect();
    if all > 1 {
        whole.resize(height.saturating_sub(1).max(whole.len()), String::new());
        whole.push(centred(&format!("- {n} / {all} -"), width));
    }
    whole
        .iter()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

/// Puts the pieces on pages of so many lines. What stands together with the next piece moves with it.
fn paginate(pieces: &Pieces, height: usize) -> Vec<Vec<String>> {
    let mut pages: Vec<Vec<String>> = Vec::new();
    let mut page: Vec<String> = Vec::new();
    // The head under which the rows on this page stand.
    let mut under: Option<usize> = None;
    let mut at = 0;
    while at < pieces.all.len() {
        let group_end = pieces.all[at..]
            .iter()
            .position(|p| !p.with_next)
            .map_or(pieces.all.len(), |n| at + n + 1);
        let group = &pieces.all[at..group_end];
        let needed = lines_of(group, under, &pieces.heads).len();
        let breaks = group.first().is_some_and(|p| p.new_page);
        if !page.is_empty() && (breaks || page.len() + needed > height) {
            pages.push(std::mem::take(&mut page));
            under = None;
        }
        for line in lines_of(group, under, &pieces.heads) {
            // A group longer than a page runs on; nothing is lost.
            if page.len() >= height {
                pages.push(std::mem::take(&mut page));
            }
            if !(page.is_empty() && line.is_empty()) {
                page.push(line);
            }
        }
        under = group.last().and_then(|p| p.head);
        at = group_end;
    }
    if !page.is_empty() || pages.is_empty() {
        pages.push(page);
    }
    pages
}

/// The lines of a group, with the heads of its tables where they do not stand above already.
fn lines_of(group: &[Piece], mut under: Option<usize>, heads: &[Vec<String>]) -> Vec<String> {
    let mut lines = Vec::new();
    for piece in group {
        if let Some(head) = piece.head
            && under != Some(head)
        {
            lines.extend(heads[head].iter().cloned());
        }
        under = piece.head;
        lines.extend(piece.lines.iter().cloned());
    }
    lines
}

fn centred(text: &str, width: usize) -> String {
    format!(
        "{}{text}",
        " ".repeat(width.saturating_sub(text.width()) / 2)
    )
}

impl Pieces {
    fn top(&mut self, doc: &Document) {
        let width = self.width;
        let mut lines = Vec::new();
        let middle = |lines: &mut Vec<String>, text: &str| {
            lines.extend(wrap(&safe(text), width).iter().map(|l| centred(l, width)));
        };
        match &doc.head {
            Head::None => {}
            Head::Room(n) => lines.resize(*n, " ".into()),
            Head::Letterhead(text) => {
                for line in text {
                    middle(&mut lines, line);
                }
                lines.push("=".repeat(width));
                lines.push(String::new());
            }
        }
        for line in &doc.title {
            middle(&mut lines, &line.to_uppercase());
        }
        for line in &doc.subtitle {
            middle(&mut lines, line);
        }
        if !lines.is_empty() {
            lines.push(String::new());
            self.put(lines, true);
        }
    }

    fn put(&mut self, lines: Vec<String>, with_next: bool) {
        self.all.push(Piece {
            lines,
            with_next,
            ..Piece::default()
        });
    }

    /// A blank line that ends a part, on the page of what it ends.
    fn gap(&mut self) {
        if let Some(last) = self.all.last_mut() {
            last.lines.push(String::new());
        }
    }

    /// A paragraph: its first two and last two lines stay together, and all of it when the signatures follow.
    fn lines(&mut self, lines: Vec<String>, keep: bool) {
        if keep || lines.len() <= 4 {
            return self.put(lines, keep);
        }
        let last = lines.len() - 1;
        for (i, line) in lines.into_iter().enumerate() {
            self.put(vec![line], i == 0 || i + 1 == last);
        }
    }

    /// `keep`: the signatures follow, and must not stand alone on a page.
    fn block(&mut self, block: &Block, keep: bool) {
        let width = self.width;
        match block {
            Block::Heading(text) => {
                // Below signatures, or lines without an end of their own.
                let close = self.all.last().and_then(|p| p.lines.last());
                if close.is_some_and(|line| !line.is_empty()) {
                    self.gap();
                }
                self.put(wrap(&safe(text).to_uppercase(), width), true);
            }
            Block::Paragraph(text) => {
                self.lines(wrap(&safe(text), width), keep);
                self.gap();
            }
            Block::Pairs(pairs) => {
                let left = pairs
                    .iter()
                    .map(|(name, _)| safe(name).width())
                    .max()
                    .unwrap_or_default()
                    .min(width / 3);
                for (i, (name, value)) in pairs.iter().enumerate() {
                    let lines = hung(
                        &format!("{:<left$} : ", safe(name)),
                        &safe(value),
                        left + 3,
                        width,
                    );
                    self.put(lines, keep && i + 1 == pairs.len());
                }
                self.gap();
            }
            Block::Numbered(items) => {
                let digits = items.len().to_string().len();
                self.items(items, keep, |n| format!(" {:>digits$}. ", n + 1));
            }
            Block::Bullets(items) => self.items(items, keep, |_| " - ".into()),
            Block::Checklist { items, lines } => {
                for (i, item) in items.iter().enumerate() {
                    let mut all = hung(" [ ] ", &safe(item), 5, width);
                    all.extend(std::iter::repeat_n(dots(5, width), *lines));
                    if *lines > 0 {
                        all.push(String::new());
                    }
                    self.put(all, keep && i + 1 == items.len());
                }
                if *lines == 0 {
                    self.gap();
                }
            }
            Block::Dotted(n) => {
                self.put(vec![dots(0, width); *n], keep);
                self.gap();
            }
            Block::Table(table) => {
                let drawn = grid::draw(table, width);
                self.heads.push(drawn.head);
                let head = self.heads.len() - 1;
                let rows = drawn.rows.len();
                for (i, (lines, total)) in drawn.rows.into_iter().enumerate() {
                    // A sum stays with what it sums up.
                    if total && let Some(before) = self.all.last_mut() {
                        before.with_next = true;
                    }
                    self.all.push(Piece {
                        lines,
                        with_next: keep && i + 1 == rows,
                        head: Some(head),
                        new_page: false,
                    });
                }
                self.gap();
            }
            Block::Signatures(signatures) => {
                let lines = signed(signatures, width);
                self.put(lines, false);
            }
            Block::PageBreak => self.all.push(Piece {
                new_page: true,
                ..Piece::default()
            }),
        }
    }

    fn items(&mut self, items: &[String], keep: bool, mark: impl Fn(usize) -> String) {
        for (i, item) in items.iter().enumerate() {
            let mark = mark(i);
            let lines = hung(&mark, &safe(item), mark.width(), self.width);
            self.put(lines, keep && i + 1 == items.len());
        }
        self.gap();
    }
}

/// A text behind a mark, its further lines under its first letter.
fn hung(mark: &str, text: &str, indent: usize, width: usize) -> Vec<String> {
    let room = width.saturating_sub(indent).max(1);
    wrap(text, room)
        .into_iter()
        .enumerate()
        .map(|(i, line)| match i {
            // A name that is longer than its column pushes its value on; it is wrapped as one text then.
            0 if mark.width() <= indent => format!("{mark}{line}"),
            0 => format!("{mark}{line}").chars().take(width).collect(),
            _ => format!("{}{line}", " ".repeat(indent)),
        })
        .collect()
}

fn dots(indent: usize, width: usize) -> String {
    format!("{}{}", " ".repeat(indent), ".".repeat(width - indent))
}

/// Lines left for the pen between position and name.
const ROOM_TO_SIGN: usize = 3;

fn signed(s: &Signatures, width: usize) -> Vec<String> {
    let half = width / 2;
    let empty = Signature::default();
    let left = s.left.as_ref().unwrap_or(&empty);
    let mut lines = Vec::new();
    let mut row = |left: &str, right: &str| {
        let (left, right) = (wrap(left, half - 2), wrap(right, half - 2));
        for i in 0..left.len().max(right.len()) {
            let cell = |side: &[String]| side.get(i).cloned().unwrap_or_default();
            let (l, r) = (cell(&left), cell(&right));
            lines.push(format!("{l}{}{r}", " ".repeat(half - l.width())));
        }
    };
    row("", &safe(&s.place_and_day));
    let pair = |l: &[String], r: &[String], i: usize| {
        let of = |side: &[String]| {
            side.get(i)
                .map(|t| safe(t).into_owned())
                .unwrap_or_default()
        };
        (of(l), of(r))
    };
    let (l, r) = (left.above(), s.right.above());
    // The positions end on one line, so that the names stand beside each other.
    let most = l.len().max(r.len());
    let at_end = |side: Vec<String>| {
        let mut padded = vec![String::new(); most - side.len()];
        padded.extend(side);
        padded
    };
    let (l, r) = (at_end(l), at_end(r));
    for i in 0..most {
        let (l, r) = pair(&l, &r, i);
        row(&l, &r);
    }
    for _ in 0..ROOM_TO_SIGN {
        row("", "");
    }
    let name = |sig: &Signature| safe(&sig.name_line()).into_owned();
    let left_name = s.left.as_ref().map(name).unwrap_or_default();
    row(&left_name, &name(&s.right));
    let (l, r) = (left.below(), s.right.below());
    let l = if s.left.is_some() { l } else { Vec::new() };
    for i in 0..l.len().max(r.len()) {
        let (l, r) = pair(&l, &r, i);
        row(&l, &r);
    }
    if !s.others.is_empty() {
        lines.push(String::new());
        lines.extend(wrap(&safe(&s.others_head), width));
        for (n, other) in s.other_lines().iter().enumerate() {
            lines.extend(hung(&format!(" {}. ", n + 1), &safe(other), 4, width));
        }
    }
    lines
}

#[cfg(test)]
mod tests;
