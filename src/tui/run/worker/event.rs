//! The event desk's questions.

use chrono::NaiveDate;
use uuid::Uuid;

use super::StoreWorker;
use crate::domain::act::Refusal;
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::domain::occasion::{Contact, Guest, Number, OccasionAct, OccasionRefusal, Phase};
use crate::store::{Error, OccasionQuery, OccasionRequest, Store, Written};
use crate::tui::app::msg::Answer;
use crate::tui::app::reception::{EventAnswer, EventAsk, EventDeed, Hall, Here};

/// So many of the latest events are listed.
const LISTED: u32 = 200;

impl StoreWorker {
    pub(super) fn event(&mut self, ask: &EventAsk) -> Result<Answer, Error> {
        let store = self.shown();
        Ok(Answer::Event(match ask {
            EventAsk::List => EventAnswer::List(store.occasions(&OccasionQuery {
                meetings: Some(false),
                limit: LISTED,
                ..OccasionQuery::default()
            })?),
            EventAsk::Hall(id) => EventAnswer::Hall(*id, hall(store, *id)?),
            EventAsk::Here(village) => EventAnswer::Here(here(store, village, self.day())?),
            EventAsk::NoProduct => {
                let regencies = store.regencies()?.into_iter();
                let groups = regencies.map(|regency| {
                    let kecamatan = store.kecamatan(&regency.code)?;
                    Ok((regency, kecamatan))
                });
                EventAnswer::NoProduct(store.tally(None)?, groups.collect::<Result<_, Error>>()?)
            }
            EventAsk::Act {
                batch,
                event,
                deed,
                seen,
            } => {
                return self
                    .event_act(*batch, *event, deed, *seen)
                    .map(Answer::Done);
            }
        }))
    }

    fn event_act(
        &mut self,
        batch: Uuid,
        event: Uuid,
        deed: &EventDeed,
        seen: Option<i64>,
    ) -> Result<Written, Error> {
        let stamp = self.stamp(batch);
        let at = stamp.now;
        let mut acts = Vec::new();
        let mut contact = None;
        match deed.clone() {
            EventDeed::Plan(plan) => acts.push(OccasionAct::Plan(plan)),
            EventDeed::Change(plan) => acts.push(OccasionAct::Amend(plan)),
            EventDeed::Arrive {
                id,
                guest,
                contact: known,
                anyway,
            } => {
                let arrive = OccasionAct::Arrive {
                    id,
                    guest,
                    at,
                    anyway,
                };
                let is_well_told = known.as_ref().is_none_or(|c| c.checked().is_ok());
                if is_well_told {
                    self.begin_event(event, &arrive)?;
                }
                contact = known;
                acts.push(arrive);
            }
            EventDeed::Correct {
                id,
                guest,
                contact: typed,
            } => {
                contact = match typed {
                    Some(typed) => Some(self.with_known(event, id, typed)?),
                    None => None,
                };
                acts.push(OccasionAct::AmendGuest { id, guest });
            }
            EventDeed::Strike { id, reason } => {
                acts.push(OccasionAct::WithdrawGuest { id, reason });
            }
            EventDeed::Close => {
                let held = self.store.occasion(event)?;
                // An event that nobody opened is opened with its end.
                if held.is_some_and(|h| h.occasion.phase < Phase::Open) {
                    acts.push(OccasionAct::Open { at });
                }
                acts.push(OccasionAct::Close { at });
            }
        }
        let last = acts.len().saturating_sub(1);
        let requests: Vec<OccasionRequest> = acts
            .into_iter()
            .enumerate()
            .map(|(n, act)| OccasionRequest {
                occasion: event,
                act,
                seen,
                contact: contact.clone().filter(|_| n == last),
            })
            .collect();
        let written = match self.store.occasion_act(&stamp, &requests) {
            // Somebody at another desk came first.
            Err(Error::Refused(Refusal::Occasion(OccasionRefusal::IsOpen)))
                if requests.len() > 1 =>
            {
                self.store.occasion_act(&stamp, &requests[1..])?
            }
            written => written?,
        };
        self.note_own(&written);
        Ok(written)
    }

    /// The first who comes on the day opens the event, for all desks: in a batch of its own, so that who takes back the
    /// entry does not take back the opening.
    fn begin_event(&mut self, event: Uuid, arrive: &OccasionAct) -> Result<(), Error> {
        let stamp = self.stamp(Uuid::now_v7());
        let Some(held) = self.store.occasion(event)? else {
            return Ok(());
        };
        let o = &*held.occasion;
        // A meeting is opened by its chair.
        let begins =
            !o.plan.sort.is_meeting() && o.phase < Phase::Open && o.plan.day <= stamp.today;
        let number = |year| o.number.unwrap_or(Number { year, n: 1 });
        // An entry that is refused opens nothing.
        if !begins || arrive.check(Some(o), number).is_err() {
            return Ok(());
        }
        let deed = OccasionRequest {
            occasion: event,
            act: OccasionAct::Open { at: stamp.now },
            seen: None,
            contact: None,
        };
        match self.store.occasion_act(&stamp, &[deed]) {
            Err(Error::Refused(Refusal::Occasion(OccasionRefusal::IsOpen))) => Ok(()),
            written => {
                self.note_own(&written?);
                Ok(())
            }
        }
    }

    /// A telephone number that is corrected leaves what else is known of the person.
    fn with_known(&self, event: Uuid, guest: Uuid, typed: Contact) -> Result<Contact, Error> {
        let known = self.store.contacts(event)?.remove(&guest);
        Ok(Contact {
            nik: known.unwrap_or_default().nik,
            ..typed
        })
    }
}

/// Who of a village is where; of the occasions at which nobody of it is only those that it is expected at.
fn here(store: &Store, village: &Code, day: NaiveDate) -> Result<Here, Error> {
    let mut at = store.here(village, day)?;
    let mut unexpected = Vec::new();
    for (brief, people) in &at {
        if people.is_empty()
            && let Some(held) = store.occasion(brief.id)?
            && !store
                .expected(&held.occasion)?
                .iter()
                .any(|p| p.code == *village)
        {
            unexpected.push(brief.id);
        }
    }
    at.retain(|(brief, _)| !unexpected.contains(&brief.id));
    Ok(Here {
        village: village.clone(),
        at,
    })
}

/// An event with the names of all villages that it is about.
pub(super) fn hall(store: &Store, id: Uuid) -> Result<Option<Hall>, Error> {
    let Some(held) = store.occasion(id)? else {
        return Ok(None);
    };
    let expected = store.expected(&held.occasion)?;
    let guests = held.occasion.guests.iter().map(|g| &g.guest);
    let unexpected = |guest: &Guest| {
        let code = guest.village.clone()?;
        (!expected.iter().any(|p| p.code == code)).then_some(code)
    };
    let mut others: Vec<Place> = Vec::new();
    for code in guests.filter_map(unexpected) {
        if !others.iter().any(|p| p.code == code) {
            others.extend(store.place(&code)?);
        }
    }
    Ok(Some(Hall::new(
        held.occasion,
        held.last_seq,
        &expected,
        others,
    )))
}
