//! The screens as text for a message.

pub struct MessageWords {
    /// Below the text: which part of it is seen, and the keys.
    pub hint: fn(&str) -> String,
    /// The list is longer than a message should be.
    pub too_many: fn(u32) -> String,
}

pub const ID: MessageWords = MessageWords {
    hint: |part| format!("{part}  j k gulir, q kembali"),
    too_many: |n| format!("{n} desa terlalu banyak untuk satu pesan: pilih kecamatan dahulu (C)."),
};

pub const EN: MessageWords = MessageWords {
    hint: |part| format!("{part}  j k scroll, q back"),
    too_many: |n| {
        format!("{n} villages are too many for one message: choose a kecamatan first (C).")
    },
};
