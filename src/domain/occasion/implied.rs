//! What an act at an occasion takes along.

use chrono::NaiveDate;

use super::{Contact, Number, Occasion, OccasionAct, Phase, Plan};

/// An act that is recorded before the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implied {
    pub act: OccasionAct,
    /// It has a batch of its own: whoever takes back what they asked for does not take this back.
    pub apart: bool,
}

impl OccasionAct {
    /// The act that this one takes along when it is done on the day `on`; `contact` is what is entered with it.
    ///
    /// - A meeting that opens on another day than it was planned for is planned anew: the day of its papers is the day of
    ///   its opening.
    /// - The first who comes to an event, on its day or later, opens it for all desks. An entry that is refused opens
    ///   nothing, and a meeting is opened by its chair.
    /// - An event that nobody opened is opened with its end.
    #[must_use]
    pub fn implies(
        &self,
        o: &Occasion,
        contact: Option<&Contact>,
        on: NaiveDate,
    ) -> Option<Implied> {
        let is_meeting = o.plan.sort.is_meeting();
        let is_unopened_event = !is_meeting && o.phase < Phase::Open;
        match self {
            Self::Open { .. } if is_meeting && o.plan.day != on => Some(Implied {
                act: Self::Amend(Plan {
                    day: on,
                    ..o.plan.clone()
                }),
                apart: false,
            }),
            Self::Arrive { at, .. } if is_unopened_event && o.plan.day <= on => {
                let is_sound = self.check(Some(o), |year| Number { year, n: 1 }).is_ok()
                    && contact.is_none_or(|c| c.checked().is_ok());
                is_sound.then_some(Implied {
                    act: Self::Open { at: *at },
                    apart: true,
                })
            }
            Self::Close { at } if is_unopened_event => Some(Implied {
                act: Self::Open { at: *at },
                apart: false,
            }),
            _ => None,
        }
    }
}
