//! Words of people and roles: what they are called, what happened to them, and who may do what.

use super::Lang;
use super::facts::Facts;
use crate::domain::people::{Denial, DenialReason, KeyFault, PersonEvent, PersonRefusal, Role};

impl Facts {
    /// How a role is called.
    #[must_use]
    pub fn role(&self, role: Role) -> &'static str {
        let (id, en) = match role {
            Role::Viewer => ("pembaca", "viewer"),
            Role::Companion => ("pendamping", "companion"),
            Role::Chair => ("ketua", "chair"),
            Role::Admin => ("admin", "admin"),
        };
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// Why something is not for this person to do, and who may do it.
    #[must_use]
    pub fn denied(&self, why: &Denial) -> String {
        let said = match (self.lang, why.reason) {
            (Lang::Id, DenialReason::Stranger) => {
                "Nama ini tidak terdaftar sebagai pengguna; hanya admin yang dapat menambahkannya"
            }
            (Lang::Id, DenialReason::Off) => {
                "Nama ini tidak dapat masuk lagi; hanya admin yang dapat membukanya"
            }
            (Lang::Id, DenialReason::Viewer) => {
                "Peran Anda pembaca: hanya melihat; yang mencatat pendamping, ketua atau admin"
            }
            (Lang::Id, DenialReason::OutOfScope) => {
                "Desa ini di luar wilayah Anda; yang mencatat pendamping wilayahnya, ketua atau admin"
            }
            (Lang::Id, DenialReason::Lead) => "Rapat diatur oleh ketua atau admin",
            (Lang::Id, DenialReason::Erase) => {
                "Nomor telepon dan NIK hanya dihapus oleh ketua atau admin"
            }
            (Lang::Id, DenialReason::OfOthers) => {
                "Ini perbuatan orang lain; yang dapat mengurungkannya hanya ketua atau admin"
            }
            (Lang::Id, DenialReason::People) => "Pengguna dan peran hanya diatur oleh admin",
            (Lang::Id, DenialReason::Owner) => {
                "Pengguna pertama hanya dapat ditambahkan oleh akun pemilik basis data, tanpa --as"
            }
            (Lang::En, DenialReason::Stranger) => {
                "This name is not on the list of people; only an admin can add it"
            }
            (Lang::En, DenialReason::Off) => {
                "This name was turned off; only an admin can turn it on again"
            }
            (Lang::En, DenialReason::Viewer) => {
                "Your role is viewer: you only look; a companion, the chair or an admin records"
            }
            (Lang::En, DenialReason::OutOfScope) => {
                "This village is outside your scope; its companion, the chair or an admin records"
            }
            (Lang::En, DenialReason::Lead) => "Meetings are for the chair or an admin to arrange",
            (Lang::En, DenialReason::Erase) => {
                "Telephone numbers and NIK are for the chair or an admin to erase"
            }
            (Lang::En, DenialReason::OfOthers) => {
                "Another person did this; only the chair or an admin can take it back"
            }
            (Lang::En, DenialReason::People) => "People and roles are for an admin to change",
            (Lang::En, DenialReason::Owner) => {
                "The first person can only be added by the account that owns the database, without --as"
            }
        };
        match (self.lang, why.ask.is_empty()) {
            (_, true) => format!("{said}."),
            (Lang::Id, false) => format!("{said} (tanya {}).", why.ask.join(", ")),
            (Lang::En, false) => format!("{said} (ask {}).", why.ask.join(", ")),
        }
    }

    /// Why the list of people is not changed.
    #[must_use]
    pub fn person_refusal(&self, why: &PersonRefusal) -> String {
        let id = self.lang == Lang::Id;
        match why {
            PersonRefusal::BadName if id => {
                "Nama pengguna ditulis dengan huruf kecil a-z, angka, garis bawah, lalu juga titik dan tanda hubung; paling banyak 32 huruf.".into()
            }
            PersonRefusal::BadName => {
                "A name is written in small letters a-z, digits, underscores, and after the first also dots and hyphens; at most 32 of them.".into()
            }
            PersonRefusal::ThereAlready(name) if id => format!("{name} sudah terdaftar."),
            PersonRefusal::ThereAlready(name) => format!("{name} is on the list already."),
            PersonRefusal::Unknown(name) if id => {
                format!("{name} tidak terdaftar. Daftarnya: ovop user list.")
            }
            PersonRefusal::Unknown(name) => {
                format!("{name} is not on the list: ovop user list.")
            }
            PersonRefusal::NeedsScope if id => {
                "Pendamping bekerja di suatu wilayah: sebutkan kecamatan atau desanya dengan --scope.".into()
            }
            PersonRefusal::NeedsScope => {
                "A companion works somewhere: name the kecamatan or villages with --scope.".into()
            }
            PersonRefusal::NoScope(role) if id => {
                format!("Wilayah hanya untuk pendamping; perannya {}.", self.role(*role))
            }
            PersonRefusal::NoScope(role) => {
                format!("Only companions have a scope; the role is {}.", self.role(*role))
            }
            PersonRefusal::FirstIsAdmin if id => {
                "Pengguna pertama harus admin (--role admin), supaya ada yang dapat mengatur yang lain.".into()
            }
            PersonRefusal::FirstIsAdmin => {
                "The first person must be an admin (--role admin), so that somebody can add the others.".into()
            }
            PersonRefusal::LastAdmin if id => {
                "Ini admin terakhir. Jadikan orang lain admin dahulu.".into()
            }
            PersonRefusal::LastAdmin => {
                "This is the last admin. Make somebody else an admin first.".into()
            }
            PersonRefusal::Key(fault) => self.key_fault(*fault).into(),
            PersonRefusal::KeyOf(name) if id => format!("Kunci itu sudah dipakai oleh {name}."),
            PersonRefusal::KeyOf(name) => format!("That key belongs to {name} already."),
            PersonRefusal::NoSuchKey if id => {
                "Tidak ada kunci dengan sidik itu. Sidik kunci: ovop user list.".into()
            }
            PersonRefusal::NoSuchKey => {
                "There is no key with that fingerprint. Fingerprints: ovop user list.".into()
            }
            PersonRefusal::WhichKey if id => {
                "Beberapa kunci berawal sidik itu. Tulis sidiknya lebih panjang.".into()
            }
            PersonRefusal::WhichKey => {
                "Several keys begin like that. Write more of the fingerprint.".into()
            }
        }
    }

    fn key_fault(&self, fault: KeyFault) -> &'static str {
        let (id, en) = match fault {
            KeyFault::Private => (
                "Itu kunci rahasia. Jangan dikirim kepada siapa pun; buat kunci baru, dan berikan isi berkas .pub.",
                "That is a private key. Never send it to anybody; make a new key, and give the content of the .pub file.",
            ),
            KeyFault::Lines => (
                "Kunci umum itu satu baris saja. Berikan satu kunci setiap kali.",
                "A public key is one line. Give one key at a time.",
            ),
            KeyFault::Kind => (
                "Itu tidak dimulai dengan jenis kunci seperti ssh-ed25519. Berikan baris dari berkas .pub, tanpa apa pun di depannya.",
                "It does not begin with a kind of key such as ssh-ed25519. Give the line of the .pub file, with nothing before it.",
            ),
            KeyFault::Broken => (
                "Kunci itu terpotong atau salah ketik. Salin lagi seluruh baris berkas .pub.",
                "The key is cut off or mistyped. Copy the whole line of the .pub file again.",
            ),
            KeyFault::Short => (
                "Kunci RSA itu terlalu pendek (kurang dari 2048 bit). Buat yang baru: ssh-keygen -t ed25519.",
                "That RSA key is too short (under 2048 bits). Make a new one: ssh-keygen -t ed25519.",
            ),
        };
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// What happened to somebody, in a few words.
    #[must_use]
    pub fn person_event(&self, event: &PersonEvent) -> String {
        let id = self.lang == Lang::Id;
        let name = event.name();
        let role = |role: Role, scope: &[String]| {
            let role = self.role(role);
            if scope.is_empty() {
                role.to_owned()
            } else {
                format!("{role} {}", scope.join(" "))
            }
        };
        match event {
            PersonEvent::Added(e) if id => {
                format!("pengguna ditambahkan: {name}, {}", role(e.role, &e.scope))
            }
            PersonEvent::Added(e) => format!("person added: {name}, {}", role(e.role, &e.scope)),
            PersonEvent::Role(e) if id => format!("peran {name}: {}", role(e.role, &e.scope)),
            PersonEvent::Role(e) => format!("role of {name}: {}", role(e.role, &e.scope)),
            PersonEvent::Scope(e) if id => format!("wilayah {name}: {}", e.scope.join(" ")),
            PersonEvent::Scope(e) => format!("scope of {name}: {}", e.scope.join(" ")),
            PersonEvent::Turned(e) => {
                let word = match (id, e.active) {
                    (true, true) => "dapat masuk lagi",
                    (true, false) => "tidak dapat masuk lagi",
                    (false, true) => "turned on again",
                    (false, false) => "turned off",
                };
                let reason = if e.reason.is_empty() {
                    String::new()
                } else {
                    format!(": {}", e.reason)
                };
                format!("{name} {word}{reason}")
            }
            PersonEvent::Key(e) if id => format!("kunci {name}: {}", e.key.fingerprint()),
            PersonEvent::Key(e) => format!("key of {name}: {}", e.key.fingerprint()),
            PersonEvent::KeyTaken(e) if id => format!("kunci {name} dicabut: {}", e.fingerprint),
            PersonEvent::KeyTaken(e) => format!("key of {name} taken away: {}", e.fingerprint),
        }
    }
}
