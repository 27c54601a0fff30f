//! The rules that say what proves a stage, and how a village stands by them.

use chrono::NaiveDate;

use super::Lang;
use crate::domain::evidence::Evidence;
use crate::domain::gate::{Follows, Item, Limits, Rules};
use crate::domain::list::Place;
use crate::domain::stage::Stage;
use crate::domain::village::Choice;
use crate::strings::facts::Facts;
use crate::strings::programme::Programme;

pub struct GateWords {
    pub(super) lang: Lang,
}

impl GateWords {
    /// Which version of the rules, and since when it holds.
    #[must_use]
    pub fn version(&self, facts: &Facts, rules: &Rules) -> String {
        let (version, since) = (&rules.version, facts.day(rules.since()));
        match self.lang {
            Lang::Id => format!("Aturan {version}, berlaku sejak {since}."),
            Lang::En => format!("Rules {version}, in force since {since}."),
        }
    }

    /// A stage with the days that a product may stand in it.
    #[must_use]
    pub fn stage(&self, stage: &str, limit: i64) -> String {
        match self.lang {
            Lang::Id => format!("{stage} (batas {limit} hari)"),
            Lang::En => format!("{stage} (limit {limit} days)"),
        }
    }

    /// Over the words that commands take.
    #[must_use]
    pub fn item_head(&self) -> &'static str {
        self.lang.pick("Kata", "Word")
    }

    #[must_use]
    pub fn label_head(&self) -> &'static str {
        self.lang.pick("Bukti", "Evidence")
    }

    /// Over what a word means.
    #[must_use]
    pub fn meaning_head(&self) -> &'static str {
        self.lang.pick("Arti", "Meaning")
    }

    /// The kinds of words that commands take: categories, states of evidence, obstacles, offices, outcomes, reasons.
    #[must_use]
    pub fn vocabulary(&self) -> [&'static str; 6] {
        self.lang.pick(
            [
                "Kategori produk",
                "Keadaan bukti",
                "Hambatan",
                "Pihak",
                "Hasil janji",
                "Alasan perlu perhatian",
            ],
            [
                "Categories of products",
                "States of evidence",
                "Obstacles",
                "Offices",
                "Outcomes of promises",
                "Reasons for attention",
            ],
        )
    }

    /// What else the rules say of an item; nothing for most.
    #[must_use]
    pub fn remark(&self, facts: &Facts, item: &Item) -> String {
        let mut remarks = Vec::new();
        match (self.lang, item.from) {
            (_, None) => {}
            (Lang::Id, Some(Follows::Minutes)) => {
                remarks.push("mengikuti nomor BA pada pilihan".to_owned());
            }
            (Lang::En, Some(Follows::Minutes)) => {
                remarks.push("follows from the minutes' number of the choice".to_owned());
            }
            (Lang::Id, Some(Follows::Decree)) => {
                remarks.push("mengikuti SK yang dicatat".to_owned());
            }
            (Lang::En, Some(Follows::Decree)) => {
                remarks.push("follows from the decree on record".to_owned());
            }
        }
        if let Some(n) = item.valid_months {
            remarks.push(match self.lang {
                Lang::Id => format!("berlaku paling lama {n} bulan"),
                Lang::En => format!("valid {n} months at most"),
            });
        }
        if let Some(n) = item.renew_months {
            remarks.push(match self.lang {
                Lang::Id => format!("perpanjangan diajukan {n} bulan sebelumnya"),
                Lang::En => format!("renewal filed {n} months before"),
            });
        }
        if let Some(n) = item.warn_months {
            remarks.push(match self.lang {
                Lang::Id => format!("diingatkan {n} bulan sebelumnya"),
                Lang::En => format!("warned of {n} months before"),
            });
        }
        if !item.answers.is_empty() {
            let words: Vec<&str> = item.answers.iter().map(|a| a.word()).collect();
            let words = words.join(", ");
            remarks.push(match self.lang {
                Lang::Id => format!("jawaban lengkap juga: {words}"),
                Lang::En => format!("complete answers too: {words}"),
            });
        }
        if let Some(day) = item.duty_from {
            let day = facts.day(day.0);
            remarks.push(match self.lang {
                Lang::Id => format!("wajib menurut hukum mulai {day}"),
                Lang::En => format!("asked for by law from {day}"),
            });
        }
        remarks.join("; ")
    }

    #[must_use]
    pub fn other_limits(&self, l: &Limits) -> String {
        let (none, stale, sale) = (l.tanpa_produk, l.data_lama, l.tanpa_penjualan);
        match self.lang {
            Lang::Id => format!(
                "Batas lain: tanpa produk {none} hari; data lama {stale} hari; tanpa penjualan {sale} hari."
            ),
            Lang::En => format!(
                "Other limits: no product {none} days; stale data {stale} days; no sale {sale} days."
            ),
        }
    }

    /// The first line of a check: which product, by which rules.
    #[must_use]
    pub fn checked(&self, p: &Programme, place: &Place, choice: &Choice, rules: &Rules) -> String {
        let (name, code, product) = (&place.name, &place.code, &choice.product);
        let (category, version) = (p.category(choice.category), &rules.version);
        match self.lang {
            Lang::Id => {
                format!("{name} ({code}): {product}, kategori {category}; aturan {version}.")
            }
            Lang::En => {
                format!("{name} ({code}): {product}, category {category}; rules {version}.")
            }
        }
    }

    /// What is said of the stage, and how far it is proved.
    #[must_use]
    pub fn stages(&self, facts: &Facts, declared: Stage, verified: Option<Stage>) -> String {
        let declared = facts.stage(declared);
        let verified = verified.map_or_else(|| self.none(), |s| facts.stage(s));
        match self.lang {
            Lang::Id => format!("Tahap dinyatakan: {declared}; tahap terverifikasi: {verified}."),
            Lang::En => format!("Declared stage: {declared}; verified stage: {verified}."),
        }
    }

    fn none(&self) -> &'static str {
        self.lang.pick("belum ada", "none yet")
    }

    #[must_use]
    pub fn category(&self, category: &str, verified: Option<&str>) -> String {
        let verified = verified.unwrap_or_else(|| self.none());
        match self.lang {
            Lang::Id => format!("Kategori: {category}. Tahap terverifikasi: {verified}."),
            Lang::En => format!("Category: {category}. Verified stage: {verified}."),
        }
    }

    /// Over what is missing up to a stage.
    #[must_use]
    pub fn missing(&self, stage: &str) -> String {
        match self.lang {
            Lang::Id => format!("Yang kurang sampai tahap {stage}:"),
            Lang::En => format!("Missing up to the stage {stage}:"),
        }
    }

    #[must_use]
    pub fn nothing_missing(&self, stage: &str) -> String {
        match self.lang {
            Lang::Id => format!("Tidak ada yang kurang sampai tahap {stage}."),
            Lang::En => format!("Nothing is missing up to the stage {stage}."),
        }
    }

    #[must_use]
    pub fn renewals(&self) -> &'static str {
        self.lang.pick("Masa berlaku:", "Validity:")
    }

    /// `izin-edar: perpanjangan harus diajukan; berakhir 1 Mei 2027`
    #[must_use]
    pub fn renewal(&self, facts: &Facts, item: &str, renewal: &str, end: NaiveDate) -> String {
        let end = facts.day(end);
        match self.lang {
            Lang::Id => format!("{item}: {renewal}; berakhir {end}"),
            Lang::En => format!("{item}: {renewal}; ends {end}"),
        }
    }

    /// Over what a licence's number says.
    #[must_use]
    pub fn number_head(&self, number: &str) -> String {
        match self.lang {
            Lang::Id => format!("Nomor izin {number} (petunjuk saja, bukan penolakan):"),
            Lang::En => format!("Licence number {number} (a hint only, nothing is refused):"),
        }
    }

    /// What has ended suggests a step back; a person decides.
    #[must_use]
    pub fn step_back(&self, to: &str, basis: &str, command: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Usul: mundur ke tahap {to}, karena {basis}. Anda yang memutuskan: {command}"
            ),
            Lang::En => {
                format!("Suggested: back to the stage {to}, because {basis}. You decide: {command}")
            }
        }
    }

    /// The basis in the command that a suggestion names.
    #[must_use]
    pub fn expired_basis(&self, expired: &str) -> String {
        match self.lang {
            Lang::Id => format!("{expired} kedaluwarsa"),
            Lang::En => format!("{expired} expired"),
        }
    }

    /// There are no minutes, and they cannot be recorded alone.
    #[must_use]
    pub fn no_minutes(&self) -> &'static str {
        self.lang.pick(
            "urungkan pilihannya, lalu catat lagi dengan --minutes",
            "undo the choice, and record it again with --minutes",
        )
    }

    #[must_use]
    pub fn no_item(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Tidak ada bukti \u{201c}{asked}\u{201d} dalam aturan; tidak ada yang diubah. Yang ada:"
            ),
            Lang::En => format!(
                "The rules have no item \u{201c}{asked}\u{201d}; nothing was changed. There are:"
            ),
        }
    }

    /// An item that follows from the record needs no evidence of its own.
    #[must_use]
    pub fn follows(&self, item: &Item) -> String {
        let id = &item.id;
        match (self.lang, item.from) {
            (Lang::Id, Some(Follows::Decree)) => {
                format!("\u{201c}{id}\u{201d} mengikuti SK yang dicatat: ovop decree.")
            }
            (Lang::En, Some(Follows::Decree)) => {
                format!("\u{201c}{id}\u{201d} follows from the decree on record: ovop decree.")
            }
            (Lang::Id, _) => format!(
                "\u{201c}{id}\u{201d} mengikuti nomor BA pada pilihan: ovop choose … --minutes."
            ),
            (Lang::En, _) => format!(
                "\u{201c}{id}\u{201d} follows from the choice's minutes: ovop choose … --minutes."
            ),
        }
    }

    /// The end that was given is later than the rules let it be.
    #[must_use]
    pub fn too_long(&self, longest: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("Menurut aturan berlaku paling lama sampai {longest}; dihitung sampai itu.")
            }
            Lang::En => {
                format!("By the rules it holds until {longest} at most; it is counted until then.")
            }
        }
    }

    /// The category is not asked for the item that was claimed.
    #[must_use]
    pub fn not_asked(&self, item: &str, category: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Dicatat, tetapi \u{201c}{item}\u{201d} tidak diminta untuk kategori {category}."
            ),
            Lang::En => format!(
                "Recorded, although \u{201c}{item}\u{201d} is not asked for in the category {category}."
            ),
        }
    }

    #[must_use]
    pub fn no_evidence(&self, place: &str, item: &str, command: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{place} belum mempunyai bukti \u{201c}{item}\u{201d}; tidak ada yang diubah. Catat dahulu: {command}"
            ),
            Lang::En => format!(
                "{place} has no evidence for \u{201c}{item}\u{201d}; nothing was changed. Record it first: {command}"
            ),
        }
    }

    /// What is on record about an item: number, issuer, holder, dates, papers missing, note, who verified it.
    #[must_use]
    pub fn details(&self, facts: &Facts, p: &Programme, e: &Evidence) -> String {
        let c = &e.claim;
        let mut parts = vec![p.status(c.status).to_owned()];
        let mut add = |word_id: &str, word_en: &str, text: &str| {
            if !text.is_empty() {
                parts.push(format!("{} {text}", self.lang.pick(word_id, word_en)));
            }
        };
        let day = |d: Option<NaiveDate>| d.map(|d| facts.short_day(d)).unwrap_or_default();
        add("nomor", "no.", &c.number);
        add("dari", "by", &c.issuer);
        add("pemegang", "held by", &c.holder);
        add("terbit", "issued", &day(c.issued));
        add("sampai", "until", &day(c.expires));
        add("kurang:", "missing:", &c.missing);
        add("catatan:", "note:", &c.note);
        match &e.verified {
            Some((by, on)) => {
                let on = facts.short_day(*on);
                add("diverifikasi", "verified", &format!("{by}, {on}"));
            }
            None => {
                let on = facts.short_day(e.on);
                add("diklaim", "claimed", &format!("{}, {on}", e.by));
            }
        }
        parts.join("; ")
    }

    #[must_use]
    pub fn evidence_head(&self) -> &'static str {
        self.lang.pick("Bukti:", "Evidence:")
    }
}
