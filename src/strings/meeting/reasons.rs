//! Why something cannot be done on the meeting screen now.

pub struct Reasons {
    pub only_here: &'static str,
    pub none_open: &'static str,
    pub not_in_session: &'static str,
    pub no_item: &'static str,
    pub no_line: &'static str,
    pub agenda_stands: &'static str,
    pub no_marks: &'static str,
    pub nothing_to_freeze: &'static str,
    pub not_frozen: &'static str,
    pub freeze_first: &'static str,
    pub with_all: &'static str,
    pub treated_now: &'static str,
    pub not_closed: &'static str,
    pub not_final: &'static str,
    pub stands_now: &'static str,
    pub no_open_promise: &'static str,
    /// The title of the chooser.
    pub pick_act: &'static str,
}

impl Reasons {
    pub const ID: Self = Self {
        only_here: "hanya di layar Rapat (4)",
        none_open: "belum ada rapat yang dipilih (Enter memilih)",
        not_in_session: "rapat ini tidak sedang berlangsung",
        no_item: "belum ada butir yang dibahas (Spasi)",
        no_line: "agenda masih kosong",
        agenda_stands: "hanya pada agenda yang belum dibuka",
        no_marks: "belum ada desa yang ditandai (Spasi di layar 1)",
        nothing_to_freeze: "agenda kosong, atau tidak berubah",
        not_frozen: "agenda belum dibekukan",
        freeze_first: "agenda berubah: bekukan dahulu",
        with_all: "layar ini sudah bersama rapat",
        treated_now: "butir ini sedang dibahas",
        not_closed: "hanya sesudah rapat ditutup",
        not_final: "hanya sesudah risalah final",
        stands_now: "risalah sudah final: hanya adendum",
        no_open_promise: "tidak ada janji terbuka di baris ini",
        pick_act: "Untuk rapat ini",
    };
    pub const EN: Self = Self {
        only_here: "only on the Meeting screen (4)",
        none_open: "no meeting is chosen (Enter chooses)",
        not_in_session: "this meeting is not in session",
        no_item: "no item is treated yet (Space)",
        no_line: "the agenda is empty",
        agenda_stands: "only on an agenda before the meeting opens",
        no_marks: "no village is marked (Space on screen 1)",
        nothing_to_freeze: "the agenda is empty, or has not changed",
        not_frozen: "the agenda is not frozen yet",
        freeze_first: "the agenda has changed: freeze it first",
        with_all: "this screen is with the meeting already",
        treated_now: "this item is being treated",
        not_closed: "only after the meeting is closed",
        not_final: "only after the minutes are final",
        stands_now: "the minutes are final: only an addendum",
        no_open_promise: "there is no open promise on this line",
        pick_act: "For this meeting",
    };
}
