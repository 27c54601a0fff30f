//! What `ovop doctor` found.

use super::Lang;

pub struct Doctor {
    pub(super) lang: Lang,
}

impl Doctor {
    #[must_use]
    pub fn account(&self) -> &'static str {
        self.lang.pick("akun", "account")
    }

    // Where a setting comes from.

    #[must_use]
    pub fn built_in(&self) -> &'static str {
        self.lang.pick("bawaan", "built in")
    }

    #[must_use]
    pub fn locale(&self) -> &'static str {
        self.lang.pick(
            "lokal sesi (LC_ALL, LC_MESSAGES atau LC_CTYPE, LANG)",
            "the session's locale (LC_ALL, LC_MESSAGES or LC_CTYPE, LANG)",
        )
    }

    #[must_use]
    pub fn command_line(&self) -> &'static str {
        self.lang.pick("baris perintah", "command line")
    }

    // What the database holds and is.

    #[must_use]
    pub fn contents(&self, villages: u32, events: u64, training: bool) -> String {
        let name = match (self.lang, training) {
            (Lang::Id, false) => "Basis data",
            (Lang::Id, true) => "Basis data latihan",
            (Lang::En, false) => "Database",
            (Lang::En, true) => "Training database",
        };
        match self.lang {
            Lang::Id => format!("{name}: {villages} desa/kelurahan, {events} peristiwa."),
            Lang::En => format!("{name}: {villages} villages and wards, {events} events."),
        }
    }

    #[must_use]
    pub fn file(&self, mode: u32, owner: u32, folder_mode: u32, folder_owner: u32) -> String {
        match self.lang {
            Lang::Id => format!(
                "Izin berkas {mode:04o} (pemilik uid {owner}), folder {folder_mode:04o} (pemilik uid {folder_owner})."
            ),
            Lang::En => format!(
                "File mode {mode:04o} (owner uid {owner}), folder mode {folder_mode:04o} (owner uid {folder_owner})."
            ),
        }
    }

    #[must_use]
    pub fn engine(&self, sqlite: &str, schema: i64) -> String {
        match self.lang {
            Lang::Id => format!("SQLite {sqlite}, skema {schema}."),
            Lang::En => format!("SQLite {sqlite}, schema {schema}."),
        }
    }

    #[must_use]
    pub fn odd_form(&self, found: i64, known: i64, journal: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Bentuk berkas tidak seperti seharusnya: skema {found} (seharusnya {known}), jurnal {journal} (seharusnya wal)."
            ),
            Lang::En => format!(
                "The form of the file is not what it should be: schema {found} (should be {known}), journal {journal} (should be wal)."
            ),
        }
    }

    #[must_use]
    pub fn complaint(&self, text: &str) -> String {
        match self.lang {
            Lang::Id => format!("Kerusakan: {text}"),
            Lang::En => format!("Damage: {text}"),
        }
    }

    #[must_use]
    pub fn unknown(&self, n: u64) -> String {
        match self.lang {
            Lang::Id => format!("{n} peristiwa tidak terbaca oleh versi ini; tetap disimpan."),
            Lang::En if n == 1 => "1 event cannot be read by this version; it is kept.".into(),
            Lang::En => format!("{n} events cannot be read by this version; they are kept."),
        }
    }

    #[must_use]
    pub fn wrong(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("{n} ringkasan tidak sesuai dengan jejak."),
            Lang::En if n == 1 => "1 summary does not say what the log says.".into(),
            Lang::En => format!("{n} summaries do not say what the log says."),
        }
    }

    #[must_use]
    pub fn rebuilt(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("Ringkasan dihitung ulang dari jejak; {n} diperbaiki."),
            Lang::En => format!("Summaries worked out anew from the log; {n} put right."),
        }
    }

    #[must_use]
    pub fn sound(&self, all: bool) -> &'static str {
        if all {
            self.lang.pick("Semua baik.", "Everything is in order.")
        } else {
            self.lang.pick(
                "Isi basis data baik.",
                "The contents of the database are in order.",
            )
        }
    }

    #[must_use]
    pub fn rebuild_helps(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("{path} perlu diperbaiki. Jejaknya utuh; jalankan: ovop doctor --rebuild")
            }
            Lang::En => {
                format!("{path} needs repair. Its log is whole; run: ovop doctor --rebuild")
            }
        }
    }

    #[must_use]
    pub fn restore_helps(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{path} rusak. Jangan menulis lagi: salin folder itu ke tempat aman, lalu kembalikan cadangan terakhir."
            ),
            Lang::En => format!(
                "{path} is damaged. Write nothing more: copy its folder to a safe place, then bring back the latest backup."
            ),
        }
    }
}
