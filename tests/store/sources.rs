//! What the store's source must not do.

use std::path::{Path, PathBuf};

/// Closing a handle on a database file drops the locks that SQLite holds on it: a write of another process then slips
/// in between, and both believe that they were first. Only the making of a database, which nobody has open yet, may.
#[test]
fn the_store_never_opens_the_databases_files_itself() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let files = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    };
    let (folders, mut all): (Vec<_>, Vec<_>) = files(&folder).into_iter().partition(|p| p.is_dir());
    all.extend(folders.iter().flat_map(|folder| files(folder)));
    let mut looked_at = 0;
    for path in all {
        // The second reads what the kernel tells of a process.
        if path.ends_with("create.rs") || path.ends_with("session.rs") {
            continue;
        }
        looked_at += 1;
        let source = std::fs::read_to_string(&path).unwrap();
        // Tests damage files on purpose.
        let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for call in [
            "File::",
            "fs::read(",
            "fs::read_to_string(",
            "fs::copy(",
            "OpenOptions",
        ] {
            let shown = path.display();
            assert!(!source.contains(call), "{shown} calls {call}");
        }
    }
    assert!(looked_at > 10);
}

/// The lines of the store's sources that hold a text, with their files, tests left out.
fn lines_with(text: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut found = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let source = std::fs::read_to_string(&path).unwrap();
            let source = source.split("#[cfg(test)]").next().unwrap();
            let lines = source.lines().filter(|line| line.contains(text));
            found.extend(lines.map(|_| name.clone()));
        }
    }
    found.sort();
    found
}

#[test]
fn nothing_comes_into_the_log_unjudged() {
    assert_eq!(lines_with("INSERT INTO event "), ["row.rs"]);
    assert_eq!(lines_with("row::insert("), ["append.rs"]);
    // The list of people judges by itself: its owner stands on no list.
    assert_eq!(lines_with("append::put("), ["people.rs", "undo.rs"]);
    assert_eq!(lines_with("permit::judge("), ["append.rs"]);
}
