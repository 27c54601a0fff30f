//! Every event is judged before it goes into the log: may this person do that? Whatever the screens and commands offer,
//! nothing comes past here.

use rusqlite::{Connection, OptionalExtension as _};
use uuid::Uuid;

use super::error::{Error, InnerError};
use super::{occasion, people, row};
use crate::domain::act::Refusal;
use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::domain::occasion::{Happening, OccasionAct};
use crate::domain::people::{Denial, DenialReason, Permission, STREAM};

/// Judges one event of a stream.
pub(super) fn judge(
    conn: &Connection,
    actor: &str,
    stream: &str,
    event: &Event,
) -> Result<(), InnerError> {
    if people::nobody(conn)? {
        return Ok(());
    }
    let mut permissions = Vec::new();
    gather(conn, actor, stream, event, i64::MAX, &mut permissions)?;
    permissions
        .iter()
        .try_for_each(|permission| may(conn, actor, permission))
}

/// Judges what is done beside the log, or is to be known before there is an event.
pub(super) fn may(
    conn: &Connection,
    actor: &str,
    permission: &Permission,
) -> Result<(), InnerError> {
    let reason = match people::one(conn, actor)? {
        Some(person) => match person.may(permission) {
            Ok(()) => return Ok(()),
            Err(reason) => reason,
        },
        None if people::nobody(conn)? => return Ok(()),
        None => DenialReason::Stranger,
    };
    Err(refused(people::kept(conn)?.denial(reason, permission)))
}

/// Judges an act at an occasion before anything else is said of it: there is no use in mending it.
pub(super) fn at_occasion(
    conn: &Connection,
    actor: &str,
    occasion: Uuid,
    act: &OccasionAct,
) -> Result<(), InnerError> {
    let meeting = match act {
        OccasionAct::Arrive { .. }
        | OccasionAct::AmendGuest { .. }
        | OccasionAct::WithdrawGuest { .. }
        | OccasionAct::Note { .. } => false,
        OccasionAct::Plan(plan) => plan.sort.is_meeting(),
        OccasionAct::Amend(plan) => plan.sort.is_meeting() || is_meeting(conn, Some(occasion))?,
        // That there is no such occasion is told to whoever may work on one.
        _ => is_meeting(conn, Some(occasion))?,
    };
    may(conn, actor, &by_meeting(meeting))
}

fn by_meeting(meeting: bool) -> Permission {
    if meeting {
        Permission::Lead
    } else {
        Permission::Common
    }
}

pub(super) fn refused(why: Denial) -> InnerError {
    Error::Refused(Refusal::Denied(why)).into()
}

/// What an event is about. An undo is about all that it takes back, down to the act itself; `before` is the seq that
/// what it takes back must be older than.
fn gather(
    conn: &Connection,
    actor: &str,
    stream: &str,
    event: &Event,
    before: i64,
    permissions: &mut Vec<Permission>,
) -> Result<(), InnerError> {
    let Event::Reverted(e) = event else {
        note(permissions, permission(conn, stream, event)?);
        return Ok(());
    };
    let taken = row::events(
        conn,
        "WHERE batch = ?1 AND stream = ?2 AND seq < ?3 ORDER BY seq",
        (e.batch.to_string(), stream, before),
    )?;
    for below in &taken {
        if below.actor != actor {
            note(permissions, Permission::OfOthers);
        }
        gather(conn, actor, stream, &below.event, below.seq, permissions)?;
    }
    Ok(())
}

fn note(permissions: &mut Vec<Permission>, permission: Permission) {
    if !permissions.contains(&permission) {
        permissions.push(permission);
    }
}

fn permission(conn: &Connection, stream: &str, event: &Event) -> Result<Permission, InnerError> {
    if stream == STREAM || matches!(event, Event::Person(_)) {
        return Ok(Permission::People);
    }
    if let Event::View(_) = event {
        return Ok(Permission::Common);
    }
    if let Ok(village) = Code::parse(stream) {
        return match event {
            // A promise in the name of a meeting is the meeting's.
            Event::ActionPlanned(e) if is_meeting(conn, e.from)? => Ok(Permission::Lead),
            _ => Ok(Permission::Village(village)),
        };
    }
    let Some(id) = occasion::kept::of_stream(stream) else {
        return Ok(Permission::Lead);
    };
    let meeting = match event {
        Event::Occasion(
            Happening::GuestArrived(_)
            | Happening::GuestAmended(_)
            | Happening::GuestWithdrawn(_)
            | Happening::ItemNoted(_),
        ) => false,
        Event::Occasion(Happening::Planned(e)) => e.plan.sort.is_meeting(),
        Event::Occasion(Happening::Amended(e)) => {
            e.plan.sort.is_meeting() || is_meeting(conn, Some(id))?
        }
        // An event's plan that was taken back leaves nothing to tell by.
        _ => known_as_meeting(conn, id)?.unwrap_or(true),
    };
    Ok(by_meeting(meeting))
}

fn is_meeting(conn: &Connection, occasion: Option<Uuid>) -> Result<bool, InnerError> {
    match occasion {
        Some(id) => Ok(known_as_meeting(conn, id)?.unwrap_or(false)),
        None => Ok(false),
    }
}

fn known_as_meeting(conn: &Connection, id: Uuid) -> Result<Option<bool>, InnerError> {
    let mut statement = conn.prepare_cached("SELECT meeting FROM occasion WHERE id = ?1")?;
    Ok(statement
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?)
}
