//! What time it is.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

const MINUTE_MS: i64 = 60_000;

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

    /// How long it is until the next minute begins; never where the clock stands still.
    #[must_use]
    pub fn to_next_minute(&self) -> Option<Duration> {
        if self.still.is_some() {
            return None;
        }
        let past = self.now().timestamp_millis().rem_euclid(MINUTE_MS);
        let left = u64::try_from(MINUTE_MS - past).unwrap_or(0);
        // A moment later, so that the minute has surely turned.
        Some(Duration::from_millis(left + 5))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_minute_is_at_most_a_minute_away_and_never_comes_where_time_stands_still() {
        let zone = FixedOffset::east_opt(8 * 3600).unwrap();
        let left = Clock::from(zone).to_next_minute().unwrap();
        assert!(left > Duration::ZERO && left <= Duration::from_millis(60_005));
        let then = Utc::now() + left;
        assert_eq!(then.timestamp().rem_euclid(60), 0, "just after it began");
        assert_eq!(Clock::fixed(Utc::now(), zone).to_next_minute(), None);
    }
}
