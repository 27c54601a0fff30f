//! Words of the event desk.

mod entry;

use super::Lang;
use super::commands::CommandText;
use crate::domain::occasion::{Count, Double, Element};

/// Why a command of the event desk cannot be used now, and the heads of its choosers.
pub struct DeskReasons {
    pub elsewhere: &'static str,
    pub no_event: &'static str,
    pub no_guest: &'static str,
    pub is_final: &'static str,
    pub is_cancelled: &'static str,
    pub not_open: &'static str,
    pub is_meeting: &'static str,
    pub pick_event: &'static str,
    pub pick_strike: &'static str,
}

pub const REASONS_ID: DeskReasons = DeskReasons {
    elsewhere: "hanya di layar Acara (5) atau di sebuah rapat (4)",
    no_event: "belum ada acara yang dipilih",
    no_guest: "pilih orangnya dahulu di daftar hadir (l)",
    is_final: "acara ini sudah final",
    is_cancelled: "acara ini dibatalkan",
    not_open: "acara ini tidak sedang berlangsung",
    is_meeting: "ini sebuah rapat: di layar Rapat (4)",
    pick_event: "Acara",
    pick_strike: "Coret dari daftar hadir",
};

pub const REASONS_EN: DeskReasons = DeskReasons {
    elsewhere: "only on the screen Events (5) or at a meeting (4)",
    no_event: "no event is chosen",
    no_guest: "choose the person on the list first (l)",
    is_final: "this event is final",
    is_cancelled: "this event is cancelled",
    not_open: "this event is not in session",
    is_meeting: "this is a meeting: on the Meeting screen (4)",
    pick_event: "Event",
    pick_strike: "Strike off the list",
};

/// The commands of the event desk.
pub struct DeskCommands {
    pub events: CommandText,
    pub check_in: CommandText,
    pub correct_guest: CommandText,
    pub strike_guest: CommandText,
    pub new_event: CommandText,
    pub change_event: CommandText,
    pub close_event: CommandText,
}

const fn t(label: &'static str, help: &'static str) -> CommandText {
    CommandText { label, help }
}

pub const COMMANDS_ID: DeskCommands = DeskCommands {
    events: t(
        "Acara",
        "Meja acara: siapa yang hadir, desa yang sudah dan belum hadir per kecamatan.",
    ),
    check_in: t(
        "catat hadir",
        "Di Acara dan di rapat: catat orang yang datang; isian terbuka lagi untuk orang berikut.",
    ),
    correct_guest: t(
        "perbaiki hadir",
        "Di daftar hadir: perbaiki baris di bawah kursor (Enter).",
    ),
    strike_guest: t(
        "coret hadir",
        "Di daftar hadir: coret baris di bawah kursor, dengan alasannya.",
    ),
    new_event: t("acara baru", "Buat acara: sosialisasi, musdes, pelatihan."),
    change_event: t(
        "ubah acara",
        "Ubah jenis, nama, hari, tempat, penyelenggara.",
    ),
    close_event: t(
        "tutup acara",
        "Acara selesai; daftar hadir masih dapat diperbaiki.",
    ),
};

pub const COMMANDS_EN: DeskCommands = DeskCommands {
    events: t(
        "Events",
        "The event desk: who is here, which villages are and are not, by kecamatan.",
    ),
    check_in: t(
        "check in",
        "On Events and at a meeting: enter somebody who comes; the form opens again for the next one.",
    ),
    correct_guest: t(
        "correct entry",
        "On the list of attendance: correct the line under the cursor (Enter).",
    ),
    strike_guest: t(
        "strike entry",
        "On the list of attendance: strike out the line under the cursor, with the reason.",
    ),
    new_event: t(
        "new event",
        "Make an event: outreach, deliberation, training.",
    ),
    change_event: t("change event", "Change kind, name, day, place, organiser."),
    close_event: t(
        "close event",
        "The event is over; the list can still be corrected.",
    ),
};

/// What the event desk says.
pub struct Reception {
    pub(super) lang: Lang,
}

/// The elements in at most eight columns.
const SHORT_ID: [&str; 18] = [
    "kades", "sekdes", "aparat", "BPD", "BUMDes", "kelompok", "tokoh", "PLD", "PD", "TAPM",
    "camat", "OPD kab", "OPD prov", "BPJS", "BP3MI", "bank", "media", "lain",
];
const SHORT_EN: [&str; 18] = [
    "head", "secr.", "official", "BPD", "BUMDes", "group", "figure", "PLD", "PD", "expert",
    "subdist.", "regency", "province", "BPJS", "BP3MI", "bank", "media", "other",
];

impl Reception {
    fn say(&self, id: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    fn is_id(&self) -> bool {
        self.lang == Lang::Id
    }

    #[must_use]
    pub fn title(&self) -> &'static str {
        self.say("Acara", "Events")
    }

    /// The page of villages without a product.
    #[must_use]
    pub fn no_product(&self) -> &'static str {
        self.say("Tanpa produk = K0 + K1", "No product = K0 + K1")
    }

    #[must_use]
    pub fn without_of_all(&self) -> &'static str {
        self.say("tanpa", "none")
    }

    #[must_use]
    pub fn no_product_hint(&self) -> &'static str {
        self.say(
            "Enter daftar desanya, w teks WA, q kembali",
            "Enter the villages, w WhatsApp text, q back",
        )
    }

    #[must_use]
    pub fn guests(&self) -> &'static str {
        self.say("Daftar hadir", "Attendance")
    }

    #[must_use]
    pub fn no_events(&self) -> &'static str {
        self.say(
            "Belum ada acara. Enter membuat acara (sosialisasi, musdes, pelatihan); sesudah itu H mencatat siapa yang hadir.",
            "There is no event yet. Enter makes one (outreach, deliberation, training); after that H enters who comes.",
        )
    }

    #[must_use]
    pub fn no_events_view(&self) -> &'static str {
        self.say("Belum ada acara.", "There is no event yet.")
    }

    #[must_use]
    pub fn nobody(&self) -> &'static str {
        self.say(
            "Belum ada yang hadir. H mencatat orang pertama.",
            "Nobody is here yet. H enters the first person.",
        )
    }

    #[must_use]
    pub fn names_hidden(&self) -> &'static str {
        self.say(
            "Hanya lihat: nama tidak ditampilkan.",
            "View only: names are not shown.",
        )
    }

    /// In place of a name where no personal data is shown.
    #[must_use]
    pub fn hidden(&self) -> &'static str {
        self.say("(nama disembunyikan)", "(name hidden)")
    }

    /// In the log, where no personal data is shown.
    #[must_use]
    pub fn somebody(&self) -> &'static str {
        self.say("hadir (nama disembunyikan)", "attendance (name hidden)")
    }

    /// In the log, where no personal data is shown.
    #[must_use]
    pub fn a_note(&self) -> &'static str {
        self.say("catatan (disembunyikan)", "a note (hidden)")
    }

    #[must_use]
    pub fn people(&self, n: Count) -> String {
        let (all, men, women) = (n.all(), n.men, n.women);
        match self.lang {
            Lang::Id => format!("Hadir {all} orang: L {men}, P {women}"),
            Lang::En => format!("{all} present: L {men}, P {women}"),
        }
    }

    #[must_use]
    pub fn villages_here(&self, present: usize, of: usize) -> String {
        let absent = of - present;
        match self.lang {
            Lang::Id => format!("Desa/kel {present} dari {of} hadir, {absent} belum"),
            Lang::En => format!("Villages: {present} of {of} here, {absent} not yet"),
        }
    }

    #[must_use]
    pub fn by_kecamatan(&self) -> &'static str {
        self.say("Per kecamatan (hadir/semua)", "By kecamatan (here/all)")
    }

    #[must_use]
    pub fn by_element(&self) -> &'static str {
        self.say("Unsur", "Elements")
    }

    /// A kecamatan: how many of its villages are here, and the names of the others.
    #[must_use]
    pub fn kecamatan(&self, name: &str, here: usize, all: usize, absent: &str) -> String {
        match (self.lang, absent) {
            (Lang::Id, "") => format!("{name} {here}/{all}, lengkap"),
            (Lang::En, "") => format!("{name} {here}/{all}, complete"),
            (Lang::Id, absent) => format!("{name} {here}/{all}, belum: {absent}"),
            (Lang::En, absent) => format!("{name} {here}/{all}, not yet: {absent}"),
        }
    }

    #[must_use]
    pub fn unexpected(&self, names: &str) -> String {
        match self.lang {
            Lang::Id => format!("Hadir di luar undangan: {names}"),
            Lang::En => format!("Here without being expected: {names}"),
        }
    }

    #[must_use]
    pub fn element_count(&self, name: &str, n: Count) -> String {
        format!("{name} {} (L {}, P {})", n.all(), n.men, n.women)
    }

    #[must_use]
    pub fn organiser(&self) -> &'static str {
        self.say("Penyelenggara", "Organiser")
    }

    #[must_use]
    pub fn opener(&self) -> &'static str {
        self.say("Dibuka oleh", "Opened by")
    }

    /// An element in at most eight columns.
    #[must_use]
    pub fn element(&self, element: Element) -> &'static str {
        let at = element as usize;
        self.say(SHORT_ID[at], SHORT_EN[at])
    }

    /// An event in the list: how many are here.
    #[must_use]
    pub fn present(&self, n: u32) -> String {
        match self.lang {
            Lang::Id => format!("{n} hadir"),
            Lang::En => format!("{n} here"),
        }
    }

    /// Somebody with office, and for whom he or she came.
    #[must_use]
    pub fn person(&self, name: &str, office: &str, represents: &str) -> String {
        match (self.lang, represents) {
            (_, "") => format!("{name} ({office})"),
            (Lang::Id, who) => format!("{name} ({office}, mewakili {who})"),
            (Lang::En, who) => format!("{name} ({office}, for {who})"),
        }
    }

    /// Who of a village is at an event.
    #[must_use]
    pub fn here(&self, title: &str, n: usize, people: &str) -> String {
        match (self.lang, n) {
            (Lang::Id, 0) => format!("Belum hadir di {title}."),
            (Lang::En, 0) => format!("Nobody of it is at {title} yet."),
            (Lang::Id, _) => format!("Hadir di {title}: {people}."),
            (Lang::En, _) => format!("At {title}: {people}."),
        }
    }

    #[must_use]
    pub fn arrived(&self, name: &str, origin: &str) -> String {
        match self.lang {
            Lang::Id => format!("Hadir: {name}, {origin}."),
            Lang::En => format!("Here: {name}, {origin}."),
        }
    }

    #[must_use]
    pub fn not_entered(&self, name: &str) -> String {
        match self.lang {
            Lang::Id => format!("{name} tidak dicatat dua kali."),
            Lang::En => format!("{name} is not entered twice."),
        }
    }

    #[must_use]
    pub fn phone_kept(&self) -> &'static str {
        self.say("nomor HP disimpan", "telephone number kept")
    }

    #[must_use]
    pub fn moved(&self, who: &str, what: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Sementara itu {who} mencatat: {what}. Enter menyimpan isian ini, Esc membiarkan yang itu."
            ),
            Lang::En => format!(
                "Meanwhile {who} recorded: {what}. Enter saves this form, Esc leaves what they wrote."
            ),
        }
    }

    /// Somebody on the list who may be the one that is entered.
    #[must_use]
    pub fn double(&self, why: Double, name: &str, element: &str, origin: &str, at: &str) -> String {
        let what = match why {
            Double::SamePerson => self.say("nama dan tempat sama", "same name and place"),
            Double::SameName => self.say("nama sama, tempat lain", "same name, another place"),
            Double::SameOffice => {
                self.say("jabatan sama, desa sama", "same office of the same village")
            }
        };
        match self.lang {
            Lang::Id => format!("Sudah tercatat {at}: {name}, {element}, {origin} ({what})."),
            Lang::En => format!("On the list since {at}: {name}, {element}, {origin} ({what})."),
        }
    }

    /// The choice before a double is written.
    #[must_use]
    pub fn double_choice(&self) -> [&'static str; 3] {
        if self.is_id() {
            [
                "1 orang lain: tetap catat",
                "2 orang yang sama: jangan catat",
                "3 perbaiki yang sudah tercatat",
            ]
        } else {
            [
                "1 another person: enter",
                "2 the same person: do not enter",
                "3 correct the entry that is there",
            ]
        }
    }

    #[must_use]
    pub fn strike_reasons(&self) -> [&'static str; 3] {
        if self.is_id() {
            ["salah catat", "tercatat dua kali", "ternyata tidak hadir"]
        } else {
            ["entered by mistake", "entered twice", "not here after all"]
        }
    }

    #[must_use]
    pub fn strike_whom(&self, name: &str) -> String {
        match self.lang {
            Lang::Id => format!("Coret {name}? Pilih alasannya."),
            Lang::En => format!("Strike out {name}? Choose the reason."),
        }
    }
}
