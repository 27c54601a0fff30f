//! Meetings and events: their streams of the log, the table that lists them, and the contacts beside it.

mod act;
mod contact;
pub(super) mod kept;
mod read;
mod series;

use std::sync::Arc;

use uuid::Uuid;

pub(super) use act::{act, not_final, undo_is_open};
pub use contact::Forgotten;
pub use read::{OccasionQuery, SlideCard};
pub use series::Before;

use crate::domain::occasion::{Contact, Occasion, OccasionAct};

/// One act at one occasion.
#[derive(Clone, Debug)]
pub struct OccasionRequest {
    pub occasion: Uuid,
    pub act: OccasionAct,
    /// The last seq of the occasion that the writer had seen; `None` does not look for conflicts.
    pub seen: Option<i64>,
    /// With an entry on the list of attendance: how to reach the person from now on. `None` leaves that as it is.
    pub contact: Option<Contact>,
}

/// An occasion with everything that is known of it, as of one event of its stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccasionSnapshot {
    pub occasion: Arc<Occasion>,
    /// The last seq of its stream.
    pub last_seq: i64,
}
