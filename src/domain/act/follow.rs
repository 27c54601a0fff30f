//! Acts on obstacles and promises.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Field, Refusal, line, needed, not_before, passage};
use crate::domain::event::{ActionClosed, ActionPlanned, BlockerCleared, BlockerRaised, Event};
use crate::domain::follow::{Follow, Outcome};

/// One act on what stands in a village's way, or on what was promised to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowAct {
    RaiseBlocker(BlockerRaised),
    ClearBlocker {
        blocker: Uuid,
        how: String,
    },
    PlanAction(ActionPlanned),
    CloseAction {
        action: Uuid,
        outcome: Outcome,
        note: String,
    },
}

impl FollowAct {
    /// Turns the act into its event, given what stands in the way and was promised before; the day itself has been
    /// checked.
    ///
    /// # Errors
    /// The [`Refusal`] that says what is wrong.
    pub fn check(&self, follow: &Follow, on: NaiveDate) -> Result<Event, Refusal> {
        Ok(match self {
            Self::RaiseBlocker(raised) => Event::BlockerRaised(BlockerRaised {
                note: passage(Field::Note, &raised.note)?,
                ..raised.clone()
            }),
            Self::ClearBlocker { blocker, how } => {
                let mut open = follow.blockers.iter();
                let found = open.find(|b| b.raised.blocker == *blocker);
                not_before(found.ok_or(Refusal::UnknownBlocker)?.since, on)?;
                Event::BlockerCleared(BlockerCleared {
                    blocker: *blocker,
                    how: needed(Field::How, passage(Field::How, how)?)?,
                })
            }
            Self::PlanAction(planned) => {
                if planned.due < on {
                    return Err(Refusal::DueBeforeMade { on });
                }
                Event::ActionPlanned(ActionPlanned {
                    what: needed(Field::What, passage(Field::What, &planned.what)?)?,
                    who: line(Field::Who, &planned.who)?,
                    ..planned.clone()
                })
            }
            Self::CloseAction {
                action,
                outcome,
                note,
            } => {
                let mut open = follow.actions.iter().filter(|a| a.is_open());
                let found = open.find(|a| a.planned.action == *action);
                not_before(found.ok_or(Refusal::UnknownAction)?.on, on)?;
                Event::ActionClosed(ActionClosed {
                    action: *action,
                    outcome: *outcome,
                    note: passage(Field::Note, note)?,
                })
            }
        })
    }
}
