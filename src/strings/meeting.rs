//! What the meeting screen says.

mod forms;
mod reasons;

pub use forms::{InputNames, Question};
pub use reasons::Reasons;

use super::Lang;
use crate::domain::occasion::{Number, Pace, Phase, Triage};

pub struct MeetingWords {
    pub(super) lang: Lang,
}

impl MeetingWords {
    fn pick<T>(&self, id: T, en: T) -> T {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    // What is wrong with an input.

    #[must_use]
    pub fn empty(&self) -> &'static str {
        self.pick("Ini perlu diisi.", "This is needed.")
    }

    #[must_use]
    pub fn bad_time(&self) -> &'static str {
        self.pick(
            "Tulis jam seperti 9 atau 09.30.",
            "Write a time like 9 or 09:30.",
        )
    }

    #[must_use]
    pub fn bad_number(&self) -> &'static str {
        self.pick("Tulis angka, misalnya 4.", "Write a number, such as 4.")
    }

    #[must_use]
    pub fn none_fits(&self) -> &'static str {
        self.pick(
            "Tidak ada pihak yang cocok: ketik bagian lain dari namanya.",
            "No office fits: type another piece of its name.",
        )
    }

    #[must_use]
    pub fn several_fit(&self) -> &'static str {
        self.pick(
            "Beberapa cocok: ketik lagi, atau tekan nomornya.",
            "Several fit: type on, or press its number.",
        )
    }

    #[must_use]
    pub fn needs_what(&self) -> &'static str {
        self.pick(
            "Apa yang akan dikerjakan? Kosongkan pihak dan tenggat bila tidak ada janji.",
            "What is to be done? Leave office and day empty where nothing is promised.",
        )
    }

    #[must_use]
    pub fn pick_another(&self) -> &'static str {
        self.pick(
            "Pilih janji lain, atau 1 untuk janji baru.",
            "Pick another promise, or 1 for a new one.",
        )
    }

    #[must_use]
    pub fn no_item(&self, last: u32) -> String {
        match self.lang {
            Lang::Id => format!("Agenda punya butir 1 sampai {last}."),
            Lang::En => format!("The agenda has the items 1 to {last}."),
        }
    }

    // Forms.

    /// The title of a new meeting while there is none to take it from.
    #[must_use]
    pub fn a_title(&self) -> &'static str {
        self.pick("Rapat evaluasi OVOP", "OVOP review meeting")
    }

    /// In the order of review and coordination meetings.
    #[must_use]
    pub fn sort_letters(&self) -> [char; 2] {
        self.pick(['e', 'k'], ['r', 'c'])
    }

    /// In the order of [`Triage::ALL`].
    #[must_use]
    pub fn triage_letters(&self) -> [char; Triage::ALL.len()] {
        self.pick(
            ['l', 't', 'd', 'r', 'u', 'n', 's'],
            ['o', 's', 'a', 'r', 'c', 'l', 'h'],
        )
    }

    /// Kept, in part, not kept, dropped.
    #[must_use]
    pub fn outcome_letters(&self) -> [char; 4] {
        self.pick(['s', 'a', 'g', 'b'], ['d', 'p', 'f', 'x'])
    }

    #[must_use]
    pub fn new_promise(&self) -> &'static str {
        self.pick("tidak: janji baru", "no: a new one")
    }

    /// An earlier promise that a new one can go on with: what, and by when. The day comes first, so that a narrow screen
    /// tells like ones apart.
    #[must_use]
    pub fn goes_on(&self, what: &str, due: &str) -> String {
        format!("{due} {what}")
    }

    /// Kept in part, handed on.
    #[must_use]
    pub fn goes_on_letters(&self) -> [char; 2] {
        self.pick(['a', 'd'], ['p', 'h'])
    }

    // Facts of an item.

    #[must_use]
    pub fn label_product(&self) -> &'static str {
        self.pick("PRODUK", "PRODUCT")
    }

    #[must_use]
    pub fn label_stage(&self) -> &'static str {
        self.pick("TAHAP", "STAGE")
    }

    #[must_use]
    pub fn label_missing(&self) -> &'static str {
        self.pick("KURANG", "MISSING")
    }

    #[must_use]
    pub fn label_obstacle(&self) -> &'static str {
        self.pick("HAMBATAN", "OBSTACLE")
    }

    #[must_use]
    pub fn label_months(&self) -> &'static str {
        self.pick("PRODUKSI", "MADE")
    }

    #[must_use]
    pub fn label_workers(&self) -> &'static str {
        self.pick("PEKERJA", "WORKERS")
    }

    #[must_use]
    pub fn label_promises(&self) -> &'static str {
        self.pick("JANJI LALU", "PROMISED")
    }

    #[must_use]
    pub fn label_decision(&self) -> &'static str {
        self.pick("PUTUSAN", "DECIDED")
    }

    #[must_use]
    pub fn label_note(&self) -> &'static str {
        self.pick("CATATAN", "NOTE")
    }

    #[must_use]
    pub fn label_topic(&self) -> &'static str {
        self.pick("TOPIK", "TOPIC")
    }

    /// Some of a list, and how many more there are.
    #[must_use]
    pub fn and_more(&self, names: &str, more: usize) -> String {
        match self.lang {
            Lang::Id => format!("{names}; dan {more} lagi"),
            Lang::En => format!("{names}; and {more} more"),
        }
    }

    /// Nobody has promised the village anything since the last meeting.
    #[must_use]
    pub fn no_promise(&self) -> &'static str {
        self.pick("! tidak ada janji yang terbuka", "! no promise is open")
    }

    /// Days in the stage against the limit; without a product, days in which nothing was decided.
    #[must_use]
    pub fn here_for(&self, days: &str, in_stage: bool) -> String {
        match (self.lang, in_stage) {
            (Lang::Id, true) => format!("Di tahap ini {days}"),
            (Lang::Id, false) => format!("Sudah {days}"),
            (Lang::En, true) => format!("In this stage {days}"),
            (Lang::En, false) => format!("For {days}"),
        }
    }

    #[must_use]
    pub fn label_potentials(&self) -> &'static str {
        self.pick("POTENSI", "POTENTIAL")
    }

    #[must_use]
    pub fn where_and_who(&self, kecamatan: &str, regency: &str, here: &str) -> String {
        let place = format!("Kec. {kecamatan}, {regency}");
        match (self.lang, here.is_empty()) {
            (Lang::Id, true) => format!("{place}; belum ada yang hadir"),
            (Lang::En, true) => format!("{place}; nobody of it is here"),
            (Lang::Id, false) => format!("{place}; hadir: {here}"),
            (Lang::En, false) => format!("{place}; here: {here}"),
        }
    }

    // Pages.

    #[must_use]
    pub fn list_title(&self) -> &'static str {
        self.pick("Rapat", "Meetings")
    }

    #[must_use]
    pub fn no_meetings(&self) -> &'static str {
        self.pick(
            "Belum ada rapat. Enter membuat rapat baru: judul, hari, tempat, pimpinan. Agendanya diisi dari desa yang ditandai (Spasi di layar 1) atau dari saringan layar 1.",
            "There is no meeting yet. Enter makes one: title, day, place, leader. Its agenda is filled from marked villages (Space on screen 1) or from the filter of screen 1.",
        )
    }

    /// Items, minutes in all, the number.
    #[must_use]
    pub fn agenda_total(&self, items: usize, minutes: u32, number: Option<Number>) -> String {
        let number = number.map_or_else(String::new, |n| format!(" {n}"));
        match self.lang {
            Lang::Id => format!("Agenda{number}: {items} butir, {minutes} menit"),
            Lang::En if items == 1 => format!("Agenda{number}: 1 item, {minutes} minutes"),
            Lang::En => format!("Agenda{number}: {items} items, {minutes} minutes"),
        }
    }

    #[must_use]
    pub fn minutes(&self, n: u16) -> String {
        match self.lang {
            Lang::Id => format!("{n} menit"),
            Lang::En if n == 1 => "1 minute".into(),
            Lang::En => format!("{n} minutes"),
        }
    }

    /// How to fill an empty agenda: from so many marks, from a list of so many villages with this filter.
    #[must_use]
    pub fn empty_agenda(&self, marks: usize, listed: u32, filter: &str) -> String {
        let filter = if filter.is_empty() {
            self.pick("tanpa saringan", "no filter")
        } else {
            filter
        };
        match self.lang {
            Lang::Id => format!(
                "Agenda masih kosong. Tekan = lalu isi: dari {marks} desa yang ditandai, dari saringan layar 1 ({filter}: {listed} desa), atau topik."
            ),
            Lang::En => format!(
                "The agenda is still empty. Press = and fill it: from {marks} marked villages, from the filter of screen 1 ({filter}: {listed} villages), or with topics."
            ),
        }
    }

    #[must_use]
    pub fn not_frozen_yet(&self) -> &'static str {
        self.pick(
            "Belum dibekukan: Enter membekukan dan memberi nomor; [ ] > mengurutkan, - mengeluarkan.",
            "Not frozen yet: Enter freezes it and gives the number; [ ] > put it in order, - takes out.",
        )
    }

    #[must_use]
    pub fn frozen(&self) -> &'static str {
        self.pick(
            "Dibekukan. Enter membuka rapat.",
            "Frozen. Enter opens the meeting.",
        )
    }

    /// Nobody was entered yet: the key that does it.
    #[must_use]
    pub fn nobody_yet(&self) -> &'static str {
        self.pick(
            "Belum ada yang dicatat hadir: H mencatat.",
            "Nobody is entered as present yet: H enters.",
        )
    }

    #[must_use]
    pub fn nobody_came(&self) -> &'static str {
        self.pick(
            "Tidak ada yang dicatat hadir.",
            "Nobody was entered as present.",
        )
    }

    /// Villages of which nobody is there, some by name and how many more; `over`: nobody came any more.
    #[must_use]
    pub fn absent(&self, names: &str, more: usize, over: bool) -> String {
        let label = match (self.lang, over) {
            (Lang::Id, false) => "Belum",
            (Lang::Id, true) => "Tidak hadir",
            (Lang::En, false) => "Not yet",
            (Lang::En, true) => "Absent",
        };
        match (self.lang, more) {
            (_, 0) => format!("{label}: {names}"),
            (Lang::Id, n) => format!("{label}: {names}, dan {n} lagi"),
            (Lang::En, n) => format!("{label}: {names}, and {n} more"),
        }
    }

    #[must_use]
    pub fn no_meeting_before(&self) -> &'static str {
        self.pick(
            "Tidak ada rapat sebelumnya: tidak ada janji yang ditagih. Spasi ke butir pertama.",
            "There is no meeting before: no promises to be told of. Space to the first item.",
        )
    }

    #[must_use]
    pub fn promises_of(&self, meeting: &str) -> String {
        match self.lang {
            Lang::Id => format!("Janji sejak rapat {meeting}"),
            Lang::En => format!("Promises since {meeting}"),
        }
    }

    #[must_use]
    pub fn promises_made(&self) -> &'static str {
        self.pick(
            "Janji rapat ini, per pihak:",
            "Promises of this meeting, by office:",
        )
    }

    /// Items in all, decided in which ways, without a decision.
    #[must_use]
    pub fn summed_up(&self, items: usize, decided: &str, open: usize) -> String {
        let decided = if decided.is_empty() {
            String::new()
        } else {
            format!("{decided}; ")
        };
        match self.lang {
            Lang::Id => format!("{items} butir: {decided}{open} belum diputus"),
            Lang::En => format!("{items} items: {decided}{open} not decided"),
        }
    }

    /// What can be done on the page that sums up.
    #[must_use]
    pub fn what_next(&self, phase: Phase) -> &'static str {
        match (self.lang, phase) {
            (Lang::Id, Phase::Open) => "Enter menutup rapat; p kembali ke butir terakhir.",
            (Lang::En, Phase::Open) => "Enter closes the meeting; p back to the last item.",
            (Lang::Id, Phase::Closed) => {
                "Ditutup: Enter memfinalkan risalah; P berita acara dan notula; putusan dan catatan masih dapat dilengkapi."
            }
            (Lang::En, Phase::Closed) => {
                "Closed: Enter makes the minutes final; P for its papers; decisions and notes can still be completed."
            }
            (Lang::Id, Phase::Final) => "Final. Enter: berita acara dan notula; = untuk adendum.",
            (Lang::En, Phase::Final) => "Final. Enter: its papers; = for an addendum.",
            _ => "",
        }
    }

    /// The meeting is elsewhere than this page: who leads (nobody: this session), at which item, the key that goes there.
    #[must_use]
    pub fn gone_on(&self, who: Option<&str>, at: Option<usize>, key: &str) -> String {
        let place = match (self.lang, at) {
            (Lang::Id, Some(n)) => format!("di butir {n}"),
            (Lang::Id, None) => "di pembukaan".into(),
            (Lang::En, Some(n)) => format!("is at item {n}"),
            (Lang::En, None) => "is at the opening".into(),
        };
        match (self.lang, who) {
            (Lang::Id, Some(who)) => format!("{who} {place}: tekan {key} untuk ikut"),
            (Lang::Id, None) => format!("Rapat {place}: tekan {key} untuk ke sana"),
            (Lang::En, Some(who)) => format!("{who} {place}: press {key} to follow"),
            (Lang::En, None) => format!("The meeting {place}: press {key} to go there"),
        }
    }

    /// How far a meeting is, in a word of a narrow list.
    #[must_use]
    pub fn short_phase(&self, phase: Phase) -> &'static str {
        match (self.lang, phase) {
            (Lang::Id, Phase::Planned) => "rencana",
            (Lang::Id, Phase::Frozen) => "siap",
            (Lang::Id, Phase::Open) => "SEDANG",
            (Lang::Id, Phase::Closed) => "tutup",
            (Lang::Id, Phase::Cancelled) => "batal",
            (_, Phase::Final) => "final",
            (Lang::En, Phase::Planned) => "planned",
            (Lang::En, Phase::Frozen) => "ready",
            (Lang::En, Phase::Open) => "OPEN",
            (Lang::En, Phase::Closed) => "closed",
            (Lang::En, Phase::Cancelled) => "off",
        }
    }

    /// An item that is no village, with its minutes.
    #[must_use]
    pub fn a_topic(&self, minutes: u16) -> String {
        format!("{}, {}", self.pick("Topik", "Topic"), self.minutes(minutes))
    }

    /// Who moves the meeting on; empty where that is not to be said.
    #[must_use]
    pub fn leads(&self, leads: bool, who: &str) -> String {
        let word = if leads {
            self.pick("memimpin", "leading")
        } else {
            self.pick("mengikuti", "following")
        };
        if leads || who.is_empty() {
            word.to_owned()
        } else {
            format!("{word} {who}")
        }
    }

    /// The quiet clock: `4/12 tertinggal 3 mnt`.
    #[must_use]
    pub fn clock(&self, pace: Pace) -> String {
        let (at, of, behind) = (pace.at, pace.of, pace.behind);
        let how = match (self.lang, behind) {
            (_, 0) => self.pick("tepat waktu", "on time").to_owned(),
            (Lang::Id, n @ 1..) => format!("tertinggal {n} mnt"),
            (Lang::Id, n) => format!("lebih cepat {} mnt", -n),
            (Lang::En, n @ 1..) => format!("{n} min behind"),
            (Lang::En, n) => format!("{} min ahead", -n),
        };
        format!("{at}/{of} {how}")
    }

    /// The same where there is little room: `4/12 -3`.
    #[must_use]
    pub fn short_clock(&self, pace: Pace) -> String {
        match pace.behind {
            0 => format!("{}/{}", pace.at, pace.of),
            n => format!("{}/{} {:+}", pace.at, pace.of, -n),
        }
    }

    // What is said once.

    #[must_use]
    pub fn gone(&self) -> &'static str {
        self.pick(
            "Rapat ini tidak ada: rencananya diurungkan, atau pada tanggal ini belum ada.",
            "There is no such meeting: its plan was undone, or on this day it was not there yet.",
        )
    }

    #[must_use]
    pub fn no_village_here(&self) -> &'static str {
        self.pick(
            "Butir ini sebuah topik, tanpa kartu desa.",
            "This item is a topic and has no village's card.",
        )
    }

    #[must_use]
    pub fn nothing_to_do(&self) -> &'static str {
        self.pick(
            "Tidak ada yang dapat dilakukan di sini.",
            "There is nothing to do here.",
        )
    }

    #[must_use]
    pub fn too_many(&self, most: usize) -> String {
        match self.lang {
            Lang::Id => format!(
                "Terlalu banyak untuk satu agenda (lebih dari {most}): saring atau tandai dahulu."
            ),
            Lang::En => {
                format!("Too many for one agenda (more than {most}): filter or mark first.")
            }
        }
    }

    #[must_use]
    pub fn added(&self, n: usize) -> String {
        match (self.lang, n) {
            (Lang::Id, 0) => "Semuanya sudah ada di agenda.".into(),
            (Lang::En, 0) => "All of them are on the agenda already.".into(),
            (Lang::Id, n) => format!("{n} butir masuk agenda."),
            (Lang::En, 1) => "1 item is on the agenda now.".into(),
            (Lang::En, n) => format!("{n} items are on the agenda now."),
        }
    }

    /// After what is never taken back.
    #[must_use]
    pub fn stands(&self) -> &'static str {
        self.pick(
            "Ini tidak dapat diurungkan; perbaikan lewat adendum.",
            "That cannot be undone; corrections are addenda.",
        )
    }

    /// Somebody did something at the same time: who, what.
    #[must_use]
    pub fn meanwhile(&self, who: &str, what: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("Belum ditulis: sementara itu {who} mencatat {what}. Periksa, lalu ulangi.")
            }
            Lang::En => format!(
                "Nothing was written: meanwhile {who} recorded {what}. Look, then do it again."
            ),
        }
    }
}
