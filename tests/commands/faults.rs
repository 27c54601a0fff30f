//! What is broken around the program: settings, files, folders, registers, output.

use std::os::unix::ffi::OsStrExt as _;
use std::process::Stdio;

use crate::support::{Home, said, small_register, tamper};

#[test]
fn a_broken_settings_file_is_named_with_its_line_and_a_remedy() {
    let home = Home::new();
    let path = home.path(".config/ovop/config.toml");
    for (text, line, id, en) in [
        (
            "lang = \"id\"\ntheme = = 1\n",
            2,
            "tidak terbaca",
            "cannot be read",
        ),
        (
            "\n\ndatabse = \"x\"\n",
            3,
            "\u{201c}databse\u{201d} tidak dikenal",
            "no setting \u{201c}databse\u{201d}",
        ),
        (
            "theme = \"pink\"\n",
            1,
            "dark, light, mono, contrast",
            "dark, light, mono, contrast",
        ),
        (
            "ascii = \"yes\"\n",
            1,
            "true (ya) atau false (tidak)",
            "must be true or false",
        ),
        ("keys = 1\n", 1, "tulis [keys]", "write [keys]"),
        (
            "[keys]\nundo = 1\n",
            2,
            "harus tombol dalam tanda kutip",
            "must be keys in quotes",
        ),
        ("utc_offset = \"WITA\"\n", 1, "+08:00", "+08:00"),
        (
            "lang = 1\n",
            1,
            "harus teks dalam tanda kutip",
            "must be text in quotes",
        ),
    ] {
        home.write(".config/ovop/config.toml", text);
        for (lang, why, word) in [("id", id, "baris"), ("en", en, "line")] {
            let said = home.fails(2, &["status", "--lang", lang]);
            let place = format!("{}, {word} {line}: ", path.display());
            assert!(
                said.err.contains(&place) && said.err.contains(why),
                "{text:?} {place}: {said:?}"
            );
        }
    }
    home.ok(&["--help"]);
    home.ok(&["help", "list"]);
    home.ok(&["completions", "bash"]);
    home.write("good.toml", "lang = \"id\"\n");
    home.ok(&["status", "--config", "good.toml"]);
}

#[test]
fn a_settings_file_that_is_named_must_be_there() {
    let home = Home::new();
    let said = home.fails(2, &["status", "--config", "nowhere.toml"]);
    assert!(said.err.contains("nowhere.toml"), "{said:?}");
    home.write("latin1.toml", "");
    std::fs::write(home.path("latin1.toml"), b"lang = \"\xe9\"").unwrap();
    let said = home.fails(2, &["status", "--config", "latin1.toml"]);
    assert!(said.err.contains("UTF-8"), "{said:?}");
}

#[test]
fn the_settings_name_the_database_relative_to_their_own_folder() {
    let home = Home::new();
    home.write("etc/ovop.toml", "database = \"data.db\"\n");
    home.ok(&["status", "--config", "etc/ovop.toml"]);
    assert!(home.path("etc/data.db").exists());
    home.write("etc/home.toml", "database = \"~/mine.db\"\n");
    home.ok(&["status", "--config", "etc/home.toml"]);
    assert!(home.path("mine.db").exists());
}

#[test]
fn a_mistyped_place_does_not_begin_a_second_set_of_data() {
    let home = Home::new();
    let said = home.fails(1, &["status", "--db", "dta/ovop.db"]);
    assert!(
        said.err.contains("Folder dta tidak ada") && said.err.contains("mkdir"),
        "{said:?}"
    );
    assert!(!home.path("dta").exists());
    home.ok(&["status", "--db", "ovop.db"]);
    assert!(home.path("ovop.db").exists());
}

#[test]
fn init_makes_a_database_once_with_or_without_the_known_products() {
    let home = Home::new();
    let made = home.ok(&["init", "--bare", "--db", "bare.db"]);
    assert!(
        made.out.contains("bare.db") && made.err.is_empty(),
        "{made:?}"
    );
    assert_eq!(
        home.json(&["status", "--db", "bare.db", "--json"])["K0"],
        208
    );
    let before = std::fs::read(home.path("bare.db")).unwrap();
    let again = home.fails(1, &["init", "--db", "bare.db"]);
    assert!(again.err.contains("sudah ada"), "{again:?}");
    assert_eq!(std::fs::read(home.path("bare.db")).unwrap(), before);
    home.ok(&["init"]);
    assert_eq!(home.json(&["status", "--json"])["K1"], 78);
}

#[test]
fn files_that_are_no_database_of_ours_are_left_alone() {
    let home = Home::new();
    home.write("text.db", "ini bukan basis data, tetapi cukup panjang untuk kepala berkas SQLite 3; sungguh, sungguh panjang");
    home.write("empty.db", "");
    tamper(&home.path("foreign.db"), "CREATE TABLE t (a)");
    std::fs::create_dir(home.path("folder.db")).unwrap();
    home.ok(&["init", "--db", "newer.db"]);
    tamper(&home.path("newer.db"), "PRAGMA user_version = 999");
    home.ok(&["init", "--db", "damaged.db"]);
    let mut bytes = std::fs::read(home.path("damaged.db")).unwrap();
    bytes[100..4096].fill(0xff);
    std::fs::write(home.path("damaged.db"), bytes).unwrap();
    for file in [
        "text.db",
        "empty.db",
        "foreign.db",
        "newer.db",
        "damaged.db",
    ] {
        let before = std::fs::read(home.path(file)).unwrap();
        for args in [&["status"][..], &["note", "Kewar", "x"], &["init"]] {
            let said = home.fails(1, &[args, &["--db", file]].concat());
            assert!(said.err.contains(file), "{file} {args:?}: {said:?}");
        }
        assert_eq!(
            std::fs::read(home.path(file)).unwrap(),
            before,
            "{file} is as it was"
        );
    }
    let said = home.fails(1, &["status", "--db", "folder.db"]);
    assert!(said.err.contains("folder.db"), "{said:?}");
    let said = home.fails(1, &["status", "--db", "newer.db"]);
    assert!(said.err.contains("999"), "{said:?}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let home = Home::new();
    // Nobody can make files there, not even root.
    let said = home.fails(1, &["status", "--db", "/sys/kernel/ovop.db"]);
    assert!(said.err.contains("/sys/kernel"), "{said:?}");
    assert_eq!(said.out, "");
}

#[test]
fn another_register_than_the_databases_is_refused_and_the_same_is_not() {
    let home = Home::new();
    let small = small_register(&home, "small");
    let small = small.to_str().unwrap();
    home.ok(&["init", "--register", small]);
    assert_eq!(
        home.json(&["status", "--register", small, "--json"])["villages"],
        3
    );
    home.write(
        "small/regencies.csv",
        "code,province_code,name\n53.01,53,KABUPATEN LAIN\n",
    );
    let said = home.fails(2, &["status", "--register", small]);
    assert!(said.err.contains("daftar resmi lain"), "{said:?}");
    home.ok(&["status"]);
}

#[test]
fn the_settings_name_the_register_of_a_new_database() {
    let home = Home::new();
    small_register(&home, ".config/ovop/small");
    home.write(".config/ovop/config.toml", "register = \"small\"\n");
    let list = home.json(&["list", "--json"]);
    assert_eq!(list.as_array().unwrap().len(), 3);
    assert_eq!(list[0]["kabupaten"], "Kabupaten Kupang");
    assert_eq!(list[2]["kind"], "desa");
}

#[test]
fn a_faulty_register_is_named_with_its_line_and_nothing_is_made() {
    let home = Home::new();
    for (rows, line, why) in [
        (
            "53.01.01.2001,53.01.01,A\n53.01.01.2001,53.01.01,B\n",
            3,
            "dua kali",
        ),
        ("53.01.09.2001,53.01.09,A\n", 2, "53.01.09"),
        ("53.01.01.2001,53.01.01,A\u{1b}[2J\n", 2, "huruf kendali"),
        ("53.01,53.01.01,A\n", 2, "53.01"),
    ] {
        let folder = small_register(&home, "register");
        home.write(
            "register/villages.csv",
            &format!("code,district_code,name\n{rows}"),
        );
        let said = home.fails(1, &["init", "--register", folder.to_str().unwrap()]);
        assert!(
            said.err.contains(&format!("villages.csv, baris {line}")) && said.err.contains(why),
            "{rows:?}: {said:?}"
        );
    }
    home.fails(1, &["init", "--register", "nowhere"]);
    assert!(!home.database().exists());
}

#[test]
fn a_full_disk_behind_the_output_is_told() {
    let home = Home::new();
    home.ok(&["init"]);
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = home
        .command()
        .arg("list")
        .stdout(Stdio::from(full))
        .stderr(Stdio::piped())
        .output();
    let said = said(output.unwrap());
    assert_eq!(said.code, 1);
    assert!(
        said.err.starts_with("ovop: Keluaran tidak dapat ditulis"),
        "{said:?}"
    );
}

#[test]
fn words_that_are_not_utf8_are_refused_and_paths_that_are_not_are_used() {
    let home = Home::new();
    let odd = std::ffi::OsStr::from_bytes(b"\xff.db");
    let said_of = |command: &mut std::process::Command| said(command.output().unwrap());
    let told = said_of(home.command().args(["note", "Kewar"]).arg(odd));
    assert_eq!(told.code, 2, "{told:?}");
    assert!(told.err.contains("UTF-8"), "{told:?}");
    let done = said_of(home.command().arg("status").arg("--db").arg(odd));
    assert_eq!(done.code, 0, "{done:?}");
    assert!(home.path(".").join(odd).exists());
}

#[test]
fn several_first_starts_at_once_all_succeed_on_one_database() {
    let home = Home::new();
    let children: Vec<_> = (0..6)
        .map(|_| {
            let mut command = home.command();
            command
                .args(["note", "Kewar", "x", "--json"])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    for child in children {
        let said = said(child.wait_with_output().unwrap());
        assert_eq!(said.code, 0, "{said:?}");
    }
    let card = home.json(&["show", "Kewar", "--json"]);
    assert_eq!(card["notes"].as_array().unwrap().len(), 6);
}

#[test]
fn the_screens_without_a_terminal_say_so_and_end() {
    let home = Home::new();
    let said = home.run(&[]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("ovop: "), "{said:?}");
    assert_eq!(said.out, "", "no control sequences go into a pipe");
}
