//! What people who come in by a key are told at the door.

use super::Lang;

pub struct DoorWords {
    pub(super) lang: Lang,
}

impl DoorWords {
    /// The surroundings could not be left outside.
    #[must_use]
    pub fn not_closed(&self, why: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Program tidak dapat dimulai dengan aman ({why}). Hubungi pengelola server."
            ),
            Lang::En => format!(
                "The program could not be started safely ({why}). Ask the operator of the server."
            ),
        }
    }

    #[must_use]
    pub fn odd_text(&self) -> &'static str {
        self.lang.pick(
            "Perintah itu terlalu panjang, atau memuat huruf yang tidak dapat dibaca.",
            "The command is too long, or holds characters that cannot be read.",
        )
    }

    #[must_use]
    pub fn open_quote(&self) -> &'static str {
        self.lang.pick(
            "Tanda kutip dalam perintah itu tidak ditutup.",
            "A quotation mark in the command is not closed.",
        )
    }

    #[must_use]
    pub fn no_shell(&self, c: char) -> String {
        match self.lang {
            Lang::Id => format!(
                "Di sini tidak ada shell, jadi \u{201c}{c}\u{201d} tidak berlaku: tulis satu perintah ovop saja. Bila tanda itu bagian dari teks, beri kutip dua lapis: ssh HOST \"ovop list --filter 'umur>365'\""
            ),
            Lang::En => format!(
                "There is no shell here, so \u{201c}{c}\u{201d} means nothing: write one command of ovop. Where it belongs to a text, quote twice: ssh HOST \"ovop list --filter 'umur>365'\""
            ),
        }
    }

    #[must_use]
    pub fn only_reading(&self, command: &str) -> String {
        if command.is_empty() {
            return self
                .lang
                .pick(
                    "Lewat ssh, tulis satu perintah yang membaca (ssh HOST ovop list), atau buka layar tanpa menulis apa pun: ssh -t HOST",
                    "Over ssh write a reading command (ssh HOST ovop list), or open the screens by writing nothing: ssh -t HOST",
                )
                .to_owned();
        }
        match self.lang {
            Lang::Id => format!(
                "Lewat ssh hanya perintah yang membaca yang dijalankan, bukan \u{201c}{command}\u{201d}. Untuk mencatat, buka layar: ssh -t HOST"
            ),
            Lang::En => format!(
                "Over ssh only reading commands are run, not \u{201c}{command}\u{201d}. To record, open the screens: ssh -t HOST"
            ),
        }
    }

    /// Who it is stands in the key, and what is written is written on the screens.
    #[must_use]
    pub fn not_another(&self) -> &'static str {
        self.lang.pick(
            "--as tidak berlaku lewat ssh: siapa Anda ditentukan oleh kunci Anda.",
            "--as is not for use over ssh: your key says who you are.",
        )
    }

    #[must_use]
    pub fn not_here(&self, option: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "--{option} tidak berlaku lewat ssh: tidak ada berkas server yang dapat disebut. Simpan keluarannya di komputer Anda: ssh HOST ovop paper recap > rekap.txt"
            ),
            Lang::En => format!(
                "--{option} is not for use over ssh: no file of the server can be named. Keep the output on your computer: ssh HOST ovop paper recap > recap.txt"
            ),
        }
    }

    /// Files are written inside one folder alone, and there is none.
    #[must_use]
    pub fn no_files(&self) -> &'static str {
        self.lang.pick(
            "Di sini tidak ada folder untuk berkas (pengaturan \u{201c}files\u{201d}). Kirim ke keluaran standar, tanpa -o.",
            "There is no folder for files here (setting \u{201c}files\u{201d}). Send it to standard output, without -o.",
        )
    }

    #[must_use]
    pub fn outside(&self, path: &str, folder: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{path} tidak berada di dalam {folder}, atau melewati tautan (symlink). Berkas hanya ditulis di dalam folder itu: sebutkan nama saja."
            ),
            Lang::En => format!(
                "{path} does not lie inside {folder}, or goes through a symbolic link. Files are written inside that folder alone: give just a name."
            ),
        }
    }
}
