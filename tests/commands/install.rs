//! What the operator installs: the script's files, and that the manual says the same.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::support::*;

fn asset(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/server")
        .join(name);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_script_puts_every_file_in_its_place() {
    let home = Home::new();
    let root = home.path("root");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/server/install.sh");
    let install = || {
        // A root whose files are for root alone: what is installed is for everybody all the same.
        Command::new("sh")
            .args(["-c", "umask 077; exec sh \"$@\"", "sh"])
            .arg(&script)
            .arg(program())
            .env("DESTDIR", &root)
            .env("HOME", home.path(""))
            .output()
            .unwrap()
    };
    let done = said(install());
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{done:?}");
    for (file, holds, mode) in [
        ("usr/share/man/man1/ovop.1", ".TH", 0o644),
        ("usr/share/bash-completion/completions/ovop", "ovop", 0o644),
        (
            "usr/share/zsh/vendor-completions/_ovop",
            "#compdef ovop",
            0o644,
        ),
        (
            "usr/share/fish/vendor_completions.d/ovop.fish",
            "ovop",
            0o644,
        ),
        (
            "etc/ovop/config.toml",
            "database = \"/var/lib/ovop/ovop.db\"",
            0o644,
        ),
        (
            "etc/ssh/sshd_config.d/ovop.conf",
            "AuthorizedKeysFile /etc/ovop/keys",
            0o644,
        ),
        (
            "etc/systemd/system/ovop-keeper.service",
            "ExecStart=/usr/bin/ovop keeper",
            0o644,
        ),
    ] {
        let path = root.join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{file}: {e}"));
        assert!(text.contains(holds), "{file}");
        let found = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o7777;
        assert_eq!(found(&path), mode, "{file}");
        assert_eq!(found(path.parent().unwrap()), 0o755, "the folder of {file}");
    }
    let installed = root.join("usr/bin/ovop");
    assert_eq!(
        installed.metadata().unwrap().permissions().mode() & 0o7777,
        0o755
    );
    // What an operator has changed stays.
    std::fs::write(root.join("etc/ovop/config.toml"), "lang = \"en\"\n").unwrap();
    assert_eq!(said(install()).code, 0);
    let kept = std::fs::read_to_string(root.join("etc/ovop/config.toml")).unwrap();
    assert_eq!(kept, "lang = \"en\"\n");
}

/// A program that does not start on this machine takes the place of none.
#[test]
fn a_program_that_does_not_start_is_not_installed() {
    let home = Home::new();
    let root = home.path("root");
    let broken = home.write("broken", "#!/bin/sh\nexit 1\n");
    std::fs::set_permissions(&broken, std::fs::Permissions::from_mode(0o755)).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/server/install.sh");
    let done = Command::new("sh")
        .args([&script, &broken])
        .env("DESTDIR", &root)
        .output()
        .unwrap();
    assert!(!done.status.success(), "{done:?}");
    assert!(!root.join("usr/bin/ovop").exists());
}

#[test]
fn the_manual_shows_the_settings_of_sshd_that_are_installed() {
    let home = Home::new();
    for lang in ["id", "en"] {
        let page = home.ok(&["manual", "server", "--lang", lang]).out;
        let shown = format!("```\n{}```\n", asset("sshd.conf"));
        assert!(page.contains(&shown), "{lang}");
    }
}
