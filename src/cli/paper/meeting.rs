//! `ovop paper ... --meeting` and `--event`: the papers of one meeting or event.

use super::Name;
use crate::cli::context::{Args, Context};
use crate::cli::fail::{Exit, Failure};
use crate::cli::occasion::Finder;
use crate::domain::occasion::Brief;
use crate::papers::document::Document;
use crate::papers::occasion::{Asked, Paper};
use crate::papers::office::Office;
use crate::store::Store;

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
    let Brief { id, title, .. } = Finder { meetings, ctx }.named(store, text)?;
    let paper = match name {
        Name::Minutes => Paper::Minutes,
        Name::Record => Paper::Record,
        Name::Agenda => Paper::Agenda,
        Name::Report => Paper::Report,
        Name::FollowUp => Paper::FollowUp,
        _ if args.flag("blank") => Paper::Blank,
        _ => Paper::Attendance,
    };
    let phones = paper == Paper::Attendance && args.flag("phones");
    if phones && ctx.looks_only()? {
        return Err(ctx.phones_hidden());
    }
    let asked = Asked {
        phones,
        rows: args.number("rows"),
        ..Asked::new(paper, id)
    };
    let shown = (store, ctx.seen.is_some());
    let made = asked.document(shown, office, ctx.clock.zone());
    made.map_err(|e| ctx.fail(&e))?
        .ok_or_else(|| Failure::new(Exit::NotFound, title))
}
