//! Large letters made of cells, to be read from the back of a room.
//!
//! One table of letters, five points wide and seven high, drawn in three ways: *huge*, a point two columns and one row;
//! *wide*, a point a column and two points a row (half blocks, or plain ASCII); and *narrow*, two points a column too
//! (quadrants). Where none fits, the text stays as it is and is only bold.

use unicode_width::UnicodeWidthStr;

/// Rows of a line of wide or narrow letters.
pub const ROWS: usize = 4;
/// Points of a letter, with the gap after it.
const POINTS: usize = 6;

/// The rows of a letter from the top, five bits each, the left point first.
#[rustfmt::skip] // a table is read as a table
const LETTERS: [(char, [u8; 7]); 43] = [
    ('A', [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001]),
    ('B', [0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110]),
    ('C', [0b01110, 0b10001, 0b10000, 0b10000, 0b10000, 0b10001, 0b01110]),
    ('D', [0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110]),
    ('E', [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111]),
    ('F', [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b10000]),
    ('G', [0b01110, 0b10001, 0b10000, 0b10111, 0b10001, 0b10001, 0b01110]),
    ('H', [0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001]),
    ('I', [0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110]),
    ('J', [0b00111, 0b00010, 0b00010, 0b00010, 0b00010, 0b10010, 0b01100]),
    ('K', [0b10001, 0b10010, 0b10100, 0b11000, 0b10100, 0b10010, 0b10001]),
    ('L', [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111]),
    ('M', [0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001]),
    ('N', [0b10001, 0b11001, 0b11001, 0b10101, 0b10011, 0b10011, 0b10001]),
    ('O', [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110]),
    ('P', [0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000, 0b10000]),
    ('Q', [0b01110, 0b10001, 0b10001, 0b10001, 0b10101, 0b10010, 0b01101]),
    ('R', [0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001]),
    ('S', [0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110]),
    ('T', [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100]),
    ('U', [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110]),
    ('V', [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01010, 0b00100]),
    ('W', [0b10001, 0b10001, 0b10001, 0b10101, 0b10101, 0b11011, 0b10001]),
    ('X', [0b10001, 0b10001, 0b01010, 0b00100, 0b01010, 0b10001, 0b10001]),
    ('Y', [0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100, 0b00100]),
    ('Z', [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b10000, 0b11111]),
    ('0', [0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110]),
    ('1', [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110]),
    ('2', [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111]),
    ('3', [0b11110, 0b00001, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110]),
    ('4', [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010]),
    ('5', [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110]),
    ('6', [0b01110, 0b10000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110]),
    ('7', [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000]),
    ('8', [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110]),
    ('9', [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00001, 0b01110]),
    (' ', [0; 7]),
    ('-', [0, 0, 0, 0b01110, 0, 0, 0]),
    ('\'', [0b00100, 0b00100, 0, 0, 0, 0, 0]),
    ('.', [0, 0, 0, 0, 0, 0, 0b00100]),
    (',', [0, 0, 0, 0, 0, 0b00100, 0b01000]),
    ('/', [0b00001, 0b00001, 0b00010, 0b00100, 0b01000, 0b10000, 0b10000]),
    (':', [0, 0, 0b00100, 0, 0b00100, 0, 0]),
];

/// How large letters are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Huge,
    Wide,
    Narrow,
}

impl Way {
    fn columns(self, text: &str) -> usize {
        let points = (text.chars().count() * POINTS).saturating_sub(1);
        match self {
            Self::Huge => 2 * points,
            Self::Wide => points,
            Self::Narrow => points.div_ceil(2),
        }
    }

    /// Rows of a line.
    fn rows(self) -> usize {
        match self {
            Self::Huge => 7,
            Self::Wide | Self::Narrow => ROWS,
        }
    }
}

fn letter(c: char) -> Option<[u8; 7]> {
    let c = match c {
        '\u{2019}' | '\u{2018}' => '\'',
        '\u{2013}' | '\u{2014}' => '-',
        c => c,
    };
    LETTERS.iter().find(|(l, _)| *l == c).map(|(_, rows)| *rows)
}

/// Whether a point of a text is set.
fn point(letters: &[[u8; 7]], x: usize, y: usize) -> bool {
    let (n, column) = (x / POINTS, x % POINTS);
    column < 5
        && y < 7
        && letters
            .get(n)
            .is_some_and(|l| l[y] & (0b10000 >> column) != 0)
}

fn draw(text: &str, way: Way, ascii: bool) -> Option<Vec<String>> {
    let letters: Option<Vec<[u8; 7]>> = text.chars().map(letter).collect();
    let letters = letters?;
    let set = |x, y| point(&letters, x, y);
    let cell = |x: usize, y: usize| match way {
        Way::Huge => half(set(x / 2, y), set(x / 2, y), ascii),
        Way::Wide => half(set(x, 2 * y), set(x, 2 * y + 1), ascii),
        Way::Narrow => quarter([
            set(2 * x, 2 * y),
            set(2 * x + 1, 2 * y),
            set(2 * x, 2 * y + 1),
            set(2 * x + 1, 2 * y + 1),
        ]),
    };
    let width = way.columns(text);
    let row = |y| {
        let row: String = (0..width).map(|x| cell(x, y)).collect();
        row.trim_end().to_owned()
    };
    Some((0..way.rows()).map(row).collect())
}

fn half(above: bool, below: bool, ascii: bool) -> char {
    match (above, below, ascii) {
        (false, false, _) => ' ',
        (true, true, false) => '\u{2588}',
        (true, false, false) => '\u{2580}',
        (false, true, false) => '\u{2584}',
        (true, true, true) => '#',
        (true, false, true) => '"',
        (false, true, true) => '.',
    }
}

/// By the points top left, top right, bottom left, bottom right.
fn quarter(points: [bool; 4]) -> char {
    const QUARTERS: [char; 16] = [
        ' ', '\u{2598}', '\u{259d}', '\u{2580}', '\u{2596}', '\u{258c}', '\u{259e}', '\u{259b}',
        '\u{2597}', '\u{259a}', '\u{2590}', '\u{259c}', '\u{2584}', '\u{2599}', '\u{259f}',
        '\u{2588}',
    ];
    let n = (0..).zip(points).map(|(bit, set)| usize::from(set) << bit);
    QUARTERS[n.sum::<usize>()]
}

/// The text in large letters, as large as so many columns and rows have room for: in one line or in two, wide or narrow;
/// where it is too long for that, or has a letter that is not in the table, in capitals as it is.
#[must_use]
pub fn lines(text: &str, width: usize, rows: usize, ascii: bool) -> Vec<String> {
    let text = text.trim().to_uppercase();
    let ways: &[Way] = if ascii {
        &[Way::Huge, Way::Wide]
    } else {
        &[Way::Huge, Way::Wide, Way::Narrow]
    };
    for lines in 1..=2 {
        for way in ways {
            if lines * way.rows() > rows {
                continue;
            }
            let Some(parts) = parts(&text, *way, width, lines) else {
                continue;
            };
            let drawn: Option<Vec<_>> = parts.iter().map(|p| draw(p, *way, ascii)).collect();
            if let Some(drawn) = drawn {
                return drawn.into_iter().flatten().collect();
            }
        }
    }
    crate::tui::text::wrap(&text, width.max(1))
}

/// The text in so many lines that fit; words are not broken.
fn parts(text: &str, way: Way, width: usize, lines: usize) -> Option<Vec<String>> {
    if text.is_empty() {
        return None;
    }
    if lines == 1 {
        return (way.columns(text) <= width).then(|| vec![text.to_owned()]);
    }
    // As even as it goes.
    let breaks = text.match_indices(' ').map(|(at, _)| at);
    let halves = breaks.map(|at| (&text[..at], &text[at + 1..]));
    let longer = |(a, b): &(&str, &str)| a.width().max(b.width());
    let (a, b) = halves.min_by_key(longer)?;
    let fits = way.columns(a) <= width && way.columns(b) <= width;
    fits.then(|| vec![a.to_owned(), b.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, width: usize, rows: usize, ascii: bool) -> String {
        lines(text, width, rows, ascii).join("\n")
    }

    #[test]
    fn a_short_name_is_wide_a_longer_one_narrow_then_in_two_lines() {
        assert_eq!(
            drawn("Kufeu", 80, 4, true),
            [
                "#  .\" #   # #\"\"\"\" #\"\"\"\" #   #",
                "#.\"   #   # #...  #...  #   #",
                "# \".  #   # #     #     #   #",
                "\"   \"  \"\"\"  \"     \"\"\"\"\"  \"\"\"",
            ]
            .join("\n")
        );
        for (text, width, rows, of) in [
            ("Kewar", 80, 4, 4),
            ("Kewar", 80, 8, 7),
            ("Lakekun Barat", 80, 8, 4),
            ("Lakekun Barat", 80, 4, 4),
            ("Maudemu Utara Selatan Jauh", 80, 4, 4),
            ("Lakekun Barat", 40, 4, 4),
            ("Manumutin Silole", 40, 8, 8),
        ] {
            let lines = lines(text, width, rows, false);
            assert_eq!(lines.len(), of, "{text} {width}x{rows}: {lines:?}");
            for line in &lines {
                assert!(line.width() <= width, "{line}");
                assert!(!line.contains('a') && !line.contains('A'), "{line}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_stays_readable_text() {
        assert_eq!(drawn("Manumutin Silole", 40, 4, false), "MANUMUTIN SILOLE");
        assert_eq!(drawn("Kufeu", 40, 3, false), "KUFEU");
        assert_eq!(
            drawn("Kopi \u{201c}Arabika\u{201d}", 80, 8, false),
            "KOPI \u{201c}ARABIKA\u{201d}"
        );
        assert_eq!(
            drawn("Lakekun Barat", 40, 8, true),
            "LAKEKUN BARAT",
            "seven letters are 41 columns"
        );
    }

    #[test]
    fn every_letter_differs_from_every_other() {
        for (i, (a, rows)) in LETTERS.iter().enumerate() {
            for (b, others) in &LETTERS[i + 1..] {
                assert_ne!(rows, others, "{a} {b}");
            }
        }
    }
}
