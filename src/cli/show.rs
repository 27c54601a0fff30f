//! `ovop show`: one village's card in words, line by line, as a screen reader wants it.

use super::check::GateReport;
use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find::{self, Need};
use super::out::Out;
use super::{evidence, follow, json, makers};
use crate::domain::list::Place;
use crate::domain::text;
use crate::domain::village::{Choice, Village};
use crate::store::{Card, Store};

/// Reads out one village's card.
///
/// # Errors
/// When the database or the output fails, or the village is not found or not clear.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let place = find::village(ctx, &store, &args.words("village"), Need::Reading)?;
    let card = card(ctx, &store, &place)?;
    if args.json() {
        return out.json(&json::card(&card, ctx.today));
    }
    for line in lines(&card, ctx) {
        out.line(&line)?;
    }
    Ok(())
}

/// The card of a village that was found.
///
/// # Errors
/// When the database fails.
pub fn card(ctx: &Context, store: &Store, place: &Place) -> Result<Card, Failure> {
    store
        .card(&place.code)
        .map_err(|e| ctx.fail(&e))?
        .ok_or_else(|| {
            let text = ctx.strings.cli.words.no_village(place.code.as_str());
            Failure::new(Exit::NotFound, text)
        })
}

fn lines(card: &Card, ctx: &Context) -> Vec<String> {
    let (w, facts) = (&ctx.strings.cli.card, &ctx.strings.facts);
    let v = &card.village;
    let mut lines = vec![w.head(facts, &card.place, v, ctx.today)];
    lines.extend(potentials(v, ctx));
    match &v.choice {
        Some(choice) => {
            lines.extend(chosen(choice, ctx));
            lines.extend(proved(&card.place, choice, ctx));
        }
        None => lines.push(w.nothing_chosen().to_owned()),
    }
    lines.extend(makers::lines(v, ctx));
    lines.extend(follow::blockers(v, ctx));
    let actions = follow::actions(v, ctx);
    if v.choice.is_some() && v.follow.next().is_none() {
        lines.push(ctx.strings.cli.follow.no_actions().to_owned());
    }
    lines.extend(actions);
    if let Some(sale) = &v.sold_raw {
        lines.push(w.raw_sale(facts, sale));
    }
    if !v.former.is_empty() {
        lines.push(w.former_head().to_owned());
        lines.extend(
            v.former
                .iter()
                .map(|f| format!("  - {}", w.former(facts, f))),
        );
    }
    if !v.notes.is_empty() {
        lines.push(w.notes_head().to_owned());
        lines.extend(v.notes.iter().map(|n| format!("  - {}", w.note(facts, n))));
    }
    if v.unknown > 0 {
        lines.push((ctx.strings.screens.unknown_events)(v.unknown));
    }
    if v.ineffective > 0 {
        lines.push((ctx.strings.screens.ineffective_events)(v.ineffective));
    }
    lines
}

/// The potentials with the numbers that commands take.
#[must_use]
pub fn potentials(village: &Village, ctx: &Context) -> Vec<String> {
    let (w, facts) = (&ctx.strings.cli.card, &ctx.strings.facts);
    if village.potentials.is_empty() {
        return vec![w.no_potentials().to_owned()];
    }
    std::iter::once(w.potentials_head().to_owned())
        .chain(
            village
                .potentials
                .iter()
                .enumerate()
                .map(|(n, p)| format!("{:>3}. {}", n + 1, text::safe(&w.potential(facts, p)))),
        )
        .collect()
}

fn chosen(choice: &Choice, ctx: &Context) -> Vec<String> {
    let (w, facts) = (&ctx.strings.cli.card, &ctx.strings.facts);
    let mut lines = vec![
        w.choice(facts, choice),
        w.decree(facts, choice.decree.as_ref()),
        w.stage(facts, choice, ctx.today),
    ];
    lines.extend(
        choice
            .steps
            .iter()
            .map(|s| format!("  - {}", w.step(facts, s))),
    );
    lines
}

/// The category, how far the stage is proved, the evidence, and what is missing.
fn proved(place: &Place, choice: &Choice, ctx: &Context) -> Vec<String> {
    let s = ctx.strings;
    let (w, p) = (&s.cli.gates, &s.programme);
    let report = GateReport::on(place, choice, ctx.today);
    let verified = report.verified().map(|v| s.facts.stage(v));
    let mut lines = vec![w.category(p.category(choice.category), verified)];
    if !choice.evidence.is_empty() {
        lines.push(w.evidence_head().to_owned());
    }
    lines.extend(choice.evidence.iter().map(|e| evidence::line(ctx, e)));
    lines.extend(report.missing(ctx));
    lines.extend(report.renewal_lines(ctx));
    lines
}
