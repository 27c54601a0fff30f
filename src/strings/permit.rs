//! What a home-industry food licence's number says, and what to look at again in it.

use super::Lang;
use super::programme::Programme;
use crate::domain::pirt::{Doubt, Packaging, Pirt};

impl Programme {
    #[must_use]
    pub fn packaging(&self, p: Packaging) -> &'static str {
        let (id, en) = match p {
            Packaging::Glass => ("gelas", "glass"),
            Packaging::Plastic => ("plastik", "plastic"),
            Packaging::Paper => ("karton atau kertas", "carton or paper"),
            Packaging::Can => ("kaleng", "can"),
            Packaging::Foil => ("aluminium foil", "aluminium foil"),
            Packaging::Other => ("lain, misalnya daun", "other, such as leaves"),
            Packaging::Composite => ("komposit", "composite"),
            Packaging::Multiple => ("ganda", "multiple"),
        };
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// What the digits say. They are described differently in different places, so this is a hint.
    #[must_use]
    pub fn pirt(&self, p: &Pirt) -> String {
        let packaging = p.packaging.map_or("?", |p| self.packaging(p));
        let (food, region, year) = (p.food, &p.region, p.year);
        match self.lang {
            Lang::Id => format!(
                "menurut nomornya: kemasan {packaging}, jenis pangan {food:02}, wilayah {region}, berlaku sampai tahun {year}"
            ),
            Lang::En => format!(
                "by its number: packaging {packaging}, kind of food {food:02}, region {region}, valid until {year}"
            ),
        }
    }

    /// Something to look at again; never a reason to refuse.
    #[must_use]
    pub fn doubt(&self, d: Doubt) -> String {
        match (self.lang, d) {
            (Lang::Id, Doubt::Length { digits }) => {
                format!("ada {digits} angka, biasanya 15: nomor lama, atau salah ketik?")
            }
            (Lang::Id, Doubt::Packaging) => "angka pertama bukan tanda kemasan (1 sampai 8)".into(),
            (Lang::Id, Doubt::Region) => "wilayahnya di luar provinsi desa ini".into(),
            (Lang::Id, Doubt::Ended { year }) => format!("menurut nomornya berakhir tahun {year}"),
            (Lang::Id, Doubt::OtherYear { year }) => {
                format!("tahun pada nomor ({year}) lain daripada tanggal berakhir yang dicatat")
            }
            (Lang::En, Doubt::Length { digits }) => {
                format!("it has {digits} digits, usually 15: an old number, or a slip?")
            }
            (Lang::En, Doubt::Packaging) => {
                "its first digit stands for no packaging (1 to 8)".into()
            }
            (Lang::En, Doubt::Region) => "its region lies outside the village's province".into(),
            (Lang::En, Doubt::Ended { year }) => format!("by its number it ended in {year}"),
            (Lang::En, Doubt::OtherYear { year }) => {
                format!("the year in the number ({year}) is not that of the end on record")
            }
        }
    }
}
