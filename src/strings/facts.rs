//! Words for the facts of the domain.

use chrono::{Datelike, NaiveDate};

use super::Lang;
use crate::domain::act::{Field, Refusal};
use crate::domain::code::Kind;
use crate::domain::dates::BadDate;
use crate::domain::event::{Event, Forum, Group};
use crate::domain::stage::{Decision, Stage};

pub struct Facts {
    lang: Lang,
    months: [&'static str; 12],
    decisions: [&'static str; 4],
    stages: [&'static str; 4],
    groups: [&'static str; 9],
    forums: [&'static str; 3],
    pub village: &'static str,
    pub ward: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
}

pub const ID: Facts = Facts {
    lang: Lang::Id,
    months: [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    decisions: [
        "belum didata",
        "belum diputuskan",
        "dipilih, belum ada SK",
        "ditetapkan",
    ],
    stages: ["Potensi", "Diolah", "Dikemas", "Dipasarkan"],
    groups: [
        "pertanian",
        "perkebunan",
        "peternakan",
        "perikanan dan laut",
        "hasil hutan",
        "tenun dan kriya",
        "kuliner",
        "jasa dan wisata",
        "lain",
    ],
    forums: ["musyawarah desa", "rapat kelurahan", "penunjukan kabupaten"],
    village: "desa",
    ward: "kelurahan",
    yes: "ya",
    no: "tidak",
};

pub const EN: Facts = Facts {
    lang: Lang::En,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    decisions: [
        "not surveyed",
        "not decided",
        "chosen, no decree",
        "designated",
    ],
    stages: ["Potential", "Processed", "Packaged", "Marketed"],
    groups: [
        "crops",
        "estate crops",
        "livestock",
        "fish and sea",
        "forest products",
        "weaving and craft",
        "food",
        "services and tourism",
        "other",
    ],
    forums: [
        "village deliberation",
        "ward meeting",
        "named by the regency",
    ],
    village: "village",
    ward: "urban ward",
    yes: "yes",
    no: "no",
};

impl Facts {
    #[must_use]
    pub fn decision(&self, d: Decision) -> &'static str {
        self.decisions[d as usize]
    }

    #[must_use]
    pub fn stage(&self, s: Stage) -> &'static str {
        self.stages[s as usize - 1]
    }

    #[must_use]
    pub fn group(&self, g: Group) -> &'static str {
        self.groups[g as usize]
    }

    #[must_use]
    pub fn forum(&self, f: Forum) -> &'static str {
        self.forums[f as usize]
    }

    #[must_use]
    pub fn kind(&self, k: Kind) -> &'static str {
        match k {
            Kind::Desa => self.village,
            Kind::Kelurahan => self.ward,
        }
    }

    /// A day in full: `13 November 2025`.
    #[must_use]
    pub fn day(&self, d: NaiveDate) -> String {
        format!(
            "{} {} {}",
            d.day(),
            self.months[d.month0() as usize],
            d.year()
        )
    }

    /// A day in short: `13-11-2025`, in both languages the order that local papers use.
    #[must_use]
    pub fn short_day(&self, d: NaiveDate) -> String {
        d.format("%d-%m-%Y").to_string()
    }

    /// A span of days as it stands in lists, at most six characters: `61 h`, `1,4 th` (61 d, 1.4 y).
    #[must_use]
    pub fn age(&self, days: i64) -> String {
        let (day, year, comma) = match self.lang {
            Lang::Id => ("h", "th", ','),
            Lang::En => ("d", "y", '.'),
        };
        if days < 1000 {
            return format!("{days} {day}");
        }
        let tenths = days * 10 / 365;
        if tenths >= 100 {
            return format!("{} {year}", tenths / 10);
        }
        format!("{}{comma}{} {year}", tenths / 10, tenths % 10)
    }

    /// A span of days in words: `61 hari`, `1 hari`, `hari ini`.
    #[must_use]
    pub fn days(&self, days: i64) -> String {
        match (self.lang, days) {
            (Lang::Id, 0) => "hari ini".into(),
            (Lang::En, 0) => "today".into(),
            (Lang::Id, n) => format!("{n} hari"),
            (Lang::En, 1) => "1 day".into(),
            (Lang::En, n) => format!("{n} days"),
        }
    }

    /// How an input is called.
    #[must_use]
    pub fn field(&self, f: Field) -> &'static str {
        let (id, en) = match f {
            Field::Name => ("nama", "name"),
            Field::Group => ("kelompok", "group"),
            Field::Source => ("sumber", "source"),
            Field::Note => ("catatan", "note"),
            Field::Potential => ("potensi", "potential"),
            Field::Product => ("nama produk", "product name"),
            Field::Forum => ("forum", "forum"),
            Field::Minutes => ("nomor BA", "minutes no."),
            Field::Reason => ("alasan", "reason"),
            Field::Number => ("nomor SK", "decree no."),
            Field::Stage => ("tahap", "stage"),
            Field::Basis => ("dasar", "basis"),
            Field::Text => ("catatan", "note"),
            Field::Raw => ("jual mentah", "sold raw"),
            Field::Confirmed => ("dipastikan", "confirmed"),
            Field::Date => ("tanggal", "date"),
        };
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// Why an act cannot be done, as a sentence.
    #[must_use]
    pub fn refusal(&self, why: &Refusal) -> String {
        let day = |d: &NaiveDate| self.short_day(*d);
        match self.lang {
            Lang::Id => match why {
                Refusal::Empty(f) => format!("Isi {} dahulu.", self.field(*f)),
                Refusal::TooLong { field, max } => format!(
                    "{} terlalu panjang: paling banyak {max} huruf.",
                    capital(self.field(*field))
                ),
                Refusal::FutureDate { today } => {
                    format!("Tanggal itu belum tiba (hari ini {}).", day(today))
                }
                Refusal::TooEarly { year } => {
                    format!("Tanggal sebelum tahun {year} tidak diterima; periksa tahunnya.")
                }
                Refusal::BeforeChoice { on } => format!(
                    "Produk ini dipilih tanggal {}; tanggal yang diisi lebih awal.",
                    day(on)
                ),
                Refusal::BeforeItsLatest { on } => format!(
                    "SK atau tahap produk ini tercatat sampai {}; isi tanggal itu atau sesudahnya.",
                    day(on)
                ),
                Refusal::BeforeFormerEnd { until } => format!(
                    "Pilihan sebelumnya masih berlaku sampai {}; isi tanggal itu atau sesudahnya.",
                    day(until)
                ),
                Refusal::BeforeDecree { number, on } => format!(
                    "SK {number} tanggal {} sudah tercatat dan lebih baru. Kalau keliru, urungkan dahulu.",
                    day(on)
                ),
                Refusal::SameDecree { number } => {
                    format!("SK {number} dengan tanggal ini sudah tercatat.")
                }
                Refusal::NoPotential => "Belum ada potensi. Catat potensi dahulu.".into(),
                Refusal::UnknownPotential => "Potensi itu tidak ada (lagi) di desa ini.".into(),
                Refusal::SamePotential { name } => {
                    format!("Potensi \"{name}\" sudah tercatat.")
                }
                Refusal::IsChosen { product } => format!(
                    "Ini produk pilihan (\"{product}\"): ganti atau batalkan pilihannya dahulu."
                ),
                Refusal::NothingChanged => "Tidak ada yang berubah.".into(),
                Refusal::NoChoice => "Belum ada produk yang dipilih.".into(),
                Refusal::SameProduct { product } => {
                    format!("\"{product}\" memang produk yang dipilih sekarang.")
                }
                Refusal::ReplacementNeedsReason { product } => {
                    format!("Ini menggantikan \"{product}\": tulis alasannya.")
                }
                Refusal::ForumOfOtherKind { forum, kind } => format!(
                    "{} tidak berlaku untuk {}.",
                    capital(self.forum(*forum)),
                    self.kind(*kind)
                ),
                Refusal::SameStage { stage } => {
                    format!("Tahapnya memang sudah {}.", self.stage(*stage))
                }
                Refusal::SameRawSale { raw: true } => "Sudah tercatat: dijual mentah.".into(),
                Refusal::SameRawSale { raw: false } => {
                    "Sudah tercatat: tidak dijual mentah.".into()
                }
            },
            Lang::En => match why {
                Refusal::Empty(f) => format!("Fill in the {} first.", self.field(*f)),
                Refusal::TooLong { field, max } => format!(
                    "{} is too long: at most {max} characters.",
                    capital(self.field(*field))
                ),
                Refusal::FutureDate { today } => {
                    format!("That day has not come yet (today is {}).", day(today))
                }
                Refusal::TooEarly { year } => {
                    format!("Dates before {year} are not accepted; check the year.")
                }
                Refusal::BeforeChoice { on } => format!(
                    "The product was chosen on {}; this date is earlier.",
                    day(on)
                ),
                Refusal::BeforeItsLatest { on } => format!(
                    "A decree or stage of this product is recorded for {}; give that day or a later one.",
                    day(on)
                ),
                Refusal::BeforeFormerEnd { until } => format!(
                    "The earlier choice stood until {}; give that day or a later one.",
                    day(until)
                ),
                Refusal::BeforeDecree { number, on } => format!(
                    "Decree {number} of {} is recorded and is newer. If that is wrong, undo it first.",
                    day(on)
                ),
                Refusal::SameDecree { number } => {
                    format!("Decree {number} of this date is already recorded.")
                }
                Refusal::NoPotential => "There is no potential yet. Record one first.".into(),
                Refusal::UnknownPotential => {
                    "This village does not have that potential (any more).".into()
                }
                Refusal::SamePotential { name } => {
                    format!("Potential \"{name}\" is already recorded.")
                }
                Refusal::IsChosen { product } => format!(
                    "This is the chosen product (\"{product}\"): replace or cancel the choice first."
                ),
                Refusal::NothingChanged => "Nothing has changed.".into(),
                Refusal::NoChoice => "No product has been chosen yet.".into(),
                Refusal::SameProduct { product } => {
                    format!("\"{product}\" is the chosen product already.")
                }
                Refusal::ReplacementNeedsReason { product } => {
                    format!("This replaces \"{product}\": give the reason.")
                }
                Refusal::ForumOfOtherKind { forum, kind } => format!(
                    "{} does not apply to a {}.",
                    capital(self.forum(*forum)),
                    self.kind(*kind)
                ),
                Refusal::SameStage { stage } => {
                    format!("The stage is {} already.", self.stage(*stage))
                }
                Refusal::SameRawSale { raw: true } => "Already recorded: sold raw.".into(),
                Refusal::SameRawSale { raw: false } => "Already recorded: not sold raw.".into(),
            },
        }
    }

    /// Why a text is no date, with the forms that are.
    #[must_use]
    pub fn bad_date(&self, why: BadDate) -> &'static str {
        match (self.lang, why) {
            (Lang::Id, BadDate::Empty) => "Isi tanggal dahulu.",
            (Lang::Id, BadDate::Form) => {
                "Tanggal tidak terbaca. Contoh: 13/11/2025, 2025-11-13, kemarin, 2 minggu lalu."
            }
            (Lang::Id, BadDate::NoSuchDay) => "Tanggal itu tidak ada di kalender.",
            (Lang::En, BadDate::Empty) => "Fill in the date first.",
            (Lang::En, BadDate::Form) => {
                "Not a date. Examples: 13/11/2025, 2025-11-13, yesterday, 2 weeks ago."
            }
            (Lang::En, BadDate::NoSuchDay) => "There is no such day in the calendar.",
        }
    }

    /// What an event did, in a few words: `produk dipilih: kopi bubuk`.
    #[must_use]
    pub fn event(&self, event: &Event) -> String {
        let id = self.lang == Lang::Id;
        let of = |word_id: &str, word_en: &str, rest: &str| {
            let word = if id { word_id } else { word_en };
            if rest.is_empty() {
                word.to_owned()
            } else {
                format!("{word}: {rest}")
            }
        };
        match event {
            Event::PotentialRecorded(e) => of("potensi dicatat", "potential recorded", &e.name),
            Event::PotentialAmended(e) => of(
                "potensi diperbaiki",
                "potential amended",
                e.name.as_deref().unwrap_or_default(),
            ),
            Event::PotentialWithdrawn(e) => of("potensi ditarik", "potential withdrawn", &e.reason),
            Event::ProductChosen(e) if e.replaces.is_some() => {
                of("produk diganti", "product replaced", &e.product)
            }
            Event::ProductChosen(e) => of("produk dipilih", "product chosen", &e.product),
            Event::ChoiceCancelled(e) => of("pilihan dibatalkan", "choice cancelled", &e.reason),
            Event::DecreeRecorded(e) => of("SK dicatat", "decree recorded", &e.number),
            Event::StageDeclared(e) => of("tahap dinyatakan", "stage declared", self.stage(e.to)),
            Event::SoldRaw(e) if e.raw => of("dijual mentah", "sold raw", &e.note),
            Event::SoldRaw(e) => of("tidak dijual mentah", "not sold raw", &e.note),
            Event::Noted(e) => of("catatan", "note", &e.text),
            Event::Reverted(_) => of("diurungkan", "undone", ""),
            Event::Unknown { kind, .. } => of(
                "peristiwa dari versi lain",
                "event of another version",
                kind,
            ),
        }
    }
}

/// The text with its first letter in upper case.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_fit_their_column() {
        assert_eq!(ID.age(61), "61 h");
        assert_eq!(ID.age(999), "999 h");
        assert_eq!(ID.age(2045), "5,6 th");
        assert_eq!(EN.age(2045), "5.6 y");
        assert_eq!(ID.age(5700), "15 th");
    }

    #[test]
    fn refusals_name_what_is_wrong() {
        let on = NaiveDate::from_ymd_opt(2025, 11, 13).unwrap();
        assert_eq!(
            ID.refusal(&Refusal::BeforeChoice { on }),
            "Produk ini dipilih tanggal 13-11-2025; tanggal yang diisi lebih awal."
        );
        assert_eq!(
            EN.refusal(&Refusal::Empty(Field::Reason)),
            "Fill in the reason first."
        );
        assert_eq!(
            ID.refusal(&Refusal::ForumOfOtherKind {
                forum: Forum::VillageDeliberation,
                kind: Kind::Kelurahan
            }),
            "Musyawarah desa tidak berlaku untuk kelurahan."
        );
    }
}
