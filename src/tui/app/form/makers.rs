//! The forms about who makes the product, what they make, where it is sold, and who helps.

use chrono::NaiveDate;
use uuid::Uuid;

use super::value::{Pickable, Reads, Slot};
use super::{Form, FormKind, Problem};
use crate::domain::act::{Field, MakerAct, Refusal};
use crate::domain::event::{
    AssistanceBegun, AssistanceEnded, ChannelClosed, ChannelOpened, MonthRecorded, ProducerAmended,
    ProducerRecorded, ProducerTurned, WorkersCounted,
};
use crate::domain::follow::Office;
use crate::domain::makers::{self, Business, Makers, Outlet, Workers};
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

fn new_assistance() -> Vec<Slot> {
    let offices = Office::ALL.iter().copied().map(Pickable::Office);
    let yes_no = vec![Pickable::Yes(true), Pickable::Yes(false)];
    vec![
        Slot::pick(Field::Office, offices.collect(), 0),
        Slot::text(Field::Help, ""),
        Slot::pick(Field::Waiting, yes_no, 1),
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
        FormKind::CountWorkers => {
            // Who works there changes little from one check of the insurances to the next.
            let counted = known(card).and_then(|m| m.workers.as_ref());
            let number =
                |of: fn(&Workers) -> u32| counted.map_or_else(String::new, |w| of(w).to_string());
            vec![
                Slot::suggested(Field::Men, &number(|w| w.men)),
                Slot::suggested(Field::Women, &number(|w| w.women)),
                Slot::text(Field::Work, ""),
                Slot::text(Field::Health, ""),
            ]
        }
        FormKind::RecordMonth => {
            let month = Month::of(today).back(1).first_day();
            let unit = known(card).and_then(|m| m.months.last());
            vec![
                Slot::suggested(Field::Month, &month.format("%Y-%m").to_string()),
                Slot::text(Field::Volume, ""),
                Slot::suggested(Field::Unit, unit.map_or("", |m| &m.unit)),
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
            let mut waiting = assistance(card, s, Some(true));
            if waiting.is_empty() {
                return new_assistance();
            }
            let name = s.makers.new_assistance().to_owned();
            waiting.push(Pickable::Thing { id: None, name });
            vec![Slot::pick(Field::Assistance, waiting, 0)]
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

    fn rupiah(&self) -> Option<u64> {
        self.number_in(Field::Turnover)?.as_whole()
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
                turnover: self.rupiah(),
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
        self.slots.iter().find_map(|slot| {
            let field = slot.field;
            let read = match field {
                Field::Month => return self.month_in(today).is_none().then_some(Problem::BadMonth),
                Field::Volume => self.number_in(field).is_some(),
                Field::Turnover => self.rupiah().is_some(),
                _ if HEADS.contains(&field) => self.heads_in(field).is_some(),
                _ => true,
            };
            let is_typed = !slot.value.typed()?.trim().is_empty();
            (is_typed && !read).then_some(Problem::BadNumber(field))
        })
    }

    /// Workers whom nobody counted are no zero workers.
    pub(super) fn uncounted(&self) -> Option<Problem> {
        let asked = [Field::Men, Field::Women].into_iter();
        let mut empty = asked.filter(|field| self.text_of(*field).trim().is_empty());
        let first = empty
            .next()
            .filter(|_| self.kind == FormKind::CountWorkers)?;
        Some(Problem::Refused(Refusal::Empty(first)))
    }

    /// What is known already of the month, channel and producer that are typed; saving replaces it.
    #[must_use]
    pub fn replaced_month(&self, today: NaiveDate) -> Option<&MonthRecorded> {
        if self.kind != FormKind::RecordMonth || self.month_in(today).is_none() {
            return None;
        }
        let MakerAct::RecordMonth(typed) = self.maker_act(today) else {
            return None;
        };
        let mut known = known(&self.card)?.months.iter();
        known.find(|m| typed.replaces(m))
    }

    /// How a number or month that is typed short was read.
    #[must_use]
    pub fn read_back(&self, field: Field, today: NaiveDate, s: &Strings) -> Option<String> {
        match field {
            Field::Month => self.month_in(today).map(|m| s.makers.month(m)),
            Field::Volume => self.number_in(field).map(|n| s.makers.quantity(n)),
            Field::Turnover => self.rupiah().map(|n| s.makers.money(n)),
            _ => None,
        }
    }

    /// Of an assistance that waits office and purpose are known; they are asked of a new one only.
    pub(super) fn ask_of_new_assistance(&mut self) {
        let is_new = self.picked_id(Field::Assistance).is_none();
        let asks = self.slots.iter().any(|s| s.field == Field::Help);
        if is_new && !asks {
            self.slots.splice(1..1, new_assistance());
        } else if !is_new {
            self.slots
                .retain(|s| matches!(s.field, Field::Assistance | Field::Date));
        }
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
