//! What public sources already tell of the villages' potentials, so that nobody starts with an empty list.
//!
//! Source: `assets/known_products.csv`, press and village sites, each row with its address. A source's own reading of
//! how far a product is (its column `stage`) is not taken over: a stage is declared by a person of the programme.

use std::collections::HashSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use uuid::Uuid;

use super::fault::{RegisterError, RegisterFault};
use super::{Register, print};
use crate::domain::code::Code;
use crate::domain::dates;
use crate::domain::event::{Event, Group, PotentialRecorded, Source};

const FILE: &str = "known_products.csv";

#[derive(serde::Deserialize)]
struct Line {
    village_code: String,
    product: String,
    category: String,
    stage_basis: String,
    source_url: String,
    source_date: String,
    note: String,
}

/// The potentials that are known of the register's villages: village, event, day. Villages that the register does not
/// have are left out.
///
/// A source that gives no date counts from `today`, the day of recording. The ids follow from village and product, so
/// that two databases speak of the same potential.
///
/// # Errors
/// Only if the shipped file is damaged.
pub fn potentials(
    register: &Register,
    today: NaiveDate,
) -> Result<Vec<(Code, Event, NaiveDate)>, RegisterError> {
    let villages: HashSet<&Code> = register.villages.iter().map(|v| &v.code).collect();
    let mut reader =
        csv::Reader::from_reader(&include_bytes!("../../assets/known_products.csv")[..]);
    let mut known = Vec::new();
    for line in reader.deserialize() {
        let line: Line = line.map_err(|e| fault(&e))?;
        let code = Code::parse(&line.village_code).map_err(|e| RegisterError {
            file: PathBuf::from(FILE),
            line: None,
            fault: RegisterFault::BadCode(e.0),
        })?;
        if villages.contains(&code) {
            let on = dates::first_day(&line.source_date).unwrap_or(today);
            known.push((code, recorded(line), on));
        }
    }
    Ok(known)
}

fn recorded(line: Line) -> Event {
    let said: Vec<&str> = [line.stage_basis.as_str(), line.note.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    Event::PotentialRecorded(PotentialRecorded {
        potential: potential_id(&line.village_code, &line.product),
        group: group(&line.category),
        note: said.join("; "),
        name: line.product,
        source: Source::Public {
            address: line.source_url,
            date: line.source_date,
        },
    })
}

fn potential_id(village: &str, product: &str) -> Uuid {
    uuid::Builder::from_custom_bytes(print([village, product]).to_be_bytes()).into_uuid()
}

/// The programme's group for a category of the file.
fn group(category: &str) -> Group {
    match category {
        "pertanian" => Group::Crops,
        "perkebunan" | "kopi" => Group::Estate,
        "peternakan" => Group::Livestock,
        "perikanan" | "rumput laut" | "garam" => Group::Sea,
        "tenun" | "kerajinan" => Group::Craft,
        "pangan olahan" => Group::Food,
        _ => Group::Other,
    }
}

fn fault(error: &csv::Error) -> RegisterError {
    RegisterError {
        file: PathBuf::from(FILE),
        line: error.position().map(csv::Position::line),
        fault: RegisterFault::Unreadable(std::io::Error::other(error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::act::{MAX_LINE, MAX_NOTE};
    use crate::domain::text;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    #[test]
    fn every_row_is_known_of_the_shipped_register() {
        let register = Register::built_in().unwrap();
        let known = potentials(&register, today()).unwrap();
        assert_eq!(known.len(), 110);
        let villages: HashSet<_> = known.iter().map(|(code, ..)| code).collect();
        assert_eq!(villages.len(), 78);
        let mut ids = HashSet::new();
        for (code, event, on) in &known {
            let Event::PotentialRecorded(e) = event else {
                panic!("{code}: only potentials are known")
            };
            assert!(ids.insert(e.potential), "{code}: {} twice", e.name);
            assert!(e.name.chars().count() <= MAX_LINE && e.note.chars().count() <= MAX_NOTE);
            assert!(text::is_clean(&e.name) && text::is_clean(&e.note), "{code}");
            assert!(*on <= today());
        }
    }

    #[test]
    fn a_row_keeps_its_source_and_its_words() {
        let known = potentials(&Register::built_in().unwrap(), today()).unwrap();
        let (code, Event::PotentialRecorded(porang), on) = &known[2] else {
            panic!()
        };
        assert_eq!(code.as_str(), "53.04.01.2001");
        assert_eq!(
            (porang.name.as_str(), porang.group),
            ("porang (maek bako)", Group::Estate)
        );
        assert_eq!(
            porang.note,
            "Panen 6 ton dijual mentah kepada pembeli yang datang ke kebun; Panen 14 Agustus 2020; belum diolah"
        );
        assert!(matches!(&porang.source, Source::Public { date, .. } if date == "2020-08"));
        assert_eq!(*on, NaiveDate::from_ymd_opt(2020, 8, 1).unwrap());
        assert_eq!(
            porang.potential.to_string(),
            potential_id("53.04.01.2001", "porang (maek bako)").to_string()
        );
    }

    #[test]
    fn another_register_knows_nothing_of_them() {
        assert_eq!(potentials(&Register::default(), today()).unwrap(), []);
    }
}
