//! The screens of a training: marked, on made-up data, and nothing of it stays.

use rstest::rstest;
use rustix::process::Signal;

use super::*;

/// The screens of a training, with a folder of their own for temporary files.
fn training(home: &Home, args: &[&str]) -> Pty {
    std::fs::create_dir_all(home.path("tmp")).unwrap();
    let mut command = home.command(&[&["demo"], args].concat());
    command.env("TMPDIR", home.path("tmp"));
    let pty = Pty::spawn(command, 80, 24);
    pty.wait_for_text("Kewar");
    pty.settle();
    pty
}

fn temporary(home: &Home) -> usize {
    std::fs::read_dir(home.path("tmp")).unwrap().count()
}

#[rstest]
#[case::quit(None)]
#[case::signal(Some(Signal::TERM))]
#[case::hang_up(Some(Signal::HUP))]
fn the_screens_are_marked_and_the_data_is_gone_at_the_end(#[case] signal: Option<Signal>) {
    let home = Home::new();
    let mut pty = training(&home, &[]);
    let screen = pty.screen();
    assert!(screen.starts_with(" LATIHAN   1 Desa"), "{screen}");
    let totals = "208 desa/kel, tanpa produk 104 (K0 42 + K1 62)";
    assert!(screen.contains(totals), "{screen}");
    assert!(pty.reversed().iter().any(|text| text.contains("LATIHAN")));
    assert_eq!(temporary(&home), 1);
    match signal {
        Some(signal) => pty.signal(signal),
        None => pty.send("q"),
    }
    pty.wait_exit();
    assert_eq!(temporary(&home), 0);
    assert!(!home.database().exists());
}

#[test]
fn two_screens_of_a_class_see_each_other_on_a_kept_file() {
    let home = Home::new();
    let keep = ["--keep", "kelas.db"];
    let mut one = training(&home, &keep);
    let two = training(&home, &keep);
    home.ok(&[
        "demo",
        "--keep",
        "kelas.db",
        "potential",
        "add",
        "Dirun",
        "batu akik",
    ]);
    for pty in [&one, &two] {
        pty.wait_for_text("batu akik");
    }
    one.send("q");
    one.wait_exit();
    assert!(home.path("kelas.db").exists());
    assert_eq!(temporary(&home), 0);
}
