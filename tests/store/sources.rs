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
