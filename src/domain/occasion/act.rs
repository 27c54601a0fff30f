//! What a person may do at an occasion, and what is checked before it goes into the log.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::happening::{
    AddendumMade, AgendaFrozen, Amended, Cancelled, Closed, Finalised, Guest, GuestAmended,
    GuestArrived, GuestWithdrawn, Happening, ItemAdded, ItemBegun, ItemDecided, ItemNoted,
    ItemPostponed, ItemSkipped, Number, Opened, Plan, Planned, Topic,
};
use super::words::Triage;
use super::{Occasion, Phase, attendance};
use crate::domain::act::{Field, Refusal, line, needed, passage};
use crate::domain::code::Code;
use crate::domain::event::{ActionPlanned, Aspect, Event, Recorded};
use crate::domain::follow::Outcome;

/// A promise that is made with a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub planned: ActionPlanned,
    /// How the promise that it goes on with ended ([`ActionPlanned::after`]): handed on, or kept in part.
    pub ended: Outcome,
}

/// One act at an occasion. [`OccasionAct::check`] turns it into what goes into the log or refuses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccasionAct {
    Plan(Plan),
    Amend(Plan),
    Cancel {
        reason: String,
    },
    /// Freezes the agenda. The number is the store's to give.
    Freeze(Vec<Topic>),
    AddItem(Topic),
    Open {
        at: DateTime<Utc>,
    },
    Begin {
        item: u32,
        at: DateTime<Utc>,
    },
    Postpone {
        item: u32,
        at: DateTime<Utc>,
    },
    Skip {
        item: u32,
        at: DateTime<Utc>,
        reason: String,
    },
    Note {
        item: Option<u32>,
        at: DateTime<Utc>,
        text: String,
    },
    Decide {
        item: u32,
        triage: Triage,
        note: String,
        at: DateTime<Utc>,
        promises: Vec<Promise>,
    },
    Arrive {
        id: Uuid,
        guest: Guest,
        at: DateTime<Utc>,
        /// The entry stands even where the same name of the same place is on the list.
        anyway: bool,
    },
    AmendGuest {
        id: Uuid,
        guest: Guest,
    },
    WithdrawGuest {
        id: Uuid,
        reason: String,
    },
    Close {
        at: DateTime<Utc>,
    },
    Finalise {
        at: DateTime<Utc>,
    },
    Addendum {
        text: String,
        at: DateTime<Utc>,
    },
}

/// Why an act at an occasion cannot be done. `strings` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccasionRefusal {
    /// There is no such occasion, or its plan was taken back.
    Unknown,
    PlannedAlready,
    /// Only an addendum is possible any more.
    IsFinal,
    IsCancelled,
    /// It has been opened already.
    IsOpen,
    /// It has been closed already.
    IsClosed,
    NotOpen,
    NotClosed,
    NotFinal,
    /// Items were treated or people came: what they stand on is not taken back.
    UnderWay,
    /// Something was decided, noted or promised on the agenda: it is not replaced.
    HasOutcome,
    /// The last item of the order cannot be put behind the others.
    IsLast(u32),
    /// It was opened, and counts for this day.
    DayStands(NaiveDate),
    /// There is no frozen agenda to treat.
    NoAgenda,
    EmptyAgenda,
    NoItem(u32),
    /// A village stands twice on the agenda.
    TwiceOnAgenda(Code),
    SameItem(u32),
    IsSkipped(u32),
    UnknownGuest,
    /// Somebody of this name and place is on the list.
    AlreadyHere {
        name: String,
        at: DateTime<Utc>,
    },
    /// Neither a village nor an agency is named.
    NoOrigin,
    /// Not a telephone number.
    BadPhone,
    /// A NIK has 16 digits.
    BadNik,
    NothingChanged,
}

impl From<OccasionRefusal> for Refusal {
    fn from(refusal: OccasionRefusal) -> Self {
        Self::Occasion(refusal)
    }
}

impl OccasionAct {
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        match self {
            Self::Plan(_)
            | Self::Amend(_)
            | Self::Cancel { .. }
            | Self::Freeze(_)
            | Self::Open { .. }
            | Self::Close { .. }
            | Self::Finalise { .. } => Aspect::Plan,
            Self::AddItem(_) | Self::Begin { .. } | Self::Postpone { .. } | Self::Skip { .. } => {
                Aspect::Floor
            }
            Self::Decide { .. } => Aspect::Item,
            Self::Note { .. } | Self::Addendum { .. } => Aspect::Notes,
            Self::Arrive { .. } | Self::AmendGuest { .. } | Self::WithdrawGuest { .. } => {
                Aspect::Attendance
            }
        }
    }

    /// Whether something that happened meanwhile makes what the writer saw out of date. Decisions on two items, and a
    /// decision beside the chair's going on, never hinder each other; two entries about one guest do.
    #[must_use]
    pub fn is_upset_by(&self, theirs: &Happening) -> bool {
        let guest = match theirs {
            Happening::GuestAmended(e) => Some(e.id),
            Happening::GuestWithdrawn(e) => Some(e.id),
            _ => None,
        };
        match self {
            Self::Decide { item, .. } => {
                matches!(theirs, Happening::ItemDecided(e) if e.item == *item)
            }
            Self::AmendGuest { id, .. } | Self::WithdrawGuest { id, .. } => guest == Some(*id),
            _ => theirs.aspect().touches(self.aspect()),
        }
    }

    /// What happened meanwhile that upsets the act: the latest event after `seen`, of another batch.
    #[must_use]
    pub fn upset<'a>(&self, stream: &'a [Recorded], seen: i64, own: Uuid) -> Option<&'a Recorded> {
        let newer = stream.iter().rev().take_while(|e| e.seq > seen);
        newer.filter(|e| e.batch != own).find(|e| match &e.event {
            Event::Occasion(theirs) => self.is_upset_by(theirs),
            // An undo touches what it takes back.
            Event::Reverted(undo) => stream.iter().any(|e| {
                e.batch == undo.batch
                    && match &e.event {
                        Event::Occasion(theirs) => self.is_upset_by(theirs),
                        Event::Reverted(_) => true,
                        _ => false,
                    }
            }),
            _ => false,
        })
    }

    /// Turns the act into what goes into the occasion's stream. The promises of a decision are the caller's to append,
    /// where they belong. `number` is given to an agenda that is frozen.
    ///
    /// # Errors
    /// The [`Refusal`] that says what is wrong; nothing is written then.
    pub fn check(
        &self,
        occasion: Option<&Occasion>,
        number: impl FnOnce(i32) -> Number,
    ) -> Result<Happening, Refusal> {
        let Some(o) = occasion else {
            return match self {
                Self::Plan(plan) => Ok(Happening::Planned(Planned { plan: clean(plan)? })),
                _ => Err(OccasionRefusal::Unknown.into()),
            };
        };
        self.allowed(o)?;
        Ok(match self {
            Self::Plan(_) => return Err(OccasionRefusal::PlannedAlready.into()),
            Self::Amend(plan) => {
                let plan = clean(plan)?;
                if plan == o.plan {
                    return Err(OccasionRefusal::NothingChanged.into());
                }
                // What was recorded at it counts for the day on which it was opened.
                if o.opened.is_some() && plan.day != o.plan.day && plan.day != o.day() {
                    return Err(OccasionRefusal::DayStands(o.day()).into());
                }
                Happening::Amended(Amended { plan })
            }
            Self::Cancel { reason } => Happening::Cancelled(Cancelled {
                reason: needed(Field::Reason, passage(Field::Reason, reason)?)?,
            }),
            Self::Freeze(topics) => {
                use chrono::Datelike as _;
                Happening::AgendaFrozen(AgendaFrozen {
                    topics: agenda(topics)?,
                    number: number(o.plan.day.year()),
                })
            }
            Self::AddItem(added) => {
                if let Some(village) = &added.village
                    && o.item_of(village).is_some()
                {
                    return Err(OccasionRefusal::TwiceOnAgenda(village.clone()).into());
                }
                Happening::ItemAdded(ItemAdded {
                    item: u32::try_from(o.items.len() + 1).unwrap_or(u32::MAX),
                    topic: topic(added)?,
                })
            }
            Self::Open { at } => Happening::Opened(Opened { at: *at }),
            Self::Begin { item, at } => {
                if o.current.is_some_and(|(current, _)| current == *item) {
                    return Err(OccasionRefusal::SameItem(*item).into());
                }
                Happening::ItemBegun(ItemBegun {
                    item: *item,
                    at: *at,
                })
            }
            Self::Postpone { item, at } => {
                // There is nothing that could come before it.
                let is_current = o.current.is_some_and(|(current, _)| current == *item);
                if is_current && o.next().is_none() {
                    return Err(OccasionRefusal::IsLast(*item).into());
                }
                Happening::ItemPostponed(ItemPostponed {
                    item: *item,
                    at: *at,
                })
            }
            Self::Skip { item, at, reason } => {
                if o.is_skipped(*item) {
                    return Err(OccasionRefusal::IsSkipped(*item).into());
                }
                Happening::ItemSkipped(ItemSkipped {
                    item: *item,
                    at: *at,
                    reason: passage(Field::Reason, reason)?,
                })
            }
            Self::Note { item, at, text } => Happening::ItemNoted(ItemNoted {
                item: *item,
                at: *at,
                text: needed(Field::Text, passage(Field::Text, text)?)?,
            }),
            Self::Decide {
                item,
                triage,
                note,
                at,
                promises,
            } => Happening::ItemDecided(ItemDecided {
                item: *item,
                triage: *triage,
                note: passage(Field::Note, note)?,
                at: *at,
                actions: promises.iter().map(|p| p.planned.action).collect(),
            }),
            Self::Arrive {
                id,
                guest,
                at,
                anyway,
            } => {
                let guest = clean_guest(guest)?;
                let same = attendance::same_person(o, &guest, None);
                if let (Some(same), false) = (same, anyway) {
                    return Err(already(same));
                }
                Happening::GuestArrived(GuestArrived {
                    id: *id,
                    guest,
                    at: *at,
                })
            }
            Self::AmendGuest { id, guest } => {
                let guest = clean_guest(guest)?;
                let now = o.guests.iter().find(|g| g.id == *id);
                if now.ok_or(OccasionRefusal::UnknownGuest)?.guest == guest {
                    return Err(OccasionRefusal::NothingChanged.into());
                }
                Happening::GuestAmended(GuestAmended { id: *id, guest })
            }
            Self::WithdrawGuest { id, reason } => {
                if !o.guests.iter().any(|g| g.id == *id) {
                    return Err(OccasionRefusal::UnknownGuest.into());
                }
                Happening::GuestWithdrawn(GuestWithdrawn {
                    id: *id,
                    reason: passage(Field::Reason, reason)?,
                })
            }
            Self::Close { at } => Happening::Closed(Closed { at: *at }),
            Self::Finalise { at } => Happening::Finalised(Finalised { at: *at }),
            Self::Addendum { text, at } => Happening::AddendumMade(AddendumMade {
                number: o.next_addendum(),
                text: needed(Field::Text, passage(Field::Text, text)?)?,
                at: *at,
            }),
        })
    }

    /// Whether the occasion is far enough, and not too far, for the act.
    fn allowed(&self, o: &Occasion) -> Result<(), OccasionRefusal> {
        use OccasionRefusal as No;
        let is_addendum = matches!(self, Self::Addendum { .. });
        match o.phase {
            Phase::Final if !is_addendum => return Err(No::IsFinal),
            Phase::Cancelled => return Err(No::IsCancelled),
            phase if is_addendum && phase != Phase::Final => return Err(No::NotFinal),
            _ => {}
        }
        let item = match self {
            Self::Begin { item, .. }
            | Self::Postpone { item, .. }
            | Self::Skip { item, .. }
            | Self::Decide { item, .. } => Some(*item),
            Self::Note { item, .. } => *item,
            _ => None,
        };
        match self {
            Self::Freeze(_) | Self::Cancel { .. } | Self::Open { .. } if o.phase == Phase::Open => {
                Err(No::IsOpen)
            }
            Self::Freeze(_)
            | Self::Cancel { .. }
            | Self::Open { .. }
            | Self::Begin { .. }
            | Self::AddItem(_)
            | Self::Postpone { .. }
            | Self::Skip { .. }
            | Self::Close { .. }
                if o.phase == Phase::Closed =>
            {
                Err(No::IsClosed)
            }
            Self::Freeze(_) | Self::Cancel { .. } if o.has_outcome() => Err(No::HasOutcome),
            Self::Open { .. } if o.plan.sort.is_meeting() && o.items.is_empty() => {
                Err(No::NoAgenda)
            }
            Self::AddItem(_) if o.items.is_empty() => Err(No::NoAgenda),
            Self::Begin { .. }
            | Self::Postpone { .. }
            | Self::Skip { .. }
            | Self::Decide { .. }
            | Self::Close { .. }
                if o.phase < Phase::Open =>
            {
                Err(No::NotOpen)
            }
            Self::Finalise { .. } if o.phase != Phase::Closed => Err(No::NotClosed),
            _ => Ok(()),
        }?;
        match item {
            Some(n) if o.item(n).is_none() => Err(No::NoItem(n)),
            _ => Ok(()),
        }
    }
}

fn already(same: &super::Present) -> Refusal {
    let (name, at) = (same.guest.name.clone(), same.at);
    OccasionRefusal::AlreadyHere { name, at }.into()
}

fn agenda(topics: &[Topic]) -> Result<Vec<Topic>, Refusal> {
    if topics.is_empty() {
        return Err(OccasionRefusal::EmptyAgenda.into());
    }
    let mut seen = std::collections::HashSet::new();
    for village in topics.iter().filter_map(|t| t.village.as_ref()) {
        if !seen.insert(village) {
            return Err(OccasionRefusal::TwiceOnAgenda(village.clone()).into());
        }
    }
    topics.iter().map(topic).collect()
}

fn topic(of: &Topic) -> Result<Topic, Refusal> {
    let title = passage(Field::Text, &of.title)?;
    Ok(Topic {
        village: of.village.clone(),
        minutes: of.minutes,
        title: match &of.village {
            Some(_) => title,
            None => needed(Field::Text, title)?,
        },
    })
}

fn clean(plan: &Plan) -> Result<Plan, Refusal> {
    let text = |value: &str| passage(Field::Text, value);
    let invited = plan.invited.iter().map(|i| text(i));
    Ok(Plan {
        title: needed(Field::Name, passage(Field::Name, &plan.title)?)?,
        place: text(&plan.place)?,
        organiser: text(&plan.organiser)?,
        opener: text(&plan.opener)?,
        leader: text(&plan.leader)?,
        minute_taker: text(&plan.minute_taker)?,
        invitation: text(&plan.invitation)?,
        basis: text(&plan.basis)?,
        funds: text(&plan.funds)?,
        invited: invited.collect::<Result<_, _>>()?,
        ..plan.clone()
    })
}

fn clean_guest(guest: &Guest) -> Result<Guest, Refusal> {
    let agency = line(Field::Office, &guest.agency)?;
    if guest.village.is_none() && agency.is_empty() {
        return Err(OccasionRefusal::NoOrigin.into());
    }
    Ok(Guest {
        name: needed(Field::Name, line(Field::Name, &guest.name)?)?,
        office: line(Field::Office, &guest.office)?,
        agency,
        represents: line(Field::Who, &guest.represents)?,
        ..guest.clone()
    })
}

/// The day that acts at an occasion count for: its own, or today while that has not come.
#[must_use]
pub fn day_of(occasion: &Occasion, today: NaiveDate) -> NaiveDate {
    occasion.day().min(today)
}
