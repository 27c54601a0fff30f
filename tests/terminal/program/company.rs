//! Two people at the same database, each with the screens in a process of their own.

use std::time::Instant;

use super::*;
use crate::pty::patience;

#[test]
fn what_one_types_the_other_sees_within_two_seconds() {
    let home = Home::new();
    let mut typing = home.screens(80, 24);
    let mut watching = home.screens(80, 24);
    typing.press("j");
    for _ in 0..5 {
        watching.press("j");
    }
    let under_cursor = watching.reversed();
    assert!(under_cursor.iter().any(|line| line.contains("Dirun")));

    typing.send("akopi\r2\r\r\r");
    typing.wait_for_text(">[ Simpan ]");
    typing.settle();
    typing.send("\r");
    let saved = Instant::now();
    watching.wait_until("the other's potential", |screen| {
        screen
            .rows(0, 80)
            .any(|row| row.contains("Fulur") && row.contains("belum pilih") && row.contains("kopi"))
    });
    assert!(saved.elapsed() <= patience() / 5, "{:?}", saved.elapsed());
    watching.wait_for_text("208 (K0 129 + K1 79)");
    watching.wait_for_text("baru mengubah Fulur (Lamaknen).");
    assert_eq!(watching.reversed(), under_cursor, "the cursor moved");
}

/// Both fill the form behind a key on Kewar; the first saves; the second, who did not see it, saves too.
fn collide(home: &Home, key: &str, first: &str, second: &str) -> (Pty, Pty) {
    let mut one = home.screens(80, 24);
    let mut two = home.screens(80, 24);
    one.send(&format!("{key}{first}"));
    one.wait_for_text(">[ Simpan ]");
    two.send(&format!("{key}{second}"));
    two.wait_for_text(">[ Simpan ]");
    one.send("\r");
    one.wait_for_text("u mengurungkan");
    two.send("\r");
    two.wait_for_text("Sementara itu");
    (one, two)
}

#[test]
fn a_conflict_shows_the_others_words_and_keeps_what_was_typed() {
    let home = Home::new();
    let (_one, mut two) = collide(&home, "p", "2\r\rBA-1\r\r\r", "\r\rBA-2\rtenun halus\r\r");
    let events = home.events();
    two.settle();
    let said = words(&two);
    assert!(
        said.contains("mencatat: produk dipilih: anyaman daun lontar. Belum ada yang ditulis."),
        "{said}"
    );
    assert!(
        said.contains("BA-2") && said.contains("tenun halus"),
        "{said}"
    );
    two.send("2");
    two.wait_for_text(">~  Kewar            Potensi      anyaman dau");
    assert_eq!(home.events(), events, "taking theirs writes nothing");
    let card = home.json(&["show", "Kewar", "--json"]);
    assert_eq!(card["product"], "anyaman daun lontar");
    assert_eq!(card["choice"]["minutes"], "BA-1");
}

#[test]
fn in_a_conflict_ones_own_words_can_be_kept() {
    let home = Home::new();
    home.ok(&[
        "choose", "Kewar", "1", "--forum", "musdes", "--on", "kemarin",
    ]);
    let (_one, mut two) = collide(&home, "s", "SK-1\r\r", "SK-2\r\r");
    assert!(
        two.screen().contains("SK dicatat: SK-1"),
        "{}",
        two.screen()
    );
    let events = home.events();
    two.settle();
    two.send("1");
    two.wait_for_text("Kewar: SK dicatat: SK-2.");
    assert_eq!(home.events(), events + 1);
    let card = home.json(&["show", "Kewar", "--json"]);
    assert_eq!(card["choice"]["decree"]["number"], "SK-2");
}

/// A newer program has brought the database up meanwhile: the screens that run go on showing it, write nothing any more,
/// and say why; what was typed stays.
#[test]
fn beside_a_newer_program_the_form_stays_and_it_is_said_why() {
    let home = Home::new();
    let mut old = home.screens(80, 24);
    let events = home.events();
    old.send("cpanen-raya");
    old.wait_for_text("panen-raya");
    let newer = other_program(&home.database());
    newer.execute_batch("PRAGMA user_version = 99").unwrap();
    old.send("\r\r\r");
    old.wait_for_text("ovop yang lebih baru");
    let said = words(&old);
    assert!(said.contains("panen-raya"), "{said}");
    assert!(said.contains("Belum tersimpan"), "{said}");
    old.send("\x03");
    old.wait_exit();
    // The newer program, in which it goes on.
    newer.execute_batch("PRAGMA user_version = 5").unwrap();
    assert_eq!(home.events(), events);
    let mut new = Pty::spawn(home.command(&[]), 80, 24);
    new.wait_for_text("panen-raya");
    new.settle();
    // The cursor stands where it was, on the line that saves.
    new.send("\r");
    new.wait_for_text("Kewar: catatan: panen-raya");
    assert_eq!(home.events(), events + 1);
    home.assert_sound();
}

/// As the manual says it is done, but for those who did not leave: what they save would be in no record.
#[test]
fn under_running_screens_a_backup_is_brought_back_and_they_say_so() {
    let home = Home::new();
    home.ok(&["init"]);
    let made = home.json(&["backup", "--json"]);
    let mut pty = home.screens(80, 24);
    pty.send("cpanen-raya");
    pty.wait_for_text("panen-raya");
    let folder = home.path(".local/share/ovop");
    std::fs::rename(&folder, home.path(".local/share/ovop.old")).unwrap();
    std::fs::create_dir(&folder).unwrap();
    let backup = Path::new(made["path"].as_str().unwrap())
        .file_name()
        .unwrap();
    let backup = home.path(".local/share/ovop.old/backups").join(backup);
    std::fs::rename(backup, home.database()).unwrap();
    let events = home.events();
    pty.send("\r\r\r");
    pty.wait_for_text("Belum tersimpan");
    let said = words(&pty);
    assert!(said.contains("diganti berkas lain"), "{said}");
    assert!(said.contains("panen-raya"), "{said}");
    pty.send("\x03");
    pty.wait_exit();
    home.assert_sound();
    assert_eq!(home.events(), events);
}
