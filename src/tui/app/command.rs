//! The registry of commands: every command of the screens stands here once.
//!
//! Bar, help, palette, `ovop keys`, the manual's key table and the check of the settings are all made from it.

use super::form::can_be_verified;
use super::model::{Model, Pane, Screen};
use super::reception;
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
    EventActs,
    NewEvent,
    ChangeEvent,
    CloseEvent,
    Note,
    Undo,
    Redo,
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
    Program,
}

impl Section {
    pub const ALL: [Self; 5] = [
        Self::Move,
        Self::Screens,
        Self::Find,
        Self::Acts,
        Self::Program,
    ];

    #[must_use]
    pub fn title(self, s: &Strings) -> &'static str {
        match self {
            Self::Move => s.commands.section_move,
            Self::Screens => s.commands.section_screens,
            Self::Find => s.commands.section_find,
            Self::Acts => s.commands.section_acts,
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
        if self.section == Section::Acts && model.looks_only() {
            return Err(match model.view_only {
                true => |s| s.why_view,
                false => |s| s.why_viewer,
            });
        }
        // The past is looked at, never changed.
        if self.section == Section::Acts && model.seen.is_some() {
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
        bar,
        text,
        enabled,
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

fn with_regions(m: &Model) -> Result<(), Reason> {
    if m.screen == Screen::Events {
        Err(|s| s.why_own_order)
    } else {
        Ok(())
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
        (Screen::Journal, _) => Err(|s| s.why_log_not_sent),
        (Screen::Events, _) => reception::some_event(m),
        (Screen::Board, _) | (_, Pane::Regions | Pane::Reasons) => Ok(()),
        _ => village(m),
    }
}

fn pane_left(m: &Model) -> Result<(), Reason> {
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
        Pane::Regions | Pane::Reasons | Pane::Journal | Pane::Events | Pane::Desk => Ok(()),
        Pane::Guests => reception::on_guest(m),
        Pane::List => village(m),
        Pane::Card => Err(|s| s.why_open_already),
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
    c(CloseAction, "close-action", Section::Acts, &["R"], 0, |t| &t.close_action, promised),
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
    c(Cmd::EventActs, "event", Section::Acts, &["O"], 5, |t| &t.desk.event_acts, reception::on_events),
    c(Cmd::NewEvent, "new-event", Section::Acts, &[], 0, |t| &t.desk.new_event, reception::on_events),
    c(Cmd::ChangeEvent, "change-event", Section::Acts, &[], 0, |t| &t.desk.change_event, reception::may_come),
    c(Cmd::CloseEvent, "close-event", Section::Acts, &[], 0, |t| &t.desk.close_event, reception::may_close),
    c(Note, "note", Section::Acts, &["c"], 10, |t| &t.note, village),
    c(Undo, "undo", Section::Acts, &["u"], 12, |t| &t.undo, always),
    c(Redo, "redo", Section::Acts, &["U"], 0, |t| &t.redo, always),
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
mod tests {
    use super::*;
    use crate::strings::Lang;
    use crate::tui::app::keymap::Key;
    use std::collections::HashMap;

    #[test]
    fn every_command_stands_at_its_place() {
        for (i, command) in COMMANDS.iter().enumerate() {
            assert_eq!(command.cmd as usize, i, "{}", command.name);
        }
        assert_eq!(Cmd::Quit as usize + 1, COMMANDS.len());
    }

    #[test]
    fn one_key_has_one_meaning() {
        let mut seen: HashMap<Key, &str> = HashMap::new();
        for command in COMMANDS {
            for key in command.keys {
                let key = Key::parse(key).unwrap();
                assert_eq!(seen.insert(key, command.name), None, "{key}");
            }
        }
    }

    #[test]
    fn every_command_of_use_has_a_printable_key_or_enter() {
        // Pane by pane and the shell's own keys have printable twins: h, l, Enter, q.
        let by_twin = [
            "next-pane",
            "previous-pane",
            "redraw",
            "suspend",
            "quit",
            "category",
            // The chooser of `+` leads to them.
            "add-producer",
            "amend-producer",
            "stop-producer",
            "workers",
            "month",
            "open-channel",
            "close-channel",
            "begin-assistance",
            "end-assistance",
            // Enter on a person; the chooser of `O`.
            "correct-guest",
            "new-event",
            "change-event",
            "close-event",
        ];
        for command in COMMANDS.iter().filter(|c| !by_twin.contains(&c.name)) {
            assert!(
                command
                    .keys
                    .iter()
                    .any(|k| k.chars().count() == 1 || matches!(*k, "Enter" | "Space")),
                "{}",
                command.name
            );
        }
    }

    #[test]
    fn texts_exist_and_end_properly() {
        for lang in [Lang::Id, Lang::En] {
            let s = Strings::of(lang);
            for command in COMMANDS {
                assert!(command.help(s).ends_with('.'), "{}", command.name);
                assert!(command.label(s).chars().count() <= 18, "{}", command.name);
            }
        }
    }
}
