//! Whatever can be typed, read from the log or written as a filter: nothing breaks. Seeded, for a bounded time: two
//! seconds for each part, or as many as `OVOP_FUZZ_SECONDS` says.

use std::time::{Duration, Instant};

use ovop::domain::event::Event;
use ovop::domain::occasion::Happening;
use ovop::domain::query::Query;
use ovop::domain::text;
use ovop::store::Store;
use serde_json::{Value, json};

use crate::desk::{Desk, today};
use crate::poison::{POISON, harm};

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Runs a step until the time is over, and says how often.
fn fuzz(what: &str, mut step: impl FnMut(&mut Dice)) {
    let seconds = std::env::var("OVOP_FUZZ_SECONDS").map_or(2, |n| n.parse().unwrap());
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut n = 0_u64;
    while Instant::now() < until {
        step(&mut dice);
        n += 1;
    }
    println!("fuzz, {what}: {n} executions without a crash");
    assert!(n > 5, "{what}: {n}");
}

#[test]
fn any_filter_is_read_or_pointed_at() {
    const PARTS: [&str; 30] = [
        "kec",
        "kab",
        ":",
        "<",
        ">",
        "<=",
        ">=",
        "!",
        ",",
        "\"",
        " ",
        "k1",
        "umur",
        "90",
        "-1",
        "99999999999999999999",
        "tahap",
        "dikemas",
        "rtl",
        "produk",
        "belum",
        "é",
        "\u{301}",
        "\u{1b}",
        "\u{202e}",
        "(",
        "''",
        "mentah",
        "macet",
        "0",
    ];
    fuzz("filters", |dice| {
        let text: String = (0..dice.below(14)).map(|_| *dice.of(&PARTS)).collect();
        if let Ok(query) = Query::parse(&text) {
            // What was read says the same when it is written down and read again.
            let written = query.to_string();
            assert_eq!(
                Query::parse(&written).as_ref(),
                Ok(&query),
                "{text:?}, {written:?}"
            );
        }
    });
}

fn any_json(dice: &mut Dice, deep: usize) -> Value {
    match dice.below(if deep == 0 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => json!(dice.below(2) == 0),
        2 => json!(i64::MIN + dice.below(9) as i64),
        3 => json!(1e300),
        4 => json!(POISON),
        5 => json!(*dice.of(&[
            "",
            "dikemas",
            "lain",
            "2026-11-24",
            "00000000-0000-0000-0000-000000000001",
            "\u{0}"
        ])),
        6 => (0..dice.below(4))
            .map(|_| any_json(dice, deep - 1))
            .collect(),
        _ => {
            const KEYS: [&str; 12] = [
                "text",
                "potential",
                "name",
                "group",
                "to",
                "basis",
                "reason",
                "what",
                "due",
                "office",
                "month",
                "title",
            ];
            let all = (0..dice.below(6))
                .map(|_| ((*dice.of(&KEYS)).to_owned(), any_json(dice, deep - 1)));
            Value::Object(all.collect())
        }
    }
}

#[test]
fn any_body_is_an_event_or_unknown_and_comes_out_clean() {
    let kinds: Vec<&str> = Event::KINDS
        .iter()
        .chain(Happening::KINDS)
        .copied()
        .collect();
    fuzz("event bodies", |dice| {
        let kind = *dice.of(&kinds);
        let mut body = any_json(dice, 3).to_string();
        if dice.below(4) == 0 {
            body.truncate(body.floor_char_boundary(dice.below(body.len() + 1)));
        }
        match Event::read(kind, &body) {
            Event::Unknown { body: kept, .. } => assert_eq!(kept, body),
            known => {
                let value: Value = serde_json::from_str(&known.body().unwrap()).unwrap();
                let mut all = vec![&value];
                while let Some(value) = all.pop() {
                    match value {
                        Value::String(text) => assert!(harm(text, &[]).is_none(), "{text:?}"),
                        Value::Array(inner) => all.extend(inner),
                        Value::Object(inner) => all.extend(inner.values()),
                        _ => {}
                    }
                }
            }
        }
    });
}

#[test]
fn any_keys_leave_the_record_sound_and_the_screen_harmless() {
    const KEYS: [&str; 24] = [
        "<Enter>", "<Esc>", "<Down>", "<Up>", "<Tab>", "<S-Tab>", "<BS>", "<Del>", "<PgDn>",
        "<PgUp>", "<Home>", "<End>", "<Left>", "<Right>", "<Space>", "\u{202e}", "\u{301}",
        "\u{1b}", "é", "<C-u>", "<C-w>", "1", "<lt>", "'",
    ];
    let desk = Desk::chosen_on("2026-11-01");
    let mut face = desk.start(80, 24);
    fuzz("bursts of keys", |dice| {
        let script: String = (0..1 + dice.below(12))
            .map(|_| {
                if dice.below(2) == 0 {
                    (*dice.of(&KEYS)).to_owned()
                } else {
                    match char::from(32 + dice.below(95) as u8) {
                        '<' => "<lt>".into(),
                        c => c.to_string(),
                    }
                }
            })
            .collect();
        face.burst(&script);
        if dice.below(9) == 0 {
            let (columns, rows) = (dice.below(150) as u16, dice.below(50) as u16);
            face.0.resize(columns, rows).unwrap();
        }
        for cell in &face.0.buffer().content {
            assert!(
                harm(cell.symbol(), &[]).is_none(),
                "{script:?}: {:?}",
                cell.symbol()
            );
        }
        if face.ended() {
            face = desk.start(80, 24);
        }
    });
    let store = Store::open(&desk.database, today()).unwrap();
    assert!(store.check(today()).unwrap().is_sound());
    for event in store.after(0).unwrap() {
        assert!(text::is_clean(&event.actor));
    }
}
