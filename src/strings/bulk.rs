//! Words about marks and about acts on many villages.

pub struct Bulk {
    /// How many villages are marked.
    pub marked: fn(usize) -> String,
    pub too_many: &'static str,
    pub no_range: &'static str,
    /// In the title of a form: for how many villages.
    pub for_villages: fn(usize) -> String,
    /// Above what would change.
    pub look_first: &'static str,
    /// Villages in all, would change, are refused.
    pub preview: fn(usize, usize, usize) -> String,
    pub refused: &'static str,
    /// Behind the name of a village that somebody else has changed since it was looked at.
    pub just_moved: &'static str,
    pub hint: &'static str,
    pub hint_nothing: &'static str,
    pub done: fn(usize, &str) -> String,
    /// Who, where, what.
    pub moved: fn(&str, &str, &str) -> String,
}

pub const ID: Bulk = Bulk {
    marked: |n| format!("{n} desa/kelurahan ditandai."),
    too_many: "Terlalu banyak untuk ditandai (lebih dari 2.000): saring dahulu.",
    no_range: "Tanda terakhir tidak ada di daftar ini: tandai dahulu awal rentangnya.",
    for_villages: |n| format!("{n} desa/kel yang ditandai"),
    look_first: "Periksa dahulu",
    preview: |all, changing, refused| {
        format!("{all} ditandai: {changing} akan berubah, {refused} ditolak")
    },
    refused: "DITOLAK",
    just_moved: ", BARU SAJA BERUBAH",
    hint: "Enter catat yang akan berubah, j/k gulung, q kembali ke isian",
    hint_nothing: "Tidak ada yang akan berubah. q kembali ke isian",
    done: |n, what| format!("{n} desa/kel: {what}."),
    moved: |who, place, what| {
        format!(
            "Belum ada yang ditulis: sementara itu {who} mencatat di {place}: {what}. Periksa lagi, lalu Enter."
        )
    },
};

pub const EN: Bulk = Bulk {
    marked: |n| match n {
        1 => "1 village marked.".into(),
        n => format!("{n} villages marked."),
    },
    too_many: "Too many to mark (more than 2,000): filter first.",
    no_range: "The last mark is not in this list: mark the beginning of the range first.",
    for_villages: |n| match n {
        1 => "1 marked village".into(),
        n => format!("{n} marked villages"),
    },
    look_first: "Look first",
    preview: |all, changing, refused| {
        format!("{all} marked: {changing} will change, {refused} refused")
    },
    refused: "REFUSED",
    just_moved: ", JUST CHANGED",
    hint: "Enter record what will change, j/k scroll, q back to the form",
    hint_nothing: "Nothing would change. q back to the form",
    done: |n, what| match n {
        1 => format!("1 village: {what}."),
        n => format!("{n} villages: {what}."),
    },
    moved: |who, place, what| {
        format!(
            "Nothing is written yet: meanwhile {who} recorded at {place}: {what}. Look again, then Enter."
        )
    },
};
