//! Who makes the product, how much, where it is sold, and who helps.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::domain::follow::Office;
use crate::domain::makers::{
    Assistance, Channel, Checked, Form, Known, Makers, Outlet, Producer, Workers,
};
use crate::domain::month::Month;
use crate::domain::quantity::Quantity;
use crate::domain::text;
use crate::strings::Strings;

fn numbered<T>(all: &[T], say: impl Fn(&T) -> String) -> Vec<String> {
    let lines = (1..).zip(all);
    lines
        .map(|(n, x)| format!("{n:>3}. {}", text::safe(&say(x))))
        .collect()
}

/// The producers with the numbers that commands take; the same for channels and assistance.
#[must_use]
pub fn producers(makers: &Makers, s: &Strings) -> Vec<String> {
    numbered(&makers.producers, |p| s.makers.producer(&s.facts, p))
}

#[must_use]
pub fn channels(makers: &Makers, s: &Strings) -> Vec<String> {
    numbered(&makers.channels, |c| s.makers.channel(&s.facts, c))
}

#[must_use]
pub fn assistance(makers: &Makers, s: &Strings) -> Vec<String> {
    numbered(&makers.assistance, |a| {
        s.makers.assistance(&s.facts, &s.programme, a)
    })
}

/// All of it for the card.
#[must_use]
pub fn lines(makers: &Makers, s: &Strings, today: NaiveDate) -> Vec<String> {
    let w = &s.makers;
    let mut lines = vec![
        makers.workers.as_ref().map_or_else(
            || format!("{}.", w.no_workers()),
            |workers| format!("{}.", w.workers(&s.facts, workers)),
        ),
        format!(
            "{} ({}): {}.",
            w.year(makers, today),
            w.legend(today),
            w.year_counts(makers, today)
        ),
    ];
    let [first, .., last] = Month::twelve(today);
    let months = makers.months.iter().rev();
    let months = months.filter(|m| (first..=last).contains(&m.month));
    lines.extend(months.map(|m| format!("  - {}", w.entry(makers, m))));
    for (head, said) in [
        (w.producers_head(), producers(makers, s)),
        (w.channels_head(), channels(makers, s)),
        (w.assistance_head(), assistance(makers, s)),
    ] {
        if !said.is_empty() {
            lines.push(format!("{head}:"));
            lines.extend(said);
        }
    }
    lines
}

#[derive(Debug, Serialize)]
pub struct MakersJson<'a> {
    producers: Vec<ProducerJson<'a>>,
    workers: Option<WorkersJson>,
    year: Vec<MonthKnownJson>,
    months: Vec<MonthJson<'a>>,
    channels: Vec<ChannelJson<'a>>,
    assistance: Vec<AssistanceJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ProducerJson<'a> {
    number: usize,
    id: Uuid,
    name: &'a str,
    form: Form,
    head: &'a str,
    men: Option<u32>,
    women: Option<u32>,
    produced: Option<NaiveDate>,
    since: NaiveDate,
    active: bool,
    stopped: Option<ReasonJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ReasonJson<'a> {
    on: NaiveDate,
    reason: &'a str,
}

#[derive(Debug, Serialize)]
struct MonthJson<'a> {
    month: Month,
    volume: Option<Quantity>,
    unit: &'a str,
    turnover: Option<u64>,
    channel: Option<Uuid>,
    producer: Option<Uuid>,
}

#[derive(Debug, Serialize)]
struct ChannelJson<'a> {
    number: usize,
    id: Uuid,
    outlet: Outlet,
    name: &'a str,
    since: NaiveDate,
    ended: Option<ReasonJson<'a>>,
}

#[derive(Debug, Serialize)]
struct AssistanceJson<'a> {
    number: usize,
    id: Uuid,
    office: Office,
    what: &'a str,
    since: NaiveDate,
    waiting: bool,
    ended: Option<AssistanceEndedJson<'a>>,
}

#[derive(Debug, Serialize)]
struct AssistanceEndedJson<'a> {
    on: NaiveDate,
    handover: &'a str,
    note: &'a str,
}

/// What was not checked is null.
#[derive(Debug, Serialize)]
pub struct WorkersJson {
    men: u32,
    women: u32,
    on: NaiveDate,
    work: Option<MembersJson>,
    health: Option<MembersJson>,
}

#[derive(Debug, Serialize)]
struct MembersJson {
    active: u32,
    on: NaiveDate,
}

#[derive(Debug, Serialize)]
pub struct MonthKnownJson {
    month: Month,
    known: Known,
}

impl<'a> MakersJson<'a> {
    /// All of it, the year as it is on a day.
    #[must_use]
    pub fn of(makers: &'a Makers, today: NaiveDate) -> Self {
        let months = makers.months.iter().map(|m| MonthJson {
            month: m.month,
            volume: m.volume,
            unit: &m.unit,
            turnover: m.turnover,
            channel: m.channel,
            producer: m.producer,
        });
        Self {
            producers: (1..).zip(&makers.producers).map(producer_json).collect(),
            workers: makers.workers.as_ref().map(WorkersJson::from),
            year: year_json(makers, today),
            months: months.collect(),
            channels: (1..).zip(&makers.channels).map(channel_json).collect(),
            assistance: (1..).zip(&makers.assistance).map(assistance_json).collect(),
        }
    }
}

fn reason_json((on, reason): &(NaiveDate, String)) -> ReasonJson<'_> {
    ReasonJson { on: *on, reason }
}

fn producer_json((number, p): (usize, &Producer)) -> ProducerJson<'_> {
    let b = &p.business;
    ProducerJson {
        number,
        id: p.id,
        name: &b.name,
        form: b.form,
        head: &b.head,
        men: b.men,
        women: b.women,
        produced: b.produced,
        since: p.since,
        active: p.stopped.is_none(),
        stopped: p.stopped.as_ref().map(reason_json),
    }
}

fn channel_json((number, c): (usize, &Channel)) -> ChannelJson<'_> {
    ChannelJson {
        number,
        id: c.id,
        outlet: c.outlet,
        name: &c.name,
        since: c.since,
        ended: c.ended.as_ref().map(reason_json),
    }
}

fn assistance_json((number, a): (usize, &Assistance)) -> AssistanceJson<'_> {
    AssistanceJson {
        number,
        id: a.id,
        office: a.office,
        what: &a.what,
        since: a.since,
        waiting: a.waiting,
        ended: a.ended.as_ref().map(|e| AssistanceEndedJson {
            on: e.on,
            handover: &e.handover,
            note: &e.note,
        }),
    }
}

impl From<&Workers> for WorkersJson {
    fn from(w: &Workers) -> Self {
        let members = |c: Checked| MembersJson {
            active: c.number,
            on: c.on,
        };
        Self {
            men: w.men,
            women: w.women,
            on: w.on,
            work: w.work.map(members),
            health: w.health.map(members),
        }
    }
}

/// The twelve months up to a day: `made`, `zero` or `no-data`.
#[must_use]
pub fn year_json(makers: &Makers, today: NaiveDate) -> Vec<MonthKnownJson> {
    let months = Month::twelve(today).into_iter();
    months
        .map(|month| MonthKnownJson {
            month,
            known: makers.known(month),
        })
        .collect()
}
