//! The line in which a filter is typed.

pub struct FilterText {
    pub title: &'static str,
    pub about: &'static str,
    /// Villages shown, of all.
    pub shows: fn(u32, u32) -> String,
    /// What was asked for, and what it could be.
    pub no_region: fn(&str, &str) -> String,
    pub hint: &'static str,
}

pub const ID: FilterText = FilterText {
    title: "Saring",
    about: "Contoh: kec:rinhat tahap<dikemas umur>90 !rtl. Juga macet, lewat, kantor:dinkes, jenis:kelurahan, kategori:kriya, atau sepotong nama. Koma: salah satu. Kosong: semua desa.",
    shows: |n, all| format!("{n} dari {all} desa/kelurahan"),
    no_region: |asked, names| match names {
        "" => format!("Tidak ada wilayah \u{201c}{asked}\u{201d}."),
        names => format!("\u{201c}{asked}\u{201d} belum jelas: {names}."),
    },
    hint: "Enter saring, Tab lengkapi, Esc batal",
};

pub const EN: FilterText = FilterText {
    title: "Filter",
    about: "Example: kec:rinhat stage<packaged age>90 !promise. Also stuck, overdue, office:dinkes, kind:ward, category:kriya, or a piece of a name. Comma: one of them. Empty: all villages.",
    shows: |n, all| format!("{n} of {all} villages"),
    no_region: |asked, names| match names {
        "" => format!("There is no region \u{201c}{asked}\u{201d}."),
        names => format!("\u{201c}{asked}\u{201d} is not clear: {names}."),
    },
    hint: "Enter filter, Tab complete, Esc cancel",
};
