//! A save that cannot be done now: what was typed stays, and saving again writes it once.

use std::thread;
use std::time::Duration;

use rstest::rstest;
use rustix::process::{Resource, Rlimit, prlimit};

use super::*;
use crate::shim::{EIO, Fault, Kind};

/// No file of the program may grow beyond so many bytes: a full disk, as the program sees it. Without a number, there
/// is room again.
fn make_room(pty: &Pty, bytes: Option<u64>) {
    let old = prlimit(
        Some(pty.pid()),
        Resource::Fsize,
        Rlimit {
            current: bytes,
            maximum: None,
        },
    );
    old.unwrap();
}

#[test]
fn on_a_full_disk_the_form_stays_and_is_saved_once_there_is_room() {
    let home = Home::new();
    // Going past the limit must fail as on a full disk, not end the program.
    let mut pty = Pty::spawn(home.behind(r#"trap "" XFSZ; exec "$@""#, &[]), 80, 24);
    pty.wait_for_text("Kewar");
    pty.settle();
    let events = home.events();
    make_room(&pty, Some(1));
    pty.send("apadi ladang\r1\rsawah tadah hujan\r\r\r");
    pty.wait_for_text("Belum tersimpan; isian tetap di sini.");
    let said = words(&pty);
    assert!(said.contains("disk atau jatah (kuota) penuh."), "{said}");
    let typed = |said: &str| said.contains("padi ladang") && said.contains("sawah tadah hujan");
    assert!(typed(&said), "{said}");
    // Once more in vain.
    pty.send("\r");
    thread::sleep(Duration::from_millis(200));
    assert!(typed(&words(&pty)), "{}", pty.screen());
    assert_eq!(home.events(), events);

    make_room(&pty, None);
    pty.send("\r");
    pty.wait_for_text("Kewar: potensi dicatat: padi ladang.");
    assert_eq!(home.events(), events + 1);
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    home.assert_sound();
}

#[test]
fn behind_another_writer_the_form_waits_and_the_screens_live() {
    let home = Home::new();
    let mut pty = home.screens(80, 24);
    let events = home.events();
    let other = home.held();
    pty.send("apadi ladang\r1\r\r\r\r");
    pty.wait_for_text("Menyimpan ...");
    pty.resize(60, 20);
    pty.wait_until("the new size", |screen| {
        screen
            .contents()
            .lines()
            .any(|line| line.starts_with('└') && line.ends_with('┘'))
            && screen.contents().contains("Menyimpan ...")
    });
    thread::sleep(Duration::from_millis(600));
    other.execute_batch("ROLLBACK").unwrap();
    pty.wait_for_text("potensi dicatat: padi ladang.");
    assert_eq!(home.events(), events + 1);
}

/// The screens on a disk that will fail; none where no fault can be made.
fn beside(home: &Home, fault: &Fault<'_>) -> Option<Pty> {
    let mut command = home.command(&[]);
    for (name, value) in fault.around()? {
        command.env(name, value);
    }
    let pty = Pty::spawn(command, 80, 24);
    pty.wait_for_text("Kewar");
    pty.settle();
    Some(pty)
}

#[rstest]
#[case::writing(Kind::Write, 1)]
#[case::writing_after_a_while(Kind::Write, 3)]
#[case::waiting_for_the_disk(Kind::Sync, 1)]
fn on_a_failing_disk_the_form_stays_and_is_saved_once_when_it_works_again(
    #[case] kind: Kind,
    #[case] at: u32,
) {
    let home = Home::new();
    home.ok(&["init"]);
    let (hit, fails) = (home.path("hit"), home.path("fails"));
    let fault = Fault {
        on: "ovop.db",
        kind,
        at,
        once: false,
        errno: EIO,
        hit: &hit,
        only_while: Some(&fails),
    };
    let Some(mut pty) = beside(&home, &fault) else {
        return;
    };
    let events = home.events();
    std::fs::write(&fails, "").unwrap();
    pty.send("apadi ladang\r1\rsawah tadah hujan\r\r\r");
    pty.wait_for_text("Belum tersimpan; isian tetap di sini.");
    assert!(hit.exists());
    let said = words(&pty);
    assert!(said.contains("bermasalah"), "{said}");
    assert!(said.contains("tidak akan tercatat dua kali"), "{said}");
    let typed = |said: &str| said.contains("padi ladang") && said.contains("sawah tadah hujan");
    assert!(typed(&said), "{said}");
    // Once more in vain.
    pty.send("\r");
    thread::sleep(Duration::from_millis(300));
    assert!(typed(&words(&pty)), "{}", pty.screen());

    std::fs::remove_file(&fails).unwrap();
    pty.send("\r");
    pty.wait_for_text("Kewar: potensi dicatat: padi ladang.");
    assert_eq!(home.events(), events + 1);
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    home.assert_sound();
}

/// The drafts lie in a file of their own: where that fails the work goes on, and it is said once.
#[test]
fn where_drafts_cannot_be_kept_it_is_said_once_and_the_save_goes_through() {
    let home = Home::new();
    home.ok(&["init"]);
    let (hit, fails) = (home.path("hit"), home.path("fails"));
    let fault = Fault {
        on: "ovop.drafts.db",
        kind: Kind::Write,
        at: 1,
        once: false,
        errno: EIO,
        hit: &hit,
        only_while: Some(&fails),
    };
    let Some(mut pty) = beside(&home, &fault) else {
        return;
    };
    std::fs::write(&fails, "").unwrap();
    pty.send("cpanen-");
    pty.wait_for_text("Isian tidak dapat disimpan sementara");
    assert!(hit.exists());
    pty.send("raya");
    pty.wait_for_text("panen-raya");
    pty.send("\r\r\r");
    pty.wait_for_text("Kewar: catatan: panen-raya");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    std::fs::remove_file(&fails).unwrap();
    home.assert_sound();
    let card = home.json(&["show", "Kewar", "--json"]);
    assert_eq!(card["notes"].as_array().unwrap().len(), 1);
}
