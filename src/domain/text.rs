//! Clean text: what people type, paste or import is made harmless once, before it goes anywhere.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar as _;

/// Marks that may stand on one letter; more would run into the lines above.
const MOST_MARKS: usize = 2;

/// Makes one line of a text: control characters, bidi controls, invisible and private-use characters are taken out,
/// runs of white space become one space, at most two combining marks stay on a letter.
///
/// The result can be shown on a terminal and written into a file as it is. Apostrophes and quotes stay: villages have
/// them in their names.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            marks = 0;
        } else if is_harmful(c) {
            // Left out; what follows still belongs to the letter before.
        } else if is_mark(c) {
            marks += 1;
            if marks <= MOST_MARKS && !out.is_empty() {
                out.push(c);
            }
        } else {
            out.push(c);
            marks = 0;
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a text holds nothing that [`clean_line`] would take out (spaces aside).
#[must_use]
pub fn is_clean(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~')) || judged(text).all(|(_, harmful)| !harmful)
}

/// Each character, and whether it does harm where it stands: harmful by itself, or one mark too many on its letter.
pub fn judged(text: &str) -> impl Iterator<Item = (char, bool)> {
    // A mark at the very beginning has no letter to stand on.
    let mut marks = MOST_MARKS;
    text.chars().map(move |c| {
        if is_harmful(c) {
            return (c, true);
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        (c, marks > MOST_MARKS)
    })
}

/// Characters that steer a terminal, turn the reading direction, or cannot be seen, and those that are no characters:
/// XML forbids them, so a paper with one in it could not be opened.
#[must_use]
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}'
            | '\u{2800}' | '\u{13430}'..='\u{13455}' | '\u{16fe4}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
            | '\u{f0000}'..='\u{10ffff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// What takes no room of its own: the marks of every script.
fn is_mark(c: char) -> bool {
    c.width() == Some(0)
}

/// The form in which names are compared: lower case, without spaces, apostrophes, hyphens and other punctuation.
#[must_use]
pub fn search_key(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The text as it may go to a terminal or a file: itself when it is clean, else cleaned.
#[must_use]
pub fn safe(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(clean_line(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_lose_their_teeth() {
        assert_eq!(
            clean_line("\x1b[2JKopi\x07 \u{202e}abc\u{200b}"),
            "[2JKopi abc"
        );
        assert_eq!(clean_line("a\u{9b}31m"), "a31m");
        assert_eq!(clean_line("\u{e0041}x\u{2028}y"), "x y");
    }

    #[test]
    fn names_keep_their_apostrophes_and_letters() {
        for name in [
            "Fatuba'a",
            "Bani-Bani",
            "Soka\"an",
            "Regapu\u{2019}u",
            "Tafuli I",
            "Café",
        ] {
            assert_eq!(clean_line(name), name);
        }
    }

    #[test]
    fn white_space_is_folded_and_marks_are_capped() {
        assert_eq!(clean_line("  kopi \t\n bubuk  "), "kopi bubuk");
        assert_eq!(
            clean_line("e\u{301}\u{301}\u{301}\u{301}"),
            "e\u{301}\u{301}"
        );
    }

    #[test]
    fn what_was_cleaned_is_clean() {
        for text in [
            "a\u{34f}\u{301}b",
            "e\u{301}\u{301}\u{301}",
            "\u{301}x",
            "\u{1b}[31m\u{200b}a\u{301}\u{200d}\u{301}\u{301}",
            "\u{e01}\u{e47}\u{e47}\u{e47}\u{64b}",
            "a\u{ffff}\u{fdd0}\u{1fffe}\u{2800}b",
        ] {
            let clean = clean_line(text);
            assert!(is_clean(&clean), "{clean:?}");
            assert_eq!(clean_line(&clean), clean);
        }
        assert!(!is_clean("e\u{301}\u{301}\u{301}"), "a pile of marks");
        assert!(!is_clean("a\u{34f}"), "an invisible joiner");
        assert!(!is_clean("\u{301}x"), "a mark on nothing");
    }

    #[test]
    fn names_are_compared_without_case_spaces_and_punctuation() {
        assert_eq!(search_key("Fatuba'a"), search_key("FATU BAA"));
        assert_eq!(search_key("Bani-Bani"), "banibani");
    }
}
