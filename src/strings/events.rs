//! What happened, in a few words: for the log, for the line after an act, for the question before an undo.

use chrono::NaiveDate;

use super::{Lang, Strings};
use crate::domain::event::Event;
use crate::domain::evidence;
use crate::domain::gate::Rules;
use crate::domain::people;
use crate::domain::redaction;
use crate::domain::text::safe;
use crate::domain::view::{self, ViewEvent};
use crate::domain::village::Village;

/// Kinds of events that belong together, by the beginning of their names in the log, with the Indonesian and the
/// English word for them.
const GROUPS: [(&str, &str, &str); 17] = [
    ("potential.", "potensi", "potentials"),
    ("product.", "pilihan produk", "choice of product"),
    ("decree.", "SK", "decree"),
    ("stage.", "tahap", "stage"),
    ("evidence.", "bukti", "evidence"),
    ("blocker.", "hambatan", "obstacles"),
    ("action.", "RTL", "actions"),
    ("note", "catatan", "notes"),
    ("producer.", "produsen", "producers"),
    ("workers.", "tenaga kerja", "workers"),
    ("month.", "produksi bulanan", "monthly production"),
    ("channel.", "kanal", "channels"),
    ("assistance.", "pendampingan", "assistance"),
    ("occasion.", "rapat dan acara", "meetings and events"),
    ("guest.", "daftar hadir", "attendance"),
    ("view.", "tampilan tersimpan", "saved views"),
    ("person.", "orang dan peran", "people and roles"),
];

impl Strings {
    /// The groups of kinds by which the log can be filtered, with what they are called.
    pub fn event_groups(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let lang = self.lang;
        GROUPS
            .into_iter()
            .map(move |(kind, id, en)| (kind, lang.pick(id, en)))
    }

    /// What events whose kind begins like this are called together.
    #[must_use]
    pub fn event_group(&self, kind: &str) -> &'static str {
        let mut groups = self.event_groups();
        groups
            .find(|(k, _)| *k == kind)
            .map_or("", |(_, name)| name)
    }

    /// The name of a stream of the log: that of its village or occasion as it is known, or what else it is.
    #[must_use]
    pub fn stream<'a>(&self, stream: &str, known: &'a str) -> &'a str {
        match stream {
            view::STREAM => self.views.place(),
            people::STREAM => self.lang.pick("Daftar orang", "List of people"),
            _ => known,
        }
    }

    /// What an event would do to a village that stands as it does: a stage is told with the one before it, and that it
    /// goes back.
    #[must_use]
    pub fn would(&self, event: &Event, before: &Village) -> String {
        let words = self.event(event);
        let (Event::StageDeclared(e), Some(now)) = (event, before.stage()) else {
            return words;
        };
        let now_words = self.facts.stage(now);
        match (e.to < now, self.lang) {
            (false, Lang::Id) => format!("{words} (sekarang {now_words})"),
            (false, Lang::En) => format!("{words} (now {now_words})"),
            (true, Lang::Id) => format!("{words}: MUNDUR dari {now_words}"),
            (true, Lang::En) => format!("{words}: BACK from {now_words}"),
        }
    }

    /// How a village would stand that stands as it does.
    #[must_use]
    pub fn turns(
        &self,
        (before, after): (&Village, &Village),
        rules: &Rules,
        today: NaiveDate,
    ) -> String {
        let standing = |village: &Village| {
            let decision = village.decision();
            let Some(choice) = &village.choice else {
                return format!("{} {}", decision.code(), self.facts.decision(decision));
            };
            let verified = evidence::verified_stage(choice, rules, today);
            let name = verified.map(|v| self.facts.stage(v));
            let verified = self
                .programme
                .verified_briefly(verified == Some(choice.stage), name);
            let stage = self.facts.stage(choice.stage);
            format!("{} {stage}, {verified}", decision.code())
        };
        let (before, after) = (standing(before), standing(after));
        if before == after {
            self.screens.would_stay.to_owned()
        } else {
            (self.screens.would_be)(&before, &after)
        }
    }

    /// What an undo took back, or a redo brought back: the first of an act, in words, and how many more there are.
    #[must_use]
    pub fn undone(&self, back: bool, first: &str, more: usize) -> String {
        let word = if back {
            self.lang.pick("dikembalikan", "brought back")
        } else {
            self.lang.pick("diurungkan", "undone")
        };
        let rest = match (more, self.lang) {
            (0, _) => String::new(),
            (n, Lang::Id) => format!(", dan {n} lagi"),
            (n, Lang::En) => format!(", and {n} more"),
        };
        format!("{word}: {first}{rest}")
    }

    /// The same for whoever only looks: without names of persons and free texts.
    #[must_use]
    pub fn redacted_event(&self, event: &Event) -> String {
        match redaction::event(event) {
            Some(event) => self.event(&event),
            None if event.kind().starts_with("guest.") => self.reception.somebody().to_owned(),
            None => self.reception.a_note().to_owned(),
        }
    }

    /// What an event did: `produk dipilih: kopi bubuk`.
    #[must_use]
    pub fn event(&self, event: &Event) -> String {
        let id = self.lang == Lang::Id;
        let of = |word_id: &str, word_en: &str, rest: &str| {
            let word = if id { word_id } else { word_en };
            if rest.is_empty() {
                word.to_owned()
            } else {
                format!("{word}: {rest}")
            }
        };
        let p = &self.programme;
        match event {
            Event::PotentialRecorded(e) => of("potensi dicatat", "potential recorded", &e.name),
            Event::PotentialAmended(e) => of(
                "potensi diperbaiki",
                "potential amended",
                e.name.as_deref().unwrap_or_default(),
            ),
            Event::PotentialWithdrawn(e) => of("potensi ditarik", "potential withdrawn", &e.reason),
            Event::ProductChosen(e) if e.replaces.is_some() => {
                of("produk diganti", "product replaced", &e.product)
            }
            Event::ProductChosen(e) => of("produk dipilih", "product chosen", &e.product),
            Event::ChoiceCancelled(e) => of("pilihan dibatalkan", "choice cancelled", &e.reason),
            Event::DecreeRecorded(e) => of("SK dicatat", "decree recorded", &e.number),
            Event::CategorySet(e) => of(
                "kategori ditetapkan",
                "category set",
                p.category(e.category),
            ),
            Event::StageDeclared(e) => {
                of("tahap dinyatakan", "stage declared", self.facts.stage(e.to))
            }
            Event::SoldRaw(e) if e.raw => of("dijual mentah", "sold raw", &e.note),
            Event::SoldRaw(e) => of("tidak dijual mentah", "not sold raw", &e.note),
            Event::EvidenceClaimed(e) => {
                let number = if e.number.is_empty() {
                    String::new()
                } else {
                    format!(" {}", e.number)
                };
                of(
                    "bukti dicatat",
                    "evidence recorded",
                    &format!("{}{number}, {}", e.item, p.status(e.status)),
                )
            }
            Event::EvidenceVerified(e) => of(
                "bukti diverifikasi",
                "evidence verified",
                &both(&e.item, &e.note),
            ),
            Event::EvidenceWithdrawn(e) => of(
                "bukti ditarik",
                "evidence withdrawn",
                &both(&e.item, &e.reason),
            ),
            Event::BlockerRaised(e) => of(
                "hambatan dicatat",
                "obstacle recorded",
                &format!("{} ({})", p.obstacle(e.obstacle), p.office(e.office)),
            ),
            Event::BlockerCleared(e) => of("hambatan terbuka", "obstacle cleared", &e.how),
            Event::ActionPlanned(e) => of(
                "RTL dicatat",
                "action planned",
                &format!(
                    "{} ({}, {})",
                    e.what,
                    p.office(e.office),
                    self.facts.short_day(e.due)
                ),
            ),
            Event::ActionClosed(e) => of(
                "RTL ditutup",
                "action closed",
                &both(p.outcome(e.outcome), &e.note),
            ),
            Event::ProducerRecorded(e) => {
                of("produsen dicatat", "producer recorded", &e.business.name)
            }
            Event::ProducerAmended(e) => {
                of("produsen diperbaiki", "producer amended", &e.business.name)
            }
            Event::ProducerTurned(e) if e.active => {
                of("produsen aktif lagi", "producer active again", &e.reason)
            }
            Event::ProducerTurned(e) => of("produsen berhenti", "producer stopped", &e.reason),
            Event::WorkersCounted(e) => {
                of("pekerja dihitung", "workers counted", &e.all().to_string())
            }
            Event::MonthRecorded(e) => of(
                "bulan dicatat",
                "month recorded",
                &both(&self.makers.month(e.month), &self.makers.amounts(e)),
            ),
            Event::ChannelOpened(e) => of(
                "kanal dibuka",
                "channel opened",
                &self.makers.outlet_name(e.outlet, &e.name),
            ),
            Event::ChannelClosed(e) => of("kanal berakhir", "channel ended", &e.reason),
            Event::AssistanceBegun(e) if e.waiting => of(
                "pendampingan diminta",
                "assistance asked for",
                &both(p.office(e.office), &e.what),
            ),
            Event::AssistanceBegun(e) => of(
                "pendampingan dimulai",
                "assistance begun",
                &both(p.office(e.office), &e.what),
            ),
            Event::AssistanceEnded(e) => of(
                "pendampingan selesai",
                "assistance ended",
                &both(&e.handover, &e.note),
            ),
            Event::Noted(e) => of("catatan", "note", &e.text),
            Event::Reverted(_) => of("diurungkan", "undone", ""),
            Event::Occasion(e) => self.happening(e),
            Event::View(ViewEvent::Saved(e)) => of("tampilan disimpan", "view saved", &e.name),
            Event::View(ViewEvent::Removed(e)) => of("tampilan dihapus", "view removed", &e.name),
            Event::Person(e) => self.facts.person_event(e),
            Event::Unknown { kind, .. } => of(
                "peristiwa dari versi lain",
                "event of another version",
                &safe(kind),
            ),
        }
    }
}

/// What it is about and what was said of it, as far as there is either.
fn both(about: &str, said: &str) -> String {
    let parts = [about, said].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}
