//! What the card says of gates, papers, obstacles and promises.

use super::Programme;
use crate::domain::evidence::Renewal;
use crate::domain::follow::Outcome;
use crate::strings::Lang;

impl Programme {
    /// Declared against verified, as names of stages in capitals.
    #[must_use]
    pub fn declared(&self, declared: &str, verified: Option<&str>) -> String {
        match (self.lang, verified) {
            (Lang::Id, Some(v)) if v == declared => format!("dinyatakan dan terverifikasi {v}"),
            (Lang::Id, Some(v)) => format!("dinyatakan {declared}, terverifikasi {v}"),
            (Lang::Id, None) => format!("dinyatakan {declared}, belum terverifikasi"),
            (Lang::En, Some(v)) if v == declared => format!("declared and verified {v}"),
            (Lang::En, Some(v)) => format!("declared {declared}, verified {v}"),
            (Lang::En, None) => format!("declared {declared}, not verified"),
        }
    }

    /// Days in a stage against the limit: `143 hari, batas 90: TERLALU LAMA`.
    #[must_use]
    pub fn time_in_stage(&self, days: &str, limit: i64, too_long: bool) -> String {
        match (self.lang, too_long) {
            (Lang::Id, true) => format!("{days}, batas {limit}: TERLALU LAMA"),
            (Lang::Id, false) => format!("{days}, batas {limit}"),
            (Lang::En, true) => format!("{days}, limit {limit}: TOO LONG"),
            (Lang::En, false) => format!("{days}, limit {limit}"),
        }
    }

    /// A product that is marketed, and nothing sold for long: `tidak ada penjualan tercatat sejak Feb 2026`.
    #[must_use]
    pub fn unsold(&self, since: &str) -> String {
        match self.lang {
            Lang::Id => format!("tidak ada penjualan tercatat sejak {since}"),
            Lang::En => format!("no sale is on record since {since}"),
        }
    }

    /// A step back, because something has ended: `SPP-IRT habis 01-12-2026: usul mundur ke Diolah, tombol M`.
    #[must_use]
    pub fn step_back(&self, ended: &str, to: &str) -> String {
        match self.lang {
            Lang::Id => format!("{ended}: usul mundur ke {to}, tombol M"),
            Lang::En => format!("{ended}: step back to {to}? key M"),
        }
    }

    #[must_use]
    pub fn category_head(&self) -> &'static str {
        self.pick("Kategori", "Category")
    }

    #[must_use]
    pub fn missing_head(&self) -> &'static str {
        self.pick("KURANG", "MISSING")
    }

    /// Under the missing items: which keys mend them.
    #[must_use]
    pub fn missing_hint(&self) -> &'static str {
        self.pick(
            "n mencatat bukti, v memverifikasi, t menjadikannya RTL",
            "n records evidence, v verifies, t plans an action",
        )
    }

    #[must_use]
    pub fn nothing_missing(&self) -> &'static str {
        self.pick(
            "Semua bukti wajib sudah terverifikasi.",
            "All required evidence is verified.",
        )
    }

    #[must_use]
    pub fn evidence_head(&self) -> &'static str {
        self.pick("BUKTI DAN IZIN", "EVIDENCE AND PERMITS")
    }

    #[must_use]
    pub fn obstacles_head(&self) -> &'static str {
        self.pick("HAMBATAN", "OBSTACLES")
    }

    #[must_use]
    pub fn promises_head(&self) -> &'static str {
        self.pick("RENCANA TINDAK LANJUT (RTL)", "ACTIONS")
    }

    /// A product, and nobody has promised anything.
    #[must_use]
    pub fn no_promise(&self) -> &'static str {
        self.pick(
            "! tanpa RTL: belum ada yang berjanji (t mencatat)",
            "! no next action: nobody has promised anything (t plans one)",
        )
    }

    /// Claimed by somebody, and verified by nobody yet.
    #[must_use]
    pub fn claimed_by(&self, who: &str, day: &str) -> String {
        match self.lang {
            Lang::Id => format!("diklaim {who} {day}, belum diverifikasi"),
            Lang::En => format!("claimed by {who} {day}, not verified"),
        }
    }

    #[must_use]
    pub fn recorded_by(&self, who: &str, day: &str) -> String {
        match self.lang {
            Lang::Id => format!("dicatat {who} {day}"),
            Lang::En => format!("recorded by {who} {day}"),
        }
    }

    #[must_use]
    pub fn verified_by(&self, who: &str, day: &str) -> String {
        match self.lang {
            Lang::Id => format!("diverifikasi {who} {day}"),
            Lang::En => format!("verified by {who} {day}"),
        }
    }

    #[must_use]
    pub fn ended(&self, day: &str) -> String {
        match self.lang {
            Lang::Id => format!("habis {day}"),
            Lang::En => format!("ended {day}"),
        }
    }

    /// Papers that are missing for an application.
    #[must_use]
    pub fn papers_missing(&self, what: &str) -> String {
        match self.lang {
            Lang::Id => format!("berkas kurang: {what}"),
            Lang::En => format!("papers missing: {what}"),
        }
    }

    /// Somebody said that it is not required; the rules say that it is.
    #[must_use]
    pub fn required_all_the_same(&self) -> &'static str {
        self.pick(
            "dicatat tidak wajib, padahal wajib",
            "recorded as not required, but it is",
        )
    }

    /// How long a paper holds, and whether it must be thought of.
    #[must_use]
    pub fn validity(&self, end: &str, renewal: Option<Renewal>) -> String {
        match (self.lang, renewal) {
            (Lang::Id, Some(Renewal::Expired)) => format!("HABIS {end}"),
            (Lang::En, Some(Renewal::Expired)) => format!("ENDED {end}"),
            (Lang::Id, None) => format!("berlaku s.d. {end}"),
            (Lang::En, None) => format!("valid until {end}"),
            (Lang::Id, Some(r)) => {
                format!("berlaku s.d. {end}: {}", self.renewal(r).to_uppercase())
            }
            (Lang::En, Some(r)) => format!("valid until {end}: {}", self.renewal(r).to_uppercase()),
        }
    }

    /// `tenggat 30-09-2026 LEWAT 58 HARI`.
    #[must_use]
    pub fn due(&self, due: &str, late: Option<i64>) -> String {
        match (self.lang, late) {
            (Lang::Id, Some(n)) => format!("tenggat {due} LEWAT {n} HARI"),
            (Lang::Id, None) => format!("tenggat {due}"),
            (Lang::En, Some(1)) => format!("due {due} 1 DAY LATE"),
            (Lang::En, Some(n)) => format!("due {due} {n} DAYS LATE"),
            (Lang::En, None) => format!("due {due}"),
        }
    }

    /// How a promise ended: `SELESAI 12-10-2026`.
    #[must_use]
    pub fn closed(&self, outcome: Outcome, day: &str) -> String {
        format!("{} {day}", self.outcome(outcome).to_uppercase())
    }

    /// The law asks for it from a day on: said until then.
    #[must_use]
    pub fn duty_from(&self, day: &str) -> String {
        match self.lang {
            Lang::Id => format!("wajib mulai {day}"),
            Lang::En => format!("required from {day}"),
        }
    }

    /// In the one sentence: how far the stage is proved.
    #[must_use]
    pub fn verified_briefly(&self, same: bool, verified: Option<&str>) -> String {
        match (self.lang, verified) {
            (Lang::Id, Some(_)) if same => "terverifikasi".into(),
            (Lang::Id, Some(v)) => format!("terverifikasi {v}"),
            (Lang::Id, None) => "belum terverifikasi".into(),
            (Lang::En, Some(_)) if same => "verified".into(),
            (Lang::En, Some(v)) => format!("verified {v}"),
            (Lang::En, None) => "not verified".into(),
        }
    }

    /// In the one sentence: what the village waits for. An obstacle and its office, else the first thing missing.
    #[must_use]
    pub fn waits_for_office(&self, office: &str, obstacle: &str) -> String {
        match self.lang {
            Lang::Id => format!("menunggu {office} ({obstacle})"),
            Lang::En => format!("waiting for {office} ({obstacle})"),
        }
    }

    #[must_use]
    pub fn waits_for_item(&self, item: &str, others: usize) -> String {
        match (self.lang, others) {
            (Lang::Id, 0) => format!("menunggu {item}"),
            (Lang::Id, n) => format!("menunggu {item} (dan {n} bukti lain)"),
            (Lang::En, 0) => format!("waiting for {item}"),
            (Lang::En, n) => format!("waiting for {item} (and {n} more)"),
        }
    }
}
