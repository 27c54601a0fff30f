//! Saved views.

use super::Lang;
use super::cli::filter::FilterWords;
use crate::domain::view::{BuiltIn, LONGEST_NAME, ViewRefusal};

pub struct ViewWords {
    pub(super) lang: Lang,
}

impl ViewWords {
    /// What a view that comes with the program is called.
    #[must_use]
    pub fn built_in(&self, view: BuiltIn) -> &'static str {
        let [id, en] = view.names();
        self.lang.pick(id, en)
    }

    /// Whose a view is.
    #[must_use]
    pub fn from_program(&self) -> &'static str {
        self.lang.pick("bawaan", "built in")
    }

    #[must_use]
    pub fn own(&self, shared: bool) -> &'static str {
        match shared {
            true => self.lang.pick("sendiri, untuk semua", "own, for all"),
            false => self.lang.pick("sendiri", "own"),
        }
    }

    /// The stream of the views, where the log names a village.
    #[must_use]
    pub fn place(&self) -> &'static str {
        self.lang.pick("Tampilan tersimpan", "Saved views")
    }

    #[must_use]
    pub fn save(&self, shared: bool) -> &'static str {
        match shared {
            true => self.lang.pick(
                "Simpan yang sekarang untuk semua",
                "Save what is shown, for all",
            ),
            false => self.lang.pick(
                "Simpan yang sekarang untuk saya",
                "Save what is shown, for me",
            ),
        }
    }

    #[must_use]
    pub fn remove(&self) -> &'static str {
        self.lang
            .pick("Hapus tampilan sendiri", "Remove a view of mine")
    }

    #[must_use]
    pub fn name(&self) -> &'static str {
        self.lang.pick("Nama", "Name")
    }

    #[must_use]
    pub fn shows(&self) -> &'static str {
        self.lang.pick("Isi", "Shows")
    }

    #[must_use]
    pub fn all_villages(&self) -> &'static str {
        self.lang.pick("semua desa", "all villages")
    }

    /// Under the name that is being typed.
    #[must_use]
    pub fn about(&self) -> &'static str {
        self.lang.pick(
            "Nama yang sudah ada pada Anda diganti isinya.",
            "A name that you have already gets the new content.",
        )
    }

    #[must_use]
    pub fn hint(&self) -> &'static str {
        self.lang
            .pick("Enter simpan, Esc batal", "Enter save, Esc cancel")
    }

    #[must_use]
    pub fn opened(&self, name: &str) -> String {
        match self.lang {
            Lang::Id => format!("Tampilan: {name}."),
            Lang::En => format!("View: {name}."),
        }
    }

    /// `ovop view list`: the heads of the columns.
    #[must_use]
    pub fn heads(&self) -> [&'static str; 6] {
        match self.lang {
            Lang::Id => ["No", "Nama", "Pemilik", "Desa", "Saringan", "Urutan"],
            Lang::En => ["No", "Name", "Owner", "Villages", "Filter", "Order"],
        }
    }

    #[must_use]
    pub fn saved(&self, name: &str, already: bool) -> String {
        match (self.lang, already) {
            (Lang::Id, false) => format!("Tampilan \"{name}\" disimpan."),
            (Lang::Id, true) => format!("Tampilan \"{name}\" sudah tersimpan."),
            (Lang::En, false) => format!("View \"{name}\" is saved."),
            (Lang::En, true) => format!("View \"{name}\" was saved already."),
        }
    }

    #[must_use]
    pub fn removed(&self, name: &str) -> String {
        match self.lang {
            Lang::Id => format!("Tampilan \"{name}\" dihapus."),
            Lang::En => format!("View \"{name}\" is removed."),
        }
    }

    /// No view has this name or number.
    #[must_use]
    pub fn none(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("Tidak ada tampilan \"{asked}\". Yang ada: ovop view list.")
            }
            Lang::En => format!("There is no view \"{asked}\". Those there are: ovop view list."),
        }
    }

    /// Why a view is not saved or removed.
    #[must_use]
    pub fn refusal(&self, why: &ViewRefusal) -> String {
        match (self.lang, why) {
            (Lang::Id, ViewRefusal::NoName) => "Beri nama dahulu.".into(),
            (Lang::En, ViewRefusal::NoName) => "Give it a name first.".into(),
            (Lang::Id, ViewRefusal::LongName(n)) => {
                format!("Nama {n} huruf; paling banyak {LONGEST_NAME}.")
            }
            (Lang::En, ViewRefusal::LongName(n)) => {
                format!("The name has {n} letters; at most {LONGEST_NAME}.")
            }
            (Lang::Id, ViewRefusal::NameIsNumber) => {
                "Nama tidak boleh angka saja: nomor dipakai untuk memilih dari daftar.".into()
            }
            (Lang::En, ViewRefusal::NameIsNumber) => {
                "A name cannot be a number: numbers pick from the list.".into()
            }
            (Lang::Id, ViewRefusal::BuiltIn(view)) => {
                format!("\"{}\" bawaan program dan tetap.", self.built_in(*view))
            }
            (Lang::En, ViewRefusal::BuiltIn(view)) => {
                format!(
                    "\"{}\" comes with the program and stays.",
                    self.built_in(*view)
                )
            }
            (lang, ViewRefusal::Filter(bad)) => FilterWords { lang }.wrong(&bad.wrong),
            (Lang::Id, ViewRefusal::Theirs { name, owner }) => {
                format!(
                    "Tampilan bersama \"{name}\" milik {owner}: hanya {owner} yang mengubahnya. Simpan dengan nama lain, atau untuk diri sendiri."
                )
            }
            (Lang::En, ViewRefusal::Theirs { name, owner }) => {
                format!(
                    "The shared view \"{name}\" is {owner}'s: only {owner} can change it. Save under another name, or for yourself."
                )
            }
            (_, ViewRefusal::Missing(name)) => self.none(name),
            (Lang::Id, ViewRefusal::NothingChanged) => "Sudah tersimpan persis begitu.".into(),
            (Lang::En, ViewRefusal::NothingChanged) => "It is saved exactly so already.".into(),
        }
    }
}
