//! The registry of commands: every command of the screens stands here once.
//!
//! Bar, help, palette, `ovop keys`, the manual's key table and the check of the settings are all made from it.

use super::layout::ScreenId;
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
    Log,
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

/// What must be there for a command. A screen may say otherwise for itself.
pub enum Needs {
    Nothing,
    /// The command is of some screens alone, which say when; on the others this is the reason against it.
    Screen(Reason),
    OtherScreen(ScreenId),
    PaneOnLeft,
    /// Something under the cursor that can be opened.
    Openable,
    /// A filter in force.
    Filter,
    Marks,
    /// A village under the cursor, and one marked before it.
    LastMark,
    /// A village under the cursor; from here on a village of which that is true.
    Village,
    Potential,
    Choice,
    /// There is a stage after its own.
    NextStage,
    /// There is a stage before its own.
    EarlierStage,
    Evidence,
    /// Evidence that is claimed and not verified.
    Claimed,
    Obstacle,
    /// An open promise.
    Promise,
    Producer,
    /// A channel that is open.
    Channel,
    /// Assistance that has not ended.
    Assistance,
}

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
    pub needs: Needs,
    /// Whether it writes into the record.
    pub records: bool,
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
    needs: Needs,
) -> Command {
    Command {
        cmd,
        name,
        section,
        keys,
        meeting_keys: &[],
        bar,
        text,
        needs,
        records: matches!(section, Section::Acts),
    }
}

/// A command of the meeting screen, which says when it can be used.
const fn m(
    cmd: Cmd,
    name: &'static str,
    keys: &'static [&'static str],
    meeting_keys: &'static [&'static str],
    bar: u8,
    text: fn(&Commands) -> &CommandText,
) -> Command {
    let needs = Needs::Screen(|s| s.meeting.only_here);
    Command {
        meeting_keys,
        ..c(cmd, name, Section::Meeting, keys, bar, text, needs)
    }
}

/// One that writes into the record.
const fn w(
    cmd: Cmd,
    name: &'static str,
    keys: &'static [&'static str],
    meeting_keys: &'static [&'static str],
    bar: u8,
    text: fn(&Commands) -> &CommandText,
) -> Command {
    Command {
        records: true,
        ..m(cmd, name, keys, meeting_keys, bar, text)
    }
}

/// The reason that other screens give against it.
const fn elsewhere(command: Command, why: Reason) -> Command {
    Command {
        needs: Needs::Screen(why),
        ..command
    }
}

use Cmd::{
    AmendPotential, AsOf, Attention, Back, Board, CancelChoice, Category, Choose, Claim,
    ClearBlocker, ClearFilters, ClearMarks, CloseAction, Decree, Down, Filter, FilterDecision,
    FilterKecamatan, FilterPerson, FilterSince, FilterStage, FilterVillage, First, ForMarked, Help,
    Language, Last, Left, Mark, MarkAll, MarkRange, Message, NextPane, NoProduct, Note, Open,
    PageDown, PageUp, Palette, PlanAction, PreviousPane, Quit, RaiseBlocker, RecordPotential, Redo,
    Redraw, Right, Search, SoldRaw, Sort, StageBack, StageForward, Suspend, Theme, Undo, Up,
    Verify, Villages, WithdrawEvidence, WithdrawPotential,
};

#[rustfmt::skip] // one line a command: a table is read as a table
static COMMANDS: &[Command] = &[
    c(Down, "down", Section::Move, &["j", "Down"], 0, |t| &t.down, Needs::Nothing),
    c(Up, "up", Section::Move, &["k", "Up"], 0, |t| &t.up, Needs::Nothing),
    c(PageDown, "page-down", Section::Move, &["J", "PgDn"], 0, |t| &t.page_down, Needs::Nothing),
    c(PageUp, "page-up", Section::Move, &["K", "PgUp"], 0, |t| &t.page_up, Needs::Nothing),
    c(First, "first", Section::Move, &["g", "Home"], 0, |t| &t.first, Needs::Nothing),
    c(Last, "last", Section::Move, &["G", "End"], 0, |t| &t.last, Needs::Nothing),
    c(Left, "left", Section::Move, &["h", "Left"], 0, |t| &t.left, Needs::PaneOnLeft),
    c(Right, "right", Section::Move, &["l", "Right"], 0, |t| &t.right, Needs::Openable),
    c(Open, "open", Section::Move, &["Enter"], 2, |t| &t.open, Needs::Openable),
    c(NextPane, "next-pane", Section::Move, &["Tab"], 0, |t| &t.next_pane, Needs::Nothing),
    c(PreviousPane, "previous-pane", Section::Move, &["S-Tab"], 0, |t| &t.previous_pane, Needs::Nothing),
    c(Villages, "villages", Section::Screens, &["1"], 0, |t| &t.villages, Needs::OtherScreen(ScreenId::Villages)),
    c(Board, "board", Section::Screens, &["2"], 0, |t| &t.board, Needs::OtherScreen(ScreenId::Board)),
    c(Attention, "attention", Section::Screens, &["3"], 0, |t| &t.attention, Needs::OtherScreen(ScreenId::Attention)),
    c(Cmd::Meeting, "meeting", Section::Screens, &["4"], 0, |t| &t.meeting.screen, Needs::OtherScreen(ScreenId::Meeting)),
    c(Cmd::Events, "events", Section::Screens, &["5"], 0, |t| &t.desk.events, Needs::OtherScreen(ScreenId::Events)),
    c(Cmd::Log, "log", Section::Screens, &["7"], 0, |t| &t.journal, Needs::OtherScreen(ScreenId::Log)),
    c(Search, "search", Section::Find, &["/"], 1, |t| &t.search, Needs::Nothing),
    c(FilterKecamatan, "filter-kecamatan", Section::Find, &["C"], 14, |t| &t.filter_kecamatan, Needs::Nothing),
    c(FilterDecision, "filter-decision", Section::Find, &["D"], 15, |t| &t.filter_decision, Needs::Screen(|s| s.why_own_order)),
    c(FilterStage, "filter-stage", Section::Find, &["T"], 16, |t| &t.filter_stage, Needs::Screen(|s| s.why_own_order)),
    c(NoProduct, "no-product", Section::Find, &["0"], 13, |t| &t.no_product, Needs::Nothing),
    c(Filter, "filter", Section::Find, &["f"], 13, |t| &t.filter, Needs::Screen(|s| s.why_own_order)),
    c(FilterSince, "filter-since", Section::Find, &["S"], 14, |t| &t.filter_since, Needs::Screen(|s| s.why_log_only)),
    c(FilterVillage, "filter-village", Section::Find, &["V"], 15, |t| &t.filter_village, Needs::Screen(|s| s.why_log_only)),
    c(FilterPerson, "filter-person", Section::Find, &["F"], 16, |t| &t.filter_person, Needs::Screen(|s| s.why_log_only)),
    c(ClearFilters, "clear-filters", Section::Find, &["X"], 0, |t| &t.clear_filters, Needs::Filter),
    c(Sort, "sort", Section::Find, &["o"], 17, |t| &t.sort, Needs::Screen(|s| s.why_own_order)),
    c(Cmd::Views, "views", Section::Find, &["O"], 0, |t| &t.views, Needs::Nothing),
    c(Cmd::Present, "present", Section::Find, &["@"], 0, |t| &t.present, Needs::Nothing),
    c(AsOf, "as-of", Section::Find, &["B"], 0, |t| &t.as_of, Needs::Nothing),
    c(Mark, "mark", Section::Find, &["Space"], 0, |t| &t.mark, Needs::Village),
    c(MarkRange, "mark-range", Section::Find, &["Z"], 0, |t| &t.mark_range, Needs::LastMark),
    c(MarkAll, "mark-all", Section::Find, &["A"], 0, |t| &t.mark_all, Needs::Village),
    c(ClearMarks, "clear-marks", Section::Find, &["z"], 0, |t| &t.clear_marks, Needs::Marks),
    c(ForMarked, "for-marked", Section::Acts, &["E"], 2, |t| &t.for_marked, Needs::Marks),
    c(Message, "message", Section::Find, &["w"], 12, |t| &t.message, Needs::Village),
    c(RecordPotential, "record-potential", Section::Acts, &["a"], 3, |t| &t.record_potential, Needs::Village),
    c(AmendPotential, "amend-potential", Section::Acts, &["e"], 0, |t| &t.amend_potential, Needs::Potential),
    c(WithdrawPotential, "withdraw-potential", Section::Acts, &["d"], 0, |t| &t.withdraw_potential, Needs::Potential),
    c(Choose, "choose", Section::Acts, &["p"], 4, |t| &t.choose, Needs::Potential),
    c(Decree, "decree", Section::Acts, &["s"], 8, |t| &t.decree, Needs::Choice),
    c(CancelChoice, "cancel-choice", Section::Acts, &["x"], 0, |t| &t.cancel_choice, Needs::Choice),
    c(Category, "category", Section::Acts, &["P"], 0, |t| &t.category, Needs::Choice),
    c(StageForward, "stage-forward", Section::Acts, &["m"], 5, |t| &t.stage_forward, Needs::NextStage),
    c(StageBack, "stage-back", Section::Acts, &["M"], 0, |t| &t.stage_back, Needs::EarlierStage),
    c(SoldRaw, "sold-raw", Section::Acts, &["r"], 0, |t| &t.sold_raw, Needs::Village),
    c(Claim, "evidence", Section::Acts, &["n"], 6, |t| &t.claim, Needs::Choice),
    c(Verify, "verify", Section::Acts, &["v"], 9, |t| &t.verify, Needs::Claimed),
    c(WithdrawEvidence, "withdraw-evidence", Section::Acts, &["N"], 0, |t| &t.withdraw_evidence, Needs::Evidence),
    c(RaiseBlocker, "obstacle", Section::Acts, &["i"], 11, |t| &t.raise_blocker, Needs::Village),
    c(ClearBlocker, "clear-obstacle", Section::Acts, &["I"], 0, |t| &t.clear_blocker, Needs::Obstacle),
    c(PlanAction, "plan-action", Section::Acts, &["t"], 7, |t| &t.plan_action, Needs::Village),
    c(CloseAction, "close-action", Section::Acts, &["R"], 0, |t| &t.close_action, Needs::Promise),
    c(Cmd::Makers, "makers", Section::Acts, &["+"], 0, |t| &t.makers, Needs::Choice),
    c(Cmd::AddProducer, "add-producer", Section::Acts, &[], 0, |t| &t.add_producer, Needs::Choice),
    c(Cmd::AmendProducer, "amend-producer", Section::Acts, &[], 0, |t| &t.amend_producer, Needs::Producer),
    c(Cmd::TurnProducer, "stop-producer", Section::Acts, &[], 0, |t| &t.turn_producer, Needs::Producer),
    c(Cmd::CountWorkers, "workers", Section::Acts, &[], 0, |t| &t.count_workers, Needs::Choice),
    c(Cmd::RecordMonth, "month", Section::Acts, &[], 0, |t| &t.record_month, Needs::Choice),
    c(Cmd::OpenChannel, "open-channel", Section::Acts, &[], 0, |t| &t.open_channel, Needs::Choice),
    c(Cmd::CloseChannel, "close-channel", Section::Acts, &[], 0, |t| &t.close_channel, Needs::Channel),
    c(Cmd::BeginAssistance, "begin-assistance", Section::Acts, &[], 0, |t| &t.begin_assistance, Needs::Choice),
    c(Cmd::EndAssistance, "end-assistance", Section::Acts, &[], 0, |t| &t.end_assistance, Needs::Assistance),
    c(Cmd::CheckIn, "check-in", Section::Acts, &["H"], 3, |t| &t.desk.check_in, Needs::Screen(|s| s.desk.elsewhere)),
    c(Cmd::CorrectGuest, "correct-guest", Section::Acts, &[], 0, |t| &t.desk.correct_guest, Needs::Screen(|s| s.desk.elsewhere)),
    c(Cmd::StrikeGuest, "strike-guest", Section::Acts, &["-"], 4, |t| &t.desk.strike_guest, Needs::Screen(|s| s.desk.elsewhere)),
    c(Cmd::NewEvent, "new-event", Section::Acts, &[], 0, |t| &t.desk.new_event, Needs::Screen(|s| s.desk.elsewhere)),
    c(Cmd::ChangeEvent, "change-event", Section::Acts, &[], 0, |t| &t.desk.change_event, Needs::Screen(|s| s.desk.elsewhere)),
    c(Cmd::CloseEvent, "close-event", Section::Acts, &[], 0, |t| &t.desk.close_event, Needs::Screen(|s| s.desk.elsewhere)),
    c(Note, "note", Section::Acts, &["c"], 10, |t| &t.note, Needs::Village),
    c(Undo, "undo", Section::Acts, &["u"], 12, |t| &t.undo, Needs::Nothing),
    c(Redo, "redo", Section::Acts, &["U"], 0, |t| &t.redo, Needs::Nothing),
    m(Cmd::MeetingActs, "occasion-acts", &["="], &[], 3, |t| &t.meeting.acts),
    m(Cmd::NextItem, "next-item", &[], &["n", "Space"], 1, |t| &t.meeting.next),
    m(Cmd::PreviousItem, "previous-item", &[], &["p"], 11, |t| &t.meeting.previous),
    m(Cmd::Jump, "jump", &["#"], &[], 15, |t| &t.meeting.jump),
    w(Cmd::Decide, "decide", &["!"], &[], 2, |t| &t.meeting.decide),
    w(Cmd::Postpone, "postpone", &[">"], &[], 12, |t| &t.meeting.postpone),
    w(Cmd::LeaveOut, "leave-out", &[], &["-"], 13, |t| &t.meeting.leave_out),
    elsewhere(m(Cmd::FollowMeeting, "follow", &["."], &[], 3, |t| &t.meeting.follow), |s| s.meeting.with_all),
    w(Cmd::LineUp, "line-up", &["["], &[], 16, |t| &t.meeting.line_up),
    w(Cmd::LineDown, "line-down", &["]"], &[], 16, |t| &t.meeting.line_down),
    w(Cmd::NewMeeting, "new-meeting", &[], &[], 0, |t| &t.meeting.new),
    w(Cmd::AmendMeeting, "amend-meeting", &[], &[], 0, |t| &t.meeting.amend),
    w(Cmd::CancelMeeting, "cancel-meeting", &[], &[], 0, |t| &t.meeting.cancel),
    w(Cmd::AgendaFromMarks, "agenda-from-marks", &[], &[], 0, |t| &t.meeting.from_marks),
    w(Cmd::AgendaFromList, "agenda-from-filter", &[], &[], 0, |t| &t.meeting.from_list),
    w(Cmd::AddTopic, "add-topic", &[], &[], 0, |t| &t.meeting.topic),
    w(Cmd::ItemMinutes, "item-minutes", &[], &[], 0, |t| &t.meeting.minutes),
    w(Cmd::Freeze, "freeze", &[], &[], 0, |t| &t.meeting.freeze),
    w(Cmd::OpenMeeting, "open-meeting", &[], &[], 0, |t| &t.meeting.open),
    w(Cmd::TakeFloor, "treat-item", &[], &[], 0, |t| &t.meeting.take_floor),
    m(Cmd::PromisesPage, "last-promises", &[], &[], 0, |t| &t.meeting.promises),
    m(Cmd::SumPage, "sum-up", &[], &[], 0, |t| &t.meeting.sum),
    w(Cmd::CloseMeeting, "close-meeting", &[], &[], 0, |t| &t.meeting.close),
    w(Cmd::Finalise, "finalise", &[], &[], 0, |t| &t.meeting.finalise),
    w(Cmd::Addendum, "addendum", &[], &[], 0, |t| &t.meeting.addendum),
    m(Cmd::Attendance, "attendance", &[], &[], 0, |t| &t.meeting.attendance),
    elsewhere(m(Cmd::MeetingPapers, "papers", &[], &["P"], 17, |t| &t.meeting.papers), |s| s.papers_elsewhere),
    c(Palette, "palette", Section::Program, &[":"], 18, |t| &t.palette, Needs::Nothing),
    c(Help, "help", Section::Program, &["?"], 19, |t| &t.help, Needs::Nothing),
    c(Language, "language", Section::Program, &["b"], 0, |t| &t.language, Needs::Nothing),
    c(Theme, "theme", Section::Program, &["y"], 0, |t| &t.theme, Needs::Nothing),
    c(Redraw, "redraw", Section::Program, &["C-l"], 0, |t| &t.redraw, Needs::Nothing),
    c(Suspend, "suspend", Section::Program, &["C-z"], 0, |t| &t.suspend, Needs::Nothing),
    c(Back, "back", Section::Program, &["q", "Esc"], 20, |t| &t.back, Needs::Nothing),
    c(Quit, "quit", Section::Program, &["C-c"], 0, |t| &t.quit, Needs::Nothing),
];

#[cfg(test)]
mod tests;
