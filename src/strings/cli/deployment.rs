//! What `ovop doctor` says of a shared database and the way people come to it.

use super::Lang;

pub struct DeploymentWords {
    pub(super) lang: Lang,
}

impl DeploymentWords {
    /// Before the command that mends it.
    #[must_use]
    pub fn command(&self, command: &str) -> String {
        match self.lang {
            Lang::Id => format!("    perbaikan: {command}"),
            Lang::En => format!("    to mend: {command}"),
        }
    }

    #[must_use]
    pub fn fault(&self, what: &str) -> String {
        match self.lang {
            Lang::Id => format!("Perlu diperbaiki: {what}"),
            Lang::En => format!("To be mended: {what}"),
        }
    }

    #[must_use]
    pub fn note(&self, what: &str) -> String {
        match self.lang {
            Lang::Id => format!("Perlu diketahui: {what}"),
            Lang::En => format!("To be known: {what}"),
        }
    }

    #[must_use]
    pub fn mend_them(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("{n} hal di server perlu diperbaiki; perintahnya di atas."),
            Lang::En if n == 1 => "1 thing on the server is to be mended; see above.".into(),
            Lang::En => format!("{n} things on the server are to be mended; see above."),
        }
    }

    #[must_use]
    pub fn group(&self) -> &'static str {
        self.lang.pick(
            "Basis data ini dipakai bersama lewat kelompok Unix. Setiap akun kelompok itu dapat menyalin, menghapus atau mengubah berkasnya tanpa ovop, jadi peran di sini menjaga dari kekeliruan, bukan dari niat buruk. Yang menutupnya: satu akun layanan (ovop manual server).",
            "This database is shared by a Unix group. Each account of the group can copy, delete or change its files without ovop, so roles guard against mistakes here, not against malice. One service account closes that (ovop manual server).",
        )
    }

    #[must_use]
    pub fn mode(&self, path: &str, found: u32, wanted: u32) -> String {
        match self.lang {
            Lang::Id => format!("izin {path} {found:04o}, seharusnya {wanted:04o}."),
            Lang::En => format!("the mode of {path} is {found:04o}, it should be {wanted:04o}."),
        }
    }

    #[must_use]
    pub fn owner(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{path} bukan milik akun yang memiliki basis data; akun itu tidak dapat menulis."
            ),
            Lang::En => format!(
                "{path} does not belong to the account that owns the database, which then cannot write."
            ),
        }
    }

    #[must_use]
    pub fn group_of(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("{path} bukan milik kelompok foldernya; yang lain tidak dapat memakainya.")
            }
            Lang::En => {
                format!("{path} does not belong to the group of its folder; others cannot use it.")
            }
        }
    }

    #[must_use]
    pub fn keys_and_group(&self) -> String {
        self.lang
            .pick(
                "orang masuk dengan kunci lewat akun layanan, tetapi foldernya terbuka bagi sebuah kelompok.",
                "people come in by keys to a service account, but its folder is open to a group.",
            )
            .to_owned()
    }

    #[must_use]
    pub fn is_root(&self) -> &'static str {
        self.lang.pick(
            "Basis data milik root. Buat akun layanan sendiri untuknya (ovop manual server).",
            "The database belongs to root. Make a service account of its own for it (ovop manual server).",
        )
    }

    #[must_use]
    pub fn no_login(&self, name: &str, shell: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "akun {name} memakai {shell}, sehingga sshd tidak dapat menjalankan ovop untuk siapa pun."
            ),
            Lang::En => {
                format!("the account {name} has {shell}, so that sshd can start ovop for nobody.")
            }
        }
    }

    #[must_use]
    pub fn reading_shell(&self, name: &str, shell: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "akun {name} memakai {shell}, yang membaca berkas di folder rumahnya sebelum ovop."
            ),
            Lang::En => format!(
                "the account {name} has {shell}, which reads files of its home folder before ovop."
            ),
        }
    }

    #[must_use]
    pub fn own_home(&self, name: &str, home: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "akun {name} dapat menulis ke folder rumahnya ({home}); apa yang ditaruh di sana dapat dijalankan saat masuk."
            ),
            Lang::En => format!(
                "the account {name} can write to its home folder ({home}); what is put there may be run at the next login."
            ),
        }
    }

    #[must_use]
    pub fn locked(&self, name: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "kata sandi akun {name} terkunci dengan \u{201c}!\u{201d}; tanpa PAM sshd menolaknya."
            ),
            Lang::En => format!(
                "the password of {name} is locked by \u{201c}!\u{201d}; without PAM sshd refuses the account."
            ),
        }
    }

    #[must_use]
    pub fn no_key_file(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!("ada kunci yang tercatat, tetapi berkas kunci {path} tidak ada."),
            Lang::En => format!("keys are recorded, but there is no file of keys {path}."),
        }
    }

    #[must_use]
    pub fn not_roots(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!("{path} dapat diubah oleh akun selain root."),
            Lang::En => format!("{path} can be changed by another account than root."),
        }
    }

    #[must_use]
    pub fn unsafe_lines(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("{n} baris berkas kunci tidak membatasi ke ovop --as NAMA."),
            Lang::En if n == 1 => {
                "1 line of the file of keys is not confined to ovop --as NAME.".into()
            }
            Lang::En => {
                format!("{n} lines of the file of keys are not confined to ovop --as NAME.")
            }
        }
    }

    #[must_use]
    pub fn other_keys(&self, missing: usize, surplus: usize) -> String {
        match self.lang {
            Lang::Id => format!(
                "berkas kunci tidak sama dengan catatan: {missing} kunci kurang, {surplus} berlebih."
            ),
            Lang::En => format!(
                "the file of keys is not what the record says: {missing} keys missing, {surplus} too many."
            ),
        }
    }

    #[must_use]
    pub fn not_named(&self, file: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{file} tidak menyebut basis data ini, padahal orang yang masuk dengan kunci hanya memakai yang disebut di sana."
            ),
            Lang::En => format!(
                "{file} does not name this database, and people who come in by keys use only the one named there."
            ),
        }
    }

    #[must_use]
    pub fn little_room(&self, megabytes: u64, none: bool) -> String {
        match (self.lang, none) {
            (Lang::Id, false) => format!("sisa ruang disk {megabytes} MB."),
            (Lang::Id, true) => {
                format!("disk hampir penuh (sisa {megabytes} MB); pencatatan akan gagal.")
            }
            (Lang::En, false) => format!("{megabytes} MB of disk are left."),
            (Lang::En, true) => {
                format!("the disk is nearly full ({megabytes} MB left); recording will fail.")
            }
        }
    }

    #[must_use]
    pub fn clock(&self, latest: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("jam server terbelakang: ada yang tercatat {latest} UTC, sesudah saat ini.")
            }
            Lang::En => format!(
                "the server's clock is behind: something is recorded at {latest} UTC, later than now."
            ),
        }
    }
}
