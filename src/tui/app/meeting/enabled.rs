//! What can be done on the meeting screen now, and why not.

use super::{Page, View};
use crate::domain::occasion::Phase;
use crate::tui::app::command::{Cmd, Reason};
use crate::tui::app::model::Model;

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

/// What this screen says of a command, where it is not the usual.
pub fn enabled(m: &Model, cmd: Cmd) -> Option<Result<(), Reason>> {
    Some(match cmd {
        Cmd::MeetingActs | Cmd::NewMeeting => Ok(()),
        Cmd::Left if m.screens.meeting.shown().is_some() => Ok(()),
        Cmd::FilterKecamatan => Err(|s| s.meeting.no_list),
        Cmd::Message | Cmd::Attendance => shown(m).map(|_| ()),
        Cmd::Note | Cmd::CheckIn => can_note(m),
        // Whoever is there is seen on the list of attendance.
        Cmd::CorrectGuest | Cmd::StrikeGuest => can_note(m).and(Err(|s| s.desk.no_guest)),
        Cmd::CloseAction => can_settle(m),
        Cmd::NextItem => can_go_on(m),
        Cmd::PreviousItem => can_go_back(m),
        Cmd::Jump => paging(m),
        Cmd::Decide => on_item(m),
        Cmd::Postpone | Cmd::LeaveOut => on_line_or_item(m),
        Cmd::FollowMeeting => can_follow(m),
        Cmd::LineUp | Cmd::LineDown | Cmd::ItemMinutes => on_line(m),
        Cmd::AmendMeeting => can_note(m),
        Cmd::CancelMeeting => can_cancel(m),
        Cmd::AgendaFromMarks => can_add_marked(m),
        Cmd::AgendaFromList | Cmd::AddTopic => can_add(m),
        Cmd::Freeze => can_freeze(m),
        Cmd::OpenMeeting => can_open(m),
        Cmd::TakeFloor => can_take_floor(m),
        Cmd::PromisesPage => elsewhere_than_promises(m),
        Cmd::SumPage => elsewhere_than_sum(m),
        Cmd::CloseMeeting => can_close(m),
        Cmd::Finalise => can_finalise(m),
        Cmd::Addendum => can_add_to_minutes(m),
        _ => return None,
    })
}

fn shown(m: &Model) -> Result<&View, Reason> {
    let shown = m.screens.meeting.shown();
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

/// The pages of a meeting are turned.
fn paging(m: &Model) -> Result<(), Reason> {
    let view = shown(m)?;
    match m.screens.meeting.page {
        Page::Promises | Page::Item(_) | Page::Sum if view.occasion().phase >= Phase::Open => {
            Ok(())
        }
        _ => Err(|s| s.meeting.not_in_session),
    }
}

/// There is a page after this one.
fn can_go_on(m: &Model) -> Result<(), Reason> {
    paging(m)?;
    match m.screens.meeting.page {
        Page::Sum => Err(|s| s.meeting.last_page),
        _ => Ok(()),
    }
}

/// There is a page before this one.
fn can_go_back(m: &Model) -> Result<(), Reason> {
    paging(m)?;
    match m.screens.meeting.page {
        Page::Promises => Err(|s| s.meeting.first_page),
        _ => Ok(()),
    }
}

/// An item is seen, of a meeting that is not final.
fn on_item(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Open, Phase::Closed], |s| {
        s.meeting.not_in_session
    })?;
    m.screens
        .meeting
        .item()
        .map(|_| ())
        .ok_or(|s| s.meeting.no_item)
}

/// An item is seen while the meeting is in session.
fn on_open_item(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Open], |s| s.meeting.not_in_session)?;
    m.screens
        .meeting
        .item()
        .map(|_| ())
        .ok_or(|s| s.meeting.no_item)
}

/// On the agenda there is a line; or an item is seen that can be put aside.
fn on_line_or_item(m: &Model) -> Result<(), Reason> {
    on_line(m).or_else(|_| on_open_item(m))
}

fn on_line(m: &Model) -> Result<(), Reason> {
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
    if m.screens.meeting.page == Page::Agenda {
        Ok(())
    } else {
        Err(|s| s.meeting.agenda_stands)
    }
}

/// Items can be added: to an agenda that is made, at the end of one that is treated.
fn can_add(m: &Model) -> Result<(), Reason> {
    on_agenda(m).or_else(|why| {
        let open = in_phase(m, &[Phase::Open], why);
        open.map(|_| ())
    })
}

fn can_add_marked(m: &Model) -> Result<(), Reason> {
    can_add(m)?;
    if m.shared.marked.is_empty() {
        Err(|s| s.meeting.no_marks)
    } else {
        Ok(())
    }
}

fn can_freeze(m: &Model) -> Result<(), Reason> {
    on_agenda(m)?;
    if m.agenda_is_new() {
        Ok(())
    } else {
        Err(|s| s.meeting.nothing_to_freeze)
    }
}

fn can_open(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Frozen], |s| s.meeting.not_frozen)?;
    if m.agenda_is_new() {
        Err(|s| s.meeting.freeze_first)
    } else {
        Ok(())
    }
}

/// Another item is seen than the one that is treated.
fn can_follow(m: &Model) -> Result<(), Reason> {
    if shown(m).is_ok() && m.meeting_has_gone_on() {
        Ok(())
    } else {
        Err(|s| s.meeting.with_all)
    }
}

/// An item is seen that is not treated, or that another person leads.
fn can_take_floor(m: &Model) -> Result<(), Reason> {
    on_open_item(m)?;
    if m.screens.meeting.is_with_all() {
        Err(|s| s.meeting.treated_now)
    } else {
        Ok(())
    }
}

fn elsewhere_than_promises(m: &Model) -> Result<(), Reason> {
    shown(m)?;
    match m.screens.meeting.page {
        Page::Promises => Err(|s| s.why_here_already),
        _ => Ok(()),
    }
}

fn elsewhere_than_sum(m: &Model) -> Result<(), Reason> {
    let view = shown(m)?;
    match m.screens.meeting.page {
        Page::Sum => Err(|s| s.why_here_already),
        _ if view.occasion().phase < Phase::Open => Err(|s| s.meeting.not_in_session),
        _ => Ok(()),
    }
}

fn can_close(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Open], |s| s.meeting.not_in_session).map(|_| ())
}

fn can_finalise(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Closed], |s| s.meeting.not_closed).map(|_| ())
}

fn can_add_to_minutes(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Final], |s| s.meeting.not_final).map(|_| ())
}

fn can_cancel(m: &Model) -> Result<(), Reason> {
    in_phase(m, &[Phase::Planned, Phase::Frozen], |s| {
        s.meeting.agenda_stands
    })
    .map(|_| ())
}

/// A note can be made: on the item that is seen, else on the meeting as a whole.
fn can_note(m: &Model) -> Result<(), Reason> {
    let before_final = [Phase::Planned, Phase::Frozen, Phase::Open, Phase::Closed];
    in_phase(m, &before_final, |s| s.meeting.stands_now).map(|_| ())
}

/// The promise under the cursor is open.
fn can_settle(m: &Model) -> Result<(), Reason> {
    shown(m)?;
    m.promised_here()
        .map(|_| ())
        .ok_or(|s| s.meeting.no_open_promise)
}
