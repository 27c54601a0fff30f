//! When a command can be used, and why not.

use super::{Reason, meeting, reception};
use crate::domain::evidence::Evidence;
use crate::domain::makers::Makers;
use crate::domain::stage::Stage;
use crate::domain::village::Village;
use crate::tui::app::form::can_be_verified;
use crate::tui::app::model::{Model, Pane, Screen};

/// Meetings and events have one menu key, each its own menu.
pub(super) fn occasions(m: &Model) -> Result<(), Reason> {
    meeting::on_screen(m).or_else(|why| reception::on_events(m).map_err(|_| why))
}

pub(super) fn always(_: &Model) -> Result<(), Reason> {
    Ok(())
}

pub(super) fn village(m: &Model) -> Result<(), Reason> {
    m.target().map(|_| ()).ok_or(|s| s.why_no_village)
}

pub(super) fn potential(m: &Model) -> Result<(), Reason> {
    match m.target_summary() {
        Some(summary) if summary.potentials == 0 => Err(|s| s.why_no_potential),
        Some(_) => Ok(()),
        None => village(m),
    }
}

pub(super) fn choice(m: &Model) -> Result<(), Reason> {
    match m.target_summary() {
        Some(summary) if summary.decision.is_without_product() => Err(|s| s.why_no_choice),
        Some(_) => Ok(()),
        None => village(m),
    }
}

pub(super) fn not_last_stage(m: &Model) -> Result<(), Reason> {
    choice(m)?;
    match m.target_summary().and_then(|s| s.stage) {
        Some(Stage::Marketed) => Err(|s| s.why_last_stage),
        _ => Ok(()),
    }
}

pub(super) fn not_first_stage(m: &Model) -> Result<(), Reason> {
    choice(m)?;
    match m.target_summary().and_then(|s| s.stage) {
        Some(Stage::Potential) => Err(|s| s.why_first_stage),
        _ => Ok(()),
    }
}

/// What the card tells and the list does not. While the card is not there the command may be tried; the card is read
/// before its form opens.
pub(super) fn on_card(
    m: &Model,
    there: impl Fn(&Village) -> bool,
    why_not: Reason,
) -> Result<(), Reason> {
    village(m)?;
    match m.shown_card() {
        Some(card) if !there(&card.village) => Err(why_not),
        _ => Ok(()),
    }
}

pub(super) fn known_evidence(m: &Model, fits: fn(&Evidence) -> bool) -> Result<(), Reason> {
    choice(m)?;
    let some = |v: &Village| {
        v.choice
            .as_ref()
            .is_some_and(|c| c.evidence.iter().any(fits))
    };
    on_card(m, some, |s| s.why_no_evidence)
}

pub(super) fn claimed(m: &Model) -> Result<(), Reason> {
    known_evidence(m, |_| true)?;
    known_evidence(m, can_be_verified).map_err(|_| -> Reason { |s| s.why_all_verified })
}

pub(super) fn blocked(m: &Model) -> Result<(), Reason> {
    on_card(m, |v| !v.follow.blockers.is_empty(), |s| s.why_no_obstacle)
}

pub(super) fn promised(m: &Model) -> Result<(), Reason> {
    on_card(m, |v| v.follow.next().is_some(), |s| s.why_no_promise)
}

/// A note about the village, at a meeting about its item.
pub(super) fn notable(m: &Model) -> Result<(), Reason> {
    match m.screen {
        Screen::Meeting => meeting::can_note(m),
        _ => village(m),
    }
}

pub(super) fn closable(m: &Model) -> Result<(), Reason> {
    match m.screen {
        Screen::Meeting => meeting::can_settle(m),
        _ => promised(m),
    }
}

pub(super) fn with_making(
    m: &Model,
    there: fn(&Makers) -> bool,
    why_not: Reason,
) -> Result<(), Reason> {
    choice(m)?;
    let some = |v: &Village| v.choice.as_ref().is_some_and(|c| there(&c.makers));
    on_card(m, some, why_not)
}

pub(super) fn with_producer(m: &Model) -> Result<(), Reason> {
    with_making(m, |k| !k.producers.is_empty(), |s| s.why_no_producer)
}

pub(super) fn with_channel(m: &Model) -> Result<(), Reason> {
    let open = |k: &Makers| k.channels.iter().any(|c| c.ended.is_none());
    with_making(m, open, |s| s.why_no_channel)
}

pub(super) fn with_assistance(m: &Model) -> Result<(), Reason> {
    let running = |k: &Makers| k.assistance.iter().any(|a| a.ended.is_none());
    with_making(m, running, |s| s.why_no_assistance)
}

pub(super) fn elsewhere_than(m: &Model, screen: Screen) -> Result<(), Reason> {
    if m.screen == screen {
        Err(|s| s.why_here_already)
    } else {
        Ok(())
    }
}

pub(super) fn some_filter(m: &Model) -> Result<(), Reason> {
    if m.is_filtered() {
        Ok(())
    } else {
        Err(|s| s.why_no_filter)
    }
}

pub(super) fn some_marks(m: &Model) -> Result<(), Reason> {
    if m.marked.is_empty() {
        Err(|s| s.why_no_marks)
    } else {
        Ok(())
    }
}

pub(super) fn marked_last(m: &Model) -> Result<(), Reason> {
    village(m)?;
    m.marked.last().map(|_| ()).ok_or(|s| s.why_no_marks)
}

pub(super) fn on_villages_screen(m: &Model) -> Result<(), Reason> {
    // The attention screen is a filter and an order of its own.
    if m.screen == Screen::Villages {
        Ok(())
    } else {
        Err(|s| s.why_own_order)
    }
}

pub(super) fn with_regions(m: &Model) -> Result<(), Reason> {
    match m.screen {
        Screen::Events => Err(|s| s.why_own_order),
        _ => meeting::not_here(m),
    }
}

pub(super) fn on_a_list_of_its_own(m: &Model) -> Result<(), Reason> {
    on_log_screen(m).or_else(|_| on_villages_screen(m))
}

pub(super) fn on_log_screen(m: &Model) -> Result<(), Reason> {
    if m.screen == Screen::Journal {
        Ok(())
    } else {
        Err(|s| s.why_log_only)
    }
}

pub(super) fn tellable(m: &Model) -> Result<(), Reason> {
    match (m.screen, m.focus) {
        (Screen::Meeting, _) => meeting::tellable(m),
        (Screen::Journal, _) => Err(|s| s.why_log_not_sent),
        (Screen::Events, _) => reception::some_event(m),
        (Screen::Board, _) | (_, Pane::Regions | Pane::Reasons) => Ok(()),
        _ => village(m),
    }
}

pub(super) fn pane_left(m: &Model) -> Result<(), Reason> {
    if m.meetings.shown().is_some() && m.screen == Screen::Meeting {
        return Ok(());
    }
    let first = m.screen.panes().first() == Some(&m.focus);
    if first && m.screen != Screen::Board {
        Err(|s| s.why_one_pane)
    } else {
        Ok(())
    }
}

pub(super) fn pane_right(m: &Model) -> Result<(), Reason> {
    match m.screen {
        Screen::Board => Ok(()),
        _ => something_to_open(m),
    }
}

pub(super) fn something_to_open(m: &Model) -> Result<(), Reason> {
    match m.focus {
        Pane::Regions
        | Pane::Reasons
        | Pane::Journal
        | Pane::Meeting
        | Pane::Events
        | Pane::Desk => Ok(()),
        Pane::Guests => reception::on_guest(m),
        Pane::List => village(m),
        Pane::Card => Err(|s| s.why_open_already),
    }
}
