//! Opening the entries of the event desk, and sending what they record.

use uuid::Uuid;

use super::entry::{About, Asked, Asks, Doubt, Entry, Origin, State, Value};
use super::fields::Problem;
use super::talk::{EventAsk, EventDeed};
use crate::domain::act::Refusal;
use crate::domain::occasion::{Occasion, OccasionRefusal, Present};
use crate::register::Hit;
use crate::store::{Error, Written};
use crate::strings::facts::capital;
use crate::tui::app::command::{self, Cmd};
use crate::tui::app::input_queue::Pending;
use crate::tui::app::keymap::Key;
use crate::tui::app::layout::{Pane, ScreenId};
use crate::tui::app::model::Model;
use crate::tui::app::msg::{Ask, Effect, Now};
use crate::tui::app::overlay::{Item, Overlay, Picked};
use crate::tui::app::toast::Tone;
use crate::tui::text::brief;

/// What is done to events as a whole, in the order of the chooser.
const EVENTS: [Cmd; 4] = [
    Cmd::NewEvent,
    Cmd::ChangeEvent,
    Cmd::CloseEvent,
    Cmd::MeetingPapers,
];

impl Model {
    /// Opens the chooser of what is done to events as a whole.
    pub(in crate::tui::app) fn pick_event_act(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
        let item = |(cmd, key): (Cmd, char)| Item {
            key: Some(key),
            label: capital(command::of(cmd).label(s)),
            picked: Picked::Form(cmd),
        };
        let items = EVENTS.into_iter().zip('1'..).map(item).collect();
        self.shared
            .pick(|s| s.desk.pick_event, items, &Picked::Form(EVENTS[0]))
    }

    /// Runs a command of the event desk.
    pub(in crate::tui::app) fn run_at_desk(&mut self, cmd: Cmd) -> Vec<Effect> {
        let id = self.screens.events.chosen.unwrap_or_default();
        match cmd {
            Cmd::CheckIn if self.shared.screen == ScreenId::Meeting => {
                let mut effects = self.stand_at_meeting();
                let meeting = self.screens.events.chosen.unwrap_or_default();
                let batch = self.shared.take_fresh();
                effects.extend(self.open_entry(Entry::arrival(meeting, batch, None)));
                effects
            }
            Cmd::CheckIn => {
                let batch = self.shared.take_fresh();
                self.open_entry(Entry::arrival(id, batch, None))
            }
            Cmd::CorrectGuest => {
                let guest = self.screens.events.current_guest().map(|p| p.id);
                guest.map_or_else(Vec::new, |guest| self.correct(guest))
            }
            Cmd::StrikeGuest => self.pick_strike(),
            Cmd::NewEvent => {
                let (event, batch) = (self.shared.take_fresh(), self.shared.take_fresh());
                let regions = self.scopes();
                let today = self.shared.strings().screens.today_word;
                self.open_entry(Entry::new_event(event, batch, regions, today))
            }
            Cmd::ChangeEvent => {
                let batch = self.shared.take_fresh();
                let Some(hall) = self.screens.events.shown() else {
                    return Vec::new();
                };
                let plan = &hall.occasion.plan;
                let day = plan.day.format("%d/%m/%Y").to_string();
                let entry = Entry::change(id, batch, self.scopes(), plan, &day);
                self.open_entry(entry)
            }
            Cmd::CloseEvent => self.send_at_desk(EventDeed::Close),
            _ => Vec::new(),
        }
    }

    fn open_entry(&mut self, mut entry: Entry) -> Vec<Effect> {
        entry.seen = self.screens.events.shown().map_or(0, |h| h.last_seq);
        self.shared.open(Overlay::Entry(Box::new(entry)))
    }

    /// All villages, and the regions whose villages can be expected.
    pub(super) fn scopes(&self) -> Vec<(String, String)> {
        let all = self.shared.strings().screens.pick_all.to_owned();
        let regions = self
            .shared
            .regions
            .all()
            .map(|r| (r.code.clone(), r.name.clone()));
        std::iter::once((String::new(), all))
            .chain(regions)
            .collect()
    }

    fn correct(&mut self, guest: Uuid) -> Vec<Effect> {
        let batch = self.shared.take_fresh();
        let Some(hall) = self.screens.events.shown() else {
            return Vec::new();
        };
        let of = |p: &&Present| p.id == guest;
        let Some(present) = hall.occasion.guests.iter().find(of) else {
            return Vec::new();
        };
        let village = present.guest.village.as_ref();
        let village = village.and_then(|code| hall.places.get(code)).cloned();
        let event = hall.occasion.id;
        let entry = Entry::correction(event, batch, guest, &present.guest, village);
        self.open_entry(entry)
    }

    /// Asks why somebody is struck off the list.
    fn pick_strike(&mut self) -> Vec<Effect> {
        let Some(present) = self.screens.events.current_guest() else {
            return Vec::new();
        };
        let guest = present.id;
        let reasons = self.shared.strings().reception.strike_reasons();
        let item = |(reason, key): (&str, char)| Item {
            key: Some(key),
            label: capital(reason),
            picked: Picked::Strike(guest, reason.to_owned()),
        };
        let items: Vec<Item> = reasons.into_iter().zip('1'..).map(item).collect();
        let first = items[0].picked.clone();
        let name = present.guest.name.clone();
        let text = self.shared.strings().reception.strike_whom(&name);
        self.shared.say(text, Tone::Plain);
        self.shared.pick(|s| s.desk.pick_strike, items, &first)
    }

    pub(in crate::tui::app) fn strike(&mut self, guest: Uuid, reason: String) -> Vec<Effect> {
        self.send_at_desk(EventDeed::Strike { id: guest, reason })
    }

    /// Sends an act that needs no form.
    fn send_at_desk(&mut self, deed: EventDeed) -> Vec<Effect> {
        let Some(event) = self.screens.events.chosen else {
            return Vec::new();
        };
        let seen = match deed {
            EventDeed::Strike { .. } => self.screens.events.shown().map(|h| h.last_seq),
            _ => None,
        };
        let batch = self.shared.take_fresh();
        self.shared.input.pending = Some(Pending::EventAct(batch));
        vec![act(batch, event, deed, seen)]
    }

    pub(in crate::tui::app) fn key_in_entry(
        &mut self,
        mut entry: Box<Entry>,
        key: Key,
        now: &Now,
    ) -> Vec<Effect> {
        match entry.key(key) {
            Asked::Stays => self.shared.open(Overlay::Entry(entry)),
            Asked::Close => Vec::new(),
            Asked::Look => {
                self.shared.overlay = Some(Overlay::Entry(entry));
                self.look_up_origin()
            }
            Asked::Back => {
                entry.state = State::Typing;
                self.shared.open(Overlay::Entry(entry))
            }
            Asked::Same => {
                // Nothing is written: on to the next person.
                let batch = self.shared.take_fresh();
                let next = Entry::arrival(entry.event, batch, Some(&entry));
                let text = self
                    .shared
                    .strings()
                    .reception
                    .not_entered(entry.text(Asks::Name));
                self.shared.say(text, Tone::Plain);
                self.open_entry(next)
            }
            Asked::Correct(guest) => {
                let effects = self.correct(guest);
                // What is newly known of the same person goes along.
                if let Some(Overlay::Entry(there)) = &mut self.shared.overlay {
                    there.take_news(&entry, guest);
                }
                effects
            }
            Asked::Save => self.save(entry, false, now),
            Asked::Another => self.save(entry, true, now),
        }
    }

    pub(in crate::tui::app) fn paste_in_entry(&mut self, text: &str) -> Vec<Effect> {
        let asked = match &mut self.shared.overlay {
            Some(Overlay::Entry(entry)) => entry.paste(text),
            _ => Asked::Stays,
        };
        if asked == Asked::Look {
            self.look_up_origin()
        } else {
            Vec::new()
        }
    }

    /// Looks up the village that is typed.
    pub(super) fn look_up_origin(&mut self) -> Vec<Effect> {
        let tag = self.shared.search_tag + 1;
        let Some(Overlay::Entry(entry)) = &mut self.shared.overlay else {
            return Vec::new();
        };
        let Some(finder) = entry.finder() else {
            return Vec::new();
        };
        self.shared.search_tag = tag;
        finder.tag = tag;
        finder.answered = false;
        let text = finder.input.value().to_owned();
        if text.trim().is_empty() {
            finder.hits.clear();
            return Vec::new();
        }
        vec![Effect::Ask(Ask::Search { tag, text })]
    }

    /// Candidates for the village that is typed.
    pub(in crate::tui::app) fn origin_found(&mut self, tag: u64, mut hits: Vec<Hit>) {
        // Of those that fit, the villages that are expected come first.
        if let Some(hall) = self.screens.events.shown() {
            hits.sort_by_key(|hit| !hall.expects(&hit.place.code));
        }
        if let Some(Overlay::Entry(entry)) = &mut self.shared.overlay
            && let Some(finder) = entry.finder()
            && finder.tag == tag
        {
            finder.hits = hits;
            finder.answered = true;
        }
    }

    fn save(&mut self, mut entry: Box<Entry>, anyway: bool, now: &Now) -> Vec<Effect> {
        entry.tried = true;
        entry.state = State::Typing;
        let hall = self
            .screens
            .events
            .shown()
            .filter(|h| h.occasion.id == entry.event);
        let was = hall.map(|h| &h.occasion.plan);
        let deed = match entry.deed(was, anyway, now.today) {
            Ok(deed) => deed,
            Err(problem) => {
                if let Some(asks) = problem.asks() {
                    entry.go_to(asks);
                }
                if problem == Problem::NotThere {
                    entry.state = State::Failed(self.shared.strings().screens.loading.to_owned());
                }
                return self.shared.open(Overlay::Entry(entry));
            }
        };
        let doubts = hall.map_or_else(Vec::new, |h| doubts(&h.occasion, &entry));
        if !anyway && !doubts.is_empty() {
            entry.state = State::Doubtful(doubts);
            return self.shared.open(Overlay::Entry(entry));
        }
        let seen = match deed {
            EventDeed::Correct { .. } | EventDeed::Change(_) => Some(entry.seen),
            _ => None,
        };
        let (batch, event) = (entry.batch, entry.event);
        entry.state = State::Sent;
        self.shared.overlay = Some(Overlay::Entry(entry));
        vec![act(batch, event, deed, seen)]
    }

    /// An act of the event desk is written: the form opens again for the next person.
    pub(in crate::tui::app) fn desk_done(&mut self, written: &Written) {
        let w = &self.shared.strings().reception;
        if self
            .shared
            .input
            .pending
            .take_if(|w| *w == Pending::EventAct(written.batch))
            .is_some()
        {
            let what = self.said_of(written);
            self.shared.say(what, Tone::Done);
            return;
        }
        let is_this =
            matches!(&self.shared.overlay, Some(Overlay::Entry(e)) if e.batch == written.batch);
        if !is_this {
            return;
        }
        let Some(Overlay::Entry(entry)) = self.shared.overlay.take() else {
            return;
        };
        match entry.about {
            About::Arrival => {
                let batch = self.shared.take_fresh();
                let next = Entry::arrival(entry.event, batch, Some(&entry));
                let origin = match entry.origin() {
                    Some(Origin::Village(place)) => place.name.as_str(),
                    Some(Origin::Agency(agency)) => agency,
                    None => "",
                };
                let text = w.arrived(entry.text(Asks::Name).trim(), origin);
                self.open_entry(next);
                self.shared.say(text, Tone::Done);
            }
            About::NewEvent => {
                let what = self.said_of(written);
                self.shared.say(what, Tone::Done);
                self.shared.screen = ScreenId::Events;
                self.screens.events.stand_at(entry.event);
                self.shared.focus = Pane::Desk;
            }
            About::Correction(_) | About::ChangeEvent => {
                let what = self.said_of(written);
                self.shared.say(what, Tone::Done);
            }
        }
    }

    fn said_of(&self, written: &Written) -> String {
        let s = self.shared.strings();
        let first = written.events.first().map(|e| brief(&s.event(&e.event)));
        let what = match first {
            _ if written.already => s.screens.already_done.to_owned(),
            Some(what) => what,
            // Only a telephone number is another one.
            None => s.reception.phone_kept().to_owned(),
        };
        format!("{}. {}", capital(&what), s.screens.undo_hint)
    }

    /// What becomes of an act of the event desk that the store could not do. What is typed stays.
    pub(in crate::tui::app) fn desk_failed(&mut self, batch: Uuid, error: Error) -> Vec<Effect> {
        let s = self.shared.strings();
        let text = match &error {
            Error::Conflict(theirs) => {
                let what = brief(&s.event(&theirs.event));
                s.reception.moved(&theirs.actor, &what)
            }
            Error::Refused(why) => s.facts.refusal(why),
            other => other.say(s),
        };
        if self
            .shared
            .input
            .pending
            .take_if(|w| *w == Pending::EventAct(batch))
            .is_some()
        {
            self.shared.input.queue.clear();
        }
        let again = Effect::Ask(Ask::Event(EventAsk::Hall(
            self.screens.events.chosen.unwrap_or_default(),
        )));
        if let Some(Overlay::Entry(entry)) = &mut self.shared.overlay
            && entry.batch == batch
        {
            self.shared.input.queue.clear();
            let double = matches!(
                error,
                Error::Refused(Refusal::Occasion(OccasionRefusal::AlreadyHere { .. }))
            );
            entry.state = if double {
                State::Rechecking
            } else {
                State::Failed(text)
            };
            return vec![again];
        }
        self.shared.say(text, Tone::Trouble);
        vec![again]
    }

    /// The event was read: an entry that waits for it is looked at again.
    pub(super) fn hall_for_entry(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Entry(entry)) = &mut self.shared.overlay
            && let Some(hall) = &self.screens.events.hall
            && hall.occasion.id == entry.event
        {
            if entry.state == State::Rechecking {
                entry.state = match doubts(&hall.occasion, entry) {
                    none if none.is_empty() => State::Typing,
                    some => State::Doubtful(some),
                };
            }
            // What was seen when a conflict was told is what a second try is measured against.
            if matches!(entry.state, State::Failed(_)) {
                entry.seen = hall.last_seq;
            }
        }
        match self.screens.events.refilling.take() {
            Some(kept) => self.refill_entry(&kept),
            None => Vec::new(),
        }
    }

    /// The keys that an open entry takes.
    #[must_use]
    pub fn entry_hint(&self, entry: &Entry) -> &'static str {
        let w = &self.shared.strings().reception;
        match (&entry.state, entry.slots.get(entry.at).map(|s| &s.value)) {
            (State::Doubtful(_), _) => w.doubt_hint(),
            (_, None) => w.button_hint(),
            (_, Some(Value::Letter(_))) => w.letter_hint(),
            (_, Some(Value::Find(f))) if f.found.is_none() => w.find_hint(),
            (_, Some(Value::Region(..))) => w.region_hint(),
            _ => self.shared.strings().screens.form_hint,
        }
    }

    /// Somebody on the list, for the question whether it is the same person.
    #[must_use]
    pub fn doubt_words(&self, doubt: &Doubt) -> String {
        let s = self.shared.strings();
        let Some(hall) = self.screens.events.shown() else {
            return String::new();
        };
        let of = |p: &&Present| p.id == doubt.id;
        hall.occasion
            .guests
            .iter()
            .find(of)
            .map_or_else(String::new, |p| {
                let (g, time) = (&p.guest, self.clock_of(p));
                let element = s.occasions.element(g.element);
                s.reception
                    .double(doubt.why, &g.name, element, &hall.origin(g), &time)
            })
    }

    /// When somebody came, by the clock on the wall.
    #[must_use]
    pub fn clock_of(&self, present: &Present) -> String {
        let at = present.at.with_timezone(&self.shared.session.zone);
        at.format("%H.%M").to_string()
    }

    /// Somebody is being entered or corrected.
    pub(in crate::tui::app) fn entry_is_open(&self) -> bool {
        matches!(&self.shared.overlay, Some(Overlay::Entry(_)))
    }

    /// The batch of an entry that is sent.
    pub(in crate::tui::app) fn entry_is_sent(&self) -> bool {
        matches!(&self.shared.overlay, Some(Overlay::Entry(e)) if matches!(e.state, State::Sent | State::Rechecking))
    }
}

fn act(batch: Uuid, event: Uuid, deed: EventDeed, seen: Option<i64>) -> Effect {
    Effect::Ask(Ask::Event(EventAsk::Act {
        batch,
        event,
        deed: Box::new(deed),
        seen,
    }))
}

/// Who on the list may be the person that is entered.
fn doubts(occasion: &Occasion, entry: &Entry) -> Vec<Doubt> {
    let own = match entry.about {
        About::Correction(id) => Some(id),
        _ => None,
    };
    let Ok(guest) = entry.guest() else {
        return Vec::new();
    };
    let all = occasion.doubles(&guest).into_iter();
    all.filter(|here| Some(here.present.id) != own)
        .map(|here| Doubt {
            id: here.present.id,
            why: here.why,
        })
        .collect()
}
