//! The commands' answers, and what they say beside them.

use super::Lang;
use crate::domain::code::Kind;
use crate::domain::list::Place;

pub struct Words {
    pub(super) lang: Lang,
}

impl Words {
    #[must_use]
    pub fn created(&self, path: &str, training: bool) -> String {
        match (self.lang, training) {
            (Lang::Id, false) => format!("Basis data baru dibuat: {path}"),
            (Lang::En, false) => format!("New database made: {path}"),
            (Lang::Id, true) => format!("Basis data latihan baru dibuat: {path}"),
            (Lang::En, true) => format!("New training database made: {path}"),
        }
    }

    #[must_use]
    pub fn villages(&self) -> &'static str {
        self.lang.pick("Desa/kelurahan", "Villages and wards")
    }

    /// The sum, always with the names of its parts.
    #[must_use]
    pub fn no_product(&self) -> &'static str {
        self.lang
            .pick("Tanpa produk = K0 + K1", "No product = K0 + K1")
    }

    #[must_use]
    pub fn stage(&self) -> &'static str {
        self.lang.pick("Tahap", "Stage")
    }

    #[must_use]
    pub fn list_head(&self) -> [&'static str; 7] {
        self.lang.pick(
            [
                "Kode",
                "Desa",
                "Kecamatan",
                "Keputusan",
                "Tahap",
                "Umur",
                "Produk (atau potensi)",
            ],
            [
                "Code",
                "Village",
                "Kecamatan",
                "Decision",
                "Stage",
                "Age",
                "Product (or potential)",
            ],
        )
    }

    /// Behind the first potential's name.
    #[must_use]
    pub fn and_more(&self, n: u32) -> String {
        match self.lang {
            Lang::Id => format!("dan {n} lagi"),
            Lang::En => format!("and {n} more"),
        }
    }

    /// Under a list: how many lines it has, and how many of them have no product.
    #[must_use]
    pub fn listed(&self, all: usize, without: usize) -> String {
        match (self.lang, all) {
            (Lang::Id, _) => format!("{all} desa/kelurahan, {without} tanpa produk."),
            (Lang::En, 1) => format!("1 village or ward, {without} without a product."),
            (Lang::En, _) => format!("{all} villages and wards, {without} without a product."),
        }
    }

    #[must_use]
    pub fn log_head(&self) -> [&'static str; 5] {
        self.lang.pick(
            ["Tanggal", "Desa", "Peristiwa", "Oleh", "Kode"],
            ["Date", "Village", "What", "By", "Code"],
        )
    }

    #[must_use]
    pub fn nothing_logged(&self) -> &'static str {
        self.lang
            .pick("Tidak ada peristiwa yang cocok.", "No event matches.")
    }

    /// `Desa Kewar` or `Kelurahan Umanen`.
    #[must_use]
    pub fn place(&self, place: &Place) -> String {
        match (self.lang, place.kind()) {
            (Lang::Id, Kind::Desa) => format!("Desa {}", place.name),
            (Lang::Id, Kind::Kelurahan) => format!("Kelurahan {}", place.name),
            (Lang::En, Kind::Desa) => format!("Village {}", place.name),
            (Lang::En, Kind::Kelurahan) => format!("Ward {}", place.name),
        }
    }

    /// What a command recorded.
    #[must_use]
    pub fn recorded(&self, place: &Place, what: &str) -> String {
        format!("{}: {what}", self.place(place))
    }

    /// The potential behind a product that is called otherwise.
    #[must_use]
    pub fn made_of(&self, potential: &str, group: &str) -> String {
        let from = self.lang.pick("Dari potensi", "From the potential");
        format!("{from}: {potential} ({group})")
    }

    #[must_use]
    pub fn how_to_undo(&self, batch: &str) -> String {
        match self.lang {
            Lang::Id => format!("Untuk mengurungkan: ovop undo {batch}"),
            Lang::En => format!("To undo: ovop undo {batch}"),
        }
    }

    #[must_use]
    pub fn no_village(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Tidak ada desa atau kelurahan \u{201c}{asked}\u{201d}. Periksa ejaannya; ovop list menunjukkan semua."
            ),
            Lang::En => format!(
                "There is no village or ward \u{201c}{asked}\u{201d}. Check the spelling; ovop list shows them all."
            ),
        }
    }

    /// Before names that look alike, when nothing fits.
    #[must_use]
    pub fn alike(&self) -> &'static str {
        self.lang.pick("Nama yang mirip:", "Names that look alike:")
    }

    #[must_use]
    pub fn several(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("\u{201c}{asked}\u{201d} cocok dengan beberapa:")
            }
            Lang::En => format!("\u{201c}{asked}\u{201d} matches several:"),
        }
    }

    #[must_use]
    pub fn not_exact(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("\u{201c}{asked}\u{201d} bukan nama yang persis. Mungkin maksud Anda:")
            }
            Lang::En => {
                format!("\u{201c}{asked}\u{201d} is not an exact name. Did you mean:")
            }
        }
    }

    /// One line of the villages that fit.
    #[must_use]
    pub fn candidate(&self, number: usize, place: &Place) -> String {
        format!(
            "{number:>4}. {}, Kecamatan {} ({})",
            self.place(place),
            place.kecamatan,
            place.code
        )
    }

    #[must_use]
    pub fn use_code(&self) -> &'static str {
        self.lang.pick(
            "Tulis kodenya, atau \u{201c}Nama, Kecamatan\u{201d}.",
            "Write the code, or \u{201c}Name, Kecamatan\u{201d}.",
        )
    }

    #[must_use]
    pub fn no_region(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Tidak ada kabupaten atau kecamatan \u{201c}{asked}\u{201d}. Periksa ejaannya."
            ),
            Lang::En => {
                format!(
                    "There is no regency or kecamatan \u{201c}{asked}\u{201d}. Check the spelling."
                )
            }
        }
    }

    #[must_use]
    pub fn no_potential(&self, place: &Place, asked: &str) -> String {
        let place = self.place(place);
        match self.lang {
            Lang::Id => format!(
                "{place} tidak mempunyai potensi \u{201c}{asked}\u{201d}; tidak ada yang diubah. Tulis nomor atau namanya:"
            ),
            Lang::En => format!(
                "{place} has no potential \u{201c}{asked}\u{201d}; nothing was changed. Write its number or name:"
            ),
        }
    }

    /// Before an undo, or a redo when what is taken back is itself an undo.
    #[must_use]
    pub fn would_undo(&self, redo: bool) -> &'static str {
        match redo {
            false => self
                .lang
                .pick("Yang akan diurungkan:", "This would be undone:"),
            true => self
                .lang
                .pick("Yang akan dikembalikan:", "This would be brought back:"),
        }
    }

    #[must_use]
    pub fn undone(&self, redo: bool) -> &'static str {
        match redo {
            false => self.lang.pick("Diurungkan:", "Undone:"),
            true => self.lang.pick("Dikembalikan:", "Brought back:"),
        }
    }

    #[must_use]
    pub fn really(&self) -> &'static str {
        self.lang.pick("Lanjutkan? (y/t)", "Go on? (y/n)")
    }

    #[must_use]
    pub fn left(&self) -> &'static str {
        self.lang
            .pick("Tidak ada yang diubah.", "Nothing was changed.")
    }

    #[must_use]
    pub fn more_events(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("... dan {n} peristiwa lagi"),
            Lang::En if n == 1 => "... and 1 more event".into(),
            Lang::En => format!("... and {n} more events"),
        }
    }

    #[must_use]
    pub fn nothing_to_undo(&self, redo: bool, actor: &str) -> String {
        match (self.lang, redo) {
            (Lang::Id, false) => format!(
                "Tidak ada perubahan oleh {actor} yang dapat diurungkan. ovop log menunjukkan semuanya dengan kodenya."
            ),
            (Lang::Id, true) => {
                format!(
                    "Tidak ada yang baru diurungkan oleh {actor}, jadi tidak ada yang dikembalikan."
                )
            }
            (Lang::En, false) => format!(
                "There is nothing by {actor} to undo. ovop log shows everything with its code."
            ),
            (Lang::En, true) => {
                format!("{actor} has not just undone anything, so there is nothing to bring back.")
            }
        }
    }

    /// Keys, name in the settings, what it does.
    #[must_use]
    pub fn keys_head(&self) -> [&'static str; 3] {
        self.lang
            .pick(["Tombol", "Perintah", "Guna"], ["Keys", "Command", "Use"])
    }

    #[must_use]
    pub fn manual_head(&self) -> &'static str {
        self.lang.pick(
            "Panduan ovop. Halamannya:",
            "The manual of ovop. Its pages:",
        )
    }

    #[must_use]
    pub fn no_page(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => format!("Tidak ada halaman \u{201c}{asked}\u{201d}. Yang ada:"),
            Lang::En => format!("There is no page \u{201c}{asked}\u{201d}. There are:"),
        }
    }
}
