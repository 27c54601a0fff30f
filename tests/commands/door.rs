//! What people who come in by a key can ask for, and what they cannot, as sshd would hand it over.

use super::support::*;

/// A shared database with an admin, a companion of Kewar and a viewer.
struct Server {
    home: Home,
    db: String,
}

impl Server {
    fn new() -> Self {
        let home = Home::new();
        let db = home.path("server.db").to_str().unwrap().to_owned();
        for args in [
            &["init"][..],
            &["user", "add", "maria", "--role", "admin"],
            &[
                "user",
                "add",
                "siti",
                "--role",
                "pendamping",
                "--scope",
                "Kewar",
            ],
            &["user", "add", "dewi", "--role", "pembaca"],
        ] {
            home.ok(&[args, &["--db", &db]].concat());
        }
        Self { home, db }
    }

    /// What sshd starts for the key of a person who asks for this.
    fn ssh(&self, name: &str, asked: &str, around: &[(&str, &str)]) -> Said {
        let mut command = self.home.command();
        command
            .args(["--as", name, "--db", &self.db])
            .env("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")
            .env("SSH_ORIGINAL_COMMAND", asked)
            .envs(around.iter().copied());
        said(command.output().unwrap())
    }

    fn events(&self) -> usize {
        let log = self
            .home
            .json(&["log", "--last", "100000", "--json", "--db", &self.db]);
        log.as_array().unwrap().len()
    }
}

#[test]
fn reading_commands_and_papers_come_out_at_the_other_end() {
    let server = Server::new();
    for (asked, expected) in [
        ("ovop status", "Desa/kelurahan"),
        ("status --lang en", "Villages and wards"),
        ("ovop show Kewar", "Kewar"),
        ("list --format csv", "53.04.01.2001"),
        ("paper recap", "REKAP"),
        ("ovop whoami", "Peran: pembaca"),
        ("ovop list --help", "Pemakaian"),
        ("--version", "ovop "),
        ("list --filter 'kec:rinhat umur>365'", "desa/kelurahan"),
    ] {
        let said = server.ssh("dewi", asked, &[]);
        assert_eq!(said.code, 0, "{asked}: {said:?}");
        assert!(said.out.contains(expected), "{asked}: {said:?}");
    }
    let docx = {
        let mut command = server.home.command();
        command
            .args(["--as", "dewi", "--db", &server.db])
            .env("SSH_ORIGINAL_COMMAND", "paper recap --format docx");
        command.output().unwrap()
    };
    assert!(docx.status.success() && docx.stdout.starts_with(b"PK"));
}

#[test]
fn nothing_is_written_over_the_line_whatever_the_role() {
    let server = Server::new();
    let before = server.events();
    let out = server.home.path("luar.txt");
    let to_file = format!("paper recap -o {}", out.display());
    for asked in [
        "note Kewar 'lewat ssh'",
        "undo --yes",
        "user add penyusup --role admin",
        "user role siti admin",
        "doctor --rebuild",
        "demo",
        "init --folder lain",
        "list --db /etc/passwd",
        "list --db=/etc/passwd",
        "--db /etc/passwd list",
        "ovop --db /etc/passwd list",
        "list --config lain.toml",
        "--config /dev/stdin list",
        "list --register /etc",
        "status --as dewi",
        "--as dewi status",
        "backup --to lain",
        "keeper --once",
        &to_file,
        "paper recap --output=x.txt",
    ] {
        let said = server.ssh("maria", asked, &[]);
        assert_eq!(said.code, 5, "{asked}: {said:?}");
        assert!(said.out.is_empty(), "{asked}: {said:?}");
    }
    assert_eq!(server.events(), before);
    assert!(!out.exists());
}

#[test]
fn there_is_no_shell() {
    let server = Server::new();
    let bait = server.home.path("umpan");
    let touch = format!("touch {}", bait.display());
    for asked in [
        touch.clone(),
        format!("status; {touch}"),
        format!("status && {touch}"),
        format!("status | {touch}"),
        format!("show $({touch})"),
        format!("show `{touch}`"),
        format!("status > {}", bait.display()),
        format!("status\n{touch}"),
        "bash -i".into(),
        "/bin/sh".into(),
        "/usr/lib/openssh/sftp-server".into(),
        "scp -t /tmp".into(),
        "rsync --server . /tmp".into(),
    ] {
        let said = server.ssh(
            "maria",
            &asked,
            &[("SHELL", "/bin/bash"), ("PAGER", "sh"), ("EDITOR", "sh")],
        );
        assert_eq!(said.code, 2, "{asked}: {said:?}");
        assert!(said.err.starts_with("ovop: "), "{asked}: {said:?}");
    }
    assert!(!bait.exists());
}

/// What lies in a folder.
fn names(folder: &std::path::Path) -> Vec<std::ffi::OsString> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut all: Vec<_> = entries.map(|e| e.unwrap().file_name()).collect();
    all.sort();
    all
}

#[test]
fn the_environment_leads_nowhere_else() {
    let server = Server::new();
    // Another record, with settings that name it: where a person's own environment would lead.
    let elsewhere = Server::new();
    let folder = elsewhere.home.path("config");
    elsewhere.home.write(
        "config/ovop/config.toml",
        &format!("database = \"{}\"\nlang = \"en\"\n", elsewhere.db),
    );
    let config = folder.to_str().unwrap();
    let data = elsewhere.home.path("");
    let around = [
        ("XDG_CONFIG_HOME", config),
        ("XDG_DATA_HOME", data.to_str().unwrap()),
        ("HOME", data.to_str().unwrap()),
        ("XDG_CONFIG_DIRS", config),
        ("XDG_STATE_HOME", data.to_str().unwrap()),
        ("XDG_CACHE_HOME", data.to_str().unwrap()),
        ("XDG_RUNTIME_DIR", data.to_str().unwrap()),
        ("TMPDIR", data.to_str().unwrap()),
        ("SQLITE_TMPDIR", data.to_str().unwrap()),
        ("OVOP_DB", elsewhere.db.as_str()),
        ("OVOP_DATABASE", elsewhere.db.as_str()),
        ("OVOP_CONFIG", "config/ovop/config.toml"),
        ("OVOP_AS", "maria"),
        ("OVOP_LANG", "en"),
        ("LOGNAME", "maria"),
        ("USER", "maria"),
        ("TERM", "\u{1b}]0;x\u{7}"),
    ];
    let before = names(&data);
    let said = server.ssh("dewi", "whoami", &around);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(
        names(&data),
        before,
        "something was put where the environment leads"
    );
    assert!(said.out.contains(&server.db), "{said:?}");
    assert!(said.out.contains("Peran: pembaca"), "{said:?}");
    // Without a database in the key's line and in the system's settings there is none, and none is made.
    let mut command = elsewhere.home.command();
    command
        .args(["--as", "dewi"])
        .envs(around)
        .env("SSH_ORIGINAL_COMMAND", "status");
    let nowhere = super::support::said(command.output().unwrap());
    if !std::path::Path::new("/etc/ovop/config.toml").exists() {
        assert_eq!(nowhere.code, 1, "{nowhere:?}");
    }
    assert!(!elsewhere.home.path("ovop/ovop.db").exists());
}

#[test]
fn files_are_written_inside_one_folder_alone() {
    let server = Server::new();
    let files = server.home.path("berkas");
    std::fs::create_dir(&files).unwrap();
    std::os::unix::fs::symlink("/tmp", files.join("jalan")).unwrap();
    let with = server.home.write(
        "with.toml",
        &format!(
            "database = \"{}\"\nfiles = \"{}\"\n",
            server.db,
            files.display()
        ),
    );
    let without = server
        .home
        .write("without.toml", &format!("database = \"{}\"\n", server.db));
    let paper = |config: &std::path::Path, to: &str| {
        let mut command = server.home.command();
        command
            .args(["paper", "recap", "-o", to, "--as", "siti", "--config"])
            .arg(config)
            .env("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22");
        said(command.output().unwrap())
    };
    let none = paper(&without, "rekap.txt");
    assert!(
        none.code == 5 && none.err.contains("keluaran standar"),
        "{none:?}"
    );
    for to in [
        "../rekap.txt",
        "/tmp/rekap-ovop.txt",
        "jalan/rekap-ovop.txt",
    ] {
        let refused = paper(&with, to);
        assert!(
            refused.code == 5 && refused.err.contains("di dalam folder itu"),
            "{refused:?}"
        );
    }
    assert!(!std::path::Path::new("/tmp/rekap-ovop.txt").exists());
    assert_eq!(paper(&with, "rekap.txt").code, 0);
    assert!(files.join("rekap.txt").is_file());
    assert!(!server.home.path("rekap.txt").exists());
}

#[test]
fn where_the_settings_name_no_database_it_is_said_where_to_name_it() {
    let home = Home::new();
    if std::path::Path::new("/etc/ovop/config.toml").exists() {
        eprintln!("skipped: this machine has settings of its own");
        return;
    }
    let mut command = home.command();
    command
        .args(["list", "--as", "siti"])
        .env("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22");
    let said = said(command.output().unwrap());
    assert!(said.err.contains("/etc/ovop/config.toml"), "{said:?}");
    assert!(!said.err.contains("HOME"), "{said:?}");
}

#[test]
fn without_a_terminal_and_without_a_command_it_is_said_what_to_do() {
    let server = Server::new();
    let mut command = server.home.command();
    command.args(["--as", "siti", "--db", &server.db]);
    let said = said(command.output().unwrap());
    assert_eq!(said.code, 1);
    assert!(said.err.contains("ssh -t"), "{said:?}");
}

/// Every way that a name of a file can lead elsewhere, by the program itself, with and without leave to replace.
#[test]
fn no_name_of_a_file_leads_out_of_the_folder_or_waits_for_ever() {
    use std::os::unix::fs::{FileTypeExt as _, symlink};
    let server = Server::new();
    let files = server.home.path("berkas");
    let outside = server.home.path("luar");
    std::fs::create_dir_all(files.join("bulan")).unwrap();
    std::fs::create_dir(&outside).unwrap();
    std::fs::write(outside.join("isi.txt"), "milik lain").unwrap();
    symlink(&outside, files.join("jalan")).unwrap();
    symlink("/proc/self/cwd", files.join("sini")).unwrap();
    symlink("/proc/self/fd", files.join("fd")).unwrap();
    symlink("/dev/stdout", files.join("keluaran")).unwrap();
    symlink(outside.join("isi.txt"), files.join("isi.txt")).unwrap();
    symlink(outside.join("baru.txt"), files.join("baru.txt")).unwrap();
    std::fs::write(files.join("ada.txt"), "yang lama").unwrap();
    let fifo = std::process::Command::new("mkfifo")
        .arg(files.join("pipa"))
        .status();
    assert!(fifo.unwrap().success());
    let config = server.home.write(
        "with.toml",
        &format!(
            "database = \"{}\"\nfiles = \"{}\"\n",
            server.db,
            files.display()
        ),
    );
    let paper = |to: &str, force: bool| {
        let mut command = server.home.command();
        command
            .args(["paper", "recap", "-o", to, "--as", "siti", "--config"])
            .arg(&config)
            .args(force.then_some("--force"))
            .current_dir(&outside)
            .env("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        let mut child = command.spawn().unwrap();
        let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
        while child.try_wait().unwrap().is_none() {
            if std::time::Instant::now() > until {
                child.kill().unwrap();
                panic!("{to}: it waits for ever");
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        said(child.wait_with_output().unwrap())
    };
    let inside = files.display().to_string();
    for to in [
        "../luar/rekap.txt".to_owned(),
        "bulan/../../luar/rekap.txt".into(),
        format!("{inside}/../luar/rekap.txt"),
        format!("{}/rekap.txt", outside.display()),
        "/proc/self/cwd/rekap.txt".into(),
        "/proc/self/root/tmp/rekap.txt".into(),
        "/dev/stdout".into(),
        "/dev/fd/1".into(),
        "jalan/rekap.txt".into(),
        "sini/rekap.txt".into(),
        "fd/1".into(),
        "..".into(),
        "/".into(),
        ".".into(),
        "ada.txt/rekap.txt".into(),
        "pipa/rekap.txt".into(),
    ] {
        for force in [false, true] {
            let refused = paper(&to, force);
            assert_eq!(refused.code, 5, "{to}: {refused:?}");
            assert!(refused.out.is_empty(), "{to}: {refused:?}");
            assert!(
                refused.err.contains("di dalam folder itu"),
                "{to}: {refused:?}"
            );
        }
    }
    // What stands in the place of the file is in the way, whatever it is; nothing is opened.
    for to in [
        "pipa", "ada.txt", "isi.txt", "baru.txt", "keluaran", "bulan",
    ] {
        let refused = paper(to, false);
        assert_eq!(refused.code, 1, "{to}: {refused:?}");
        assert!(refused.err.contains("--force"), "{to}: {refused:?}");
    }
    assert_eq!(
        std::fs::read_to_string(files.join("ada.txt")).unwrap(),
        "yang lama"
    );
    let kind = |name: &str| {
        std::fs::symlink_metadata(files.join(name))
            .unwrap()
            .file_type()
    };
    assert!(kind("pipa").is_fifo() && kind("isi.txt").is_symlink());
    // With leave it is replaced; what a link led to stays as it was, and a folder is none to be replaced.
    for to in ["pipa", "ada.txt", "isi.txt", "baru.txt", "keluaran"] {
        assert_eq!(paper(to, true).code, 0, "{to}");
        assert!(kind(to).is_file(), "{to}");
    }
    let folder = paper("bulan", true);
    assert_eq!(folder.code, 1, "{folder:?}");
    assert!(kind("bulan").is_dir());
    assert_eq!(names(&outside), ["isi.txt"]);
    assert_eq!(
        std::fs::read_to_string(outside.join("isi.txt")).unwrap(),
        "milik lain"
    );
    assert_eq!(names(&files.join("bulan")).len(), 0);
    assert!(
        names(&files)
            .iter()
            .all(|name| !name.to_string_lossy().starts_with('.'))
    );
}
