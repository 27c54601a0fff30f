//! Ends that nobody asked for, while a form is half filled.

use rstest::rstest;
use rustix::process::Signal;

use super::*;
use crate::{assert_given_back, one_second};

/// The program behind a shell script, with half a potential typed, and how the log was then.
fn half_typed(home: &Home, script: &str, controlling: bool) -> (Pty, String, usize) {
    home.ok(&["init"]);
    let events = home.events();
    let mut command = home.behind(&format!("read -r go; {script}"), &[]);
    command.set_controlling_tty(controlling);
    let mut pty = Pty::spawn(command, 80, 24);
    let modes = pty.modes();
    pty.send("\n");
    pty.wait_for_text("Kewar");
    pty.send("akopi setengah");
    pty.wait_for_text("kopi setengah");
    (pty, modes, events)
}

fn assert_untouched(home: &Home, events: usize) {
    home.assert_sound();
    assert_eq!(home.events(), events, "something half typed was written");
}

#[rstest]
#[case::sigterm(Signal::TERM, 143)]
#[case::sigint(Signal::INT, 130)]
#[case::a_shell_that_closes(Signal::HUP, 129)]
fn a_signal_ends_the_program_and_gives_the_terminal_back(
    #[case] signal: Signal,
    #[case] code: u32,
) {
    let home = Home::new();
    let (mut pty, modes, events) = half_typed(&home, r#"exec "$@""#, true);
    pty.signal(signal);
    assert_eq!(pty.wait_exit_within(one_second()), code);
    assert_given_back(&mut pty, &modes);
    assert!(
        !pty.screen().contains("kopi setengah"),
        "the form stayed on the normal screen:\n{}",
        pty.screen()
    );
    assert_untouched(&home, events);
}

#[rstest]
#[case::usual(r#"exec "$@""#, true)]
#[case::sighup_ignored(r#"trap "" HUP; exec "$@""#, true)]
#[case::no_controlling_terminal(r#"exec "$@""#, false)]
fn a_hang_up_ends_the_program(#[case] script: &str, #[case] controlling: bool) {
    let home = Home::new();
    let (mut pty, _, events) = half_typed(&home, script, controlling);
    pty.hang_up();
    assert_eq!(pty.wait_exit_within(one_second()), 129);
    assert_untouched(&home, events);
    assert!(
        !home.path(".local/state/ovop").exists(),
        "the program reported a fault"
    );
}

#[test]
fn a_signal_in_the_middle_of_a_save_leaves_it_done_or_not_done() {
    for _ in 0..5 {
        let home = Home::new();
        let (mut pty, _, events) = half_typed(&home, r#"exec "$@""#, true);
        pty.send("\r\r\r\r\r");
        pty.signal(Signal::TERM);
        assert_eq!(pty.wait_exit_within(one_second()), 143);
        home.assert_sound();
        let written = home.events() - events;
        let shown = home.json(&["show", "Kewar", "--json"])["potentials"]
            .as_array()
            .unwrap()
            .len();
        assert_eq!(shown, 3 + written, "half of it");
        assert!(written <= 1);
    }
}

#[rstest]
#[case::sigterm(|pty: &mut Pty| pty.signal(Signal::TERM), 143)]
#[case::hang_up(Pty::hang_up, 129)]
fn a_save_that_waits_for_another_writer_does_not_hold_the_program(
    #[case] end: fn(&mut Pty),
    #[case] code: u32,
) {
    let home = Home::new();
    let (mut pty, _, events) = half_typed(&home, r#"exec "$@""#, true);
    let other = home.held();
    pty.send("\r\r\r\r\r");
    pty.wait_for_text("Menyimpan ...");
    end(&mut pty);
    assert_eq!(pty.wait_exit_within(one_second()), code);
    other.execute_batch("ROLLBACK").unwrap();
    assert_untouched(&home, events);
}

#[test]
fn the_key_for_quitting_leaves_even_a_form() {
    let home = Home::new();
    let (mut pty, modes, events) = half_typed(&home, r#"exec "$@""#, true);
    pty.send("\x03");
    assert_eq!(pty.wait_exit(), 0);
    assert_given_back(&mut pty, &modes);
    assert_untouched(&home, events);
}

/// A line that dies while a note is typed: the next connection shows it, at most the last key is missing.
#[rstest]
#[case::killed(|pty: &mut Pty| pty.signal(Signal::KILL))]
#[case::hung_up(Pty::hang_up)]
#[case::ended(|pty: &mut Pty| pty.signal(Signal::TERM))]
fn after_a_lost_line_what_was_typed_is_there_again(#[case] lose: fn(&mut Pty)) {
    let home = Home::new();
    home.ok(&["init"]);
    // Without a space: the end of what stands in the input must be seen.
    let note = "panen-kopi-2026";
    let events = home.events();
    let mut pty = home.screens(80, 24);
    pty.send("c");
    pty.wait_for_text("Catatan - Kewar");
    pty.send("p");
    pty.wait_until("the first letter", |screen| typed(screen) == "p");
    pty.settle();
    for (i, letter) in note.char_indices().skip(1) {
        let so_far = note[..i + letter.len_utf8()].trim_end();
        pty.send(&letter.to_string());
        pty.wait_until(so_far, |screen| typed(screen) == so_far);
        lose(&mut pty);
        pty.wait_exit();
        pty = Pty::spawn(home.command(&[]), 80, 24);
        pty.wait_for_text("belum tersimpan");
        pty.settle();
        let kept = pty.look(typed);
        if kept != so_far {
            assert_eq!(
                kept,
                note[..i].trim_end(),
                "more than the last key was lost"
            );
            pty.send(&letter.to_string());
            pty.wait_until(so_far, |screen| typed(screen) == so_far);
        }
    }
    assert_untouched(&home, events);
    pty.send("\r\r\r");
    pty.wait_for_text("catatan: panen-kopi-2026");
    assert_eq!(home.events(), events + 1);
    println!(
        "{} ends, one at each letter: none lost beyond the last key",
        note.len() - 1
    );
}

/// What stands in the input of the note.
fn typed(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let row = contents.lines().find_map(|l| l.split_once(">Catatan"));
    row.map_or_else(String::new, |(_, rest)| {
        rest.trim_matches(['│', ' ']).to_owned()
    })
}
