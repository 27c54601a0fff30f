//! Words of meetings and events.

use super::facts::Facts;
use super::{Lang, Strings};
use crate::domain::occasion::{Element, Happening, OccasionRefusal, Phase, Sort, Triage};

pub struct Occasions {
    pub(super) lang: Lang,
    sorts: [&'static str; Sort::ALL.len()],
    triages: [&'static str; Triage::ALL.len()],
    elements: [&'static str; Element::ALL.len()],
    phases: [&'static str; Phase::ALL.len()],
}

pub const ID: Occasions = Occasions {
    lang: Lang::Id,
    sorts: [
        "rapat evaluasi",
        "rapat koordinasi",
        "sosialisasi",
        "musyawarah desa",
        "pelatihan",
        "acara lain",
    ],
    triages: [
        "lanjut tahap",
        "tetap, ada RTL",
        "dampingi",
        "rujuk ke program lain",
        "tinjau ulang pilihan produk",
        "tunda",
        "serahkan ke provinsi",
    ],
    elements: [
        "kepala desa",
        "sekretaris desa",
        "perangkat",
        "BPD",
        "BUMDes",
        "kelompok/UMKM",
        "tokoh",
        "PLD",
        "PD",
        "TAPM/tenaga ahli",
        "kecamatan",
        "OPD kabupaten",
        "OPD provinsi",
        "BPJS",
        "BP3MI",
        "bank",
        "media",
        "lain",
    ],
    phases: [
        "direncanakan",
        "agenda dibekukan",
        "berlangsung",
        "ditutup",
        "final",
        "dibatalkan",
    ],
};

pub const EN: Occasions = Occasions {
    lang: Lang::En,
    sorts: [
        "review meeting",
        "coordination meeting",
        "outreach event",
        "village deliberation",
        "training",
        "other event",
    ],
    triages: [
        "on to the next stage",
        "stays, with an action",
        "assist",
        "refer to another programme",
        "reconsider the product",
        "later",
        "hand over to the province",
    ],
    elements: [
        "village head",
        "village secretary",
        "village official",
        "BPD",
        "BUMDes",
        "group/MSME",
        "community figure",
        "PLD",
        "PD",
        "TAPM/expert",
        "kecamatan",
        "regency office",
        "province office",
        "BPJS",
        "BP3MI",
        "bank",
        "media",
        "other",
    ],
    phases: [
        "planned",
        "agenda frozen",
        "in session",
        "closed",
        "final",
        "cancelled",
    ],
};

impl Occasions {
    #[must_use]
    pub fn sort(&self, sort: Sort) -> &'static str {
        self.sorts[sort as usize]
    }

    #[must_use]
    pub fn triage(&self, triage: Triage) -> &'static str {
        self.triages[triage as usize]
    }

    #[must_use]
    pub fn element(&self, element: Element) -> &'static str {
        self.elements[element as usize]
    }

    #[must_use]
    pub fn phase(&self, phase: Phase) -> &'static str {
        self.phases[phase as usize - 1]
    }

    /// The item of an agenda by its number.
    #[must_use]
    pub fn item(&self, number: u32) -> String {
        match self.lang {
            Lang::Id => format!("butir {number}"),
            Lang::En => format!("item {number}"),
        }
    }
}

impl Strings {
    /// What happened at an occasion: `hadir: Maria Bere (kepala desa)`.
    #[must_use]
    pub(super) fn happening(&self, happening: &Happening) -> String {
        let w = &self.occasions;
        let of = |id: &str, en: &str, rest: &str| {
            let word = if self.lang == Lang::Id { id } else { en };
            if rest.is_empty() {
                word.to_owned()
            } else {
                format!("{word}: {rest}")
            }
        };
        match happening {
            Happening::Planned(e) => of(
                "kegiatan direncanakan",
                "occasion planned",
                &format!("{}, {}", e.plan.title, self.facts.short_day(e.plan.day)),
            ),
            Happening::Amended(e) => of("rencana diubah", "plan changed", &e.plan.title),
            Happening::Cancelled(e) => of("kegiatan dibatalkan", "occasion cancelled", &e.reason),
            Happening::AgendaFrozen(e) => of(
                "agenda dibekukan",
                "agenda frozen",
                &format!("{} ({})", e.number, e.topics.len()),
            ),
            Happening::ItemAdded(e) => of("butir ditambah", "item added", &w.item(e.item)),
            Happening::Opened(_) => of("dibuka", "opened", ""),
            Happening::ItemBegun(e) => of("dibahas", "treated", &w.item(e.item)),
            Happening::ItemPostponed(e) => of("ditunda", "postponed", &w.item(e.item)),
            Happening::ItemSkipped(e) => of("dilewati", "skipped", &w.item(e.item)),
            Happening::ItemNoted(e) => of("catatan rapat", "minutes", &e.text),
            Happening::ItemDecided(e) => {
                let mut rest = format!("{}, {}", w.item(e.item), w.triage(e.triage));
                if !e.note.is_empty() {
                    rest.push_str(", ");
                    rest.push_str(&e.note);
                }
                of("diputuskan", "decided", &rest)
            }
            Happening::GuestArrived(e) => of(
                "hadir",
                "present",
                &format!("{} ({})", e.guest.name, w.element(e.guest.element)),
            ),
            Happening::GuestAmended(e) => of(
                "daftar hadir diperbaiki",
                "attendance amended",
                &e.guest.name,
            ),
            Happening::GuestWithdrawn(e) => {
                of("daftar hadir dicoret", "attendance withdrawn", &e.reason)
            }
            Happening::Closed(_) => of("ditutup", "closed", ""),
            Happening::Finalised(_) => of("final", "final", ""),
            Happening::AddendumMade(e) => {
                of("adendum", "addendum", &format!("{}, {}", e.number, e.text))
            }
        }
    }
}

impl Facts {
    /// Why an act at an occasion cannot be done.
    #[must_use]
    pub(super) fn occasion_refusal(&self, why: &OccasionRefusal) -> String {
        use OccasionRefusal as No;
        let id = self.lang == Lang::Id;
        let say = |a: &str, b: &str| if id { a } else { b }.to_owned();
        match why {
            No::Unknown => say(
                "Rapat atau acara ini tidak ada, atau rencananya telah diurungkan.",
                "There is no such meeting or event, or its plan was undone.",
            ),
            No::PlannedAlready => say("Sudah direncanakan.", "It is planned already."),
            No::IsFinal => say(
                "Sudah final: hanya bisa ditambah adendum.",
                "It is final: only an addendum can be added.",
            ),
            No::IsCancelled => say("Sudah dibatalkan.", "It has been cancelled."),
            No::IsOpen => say("Sudah dibuka.", "It has been opened already."),
            No::IsClosed => say("Sudah ditutup.", "It has been closed already."),
            No::NotOpen => say(
                "Belum dibuka: buka dahulu.",
                "It is not open: open it first.",
            ),
            No::NotClosed => say(
                "Belum ditutup: tutup dahulu.",
                "It is not closed: close it first.",
            ),
            No::NotFinal => say(
                "Belum final: perbaiki langsung, tanpa adendum.",
                "It is not final: correct it directly, without an addendum.",
            ),
            No::UnderWay => say(
                "Sudah berjalan: ada butir yang dibahas, catatan, atau orang yang hadir. Rencana, agenda, dan pembukaannya tidak bisa diurungkan; urungkan dahulu yang dicatat sesudahnya.",
                "It is under way: items were treated, or people came. Its plan, agenda and opening cannot be undone; first undo what was recorded after them.",
            ),
            No::HasOutcome => say(
                "Agenda ini sudah punya keputusan, catatan, atau janji: tidak bisa diganti, dan kegiatannya tidak bisa dibatalkan. Tambahkan butir, atau buka lalu tutup.",
                "This agenda has decisions, notes or promises: it cannot be replaced, nor the occasion cancelled. Add items, or open and close it.",
            ),
            No::IsLast(n) => {
                if id {
                    format!(
                        "Butir {n} yang terakhir: tidak ada butir sesudahnya. Lewati saja, atau tutup rapatnya."
                    )
                } else {
                    format!(
                        "Item {n} is the last one: nothing comes after it. Leave it out, or close the meeting."
                    )
                }
            }
            No::DayStands(day) => {
                let day = self.day(*day);
                if id {
                    format!(
                        "Sudah dibuka untuk {day}: harinya tidak bisa diubah lagi. Selama belum ada yang dibahas, urungkan pembukaannya; sesudah itu tulis sebagai catatan atau adendum."
                    )
                } else {
                    format!(
                        "It was opened for {day}: the day cannot be changed any more. While nothing was treated, undo the opening; after that write it as a note or an addendum."
                    )
                }
            }
            No::NoAgenda => say(
                "Belum ada agenda: bekukan agenda dahulu.",
                "There is no agenda: freeze an agenda first.",
            ),
            No::EmptyAgenda => say(
                "Agenda kosong: pilih desa atau tulis topik.",
                "The agenda is empty: choose villages or write topics.",
            ),
            No::NoItem(n) => {
                if id {
                    format!("Agenda tidak punya butir {n}.")
                } else {
                    format!("The agenda has no item {n}.")
                }
            }
            No::TwiceOnAgenda(code) => {
                if id {
                    format!("Desa {code} sudah ada di agenda.")
                } else {
                    format!("The village {code} is on the agenda already.")
                }
            }
            No::SameItem(n) => {
                if id {
                    format!("Butir {n} sedang dibahas.")
                } else {
                    format!("Item {n} is being treated already.")
                }
            }
            No::IsSkipped(n) => {
                if id {
                    format!("Butir {n} sudah dilewati.")
                } else {
                    format!("Item {n} has been skipped already.")
                }
            }
            No::UnknownGuest => say(
                "Tidak ada orang ini di daftar hadir.",
                "This person is not on the list of attendance.",
            ),
            No::AlreadyHere { name, .. } => {
                if id {
                    format!("{name} dari tempat yang sama sudah tercatat hadir.")
                } else {
                    format!("{name} of the same place is on the list already.")
                }
            }
            No::NoOrigin => say(
                "Isi desa, atau instansinya.",
                "Fill in the village, or the agency.",
            ),
            No::BadPhone => say(
                "Nomor telepon berisi angka, misalnya 0812-3456-7890.",
                "A telephone number is made of digits, such as 0812-3456-7890.",
            ),
            No::BadNik => say("NIK terdiri atas 16 angka.", "A NIK is made of 16 digits."),
            No::NothingChanged => say("Tidak ada yang berubah.", "Nothing has changed."),
        }
    }
}
