//! Acts at occasions go into the log: checked, in one transaction, once.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::{OccasionRequest, contact, kept, series};
use crate::domain::act::{Act, FollowAct, Refusal, check_day};
use crate::domain::code::Code;
use crate::domain::event::{ActionPlanned, Event, Recorded};
use crate::domain::follow::Outcome;
use crate::domain::occasion::{
    Amended, Happening, Implied, Occasion, OccasionAct, OccasionRefusal, Phase, Plan, Promise,
    Topic, day_of,
};
use crate::domain::people::Permission;
use crate::domain::village::in_force;
use crate::store::error::{Error, InnerError};
use crate::store::{ActRequest, Stamp, Store, Written, append, permit, read, region, row};

impl Store {
    /// Appends what a person did at occasions, all of it or nothing. Later requests see what earlier ones did. The promises
    /// of a decision go into the village's stream in the same batch, and so does the end of the promises that they go on
    /// with.
    ///
    /// A batch that the log holds already is not written again.
    ///
    /// # Errors
    /// [`Error::Refused`] when a rule forbids one of the requests, [`Error::Conflict`] when somebody did something meanwhile
    /// that makes what the writer saw out of date, [`Error::UnknownVillage`], and whatever keeps the file from being
    /// written.
    pub fn occasion_act(
        &mut self,
        stamp: &Stamp,
        requests: &[OccasionRequest],
    ) -> Result<Written, Error> {
        let origin = self.origin;
        // A telephone number that is corrected is overwritten too.
        let personal = requests.iter().any(|d| d.contact.is_some());
        if personal {
            self.overwriting(true)?;
        }
        let written = self.write(|conn| {
            append::once(conn, stamp, || {
                act(conn, stamp, origin, requests, &|_| append::fresh_id(stamp))
            })
        });
        if personal {
            self.overwriting(false)?;
        }
        written
    }

    /// Appends one act as [`Store::occasion_act`] does, and before it what it takes along on the day `on`
    /// ([`OccasionAct::implies`]). Returns what was written of the act, and what was written apart from it.
    ///
    /// # Errors
    /// As [`Store::occasion_act`].
    pub fn occasion_act_on(
        &mut self,
        stamp: &Stamp,
        request: OccasionRequest,
        on: NaiveDate,
    ) -> Result<(Written, Option<Written>), Error> {
        let known = self.occasion(request.occasion)?;
        let contact = request.contact.as_ref();
        let implied = known.and_then(|o| request.act.implies(&o.occasion, contact, on));
        let mut requests = vec![request];
        let Some(Implied { act, apart }) = implied else {
            return Ok((self.occasion_act(stamp, &requests)?, None));
        };
        let first = OccasionRequest {
            occasion: requests[0].occasion,
            act,
            seen: requests[0].seen.filter(|_| !apart),
            contact: None,
        };
        let is_open = |e: &Error| {
            let open = Refusal::Occasion(OccasionRefusal::IsOpen);
            matches!(e, Error::Refused(why) if *why == open)
        };
        if !apart {
            requests.insert(0, first);
            let written = match self.occasion_act(stamp, &requests) {
                // Somebody at another desk came first.
                Err(e) if is_open(&e) => self.occasion_act(stamp, &requests[1..]),
                written => written,
            };
            return Ok((written?, None));
        }
        let own = Stamp {
            batch: append::fresh_id(stamp),
            ..stamp.clone()
        };
        let opened = match self.occasion_act(&own, &[first]) {
            Err(e) if is_open(&e) => None,
            opened => Some(opened?),
        };
        Ok((self.occasion_act(stamp, &requests)?, opened))
    }

    /// Ends a promise about a topic of a meeting, or of one before it in its series, and promises its rest where a part of
    /// it is left. That is possible after the minutes are final too: what becomes of a promise is no part of them.
    ///
    /// # Errors
    /// As [`Store::occasion_act`].
    pub fn close_promise(
        &mut self,
        stamp: &Stamp,
        occasion: Uuid,
        acts: &[FollowAct],
    ) -> Result<Written, Error> {
        let origin = self.origin;
        self.write(|conn| {
            append::once(conn, stamp, || {
                let id = |_| append::fresh_id(stamp);
                let mut writer = Writer::new(conn, stamp, origin, &id);
                for act in acts {
                    let stream = match (act, Occasion::fold(writer.stream(occasion)?)) {
                        (FollowAct::CloseAction { action, .. }, Some(o)) => {
                            series::holder(conn, &o, *action)?.unwrap_or(occasion)
                        }
                        _ => occasion,
                    };
                    writer.follow(stream, act, stamp.today)?;
                }
                writer.finish()
            })
        })
    }
}

/// Checks and appends requests, and brings the lines of their occasions up to date. `id` names the n-th event.
pub(in crate::store) fn act(
    conn: &Connection,
    stamp: &Stamp,
    origin: Uuid,
    requests: &[OccasionRequest],
    id: &dyn Fn(usize) -> Uuid,
) -> Result<Vec<Recorded>, InnerError> {
    let mut writer = Writer::new(conn, stamp, origin, id);
    for request in requests {
        writer.request(request)?;
    }
    writer.finish()
}

/// One batch on its way into the log.
struct Writer<'a> {
    conn: &'a Connection,
    stamp: &'a Stamp,
    origin: Uuid,
    id: &'a dyn Fn(usize) -> Uuid,
    streams: HashMap<Uuid, Vec<Recorded>>,
    written: Vec<Recorded>,
}

impl<'a> Writer<'a> {
    fn new(
        conn: &'a Connection,
        stamp: &'a Stamp,
        origin: Uuid,
        id: &'a dyn Fn(usize) -> Uuid,
    ) -> Self {
        Self {
            conn,
            stamp,
            origin,
            id,
            streams: HashMap::new(),
            written: Vec::new(),
        }
    }

    fn finish(self) -> Result<Vec<Recorded>, InnerError> {
        for (id, stream) in &self.streams {
            kept::project(self.conn, *id, stream)?;
        }
        Ok(self.written)
    }

    fn stream(&mut self, occasion: Uuid) -> Result<&mut Vec<Recorded>, InnerError> {
        use std::collections::hash_map::Entry;
        Ok(match self.streams.entry(occasion) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(row::stream(self.conn, &occasion.to_string())?),
        })
    }

    fn append(&mut self, occasion: Uuid, event: Event, on: NaiveDate) -> Result<(), InnerError> {
        let id = (self.id)(self.written.len());
        let name = occasion.to_string();
        let recorded = append::append(self.conn, self.stamp, self.origin, &name, event, on, id)?;
        self.stream(occasion)?.push(recorded.clone());
        self.written.push(recorded);
        Ok(())
    }

    fn request(&mut self, request: &OccasionRequest) -> Result<(), InnerError> {
        let (conn, stamp) = (self.conn, self.stamp);
        permit::at_occasion(conn, &stamp.actor, request.occasion, &request.act)?;
        let stream = self.stream(request.occasion)?;
        // Looked at before the act is checked: where the ground has moved, the conflict is the news.
        if let Some(seen) = request.seen
            && let Some(theirs) = request.act.upset(stream, seen, stamp.batch)
        {
            return Err(Error::Conflict(Box::new(theirs.clone())).into());
        }
        let state = Occasion::fold(stream);
        let number = match (&request.act, &state) {
            (OccasionAct::Freeze(_), Some(o)) => {
                use chrono::Datelike as _;
                Some(kept::number(conn, stream, o.plan.day.year())?)
            }
            _ => None,
        };
        places_are_known(conn, &request.act)?;
        let contact = request.contact.as_ref().map(|c| c.checked());
        let contact = contact.transpose().map_err(Refusal::from)?;
        let fallback = |year| crate::domain::occasion::Number { year, n: 1 };
        let checked = request
            .act
            .check(state.as_ref(), |year| number.unwrap_or(fallback(year)));
        let guest = match &request.act {
            OccasionAct::Arrive { id, .. } | OccasionAct::AmendGuest { id, .. } => Some(*id),
            _ => None,
        };
        let mut new_contact = false;
        if let (Some(guest), Some(contact)) = (guest, &contact)
            && (checked.is_ok() || is_unchanged(&checked))
        {
            new_contact = contact::put(conn, request.occasion, guest, contact)?;
        }
        let happening = match checked {
            // Only the telephone number is another one, and that stands beside the log.
            Err(_) if new_contact => return permit::may(conn, &stamp.actor, &Permission::Common),
            checked => checked?,
        };
        let on = on(&request.act, state.as_ref(), stamp.today);
        check_day(on, stamp.today)?;
        self.append(request.occasion, Event::Occasion(happening), on)?;
        if let (OccasionAct::Freeze(topics), Some(o)) = (&request.act, &state) {
            self.choose_series(o, topics, on)?;
        }
        if let (OccasionAct::Decide { item, promises, .. }, Some(o)) = (&request.act, &state) {
            let village = o.item(*item).and_then(|i| i.topic.village.clone());
            self.promise(o, village.as_ref(), promises, on)?;
        }
        Ok(())
    }

    /// Where nobody chose the series of a meeting, its agenda does.
    fn choose_series(
        &mut self,
        occasion: &Occasion,
        topics: &[Topic],
        on: NaiveDate,
    ) -> Result<(), InnerError> {
        let plan = &occasion.plan;
        if !plan.follows_by_default || topics.iter().all(|t| t.village.is_none()) {
            return Ok(());
        }
        let last = series::goes_on_with(self.conn, plan, topics, Some(occasion.id))?;
        let follows = last.map(|b| b.id);
        if follows == plan.follows {
            return Ok(());
        }
        let plan = Plan {
            follows,
            ..plan.clone()
        };
        let event = Event::Occasion(Happening::Amended(Amended { plan }));
        self.append(occasion.id, event, on)
    }

    /// The promises of a decision, each after the end of the one that it goes on with.
    fn promise(
        &mut self,
        occasion: &Occasion,
        village: Option<&Code>,
        promises: &[Promise],
        on: NaiveDate,
    ) -> Result<(), InnerError> {
        let mut acts = Vec::new();
        for promise in promises {
            if let Some(action) = promise.planned.after {
                acts.push(FollowAct::CloseAction {
                    action,
                    outcome: ended(promise),
                    note: String::new(),
                });
            }
            acts.push(FollowAct::PlanAction(ActionPlanned {
                from: Some(occasion.id),
                ..promise.planned.clone()
            }));
        }
        if let Some(village) = village {
            let requests: Vec<ActRequest> = acts
                .into_iter()
                .map(|act| ActRequest {
                    village: village.clone(),
                    act: Act::Follow(act),
                    on,
                    seen: None,
                })
                .collect();
            let before = self.written.len();
            let id = |n: usize| (self.id)(before + n);
            let written = append::act(self.conn, self.stamp, self.origin, &requests, id)?;
            self.written.extend(written);
            return Ok(());
        }
        for act in acts {
            let stream = match &act {
                FollowAct::CloseAction { action, .. } => {
                    series::holder(self.conn, occasion, *action)?.unwrap_or(occasion.id)
                }
                _ => occasion.id,
            };
            self.follow(stream, &act, on)?;
        }
        Ok(())
    }

    /// An act on the promises of an occasion's own stream.
    fn follow(&mut self, occasion: Uuid, act: &FollowAct, on: NaiveDate) -> Result<(), InnerError> {
        check_day(on, self.stamp.today)?;
        let state = Occasion::fold(self.stream(occasion)?).ok_or(OccasionRefusal::Unknown);
        let event = act.check(&state.map_err(Refusal::from)?.follow, on)?;
        self.append(occasion, event, on)
    }
}

fn is_unchanged<T>(checked: &Result<T, Refusal>) -> bool {
    matches!(
        checked,
        Err(Refusal::Occasion(OccasionRefusal::NothingChanged))
    )
}

/// A promise ends by being handed on or kept in part where another goes on with it.
fn ended(promise: &Promise) -> Outcome {
    match promise.ended {
        Outcome::Partly => Outcome::Partly,
        _ => Outcome::HandedOn,
    }
}

/// The day that an act counts for. Minutes that are written up later belong to the day of the meeting; their end and
/// what is added afterwards have days of their own.
fn on(act: &OccasionAct, occasion: Option<&Occasion>, today: NaiveDate) -> NaiveDate {
    match (act, occasion) {
        (OccasionAct::Plan(plan), None) => plan.day.min(today),
        (OccasionAct::Finalise { .. } | OccasionAct::Addendum { .. }, _) | (_, None) => today,
        (_, Some(occasion)) => day_of(occasion, today),
    }
}

fn places_are_known(conn: &Connection, act: &OccasionAct) -> Result<(), InnerError> {
    let topic = |t: &Topic| known_village(conn, t.village.as_ref());
    match act {
        OccasionAct::Freeze(topics) => topics.iter().try_for_each(topic),
        OccasionAct::AddItem(added) => topic(added),
        OccasionAct::Arrive { guest, .. } | OccasionAct::AmendGuest { guest, .. } => {
            known_village(conn, guest.village.as_ref())
        }
        OccasionAct::Plan(plan) | OccasionAct::Amend(plan) => {
            plan.scope.iter().try_for_each(|code| {
                match (region::range(conn, code)?, Code::parse(code)) {
                    (Some(_), _) => Ok(()),
                    (None, Ok(code)) => known_village(conn, Some(&code)),
                    (None, Err(_)) => Err(Error::UnknownVillage(code.clone()).into()),
                }
            })
        }
        _ => Ok(()),
    }
}

fn known_village(conn: &Connection, village: Option<&Code>) -> Result<(), InnerError> {
    match village {
        Some(code) if read::ord(conn, code)?.is_none() => {
            Err(Error::UnknownVillage(code.to_string()).into())
        }
        _ => Ok(()),
    }
}

/// Refuses a promise in the name of a meeting whose minutes are final.
pub(in crate::store) fn not_final(conn: &Connection, act: &Act) -> Result<(), InnerError> {
    let Act::Follow(FollowAct::PlanAction(planned)) = act else {
        return Ok(());
    };
    let Some(from) = planned.from else {
        return Ok(());
    };
    match kept::one(conn, from)? {
        Some((brief, _)) if brief.phase == Phase::Final => {
            Err(Refusal::from(OccasionRefusal::IsFinal).into())
        }
        _ => Ok(()),
    }
}

/// Refuses to take back what belongs to final minutes, and the plan, the agenda and the opening of an occasion that is
/// under way. `act` is what is at the bottom of the batch.
pub(in crate::store) fn undo_is_open(
    conn: &Connection,
    act: &[Recorded],
) -> Result<(), InnerError> {
    let grounds = act.iter().filter(|e| is_ground(&e.event));
    let mut streams: Vec<&str> = grounds.map(|e| e.stream.as_str()).collect();
    streams.dedup();
    for name in streams {
        ground_is_free(&row::stream(conn, name)?, act)?;
    }
    for event in act {
        // What became of a promise is no part of the minutes, nor is the rest of one that was promised afterwards.
        let after = matches!(&event.event, Event::ActionPlanned(e) if e.from.is_none());
        if after || matches!(event.event, Event::ActionClosed(_)) {
            continue;
        }
        if let Some(id) = kept::of_stream(&event.stream)
            && let Some((brief, _)) = kept::one(conn, id)?
            && brief.phase == Phase::Final
        {
            return Err(Refusal::from(OccasionRefusal::IsFinal).into());
        }
    }
    Ok(())
}

/// On which what is recorded at an occasion stands.
fn is_ground(event: &Event) -> bool {
    matches!(
        event,
        Event::Occasion(
            Happening::Planned(_)
                | Happening::AgendaFrozen(_)
                | Happening::ItemAdded(_)
                | Happening::Opened(_)
        )
    )
}

/// Refuses where something in the stream beside the act itself stands on it.
fn ground_is_free(stream: &[Recorded], act: &[Recorded]) -> Result<(), InnerError> {
    let is_of_act = |e: &Recorded| act.iter().any(|a| a.id == e.id);
    // What was taken back already is only brought back.
    if !in_force(stream).into_iter().any(is_of_act) {
        return Ok(());
    }
    let rest = stream
        .iter()
        .filter(|e| !is_of_act(e) || is_ground(&e.event));
    let rest: Vec<Recorded> = rest.cloned().collect();
    let Some(o) = Occasion::fold(&rest) else {
        return Ok(());
    };
    // An item that is taken from the agenda moves only those after it.
    let first = act.iter().map(|e| match &e.event {
        Event::Occasion(Happening::ItemAdded(e)) => Some(e.item),
        event if is_ground(event) => Some(0),
        _ => None,
    });
    let is_plan = |e: &Recorded| matches!(e.event, Event::Occasion(Happening::Planned(_)));
    let takes_plan = act.iter().any(is_plan);
    let stands = match first.flatten().min() {
        None => false,
        Some(0) => o.is_under_way() || !o.guests.is_empty() && takes_plan,
        Some(n) => o.items.iter().any(|i| i.number >= n && i.was_touched()),
    };
    if stands {
        return Err(Refusal::from(OccasionRefusal::UnderWay).into());
    }
    Ok(())
}
