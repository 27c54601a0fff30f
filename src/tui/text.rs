//! Fitting text into columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use crate::domain::fit::wrap;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_with_dots() {
        assert_eq!(clip("Manumutin Silole", 16), "Manumutin Silole");
        assert_eq!(clip("Manumutin Silole", 12), "Manumutin..");
        assert_eq!(clip("kopi", 3), "kop");
    }
}
