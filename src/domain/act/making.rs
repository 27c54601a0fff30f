//! Acts on producers, workers, months, channels and assistance: all about the chosen product.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Field, Refusal, after_choice, line, needed, not_before, passage};
use crate::domain::event::Event;
use crate::domain::makers::{
    AssistanceBegun, AssistanceEnded, Business, ChannelClosed, ChannelOpened, Makers,
    MonthRecorded, Producer, ProducerAmended, ProducerRecorded, ProducerTurned, WorkersCounted,
};
use crate::domain::month::Month;
use crate::domain::text;
use crate::domain::village::Village;

/// One act on who makes the product, what they make, where it is sold, and who helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MakerAct {
    RecordProducer(ProducerRecorded),
    AmendProducer(ProducerAmended),
    TurnProducer(ProducerTurned),
    CountWorkers(WorkersCounted),
    RecordMonth(MonthRecorded),
    OpenChannel(ChannelOpened),
    CloseChannel(ChannelClosed),
    BeginAssistance(AssistanceBegun),
    EndAssistance(AssistanceEnded),
}

impl MakerAct {
    /// Turns the act into its event; the day itself has been checked.
    ///
    /// # Errors
    /// The [`Refusal`] that says what is wrong.
    pub(super) fn check(
        &self,
        village: &Village,
        on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Event, Refusal> {
        let makers = &after_choice(village, on)?.makers;
        Ok(match self {
            Self::RecordProducer(e) => {
                let business = business(&e.business, today)?;
                different_name(makers, e.producer, &business.name)?;
                Event::ProducerRecorded(ProducerRecorded {
                    producer: e.producer,
                    business,
                })
            }
            Self::AmendProducer(e) => {
                let known = producer(makers, e.producer, on)?;
                let business = business(&e.business, today)?;
                different_name(makers, e.producer, &business.name)?;
                if known.business == business {
                    return Err(Refusal::NothingChanged);
                }
                Event::ProducerAmended(ProducerAmended {
                    producer: e.producer,
                    business,
                })
            }
            Self::TurnProducer(e) => {
                let known = producer(makers, e.producer, on)?;
                if known.stopped.is_none() == e.active {
                    return Err(Refusal::SameActivity { active: e.active });
                }
                Event::ProducerTurned(ProducerTurned {
                    reason: needed(Field::Reason, passage(Field::Reason, &e.reason)?)?,
                    ..e.clone()
                })
            }
            Self::CountWorkers(e) => {
                let all = e.all();
                for (field, members) in [(Field::Work, e.work), (Field::Health, e.health)] {
                    if members.is_some_and(|n| n > all) {
                        return Err(Refusal::MoreThanWorkers { field, all });
                    }
                }
                Event::WorkersCounted(e.clone())
            }
            Self::RecordMonth(e) => Event::MonthRecorded(month(makers, e, today)?),
            Self::OpenChannel(e) => {
                let name = line(Field::Outlet, &e.name)?;
                let key = text::search_key(&name);
                let same = makers.channels.iter().any(|c| {
                    c.ended.is_none() && c.outlet == e.outlet && text::search_key(&c.name) == key
                });
                if same {
                    return Err(Refusal::SameChannel);
                }
                Event::ChannelOpened(ChannelOpened { name, ..e.clone() })
            }
            Self::CloseChannel(e) => {
                let mut open = makers.channels.iter().filter(|c| c.ended.is_none());
                let found = open.find(|c| c.id == e.channel);
                not_before(found.ok_or(Refusal::UnknownChannel)?.since, on)?;
                Event::ChannelClosed(ChannelClosed {
                    reason: needed(Field::Reason, passage(Field::Reason, &e.reason)?)?,
                    ..e.clone()
                })
            }
            Self::BeginAssistance(e) => {
                if let Some(known) = makers.assistance.iter().find(|a| a.id == e.assistance) {
                    if !known.waiting || known.ended.is_some() {
                        return Err(Refusal::UnknownAssistance);
                    }
                    not_before(known.since, on)?;
                }
                Event::AssistanceBegun(AssistanceBegun {
                    what: needed(Field::Help, passage(Field::Help, &e.what)?)?,
                    ..e.clone()
                })
            }
            Self::EndAssistance(e) => {
                let mut open = makers.assistance.iter().filter(|a| a.ended.is_none());
                let found = open.find(|a| a.id == e.assistance);
                not_before(found.ok_or(Refusal::UnknownAssistance)?.since, on)?;
                Event::AssistanceEnded(AssistanceEnded {
                    handover: line(Field::Handover, &e.handover)?,
                    note: passage(Field::Note, &e.note)?,
                    ..e.clone()
                })
            }
        })
    }
}

fn business(said: &Business, today: NaiveDate) -> Result<Business, Refusal> {
    if said.produced.is_some_and(|day| day > today) {
        return Err(Refusal::ProducedLater { today });
    }
    Ok(Business {
        name: needed(Field::Producer, line(Field::Producer, &said.name)?)?,
        head: line(Field::Head, &said.head)?,
        ..said.clone()
    })
}

fn producer(makers: &Makers, id: Uuid, on: NaiveDate) -> Result<&Producer, Refusal> {
    let known = makers.producer(id).ok_or(Refusal::UnknownProducer)?;
    not_before(known.latest, on)?;
    Ok(known)
}

fn different_name(makers: &Makers, except: Uuid, name: &str) -> Result<(), Refusal> {
    let key = text::search_key(name);
    let same = |p: &&Producer| p.id != except && text::search_key(&p.business.name) == key;
    match makers.producers.iter().find(same) {
        Some(same) => Err(Refusal::SameProducer {
            name: same.business.name.clone(),
        }),
        None => Ok(()),
    }
}

fn month(makers: &Makers, e: &MonthRecorded, today: NaiveDate) -> Result<MonthRecorded, Refusal> {
    if e.month > Month::of(today) {
        return Err(Refusal::MonthToCome);
    }
    if e.month.year() < super::EARLIEST_YEAR {
        return Err(Refusal::TooEarly {
            year: super::EARLIEST_YEAR,
        });
    }
    if e.volume.is_none() && e.turnover.is_none() {
        return Err(Refusal::Empty(Field::Volume));
    }
    if e.channel.is_some_and(|id| makers.channel(id).is_none()) {
        return Err(Refusal::UnknownChannel);
    }
    if e.producer.is_some_and(|id| makers.producer(id).is_none()) {
        return Err(Refusal::UnknownProducer);
    }
    let unit = line(Field::Unit, &e.unit)?;
    if e.volume.is_some_and(|v| !v.is_zero()) && unit.is_empty() {
        return Err(Refusal::Empty(Field::Unit));
    }
    Ok(MonthRecorded { unit, ..e.clone() })
}
