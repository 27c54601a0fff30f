//! The pane of reasons: why villages need attention, each with how many.

use crate::domain::attention::Reason;

/// The reasons with their numbers, and the place among them.
#[derive(Debug, Default)]
pub struct Reasons {
    counts: [u32; Reason::ALL.len()],
    at: usize,
    pub loaded: bool,
}

impl Reasons {
    /// The lines: under the cursor or not, the reason, how many villages.
    pub fn lines(&self) -> impl Iterator<Item = (bool, Reason, u32)> {
        Reason::ALL
            .into_iter()
            .zip(self.counts)
            .enumerate()
            .map(|(i, (reason, n))| (i == self.at, reason, n))
    }

    #[must_use]
    pub fn selected(&self) -> Reason {
        Reason::ALL[self.at]
    }

    pub fn take(&mut self, counts: [u32; Reason::ALL.len()]) {
        self.counts = counts;
        self.loaded = true;
    }

    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(Reason::ALL.len() - 1);
    }
}
