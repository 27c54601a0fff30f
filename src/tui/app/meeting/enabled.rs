//! What can be done on the meeting screen now, and why not.

use super::{Page, View};
use crate::domain::occasion::Phase;
use crate::tui::app::command::{Cmd, Reason};
use crate::tui::app::model::{Model, Screen};

/// What the chooser of this screen leads to, in its order.
pub const ACTS: [Cmd; 17] = [
    Cmd::Freeze,
    Cmd::OpenMeeting,
    Cmd::AgendaFromMarks,
    Cmd::AgendaFromList,
    Cmd::AddTopic,
    Cmd::ItemMinutes,
    Cmd::TakeFloor,
    Cmd::PromisesPage,
    Cmd::SumPage,
    Cmd::CloseMeeting,
    Cmd::Finalise,
    Cmd::Addendum,
    Cmd::MeetingPapers,
    Cmd::AmendMeeting,
    Cmd::CancelMeeting,
    Cmd::NewMeeting,
    Cmd::Attendance,
];

/// Whether a command of this screen writes into the record.
#[must_use]
pub fn records(cmd: Cmd) -> bool {
    matches!(
        cmd,
        Cmd::Decide
            | Cmd::Postpone
            | Cmd::LeaveOut
            | Cmd::LineUp
            | Cmd::LineDown
            | Cmd::TakeFloor
            | Cmd::NewMeeting
            | Cmd::AmendMeeting
            | Cmd::CancelMeeting
            | Cmd::AgendaFromMarks
            | Cmd::AgendaFromList
            | Cmd::AddTopic
            | Cmd::ItemMinutes
            | Cmd::Freeze
            | Cmd::OpenMeeting
            | Cmd::CloseMeeting
            | Cmd::Finalise
            | Cmd::Addendum
    )
}

fn here(m: &Model) -> Result<(), Reason> {
    if m.screen == Screen::Meeting {
        Ok(())
    } else {
        Err(|s| s.meeting.only_here)
    }
}

fn shown(m: &Model) -> Result<&View, Reason> {
    here(m)?;
    let shown = m.meetings.shown();
    shown.ok_or(|s| s.meeting.none_open)
}

fn in_phase<'a>(m: &'a Model, phases: &[Phase], why: Reason) -> Result<&'a View, Reason> {
    let view = shown(m)?;
    if phases.contains(&view.occasion().phase) {
        Ok(view)
    } else {
        Err(why)
    }
}

/// For what needs a list of villages.
pub fn not_here(m: &Model) -> Result<(), Reason> {
    match m.screen {
        Screen::Meeting => Err(|s| s.meeting.no_list),
        _ => Ok(()),
    }
}

/// On this screen, wherever.
pub fn on_screen(m: &Model) -> Result<(), Reason> {
    here(m)
}

/// The pages of a meeting are turned.
pub fn paging(m: &Model) -> Result<(), Reason> {
    let view = shown(m)?;
    match m.meetings.page {
        Page::Promises | Page::Item(_) | Page::Sum if view.occasion().phase >= Phase::Open => {
            Ok(())
        }
        _ => Err(|s| s.meeting.not_in_session),
    }
}

/// There is a page after this one.
pub fn can_go_on(m: &Model) -> Result<(), Reason> {
    paging(m)?;
    match m.meetings.page {
        Page::Sum => Err(|s| s.meeting.last_page),
        _ => Ok(()),
    }
}

/// There is a page before this one.
pub fn can_go_back(m: &Model) -> Result<(), Reason> {
    paging(m)?;
    match m.meetings.page {
        Page::Promises => Err(|s| s.meeting.first_page),
        _ => Ok(()),
    }
}

/// An item is seen, of a meeting that is not final.
pub fn on_item(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Open, Phase::Closed], |s| {
        s.meeting.not_in_session
    })?;
    m.meetings.item().map(|_| ()).ok_or(|s| s.meeting.no_item)
}

/// An item is seen while the meeting is in session.
fn on_open_item(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Open], |s| s.meeting.not_in_session)?;
    m.meetings.item().map(|_| ()).ok_or(|s| s.meeting.no_item)
}

/// On the agenda there is a line; or an item is seen that can be put aside.
pub fn on_line_or_item(m: &Model) -> Result<(), Reason> {
    on_line(m).or_else(|_| on_open_item(m))
}

pub fn on_line(m: &Model) -> Result<(), Reason> {
    on_agenda(m)?;
    if m.agenda_lines().lines.is_empty() {
        Err(|s| s.meeting.no_line)
    } else {
        Ok(())
    }
}

fn on_agenda(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Planned, Phase::Frozen], |s| {
        s.meeting.agenda_stands
    })?;
    if m.meetings.page == Page::Agenda {
        Ok(())
    } else {
        Err(|s| s.meeting.agenda_stands)
    }
}

/// Items can be added: to an agenda that is made, at the end of one that is treated.
pub fn can_add(m: &Model) -> Result<(), Reason> {
    on_agenda(m).or_else(|why| {
        let open = in_phase(m, &[Phase::Open], why);
        open.map(|_| ())
    })
}

pub fn can_add_marked(m: &Model) -> Result<(), Reason> {
    can_add(m)?;
    if m.marked.is_empty() {
        Err(|s| s.meeting.no_marks)
    } else {
        Ok(())
    }
}

pub fn can_freeze(m: &Model) -> Result<(), Reason> {
    on_agenda(m)?;
    if m.agenda_is_new() {
        Ok(())
    } else {
        Err(|s| s.meeting.nothing_to_freeze)
    }
}

pub fn can_open(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Frozen], |s| s.meeting.not_frozen)?;
    if m.agenda_is_new() {
        Err(|s| s.meeting.freeze_first)
    } else {
        Ok(())
    }
}

/// Another item is seen than the one that is treated.
pub fn can_follow(m: &Model) -> Result<(), Reason> {
    if shown(m).is_ok() && m.meeting_has_gone_on() {
        Ok(())
    } else {
        Err(|s| s.meeting.with_all)
    }
}

/// An item is seen that is not treated, or that another person leads.
pub fn can_take_floor(m: &Model) -> Result<(), Reason> {
    on_open_item(m)?;
    if m.meetings.is_with_all() {
        Err(|s| s.meeting.treated_now)
    } else {
        Ok(())
    }
}

pub fn elsewhere_than_promises(m: &Model) -> Result<(), Reason> {
    shown(m)?;
    match m.meetings.page {
        Page::Promises => Err(|s| s.why_here_already),
        _ => Ok(()),
    }
}

pub fn elsewhere_than_sum(m: &Model) -> Result<(), Reason> {
    let view = shown(m)?;
    match m.meetings.page {
        Page::Sum => Err(|s| s.why_here_already),
        _ if view.occasion().phase < Phase::Open => Err(|s| s.meeting.not_in_session),
        _ => Ok(()),
    }
}

pub fn can_close(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Open], |s| s.meeting.not_in_session).map(|_| ())
}

pub fn can_finalise(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Closed], |s| s.meeting.not_closed).map(|_| ())
}

pub fn can_add_to_minutes(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Final], |s| s.meeting.not_final).map(|_| ())
}

pub fn can_amend(m: &Model) -> Result<(), Reason> {
    let before_final = [Phase::Planned, Phase::Frozen, Phase::Open, Phase::Closed];
    in_phase(m, &before_final, |s| s.meeting.stands_now).map(|_| ())
}

pub fn can_cancel(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Planned, Phase::Frozen], |s| {
        s.meeting.agenda_stands
    })
    .map(|_| ())
}

/// A note can be made: on the item that is seen, else on the meeting as a whole.
pub fn can_note(m: &Model) -> Result<(), Reason> {
    let before_final = [Phase::Planned, Phase::Frozen, Phase::Open, Phase::Closed];
    in_phase(m, &before_final, |s| s.meeting.stands_now).map(|_| ())
}

/// A meeting is seen at which somebody can still be entered.
pub fn can_attend(m: &Model) -> Result<(), Reason> {
    can_note(m)
}

/// A meeting is seen, with its list of attendance.
pub fn has_list(m: &Model) -> Result<(), Reason> {
    shown(m).map(|_| ())
}

/// The promise under the cursor is open.
pub fn can_settle(m: &Model) -> Result<(), Reason> {
    shown(m)?;
    m.promised_here()
        .map(|_| ())
        .ok_or(|s| s.meeting.no_open_promise)
}

/// There is something to tell in a message.
pub fn tellable(m: &Model) -> Result<(), Reason> {
    shown(m).map(|_| ())
}
