//! The first screen: what it shows, and what it costs.

use std::thread;
use std::time::{Duration, Instant};

use super::*;
use crate::{assert_asked_nothing, assert_given_back, pty};

#[test]
fn the_first_start_makes_a_database_and_quitting_gives_the_terminal_back() {
    let home = Home::new();
    // The shell waits for a line, so that the terminal can be looked at before it is taken.
    let mut pty = Pty::spawn(home.behind(r#"read -r go; exec "$@""#, &[]), 80, 24);
    let before = pty.modes();
    pty.send("\n");
    pty.wait_for_text(NEW);
    pty.settle();
    let screen = pty.screen();
    let lines: Vec<&str> = screen.lines().collect();
    assert!(
        lines[0].starts_with(" 1 Desa") && lines[0].ends_with(NEW),
        "{screen}"
    );
    assert!(
        lines[23].starts_with("/ cari") && lines[23].ends_with("q keluar"),
        "{screen}"
    );
    assert!(!screen.contains("Basis data baru"), "{screen}");
    assert!(home.database().exists());

    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    assert_given_back(&mut pty, &before);
    let said = format!("Basis data baru dibuat: {}", home.database().display());
    assert!(pty.screen().contains(&said), "{}", pty.screen());

    let mut again = home.screens(80, 24);
    again.send("q");
    assert_eq!(again.wait_exit(), 0);
    assert_eq!(again.screen().trim(), "", "told once");
}

#[test]
fn the_first_screen_is_small_and_asks_the_terminal_nothing() {
    let home = Home::new();
    home.ok(&["init"]);
    let pty = home.screens(80, 24);
    let bytes = pty.bytes();
    assert_asked_nothing(&bytes);
    assert!(pty.screen().contains(NEW));
    assert!(bytes.len() <= 2_500, "{} bytes", bytes.len());
}

#[test]
fn holding_down_costs_few_bytes_a_key() {
    let home = Home::new();
    let mut pty = home.screens(80, 24);
    let mut costs: Vec<usize> = (0..60)
        .map(|_| {
            let before = pty.bytes().len();
            let held = Instant::now();
            pty.send("\x1b[B");
            // A held key comes some thirty times a second.
            let next = Duration::from_millis(33);
            while pty.bytes().len() == before || held.elapsed() < next {
                assert!(held.elapsed() < pty::patience(), "{}", pty.screen());
                thread::sleep(Duration::from_millis(1));
            }
            pty.bytes().len() - before
        })
        .collect();
    assert!(
        pty.reversed().iter().any(|line| line.contains("Baudaok")),
        "not the 61st village:\n{}",
        pty.screen()
    );
    costs.sort_unstable();
    assert!(costs[30] <= 200, "{costs:?}");
}

#[test]
fn resting_writes_nothing_for_three_seconds() {
    let home = Home::new();
    let pty = home.screens(80, 24);
    let before = pty.bytes().len();
    thread::sleep(Duration::from_secs(3));
    assert_eq!(pty.bytes().len(), before);
}
