//! What `ovop bulk` says.

use super::Lang;

pub struct BulkAnswers {
    pub(super) lang: Lang,
}

impl BulkAnswers {
    #[must_use]
    pub fn refused(&self, why: &str) -> String {
        match self.lang {
            Lang::Id => format!("DITOLAK: {why}"),
            Lang::En => format!("REFUSED: {why}"),
        }
    }

    /// Above the list of what would be recorded.
    #[must_use]
    pub fn dry_run(&self, all: usize, changing: usize) -> String {
        let refused = all - changing;
        match (self.lang, all) {
            (Lang::Id, _) => {
                format!("{all} desa/kelurahan: {changing} akan berubah, {refused} ditolak:")
            }
            (Lang::En, 1) => format!("1 village: {changing} will change, {refused} refused:"),
            (Lang::En, _) => {
                format!("{all} villages: {changing} will change, {refused} refused:")
            }
        }
    }

    #[must_use]
    pub fn nothing(&self) -> &'static str {
        self.lang.pick(
            "Tidak ada yang dicatat: di tiap desa ditolak, alasannya di atas.",
            "Nothing was recorded: it is refused in each village, for the reason above.",
        )
    }

    #[must_use]
    pub fn say_yes(&self) -> &'static str {
        self.lang.pick(
            "Belum ada yang dicatat. Dengan --yes yang akan berubah dicatat sekaligus.",
            "Nothing is recorded yet. With --yes what will change is recorded at once.",
        )
    }

    #[must_use]
    pub fn written(&self, n: usize) -> String {
        match (self.lang, n) {
            (Lang::Id, n) => format!("Dicatat untuk {n} desa/kelurahan."),
            (Lang::En, 1) => "Recorded for 1 village.".into(),
            (Lang::En, n) => format!("Recorded for {n} villages."),
        }
    }

    #[must_use]
    pub fn which(&self) -> &'static str {
        self.lang.pick(
            "Untuk desa mana? Sebut --villages \"Fulur; Makir\", sebuah saringan seperti --region, atau --all.",
            "For which villages? Name --villages \"Fulur; Makir\", a filter such as --region, or --all.",
        )
    }

    #[must_use]
    pub fn one_way(&self) -> &'static str {
        self.lang.pick(
            "Sebut nama desa atau saringan, tidak keduanya.",
            "Name villages or a filter, not both.",
        )
    }
}
