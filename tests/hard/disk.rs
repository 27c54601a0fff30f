//! A small disk of its own, filled and made read-only under the program: what a person is told, and that nothing is lost.
//!
//! Needs the right to mount; elsewhere the same is tried by a limit on the size of files (`tests/store/faults.rs`).

use std::process::Command;

use crate::home::{Home, said};

/// Runs a script with `$ovop` in a name space of its own, where `$HOME/disk` is a disk of 3 MB, for the owner alone as `ovop doctor` wants it; nothing where that may
/// not be done.
fn on_a_small_disk(home: &Home, script: &str) -> Option<String> {
    std::fs::create_dir(home.path("disk")).unwrap();
    let mount = "mount -t tmpfs -o size=3m,mode=0700 ovop-test \"$HOME/disk\"";
    let able = Command::new("unshare")
        .args(["-m", "sh", "-c", mount])
        .env("HOME", home.path("."))
        .output();
    if !able.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: this account may not mount a disk");
        return None;
    }
    let program = crate::home::program().display();
    let script = format!(
        "{mount}; db=\"$HOME/disk/ovop.db\"; ovop() {{ {program} --db \"$db\" \"$@\" 2>&1; }}\n{script}"
    );
    let output = Command::new("unshare")
        .args(["-m", "sh", "-c", &script])
        .env("HOME", home.path("."))
        .env("LANG", "id_ID.UTF-8")
        .output()
        .unwrap();
    let said = said(output);
    assert_eq!(said.code, 0, "{said:?}");
    Some(said.out)
}

/// The note went in, and `ovop doctor` finds nothing but that a disk of 3 MB is small, which it is.
#[track_caller]
fn is_sound(told: &str) {
    assert_eq!(told.matches("kode 0").count(), 1, "{told}");
    assert!(told.contains("Isi basis data baik."), "{told}");
    assert_eq!(told.matches("Perlu diperbaiki").count(), 1, "{told}");
    assert!(told.contains("disk hampir penuh"), "{told}");
    assert_eq!(told.matches("kode 1").count(), 1, "{told}");
}

#[test]
fn a_full_disk_is_named_loses_nothing_and_goes_on_once_there_is_room() {
    let home = Home::new();
    let Some(told) = on_a_small_disk(
        &home,
        r#"ovop init && ovop note Fulur sebelum || exit 9
        dd if=/dev/zero of="$HOME/disk/penuh" bs=64k 2>/dev/null
        echo "== penuh"; ovop note Fulur hilang; echo "kode $?"; ovop list; echo "kode $?"
        rm "$HOME/disk/penuh"
        echo "== lega"; ovop note Fulur sesudah; echo "kode $?"; ovop doctor; echo "kode $?"; ovop show Fulur"#,
    ) else {
        return;
    };
    let (full, free) = told.split_once("== lega").unwrap();
    let full = full.split_once("== penuh").unwrap().1;
    assert!(
        full.contains("penuh. Perubahan ini tidak tersimpan"),
        "{told}"
    );
    assert!(full.contains("kode 1"), "{told}");
    assert!(free.starts_with("\nDesa Fulur: "), "{told}");
    is_sound(free);
    assert!(
        free.contains("sebelum") && free.contains("sesudah"),
        "{told}"
    );
    assert!(!free.contains("hilang"), "{told}");
}

#[test]
fn a_disk_that_becomes_read_only_is_named_and_goes_on_once_it_is_not() {
    let home = Home::new();
    let Some(told) = on_a_small_disk(
        &home,
        r#"ovop init && ovop note Fulur sebelum || exit 9
        mount -o remount,ro "$HOME/disk"
        echo "== hanya-baca"; ovop note Fulur hilang; echo "kode $?"; ovop --lang en note Fulur lost; echo "kode $?"
        mount -o remount,rw "$HOME/disk"
        echo "== lagi"; ovop note Fulur sesudah; echo "kode $?"; ovop doctor; echo "kode $?"; ovop show Fulur"#,
    ) else {
        return;
    };
    let (closed, open) = told.split_once("== lagi").unwrap();
    let closed = closed.split_once("== hanya-baca").unwrap().1;
    assert!(closed.contains("tidak menerima tulisan"), "{told}");
    assert!(closed.contains("takes no writes"), "{told}");
    assert_eq!(closed.matches("kode 1").count(), 2, "{told}");
    is_sound(open);
    assert!(
        open.contains("sebelum") && open.contains("sesudah"),
        "{told}"
    );
    assert!(!open.contains("hilang") && !open.contains("lost"), "{told}");
}
