//! The lines of a form before they are drawn.

use super::theme::Meaning;
use crate::tui::text::wrap;

/// Lines of a form, and where the typing cursor stands among them.
#[derive(Default)]
pub(super) struct Sheet {
    pub lines: Vec<Vec<(String, Meaning)>>,
    pub cursor: Option<(usize, usize)>,
    /// The line that must be seen.
    pub at: usize,
    pub width: usize,
    /// Lines of the box.
    pub rows: usize,
}

impl Sheet {
    /// Adds a text, broken to the width.
    pub fn say(&mut self, indent: usize, text: &str, meaning: Meaning) {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.lines
                .push(vec![(format!("{:indent$}{line}", ""), meaning)]);
        }
    }
}
