//! `ovop meeting` and `ovop event`: what happens at meetings and events, and who is there.

mod course;
mod guests;
mod plan;
mod promises;
mod show;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::ArgMatches;
use uuid::Uuid;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find::Need;
use super::out::Out;
use super::undo::short;
use super::{find, json};
use crate::domain::code::Code;
use crate::domain::dates;
use crate::domain::event::{Event, Recorded};
use crate::domain::list::Place;
use crate::domain::occasion::{Brief, Happening, Occasion, OccasionAct, Phase};
use crate::domain::text;
use crate::store::{Held, OccasionDeed, OccasionQuery, Store, Written};

/// So many are shown where one could not be told.
const SHOWN: u32 = 8;

/// Meetings, or events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    meetings: bool,
}

/// Runs one of the commands; false when there is no such one.
///
/// # Errors
/// When the occasion is not found or not clear, an act is refused, or the database or the output fails.
pub fn run(
    name: &str,
    matches: &ArgMatches,
    ctx: &Context,
    out: &mut Out,
) -> Result<bool, Failure> {
    let Some((verb, matches)) = matches.subcommand() else {
        return Ok(false);
    };
    let face = Face {
        meetings: name == "meeting",
    };
    let desk = Desk {
        face,
        args: Args(matches),
        ctx,
    };
    match verb {
        "new" => plan::new(desk, out)?,
        "change" => plan::change(desk, out)?,
        "cancel" => plan::cancel(desk, out)?,
        "agenda" => course::agenda(desk, out)?,
        "open" => course::open(desk, out)?,
        "next" => course::step(desk, out, Occasion::next)?,
        "back" => course::step(desk, out, Occasion::back)?,
        "goto" => course::goto(desk, out)?,
        "decide" => course::decide(desk, out)?,
        "note" => course::note(desk, out)?,
        "postpone" => course::postpone(desk, out)?,
        "skip" => course::skip(desk, out)?,
        "close" => course::close(desk, out)?,
        "final" => course::finalise(desk, out)?,
        "addendum" => course::addendum(desk, out)?,
        "list" => show::list(desk, out)?,
        "show" => show::run(desk, out)?,
        "promises" => promises::run(desk, out)?,
        "settle" => promises::settle(desk, out)?,
        "checkin" => guests::check_in(desk, out)?,
        "amend" => guests::amend(desk, out)?,
        "leave" => guests::leave(desk, out)?,
        "present" => guests::present(desk, out)?,
        "absent" => guests::absent(desk, out)?,
        "forget" => guests::forget(desk, out)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// One command with its arguments.
#[derive(Clone, Copy)]
struct Desk<'a> {
    face: Face,
    args: Args<'a>,
    ctx: &'a Context,
}

/// So far an occasion must be to be meant without being named: the first group that has one decides.
type Fits = &'static [&'static [Phase]];

const OPEN: Fits = &[&[Phase::Open]];
/// Minutes are put in order after the end too.
const OPEN_OR_CLOSED: Fits = &[&[Phase::Open], &[Phase::Closed]];
const TO_COME: Fits = &[&[Phase::Planned, Phase::Frozen]];
const UNDER_WAY: Fits = &[
    &[Phase::Open],
    &[Phase::Planned, Phase::Frozen],
    &[Phase::Closed],
];
const CLOSED: Fits = &[&[Phase::Closed]];
const FINAL: Fits = &[&[Phase::Final]];
const ANY: Fits = &[
    &[Phase::Open],
    &[Phase::Planned, Phase::Frozen, Phase::Closed, Phase::Final],
];

impl Desk<'_> {
    fn fail(&self, error: &crate::store::Error) -> Failure {
        self.ctx.fail(error)
    }

    /// The occasion that is meant: the one that is named, else the only one that is so far. To read, the newest of several
    /// is enough.
    fn target(&self, store: &Store, fits: Fits, need: Need) -> Result<Held, Failure> {
        let option = if self.face.meetings {
            "meeting"
        } else {
            "event"
        };
        let typed = match self.args.option(option) {
            Some(typed) => typed.to_owned(),
            None => self.args.words("which"),
        };
        let brief = if typed.trim().is_empty() {
            self.unnamed(store, fits, need)?
        } else {
            self.named(store, &typed)?
        };
        let held = store.occasion(brief.id).map_err(|e| self.fail(&e))?;
        held.ok_or_else(|| self.none(store, String::new()))
    }

    /// The occasion that a text names.
    fn named(&self, store: &Store, typed: &str) -> Result<Brief, Failure> {
        use chrono::Datelike as _;
        let words = &self.ctx.strings.cli.occasions;
        let typed = typed.trim();
        // A number alone is one of this year.
        let number = match typed.parse::<u32>() {
            Ok(n) if typed.len() < 4 => format!("{n}/{}", self.ctx.today.year()),
            _ => typed.to_owned(),
        };
        let found = store
            .find_occasions(self.face.meetings, &number)
            .map_err(|e| self.fail(&e))?;
        let asked = text::clean_line(typed);
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(self.none(store, words.not_found(self.face.meetings, &asked))),
            several => {
                let head = self.ctx.strings.cli.words.several(&asked);
                Err(self.choice(Exit::Ambiguous, head, several))
            }
        }
    }

    fn unnamed(&self, store: &Store, fits: Fits, need: Need) -> Result<Brief, Failure> {
        let words = &self.ctx.strings.cli.occasions;
        for group in fits {
            let mut found = Vec::new();
            for phase in *group {
                found.extend(self.briefs(store, Some(*phase), SHOWN)?);
            }
            found.sort_by_key(|b| std::cmp::Reverse((b.day, b.id)));
            match found.as_slice() {
                [] => {}
                [one] => return Ok(one.clone()),
                [newest, ..] if need == Need::Reading => return Ok(newest.clone()),
                several => {
                    let head = words.which_one(self.face.meetings).to_owned();
                    return Err(self.choice(Exit::Ambiguous, head, several));
                }
            }
        }
        Err(self.none(store, words.none_fits(self.face.meetings).to_owned()))
    }

    fn briefs(
        &self,
        store: &Store,
        phase: Option<Phase>,
        limit: u32,
    ) -> Result<Vec<Brief>, Failure> {
        let query = OccasionQuery {
            meetings: Some(self.face.meetings),
            phase,
            after: None,
            limit,
        };
        store.occasions(&query).map_err(|e| self.fail(&e))
    }

    fn choice(&self, exit: Exit, head: String, several: &[Brief]) -> Failure {
        let lines = several.iter().map(|b| format!("  - {}", self.line(b)));
        let text: Vec<String> = std::iter::once(head).chain(lines).collect();
        Failure::new(exit, text.join("\n"))
    }

    /// Nothing fits: the latest ones are told.
    fn none(&self, store: &Store, head: String) -> Failure {
        match self.briefs(store, None, SHOWN) {
            Ok(latest) if latest.is_empty() => Failure::new(Exit::NotFound, head),
            Ok(latest) => {
                let latest_head = self.ctx.strings.cli.occasions.latest();
                self.choice(Exit::NotFound, format!("{head} {latest_head}"), &latest)
            }
            Err(failure) => failure,
        }
    }

    /// An occasion in one line, with all that names it.
    fn line(&self, b: &Brief) -> String {
        let s = self.ctx.strings;
        let number = b.number.map_or_else(String::new, |n| format!("{n}, "));
        let (day, phase) = (s.facts.short_day(b.day), s.occasions.phase(b.phase));
        format!("{number}{day}, {phase}: {} [{}]", b.title, short(b.id))
    }

    /// The moment of something: now, or the time of `--at` on the day of the occasion.
    fn moment(&self, day: NaiveDate) -> Result<DateTime<Utc>, Failure> {
        let Some(typed) = self.args.option("at") else {
            return Ok(self.ctx.now);
        };
        let time = self.time(typed)?;
        let zone = self.ctx.settings.utc_offset.value;
        Ok((day.and_time(time) - zone).and_utc())
    }

    fn time(&self, typed: &str) -> Result<NaiveTime, Failure> {
        dates::parse_time(typed).ok_or_else(|| {
            let asked = text::clean_line(typed);
            Failure::new(Exit::Usage, self.ctx.strings.cli.occasions.bad_time(&asked))
        })
    }

    /// The number of an item of the agenda, by its number or its village; without a text the current one.
    fn item(&self, store: &Store, occasion: &Occasion, typed: &str) -> Result<u32, Failure> {
        let words = &self.ctx.strings.cli.occasions;
        let typed = typed.trim();
        if typed.is_empty() {
            let current = occasion.current_item().map(|i| i.number);
            return current.ok_or_else(|| Failure::new(Exit::Usage, words.no_current()));
        }
        if let Ok(n) = typed.parse::<u32>() {
            return Ok(n);
        }
        let place = find::village(self.ctx, store, typed, Need::Reading)?;
        occasion
            .item_of(&place.code)
            .map(|i| i.number)
            .ok_or_else(|| Failure::new(Exit::NotFound, words.not_on_agenda(&place)))
    }

    /// Records acts at one occasion, all or none, and says how to take them back.
    fn record(
        &self,
        store: &mut Store,
        occasion: Uuid,
        acts: Vec<OccasionAct>,
        remarks: &[String],
        out: &mut Out,
    ) -> Result<(), Failure> {
        let deeds: Vec<OccasionDeed> = acts
            .into_iter()
            .map(|act| OccasionDeed {
                occasion,
                act,
                seen: None,
                contact: None,
            })
            .collect();
        self.write(store, &deeds, remarks, out)
    }

    fn write(
        &self,
        store: &mut Store,
        deeds: &[OccasionDeed],
        remarks: &[String],
        out: &mut Out,
    ) -> Result<(), Failure> {
        let written = store
            .occasion_act(&self.ctx.stamp(), deeds)
            .map_err(|e| self.fail(&e))?;
        self.tell(store, &written, remarks, out)
    }

    /// Says what was written.
    fn tell(
        &self,
        store: &Store,
        written: &Written,
        remarks: &[String],
        out: &mut Out,
    ) -> Result<(), Failure> {
        if self.args.json() {
            out.aside(&remarks.join("\n"));
            return out.json(&written.events.iter().map(json::event).collect());
        }
        for e in &written.events {
            let line = self.said(store, e)?;
            out.line(&line)?;
        }
        for remark in remarks {
            out.line(remark)?;
        }
        let Some(first) = written.events.first() else {
            return Ok(());
        };
        if matches!(
            first.event,
            Event::Occasion(Happening::Finalised(_) | Happening::AddendumMade(_))
        ) {
            return out.line(self.ctx.strings.cli.occasions.stands());
        }
        let words = &self.ctx.strings.cli.words;
        out.line(&words.how_to_undo(&short(written.batch)))
    }

    fn said(&self, store: &Store, e: &Recorded) -> Result<String, Failure> {
        let what = self.ctx.strings.event(&e.event);
        if let Ok(code) = Code::parse(&e.stream)
            && let Some(place) = store.place(&code).map_err(|e| self.fail(&e))?
        {
            return Ok(self.ctx.strings.cli.words.recorded(&place, &what));
        }
        let title = store.title(&e.stream).map_err(|e| self.fail(&e))?;
        Ok(format!("{}: {what}", title.unwrap_or_default()))
    }

    fn place(&self, store: &Store, code: &Code) -> Result<Option<Place>, Failure> {
        store.place(code).map_err(|e| self.fail(&e))
    }

    /// An item in a few words: its village, or its topic.
    fn topic(
        &self,
        store: &Store,
        topic: &crate::domain::occasion::Topic,
    ) -> Result<String, Failure> {
        let Some(code) = &topic.village else {
            return Ok(topic.title.clone());
        };
        let name = self.place(store, code)?.map_or_else(
            || code.to_string(),
            |p| format!("{} ({})", p.name, p.kecamatan),
        );
        Ok(match topic.title.as_str() {
            "" => name,
            title => format!("{name}: {title}"),
        })
    }
}
