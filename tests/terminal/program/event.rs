//! The event desk in real terminals: lines that die while a name is typed, and two desks at once.

use rstest::rstest;
use rustix::process::Signal;

use super::*;

/// A home with an event of today, at which the screens stand.
fn at_the_desk(home: &Home, columns: u16, rows: u16) -> Pty {
    let mut pty = home.screens(columns, rows);
    pty.send("5");
    pty.wait_for_text("Sosialisasi OVOP");
    pty.settle();
    pty
}

fn with_event() -> Home {
    let home = Home::new();
    home.ok(&["init"]);
    home.ok(&["event", "new", "Sosialisasi OVOP", "--on", "hari ini"]);
    home
}

/// What stands in the input of the name.
fn typed(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let row = contents.lines().find_map(|l| l.split_once(">1 Nama"));
    row.map_or_else(String::new, |(_, rest)| {
        rest.trim_matches(['│', ' ']).to_owned()
    })
}

#[rstest]
#[case::killed(|pty: &mut Pty| pty.signal(Signal::KILL))]
#[case::hung_up(Pty::hang_up)]
fn a_check_in_goes_on_after_a_lost_line(#[case] lose: fn(&mut Pty)) {
    let home = with_event();
    let events = home.events();
    let mut pty = at_the_desk(&home, 40, 20);
    pty.send("HMaria");
    pty.wait_until("the name", |screen| typed(screen) == "Maria");
    pty.settle();
    for (so_far, letter) in [("MariaB", "B"), ("MariaBe", "e")] {
        pty.send(letter);
        pty.wait_until(so_far, |screen| typed(screen) == so_far);
        lose(&mut pty);
        pty.wait_exit();
        pty = Pty::spawn(home.command(&[]), 40, 20);
        pty.wait_for_text("Catat hadir 1");
        pty.settle();
        let kept = pty.look(typed);
        if kept != so_far {
            assert_eq!(
                kept,
                &so_far[..so_far.len() - 1],
                "more than the last key was lost"
            );
            pty.send(letter);
            pty.wait_until(so_far, |screen| typed(screen) == so_far);
        }
    }
    assert_eq!(home.events(), events, "something half typed was written");
    pty.send("\rfulur");
    pty.wait_for_text("1 Fulur (Lamaknen)");
    pty.send("\rkp\r");
    pty.wait_for_text("Hadir: MariaBe, Fulur.");
    home.assert_sound();
    let present = home.json(&["event", "present", "--json"]);
    assert_eq!(present[0]["name"], "MariaBe");
    // One act: whoever comes first opens the event.
    assert_eq!(home.events(), events + 2);
}

#[test]
fn two_desks_at_once_enter_everybody_once() {
    let home = with_event();
    let mut desks = [at_the_desk(&home, 40, 20), at_the_desk(&home, 80, 24)];
    let names = [
        "Anna", "Bere", "Cici", "Dedi", "Elis", "Fina", "Gino", "Hadi",
    ];
    for desk in &mut desks {
        desk.send("H");
        desk.wait_for_text("Catat hadir");
    }
    for (n, name) in names.into_iter().enumerate() {
        for (which, desk) in desks.iter_mut().enumerate() {
            // All keys of a person at once, as over a slow line.
            let family = ["Mau", "Seran"][which];
            let element = if n % 2 == 0 { "t" } else { "g" };
            let sex = if which == 0 { "l" } else { "p" };
            desk.send(&format!("{name} {family}\rkewar\r{element}{sex}\r"));
        }
        for (which, desk) in desks.iter().enumerate() {
            let family = ["Mau", "Seran"][which];
            desk.wait_for_text(&format!("{name} {family}, Kewar."));
        }
    }
    desks[0].send("\x1b");
    desks[0].wait_for_text("Hadir 16 orang: L 8, P 8");
    desks[1].send("\x1b");
    desks[1].wait_for_text("Hadir 16 orang: L 8, P 8");
    let present = home.json(&["event", "present", "--json"]);
    assert_eq!(present.as_array().unwrap().len(), 16);
    home.assert_sound();
}
