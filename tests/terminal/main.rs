//! The screens' machinery in a real terminal: what is written, and what is left behind when it ends.

mod program;
mod pty;
mod server;
#[allow(dead_code, reason = "shared with the tests of hard conditions")]
#[path = "../hard/shim.rs"]
mod shim;
mod toy;

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use pty::Pty;
use rstest::rstest;
use rustix::process::Signal;
use tempfile::TempDir;

/// A hang-up must end the program within a second; a little more for the start of looking, and more where machines are
/// shared.
fn one_second() -> Duration {
    pty::patience() * 13 / 100
}

/// The toy, ready.
fn toy() -> (Pty, TempDir) {
    let reports = TempDir::new().unwrap();
    let pty = Pty::spawn(toy::command("show", reports.path()), 80, 24);
    pty.wait_for_text("found(1)");
    pty.settle();
    (pty, reports)
}

/// The program's arguments behind a shell script that starts them as `"$@"`.
fn behind(script: &str, reports: &TempDir) -> CommandBuilder {
    let toy = toy::command("show", reports.path());
    let mut shell = CommandBuilder::new("sh");
    shell.args(["-c", script, "sh"]);
    shell.args(toy.get_argv());
    for (name, value) in toy.iter_extra_env_as_str() {
        shell.env(name, value);
    }
    shell
}

fn assert_given_back(pty: &mut Pty, modes_before: &str) {
    assert!(
        !pty.look(vt100::Screen::alternate_screen),
        "still in the alternate screen"
    );
    assert!(
        !pty.look(vt100::Screen::hide_cursor),
        "the cursor is hidden"
    );
    assert!(
        !pty.look(vt100::Screen::bracketed_paste),
        "pastes are still marked"
    );
    assert_eq!(pty.modes(), modes_before, "the terminal is still raw");
}

#[rstest]
#[case::quit(|pty: &mut Pty| pty.send("q"), 0)]
#[case::sigterm(|pty: &mut Pty| pty.signal(Signal::TERM), 143)]
#[case::sigint(|pty: &mut Pty| pty.signal(Signal::INT), 130)]
#[case::sigquit(|pty: &mut Pty| pty.signal(Signal::QUIT), 131)]
#[case::a_shell_that_closes(|pty: &mut Pty| pty.signal(Signal::HUP), 129)]
#[case::panic(|pty: &mut Pty| pty.send("p"), 70)]
#[case::sigterm_while_the_loop_is_stuck(|pty: &mut Pty| { pty.send("b"); thread::sleep(Duration::from_millis(100)); pty.signal(Signal::TERM); }, 143)]
fn the_terminal_is_given_back(#[case] end: fn(&mut Pty), #[case] code: u32) {
    let reports = TempDir::new().unwrap();
    // The shell waits for a line, so that the terminal can be looked at before it is taken.
    let mut pty = Pty::spawn(behind(r#"read -r go; exec "$@""#, &reports), 80, 24);
    let before = pty.modes();
    pty.send("\n");
    pty.wait_for_text("found(1)");
    assert!(pty.look(vt100::Screen::alternate_screen));
    assert!(pty.look(vt100::Screen::hide_cursor));
    assert!(pty.look(vt100::Screen::bracketed_paste));
    assert_ne!(pty.modes(), before);
    end(&mut pty);
    assert_eq!(pty.wait_exit(), code);
    assert_given_back(&mut pty, &before);
}

#[test]
fn a_store_that_cannot_be_opened_is_told_on_the_normal_screen() {
    let reports = TempDir::new().unwrap();
    let mut pty = Pty::spawn(toy::command("no-store", reports.path()), 80, 24);
    assert_eq!(pty.wait_exit(), 4);
    assert!(
        pty.screen().contains("store: no database toy.db"),
        "{}",
        pty.screen()
    );
    assert!(!pty.look(vt100::Screen::alternate_screen));
    assert!(!pty.look(vt100::Screen::hide_cursor));
}

#[test]
fn a_fault_leaves_a_report_and_names_it() {
    let (mut pty, reports) = toy();
    pty.send("p");
    assert_eq!(pty.wait_exit(), 70);
    let report = fs::read_dir(reports.path())
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let text = fs::read_to_string(report.path()).unwrap();
    assert!(
        text.starts_with(concat!("ovop ", env!("CARGO_PKG_VERSION"))),
        "{text}"
    );
    assert!(
        text.contains("the toy broke") && text.contains("toy.rs:"),
        "{text}"
    );
    let name = report.file_name().into_string().unwrap();
    let said = pty.screen().replace('\n', "");
    assert!(said.contains("Nothing that was saved is lost"), "{said}");
    assert!(said.contains(&name), "{said}");
}

#[test]
fn a_fault_is_told_even_where_no_report_can_be_written() {
    let mut pty = Pty::spawn(toy::command("show", "/dev/null/reports".as_ref()), 80, 24);
    pty.wait_for_text("found(1)");
    pty.send("p");
    assert_eq!(pty.wait_exit(), 70);
    let said = pty.screen().replace('\n', "");
    assert!(
        said.contains("could not be written") && said.contains("the toy broke"),
        "{said}"
    );
}

#[rstest]
#[case::usual(r#"exec "$@""#, true)]
#[case::sighup_ignored(r#"trap "" HUP; exec "$@""#, true)]
#[case::no_controlling_terminal(r#"exec "$@""#, false)]
fn a_hang_up_ends_the_program(#[case] script: &str, #[case] controlling: bool) {
    let reports = TempDir::new().unwrap();
    let mut command = behind(script, &reports);
    command.set_controlling_tty(controlling);
    let mut pty = Pty::spawn(command, 80, 24);
    pty.wait_for_text("found(1)");
    pty.hang_up();
    assert_eq!(pty.wait_exit_within(one_second()), 129);
    assert_eq!(
        fs::read_dir(reports.path()).unwrap().count(),
        0,
        "it panicked"
    );
}

#[test]
fn a_hang_up_ends_a_program_that_is_stuck() {
    let (mut pty, _reports) = toy();
    pty.send("b");
    thread::sleep(Duration::from_millis(100));
    pty.hang_up();
    assert_eq!(pty.wait_exit_within(one_second()), 129);
}

#[test]
fn sigterm_ends_a_program_whose_terminal_is_frozen() {
    let (mut pty, _reports) = toy();
    pty.freeze();
    // More than the terminal's buffers hold.
    for _ in 0..200 {
        pty.send("r");
        thread::sleep(Duration::from_millis(5));
    }
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_exit_within(one_second()), 143);
}

#[test]
fn suspending_hands_the_terminal_to_the_shell_and_coming_back_repaints() {
    let reports = TempDir::new().unwrap();
    let script = r#"set -m; "$@"; echo "shell has it"; read -r go; fg >/dev/null; echo "code $?""#;
    let mut pty = Pty::spawn(behind(script, &reports), 80, 24);
    pty.wait_for_text("found(1)");
    pty.send("z");
    pty.wait_for_text("shell has it");
    assert!(!pty.look(vt100::Screen::alternate_screen));
    assert!(!pty.look(vt100::Screen::hide_cursor));
    pty.send("\n");
    pty.wait_for_text("resumed");
    pty.wait_for_text("Desa 9");
    assert!(pty.look(vt100::Screen::alternate_screen));
    pty.settle();
    assert_eq!(
        pty.screen().matches("resumed").count(),
        1,
        "{}",
        pty.screen()
    );
    pty.send("q");
    pty.wait_for_text("code 0");
}

#[test]
fn where_no_shell_could_wake_it_suspending_comes_back_by_itself() {
    let (mut pty, _reports) = toy();
    pty.send("z");
    pty.wait_for_text("resumed");
    assert!(pty.look(vt100::Screen::alternate_screen));
    pty.send("x");
    pty.wait_for_text("Char('x')");
}

#[test]
fn a_program_that_was_stopped_repaints_when_it_goes_on() {
    let (mut pty, _reports) = toy();
    pty.signal(Signal::STOP);
    thread::sleep(Duration::from_millis(50));
    let before = pty.bytes().len();
    pty.signal(Signal::CONT);
    pty.wait_for_text("resumed");
    let written = String::from_utf8(pty.bytes().split_off(before)).unwrap();
    assert!(
        written.contains("\x1b[2J") && written.contains("Desa 9"),
        "{written:?}"
    );
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn a_stop_signal_from_outside_suspends() {
    let (pty, _reports) = toy();
    pty.signal(Signal::TSTP);
    pty.wait_for_text("resumed");
    let written = String::from_utf8(pty.bytes()).unwrap();
    assert!(
        written.contains("\x1b[?1049l"),
        "the terminal was not handed back"
    );
}

#[test]
fn a_new_size_is_repainted() {
    let (mut pty, _reports) = toy();
    pty.resize(40, 20);
    pty.wait_for_text("40x20");
    pty.resize(100, 30);
    pty.wait_for_text("100x30");
    pty.wait_for_text("Desa 9");
}

#[test]
fn a_paste_is_one_message_and_harmless() {
    let (mut pty, _reports) = toy();
    pty.send("\x1b[200~kopi\r\nq \x1b[2Jbubuk\x1b[201~");
    pty.wait_for_text("paste(kopi q [2Jbubuk)");
}

#[test]
fn an_arrow_key_in_two_packets_is_one_key() {
    let (mut pty, _reports) = toy();
    pty.send("\x1b");
    thread::sleep(Duration::from_millis(10));
    pty.send("[A");
    pty.wait_for_text("Up");
    pty.settle();
    assert!(!pty.screen().contains("Esc"), "{}", pty.screen());
    pty.send("\x1b");
    pty.wait_for_text("Esc");
}

#[test]
fn keys_that_rest_are_told_once() {
    let (mut pty, _reports) = toy();
    pty.send("..");
    pty.wait_for_text("settled");
    pty.settle();
    assert_eq!(pty.screen().matches("settled").count(), 1);
}

/// Nothing in what was written since the screens came up makes a terminal answer, or report a mouse or its focus.
fn assert_asked_nothing(bytes: &[u8]) {
    let written = String::from_utf8(bytes.to_vec()).unwrap();
    let ours = &written[written.find("\x1b[?1049h").unwrap()..];
    for sequence in ours.split("\x1b[").skip(1) {
        let end = sequence.find(|c: char| c.is_ascii_alphabetic()).unwrap();
        // Device attributes, reports, window queries, keyboard protocol.
        assert!(
            !"cntuq".contains(&sequence[end..=end]),
            "ESC[{}",
            &sequence[..=end]
        );
    }
    // Colours of the terminal, its capabilities.
    assert!(
        !ours.contains("\x1b]") && !ours.contains("\x1bP"),
        "{ours:?}"
    );
    for mode in ["?1000h", "?1002h", "?1003h", "?1004h", "?1006h"] {
        assert!(!ours.contains(mode), "{mode} was switched on");
    }
}

#[test]
fn the_terminal_is_asked_nothing() {
    let (pty, _reports) = toy();
    assert_asked_nothing(&pty.bytes());
}

#[test]
fn a_key_costs_one_small_frame_in_one_piece() {
    let (mut pty, _reports) = toy();
    for key in ["j", "j", "s"] {
        let (bytes, reads) = (pty.bytes().len(), pty.reads());
        pty.send(key);
        thread::sleep(Duration::from_millis(50));
        pty.settle();
        assert_eq!(pty.reads() - reads, 1, "{key}: not one frame");
        let bytes = pty.bytes().len() - bytes;
        assert!(bytes <= 170, "{key}: {bytes} bytes");
    }
}

#[test]
fn resting_writes_nothing() {
    let (pty, _reports) = toy();
    let before = pty.bytes().len();
    thread::sleep(Duration::from_secs(3));
    assert_eq!(pty.bytes().len(), before);
}

#[test]
fn a_held_key_still_paints() {
    let (mut pty, _reports) = toy();
    let start = Instant::now();
    pty.send(&"j".repeat(4_000));
    pty.send("x");
    pty.wait_for_text("Char('x')");
    assert!(start.elapsed() < pty::patience());
    assert!(pty.screen().contains("Desa 0"));
}

#[test]
fn without_a_terminal_the_commands_are_named() {
    let reports = TempDir::new().unwrap();
    let arguments = toy::arguments();
    let output = Command::new(&arguments[0])
        .args(&arguments[1..])
        .env("OVOP_TOY", "show")
        .env("OVOP_TOY_REPORTS", reports.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("`ovop list` or `ovop status`"), "{said}");
}

#[test]
fn a_dumb_terminal_gets_a_sentence_and_no_sequences() {
    let reports = TempDir::new().unwrap();
    let mut command = toy::command("show", reports.path());
    command.env("TERM", "dumb");
    let mut pty = Pty::spawn_as_is(command, 80, 24);
    assert_eq!(pty.wait_exit(), 3);
    assert!(pty.screen().contains("TERM=dumb"), "{}", pty.screen());
    assert!(!pty.bytes().contains(&0x1b));
}
