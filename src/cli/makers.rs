//! `ovop producer`, `workers`, `month`, `channel` and `assist`: who makes the product, how much, where it is sold, and
//! who helps.

use clap::ArgMatches;
use uuid::Uuid;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::recap;
use super::write::{self, Asked};
use crate::domain::act::{Act, Field, MakerAct, Refusal};
use crate::domain::event::{
    AssistanceBegun, AssistanceEnded, ChannelClosed, ChannelOpened, MonthRecorded, ProducerAmended,
    ProducerRecorded, ProducerTurned, WorkersCounted,
};
use crate::domain::follow::Office;
use crate::domain::makers::{Assistance, Business, Channel, Form, Makers, Outlet, Producer};
use crate::domain::month::Month;
use crate::domain::quantity::Quantity;
use crate::domain::text;
use crate::presenters::production;
use crate::store::Card;

/// Runs one of the commands; false when there is no such one.
///
/// # Errors
/// As [`write::record`] and [`recap`]'s tables.
pub fn run(
    name: &str,
    matches: &ArgMatches,
    ctx: &Context,
    out: &mut Out,
) -> Result<bool, Failure> {
    let Some((verb, matches)) = matches.subcommand() else {
        return Ok(false);
    };
    let args = Args(matches);
    match (name, verb) {
        ("workers", "list") => recap::workers(args, ctx, out)?,
        ("month", "list") => recap::months(args, ctx, out)?,
        ("assist", "list") => recap::assistance(args, ctx, out)?,
        _ => {
            let Some(ask) = asking(name, verb) else {
                return Ok(false);
            };
            write::record(args, ctx, out, |card, _| {
                let act = ask(args, ctx, makers(card, ctx)?)?;
                Ok(Asked::from(Act::Makers(act)))
            })?;
        }
    }
    Ok(true)
}

type Ask = fn(Args<'_>, &Context, &Makers) -> Result<MakerAct, Failure>;

fn asking(name: &str, verb: &str) -> Option<Ask> {
    Some(match (name, verb) {
        ("producer", "add") => add,
        ("producer", "amend") => amend,
        ("producer", "stop") => |args, ctx, makers| turn(args, ctx, makers, false),
        ("producer", "resume") => |args, ctx, makers| turn(args, ctx, makers, true),
        ("workers", "count") => count,
        ("month", "add") => month,
        ("channel", "open") => open,
        ("channel", "close") => close,
        ("assist", "begin") => begin,
        ("assist", "end") => end,
        _ => return None,
    })
}

/// What is known of the chosen product's making; without one there is nothing to record.
fn makers<'a>(card: &'a Card, ctx: &Context) -> Result<&'a Makers, Failure> {
    let choice = card.village.choice.as_ref();
    choice.map(|c| &c.makers).ok_or_else(|| {
        let why = ctx.strings.facts.refusal(&Refusal::NoChoice);
        Failure::new(Exit::Refused, why)
    })
}

fn add(args: Args<'_>, ctx: &Context, _: &Makers) -> Result<MakerAct, Failure> {
    let business = business(args, ctx, None)?;
    Ok(MakerAct::RecordProducer(ProducerRecorded {
        producer: Uuid::now_v7(),
        business,
    }))
}

fn amend(args: Args<'_>, ctx: &Context, makers: &Makers) -> Result<MakerAct, Failure> {
    let known = producer(args.text("producer"), ctx, makers)?;
    Ok(MakerAct::AmendProducer(ProducerAmended {
        producer: known.id,
        business: business(args, ctx, Some(&known.business))?,
    }))
}

/// What the command line says of a producer; what it leaves out stays as it was.
fn business(args: Args<'_>, ctx: &Context, now: Option<&Business>) -> Result<Business, Failure> {
    let text = |id: &str, was: fn(&Business) -> &str| {
        let typed = args.option(id).or_else(|| now.map(was));
        typed.unwrap_or_default().to_owned()
    };
    let produced = match args.option("produced") {
        Some(typed) => Some(ctx.day(Some(typed))?),
        None => now.and_then(|b| b.produced),
    };
    Ok(Business {
        name: text("name", |b| &b.name),
        form: match (args.option("form").and_then(Form::parse), now) {
            (Some(form), _) => form,
            (None, Some(now)) => now.form,
            (None, None) => Form::Group,
        },
        head: text("head", |b| &b.head),
        men: heads(args, ctx, "men")?.or(now.and_then(|b| b.men)),
        women: heads(args, ctx, "women")?.or(now.and_then(|b| b.women)),
        produced,
    })
}

fn turn(args: Args<'_>, ctx: &Context, makers: &Makers, active: bool) -> Result<MakerAct, Failure> {
    Ok(MakerAct::TurnProducer(ProducerTurned {
        producer: producer(args.text("producer"), ctx, makers)?.id,
        active,
        reason: args.text("reason").to_owned(),
    }))
}

fn count(args: Args<'_>, ctx: &Context, _: &Makers) -> Result<MakerAct, Failure> {
    Ok(MakerAct::CountWorkers(WorkersCounted {
        men: heads(args, ctx, "men")?.unwrap_or_default(),
        women: heads(args, ctx, "women")?.unwrap_or_default(),
        work: heads(args, ctx, "work")?,
        health: heads(args, ctx, "health")?,
    }))
}

fn month(args: Args<'_>, ctx: &Context, makers: &Makers) -> Result<MakerAct, Failure> {
    let typed = args.text("month");
    let month = Month::parse(typed, ctx.today).ok_or_else(|| {
        let why = ctx.strings.makers.bad_month();
        Failure::new(Exit::Usage, format!("{}: {why}", text::clean_line(typed)))
    })?;
    let channel = args.option("channel").map(|x| channel(x, ctx, makers));
    let producer = args.option("producer").map(|x| producer(x, ctx, makers));
    Ok(MakerAct::RecordMonth(MonthRecorded {
        month,
        volume: number(args, ctx, "volume")?,
        unit: args.text("unit").to_owned(),
        turnover: whole(args, ctx, "turnover")?,
        channel: channel.transpose()?.map(|c| c.id),
        producer: producer.transpose()?.map(|p| p.id),
    }))
}

fn open(args: Args<'_>, ctx: &Context, _: &Makers) -> Result<MakerAct, Failure> {
    Ok(MakerAct::OpenChannel(ChannelOpened {
        channel: Uuid::now_v7(),
        outlet: write::judged(args, ctx, "outlet", Outlet::parse)?,
        name: args.text("name").to_owned(),
    }))
}

fn close(args: Args<'_>, ctx: &Context, makers: &Makers) -> Result<MakerAct, Failure> {
    Ok(MakerAct::CloseChannel(ChannelClosed {
        channel: channel(args.text("channel"), ctx, makers)?.id,
        reason: args.text("reason").to_owned(),
    }))
}

/// A number of the card means the one that waits there; anything else is a new one.
fn begin(args: Args<'_>, ctx: &Context, makers: &Makers) -> Result<MakerAct, Failure> {
    let what = args.text("what");
    let begun = if what.trim().bytes().all(|b| b.is_ascii_digit()) {
        let known = assistance(what, ctx, makers)?;
        AssistanceBegun {
            assistance: known.id,
            office: known.office,
            what: known.what.clone(),
            waiting: false,
        }
    } else {
        let Some(office) = args.option("office").and_then(Office::parse) else {
            let why = ctx.strings.facts.refusal(&Refusal::Empty(Field::Office));
            return Err(Failure::new(Exit::Usage, format!("--office: {why}")));
        };
        AssistanceBegun {
            assistance: Uuid::now_v7(),
            office,
            what: what.to_owned(),
            waiting: args.flag("waiting"),
        }
    };
    Ok(MakerAct::BeginAssistance(begun))
}

fn end(args: Args<'_>, ctx: &Context, makers: &Makers) -> Result<MakerAct, Failure> {
    Ok(MakerAct::EndAssistance(AssistanceEnded {
        assistance: assistance(args.text("number"), ctx, makers)?.id,
        handover: args.text("handover").to_owned(),
        note: args.text("note").to_owned(),
    }))
}

fn number(args: Args<'_>, ctx: &Context, id: &str) -> Result<Option<Quantity>, Failure> {
    let Some(typed) = args.option(id) else {
        return Ok(None);
    };
    let read = Quantity::parse(typed).ok_or_else(|| bad_number(typed, ctx, id))?;
    Ok(Some(read))
}

fn whole(args: Args<'_>, ctx: &Context, id: &str) -> Result<Option<u64>, Failure> {
    let Some(number) = number(args, ctx, id)? else {
        return Ok(None);
    };
    let whole = number.as_whole();
    Ok(Some(
        whole.ok_or_else(|| bad_number(args.text(id), ctx, id))?,
    ))
}

fn heads(args: Args<'_>, ctx: &Context, id: &str) -> Result<Option<u32>, Failure> {
    let Some(number) = whole(args, ctx, id)? else {
        return Ok(None);
    };
    let heads = u32::try_from(number);
    Ok(Some(heads.map_err(|_| bad_number(args.text(id), ctx, id))?))
}

fn bad_number(typed: &str, ctx: &Context, id: &str) -> Failure {
    let why = ctx.strings.makers.bad_number();
    let typed = text::clean_line(typed);
    Failure::new(Exit::Usage, format!("--{id} {typed}: {why}"))
}

/// One of several by its number on the card, from 1 on, or by its whole name.
fn one<'a, T>(
    typed: &str,
    ctx: &Context,
    all: &'a [T],
    name: impl Fn(&T) -> String,
    lines: Vec<String>,
) -> Result<&'a T, Failure> {
    let at = typed.trim().parse::<usize>().ok();
    let numbered = at.and_then(|n| all.get(n.checked_sub(1)?));
    let key = text::search_key(typed);
    let named = || all.iter().find(|x| text::search_key(&name(x)) == key);
    numbered.or_else(named).ok_or_else(|| {
        let w = &ctx.strings.cli.makers;
        let mut text = vec![w.not_there(&text::clean_line(typed))];
        text.extend(lines);
        if all.is_empty() {
            text.push(format!("  {}", w.nothing_there()));
        }
        Failure::new(Exit::NotFound, text.join("\n"))
    })
}

fn producer<'a>(typed: &str, ctx: &Context, makers: &'a Makers) -> Result<&'a Producer, Failure> {
    let name = |p: &Producer| p.business.name.clone();
    one(
        typed,
        ctx,
        &makers.producers,
        name,
        production::producers(makers, ctx.strings),
    )
}

fn channel<'a>(typed: &str, ctx: &Context, makers: &'a Makers) -> Result<&'a Channel, Failure> {
    let name = |c: &Channel| ctx.strings.makers.channel_name(c);
    one(
        typed,
        ctx,
        &makers.channels,
        name,
        production::channels(makers, ctx.strings),
    )
}

fn assistance<'a>(
    typed: &str,
    ctx: &Context,
    makers: &'a Makers,
) -> Result<&'a Assistance, Failure> {
    let name = |a: &Assistance| a.what.clone();
    one(
        typed,
        ctx,
        &makers.assistance,
        name,
        production::assistance(makers, ctx.strings),
    )
}
