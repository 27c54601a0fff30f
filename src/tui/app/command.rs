//! The registry of commands: every command of the screens stands here once.
//!
//! Bar, help, palette, `ovop keys`, the manual's key table and the check of the settings are all made from it.

mod enabled;

use enabled::{
    always, blocked, choice, claimed, closable, elsewhere_than, known_evidence, marked_last,
    not_first_stage, not_last_stage, notable, occasions, on_a_list_of_its_own, on_log_screen,
    on_villages_screen, pane_left, pane_right, potential, some_filter, some_marks,
    something_to_open, tellable, village, with_assistance, with_channel, with_producer,
    with_regions,
};

use super::meeting::enabled as meeting;
use super::model::{Model, Screen};
use super::reception;
use crate::strings::Strings;
use crate::strings::commands::{CommandText, Commands};
use crate::strings::screens::Screens;

/// What a key or the palette asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cmd {
    Down,
    Up,
    PageDown,
    PageUp,
    First,
    Last,
    Left,
    Right,
    Open,
    NextPane,
    PreviousPane,
    Villages,
    Board,
    Attention,
    Meeting,
    Events,
    Journal,
    Search,
    FilterKecamatan,
    FilterDecision,
    FilterStage,
    NoProduct,
    Filter,
    FilterSince,
    FilterVillage,
    FilterPerson,
    ClearFilters,
    Sort,
    Views,
    Present,
    AsOf,
    Mark,
    MarkRange,
    MarkAll,
    ClearMarks,
    ForMarked,
    Message,
    RecordPotential,
    AmendPotential,
    WithdrawPotential,
    Choose,
    Decree,
    CancelChoice,
    Category,
    StageForward,
    StageBack,
    SoldRaw,
    Claim,
    Verify,
    WithdrawEvidence,
    RaiseBlocker,
    ClearBlocker,
    PlanAction,
    CloseAction,
    Makers,
    AddProducer,
    AmendProducer,
    TurnProducer,
    CountWorkers,
    RecordMonth,
    OpenChannel,
    CloseChannel,
    BeginAssistance,
    EndAssistance,
    CheckIn,
    CorrectGuest,
    StrikeGuest,
    NewEvent,
    ChangeEvent,
    CloseEvent,
    Note,
    Undo,
    Redo,
    MeetingActs,
    NextItem,
    PreviousItem,
    Jump,
    Decide,
    Postpone,
    LeaveOut,
    FollowMeeting,
    LineUp,
    LineDown,
    NewMeeting,
    AmendMeeting,
    CancelMeeting,
    AgendaFromMarks,
    AgendaFromList,
    AddTopic,
    ItemMinutes,
    Freeze,
    OpenMeeting,
    TakeFloor,
    PromisesPage,
    SumPage,
    CloseMeeting,
    Finalise,
    Addendum,
    Attendance,
    MeetingPapers,
    Palette,
    Help,
    Language,
    Theme,
    Redraw,
    Suspend,
    Back,
    Quit,
}

/// The heading under which help and manual list a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Move,
    Screens,
    Find,
    Acts,
    Meeting,
    Program,
}

impl Section {
    pub const ALL: [Self; 6] = [
        Self::Move,
        Self::Screens,
        Self::Find,
        Self::Acts,
        Self::Meeting,
        Self::Program,
    ];

    #[must_use]
    pub fn title(self, s: &Strings) -> &'static str {
        match self {
            Self::Move => s.commands.section_move,
            Self::Screens => s.commands.section_screens,
            Self::Find => s.commands.section_find,
            Self::Acts => s.commands.section_acts,
            Self::Meeting => s.commands.meeting.screen.label,
            Self::Program => s.commands.section_program,
        }
    }
}

/// Why a command cannot be used now, as the text that says so.
pub type Reason = fn(&Screens) -> &'static str;

/// One command.
pub struct Command {
    pub cmd: Cmd,
    /// The name in settings and on `ovop keys`.
    pub name: &'static str,
    pub section: Section,
    /// Default keys, in the words of [`super::keymap::Key`]; the first is the one that is shown.
    pub keys: &'static [&'static str],
    /// Keys that it has while the pages of a meeting are turned: there the usual commands of these keys have nothing to act
    /// on.
    pub meeting_keys: &'static [&'static str],
    /// Place in the bar, lower first; 0 stays out.
    pub bar: u8,
    text: fn(&Commands) -> &CommandText,
    enabled: fn(&Model) -> Result<(), Reason>,
}

impl Command {
    #[must_use]
    pub fn label(&self, s: &Strings) -> &'static str {
        (self.text)(&s.commands).label
    }

    #[must_use]
    pub fn help(&self, s: &Strings) -> &'static str {
        (self.text)(&s.commands).help
    }

    #[must_use]
    pub fn section_title(&self, s: &Strings) -> &'static str {
        self.section.title(s)
    }

    /// Whether it writes into the record.
    #[must_use]
    pub fn records(&self) -> bool {
        self.section == Section::Acts || meeting::records(self.cmd)
    }

    /// Whether it can be used now.
    ///
    /// # Errors
    /// The reason why not, for a person to read.
    pub fn enabled(&self, model: &Model) -> Result<(), Reason> {
        let records = self.records();
        if records && model.looks_only() {
            return Err(match model.view_only {
                true => |s| s.why_view,
                false => |s| s.why_viewer,
            });
        }
        // The past is looked at, never changed.
        if records && model.seen.is_some() {
            return Err(|s| s.why_past);
        }
        (self.enabled)(model)
    }
}

/// All commands, in the order of the manual.
#[must_use]
pub fn all() -> &'static [Command] {
    COMMANDS
}

/// The registry entry of a command.
#[must_use]
pub fn of(cmd: Cmd) -> &'static Command {
    // The registry holds every command, in the order of `Cmd`; a test keeps it so.
    &COMMANDS[cmd as usize]
}

const fn c(
    cmd: Cmd,
    name: &'static str,
    section: Section,
    keys: &'static [&'static str],
    bar: u8,
    text: fn(&Commands) -> &CommandText,
    enabled: fn(&Model) -> Result<(), Reason>,
) -> Command {
    Command {
        cmd,
        name,
        section,
        keys,
        meeting_keys: &[],
        bar,
        text,
        enabled,
    }
}

/// A command of the meeting screen.
const fn m(
    cmd: Cmd,
    name: &'static str,
    keys: &'static [&'static str],
    meeting_keys: &'static [&'static str],
    bar: u8,
    text: fn(&Commands) -> &CommandText,
    enabled: fn(&Model) -> Result<(), Reason>,
) -> Command {
    Command {
        meeting_keys,
        ..c(cmd, name, Section::Meeting, keys, bar, text, enabled)
    }
}

use Cmd::{
    AmendPotential, AsOf, Attention, Back, Board, CancelChoice, Category, Choose, Claim,
    ClearBlocker, ClearFilters, ClearMarks, CloseAction, Decree, Down, Filter, FilterDecision,
    FilterKecamatan, FilterPerson, FilterSince, FilterStage, FilterVillage, First, ForMarked, Help,
    Journal, Language, Last, Left, Mark, MarkAll, MarkRange, Message, NextPane, NoProduct, Note,
    Open, PageDown, PageUp, Palette, PlanAction, PreviousPane, Quit, RaiseBlocker, RecordPotential,
    Redo, Redraw, Right, Search, SoldRaw, Sort, StageBack, StageForward, Suspend, Theme, Undo, Up,
    Verify, Villages, WithdrawEvidence, WithdrawPotential,
};

#[rustfmt::skip] // one line a command: a table is read as a table
static COMMANDS: &[Command] = &[
    c(Down, "down", Section::Move, &["j", "Down"], 0, |t| &t.down, always),
    c(Up, "up", Section::Move, &["k", "Up"], 0, |t| &t.up, always),
    c(PageDown, "page-down", Section::Move, &["J", "PgDn"], 0, |t| &t.page_down, always),
    c(PageUp, "page-up", Section::Move, &["K", "PgUp"], 0, |t| &t.page_up, always),
    c(First, "first", Section::Move, &["g", "Home"], 0, |t| &t.first, always),
    c(Last, "last", Section::Move, &["G", "End"], 0, |t| &t.last, always),
    c(Left, "left", Section::Move, &["h", "Left"], 0, |t| &t.left, pane_left),
    c(Right, "right", Section::Move, &["l", "Right"], 0, |t| &t.right, pane_right),
    c(Open, "open", Section::Move, &["Enter"], 2, |t| &t.open, something_to_open),
    c(NextPane, "next-pane", Section::Move, &["Tab"], 0, |t| &t.next_pane, always),
    c(PreviousPane, "previous-pane", Section::Move, &["S-Tab"], 0, |t| &t.previous_pane, always),
    c(Villages, "villages", Section::Screens, &["1"], 0, |t| &t.villages, |m| elsewhere_than(m, Screen::Villages)),
    c(Board, "board", Section::Screens, &["2"], 0, |t| &t.board, |m| elsewhere_than(m, Screen::Board)),
    c(Attention, "attention", Section::Screens, &["3"], 0, |t| &t.attention, |m| elsewhere_than(m, Screen::Attention)),
    c(Cmd::Meeting, "meeting", Section::Screens, &["4"], 0, |t| &t.meeting.screen, |m| elsewhere_than(m, Screen::Meeting)),
    c(Cmd::Events, "events", Section::Screens, &["5"], 0, |t| &t.desk.events, |m| elsewhere_than(m, Screen::Events)),
    c(Journal, "log", Section::Screens, &["7"], 0, |t| &t.journal, |m| elsewhere_than(m, Screen::Journal)),
    c(Search, "search", Section::Find, &["/"], 1, |t| &t.search, always),
    c(FilterKecamatan, "filter-kecamatan", Section::Find, &["C"], 14, |t| &t.filter_kecamatan, with_regions),
    c(FilterDecision, "filter-decision", Section::Find, &["D"], 15, |t| &t.filter_decision, on_villages_screen),
    c(FilterStage, "filter-stage", Section::Find, &["T"], 16, |t| &t.filter_stage, on_villages_screen),
    c(NoProduct, "no-product", Section::Find, &["0"], 13, |t| &t.no_product, always),
    c(Filter, "filter", Section::Find, &["f"], 13, |t| &t.filter, on_a_list_of_its_own),
    c(FilterSince, "filter-since", Section::Find, &["S"], 14, |t| &t.filter_since, on_log_screen),
    c(FilterVillage, "filter-village", Section::Find, &["V"], 15, |t| &t.filter_village, on_log_screen),
    c(FilterPerson, "filter-person", Section::Find, &["F"], 16, |t| &t.filter_person, on_log_screen),
    c(ClearFilters, "clear-filters", Section::Find, &["X"], 0, |t| &t.clear_filters, some_filter),
    c(Sort, "sort", Section::Find, &["o"], 17, |t| &t.sort, on_villages_screen),
    c(Cmd::Views, "views", Section::Find, &["O"], 0, |t| &t.views, always),
    c(Cmd::Present, "present", Section::Find, &["@"], 0, |t| &t.present, always),
    c(AsOf, "as-of", Section::Find, &["B"], 0, |t| &t.as_of, always),
    c(Mark, "mark", Section::Find, &["Space"], 0, |t| &t.mark, village),
    c(MarkRange, "mark-range", Section::Find, &["Z"], 0, |t| &t.mark_range, marked_last),
    c(MarkAll, "mark-all", Section::Find, &["A"], 0, |t| &t.mark_all, village),
    c(ClearMarks, "clear-marks", Section::Find, &["z"], 0, |t| &t.clear_marks, some_marks),
    c(ForMarked, "for-marked", Section::Acts, &["E"], 2, |t| &t.for_marked, some_marks),
    c(Message, "message", Section::Find, &["w"], 12, |t| &t.message, tellable),
    c(RecordPotential, "record-potential", Section::Acts, &["a"], 3, |t| &t.record_potential, village),
    c(AmendPotential, "amend-potential", Section::Acts, &["e"], 0, |t| &t.amend_potential, potential),
    c(WithdrawPotential, "withdraw-potential", Section::Acts, &["d"], 0, |t| &t.withdraw_potential, potential),
    c(Choose, "choose", Section::Acts, &["p"], 4, |t| &t.choose, potential),
    c(Decree, "decree", Section::Acts, &["s"], 8, |t| &t.decree, choice),
    c(CancelChoice, "cancel-choice", Section::Acts, &["x"], 0, |t| &t.cancel_choice, choice),
    c(Category, "category", Section::Acts, &["P"], 0, |t| &t.category, choice),
    c(StageForward, "stage-forward", Section::Acts, &["m"], 5, |t| &t.stage_forward, not_last_stage),
    c(StageBack, "stage-back", Section::Acts, &["M"], 0, |t| &t.stage_back, not_first_stage),
    c(SoldRaw, "sold-raw", Section::Acts, &["r"], 0, |t| &t.sold_raw, village),
    c(Claim, "evidence", Section::Acts, &["n"], 6, |t| &t.claim, choice),
    c(Verify, "verify", Section::Acts, &["v"], 9, |t| &t.verify, claimed),
    c(WithdrawEvidence, "withdraw-evidence", Section::Acts, &["N"], 0, |t| &t.withdraw_evidence, |m| known_evidence(m, |_| true)),
    c(RaiseBlocker, "obstacle", Section::Acts, &["i"], 11, |t| &t.raise_blocker, village),
    c(ClearBlocker, "clear-obstacle", Section::Acts, &["I"], 0, |t| &t.clear_blocker, blocked),
    c(PlanAction, "plan-action", Section::Acts, &["t"], 7, |t| &t.plan_action, village),
    c(CloseAction, "close-action", Section::Acts, &["R"], 0, |t| &t.close_action, closable),
    c(Cmd::Makers, "makers", Section::Acts, &["+"], 0, |t| &t.makers, choice),
    c(Cmd::AddProducer, "add-producer", Section::Acts, &[], 0, |t| &t.add_producer, choice),
    c(Cmd::AmendProducer, "amend-producer", Section::Acts, &[], 0, |t| &t.amend_producer, with_producer),
    c(Cmd::TurnProducer, "stop-producer", Section::Acts, &[], 0, |t| &t.turn_producer, with_producer),
    c(Cmd::CountWorkers, "workers", Section::Acts, &[], 0, |t| &t.count_workers, choice),
    c(Cmd::RecordMonth, "month", Section::Acts, &[], 0, |t| &t.record_month, choice),
    c(Cmd::OpenChannel, "open-channel", Section::Acts, &[], 0, |t| &t.open_channel, choice),
    c(Cmd::CloseChannel, "close-channel", Section::Acts, &[], 0, |t| &t.close_channel, with_channel),
    c(Cmd::BeginAssistance, "begin-assistance", Section::Acts, &[], 0, |t| &t.begin_assistance, choice),
    c(Cmd::EndAssistance, "end-assistance", Section::Acts, &[], 0, |t| &t.end_assistance, with_assistance),
    c(Cmd::CheckIn, "check-in", Section::Acts, &["H"], 3, |t| &t.desk.check_in, reception::may_come),
    c(Cmd::CorrectGuest, "correct-guest", Section::Acts, &[], 0, |t| &t.desk.correct_guest, reception::on_guest),
    c(Cmd::StrikeGuest, "strike-guest", Section::Acts, &["-"], 4, |t| &t.desk.strike_guest, reception::on_guest),
    c(Cmd::NewEvent, "new-event", Section::Acts, &[], 0, |t| &t.desk.new_event, reception::on_events),
    c(Cmd::ChangeEvent, "change-event", Section::Acts, &[], 0, |t| &t.desk.change_event, reception::may_change),
    c(Cmd::CloseEvent, "close-event", Section::Acts, &[], 0, |t| &t.desk.close_event, reception::may_close),
    c(Note, "note", Section::Acts, &["c"], 10, |t| &t.note, notable),
    c(Undo, "undo", Section::Acts, &["u"], 12, |t| &t.undo, always),
    c(Redo, "redo", Section::Acts, &["U"], 0, |t| &t.redo, always),
    m(Cmd::MeetingActs, "occasion-acts", &["="], &[], 3, |t| &t.meeting.acts, occasions),
    m(Cmd::NextItem, "next-item", &[], &["n", "Space"], 1, |t| &t.meeting.next, meeting::can_go_on),
    m(Cmd::PreviousItem, "previous-item", &[], &["p"], 11, |t| &t.meeting.previous, meeting::can_go_back),
    m(Cmd::Jump, "jump", &["#"], &[], 15, |t| &t.meeting.jump, meeting::paging),
    m(Cmd::Decide, "decide", &["!"], &[], 2, |t| &t.meeting.decide, meeting::on_item),
    m(Cmd::Postpone, "postpone", &[">"], &[], 12, |t| &t.meeting.postpone, meeting::on_line_or_item),
    m(Cmd::LeaveOut, "leave-out", &[], &["-"], 13, |t| &t.meeting.leave_out, meeting::on_line_or_item),
    m(Cmd::FollowMeeting, "follow", &["."], &[], 3, |t| &t.meeting.follow, meeting::can_follow),
    m(Cmd::LineUp, "line-up", &["["], &[], 16, |t| &t.meeting.line_up, meeting::on_line),
    m(Cmd::LineDown, "line-down", &["]"], &[], 16, |t| &t.meeting.line_down, meeting::on_line),
    m(Cmd::NewMeeting, "new-meeting", &[], &[], 0, |t| &t.meeting.new, meeting::on_screen),
    m(Cmd::AmendMeeting, "amend-meeting", &[], &[], 0, |t| &t.meeting.amend, meeting::can_amend),
    m(Cmd::CancelMeeting, "cancel-meeting", &[], &[], 0, |t| &t.meeting.cancel, meeting::can_cancel),
    m(Cmd::AgendaFromMarks, "agenda-from-marks", &[], &[], 0, |t| &t.meeting.from_marks, meeting::can_add_marked),
    m(Cmd::AgendaFromList, "agenda-from-filter", &[], &[], 0, |t| &t.meeting.from_list, meeting::can_add),
    m(Cmd::AddTopic, "add-topic", &[], &[], 0, |t| &t.meeting.topic, meeting::can_add),
    m(Cmd::ItemMinutes, "item-minutes", &[], &[], 0, |t| &t.meeting.minutes, meeting::on_line),
    m(Cmd::Freeze, "freeze", &[], &[], 0, |t| &t.meeting.freeze, meeting::can_freeze),
    m(Cmd::OpenMeeting, "open-meeting", &[], &[], 0, |t| &t.meeting.open, meeting::can_open),
    m(Cmd::TakeFloor, "treat-item", &[], &[], 0, |t| &t.meeting.take_floor, meeting::can_take_floor),
    m(Cmd::PromisesPage, "last-promises", &[], &[], 0, |t| &t.meeting.promises, meeting::elsewhere_than_promises),
    m(Cmd::SumPage, "sum-up", &[], &[], 0, |t| &t.meeting.sum, meeting::elsewhere_than_sum),
    m(Cmd::CloseMeeting, "close-meeting", &[], &[], 0, |t| &t.meeting.close, meeting::can_close),
    m(Cmd::Finalise, "finalise", &[], &[], 0, |t| &t.meeting.finalise, meeting::can_finalise),
    m(Cmd::Addendum, "addendum", &[], &[], 0, |t| &t.meeting.addendum, meeting::can_add_to_minutes),
    m(Cmd::Attendance, "attendance", &[], &[], 0, |t| &t.meeting.attendance, meeting::has_list),
    m(Cmd::MeetingPapers, "papers", &[], &["P"], 17, |t| &t.meeting.papers, super::papers::some_papers),
    c(Palette, "palette", Section::Program, &[":"], 18, |t| &t.palette, always),
    c(Help, "help", Section::Program, &["?"], 19, |t| &t.help, always),
    c(Language, "language", Section::Program, &["b"], 0, |t| &t.language, always),
    c(Theme, "theme", Section::Program, &["y"], 0, |t| &t.theme, always),
    c(Redraw, "redraw", Section::Program, &["C-l"], 0, |t| &t.redraw, always),
    c(Suspend, "suspend", Section::Program, &["C-z"], 0, |t| &t.suspend, always),
    c(Back, "back", Section::Program, &["q", "Esc"], 20, |t| &t.back, always),
    c(Quit, "quit", Section::Program, &["C-c"], 0, |t| &t.quit, always),
];

#[cfg(test)]
mod tests;
