//! Files, folders and settings that cannot be used: what happened, and what to do.

use super::Lang;

pub struct Faults {
    pub(super) lang: Lang,
}

impl Faults {
    /// A command that writes, where the record is only to be looked at.
    #[must_use]
    pub fn view_only(&self) -> &'static str {
        self.lang.pick(
            "Dengan --view catatan hanya dilihat; tidak ada yang diubah.",
            "With --view the record is only looked at; nothing was changed.",
        )
    }

    /// The answer could not be written out.
    #[must_use]
    pub fn output(&self, why: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Keluaran tidak dapat ditulis ({why}). Periksa ruang disk atau tujuan keluarannya."
            ),
            Lang::En => {
                format!(
                    "The output could not be written ({why}). Check the disk or where it goes to."
                )
            }
        }
    }

    #[must_use]
    pub fn no_home(&self) -> &'static str {
        self.lang.pick(
            "Akun ini tidak mempunyai folder rumah (HOME). Tentukan basis data dengan --db atau pengaturan \u{201c}database\u{201d}.",
            "This account has no home folder (HOME). Name the database with --db or the setting \u{201c}database\u{201d}.",
        )
    }

    #[must_use]
    pub fn no_folder(&self, folder: &str, path: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Folder {folder} tidak ada, jadi basis data {path} tidak dibuat. Periksa ejaannya, atau buat folder itu dahulu: mkdir -p '{folder}'"
            ),
            Lang::En => format!(
                "There is no folder {folder}, so the database {path} was not made. Check the spelling, or make the folder first: mkdir -p '{folder}'"
            ),
        }
    }

    #[must_use]
    pub fn other_register(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Basis data {path} dibuat dengan daftar resmi lain daripada yang di --register. Jalankan tanpa --register, atau buat basis data baru dengan --db."
            ),
            Lang::En => format!(
                "The database {path} was made with another register than the one in --register. Leave --register out, or make a new database with --db."
            ),
        }
    }

    #[must_use]
    pub fn source_date(&self, typed: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Tanggal sumber \u{201c}{typed}\u{201d} tidak terbaca. Contoh: 2020-08-14, 2020-08, atau 2020."
            ),
            Lang::En => format!(
                "The date of the source \u{201c}{typed}\u{201d} cannot be read. Examples: 2020-08-14, 2020-08 or 2020."
            ),
        }
    }

    #[must_use]
    pub fn internal(&self) -> &'static str {
        self.lang.pick(
            "Ini kesalahan program ovop, bukan kesalahan Anda. Yang sudah tersimpan aman. Laporkan kalimat di atas.",
            "This is a fault of ovop, not yours. What was saved is safe. Please report the lines above.",
        )
    }

    // Settings files. File and line stand before each of these.

    #[must_use]
    pub fn unreadable(&self, why: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "berkas pengaturan tidak dapat dibaca ({why}). Periksa letak dan izinnya; isinya harus teks UTF-8."
            ),
            Lang::En => format!(
                "the settings file cannot be read ({why}). Check where it is and its permissions; it must be UTF-8 text."
            ),
        }
    }

    #[must_use]
    pub fn syntax(&self, line: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("baris \u{201c}{line}\u{201d} tidak terbaca. Tulis seperti: lang = \"id\"")
            }
            Lang::En => {
                format!(
                    "the line \u{201c}{line}\u{201d} cannot be read. Write it like: lang = \"en\""
                )
            }
        }
    }

    #[must_use]
    pub fn unknown_key(&self, key: &str) -> String {
        const KNOWN: &str = "database, register, lang, theme, ascii, utc_offset, [keys], [papers]";
        match self.lang {
            Lang::Id => format!(
                "pengaturan \u{201c}{key}\u{201d} tidak dikenal. Yang ada: {KNOWN}. Perbaiki atau hapus baris itu."
            ),
            Lang::En => format!(
                "there is no setting \u{201c}{key}\u{201d}. There are: {KNOWN}. Correct or delete the line."
            ),
        }
    }

    #[must_use]
    pub fn needs_text(&self, key: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("\u{201c}{key}\u{201d} harus teks dalam tanda kutip: {key} = \"...\"")
            }
            Lang::En => format!("\u{201c}{key}\u{201d} must be text in quotes: {key} = \"...\""),
        }
    }

    #[must_use]
    pub fn needs_lines(&self, key: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "\u{201c}{key}\u{201d} harus jumlah baris dari 0 sampai 20, tanpa tanda kutip."
            ),
            Lang::En => {
                format!(
                    "\u{201c}{key}\u{201d} must be a number of lines from 0 to 20, without quotes."
                )
            }
        }
    }

    #[must_use]
    pub fn needs_number(&self, key: &str) -> String {
        const EXAMPLE: &str = "{no:02}/BA-OVOP/{rom}/{tahun}";
        match self.lang {
            Lang::Id => format!(
                "\u{201c}{key}\u{201d} harus memuat {{no}} dan boleh memuat {{rom}}, {{bulan}} dan {{tahun}}, misalnya \u{201c}{EXAMPLE}\u{201d}."
            ),
            Lang::En => format!(
                "\u{201c}{key}\u{201d} must contain {{no}} and may contain {{rom}}, {{bulan}} and {{tahun}}, for example \u{201c}{EXAMPLE}\u{201d}."
            ),
        }
    }

    #[must_use]
    pub fn needs_yes_no(&self, key: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "\u{201c}{key}\u{201d} harus true (ya) atau false (tidak), tanpa tanda kutip."
            ),
            Lang::En => format!("\u{201c}{key}\u{201d} must be true or false, without quotes."),
        }
    }

    #[must_use]
    pub fn needs_table(&self, key: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("\u{201c}{key}\u{201d} harus bagian: tulis [{key}] pada baris sendiri.")
            }
            Lang::En => format!(
                "\u{201c}{key}\u{201d} must be a section: write [{key}] on a line of its own."
            ),
        }
    }

    #[must_use]
    pub fn needs_texts(&self, key: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("\u{201c}{key}\u{201d} harus tombol dalam tanda kutip: {key} = [\"u\"]")
            }
            Lang::En => format!("\u{201c}{key}\u{201d} must be keys in quotes: {key} = [\"u\"]"),
        }
    }

    #[must_use]
    pub fn not_accepted(&self, key: &str, value: &str, accepted: &[&str]) -> String {
        let accepted = accepted.join(", ");
        match self.lang {
            Lang::Id => format!(
                "\u{201c}{value}\u{201d} tidak berlaku untuk \u{201c}{key}\u{201d}. Contoh yang berlaku: {accepted}."
            ),
            Lang::En => format!(
                "\u{201c}{value}\u{201d} is not accepted for \u{201c}{key}\u{201d}. Accepted, for example: {accepted}."
            ),
        }
    }
}
