//! The event desk's questions.

use chrono::NaiveDate;
use uuid::Uuid;

use super::StoreWorker;
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::domain::occasion::{Guest, OccasionAct};
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
        let (act, contact) = match deed.clone() {
            EventDeed::Plan(plan) => (OccasionAct::Plan(plan), None),
            EventDeed::Change(plan) => (OccasionAct::Amend(plan), None),
            EventDeed::Arrive {
                id,
                guest,
                contact,
                anyway,
            } => {
                let arrive = OccasionAct::Arrive {
                    id,
                    guest,
                    at,
                    anyway,
                };
                (arrive, contact)
            }
            EventDeed::Correct { id, guest, contact } => {
                let known = self.store.contacts(event)?.remove(&id).unwrap_or_default();
                let contact = contact.map(|typed| known.corrected(Some(&typed.phone), None));
                (OccasionAct::AmendGuest { id, guest }, contact)
            }
            EventDeed::Strike { id, reason } => (OccasionAct::WithdrawGuest { id, reason }, None),
            EventDeed::Close => (OccasionAct::Close { at }, None),
        };
        let request = OccasionRequest {
            occasion: event,
            act,
            seen,
            contact,
        };
        let (written, apart) = self.store.occasion_act_on(&stamp, request, stamp.today)?;
        if let Some(apart) = apart {
            self.note_own(&apart);
        }
        self.note_own(&written);
        Ok(written)
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
