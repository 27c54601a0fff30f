//! Texts that would harm a terminal, and a record into which another program has written them everywhere.

use std::path::{Path, PathBuf};

use ovop::domain::event::Event;
use ovop::domain::text;
use rusqlite::Connection;
use serde_json::Value;
use unicode_width::UnicodeWidthChar;

use crate::home::Home;

/// Stands in every poisoned text, so that it can be seen that the text came through.
pub const MARK: &str = "racun";

/// One of each kind that must not come through: escape sequences in both forms, bells, line ends, the reading direction,
/// what has no width, tags, separators, noncharacters, and a pile of marks on one letter.
pub const POISON: &str = "racun\u{1b}[2J\u{1b}]0;x\u{7}\u{8}\r\n\t\u{b}\u{7f}\u{85}\u{9b}31m\u{202e}\u{2066}\u{200b}\
\u{200d}\u{ad}\u{feff}\u{e0041}\u{2028}\u{fff9}\u{fffe}\u{ffff}\u{fdd0}\u{1fffe}\u{e000}\u{2800}\u{1bca0}\u{1d173}\
e\u{301}\u{301}\u{301}\u{301}\u{e47}\u{e47}\u{e47}\u{e47}\u{64b}\u{64b}\u{64b}";

/// The same for JSON and databases, which can hold a null as well. A command line cannot.
pub fn worst() -> String {
    format!("{POISON}\u{0}x")
}

/// What is harmful in a text of several lines, if anything is. Judged by the width that terminals give a character
/// and not only by the program's own list. `more` are characters that this kind of text needs.
pub fn harm(text: &str, more: &[char]) -> Option<String> {
    let mut zero = 0;
    for (at, c) in text.char_indices() {
        if c == '\n' || more.contains(&c) {
            zero = 0;
            continue;
        }
        zero = if c.width() == Some(0) { zero + 1 } else { 0 };
        if text::is_harmful(c) || c.width().is_none() || zero > 2 || invisible(c) {
            let before = text[..at].lines().last().unwrap_or_default();
            return Some(format!("{c:?} (U+{:04X}) after {before:?}", u32::from(c)));
        }
    }
    None
}

/// Named here once more, so that a hole in the program's list is seen.
fn invisible(c: char) -> bool {
    let n = u32::from(c);
    n & 0xfffe == 0xfffe
        || matches!(n, 0xfdd0..=0xfdef | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0x2800 | 0xfeff
            | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe000..=0xf8ff | 0xe0000..=0xe0fff)
}

#[track_caller]
pub fn assert_harmless(what: &str, text: &str, more: &[char]) {
    if let Some(harm) = harm(text, more) {
        panic!("{what}: {harm}");
    }
}

/// A training record in which every text that this program reads has been poisoned by another program: bodies and
/// actors of events, events of unknown kinds, names of the register, contacts, and what lists keep.
pub fn poisoned(home: &Home) -> PathBuf {
    let path = home.path("racun.db");
    home.ok(&[
        "demo",
        "--keep",
        path.to_str().unwrap(),
        "--on",
        "2026-11-24",
        "init",
    ]);
    poison(&path);
    path
}

fn poison(path: &Path) {
    let mut conn = Connection::open_with_flags(path, rusqlite::OpenFlags::default()).unwrap();
    let write = conn
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .unwrap();
    let guard: String = write
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'event_stays'",
            [],
            |r| r.get(0),
        )
        .unwrap();
    write.execute_batch("DROP TRIGGER event_stays").unwrap();
    let events: Vec<(i64, String, String)> = {
        let mut all = write.prepare("SELECT seq, kind, body FROM event").unwrap();
        let rows = all.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let worst = worst();
    let mut touched = 0;
    for (seq, kind, body) in events {
        let mut value: Value = serde_json::from_str(&body).unwrap();
        let mut paths = Vec::new();
        texts(&value, String::new(), &mut paths);
        for path in paths {
            let kept = value.clone();
            let text = value.pointer_mut(&path).unwrap();
            *text = format!("{}{worst}", text.as_str().unwrap()).into();
            // Numbers, days and words of closed lists are no texts: the event could not be read any more.
            if matches!(
                Event::read(&kind, &value.to_string()),
                Event::Unknown { .. }
            ) {
                value = kept;
            } else {
                touched += 1;
            }
        }
        let actor = format!("maria{worst}");
        write
            .execute(
                "UPDATE event SET body = ?2, actor = ?3 WHERE seq = ?1",
                (seq, value.to_string(), actor),
            )
            .unwrap();
    }
    assert!(touched > 2_000, "{touched} texts");
    for (n, body) in [r#"{"a":"PASANG"}"#, "PASANG", "{\"text\":7}", "[", ""]
        .iter()
        .enumerate()
    {
        // The first of them say that they are notes, and are none.
        let kind = if n < 2 {
            "note".into()
        } else {
            format!("baru.{worst}")
        };
        let body = body.replace("PASANG", &worst);
        write
            .execute(
                "INSERT INTO event (id, stream, kind, aspect, body, occurred_on, recorded_at, actor, origin, batch)
                 SELECT '0193a000-0000-7000-8000-00000000010' || ?1, stream, ?2, ?3, ?4, occurred_on, recorded_at,
                     ?3, origin, '0193a000-0000-7000-8000-00000000020' || ?1
                 FROM event WHERE seq = (SELECT max(seq) FROM event WHERE kind = 'note')",
                (n as i64, kind, &worst, body),
            )
            .unwrap();
    }
    for (table, column) in [
        ("village", "name"),
        ("region", "name"),
        ("summary", "product"),
        ("summary", "first_potential"),
        ("occasion", "title"),
        ("occasion", "place"),
        ("contact", "phone"),
        ("contact", "nik"),
    ] {
        let sql = format!("UPDATE {table} SET {column} = {column} || ?1");
        assert!(
            write.execute(&sql, [&worst]).unwrap() > 0,
            "{table} is empty"
        );
    }
    write.execute_batch(&guard).unwrap();
    write.commit().unwrap();
}

/// The pointers to all texts of a value.
fn texts(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::String(_) => out.push(at),
        Value::Array(all) => {
            for (n, inner) in all.iter().enumerate() {
                texts(inner, format!("{at}/{n}"), out);
            }
        }
        Value::Object(all) => {
            for (key, inner) in all {
                let key = key.replace('~', "~0").replace('/', "~1");
                texts(inner, format!("{at}/{key}"), out);
            }
        }
        _ => {}
    }
}

#[test]
fn the_judge_knows_harm_when_it_sees_it() {
    for c in POISON.chars().filter(|c| !c.is_ascii_graphic()) {
        let mark = c.width() == Some(0) && !text::is_harmful(c) && !invisible(c);
        if c != '\n' && !mark {
            assert!(harm(&format!("a{c}b"), &[]).is_some(), "{c:?}");
        }
    }
    assert!(harm("e\u{301}\u{301}\u{301}", &[]).is_some());
    assert_eq!(harm("Fatuba'a, Café, Regapu\u{2019}u\n", &[]), None);
}
