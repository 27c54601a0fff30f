//! Fitting a text into lines of a width, in columns of a terminal or of a typed page.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

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
