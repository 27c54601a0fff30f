//! People come in over ssh by their keys: a real sshd on this machine's loopback, with the file of keys that the program
//! makes. Where there is no sshd the tests say so and do nothing.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use tempfile::TempDir;

use crate::pty::{Pty, patience};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ovop");
const SSHD: &str = "/usr/sbin/sshd";

/// An sshd of its own with a shared database behind it. It ends with this value.
struct Server {
    folder: TempDir,
    sshd: Child,
    port: u16,
    account: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.sshd.kill();
        let _ = self.sshd.wait();
    }
}

fn run(program: &str, args: &[&str]) -> Output {
    Command::new(program)
        .args(args)
        .env_remove("SSH_CONNECTION")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// The name of the account that the tests run as.
fn account() -> String {
    let said = run("id", &["-un"]);
    String::from_utf8(said.stdout).unwrap().trim().to_owned()
}

/// Why no sshd can be tried here.
fn missing() -> Option<&'static str> {
    if !Path::new(SSHD).exists() {
        return Some("there is no sshd (apt-get install openssh-server)");
    }
    if run("ssh", &["-V"]).status.code() != Some(0) {
        return Some("there is no ssh (apt-get install openssh-client)");
    }
    // Where sshd runs as root it needs this empty folder, which the system's own start makes.
    let folder = Path::new("/run/sshd");
    let is_root = rustix::process::geteuid().is_root();
    if is_root && !folder.exists() && fs::create_dir(folder).is_err() {
        return Some("/run/sshd cannot be made");
    }
    None
}

impl Server {
    /// Maria is admin, Siti companion of Kewar, Dewi viewer; each has a key. None, with a sentence, where there is no sshd.
    fn start() -> Option<Self> {
        if let Some(why) = missing() {
            eprintln!("skipped: {why}");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let keygen = |name: &str| {
            let made = run(
                "ssh-keygen",
                &["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", &at(name)],
            );
            assert!(made.status.success(), "{made:?}");
        };
        keygen("host");
        let data = at("data");
        let db = format!("{data}/ovop.db");
        let ovop = |args: &[&str]| {
            let said = run(PROGRAM, &[args, &["--db", &db]].concat());
            assert!(said.status.success(), "{args:?}: {said:?}");
            String::from_utf8(said.stdout).unwrap()
        };
        let made = run(PROGRAM, &["init", "--folder", &data]);
        assert!(made.status.success(), "{made:?}");
        ovop(&[
            "user", "add", "maria", "--role", "admin", "--called", "Maria",
        ]);
        ovop(&[
            "user",
            "add",
            "siti",
            "--role",
            "pendamping",
            "--scope",
            "Kewar",
        ]);
        ovop(&["user", "add", "dewi", "--role", "pembaca"]);
        for name in ["maria", "siti", "dewi", "tamu"] {
            keygen(name);
            if name != "tamu" {
                let key = fs::read_to_string(at(&format!("{name}.pub"))).unwrap();
                ovop(&["user", "key", name, key.trim()]);
            }
        }
        fs::write(at("keys"), ovop(&["user", "keys"])).unwrap();
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let config = format!(
            "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\n\
             StrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n\
             PermitRootLogin prohibit-password\nSubsystem sftp internal-sftp\n\
             AcceptEnv *\nClientAliveInterval 15\nClientAliveCountMax 3\nMaxStartups 200:30:400\n",
            at("host"),
            at("keys"),
        );
        fs::write(at("sshd_config"), config).unwrap();
        let log = fs::File::create(at("sshd.log")).unwrap();
        let sshd = Command::new(SSHD)
            .args(["-D", "-e", "-f", &at("sshd_config")])
            .stderr(log)
            .spawn()
            .unwrap();
        let server = Self {
            folder,
            sshd,
            port,
            account: account(),
        };
        let until = Instant::now() + patience();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < until, "{}", server.log());
            thread::sleep(Duration::from_millis(20));
        }
        // An account without a password of its own may be barred from ssh on this machine.
        let tried = server.ssh("maria", &[], &["ovop", "whoami"]);
        if !tried.status.success() && server.log().contains("not allowed because") {
            eprintln!(
                "skipped: sshd lets this account in on no key: {}",
                server.log()
            );
            return None;
        }
        Some(server)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.path("sshd.log")).unwrap_or_default()
    }

    /// The options of ssh for this person, up to and with the host.
    fn options(&self, name: &str) -> Vec<String> {
        let key = self.path(name);
        let options = [
            "-F",
            "none",
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            "-o",
            "LogLevel=ERROR",
            "-o",
            "BatchMode=yes",
            "-o",
            "IdentitiesOnly=yes",
        ];
        let own = [
            "-p".to_owned(),
            self.port.to_string(),
            "-i".to_owned(),
            key.to_str().unwrap().to_owned(),
        ];
        let mut all: Vec<String> = options.map(str::to_owned).to_vec();
        all.extend(own);
        all
    }

    fn host(&self) -> String {
        format!("{}@127.0.0.1", self.account)
    }

    /// Runs ssh with more options and what is asked for.
    fn ssh(&self, name: &str, more: &[&str], asked: &[&str]) -> Output {
        Command::new("ssh")
            .args(self.options(name))
            .args(more)
            .arg(self.host())
            .args(asked)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn ovop(&self, args: &[&str]) -> String {
        let db = self.path("data/ovop.db");
        let said = run(PROGRAM, &[args, &["--db", db.to_str().unwrap()]].concat());
        assert!(said.status.success(), "{args:?}: {said:?}");
        String::from_utf8(said.stdout).unwrap()
    }
}

fn out(said: &Output) -> String {
    String::from_utf8_lossy(&said.stdout).into_owned()
}

#[test]
fn a_key_says_who_comes_in_and_reading_comes_out_at_the_other_end() {
    let Some(server) = Server::start() else {
        return;
    };
    for (name, role) in [
        ("maria", "Peran: admin"),
        ("siti", "Peran: pendamping"),
        ("dewi", "Peran: pembaca"),
    ] {
        let said = server.ssh(name, &[], &["ovop", "whoami"]);
        assert!(said.status.success(), "{said:?}\n{}", server.log());
        assert!(out(&said).contains(role), "{said:?}");
    }
    let docx = server.ssh("dewi", &[], &["ovop paper recap --format docx"]);
    assert!(docx.stdout.starts_with(b"PK"), "{docx:?}");
    let listed = server.ssh(
        "dewi",
        &[],
        &["ovop list --filter 'kec:lamaknen umur>30' --format csv"],
    );
    assert!(out(&listed).contains("53.04.01.2001"), "{listed:?}");
    let stranger = server.ssh("tamu", &[], &["ovop", "whoami"]);
    assert_eq!(stranger.status.code(), Some(255), "{stranger:?}");
    // Turned off: the key's line is still there, and nobody comes in by it.
    server.ovop(&["user", "off", "dewi"]);
    let off = server.ssh("dewi", &[], &["ovop", "status"]);
    assert_eq!(off.status.code(), Some(5), "{off:?}");
    assert!(
        String::from_utf8_lossy(&off.stderr).contains("Maria"),
        "{off:?}"
    );
}

#[test]
fn a_key_opens_nothing_but_the_program() {
    let Some(server) = Server::start() else {
        return;
    };
    let bait = server.path("umpan");
    let touch = format!("touch {}", bait.display());
    for asked in [
        touch.clone(),
        format!("status; {touch}"),
        format!("$({touch})"),
        format!("'{touch}'"),
        "cat /etc/passwd".into(),
        "bash -i".into(),
        "scp -t /tmp".into(),
        format!("list --db {}", bait.display()),
        format!("paper recap -o {}", bait.display()),
        "note Kewar lewat-ssh".into(),
        "user role siti admin".into(),
    ] {
        let said = server.ssh("siti", &[], &[&asked]);
        let code = said.status.code();
        assert!(code == Some(2) || code == Some(5), "{asked}: {said:?}");
        assert!(said.stdout.is_empty(), "{asked}: {said:?}");
    }
    assert!(!bait.exists());
    // sftp is asked for as a subsystem; forwarding and the agent are closed by `restrict`.
    let sftp = server.ssh("siti", &["-s"], &["sftp"]);
    assert_eq!(sftp.status.code(), Some(2), "{sftp:?}");
    let port = server.port.to_string();
    let forward = server.ssh("siti", &["-W", &format!("127.0.0.1:{port}")], &[]);
    assert!(!forward.status.success(), "{forward:?}");
    assert!(!out(&forward).contains("SSH-2.0"), "{forward:?}");
    // Even where sshd takes everything that the other side says of its environment.
    let elsewhere = server.path("elsewhere");
    fs::create_dir_all(elsewhere.join("ovop")).unwrap();
    fs::write(
        elsewhere.join("ovop/config.toml"),
        "lang = \"en\"\nfiles = \"/tmp\"\n",
    )
    .unwrap();
    let set = format!(
        "SetEnv=XDG_CONFIG_HOME={0} HOME={0} USER=maria OVOP_AS=maria",
        elsewhere.display()
    );
    let said = server.ssh("siti", &["-o", &set], &["whoami"]);
    assert!(out(&said).contains("Peran: pendamping"), "{said:?}");
}

#[test]
fn the_screens_work_over_ssh_and_end_with_the_line() {
    let Some(server) = Server::start() else {
        return;
    };
    let screens = |name: &str| {
        let mut ssh = CommandBuilder::new("ssh");
        ssh.args(server.options(name));
        ssh.args(["-t".to_owned(), server.host()]);
        let pty = Pty::spawn(ssh, 80, 24);
        pty.wait_for_text("Kewar");
        pty.settle();
        pty
    };
    let mut siti = screens("siti");
    siti.wait_for_text("siti, pendamping");
    siti.press("a");
    siti.press("madu hutan\r5\r\r\r\r");
    siti.wait_for_text("madu hutan");
    let until = Instant::now() + patience();
    let recorded = || server.ovop(&["log", "Kewar", "--last", "1", "--json"]);
    while !recorded().contains("madu hutan") {
        assert!(Instant::now() < until, "{}", siti.screen());
        thread::sleep(Duration::from_millis(50));
    }
    assert!(recorded().contains("\"actor\": \"siti\""));
    let dewi = screens("dewi");
    dewi.wait_for_text("HANYA LIHAT");
    // The line is cut without a word: the program on the server goes too.
    let running = || {
        let all = fs::read_dir("/proc").unwrap().flatten();
        let lines = all.filter_map(|e| fs::read_to_string(e.path().join("cmdline")).ok());
        let wanted = server.path("data/ovop.db").to_str().unwrap().to_owned();
        lines
            .filter(|l| l.starts_with("ovop\0") && l.contains(&wanted) && l.contains("--as\0siti"))
            .count()
    };
    assert_eq!(running(), 1);
    siti.signal(Signal::KILL);
    let until = Instant::now() + patience();
    while running() > 0 {
        assert!(Instant::now() < until, "it still runs");
        thread::sleep(Duration::from_millis(50));
    }
    drop(dewi);
}

#[test]
fn nobody_can_look_into_a_session_or_at_what_it_keeps() {
    let Some(server) = Server::start() else {
        return;
    };
    let mode = |name: &str| {
        let meta = fs::metadata(server.path(name)).unwrap();
        meta.permissions().mode() & 0o7777
    };
    let mut ssh = CommandBuilder::new("ssh");
    ssh.args(server.options("siti"));
    ssh.args(["-t".to_owned(), server.host()]);
    let mut pty = Pty::spawn(ssh, 80, 24);
    pty.wait_for_text("siti, pendamping");
    // What is typed is kept beside the record.
    pty.press("amadu");
    let until = Instant::now() + patience();
    while !server.path("data/ovop.drafts.db").exists() {
        assert!(Instant::now() < until, "{}", pty.screen());
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(mode("data"), 0o700);
    for file in ["ovop.db", "ovop.db-wal", "ovop.db-shm", "ovop.drafts.db"] {
        assert_eq!(mode(&format!("data/{file}")), 0o600, "{file}");
    }
    let pid = fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|e| e.file_name().to_str()?.parse::<i32>().ok())
        .find(|pid| {
            fs::read_to_string(format!("/proc/{pid}/cmdline")).is_ok_and(|l| {
                l.starts_with("ovop\0") && l.contains(server.path("data").to_str().unwrap())
            })
        })
        .unwrap();
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    assert!(status.contains("NoNewPrivs:\t1"), "{status}");
    if rustix::process::geteuid().is_root() {
        let around = fs::read(format!("/proc/{pid}/environ")).unwrap();
        let around = String::from_utf8_lossy(&around).replace('\0', "\n");
        for line in around.lines().filter(|l| !l.is_empty()) {
            let name = line.split('=').next().unwrap();
            assert!(
                ["TERM", "LANG", "PATH", "SSH_CONNECTION", "NO_COLOR"].contains(&name)
                    || name.starts_with("LC_"),
                "{around}"
            );
        }
    }
}
