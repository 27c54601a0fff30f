//! What each command does.

use super::command::Cmd;
use super::input_queue::Pending;
use super::layout::ScreenId;
use super::model::Model;
use super::msg::{Ask, Effect};
use super::toast::Tone;

impl Model {
    /// Runs a command, or says why it cannot be run now.
    pub(super) fn run(&mut self, cmd: Cmd) -> Vec<Effect> {
        if let Err(reason) = self.enabled(cmd) {
            self.say_why_not(cmd, reason);
            return Vec::new();
        }
        if !is_move(cmd) || self.shared.toast_covers_rows() {
            self.shared.toast = None;
        }
        if let Some(effects) = self.on_screen(|screen, cx| screen.run(cmd, cx)) {
            return effects;
        }
        match cmd {
            // Screens that have them run them themselves.
            Cmd::FilterDecision
            | Cmd::FilterStage
            | Cmd::Filter
            | Cmd::FilterSince
            | Cmd::FilterVillage
            | Cmd::FilterPerson
            | Cmd::Sort => Vec::new(),
            Cmd::Down => self.step(1),
            Cmd::Up => self.step(-1),
            Cmd::PageDown => self.page(true),
            Cmd::PageUp => self.page(false),
            Cmd::First => self.edge(true),
            Cmd::Last => self.edge(false),
            Cmd::Left => self.left(),
            Cmd::Right => self.right(),
            Cmd::Open => self.open(),
            Cmd::NextPane => self.turn(1),
            Cmd::PreviousPane => self.turn(-1),
            Cmd::Villages => self.show(ScreenId::Villages),
            Cmd::Board => self.show(ScreenId::Board),
            Cmd::Attention => self.show(ScreenId::Attention),
            Cmd::Meeting => self.show_meetings(),
            Cmd::Events => self.show(ScreenId::Events),
            Cmd::Log => self.show(ScreenId::Log),
            Cmd::Search => self.open_search(),
            Cmd::FilterKecamatan => self.pick_region(),
            Cmd::NoProduct => self.open_no_product(),
            Cmd::ClearFilters => self.clear_filters(),
            Cmd::Views => self.ask_for_views(),
            Cmd::Mark => self.mark(),
            Cmd::MarkRange => self.mark_many(true),
            Cmd::MarkAll => self.mark_many(false),
            Cmd::ClearMarks => self.clear_marks(),
            Cmd::ForMarked => self.pick_bulk(),
            Cmd::Makers => self.pick_making(),
            Cmd::Present => self.show_present(),
            Cmd::AsOf => self.ask_for_day(),
            Cmd::Message => self.ask_for_message(),
            Cmd::CloseAction if self.shared.screen == ScreenId::Meeting => self.open_settle(),
            Cmd::Note if self.shared.screen == ScreenId::Meeting => self.open_meeting_note(),
            Cmd::MeetingActs if self.shared.screen == ScreenId::Events => self.pick_event_act(),
            Cmd::MeetingActs
            | Cmd::NextItem
            | Cmd::PreviousItem
            | Cmd::Jump
            | Cmd::Decide
            | Cmd::Postpone
            | Cmd::LeaveOut
            | Cmd::FollowMeeting
            | Cmd::LineUp
            | Cmd::LineDown
            | Cmd::NewMeeting
            | Cmd::AmendMeeting
            | Cmd::CancelMeeting
            | Cmd::AgendaFromMarks
            | Cmd::AgendaFromList
            | Cmd::AddTopic
            | Cmd::ItemMinutes
            | Cmd::Freeze
            | Cmd::OpenMeeting
            | Cmd::TakeFloor
            | Cmd::PromisesPage
            | Cmd::SumPage
            | Cmd::CloseMeeting
            | Cmd::Finalise
            | Cmd::Addendum
            | Cmd::Attendance
            | Cmd::MeetingPapers => self.run_meeting(cmd),
            Cmd::RecordPotential
            | Cmd::AmendPotential
            | Cmd::WithdrawPotential
            | Cmd::Choose
            | Cmd::Decree
            | Cmd::CancelChoice
            | Cmd::Category
            | Cmd::StageForward
            | Cmd::StageBack
            | Cmd::SoldRaw
            | Cmd::Claim
            | Cmd::Verify
            | Cmd::WithdrawEvidence
            | Cmd::RaiseBlocker
            | Cmd::ClearBlocker
            | Cmd::PlanAction
            | Cmd::CloseAction
            | Cmd::AddProducer
            | Cmd::AmendProducer
            | Cmd::TurnProducer
            | Cmd::CountWorkers
            | Cmd::RecordMonth
            | Cmd::OpenChannel
            | Cmd::CloseChannel
            | Cmd::BeginAssistance
            | Cmd::EndAssistance
            | Cmd::Note => self.open_form(cmd),
            Cmd::CheckIn
            | Cmd::CorrectGuest
            | Cmd::StrikeGuest
            | Cmd::NewEvent
            | Cmd::ChangeEvent
            | Cmd::CloseEvent => self.run_at_desk(cmd),
            Cmd::Undo | Cmd::Redo => {
                self.shared.input.pending = Some(Pending::Question);
                vec![Effect::Ask(Ask::LastAct {
                    redo: cmd == Cmd::Redo,
                })]
            }
            Cmd::Palette => self.open_menu(true),
            Cmd::Help => self.open_menu(false),
            Cmd::Language => {
                self.shared.session.lang = self.shared.session.lang.other();
                Vec::new()
            }
            Cmd::Theme => {
                self.shared.session.theme = self.shared.session.theme.next();
                let s = &self.shared.strings().screens;
                let text = (s.theme_now)(s.themes[self.shared.session.theme as usize]);
                self.shared.say(text, Tone::Plain);
                Vec::new()
            }
            Cmd::Redraw => vec![Effect::Redraw],
            Cmd::Suspend => vec![Effect::Suspend],
            Cmd::Back => self.back(),
            Cmd::Quit => vec![Effect::Quit],
        }
    }
}

/// Moves leave the last message where it is: wiping it on every key would cost a slow line.
fn is_move(cmd: Cmd) -> bool {
    matches!(
        cmd,
        Cmd::Down | Cmd::Up | Cmd::Mark | Cmd::PageDown | Cmd::PageUp | Cmd::First | Cmd::Last
    )
}
