//! The forms about who makes the product, what they make, where it is sold, and who helps.

use chrono::NaiveDate;
use uuid::Uuid;

use super::value::{Pickable, Reads, Slot, Value};
use super::{Form, FormKind, Problem};
use crate::domain::act::{Field, MakerAct};
use crate::domain::event::{
    AssistanceBegun, AssistanceEnded, ChannelClosed, ChannelOpened, MonthRecorded, ProducerAmended,
    ProducerRecorded, ProducerTurned, WorkersCounted,
};
use crate::domain::follow::Office;
use crate::domain::makers::{self, Business, Makers, Outlet};
use crate::domain::month::Month;
use crate::domain::quantity::Quantity;
use crate::store::Card;
use crate::strings::Strings;

/// The inputs in which a number of heads stands.
const HEADS: [Field; 4] = [Field::Men, Field::Women, Field::Work, Field::Health];

fn known(card: &Card) -> Option<&Makers> {
    card.village.choice.as_ref().map(|c| &c.makers)
}

fn thing(id: Uuid, name: String) -> Pickable {
    Pickable::Thing { id: Some(id), name }
}

fn producers(card: &Card) -> Vec<Pickable> {
    let all = known(card).map_or(&[][..], |m| &m.producers);
    all.iter()
        .map(|p| thing(p.id, p.business.name.clone()))
        .collect()
}

/// Producers with whether they are at work.
fn producers_at_work(card: &Card, s: &Strings) -> Vec<Pickable> {
    let all = known(card).map_or(&[][..], |m| &m.producers);
    all.iter()
        .map(|p| {
            let state = s.makers.activity(p.stopped.is_none());
            thing(p.id, format!("{} ({state})", p.business.name))
        })
        .collect()
}

fn channels(card: &Card, s: &Strings) -> Vec<Pickable> {
    let all = known(card).map_or(&[][..], |m| &m.channels);
    all.iter()
        .filter(|c| c.ended.is_none())
        .map(|c| thing(c.id, s.makers.channel_name(c)))
        .collect()
}

fn assistance(card: &Card, s: &Strings, waiting: Option<bool>) -> Vec<Pickable> {
    let all = known(card).map_or(&[][..], |m| &m.assistance);
    all.iter()
        .filter(|a| a.ended.is_none() && waiting.is_none_or(|w| a.waiting == w))
        .map(|a| {
            let name = format!("{}: {}", s.programme.office(a.office), a.what);
            thing(a.id, name)
        })
        .collect()
}

/// With what is not said of a part before the parts.
fn or_not_itemised(mut all: Vec<Pickable>, s: &Strings) -> Vec<Pickable> {
    let name = s.makers.not_itemised().to_owned();
    all.insert(0, Pickable::Thing { id: None, name });
    all
}

fn business(known: Option<&Business>) -> Vec<Slot> {
    let number = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
    let form = known.map_or(makers::Form::Group, |b| b.form);
    let forms: Vec<Pickable> = makers::Form::ALL
        .iter()
        .copied()
        .map(Pickable::Form)
        .collect();
    let at = makers::Form::ALL.iter().position(|f| *f == form);
    let mut produced = Slot::optional_day(Field::Produced, Reads::Past);
    produced.set_text(
        known
            .and_then(|b| b.produced)
            .map_or_else(String::new, written),
    );
    vec![
        Slot::text(Field::Name, known.map_or("", |b| &b.name)),
        Slot::pick(Field::Form, forms, at.unwrap_or(0)),
        Slot::text(Field::Head, known.map_or("", |b| &b.head)),
        Slot::text(Field::Men, &number(known.and_then(|b| b.men))),
        Slot::text(Field::Women, &number(known.and_then(|b| b.women))),
        produced,
    ]
}

fn written(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

/// The inputs of one of these forms.
pub(super) fn slots(kind: FormKind, card: &Card, today: NaiveDate, s: &Strings) -> Vec<Slot> {
    let reason = || Slot::text(Field::Reason, "");
    match kind {
        FormKind::AddProducer => business(None),
        FormKind::AmendProducer => {
            let first = known(card).and_then(|m| m.producers.first());
            let mut slots = vec![Slot::pick(Field::Producer, producers(card), 0)];
            slots.extend(business(first.map(|p| &p.business)));
            slots
        }
        FormKind::TurnProducer => vec![
            Slot::pick(Field::Producer, producers_at_work(card, s), 0),
            reason(),
        ],
        FormKind::CountWorkers => HEADS.map(|field| Slot::text(field, "")).into(),
        FormKind::RecordMonth => {
            let month = Month::of(today).back(1).first_day();
            let unit = known(card).and_then(|m| m.months.last());
            vec![
                Slot::text(Field::Month, &month.format("%Y-%m").to_string()),
                Slot::text(Field::Volume, ""),
                Slot::text(Field::Unit, unit.map_or("", |m| &m.unit)),
                Slot::text(Field::Turnover, ""),
                Slot::pick(Field::Channel, or_not_itemised(channels(card, s), s), 0),
                Slot::pick(Field::Producer, or_not_itemised(producers(card), s), 0),
            ]
        }
        FormKind::OpenChannel => {
            let all = Outlet::ALL.iter().copied().map(Pickable::Outlet);
            vec![
                Slot::pick(Field::Outlet, all.collect(), 0),
                Slot::text(Field::Name, ""),
            ]
        }
        FormKind::CloseChannel => {
            vec![Slot::pick(Field::Channel, channels(card, s), 0), reason()]
        }
        FormKind::BeginAssistance => {
            let waiting = assistance(card, s, Some(true));
            let mut slots = Vec::new();
            if !waiting.is_empty() {
                let name = s.makers.new_assistance().to_owned();
                let mut all = waiting;
                all.push(Pickable::Thing { id: None, name });
                slots.push(Slot::pick(Field::Assistance, all, 0));
            }
            let offices = Office::ALL.iter().copied().map(Pickable::Office);
            let yes_no = vec![Pickable::Yes(true), Pickable::Yes(false)];
            slots.extend([
                Slot::pick(Field::Office, offices.collect(), 0),
                Slot::text(Field::Help, ""),
                Slot::pick(Field::Waiting, yes_no, 1),
            ]);
            slots
        }
        _ => vec![
            Slot::pick(Field::Assistance, assistance(card, s, None), 0),
            Slot::text(Field::Handover, ""),
            Slot::text(Field::Note, ""),
        ],
    }
}

impl Form {
    fn picked_id(&self, field: Field) -> Option<Uuid> {
        match self.picked(field) {
            Some(Pickable::Thing { id, .. }) => *id,
            _ => None,
        }
    }

    fn number_in(&self, field: Field) -> Option<Quantity> {
        Quantity::parse(&self.text_of(field))
    }

    fn heads_in(&self, field: Field) -> Option<u32> {
        let whole = self.number_in(field)?.as_whole()?;
        u32::try_from(whole).ok()
    }

    fn month_in(&self, today: NaiveDate) -> Option<Month> {
        Month::parse(&self.text_of(Field::Month), today)
    }

    fn business(&self, today: NaiveDate) -> Business {
        Business {
            name: self.text_of(Field::Name),
            form: match self.picked(Field::Form) {
                Some(Pickable::Form(form)) => *form,
                _ => makers::Form::Group,
            },
            head: self.text_of(Field::Head),
            men: self.heads_in(Field::Men),
            women: self.heads_in(Field::Women),
            produced: self.day_of(Field::Produced, today),
        }
    }

    pub(super) fn maker_act(&self, today: NaiveDate) -> MakerAct {
        match self.kind {
            FormKind::AddProducer => MakerAct::RecordProducer(ProducerRecorded {
                producer: self.fresh,
                business: self.business(today),
            }),
            FormKind::AmendProducer => MakerAct::AmendProducer(ProducerAmended {
                producer: self.picked_id(Field::Producer).unwrap_or_default(),
                business: self.business(today),
            }),
            FormKind::TurnProducer => {
                let producer = self.picked_id(Field::Producer).unwrap_or_default();
                let stopped = known(&self.card)
                    .and_then(|m| m.producer(producer))
                    .is_some_and(|p| p.stopped.is_some());
                MakerAct::TurnProducer(ProducerTurned {
                    producer,
                    active: stopped,
                    reason: self.text_of(Field::Reason),
                })
            }
            FormKind::CountWorkers => MakerAct::CountWorkers(WorkersCounted {
                men: self.heads_in(Field::Men).unwrap_or_default(),
                women: self.heads_in(Field::Women).unwrap_or_default(),
                work: self.heads_in(Field::Work),
                health: self.heads_in(Field::Health),
            }),
            FormKind::RecordMonth => MakerAct::RecordMonth(MonthRecorded {
                month: self.month_in(today).unwrap_or_else(|| Month::of(today)),
                volume: self.number_in(Field::Volume),
                unit: self.text_of(Field::Unit),
                turnover: self.number_in(Field::Turnover).and_then(Quantity::as_whole),
                channel: self.picked_id(Field::Channel),
                producer: self.picked_id(Field::Producer),
            }),
            FormKind::OpenChannel => MakerAct::OpenChannel(ChannelOpened {
                channel: self.fresh,
                outlet: match self.picked(Field::Outlet) {
                    Some(Pickable::Outlet(outlet)) => *outlet,
                    _ => Outlet::Other,
                },
                name: self.text_of(Field::Name),
            }),
            FormKind::CloseChannel => MakerAct::CloseChannel(ChannelClosed {
                channel: self.picked_id(Field::Channel).unwrap_or_default(),
                reason: self.text_of(Field::Reason),
            }),
            FormKind::BeginAssistance => MakerAct::BeginAssistance(self.begun()),
            _ => MakerAct::EndAssistance(AssistanceEnded {
                assistance: self.picked_id(Field::Assistance).unwrap_or_default(),
                handover: self.text_of(Field::Handover),
                note: self.text_of(Field::Note),
            }),
        }
    }

    /// One that waits begins as it was asked for; a new one as it is typed.
    fn begun(&self) -> AssistanceBegun {
        let waits = self.picked_id(Field::Assistance).and_then(|id| {
            let all = known(&self.card).map_or(&[][..], |m| &m.assistance);
            all.iter().find(|a| a.id == id)
        });
        match waits {
            Some(known) => AssistanceBegun {
                assistance: known.id,
                office: known.office,
                what: known.what.clone(),
                waiting: false,
            },
            None => AssistanceBegun {
                assistance: self.fresh,
                office: match self.picked(Field::Office) {
                    Some(Pickable::Office(office)) => *office,
                    _ => Office::Other,
                },
                what: self.text_of(Field::Help),
                waiting: self.picked(Field::Waiting) == Some(&Pickable::Yes(true)),
            },
        }
    }

    /// A number or month that cannot be read.
    pub(super) fn unreadable(&self, today: NaiveDate) -> Option<Problem> {
        let wrong = |field: Field, text: &str| match field {
            Field::Month => Month::parse(text, today).is_none(),
            _ if text.trim().is_empty() => false,
            Field::Volume => Quantity::parse(text).is_none(),
            Field::Turnover => Quantity::parse(text).and_then(Quantity::as_whole).is_none(),
            field if HEADS.contains(&field) => self.heads_in(field).is_none(),
            _ => false,
        };
        self.slots.iter().find_map(|slot| match &slot.value {
            Value::Text(input) if wrong(slot.field, input.value()) => Some(match slot.field {
                Field::Month => Problem::BadMonth,
                field => Problem::BadNumber(field),
            }),
            _ => None,
        })
    }

    /// Another producer was picked: an amendment starts from what is known of it.
    pub(super) fn fill_from_producer(&mut self) {
        let id = self.picked_id(Field::Producer).unwrap_or_default();
        let Some(producer) = known(&self.card).and_then(|m| m.producer(id)) else {
            return;
        };
        for new in business(Some(&producer.business)) {
            if let Some(slot) = self.slots.iter_mut().find(|s| s.field == new.field) {
                *slot = new;
            }
        }
    }
}
