//! Backups by commands.

use super::support::*;

#[test]
fn a_backup_is_one_command_and_can_be_put_in_the_place_of_the_database() {
    let home = Home::new();
    home.ok(&["note", "Kewar", "sebelum"]);
    let made = home.json(&["backup", "--json"]);
    let path = made["path"].as_str().unwrap().to_owned();
    assert!(path.contains("/.local/share/ovop/backups/ovop-"), "{path}");
    assert_eq!(made["events"], home.events());
    home.ok(&["note", "Kewar", "sesudah"]);
    let notes = |args: &[&str]| {
        home.json(&[&["show", "Kewar", "--json"], args].concat())["notes"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!((notes(&[]), notes(&["--db", &path])), (2, 1));
    home.ok(&["doctor", "--db", &path]);
    let said = home.ok(&["backup", "--to", "lain"]).out;
    assert!(
        said.contains("lain/ovop-") && said.contains("diperiksa"),
        "{said}"
    );
}

#[test]
fn the_keeper_makes_one_backup_a_round_and_keeps_room_in_reserve() {
    let home = Home::new();
    home.ok(&["status"]);
    let said = home.ok(&["keeper", "--once"]).out;
    assert!(said.contains("Cadangan dibuat dan diperiksa"), "{said}");
    let folder = home.path(".local/share/ovop");
    assert_eq!(
        std::fs::read_dir(folder.join("backups")).unwrap().count(),
        1
    );
    let reserve = folder.join("ovop.reserve");
    // On a nearly full disk there is none to be taken.
    if reserve.exists() {
        let said = home.ok(&["keeper", "--give-room"]).out;
        assert!(said.contains("dilepas"), "{said}");
        assert!(!reserve.exists());
    }
    let said = home.ok(&["keeper", "--give-room"]).out;
    assert!(said.contains("Tidak ada"), "{said}");
}

#[test]
fn a_reserve_that_cannot_be_taken_leaves_the_backup() {
    let home = Home::new();
    home.ok(&["status"]);
    let folder = home.path(".local/share/ovop");
    std::fs::create_dir(folder.join("ovop.reserve")).unwrap();
    let free = rustix::fs::statvfs(&folder).unwrap();
    let plenty = free.f_bavail * free.f_frsize > 600 << 20;
    let said = if plenty {
        home.fails(1, &["keeper", "--once"])
    } else {
        home.ok(&["keeper", "--once"])
    };
    assert_eq!(said.err.contains("ovop.reserve"), plenty, "{said:?}");
    assert!(
        said.out.contains("Cadangan dibuat dan diperiksa"),
        "{said:?}"
    );
    assert_eq!(
        std::fs::read_dir(folder.join("backups")).unwrap().count(),
        1
    );
}

#[test]
fn a_copy_of_everything_is_for_admins_and_the_owner() {
    let home = Home::new();
    home.ok(&["user", "add", "maria", "--role", "admin"]);
    home.ok(&["user", "add", "yosef", "--role", "ketua"]);
    let refused = home.fails(5, &["backup", "--as", "yosef"]);
    assert!(refused.err.contains("tanya maria"), "{refused:?}");
    home.ok(&["backup", "--as", "maria"]);
    home.ok(&["backup", "--to", "lain"]);
    home.fails(5, &["backup", "--view"]);
}
