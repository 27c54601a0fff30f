//! Words of the entries of the event desk: their inputs, and what is wrong.

use super::Reception;
use crate::domain::occasion::Sex;

impl Reception {
    #[must_use]
    pub fn arrival(&self) -> &'static str {
        self.say("Catat hadir", "Check in")
    }

    #[must_use]
    pub fn correction(&self) -> &'static str {
        self.say("Perbaiki hadir", "Correct entry")
    }

    /// What is half typed on another connection.
    #[must_use]
    pub fn about(&self, person: bool) -> &'static str {
        if person {
            self.say("catat hadir", "check in")
        } else {
            self.say("rencana acara", "plan of an event")
        }
    }

    #[must_use]
    pub fn new_event(&self) -> &'static str {
        self.say("Acara baru", "New event")
    }

    #[must_use]
    pub fn change_event(&self) -> &'static str {
        self.say("Ubah acara", "Change event")
    }

    /// Inputs of a person: name, origin, element, sex, office, for whom, telephone.
    #[must_use]
    pub fn person_labels(&self) -> [&'static str; 7] {
        if self.is_id() {
            [
                "Nama", "Asal", "Unsur", "L/P", "Jabatan", "Mewakili", "No. HP",
            ]
        } else {
            [
                "Name", "From", "Element", "L/P", "Office", "For whom", "Phone",
            ]
        }
    }

    /// Inputs of an event: kind, name, day, time, place, organiser, opener, scope.
    #[must_use]
    pub fn event_labels(&self) -> [&'static str; 8] {
        if self.is_id() {
            [
                "Jenis",
                "Nama",
                "Hari",
                "Pukul",
                "Tempat",
                "Oleh",
                "Pembuka",
                "Desa dari",
            ]
        } else {
            [
                "Kind", "Name", "Day", "Time", "Place", "By", "Opener", "Villages",
            ]
        }
    }

    #[must_use]
    pub fn sex(&self, sex: Sex) -> &'static str {
        match sex {
            Sex::Male => self.say("L laki-laki", "L man"),
            Sex::Female => self.say("P perempuan", "P woman"),
        }
    }

    /// The kinds of events, in the order of their letters.
    #[must_use]
    pub fn sorts(&self) -> [&'static str; 4] {
        if self.is_id() {
            ["sosialisasi", "musdes", "pelatihan", "acara lain"]
        } else {
            ["outreach", "deliberation", "training", "other"]
        }
    }

    /// Below what stands there from the entry before, marked with `=`.
    #[must_use]
    pub fn same_again(&self) -> &'static str {
        self.say(
            "= seperti tadi: Enter, atau ketik yang lain",
            "= as before: Enter, or type another",
        )
    }

    #[must_use]
    pub fn agency(&self, name: &str) -> String {
        if self.is_id() {
            format!("instansi {name}")
        } else {
            format!("agency {name}")
        }
    }

    /// The candidate that takes what is typed for an agency.
    #[must_use]
    pub fn as_agency(&self, typed: &str) -> String {
        if self.is_id() {
            format!("instansi, bukan desa: {typed}")
        } else {
            format!("an agency, no village: {typed}")
        }
    }

    #[must_use]
    pub fn find_about(&self) -> &'static str {
        self.say(
            "Ketik sepotong nama desa, atau nama instansi.",
            "Type a piece of the village's name, or an agency.",
        )
    }

    #[must_use]
    pub fn no_village(&self) -> &'static str {
        self.say("Tidak ada desa seperti itu.", "There is no such village.")
    }

    #[must_use]
    pub fn more_villages(&self, n: usize) -> String {
        if self.is_id() {
            format!("dan {n} lagi: ketik lebih banyak")
        } else {
            format!("and {n} more: type more")
        }
    }

    /// While something is typed that needs no number: the telephone number is kept apart.
    #[must_use]
    pub fn phone_about(&self) -> &'static str {
        self.say(
            "Disimpan terpisah dari jejak dan dapat dihapus.",
            "Kept apart from the log; it can be erased.",
        )
    }

    #[must_use]
    pub fn empty_name(&self) -> &'static str {
        self.say("Tulis namanya.", "Write the name.")
    }

    #[must_use]
    pub fn empty_origin(&self) -> &'static str {
        self.say(
            "Pilih desa (nomornya), atau 0 untuk instansi.",
            "Choose the village (its number), or 0 for an agency.",
        )
    }

    #[must_use]
    pub fn empty_letter(&self) -> &'static str {
        self.say("Tekan satu hurufnya.", "Press one of the letters.")
    }

    #[must_use]
    pub fn bad_phone(&self) -> &'static str {
        self.say(
            "Nomor telepon berisi angka, misalnya 0812-3456-7890.",
            "A telephone number is made of digits, such as 0812-3456-7890.",
        )
    }

    #[must_use]
    pub fn bad_day(&self) -> &'static str {
        self.say(
            "Tulis harinya: 24/11, besok, jumat, 2mg.",
            "Write the day: 24/11, tomorrow, friday, 2w.",
        )
    }

    #[must_use]
    pub fn bad_time(&self) -> &'static str {
        self.say(
            "Tulis pukul seperti 9 atau 09.30.",
            "Write a time such as 9 or 09.30.",
        )
    }

    #[must_use]
    pub fn find_hint(&self) -> &'static str {
        self.say(
            "angka pilih, Enter satu-satunya, 0 instansi, Esc tutup",
            "number picks, Enter the only one, 0 agency, Esc close",
        )
    }

    #[must_use]
    pub fn letter_hint(&self) -> &'static str {
        self.say(
            "huruf pilih, Enter lewati, Esc tutup",
            "letter picks, Enter skips, Esc close",
        )
    }

    #[must_use]
    pub fn region_hint(&self) -> &'static str {
        self.say(
            "j k atau huruf pilih, Enter lanjut, Esc tutup",
            "j k or a letter pick, Enter on, Esc close",
        )
    }

    #[must_use]
    pub fn button_hint(&self) -> &'static str {
        self.say(
            "Enter simpan, angka ke isian itu, q tutup",
            "Enter saves, a number goes to its input, q close",
        )
    }

    #[must_use]
    pub fn doubt_hint(&self) -> &'static str {
        self.say(
            "1 2 3 pilih, q kembali ke isian",
            "1 2 3 choose, q back to the form",
        )
    }
}
