//! Columns for plain text.

use unicode_width::UnicodeWidthStr as _;

use crate::domain::text;

/// Where a column's cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// The rows as lines, each column as wide as its widest cell, two blanks between columns.
#[must_use]
pub fn align(rows: &[Vec<String>], sides: &[Side]) -> Vec<String> {
    let rows: Vec<Vec<_>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| text::safe(cell)).collect())
        .collect();
    let widths: Vec<usize> = (0..sides.len())
        .map(|n| {
            let cells = rows.iter().filter_map(|row| row.get(n));
            cells.map(|cell| cell.width()).max().unwrap_or_default()
        })
        .collect();
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            for ((cell, side), width) in row.iter().zip(sides).zip(&widths) {
                let blank = " ".repeat(width - cell.width());
                line += match side {
                    Side::Left => format!("{cell}{blank}  "),
                    Side::Right => format!("{blank}{cell}  "),
                }
                .as_str();
            }
            line.truncate(line.trim_end().len());
            line
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_whatever_letters_they_hold() {
        let row = |cells: [&str; 3]| cells.map(String::from).to_vec();
        let lines = align(
            &[
                row(["Kewar", "7", "kopi"]),
                row(["Café", "1.208", "\u{1b}[2Jmadu"]),
            ],
            &[Side::Left, Side::Right, Side::Left],
        );
        assert_eq!(lines, ["Kewar      7  kopi", "Café   1.208  [2Jmadu"]);
    }
}
