//! A meeting as text for a message.

use std::sync::Arc;

use chrono::FixedOffset;

use crate::domain::occasion::{Occasion, Phase};
use crate::papers::document::Document;
use crate::papers::gather::Gathered;
use crate::papers::office::Office;
use crate::papers::{meeting, occasion};

/// What the store knows of a meeting for its message.
#[derive(Debug)]
pub struct MeetingTold {
    pub occasion: Arc<Occasion>,
    pub gathered: Gathered,
}

impl MeetingTold {
    /// The agenda until the meeting opens, from then on what was decided.
    #[must_use]
    pub fn document(&self, office: &Office<'_>, zone: FixedOffset) -> Document {
        let meeting = occasion::of(&self.occasion, &self.gathered, zone);
        if self.occasion.phase < Phase::Open {
            meeting::agenda(office, &meeting)
        } else {
            meeting::record(office, &meeting)
        }
    }
}
