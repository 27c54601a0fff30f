//! Meetings and events: one of a list, all of one, its guests, and what became of its promises.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::place::PlaceJson;
use crate::domain::code::Code;
use crate::domain::follow::{Action, Office, Outcome};
use crate::domain::list::Place;
use crate::domain::occasion::{
    Attendance, Brief, Contact, Element, Handled, Item, Occasion, Present, PromiseCounts,
    PromiseStatus, Remark, Sex, Sort, TrackedPromise, Triage,
};

/// One of a list; `P` says what it promised: a number there, more where it is told alone.
#[derive(Debug, Serialize)]
pub struct BriefJson<'a, P> {
    id: Uuid,
    sort: Sort,
    title: &'a str,
    place: &'a str,
    day: NaiveDate,
    number: Option<String>,
    phase: &'static str,
    items: u32,
    decided: u32,
    promises: P,
    present: HeadsJson,
    follows: Option<Uuid>,
}

#[derive(Debug, Serialize)]
struct HeadsJson {
    men: u32,
    women: u32,
}

impl<'a, P> BriefJson<'a, P> {
    fn with(b: &'a Brief, promises: P) -> Self {
        Self {
            id: b.id,
            sort: b.sort,
            title: &b.title,
            place: &b.place,
            day: b.day,
            number: b.number.map(|n| n.to_string()),
            phase: b.phase.word(),
            items: b.items,
            decided: b.decided,
            promises,
            present: HeadsJson {
                men: b.here.men,
                women: b.here.women,
            },
            follows: b.follows,
        }
    }
}

impl<'a> From<&'a Brief> for BriefJson<'a, u32> {
    fn from(b: &'a Brief) -> Self {
        Self::with(b, b.promises)
    }
}

/// All that is known of one but the names of those who are there.
#[derive(Debug, Serialize)]
pub struct OccasionJson<'a> {
    #[serde(flatten)]
    brief: BriefJson<'a, TotalsJson>,
    time: Option<String>,
    organiser: &'a str,
    opener: &'a str,
    leader: &'a str,
    minute_taker: &'a str,
    invitation: &'a str,
    basis: &'a str,
    funds: &'a str,
    invited: &'a [String],
    scope: &'a [String],
    current: Option<u32>,
    opened: Option<DateTime<Utc>>,
    closed: Option<DateTime<Utc>>,
    cancelled: Option<&'a str>,
    agenda: Vec<ItemJson<'a>>,
    notes: Vec<RemarkJson<'a>>,
    villages: VillagesHereJson,
    elements: Vec<ElementJson>,
    addenda: Vec<AddendumJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ItemJson<'a> {
    number: u32,
    village: Option<&'a Code>,
    title: &'a str,
    minutes: u16,
    seconds: i64,
    state: Handled,
    decision: Option<DecisionJson<'a>>,
    actions: &'a [Uuid],
    notes: Vec<RemarkJson<'a>>,
}

#[derive(Debug, Serialize)]
struct DecisionJson<'a> {
    triage: Triage,
    note: &'a str,
    at: DateTime<Utc>,
    by: &'a str,
}

#[derive(Debug, Serialize)]
struct RemarkJson<'a> {
    text: &'a str,
    at: DateTime<Utc>,
    by: &'a str,
}

#[derive(Debug, Serialize)]
struct VillagesHereJson {
    present: usize,
    expected: usize,
}

#[derive(Debug, Serialize)]
struct ElementJson {
    element: Element,
    men: u32,
    women: u32,
}

#[derive(Debug, Serialize)]
struct AddendumJson<'a> {
    number: u32,
    text: &'a str,
    on: NaiveDate,
    by: &'a str,
}

impl<'a> OccasionJson<'a> {
    /// `brief` is the occasion's, `promises` what became of those that it made.
    #[must_use]
    pub fn of(
        o: &'a Occasion,
        brief: &'a Brief,
        here: &Attendance,
        promises: PromiseCounts,
    ) -> Self {
        let plan = &o.plan;
        let agenda = o.order.iter().filter_map(|n| o.item(*n));
        let (present, expected) = here.villages();
        let elements = here.elements.iter().map(|(element, n)| ElementJson {
            element: *element,
            men: n.men,
            women: n.women,
        });
        let addenda = o.addenda.iter().map(|a| AddendumJson {
            number: a.number,
            text: &a.text,
            on: a.on,
            by: &a.by,
        });
        Self {
            brief: BriefJson::with(brief, promises.into()),
            time: plan.time.map(|t| t.format("%H:%M").to_string()),
            organiser: &plan.organiser,
            opener: &plan.opener,
            leader: &plan.leader,
            minute_taker: &plan.minute_taker,
            invitation: &plan.invitation,
            basis: &plan.basis,
            funds: &plan.funds,
            invited: &plan.invited,
            scope: &plan.scope,
            current: o.current.map(|(item, _)| item),
            opened: o.opened.map(|(_, at)| at),
            closed: o.closed,
            cancelled: o.cancelled.as_deref(),
            agenda: agenda.map(item).collect(),
            notes: o.notes.iter().map(remark).collect(),
            villages: VillagesHereJson { present, expected },
            elements: elements.collect(),
            addenda: addenda.collect(),
        }
    }
}

fn item(i: &Item) -> ItemJson<'_> {
    ItemJson {
        number: i.number,
        village: i.topic.village.as_ref(),
        title: &i.topic.title,
        minutes: i.topic.minutes,
        seconds: i.seconds,
        state: i.handled,
        decision: i.decision.as_ref().map(|d| DecisionJson {
            triage: d.triage,
            note: &d.note,
            at: d.at,
            by: &d.by,
        }),
        actions: &i.actions,
        notes: i.notes.iter().map(remark).collect(),
    }
}

fn remark(r: &Remark) -> RemarkJson<'_> {
    RemarkJson {
        text: &r.text,
        at: r.at,
        by: &r.by,
    }
}

/// Somebody on the list of attendance.
#[derive(Debug, Serialize)]
pub struct GuestJson<'a> {
    number: usize,
    id: Uuid,
    name: &'a str,
    office: &'a str,
    element: Element,
    sex: Sex,
    village: Option<PlaceJson<'a>>,
    agency: &'a str,
    represents: &'a str,
    at: String,
    by: &'a str,
    #[serde(flatten)]
    contact: Option<ContactJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ContactJson<'a> {
    phone: &'a str,
    nik: &'a str,
}

impl<'a> GuestJson<'a> {
    /// `at` is the time by the clock on the wall; a contact is only given where it may be shown.
    #[must_use]
    pub fn of(
        number: usize,
        present: &'a Present,
        place: Option<&'a Place>,
        at: String,
        contact: Option<&'a Contact>,
    ) -> Self {
        let guest = &present.guest;
        Self {
            number,
            id: present.id,
            name: &guest.name,
            office: &guest.office,
            element: guest.element,
            sex: guest.sex,
            village: place.map(PlaceJson::from),
            agency: &guest.agency,
            represents: &guest.represents,
            at,
            by: &present.by,
            contact: contact.map(|c| ContactJson {
                phone: &c.phone,
                nik: &c.nik,
            }),
        }
    }
}

/// A promise with those that it goes on with, and what became of it.
#[derive(Debug, Serialize)]
pub struct TrackedPromiseJson<'a> {
    fate: &'static str,
    days_late: Option<i64>,
    links: Vec<LinkJson<'a>>,
}

#[derive(Debug, Serialize)]
struct LinkJson<'a> {
    id: Uuid,
    what: &'a str,
    office: Office,
    who: &'a str,
    due: NaiveDate,
    on: NaiveDate,
    meeting: Option<Uuid>,
    outcome: Option<Outcome>,
}

impl<'a> From<&'a TrackedPromise> for TrackedPromiseJson<'a> {
    fn from(kept: &'a TrackedPromise) -> Self {
        let link = |a: &'a Action| LinkJson {
            id: a.planned.action,
            what: &a.planned.what,
            office: a.planned.office,
            who: &a.planned.who,
            due: a.planned.due,
            on: a.on,
            meeting: a.planned.from,
            outcome: a.closed.as_ref().map(|(outcome, ..)| *outcome),
        };
        Self {
            fate: status_word(kept.status),
            days_late: days_late(kept.status),
            links: kept.chain.links.iter().map(link).collect(),
        }
    }
}

/// The word for a status in files.
#[must_use]
pub fn status_word(status: PromiseStatus) -> &'static str {
    match status {
        PromiseStatus::Kept => "kept",
        PromiseStatus::Late(_) => "late",
        PromiseStatus::Open => "open",
        PromiseStatus::HandedOn => "handed-on",
        PromiseStatus::Partly => "partly",
        PromiseStatus::Failed => "failed",
        PromiseStatus::Dropped => "dropped",
    }
}

#[must_use]
pub fn days_late(status: PromiseStatus) -> Option<i64> {
    match status {
        PromiseStatus::Late(days) => Some(days),
        _ => None,
    }
}

/// What became of the promises of an office, or of all.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct TotalsJson {
    all: u32,
    kept: u32,
    late: u32,
    open: u32,
    handed_on: u32,
    partly: u32,
    failed: u32,
    dropped: u32,
    rate: Option<u32>,
}

impl From<PromiseCounts> for TotalsJson {
    fn from(n: PromiseCounts) -> Self {
        Self {
            all: n.all(),
            kept: n.kept,
            late: n.late,
            open: n.open,
            handed_on: n.handed_on,
            partly: n.partly,
            failed: n.failed,
            dropped: n.dropped,
            rate: n.rate(),
        }
    }
}
