//! What a person may do to a village's record, and what is checked before it goes into the log.
//!
//! The screens and the commands both come through [`Act::check`], so the rules stand once.

use chrono::NaiveDate;
use uuid::Uuid;

use super::code::Kind;
use super::event::{
    Aspect, ChoiceCancelled, DecreeRecorded, Event, Forum, Group, Noted, PotentialAmended,
    PotentialRecorded, PotentialWithdrawn, ProductChosen, SoldRaw, Source, StageDeclared,
};
use super::makers;
use super::stage::Stage;
use super::text;
use super::village::{Choice, Village};

/// Longest name or number, in characters.
pub const MAX_LINE: usize = 80;
/// Longest note or reason, in characters.
pub const MAX_NOTE: usize = 2_000;
/// No act can lie before this day: the programme's villages have no older records worth dating by the day.
pub const EARLIEST_YEAR: i32 = 2000;

pub use self::evidence::EvidenceAct;
pub use self::follow::FollowAct;
pub use self::making::MakerAct;
pub use self::refusal::{Field, Refusal};

/// One act of a person on one village, as asked for. [`Act::check`] turns it into an event or refuses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    RecordPotential {
        id: Uuid,
        name: String,
        group: Group,
        source: Source,
        note: String,
    },
    AmendPotential {
        potential: Uuid,
        name: String,
        group: Group,
        note: String,
        confirmed: bool,
    },
    WithdrawPotential {
        potential: Uuid,
        reason: String,
    },
    Choose {
        potential: Uuid,
        /// Empty: the potential's own name.
        product: String,
        forum: Forum,
        minutes: String,
        /// Needed when an earlier choice is replaced.
        reason: String,
    },
    CancelChoice {
        reason: String,
    },
    RecordDecree {
        number: String,
    },
    DeclareStage {
        to: Stage,
        basis: String,
    },
    SoldRaw {
        raw: bool,
        note: String,
    },
    Note {
        text: String,
    },
    /// About what proves the stage.
    Evidence(EvidenceAct),
    /// About obstacles and promises.
    Follow(FollowAct),
    /// About who makes and sells the product, and who helps.
    Makers(MakerAct),
}

/// The forums that fit a village of this kind.
pub fn forums(kind: Kind) -> impl Iterator<Item = Forum> {
    Forum::ALL.into_iter().filter(move |f| fits(*f, kind))
}

fn fits(forum: Forum, kind: Kind) -> bool {
    match forum {
        Forum::VillageDeliberation => kind == Kind::Desa,
        Forum::WardMeeting => kind == Kind::Kelurahan,
        Forum::RegencyAppointment => true,
    }
}

/// Checks the day of an act by itself.
///
/// # Errors
/// [`Refusal::FutureDate`] or [`Refusal::TooEarly`].
pub fn check_day(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    use chrono::Datelike;
    if on > today {
        return Err(Refusal::FutureDate { today });
    }
    if on.year() < EARLIEST_YEAR {
        return Err(Refusal::TooEarly {
            year: EARLIEST_YEAR,
        });
    }
    Ok(())
}

pub(in crate::domain) fn line(field: Field, value: &str) -> Result<String, Refusal> {
    limited(field, text::clean_line(value), MAX_LINE)
}

pub(in crate::domain) fn passage(field: Field, value: &str) -> Result<String, Refusal> {
    limited(field, text::clean_line(value), MAX_NOTE)
}

fn limited(field: Field, value: String, max: usize) -> Result<String, Refusal> {
    if value.chars().count() > max {
        return Err(Refusal::TooLong { field, max });
    }
    Ok(value)
}

pub(super) fn needed(field: Field, value: String) -> Result<String, Refusal> {
    if value.is_empty() {
        return Err(Refusal::Empty(field));
    }
    Ok(value)
}

impl Act {
    /// The same act with another id for what it brings into the record, so that it can be done to another village too.
    #[must_use]
    pub fn with_id(mut self, fresh: Uuid) -> Self {
        match &mut self {
            Self::RecordPotential { id, .. } => *id = fresh,
            Self::Evidence(EvidenceAct::Claim(claim)) => claim.evidence = fresh,
            Self::Follow(FollowAct::RaiseBlocker(raised)) => raised.blocker = fresh,
            Self::Follow(FollowAct::PlanAction(planned)) => planned.action = fresh,
            _ => {}
        }
        self
    }

    /// The part of a village that the act is about: the aspect of the event that it becomes.
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        match self {
            Self::RecordPotential { .. }
            | Self::AmendPotential { .. }
            | Self::WithdrawPotential { .. } => Aspect::Potentials,
            Self::Choose { .. } | Self::CancelChoice { .. } | Self::RecordDecree { .. } => {
                Aspect::Decision
            }
            Self::DeclareStage { .. } | Self::SoldRaw { .. } => Aspect::Stage,
            Self::Evidence(_) => Aspect::Evidence,
            Self::Follow(_) => Aspect::Follow,
            Self::Makers(act) => match act {
                MakerAct::RecordProducer(_)
                | MakerAct::AmendProducer(_)
                | MakerAct::TurnProducer(_) => Aspect::Producers,
                MakerAct::CountWorkers(_) => Aspect::Workers,
                MakerAct::RecordMonth(_) => Aspect::Production,
                MakerAct::OpenChannel(_)
                | MakerAct::CloseChannel(_)
                | MakerAct::BeginAssistance(_)
                | MakerAct::EndAssistance(_) => Aspect::Market,
            },
            Self::Note { .. } => Aspect::Notes,
        }
    }

    /// The day that the act names by itself: what is said of a month belongs to its end, not to the day of the entry.
    #[must_use]
    pub fn own_day(&self, village: &Village, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Makers(MakerAct::RecordMonth(e)) => {
                let chosen = village.choice.as_ref().map(|c| c.on);
                Some(makers::day_of(e.month, chosen, today))
            }
            _ => None,
        }
    }

    /// Turns the act into the event that goes into the log.
    ///
    /// # Errors
    /// The [`Refusal`] that says which input is wrong and why; nothing is written then.
    pub fn check(
        &self,
        village: &Village,
        kind: Kind,
        on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Event, Refusal> {
        check_day(on, today)?;
        match self {
            Self::RecordPotential {
                id,
                name,
                group,
                source,
                note,
            } => {
                let name = needed(Field::Name, line(Field::Name, name)?)?;
                different_name(village, None, &name)?;
                Ok(Event::PotentialRecorded(PotentialRecorded {
                    potential: *id,
                    name,
                    group: *group,
                    source: clean(source)?,
                    note: passage(Field::Note, note)?,
                }))
            }
            Self::AmendPotential {
                potential,
                name,
                group,
                note,
                confirmed,
            } => {
                let now = village
                    .potential(*potential)
                    .ok_or(Refusal::UnknownPotential)?;
                let name = needed(Field::Name, line(Field::Name, name)?)?;
                let note = passage(Field::Note, note)?;
                different_name(village, Some(*potential), &name)?;
                let amended = PotentialAmended {
                    potential: *potential,
                    name: (name != now.name).then_some(name),
                    group: (*group != now.group).then_some(*group),
                    note: (note != now.note).then_some(note),
                    confirmed: *confirmed && !now.confirmed,
                };
                if amended.name.is_none()
                    && amended.group.is_none()
                    && amended.note.is_none()
                    && !amended.confirmed
                {
                    return Err(Refusal::NothingChanged);
                }
                Ok(Event::PotentialAmended(amended))
            }
            Self::WithdrawPotential { potential, reason } => {
                village
                    .potential(*potential)
                    .ok_or(Refusal::UnknownPotential)?;
                if let Some(choice) = village
                    .choice
                    .as_ref()
                    .filter(|c| c.potential == *potential)
                {
                    return Err(Refusal::IsChosen {
                        product: choice.product.clone(),
                    });
                }
                Ok(Event::PotentialWithdrawn(PotentialWithdrawn {
                    potential: *potential,
                    reason: needed(Field::Reason, passage(Field::Reason, reason)?)?,
                }))
            }
            Self::Choose {
                potential,
                product,
                forum,
                minutes,
                reason,
            } => choose(
                village, kind, on, *potential, product, *forum, minutes, reason,
            ),
            Self::CancelChoice { reason } => {
                ends(after_choice(village, on)?, on)?;
                Ok(Event::ChoiceCancelled(ChoiceCancelled {
                    reason: needed(Field::Reason, passage(Field::Reason, reason)?)?,
                }))
            }
            Self::RecordDecree { number } => {
                let choice = after_choice(village, on)?;
                let number = needed(Field::Number, line(Field::Number, number)?)?;
                match &choice.decree {
                    Some(now) if now.on > on => Err(Refusal::BeforeDecree {
                        number: now.number.clone(),
                        on: now.on,
                    }),
                    Some(now) if now.on == on && now.number == number => {
                        Err(Refusal::SameDecree { number })
                    }
                    _ => Ok(Event::DecreeRecorded(DecreeRecorded { number })),
                }
            }
            Self::DeclareStage { to, basis } => {
                let choice = after_choice(village, on)?;
                if choice.stage == *to {
                    return Err(Refusal::SameStage { stage: *to });
                }
                Ok(Event::StageDeclared(StageDeclared {
                    to: *to,
                    basis: needed(Field::Basis, passage(Field::Basis, basis)?)?,
                }))
            }
            Self::SoldRaw { raw, note } => {
                if village.sold_raw.as_ref().is_some_and(|s| s.raw == *raw) {
                    return Err(Refusal::SameRawSale { raw: *raw });
                }
                Ok(Event::SoldRaw(SoldRaw {
                    raw: *raw,
                    note: passage(Field::Note, note)?,
                }))
            }
            Self::Evidence(act) => act.check(village, on),
            Self::Follow(act) => act.check(&village.follow, on),
            Self::Makers(act) => act.check(village, on, today),
            Self::Note { text } => Ok(Event::Noted(Noted {
                text: needed(Field::Text, passage(Field::Text, text)?)?,
            })),
        }
    }
}

#[allow(clippy::too_many_arguments)] // the fields of one act, taken apart
fn choose(
    village: &Village,
    kind: Kind,
    on: NaiveDate,
    potential: Uuid,
    product: &str,
    forum: Forum,
    minutes: &str,
    reason: &str,
) -> Result<Event, Refusal> {
    if village.potentials.is_empty() {
        return Err(Refusal::NoPotential);
    }
    let chosen = village
        .potential(potential)
        .ok_or(Refusal::UnknownPotential)?;
    let product = line(Field::Product, product)?;
    let product = if product.is_empty() {
        chosen.name.clone()
    } else {
        product
    };
    if !fits(forum, kind) {
        return Err(Refusal::ForumOfOtherKind { forum, kind });
    }
    let reason = passage(Field::Reason, reason)?;
    let replaces = match &village.choice {
        None => match village.former.last() {
            Some(former) if on < former.until => {
                return Err(Refusal::BeforeFormerEnd {
                    until: former.until,
                });
            }
            _ => None,
        },
        Some(now) if on < now.on => return Err(Refusal::BeforeChoice { on: now.on }),
        Some(now) if now.product == product && now.potential == potential => {
            return Err(Refusal::SameProduct { product });
        }
        Some(now) if reason.is_empty() => {
            return Err(Refusal::ReplacementNeedsReason {
                product: now.product.clone(),
            });
        }
        Some(now) => {
            ends(now, on)?;
            Some(reason)
        }
    };
    Ok(Event::ProductChosen(ProductChosen {
        potential,
        product,
        group: chosen.group,
        forum,
        minutes: line(Field::Minutes, minutes)?,
        replaces,
    }))
}

/// The source in words that may be shown; an address in a public source is not left empty.
fn clean(source: &Source) -> Result<Source, Refusal> {
    Ok(match source {
        Source::Field => Source::Field,
        Source::Public { address, date } => Source::Public {
            address: needed(Field::Source, passage(Field::Source, address)?)?,
            date: line(Field::Source, date)?,
        },
    })
}

fn after_choice(village: &Village, on: NaiveDate) -> Result<&Choice, Refusal> {
    let choice = village.choice.as_ref().ok_or(Refusal::NoChoice)?;
    if on < choice.on {
        return Err(Refusal::BeforeChoice { on: choice.on });
    }
    Ok(choice)
}

/// Whether something can be said on this day of what was recorded for another.
fn not_before(recorded: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if on < recorded {
        return Err(Refusal::BeforeRecorded { on: recorded });
    }
    Ok(())
}

/// Whether a choice can end on this day.
fn ends(choice: &Choice, on: NaiveDate) -> Result<(), Refusal> {
    let latest = choice.latest();
    if on < latest {
        return Err(Refusal::BeforeItsLatest { on: latest });
    }
    Ok(())
}

fn different_name(village: &Village, except: Option<Uuid>, name: &str) -> Result<(), Refusal> {
    let key = text::search_key(name);
    match village
        .potentials
        .iter()
        .find(|p| Some(p.id) != except && text::search_key(&p.name) == key)
    {
        Some(same) => Err(Refusal::SamePotential {
            name: same.name.clone(),
        }),
        None => Ok(()),
    }
}

mod evidence;
mod follow;
mod making;
mod refusal;
#[cfg(test)]
mod tests;
