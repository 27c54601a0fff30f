//! One village in words.

use chrono::NaiveDate;

use super::Lang;
use crate::domain::event::Source;
use crate::domain::list::Place;
use crate::domain::village::{
    Choice, Decree, FormerChoice, Note, Potential, RawSale, Step, Village,
};
use crate::strings::facts::{Facts, capital};

pub struct CardWords {
    pub(super) lang: Lang,
}

impl CardWords {
    /// The first line: which village, where it stands, and how old the latest word about it is.
    #[must_use]
    pub fn head(
        &self,
        facts: &Facts,
        place: &Place,
        village: &Village,
        today: NaiveDate,
    ) -> String {
        let decision = village.decision();
        let (kind, name) = (capital(facts.kind(place.kind())), &place.name);
        let (kecamatan, regency, code) = (&place.kecamatan, &place.regency, &place.code);
        let stands = format!("{} ({})", facts.decision(decision), decision.code());
        let age = match (self.lang, village.latest) {
            (Lang::Id, None) => "belum ada data".into(),
            (Lang::En, None) => "there is no data yet".into(),
            (Lang::Id, Some(day)) => {
                format!("data terakhir {}", self.day_and_age(facts, day, today))
            }
            (Lang::En, Some(day)) => format!("latest data {}", self.day_and_age(facts, day, today)),
        };
        match self.lang {
            Lang::Id => {
                format!(
                    "{kind} {name}, Kecamatan {kecamatan}, {regency} ({code}): {stands}; {age}."
                )
            }
            Lang::En => {
                format!(
                    "{kind} {name}, Kecamatan {kecamatan}, {regency} ({code}): {stands}; {age}."
                )
            }
        }
    }

    /// `13 November 2025, 11 hari lalu`
    fn day_and_age(&self, facts: &Facts, day: NaiveDate, today: NaiveDate) -> String {
        let days = (today - day).num_days();
        let age = facts.days(days);
        match (self.lang, days) {
            (_, 0) => format!("{}, {age}", facts.day(day)),
            (Lang::Id, _) => format!("{}, {age} lalu", facts.day(day)),
            (Lang::En, _) => format!("{}, {age} ago", facts.day(day)),
        }
    }

    #[must_use]
    pub fn no_potentials(&self) -> &'static str {
        self.lang.pick(
            "Potensi: belum ada yang dicatat.",
            "Potentials: none recorded.",
        )
    }

    #[must_use]
    pub fn potentials_head(&self) -> &'static str {
        self.lang.pick("Potensi:", "Potentials:")
    }

    /// A potential with its source; its number stands before it.
    #[must_use]
    pub fn potential(&self, facts: &Facts, p: &Potential) -> String {
        let source = match (self.lang, &p.source) {
            (Lang::Id, Source::Field) => "dari lapangan".into(),
            (Lang::En, Source::Field) => "from the field".into(),
            (Lang::Id, Source::Public { address, date }) => {
                format!("sumber publik {}", sourced(address, date))
            }
            (Lang::En, Source::Public { address, date }) => {
                format!("public source {}", sourced(address, date))
            }
        };
        let confirmed = match (self.lang, p.confirmed, &p.source) {
            (_, true, Source::Field) => "",
            (Lang::Id, true, _) => ", sudah dipastikan",
            (Lang::En, true, _) => ", confirmed",
            (Lang::Id, false, _) => ", belum dipastikan",
            (Lang::En, false, _) => ", not confirmed",
        };
        let note = match p.note.as_str() {
            "" => String::new(),
            note => format!("; {note}"),
        };
        format!(
            "{} ({}): {source}{confirmed}{note}",
            p.name,
            facts.group(p.group)
        )
    }

    #[must_use]
    pub fn nothing_chosen(&self) -> &'static str {
        self.lang
            .pick("Produk: belum dipilih.", "Product: none chosen.")
    }

    #[must_use]
    pub fn choice(&self, facts: &Facts, c: &Choice) -> String {
        let (product, forum, on) = (&c.product, facts.forum(c.forum), facts.day(c.on));
        match (self.lang, c.minutes.as_str()) {
            (Lang::Id, "") => {
                format!("Produk: {product}, dipilih {on} ({forum}); nomor BA belum dicatat.")
            }
            (Lang::Id, ba) => format!("Produk: {product}, dipilih {on} ({forum}); BA {ba}."),
            (Lang::En, "") => {
                format!("Product: {product}, chosen {on} ({forum}); minutes not recorded.")
            }
            (Lang::En, ba) => format!("Product: {product}, chosen {on} ({forum}); minutes {ba}."),
        }
    }

    #[must_use]
    pub fn decree(&self, facts: &Facts, decree: Option<&Decree>) -> String {
        match (self.lang, decree) {
            (Lang::Id, None) => "SK: belum ada.".into(),
            (Lang::En, None) => "Decree: none yet.".into(),
            (Lang::Id, Some(d)) => format!("SK: nomor {}, {}.", d.number, facts.day(d.on)),
            (Lang::En, Some(d)) => format!("Decree: no. {}, {}.", d.number, facts.day(d.on)),
        }
    }

    #[must_use]
    pub fn stage(&self, facts: &Facts, c: &Choice, today: NaiveDate) -> String {
        let (stage, since) = (facts.stage(c.stage), facts.day(c.stage_since));
        let days = facts.days((today - c.stage_since).num_days());
        match self.lang {
            Lang::Id => format!("Tahap: {stage} sejak {since} ({days})."),
            Lang::En => format!("Stage: {stage} since {since} ({days})."),
        }
    }

    /// One declaration of a stage.
    #[must_use]
    pub fn step(&self, facts: &Facts, s: &Step) -> String {
        let (from, to, on) = (
            facts.stage(s.from),
            facts.stage(s.to),
            facts.short_day(s.on),
        );
        let (to_word, by) = self.lang.pick(("ke", "oleh"), ("to", "by"));
        after(
            &format!("{on}: {from} {to_word} {to}, {by} {}", s.actor),
            &s.basis,
        )
    }

    #[must_use]
    pub fn raw_sale(&self, facts: &Facts, sale: &RawSale) -> String {
        let answer = if sale.raw { facts.yes } else { facts.no };
        let on = facts.day(sale.on);
        let note = match sale.note.as_str() {
            "" => String::new(),
            note => format!("; {note}"),
        };
        match self.lang {
            Lang::Id => format!("Jual mentah: {answer}, {on}{note}."),
            Lang::En => format!("Sold raw: {answer}, {on}{note}."),
        }
    }

    #[must_use]
    pub fn former_head(&self) -> &'static str {
        self.lang
            .pick("Pilihan terdahulu (K4):", "Former choices (K4):")
    }

    #[must_use]
    pub fn former(&self, facts: &Facts, f: &FormerChoice) -> String {
        let product = &f.choice.product;
        let (from, until) = (facts.short_day(f.choice.on), facts.short_day(f.until));
        let end = match (self.lang, &f.replaced_by) {
            (Lang::Id, Some(next)) => format!("diganti dengan {next}"),
            (Lang::Id, None) => "dibatalkan".into(),
            (Lang::En, Some(next)) => format!("replaced by {next}"),
            (Lang::En, None) => "cancelled".into(),
        };
        let to = self.lang.pick("sampai", "to");
        after(&format!("{product}, {from} {to} {until}: {end}"), &f.reason)
    }

    #[must_use]
    pub fn notes_head(&self) -> &'static str {
        self.lang.pick("Catatan:", "Notes:")
    }

    #[must_use]
    pub fn note(&self, facts: &Facts, n: &Note) -> String {
        format!("{}, {}: {}", facts.short_day(n.on), n.actor, n.text)
    }
}

/// An address, and its date when the source gives one.
fn sourced(address: &str, date: &str) -> String {
    if date.is_empty() {
        address.to_owned()
    } else {
        format!("{address} ({date})")
    }
}

/// What is said behind something else, where there is anything: whoever only looks is not told reasons.
fn after(said: &str, more: &str) -> String {
    match more {
        "" => said.to_owned(),
        more => format!("{said}; {more}"),
    }
}
