//! A table drawn with `|`, `-` and `+`, which every printer has.

use unicode_width::UnicodeWidthStr as _;

use crate::domain::fit::wrap;
use crate::domain::text::safe;
use crate::papers::document::{Align, Column, Row, Table};

/// A drawn table.
pub struct Drawn {
    /// Titles, the row of column numbers, and the lines around them.
    pub head: Vec<String>,
    /// Each row with the line under it where one is, and whether it is a sum.
    pub rows: Vec<(Vec<String>, bool)>,
}

/// No column becomes wider for the sake of one long cell than leaves this much for the others.
const LONGEST_WORD: usize = 18;

/// Draws a table that is exactly as wide as its columns need, at most `width`.
#[must_use]
pub fn draw(table: &Table, width: usize) -> Drawn {
    let (widths, pad) = fitted(table, width);
    let rule = rule(&widths, pad);
    let mut head = vec![rule.clone()];
    let titles: Vec<String> = table.columns.iter().map(|c| c.title.clone()).collect();
    let numbers: Vec<String> = (1..=table.columns.len()).map(|n| n.to_string()).collect();
    let centre = |_: usize| Align::Centre;
    head.extend(row_lines(&titles, (&widths, pad), 0, centre));
    head.push(rule.clone());
    head.extend(row_lines(&numbers, (&widths, pad), 0, centre));
    head.push(rule.clone());
    let last = table.rows.len().saturating_sub(1);
    let rows = table
        .rows
        .iter()
        .enumerate()
        .map(|(i, row)| {
            let align = |c: usize| table.columns.get(c).map(|c| c.align).unwrap_or_default();
            let mut lines = row_lines(&row.cells, (&widths, pad), i, align);
            let next_is_total = table.rows.get(i + 1).is_some_and(|r| r.total);
            if table.ruled || i == last || next_is_total || row.total {
                lines.push(rule.clone());
            }
            (lines, row.total)
        })
        .collect();
    Drawn { head, rows }
}

fn rule(widths: &[usize], pad: usize) -> String {
    let parts: Vec<String> = widths.iter().map(|w| "-".repeat(w + 2 * pad)).collect();
    format!("+{}+", parts.join("+"))
}

/// The lines of one row, its cells wrapped into their columns.
fn row_lines(
    cells: &[String],
    (widths, pad): (&[usize], usize),
    nth: usize,
    align: impl Fn(usize) -> Align,
) -> Vec<String> {
    let wrapped: Vec<Vec<String>> = widths
        .iter()
        .enumerate()
        .map(|(i, width)| wrap(&safe(cells.get(i).map_or("", String::as_str)), *width))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(1);
    (0..height)
        .map(|n| {
            let mut line = String::from("|");
            for (i, (lines, width)) in wrapped.iter().zip(widths).enumerate() {
                let text = lines.get(n).map_or("", String::as_str);
                let blank = " ".repeat(pad);
                let cell = placed(text, *width, align(i), nth);
                line += &format!("{blank}{cell}{blank}|");
            }
            line
        })
        .collect()
}

fn placed(text: &str, width: usize, align: Align, nth: usize) -> String {
    let blank = width.saturating_sub(text.width());
    let before = match align {
        Align::Left => 0,
        Align::Right => blank,
        Align::Centre => blank / 2,
        Align::Staggered if nth.is_multiple_of(2) => 0,
        Align::Staggered => (width / 2).min(blank),
    };
    format!("{}{text}{}", " ".repeat(before), " ".repeat(blank - before))
}

/// How wide each column is, and how many blanks stand on either side of a cell: none where room is short.
fn fitted(table: &Table, width: usize) -> (Vec<usize>, usize) {
    let lines = table.columns.len() + 1;
    let blanks = 2 * table.columns.len();
    let room = width.saturating_sub(lines + blanks);
    let least = |(i, column)| need(column, &table.rows, i).0;
    if table.columns.iter().enumerate().map(least).sum::<usize>() <= room {
        (widths(table, room), 1)
    } else {
        (widths(table, width.saturating_sub(lines)), 0)
    }
}

/// Shares `room` characters out among the columns: what its longest cell needs where there is room for all, else at
/// least its longest word and a share of what is left.
pub(in crate::papers) fn widths(table: &Table, room: usize) -> Vec<usize> {
    let n = table.columns.len();
    let needs: Vec<(usize, usize)> = table
        .columns
        .iter()
        .enumerate()
        .map(|(i, column)| need(column, &table.rows, i))
        .collect();
    let mut widths: Vec<usize> = needs.iter().map(|(least, _)| *least).collect();
    // Where even the longest words do not fit, the widest column gives way.
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max() else {
            break;
        };
        if *widest <= 1 {
            break;
        }
        *widest -= 1;
    }
    let mut left = room.saturating_sub(widths.iter().sum());
    while left > 0 {
        // To the column that is shortest of what it wants, in parts of it.
        let wanting = (0..n)
            .filter(|i| widths[*i] < needs[*i].1)
            .min_by_key(|i| widths[*i] * 1000 / needs[*i].1.max(1));
        let Some(i) = wanting else { break };
        widths[i] += 1;
        left -= 1;
    }
    widths
}

/// What a column needs at least, and what it would like.
fn need(column: &Column, rows: &[Row], i: usize) -> (usize, usize) {
    let cells = rows.iter().filter_map(|row| row.cells.get(i));
    let texts: Vec<String> = std::iter::once(&column.title)
        .chain(cells)
        .map(|text| safe(text).into_owned())
        .collect();
    let longest_word = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .map(|word| word.width().min(LONGEST_WORD))
        .max()
        .unwrap_or_default();
    // A title may stand on several lines; the cells are what the column is for.
    let whole = texts
        .iter()
        .skip(1)
        .map(|text| text.width())
        .max()
        .unwrap_or_default();
    let least = longest_word.max(column.least).max(1);
    (least, whole.max(least))
}
