//! When a command can be used, and why not.

use super::command::{self, Cmd, Needs, Reason};
use super::form::can_be_verified;
use super::layout::{Pane, ScreenId};
use super::model::Model;
use super::{meeting, papers, reception};
use crate::domain::evidence::Evidence;
use crate::domain::makers::Makers;
use crate::domain::stage::Stage;
use crate::domain::village::Village;

impl Model {
    /// Whether a command can be used now.
    ///
    /// # Errors
    /// The reason why not, for a person to read.
    pub fn enabled(&self, cmd: Cmd) -> Result<(), Reason> {
        let command = command::of(cmd);
        if command.records && self.shared.looks_only() {
            return Err(match self.shared.session.view_only {
                true => |s| s.why_view,
                false => |s| s.why_viewer,
            });
        }
        // The past is looked at, never changed.
        if command.records && self.shared.clock.seen.is_some() {
            return Err(|s| s.why_past);
        }
        // Until they have modules of their own, these two say it here.
        let says = match self.shared.screen {
            ScreenId::Meeting | ScreenId::Events if cmd == Cmd::MeetingPapers => {
                Some(papers::some_papers(self))
            }
            ScreenId::Meeting => meeting::enabled::enabled(self, cmd),
            ScreenId::Events => reception::enabled(self, cmd),
            _ => self.screen().enabled(cmd, &self.shared),
        };
        match says {
            Some(says) => says,
            None => self.meets(&command.needs),
        }
    }

    /// Whether what a command needs is there.
    fn meets(&self, needs: &Needs) -> Result<(), Reason> {
        match needs {
            Needs::Nothing => Ok(()),
            Needs::Screen(why) => Err(*why),
            Needs::OtherScreen(screen) => is(self.shared.screen != *screen, |s| s.why_here_already),
            Needs::PaneOnLeft => {
                let first = self.shared.screen.panes().first() == Some(&self.shared.focus);
                is(!first, |s| s.why_one_pane)
            }
            Needs::Openable => match self.shared.focus {
                Pane::List => self.meets(&Needs::Village),
                Pane::Card => Err(|s| s.why_open_already),
                _ => Ok(()),
            },
            Needs::Filter => is(self.screen().is_filtered(), |s| s.why_no_filter),
            Needs::Marks => is(!self.shared.marked.is_empty(), |s| s.why_no_marks),
            Needs::LastMark => {
                self.meets(&Needs::Village)?;
                is(self.shared.marked.last().is_some(), |s| s.why_no_marks)
            }
            Needs::Village => is(self.target().is_some(), |s| s.why_no_village),
            Needs::Potential => match self.target_summary() {
                Some(summary) => is(summary.potentials > 0, |s| s.why_no_potential),
                None => self.meets(&Needs::Village),
            },
            Needs::Choice => match self.target_summary() {
                Some(summary) => is(!summary.decision.is_without_product(), |s| s.why_no_choice),
                None => self.meets(&Needs::Village),
            },
            Needs::NextStage => {
                self.meets(&Needs::Choice)?;
                is(!self.is_in(Stage::Marketed), |s| s.why_last_stage)
            }
            Needs::EarlierStage => {
                self.meets(&Needs::Choice)?;
                is(!self.is_in(Stage::Potential), |s| s.why_first_stage)
            }
            Needs::Evidence => self.known_evidence(|_| true),
            Needs::Claimed => {
                self.known_evidence(|_| true)?;
                let claimed = self.known_evidence(can_be_verified);
                claimed.map_err(|_| -> Reason { |s| s.why_all_verified })
            }
            Needs::Obstacle => {
                self.on_card(|v| !v.follow.blockers.is_empty(), |s| s.why_no_obstacle)
            }
            Needs::Promise => self.on_card(|v| v.follow.next().is_some(), |s| s.why_no_promise),
            Needs::Producer => self.with_making(|k| !k.producers.is_empty(), |s| s.why_no_producer),
            Needs::Channel => {
                let open = |k: &Makers| k.channels.iter().any(|c| c.ended.is_none());
                self.with_making(open, |s| s.why_no_channel)
            }
            Needs::Assistance => {
                let running = |k: &Makers| k.assistance.iter().any(|a| a.ended.is_none());
                self.with_making(running, |s| s.why_no_assistance)
            }
        }
    }

    fn is_in(&self, stage: Stage) -> bool {
        self.target_summary().and_then(|s| s.stage) == Some(stage)
    }

    /// What the card tells and the list does not. While the card is not there the command may be tried; the card is
    /// read before its form opens.
    fn on_card(&self, there: impl Fn(&Village) -> bool, why_not: Reason) -> Result<(), Reason> {
        self.meets(&Needs::Village)?;
        match self.shown_card() {
            Some(card) => is(there(&card.village), why_not),
            None => Ok(()),
        }
    }

    fn known_evidence(&self, fits: fn(&Evidence) -> bool) -> Result<(), Reason> {
        self.meets(&Needs::Choice)?;
        let some = |v: &Village| {
            let choice = v.choice.as_ref();
            choice.is_some_and(|c| c.evidence.iter().any(fits))
        };
        self.on_card(some, |s| s.why_no_evidence)
    }

    fn with_making(&self, there: fn(&Makers) -> bool, why_not: Reason) -> Result<(), Reason> {
        self.meets(&Needs::Choice)?;
        let some = |v: &Village| v.choice.as_ref().is_some_and(|c| there(&c.makers));
        self.on_card(some, why_not)
    }
}

fn is(so: bool, why_not: Reason) -> Result<(), Reason> {
    if so { Ok(()) } else { Err(why_not) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Lang;
    use crate::tui::app::keymap::{Key, Keymap};
    use crate::tui::app::session::ThemeName;

    /// Within a meeting `n`, `p` and Space turn its pages, `-` leaves a line out, and `P` is for its papers. What they usually do cannot be done
    /// there, so that even then no key has two meanings in one place.
    #[test]
    fn a_key_of_the_meeting_takes_nothing_away() {
        let keymap = Keymap::new(&[]).unwrap();
        let now = "2026-11-24T10:00:00+08:00".parse().unwrap();
        let look = ThemeName::Mono;
        let mut model = Model::new(Lang::Id, look, false, keymap.clone(), now);
        model.shared.screen = ScreenId::Meeting;
        model.shared.focus = Pane::Meeting;
        let mut seen = 0;
        for command in command::all() {
            for key in command.meeting_keys {
                seen += 1;
                let usual = keymap.command(Key::parse(key).unwrap());
                let usual = usual.filter(|c| model.enabled(*c).is_ok());
                assert!(
                    usual.is_none(),
                    "{key} is of use for {}",
                    command::of(usual.unwrap()).name
                );
            }
        }
        assert_eq!(seen, 5);
        // At the event desk the key of the papers takes nothing away either.
        model.shared.screen = ScreenId::Events;
        model.shared.focus = Pane::Desk;
        let papers = command::of(Cmd::MeetingPapers).meeting_keys[0];
        let usual = keymap.command(Key::parse(papers).unwrap());
        assert!(usual.is_some_and(|c| model.enabled(c).is_err()));
    }
}
