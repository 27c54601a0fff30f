use super::*;
use crate::domain::people::{Person, Role};
use crate::strings::{Lang, Strings};

const ED: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPbpTNylTSb0Ie2uj//JaNgStb1CRFpVCMbH2AsXyFq6 siti";
const OVOP: u32 = 998;

fn entry(path: &str, owner: u32, mode: u32) -> Entry {
    Entry {
        path: path.into(),
        owner,
        group: owner,
        mode,
    }
}

fn line() -> String {
    format!("restrict,pty,command=\"/usr/bin/ovop --as siti\" {ED}")
}

/// A server as the manual says.
fn server() -> Seen {
    let person = |name: &str, role, keys| Person {
        name: name.into(),
        called: String::new(),
        role,
        scope: Vec::new(),
        active: true,
        keys,
    };
    Seen {
        database: entry("/var/lib/ovop/ovop.db", OVOP, 0o600),
        folder: entry("/var/lib/ovop", OVOP, 0o700),
        beside: vec![
            entry("/var/lib/ovop/ovop.db-wal", OVOP, 0o600),
            entry("/var/lib/ovop/ovop.drafts.db", OVOP, 0o600),
        ],
        people: People {
            all: vec![
                person("maria", Role::Admin, Vec::new()),
                person("siti", Role::Chair, vec![Key::read(ED).unwrap()]),
            ],
            ..People::default()
        },
        account: Some(Account {
            name: "ovop".into(),
            shell: "/bin/sh".into(),
            home: "/etc/ovop".into(),
            home_entry: Some(entry("/etc/ovop", 0, 0o755)),
            locked: Some(false),
        }),
        key_file: "/etc/ovop/keys".into(),
        keys: Some((
            entry("/etc/ovop/keys", 0, 0o644),
            Some(format!("# x\n{}\n", line())),
        )),
        key_lines: vec!["# y".into(), line()],
        system_file: "/etc/ovop/config.toml".into(),
        system_entry: Some(entry("/etc/ovop/config.toml", 0, 0o644)),
        system_text: Some("database = \"/var/lib/ovop/ovop.db\"\n".into()),
        is_named: true,
        program: Some(entry("/usr/bin/ovop", 0, 0o755)),
        free: Some(10 << 30),
        latest: "2026-11-24T01:00:00Z".parse().ok(),
        now: "2026-11-24T02:00:00Z".parse().unwrap(),
    }
}

fn found(seen: &Seen) -> Vec<Finding> {
    examine(seen, &Strings::of(Lang::En).cli.deployment)
}

/// The commands for what is to be mended.
fn mends(change: impl FnOnce(&mut Seen)) -> Vec<String> {
    let mut seen = server();
    change(&mut seen);
    let faults = found(&seen).into_iter().filter(|f| f.is_fault);
    faults.filter_map(|f| f.mend).collect()
}

#[test]
fn a_server_as_the_manual_says_has_nothing_to_mend() {
    assert_eq!(found(&server()), []);
}

#[test]
fn each_fault_comes_with_the_command_that_mends_it() {
    let account = |seen: &mut Seen, change: fn(&mut Account)| {
        change(seen.account.as_mut().unwrap());
    };
    let write = "sh -c 'runuser -u ovop -- ovop user keys > /etc/ovop/keys.new && chown root:root /etc/ovop/keys.new && chmod 0644 /etc/ovop/keys.new && mv /etc/ovop/keys.new /etc/ovop/keys'";
    let cases: Vec<(Vec<String>, &str)> = vec![
        (mends(|s| s.folder.mode = 0o755), "chmod 0700 /var/lib/ovop"),
        (mends(|s| s.folder.owner = 0), "chown 998 /var/lib/ovop"),
        (
            mends(|s| s.database.mode = 0o644),
            "chmod 0600 /var/lib/ovop/ovop.db",
        ),
        (
            mends(|s| s.beside[0].owner = 1000),
            "chown 998 /var/lib/ovop/ovop.db-wal",
        ),
        (
            mends(|s| s.beside[1].mode = 0o640),
            "chmod 0600 /var/lib/ovop/ovop.drafts.db",
        ),
        (
            mends(|s| account(s, |a| a.shell = "/bin/bash".into())),
            "usermod -s /bin/sh ovop",
        ),
        (
            mends(|s| account(s, |a| a.shell = "/usr/sbin/nologin".into())),
            "usermod -s /bin/sh ovop",
        ),
        (
            mends(|s| account(s, |a| a.home_entry = Some(entry("/home/ovop", OVOP, 0o755)))),
            "usermod -d /etc/ovop ovop",
        ),
        (
            mends(|s| account(s, |a| a.locked = Some(true))),
            "usermod -p '*' ovop",
        ),
        (mends(|s| s.keys = None), write),
        (
            mends(|s| s.keys.as_mut().unwrap().0.owner = OVOP),
            "chown root:root /etc/ovop/keys && chmod 0644 /etc/ovop/keys",
        ),
        (
            mends(|s| s.keys.as_mut().unwrap().0.mode = 0o666),
            "chown root:root /etc/ovop/keys && chmod 0644 /etc/ovop/keys",
        ),
        (
            mends(|s| s.keys.as_mut().unwrap().1 = Some(String::new())),
            write,
        ),
        (
            mends(|s| s.system_entry.as_mut().unwrap().owner = OVOP),
            "chown root:root /etc/ovop/config.toml && chmod 0644 /etc/ovop/config.toml",
        ),
        (
            mends(|s| s.program.as_mut().unwrap().mode = 0o777),
            "chown root:root /usr/bin/ovop && chmod 0755 /usr/bin/ovop",
        ),
        (mends(|s| s.free = Some(100 << 20)), "df -h /var/lib/ovop"),
        (
            mends(|s| s.latest = "2027-01-01T00:00:00Z".parse().ok()),
            "timedatectl set-ntp true",
        ),
    ];
    for (commands, expected) in cases {
        assert_eq!(commands, [expected]);
    }
}

#[test]
fn lines_that_let_somebody_do_more_are_found() {
    for bad in [
        ED.to_owned(),
        format!("command=\"/usr/bin/ovop --as siti\" {ED}"),
        format!("restrict,pty,command=\"/bin/sh\" {ED}"),
        format!("restrict,pty,command=\"/usr/bin/ovop --as siti; sh\" {ED}"),
        format!("restrict,pty,command=\"/usr/bin/ovop --as Siti\" {ED}"),
        format!("restrict,pty,agent-forwarding,command=\"/usr/bin/ovop --as siti\" {ED}"),
    ] {
        let mut seen = server();
        let text = format!("{}\n{bad}\n", line());
        seen.keys.as_mut().unwrap().1 = Some(text);
        let found = found(&seen);
        assert!(
            found.iter().any(|f| f.what.contains("not confined")),
            "{bad}: {found:?}"
        );
    }
}

#[test]
fn a_group_is_told_its_weakness_and_held_to_its_modes() {
    let mut seen = server();
    seen.people.all.iter_mut().for_each(|p| p.keys.clear());
    seen.folder.mode = 0o2770;
    seen.database.mode = 0o660;
    seen.beside.iter_mut().for_each(|e| e.mode = 0o660);
    let notes = found(&seen);
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(!notes[0].is_fault && notes[0].what.contains("not against malice"));
    seen.folder.mode = 0o770;
    seen.beside[0].mode = 0o640;
    seen.beside[1].group = 1000;
    let commands: Vec<_> = found(&seen).into_iter().filter_map(|f| f.mend).collect();
    assert_eq!(
        commands,
        [
            "chmod 2770 /var/lib/ovop",
            "chmod 0660 /var/lib/ovop/ovop.db-wal",
            "chgrp 998 /var/lib/ovop/ovop.drafts.db"
        ]
    );
}

#[test]
fn ones_own_database_may_lie_in_an_open_folder() {
    let mut seen = server();
    seen.people = People::default();
    seen.folder.mode = 0o755;
    assert_eq!(found(&seen), []);
    seen.database.mode = 0o644;
    assert_eq!(found(&seen).len(), 1);
}

#[test]
fn every_finding_is_told_in_both_languages() {
    let mut seen = server();
    seen.folder.mode = 0o777;
    seen.database.mode = 0o666;
    seen.beside[0].group = 1;
    seen.account.as_mut().unwrap().shell = "/bin/zsh".into();
    seen.keys = None;
    seen.free = Some(0);
    let said = |lang| -> Vec<Finding> { examine(&seen, &Strings::of(lang).cli.deployment) };
    let (id, en) = (said(Lang::Id), said(Lang::En));
    assert_eq!(id.len(), en.len());
    for (id, en) in id.iter().zip(&en) {
        assert_ne!(id.what, en.what);
        assert_eq!(id.mend, en.mend);
    }
}

#[test]
fn paths_are_quoted_for_the_shell() {
    assert_eq!(quoted(Path::new("/var/lib/ovop")), "/var/lib/ovop");
    assert_eq!(quoted(Path::new("/a b/c'd")), r"'/a b/c'\''d'");
}

/// What a settings file says after the command that names the database.
fn named_in(text: Option<&str>, database: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    if let Some(text) = text {
        std::fs::write(&file, text).unwrap();
    }
    let commands = mends(|s| {
        s.is_named = false;
        s.database.path = database.into();
        s.system_entry = text.map(|_| entry("/etc/ovop/config.toml", 0, 0o644));
        s.system_text = text.map(str::to_owned);
        s.system_file.clone_from(&file);
    });
    let [command] = &commands[..] else {
        panic!("{commands:?}");
    };
    let mut shell = std::process::Command::new("sh");
    assert!(shell.args(["-c", command]).status().unwrap().success());
    std::fs::read_to_string(&file).unwrap()
}

#[test]
fn the_command_that_names_the_database_leaves_settings_that_can_be_read() {
    let texts = [
        None,
        Some(""),
        Some("lang = \"id\"\n\n[papers]\ntown = \"Atambua\"\n"),
        Some("lang = \"id\"\ndatabase = \"/old.db\"\n[keys]\nundo = [\"u\"]\n"),
        Some("[keys]\nundo = [\"u\"]\n"),
    ];
    for database in ["/var/lib/ovop/ovop.db", r#"/srv/o 'v" \x/ovop.db"#] {
        for text in texts {
            let after = named_in(text, database);
            let table: toml::Table = after.parse().unwrap();
            assert_eq!(table["database"].as_str(), Some(database), "{after}");
            let before: toml::Table = text.unwrap_or_default().parse().unwrap();
            for key in before.keys().filter(|k| *k != "database") {
                assert_eq!(table[key], before[key], "{after}");
            }
        }
    }
}

#[test]
fn the_command_that_closes_a_folder_knows_files_from_folders() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("backups");
    std::fs::create_dir(&inner).unwrap();
    std::fs::write(inner.join("a.db"), "x").unwrap();
    let commands = mends(|s| {
        s.folder.path = folder.path().to_owned();
        s.folder.mode = 0o2770;
        s.database.mode = 0o660;
        s.beside.iter_mut().for_each(|e| e.mode = 0o660);
    });
    let command = commands.iter().find(|c| c.contains("find ")).unwrap();
    let mut shell = std::process::Command::new("sh");
    assert!(shell.args(["-c", command]).status().unwrap().success());
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(folder.path()), mode(&inner)), (0o700, 0o700));
    assert_eq!(mode(&inner.join("a.db")), 0o600);
}

#[test]
fn a_line_that_starts_something_else_for_the_same_key_is_found() {
    let with = |command: &str| {
        let mut seen = server();
        let text = format!("restrict,pty,command=\"{command} --as siti\" {ED}");
        seen.keys.as_mut().unwrap().1 = Some(text);
        found(&seen)
    };
    assert_eq!(with("/usr/bin/ovop"), []);
    assert_eq!(with("/usr/bin/ovop --db /var/lib/ovop/ovop.db"), []);
    for wrong in [
        "/tmp/ovop",
        "/usr/bin/ovop --db /tmp/x.db",
        "/usr/bin/ovop --view",
    ] {
        let found = with(wrong);
        assert!(
            found
                .iter()
                .any(|f| f.what.contains("1 keys missing, 1 too many")),
            "{wrong}: {found:?}"
        );
    }
}

#[test]
fn lines_that_name_the_database_need_no_settings() {
    let commands = |line: &str| {
        mends(|s| {
            s.is_named = false;
            s.keys.as_mut().unwrap().1 = Some(format!("{line} {ED}\n"));
        })
    };
    let named = "restrict,pty,command=\"/usr/bin/ovop --db /var/lib/ovop/ovop.db --as siti\"";
    assert_eq!(commands(named), [] as [&str; 0]);
    let bare = "restrict,pty,command=\"/usr/bin/ovop --as siti\"";
    assert_eq!(
        commands(bare),
        ["sed -i '1c database = \"/var/lib/ovop/ovop.db\"' /etc/ovop/config.toml"]
    );
}
