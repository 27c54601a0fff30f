//! The register goes into a new database: regions, villages, and the texts by which they are found.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::error::InnerError;
use super::project;
use crate::domain::text;
use crate::register::{RegionEntry, Register, search};

pub(super) fn register(conn: &Connection, register: &Register) -> Result<(), InnerError> {
    regions(conn, register)?;
    villages(conn, register)?;
    names(conn, register)?;
    project::count_all(conn)
}

fn regions(conn: &Connection, register: &Register) -> Result<(), InnerError> {
    let mut row = conn.prepare(
        "INSERT INTO region (code, name, parent, first_ord, end_ord) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let mut name = conn.prepare("INSERT OR IGNORE INTO region_name (key, code) VALUES (?1, ?2)")?;
    let kecamatan = register.kecamatan.iter().map(|k| (k, &k.code[..5]));
    let regencies = register.regencies.iter().map(|r| (r, ""));
    for (region, parent) in regencies.chain(kecamatan) {
        let (first, end) = villages_of(register, region);
        let shown = region.display_name();
        row.execute(params![region.code, shown, parent, first, end])?;
        let short = shown.split_once(' ').map(|(_, rest)| rest);
        let short = short.filter(|_| parent.is_empty());
        for text in [shown.as_str(), &region.code].into_iter().chain(short) {
            name.execute(params![text::search_key(text), region.code])?;
        }
    }
    Ok(())
}

/// From which place to before which its villages stand.
fn villages_of(register: &Register, region: &RegionEntry) -> (i64, i64) {
    let before = |code: &str| {
        let at = register
            .villages
            .partition_point(|v| v.code.as_str() < code);
        at as i64
    };
    // In the code of a village a dot follows; a slash is the next character after it.
    let end = format!("{}/", region.code);
    (before(&region.code), before(&end))
}

fn villages(conn: &Connection, register: &Register) -> Result<(), InnerError> {
    let numbers: HashMap<&str, i64> = register
        .kecamatan
        .iter()
        .map(|k| k.code.as_str())
        .zip(0..)
        .collect();
    let ranks = name_ranks(register);
    let mut row = conn.prepare(
        "INSERT INTO village (ord, code, name, kecamatan, regency) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let mut summary =
        conn.prepare("INSERT INTO summary (ord, name_rank, kecamatan_number) VALUES (?1, ?2, ?3)")?;
    for (ord, (village, rank)) in (0_i64..).zip(register.villages.iter().zip(ranks)) {
        let code = &village.code;
        row.execute(params![
            ord,
            code.as_str(),
            village.name,
            code.kecamatan(),
            code.regency()
        ])?;
        let number = numbers.get(code.kecamatan()).copied().unwrap_or_default();
        summary.execute(params![ord, rank, number])?;
    }
    Ok(())
}

/// The place of each village in the order of the names; namesakes stand in the register's order.
fn name_ranks(register: &Register) -> Vec<i64> {
    let mut order: Vec<(String, usize)> = register
        .villages
        .iter()
        .map(|v| v.name.to_lowercase())
        .zip(0..)
        .collect();
    order.sort_unstable();
    let mut ranks = vec![0; order.len()];
    for (rank, (_, at)) in (0..).zip(order) {
        ranks[at] = rank;
    }
    ranks
}

fn names(conn: &Connection, register: &Register) -> Result<(), InnerError> {
    let mut parts: Vec<(i64, String, i64)> = Vec::new();
    let mut bags: Vec<(String, i64)> = Vec::new();
    for (ord, village) in (0_i64..).zip(&register.villages) {
        let words = search::words(&village.name);
        parts.extend((0..words.len()).map(|n| (i64::from(n > 0), words[n..].concat(), ord)));
        bags.push((search::bag(&words.concat()), ord));
        bags.extend(words.iter().map(|word| (search::bag(word), ord)));
    }
    // In the order of the tables' keys: each row goes to the end.
    parts.sort_unstable();
    parts.dedup();
    bags.sort_unstable();
    bags.dedup();
    let mut row = conn.prepare("INSERT INTO name_part (later, part, ord) VALUES (?1, ?2, ?3)")?;
    for part in parts {
        row.execute(part)?;
    }
    let mut row = conn.prepare("INSERT INTO name_bag (bag, ord) VALUES (?1, ?2)")?;
    for bag in bags {
        row.execute(bag)?;
    }
    Ok(())
}
