//! Reads a register and refuses a faulty one: a wrong name or code would go into every list and every paper.

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::fault::{RegisterError, RegisterFault};
use super::{RegionEntry, Register, VillageEntry};
use crate::domain::act::MAX_LINE;
use crate::domain::code::Code;
use crate::domain::text;

pub(super) const REGENCIES: &str = "regencies.csv";
pub(super) const KECAMATAN: &str = "districts.csv";
pub(super) const VILLAGES: &str = "villages.csv";

/// A file of the register with its contents.
pub(super) struct File {
    path: PathBuf,
    bytes: Cow<'static, [u8]>,
}

impl File {
    pub(super) fn shipped(name: &str, bytes: &'static [u8]) -> Self {
        Self {
            path: name.into(),
            bytes: bytes.into(),
        }
    }

    pub(super) fn of(folder: &Path, name: &str) -> Result<Self, RegisterError> {
        let path = folder.join(name);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Self {
                path,
                bytes: bytes.into(),
            }),
            Err(e) => Err(RegisterError {
                file: path,
                line: None,
                fault: RegisterFault::Unreadable(e),
            }),
        }
    }

    fn fault(&self, line: Option<u64>, fault: RegisterFault) -> RegisterError {
        RegisterError {
            file: self.path.clone(),
            line,
            fault,
        }
    }
}

/// One line of a file, checked by itself.
struct Entry {
    line: u64,
    code: String,
    name: String,
}

pub(super) fn read(files: [File; 3]) -> Result<Register, RegisterError> {
    let [regencies, kecamatan, villages] = files;
    let regency_entries = entries(&regencies, |text| region_code(text, 2))?;
    let kecamatan_entries = entries(&kecamatan, |text| region_code(text, 3))?;
    let village_entries = entries(&villages, |text| {
        Code::parse(text).ok().map(|code| code.as_str().to_owned())
    })?;
    has_parents(
        &kecamatan,
        &kecamatan_entries,
        5,
        REGENCIES,
        &regency_entries,
    )?;
    has_parents(
        &villages,
        &village_entries,
        8,
        KECAMATAN,
        &kecamatan_entries,
    )?;
    Ok(Register {
        regencies: regions(regency_entries),
        kecamatan: regions(kecamatan_entries),
        villages: village_entries
            .into_iter()
            .filter_map(|e| {
                let code = Code::parse(&e.code).ok()?;
                Some(VillageEntry { code, name: e.name })
            })
            .collect(),
    })
}

fn regions(entries: Vec<Entry>) -> Vec<RegionEntry> {
    entries
        .into_iter()
        .map(|e| RegionEntry {
            code: e.code,
            name: e.name,
        })
        .collect()
}

/// The entries of a file in the order of their codes.
fn entries(
    file: &File,
    code_of: impl Fn(&str) -> Option<String>,
) -> Result<Vec<Entry>, RegisterError> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(&file.bytes[..]);
    let headers = reader.headers().map_err(|e| of_csv(file, &e))?;
    let column = |name: &'static str| {
        headers
            .iter()
            .position(|h| h.eq_ignore_ascii_case(name))
            .ok_or_else(|| file.fault(Some(1), RegisterFault::MissingColumn(name)))
    };
    let (code_at, name_at) = (column("code")?, column("name")?);
    let mut entries = Vec::new();
    let mut seen = HashSet::new();
    for record in reader.records() {
        let record = record.map_err(|e| of_csv(file, &e))?;
        let line = record.position().map_or(0, csv::Position::line);
        let fault = |fault| file.fault(Some(line), fault);
        let cell = |at: usize| record.get(at).unwrap_or_default();
        let code = code_of(cell(code_at))
            .ok_or_else(|| fault(RegisterFault::BadCode(cell(code_at).into())))?;
        let name = checked_name(cell(name_at)).map_err(fault)?;
        if !seen.insert(code.clone()) {
            return Err(fault(RegisterFault::DoubleCode(code)));
        }
        entries.push(Entry { line, code, name });
    }
    if entries.is_empty() {
        return Err(file.fault(None, RegisterFault::Empty));
    }
    entries.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(entries)
}

fn checked_name(name: &str) -> Result<String, RegisterFault> {
    if !text::is_clean(name) {
        return Err(RegisterFault::UncleanName);
    }
    let name = text::clean_line(name);
    if text::search_key(&name).is_empty() {
        return Err(RegisterFault::EmptyName);
    }
    if name.chars().count() > MAX_LINE {
        return Err(RegisterFault::LongName);
    }
    Ok(name)
}

/// The code of a region with so many parts of two digits: `53.04`, also written `5304`.
fn region_code(text: &str, parts: usize) -> Option<String> {
    let digits = text.replace('.', "");
    if digits.len() != parts * 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let pairs: Vec<&str> = (0..parts).map(|n| &digits[n * 2..n * 2 + 2]).collect();
    let code = pairs.join(".");
    (text == code || text == digits).then_some(code)
}

/// Each code begins with its parent's code, `length` bytes long.
fn has_parents(
    file: &File,
    children: &[Entry],
    length: usize,
    parent_file: &'static str,
    parents: &[Entry],
) -> Result<(), RegisterError> {
    let known: HashSet<&str> = parents.iter().map(|p| p.code.as_str()).collect();
    match children.iter().find(|c| !known.contains(&c.code[..length])) {
        None => Ok(()),
        Some(orphan) => Err(file.fault(
            Some(orphan.line),
            RegisterFault::MissingParent {
                code: orphan.code.clone(),
                parent: orphan.code[..length].to_owned(),
                file: parent_file,
            },
        )),
    }
}

fn of_csv(file: &File, error: &csv::Error) -> RegisterError {
    let line = error.position().map(csv::Position::line);
    let fault = match error.kind() {
        csv::ErrorKind::Utf8 { .. } => RegisterFault::NotUtf8,
        csv::ErrorKind::UnequalLengths { .. } => RegisterFault::Cells,
        _ => RegisterFault::Unreadable(std::io::Error::other(error.to_string())),
    };
    file.fault(line, fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::{Lang, Strings};
    use rstest::rstest;

    const GOOD: [&str; 3] = [
        "code,province_code,name\n53.04,53,KABUPATEN BELU\n",
        "code,regency_code,name\n53.04.01,53.04,Lamaknen\n",
        "code,district_code,name\n53.04.01.2002,53.04.01,Fulur\n53.04.01.2001,53.04.01,Kewar\n",
    ];

    fn load(contents: [&[u8]; 3]) -> Result<Register, RegisterError> {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [REGENCIES, KECAMATAN, VILLAGES].into_iter().zip(contents) {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        Register::load(folder.path())
    }

    /// The villages' file with these lines, beside good ones of the other two.
    fn villages(bytes: &[u8]) -> RegisterError {
        load([GOOD[0].as_bytes(), GOOD[1].as_bytes(), bytes]).unwrap_err()
    }

    #[test]
    fn a_register_stands_in_the_order_of_its_codes() {
        let register = load(GOOD.map(str::as_bytes)).unwrap();
        let names: Vec<_> = register.villages.iter().map(|v| v.name.as_str()).collect();
        assert_eq!(names, ["Kewar", "Fulur"]);
    }

    #[test]
    fn a_byte_order_mark_and_codes_without_dots_are_accepted() {
        let register = load([
            "\u{feff}code,name\n5304,Belu\n".as_bytes(),
            b"code,name\n530401,Lamaknen\n",
            b"code,name\n5304012001,Kewar\n",
        ])
        .unwrap();
        assert_eq!(register.villages[0].code.as_str(), "53.04.01.2001");
        assert_eq!(register.kecamatan[0].code, "53.04.01");
    }

    #[rstest]
    #[case(
        b"code,name\n53.04.01.2001,Kewar\n53.04.01.2001,Fulur\n",
        3,
        "53.04.01.2001"
    )]
    #[case(b"code,name\n53.04.02.2001,Silawan\n", 2, "53.04.02")]
    #[case(b"code,name\n53.04.01.2001,Ke\x1bwar\n", 2, "tidak terlihat")]
    #[case(b"code,name\n53.04.01.2001,\n", 2, "kosong")]
    #[case(b"code,name\n53.04.01.2001,'-'\n", 2, "kosong")]
    #[case(b"code,name\n53.4.01.2001,Kewar\n", 2, "53.4.01.2001")]
    #[case(b"kode,name\n53.04.01.2001,Kewar\n", 1, "code")]
    #[case(b"code,name\n53.04.01.2001,Ke\xffwar\n", 2, "UTF-8")]
    #[case(b"code,name\n53.04.01.2001,Kewar,lagi\n", 2, "kolom")]
    fn a_fault_is_told_with_its_line(#[case] bytes: &[u8], #[case] line: u64, #[case] word: &str) {
        let error = villages(bytes);
        assert_eq!(error.line, Some(line));
        let said = error.say(Strings::of(Lang::Id));
        assert!(said.contains("villages.csv"), "{said}");
        assert!(said.contains(&format!("baris {line}")), "{said}");
        assert!(said.contains(word), "{said}");
        assert_ne!(said, error.say(Strings::of(Lang::En)));
    }

    #[test]
    fn a_fault_of_the_whole_file_names_the_file() {
        let said = villages(b"code,name\n").say(Strings::of(Lang::En));
        assert!(said.contains("villages.csv: "), "{said}");
        let long = format!("code,name\n53.04.01.2001,{}\n", "x".repeat(81));
        let said = villages(long.as_bytes()).say(Strings::of(Lang::En));
        assert!(said.contains("80"), "{said}");

        let nowhere = tempfile::tempdir().unwrap();
        let said = Register::load(nowhere.path())
            .unwrap_err()
            .say(Strings::of(Lang::Id));
        assert!(said.contains("regencies.csv"), "{said}");
    }

    #[test]
    fn a_kecamatan_needs_its_regency() {
        let error = load([
            GOOD[0].as_bytes(),
            b"code,name\n53.05.01,Lain\n",
            GOOD[2].as_bytes(),
        ])
        .unwrap_err();
        let said = error.say(Strings::of(Lang::Id));
        assert!(
            said.contains("53.05") && said.contains("regencies.csv"),
            "{said}"
        );
    }
}
