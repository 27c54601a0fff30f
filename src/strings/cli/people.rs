//! What the commands on people say.

use super::Lang;
use crate::domain::people::Role;

pub struct PeopleWords {
    pub(super) lang: Lang,
}

impl PeopleWords {
    #[must_use]
    pub fn bad_name(&self, name: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "--as {name}: bukan nama pengguna. Nama ditulis dengan huruf kecil a-z, angka, garis bawah, titik, tanda hubung; paling banyak 32."
            ),
            Lang::En => format!(
                "--as {name}: not a name. Names have small letters a-z, digits, underscores, dots and hyphens; at most 32."
            ),
        }
    }

    #[must_use]
    pub fn not_the_owner(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "--as hanya untuk akun yang memiliki {path}: akun itu memang dapat menulis apa saja ke sana. Dari akun lain jalankan tanpa --as; yang tercatat ialah nama akun Anda."
            ),
            Lang::En => format!(
                "--as is for the account that owns {path} alone: that one could write anything there anyway. From another account leave --as out; the log has your account's name."
            ),
        }
    }

    /// Under `--as` nothing is made.
    #[must_use]
    pub fn none_under_a_name(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Basis data {path} tidak ada, dan dengan --as tidak dibuat. Pengelola server membuatnya: ovop init"
            ),
            Lang::En => format!(
                "There is no database {path}, and none is made with --as. The operator of the server makes it: ovop init"
            ),
        }
    }

    #[must_use]
    pub fn who(&self, name: &str, named: bool, by_key: bool) -> String {
        match (self.lang, named) {
            (Lang::Id, true) if by_key => format!("{name} (nama pada kunci)"),
            (Lang::En, true) if by_key => format!("{name} (the name of the key)"),
            (Lang::Id, false) => format!("{name} (nama akun Unix ini)"),
            (Lang::Id, true) => format!("{name} (disebut dengan --as)"),
            (Lang::En, false) => format!("{name} (the name of this Unix account)"),
            (Lang::En, true) => format!("{name} (named by --as)"),
        }
    }

    #[must_use]
    pub fn alone(&self) -> &'static str {
        self.lang.pick(
            "Tidak ada daftar pengguna: siapa pun yang dapat membuka basis data ini boleh melakukan semuanya.",
            "There is no list of people: whoever can open this database may do everything.",
        )
    }

    #[must_use]
    pub fn owner(&self) -> &'static str {
        self.lang.pick(
            "Pemilik basis data, tidak terdaftar sebagai pengguna: boleh melihat dan mengatur daftar pengguna, tidak mencatat.",
            "The owner of the database, not on the list of people: may look and keep the list, and records nothing.",
        )
    }

    #[must_use]
    pub fn in_role(&self, role: &str) -> String {
        match self.lang {
            Lang::Id => format!("Peran: {role}"),
            Lang::En => format!("Role: {role}"),
        }
    }

    /// What a role may do.
    #[must_use]
    pub fn may(&self, role: Role) -> &'static str {
        match role {
            Role::Viewer => self.lang.pick(
                "Melihat, tanpa nomor telepon; tidak mencatat.",
                "Looks, without telephone numbers; records nothing.",
            ),
            Role::Companion => self.lang.pick(
                "Mencatat untuk desa di wilayahnya, acara, daftar hadir, dan catatan rapat; mengurungkan perbuatan sendiri.",
                "Records for the villages of the scope, events, attendance and notes of meetings; undoes own acts.",
            ),
            Role::Chair => self.lang.pick(
                "Mencatat untuk semua desa, memimpin rapat, mengurungkan perbuatan siapa pun.",
                "Records for all villages, leads meetings, undoes anybody's acts.",
            ),
            Role::Admin => self.lang.pick(
                "Semua, juga mengatur pengguna.",
                "Everything, the list of people too.",
            ),
        }
    }

    #[must_use]
    pub fn scope(&self, places: &str) -> String {
        match self.lang {
            Lang::Id => format!("Wilayah: {places}"),
            Lang::En => format!("Scope: {places}"),
        }
    }

    #[must_use]
    pub fn database(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!("Basis data: {path}"),
            Lang::En => format!("Database: {path}"),
        }
    }

    #[must_use]
    pub fn nobody(&self) -> &'static str {
        self.lang.pick(
            "Belum ada pengguna; siapa pun yang dapat membuka basis data ini boleh melakukan semuanya. Pengguna pertama, seorang admin: ovop user add NAMA --role admin",
            "There is nobody on the list; whoever can open this database may do everything. The first person, an admin: ovop user add NAME --role admin",
        )
    }

    #[must_use]
    pub fn head(&self) -> [&'static str; 5] {
        self.lang.pick(
            ["Nama", "Panggilan", "Peran", "Wilayah", ""],
            ["Name", "Called", "Role", "Scope", ""],
        )
    }

    #[must_use]
    pub fn off(&self) -> &'static str {
        self.lang.pick("dimatikan", "turned off")
    }

    #[must_use]
    pub fn roles_hold(&self, account: &str, listed: bool) -> String {
        match (self.lang, listed) {
            (Lang::Id, true) => "Sejak sekarang peran berlaku.".into(),
            (Lang::En, true) => "From now on roles hold.".into(),
            (Lang::Id, false) => format!(
                "Sejak sekarang peran berlaku. Akun ini ({account}) tidak terdaftar: ia boleh melihat dan mengatur pengguna, tidak mencatat."
            ),
            (Lang::En, false) => format!(
                "From now on roles hold. This account ({account}) is not on the list: it may look and keep the list, and records nothing."
            ),
        }
    }

    /// Over ssh under a name only the machine's settings hold.
    #[must_use]
    pub fn none_named(&self) -> &'static str {
        self.lang.pick(
            "Lewat ssh dengan --as hanya basis data yang disebut di /etc/ovop/config.toml yang dipakai, dan di sana belum ada yang disebut. Tambahkan: database = \"/var/lib/ovop/ovop.db\"",
            "Over ssh with --as only the database that /etc/ovop/config.toml names is used, and it names none. Add: database = \"/var/lib/ovop/ovop.db\"",
        )
    }

    #[must_use]
    pub fn write_keys(&self) -> &'static str {
        self.lang.pick(
            "Bila kunci dipakai untuk masuk: pengelola server kini menulis ulang berkas kunci (ovop manual server).",
            "Where people come in by keys: the operator of the server now writes the file of keys anew (ovop manual server).",
        )
    }

    #[must_use]
    pub fn no_key(&self, why: &str) -> String {
        match self.lang {
            Lang::Id => format!("Kunci tidak terbaca dari masukan standar ({why})."),
            Lang::En => format!("No key could be read from standard input ({why})."),
        }
    }

    #[must_use]
    pub fn odd_path(&self, path: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{path} tidak dapat ditulis ke berkas kunci: harus lengkap dari /, dengan huruf, angka, titik, garis bawah, + dan - saja."
            ),
            Lang::En => format!(
                "{path} cannot be written into a file of keys: it must begin with /, and have letters, digits, dots, underscores, + and - alone."
            ),
        }
    }

    /// The first line of the file of keys.
    #[must_use]
    pub fn key_file_head(&self, principals: bool) -> &'static str {
        match (self.lang, principals) {
            (Lang::Id, false) => {
                "Dibuat oleh: ovop user keys. Ubah dengan ovop user, bukan di sini."
            }
            (Lang::Id, true) => {
                "Dibuat oleh: ovop user keys --principals. Ubah dengan ovop user, bukan di sini."
            }
            (Lang::En, false) => "Made by: ovop user keys. Change it with ovop user, not here.",
            (Lang::En, true) => {
                "Made by: ovop user keys --principals. Change it with ovop user, not here."
            }
        }
    }
}
