//! The server made for real by the script: as root, in a name space in which everything that it writes is gone at the end.
//!
//! Where that may not be done the test says so; what the script lays down is also tried in a folder
//! (`tests/commands/install.rs`).

use std::path::Path;
use std::process::Command;

use crate::home::{Home, said};

/// Folders of the system, under a layer of their own each: what is written into them is never on the disk.
const LAYERS: &str = r#"
mount -t tmpfs ovop-test "$HOME/layers" || exit 77
for folder in etc usr var; do
    mkdir "$HOME/layers/$folder" "$HOME/layers/$folder.work" || exit 77
    mount -t overlay ovop-test \
        -o "lowerdir=/$folder,upperdir=$HOME/layers/$folder,workdir=$HOME/layers/$folder.work" "/$folder" || exit 77
done
"#;

#[test]
fn the_script_makes_a_server_and_run_again_it_brings_the_program_up_to_date() {
    let home = Home::new();
    if !rustix::process::geteuid().is_root() || Path::new("/run/systemd/system").exists() {
        eprintln!("skipped: not root, or services of this machine would be started");
        return;
    }
    if Path::new("/etc/ovop").exists() {
        eprintln!("skipped: there is an ovop on this machine");
        return;
    }
    std::fs::create_dir(home.path("layers")).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/server/install.sh");
    let work = format!(
        r#"{LAYERS}
install() {{ (umask 077; sh {} {} "$@"); }}
as() {{ runuser -u ovop -- "$@"; }}
echo "== pertama"; install 'ma ria'; echo "kode $?"
echo "== kedua"; install maria; echo "kode $?"
as ovop user list
as ovop note Fulur sebelum --as maria; echo "kode $?"
echo "== berjalan"; as ovop keeper > "$HOME/layers/keeper" 2>&1 &
trap 'kill "$keeper" $! 2> /dev/null' EXIT
n=0; until grep -q Cadangan "$HOME/layers/keeper"; do n=$((n + 1)); [ $n -lt 200 ] || exit 9; sleep 0.05; done
echo 'lang = "en"' >> /etc/ovop/config.toml
echo 'ssh-ed25519 AAAA' > /etc/ovop/keys
before=$(stat -c %i /usr/bin/ovop); keeper=$(pgrep -n -u ovop -x ovop)
echo "== ketiga"; install maria; echo "kode $?"
[ "$before" != "$(stat -c %i /usr/bin/ovop)" ] && echo "berkas program baru"
ls -l "/proc/$keeper/exe" | grep -q deleted && echo "yang berjalan tetap memakai yang lama"
grep -c . /etc/ovop/keys; tail -n 1 /etc/ovop/config.toml
as ovop user list --json | grep -c '"name"'
as ovop show Fulur | grep -c sebelum
echo "== modus"
stat -c '%a %U:%G %n' /usr/bin/ovop /etc/ovop /etc/ovop/config.toml /etc/ovop/keys /var/lib/ovop /var/lib/ovop/ovop.db \
    /var/lib/ovop/backups /usr/share/man/man1/ovop.1 /etc/ssh/sshd_config.d/ovop.conf
getent passwd ovop; getent shadow ovop
as sh -c 'echo x > /etc/ovop/x' 2> /dev/null || echo "rumah tertutup"
"#,
        script.display(),
        crate::home::program().display()
    );
    let output = Command::new("unshare")
        .args(["-m", "sh", "-c", &work])
        .env("HOME", home.path("."))
        .env("LANG", "id_ID.UTF-8")
        .output();
    let Ok(output) = output else {
        eprintln!("skipped: there is no unshare");
        return;
    };
    if output.status.code() == Some(77)
        || output.status.code() == Some(1) && output.stdout.is_empty()
    {
        eprintln!("skipped: no layers can be laid over the folders here");
        return;
    }
    let told = said(output);
    assert_eq!(told.code, 0, "{told:?}");
    let part = |from: &str, to: &str| {
        let rest = told
            .out
            .split_once(from)
            .unwrap_or_else(|| panic!("{from}: {told:?}"))
            .1;
        rest.split_once(to)
            .map_or(rest, |(part, _)| part)
            .to_owned()
    };
    // A name that cannot be one: nothing is half made that the next run does not finish.
    assert!(
        part("== pertama", "== kedua").ends_with("kode 5\n"),
        "{told:?}"
    );
    let second = part("== kedua", "== berjalan");
    assert!(second.contains("Semua baik.\nkode 0"), "{told:?}");
    assert!(second.contains("maria"), "{told:?}");
    let third = part("== ketiga", "== modus");
    for word in [
        "Everything is in order.",
        "kode 0",
        "berkas program baru",
        "yang berjalan tetap memakai yang lama",
        "lang = \"en\"\n1\n1\n",
    ] {
        assert!(third.contains(word), "{word}: {told:?}");
    }
    let modes = part("== modus", "==");
    for line in [
        "755 root:root /usr/bin/ovop",
        "755 root:root /etc/ovop",
        "644 root:root /etc/ovop/config.toml",
        "644 root:root /etc/ovop/keys",
        "700 ovop:ovop /var/lib/ovop",
        "600 ovop:ovop /var/lib/ovop/ovop.db",
        "700 ovop:ovop /var/lib/ovop/backups",
        "644 root:root /usr/share/man/man1/ovop.1",
        "644 root:root /etc/ssh/sshd_config.d/ovop.conf",
        ":/etc/ovop:/bin/sh",
        "ovop:*:",
        "rumah tertutup",
    ] {
        assert!(modes.contains(line), "{line}: {told:?}");
    }
    // Nothing of it is on this machine.
    assert!(!Path::new("/etc/ovop").exists() && !Path::new("/var/lib/ovop").exists());
}
