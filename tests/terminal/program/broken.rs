//! Starts that cannot succeed: one sentence on the normal screen, and a terminal as it was.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use rstest::rstest;

use super::*;
use crate::assert_given_back;

fn foreign(home: &Home) {
    home.write(".local/share/ovop/ovop.db", "catatan rapat\n");
}

fn newer(home: &Home) {
    home.ok(&["init"]);
    let other = other_program(&home.database());
    other.execute_batch("PRAGMA user_version = 99").unwrap();
}

fn damaged(home: &Home) {
    home.ok(&["init"]);
    let whole = fs::read(home.database()).unwrap();
    fs::write(home.database(), &whole[..whole.len() / 2]).unwrap();
}

fn settings(home: &Home) {
    home.write(".config/ovop/config.toml", "ascii = true\ntheme = = 1\n");
}

fn taken_key(home: &Home) {
    home.write(".config/ovop/config.toml", "[keys]\nundo = [\"q\"]\n");
}

fn missing_folder(home: &Home) {
    home.write(".config/ovop/config.toml", "database = \"~/dta/ovop.db\"\n");
}

#[rstest]
#[case::foreign(foreign, &["ovop.db bukan basis data ovop"], &["ovop.db is not an ovop database"])]
#[case::newer(newer, &["ovop yang lebih baru", "99"], &["made by a newer ovop", "99"])]
#[case::damaged(damaged, &["ovop.db rusak", "cadangan"], &["ovop.db is damaged", "backup"])]
#[case::settings(settings, &["config.toml, baris 2: ", "theme = = 1"], &["config.toml, line 2: ", "theme = = 1"])]
#[case::taken_key(taken_key, &["config.toml", "tombol \"q\" sudah dipakai"], &["config.toml", "the key \"q\" is taken"])]
#[case::missing_folder(missing_folder, &["dta tidak ada", "mkdir"], &["dta", "mkdir"])]
fn what_is_wrong_is_said_in_one_sentence(
    #[case] break_it: fn(&Home),
    #[case] id: &[&str],
    #[case] en: &[&str],
) {
    let home = Home::new();
    break_it(&home);
    for (locale, words) in [("id_ID.UTF-8", id), ("en_GB.UTF-8", en)] {
        let mut command = home.behind(r#"read -r go; exec "$@""#, &[]);
        command.env("LANG", locale);
        fails(command, words);
    }
}

/// The program behind a shell that waits for a line ends with these words and leaves the terminal as it was.
fn fails(command: CommandBuilder, words: &[&str]) {
    let mut pty = Pty::spawn(command, 80, 24);
    let modes = pty.modes();
    pty.send("\n");
    assert_ne!(pty.wait_exit(), 0);
    assert_given_back(&mut pty, &modes);
    let said = pty.screen();
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert_eq!(said.matches("ovop: ").count(), 1, "{said}");
    assert!(said.trim_end().lines().count() <= 2, "{said}");
}

#[test]
fn a_file_that_may_not_be_read_is_said_to_be_so() {
    let home = Home::new();
    home.ok(&["init"]);
    let mode =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(&home.path("."), 0o755);
    mode(&home.database(), 0o000);
    // Root may read everything, and becomes nobody for this.
    let become_one = if rustix::process::geteuid().is_root() {
        "setpriv --reuid=65534 --regid=65534 --clear-groups "
    } else {
        ""
    };
    let able = Command::new("sh")
        .args(["-c", &format!("{become_one}{PROGRAM} --version")])
        .output();
    if !able.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: this account cannot become another one that may run the program");
        return;
    }
    let script = format!(r#"read -r go; exec {become_one}"$@""#);
    fails(home.behind(&script, &[]), &["ovop.db tidak boleh dibaca"]);
}
