//! The registry of commands: every command of the screens stands here once.
//!
//! Bar, help, palette, `ovop keys`, the manual's key table and the check of the settings are all made from it.

use super::form::can_be_verified;
use super::meeting::enabled as meeting;
use super::model::{Model, Pane, Screen};
use crate::domain::evidence::Evidence;
use crate::domain::makers::Makers;
use crate::domain::stage::Stage;
use crate::domain::village::Village;
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
    Journal,
    Search,
    FilterKecamatan,
    FilterDecision,
    FilterStage,
    FilterNoProduct,
    Filter,
    FilterSince,
    FilterVillage,
    FilterPerson,
    ClearFilters,
    Sort,
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

    /// Whether it can be used now.
    ///
    /// # Errors
    /// The reason why not, for a person to read.
    pub fn enabled(&self, model: &Model) -> Result<(), Reason> {
        let records = self.section == Section::Acts || meeting::records(self.cmd);
        if records && model.view_only {
            return Err(|s| s.why_view);
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

fn always(_: &Model) -> Result<(), Reason> {
    Ok(())
}

fn village(m: &Model) -> Result<(), Reason> {
    m.target().map(|_| ()).ok_or(|s| s.why_no_village)
}

fn potential(m: &Model) -> Result<(), Reason> {
    match m.target_summary() {
        Some(summary) if summary.potentials == 0 => Err(|s| s.why_no_potential),
        Some(_) => Ok(()),
        None => village(m),
    }
}

fn choice(m: &Model) -> Result<(), Reason> {
    match m.target_summary() {
        Some(summary) if summary.decision.is_without_product() => Err(|s| s.why_no_choice),
        Some(_) => Ok(()),
        None => village(m),
    }
}

fn not_last_stage(m: &Model) -> Result<(), Reason> {
    choice(m)?;
    match m.target_summary().and_then(|s| s.stage) {
        Some(Stage::Marketed) => Err(|s| s.why_last_stage),
        _ => Ok(()),
    }
}

fn not_first_stage(m: &Model) -> Result<(), Reason> {
    choice(m)?;
    match m.target_summary().and_then(|s| s.stage) {
        Some(Stage::Potential) => Err(|s| s.why_first_stage),
        _ => Ok(()),
    }
}

/// What the card tells and the list does not. While the card is not there the command may be tried; the card is read
/// before its form opens.
fn on_card(m: &Model, there: impl Fn(&Village) -> bool, why_not: Reason) -> Result<(), Reason> {
    village(m)?;
    match m.shown_card() {
        Some(card) if !there(&card.village) => Err(why_not),
        _ => Ok(()),
    }
}

fn known_evidence(m: &Model, fits: fn(&Evidence) -> bool) -> Result<(), Reason> {
    choice(m)?;
    let some = |v: &Village| {
        v.choice
            .as_ref()
            .is_some_and(|c| c.evidence.iter().any(fits))
    };
    on_card(m, some, |s| s.why_no_evidence)
}

fn claimed(m: &Model) -> Result<(), Reason> {
    known_evidence(m, |_| true)?;
    known_evidence(m, can_be_verified).map_err(|_| -> Reason { |s| s.why_all_verified })
}

fn blocked(m: &Model) -> Result<(), Reason> {
    on_card(m, |v| !v.follow.blockers.is_empty(), |s| s.why_no_obstacle)
}

fn promised(m: &Model) -> Result<(), Reason> {
    on_card(m, |v| v.follow.next().is_some(), |s| s.why_no_promise)
}

/// A note about the village, at a meeting about its item.
fn notable(m: &Model) -> Result<(), Reason> {
    match m.screen {
        Screen::Meeting => meeting::can_note(m),
        _ => village(m),
    }
}

fn closable(m: &Model) -> Result<(), Reason> {
    match m.screen {
        Screen::Meeting => meeting::can_settle(m),
        _ => promised(m),
    }
}

fn with_making(m: &Model, there: fn(&Makers) -> bool, why_not: Reason) -> Result<(), Reason> {
    choice(m)?;
    let some = |v: &Village| v.choice.as_ref().is_some_and(|c| there(&c.makers));
    on_card(m, some, why_not)
}

fn with_producer(m: &Model) -> Result<(), Reason> {
    with_making(m, |k| !k.producers.is_empty(), |s| s.why_no_producer)
}

fn with_channel(m: &Model) -> Result<(), Reason> {
    let open = |k: &Makers| k.channels.iter().any(|c| c.ended.is_none());
    with_making(m, open, |s| s.why_no_channel)
}

fn with_assistance(m: &Model) -> Result<(), Reason> {
    let running = |k: &Makers| k.assistance.iter().any(|a| a.ended.is_none());
    with_making(m, running, |s| s.why_no_assistance)
}

fn elsewhere_than(m: &Model, screen: Screen) -> Result<(), Reason> {
    if m.screen == screen {
        Err(|s| s.why_here_already)
    } else {
        Ok(())
    }
}

fn some_filter(m: &Model) -> Result<(), Reason> {
    if m.is_filtered() {
        Ok(())
    } else {
        Err(|s| s.why_no_filter)
    }
}

fn some_marks(m: &Model) -> Result<(), Reason> {
    if m.marked.is_empty() {
        Err(|s| s.why_no_marks)
    } else {
        Ok(())
    }
}

fn marked_last(m: &Model) -> Result<(), Reason> {
    village(m)?;
    m.marked.last().map(|_| ()).ok_or(|s| s.why_no_marks)
}

fn on_villages_screen(m: &Model) -> Result<(), Reason> {
    // The attention screen is a filter and an order of its own.
    if m.screen == Screen::Villages {
        Ok(())
    } else {
        Err(|s| s.why_own_order)
    }
}

fn on_a_list_of_its_own(m: &Model) -> Result<(), Reason> {
    on_log_screen(m).or_else(|_| on_villages_screen(m))
}

fn on_log_screen(m: &Model) -> Result<(), Reason> {
    if m.screen == Screen::Journal {
        Ok(())
    } else {
        Err(|s| s.why_log_only)
    }
}

fn tellable(m: &Model) -> Result<(), Reason> {
    match (m.screen, m.focus) {
        (Screen::Meeting, _) => meeting::tellable(m),
        (Screen::Journal, _) => Err(|s| s.why_log_not_sent),
        (Screen::Board, _) | (_, Pane::Regions | Pane::Reasons) => Ok(()),
        _ => village(m),
    }
}

fn pane_left(m: &Model) -> Result<(), Reason> {
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

fn pane_right(m: &Model) -> Result<(), Reason> {
    match m.screen {
        Screen::Board => Ok(()),
        _ => something_to_open(m),
    }
}

fn something_to_open(m: &Model) -> Result<(), Reason> {
    match m.focus {
        Pane::Regions | Pane::Reasons | Pane::Journal | Pane::Meeting => Ok(()),
        Pane::List => village(m),
        Pane::Card => Err(|s| s.why_open_already),
    }
}

use Cmd::{
    AmendPotential, AsOf, Attention, Back, Board, CancelChoice, Category, Choose, Claim,
    ClearBlocker, ClearFilters, ClearMarks, CloseAction, Decree, Down, Filter, FilterDecision,
    FilterKecamatan, FilterNoProduct, FilterPerson, FilterSince, FilterStage, FilterVillage, First,
    ForMarked, Help, Journal, Language, Last, Left, Mark, MarkAll, MarkRange, Message, NextPane,
    Note, Open, PageDown, PageUp, Palette, PlanAction, PreviousPane, Quit, RaiseBlocker,
    RecordPotential, Redo, Redraw, Right, Search, SoldRaw, Sort, StageBack, StageForward, Suspend,
    Theme, Undo, Up, Verify, Villages, WithdrawEvidence, WithdrawPotential,
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
    c(Journal, "log", Section::Screens, &["7"], 0, |t| &t.journal, |m| elsewhere_than(m, Screen::Journal)),
    c(Search, "search", Section::Find, &["/"], 1, |t| &t.search, always),
    c(FilterKecamatan, "filter-kecamatan", Section::Find, &["C"], 14, |t| &t.filter_kecamatan, meeting::not_here),
    c(FilterDecision, "filter-decision", Section::Find, &["D"], 15, |t| &t.filter_decision, on_villages_screen),
    c(FilterStage, "filter-stage", Section::Find, &["T"], 16, |t| &t.filter_stage, on_villages_screen),
    c(FilterNoProduct, "filter-no-product", Section::Find, &["0"], 13, |t| &t.filter_no_product, on_villages_screen),
    c(Filter, "filter", Section::Find, &["f"], 13, |t| &t.filter, on_a_list_of_its_own),
    c(FilterSince, "filter-since", Section::Find, &["S"], 14, |t| &t.filter_since, on_log_screen),
    c(FilterVillage, "filter-village", Section::Find, &["V"], 15, |t| &t.filter_village, on_log_screen),
    c(FilterPerson, "filter-person", Section::Find, &["F"], 16, |t| &t.filter_person, on_log_screen),
    c(ClearFilters, "clear-filters", Section::Find, &["X"], 0, |t| &t.clear_filters, some_filter),
    c(Sort, "sort", Section::Find, &["o"], 17, |t| &t.sort, on_villages_screen),
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
    c(Note, "note", Section::Acts, &["c"], 10, |t| &t.note, notable),
    c(Undo, "undo", Section::Acts, &["u"], 12, |t| &t.undo, always),
    c(Redo, "redo", Section::Acts, &["U"], 0, |t| &t.redo, always),
    m(Cmd::MeetingActs, "meeting-acts", &["="], &[], 3, |t| &t.meeting.acts, meeting::on_screen),
    m(Cmd::NextItem, "next-item", &[], &["n", "Space"], 1, |t| &t.meeting.next, meeting::paging),
    m(Cmd::PreviousItem, "previous-item", &[], &["p"], 11, |t| &t.meeting.previous, meeting::paging),
    m(Cmd::Jump, "jump", &["#"], &[], 15, |t| &t.meeting.jump, meeting::paging),
    m(Cmd::Decide, "decide", &["!"], &[], 2, |t| &t.meeting.decide, meeting::on_item),
    m(Cmd::Postpone, "postpone", &[">"], &[], 12, |t| &t.meeting.postpone, meeting::on_line_or_item),
    m(Cmd::LeaveOut, "leave-out", &["-"], &[], 13, |t| &t.meeting.leave_out, meeting::on_line_or_item),
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
    m(Cmd::MeetingPapers, "papers", &[], &[], 0, |t| &t.meeting.papers, meeting::has_papers),
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
