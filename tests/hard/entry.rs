//! Harmful texts by every way in: what is written, what is answered, and what stands in the record afterwards.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;
use std::path::Path;

use ovop::cli::tree;
use ovop::domain::text;
use ovop::strings::{Lang, Strings};

use crate::home::{Home, said};
use crate::outlet::{given, leaves, own, takes_value, word_for};
use crate::poison::{MARK, POISON, assert_harmless, harm};

/// Every text of every table.
pub fn texts_of(database: &Path) -> Vec<(String, String)> {
    let conn =
        rusqlite::Connection::open_with_flags(database, rusqlite::OpenFlags::default()).unwrap();
    let tables: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        .unwrap()
        .query_map([], |r| r.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut all = Vec::new();
    for table in tables {
        let mut rows = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for n in 0..columns {
                if let Ok(text) = row.get::<_, String>(n) {
                    all.push((table.clone(), text));
                }
            }
        }
    }
    all
}

#[test]
fn no_option_of_any_command_lets_harm_in_or_says_it_back() {
    let home = Home::new();
    let path = home.path("latihan.db");
    let database = path.to_str().unwrap();
    let demo = ["demo", "--keep", database, "--on", "2026-11-24"];
    home.ok(&[&demo[..], &["init"]].concat());
    let tree = tree::command(Strings::of(Lang::En));
    let (mut calls, mut taken, mut echoed) = (0, 0, 0);
    for (path, command) in leaves(&tree) {
        if ["demo", "init", "keeper"].contains(&path[0].as_str()) {
            continue;
        }
        for arg in own(&command).filter(|arg| takes_value(arg)) {
            // Alone, behind a word that would be taken, and within one.
            let good = word_for(arg, &path);
            for bad in [POISON.to_owned(), format!("{good}{POISON}")] {
                let mut line: Vec<String> = demo.iter().map(ToString::to_string).collect();
                line.push(format!("--lang={}", ["id", "en"][calls % 2]));
                line.extend(path.clone());
                let id = arg.get_id();
                let rest = own(&command)
                    .filter(|a| a.is_required_set() && takes_value(a))
                    .flat_map(|a| {
                        if a.get_id() == id {
                            given(a, &bad)
                        } else {
                            given(a, &word_for(a, &path))
                        }
                    });
                line.extend(rest);
                if !arg.is_required_set() {
                    line.extend(given(arg, &bad));
                }
                let line: Vec<&str> = line.iter().map(String::as_str).collect();
                let said = home.run(&line);
                let what = format!("{:?}", &line[6..]);
                assert!(
                    said.code != 70 && said.code >= 0 && !said.err.contains("panicked"),
                    "{what}: {said:?}"
                );
                let out = said.out.replace("\r\n", "\n");
                assert_harmless(&what, &out, &['\u{c}']);
                assert_harmless(&what, &said.err, &[]);
                calls += 1;
                taken += usize::from(said.code == 0);
                echoed += usize::from(said.err.contains(MARK));
            }
        }
    }
    println!("{calls} calls, {taken} taken, {echoed} answered with the text itself");
    assert!(
        calls > 200 && taken > 30 && echoed > 50,
        "{calls} {taken} {echoed}"
    );
    let mut kept = 0;
    for (table, text) in texts_of(&path) {
        kept += usize::from(text.contains(MARK));
        assert!(!text.contains("\\u"), "{table}: {text:?}");
        if let Some(harm) = harm(&text, &[]) {
            panic!("{table} holds {harm}");
        }
        assert!(!text.contains('\n'), "{table}: {text:?}");
    }
    assert!(kept > 20, "{kept} texts of the command line were kept");
}

#[test]
fn words_that_are_no_utf_8_are_refused_in_words() {
    let home = Home::new();
    home.ok(&["init"]);
    let bad = OsString::from_vec(b"kopi\xff\x1b[2J\xc3".to_vec());
    for before in [
        &["note", "Kewar"][..],
        &["show"],
        &["list", "--filter"],
        &["potential", "add", "Kewar"],
        &["--db"],
        &["--lang"],
        &[],
    ] {
        let mut command = home.command();
        let said = said(command.args(before).arg(&bad).output().unwrap());
        assert!([1, 2, 4].contains(&said.code), "{before:?}: {said:?}");
        assert!(said.err.starts_with("ovop: "), "{before:?}: {said:?}");
        assert_harmless(&format!("{before:?}"), &said.err, &[]);
    }
}

/// A file whose name or content is harmful: settings, a register, a database, an output, all folders on the way.
#[test]
fn names_and_contents_of_files_are_said_without_their_harm() {
    let home = Home::new();
    let odd = "racun\u{1b}[2J\u{202e}\u{200b}\u{7}\u{9b}31m\u{ffff}";
    home.write(&format!("{odd}/catatan.txt"), "x");
    let in_odd = |name: &str| format!("{}/{odd}/{name}", home.path(".").display());
    let settings = [
        format!("theme = \"{odd}\"\n"),
        format!("\"{}\" = 1\n", "racun\\u001b[2J\\u202e"),
        format!("database = {odd}\n"),
        "[keys]\n\"racun\\u001b\" = [\"x\"]\n".to_owned(),
        "[keys]\nundo = [\"racun\\u001b\\u202e\"]\n".to_owned(),
        "lang = \"racun\\u001b[2J\\u202e\"\n".to_owned(),
        "utc_offset = \"racun\\u009b\"\n".to_owned(),
    ];
    let mut echoed = 0;
    let mut judge = |what: &str, said: crate::home::Said| {
        assert!(said.code != 70 && said.code >= 0, "{what}: {said:?}");
        assert_harmless(what, &said.out, &['\u{c}']);
        assert_harmless(what, &said.err, &[]);
        echoed += usize::from(said.err.contains(MARK) || said.out.contains(MARK));
    };
    for text in &settings {
        home.write(".config/ovop/config.toml", text);
        judge(text, home.run(&["doctor"]));
        judge(text, home.run(&["keys"]));
    }
    std::fs::remove_file(home.path(".config/ovop/config.toml")).unwrap();
    for line in [
        vec!["--db".to_owned(), in_odd("x.db"), "list".into()],
        vec!["--db".to_owned(), in_odd("x.db"), "doctor".into()],
        vec![
            "--db".to_owned(),
            in_odd("x.db"),
            "doctor".into(),
            "--json".into(),
        ],
        vec!["--db".to_owned(), in_odd("tidak/ada.db"), "list".into()],
        vec!["--db".to_owned(), in_odd("catatan.txt"), "list".into()],
        vec!["--config".to_owned(), in_odd("tidak.toml"), "list".into()],
        vec!["--config".to_owned(), in_odd("catatan.txt"), "list".into()],
        vec![
            "--register".to_owned(),
            in_odd(""),
            "--db".into(),
            in_odd("y.db"),
            "init".into(),
        ],
        vec![
            "paper".into(),
            "recap".into(),
            "-o".into(),
            in_odd("rekap.txt"),
        ],
        vec![
            "paper".into(),
            "recap".into(),
            "-o".into(),
            in_odd("rekap.txt"),
        ],
        vec![
            "paper".into(),
            "recap".into(),
            "-o".into(),
            in_odd("tidak/rekap.txt"),
        ],
        vec![
            "demo".into(),
            "--keep".into(),
            in_odd("catatan.txt"),
            "list".into(),
        ],
        vec![
            "demo".into(),
            "--keep".into(),
            in_odd("l.db"),
            "doctor".into(),
        ],
    ] {
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        judge(&format!("{line:?}"), home.run(&line));
    }
    // A register that somebody made.
    for (n, (file, text)) in [
        (
            "regencies.csv",
            format!("code,province_code,name\n53.01,53,K{odd}\n"),
        ),
        (
            "regencies.csv",
            format!("code,{odd},name\n53.01,53,KUPANG\n"),
        ),
        (
            "districts.csv",
            format!("code,regency_code,name\n{odd},53.01,Semau\n"),
        ),
        (
            "villages.csv",
            format!("code,district_code,name\n53.01.01.2001,53.01.01,{odd}\n"),
        ),
        (
            "villages.csv",
            format!("code,district_code,name\n53.01.01.2001,{odd},Uitao\n"),
        ),
    ]
    .into_iter()
    .enumerate()
    {
        crate::home::small_register(&home, "register");
        home.write(&format!("register/{file}"), &text);
        let target = home.path(&format!("{n}.db"));
        judge(
            &text,
            home.run(&[
                "--register",
                "register",
                "--db",
                target.to_str().unwrap(),
                "init",
            ]),
        );
        judge(&text, home.run(&["--db", target.to_str().unwrap(), "list"]));
    }
    assert!(echoed > 15, "{echoed} answers named what is wrong");
}

/// The environment belongs to whoever connects.
#[test]
fn the_environment_says_nothing_by_itself() {
    let home = Home::new();
    home.ok(&["init"]);
    let odd = "racun\u{1b}[2J\u{202e}\u{9b}31m";
    for name in [
        "LANG",
        "LC_ALL",
        "TERM",
        "USER",
        "LOGNAME",
        "NO_COLOR",
        "TZ",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
    ] {
        for line in [&["doctor"][..], &["list"], &["note", "Kewar", "x"], &[]] {
            let mut command = home.command();
            let said = said(command.env(name, odd).args(line).output().unwrap());
            assert!(said.code != 70 && said.code >= 0, "{name}: {said:?}");
            assert_harmless(name, &said.out, &[]);
            assert_harmless(name, &said.err, &[]);
        }
    }
}

/// The property behind all of it, over every character there is.
#[test]
fn a_cleaned_text_holds_no_harm_whatever_it_was() {
    for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
        let clean = text::clean_line(&format!("a{c}{c}{c}{c}b{c}"));
        if let Some(harm) = harm(&clean, &[]) {
            panic!("{harm}");
        }
        assert!(!clean.contains('\n'));
        assert!(text::is_clean(&clean), "{c:?}: {clean:?}");
        assert_eq!(text::clean_line(&clean), clean);
        if let Some(harm) = harm(&text::safe(&format!("{c}{c}{c}{c}")), &[]) {
            panic!("{harm}");
        }
    }
}
