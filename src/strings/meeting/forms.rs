//! The forms of the meeting screen: titles, names of inputs, questions, hints.

use super::MeetingWords;
use crate::strings::Lang;

/// The names of the inputs.
pub struct InputNames {
    pub sort: &'static str,
    pub title: &'static str,
    pub day: &'static str,
    pub time: &'static str,
    pub place: &'static str,
    pub leader: &'static str,
    pub minute_taker: &'static str,
    pub invited: &'static str,
    pub organiser: &'static str,
    pub opener: &'static str,
    pub invitation: &'static str,
    pub basis: &'static str,
    pub funds: &'static str,
    pub triage: &'static str,
    pub after: &'static str,
    pub how: &'static str,
    pub what: &'static str,
    pub office: &'static str,
    pub who: &'static str,
    pub due: &'static str,
    pub note: &'static str,
    pub reason: &'static str,
    pub text: &'static str,
    pub number: &'static str,
    pub minutes: &'static str,
    pub outcome: &'static str,
}

const ID: InputNames = InputNames {
    sort: "Jenis",
    title: "Judul",
    day: "Hari",
    time: "Pukul",
    place: "Tempat",
    leader: "Pimpinan",
    minute_taker: "Notulis",
    invited: "Diundang",
    organiser: "Penyelenggara",
    opener: "Pembuka",
    invitation: "Undangan",
    basis: "Dasar",
    funds: "Sumber dana",
    triage: "Hasil",
    after: "Lanjutan",
    how: "Janji lama",
    what: "Tindakan",
    office: "Pihak",
    who: "Orang",
    due: "Tenggat",
    note: "Catatan",
    reason: "Alasan",
    text: "Teks",
    number: "Butir",
    minutes: "Menit",
    outcome: "Hasil",
};

const EN: InputNames = InputNames {
    sort: "Kind",
    title: "Title",
    day: "Day",
    time: "Time",
    place: "Place",
    leader: "Leader",
    minute_taker: "Minutes by",
    invited: "Invited",
    organiser: "Organiser",
    opener: "Opened by",
    invitation: "Invitation",
    basis: "Basis",
    funds: "Funds",
    triage: "Outcome",
    after: "Goes on",
    how: "The old one",
    what: "Action",
    office: "Office",
    who: "Person",
    due: "Due",
    note: "Note",
    reason: "Reason",
    text: "Text",
    number: "Item",
    minutes: "Minutes",
    outcome: "Outcome",
};

/// What is asked before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    Freeze,
    Open,
    Close,
    Finalise,
}

impl MeetingWords {
    #[must_use]
    pub fn inputs(&self) -> &'static InputNames {
        match self.lang {
            Lang::Id => &ID,
            Lang::En => &EN,
        }
    }

    /// What is asked before something is done that everybody will see.
    #[must_use]
    pub fn question(&self, question: Question, items: usize, open: usize) -> String {
        match (self.lang, question) {
            (Lang::Id, Question::Freeze) => format!(
                "Agenda dengan {items} butir dibekukan dan rapat mendapat nomor. Sampai rapat dibuka agenda masih dapat dibekukan ulang."
            ),
            (Lang::En, Question::Freeze) => format!(
                "The agenda with {items} items is frozen and the meeting gets its number. Until it opens it can be frozen again."
            ),
            (Lang::Id, Question::Open) => {
                format!("Rapat dengan {items} butir dibuka sekarang; sambungan ini memimpin.")
            }
            (Lang::En, Question::Open) => {
                format!("The meeting with {items} items opens now; this session leads it.")
            }
            (Lang::Id, Question::Close) if open > 0 => {
                format!("Rapat ditutup sekarang, {open} butir belum diputus.")
            }
            (Lang::Id, Question::Close) => "Rapat ditutup sekarang.".into(),
            (Lang::En, Question::Close) if open > 0 => {
                format!("The meeting closes now, {open} items are not decided.")
            }
            (Lang::En, Question::Close) => "The meeting closes now.".into(),
            (Lang::Id, Question::Finalise) => {
                "Risalah menjadi final: tidak dapat diubah atau diurungkan lagi, hanya ditambah adendum.".into()
            }
            (Lang::En, Question::Finalise) => {
                "The minutes become final: nothing can be changed or undone any more, only addenda are possible.".into()
            }
        }
    }

    /// For which day a meeting is opened, and for which other day it was planned.
    #[must_use]
    pub fn opening_day(&self, today: &str, planned: Option<&str>) -> String {
        match (self.lang, planned) {
            (Lang::Id, None) => format!("Hari rapat: {today}."),
            (Lang::En, None) => format!("Day of the meeting: {today}."),
            (Lang::Id, Some(planned)) => format!(
                "Rapat ini direncanakan untuk {planned}. Hari rapat menjadi hari ini, {today}, juga dalam risalahnya."
            ),
            (Lang::En, Some(planned)) => format!(
                "It was planned for {planned}. Its day becomes today, {today}, in its minutes too."
            ),
        }
    }

    #[must_use]
    pub fn hint_question(&self) -> &'static str {
        self.pick("Enter ya, q tidak", "Enter yes, q no")
    }

    #[must_use]
    pub fn hint_text(&self) -> &'static str {
        self.pick(
            "Enter berikut, Tab/panah pindah, Esc batal",
            "Enter next, Tab/arrows move, Esc cancel",
        )
    }

    #[must_use]
    pub fn hint_last(&self) -> &'static str {
        self.pick(
            "Enter catat, Tab/panah pindah, Esc batal",
            "Enter record, Tab/arrows move, Esc cancel",
        )
    }

    #[must_use]
    pub fn hint_letter(&self) -> &'static str {
        self.pick(
            "satu huruf memilih, Enter berikut, Esc batal",
            "one letter picks, Enter next, Esc cancel",
        )
    }

    /// The keys where an earlier promise is picked; `more` than can be numbered at once.
    #[must_use]
    pub fn hint_after(&self, more: bool) -> &'static str {
        if more {
            self.pick(
                "angka memilih, 0 berikutnya, huruf mulai tindakan baru, Esc batal",
                "a digit picks, 0 for more, a letter begins a new action, Esc cancel",
            )
        } else {
            self.pick(
                "angka memilih, huruf mulai tindakan baru, Enter berikut, Esc batal",
                "a digit picks, a letter begins a new action, Enter next, Esc cancel",
            )
        }
    }

    /// More options than can be numbered at once: which part of how many is seen.
    #[must_use]
    pub fn more_options(&self, part: usize, parts: usize) -> String {
        match self.lang {
            Lang::Id => format!("0 berikutnya (bagian {part} dari {parts})"),
            Lang::En => format!("0 more (part {part} of {parts})"),
        }
    }

    /// Above the inputs for what is left of a promise.
    #[must_use]
    pub fn rest_is_promised(&self) -> &'static str {
        self.pick("Sisanya dijanjikan lagi:", "The rest is promised anew:")
    }

    /// The promise that was picked goes on in another one by now.
    #[must_use]
    pub fn earlier_goes_on(&self, what: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "Janji itu sudah diteruskan sementara itu: yang dilanjutkan kini \"{what}\"."
            ),
            Lang::En => {
                format!("That promise was handed on meanwhile: what goes on now is \"{what}\".")
            }
        }
    }

    /// The promise that was picked has ended by now; without an outcome it was taken back.
    #[must_use]
    pub fn earlier_ended(&self, outcome: Option<&str>) -> String {
        let how = outcome.map(|o| format!(" ({})", o.to_uppercase()));
        let how = how.unwrap_or_default();
        match (self.lang, outcome) {
            (Lang::Id, Some(_)) => format!("Janji itu sudah berakhir sementara itu{how}."),
            (Lang::En, Some(_)) => format!("That promise was closed meanwhile{how}."),
            (Lang::Id, None) => "Janji itu sudah diurungkan sementara itu.".into(),
            (Lang::En, None) => "That promise was undone meanwhile.".into(),
        }
    }

    /// What becomes of the promise that a decision goes on with, when it is read back.
    #[must_use]
    pub fn reads_earlier(&self, what: &str, how: &str) -> String {
        match self.lang {
            Lang::Id => format!("Janji lama {how}: {what}"),
            Lang::En => format!("The old one {how}: {what}"),
        }
    }

    #[must_use]
    pub fn hint_fragment(&self) -> &'static str {
        self.pick(
            "ketik sebagian nama, angka memilih, Enter berikut, Esc batal",
            "type a piece of the name, a digit picks, Enter next, Esc cancel",
        )
    }

    #[must_use]
    pub fn hint_reading(&self) -> &'static str {
        self.pick(
            "Enter sah: catat putusan; q kembali ke isian",
            "Enter confirms: record it; q back to the form",
        )
    }

    #[must_use]
    pub fn reading_title(&self) -> &'static str {
        self.pick("Dibacakan: benar?", "Read back: right?")
    }

    /// A decision that promises nothing.
    #[must_use]
    pub fn nothing_promised(&self) -> &'static str {
        self.pick("tanpa janji", "nothing promised")
    }

    /// So many more fit than are shown.
    #[must_use]
    pub fn more(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("dan {n} lagi: ketik sebagian namanya"),
            Lang::En => format!("and {n} more: type a piece of the name"),
        }
    }

    /// Between several invited.
    #[must_use]
    pub fn invited_hint(&self) -> &'static str {
        self.pick(
            "dipisah dengan titik koma (;)",
            "separated by semicolons (;)",
        )
    }

    /// The day of the week with the day, as it is read aloud.
    #[must_use]
    pub fn weekday(&self, day: chrono::NaiveDate) -> &'static str {
        use chrono::Datelike as _;
        let n = day.weekday().num_days_from_monday() as usize;
        self.pick(
            [
                "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
            ],
            [
                "Monday",
                "Tuesday",
                "Wednesday",
                "Thursday",
                "Friday",
                "Saturday",
                "Sunday",
            ],
        )[n]
    }
}
