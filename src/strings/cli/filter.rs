//! A filter that cannot be read, in words.

use super::Lang;
use crate::domain::query::Wrong;

pub struct FilterWords {
    pub(in crate::strings) lang: Lang,
}

impl FilterWords {
    /// What is wrong with the word under the carets, and what can be written instead.
    #[must_use]
    pub fn wrong(&self, wrong: &Wrong) -> String {
        match (self.lang, wrong) {
            (Lang::Id, Wrong::UnknownField { word, near }) => {
                format!(
                    "Saringan: bidang \u{201c}{word}\u{201d} tidak dikenal.{}",
                    self.near(*near)
                )
            }
            (Lang::En, Wrong::UnknownField { word, near }) => {
                format!(
                    "Filter: there is no field \u{201c}{word}\u{201d}.{}",
                    self.near(*near)
                )
            }
            (lang, Wrong::UnknownValue { field, word, near }) => {
                let (name, all) = (field.word(), field.values().join(", "));
                let near = self.near(*near);
                match lang {
                    Lang::Id => format!(
                        "Saringan: \u{201c}{word}\u{201d} bukan nilai untuk {name}.{near} Yang ada: {all}."
                    ),
                    Lang::En => format!(
                        "Filter: \u{201c}{word}\u{201d} is no value of {name}.{near} There are: {all}."
                    ),
                }
            }
            (Lang::Id, Wrong::NoValue(field)) => {
                let name = field.word();
                format!("Saringan: nilai untuk {name} belum ditulis.")
            }
            (Lang::En, Wrong::NoValue(field)) => {
                let name = field.word();
                format!("Filter: a value of {name} is missing.")
            }
            (Lang::Id, Wrong::NoNumber(field)) => {
                let name = field.word();
                format!("Saringan: {name} memerlukan jumlah hari, misalnya {name}>90.")
            }
            (Lang::En, Wrong::NoNumber(field)) => {
                let name = field.word();
                format!("Filter: {name} needs a number of days, such as {name}>90.")
            }
            (Lang::Id, Wrong::NotCompared(field)) => {
                let name = field.word();
                format!(
                    "Saringan: {name} tidak mengenal lebih atau kurang. Tulis {name}: dan nilainya."
                )
            }
            (Lang::En, Wrong::NotCompared(field)) => {
                let name = field.word();
                format!("Filter: {name} knows no more or less. Write {name}: and its value.")
            }
            (Lang::Id, Wrong::OneValue(field)) => {
                let name = field.word();
                format!("Saringan: {name} hanya dapat dibandingkan dengan satu nilai.")
            }
            (Lang::En, Wrong::OneValue(field)) => {
                let name = field.word();
                format!("Filter: {name} can be compared with one value only.")
            }
            (Lang::Id, Wrong::NoAlternative(word)) => format!(
                "Saringan: \u{201c}{word}\u{201d} adalah syarat tersendiri. Pisahkan dengan spasi, atau beri tanda kutip jika itu nama."
            ),
            (Lang::En, Wrong::NoAlternative(word)) => format!(
                "Filter: \u{201c}{word}\u{201d} is a condition by itself. Put a space around it, or quotes if it is a name."
            ),
            (Lang::Id, Wrong::OpenQuote) => {
                "Saringan: tanda kutip tidak ditutup. Tulis satu lagi di belakang nilainya.".into()
            }
            (Lang::En, Wrong::OpenQuote) => {
                "Filter: the quote does not end. Write another one behind the value.".into()
            }
            (Lang::Id, Wrong::Nothing) => {
                "Saringan: tidak ada huruf atau angka untuk dicari.".into()
            }
            (Lang::En, Wrong::Nothing) => "Filter: there is no letter or digit to look for.".into(),
        }
    }

    fn near(&self, near: Option<&str>) -> String {
        match (self.lang, near) {
            (_, None) => String::new(),
            (Lang::Id, Some(near)) => format!(" Maksudnya \u{201c}{near}\u{201d}?"),
            (Lang::En, Some(near)) => format!(" Is \u{201c}{near}\u{201d} meant?"),
        }
    }

    /// A kecamatan was written as a regency, or the other way round.
    #[must_use]
    pub fn other_level(&self, name: &str, kecamatan_asked: bool) -> String {
        match (self.lang, kecamatan_asked) {
            (Lang::Id, true) => {
                format!(
                    "Saringan: tidak ada kecamatan \u{201c}{name}\u{201d}; kabupaten ditulis kab:."
                )
            }
            (Lang::Id, false) => {
                format!(
                    "Saringan: tidak ada kabupaten \u{201c}{name}\u{201d}; kecamatan ditulis kec:."
                )
            }
            (Lang::En, true) => {
                format!(
                    "Filter: there is no kecamatan \u{201c}{name}\u{201d}; a regency is written kab:."
                )
            }
            (Lang::En, false) => {
                format!(
                    "Filter: there is no regency \u{201c}{name}\u{201d}; a kecamatan is written kec:."
                )
            }
        }
    }
}
