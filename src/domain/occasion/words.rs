//! The enumerations of meetings and events (domain.md 3.5).

use serde::{Deserialize, Serialize};

use crate::domain::words::words;

words! {
    /// What sort of occasion it is.
    Sort {
        Review = "rapat-evaluasi",
        Coordination = "rakor",
        Outreach = "sosialisasi",
        Deliberation = "musdes",
        Training = "pelatihan",
        Other = "lain",
    }
}

impl Sort {
    /// A review or coordination meeting: it has an agenda and a number, and makes promises.
    #[must_use]
    pub fn is_meeting(self) -> bool {
        matches!(self, Self::Review | Self::Coordination)
    }
}

words! {
    /// What a meeting makes of a village's item.
    Triage {
        Forward = "lanjut",
        Stays = "tetap",
        Assist = "dampingi",
        Refer = "rujuk",
        Reconsider = "tinjau-ulang",
        Later = "tunda",
        Province = "provinsi",
    }
}

words! {
    /// The element (unsur) that somebody at an occasion belongs to.
    Element {
        Head = "kades",
        Secretary = "sekdes",
        Official = "perangkat",
        Council = "bpd",
        Bumdes = "bumdes",
        Group = "kelompok",
        Figure = "tokoh",
        LocalCompanion = "pld",
        Companion = "pd",
        Expert = "tapm",
        Kecamatan = "kecamatan",
        Regency = "opd-kabupaten",
        Province = "opd-provinsi",
        Bpjs = "bpjs",
        Bp3mi = "bp3mi",
        Bank = "bank",
        Media = "media",
        Other = "lain",
    }
}

impl Element {
    /// A village has one of these at a time, so that two from one village are worth a second look.
    #[must_use]
    pub fn is_single(self) -> bool {
        matches!(self, Self::Head | Self::Secretary)
    }
}

words! {
    /// Laki-laki or perempuan, as attendance lists ask for.
    Sex {
        Male = "L",
        Female = "P",
    }
}

impl Sex {
    /// Accepts `L`, `l`, `P`, `p`.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        match text.trim() {
            "L" | "l" => Some(Self::Male),
            "P" | "p" => Some(Self::Female),
            _ => None,
        }
    }
}
