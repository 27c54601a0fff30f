//! What is said of a shared database: making one.

use super::Lang;

pub struct SharedWords {
    pub(super) lang: Lang,
}

impl SharedWords {
    #[must_use]
    pub fn folder_or_db(&self) -> &'static str {
        self.lang.pick(
            "Sebutkan --folder atau --db, tidak keduanya: di dalam folder, basis datanya bernama ovop.db.",
            "Give --folder or --db, not both: in the folder the database is called ovop.db.",
        )
    }

    #[must_use]
    pub fn no_group(&self, name: &str) -> String {
        match self.lang {
            Lang::Id => format!("Kelompok Unix {name} tidak ada. Buat dahulu: groupadd {name}"),
            Lang::En => format!("There is no Unix group {name}. Make it first: groupadd {name}"),
        }
    }

    #[must_use]
    pub fn in_use(&self, folder: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{folder} sudah berisi berkas lain, jadi izinnya tidak diubah dan tidak ada yang dibuat. Sebutkan folder baru atau kosong."
            ),
            Lang::En => format!(
                "{folder} holds other files already, so its modes are left as they are and nothing was made. Name a new or an empty folder."
            ),
        }
    }

    #[must_use]
    pub fn as_owner(&self, folder: &str, owner: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{folder} milik akun {owner}, jadi basis datanya harus dibuat oleh akun itu: runuser -u {owner} -- ovop init --folder {folder}"
            ),
            Lang::En => format!(
                "{folder} belongs to the account {owner}, so that account must make the database: runuser -u {owner} -- ovop init --folder {folder}"
            ),
        }
    }

    #[must_use]
    pub fn closed(&self, folder: &str) -> String {
        match self.lang {
            Lang::Id => format!("Folder {folder} tertutup bagi akun lain (0700)."),
            Lang::En => format!("The folder {folder} is closed to other accounts (0700)."),
        }
    }

    #[must_use]
    pub fn open_to_group(&self, folder: &str, group: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Folder {folder} terbuka bagi kelompok {group} (2770). Setiap akun kelompok itu dapat menyalin atau menghapus berkasnya tanpa ovop: pakai satu akun layanan bila itu tidak boleh (ovop manual server)."
            ),
            Lang::En => format!(
                "The folder {folder} is open to the group {group} (2770). Each account of the group can copy or delete its files without ovop: use one service account where that must not be (ovop manual server)."
            ),
        }
    }

    #[must_use]
    pub fn name_it(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("Sebutkan letaknya di /etc/ovop/config.toml: database = \"{path}\"")
            }
            Lang::En => format!("Name its place in /etc/ovop/config.toml: database = \"{path}\""),
        }
    }

    #[must_use]
    pub fn first_person(&self) -> &'static str {
        self.lang.pick(
            "Lalu tambahkan admin pertama: ovop user add NAMA --role admin",
            "Then add the first admin: ovop user add NAME --role admin",
        )
    }
}
