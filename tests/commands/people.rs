//! People and roles by commands: who is added, who is refused, and what they are told.

use std::os::unix::fs::{MetadataExt, PermissionsExt};

use super::support::*;

const ED: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPbpTNylTSb0Ie2uj//JaNgStb1CRFpVCMbH2AsXyFq6";

/// Maria is admin, Yosef chair, Siti companion of Raimanuk and Kewar, Dewi viewer.
fn crew() -> Home {
    let home = Home::new();
    for args in [
        &[
            "user", "add", "maria", "--role", "admin", "--called", "Maria",
        ][..],
        &["user", "add", "yosef", "--role", "ketua"],
        &[
            "user",
            "add",
            "siti",
            "--role",
            "pendamping",
            "--scope",
            "Raimanuk; Kewar",
            "--called",
            "Siti",
        ],
        &["user", "add", "dewi", "--role", "viewer"],
    ] {
        home.ok(args);
    }
    home
}

#[test]
fn the_first_admin_turns_roles_on() {
    let home = Home::new();
    let nobody = home.ok(&["user", "list"]).out;
    assert!(
        nobody.contains("ovop user add NAMA --role admin"),
        "{nobody}"
    );
    home.ok(&["note", "Kewar", "sebelum ada peran"]);
    let first = home.fails(5, &["user", "add", "dewi", "--role", "pembaca"]);
    assert!(first.err.contains("harus admin"), "{first:?}");
    let said = home.ok(&["user", "add", "maria", "--role", "admin"]).out;
    assert!(said.contains("Sejak sekarang peran berlaku"), "{said}");
    assert!(said.contains("tidak terdaftar"), "{said}");
    // The account itself looks on and keeps the list, and records nothing.
    let refused = home.fails(5, &["note", "Kewar", "sesudah"]);
    assert!(refused.err.contains("tanya maria"), "{refused:?}");
    home.ok(&["list"]);
    home.ok(&["user", "add", "yosef", "--role", "ketua"]);
    home.ok(&["note", "Kewar", "sesudah", "--as", "maria"]);
    let log = home.json(&["log", "Kewar", "--json"]);
    assert_eq!(log[0]["actor"], "maria");
}

#[test]
fn each_is_told_who_may_do_it_in_their_language() {
    let home = crew();
    let refused = |name: &str, args: &[&str]| {
        let mut all = args.to_vec();
        all.extend(["--as", name]);
        home.fails(5, &all).err
    };
    home.ok(&["note", "Kewar", "ada jalan baru", "--as", "siti"]);
    let out = refused("siti", &["note", "Fulur", "x"]);
    assert!(
        out.contains("di luar wilayah Anda") && out.contains("(tanya yosef, Maria)"),
        "{out}"
    );
    let viewer = refused("dewi", &["note", "Kewar", "x", "--lang", "en"]);
    assert_eq!(
        viewer,
        "ovop: Your role is viewer: you only look; a companion, the chair or an admin records (ask Siti, yosef, Maria).\n"
    );
    let lead = refused("siti", &["meeting", "new", "Rapat", "--on", "besok"]);
    assert!(lead.contains("Rapat diatur oleh ketua"), "{lead}");
    let people = refused("yosef", &["user", "off", "dewi"]);
    assert!(
        people.contains("hanya diatur oleh admin (tanya Maria)"),
        "{people}"
    );
    let stranger = refused("tamu", &["status"]);
    assert!(stranger.contains("tidak terdaftar"), "{stranger}");
    home.ok(&["user", "off", "yosef", "--as", "maria"]);
    let off = refused("yosef", &["status"]);
    assert!(
        off.contains("tidak dapat masuk lagi") && off.contains("Maria"),
        "{off}"
    );
    home.ok(&["user", "on", "yosef", "--as", "maria"]);
    home.ok(&["status", "--as", "yosef"]);
}

#[test]
fn an_act_for_many_leaves_out_what_is_outside_the_scope() {
    let home = crew();
    let said = home.ok(&[
        "bulk",
        "note",
        "bersama",
        "--villages",
        "Kewar; Fulur",
        "--as",
        "siti",
        "--yes",
    ]);
    assert!(said.out.contains("di luar wilayah Anda"), "{said:?}");
    let notes = |village: &str| {
        home.json(&["show", village, "--json"])["notes"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!((notes("Kewar"), notes("Fulur")), (1, 0));
}

#[test]
fn undo_by_others_is_for_the_chair() {
    let home = crew();
    home.ok(&["note", "Kewar", "oleh siti", "--as", "siti"]);
    let log = home.json(&["log", "Kewar", "--last", "1", "--json"]);
    let batch = log[0]["batch"].as_str().unwrap();
    home.ok(&["note", "Kewar", "oleh yosef", "--as", "yosef"]);
    let log = home.json(&["log", "Kewar", "--last", "1", "--json"]);
    let other = log[0]["batch"].as_str().unwrap();
    let refused = home.fails(5, &["undo", other, "--as", "siti"]).err;
    assert!(refused.contains("perbuatan orang lain"), "{refused}");
    home.ok(&["undo", "--as", "siti"]);
    home.fails(5, &["undo", batch, "--as", "siti"]);
    home.ok(&["undo", other, "--as", "maria"]);
}

#[test]
fn telephone_numbers_are_not_for_viewers() {
    let home = crew();
    home.ok(&[
        "event",
        "new",
        "Sosialisasi",
        "--on",
        "hari ini",
        "--as",
        "siti",
    ]);
    home.ok(&[
        "event",
        "checkin",
        "Kades Kewar",
        "--from",
        "Kewar",
        "--element",
        "kades",
        "--sex",
        "L",
        "--phone",
        "081234567890",
        "--as",
        "siti",
    ]);
    let seen = home
        .ok(&["event", "present", "--phones", "--as", "siti"])
        .out;
    assert!(seen.contains("081234567890"), "{seen}");
    let hidden = home.fails(5, &["event", "present", "--phones", "--as", "dewi"]);
    assert!(!hidden.err.contains("0812") && hidden.out.is_empty());
    let viewed = home.fails(
        5,
        &["event", "present", "--phones", "--view", "--as", "siti"],
    );
    assert!(viewed.err.contains("--view") && !viewed.err.contains("0812"));
}

#[test]
fn whoami_says_the_role_and_where_it_holds() {
    let home = Home::new();
    let alone = home.ok(&["whoami"]).out;
    assert!(alone.contains("siapa pun yang dapat membuka"), "{alone}");
    let home = crew();
    let siti = home.ok(&["whoami", "--as", "siti"]).out;
    assert!(siti.contains("Peran: pendamping"), "{siti}");
    assert!(
        siti.contains("Kewar (53.04.01.2001)") && siti.contains("Raimanuk"),
        "{siti}"
    );
    let json = home.json(&["whoami", "--as", "siti", "--json"]);
    assert_eq!(json["standing"], "person");
    assert_eq!(json["role"], "pendamping");
    assert_eq!(json["scope"].as_array().unwrap().len(), 2);
    assert_eq!(home.json(&["whoami", "--json"])["standing"], "owner");
}

#[test]
fn the_name_comes_from_the_account_and_never_from_the_environment() {
    let home = Home::new();
    let mut command = home.command();
    command.args(["whoami", "--json"]).envs([
        ("USER", "maria"),
        ("LOGNAME", "maria"),
        ("SUDO_USER", "maria"),
    ]);
    let said = said(command.output().unwrap());
    assert!(!said.out.contains("maria"), "{said:?}");
}

#[test]
fn names_and_places_that_are_none_are_told() {
    let home = crew();
    for name in ["Maria", "-x", "a b", "../etc", "a\"b", ""] {
        let wrong = home.run(&["status", &format!("--as={name}")]);
        assert_eq!(wrong.code, 2, "{name:?}: {wrong:?}");
    }
    let wrong = home.fails(4, &["user", "scope", "siti", "Entah", "--as", "maria"]);
    assert!(wrong.err.contains("Entah"), "{wrong:?}");
    let wrong = home.fails(
        5,
        &[
            "user",
            "add",
            "nona",
            "--role",
            "companion",
            "--as",
            "maria",
        ],
    );
    assert!(wrong.err.contains("--scope"), "{wrong:?}");
    let wrong = home.fails(5, &["user", "role", "hantu", "ketua", "--as", "maria"]);
    assert!(wrong.err.contains("hantu tidak terdaftar"), "{wrong:?}");
    let wrong = home.fails(5, &["user", "off", "maria", "--as", "maria"]);
    assert!(wrong.err.contains("admin terakhir"), "{wrong:?}");
}

#[test]
fn the_file_of_keys_is_made_from_the_record() {
    let home = crew();
    let with_comment = format!("{ED} siti@telepon");
    let said = home
        .ok(&["user", "key", "siti", &with_comment, "--as", "maria"])
        .out;
    assert!(
        said.contains("SHA256:D6AVNtit6wwVGxqprwp7olrwXHna8iijB36QjUJNhbc"),
        "{said}"
    );
    let options = format!("command=\"sh\" {ED}");
    let refused = home.fails(5, &["user", "key", "dewi", &options, "--as", "maria"]);
    assert!(
        refused.err.contains("tanpa apa pun di depannya"),
        "{refused:?}"
    );
    let file = home.ok(&["user", "keys", "--program", "/usr/bin/ovop"]).out;
    let lines: Vec<&str> = file.lines().collect();
    assert!(lines[0].starts_with("# "));
    assert_eq!(
        lines[1..],
        [format!(
            "restrict,pty,command=\"/usr/bin/ovop --as siti\" {with_comment}"
        )]
    );
    let principals = home
        .ok(&["user", "keys", "--principals", "--program", "/usr/bin/ovop"])
        .out;
    assert!(
        principals.contains("restrict,pty,command=\"/usr/bin/ovop --as dewi\" dewi\n"),
        "{principals}"
    );
    // Whoever is turned off has no line.
    home.ok(&["user", "off", "siti", "--as", "maria"]);
    let file = home.ok(&["user", "keys", "--program", "/usr/bin/ovop"]).out;
    assert!(!file.contains("siti"), "{file}");
    home.ok(&[
        "user",
        "key",
        "siti",
        "--remove",
        "SHA256:D6AV",
        "--as",
        "maria",
    ]);
    home.fails(
        5,
        &[
            "user",
            "key",
            "siti",
            "--remove",
            "SHA256:D6AV",
            "--as",
            "maria",
        ],
    );
    // Taking that back lets the key in again, so the file is to be written once more.
    let said = home.ok(&["undo", "--yes", "--as", "maria"]).out;
    assert!(said.contains("menulis ulang berkas kunci"), "{said}");
    // A shell stands between sshd and the program.
    let odd = home.fails(2, &["user", "keys", "--program", "/opt/o v/ovop"]);
    assert!(odd.err.contains("berkas kunci"), "{odd:?}");
}

#[test]
fn a_key_comes_from_standard_input_too() {
    let home = crew();
    let file = home.write("siti.pub", &format!("{ED} siti@telepon\n"));
    let mut command = home.command();
    command
        .args(["user", "key", "siti", "--as", "maria"])
        .stdin(std::fs::File::open(file).unwrap());
    assert_eq!(said(command.output().unwrap()).code, 0);
    let list = home.ok(&["user", "list"]).out;
    let at = |text: &str| list.find(text).unwrap_or_else(|| panic!("{text}: {list}"));
    assert!(at("siti") < at("SHA256:D6AV") && at("SHA256:D6AV") < at("dewi"));
}

fn set_mode(path: &std::path::Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// A record in which `Xaverius` stands wherever a name may stand.
fn named_everywhere() -> Home {
    let home = crew();
    let recorded: &[&[&str]] = &[
        &[
            "potential",
            "add",
            "Kewar",
            "kopi",
            "--group",
            "perkebunan",
            "--note",
            "kata Xaverius",
        ],
        &[
            "choose", "Kewar", "kopi", "--forum", "musdes", "--on", "kemarin",
        ],
        &["stage", "Kewar", "diolah", "--basis", "dilihat Xaverius"],
        &["note", "Kewar", "telepon Xaverius"],
        &[
            "blocker",
            "add",
            "Kewar",
            "modal",
            "--office",
            "kecamatan",
            "--note",
            "kata Xaverius",
        ],
        &[
            "action",
            "plan",
            "Kewar",
            "datang lagi",
            "--office",
            "kecamatan",
            "--who",
            "Xaverius",
            "--due",
            "2mg",
        ],
        &[
            "producer",
            "add",
            "Kewar",
            "KUB Sinar",
            "--form",
            "kelompok",
            "--head",
            "Xaverius",
        ],
        &["raw", "Kewar", "ya", "--note", "dibeli Xaverius"],
        &[
            "meeting", "new", "Rapat", "--on", "hari ini", "--opener", "Xaverius",
        ],
        &["meeting", "agenda", "--villages", "Kewar"],
        &["meeting", "open"],
        &[
            "meeting",
            "checkin",
            "Maria Xaverius",
            "--from",
            "Kewar",
            "--element",
            "kades",
            "--sex",
            "P",
        ],
        &["meeting", "next"],
        &["meeting", "note", "kata Xaverius"],
    ];
    for args in recorded {
        home.ok(&[*args, &["--as", "maria"]].concat());
    }
    home
}

#[test]
fn whoever_only_looks_is_told_no_names_by_any_command() {
    let home = named_everywhere();
    let reads: &[&[&str]] = &[
        &["show", "Kewar"],
        &["log", "--last", "200"],
        &["check", "Kewar"],
        &["attention"],
        &["board"],
        &["list"],
        &["status"],
        &["action", "list"],
        &["assist", "list"],
        &["workers", "list"],
        &["moved", "--since", "kemarin"],
        &["meeting", "show"],
        &["meeting", "promises"],
        &["meeting", "present"],
        &["meeting", "absent"],
    ];
    let mut told = String::new();
    for args in reads {
        let open = home.ok(&[*args, &["--as", "maria"]].concat()).out;
        told.push_str(&open);
        for who in [
            &["--as", "dewi"][..],
            &["--as", "maria", "--view"],
            &["--view"],
        ] {
            for form in [&[][..], &["--json"]] {
                let said = home.ok(&[*args, who, form].concat());
                assert!(
                    !said.out.contains("Xaverius"),
                    "{args:?} {who:?}: {}",
                    said.out
                );
            }
        }
    }
    for paper in ["card", "gaps"] {
        let said = home.ok(&["paper", paper, "Kewar", "--as", "dewi"]);
        assert!(!said.out.contains("Xaverius"), "{paper}: {}", said.out);
    }
    assert!(
        !home
            .ok(&["paper", "follow-up", "--as", "dewi"])
            .out
            .contains("Xaverius")
    );
    for paper in [
        "attendance",
        "notes",
        "minutes",
        "agenda",
        "report",
        "follow-up",
    ] {
        let args = ["paper", paper, "--meeting", "Rapat"];
        told.push_str(&home.ok(&[&args[..], &["--as", "maria"]].concat()).out);
        for who in [&["--as", "dewi"][..], &["--view"]] {
            let said = home.ok(&[&args[..], who].concat());
            assert!(!said.out.contains("Xaverius"), "{paper}: {}", said.out);
        }
    }
    for text in [
        "kata Xaverius",
        "Maria Xaverius",
        "dilihat Xaverius",
        "telepon Xaverius",
    ] {
        assert!(told.contains(text), "{text}: {told}");
    }
    let seen = home.ok(&["meeting", "present", "--as", "dewi"]).out;
    assert!(seen.contains("(nama disembunyikan)"), "{seen}");
    let log = home.ok(&["log", "--as", "dewi"]).out;
    assert!(log.contains("catatan (disembunyikan)"), "{log}");
    // Who did not ask for --view is not told of it.
    let refused = home.fails(5, &["meeting", "present", "--phones", "--as", "dewi"]);
    assert!(!refused.err.contains("--view"), "{refused:?}");
    assert!(refused.err.contains("pembaca"), "{refused:?}");
}

#[test]
fn a_shared_database_is_made_closed_to_others() {
    let home = Home::new();
    let folder = home.path("bersama");
    let said = home.ok(&["init", "--folder", folder.to_str().unwrap()]).out;
    assert!(said.contains("0700") && said.contains("user add"), "{said}");
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o7777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join("ovop.db")), 0o600);
    // A folder in use keeps its modes, whatever is asked for.
    set_mode(&folder, 0o750);
    home.fails(1, &["init", "--folder", folder.to_str().unwrap()]);
    assert_eq!(mode(&folder), 0o750);
    let other = home.path("lain");
    std::fs::create_dir(&other).unwrap();
    std::fs::write(other.join("catatan.txt"), "x").unwrap();
    set_mode(&other, 0o755);
    let refused = home.fails(5, &["init", "--folder", other.to_str().unwrap()]);
    assert!(refused.err.contains("berkas lain"), "{refused:?}");
    assert_eq!(mode(&other), 0o755);
    assert!(!other.join("ovop.db").exists());
    set_mode(&other, 0o700);
    home.ok(&["init", "--folder", other.to_str().unwrap()]);
    let db = folder.join("ovop.db");
    home.fails(
        2,
        &[
            "init",
            "--folder",
            folder.to_str().unwrap(),
            "--db",
            db.to_str().unwrap(),
        ],
    );
}

#[test]
fn a_folder_for_a_group_lets_the_group_write() {
    let home = Home::new();
    let folder = home.path("bersama");
    let gid = home.path("").metadata().unwrap().gid();
    let groups = std::fs::read_to_string("/etc/group").unwrap();
    let group = groups
        .lines()
        .find(|l| l.split(':').nth(2) == Some(&gid.to_string()))
        .and_then(|l| l.split(':').next())
        .unwrap();
    let said = home
        .ok(&[
            "init",
            "--folder",
            folder.to_str().unwrap(),
            "--group",
            group,
        ])
        .out;
    assert!(said.contains("menyalin atau menghapus"), "{said}");
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o7777;
    assert_eq!(mode(&folder), 0o2770);
    for file in ["ovop.db", "ovop.drafts.db"] {
        assert_eq!(mode(&folder.join(file)), 0o660, "{file}");
        assert_eq!(folder.join(file).metadata().unwrap().gid(), gid);
    }
    home.fails(
        2,
        &["init", "--folder", "x", "--group", "tidak-ada-kelompok-ini"],
    );
}

#[test]
fn a_name_is_taken_only_from_the_account_that_owns_the_database() {
    let home = crew();
    let database = home.database();
    let owner = database.metadata().unwrap().uid();
    // Only root can give a file away.
    if std::os::unix::fs::chown(&database, Some(owner + 1), None).is_err() {
        eprintln!("skipped: only root can give a file to another account");
        return;
    }
    let refused = home.fails(5, &["status", "--as", "maria"]);
    assert!(refused.err.contains("akun yang memiliki"), "{refused:?}");
    // Nor is whoever is not its owner let in without a name.
    let stranger = home.fails(5, &["status"]);
    assert!(stranger.err.contains("tidak terdaftar"), "{stranger:?}");
}

#[test]
fn whoever_records_saves_views_and_a_viewer_opens_what_is_shared() {
    let home = crew();
    home.ok(&[
        "view",
        "save",
        "Rinhat",
        "--filter",
        "kec:rinhat",
        "--shared",
        "--as",
        "siti",
    ]);
    let said = home.fails(
        5,
        &[
            "view",
            "save",
            "Punya saya",
            "--filter",
            "k0",
            "--as",
            "dewi",
        ],
    );
    assert!(said.err.contains("tanya"), "{said:?}");
    let list = home.json(&["list", "--saved", "rinhat", "--json", "--as", "dewi"]);
    assert_eq!(list.as_array().unwrap().len(), 20);
    // Taking back what another did is for the chair.
    let batch = home.json(&["log", "--kind", "view", "--json"])[0]["batch"].clone();
    let batch = batch.as_str().unwrap();
    home.fails(5, &["undo", batch, "--yes", "--as", "dewi"]);
    home.ok(&["undo", batch, "--yes", "--as", "yosef"]);
    home.fails(4, &["list", "--saved", "rinhat", "--as", "siti"]);
}
