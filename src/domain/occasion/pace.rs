//! The quiet clock of a meeting.

use chrono::{DateTime, Utc};

use super::{Handled, Occasion};

/// Where a meeting is in its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The place of the current item in the order, from 1; 0 before the first one.
    pub at: usize,
    pub of: usize,
    /// Whole minutes behind the time set aside; below zero: ahead.
    pub behind: i64,
    /// Whole minutes in the current item, and those set aside for it.
    pub minutes: i64,
    pub minutes_for: i64,
}

impl Pace {
    /// The clock runs from the first item on: the time since then, against the minutes of the items that are behind. The
    /// current item counts only once its own minutes are used up.
    #[must_use]
    pub fn of(occasion: &Occasion, now: DateTime<Utc>) -> Self {
        let current = occasion.current_item();
        let since = occasion.current.map_or(now, |(_, since)| since);
        let in_item = (now - since).num_seconds().max(0);
        let minutes_for = current.map_or(0, |i| i64::from(i.topic.minutes));
        let treated = occasion.items.iter().filter(|i| {
            matches!(i.handled, Handled::Begun | Handled::Skipped)
                && current.is_none_or(|c| c.number != i.number)
        });
        let budget: i64 = treated.map(|i| i64::from(i.topic.minutes) * 60).sum();
        let spent = occasion
            .began
            .map_or(0, |began| (since - began).num_seconds().max(0));
        let over = (in_item - minutes_for * 60).max(0);
        Self {
            at: current
                .and_then(|i| occasion.position(i.number))
                .unwrap_or(0),
            of: occasion.order.len(),
            behind: (spent - budget + over) / 60,
            minutes: in_item / 60,
            minutes_for,
        }
    }
}
