//! The commands that record something: each asks for one act on one village.

use chrono::NaiveDate;
use uuid::Uuid;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find::{self, Need};
use super::out::Out;
use super::show;
use super::undo::short;
use crate::domain::act::Act;
use crate::domain::dates;
use crate::domain::event::{Forum, Group, Source};
use crate::domain::stage::Stage;
use crate::domain::text;
use crate::domain::village::Potential;
use crate::presenters::log::events_json;
use crate::presenters::village;
use crate::store::{ActRequest, Card};
use crate::strings::facts::capital;

/// A command that records something, by its name on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    PotentialAdd,
    PotentialAmend,
    PotentialWithdraw,
    Choose,
    Cancel,
    Decree,
    Stage,
    Raw,
    Note,
}

/// What a command asks for.
pub struct Asked {
    pub act: Act,
    /// What a person should know beside it, in words.
    pub remarks: Vec<String>,
}

impl From<Act> for Asked {
    fn from(act: Act) -> Self {
        let remarks = Vec::new();
        Self { act, remarks }
    }
}

/// Records what a command asks for, and says how to take it back.
///
/// # Errors
/// When the village or potential is not found or not clear, the act is refused, or the database fails: nothing is
/// written then.
pub fn run(verb: Verb, args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    record(args, ctx, out, |card, on| {
        let act = act(verb, args, ctx, card)?;
        let remarks = origin(&act, ctx, card).into_iter();
        let remarks = remarks.chain(stays(&act, ctx, card, on)).collect();
        Ok(Asked { act, remarks })
    })
}

/// Records the act that `ask` makes for the village and the day on the command line, and says how to take it back.
///
/// # Errors
/// As [`run`], and whatever `ask` finds wrong.
pub fn record(
    args: Args<'_>,
    ctx: &Context,
    out: &mut Out,
    ask: impl FnOnce(&Card, NaiveDate) -> Result<Asked, Failure>,
) -> Result<(), Failure> {
    let on = ctx.day(args.option("on"))?;
    let mut store = ctx.open()?;
    let place = find::village(ctx, &store, args.text("village"), Need::Writing)?;
    let card = show::card(ctx, &store, &place)?;
    let Asked { act, remarks } = ask(&card, on)?;
    let on = act.own_day(&card.village, ctx.today).unwrap_or(on);
    let request = ActRequest {
        village: place.code.clone(),
        act,
        on,
        seen: None,
    };
    let written = store
        .act(&ctx.stamp(), &[request])
        .map_err(|e| ctx.fail(&e))?;
    if args.json() {
        out.aside(&remarks.join("\n"));
        return out.json(&events_json(&written.events, false));
    }
    let words = &ctx.strings.cli.words;
    for e in &written.events {
        let what = ctx.strings.event(&e.event);
        out.line(&words.recorded(&place, &what))?;
    }
    for remark in &remarks {
        out.line(remark)?;
    }
    out.line(&words.how_to_undo(&short(written.batch)))
}

/// Which potential a product with a name of its own is made of: a wrong number would stay unseen otherwise.
fn origin(act: &Act, ctx: &Context, card: &Card) -> Option<String> {
    let Act::Choose {
        potential, product, ..
    } = act
    else {
        return None;
    };
    let made_of = card
        .village
        .potentials
        .iter()
        .find(|p| p.id == *potential)?;
    let differs = !product.is_empty() && *product != made_of.name;
    differs.then(|| {
        let group = ctx.strings.facts.group(made_of.group);
        ctx.strings.cli.words.made_of(&made_of.name, group)
    })
}

/// A late entry about a stage does not undo what has happened since; that is worth a word.
fn stays(act: &Act, ctx: &Context, card: &Card, on: NaiveDate) -> Option<String> {
    let choice = card.village.choice.as_ref()?;
    let is_late = matches!(act, Act::DeclareStage { .. }) && on < choice.stage_since;
    let s = ctx.strings;
    is_late.then(|| capital(&(s.screens.stage_stays)(s.facts.stage(choice.stage))))
}

fn act(verb: Verb, args: Args<'_>, ctx: &Context, card: &Card) -> Result<Act, Failure> {
    let text = |id: &str| args.text(id).to_owned();
    Ok(match verb {
        Verb::PotentialAdd => Act::RecordPotential {
            id: Uuid::now_v7(),
            name: text("name"),
            group: group(args).unwrap_or_default(),
            source: source(args, ctx)?,
            note: text("note"),
        },
        Verb::PotentialAmend => {
            let now = potential(ctx, card, args.text("potential"))?;
            Act::AmendPotential {
                potential: now.id,
                name: args.option("name").unwrap_or(&now.name).to_owned(),
                group: group(args).unwrap_or(now.group),
                note: args.option("note").unwrap_or(&now.note).to_owned(),
                confirmed: args.flag("confirm"),
            }
        }
        Verb::PotentialWithdraw => Act::WithdrawPotential {
            potential: potential(ctx, card, args.text("potential"))?.id,
            reason: text("reason"),
        },
        Verb::Choose => Act::Choose {
            potential: potential(ctx, card, args.text("potential"))?.id,
            product: text("product"),
            forum: judged(args, ctx, "forum", Forum::parse)?,
            minutes: text("minutes"),
            reason: text("reason"),
        },
        Verb::Cancel => Act::CancelChoice {
            reason: text("reason"),
        },
        Verb::Decree => Act::RecordDecree {
            number: text("number"),
        },
        Verb::Stage => stage(args, ctx, "stage")?,
        Verb::Raw => raw(args, ctx)?,
        Verb::Note => note(args),
    })
}

/// The stage on the command line, in the argument of this name.
///
/// # Errors
/// [`Exit::Usage`] when there is no such stage.
pub fn stage(args: Args<'_>, ctx: &Context, id: &str) -> Result<Act, Failure> {
    Ok(Act::DeclareStage {
        to: judged(args, ctx, id, Stage::parse)?,
        basis: args.text("basis").to_owned(),
    })
}

/// Whether material is sold raw, by the command line.
///
/// # Errors
/// [`Exit::Usage`] when it is neither yes nor no.
pub fn raw(args: Args<'_>, ctx: &Context) -> Result<Act, Failure> {
    Ok(Act::SoldRaw {
        raw: judged(args, ctx, "raw", yes_no)?,
        note: args.text("note").to_owned(),
    })
}

/// The note on the command line.
#[must_use]
pub fn note(args: Args<'_>) -> Act {
    Act::Note {
        text: args.words("text"),
    }
}

/// The value of an argument whose words the command line has already judged.
///
/// # Errors
/// When it can still not be read.
pub fn judged<T>(
    args: Args<'_>,
    ctx: &Context,
    id: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, Failure> {
    let word = args.text(id);
    read(word).ok_or_else(|| {
        let text = ctx.strings.cli.wrong.value(word, id, &[]);
        Failure::new(Exit::Usage, text)
    })
}

fn yes_no(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "yes" | "ya" | "y" => Some(true),
        "no" | "tidak" | "t" | "n" => Some(false),
        _ => None,
    }
}

fn group(args: Args<'_>) -> Option<Group> {
    args.option("group").and_then(Group::parse)
}

fn source(args: Args<'_>, ctx: &Context) -> Result<Source, Failure> {
    let Some(address) = args.option("source") else {
        return Ok(Source::Field);
    };
    let date = args.text("source-date").trim().to_owned();
    if !date.is_empty() && dates::first_day(&date).is_none() {
        let text = ctx.strings.cli.faults.source_date(&text::clean_line(&date));
        return Err(Failure::new(Exit::Usage, text));
    }
    Ok(Source::Public {
        address: address.to_owned(),
        date,
    })
}

/// A potential by its number on the card or by its whole name.
fn potential<'a>(ctx: &Context, card: &'a Card, typed: &str) -> Result<&'a Potential, Failure> {
    let all = &card.village.potentials;
    let numbered = typed
        .trim()
        .parse::<usize>()
        .ok()
        .and_then(|n| all.get(n.checked_sub(1)?));
    let key = text::search_key(typed);
    numbered
        .or_else(|| all.iter().find(|p| text::search_key(&p.name) == key))
        .ok_or_else(|| {
            let words = &ctx.strings.cli.words;
            let head = words.no_potential(&card.place, &text::clean_line(typed));
            let lines = village::potentials(&card.village, ctx.strings);
            Failure::new(Exit::NotFound, format!("{head}\n{}", lines.join("\n")))
        })
}
