//! The house is built as it is meant to be: who may know whom, and what the documents say is true.

mod documents;

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms and whom each may know. `domain` knows nobody.
const MAY_KNOW: &[(&str, &[&str])] = &[
    (
        "cli",
        &[
            "tui",
            "fault",
            "papers",
            "presenters",
            "store",
            "register",
            "domain",
            "strings",
            "config",
        ],
    ),
    (
        "tui",
        &[
            "fault",
            "papers",
            "presenters",
            "store",
            "register",
            "domain",
            "strings",
            "config",
        ],
    ),
    (
        "papers",
        &[
            "presenters",
            "store",
            "register",
            "domain",
            "strings",
            "config",
        ],
    ),
    ("presenters", &["domain", "strings"]),
    ("fault", &["domain", "strings"]),
    ("store", &["register", "domain", "strings", "config"]),
    ("register", &["domain", "strings", "config"]),
    ("strings", &["domain"]),
    ("config", &["strings"]),
    ("domain", &[]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The room of a source file: its first folder under `src`, or its own name.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    let first = inside.components().next().unwrap();
    first
        .as_os_str()
        .to_string_lossy()
        .trim_end_matches(".rs")
        .to_owned()
}

/// The rooms behind each `crate::` of a line; `crate::{a, b::c}` names two.
fn rooms_named(line: &str) -> Vec<&str> {
    fn first_word(path: &str) -> &str {
        let path = path.trim_start();
        let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
        &path[..end.unwrap_or(path.len())]
    }
    line.match_indices("crate::")
        .map(|(at, found)| &line[at + found.len()..])
        .flat_map(|path| match path.strip_prefix('{') {
            // A group within the group, or one that goes on in the next lines, would hide rooms from this test.
            Some(group) => match group.split_once('}') {
                Some((inside, _)) if !inside.contains('{') => {
                    inside.split(',').map(first_word).collect()
                }
                _ => vec![""],
            },
            None => vec![first_word(path)],
        })
        .collect()
}

#[test]
fn rooms_are_read_from_single_and_grouped_imports() {
    assert_eq!(rooms_named("use crate::store::Card;"), ["store"]);
    assert_eq!(
        rooms_named("use crate::{register, store as s};"),
        ["register", "store"]
    );
    assert_eq!(
        rooms_named("a(crate::cli::b, crate::tui::c)"),
        ["cli", "tui"]
    );
    for hidden in ["use crate::{", "use crate::{cli::{a, b}, tui};"] {
        assert_eq!(rooms_named(hidden), [""], "allowed to nobody");
    }
}

#[test]
fn no_room_knows_one_above_it() {
    let mut looked_at = 0;
    for file in rust_files(&root().join("src")) {
        let room = room(&file);
        let Some((_, allowed)) = MAY_KNOW.iter().find(|(r, _)| *r == room) else {
            assert!(
                ["lib", "main"].contains(&room.as_str()),
                "{room} is a room without rules"
            );
            continue;
        };
        let text = fs::read_to_string(&file).unwrap();
        for (n, line) in (1..).zip(text.lines()) {
            for other in rooms_named(line) {
                looked_at += 1;
                assert!(
                    other == room || allowed.contains(&other),
                    "{}:{n}: {room} may not know {other}",
                    file.display()
                );
            }
        }
    }
    assert!(looked_at > 100, "the imports were read");
}

#[test]
fn deciding_knows_neither_drawing_nor_the_terminal_and_drawing_not_the_terminal() {
    for (folder, others) in [
        ("src/tui/app", &["tui::view", "tui::run"][..]),
        ("src/tui/view", &["tui::run"]),
    ] {
        for file in rust_files(&root().join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            for other in others {
                assert!(!text.contains(other), "{} knows {other}", file.display());
            }
        }
    }
}

#[test]
fn deciding_and_drawing_do_nothing_to_the_world() {
    let pure = [
        "src/domain",
        "src/presenters",
        "src/tui/app",
        "src/tui/view",
        "src/strings",
    ];
    let worldly = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "rusqlite",
        "Utc::now",
        "Local::now",
        "now_v7",
    ];
    for folder in pure {
        for file in rust_files(&root().join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            for word in worldly {
                assert!(!text.contains(word), "{} uses {word}", file.display());
            }
        }
    }
}

#[test]
fn sql_stands_in_the_store_alone() {
    for file in rust_files(&root().join("src")) {
        if room(&file) != "store" {
            let text = fs::read_to_string(&file).unwrap();
            assert!(!text.contains("rusqlite"), "{}", file.display());
        }
    }
}

/// A pager, an editor or `tput` that the program started would be a way out of it for people who come in by a key. The
/// door starts the program itself once more; what tests start does not count.
#[test]
fn no_other_program_is_ever_started() {
    let mut door = 0;
    for file in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let starts = code.matches("process::Command::").count() + code.matches(".spawn()").count();
        if file.ends_with("src/cli/door.rs") {
            door = starts;
            assert!(code.contains(r#"Command::new("/proc/self/exe")"#));
        } else if !file.ends_with("tests.rs") {
            assert_eq!(starts, 0, "{}", file.display());
        }
    }
    assert_eq!(door, 1);
}

#[test]
fn drawing_never_asks_the_store() {
    for file in rust_files(&root().join("src/tui/view")) {
        assert!(
            !fs::read_to_string(&file).unwrap().contains("crate::store"),
            "{}",
            file.display()
        );
    }
}

#[test]
fn no_file_has_grown_two_ideas() {
    for file in rust_files(&root().join("src")) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 600, "{} has {lines} lines", file.display());
    }
}

/// What stands between the marks that a command writes into a page of the manual.
fn marked<'a>(page: &'a str, name: &str) -> &'a str {
    page.split(&format!("<!-- {name}: begin -->\n"))
        .nth(1)
        .and_then(|p| p.split(&format!("<!-- {name}: end -->")).next())
        .unwrap()
}

#[test]
fn the_manuals_key_table_is_the_registrys() {
    for lang in [ovop::strings::Lang::Id, ovop::strings::Lang::En] {
        let s = ovop::strings::Strings::of(lang);
        let map = ovop::cli::keys::default_map().unwrap();
        let table = ovop::cli::keys::markdown(&ovop::cli::keys::rows(&map, s), s);
        let page =
            fs::read_to_string(root().join(format!("assets/manual/{}/keys.md", lang.word())))
                .unwrap();
        assert_eq!(
            marked(&page, "keys"),
            table,
            "write it anew: ovop keys --markdown --lang {}",
            lang.word()
        );
    }
}

#[test]
fn the_manuals_gate_table_is_that_of_the_rules() {
    use ovop::domain::gate::{Category, RuleBook};
    let rules = RuleBook::shipped().on(chrono::NaiveDate::MAX);
    for lang in [ovop::strings::Lang::Id, ovop::strings::Lang::En] {
        let s = ovop::strings::Strings::of(lang);
        let table = ovop::cli::gates::markdown(rules, &Category::ALL, s);
        let page =
            fs::read_to_string(root().join(format!("assets/manual/{}/gates.md", lang.word())))
                .unwrap();
        assert_eq!(
            marked(&page, "gates"),
            table,
            "write it anew: ovop gates --markdown --lang {}",
            lang.word()
        );
    }
}
