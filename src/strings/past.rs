//! Looking at a past day on the screens.

pub struct Past {
    pub title: &'static str,
    pub day: &'static str,
    pub known_then: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    /// Under the questions.
    pub about: &'static str,
    pub hint: &'static str,
    /// In the first row of every screen: the day, and whether it is seen as it was known then.
    pub mark: fn(&str, bool) -> String,
    /// How to leave, behind the sentence that says what is shown.
    pub way_back: &'static str,
    pub back: &'static str,
}

pub const ID: Past = Past {
    title: "Per tanggal",
    day: "Tanggal",
    known_then: "Seperti diketahui waktu itu?",
    yes: "ya",
    no: "tidak",
    about: "Kosong: kembali ke hari ini. Contoh: 30/9/2026, 3 bulan lalu. Tidak: menurut catatan sekarang, termasuk yang baru dicatat sesudahnya.",
    hint: "Enter lanjut, y ya, t tidak, Esc batal",
    mark: |day, known_then| {
        let then = if known_then { " WAKTU ITU" } else { "" };
        format!("PER {day}{then}")
    },
    way_back: "B lalu Enter: kembali ke hari ini.",
    back: "Kembali ke hari ini.",
};

pub const EN: Past = Past {
    title: "As of a day",
    day: "Day",
    known_then: "As known then?",
    yes: "yes",
    no: "no",
    about: "Empty: back to today. Examples: 30/9/2026, 3 months ago. No: by what is on record now, with what was entered later.",
    hint: "Enter next, y yes, n no, Esc cancel",
    mark: |day, known_then| {
        let then = if known_then { " THEN" } else { "" };
        format!("AS OF {day}{then}")
    },
    way_back: "B then Enter: back to today.",
    back: "Back to today.",
};
