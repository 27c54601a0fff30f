//! `ovop paper ... --meeting` and `--event`: the papers of one meeting or event.

use super::Name;
use crate::cli::context::{Args, Context};
use crate::cli::fail::{Exit, Failure};
use crate::cli::occasion::Finder;
use crate::domain::occasion::Brief;
use crate::papers::document::Document;
use crate::papers::gather;
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
    // Minutes that are final tell what was known when they became so: a late entry does not change them.
    let known = occasion.finalised.filter(|_| name != Name::FollowUp);
    let past = if known.is_some() || day < office.day && ctx.seen.is_none() {
        Some(store.past(day, known).map_err(fail)?)
    } else {
        None
    };
    let then: &Store = match &past {
        Some(past) => past,
        None => store,
    };
    let promises = if known.is_some() { then } else { store };
    let gathered = gather::meeting(promises, then, occasion, day).map_err(fail)?;
    let last = gathered.before.last;
    let meeting = Meeting {
        occasion,
        region: &gathered.region,
        places: &gathered.places,
        villages: &gathered.villages,
        expected: &gathered.expected,
        before: last.map(|last| Before {
            number: last.number,
            day: last.day,
            promises: gathered.before.promises,
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
