//! The official register: regencies, kecamatan, villages; and finding a village by its name.

use std::path::{Path, PathBuf};

use crate::domain::code::Code;
use crate::domain::list::Place;

/// The register in the order of its codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    pub regencies: Vec<RegionEntry>,
    pub kecamatan: Vec<RegionEntry>,
    pub villages: Vec<VillageEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionEntry {
    pub code: String,
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

#[derive(Debug, thiserror::Error)]
#[error("register")]
pub struct RegisterError {
    pub file: PathBuf,
}

impl Register {
    /// Belu and Malaka, as shipped.
    ///
    /// # Errors
    /// As [`Register::load`]; the shipped files have none.
    pub fn built_in() -> Result<Self, RegisterError> {
        unimplemented!()
    }

    /// Reads `regencies.csv`, `districts.csv` and `villages.csv` from a folder.
    ///
    /// # Errors
    /// The file and line of the first fault: unreadable, a double code, a missing parent, an unclean name.
    pub fn load(_folder: &Path) -> Result<Self, RegisterError> {
        unimplemented!()
    }
}
