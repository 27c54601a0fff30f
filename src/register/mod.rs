//! The official register: regencies, kecamatan, villages; and finding a village by its name.

mod fault;
pub mod known;
mod load;
mod names;
pub mod search;

use std::path::Path;

pub use fault::{RegisterError, RegisterFault};

use crate::domain::code::Code;
use crate::domain::list::Place;

/// The register in the order of its codes. Every village has its kecamatan, every kecamatan its regency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    pub regencies: Vec<RegionEntry>,
    pub kecamatan: Vec<RegionEntry>,
    pub villages: Vec<VillageEntry>,
}

/// A regency (`53.04`) or a kecamatan (`53.04.01`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionEntry {
    pub code: String,
    /// As the official list writes it: `KABUPATEN BELU`.
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageEntry {
    pub code: Code,
    pub name: String,
}

/// A village that a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub place: Place,
    /// The whole name (or code) is what was typed.
    pub exact: bool,
}

impl RegionEntry {
    /// The name as it is shown: `Kabupaten Belu`.
    #[must_use]
    pub fn display_name(&self) -> String {
        names::display(&self.name)
    }
}

impl Register {
    /// Belu and Malaka, as shipped.
    ///
    /// # Errors
    /// As [`Register::load`]; the shipped files have none.
    pub fn built_in() -> Result<Self, RegisterError> {
        load::read([
            load::File::shipped(
                load::REGENCIES,
                include_bytes!("../../assets/register/regencies.csv"),
            ),
            load::File::shipped(
                load::KECAMATAN,
                include_bytes!("../../assets/register/districts.csv"),
            ),
            load::File::shipped(
                load::VILLAGES,
                include_bytes!("../../assets/register/villages.csv"),
            ),
        ])
    }

    /// Reads `regencies.csv`, `districts.csv` and `villages.csv` from a folder.
    ///
    /// # Errors
    /// The file and line of the first fault: unreadable, a double code, a missing parent, an unclean name.
    pub fn load(folder: &Path) -> Result<Self, RegisterError> {
        load::read([
            load::File::of(folder, load::REGENCIES)?,
            load::File::of(folder, load::KECAMATAN)?,
            load::File::of(folder, load::VILLAGES)?,
        ])
    }

    /// A short print of all codes and names: two registers with the same print are the same.
    #[must_use]
    pub fn digest(&self) -> String {
        let regions = self
            .regencies
            .iter()
            .chain(&self.kecamatan)
            .flat_map(|r| [r.code.as_str(), r.name.as_str()]);
        let villages = self
            .villages
            .iter()
            .flat_map(|v| [v.code.as_str(), v.name.as_str()]);
        format!("{:032x}", print(regions.chain(villages)))
    }
}

/// FNV-1a over the texts with a mark between them: the same on every machine and for ever, which the standard
/// library's hasher does not promise.
fn print<'a>(texts: impl IntoIterator<Item = &'a str>) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mut hash = OFFSET;
    for text in texts {
        // No text holds this byte (it is not in UTF-8), so "ab","c" and "a","bc" differ.
        for byte in text.bytes().chain([0xff]) {
            hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_register_is_belu_and_malaka() {
        let register = Register::built_in().unwrap();
        assert_eq!(
            (
                register.regencies.len(),
                register.kecamatan.len(),
                register.villages.len()
            ),
            (2, 24, 208)
        );
        let shown: Vec<_> = register
            .regencies
            .iter()
            .map(RegionEntry::display_name)
            .collect();
        assert_eq!(shown, ["Kabupaten Belu", "Kabupaten Malaka"]);
        assert_eq!(register.regencies[0].name, "KABUPATEN BELU");
    }

    #[test]
    fn the_print_tells_registers_apart() {
        let register = Register::built_in().unwrap();
        let mut other = register.clone();
        assert_eq!(register.digest(), other.digest());
        other.villages[7].name.push('x');
        assert_ne!(register.digest(), other.digest());
        assert_ne!(print(["ab", "c"]), print(["a", "bc"]));
    }
}
