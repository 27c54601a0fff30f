//! Papers that are written from the screens.

use super::Lang;

pub struct PaperWords {
    pub(super) lang: Lang,
}

impl PaperWords {
    /// The papers of a meeting or event, in their order: minutes, notes, attendance filled and blank, follow-up matrix,
    /// agenda, report.
    #[must_use]
    pub fn names(&self) -> [&'static str; 7] {
        self.lang.pick(
            [
                "Berita acara",
                "Notula",
                "Daftar hadir terisi",
                "Daftar hadir kosong",
                "Matriks RTL",
                "Agenda",
                "Laporan kegiatan",
            ],
            [
                "Minutes (berita acara)",
                "Notes (notula)",
                "Attendance, filled",
                "Attendance, blank",
                "Follow-up matrix",
                "Agenda",
                "Report of the activity",
            ],
        )
    }

    /// A paper that is none to be signed yet.
    #[must_use]
    pub fn draft(&self, name: &str) -> String {
        match self.lang {
            Lang::Id => format!("{name} (masih draf)"),
            Lang::En => format!("{name} (still a draft)"),
        }
    }

    /// The first so many of the papers, which belong together.
    #[must_use]
    pub fn together(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("Nomor 1-{n} sekaligus"),
            Lang::En => format!("Numbers 1-{n} together"),
        }
    }

    /// The line that changes the form, by the ending of its files.
    #[must_use]
    pub fn form(&self, word: &str) -> String {
        let what = match (word, self.lang) {
            ("docx", _) => "Word",
            ("html", _) => "browser",
            ("md", _) => "Markdown",
            (_, Lang::Id) => "teks",
            (_, Lang::En) => "text",
        };
        match self.lang {
            Lang::Id => format!("Bentuk: {word} ({what}); ganti"),
            Lang::En => format!("Form: {word} ({what}); change"),
        }
    }

    #[must_use]
    pub fn just_commands(&self) -> &'static str {
        self.lang.pick("Perintahnya saja", "Only show the commands")
    }

    /// The agenda that is being made differs from the one on record.
    #[must_use]
    pub fn freeze_first(&self) -> &'static str {
        self.lang.pick(
            "Agenda berubah: bekukan dahulu",
            "The agenda has changed: freeze it",
        )
    }

    // What became of it.

    #[must_use]
    pub fn written(&self) -> &'static str {
        self.lang.pick("Ditulis:", "Written:")
    }

    /// Only some were written before something went wrong.
    #[must_use]
    pub fn written_before(&self) -> &'static str {
        self.lang
            .pick("Yang sempat ditulis:", "Written before that:")
    }

    /// Above the reason.
    #[must_use]
    pub fn not_written(&self) -> &'static str {
        self.lang.pick(
            "Tidak ditulis; catatan tetap seperti semula.",
            "Not written; the record is as it was.",
        )
    }

    #[must_use]
    pub fn no_folder(&self, folder: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Folder {folder} tidak ada. Buat foldernya, atau perbaiki pengaturan \u{201c}files\u{201d}."
            ),
            Lang::En => format!(
                "There is no folder {folder}. Make it, or mend the setting \u{201c}files\u{201d}."
            ),
        }
    }

    #[must_use]
    pub fn denied(&self, folder: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Akun ini tidak boleh menulis di {folder}. Mulai ovop di folder lain, atau atur \u{201c}files\u{201d}."
            ),
            Lang::En => format!(
                "This account may not write in {folder}. Start ovop in another folder, or set \u{201c}files\u{201d}."
            ),
        }
    }

    #[must_use]
    pub fn full(&self, folder: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("Tidak ada ruang lagi untuk {folder}: kosongkan dahulu, lalu tulis lagi.")
            }
            Lang::En => {
                format!("There is no room left for {folder}: make some, then write again.")
            }
        }
    }

    /// So many files of one name are there.
    #[must_use]
    pub fn too_many(&self, name: &str, folder: &str, most: u32) -> String {
        match self.lang {
            Lang::Id => format!(
                "Sudah ada {most} berkas {name} di {folder}: pindahkan atau hapus yang tidak terpakai."
            ),
            Lang::En => format!(
                "There are {most} files {name} in {folder} already: move or remove those of no use."
            ),
        }
    }

    #[must_use]
    pub fn gone(&self) -> &'static str {
        self.lang.pick(
            "Rapat atau acara itu tidak ada lagi: rencananya diurungkan.",
            "That meeting or event is not there any more: its plan was taken back.",
        )
    }

    // The commands.

    /// Above the commands: in a session over ssh that can name no files, in a training, or anywhere else.
    #[must_use]
    pub fn commands(&self, closed: bool, training: bool) -> &'static str {
        match (closed, training) {
            (true, _) => self.lang.pick(
                "Ke komputer sendiri: jalankan di sana, dengan nama server di tempat HOST.",
                "To your own computer: run there, with the name of the server for HOST.",
            ),
            (_, true) => self.lang.pick(
                "Di luar latihan perintahnya:",
                "Outside the training the commands are:",
            ),
            _ => self
                .lang
                .pick("Perintah yang sama:", "The same by commands:"),
        }
    }
}
