//! `ovop evidence` and `ovop category`: what is claimed to prove a stage, and what has been verified.

use chrono::NaiveDate;
use uuid::Uuid;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::write::{self, Asked};
use crate::domain::act::{Act, EvidenceAct, Refusal};
use crate::domain::event::EvidenceClaimed;
use crate::domain::evidence::{Evidence, Status};
use crate::domain::gate::{Category, Item, Need, RuleBook, Rules};
use crate::domain::text;
use crate::presenters::{evidence as presenters, licence};
use crate::store::{Card, Error};

/// Records by whose gates the product is judged.
///
/// # Errors
/// As [`write::run`].
pub fn category(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    write::record(args, ctx, out, |_, _| {
        categorised(args, ctx).map(Asked::from)
    })
}

/// The category on the command line.
///
/// # Errors
/// [`Exit::Usage`] when there is no such category.
pub fn categorised(args: Args<'_>, ctx: &Context) -> Result<Act, Failure> {
    let category = write::judged(args, ctx, "category", Category::parse)?;
    Ok(Act::Evidence(EvidenceAct::SetCategory { category }))
}

/// Records how an item of the gates stands, and what its number may be doubted for.
///
/// # Errors
/// As [`write::run`]; [`Exit::Usage`] with the items that there are when there is no such item.
pub fn claim(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    write::record(args, ctx, out, |card, on| {
        let item = item(ctx, RuleBook::shipped().on(on), args.text("item"))?;
        if item.from.is_some() {
            return Err(Failure::new(
                Exit::Usage,
                ctx.strings.cli.gates.follows(item),
            ));
        }
        let claim = claimed(args, ctx, item, on)?;
        let remarks = remarks(ctx, card, item, &claim, on);
        Ok(Asked {
            act: Act::Evidence(EvidenceAct::Claim(claim)),
            remarks,
        })
    })
}

fn claimed(
    args: Args<'_>,
    ctx: &Context,
    item: &Item,
    on: NaiveDate,
) -> Result<EvidenceClaimed, Failure> {
    let text = |id: &str| args.text(id).to_owned();
    let status = match args.option("status") {
        Some(_) => write::judged(args, ctx, "status", Status::parse)?,
        // Who names missing papers says with it that it is not there.
        None if args.option("missing").is_some() => Status::PapersMissing,
        None => Status::Present,
    };
    let issued = args
        .option("issued")
        .map(|typed| ctx.day(Some(typed)))
        .transpose()?;
    Ok(EvidenceClaimed {
        evidence: Uuid::now_v7(),
        item: item.id.clone(),
        status,
        number: text("number"),
        issuer: text("issuer"),
        holder: text("holder"),
        issued,
        expires: args
            .option("expires")
            .map(|typed| ctx.end(typed, issued.unwrap_or(on)))
            .transpose()?,
        missing: text("missing"),
        note: text("note"),
    })
}

fn remarks(
    ctx: &Context,
    card: &Card,
    item: &Item,
    claim: &EvidenceClaimed,
    on: NaiveDate,
) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(choice) = &card.village.choice
        && item.need(choice.category) == Need::NotAsked
    {
        let category = ctx.strings.programme.category(choice.category);
        remarks.push(ctx.strings.cli.gates.not_asked(&item.id, category));
    }
    if let (Some(end), Some(longest)) = (claim.expires, claim.longest(item))
        && longest < end
    {
        let longest = ctx.strings.facts.short_day(longest);
        remarks.push(ctx.strings.cli.gates.too_long(&longest));
    }
    remarks.extend(licence::lines(&card.place, claim, ctx.strings, on));
    remarks
}

/// Confirms what is claimed of an item.
///
/// # Errors
/// As [`claim`]; [`Exit::NotFound`] when nothing is claimed.
pub fn verify(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    write::record(args, ctx, out, |card, on| {
        let known = known(ctx, card, args.text("item"), on)?;
        Ok(Asked {
            act: Act::Evidence(EvidenceAct::Verify {
                evidence: known.claim.evidence,
                note: args.text("note").to_owned(),
            }),
            remarks: vec![presenters::line(known, ctx.strings)],
        })
    })
}

/// Takes back a claim that turned out wrong.
///
/// # Errors
/// As [`verify`].
pub fn withdraw(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    write::record(args, ctx, out, |card, on| {
        // Of a paper and its renewal under way, the renewal is what was said last.
        let last = known(ctx, card, args.text("item"), on)?;
        let mut of_item = card
            .village
            .choice
            .iter()
            .flat_map(|c| c.evidence.iter().rev());
        let known = of_item
            .find(|e| e.claim.item == last.claim.item)
            .unwrap_or(last);
        Ok(Asked {
            act: Act::Evidence(EvidenceAct::Withdraw {
                evidence: known.claim.evidence,
                reason: args.text("reason").to_owned(),
            }),
            remarks: vec![presenters::line(known, ctx.strings)],
        })
    })
}

/// What is on record about the item that is meant.
fn known<'a>(
    ctx: &Context,
    card: &'a Card,
    typed: &str,
    on: NaiveDate,
) -> Result<&'a Evidence, Failure> {
    let refused = || ctx.fail(&Error::Refused(Refusal::NoChoice));
    let choice = card.village.choice.as_ref().ok_or_else(refused)?;
    let word = typed.trim().to_lowercase();
    // What is on record is found even where later rules have dropped its item.
    if let Some(found) = choice.evidence.iter().find(|e| e.claim.item == word) {
        return Ok(found);
    }
    let item = item(ctx, RuleBook::shipped().on(on), typed)?;
    let s = ctx.strings;
    let place = s.cli.words.place(&card.place);
    let text = match item.from {
        Some(_) => s.cli.gates.follows(item),
        None => {
            let command = format!("ovop evidence claim {} {}", card.place.code, item.id);
            s.cli.gates.no_evidence(&place, &item.id, &command)
        }
    };
    Err(Failure::new(Exit::NotFound, text))
}

/// The item that is meant.
///
/// # Errors
/// [`Exit::Usage`] with the items that there are.
pub fn item<'a>(ctx: &Context, rules: &'a Rules, typed: &str) -> Result<&'a Item, Failure> {
    rules.item(&typed.trim().to_lowercase()).ok_or_else(|| {
        let s = ctx.strings;
        let head = s.cli.gates.no_item(&text::clean_line(typed));
        let items = rules.items.iter();
        let lines = items.map(|i| format!("  {}: {}", i.id, s.programme.item(i)));
        let text: Vec<String> = std::iter::once(head).chain(lines).collect();
        Failure::new(Exit::Usage, text.join("\n"))
    })
}
