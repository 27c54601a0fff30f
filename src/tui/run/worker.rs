//! Answers the questions of the screens from the store.

mod drafts;
mod event;
mod many;
mod meeting;
mod message;
mod papers;
mod present;

mod who;

use std::collections::HashSet;
use std::path::Path;

use chrono::NaiveDate;
use uuid::Uuid;

use super::clock::Clock;
use super::store_thread::Worker;
use crate::domain::code::Code;
use crate::domain::event::Recorded;
use crate::domain::list::Region;
use crate::domain::past::{Seen, end_of};
use crate::domain::people::Denial;
use crate::store::{Drafts, Error, Past, Session, Stamp, Store, Written};
use crate::tui::app::msg::{Answer, Ask, MOST_HITS};
use crate::tui::app::present::Present;

pub use self::papers::Shelf;
pub use self::present::present;

/// Up to this many regions in all, their kecamatan are shown without being asked for.
const FEW_REGIONS: u32 = 64;

/// Owns the store of this session and answers from it.
pub struct StoreWorker {
    store: Store,
    /// The past day that is being looked at: questions are answered from it, acts go into the store all the same.
    past: Option<(Seen, Past)>,
    actor: String,
    clock: Clock,
    session: Session,
    drafts: Option<Drafts>,
    shelf: Shelf,
    /// Who else is here, as it was last told.
    present: Vec<Present>,
    /// So often it was looked whether somebody came or left.
    looks: u32,
    /// Everything up to here was seen or written by this session.
    last_seq: i64,
    /// What this session wrote after `last_seq`, with others' events between.
    own: HashSet<i64>,
    /// There may be events after `last_seq`.
    behind: bool,
    /// The list of people has changed, and the screens do not know yet.
    people_changed: bool,
    /// This person was turned off.
    shut_out: Option<Denial>,
}

impl StoreWorker {
    /// Opens the store for one person's session.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(database: &Path, actor: String, clock: impl Into<Clock>) -> Result<Self, Error> {
        let clock = clock.into();
        Self::of(Store::open(database, clock.today())?, actor, clock)
    }

    /// Takes an open store for one person's session.
    ///
    /// # Errors
    /// [`Error::Refused`] when they may not come in, or if the database cannot be read.
    pub fn of(store: Store, actor: String, clock: Clock) -> Result<Self, Error> {
        store.admit(&actor)?;
        let last_seq = store.last_seq()?;
        Ok(Self {
            store,
            past: None,
            actor,
            clock,
            session: Session::this(),
            drafts: None,
            shelf: Shelf::default(),
            present: Vec::new(),
            looks: 0,
            last_seq,
            own: HashSet::new(),
            behind: false,
            people_changed: false,
            shut_out: None,
        })
    }

    /// Makes this the worker of another session, for instance of a program that has ended since.
    #[must_use]
    pub fn in_session(mut self, session: Session) -> Self {
        self.session = session;
        self
    }

    fn stamp(&self, batch: Uuid) -> Stamp {
        Stamp {
            batch,
            actor: self.actor.clone(),
            now: self.clock.now(),
            today: self.clock.today(),
        }
    }

    /// What questions are answered from.
    fn shown(&self) -> &Store {
        match &self.past {
            Some((_, past)) => past,
            None => &self.store,
        }
    }

    /// The day to which ages are counted.
    fn day(&self) -> NaiveDate {
        let today = || self.clock.today();
        self.past.as_ref().map_or_else(today, |(seen, _)| seen.day)
    }

    fn look_back(&self, seen: Seen) -> Result<(Seen, Past), Error> {
        let known = seen.known_then.then(|| end_of(seen.day, self.clock.zone()));
        Ok((seen, self.store.past(seen.day, known)?))
    }

    fn try_answer(&mut self, ask: &Ask) -> Result<Answer, Error> {
        self.is_let_in(ask)?;
        Ok(match ask {
            Ask::Who => self.who()?,
            Ask::Regions { open } => Answer::Regions {
                total: self.shown().tally(None)?,
                regions: self.regions(open.as_deref())?,
            },
            Ask::Page {
                list,
                tag,
                filter,
                sort,
                from,
                n,
            } => Answer::Page {
                list: *list,
                tag: *tag,
                from: *from,
                page: self.shown().page(filter, *sort, *from, *n)?,
                total: self.shown().count(filter)?,
            },
            Ask::Card { code } => match self.shown().card(code)? {
                Some(card) => Answer::Card(Box::new(card)),
                None => return Err(Error::UnknownVillage(code.to_string())),
            },
            Ask::Reasons { region, day } => {
                Answer::Reasons(self.shown().reason_counts(region.as_deref(), *day)?)
            }
            Ask::Stuck { region } => {
                Answer::Stuck(self.shown().stuck(region.as_deref(), self.day())?)
            }
            Ask::Search { tag, text } => Answer::Found {
                tag: *tag,
                hits: self.shown().search(text, MOST_HITS)?,
            },
            Ask::Filter {
                tag,
                text,
                day,
                apply,
            } => self.filter(*tag, text, *day, *apply)?,
            Ask::ToMark {
                filter,
                sort,
                between,
            } => self.to_mark(filter, *sort, *between)?,
            Ask::DryRun { requests } => self.dry_run(requests)?,
            Ask::Bulk { batch, requests } => {
                let written = self.store.act(&self.stamp(*batch), requests)?;
                self.note_own(&written);
                Answer::Done(written)
            }
            Ask::AbandonedDraft => self.abandoned_draft()?,
            Ask::TakeOver(session) => self.take_over(*session)?,
            Ask::Keep(kept) => self.keep(kept.as_deref())?,
            Ask::Act { batch, request } => {
                let written = self
                    .store
                    .act(&self.stamp(*batch), std::slice::from_ref(&**request))?;
                self.note_own(&written);
                Answer::Done(written)
            }
            Ask::LastAct { redo } => {
                let batch = self.store.last_act(&self.actor, *redo)?;
                Answer::LastAct {
                    redo: *redo,
                    changes: match &batch {
                        Some(batch) => self.store.without(batch.id)?,
                        None => Vec::new(),
                    },
                    batch,
                }
            }
            Ask::Log { tag, query } => Answer::Log {
                tag: *tag,
                before: query.before,
                page: self.shown().log(query)?,
            },
            Ask::Views => Answer::Views {
                views: self.views()?,
                actor: self.actor.clone(),
            },
            Ask::View { batch, act } => {
                let written = self.store.view_act(&self.stamp(*batch), act)?;
                self.note_own(&written);
                Answer::Done(written)
            }
            Ask::Event(ask) => self.event(ask)?,
            Ask::Meeting(ask) => self.meeting(ask)?,
            Ask::Papers(ask) => self.papers(ask)?,
            Ask::Message(subject) => Answer::Message(subject.clone(), self.told(subject)?),
            Ask::Batch { id } => Answer::Batch {
                batch: self.store.batch(*id)?,
                changes: self.store.without(*id)?,
            },
            Ask::Past { seen } => {
                self.past = seen.map(|seen| self.look_back(seen)).transpose()?;
                Answer::Past { seen: *seen }
            }
            Ask::Undo { batch, target } => {
                let written = self.store.undo(&self.stamp(*batch), *target)?;
                self.note_own(&written);
                Answer::Done(written)
            }
        })
    }

    fn regions(&self, open: Option<&[String]>) -> Result<Vec<(Region, Vec<Region>)>, Error> {
        let all = open.is_none() && self.shown().region_count()? <= FEW_REGIONS;
        self.shown()
            .regencies()?
            .into_iter()
            .map(|regency| {
                let kecamatan = if all || open.is_some_and(|open| open.contains(&regency.code)) {
                    self.shown().kecamatan(&regency.code)?
                } else {
                    Vec::new()
                };
                Ok((regency, kecamatan))
            })
            .collect()
    }

    /// What this session wrote is no news to it. Where nobody wrote in between, the place read up to moves on.
    fn note_own(&mut self, written: &Written) {
        for event in &written.events {
            if event.seq == self.last_seq + 1 {
                self.last_seq = event.seq;
            } else if event.seq > self.last_seq {
                self.own.insert(event.seq);
            }
        }
    }

    /// Others' events since the last look. The store reads a bounded number at once; after an import the rest follows
    /// with the next looks, so that questions do not wait behind it.
    fn fresh(&mut self) -> Result<Vec<Recorded>, Error> {
        self.behind |= self.store.moved()?;
        if !self.behind {
            return Ok(Vec::new());
        }
        let mut events = self.store.after(self.last_seq)?;
        self.behind = !events.is_empty();
        if let Some(last) = events.last() {
            self.last_seq = last.seq;
        }
        events.retain(|event| !self.own.contains(&event.seq));
        self.own.retain(|seq| *seq > self.last_seq);
        Ok(events)
    }
}

fn note<T: PartialEq>(changed: &mut Vec<(T, String)>, what: T, actor: String) {
    match changed.iter_mut().find(|(known, _)| *known == what) {
        Some((_, who)) => *who = actor,
        None => changed.push((what, actor)),
    }
}

impl Worker for StoreWorker {
    fn answer(&mut self, ask: Ask) -> Answer {
        self.try_answer(&ask)
            .unwrap_or_else(|error| Answer::Failed {
                ask: Box::new(ask),
                error,
            })
    }

    fn news(&mut self) -> Option<Answer> {
        // A look that fails is no answer to anybody; the next question will say what is wrong.
        let events = self.fresh().unwrap_or_default();
        self.people_changed |= Self::is_about_people(&events);
        if events.is_empty() {
            return self.people_news().or_else(|| self.present_news());
        }
        // A late entry belongs into what is on record of a past day. Should the copy fail, the one that is there stays.
        if let Some((seen, _)) = self.past
            && let Ok(past) = self.look_back(seen)
        {
            self.past = Some(past);
        }
        // Each village and each occasion once, with who touched it last.
        let mut villages: Vec<(Code, String)> = Vec::new();
        let mut occasions: Vec<(Uuid, String)> = Vec::new();
        for event in events {
            if let Ok(code) = Code::parse(&event.stream) {
                note(&mut villages, code, event.actor);
            } else if let Ok(id) = Uuid::try_parse(&event.stream) {
                note(&mut occasions, id, event.actor);
            }
        }
        if !villages.is_empty() || !occasions.is_empty() {
            // The people follow with the next look.
            return Some(Answer::Changed {
                villages,
                occasions,
            });
        }
        self.people_news()
    }
}

#[cfg(test)]
mod tests;
