//! Words for the facts of the domain.

use chrono::{Datelike, NaiveDate};

use super::Lang;
use crate::domain::code::Kind;
use crate::domain::dates::BadDate;
use crate::domain::event::{Forum, Group};
use crate::domain::stage::{Decision, Stage};

pub struct Facts {
    pub(super) lang: Lang,
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

    /// Why a text is no day to come, with the forms that are.
    #[must_use]
    pub fn bad_due(&self, why: BadDate) -> &'static str {
        match (self.lang, why) {
            (Lang::Id, BadDate::Form) => {
                "Tenggat tidak terbaca. Contoh: 2mg, 3 hari, 1 bln, besok, jumat, 30/11, 2026-11-30."
            }
            (Lang::En, BadDate::Form) => {
                "Not a due date. Examples: 2w, 3 days, 1 month, tomorrow, friday, 30/11, 2026-11-30."
            }
            (_, why) => self.bad_date(why),
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
    use crate::domain::act::{Field, Refusal};

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
