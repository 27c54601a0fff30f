//! `ovop meeting` and `ovop event`: what happens at meetings and events, and who is there.

mod course;
mod guests;
mod plan;
mod promises;
mod show;
mod which;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::ArgMatches;
use uuid::Uuid;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find;
use super::find::Need;
use super::out::Out;
use super::undo::short;
use crate::domain::code::Code;
use crate::domain::dates;
use crate::domain::event::{Event, Recorded};
use crate::domain::list::Place;
use crate::domain::occasion::{Brief, Happening, Occasion, OccasionAct};
use crate::domain::text;
use crate::presenters::log::events_json;
use crate::store::{OccasionRequest, OccasionSnapshot, Store, Written};

pub use which::Finder;
use which::Fits;

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

impl Desk<'_> {
    fn fail(&self, error: &crate::store::Error) -> Failure {
        self.ctx.fail(error)
    }

    /// The occasion that is meant: the one that is named, else the only one that is so far. To read, the newest of several
    /// is enough.
    fn target(&self, store: &Store, fits: Fits, need: Need) -> Result<OccasionSnapshot, Failure> {
        let option = if self.face.meetings {
            "meeting"
        } else {
            "event"
        };
        let typed = match self.args.option(option) {
            Some(typed) => typed.to_owned(),
            None => self.args.words("which"),
        };
        let finder = self.finder();
        let brief = if typed.trim().is_empty() {
            finder.unnamed(store, fits, need)?
        } else {
            finder.named(store, &typed)?
        };
        let held = store.occasion(brief.id).map_err(|e| self.fail(&e))?;
        held.ok_or_else(|| Failure::new(Exit::NotFound, brief.title))
    }

    fn finder(&self) -> Finder<'_> {
        Finder {
            meetings: self.face.meetings,
            ctx: self.ctx,
        }
    }

    /// An occasion in one line, with all that names it.
    fn line(&self, b: &Brief) -> String {
        self.finder().line(b)
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
        let requests: Vec<OccasionRequest> = acts
            .into_iter()
            .map(|act| OccasionRequest {
                occasion,
                act,
                seen: None,
                contact: None,
            })
            .collect();
        self.write(store, &requests, remarks, out)
    }

    fn write(
        &self,
        store: &mut Store,
        requests: &[OccasionRequest],
        remarks: &[String],
        out: &mut Out,
    ) -> Result<(), Failure> {
        let written = store
            .occasion_act(&self.ctx.stamp(), requests)
            .map_err(|e| self.fail(&e))?;
        self.tell(store, &written, remarks, out)
    }

    /// Records one act with what it takes along on the day `on`.
    fn perform(
        &self,
        store: &mut Store,
        request: OccasionRequest,
        on: NaiveDate,
        mut remarks: Vec<String>,
        out: &mut Out,
    ) -> Result<(), Failure> {
        let written = store.occasion_act_on(&self.ctx.stamp(), request, on);
        let (written, opened) = written.map_err(|e| self.fail(&e))?;
        if opened.is_some() {
            remarks.insert(0, self.ctx.strings.cli.occasions.opened_by_it().to_owned());
        }
        self.tell(store, &written, &remarks, out)
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
            return out.json(&events_json(&written.events, false));
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
