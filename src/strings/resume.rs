//! What is said when a person comes back to what was half done.

/// Words about drafts and places that were kept.
pub struct Resume {
    /// The time at which a form was last kept.
    pub typed: fn(&str) -> String,
    /// The form had been saved before the line was lost.
    pub saved: fn(&str) -> String,
    pub place: fn(&str) -> String,
    /// What was picked then is not offered any more.
    pub pick_is_gone: &'static str,
    pub offer_title: &'static str,
    /// Since when, and what is half filled.
    pub offer: fn(&str, &str) -> String,
    pub offer_hint: &'static str,
    pub taken_away: &'static str,
    pub cannot_keep: fn(&str) -> String,
}

pub const ID: Resume = Resume {
    typed: |time| format!("Dilanjutkan dari {time}: isian ini belum tersimpan."),
    saved: |time| format!("Isian terakhir ({time}) sudah tersimpan sebelum terputus."),
    place: |time| format!("Kembali ke tempat terakhir ({time})."),
    pick_is_gone: "Pilihan yang dulu tidak ada lagi: periksa isian ini.",
    offer_title: "Isian di sambungan lain",
    offer: |time, what| {
        format!(
            "Di sambungan Anda yang lain ada isian setengah jadi ({time}): {what}. Lanjutkan di sini?"
        )
    },
    offer_hint: "Enter ambil alih   q biarkan",
    taken_away: "Isian ini dilanjutkan di sambungan Anda yang lain.",
    cannot_keep: |why| format!("Isian tidak dapat disimpan sementara: {why}"),
};

pub const EN: Resume = Resume {
    typed: |time| format!("Continued from {time}: this form is not saved yet."),
    saved: |time| format!("Your last form ({time}) was saved before the line was lost."),
    place: |time| format!("Back at your last place ({time})."),
    pick_is_gone: "What was picked then is gone: check this form.",
    offer_title: "A form on another connection",
    offer: |time, what| {
        format!(
            "Your other connection has a half-filled form ({time}): {what}. Go on with it here?"
        )
    },
    offer_hint: "Enter take over   q leave it",
    taken_away: "Your other connection goes on with this form.",
    cannot_keep: |why| format!("What you type cannot be kept for a lost line: {why}"),
};
