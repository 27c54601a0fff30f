//! The program is brought up to date while people work: the running screens keep the old one, and lose nothing.

use std::os::unix::fs::MetadataExt as _;
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

use super::*;

#[test]
fn while_the_script_puts_a_new_program_in_place_the_screens_go_on() {
    let home = Home::new();
    let root = home.path("root");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/server/install.sh");
    let install = || {
        let done = Command::new("sh")
            .args([&script, Path::new(PROGRAM)])
            .env("DESTDIR", &root)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(done.status.success(), "{done:?}");
        root.join("usr/bin/ovop").metadata().unwrap().ino()
    };
    let first = install();
    home.ok(&["init"]);
    let events = home.events();
    let command = home.around(CommandBuilder::new(root.join("usr/bin/ovop")), &[]);
    let mut pty = Pty::spawn(command, 80, 24);
    pty.wait_for_text("Kewar");
    pty.settle();
    pty.send("cpanen-");
    pty.wait_for_text("panen-");
    let second = install();
    assert_ne!(first, second, "the file that runs was written into");
    pty.send("raya");
    pty.wait_for_text("panen-raya");
    pty.send("\r\r\r");
    pty.wait_for_text("Kewar: catatan: panen-raya");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    assert_eq!(home.events(), events + 1);
    home.assert_sound();
}
