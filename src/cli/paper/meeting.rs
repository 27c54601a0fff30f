//! `ovop paper ... --meeting` and `--event`: the papers of one meeting or event.

use std::collections::{BTreeSet, HashMap};

use super::Name;
use crate::cli::context::{Args, Context};
use crate::cli::fail::{Exit, Failure};
use crate::cli::occasion::Finder;
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::domain::occasion::{Brief, Occasion};
use crate::domain::village::Village;
use crate::papers::document::Document;
use crate::papers::meeting::{self, Before, Meeting};
use crate::papers::office::Office;
use crate::store::Store;

/// Rows for those who were not expected, on a list to sign on.
const MORE_ROWS: u32 = 5;

/// Which meeting or event is asked for: whether a meeting, and its name.
pub fn asked<'a>(args: Args<'a>) -> Option<(bool, &'a str)> {
    let meeting = args.option("meeting").map(|text| (true, text));
    meeting.or_else(|| args.option("event").map(|text| (false, text)))
}

/// The paper of the meeting or event that was asked for.
///
/// # Errors
/// When it is not found or not clear, or the database fails.
pub fn document(
    name: Name,
    (meetings, text): (bool, &str),
    args: Args<'_>,
    ctx: &Context,
    (store, office): (&Store, &Office<'_>),
) -> Result<Document, Failure> {
    let fail = |e| ctx.fail(&e);
    let Brief { id, title, .. } = Finder { meetings, ctx }.named(store, text)?;
    let held = store.occasion(id).map_err(fail)?;
    let held = held.ok_or_else(|| Failure::new(Exit::NotFound, title))?;
    let occasion = &*held.occasion;
    let day = match name {
        // What became of the promises is told as of now; all else as it was at the meeting.
        Name::FollowUp => office.day,
        _ => occasion.day().min(office.day),
    };
    let before = store.promises_before(occasion, day).map_err(fail)?;
    let told = before.promises.all.iter();
    let told: Vec<Code> = told.filter_map(|k| k.chain.village.clone()).collect();
    let expected = store.expected(occasion).map_err(fail)?;
    let past = if day < office.day && ctx.seen.is_none() {
        Some(store.past(day, None).map_err(fail)?)
    } else {
        None
    };
    let then: &Store = match &past {
        Some(past) => past,
        None => store,
    };
    let gathered = gather(ctx, then, occasion, &told, &expected)?;
    let expected_codes: Vec<Code> = expected.iter().map(|p| p.code.clone()).collect();
    let meeting = Meeting {
        occasion,
        region: &region(&expected),
        places: &gathered.0,
        villages: &gathered.1,
        expected: &expected_codes,
        before: before.last.map(|last| Before {
            number: last.number,
            day: last.day,
            promises: before.promises,
        }),
        zone: ctx.clock.zone(),
    };
    Ok(match name {
        Name::Minutes => meeting::minutes(office, &meeting),
        Name::Record => meeting::record(office, &meeting),
        Name::Agenda => meeting::agenda(office, &meeting),
        Name::Report => meeting::report(office, &meeting),
        Name::FollowUp => meeting::follow_up(office, &meeting),
        _ if args.flag("blank") => {
            let more = args.number("rows").unwrap_or(MORE_ROWS);
            meeting::blank(office, &meeting, more as usize)
        }
        _ if args.flag("phones") && ctx.looks_only()? => {
            let text = ctx.strings.cli.occasions.phones_hidden();
            return Err(Failure::new(Exit::Refused, text));
        }
        _ if args.flag("phones") => {
            let contacts = store.contacts(id).map_err(fail)?;
            let phones = contacts.into_iter().map(|(id, c)| (id, c.phone)).collect();
            meeting::attendance(office, &meeting, Some(&phones))
        }
        _ => meeting::attendance(office, &meeting, None),
    })
}

/// The places that the papers name, and what is true of the villages that they tell of.
fn gather(
    ctx: &Context,
    store: &Store,
    occasion: &Occasion,
    told: &[Code],
    expected: &[Place],
) -> Result<(Vec<Place>, HashMap<Code, Village>), Failure> {
    let mut places = expected.to_vec();
    let mut villages = HashMap::new();
    let guests = occasion.guests.iter();
    let guests = guests.filter_map(|g| g.guest.village.as_ref());
    let wanted: BTreeSet<&Code> = occasion.villages().chain(told).collect();
    let strangers = guests.filter(|code| !places.iter().any(|p| p.code == **code));
    let all: BTreeSet<&Code> = wanted.iter().copied().chain(strangers).collect();
    for code in all {
        let card = store.card(code).map_err(|e| ctx.fail(&e))?;
        let Some(card) = card else { continue };
        if !places.iter().any(|p| p.code == *code) {
            places.push(card.place);
        }
        if wanted.contains(code) {
            villages.insert(code.clone(), card.village);
        }
    }
    Ok((places, villages))
}

/// The region that all expected villages lie in: a kecamatan with its regency, or a regency.
fn region(expected: &[Place]) -> String {
    let Some(first) = expected.first() else {
        return String::new();
    };
    let same_regency = |p: &Place| p.regency == first.regency;
    let same = |p: &Place| p.code.kecamatan() == first.code.kecamatan();
    if expected.iter().all(same) {
        format!("Kecamatan {}, {}", first.kecamatan, first.regency)
    } else if expected.iter().all(same_regency) {
        first.regency.clone()
    } else {
        String::new()
    }
}
