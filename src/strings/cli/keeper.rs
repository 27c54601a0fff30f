//! What the keeper and a backup say.

use super::Lang;

pub struct KeeperWords {
    pub(super) lang: Lang,
}

impl KeeperWords {
    #[must_use]
    pub fn made(&self, path: &str, bytes: u64, events: u64, removed: usize) -> String {
        let kilobytes = bytes.div_ceil(1024);
        match (self.lang, removed) {
            (Lang::Id, 0) => format!(
                "Cadangan dibuat dan diperiksa: {path} ({kilobytes} kB, {events} peristiwa)."
            ),
            (Lang::Id, n) => format!(
                "Cadangan dibuat dan diperiksa: {path} ({kilobytes} kB, {events} peristiwa); {n} yang lama dihapus."
            ),
            (Lang::En, 0) => {
                format!("Backup made and checked: {path} ({kilobytes} kB, {events} events).")
            }
            (Lang::En, n) => format!(
                "Backup made and checked: {path} ({kilobytes} kB, {events} events); {n} old ones removed."
            ),
        }
    }

    #[must_use]
    pub fn large_journal(&self, megabytes: u64) -> String {
        match self.lang {
            Lang::Id => format!(
                "Jurnal {megabytes} MB tidak dapat ditulis kembali: ada program yang terus membaca. Tutup layar ovop yang lama terbuka."
            ),
            Lang::En => format!(
                "The journal of {megabytes} MB cannot be written back: a program reads all the while. Close screens of ovop that have long been open."
            ),
        }
    }

    #[must_use]
    pub fn little_room(&self, megabytes: u64, reserve: bool) -> String {
        match (self.lang, reserve) {
            (Lang::Id, true) => {
                format!("Sisa ruang disk {megabytes} MB. Bila penuh: ovop keeper --give-room")
            }
            (Lang::Id, false) => {
                format!("Sisa ruang disk {megabytes} MB, dan cadangan ruang tidak ada.")
            }
            (Lang::En, true) => {
                format!("{megabytes} MB of disk are left. When it is full: ovop keeper --give-room")
            }
            (Lang::En, false) => {
                format!("{megabytes} MB of disk are left, and there is no reserve.")
            }
        }
    }

    #[must_use]
    pub fn no_room_for_copy(&self, folder: &str, free: u64, needed: u64) -> String {
        match self.lang {
            Lang::Id => format!(
                "Tidak ada cadangan yang dibuat: di {folder} tersisa {free} MB, perlu {needed} MB, supaya pencatatan tidak terhenti. Kosongkan disk, atau sebutkan folder di disk lain dengan --to."
            ),
            Lang::En => format!(
                "No backup was made: {free} MB are left at {folder} and {needed} MB are needed, so that recording does not stop. Make room on the disk, or name a folder on another one with --to."
            ),
        }
    }

    #[must_use]
    pub fn room_given(&self, given: bool) -> &'static str {
        if given {
            self.lang.pick(
                "Cadangan ruang (32 MB) dilepas. Kosongkan disk; sesudah itu cadangan ruang dibuat lagi oleh ovop keeper.",
                "The reserve (32 MB) is given away. Make room on the disk; after that ovop keeper takes a new one.",
            )
        } else {
            self.lang.pick(
                "Tidak ada cadangan ruang untuk dilepas.",
                "There is no reserve to give away.",
            )
        }
    }
}
