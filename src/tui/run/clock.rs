//! What time it is.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// The world's time, or one that stands still for rehearsals.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The programme's time zone: says which day it is.
    zone: FixedOffset,
    still: Option<DateTime<Utc>>,
}

impl Clock {
    /// A clock that stands still.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>, zone: FixedOffset) -> Self {
        Self {
            zone,
            still: Some(at),
        }
    }

    /// The programme's time zone.
    #[must_use]
    pub fn zone(&self) -> FixedOffset {
        self.zone
    }

    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.still.unwrap_or_else(Utc::now)
    }

    /// The day in the programme's time zone.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.zone).date_naive()
    }
}

impl From<FixedOffset> for Clock {
    /// The world's time in a zone.
    fn from(zone: FixedOffset) -> Self {
        Self { zone, still: None }
    }
}
