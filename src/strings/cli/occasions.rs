//! What the commands on meetings and events say.

use super::Lang;
use crate::domain::list::Place;
use crate::domain::occasion::{Count, Double, Handled, Pace, PromiseCounts, PromiseStatus};
use crate::strings::facts::Facts;

pub struct OccasionWords {
    pub(super) lang: Lang,
}

impl OccasionWords {
    fn what(&self, meetings: bool) -> &'static str {
        match (self.lang, meetings) {
            (Lang::Id, true) => "rapat",
            (Lang::Id, false) => "acara",
            (Lang::En, true) => "meeting",
            (Lang::En, false) => "event",
        }
    }

    #[must_use]
    pub fn not_found(&self, meetings: bool, asked: &str) -> String {
        let what = self.what(meetings);
        match self.lang {
            Lang::Id => format!("Tidak ada {what} \u{201c}{asked}\u{201d}."),
            Lang::En => format!("There is no {what} \u{201c}{asked}\u{201d}."),
        }
    }

    /// Before the newest ones.
    #[must_use]
    pub fn latest(&self) -> &'static str {
        self.lang.pick("Yang terakhir:", "The latest:")
    }

    /// After what is never taken back.
    #[must_use]
    pub fn stands(&self) -> &'static str {
        self.lang.pick(
            "Ini tidak dapat diurungkan; perbaikan selanjutnya lewat adendum.",
            "That cannot be undone; further corrections are addenda.",
        )
    }

    /// None is so far that it could be meant without being named.
    #[must_use]
    pub fn none_fits(&self, meetings: bool) -> &'static str {
        match (self.lang, meetings) {
            (Lang::Id, true) => {
                "Tidak ada rapat yang dapat dimaksud; sebutkan dengan --meeting, atau buat: ovop meeting new."
            }
            (Lang::Id, false) => {
                "Tidak ada acara yang dapat dimaksud; sebutkan dengan --event, atau buat: ovop event new."
            }
            (Lang::En, true) => {
                "There is no meeting that could be meant; name one with --meeting, or make one: ovop meeting new."
            }
            (Lang::En, false) => {
                "There is no event that could be meant; name one with --event, or make one: ovop event new."
            }
        }
    }

    #[must_use]
    pub fn which_one(&self, meetings: bool) -> &'static str {
        match (self.lang, meetings) {
            (Lang::Id, true) => {
                "Ada beberapa rapat; tidak ada yang diubah. Sebutkan satu dengan --meeting, misalnya nomornya:"
            }
            (Lang::Id, false) => {
                "Ada beberapa acara; tidak ada yang diubah. Sebutkan satu dengan --event, misalnya kata dari judulnya:"
            }
            (Lang::En, true) => {
                "There are several meetings; nothing was changed. Name one with --meeting, by its number for instance:"
            }
            (Lang::En, false) => {
                "There are several events; nothing was changed. Name one with --event, by a word of its title for instance:"
            }
        }
    }

    #[must_use]
    pub fn none_yet(&self, meetings: bool) -> &'static str {
        match (self.lang, meetings) {
            (Lang::Id, true) => {
                "Belum ada rapat. Rencanakan: ovop meeting new \"Rapat evaluasi\" --on besok"
            }
            (Lang::Id, false) => {
                "Belum ada acara. Rencanakan: ovop event new \"Sosialisasi OVOP\" --on besok"
            }
            (Lang::En, true) => {
                "No meeting yet. Plan one: ovop meeting new \"Review meeting\" --on tomorrow"
            }
            (Lang::En, false) => {
                "No event yet. Plan one: ovop event new \"OVOP outreach\" --on tomorrow"
            }
        }
    }

    #[must_use]
    pub fn bad_time(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => format!("{asked}: jam tidak terbaca; tulis seperti 9 atau 09.15."),
            Lang::En => format!("{asked}: not a time; write it like 9 or 09:15."),
        }
    }

    #[must_use]
    pub fn no_current(&self) -> &'static str {
        self.lang.pick(
            "Belum ada butir yang sedang dibahas: sebutkan butirnya, atau mulai dengan ovop meeting next.",
            "No item is in treatment: name the item, or begin with ovop meeting next.",
        )
    }

    #[must_use]
    pub fn not_on_agenda(&self, place: &Place) -> String {
        match self.lang {
            Lang::Id => format!("{} ({}) tidak ada di agenda.", place.name, place.kecamatan),
            Lang::En => format!("{} ({}) is not on the agenda.", place.name, place.kecamatan),
        }
    }

    #[must_use]
    pub fn no_more(&self) -> &'static str {
        self.lang.pick(
            "Tidak ada butir lagi di arah itu.",
            "There is no further item that way.",
        )
    }

    /// A promise is not whole.
    #[must_use]
    pub fn promise_needs(&self, option: &str) -> String {
        match self.lang {
            Lang::Id => format!("Janji belum lengkap: isi --{option}. Tidak ada yang dicatat."),
            Lang::En => format!("The promise is not whole: add --{option}. Nothing was recorded."),
        }
    }

    #[must_use]
    pub fn goes_on_with(&self, line: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Melanjutkan rapat {line}. Bila bukan: ovop meeting change … --follows RAPAT (atau - untuk tidak ada)."
            ),
            Lang::En => format!(
                "It goes on with the meeting {line}. If not: ovop meeting change … --follows MEETING (or - for none)."
            ),
        }
    }

    #[must_use]
    pub fn goes_on_with_none(&self) -> &'static str {
        self.lang.pick(
            "Rapat pertama di wilayahnya: tidak melanjutkan rapat lain. Bila melanjutkan: ovop meeting change … --follows RAPAT.",
            "The first meeting of its region: it goes on with no other. If it does: ovop meeting change … --follows MEETING.",
        )
    }

    /// The first who came opened the event.
    #[must_use]
    pub fn opened_by_it(&self) -> &'static str {
        self.lang.pick(
            "Acara dibuka: yang pertama hadir.",
            "The event is opened: the first one is there.",
        )
    }

    /// Opened after the day of its plan.
    #[must_use]
    pub fn opened_for_past(&self, day: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Dicatat untuk {day}, hari yang direncanakan. Bila rapatnya hari ini: ovop undo, lalu ovop meeting change … --on sekarang sebelum dibuka."
            ),
            Lang::En => format!(
                "Recorded for {day}, the day of the plan. If the meeting is today: ovop undo, then ovop meeting change … --on today before it opens."
            ),
        }
    }

    /// A meeting opened after the day of its plan, and planned anew for its opening.
    #[must_use]
    pub fn opened_late(&self, planned: &str, today: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Direncanakan untuk {planned}; dibuka dan dicatat untuk hari ini, {today}. Bila rapatnya pada hari rencana: ovop undo, lalu ovop meeting open --at JAM."
            ),
            Lang::En => format!(
                "Planned for {planned}; opened and recorded for today, {today}. If it was held on the day of the plan: ovop undo, then ovop meeting open --at TIME."
            ),
        }
    }

    /// Opened before the day of its plan.
    #[must_use]
    pub fn opened_early(&self, planned: &str, today: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("Direncanakan untuk {planned}; dibuka dan dicatat untuk hari ini, {today}.")
            }
            Lang::En => format!("Planned for {planned}; opened and recorded for today, {today}."),
        }
    }

    #[must_use]
    pub fn its_id(&self, id: &str) -> String {
        match self.lang {
            Lang::Id => format!("Untuk menyebutnya: {id}, atau kata dari judulnya."),
            Lang::En => format!("To name it: {id}, or words of its title."),
        }
    }

    /// Why a guest may stand on the list already.
    #[must_use]
    pub fn perhaps_double(&self, why: Double, name: &str) -> String {
        match (self.lang, why) {
            (Lang::Id, Double::SamePerson | Double::SameName) => {
                format!("Periksa: nama {name} juga ada, dari tempat lain.")
            }
            (Lang::Id, Double::SameOffice) => {
                format!("Periksa: desa ini sudah punya {name} dengan jabatan yang sama.")
            }
            (Lang::En, Double::SamePerson | Double::SameName) => {
                format!("Look again: there is a {name} of another place too.")
            }
            (Lang::En, Double::SameOffice) => {
                format!("Look again: {name} holds the same office of this village.")
            }
        }
    }

    #[must_use]
    pub fn contact_kept(&self) -> &'static str {
        self.lang.pick(
            "Nomor telepon atau NIK disimpan di luar jejak.",
            "The telephone number or NIK is kept beside the log.",
        )
    }

    #[must_use]
    pub fn forget_whom(&self) -> &'static str {
        self.lang.pick(
            "Sebutkan orangnya (nomor pada daftar hadir atau nama), atau --all untuk semua.",
            "Name the person (number on the list or name), or --all for everybody.",
        )
    }

    #[must_use]
    pub fn forgotten(&self, people: usize) -> String {
        match (self.lang, people) {
            (Lang::Id, 0) => "Tidak ada nomor telepon atau NIK yang tersimpan.".into(),
            (Lang::Id, n) => format!(
                "Nomor telepon dan NIK {n} orang dihapus dari berkas basis data; ini tidak dapat diurungkan. Salinan dan cadangan lama tidak ikut berubah."
            ),
            (Lang::En, 0) => "No telephone number or NIK is kept.".into(),
            (Lang::En, n) => format!(
                "Telephone numbers and NIK erased from the database's files, people: {n}; that cannot be undone. Older copies and backups are not changed."
            ),
        }
    }

    #[must_use]
    pub fn not_everywhere(&self) -> &'static str {
        self.lang.pick(
            "Orang lain sedang membaca: sisa lama masih ada di berkas jurnal. Ulangi perintah ini nanti.",
            "Somebody is reading: old remains are still in the journal file. Repeat this command later.",
        )
    }

    #[must_use]
    pub fn phones_hidden(&self, by_option: bool) -> &'static str {
        if by_option {
            self.lang.pick(
                "Dengan --view nomor telepon dan NIK tidak ditampilkan.",
                "With --view telephone numbers and NIK are not shown.",
            )
        } else {
            self.lang.pick(
                "Nomor telepon dan NIK tidak ditampilkan kepada pembaca.",
                "Telephone numbers and NIK are not shown to viewers.",
            )
        }
    }

    #[must_use]
    pub fn nobody(&self) -> &'static str {
        self.lang
            .pick("Belum ada yang hadir.", "Nobody is there yet.")
    }

    #[must_use]
    pub fn no_guest(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Tidak ada \u{201c}{asked}\u{201d} di daftar hadir; lihat ovop event present."
            ),
            Lang::En => {
                format!("There is no \u{201c}{asked}\u{201d} on the list; see ovop event present.")
            }
        }
    }

    #[must_use]
    pub fn present_head(&self) -> [&'static str; 7] {
        self.lang.pick(
            ["No.", "Nama", "L/P", "Unsur", "Dari", "Jam", "Jabatan"],
            ["No.", "Name", "M/F", "Element", "From", "Time", "Office"],
        )
    }

    #[must_use]
    pub fn contact_head(&self) -> [&'static str; 2] {
        self.lang.pick(["Telepon", "NIK"], ["Telephone", "NIK"])
    }

    #[must_use]
    pub fn represents(&self, office: &str, who: &str) -> String {
        let word = self.lang.pick("mewakili", "for");
        if office.is_empty() {
            format!("{word} {who}")
        } else {
            format!("{office}, {word} {who}")
        }
    }

    #[must_use]
    pub fn present_total(&self, n: Count) -> String {
        let (all, men, women) = (n.all(), n.men, n.women);
        match self.lang {
            Lang::Id => format!("Hadir: {all} (L {men}, P {women})"),
            Lang::En => format!("Present: {all} (M {men}, F {women})"),
        }
    }

    #[must_use]
    pub fn villages_here(&self, present: usize, of: usize) -> String {
        match self.lang {
            Lang::Id => format!("Desa terwakili: {present} dari {of}"),
            Lang::En => format!("Villages represented: {present} of {of}"),
        }
    }

    #[must_use]
    pub fn absent_of(&self, kecamatan: &str, absent: usize, all: usize, names: &str) -> String {
        match self.lang {
            Lang::Id => format!("{kecamatan}, belum {absent} dari {all}: {names}"),
            Lang::En => format!("{kecamatan}, {absent} of {all} not here: {names}"),
        }
    }

    #[must_use]
    pub fn list_head(&self, meetings: bool) -> [&'static str; 7] {
        let last = self.lang.pick(["Judul", "Id"], ["Title", "Id"]);
        let first = self.lang.pick(
            ["Nomor", "Hari", "Keadaan", "Diputus", "Hadir"],
            ["Number", "Day", "State", "Decided", "Present"],
        );
        let [number, day, state, decided, present] = first;
        let middle = match (self.lang, meetings) {
            (_, true) => decided,
            (Lang::Id, false) => "Jenis",
            (Lang::En, false) => "Kind",
        };
        [number, day, state, middle, present, last[0], last[1]]
    }

    /// When and where.
    #[must_use]
    pub fn when(&self, day: &str, time: Option<String>, place: &str) -> String {
        let mut line = day.to_owned();
        if let Some(time) = time {
            line.push_str(&match self.lang {
                Lang::Id => format!(", pukul {time}"),
                Lang::En => format!(", at {time}"),
            });
        }
        if !place.is_empty() {
            line.push_str(", ");
            line.push_str(place);
        }
        line
    }

    #[must_use]
    pub fn pace(&self, p: Pace) -> String {
        let (at, of) = (p.at, p.of);
        match (self.lang, p.behind) {
            (Lang::Id, n @ 1..) => format!("butir {at} dari {of}, tertinggal {n} menit"),
            (Lang::Id, n) => format!("butir {at} dari {of}, lebih cepat {} menit", -n),
            (Lang::En, n @ 1..) => format!("item {at} of {of}, {n} minutes behind"),
            (Lang::En, n) => format!("item {at} of {of}, {} minutes ahead", -n),
        }
    }

    /// In the order of the plan's texts.
    #[must_use]
    pub fn plan_labels(&self) -> [&'static str; 7] {
        self.lang.pick(
            [
                "Penyelenggara",
                "Dibuka oleh",
                "Pimpinan",
                "Notulis",
                "Undangan",
                "Dasar",
                "Sumber dana",
            ],
            [
                "Organiser",
                "Opened by",
                "Led by",
                "Minutes by",
                "Invitation",
                "Basis",
                "Funds",
            ],
        )
    }

    #[must_use]
    pub fn invited(&self) -> &'static str {
        self.lang.pick("Diundang", "Invited")
    }

    #[must_use]
    pub fn agenda_head(&self) -> &'static str {
        self.lang.pick("Agenda rapat:", "Agenda:")
    }

    #[must_use]
    pub fn notes_head(&self) -> &'static str {
        self.lang.pick("Catatan:", "Notes:")
    }

    /// Minutes spent, and those set aside.
    #[must_use]
    pub fn minutes(&self, spent: i64, planned: i64) -> String {
        match self.lang {
            Lang::Id if spent > 0 => format!("{spent} dari {planned} menit"),
            Lang::Id => format!("{planned} menit"),
            Lang::En if spent > 0 => format!("{spent} of {planned} minutes"),
            Lang::En => format!("{planned} minutes"),
        }
    }

    #[must_use]
    pub fn handled(&self, handled: Handled) -> &'static str {
        match (self.lang, handled) {
            (Lang::Id, Handled::Waiting) => "belum dibahas",
            (Lang::Id, Handled::Begun) => "dibahas, belum diputus",
            (Lang::Id, Handled::Postponed) => "ditunda ke akhir",
            (Lang::Id, Handled::Skipped) => "dilewati",
            (Lang::En, Handled::Waiting) => "not treated yet",
            (Lang::En, Handled::Begun) => "treated, not decided",
            (Lang::En, Handled::Postponed) => "moved to the end",
            (Lang::En, Handled::Skipped) => "passed over",
        }
    }

    #[must_use]
    pub fn promised(&self, n: usize) -> String {
        match (self.lang, n) {
            (Lang::Id, n) => format!("janji: {n}"),
            (Lang::En, n) => format!("promises: {n}"),
        }
    }

    #[must_use]
    pub fn addendum(&self, number: u32, day: &str, by: &str, text: &str) -> String {
        match self.lang {
            Lang::Id => format!("Adendum {number} ({day}, {by}): {text}"),
            Lang::En => format!("Addendum {number} ({day}, {by}): {text}"),
        }
    }

    #[must_use]
    pub fn promises_since(&self, line: &str) -> String {
        match self.lang {
            Lang::Id => format!("Janji sejak rapat {line}:"),
            Lang::En => format!("Promises since the meeting {line}:"),
        }
    }

    #[must_use]
    pub fn no_meeting_before(&self) -> &'static str {
        self.lang.pick(
            "Tidak ada rapat sebelumnya dalam rangkaian ini.",
            "There is no meeting before this one in its series.",
        )
    }

    #[must_use]
    pub fn promises_of_this(&self) -> &'static str {
        self.lang
            .pick("Janji rapat ini:", "Promises of this meeting:")
    }

    #[must_use]
    pub fn promise_status(&self, facts: &Facts, status: PromiseStatus) -> String {
        let word = match (self.lang, status) {
            (Lang::Id, PromiseStatus::Kept) => "DITEPATI",
            (Lang::Id, PromiseStatus::Late(n)) => return format!("LEWAT {}", facts.days(n)),
            (Lang::Id, PromiseStatus::Open) => "belum jatuh tempo",
            (Lang::Id, PromiseStatus::HandedOn) => "dialihkan",
            (Lang::Id, PromiseStatus::Partly) => "sebagian",
            (Lang::Id, PromiseStatus::Failed) => "gagal",
            (Lang::Id, PromiseStatus::Dropped) => "batal",
            (Lang::En, PromiseStatus::Kept) => "KEPT",
            (Lang::En, PromiseStatus::Late(n)) => return format!("LATE {}", facts.days(n)),
            (Lang::En, PromiseStatus::Open) => "not due yet",
            (Lang::En, PromiseStatus::HandedOn) => "handed on",
            (Lang::En, PromiseStatus::Partly) => "kept in part",
            (Lang::En, PromiseStatus::Failed) => "failed",
            (Lang::En, PromiseStatus::Dropped) => "dropped",
        };
        word.to_owned()
    }

    #[must_use]
    pub fn kept_in_all(&self, n: PromiseCounts) -> String {
        self.kept_of(self.lang.pick("Semua", "All"), n)
    }

    /// What was kept of what an office promised; what there is none of is left out.
    #[must_use]
    pub fn kept_of(&self, office: &str, n: PromiseCounts) -> String {
        let words = self.lang.pick(
            [
                "ditepati",
                "terlambat",
                "belum jatuh tempo",
                "dialihkan",
                "sebagian",
                "gagal",
                "batal",
            ],
            [
                "kept",
                "late",
                "not due yet",
                "handed on",
                "kept in part",
                "failed",
                "dropped",
            ],
        );
        let numbers = [
            n.kept,
            n.late,
            n.open,
            n.handed_on,
            n.partly,
            n.failed,
            n.dropped,
        ];
        let some = words.iter().zip(numbers).filter(|(_, n)| *n > 0);
        let parts: Vec<String> = some.map(|(word, n)| format!("{word} {n}")).collect();
        let rate = n.rate().map_or_else(String::new, |r| format!(" ({r}%)"));
        let all = if parts.is_empty() {
            self.lang.pick("tidak ada janji", "no promises").to_owned()
        } else {
            parts.join(", ")
        };
        format!("{office}: {all}{rate}")
    }
}
