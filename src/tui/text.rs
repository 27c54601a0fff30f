//! Fitting text into columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The text shortened to a width, with two dots where it is cut.
#[must_use]
pub fn clip(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let dots = if width > 4 { ".." } else { "" };
    let mut out = String::new();
    let mut used = dots.len();
    for g in text.graphemes(true) {
        used += g.width();
        if used > width {
            break;
        }
        out.push_str(g);
    }
    out.truncate(out.trim_end().len());
    out.push_str(dots);
    out
}

/// Longest that is said of one event in a message; a note may be much longer.
const BRIEF: usize = 120;

/// The text as it may stand within a sentence.
#[must_use]
pub fn brief(text: &str) -> String {
    clip(text, BRIEF)
}

/// Breaks a text into lines of at most this width, between words where it can.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let mut word = word;
        if !line.is_empty() {
            if line.width() + 1 + word.width() <= width {
                line.push(' ');
            } else {
                lines.push(std::mem::take(&mut line));
            }
        }
        // A word longer than a line (an address) is cut where the line ends.
        while line.width() + word.width() > width {
            let fits: usize = word
                .graphemes(true)
                .scan(line.width(), |w, g| {
                    *w += g.width();
                    (*w <= width).then_some(g.len())
                })
                .sum();
            let cut = if fits == 0 {
                word.graphemes(true).next().map_or(word.len(), str::len)
            } else {
                fits
            };
            line.push_str(&word[..cut]);
            word = &word[cut..];
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(word);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_with_dots() {
        assert_eq!(clip("Manumutin Silole", 16), "Manumutin Silole");
        assert_eq!(clip("Manumutin Silole", 12), "Manumutin..");
        assert_eq!(clip("kopi", 3), "kop");
    }

    #[test]
    fn words_are_kept_whole_and_addresses_are_cut() {
        assert_eq!(
            wrap("sumber publik, belum dipastikan", 15),
            ["sumber publik,", "belum", "dipastikan"]
        );
        assert_eq!(
            wrap("https://example.org", 8),
            ["https://", "example.", "org"]
        );
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(wrap("ab", 1), ["a", "b"]);
    }
}
