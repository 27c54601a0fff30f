//! A terminal that changes under the screens: its size, a suspension, pasted text.

use std::thread;
use std::time::Duration;

use rstest::rstest;
use rustix::process::Signal;

use super::*;

#[test]
fn every_new_size_shows_what_a_start_at_that_size_shows() {
    let home = Home::new();
    let mut pty = home.screens(80, 24);
    pty.resize(40, 12);
    same_as_started(&home, &pty, 40, 12);
    pty.resize(30, 8);
    pty.wait_until("the sentence about the size", |screen| {
        let rows: Vec<String> = screen.rows(0, 30).collect();
        rows.join(" ").contains("Layar 30x8 terlalu kecil:")
    });
    pty.settle();
    assert!(!pty.screen().contains("Kewar"), "{}", pty.screen());
    assert!(pty.screen().contains("q keluar"), "{}", pty.screen());
    pty.resize(120, 40);
    same_as_started(&home, &pty, 120, 40);
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

fn same_as_started(home: &Home, pty: &Pty, columns: u16, rows: u16) {
    let fresh = home.screens(columns, rows);
    pty.wait_until(&fresh.screen(), |screen| {
        screen.contents() == fresh.screen()
    });
    assert_eq!(pty.reversed(), fresh.reversed());
}

#[test]
fn a_screen_too_small_can_still_be_left() {
    let home = Home::new();
    home.ok(&["init"]);
    let mut pty = Pty::spawn(home.command(&[]), 30, 8);
    pty.wait_for_text("terlalu kecil");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

/// A note, half typed.
fn note(pty: &mut Pty) {
    pty.send("cpanen raya");
    pty.wait_for_text("panen raya");
    pty.settle();
}

#[rstest]
#[case::stopped(r#"set -m; "$@"; echo "shell has it"; read -r go; fg >/dev/null; echo "code $?""#)]
#[case::sent_to_the_background(
    r#"set -m; "$@"; bg >/dev/null; sleep 0.3; echo "shell has it"; read -r go; fg >/dev/null; echo "code $?""#
)]
fn the_shell_has_the_terminal_while_the_screens_are_suspended(#[case] script: &str) {
    let home = Home::new();
    let mut pty = Pty::spawn(home.behind(script, &[]), 80, 24);
    pty.wait_for_text("Kewar");
    note(&mut pty);
    let before = pty.screen();
    pty.send("\x1a");
    pty.wait_for_text("shell has it");
    assert!(!pty.look(vt100::Screen::alternate_screen));
    assert!(!pty.look(vt100::Screen::hide_cursor));
    pty.send("\n");
    pty.wait_until(&before, |screen| screen.contents() == before);
    pty.send("\x03");
    pty.wait_for_text("code 0");
}

#[test]
fn without_a_shell_the_screens_come_back_by_themselves() {
    let home = Home::new();
    let mut pty = home.screens(80, 24);
    note(&mut pty);
    let (before, written) = (pty.screen(), pty.bytes().len());
    pty.send("\x1a");
    pty.wait_until("the normal screen", |screen| !screen.alternate_screen());
    pty.wait_until(&before, |screen| screen.contents() == before);
    let again = String::from_utf8(pty.bytes().split_off(written)).unwrap();
    assert!(again.contains("\x1b[?1049l") && again.contains("\x1b[?1049h"));
    pty.send(" tiba");
    pty.wait_for_text("panen raya tiba");
}

#[test]
fn stopped_from_outside_the_screens_repaint_when_they_go_on() {
    let home = Home::new();
    let mut pty = home.screens(80, 24);
    note(&mut pty);
    let (before, written) = (pty.screen(), pty.bytes().len());
    pty.signal(Signal::STOP);
    thread::sleep(Duration::from_millis(50));
    pty.send(" tiba");
    thread::sleep(Duration::from_millis(100));
    assert_eq!(pty.bytes().len(), written, "it is not stopped");
    assert_eq!(pty.screen(), before);
    pty.signal(Signal::CONT);
    pty.wait_for_text("panen raya tiba");
    pty.settle();
    let again = String::from_utf8(pty.bytes().split_off(written)).unwrap();
    assert!(
        again.contains("\x1b[2J") && again.contains("Wilayah"),
        "{again:?}"
    );
}

#[test]
fn a_paste_into_a_note_is_one_clean_line() {
    let home = Home::new();
    let mut pty = home.screens(80, 24);
    pty.send("c");
    pty.wait_for_text("Isi catatan dahulu");
    pty.send("\x1b[200~baris satu\r\nq\rbaris \x1b[31mdua\x1b]0;judul\x07\u{202e}\ttiga\x1b[201~");
    pty.wait_for_text("baris satu q baris [31mdua]0;judul tiga");
    pty.send("\r\r\r");
    pty.wait_for_text("Kewar: catatan: baris satu q baris");
    let card = home.json(&["show", "Kewar", "--json"]);
    let notes = card["notes"].as_array().unwrap();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0]["text"], "baris satu q baris [31mdua]0;judul tiga");
}

#[test]
fn a_paste_outside_a_form_does_nothing() {
    let home = Home::new();
    let mut pty = home.screens(80, 24);
    let (events, written) = (home.events(), pty.bytes().len());
    pty.send("\x1b[200~q\rapadi\r\r\r\r\ru\r\x03\x1b[201~");
    thread::sleep(Duration::from_millis(300));
    assert_eq!(pty.bytes().len(), written, "{}", pty.screen());
    pty.press("j");
    assert!(pty.reversed().iter().any(|line| line.contains("Fulur")));
    assert_eq!(home.events(), events);
}
