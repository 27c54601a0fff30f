//! A past day, and what moved since.

use super::Lang;
use crate::domain::list::Place;
use crate::domain::past::Direction;

pub struct PastWords {
    pub(super) lang: Lang,
}

/// How many villages moved how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub forward: usize,
    pub back: usize,
    pub chosen: usize,
    pub decreed: usize,
    pub lost: usize,
}

impl PastWords {
    /// The first line of every answer about a past day.
    #[must_use]
    pub fn head(&self, day: &str, known_then: bool) -> String {
        match (self.lang, known_then) {
            (Lang::Id, false) => format!("Per {day}, menurut catatan sekarang."),
            (Lang::Id, true) => format!("Per {day}, seperti diketahui waktu itu."),
            (Lang::En, false) => format!("As of {day}, by what is on record now."),
            (Lang::En, true) => format!("As of {day}, as known then."),
        }
    }

    #[must_use]
    pub fn not_yet(&self, day: &str) -> String {
        match self.lang {
            Lang::Id => format!("Tanggal {day} belum tiba. Tulis tanggal yang sudah lewat."),
            Lang::En => format!("{day} has not come yet. Write a day that has passed."),
        }
    }

    #[must_use]
    pub fn wrong_order(&self, since: &str, until: &str) -> String {
        match self.lang {
            Lang::Id => format!("--until {until} lebih awal daripada --since {since}."),
            Lang::En => format!("--until {until} lies before --since {since}."),
        }
    }

    /// Over what moved.
    #[must_use]
    pub fn span(&self, since: &str, until: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("Dari akhir {since} sampai akhir {until}, menurut catatan sekarang.")
            }
            Lang::En => {
                format!("From the end of {since} to the end of {until}, by what is on record now.")
            }
        }
    }

    #[must_use]
    pub fn village(&self, place: &Place, what: &[String]) -> String {
        format!(
            "{} {} ({}): {}",
            place.code,
            place.name,
            place.kecamatan,
            what.join("; ")
        )
    }

    #[must_use]
    pub fn decision(&self, before: &str, after: &str) -> String {
        format!("{before} -> {after}")
    }

    /// Stages in words; a missing one is a product that was not chosen.
    #[must_use]
    pub fn stage(
        &self,
        before: Option<&str>,
        after: Option<&str>,
        direction: Option<Direction>,
        skipped: bool,
    ) -> String {
        let how = match direction {
            Some(Direction::Forward) => Some(self.lang.pick("maju", "forward")),
            Some(Direction::Back) => Some(self.lang.pick("mundur", "back")),
            None => None,
        };
        let skipped = skipped.then(|| self.lang.pick("melompat", "a stage skipped"));
        let how: Vec<&str> = how.into_iter().chain(skipped).collect();
        let how = if how.is_empty() {
            String::new()
        } else {
            format!(" ({})", how.join(", "))
        };
        let stage = self.lang.pick("tahap", "stage");
        let [before, after] = [before, after].map(|s| s.unwrap_or("-"));
        format!("{stage} {before} -> {after}{how}")
    }

    #[must_use]
    pub fn chosen(&self, product: &str, day: &str) -> String {
        match self.lang {
            Lang::Id => format!("memilih {product} ({day})"),
            Lang::En => format!("chose {product} ({day})"),
        }
    }

    #[must_use]
    pub fn decreed(&self, number: &str, day: &str) -> String {
        match self.lang {
            Lang::Id => format!("SK {number} ({day})"),
            Lang::En => format!("decree {number} ({day})"),
        }
    }

    /// A choice that was cancelled, or replaced by another product.
    #[must_use]
    pub fn closed(&self, product: &str, by: Option<&str>, day: &str, reason: &str) -> String {
        let what = match (self.lang, by) {
            (Lang::Id, None) => format!("{product} dibatalkan ({day})"),
            (Lang::En, None) => format!("{product} cancelled ({day})"),
            (Lang::Id, Some(by)) => format!("{product} diganti {by} ({day})"),
            (Lang::En, Some(by)) => format!("{product} replaced by {by} ({day})"),
        };
        if reason.is_empty() {
            what
        } else {
            format!("{what}: {reason}")
        }
    }

    #[must_use]
    pub fn nothing_moved(&self) -> &'static str {
        self.lang.pick("Tidak ada yang bergerak.", "Nothing moved.")
    }

    /// Under what moved: villages by what happened to them.
    #[must_use]
    pub fn totals(&self, t: Totals) -> String {
        let Totals {
            forward,
            back,
            chosen,
            decreed,
            lost,
        } = t;
        match self.lang {
            Lang::Id => format!(
                "Desa/kelurahan: maju {forward}, mundur {back}, pilihan baru {chosen}, SK baru {decreed}, kehilangan pilihan {lost}."
            ),
            Lang::En => format!(
                "Villages and wards: forward {forward}, back {back}, newly chosen {chosen}, new decrees {decreed}, choice lost {lost}."
            ),
        }
    }

    /// Over the entries that came late.
    #[must_use]
    pub fn late(&self, day: &str, n: usize) -> String {
        match (self.lang, n) {
            (Lang::Id, 0) => {
                format!("Tercatat terlambat: tidak ada; {day} tampak seperti waktu itu.")
            }
            (Lang::Id, _) => {
                format!("Tercatat terlambat: {n} peristiwa sampai {day} baru dicatat sesudahnya:")
            }
            (Lang::En, 0) => format!("Late entries: none; {day} looks as it did then."),
            (Lang::En, 1) => format!("Late entries: 1 event up to {day} was recorded only later:"),
            (Lang::En, _) => {
                format!("Late entries: {n} events up to {day} were recorded only later:")
            }
        }
    }

    /// Over what counted then and was undone later.
    #[must_use]
    pub fn undone(&self, day: &str, n: usize) -> String {
        match (self.lang, n) {
            (Lang::Id, _) => format!(
                "Diurungkan kemudian: {n} peristiwa sampai {day} yang waktu itu masih berlaku:"
            ),
            (Lang::En, 1) => format!("Undone later: 1 event up to {day} that counted then:"),
            (Lang::En, _) => format!("Undone later: {n} events up to {day} that counted then:"),
        }
    }

    /// An event that came late: what, when it happened, when it was recorded and by whom.
    #[must_use]
    pub fn late_event(
        &self,
        village: &str,
        what: &str,
        on: &str,
        entered: &str,
        who: &str,
    ) -> String {
        match self.lang {
            Lang::Id => format!("{village}: {what} (terjadi {on}, dicatat {entered}, {who})"),
            Lang::En => format!("{village}: {what} (happened {on}, recorded {entered}, {who})"),
        }
    }

    #[must_use]
    pub fn more(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("… dan {n} lagi; semuanya: --json"),
            Lang::En => format!("… and {n} more; all of them: --json"),
        }
    }
}
