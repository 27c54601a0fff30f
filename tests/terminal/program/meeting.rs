//! A meeting on a line that dies at every step: nothing is lost, and nothing happens twice.

use rstest::rstest;
use rustix::process::Signal;

use super::*;

/// What is sent, and what the screen says then.
const STEPS: [(&str, &str); 21] = [
    ("4", "agenda dibekukan"),
    ("\r", "Enter membuka rapat"),
    ("\r", "sambungan ini memimpin"),
    ("\r", "Tidak ada rapat sebelumnya"),
    ("n", "PRODUK K0 BELUM DIDATA"),
    ("!d", "Hasil dampingi"),
    ("peri", "Tindakan peri"),
    ("ksa tempat", "Tindakan periksa tempat"),
    ("\r", ">Pihak"),
    ("dink", ">Pihak dink"),
    ("es", ">Pihak dinkes"),
    ("\r", ">Orang"),
    ("\r", ">Tenggat"),
    ("2mg", ">Tenggat 2mg"),
    ("\r", ">Catatan"),
    ("\r", "Dibacakan: benar?"),
    ("\r", "PUTUSAN DAMPINGI"),
    ("n", "PRODUK K1 BELUM DIPUTUSKAN"),
    ("csegera dibe", ">Catatan segera dibe"),
    ("nahi", ">Catatan segera dibenahi"),
    ("\r", "segera dibenahi ("),
];

#[rstest]
#[case::killed(|pty: &mut Pty| pty.signal(Signal::KILL))]
#[case::hung_up(Pty::hang_up)]
fn a_meeting_whose_line_dies_after_every_step_is_the_same_meeting(#[case] lose: fn(&mut Pty)) {
    let home = Home::new();
    home.ok(&["init"]);
    home.ok(&["meeting", "new", "Rapat evaluasi", "--on", "hari ini"]);
    home.ok(&["meeting", "agenda", "--villages", "Fulur; Kewar"]);
    let mut pty = home.screens(80, 24);
    for (i, (keys, then)) in STEPS.iter().enumerate() {
        pty.send(keys);
        pty.wait_until(then, |screen| on(screen).contains(then));
        pty.settle();
        lose(&mut pty);
        pty.wait_exit();
        pty = Pty::spawn(home.command(&[]), 80, 24);
        // A question before an act has nothing typed in it: the page behind it comes back, and it is asked again.
        if *then == "sambungan ini memimpin" {
            pty.wait_until("the agenda", |screen| {
                on(screen).contains("Enter membuka rapat")
            });
            pty.send("\r");
        }
        pty.wait_until(&format!("step {i}: {then}"), |screen| {
            on(screen).contains(then)
        });
        pty.settle();
    }
    pty.send("n");
    pty.wait_for_text("Enter menutup rapat");
    pty.send("\r");
    pty.wait_for_text("Rapat ditutup sekarang");
    pty.send("\r");
    pty.wait_for_text("Ditutup: Enter memfinalkan");
    home.assert_sound();
    let meeting = home.json(&["meeting", "show", "--json"]);
    assert_eq!(meeting["phase"], "ditutup");
    let log = home.json(&["log", "--last", "60", "--json"]);
    let count = |kind: &str| {
        let kinds = log
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["kind"].as_str().unwrap());
        kinds.filter(|k| *k == kind).count()
    };
    assert_eq!(count("occasion.opened"), 1);
    assert_eq!(count("item.begun"), 2);
    assert_eq!(count("item.decided"), 1);
    assert_eq!(count("action.planned"), 1);
    assert_eq!(count("item.noted"), 1);
    assert_eq!(count("occasion.closed"), 1);
}

/// The words on a screen, without frames and line breaks.
fn on(screen: &vt100::Screen) -> String {
    let contents = screen.contents().replace(['\u{2502}', '\n'], " ");
    contents.split_whitespace().collect::<Vec<_>>().join(" ")
}
