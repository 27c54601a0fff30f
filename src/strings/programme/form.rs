//! What the forms say beside their inputs: suggestions, and hints on numbers.

use super::Programme;
use crate::domain::evidence::Standing;
use crate::domain::gate::Item;
use crate::domain::pirt::{Doubt, Packaging, Pirt};
use crate::strings::Lang;

impl Programme {
    /// What the input for the number of a paper is called.
    #[must_use]
    pub fn paper_number(&self) -> &'static str {
        self.pick("nomor", "number")
    }

    /// The choice beside the items: a promise about none of them.
    #[must_use]
    pub fn no_item(&self) -> &'static str {
        self.pick("hal lain, bukan bukti", "something else, no evidence")
    }

    /// The action that a missing item suggests: `lengkapi: NIB`, once it is claimed `verifikasi: NIB`.
    #[must_use]
    pub fn mend_item(&self, item: &Item, standing: Standing) -> String {
        let what = match standing {
            Standing::Claimed => self.pick("verifikasi", "verify"),
            Standing::Expired => self.pick("perpanjang", "renew"),
            _ => self.pick("lengkapi", "provide"),
        };
        format!("{what}: {}", self.item(item))
    }

    /// What the digits of a food licence say.
    #[must_use]
    pub fn licence(&self, pirt: &Pirt) -> String {
        let packaging = pirt.packaging.map_or("?", |p| self.packaging(p));
        let Pirt {
            food, region, year, ..
        } = pirt;
        match self.lang {
            Lang::Id => format!(
                "Angkanya: kemasan {packaging}, jenis pangan {food:02}, wilayah {region}, sampai {year}."
            ),
            Lang::En => format!(
                "Its digits: {packaging} packaging, kind of food {food:02}, region {region}, until {year}."
            ),
        }
    }

    fn packaging(&self, packaging: Packaging) -> &'static str {
        let (id, en) = match packaging {
            Packaging::Glass => ("kaca", "glass"),
            Packaging::Plastic => ("plastik", "plastic"),
            Packaging::Paper => ("kertas", "paper"),
            Packaging::Can => ("kaleng", "can"),
            Packaging::Foil => ("aluminium foil", "foil"),
            Packaging::Other => ("lain", "other"),
            Packaging::Composite => ("komposit", "composite"),
            Packaging::Multiple => ("ganda", "multiple"),
        };
        self.pick(id, en)
    }

    /// What to look at again in the number of a food licence; never a refusal.
    #[must_use]
    pub fn doubt(&self, doubt: Doubt) -> String {
        match (self.lang, doubt) {
            (Lang::Id, Doubt::Length { digits }) => {
                format!("Periksa: P-IRT 15 angka, ini {digits}.")
            }
            (Lang::Id, Doubt::Packaging) => "Periksa: angka pertama bukan kode kemasan.".into(),
            (Lang::Id, Doubt::Region) => "Periksa: kode wilayahnya provinsi lain.".into(),
            (Lang::Id, Doubt::Regency) => "Periksa: kode wilayahnya kabupaten lain.".into(),
            (Lang::Id, Doubt::Ended { year }) => {
                format!("Periksa: menurut angkanya habis tahun {year}.")
            }
            (Lang::Id, Doubt::OtherYear { year }) => {
                format!("Periksa: angkanya berkata {year}, isian tanggalnya lain.")
            }
            (Lang::En, Doubt::Length { digits }) => {
                format!("Check: a P-IRT number has 15 digits, this {digits}.")
            }
            (Lang::En, Doubt::Packaging) => "Check: the first digit is no packaging code.".into(),
            (Lang::En, Doubt::Region) => "Check: its region is of another province.".into(),
            (Lang::En, Doubt::Regency) => "Check: its region is of another regency.".into(),
            (Lang::En, Doubt::Ended { year }) => {
                format!("Check: by its digits it ended in {year}.")
            }
            (Lang::En, Doubt::OtherYear { year }) => {
                format!("Check: its digits say {year}, the date given another year.")
            }
        }
    }
}
